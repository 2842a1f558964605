//! What the importer makes of Bicep types.

use lazuli::catalog::{Additional, SchemaType};
use serde_json::json;

use super::{bicep_file, body, imported, keys, member, part, thing, variants};

#[test]
fn nodes_become_schemas() {
    let of = |node: usize, flags: u64| json!({ "type": { "$ref": format!("#/{node}") }, "flags": flags });
    let files = bicep_file(&[
        json!({ "$type": "StringType", "minLength": 3, "maxLength": 5, "pattern": "^a", "sensitive": true }),
        json!({ "$type": "StringLiteralType", "value": "Cat" }),
        json!({ "$type": "UnionType", "elements": [{ "$ref": "#/1" }] }),
        json!({ "$type": "UnionType", "elements": [{ "$ref": "#/1" }, { "$ref": "#/0" }] }),
        json!({ "$type": "IntegerType", "minValue": 1, "maxValue": 9 }),
        json!({ "$type": "ArrayType", "itemType": { "$ref": "#/6" }, "minLength": 1, "maxLength": 2 }),
        json!({ "$type": "ObjectType", "name": "Tree", "properties": { "children": of(5, 0), "more": of(99, 0) },
                "additionalProperties": { "$ref": "#/4" } }),
        json!({ "$type": "ObjectType", "name": "Cat", "properties": { "kind": of(1, 1), "lives": of(4, 0) } }),
        json!({ "$type": "DiscriminatedObjectType", "name": "Pet", "discriminator": "kind",
                "baseProperties": { "age": of(4, 0) }, "elements": { "Cat": { "$ref": "#/7" } } }),
        json!({ "$type": "NewType" }),
        json!({ "$type": "BuiltInType", "kind": 3 }),
        json!({ "$type": "ArrayType", "itemType": { "$ref": "#/11" } }),
        json!({ "$type": "ObjectType", "name": "Tree", "properties": { "other": of(0, 0) } }),
        json!({ "$type": "ObjectType", "name": "Microsoft.Test/things", "properties": {
            "id": of(0, 10), "name": of(0, 9), "closed": of(2, 1), "open": of(3, 4), "number": of(4, 2), "tree": of(6, 0),
            "pet": of(8, 0), "new": of(9, 0), "on": of(10, 0), "loop": of(11, 0), "tree2": of(12, 0) } }),
    ]);
    let (schema, skipped) = thing(&files);
    let file = "generated/test/microsoft.test/2020-01-01/types.json";
    let expected = [
        part(file, "/11", "it is nested in itself, or too deep: it is not checked"),
        part(file, "/9", "`NewType` is no kind of type that lazuli knows: it is not checked"),
        part(file, "/6/properties/more", "`#/99` leads nowhere"),
    ];
    assert_eq!(skipped, expected);

    let body = body(&schema);
    assert!(body.properties["id"].read_only && body.properties["id"].secret);
    assert!(body.properties["name"].pattern.is_none(), "the path has it");
    let name = schema.deployment.parameters.last().unwrap();
    assert_eq!(
        (&*name.name, name.max_length, name.pattern.as_ref().map(lazuli::catalog::Pattern::as_str)),
        ("thingsName", Some(5), Some("^a"))
    );
    assert_eq!(body.required.iter().collect::<Vec<_>>(), ["closed", "name"]);
    let is_open = |key: &str| body.properties[key].enumeration.as_ref().unwrap().open;
    assert_eq!((is_open("closed"), is_open("open")), (false, true));
    assert!(!body.properties["open"].read_only, "what is only written can be");
    let number = &body.properties["number"];
    assert!(number.read_only && number.minimum.is_some() && number.maximum.is_some());
    assert_eq!(number.json_type, Some(SchemaType::Number));
    assert_eq!(body.properties["on"].json_type, Some(SchemaType::Boolean));

    let tree = member(&schema, "tree");
    let children = &tree.properties["children"];
    assert_eq!((children.min_items, children.max_items), (Some(1), Some(2)));
    assert_eq!(keys(schema.resolve(children.items.as_ref().unwrap())), ["children", "more"], "a type may hold itself");
    assert!(matches!(tree.additional, Additional::Of(_)));
    assert_eq!(keys(member(&schema, "tree2")), ["other"], "two objects of one name are two");
    let found: Vec<_> = variants(&schema, "pet").into_iter().map(|(value, variant)| (value, keys(variant))).collect();
    assert_eq!(found, [("Cat", vec!["age", "kind", "lives"])]);
}

/// A type with a variant for each name: the name is no part of what is checked.
#[test]
fn a_body_told_apart_by_name_may_be_any_of_them() {
    let of = |node: usize, flags: u64| json!({ "type": { "$ref": format!("#/{node}") }, "flags": flags });
    let (schema, skipped) = thing(&bicep_file(&[
        json!({ "$type": "StringType" }),
        json!({ "$type": "IntegerType" }),
        json!({ "$type": "ObjectType", "name": "Web", "properties": { "shared": of(0, 0), "differs": of(0, 1) } }),
        json!({ "$type": "ObjectType", "name": "Logs", "properties": { "shared": of(0, 0), "differs": of(1, 0) } }),
        json!({ "$type": "DiscriminatedObjectType", "name": "Config", "discriminator": "name",
                "baseProperties": { "id": of(0, 10) }, "elements": { "web": { "$ref": "#/2" }, "logs": { "$ref": "#/3" } } }),
    ]));
    assert_eq!(skipped, []);
    let body = body(&schema);
    assert_eq!(keys(body), ["differs", "id", "shared"]);
    assert_eq!((body.properties["differs"].json_type, body.required.len()), (None, 0));
}

#[test]
fn a_type_that_nobody_can_create_is_counted() {
    let types = json!([
        { "$type": "ObjectType", "name": "X", "properties": {} },
        { "$type": "ResourceType", "name": "Microsoft.Test/a@1", "body": { "$ref": "#/0" }, "writableScopes": 0 },
        { "$type": "ResourceType", "name": "Microsoft.Test/b@1", "body": { "$ref": "#/0" }, "scopeType": 8, "flags": 1 },
        { "$type": "ResourceType", "name": "Microsoft.Test/c@1", "body": { "$ref": "#/0" }, "scopeType": 8, "flags": 0 },
        { "$type": "ResourceType", "name": "Microsoft.Test/c@1", "body": { "$ref": "#/0" }, "writableScopes": 1 },
        { "$type": "ResourceType", "name": "Microsoft.Test", "body": { "$ref": "#/0" }, "writableScopes": 1 },
        { "$type": "ResourceType", "name": "Microsoft.Test/d@1", "body": { "$ref": "#/9" }, "writableScopes": 1 },
    ]);
    let (documents, summary) = imported(&[("types.json", types.to_string())].into_iter().collect());
    assert_eq!((documents.len(), summary.types, summary.read_only), (1, 1, 2));
    let found: Vec<(&str, &str)> = summary.skipped.iter().map(|part| (&*part.pointer, &*part.message)).collect();
    let expected = [
        ("/4", "`Microsoft.Test/c` at 1 is defined in `types.json` already, which counts"),
        ("/5/name", "it names no resource type and API version"),
        ("/6/body", "it leads nowhere"),
    ];
    assert_eq!(found, expected);
}
