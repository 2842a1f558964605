//! Which resources a file declares, however it puts them together.

use lazuli::document::Definition;

use super::read_as;

fn names(definitions: &[Definition<'_>]) -> Vec<String> {
    let part =
        |name: &Option<lazuli::document::Name<'_>>| name.as_ref().map_or("?".to_owned(), |name| name.text.to_string());
    definitions.iter().map(|found| format!("{}::{}", part(&found.group), part(&found.resource_type))).collect()
}

fn assert_read(table: &[(&str, &str, &[&str])]) {
    for (file, text, expected) in table {
        let document = read_as(file, text);
        assert_eq!(document.syntax_errors, [], "{text}");
        assert_eq!(names(&document.definitions), *expected, "{text}");
    }
}

#[test]
fn every_way_to_declare_resources_is_read() {
    let table: &[(&str, &str, &[&str])] = &[
        ("r.js", r#"exports.createResources = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"exports.createResources = function () { return [{ type: "A", group: "G" }]; };"#, &["G::A"]),
        (
            "r.js",
            r#"const createResources = () => [{ type: "A", group: "G" }]; exports.createResources = createResources;"#,
            &["G::A"],
        ),
        ("r.js", r#"module.exports = { createResources: () => [{ type: "A", group: "G" }] };"#, &["G::A"]),
        ("r.js", r#"module.exports = { createResources() { return [{ type: "A", group: "G" }] } };"#, &["G::A"]),
        (
            "r.js",
            r#"function createResources() { return [{ type: "A", group: "G" }] } module.exports = { createResources };"#,
            &["G::A"],
        ),
        ("r.mjs", r#"export const createResources = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.mjs", r#"export function createResources() { return [{ type: "A", group: "G" }]; }"#, &["G::A"]),
        ("r.mjs", r#"const make = () => [{ type: "A", group: "G" }]; export { make as createResources };"#, &["G::A"]),
        (
            "r.ts",
            r#"export const createResources = (): Resource[] => [{ type: "A", group: "G" } as Resource];"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"const a = [{ type: "A", group: "G" }]; const b = [{ type: "B", group: "G" }]; exports.createResources = () => [...a, ...b];"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"const a = [{ type: "A", group: "G" }]; exports.createResources = () => a.concat([{ type: "B", group: "G" }]);"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => names.map((name) => ({ type: "A", group: "G", name }));"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = ({ provider }) => { provider.makeResourceGroup({ name: "a" }); provider.Network.makeSubnet({ name: "b" }); };"#,
            &["?::ResourceGroup", "Network::Subnet"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => { if (x) { return [{ type: "A", group: "G" }]; } return [{ type: "B", group: "G" }]; };"#,
            &["G::A", "G::B"],
        ),
        ("r.js", r#"const g = "G"; exports.createResources = () => [{ type: `A`, group: g }];"#, &["G::A"]),
        ("r.js", "exports.createResources = () => [];", &[]),
        ("r.json", r#"[{ "type": "A", "group": "G" }, { "type": "B", "group": "G" }]"#, &["G::A", "G::B"]),
        ("r.json", r#"{ "type": "A", "group": "G", "properties": {} }"#, &["G::A"]),
        ("r.json", r#"{ "resources": [{ "type": "A", "group": "G" }] }"#, &["G::A"]),
        ("r.jsonc", "// why\n[{ \"type\": \"A\", /* here */ \"group\": \"G\", },]", &["G::A"]),
        (
            "r.js",
            r#"const make = (name) => ({ type: "A", group: "G", name }); exports.createResources = () => [make("a"), make("b")];"#,
            &["G::A", "G::A"],
        ),
        (
            "r.js",
            r#"function make() { if (x) { return { type: "A", group: "G" }; } return { type: "B", group: "G" }; } exports.createResources = () => [on && make()];"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [on && { type: "A", group: "G" }, a ?? { type: "B", group: "G" }];"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"const a = () => a(); exports.createResources = () => [a(), b(), { type: "A", group: "G" }];"#,
            &["G::A"],
        ),
    ];
    assert_read(table);
}

#[test]
fn a_list_of_resources_is_read_however_it_is_put_together() {
    let table: &[(&str, &str, &[&str])] = &[
        (
            "r.js",
            r#"exports.createResources = () => { const all = []; all.push({ type: "A", group: "G" }); return all; };"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => { const all = []; names.forEach((name) => all.push({ type: "A", group: "G", name })); return all; };"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"const make = (name) => ({ type: "A", group: "G", name }); exports.createResources = () => ["a"].map(make);"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [].concat({ type: "A", group: "G" }, [{ type: "B", group: "G" }]);"#,
            &["G::A", "G::B"],
        ),
        ("r.js", r#"exports.createResources = async () => Promise.resolve([{ type: "A", group: "G" }]);"#, &["G::A"]),
        ("r.js", r#"exports.createResources = () => ({ resources: [{ type: "A", group: "G" }] });"#, &["G::A"]),
        ("r.js", r#"exports.createResources = () => Object.values({ a: { type: "A", group: "G" } });"#, &["G::A"]),
        (
            "r.js",
            r#"exports.createResources = () => [on ? { type: "A", group: "G" } : null].filter(Boolean);"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"const make = () => ({ type: "A", group: "G" }); exports.createResources = () => { const a = make(); return [a]; };"#,
            &["G::A"],
        ),
        // Lists of lists, and what is left out again.
        (
            "r.js",
            r#"exports.createResources = () => [[{ type: "A", group: "G" }], [{ type: "B", group: "G" }]].flat();"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"const a = () => [{ type: "A", group: "G" }]; const b = [{ type: "B", group: "G" }]; exports.createResources = () => [a(), b].flat();"#,
            &["G::A", "G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [null, { kind: "comment" }, { type: "A", group: "G" }].filter((it) => it?.type);"#,
            &["G::A"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => { return [{ type: "A", group: "G" }]; return [{ type: "B", group: "G" }]; };"#,
            &["G::A"],
        ),
    ];
    assert_read(table);
}

#[test]
fn every_way_to_export_is_known() {
    let table: &[(&str, &str, &[&str])] = &[
        ("r.js", r#"exports["createResources"] = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"module.exports["createResources"] = () => [{ type: "A", group: "G" }];"#, &["G::A"]),
        ("r.js", r#"Object.assign(exports, { createResources: () => [{ type: "A", group: "G" }] });"#, &["G::A"]),
        (
            "r.js",
            r#"const api = { createResources: () => [{ type: "A", group: "G" }] }; module.exports = api;"#,
            &["G::A"],
        ),
        // The last one counts.
        (
            "r.js",
            r#"exports.createResources = () => [{ type: "A", group: "G" }]; exports.createResources = () => [{ type: "B", group: "G" }];"#,
            &["G::B"],
        ),
        (
            "r.js",
            r#"exports.createResources = () => [{ type: "A", group: "G" }]; module.exports = { createResources: () => [{ type: "B", group: "G" }] };"#,
            &["G::B"],
        ),
        ("r.ts", r#"export = { createResources: () => [{ type: "A", group: "G" }] };"#, &["G::A"]),
    ];
    assert_read(table);
}

#[test]
fn what_declares_something_else_is_left_alone() {
    let table: &[(&str, &str, &[&str])] = &[
        // Other programs export lists of objects too, and call their own providers.
        ("r.js", r#"module.exports = [{ entry: "./a.js", mode: "production" }];"#, &[]),
        ("r.js", r#"export default [{ type: "A", group: "G", properties: () => ({}) }];"#, &["G::A"]),
        ("r.js", r#"module.exports = (provider) => { provider.makeRequest("/path"); };"#, &[]),
        ("r.json", r#"{ "name": "a-package", "type": "module" }"#, &[]),
        ("r.json", r#"{ "type": "object", "properties": {} }"#, &[]),
    ];
    assert_read(table);
}

#[test]
fn what_is_not_read_is_told() {
    let table: &[(&str, &[&str])] = &[
        ("exports.createResources = require(\"./other\").createResources;", &["require(\"./other\").createResources"]),
        ("export { createResources } from \"./other\";", &["createResources"]),
        ("exports.createResources = ({ config }) => config.resources;", &["config.resources"]),
        ("exports.createResources = () => [...others, other, make()];", &["others", "other", "make()"]),
        ("exports.createResources = () => names.map(other);", &["names.map(other)"]),
        ("exports.createResources = () => { const all = []; all.push(other); return all; };", &["other"]),
        // Lists that may be changed after they were made.
        ("const all = [{}]; for (const one of all) one.group = \"G\"; exports.createResources = () => all;", &["all"]),
        (
            "const all = [{}]; all.forEach((one) => { one.group = \"G\"; }); exports.createResources = () => [...all];",
            &["all"],
        ),
        ("const all = [{}]; all[0].group = \"G\"; exports.createResources = () => all;", &["all"]),
        ("const all = [{}]; all.length = 0; exports.createResources = () => all;", &["all"]),
        ("const all = [{}]; all.shift(); exports.createResources = () => all;", &["all"]),
        ("const all = []; all.push({}); all[0].group = \"G\"; exports.createResources = () => all;", &["all"]),
        ("const all = []; const same = all; same.push({}); exports.createResources = () => all;", &["all"]),
        ("exports.createResources = function* () { yield {}; };", &["()"]),
        // Nothing is missing here.
        ("exports.createResources = () => [];", &[]),
        ("exports.createResources = ({ provider }) => { const a = provider.makeA({}); return { a }; };", &[]),
        (
            "exports.createResources = ({ provider }) => { const a = provider.makeA({}); return [a, provider.makeB({})]; };",
            &[],
        ),
        ("exports.createResources = () => undefined;", &[]),
        ("module.exports = require(\"./other\");", &[]),
    ];
    for (text, expected) in table {
        let document = read_as("resources.js", text);
        let found: Vec<&str> = document.not_read.iter().map(|span| span.slice_of(text)).collect();
        assert_eq!(found, *expected, "{text}");
    }
}
