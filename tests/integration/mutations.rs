//! Defects planted in real projects: each is found by the rule that owns it and by no other, and what can be mended is
//! mended so that nothing else changes.

use std::collections::HashSet;
use std::fs;

use lazuli::{Diagnostic, Fixes, Linter, Severity, Source};

use crate::corpus::folder;

/// What a fix makes of a defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mend {
    /// There is none.
    None,
    /// `--fix` gives back the file as it was.
    Safe,
    /// `--fix --unsafe-fixes` does.
    OnRequest,
    /// `--fix --unsafe-fixes` gives a file that is right, though not the same: there are several ways.
    Otherwise,
}
use Mend::{OnRequest, Otherwise, Safe};

/// A project, what of it is replaced (the first such place), by what, and the rule that finds it.
type Mutation = (&'static str, &'static str, &'static str, &'static str, Mend);

const VM: &str = "Compute-vm";
const BALANCER: &str = "Network-load-balancer";
const NAT: &str = "Network-nat-gateway";
const VPN: &str = "Network-vpn-connection";
const SITE: &str = "Storage-website";
const APP: &str = "Web-appService";
const VAULT: &str = "KeyVault-vault-rbac";
const COSMOS: &str = "DocumentDB-cosmosdb-sql";
const POSTGRES: &str = "DBforPostgreSQL-azure-postgresql";
const AKS: &str = "ContainerService-aks-basic";
const CROSS: &str = "cross-cloud-vpn-aws-azure/azure";

