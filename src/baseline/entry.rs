use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, ResourceLabel};

/// A finding as a baseline knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The rule that found it.
    pub rule: String,
    /// The resource, where it belongs to one: `Network::Subnet inner`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub resource: Option<String>,
    /// The file, where it belongs to no resource.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<String>,
    /// The place in the resource's properties.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pointer: Option<String>,
    /// What is wrong.
    pub message: String,
}

impl Entry {
    pub(super) fn of(found: &Diagnostic, path: &str) -> Self {
        let resource = found.resource.as_deref().map(name);
        Self {
            rule: found.rule.to_string(),
            file: resource.is_none().then(|| path.to_owned()),
            resource,
            pointer: found.pointer.clone(),
            message: found.message.clone(),
        }
    }
}

fn name(label: &ResourceLabel) -> String {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    format!("{}::{} {}", part(&label.group), part(&label.resource_type), part(&label.name))
}
