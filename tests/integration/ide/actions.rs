use lazuli::ide::{Action, ActionKind};
use lazuli::text::Span;
use lazuli::{Linter, Source};

use super::subnet;

/// What can be done about the word in a file.
fn actions(path: &str, text: &str, word: &str) -> Vec<Action> {
    let linter = Linter::default();
    let source = Source::new(path, text);
    let start = u32::try_from(text.find(word).expect("the word is there")).unwrap();
    linter.actions(&source, &linter.check(&source), Span::new(start, start))
}

fn titles(actions: &[Action]) -> Vec<&str> {
    actions.iter().map(|action| &*action.title).collect()
}

/// The text with what an action changes.
fn done(text: &str, action: &Action) -> String {
    let mut text = text.to_owned();
    for edit in action.edits.iter().rev() {
        text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    text
}

#[test]
fn a_finding_can_be_mended_left_out_and_explained() {
    let text = subnet("addressPrefx: \"10.0.1.0/24\", provisioningState: \"Succeeded\"");
    let found = actions("resources.js", &text, "addressPrefx");
    assert_eq!(
        titles(&found),
        [
            "Rename it to `addressPrefix`",
            "Make all safe fixes (2)",
            "Leave schema/unknown-property out here, by a comment",
            "Explain schema/unknown-property",
        ]
    );
    let mended = subnet("addressPrefix: \"10.0.1.0/24\"");
    assert_eq!(done(&text, &found[1]), mended);
    assert_eq!(done(&text, &found[0]), text.replace("addressPrefx", "addressPrefix"));
    let quiet = done(&text, &found[2]);
    assert!(quiet.contains("    // lazuli-ignore-next-line schema/unknown-property\n    properties"), "{quiet}");
    let left = Linter::default().check(&Source::new("resources.js", &quiet));
    assert!(left.diagnostics.iter().all(|found| found.rule.0 != "schema/unknown-property"), "{left:?}");
    // One comment above another counts, too.
    let others = actions("resources.js", &quiet, "provisioningState");
    let other = others.iter().find(|action| action.kind == ActionKind::Suppress).unwrap();
    let left = Linter::default().check(&Source::new("resources.js", &done(&quiet, other))).diagnostics;
    assert!(left.iter().all(|found| found.rule.area() != "schema" && found.rule.area() != "suppression"), "{left:?}");
    assert_eq!(titles(&actions("resources.js", &text, "inner")), [""; 0]);
}

#[test]
fn two_findings_of_a_rule_in_one_line_are_left_out_by_one_comment() {
    let text = subnet("addressPrefx: \"\", servceEndpoints: []");
    let linter = Linter::default();
    let source = Source::new("resources.js", &text);
    let all = Span::from_offsets(0, text.len());
    let found = linter.actions(&source, &linter.check(&source), all);
    let of_rule = || found.iter().filter(|action| action.rule.is_some_and(|rule| rule.0 == "schema/unknown-property"));
    let count = |kind| of_rule().filter(|action| action.kind == kind).count();
    assert_eq!((count(ActionKind::Fix), count(ActionKind::Suppress), count(ActionKind::Explain)), (2, 1, 1));
}

#[test]
fn json_gets_no_comment_and_neither_does_a_text_over_several_lines() {
    let json = "[{ \"type\": \"Subnet\", \"group\": \"Network\", \"properties\": { \"properties\": { \"addressPrefx\": \"\" } } }]";
    let kinds = |actions: &[Action]| actions.iter().map(|action| action.kind).collect::<Vec<_>>();
    assert!(!kinds(&actions("resources.json", json, "addressPrefx")).contains(&ActionKind::Suppress));
    assert!(kinds(&actions("resources.jsonc", json, "addressPrefx")).contains(&ActionKind::Suppress));
    let text = subnet("description: `a\n b`, addressPrefx: \"\"").replace("a\n b`, ", "a\nb`, ");
    assert!(!kinds(&actions("resources.js", &text, "addressPrefx")).contains(&ActionKind::Suppress));
}
