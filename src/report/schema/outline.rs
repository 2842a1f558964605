use std::collections::{BTreeSet, VecDeque};

use crate::catalog::{Additional, ResourceSchema, SET_BY_THE_TOOL, Schema};
use crate::rules::facts;

/// A resource type's properties as a tree.
#[derive(Debug)]
pub struct Outline {
    /// The name of the property; a variant's condition (`kind` = `Fixed`).
    pub name: String,
    /// The kind of value that it takes: `string`, `list of object`.
    pub kind: String,
    /// What it means, in a few words.
    pub description: Option<String>,
    /// Whether it must be there.
    pub required: bool,
    /// Whether only the service sets it.
    pub read_only: bool,
    /// What else there is to say of it.
    pub facts: Vec<String>,
    /// Whether the members of the definition that it refers to stand somewhere above it already.
    pub repeats: Option<String>,
    /// Its members.
    pub members: Vec<Outline>,
}

/// The tree of the properties of a resource type. Each definition is unfolded once, nearest to the root.
#[must_use]
pub fn outline(resource: &ResourceSchema) -> Outline {
    let unfolded = nearest_to_the_root(resource);
    let mut root = Outline {
        name: String::new(),
        kind: resource.kind(&resource.body),
        description: None,
        required: false,
        read_only: false,
        facts: Vec::new(),
        repeats: None,
        members: Vec::new(),
    };
    root.members = members(resource, holder(resource, &resource.body), "", &unfolded);
    for member in &mut root.members {
        if SET_BY_THE_TOOL.contains(&&*member.name) {
            (member.required, member.read_only) = (false, false);
            member.facts.retain(|fact| fact != "read-only" && fact != "required");
            member.facts.insert(0, "set by the tool that deploys".to_owned());
        }
    }
    root
}

/// For each definition the path at which it is unfolded.
fn nearest_to_the_root(resource: &ResourceSchema) -> BTreeSet<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut places = BTreeSet::new();
    let mut waiting = VecDeque::from([(String::new(), &resource.body)]);
    while let Some((path, declared)) = waiting.pop_front() {
        if let Some(name) = name_of(resource, declared) {
            if !seen.insert(name) {
                continue;
            }
            places.insert((name.to_owned(), path.clone()));
        }
        let schema = holder(resource, declared);
        for (key, member) in &schema.properties {
            waiting.push_back((format!("{path}.{key}"), member));
        }
        for (tag, name, variant) in variants(resource, schema) {
            if seen.insert(name) {
                waiting.push_back((format!("{path}={tag}"), variant));
            }
        }
    }
    places
}

fn members(
    resource: &ResourceSchema,
    schema: &Schema,
    path: &str,
    unfolded: &BTreeSet<(String, String)>,
) -> Vec<Outline> {
    let holder_key = path.rsplit('.').next().unwrap_or_default();
    let mut members: Vec<Outline> = schema
        .properties
        .iter()
        .map(|(key, member)| {
            let path = format!("{path}.{key}");
            let inner = holder(resource, member);
            let repeated = name_of(resource, member)
                .filter(|name| !inner.properties.is_empty() && !unfolded.contains(&((*name).to_owned(), path.clone())));
            Outline {
                name: key.clone(),
                kind: resource.kind(member),
                description: member.description.clone().or_else(|| resource.resolve(member).description.clone()),
                required: schema.required.contains(key),
                read_only: member.read_only || resource.resolve(member).read_only,
                facts: facts(resource, member, schema.required.contains(key), (holder_key, key)),
                members: if repeated.is_none() { self::members(resource, inner, &path, unfolded) } else { Vec::new() },
                repeats: repeated.map(str::to_owned),
            }
        })
        .collect();
    // What must be set comes first, what cannot be set last.
    members.sort_by_key(|member| (member.read_only, !member.required));
    if let Some(discriminator) = &schema.discriminator {
        members.extend(variants(resource, schema).map(|(tag, _, variant)| {
            let own = Schema {
                properties: variant
                    .properties
                    .iter()
                    .filter(|(key, _)| !schema.properties.contains_key(*key))
                    .map(|(key, member)| (key.clone(), member.clone()))
                    .collect(),
                required: variant.required.clone(),
                ..Schema::default()
            };
            Outline {
                name: format!("{} = {tag}", discriminator.property),
                kind: String::new(),
                description: None,
                required: false,
                read_only: false,
                facts: Vec::new(),
                repeats: None,
                members: self::members(resource, &own, &format!("{path}={tag}"), unfolded),
            }
        }));
    }
    members
}

/// The schema whose members a place shows: that of the items of a list, of the values of a map.
fn holder<'c>(resource: &'c ResourceSchema, declared: &'c Schema) -> &'c Schema {
    resource.resolve(element(resource, declared))
}

/// The definition that a place refers to, its items or values where it is a list or a map.
fn name_of<'c>(resource: &'c ResourceSchema, declared: &'c Schema) -> Option<&'c str> {
    element(resource, declared).reference.as_deref()
}

/// What a list or a map consists of, however deep; anything else itself.
fn element<'c>(resource: &'c ResourceSchema, declared: &'c Schema) -> &'c Schema {
    let mut element = declared;
    // Lists of lists that never end are no use, but swagger can say so.
    for _ in 0..DEEPEST_LIST {
        let schema = resource.resolve(element);
        element = match (&schema.items, &schema.additional) {
            (Some(items), _) => items,
            (None, Additional::Of(values)) if schema.properties.is_empty() => values,
            _ => break,
        };
    }
    element
}

/// How many lists or maps inside one another are looked through.
const DEEPEST_LIST: usize = 8;

fn variants<'c>(
    resource: &'c ResourceSchema,
    schema: &'c Schema,
) -> impl Iterator<Item = (&'c str, &'c str, &'c Schema)> {
    let variants = schema.discriminator.iter().flat_map(|discriminator| &discriminator.variants);
    variants.filter_map(|(tag, name)| Some((&**tag, &**name, resource.definitions.get(name)?)))
}