const MUTATIONS: &[Mutation] = &[
    // Dependencies.
    (VM, "sshPublicKeys: [", "sshPublicKey: [", "reference/unknown-dependency", Safe),
    (VM, "publicIpAddresses: [", "publicIPAddresses: [", "reference/unknown-dependency", Safe),
    (VM, "networkSecurityGroup: \"", "securityGroup: \"", "reference/unknown-dependency", OnRequest),
    (NAT, "virtualNetwork: \"", "virtualNetwrok: \"", "reference/unknown-dependency", Safe),
    (
        SITE,
        "account: \"rg-storage-web::gcstorageweb\"",
        "storageAccount: \"rg-storage-web::gcstorageweb\"",
        "reference/unknown-dependency",
        OnRequest,
    ),
    (APP, "appServicePlan: \"", "servicePlan: \"", "reference/unknown-dependency", OnRequest),
    (VPN, "localNetworkGateway: \"", "localNetworkGateways: \"", "reference/unknown-dependency", Safe),
    (VAULT, "vault: \"", "keyVault: \"", "reference/unknown-dependency", OnRequest),
    (NAT, "      virtualNetwork: \"rg-natgateway::virtual-network\",\n", "", "reference/missing-parent", Mend::None),
    (VM, "      resourceGroup: \"rg-vm\",\n", "", "reference/missing-parent", Mend::None),
    (VPN, "      routeTable: \"rg-vpn::rt-vpn-aws\",\n", "", "reference/missing-parent", Mend::None),
    (
        COSMOS,
        "      database: `myorg-${config.stage}-rg-cosmosdb::myorg-${config.stage}-grucloud::ToDoList`,\n",
        "",
        "reference/missing-parent",
        Mend::None,
    ),
    (VAULT, "      vault: \"rg-vault-rbac::gc-vault-rbac\",\n", "", "reference/missing-parent", Mend::None),
    (
        VM,
        "subnets: [\"rg-vm::virtual-network::subnet\"]",
        "subnets: \"rg-vm::virtual-network::subnet\"",
        "reference/wrong-shape",
        Safe,
    ),
    (
        VM,
        "networkSecurityGroup: \"rg-vm::security-group\"",
        "networkSecurityGroup: [\"rg-vm::security-group\"]",
        "reference/wrong-shape",
        Safe,
    ),
    (
        BALANCER,
        "networkSecurityGroups: [\"rg-load-balancer::security-group\"]",
        "networkSecurityGroups: \"rg-load-balancer::security-group\"",
        "reference/wrong-shape",
        Safe,
    ),
    (
        BALANCER,
        "loadBalancer: \"rg-load-balancer::load-balancer\"",
        "loadBalancer: [\"rg-load-balancer::load-balancer\"]",
        "reference/wrong-shape",
        Safe,
    ),
    (
        APP,
        "appServicePlan: \"rg-app-node::app-service-plan-linux-cheap\"",
        "appServicePlan: { plan: \"rg-app-node::app-service-plan-linux-cheap\" }",
        "reference/wrong-shape",
        Mend::None,
    ),
    (
        VM,
        "sshPublicKeys: [\"rg-vm::mykeypair\"]",
        "sshPublicKeys: [\"rg-vm::mykeypari\"]",
        "reference/dangling",
        OnRequest,
    ),
    (
        NAT,
        "virtualNetwork: \"rg-natgateway::virtual-network\"",
        "virtualNetwork: \"rg-natgateway::virtual-netwrk\"",
        "reference/dangling",
        OnRequest,
    ),
    (VPN, "resourceGroup: \"rg-vpn\"", "resourceGroup: \"rg-vpm\"", "reference/dangling", OnRequest),
    (
        COSMOS,
        "account: `myorg-${config.stage}-rg-cosmosdb::myorg-${config.stage}-grucloud`",
        "account: `myorg-${config.stage}-rg-cosmosdb::myorg-${config.stage}-other`",
        "reference/dangling",
        Mend::None,
    ),
    (CROSS, "vm: \"hybridrg::machine-azure\"", "vm: \"hybridrg::machine-azur\"", "reference/dangling", OnRequest),
    (
        APP,
        "appServicePlan: \"rg-app-node::app-service-plan-linux-cheap\"",
        "appServicePlan: \"rg-app-node::plan\"",
        "reference/dangling",
        Mend::None,
    ),
    (
        VM,
        "networkSecurityGroup: \"rg-vm::security-group\"",
        "networkSecurityGroup: \"rg-vm::ip-address\"",
        "reference/wrong-type",
        Mend::None,
    ),
    (
        NAT,
        "virtualNetwork: \"rg-natgateway::virtual-network\"",
        "virtualNetwork: \"rg-natgateway::ip-address\"",
        "reference/wrong-type",
        Mend::None,
    ),
    (VPN, "routeTable: \"rg-vpn::rt-vpn-aws\"", "routeTable: \"rg-vpn::vnet\"", "reference/wrong-type", Mend::None),
    (
        VM,
        "networkInterfaces: [\"rg-vm::network-interface\"]",
        "networkInterfaces: [\"rg-vm::Network-Interface\"]",
        "reference/name-case",
        Safe,
    ),
    (
        SITE,
        "account: \"rg-storage-web::gcstorageweb\"",
        "account: \"rg-storage-web::gcStorageWeb\"",
        "reference/name-case",
        Safe,
    ),
    (CROSS, "routeTable: \"hybridrg::rtb-aws\"", "routeTable: \"hybridrg::rtb-AWS\"", "reference/name-case", Safe),
    (
        APP,
        "appServicePlan: \"rg-app-node::app-service-plan-linux-cheap\"",
        "appServicePlan: \"app-service-plan-linux-cheap\"",
        "reference/parent-prefix",
        OnRequest,
    ),
    (
        VM,
        "subnets: [\"rg-vm::virtual-network::subnet\"]",
        "subnets: [\"virtual-network::subnet\"]",
        "reference/parent-prefix",
        OnRequest,
    ),
    (
        VPN,
        "virtualNetworkGateway: \"rg-vpn::vpn-gw\"",
        "virtualNetworkGateway: \"vpn-gw\"",
        "reference/parent-prefix",
        OnRequest,
    ),
    (
        VM,
        "                  name: \"rg-vm::ip-address\"",
        "                  name: \"rg-vm::ip-addres\"",
        "reference/get-id",
        OnRequest,
    ),
    (
        NAT,
        "              type: \"PublicIPAddress\"",
        "              type: \"PublicIPAdress\"",
        "reference/get-id",
        OnRequest,
    ),
    (
        BALANCER,
        "    networkSecurityGroups: [\"rg-load-balancer::security-group\"],\n",
        "",
        "reference/get-id",
        Otherwise,
    ),
    (BALANCER, "      publicIpAddresses: [\"rg-load-balancer::ip-address\"],\n", "", "reference/get-id", OnRequest),
    (
        CROSS,
        "name: \"hybridrg::vnet1::GatewaySubnet\"",
        "name: \"hybridrg::vnet1::gatewaysubnet\"",
        "reference/get-id",
        OnRequest,
    ),
    (VPN, "name: \"subnet\"", "name: \"GatewaySubnet\"", "reference/duplicate", Mend::None),
    (VAULT, "name: \"mykey1\"", "name: \"mykey\"", "reference/duplicate", Mend::None),
    (CROSS, "name: \"azlngw2\"", "name: \"vnet1-ip\"", "reference/dangling", Otherwise),
    (
        VM,
        "      networkInterfaces: [\"rg-vm::network-interface\"],\n    }),\n  },\n",
        "      networkInterfaces: [\"rg-vm::network-interface\"],\n      availabilitySet: \"rg-vm::set\",\n    }),\n  },\n  {\n    type: \"AvailabilitySet\",\n    group: \"Compute\",\n    properties: ({}) => ({ name: \"set\" }),\n    dependencies: ({}) => ({ resourceGroup: \"rg-vm\", virtualMachines: [\"rg-vm::vm\"] }),\n  },\n",
        "reference/cycle",
        Mend::None,
    ),
    (
        NAT,
        "      resourceGroup: \"rg-natgateway\",\n      publicIpAddresses: [\"rg-natgateway::ip-address\"],",
        "      resourceGroup: \"rg-natgateway\",\n      publicIpAddresses: [\"rg-natgateway::ip-address\"],\n      subnet: \"rg-natgateway::virtual-network::vm\",",
        "reference/unknown-dependency",
        Mend::None,
    ),
    // The definitions themselves.
    (
        VM,
        "    properties: ({ config, getId }) => ({\n      name: \"network-interface\"",
        "    properties: ({ getId }) => ({\n      name: \"network-interface\"",
        "definition/callback-parameter",
        Otherwise,
    ),
    (
        APP,
        "    properties: ({ config }) => ({\n      name: \"grucloud-test\"",
        "    properties: ({}) => ({\n      name: \"grucloud-test\"",
        "definition/callback-parameter",
        Safe,
    ),
    (COSMOS, "dependencies: ({ config }) => ({", "dependencies: () => ({", "definition/callback-parameter", Safe),
    (
        VPN,
        "    properties: ({ config }) => ({",
        "    properties: ({ confg }) => ({",
        "definition/callback-parameter",
        Safe,
    ),
    (NAT, "      name: \"ip-address\",\n", "", "definition/name", Mend::None),
    (VPN, "    type: \"RouteTable\",\n", "", "definition/shape", Mend::None),
    (AKS, "    dependencies: ({}) => ({", "    dependancies: ({}) => ({", "definition/shape", OnRequest),
    (VAULT, "];\n", "}];\n", "definition/syntax", Mend::None),
    // Names.
    (APP, "name: \"grucloud-test\"", "name: \"grucloud_test\"", "naming/invalid", Mend::None),
    (
        CROSS,
        "computerName: \"machine-azure\"",
        "computerName: \"machine-azure-in-the-cloud-of-a-large-company-with-a-very-long-name-indeed\"",
        "naming/invalid",
        Mend::None,
    ),
    (VM, "      name: \"rg-vm\"", "      name: \"RG-VM\"", "naming/resource-group-case", OnRequest),
    (AKS, "      name: \"rg-aks-basic\"", "      name: \"rg-Aks-basic\"", "naming/resource-group-case", OnRequest),
    // Networks.
    (NAT, "addressPrefix: \"10.0.0.0/24\"", "addressPrefix: \"10.0.0.1/24\"", "network/address", Safe),
    (NAT, "addressPrefixes: [\"10.0.0.0/16\"]", "addressPrefixes: [\"10.0.0.0/161\"]", "network/address", Mend::None),
    (VPN, "gatewayIpAddress: \"50.1.2.3\"", "gatewayIpAddress: \"50.1.2.300\"", "network/address", Mend::None),
    (NAT, "addressPrefix: \"10.0.0.0/24\"", "addressPrefix: \"10.1.0.0/24\"", "network/subnet-outside", Mend::None),
    (
        CROSS,
        "addressPrefix: \"172.16.2.0/27\"",
        "addressPrefix: \"172.17.2.0/27\"",
        "network/subnet-outside",
        Mend::None,
    ),
    (VPN, "addressPrefix: \"10.0.1.0/24\"", "addressPrefix: \"10.0.0.128/25\"", "network/overlap", Mend::None),
    (CROSS, "addressPrefix: \"172.16.1.0/24\"", "addressPrefix: \"172.16.0.0/24\"", "network/overlap", Mend::None),
    (VM, "priority: 1001", "priority: 1000", "network/priority", Mend::None),
    (BALANCER, "priority: 1000", "priority: 99", "network/priority", Mend::None),
    (VM, "destinationPortRange: \"22\"", "destinationPortRange: \"22,443\"", "network/port", Mend::None),
    // Secrets and open doors.
    (
        VM,
        "adminPassword: process.env.RG_VM_VM_ADMIN_PASSWORD",
        "adminPassword: \"Correct-Horse-7\"",
        "security/secret-literal",
        OnRequest,
    ),
    (
        BALANCER,
        "process.env.RG_LOAD_BALANCER_VM_SCALE_SET_ADMIN_PASSWORD",
        "\"Correct-Horse-7\"",
        "security/secret-literal",
        OnRequest,
    ),
    (
        POSTGRES,
        "process.env.RG_POSTGRES_GC_SERVER_ADMINISTRATOR_LOGIN_PASSWORD",
        "\"changeme\"",
        "security/secret-literal",
        OnRequest,
    ),
    (VM, "destinationPortRange: \"22\"", "destinationPortRange: \"3000-4000\"", "security/open-inbound", Mend::None),
    // Style and life cycle.
    (
        NAT,
        "name: \"ip-address\",",
        "name: \"ip-address\",\n      tags: { \"cost/center\": \"1\" },",
        "style/tags",
        Mend::None,
    ),
    (
        COSMOS,
        "        isVirtualNetworkFilterEnabled: false,\n",
        "        isVirtualNetworkFilterEnabled: false,\n        databaseAccountOfferTyp: \"Standard\",\n",
        "schema/unknown-property",
        Mend::None,
    ),
    // What the schema says.
    (NAT, "idleTimeoutInMinutes: 4", "idleTimeoutInMinutes: \"4\"", "schema/type", Safe),
    (SITE, "minimumTlsVersion", "minimumTlsVersoin", "schema/unknown-property", Safe),
    (VAULT, "kty: \"RSA\"", "kty: \"RSAA\"", "schema/open-enum", OnRequest),
    (COSMOS, "defaultConsistencyLevel: \"Session\"", "defaultConsistencyLevel: \"session\"", "schema/enum", Safe),
    (NAT, "    type: \"NatGateway\"", "    type: \"NATGateway\"", "schema/unknown-resource-type", Safe),
    (
        APP,
        "        enabled: true,\n",
        "        enabled: true,\n        enabled: true,\n",
        "schema/duplicate-key",
        OnRequest,
    ),
];

