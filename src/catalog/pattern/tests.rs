//! Holds what becomes of patterns against the engine of `jsonschema`, which knows ECMA 262.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jsonschema::{PatternOptions, Validator};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Matcher, Pattern};

/// Every pattern in the JSON files below a folder; not in that of the importer, where packages lie by the thousand.
fn patterns_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.ends_with("schemas/import") {
                continue;
            }
            patterns_below(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            let text = fs::read_to_string(&path).unwrap();
            if let Ok(json) = serde_json::from_str(text.trim_start_matches('\u{feff}')) {
                patterns_in(&json, found);
            }
        }
    }
}

fn patterns_in(json: &Value, found: &mut BTreeSet<String>) {
    match json {
        Value::Object(members) => {
            found.extend(members.get("pattern").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|value| patterns_in(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| patterns_in(value, found)),
        _ => {}
    }
}

fn judge(pattern: &str) -> Option<Validator> {
    let options = jsonschema::options().with_pattern_options(PatternOptions::regex());
    options.build(&json!({ "pattern": pattern })).ok()
}

/// Texts of the letters that patterns speak of, short and long.
fn texts() -> Vec<String> {
    const LETTERS: &[&str] =
        &["a", "z", "A", "Z", "0", "9", "-", "_", ".", " ", ",", "(", ")", "/", "+", "=", "^", "\n", "é", "\u{1f600}"];
    let mut texts: Vec<String> = LETTERS.iter().map(|letter| (*letter).to_owned()).collect();
    let mut state = 1_u64;
    let mut below = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % bound
    };
    for _ in 0..400 {
        // Few letters in one text: most patterns refuse most letters.
        let mut some = [""; 3];
        for letter in &mut some {
            let known = if below(4) == 0 { LETTERS.len() } else { 8 };
            *letter = LETTERS[below(known)];
        }
        let length = [below(5), below(30), below(130)][below(3)];
        texts.push((0..length).map(|_| some[below(3)]).collect());
    }
    texts
}

#[test]
fn a_pattern_of_azure_means_what_jsonschema_means_by_it() {
    let mut patterns = BTreeSet::new();
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["schemas", "../shared/corpus/rest-api-specs", "../shared/corpus/bicep-types"] {
        patterns_below(&project.join(folder), &mut patterns);
    }
    assert!(patterns.len() > 30, "{patterns:?}");
    let texts = texts();
    let (mut by_class, mut by_engine, mut unusable) = (0, 0, Vec::new());
    for expression in patterns {
        let pattern = Pattern::new(expression.clone());
        match pattern.matcher() {
            Matcher::OneClass(_) => by_class += 1,
            Matcher::Engine(_) => by_engine += 1,
            Matcher::None => unusable.push(expression.clone()),
        }
        let judge = judge(&expression);
        assert_eq!(pattern.is_usable(), judge.is_some(), "{expression}");
        let Some(judge) = judge else { continue };
        for text in &texts {
            assert_eq!(pattern.may_match(text), judge.is_valid(&json!(text)), "{expression} on {text:?}");
        }
    }
    println!("{by_class} say which letters there are, {by_engine} take an engine; not checked: {unusable:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2000), failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces of patterns in any order: what `jsonschema` takes we take, and it means the same. (But for `\b`: to ECMA
    /// 262 a word has no letters beyond ASCII, and to the engine behind `jsonschema` it has.)
    #[test]
    fn any_pattern_means_what_jsonschema_means_by_it(
        expression in prop::collection::vec(prop::sample::select(PIECES), 1..9).prop_map(|pieces| pieces.concat()),
        texts in prop::collection::vec("[abzA019._/é \t\n-]{0,6}", 20),
    ) {
        let pattern = Pattern::new(expression.clone());
        if let Some(judge) = judge(&expression) {
            prop_assert!(pattern.is_usable(), "{expression}");
            for text in &texts {
                prop_assert_eq!(pattern.may_match(text), judge.is_valid(&json!(text)), "{} on {:?}", expression, text);
            }
        }
    }
}

const PIECES: &[&str] = &[
    "a", "b", "-", "é", ".", "/", "[a-c]", "[^a]", "[\\w-]", "[\\w-.]", "[a-]", "[-a]", "[^\\d.]", "[\\S]", "[^\\s]",
    "[[a]", "[a&&b]", "[+--]", "[é-ü]", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\/", "\\-", "\\.", "\\x41",
    "\\u0062", "\\t", "^", "$", "*", "+", "?", "{2}", "{1,3}", "{0,}", "(", "(?:", "(?<n>", "|", ")",
];
