//! Every rule, by its own documentation.

use std::collections::HashSet;
use std::fmt::Write;

use lazuli::Diagnostic;
use lazuli::catalog::Catalog;
use lazuli::config::RuleSeverities;
use lazuli::rule::{Example, FixAvailability, Rule, Verdict};
use lazuli::{
    Config,
    linter::{self, Linter, Source},
};

/// What is found in an example, its own rule being on.
fn findings(rule: &Rule, example: &Example) -> Vec<Diagnostic> {
    let mut catalog = Catalog::embedded();
    for swagger in example.swagger {
        assert_eq!(catalog.add_swagger(swagger).expect("the example's swagger is sound"), []);
    }
    let mut rules = RuleSeverities::default();
    if !rule.enabled {
        rules.set(rule.code.0, Some(rule.severity)).unwrap();
    }
    let linter = Linter::new(Config { catalog, rules, ..Config::default() });
    linter.check(&Source::new(example.file, example.text)).diagnostics
}

fn each_example() -> impl Iterator<Item = (&'static Rule, &'static Example)> {
    linter::rules().into_iter().flat_map(|rule| rule.examples.iter().map(move |example| (rule, example)))
}

#[test]
fn an_example_shows_its_rule_and_no_other() {
    for (rule, example) in each_example() {
        let found = findings(rule, example);
        let codes: Vec<String> = found.iter().map(|diagnostic| diagnostic.rule.to_string()).collect();
        let expected = match example.verdict {
            Verdict::Bad => vec![rule.code.to_string()],
            Verdict::Good => Vec::new(),
        };
        assert_eq!(codes, expected, "{} on:\n{}\nfound {found:#?}", rule.code, example.text);
    }
}

#[test]
fn every_rule_has_an_example_of_each_kind_and_offers_the_fix_that_it_declares() {
    for rule in linter::rules() {
        for verdict in [Verdict::Bad, Verdict::Good] {
            assert!(rule.examples.iter().any(|example| example.verdict == verdict), "{}: {verdict:?}", rule.code);
        }
        let fixes: Vec<bool> = rule
            .examples
            .iter()
            .flat_map(|example| findings(rule, example))
            .filter_map(|found| found.fix)
            .map(|fix| fix.safe)
            .collect();
        let best = match (fixes.contains(&true), fixes.contains(&false)) {
            (true, _) => FixAvailability::Safe,
            (false, true) => FixAvailability::Unsafe,
            (false, false) => FixAvailability::None,
        };
        assert_eq!(best, rule.fix, "{}", rule.code);
    }
}

/// A safe fix leaves nothing to find; one on request at least not what it was for.
#[test]
fn a_fix_mends_what_it_is_for() {
    for (rule, example) in each_example() {
        for diagnostic in findings(rule, example) {
            let Some(fix) = diagnostic.fix else { continue };
            let mut edits = fix.edits;
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
            let mut text = example.text.to_owned();
            for edit in edits {
                text.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
            }
            let left = findings(rule, &Example { text: text.clone().leak(), ..*example });
            assert!(left.iter().all(|found| found.rule != rule.code), "{} after {}:\n{text}", rule.code, fix.title);
            if fix.safe {
                assert_eq!(left, [], "{} after {}:\n{text}", rule.code, fix.title);
            }
        }
    }
}

#[test]
fn the_codes_are_unique_and_what_they_were() {
    let rules = linter::rules();
    let codes: HashSet<&str> = rules.iter().map(|rule| rule.code.0).collect();
    assert_eq!(codes.len(), rules.len());
    let mut list = String::new();
    for rule in rules {
        let is_kebab =
            |part: &str| !part.is_empty() && part.chars().all(|letter| letter == '-' || letter.is_ascii_lowercase());
        assert!(rule.code.0.split_once('/').is_some_and(|(area, name)| is_kebab(area) && is_kebab(name)));
        let off = if rule.enabled { "" } else { ", off" };
        writeln!(list, "{} ({}{off})", rule.code, rule.severity).unwrap();
    }
    insta::assert_snapshot!(list);
}

/// What is written about a rule reads well in one place and in all others alike.
#[test]
fn the_documentation_of_a_rule_is_complete() {
    for rule in linter::rules() {
        assert!(!rule.summary.ends_with('.') && rule.summary.len() <= 100, "{}: {}", rule.code, rule.summary);
        assert!(rule.explanation.ends_with('.'), "{}", rule.code);
        assert!(!rule.source.is_empty() && !rule.source.ends_with('.'), "{}", rule.code);
    }
}
