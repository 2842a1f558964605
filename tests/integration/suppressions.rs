//! Comments that ask for findings to be left out.

use lazuli::{Linter, Source};

/// What is found in `text`: the rule, and the text at its place.
fn found(file: &str, text: &str) -> Vec<(String, String)> {
    let report = Linter::default().check(&Source::new(file, text));
    let about = |found: lazuli::Diagnostic| (found.rule.to_string(), found.span.slice_of(text).to_owned());
    report.diagnostics.into_iter().map(about).collect()
}

/// A file with two mistakes, and comments before, above the first of them, behind it, and above the second.
fn program(before: &str, above: &str, behind: &str, above_second: &str) -> String {
    format!(
        r#"{before}exports.createResources = () => [
  {{
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({{
      properties: {{
        privateLinkServiceConnectionState: {{
          {above}
          status: "aproved", {behind}
          {above_second}
          sttaus: 5,
        }},
      }},
    }}),
  }},
];
"#
    )
}

const STATUS: (&str, &str) = ("private-link/status", "\"aproved\"");
const KEY: (&str, &str) = ("schema/unknown-property", "sttaus");

#[test]
fn a_comment_leaves_out_what_it_names() {
    let unused = |place: &'static str| ("suppression/unused", place);
    let unknown = |place: &'static str| ("suppression/unknown-rule", place);
    let table = [
        (program("", "", "", ""), vec![STATUS, KEY]),
        (program("", "// lazuli-ignore-next-line private-link/status -- because", "", ""), vec![KEY]),
        (program("", "// lazuli-ignore-next-line private-link/*", "", ""), vec![KEY]),
        (program("", "// lazuli-ignore-next-line", "", ""), vec![KEY]),
        (program("", "/* lazuli-ignore-next-line private-link/status */", "", ""), vec![KEY]),
        (program("", "/**\n * lazuli-ignore-next-line private-link/status\n */", "", ""), vec![KEY]),
        // Comments and blank lines may stand between.
        (program("", "// lazuli-ignore-next-line private-link/status\n\n// more\n/* and more */", "", ""), vec![KEY]),
        (program("", "", "// lazuli-ignore-next-line schema/unknown-property", ""), vec![STATUS]),
        (
            program("", "// lazuli-ignore-next-line private-link/status", "", "// lazuli-ignore-next-line schema/*"),
            vec![],
        ),
        (program("// lazuli-ignore-file private-link/status, schema/unknown-property -- old\n", "", "", ""), vec![]),
        (program("// lazuli-ignore-file\n", "", "", ""), vec![]),
        // The line counts, and the rule.
        (
            program("", "// lazuli-ignore-next-line schema/unknown-property", "", ""),
            vec![unused("schema/unknown-property"), STATUS, KEY],
        ),
        (
            program("", "// lazuli-ignore-next-line schema/unknown-property, schema/type -- why", "", ""),
            vec![unused("// lazuli-ignore-next-line schema/unknown-property, schema/type -- why"), STATUS, KEY],
        ),
        (
            program("", "// lazuli-ignore-next-line schema/type private-link/status", "", ""),
            vec![unused("schema/type"), KEY],
        ),
        (
            program("", "// lazuli-ignore-next-line private-link/staus", "", ""),
            vec![unknown("private-link/staus"), STATUS, KEY],
        ),
        (
            program("", "// lazuli-ignore-next-line private-link/status, mail/box", "", ""),
            vec![unknown("mail/box"), KEY],
        ),
        // Not such comments.
        (program("", "// lazuli-ignore-next-lines private-link/status", "", ""), vec![STATUS, KEY]),
        (program("", "// see lazuli-ignore-next-line private-link/status", "", ""), vec![STATUS, KEY]),
        (
            program("", "note: \"// lazuli-ignore-next-line\",", "", ""),
            vec![("schema/unknown-property", "note"), STATUS, KEY],
        ),
    ];
    for (text, expected) in table {
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let expected: Vec<(String, String)> =
                expected.iter().map(|(rule, place)| ((*rule).to_owned(), (*place).to_owned())).collect();
            assert_eq!(found("resources.js", &text), expected, "{text}");
        }
    }
}

#[test]
fn json_with_comments_has_them_too() {
    let text = |comment: &str| {
        format!(
            r#"[
  {{
    "type": "PrivateEndpointConnection",
    "group": "DocumentDB",
    "name": "reports",
    {comment}
    "properties": {{ "properties": {{ "privateLinkServiceConnectionState": {{ "status": "aproved" }} }} }}
  }}
]
"#
        )
    };
    assert_eq!(found("a.jsonc", &text("")).len(), 1);
    assert_eq!(found("a.jsonc", &text("// lazuli-ignore-next-line private-link/status")), []);
    assert_eq!(found("a.jsonc", &text("/* lazuli-ignore-next-line private-link/status -- é */")), []);
    let unused = found("a.jsonc", &text("// lazuli-ignore-next-line schema/enum"));
    assert_eq!(
        unused.iter().map(|(rule, _)| rule.as_str()).collect::<Vec<_>>(),
        ["suppression/unused", "private-link/status"]
    );
}

/// The fix of each finding about a comment gives a file without that finding, and nothing else changes.
#[test]
fn the_fix_takes_away_what_is_in_vain() {
    let table = [
        ("// lazuli-ignore-next-line schema/type", ""),
        (
            "// lazuli-ignore-next-line schema/type, private-link/status -- why",
            "// lazuli-ignore-next-line private-link/status -- why",
        ),
        (
            "// lazuli-ignore-next-line private-link/status schema/type -- why",
            "// lazuli-ignore-next-line private-link/status -- why",
        ),
        ("// lazuli-ignore-next-line private-link/staus", "// lazuli-ignore-next-line private-link/status"),
        ("// lazuli-ignore-next-line mail/box", ""),
    ];
    for (comment, left) in table {
        let mut text = program("", comment, "", "");
        let report = Linter::default().check(&Source::new("resources.js", &text));
        let about_comments = report.diagnostics.iter().find(|found| found.rule.area() == "suppression").unwrap();
        let fix = about_comments.fix.clone().unwrap();
        assert!(fix.safe);
        for edit in &fix.edits {
            text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
        }
        let line = if left.is_empty() { String::new() } else { format!("          {left}\n") };
        assert_eq!(text, program("", "@", "", "").replace("          @\n", &line), "{comment}");
    }
}
