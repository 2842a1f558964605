use crate::rule::Rule;

use super::{
    AREAS, Check, DefinitionCheck, DocumentCheck, DomainRule, MemberCheck, ProjectCheck, ReferenceCheck, SecretCheck,
    SuppressionCheck, TextCheck,
};

/// The rules that are run, sorted by what they look at, so that a member whose key no rule asks for costs
/// next to nothing.
#[derive(Default)]
pub(crate) struct RuleSet {
    pub(crate) of_documents: Vec<DocumentCheck>,
    pub(crate) of_definitions: Vec<(&'static DomainRule, DefinitionCheck)>,
    pub(crate) of_suppressions: Vec<SuppressionCheck>,
    pub(crate) of_references: Vec<(&'static DomainRule, ReferenceCheck)>,
    pub(crate) of_texts: Vec<(&'static DomainRule, TextCheck)>,
    pub(crate) of_secrets: Vec<(&'static DomainRule, SecretCheck)>,
    pub(crate) of_projects: Vec<(&'static DomainRule, ProjectCheck)>,
    of_members: Vec<(&'static str, &'static DomainRule, MemberCheck)>,
    /// A bit for each length that a key in `of_members` has.
    key_lengths: u64,
}

impl RuleSet {
    /// The rules that look at all.
    pub(crate) fn new(is_on: impl Fn(&Rule) -> bool) -> Self {
        let mut rules = Self::default();
        for rule in AREAS.into_iter().flatten().filter(|rule| is_on(rule.rule)) {
            match rule.check {
                Check::Document(check) => rules.of_documents.push(check),
                Check::Suppression(check) => rules.of_suppressions.push(check),
                Check::Reference(check) => rules.of_references.push((rule, check)),
                Check::Definition(check) => rules.of_definitions.push((rule, check)),
                Check::Text(check) => rules.of_texts.push((rule, check)),
                Check::Secret(check) => rules.of_secrets.push((rule, check)),
                Check::Project(check) => rules.of_projects.push((rule, check)),
                Check::Member(keys, check) => {
                    for key in keys {
                        rules.of_members.push((key, rule, check));
                        rules.key_lengths |= length_bit(key);
                    }
                }
            }
        }
        rules
    }

    /// The rules that look at members with this key.
    pub(crate) fn of_member(&self, key: &str) -> impl Iterator<Item = (&'static DomainRule, MemberCheck)> {
        let candidates = if self.key_lengths & length_bit(key) == 0 { &[] } else { self.of_members.as_slice() };
        candidates.iter().filter(move |(wanted, ..)| *wanted == key).map(|(_, rule, check)| (*rule, *check))
    }
}

fn length_bit(key: &str) -> u64 {
    1 << key.len().min(63)
}
