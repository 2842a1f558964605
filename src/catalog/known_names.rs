use std::collections::HashMap;

use serde_json::Value;

use super::{
    Catalog,
    lookup::target,
    swagger::split::{FACTS, Slices, arm_type},
};

/// The names of the types that are known, by those that Azure Resource Manager has for them, in lower case.
///
/// Azure's own swagger does not say what GruCloud calls a type: a version that comes from there joins those that are
/// known already.
pub(super) struct KnownNames(HashMap<String, Vec<KnownName>>);

/// A group, a type in it, and what GruCloud says of the type.
struct KnownName {
    group: String,
    resource_type: String,
    facts: Vec<(&'static str, Value)>,
}

impl KnownNames {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let mut names: HashMap<String, Vec<KnownName>> = HashMap::new();
        for versions in catalog.types.chunk_by(|one, other| one.name() == other.name()) {
            let Some(known) = target(versions) else { continue };
            let Some(arm_name) = catalog.arm_name(known) else { continue };
            let fact = |slice: &Value, key: &'static str| Some((key, slice.get(key)?.clone()));
            let facts = catalog.with_facts(known, |slice, _| FACTS.iter().filter_map(|key| fact(slice, key)).collect());
            let facts = facts.unwrap_or_default();
            let (group, resource_type) = (known.id.group.to_string(), known.id.resource_type.to_string());
            names.entry(arm_name.to_lowercase()).or_default().push(KnownName { group, resource_type, facts });
        }
        Self(names)
    }

    /// The slices, those that have Azure's name for a type under the names that are known for it.
    pub(super) fn join(&self, slices: Slices) -> Slices {
        let resources = slices.resources.into_iter().flat_map(|(group, resource_type, slice)| {
            let known = self.0.get(&azure_name(&resource_type, &slice).unwrap_or_default());
            let renamed = known.into_iter().flatten().map(|known| known.name(&slice));
            let renamed: Vec<(String, String, Value)> = renamed.collect();
            if renamed.is_empty() { vec![(group, resource_type, slice)] } else { renamed }
        });
        Slices { resources: resources.collect(), ..slices }
    }
}

impl KnownName {
    fn name(&self, slice: &Value) -> (String, String, Value) {
        let mut slice = slice.clone();
        for (key, fact) in &self.facts {
            slice[*key] = fact.clone();
        }
        (self.group.clone(), self.resource_type.clone(), slice)
    }
}

/// Azure's name of a type, in lower case, if it is the only one that its swagger has for it.
fn azure_name(resource_type: &str, slice: &Value) -> Option<String> {
    let (namespace, name) = arm_type(slice.get("path")?.as_str()?)?;
    (name == resource_type).then(|| format!("{namespace}/{name}").to_lowercase())
}
