//! The resources of Azure Resource Manager's templates: `{ "type": "Microsoft.Storage/storageAccounts", … }`.
//!
//! What the service gets of such a resource is the object itself, without what is meant for the deployment. A
//! string in square brackets is an expression that only the deployment works out.

use std::borrow::Cow;

use crate::document::{Definition, Member, Name, Notation, Object, Unknown, Value, ValueKind};

/// The members of a resource that are meant for the deployment, and not for the service.
const FOR_THE_DEPLOYMENT: [&str; 15] = [
    "$schema",
    "apiVersion",
    "comments",
    "condition",
    "copy",
    "dependsOn",
    "existing",
    "import",
    "metadata",
    "name",
    "resourceGroup",
    "resources",
    "scope",
    "subscriptionId",
    "type",
];

/// The resource that `value` is, and those inside it.
pub(super) fn definitions<'s>(value: Value<'s>, definitions: &mut Vec<Definition<'s>>) {
    add(value, None, definitions);
}

/// Adds a resource; inside another one its type goes on where the other's ends.
fn add<'s>(value: Value<'s>, outer: Option<&Name<'s>>, definitions: &mut Vec<Definition<'s>>) {
    let mut definition = Definition::new(value, Notation::Template);
    if let (Some(outer), Some(inner)) = (outer, &mut definition.resource_type)
        && !inner.text.to_ascii_lowercase().starts_with(&*outer.text.to_ascii_lowercase())
    {
        inner.text = Cow::Owned(format!("{}/{}", outer.text, inner.text));
    }
    let inner = definition.field("resources").map(|member| member.value.clone());
    // A resource that is there already is only named.
    if definition.field("existing").is_some_and(|member| member.value.kind == ValueKind::Boolean(true)) {
        return;
    }
    if let Some(object) = definition.body.as_object() {
        let content = ValueKind::Object(content(object));
        definition.content = Some(Value::new(definition.body.span, content));
    }
    let resource_type = definition.resource_type.clone();
    definitions.push(definition);
    if let Some(ValueKind::Array(inner)) = inner.map(|inner| inner.kind) {
        for value in inner.items.into_iter().filter(|value| value.as_object().is_some()) {
            add(value, resource_type.as_ref(), definitions);
        }
    }
}

/// What the service gets.
fn content<'s>(resource: &Object<'s>) -> Object<'s> {
    let for_the_service = |member: &&Member<'s>| !FOR_THE_DEPLOYMENT.contains(&&*member.key);
    let members = resource.members.iter().filter(for_the_service).map(worked_out_later);
    Object { members: members.collect(), ..Object::default() }
}

fn worked_out_later<'s>(member: &Member<'s>) -> Member<'s> {
    Member { value: known_part(&member.value), ..member.clone() }
}

/// The value, as far as it is known before the deployment.
fn known_part<'s>(value: &Value<'s>) -> Value<'s> {
    let kind = match &value.kind {
        ValueKind::String(text) if is_expression(text) => {
            ValueKind::Unknown(Unknown::Expression { text: None, known_type: None })
        }
        ValueKind::Array(array) => {
            let mut array = array.clone();
            array.items = array.items.iter().map(known_part).collect();
            ValueKind::Array(array)
        }
        ValueKind::Object(object) => {
            // `copy` makes more members, and a key can be an expression too.
            let is_known = |member: &&Member<'s>| member.key != "copy" && !is_expression(&member.key);
            let members: Vec<Member<'s>> = object.members.iter().filter(is_known).map(worked_out_later).collect();
            let open = object.open || members.len() < object.members.len();
            ValueKind::Object(Object { members, open, ..Object::default() })
        }
        other => other.clone(),
    };
    Value::new(value.span, kind)
}

/// `[parameters('name')]`; two brackets at the start stand for one that is text.
fn is_expression(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']') && !text.starts_with("[[")
}
