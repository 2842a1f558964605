use std::sync::{Arc, PoisonError};

use super::{Catalog, ResourceId, ResourceSchema, SET_BY_THE_TOOL, Schema, SchemaType, swagger::Extent};
use crate::document::child_pointer;

/// A member without which a resource is not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredMember {
    /// Its key.
    pub key: String,
    /// What kind of value it needs.
    pub value: RequiredValue,
}

/// What kind of value a member needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequiredValue {
    /// A string.
    Text,
    /// An object with these members.
    Object(Vec<RequiredMember>),
    /// A list of strings.
    TextList,
    /// Any other list.
    List,
    /// Anything else.
    Other,
}

/// How deep objects that are required inside one another are followed: definitions may lead in circles.
const DEEPEST: usize = 8;

impl Catalog {
    /// The members without which a resource of a type is not whole, besides those that the tool that deploys sets and
    /// those that dependencies fill. They are worked out once, and kept.
    pub(crate) fn required(&self, id: &ResourceId) -> Arc<Vec<RequiredMember>> {
        let kept = self.required.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned();
        kept.unwrap_or_else(|| {
            let schema = self.known(id).and_then(|known| self.read(known, Extent::Settable));
            let members = schema.map(|(schema, _)| schema.required_in(&schema.body, "", DEEPEST)).unwrap_or_default();
            let mut all = self.required.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(all.entry(id.clone()).or_insert_with(|| Arc::new(members)))
        })
    }
}

impl ResourceSchema {
    fn required_in(&self, declared: &Schema, pointer: &str, depth: usize) -> Vec<RequiredMember> {
        let schema = self.resolve(declared);
        let is_tag = |key: &str| schema.discriminator.as_ref().is_some_and(|found| found.property == key);
        let is_wanted = |key: &&String| {
            let is_set_by_the_tool = pointer.is_empty() && SET_BY_THE_TOOL.contains(&key.as_str());
            let is_read_only = schema.properties.get(*key).is_some_and(|member| member.read_only) && !is_tag(key);
            !is_set_by_the_tool && !is_read_only && !self.is_filled_by_a_dependency(&child_pointer(pointer, key))
        };
        let member = |key: &String| {
            let value = schema.properties.get(key).map_or(RequiredValue::Other, |member| {
                self.required_value(member, &child_pointer(pointer, key), depth)
            });
            RequiredMember { key: key.clone(), value }
        };
        schema.required.iter().filter(is_wanted).map(member).collect()
    }

    fn required_value(&self, declared: &Schema, pointer: &str, depth: usize) -> RequiredValue {
        let schema = self.resolve(declared);
        match schema.json_type {
            Some(SchemaType::String) => RequiredValue::Text,
            Some(SchemaType::Array) => {
                let item = schema.items.as_deref().and_then(|items| self.resolve(items).json_type);
                if item == Some(SchemaType::String) { RequiredValue::TextList } else { RequiredValue::List }
            }
            Some(SchemaType::Object) => RequiredValue::Object(self.members_up_to(schema, pointer, depth)),
            None if !schema.properties.is_empty() => RequiredValue::Object(self.members_up_to(schema, pointer, depth)),
            _ => RequiredValue::Other,
        }
    }

    fn members_up_to(&self, schema: &Schema, pointer: &str, depth: usize) -> Vec<RequiredMember> {
        if depth == 0 { Vec::new() } else { self.required_in(schema, pointer, depth - 1) }
    }
}
