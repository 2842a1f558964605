use lazuli::catalog::{SwaggerProblem as Unusable, TypeEntry as Known};
use serde::Serialize;
use tsify::Tsify;

/// A resource type that is known.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TypeEntry {
    /// The group (`Network`).
    pub group: String,
    /// The type in its group (`Subnet`).
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The name that Azure Resource Manager has for it (`Microsoft.Network/virtualNetworks/subnets`).
    pub arm_type: String,
    /// The version that is meant where a file asks for none.
    pub api_version: String,
    /// The API versions that are known, the oldest first.
    pub versions: Vec<String>,
}

/// What an import came to.
#[derive(Debug, Serialize, Tsify)]
pub struct Imported {
    /// All types that were imported so far.
    pub types: Vec<TypeEntry>,
    /// What in the file could not be used.
    pub problems: Vec<SwaggerProblem>,
}

/// A part of a swagger file that says something it cannot mean; it is left out.
#[derive(Debug, Serialize, Tsify)]
pub struct SwaggerProblem {
    /// The JSON Pointer of the part.
    pub pointer: String,
    /// What is wrong with it.
    pub message: String,
}

impl TypeEntry {
    pub(crate) fn new(known: Known<'_>) -> Self {
        Self {
            group: known.group.to_owned(),
            resource_type: known.resource_type.to_owned(),
            arm_type: known.arm_type.to_owned(),
            api_version: known.target.to_owned(),
            versions: known.versions.into_iter().map(str::to_owned).collect(),
        }
    }
}

impl From<Unusable> for SwaggerProblem {
    fn from(problem: Unusable) -> Self {
        Self { pointer: problem.pointer, message: problem.message }
    }
}
