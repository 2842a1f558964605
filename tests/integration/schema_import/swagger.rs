//! What the importer makes of swagger files.

use lazuli::catalog::import::import;
use lazuli::catalog::{Additional, Pattern};
use serde_json::{Value, json};

use super::{body, catalog, imported, in_version_folder, keys, library, member, swagger_file, thing, variants};

#[test]
fn files_that_refer_to_each_other_become_one() {
    let resource = "../../../../../common-types/v1/types.json#/definitions/Resource";
    let files = in_version_folder(&[
        (
            "a.json",
            swagger_file(&json!({
                "Thing": { "allOf": [{ "$ref": resource }], "properties": {
                    "properties": { "$ref": "./b.json#/definitions/ThingProperties", "x-ms-client-flatten": true },
                    "sku": { "$ref": "#/definitions/Sku", "readOnly": true },
                } },
                "Sku": { "properties": { "here": { "type": "string" } } },
            })),
        ),
        (
            "b.json",
            library(&json!({
                "ThingProperties": { "properties": {
                    "sku": { "$ref": "#/definitions/Sku", "x-nullable": true, "x-ms-mutability": ["read"] },
                    "parent": { "$ref": "a.json#/definitions/Thing" },
                    "description": { "type": "string", "description": "Words.", "pattern": "^a" },
                }, "required": ["sku"] },
                "Sku": { "properties": { "there": { "type": "string" } } },
            })),
        ),
        (
            "/specification/common-types/v1/types.json",
            library(&json!({ "Resource": { "properties": { "id": { "type": "string", "readOnly": true } } } })),
        ),
    ]);
    let (schema, skipped) = thing(&files);
    assert_eq!(skipped, []);
    assert_eq!(keys(body(&schema)), ["id", "properties", "sku"]);
    assert!(body(&schema).properties["sku"].read_only, "the flag stands beside a reference");
    assert_eq!(keys(member(&schema, "sku")), ["here"], "two definitions of one name are two");
    assert_eq!(keys(member(&schema, "properties.sku")), ["there"]);
    let sku = &member(&schema, "properties").properties["sku"];
    assert!(sku.nullable && sku.read_only);
    assert!(member(&schema, "properties.parent.properties").required.contains("sku"), "a type may hold itself");
    let description = member(&schema, "properties.description");
    assert_eq!((description.pattern.as_ref().map(Pattern::as_str), &description.description), (Some("^a"), &None));
}

#[test]
fn a_variant_may_be_in_another_file() {
    let files = in_version_folder(&[
        (
            "a.json",
            swagger_file(&json!({ "Thing": { "properties": { "pet": { "$ref": "pets.json#/definitions/Pet" } } } })),
        ),
        (
            "pets.json",
            library(&json!({
                "Pet": { "discriminator": "kind", "properties": { "kind": { "type": "string" } }, "required": ["kind"] },
                "Cat": { "allOf": [{ "$ref": "#/definitions/Pet" }], "properties": { "lives": { "type": "integer" } } },
            })),
        ),
        (
            "more.json",
            library(&json!({
                "Cat": { "allOf": [{ "$ref": "pets.json#/definitions/Cat" }], "x-ms-discriminator-value": "BigCat" },
                "Dog": { "allOf": [{ "$ref": "./pets.json#/definitions/Pet" }],
                         "properties": { "tail": { "$ref": "#/definitions/Tail" } } },
                "Tail": { "properties": { "length": { "type": "integer" } } },
            })),
        ),
    ]);
    let (schema, skipped) = thing(&files);
    assert_eq!(skipped, []);
    let found: Vec<_> = variants(&schema, "pet").into_iter().map(|(value, variant)| (value, keys(variant))).collect();
    let cat = vec!["kind", "lives"];
    assert_eq!(found, [("BigCat", cat.clone()), ("Cat", cat), ("Dog", vec!["kind", "tail"])]);
}

#[test]
fn a_variant_that_needs_another_name_keeps_its_value() {
    let files = in_version_folder(&[
        (
            "a.json",
            swagger_file(&json!({
                "Thing": { "properties": {
                    "cat": { "$ref": "#/definitions/Cat" }, "pet": { "$ref": "pets.json#/definitions/Pet" } } },
                "Cat": { "type": "string" },
            })),
        ),
        (
            "pets.json",
            library(&json!({
                "Pet": { "discriminator": "kind", "properties": { "kind": { "type": "string" } } },
                "Cat": { "allOf": [{ "$ref": "#/definitions/Pet" }], "properties": { "lives": { "type": "integer" } } },
            })),
        ),
    ]);
    let (schema, _) = thing(&files);
    let found: Vec<_> = variants(&schema, "pet").into_iter().map(|(value, variant)| (value, keys(variant))).collect();
    assert_eq!(found, [("Cat", vec!["kind", "lives"])]);
}

#[test]
fn what_only_the_answer_has_is_read_only() {
    let mut file = swagger_file(&json!({
        "Thing": { "properties": { "location": { "type": "string" }, "properties": { "$ref": "#/definitions/Sent" } } },
        "Answer": { "properties": {
            "id": { "type": "string" }, "tags": { "type": "object" }, "properties": { "$ref": "#/definitions/Answered" } } },
        "Sent": { "properties": { "a": { "type": "string" } }, "required": ["a"] },
        "Answered": { "properties": { "a": { "type": "string" }, "state": { "$ref": "#/definitions/State" } } },
        "State": { "type": "string", "enum": ["Up"] },
        "Unused": { "type": "string" },
    }));
    let put = &mut file["paths"]["/subscriptions/{subscriptionId}/providers/Microsoft.Test/things/{thingName}"]["put"];
    put["responses"] = json!({ "201": { "schema": { "$ref": "#/definitions/Answer" } } });
    let files = in_version_folder(&[("a.json", file)]);
    let (schema, skipped) = thing(&files);
    assert_eq!(skipped, []);
    assert_eq!(keys(body(&schema)), ["id", "location", "properties"]);
    assert!(body(&schema).properties["id"].read_only);
    let properties = member(&schema, "properties");
    assert_eq!(["a", "state"].map(|key| properties.properties[key].read_only), [false, true]);
    assert!(properties.required.contains("a"));
    let definitions = &imported(&files).0[0].swagger["definitions"];
    let names: Vec<&String> = definitions.as_object().unwrap().keys().collect();
    assert_eq!(names, ["Sent", "State", "Thing"], "only what is used");
}

