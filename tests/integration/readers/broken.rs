//! Texts that do not parse, and any text at all.

use lazuli::document::{Unknown, Value, ValueKind};
use proptest::prelude::*;

use super::read_as;

#[test]
fn a_broken_text_says_where_it_breaks() {
    let table = [
        ("r.json", "[{ \"a\": 1 ", "{", "this `{` has no closing `}`"),
        ("r.json", "{ 'a': 1 }", "'", "expected a key in double quotes or `}`, found `'`"),
        ("r.json", "{ \"a\": tru }", "tru", "expected a value, found `tru`"),
        ("r.json", "{ \"a\": \"b\n\" }", "\"b", "this string has no closing `\"`"),
        ("r.json", "{ \"a\": 01 }", "01", "`01` is no number of JSON"),
        ("r.json", "{ \"a\": 01e400 }", "01e400", "`01e400` is no number of JSON"),
        ("r.json", "{} {}", "{", "expected the end of the file, found `{`"),
        ("r.json", "", "", "expected a value, found the end of the file"),
        ("r.js", "`${})\u{feff}", "\u{feff}", "this string has no closing quote"),
        ("r.js", "exports.a = [\n\n", "[", "expected `]`, found the end of the file"),
        ("r.js", "a = { b: 1 ccc: 2 }", "ccc", "expected `,` or `}`, found `ccc`"),
        ("r.js", "const a = ;", ";", "`;` cannot stand here"),
        ("r.js", "a = 1 +\n", "+", "the file ends too early"),
    ];
    for (file, text, place, message) in table {
        let errors = read_as(file, text).syntax_errors;
        let found: Vec<(&str, &str)> =
            errors.iter().map(|error| (error.span.slice_of(text), error.message.as_str())).collect();
        assert_eq!(found, [(place, message)], "{text}");
    }
}

/// Text that reads like a file, so that the readers get past its first letters.
fn plausible() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "exports.createResources = () => [",
        "{ type: \"A\", group: \"G\", ",
        "properties: ({ config }) => ({",
        "})",
        "]",
        "}",
        "{",
        "(",
        ")",
        "[",
        ",",
        ":",
        ";",
        "\"",
        "'",
        "`",
        "${",
        "/",
        "*/",
        "//",
        "\\",
        "\n",
        "\r",
        "=>",
        "...",
        "+",
        "?",
        "const a = ",
        "a",
        "b.c",
        "1",
        "-",
        "null",
        "true",
        "\"type\": \"A\"",
        "\"resources\": [",
        "getId(",
        "process.env.X",
        "\u{feff}",
        "é",
        "\u{1f600}",
        "\u{2028}",
        "\0",
        "<",
        ">",
        "as",
        "async",
        "function",
        "=",
        "||",
        "??",
        "!",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Every span lies inside the text, on whole characters, and inside the value around it.
fn assert_sound(value: &Value<'_>, text: &str) {
    let sound =
        |span: lazuli::text::Span| span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some();
    assert!(sound(value.span), "{:?} in {text:?}", value.span);
    match &value.kind {
        ValueKind::Array(array) => array.items.iter().for_each(|item| assert_sound(item, text)),
        ValueKind::Object(object) => {
            for member in &object.members {
                assert!(sound(member.span) && sound(member.key_span), "{member:?} in {text:?}");
                assert_sound(&member.value, text);
            }
        }
        ValueKind::Unknown(Unknown::Function(function)) => assert_sound(&function.returns, text),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5000))]

    #[test]
    fn any_text_is_read(text in prop_oneof![any::<String>(), plausible()]) {
        for file in ["a.js", "a.cjs", "a.mjs", "a.ts", "a.json"] {
            let document = read_as(file, &text);
            for definition in &document.definitions {
                assert_sound(&definition.body, &text);
            }
            for error in &document.syntax_errors {
                prop_assert!(error.span.end as usize <= text.len());
                prop_assert!(text.get(error.span.start as usize..error.span.end as usize).is_some(), "{error:?}");
            }
        }
    }
}
