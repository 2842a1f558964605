//! What the parts of an `allOf` demand at once and no value can be.

use crate::catalog::{Schema, SchemaType};

/// Why no value can be as both schemas say.
pub(super) fn contradiction(one: &Schema, other: &Schema) -> Option<String> {
    if let (Some(ours), Some(theirs)) = (one.json_type, other.json_type)
        && !are_compatible(ours, theirs)
    {
        return Some(format!(
            "`allOf` demands type `{}` and type `{}` at once: it is not checked",
            ours.name(),
            theirs.name()
        ));
    }
    if let (Some(ours), Some(theirs)) = (&one.enumeration, &other.enumeration)
        && !ours.open
        && !theirs.open
        && !ours.values.iter().any(|value| theirs.values.contains(value))
    {
        return Some("`allOf` demands a value of two lists that have none in common: it is not checked".to_owned());
    }
    None
}

fn are_compatible(one: SchemaType, other: SchemaType) -> bool {
    let is_number = |json_type| matches!(json_type, SchemaType::Integer | SchemaType::Number);
    one == other || (is_number(one) && is_number(other))
}

impl Schema {
    /// Why the limits leave no value.
    pub(super) fn impossible_limit(&self) -> Option<String> {
        let counts = [
            ("minLength", self.min_length, "maxLength", self.max_length),
            ("minItems", self.min_items, "maxItems", self.max_items),
        ];
        let mut pairs = counts
            .into_iter()
            .filter(|(_, least, _, most)| least.is_some_and(|least| most.is_some_and(|most| least > most)));
        let range = || {
            let (least, most) = (self.minimum.as_ref()?.as_f64()?, self.maximum.as_ref()?.as_f64()?);
            (least > most).then_some(("minimum", "maximum"))
        };
        let (least, most) = pairs.next().map(|(least, _, most, _)| (least, most)).or_else(range)?;
        Some(format!("`{least}` is greater than `{most}`: it is not checked"))
    }

    /// The flags of a schema whose facts cannot be meant.
    pub(super) fn without_facts(self) -> Self {
        Self {
            description: self.description,
            read_only: self.read_only,
            create_only: self.create_only,
            write_only: self.write_only,
            secret: self.secret,
            nullable: self.nullable,
            ..Self::default()
        }
    }
}
