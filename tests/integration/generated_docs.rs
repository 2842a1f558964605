//! What is generated of the documentation is what the rules say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::corpus::files;
use crate::workplace::Workplace;

fn pages(folder: &Path) -> BTreeMap<String, String> {
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    files(folder, ".md").iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn the_pages_of_the_rules_are_current() {
    let place = Workplace::new();
    assert_eq!(place.run(["rules", "--pages", "pages"]).code, Some(0));
    let (there, wanted) =
        (pages(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")), pages(&place.path().join("pages")));
    assert!(wanted.len() > 50);
    for name in there.keys().chain(wanted.keys()) {
        assert_eq!(there.get(name), wanted.get(name), "{name}: run `cargo xtask docs`");
    }
}

#[test]
fn the_schema_of_the_config_is_current_and_says_what_lazuli_takes() {
    let place = Workplace::new();
    let printed = place.run(["config", "schema"]).stdout;
    let published = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/lazuli.schema.json")).unwrap();
    assert_eq!(published, printed, "run `cargo xtask docs`");
    let schema = jsonschema::validator_for(&serde_json::from_str(&printed).unwrap()).unwrap();
    let table = [
        ("exclude = [\"a\"]\nschemas = []\n", true),
        ("[rules]\n\"schema/enum\" = \"warning\"\n\"schema/*\" = \"off\"\n", true),
        ("[[overrides]]\nfiles = [\"a\"]\nrules = { \"naming/invalid\" = \"info\" }\n", true),
        ("[api-versions]\n\"Network::*\" = \"2025-05-01\"\n", true),
        ("[rules]\n\"schema/enm\" = \"warning\"\n", false),
        ("[rules]\n\"schema/enum\" = \"fatal\"\n", false),
        ("[[overrides]]\nrules = {}\n", false),
        ("exclude = \"a\"\n", false),
        ("scheams = []\n", false),
    ];
    for (text, is_right) in table {
        let config: toml::Value = toml::from_str(text).unwrap();
        assert_eq!(schema.is_valid(&serde_json::to_value(config).unwrap()), is_right, "{text}");
        place.write("lazuli.toml", text);
        place.write("resources.js", crate::workplace::GOOD);
        assert_eq!(place.run(["check"]).code == Some(0), is_right, "{text}");
    }
}
