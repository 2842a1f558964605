use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// The members that an object may have, its `allOf` merged in.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub(super) of: BTreeMap<String, Value>,
    pub(super) required: BTreeSet<String>,
    /// Whether there may be others.
    pub(super) open: bool,
    /// Whether a discriminator decides about further members.
    pub(super) polymorphic: bool,
}

/// How many members may be looked at for one document. A file made to be odd could have its requests share an
/// object of any size.
const MOST_MEMBERS: usize = 2_000_000;

/// What is left to look at.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_MEMBERS)
    }
}

impl Members {
    /// The members of `schema`, whose references lead to `definitions`; none of an open object where the budget
    /// does not reach.
    pub(super) fn new(schema: &Value, definitions: &Map<String, Value>, budget: &mut Budget) -> Self {
        let mut members = Self::default();
        let mut pending = vec![schema];
        let mut seen = BTreeSet::new();
        // The last that is pushed is the first to come: what is said first stands.
        while let Some(part) = pending.pop() {
            let size = 1 + part.get("properties").and_then(Value::as_object).map_or(0, Map::len);
            let Some(left) = budget.0.checked_sub(size) else { return Self { open: true, ..Self::default() } };
            budget.0 = left;
            if let Some(name) = definition_name(part) {
                match definitions.get(name).filter(|_| seen.insert(name)) {
                    Some(definition) => pending.push(definition),
                    None => members.open = true,
                }
                continue;
            }
            members.polymorphic |= part.get("discriminator").is_some();
            members.open |= part.get("additionalProperties").is_some_and(|additional| additional != false);
            for (key, member) in part.get("properties").and_then(Value::as_object).into_iter().flatten() {
                members.of.entry(key.clone()).or_insert_with(|| member.clone());
            }
            let required = items(part, "required").filter_map(Value::as_str);
            members.required.extend(required.map(str::to_owned));
            pending.extend(items(part, "allOf").rev());
        }
        members.open |= members.of.is_empty();
        members
    }
}

/// The definition that a schema refers to.
pub(super) fn definition_name(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/definitions/")
}

fn items<'v>(json: &'v Value, key: &str) -> impl DoubleEndedIterator<Item = &'v Value> {
    json.get(key).and_then(Value::as_array).into_iter().flatten()
}
