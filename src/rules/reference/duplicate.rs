use std::path::Path;

use super::{is_followed, subnet};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::project::{Project, Resource};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING};
use crate::text::quote;

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/duplicate"),
    severity: Severity::Error,
    enabled: true,
    summary: "Two resources of one type have one name",
    fix: FixAvailability::None,
    explanation: "GruCloud keeps resources by type and name: of two, the last wins without a word. Compared are the \
        whole names, with those of the parents. Resources that only some condition brings are not compared, nor are \
        those of files of one name in several folders, which stand for one another (`dev/resources.js` and \
        `prod/resources.js`).",
    source: "GruCloud, which keeps resources by their names",
    examples: &[
        Example::bad(
            "resources.js",
            "exports.createResources = () => [\n  { type: \"ResourceGroup\", group: \"Resources\", name: \"rg\", properties: () => ({}) },\n  { type: \"ResourceGroup\", group: \"Resources\", name: \"rg\", properties: () => ({}) },\n];\n",
        ),
        Example::good("resources.js", subnet!(r#"resourceGroup: "rg""#, r#"virtualNetwork: "rg::net""#)),
        Example::good(
            "resources.js",
            "exports.createResources = ({ config }) => [\n  config.large\n    ? { type: \"ResourceGroup\", group: \"Resources\", name: \"rg\", properties: () => ({ tags: { size: \"L\" } }) }\n    : { type: \"ResourceGroup\", group: \"Resources\", name: \"rg\", properties: () => ({}) },\n];\n",
        ),
    ],
};

pub(super) const CHECK: Check = Check::Definition(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &DefinitionContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let (project, resource) = (context.project, context.resource);
    if context.definition.is_conditional || !resource.name.is_settled() || !is_followed(context) {
        return;
    }
    let mut others = project.namesakes(resource).filter(|other| is_another(project, other, resource));
    let Some(first) = others.next() else { return };
    let message = format!("{} {} is declared twice", context.type_in_words(), quote(&resource.name.shown()));
    let place = project.elsewhere(first.file, first.definition.handle(), resource.file);
    found.push(
        RULE.diagnostic(context.definition.handle(), message)
            .with_related_in(place, "declared here first", first.definition.handle())
            .with_help("GruCloud keeps the last one only: give one of them another name, or take it away."),
    );
}

/// Whether one resource comes before another and stands beside it.
fn is_another(project: &Project<'_, '_>, one: &Resource<'_, '_>, other: &Resource<'_, '_>) -> bool {
    let path = |resource: &Resource<'_, '_>| project.files[resource.file].path;
    !one.definition.is_conditional
        && project.comes_before(one, other)
        && (one.file == other.file || !stand_for_one_another(path(one), path(other)))
}

/// Files of one name are variants: of several stages in folders, or of one program before and after it was compiled.
fn stand_for_one_another(one: &Path, other: &Path) -> bool {
    one.file_stem() == other.file_stem()
}