/// Requests may create one type at several scopes, or under names of their own with bodies of their own, and
/// one request may create several types.
#[test]
fn requests_and_types_need_not_be_one_to_one() {
    let of_body = |name: &str| {
        let body = json!({ "name": "body", "in": "body", "schema": { "$ref": format!("#/definitions/{name}") } });
        json!({ "put": { "parameters": [body] } })
    };
    let mut record = of_body("Web");
    record["parameters"] = json!([{ "name": "recordType", "in": "path", "type": "string", "enum": ["A", "AAAA"] }]);
    let provider = "/subscriptions/{subscriptionId}/resourceGroups/{group}/providers/Microsoft.Test";
    let file = json!({
        "swagger": "2.0", "info": { "version": "2020-01-01" },
        "paths": {
            "/providers/Microsoft.Test/things/web": of_body("Web"),
            "/subscriptions/{subscriptionId}/providers/Microsoft.Test/things/logs": of_body("Logs"),
            format!("{provider}/things/web"): of_body("Web"),
            format!("{provider}/zones/{{zone}}/{{recordType}}/{{name}}"): record,
            "/providers/{namespace}/things/{name}": of_body("Web"),
            "/providers/Microsoft.Test/{anyType}/{name}": of_body("Web"),
            "/providers/Microsoft.Test/things/{name}/start": of_body("Web"),
            "/{id}": of_body("Web"),
        },
        "definitions": {
            "Web": { "properties": { "properties": { "$ref": "#/definitions/WebProperties" }, "kind": { "type": "string" } },
                     "required": ["kind", "properties"] },
            "Logs": { "properties": { "properties": { "type": "object" }, "level": {}, "kind": { "type": "string" } },
                      "required": ["kind"] },
            "WebProperties": { "properties": { "port": { "type": "integer" } } },
        },
    });
    let files = in_version_folder(&[("a.json", file)]);
    let (schema, skipped) = thing(&files);
    assert_eq!(skipped, []);
    assert!(schema.deployment.path.starts_with(provider), "most are created in a resource group");
    let body = body(&schema);
    assert_eq!(keys(body), ["kind", "level", "properties"]);
    assert_eq!(body.required.iter().collect::<Vec<_>>(), ["kind"]);
    assert!(matches!(body.properties["properties"].additional, Additional::Open), "they do not agree about it");
    let catalog = catalog(&imported(&files).0);
    let types: Vec<&str> = catalog.types().map(|id| &*id.resource_type).collect();
    assert_eq!(types, ["things", "zones/A", "zones/AAAA"]);
}

/// A parameter or an answer may be by reference, in another file too.
#[test]
fn parameters_are_followed_through_files() {
    let mut common = library(&json!({ "Body": { "properties": { "a": { "type": "string" } } } }));
    common["parameters"] = json!({
        "Name": { "name": "thingName", "in": "path", "type": "string", "maxLength": 9, "pattern": "^a(?=b)" },
        "Body": { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Body" } },
    });
    common["responses"] = json!({ "Ok": { "schema": { "properties": { "a": {}, "b": {} } } } });
    let mut file = swagger_file(&json!({}));
    let item = &mut file["paths"]["/subscriptions/{subscriptionId}/providers/Microsoft.Test/things/{thingName}"];
    *item = json!({
        "parameters": [{ "$ref": "common.json#/parameters/Name" }, { "$ref": "#/parameters/Nowhere" }],
        "put": { "parameters": [{ "$ref": "common.json#/parameters/Body" }],
                 "responses": { "200": { "$ref": "common.json#/responses/Ok" } } },
    });
    let (schema, skipped) = thing(&in_version_folder(&[("a.json", file), ("common.json", common)]));
    let facts = |it: &lazuli::catalog::PathParameter| (it.name.clone(), it.max_length, it.pattern.is_some());
    let parameters: Vec<_> = schema.deployment.parameters.iter().map(facts).collect();
    assert_eq!(parameters, [("thingName".to_owned(), Some(9), false)]);
    assert_eq!(["a", "b"].map(|key| body(&schema).properties[key].read_only), [false, true]);
    let messages: Vec<&str> = skipped.iter().map(|(_, _, message)| &**message).collect();
    let pattern = "`^a(?=b)` cannot be matched in linear time: it is not checked";
    assert_eq!(messages, ["`#/parameters/Nowhere` leads nowhere", pattern]);
}

#[test]
fn progress_is_told_file_by_file() {
    let file = swagger_file(&json!({ "Thing": { "properties": { "a": {} } } }));
    let files = in_version_folder(&[("a.json", file.clone()), ("b.json", Value::Null)]);
    let mut told = Vec::new();
    let mut tell = |done, of, path: &str| told.push((done, of, path.rsplit('/').next().unwrap().to_owned()));
    import(&files, &mut tell, &mut |_| {});
    assert_eq!(told, [(0, 2, "a.json".to_owned()), (1, 2, "b.json".to_owned())]);
}
