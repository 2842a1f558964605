use super::alarms;

#[test]
fn a_name_keeps_the_limits_of_its_type() {
    // The type, its parent, a name, and whether it is one.
    let table = [
        ("Storage", "StorageAccount", "reports24", true),
        ("Storage", "StorageAccount", "reports-24", false),
        ("Storage", "StorageAccount", "ab", false),
        ("Storage", "StorageAccount", "abcdefghijklmnopqrstuvwxy", false),
        // As documentation has it: only an info.
        ("Storage", "StorageAccount", "myStorageAccount", true),
        ("KeyVault", "Vault", "my-vault", true),
        ("KeyVault", "Vault", "1-vault", false),
        ("KeyVault", "Vault", "my--vault", false),
        ("DocumentDB", "DatabaseAccount", "my-account", true),
        ("DocumentDB", "DatabaseAccount", "my_account", false),
        ("ContainerRegistry", "Registry", "myRegistry", true),
        ("ContainerRegistry", "Registry", "my-registry", false),
        ("App", "ContainerApp", "web", true),
        ("App", "ContainerApp", "Web", false),
        ("Network", "VirtualNetwork", "a", false),
        ("Network", "VirtualNetwork", "net.1_", true),
        ("Network", "NetworkSecurityGroup", "wall-", false),
        ("Compute", "Disk", "disk_1", true),
        ("ContainerService", "ManagedCluster", "cluster-", false),
        ("Web", "WebApp", "-web", false),
        ("OperationalInsights", "Workspace", "log", false),
        ("ManagedIdentity", "UserAssignedIdentity", "id", false),
        ("ManagedIdentity", "UserAssignedIdentity", "identity_1", true),
    ];
    for (group, resource_type, name, is_right) in table {
        let text = format!(
            "exports.createResources = () => [\n  {{ type: \"{resource_type}\", group: \"{group}\", name: \"{name}\", properties: ({{}}) => process.env.BODY, dependencies: () => ({{ resourceGroup: \"rg\" }}) }},\n];\n"
        );
        let found = alarms(&text);
        let expected = if is_right { vec![] } else { vec![("naming/invalid".to_owned(), format!("\"{name}\""))] };
        assert_eq!(found, expected, "{group}::{resource_type} {name}");
    }
}

#[test]
fn names_that_azure_gives_itself_are_right() {
    for (resource_type, group, name, dependencies) in [
        ("Subnet", "Network", "GatewaySubnet", "resourceGroup: \"rg\", virtualNetwork: \"rg::net\""),
        ("Subnet", "Network", "AzureBastionSubnet", "resourceGroup: \"rg\", virtualNetwork: \"rg::net\""),
        ("BlobContainer", "Storage", "$web", "resourceGroup: \"rg\", account: \"rg::reports\""),
    ] {
        let text = format!(
            "exports.createResources = () => [\n  {{ type: \"{resource_type}\", group: \"{group}\", name: \"{name}\", properties: () => ({{}}), dependencies: () => ({{ {dependencies} }}) }},\n];\n"
        );
        assert_eq!(alarms(&text), [], "{name}");
    }
}

#[test]
fn a_computer_on_windows_has_a_short_name() {
    let machine = |system: &str, name: &str| {
        format!(
            "exports.createResources = () => [\n  {{\n    type: \"VirtualMachine\",\n    group: \"Compute\",\n    name: \"vm\",\n    properties: () => ({{\n      properties: {{ osProfile: {{ computerName: \"{name}\", {system} }} }},\n    }}),\n    dependencies: () => ({{ resourceGroup: \"rg\" }}),\n  }},\n];\n"
        )
    };
    let (windows, linux) = ("windowsConfiguration: {}", "linuxConfiguration: {}");
    let long = "a-name-of-sixteen";
    assert_eq!(alarms(&machine(windows, "short")), []);
    assert_eq!(alarms(&machine(linux, long)), []);
    assert_eq!(alarms(&machine(windows, long)), [("naming/invalid".to_owned(), format!("\"{long}\""))]);
    assert_eq!(alarms(&machine("", long)), []);
}
