//! What the readers make of a text: the definitions, and the values as far as the text alone tells them.

mod broken;
mod resources;
mod values;

use std::path::Path;

use lazuli::document::{Document, TemplatePart, Unknown, Value, ValueKind};
use lazuli::read::{Format, read};

fn read_as<'t>(file: &str, text: &'t str) -> Document<'t> {
    read(text, Format::of(Path::new(file)).unwrap())
}

/// A value in short: `?` is unknown, `?string` an unknown string, `…` more that is not known.
fn show(value: &Value<'_>) -> String {
    match &value.kind {
        ValueKind::Null => "null".to_owned(),
        ValueKind::Boolean(boolean) => boolean.to_string(),
        ValueKind::Number(number) => number.to_string(),
        ValueKind::String(text) => format!("{text:?}"),
        ValueKind::Array(array) => {
            let more = array.open.then(|| "…".to_owned());
            format!("[{}]", array.items.iter().map(show).chain(more).collect::<Vec<_>>().join(", "))
        }
        ValueKind::Object(object) => {
            let more = object.open.then(|| "…".to_owned());
            let members = object.members.iter().map(|member| format!("{}: {}", member.key, show(&member.value)));
            format!("{{{}}}", members.chain(more).collect::<Vec<_>>().join(", "))
        }
        ValueKind::Unknown(Unknown::Template(parts)) => {
            let part = |part: &TemplatePart<'_>| match part {
                TemplatePart::Text(text) => text.to_string(),
                TemplatePart::Hole(value) => format!("${{{}}}", show(value)),
            };
            format!("`{}`", parts.iter().map(part).collect::<String>())
        }
        ValueKind::Unknown(Unknown::Undefined) => "undefined".to_owned(),
        ValueKind::Unknown(Unknown::Environment(name)) => format!("env {name}"),
        ValueKind::Unknown(Unknown::Reference(argument)) => format!("id {}", show(argument)),
        ValueKind::Unknown(Unknown::Function(function)) => format!("=> {}", show(&function.returns)),
        ValueKind::Unknown(Unknown::Expression { known_type, .. }) => {
            known_type.map_or("?".to_owned(), |known_type| format!("?{known_type}"))
        }
    }
}
