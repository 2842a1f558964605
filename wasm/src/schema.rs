use lazuli::catalog::{Catalog, Dependency, ResourceId};
use lazuli::report::schema::{Outline, outline};
use serde::Serialize;
use tsify::Tsify;

/// What a resource type consists of.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ResourceSchema {
    /// The group (`Network`).
    pub group: String,
    /// The type in its group (`Subnet`).
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The name that Azure Resource Manager has for it.
    pub arm_type: String,
    /// The API version.
    pub api_version: String,
    /// The API versions that are known, the oldest first.
    pub versions: Vec<String>,
    /// The path of the request that creates a resource of this type.
    pub path: String,
    /// The resources that one of this type can depend on.
    pub dependencies: Vec<SchemaDependency>,
    /// Its properties.
    pub members: Vec<SchemaNode>,
}

/// A dependency that a resource type has.
#[derive(Debug, Serialize, Tsify)]
pub struct SchemaDependency {
    /// The key that it has in `dependencies`.
    pub key: String,
    /// The group of the other type.
    pub group: String,
    /// The other type.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// Whether it is a list of names.
    pub list: bool,
    /// Whether the other resource's name is part of this one's path.
    pub parent: bool,
}

/// A property of a resource type, and those inside it.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SchemaNode {
    /// The key; for the members of a variant its condition (`kind = Fixed`).
    pub name: String,
    /// The kind of value that it takes: `string`, `list of object`.
    pub kind: String,
    /// What it means, in a few words.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What else there is to say, each fact in a few words.
    pub facts: Vec<String>,
    /// Whether it must be there.
    pub required: bool,
    /// Whether only the service sets it.
    pub read_only: bool,
    /// The definition whose members stand elsewhere in the tree, where they are not repeated here.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
    /// The properties inside it.
    pub members: Vec<SchemaNode>,
}

impl ResourceSchema {
    pub(crate) fn new(id: &ResourceId, catalog: &Catalog) -> Option<Self> {
        let resource = catalog.load(id)?;
        let versions = catalog.versions(&id.group, &id.resource_type);
        Some(Self {
            group: id.group.to_string(),
            resource_type: id.resource_type.to_string(),
            arm_type: catalog.arm_type(id).unwrap_or_default(),
            api_version: id.api_version.to_string(),
            versions: versions.into_iter().map(str::to_owned).collect(),
            path: resource.deployment.path.clone(),
            dependencies: resource.deployment.dependencies.iter().map(SchemaDependency::new).collect(),
            members: outline(&resource).members.into_iter().map(SchemaNode::new).collect(),
        })
    }
}

impl SchemaDependency {
    fn new((key, dependency): (&String, &Dependency)) -> Self {
        Self {
            key: key.clone(),
            group: dependency.group.clone(),
            resource_type: dependency.resource_type.clone(),
            list: dependency.list,
            parent: dependency.parent,
        }
    }
}

impl SchemaNode {
    fn new(outline: Outline) -> Self {
        Self {
            required: outline.required,
            read_only: outline.read_only,
            name: outline.name,
            kind: outline.kind,
            description: outline.description,
            facts: outline.facts,
            repeats: outline.repeats,
            members: outline.members.into_iter().map(Self::new).collect(),
        }
    }
}
