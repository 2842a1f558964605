use super::resource_id::{ResourceIdText, resource_id};
use crate::catalog::{Dependency, Lookup};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Notation, Path, pointer_segments};
use crate::project::{ResourceName, SEPARATOR};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, NOTHING, TextContext};
use crate::text::{Edit, escape_controls, quote};

/// A file in which a rule of a load balancer's neighbour has that id, for examples.
macro_rules! interface {
    ($callback:literal, $id:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"NetworkSecurityGroup\",\n    group: \"Network\",\n    name: \"wall\",\n    properties: () => ({}),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n",
            "  {\n    type: \"NetworkInterface\",\n    group: \"Network\",\n    name: \"card\",\n",
            "    properties: ", $callback, " => ({\n      properties: {\n        networkSecurityGroup: {\n          id: ",
            $id,
            ",\n        },\n      },\n    }),\n    dependencies: () => ({ resourceGroup: \"rg\", networkSecurityGroup: \"rg::wall\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("style/hard-coded-id"),
    severity: Severity::Info,
    enabled: true,
    summary: "The id of a resource is written out",
    fix: FixAvailability::Unsafe,
    explanation: "An id holds a subscription and a resource group: the definition works in one place only. `getId` \
        gives the id of a resource that the project declares, and a dependency that fills the place makes it \
        superfluous; where one of these would do, it is a warning.",
    source: "GruCloud's documentation",
    examples: &[
        Example::bad("resources.js", interface!("()", "\"/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/shared\"")),
        Example::bad("resources.js", interface!("()", "\"/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/wall\"")),
        Example::good("resources.js", interface!("({ getId })", "getId({ type: \"NetworkSecurityGroup\", group: \"Network\", name: \"rg::wall\" })")),
    ],
};

pub(super) const CHECK: Check = Check::Text(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &TextContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    // A data file has no other way to say it.
    let is_program = matches!(context.definition.definition.notation, Notation::Program | Notation::Call);
    if !context.text.starts_with("/subscriptions/") || !is_program {
        return;
    }
    let Some(id) = resource_id(context.text) else { return };
    let pointer = context.path.map(Path::pointer).unwrap_or_default();
    let diagnostic = RULE.diagnostic(context.value.span, "the id of a resource is written out").with_pointer(&pointer);
    if let Some((group, resource_type, name)) = declared(context, &id) {
        let arguments = format!("type: \"{resource_type}\", group: \"{group}\", name: \"{name}\"");
        let mut diagnostic = diagnostic
            .with_help(format!("The project declares {}: write `getId({{ {arguments} }})`.", quote(&name)));
        diagnostic.severity = Severity::Warning;
        let is_plain = !name.contains(['"', '\\', '\n']) && context.definition.definition.field("properties").is_some_and(|member| member.value.as_function().is_some());
        found.push(if is_plain {
            let edit = Edit::replace(context.value.span, format!("getId({{ {arguments} }})"));
            diagnostic.with_fix(Fix::on_request("Ask for it by `getId`", edit))
        } else {
            diagnostic
        });
        return;
    }
    match filling(context, &pointer) {
        Some(key) => {
            let mut diagnostic = diagnostic.with_help(format!("The dependency `{}` fills this place: leave it out.", escape_controls(key)));
            diagnostic.severity = Severity::Warning;
            found.push(diagnostic);
        }
        None => found.push(diagnostic.with_help("It ties the definition to one subscription and resource group.")),
    }
}

/// The resource of the project that has the id: its group, its type and its whole name.
fn declared(context: &TextContext<'_, '_>, id: &ResourceIdText<'_>) -> Option<(String, String, String)> {
    let project = context.definition.project;
    if !project.counts(context.definition.resource) {
        return None;
    }
    let (group, resource_type) = match (&*id.arm_type, &(context.definition.find)(None, &id.arm_type).lookup) {
        ("", _) => ("Resources".to_owned(), "ResourceGroup".to_owned()),
        (_, Lookup::Found(found)) => (found.group.to_string(), found.resource_type.to_string()),
        _ => return None,
    };
    let name = id.names.join(SEPARATOR);
    project.declared(&group, &resource_type, &ResourceName::known(&name)).map(|_| (group, resource_type, name))
}

/// The dependency that is given and fills the place anyway.
fn filling<'c>(context: &TextContext<'c, '_>, pointer: &str) -> Option<&'c str> {
    let resource = context.definition.resource;
    let place = pointer_segments(pointer).collect::<Vec<_>>().join(".");
    let fills = |dependency: &Dependency| dependency.path_id.as_deref() == Some(&place);
    let mut links = resource.links.iter();
    links.find(|link| resource.dependency(&link.member.key).is_some_and(fills)).map(|link| &*link.member.key)
}