fn alarms(linter: &Linter, text: &str) -> Vec<Diagnostic> {
    let found = linter.check(&Source::new("resources.js", text)).diagnostics;
    found.into_iter().filter(|found| found.severity > Severity::Info).collect()
}

/// What is found that was not found before.
fn new_findings(before: &[Diagnostic], after: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let known: HashSet<(&str, &str)> = before.iter().map(|found| (found.rule.0, found.message.as_str())).collect();
    after.into_iter().filter(|found| !known.contains(&(found.rule.0, found.message.as_str()))).collect()
}

#[test]
fn a_planted_defect_is_found_by_its_rule_alone_and_mended_without_a_trace() {
    let Some(folder) = folder("gc-examples") else { return };
    assert!(MUTATIONS.len() >= 60);
    let linter = Linter::default();
    let mut wrong = Vec::new();
    for (project, right, planted, rule, mend) in MUTATIONS {
        let original = fs::read_to_string(folder.join(project).join("resources.js")).unwrap();
        assert!(original.contains(right), "{project} has no {right}");
        let mutant = original.replacen(right, planted, 1);
        let found = new_findings(&alarms(&linter, &original), alarms(&linter, &mutant));
        let rules: HashSet<&str> = found.iter().map(|found| found.rule.0).collect();
        if rules != HashSet::from([*rule]) {
            let said: Vec<String> = found.iter().map(|found| format!("{}: {}", found.rule, found.message)).collect();
            wrong.push(format!("{project}: {planted:?} is for {rule}, found {said:#?}"));
            continue;
        }
        let fixes = |on_request| Fixes { on_request, ..Fixes::default() };
        let safe = linter.fix(&Source::new("resources.js", &mutant), fixes(false)).map(|fixed| fixed.text);
        let all = linter.fix(&Source::new("resources.js", &mutant), fixes(true)).map(|fixed| fixed.text);
        let fixed = match mend {
            Safe => &safe,
            OnRequest if safe.is_none() => &all,
            Mend::None if found.iter().all(|found| found.fix.is_none()) => continue,
            Otherwise => {
                let left = alarms(&linter, all.as_deref().unwrap_or(&mutant));
                if !new_findings(&alarms(&linter, &original), left).is_empty() {
                    wrong.push(format!("{project}: {planted:?} is not mended"));
                }
                continue;
            }
            Mend::None | OnRequest => {
                wrong.push(format!("{project}: {planted:?} is mended, though it should be {mend:?}: {safe:?}"));
                continue;
            }
        };
        let expected = without_what_was_wrong_before(&linter, &original);
        if fixed.as_deref() != Some(expected.as_str()) && fixed.as_deref() != Some(original.as_str()) {
            wrong.push(format!("{project}: {planted:?} mended is not the original again: {fixed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), MUTATIONS.len(), wrong.join("\n"));
}

/// The original, with what of it can be mended anyway: some projects have true mistakes.
fn without_what_was_wrong_before(linter: &Linter, original: &str) -> String {
    let fixed = linter.fix(&Source::new("resources.js", original), Fixes { on_request: true, ..Fixes::default() });
    fixed.map_or_else(|| original.to_owned(), |fixed| fixed.text)
}
