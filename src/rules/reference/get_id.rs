use super::{
    fault::{Fault, may_be_one, names_of},
    insertion::{insertion_of_item, insertion_of_member},
    is_followed,
    meant_key::meant_key,
    suggestion::with_meant,
};
use crate::catalog::{Dependency, Lookup};
use crate::diagnostic::{Diagnostic, Fix, RuleCode, Severity};
use crate::document::{Object, Value};
use crate::project::{Resolution, ResourceName};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, DefinitionContext, NOTHING, ReferenceContext};
use crate::text::{Edit, escape_controls, nearest, quote, replacement_of_string};

/// A file in which a network interface asks for the id of a subnet, for examples.
macro_rules! interface {
    ($name:literal, $dependency:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"Subnet\",\n    group: \"Network\",\n    name: \"inner\",\n",
            "    properties: () => ({ properties: { addressPrefix: \"10.0.1.0/24\" } }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\", virtualNetwork: \"rg::net\" }),\n  },\n",
            "  {\n    type: \"Subnet\",\n    group: \"Network\",\n    name: \"outer\",\n",
            "    properties: () => ({ properties: { addressPrefix: \"10.0.2.0/24\" } }),\n",
            "    dependencies: () => ({ resourceGroup: \"rg\", virtualNetwork: \"rg::net\" }),\n  },\n",
            "  {\n    type: \"NetworkInterface\",\n    group: \"Network\",\n    name: \"card\",\n",
            "    properties: ({ getId }) => ({\n      properties: {\n        ipConfigurations: [\n          {\n            name: \"main\",\n",
            "            properties: {\n              subnet: { id: getId({ type: \"Subnet\", group: \"Network\", name: \"",
            $name,
            "\" }) },\n            },\n          },\n        ],\n      },\n    }),\n    dependencies: () => ({ resourceGroup: \"rg\", ",
            $dependency,
            " }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("reference/get-id"),
    severity: Severity::Error,
    enabled: true,
    summary: "`getId` asks for a resource that is not declared, or not depended on",
    fix: FixAvailability::Unsafe,
    explanation: "`getId` gives the id of a resource that exists already. GruCloud creates a resource when those it \
        depends on are there: what `getId` names must be among the dependencies too, or its id may not exist yet. \
        A resource that the project does not declare is only reported where it declares some of that type.",
    source: "GruCloud, which looks the id up among the resources that are there",
    examples: &[
        Example::bad("resources.js", interface!("rg::net::inner", r#"subnets: ["rg::net::outer"]"#)),
        Example::bad("resources.js", interface!("rg::net::iner", r#"subnets: ["rg::net::inner"]"#)),
        Example::good("resources.js", interface!("rg::net::inner", r#"subnets: ["rg::net::inner"]"#)),
    ],
};

pub(super) const CHECK: Check = Check::Reference(check);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

fn check(context: &ReferenceContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let definition = context.definition;
    let Some(argument) = context.argument.as_object().filter(|_| is_followed(definition)) else { return };
    let (Some(resource_type), Some(group)) = (argument.get("type"), argument.get("group")) else { return };
    let (Some(type_text), Some(group_text)) = (resource_type.value.as_str(), group.value.as_str()) else { return };
    match &(definition.find)(Some(group_text), type_text).lookup {
        Lookup::Found(_) => {}
        Lookup::Slip(meant) => {
            let (span, written) =
                if meant.group == group_text { (resource_type, &meant.resource_type) } else { (group, &meant.group) };
            let message = format!("there is no resource type {}", quote(&format!("{group_text}::{type_text}")));
            let edit = replacement_of_string(definition.text, span.value.span, written);
            found.push(
                RULE.diagnostic(span.value.span, message)
                    .with_help(format!("Did you mean `{}::{}`?", meant.group, meant.resource_type))
                    .with_fix(Fix::on_request(format!("Write `{written}`"), edit)),
            );
            return;
        }
        Lookup::OtherVersions(_) | Lookup::NotCovered => return,
    }
    let Some(name) = argument.get("name") else { return };
    let asked = Asked {
        group: group_text,
        resource_type: type_text,
        value: &name.value,
        name: ResourceName::of(&name.value, definition.resource.file),
    };
    if !asked.is_reported_as_a_dependency(definition) {
        found.extend(asked.fault(definition));
    }
}

/// The resource that a `getId` asks for.
struct Asked<'c, 's> {
    group: &'c str,
    resource_type: &'c str,
    value: &'c Value<'s>,
    name: ResourceName,
}

impl Asked<'_, '_> {
    /// Whether the dependencies have a mistake that explains this one: one of that type leads nowhere.
    fn is_reported_as_a_dependency(&self, definition: &DefinitionContext<'_, '_>) -> bool {
        definition.project.unresolved(definition.resource).any(|unresolved| {
            let dependency = unresolved.dependency;
            dependency.group == self.group && dependency.resource_type == self.resource_type
        })
    }

    fn fault(&self, definition: &DefinitionContext<'_, '_>) -> Option<Diagnostic> {
        let project = definition.project;
        let resolution = project.resolve(self.group, self.resource_type, &self.name);
        let none_of_type = resolution == Resolution::NoneOfType;
        if resolution == Resolution::Absent || none_of_type {
            let fault = Fault::of_name(project, (self.group, self.resource_type), &self.name, none_of_type);
            if let Some(fault) = fault {
                return Some(self.undeclared(definition, &fault));
            }
        }
        self.not_depended_on(definition)
    }

    fn undeclared(&self, definition: &DefinitionContext<'_, '_>, fault: &Fault) -> Diagnostic {
        let shown = quote(&self.name.shown());
        let message = match fault {
            Fault::Type { resource_type, .. } => {
                format!("{shown} is a {}, and no {}", escape_controls(resource_type), self.resource_type)
            }
            _ => format!("the project declares no {} called {shown}", self.resource_type),
        };
        let diagnostic = RULE.diagnostic(self.value.span, message);
        let meant = match fault {
            Fault::Case(name) => Some(name.clone()),
            Fault::Prefix(names) if names.len() == 1 => names.first().cloned(),
            _ => {
                let names = names_of(definition.project, self.group, self.resource_type);
                nearest(self.value.as_str().unwrap_or_default(), names).map(str::to_owned)
            }
        };
        match meant {
            Some(meant) => with_meant(diagnostic, self.value.span, &meant, definition.text),
            None => diagnostic.with_help("Declare it, or write the name of one that is declared."),
        }
    }

    fn not_depended_on(&self, definition: &DefinitionContext<'_, '_>) -> Option<Diagnostic> {
        let resource = definition.resource;
        let deployment = resource.deployment()?;
        let is_known = |(_, dependency): &(&String, &Dependency)| {
            dependency.group == self.group && dependency.resource_type == self.resource_type
        };
        let keys: Vec<(&str, bool)> =
            deployment.dependencies.iter().filter(is_known).map(|(key, known)| (key.as_str(), known.list)).collect();
        let nothing = Object::default();
        let given = match (resource.dependencies, definition.definition.field("dependencies")) {
            (Some(given), _) => given,
            (None, None) => &nothing,
            _ => return None,
        };
        let unknown = given.members.iter().filter(|member| !deployment.dependencies.contains_key(&*member.key));
        let mut meant = unknown.filter_map(|member| meant_key(&member.key, deployment, given));
        if meant.any(|meant| keys.iter().any(|(key, _)| *key == meant.key)) {
            return None;
        }
        // A type that cannot depend on it need not say so; one whose dependencies are not all known may.
        if keys.is_empty() || given.open || self.may_be_among(definition, &keys, given) {
            return None;
        }
        let message = format!("{} is not among the dependencies", quote(&self.name.shown()));
        let help = match keys.as_slice() {
            [(key, _)] => format!("Add it to `{key}`: only then it is there when its id is asked for."),
            _ => "Add it: only then it is there when its id is asked for.".to_owned(),
        };
        let diagnostic = RULE.diagnostic(self.value.span, message).with_help(help);
        Some(match self.addition(definition, &keys, given) {
            Some(edit) => diagnostic.with_fix(Fix::on_request("Add it to the dependencies", edit)),
            None => diagnostic,
        })
    }

    fn may_be_among(&self, definition: &DefinitionContext<'_, '_>, keys: &[(&str, bool)], given: &Object<'_>) -> bool {
        let is_open = |value: &Value<'_>| value.as_array().is_some_and(|array| array.open);
        let mut links = definition.resource.links.iter();
        keys.iter().any(|(key, _)| given.get(key).is_some_and(|member| is_open(&member.value)))
            || links.any(|link| {
                keys.iter().any(|(key, _)| *key == link.member.key) && may_be_one(&link.name, &self.name)
            })
    }

    /// What adds it to the dependencies, where there is one place for it.
    fn addition(
        &self,
        definition: &DefinitionContext<'_, '_>,
        keys: &[(&str, bool)],
        given: &Object<'_>,
    ) -> Option<Edit> {
        let [(key, list)] = keys else { return None };
        let written = self.value.span.slice_of(definition.text);
        match given.get(key) {
            Some(member) => {
                let items = &member.value.as_array().filter(|_| *list)?.items;
                insertion_of_item(definition.text, items, member.value.span, written)
            }
            None => {
                let whole = definition.definition.dependencies()?.span;
                let name = if *list { format!("[{written}]") } else { written.to_owned() };
                insertion_of_member(definition.text, given, whole, &format!("{key}: {name}"))
            }
        }
    }
}
