//! `lazuli schema`: what is known, for people and for programs.

use serde_json::Value;

use crate::workplace::Workplace;

#[test]
fn the_types_are_listed() {
    let place = Workplace::new();
    insta::assert_snapshot!(place.run(["schema", "list", "microsoft.keyvault"]));
    let all: Value = serde_json::from_str(&place.run(["schema", "list", "--format", "json"]).stdout).unwrap();
    let subnet = all.as_array().unwrap().iter().find(|entry| entry["type"] == "Subnet").unwrap();
    assert_eq!(subnet["group"], "Network");
    assert_eq!(subnet["armType"], "Microsoft.Network/virtualNetworks/subnets");
    assert_eq!(subnet["apiVersion"], "2022-01-01");
    assert_eq!(subnet["versions"], serde_json::json!(["2022-01-01", "2025-05-01"]));
}

/// Every type that GruCloud knows, but two whose requests are none of Azure Resource Manager.
#[test]
fn the_catalogue_has_the_types_of_grucloud_in_both_eras() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/README.md")).unwrap();
    let all = readme.lines().find(|line| line.starts_with("| all |")).unwrap();
    assert!(all.starts_with("| all | 259 | 257 | 257 |"), "{all}");
}

#[test]
fn a_type_is_shown_as_a_tree() {
    let place = Workplace::new();
    insta::assert_snapshot!("a_small_type", place.run(["schema", "show", "DocumentDB::PrivateEndpointConnection"]));
    insta::assert_snapshot!("with_variants", place.run(["schema", "show", "microsoft.documentdb/databaseaccounts"]));
}

/// What is shown as swagger can be read again, and says the same.
#[test]
fn a_type_is_shown_as_a_swagger_file_of_its_own() {
    let place = Workplace::new();
    let shown = place.run(["schema", "show", "Network::Subnet", "--api-version", "2025-05-01", "--format", "swagger"]);
    let mut catalog = lazuli::catalog::Catalog::empty();
    assert_eq!(catalog.add_swagger(&shown.stdout).unwrap(), []);
    let embedded = lazuli::catalog::Catalog::embedded();
    let id = catalog.types().next().unwrap();
    assert_eq!(format!("{:?}", catalog.load(id)), format!("{:?}", embedded.load(id)));

    let json: Value =
        serde_json::from_str(&place.run(["schema", "show", "Network::Subnet", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["dependencies"]["virtualNetwork"]["parent"], true);
    let inner = &json["definitions"]["Subnet"]["properties"]["properties"]["properties"];
    assert_eq!(inner["provisioningState"]["readOnly"], true);
}

#[test]
fn a_property_is_told_by_its_path() {
    let place = Workplace::new();
    let properties = [
        "KeyVault::Vault.properties.sku.name",
        "Storage::StorageAccount.properties.networkAcls.ipRules[].value",
        "Microsoft.Storage/storageAccounts.properties.minimumTlsVersion",
        "DocumentDB::DatabaseAccount.properties.backupPolicy.periodicModeProperties.backupIntervalInMinutes",
        "KeyVault::Vault.properties.skuu",
        "KeyVault::Vaultt.properties",
        "PrivateEndpointConnection.properties",
        "Nonsense.properties",
    ];
    let shown = properties.map(|property| place.run(["schema", "where", property]).to_string());
    insta::assert_snapshot!(shown.join("\n"));
}
