use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Additional, Deployment, Schema};
use crate::document::{Located, Value, child_pointer, is_index, pointer_segments};

/// All that the catalogue knows of one resource type at one API version.
#[derive(Debug, Clone)]
pub struct ResourceSchema {
    /// Which resource type, and which version of it.
    pub id: ResourceId,
    /// What deploying it takes.
    pub deployment: Arc<Deployment>,
    /// The body of the request.
    pub body: Schema,
    /// The definitions that the body refers to, by name.
    pub definitions: BTreeMap<String, Schema>,
    /// The keys of all members that are secret somewhere.
    pub secret_keys: BTreeSet<String>,
}

/// The name of a resource type and its API version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId {
    /// The group (`DocumentDB`).
    pub group: Cow<'static, str>,
    /// The type in its group (`PrivateEndpointConnection`).
    pub resource_type: Cow<'static, str>,
    /// The API version (`2022-02-15-preview`).
    pub api_version: Cow<'static, str>,
}

/// A place in a schema, reached along a value.
#[derive(Debug, Clone, Copy)]
pub struct SchemaPlace<'c> {
    /// What the place itself says, flags such as `readOnly` included.
    pub declared: &'c Schema,
    /// The schema that the value there follows: references and discriminators resolved.
    pub schema: &'c Schema,
}

/// The members of a resource's root that the deploying tool sets itself.
pub const SET_BY_THE_TOOL: [&str; 3] = ["name", "location", "tags"];

/// How deep a search through a schema goes.
const DEEPEST_SEARCH: usize = 12;

/// How many places a search through a schema looks at.
const LONGEST_SEARCH: usize = 20_000;

impl ResourceSchema {
    /// The schema that `schema` stands for, its references followed.
    #[must_use]
    pub fn resolve<'c>(&'c self, schema: &'c Schema) -> &'c Schema {
        self.definition_of(schema).1
    }

