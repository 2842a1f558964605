use std::fs;

use lazuli::{Linter, Severity, Source};

use crate::corpus::folder;
use crate::workplace::Workplace;

const SECRET: &str = "correct-horse-battery";

fn shared_key(value: &str) -> String {
    format!(
        "exports.createResources = () => [\n  {{\n    type: \"VirtualNetworkGatewayConnectionSharedKey\",\n    group: \"Network\",\n    properties: () => ({{ value: {value} }}),\n    dependencies: () => ({{ resourceGroup: \"rg\", virtualNetworkGatewayConnection: \"rg::link\" }}),\n  }},\n];\n"
    )
}

/// A site with settings of its own.
fn site(settings: &str) -> String {
    format!(
        "exports.createResources = () => [\n  {{ type: \"WebApp\", group: \"Web\", name: \"web\", properties: () => ({{ properties: {{ siteConfig: {{ appSettings: [{settings}] }} }} }}), dependencies: () => ({{ resourceGroup: \"rg\", appServicePlan: \"rg::plan\" }}) }},\n];\n"
    )
}

fn severity(text: &str) -> Option<Severity> {
    let report = Linter::default().check(&Source::new("resources.js", text));
    let mut secrets = report.diagnostics.iter().filter(|found| found.rule.0 == "security/secret-literal");
    let severity = secrets.next().map(|found| found.severity);
    assert!(secrets.next().is_none(), "{text}");
    severity
}

#[test]
fn a_secret_is_told_and_a_placeholder_is_not() {
    let key = |count: usize| "A1b2".repeat(count);
    let table = [
        (shared_key(&format!("\"{SECRET}\"")), Some(Severity::Error)),
        (shared_key("`multi\nline-secret`"), Some(Severity::Error)),
        (shared_key("\"changeme\""), Some(Severity::Warning)),
        (shared_key("\"Change-Me\""), Some(Severity::Warning)),
        (shared_key("\"mySharedKey\""), Some(Severity::Info)),
        (shared_key("\"password123\""), Some(Severity::Warning)),
        (shared_key("process.env.KEY"), None),
        (shared_key("`${process.env.KEY}`"), None),
        (shared_key("\"\""), None),
        (shared_key("\"{shared key}\""), None),
        (shared_key("\"<key>\""), None),
        (shared_key("\"xxxxxxxx\""), None),
        (shared_key("\"********\""), None),
        // A credential gives itself away wherever it stands.
        (
            site(&format!(
                "{{ name: \"STORE\", value: \"DefaultEndpointsProtocol=https;AccountName=a;AccountKey={}==\" }}",
                key(21)
            )),
            Some(Severity::Error),
        ),
        (site("{ name: \"STORE\", value: \"DefaultEndpointsProtocol=https;AccountName=a;AccountKey={key}\" }"), None),
        (
            site(
                "{ name: \"CERT\", value: \"-----BEGIN RSA PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA\\n-----END RSA PRIVATE KEY-----\" }",
            ),
            Some(Severity::Error),
        ),
        (
            site(&format!("{{ name: \"SAS\", value: \"?sv=2022-11-02&se=2030-01-01&sr=c&sp=r&sig={}%3D\" }}", key(10))),
            Some(Severity::Error),
        ),
        (
            site(
                "{ name: \"SECRET_NAME\", value: \"@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)\" }",
            ),
            None,
        ),
        (site("{ name: \"PLAIN\", value: \"a value of no interest that is rather long, too\" }"), None),
    ];
    for (text, expected) in table {
        assert_eq!(severity(&text), expected, "{text}");
    }
}

/// Whatever is written about a file, the secret is not in it.
#[test]
fn the_secret_itself_is_never_written() {
    let place = Workplace::new();
    // A secret that other rules have something to say about, and that stands somewhere else, too.
    let text = format!("// {SECRET}\n{}", shared_key(&format!("\"{SECRET}\"")).replace("value:", "vaule: 1, value:"));
    let number = shared_key("12345678").replace("value: ", "adminPassword: \"hunter2hunter2\", value: ");
    place.write("resources.js", text);
    place.write("other.js", number);
    place.write(
        "suppressed.js",
        format!("// lazuli-ignore-file\n{}", shared_key(&format!("\"{SECRET}\"")).replace("value:", "vaule:")),
    );
    place.write("off/lazuli.toml", "[rules]\n\"security/*\" = \"off\"\n");
    place.write("off/resources.js", shared_key(&format!("\"{SECRET}\"")).replace("\"rg\"", "7"));
    for arguments in [
        ["check", "--info"].as_slice(),
        &["check", "--format", "json"],
        &["check", "--diff", "--unsafe-fixes"],
        &["check", "--write-baseline"],
        &["graph", "--format", "json"],
        &["graph", "--format", "svg"],
    ] {
        let outcome = place.run(arguments);
        assert!(!outcome.stdout.is_empty() || !outcome.stderr.is_empty(), "{arguments:?}");
        for secret in [SECRET, "hunter2hunter2", "12345678"] {
            assert!(!outcome.to_string().contains(secret), "{arguments:?}:\n{outcome}");
        }
    }
    let baseline = fs::read_to_string(place.path().join("lazuli-baseline.json")).unwrap();
    assert!(baseline.contains("security/secret-literal") && !baseline.contains(SECRET), "{baseline}");
}

#[test]
fn an_excerpt_shows_asterisks() {
    let place = Workplace::new();
    place.write("resources.js", shared_key(&format!("\"{SECRET}\"")));
    insta::assert_snapshot!(place.run(["check"]));
}

#[test]
fn the_secret_of_a_real_project_is_found_and_not_shown() {
    let Some(folder) = folder("gc-examples") else { return };
    let place = Workplace::new();
    let file = folder.join("Network-vpn-connection/resources.js");
    for format in ["pretty", "json"] {
        let outcome = place.run(["check".as_ref(), file.as_os_str(), "--format".as_ref(), format.as_ref()]);
        assert!(outcome.stdout.contains("security/secret-literal"), "{outcome}");
        assert!(!outcome.stdout.contains("Microsoft123"), "{outcome}");
    }
}
