use super::{Definition, Object, TemplatePart, Unknown, Value, ValueKind};
use crate::text::Span;

/// A place where a definition names another resource.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'d, 's> {
    /// How it names it.
    pub origin: ReferenceOrigin<'d>,
    /// The name, which may be unknown.
    pub name: &'d Value<'s>,
    /// The type that is asked for; a dependency's key says it instead.
    pub resource_type: Option<&'d str>,
    /// The group that is asked for.
    pub group: Option<&'d str>,
    /// The provider that has the resource, where it is not this one (`aws`).
    pub provider: Option<&'d str>,
    /// The path inside the resource that is asked for (`live.properties.ipAddress`).
    pub path: Option<&'d str>,
}

/// How a definition names another resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceOrigin<'d> {
    /// A member of `dependencies`.
    Dependency {
        /// The key (`resourceGroup`).
        key: &'d str,
        /// Where the key stands.
        key_span: Span,
        /// Whether the name stands in a list.
        in_list: bool,
    },
    /// A `getId({ … })` in `properties`.
    GetId {
        /// The argument.
        span: Span,
    },
}

impl<'s> Definition<'s> {
    /// Every reference to another resource: the dependencies first, then each `getId`, in the order of
    /// the text.
    #[must_use]
    pub fn references(&self) -> Vec<Reference<'_, 's>> {
        let mut references = Vec::new();
        for member in self.dependencies().and_then(Value::as_object).into_iter().flat_map(|object| &object.members) {
            let dependency = |value, in_list| {
                let origin = ReferenceOrigin::Dependency { key: &member.key, key_span: member.key_span, in_list };
                named(origin, value)
            };
            match &member.value.kind {
                ValueKind::Array(array) => references.extend(array.items.iter().map(|item| dependency(item, true))),
                _ => references.push(dependency(&member.value, false)),
            }
        }
        if let Some(properties) = self.properties() {
            collect_calls(properties, &mut references);
        }
        references
    }
}

fn named<'d, 's>(origin: ReferenceOrigin<'d>, value: &'d Value<'s>) -> Reference<'d, 's> {
    let object = value.as_object();
    let text = |key: &str| object.and_then(|object: &'d Object<'s>| object.get_str(key));
    Reference {
        origin,
        name: object.and_then(|object| object.get("name")).map_or(value, |member| &member.value),
        resource_type: text("type"),
        group: text("group"),
        provider: text("provider"),
        path: text("path"),
    }
}

fn collect_calls<'d, 's>(value: &'d Value<'s>, references: &mut Vec<Reference<'d, 's>>) {
    match &value.kind {
        ValueKind::Array(array) => array.items.iter().for_each(|item| collect_calls(item, references)),
        ValueKind::Object(object) => {
            object.members.iter().for_each(|member| collect_calls(&member.value, references));
        }
        ValueKind::Unknown(Unknown::Template(parts)) => {
            for part in parts {
                if let TemplatePart::Hole(hole) = part {
                    collect_calls(hole, references);
                }
            }
        }
        ValueKind::Unknown(Unknown::Reference(argument)) => {
            references.push(named(ReferenceOrigin::GetId { span: argument.span }, argument));
        }
        _ => {}
    }
}
