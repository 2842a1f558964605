//! What is wrong with a definition beyond its schema: one folder for each area, one file for each rule.
//!
//! A rule is a file with two things in it: `RULE`, its declaration, and `CHECK`, how it looks. The list at
//! the top of its area's `mod.rs` is all that it takes to run, document and test it.

mod context;
mod definition;
mod facts;
mod lifecycle;
mod name;
mod naming;
mod network;
mod private_link;
mod reference;
mod rule_set;
mod schema;
mod security;
mod style;
mod suppression;

pub(crate) use context::{
    DefinitionContext, DocumentContext, MemberContext, ProjectContext, ProjectFinding, ReferenceContext, SecretContext,
    SuppressionContext, TextContext,
};
pub(crate) use definition::SYNTAX;
pub(crate) use facts::facts;
pub(crate) use lifecycle::is_service_managed;
pub(crate) use name::{is_known, means, nearest_rule};
pub(crate) use private_link::allowed_values;
pub(crate) use rule_set::RuleSet;
pub(crate) use security::{Secret, SecretFinder, literal};

use crate::diagnostic::{Diagnostic, RuleCode};
use crate::rule::Rule;
use crate::validate;

/// How a rule looks at what it checks.
pub(crate) enum Check {
    /// Once at each file.
    Document(DocumentCheck),
    /// At each definition.
    Definition(DefinitionCheck),
    /// At each member of a resource's properties that has one of these keys, however deep.
    Member(&'static [&'static str], MemberCheck),
    /// At each known string in a resource's properties.
    Text(TextCheck),
    /// At each secret in a resource's properties.
    Secret(SecretCheck),
    /// Once for a whole project, whatever of it is asked about.
    Project(ProjectCheck),
    /// At each `getId({ … })` in a resource's properties.
    Reference(ReferenceCheck),
    /// Once at each file, when what its comments ask for was left out.
    Suppression(SuppressionCheck),
}

pub(crate) type DocumentCheck = fn(&DocumentContext<'_, '_>, &mut Vec<Diagnostic>);
pub(crate) type DefinitionCheck = fn(&DefinitionContext<'_, '_>, &mut Vec<Diagnostic>);
pub(crate) type TextCheck = fn(&TextContext<'_, '_>, &mut Vec<Diagnostic>);
pub(crate) type SecretCheck = fn(&SecretContext<'_, '_>, &mut Vec<Diagnostic>);
pub(crate) type ProjectCheck = fn(&ProjectContext<'_, '_, '_>, &mut Vec<ProjectFinding>);
pub(crate) type MemberCheck = fn(&MemberContext<'_, '_>, &mut Vec<Diagnostic>);
pub(crate) type ReferenceCheck = fn(&ReferenceContext<'_, '_>, &mut Vec<Diagnostic>);
pub(crate) type SuppressionCheck = fn(&SuppressionContext<'_, '_>, &mut Vec<Diagnostic>);

/// A rule that looks at definitions, ready to run.
pub(crate) struct DomainRule {
    pub(crate) rule: &'static Rule,
    pub(crate) check: Check,
    /// The rules whose finding at the same place says the same with less knowledge.
    pub(crate) supersedes: &'static [RuleCode],
}

/// Declares the rules of an area: each its own module, and together the list that is run.
macro_rules! area {
    ($($rule:ident),* $(,)?) => {
        $(mod $rule;)*
        pub(super) static RULES: &[crate::rules::DomainRule] = &[$(crate::rules::DomainRule {
            rule: &$rule::RULE,
            check: $rule::CHECK,
            supersedes: $rule::SUPERSEDES,
        }),*];
    };
}
use area;

/// Every rule that looks at definitions.
pub(crate) static AREAS: [&[DomainRule]; 10] = [
    definition::RULES,
    schema::RULES,
    private_link::RULES,
    reference::RULES,
    naming::RULES,
    security::RULES,
    network::RULES,
    style::RULES,
    lifecycle::RULES,
    suppression::RULES,
];

/// Every rule there is.
pub(crate) fn all_rules() -> impl Iterator<Item = &'static Rule> {
    let domain = AREAS.into_iter().flatten().map(|rule| rule.rule);
    validate::RULES.iter().copied().chain(domain)
}

/// The value of `SUPERSEDES` for a rule that says what no other does.
const NOTHING: &[RuleCode] = &[];
