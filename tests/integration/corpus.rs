//! Real files of other people: read whole, and no false alarm.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use lazuli::{Diagnostic, Linter, Severity, Source};

/// A folder of the corpus that lies beside the project; `None`, and a word about it, where there is none.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: there is no corpus at {}", folder.display());
        return None;
    }
    Some(folder)
}

/// The files below a folder whose names end so, sorted.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().unwrap().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn is_generated(path: &Path) -> bool {
    path.components().any(|component| component.as_os_str() == "artifacts")
}

/// The findings that people are shown without asking.
fn alarms(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.into_iter().filter(|diagnostic| diagnostic.severity > Severity::Info).collect()
}

/// How many resources each file declares when it is run, as GruCloud runs it. What the files require is not
/// installed; they take nothing from it.
fn counts_by_running(files: &[PathBuf]) -> BTreeMap<PathBuf, usize> {
    let script = "
        require('module')._load = ((load) => (name, ...rest) => name.startsWith('rubico') ? {} : load(name, ...rest))(
            require('module')._load);
        const counts = process.argv.slice(1).map((file) => [file, require(file).createResources({}).length]);
        console.log(JSON.stringify(Object.fromEntries(counts)));";
    let output = Command::new("node").arg("-e").arg(script).args(files).output().expect("Node is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_project_has_as_many_definitions_as_running_it_gives() {
    let Some(folder) = folder("gc-examples") else { return };
    let paths: Vec<PathBuf> =
        files(&folder.canonicalize().unwrap(), ".js").into_iter().filter(|path| !is_generated(path)).collect();
    assert!(paths.len() > 10);
    let linter = Linter::default();
    let read = |path: &PathBuf| {
        let content = fs::read(path).unwrap();
        (path.clone(), linter.check(&Source::new(path, &content)).resources)
    };
    let counts: BTreeMap<PathBuf, usize> = paths.iter().map(read).collect();
    assert_eq!(counts, counts_by_running(&paths));
}

/// What is said of the projects, and why it is true.
const TRUE_OF_THE_PROJECTS: [(&str, &str, &str); 10] = [
    // Azure's swagger of 2022-03-01 does not have these; the service answers with them all the same, and drops
    // them from a request.
    ("Compute-vm/resources.js", "schema/property-version", "enableVMAgentPlatformUpdates"),
    ("Network-load-balancer/resources.js", "schema/property-version", "enableVMAgentPlatformUpdates"),
    ("Network-load-balancer/resources.js", "schema/property-version", "disableTcpStateTracking"),
    ("azure/resources.js", "schema/property-version", "enableVMAgentPlatformUpdates"),
    // A policy for tokens says how long they last: both members are required in every version of the swagger.
    ("Storage-website/resources.js", "schema/required", "sasExpirationPeriod"),
    // The shared key of a connection stands there in clear text.
    ("Network-vpn-connection/resources.js", "security/secret-literal", "clear text"),
    // Port 22 is open to all sources, `*`.
    ("Compute-vm/resources.js", "security/open-inbound", "port 22"),
    ("Network-load-balancer/resources.js", "security/open-inbound", "port 22"),
    ("azure/resources.js", "security/open-inbound", "port 22"),
    // The bytes of a key in Base64; the page has a sentence in their place.
    ("SqlResourceClientEncryptionKey.md", "schema/format", "wrappedDataEncryptionKey"),
];

/// Without the findings that are known to be true of a file.
fn untrue(path: &Path, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_true = |diagnostic: &Diagnostic| {
        TRUE_OF_THE_PROJECTS.iter().any(|(file, rule, word)| {
            path.ends_with(file) && diagnostic.rule.0 == *rule && diagnostic.message.contains(word)
        })
    };
    alarms(found).into_iter().filter(|diagnostic| !is_true(diagnostic)).collect()
}

#[test]
fn a_project_that_works_gives_no_alarm() {
    let Some(folder) = folder("gc-examples") else { return };
    let linter = Linter::default();
    for path in files(&folder, ".js").into_iter().filter(|path| !is_generated(path)) {
        let content = fs::read(&path).unwrap();
        let report = linter.check(&Source::new(&path, &content));
        assert_eq!(untrue(&path, report.diagnostics), [], "{}", path.display());
    }
}

#[test]
fn an_example_of_the_documentation_gives_no_alarm() {
    let Some(folder) = folder("gc-docs") else { return };
    let linter = Linter::default();
    let mut checked = 0;
    for path in files(&folder, ".md") {
        let page = fs::read_to_string(&path).unwrap();
        for block in page.split("```js\n").skip(1).filter_map(|rest| rest.split("\n```").next()) {
            if block.contains("createResources") {
                let report = linter.check(&Source::new("resources.js", block));
                assert_eq!(report.resources, 1, "{}: {block}", path.display());
                assert_eq!(untrue(&path, report.diagnostics), [], "{}: {block}", path.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 50, "only {checked} examples");
}

#[test]
fn a_template_gives_no_alarm_but_where_it_is_no_json() {
    // Pages of the documentation show where resources go by bare words such as `tenant-resources`.
    let broken = [
        "default-tenant",
        "management-group-to-tenant",
        "resource-group-to-subscription",
        "scope-mg",
        "tenant-to-subscription",
    ]
    .map(|name| format!("azure-resource-manager-scope-{name}.json"));
    let Some(folder) = folder("arm-templates") else { return };
    let linter = Linter::default();
    for path in files(&folder, ".json") {
        let content = fs::read(&path).unwrap();
        let report = linter.check(&Source::new(&path, &content));
        let codes: Vec<&str> = alarms(report.diagnostics).iter().map(|found| found.rule.0).collect();
        let expected: &[&str] =
            if broken.iter().any(|name| path.ends_with(name)) { &["definition/syntax"] } else { &[] };
        assert_eq!(codes, expected, "{}", path.display());
    }
}

/// Swagger files, examples and type definitions are JSON that declares nothing, however much they look
/// like it.
#[test]
fn what_is_no_definition_is_passed_over() {
    for (name, ending) in [("rest-api-specs", ".json"), ("bicep-types", ".json")] {
        let Some(folder) = folder(name) else { return };
        let linter = Linter::default();
        for path in files(&folder, ending) {
            let content = fs::read(&path).unwrap();
            let report = linter.check(&Source::new(&path, &content).met_in_a_folder());
            assert!(report.passed_over, "{}: {:#?}", path.display(), report.diagnostics);
        }
    }
}
