//! Every rule by its own documentation, and by area the traps that it must not fall into.

mod definition;
mod naming;
mod network;
mod reference;
mod security;
mod style;

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use lazuli::catalog::Catalog;
use lazuli::config::RuleSeverities;
use lazuli::rule::{Example, FixAvailability, Rule, Verdict};
use lazuli::{
    Config,
    linter::{self, Linter, Source},
};
use lazuli::{Diagnostic, Severity};

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

/// Every code of the catalogue of rules is there, and none that it does not have but those that are told apart here.
#[test]
fn the_catalogue_is_complete() {
    let Ok(catalogue) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/RULES.md")) else {
        eprintln!("skipped: there is no catalogue beside the project");
        return;
    };
    let rows = catalogue.lines().filter(|line| line.starts_with("| ")).filter_map(|line| line.split('|').nth(1));
    let wanted: BTreeSet<&str> =
        rows.flat_map(|cell| cell.split(',')).map(str::trim).filter(|code| code.contains('/')).collect();
    let there: BTreeSet<&str> = linter::rules().iter().map(|rule| rule.code.0).collect();
    assert!(wanted.len() > 50, "{wanted:?}");
    assert_eq!(wanted.difference(&there).collect::<Vec<_>>(), Vec::<&&str>::new());
    // What could not be read is told on its own.
    assert_eq!(there.difference(&wanted).collect::<Vec<_>>(), [&"definition/not-read"]);
}

/// What a text is found to have: rule and place. Infos are left out.
fn alarms(text: &str) -> Vec<(String, String)> {
    let report = Linter::default().check(&Source::new("resources.js", text));
    let alarms = report.diagnostics.into_iter().filter(|found| found.severity > Severity::Info);
    alarms.map(|found| (found.rule.to_string(), found.span.slice_of(text).to_owned())).collect()
}

/// A program with these definitions.
fn program(definitions: &str) -> String {
    format!("exports.createResources = () => [\n{definitions}\n];\n")
}

/// A definition of a program, its properties and dependencies given as the members of objects.
fn definition(group: &str, resource_type: &str, name: &str, properties: &str, dependencies: &str) -> String {
    format!(
        "{{ type: \"{resource_type}\", group: \"{group}\", name: \"{name}\", properties: () => ({{ {properties} }}), dependencies: () => ({{ {dependencies} }}) }},\n"
    )
}

/// Definitions, and what is found in them.
fn assert_table(table: &[(String, &[(&str, &str)])]) {
    for (definitions, expected) in table {
        let found = alarms(&program(definitions));
        let found: Vec<(&str, &str)> = found.iter().map(|(rule, place)| (rule.as_str(), place.as_str())).collect();
        assert_eq!(found, *expected, "{definitions}");
    }
}