    /// The schema that `schema` stands for, its references followed, and its name if it is a definition.
    pub(crate) fn definition_of<'c>(&'c self, schema: &'c Schema) -> (Option<&'c str>, &'c Schema) {
        let mut found = (None, schema);
        // A chain that leads through more definitions than there are is a circle.
        for _ in 0..=self.definitions.len() {
            let Some(name) = found.1.reference.as_deref() else { break };
            let Some(definition) = self.definitions.get(name) else { break };
            found = (Some(name), definition);
        }
        found
    }

    /// The definition of that name, its references followed, with the name of what they lead to.
    pub(crate) fn definition_named<'c>(&'c self, name: &'c str) -> Option<(&'c str, &'c Schema)> {
        let definition = self.definitions.get(name)?;
        let (leads_to, schema) = self.definition_of(definition);
        Some((leads_to.unwrap_or(name), schema))
    }

    /// The schema that `value` follows at a place declared as `declared`: references followed, and the
    /// variant chosen that the value's discriminator names.
    #[must_use]
    pub fn place<'c>(&'c self, declared: &'c Schema, value: &Value<'_>) -> SchemaPlace<'c> {
        let schema = self.resolve(declared);
        let variant = schema.discriminator.as_ref().and_then(|discriminator| {
            let tag = value.as_object()?.get_str(&discriminator.property)?;
            self.definitions.get(discriminator.variants.get(tag)?)
        });
        SchemaPlace { declared, schema: variant.unwrap_or(schema) }
    }

    /// Follows `pointer` through `root`, the value that the resource's properties are, and through the
    /// schema beside it. `None` where the schema says nothing of the place, or the value has no such.
    #[must_use]
    pub fn at<'c>(&'c self, root: &Value<'_>, pointer: &str) -> Option<SchemaPlace<'c>> {
        let start = (Located::root(root), self.place(&self.body, root));
        let end = pointer_segments(pointer).try_fold(start, |(around, holder), segment| {
            let found = around.inside(&segment)?;
            Some((found, self.inside(holder, found)?))
        });
        end.map(|(_, place)| place)
    }

    /// What the schema says of a member or an item of the value at `holder`.
    pub(crate) fn inside<'c>(&'c self, holder: SchemaPlace<'c>, found: Located<'_, '_>) -> Option<SchemaPlace<'c>> {
        let declared = match found.member {
            Some(member) => holder.schema.member(&member.key)?,
            None => holder.schema.items.as_deref()?,
        };
        Some(self.place(declared, found.value))
    }

    /// The objects of the schema that have a member `key` which can be set: each as the keys that lead to
    /// it, those nearest to the root first.
    #[must_use]
    pub fn places_of(&self, key: &str) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        let mut level = vec![(Vec::new(), &self.body)];
        let mut looked_at = 0;
        for _ in 0..DEEPEST_SEARCH {
            let mut next = Vec::new();
            for (path, declared) in level {
                let schema = self.resolve(declared);
                if schema.properties.get(key).is_some_and(|property| !property.read_only) {
                    found.push(path.clone());
                }
                for (name, property) in &schema.properties {
                    looked_at += 1;
                    let holder = self.resolve(property).items.as_deref().unwrap_or(property);
                    let mut path = path.clone();
                    path.push(name.clone());
                    next.push((path, holder));
                }
            }
            if looked_at > LONGEST_SEARCH {
                break;
            }
            level = next;
        }
        found
    }

    /// Whether GruCloud takes what stands at the place for itself.
    #[must_use]
    pub fn is_consumed(&self, pointer: &str) -> bool {
        is_among(&self.deployment.consumed, pointer)
    }

    /// Whether dependencies fill the place, or all that must be inside it, with the ids of other resources.
    #[must_use]
    pub fn is_filled_by_a_dependency(&self, pointer: &str) -> bool {
        if is_among(&self.deployment.filled, pointer) {
            return true;
        }
        let segments: Vec<Cow<'_, str>> = pointer_segments(pointer).collect();
        let filled = self.deployment.dependencies.values().filter_map(|dependency| dependency.path_id.as_deref());
        filled.map(steps).any(|steps| {
            let leads_there =
                steps.len() >= segments.len() && steps.iter().zip(&segments).all(|(step, at)| step.is(at));
            leads_there && (steps.len() == segments.len() || self.needs_nothing_else(pointer, &segments))
        })
    }

    /// Whether dependencies fill all that an object must have.
    fn needs_nothing_else(&self, pointer: &str, segments: &[Cow<'_, str>]) -> bool {
        let place = segments.iter().try_fold(&self.body, |declared, segment| {
            let schema = self.resolve(declared);
            if is_index(segment) { schema.items.as_deref() } else { schema.member(segment) }
        });
        let Some(schema) = place.map(|declared| self.resolve(declared)) else { return true };
        let is_settable = |key: &&String| schema.properties.get(*key).is_none_or(|property| !property.read_only);
        schema
            .required
            .iter()
            .filter(is_settable)
            .all(|key| self.is_filled_by_a_dependency(&child_pointer(pointer, key)))
    }
}

/// Whether one of dotted paths leads to a place.
fn is_among(paths: &[String], pointer: &str) -> bool {
    paths.iter().any(|path| path.split('.').eq(pointer_segments(pointer)))
}

/// One step of the path that a dependency fills.
enum Step<'p> {
    Key(&'p str),
    Item,
}

impl Step<'_> {
    fn is(&self, segment: &str) -> bool {
        match self {
            Self::Key(key) => *key == segment,
            Self::Item => is_index(segment),
        }
    }
}

/// The steps of a path such as `properties.virtualNetworkRules[].id`.
fn steps(path: &str) -> Vec<Step<'_>> {
    let step = |part| match str::strip_suffix(part, "[]") {
        Some(key) => vec![Step::Key(key), Step::Item],
        None => vec![Step::Key(part)],
    };
    path.split('.').flat_map(step).collect()
}

impl Schema {
    /// Collects the keys of members that are secret, however deep, as far as no reference leads.
    pub(crate) fn collect_secret_keys(&self, keys: &mut BTreeSet<String>) {
        for (key, member) in &self.properties {
            if member.secret {
                keys.insert(key.clone());
            }
            member.collect_secret_keys(keys);
        }
        if let Some(items) = &self.items {
            items.collect_secret_keys(keys);
        }
    }

    /// What the schema says of the member with that key; `None` where it has no say.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&Schema> {
        self.properties.get(key).or(match &self.additional {
            Additional::Of(schema) => Some(&**schema),
            Additional::Open | Additional::Closed => None,
        })
    }
}
