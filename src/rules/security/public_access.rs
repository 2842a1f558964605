use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::{Value, ValueKind};
use crate::rule::{Example, FixAvailability, Rule};
use crate::rules::{Check, MemberContext, NOTHING};

/// A file with a storage account that has that property, for examples.
macro_rules! account {
    ($property:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"StorageAccount\",\n    group: \"Storage\",\n    name: \"reports\",\n",
            "    properties: () => ({\n      kind: \"StorageV2\",\n      location: \"westeurope\",\n      sku: { name: \"Standard_LRS\" },\n      properties: { ",
            $property,
            " },\n    }),\n    dependencies: () => ({ resourceGroup: \"rg\" }),\n  },\n];\n"
        )
    };
}

pub(super) static RULE: Rule = Rule {
    code: RuleCode("security/public-access"),
    severity: Severity::Info,
    enabled: true,
    summary: "Data can be reached from anywhere, or without encryption",
    fix: FixAvailability::None,
    explanation: "Told are blobs that anybody may read, data stores with `publicNetworkAccess: \"Enabled\"`, TLS below \
        1.2, and sites that answer without TLS. All of this can be meant.",
    source: "Azure's security baselines for storage, databases and web apps",
    examples: &[
        Example::bad("resources.js", account!("allowBlobPublicAccess: true")),
        Example::bad("resources.js", account!("minimumTlsVersion: \"TLS1_0\"")),
        Example::good("resources.js", account!("minimumTlsVersion: \"TLS1_2\"")),
    ],
};

pub(super) const CHECK: Check = Check::Member(
    &[
        "allowBlobPublicAccess", "publicAccess", "publicNetworkAccess", "minimumTlsVersion", "minTlsVersion",
        "httpsOnly", "supportsHttpsTrafficOnly",
    ],
    check,
);
pub(super) const SUPERSEDES: &[RuleCode] = NOTHING;

/// The groups whose resources hold data.
const DATA_STORES: [&str; 5] = ["Storage", "DocumentDB", "DBforPostgreSQL", "KeyVault", "ContainerRegistry"];

fn check(context: &MemberContext<'_, '_>, found: &mut Vec<Diagnostic>) {
    let value = &context.member.value;
    let group = context.definition.known_type().map(|(group, _)| group);
    let message = match &*context.member.key {
        "allowBlobPublicAccess" if is(value, true) => "blobs of this account may be made public",
        "publicAccess" if matches!(value.as_str(), Some("Blob" | "Container")) => "anybody may read these blobs",
        "publicNetworkAccess"
            if value.as_str() == Some("Enabled") && group.is_some_and(|group| DATA_STORES.contains(&group)) =>
        {
            "this can be reached from any network"
        }
        "minimumTlsVersion" | "minTlsVersion" if value.as_str().is_some_and(is_old) => "TLS below 1.2 can be read along",
        "httpsOnly" if is(value, false) => "this answers without TLS",
        "supportsHttpsTrafficOnly" if is(value, false) => "this account answers without TLS",
        _ => return,
    };
    found.push(RULE.diagnostic(value.span, message).with_pointer(context.path.pointer()));
}

fn is(value: &Value<'_>, wanted: bool) -> bool {
    value.kind == ValueKind::Boolean(wanted)
}

/// `TLS1_0`, `TLS1_1`, `1.0`, `1.1`
fn is_old(version: &str) -> bool {
    let version = version.strip_prefix("TLS").unwrap_or(version);
    matches!(version, "1_0" | "1_1" | "1.0" | "1.1")
}
