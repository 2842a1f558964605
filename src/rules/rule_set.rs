use crate::rule::Rule;

use super::{
    AREAS, Check, DefinitionCheck, DocumentCheck, DomainRule, MemberCheck, ProjectCheck, ReferenceCheck, SecretCheck,
    SuppressionCheck, TextCheck,
};

/// The rules that are run, sorted by what they look at, so that a member whose key no rule asks for costs
/// next to nothing.
#[derive(Default)]
#[expect(clippy::struct_field_names, reason = "each holds the rules of one kind")]
pub(crate) struct RuleSet {
    pub(crate) of_documents: Vec<DocumentCheck>,
    pub(crate) of_definitions: Vec<(&'static DomainRule, DefinitionCheck)>,
    pub(crate) of_suppressions: Vec<SuppressionCheck>,
    pub(crate) of_references: Vec<(&'static DomainRule, ReferenceCheck)>,
    pub(crate) of_texts: Vec<(&'static DomainRule, TextCheck)>,
    pub(crate) of_secrets: Vec<(&'static DomainRule, SecretCheck)>,
    pub(crate) of_projects: Vec<(&'static DomainRule, ProjectCheck)>,
    /// By the length of the key, so that only a few have to be compared.
    of_members: Vec<Vec<(&'static str, &'static DomainRule, MemberCheck)>>,
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
                        if rules.of_members.len() <= key.len() {
                            rules.of_members.resize_with(key.len() + 1, Vec::new);
                        }
                        rules.of_members[key.len()].push((key, rule, check));
                    }
                }
            }
        }
        rules
    }

    /// The rules that look at members with this key.
    pub(crate) fn of_member(&self, key: &str) -> impl Iterator<Item = (&'static DomainRule, MemberCheck)> {
        let candidates = self.of_members.get(key.len()).map_or(&[][..], Vec::as_slice);
        candidates.iter().filter(move |(wanted, ..)| *wanted == key).map(|(_, rule, check)| (*rule, *check))
    }
}
