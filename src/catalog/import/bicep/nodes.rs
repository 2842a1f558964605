use serde_json::Value;

use crate::catalog::import::log::Log;

/// The scopes at which a resource can be created.
const TENANT: u64 = 1;
const MANAGEMENT_GROUP: u64 = 2;
const SUBSCRIPTION: u64 = 4;
const RESOURCE_GROUP: u64 = 8;
const EVERYWHERE: u64 = 31;

/// The nodes of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nodes<'n> {
    pub(super) file: &'n str,
    pub(super) nodes: &'n [Value],
}

/// A resource type that can be created.
#[derive(Debug)]
pub(super) struct Resource {
    /// `Microsoft.Storage`
    pub(super) namespace: String,
    /// `storageAccounts`, `blobServices`
    pub(super) types: Vec<String>,
    pub(super) api_version: String,
    /// The number of the node that says what it is made of.
    pub(super) body: usize,
    scopes: u64,
}

impl Nodes<'_> {
    /// The resource types that can be created and that no other file defines; of the others `log` is told.
    pub(super) fn resources(self, log: &mut Log) -> Vec<Resource> {
        let mut found = Vec::new();
        let mut any = false;
        for (number, node) in self.nodes.iter().enumerate().filter(|(_, node)| kind(node) == "ResourceType") {
            any = true;
            let pointer = format!("/{number}");
            let name = node.get("name").and_then(Value::as_str).unwrap_or_default();
            let Some(mut resource) = named(name) else {
                log.skip(self.file, &format!("{pointer}/name"), "it names no resource type and API version");
                continue;
            };
            resource.scopes = writable_scopes(node);
            if resource.scopes == 0 {
                log.skip_read_only();
                continue;
            }
            let Some(body) = node.get("body").and_then(|body| self.number(body)) else {
                log.skip(self.file, &format!("{pointer}/body"), "it leads nowhere");
                continue;
            };
            resource.body = body;
            let full_name = format!("{}/{}", resource.namespace, resource.types.join("/"));
            match log.define(&full_name, &resource.api_version, self.file) {
                Ok(()) => found.push(resource),
                Err(first) => {
                    let version = &resource.api_version;
                    let message = format!("`{full_name}` at {version} is defined in `{first}` already, which counts");
                    log.skip(self.file, &pointer, message);
                }
            }
        }
        if !any {
            log.skip(self.file, "", "it is neither swagger nor does it hold Bicep types");
        }
        found
    }

    /// The number of the node that `{ "$ref": "#/5" }` leads to.
    pub(super) fn number(self, reference: &Value) -> Option<usize> {
        let number: usize = reference.get("$ref")?.as_str()?.strip_prefix("#/")?.parse().ok()?;
        (number < self.nodes.len()).then_some(number)
    }
}

/// What kind of node it is.
pub(super) fn kind(node: &Value) -> &str {
    node.get("$type").and_then(Value::as_str).unwrap_or_default()
}

/// `Microsoft.Storage/storageAccounts/blobServices@2021-08-01`
fn named(name: &str) -> Option<Resource> {
    let (name, api_version) = name.split_once('@')?;
    let (namespace, types) = name.split_once('/')?;
    let types: Vec<String> = types.split('/').map(str::to_owned).collect();
    let is_sound = !namespace.is_empty() && !api_version.is_empty() && types.iter().all(|name| !name.is_empty());
    is_sound.then(|| Resource {
        namespace: namespace.to_owned(),
        types,
        api_version: api_version.to_owned(),
        body: 0,
        scopes: 0,
    })
}

/// Older files say where a type can be read, and whether it is read-only.
fn writable_scopes(node: &Value) -> u64 {
    let number = |key: &str| node.get(key).and_then(Value::as_u64);
    if let Some(scopes) = number("writableScopes") {
        return scopes;
    }
    let is_read_only = number("flags").unwrap_or(0) & 1 != 0;
    let scopes = number("scopeType").filter(|scopes| *scopes != 0).unwrap_or(EVERYWHERE);
    if is_read_only { 0 } else { scopes & !number("readOnlyScopes").unwrap_or(0) }
}

impl Resource {
    /// The path of the request that creates such a resource, at the scope where most are created, and the
    /// names of its parameters.
    pub(super) fn path(&self) -> (String, Vec<String>) {
        let (scope, parameters): (&str, &[&str]) = if self.scopes & RESOURCE_GROUP != 0 {
            (
                "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}",
                &["subscriptionId", "resourceGroupName"],
            )
        } else if self.scopes & SUBSCRIPTION != 0 {
            ("/subscriptions/{subscriptionId}", &["subscriptionId"])
        } else if self.scopes & MANAGEMENT_GROUP != 0 {
            ("/providers/Microsoft.Management/managementGroups/{managementGroupId}", &["managementGroupId"])
        } else if self.scopes & TENANT != 0 {
            ("", &[])
        } else {
            ("/{scope}", &["scope"])
        };
        let mut parameters: Vec<String> = parameters.iter().map(|name| (*name).to_owned()).collect();
        let mut path = format!("{scope}/providers/{}", self.namespace);
        for name in &self.types {
            let mut parameter = format!("{name}Name");
            while parameters.contains(&parameter) {
                parameter.push('_');
            }
            path.extend(["/", name, "/{", &parameter, "}"]);
            parameters.push(parameter);
        }
        (path, parameters)
    }
}
