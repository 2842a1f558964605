use serde_json::{Number, Value};

use crate::catalog::{Enumeration, Pattern, Schema, SchemaType};

/// What a schema says of its own value, apart from its parts.
///
/// Each member is looked at once: most of the forty that swagger knows are missing from any schema, and looking
/// for them all is what reading a type would cost most.
pub(super) fn own_facts(json: &Value) -> Schema {
    let mut schema = Schema::default();
    let mut values = Vec::new();
    let mut name = None;
    let mut model_as_string = false;
    for (key, value) in json.as_object().into_iter().flatten() {
        match key.as_str() {
            "description" => schema.description = text(value),
            "type" => schema.json_type = value.as_str().and_then(SchemaType::from_name),
            "format" => schema.format = text(value),
            "pattern" => schema.pattern = text(value).map(Pattern::new),
            "minLength" => schema.min_length = value.as_u64(),
            "maxLength" => schema.max_length = value.as_u64(),
            "minimum" => schema.minimum = value.as_number().cloned(),
            "maximum" => schema.maximum = value.as_number().cloned(),
            "exclusiveMinimum" => schema.exclusive_minimum = is_true(value),
            "exclusiveMaximum" => schema.exclusive_maximum = is_true(value),
            "multipleOf" => schema.multiple_of = value.as_number().filter(|number| is_positive(number)).cloned(),
            "minItems" => schema.min_items = value.as_u64(),
            "maxItems" => schema.max_items = value.as_u64(),
            "uniqueItems" => schema.unique_items = is_true(value),
            "enum" => values = value.as_array().cloned().unwrap_or_default(),
            "x-ms-enum" => {
                name = value.get("name").and_then(Value::as_str);
                model_as_string = value.get("modelAsString").is_some_and(is_true);
            }
            "readOnly" => schema.read_only |= is_true(value),
            "x-ms-mutability" => {
                let mutability = Mutability::of(value);
                schema.read_only |= mutability.is_only_read();
                schema.create_only = mutability.create && !mutability.update;
                schema.write_only = mutability.create && !mutability.read;
            }
            "x-ms-secret" => schema.secret = is_true(value),
            "x-nullable" => schema.nullable = is_true(value),
            _ => {}
        }
    }
    schema.secret |= schema.format.as_deref() == Some("password");
    if !values.is_empty() {
        schema.enumeration = Some(Enumeration { values, open: model_as_string || name.is_some_and(grows) });
    }
    schema
}

/// Whether only the service sets the value.
pub(super) fn is_read_only(json: &Value) -> bool {
    let mutability = json.get("x-ms-mutability").map(Mutability::of);
    json.get("readOnly").is_some_and(is_true) || mutability.is_some_and(|mutability| mutability.is_only_read())
}

/// What `x-ms-mutability` lets happen to a value.
struct Mutability {
    create: bool,
    read: bool,
    update: bool,
}

impl Mutability {
    fn of(verbs: &Value) -> Self {
        let has = |wanted: &str| verbs.as_array().is_some_and(|verbs| verbs.iter().any(|verb| verb == wanted));
        Self { create: has("create"), read: has("read"), update: has("update") }
    }

    fn is_only_read(&self) -> bool {
        self.read && !self.create && !self.update
    }
}

/// New sizes and tiers come without a new API version.
fn grows(enumeration: &str) -> bool {
    ["Sku", "SKU", "VMSize", "VmSize"].iter().any(|name| enumeration.contains(name))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn is_true(value: &Value) -> bool {
    *value == Value::Bool(true)
}

fn is_positive(number: &Number) -> bool {
    number.as_f64().is_some_and(|number| number > 0.0)
}
