//! What the catalogue makes of swagger, sound and broken.

use lazuli::catalog::{
    Additional, Catalog, Lookup, Pattern, ResourceId, ResourceSchema, Schema, SchemaType, SwaggerError,
};
use serde_json::{Value, json};

/// A swagger file with one resource type, whose body is the definition `Thing`.
fn swagger(definitions: &Value) -> String {
    json!({
        "swagger": "2.0",
        "info": { "title": "Test", "version": "2020-01-01" },
        "paths": {
            "/subscriptions/{subscriptionId}/providers/Microsoft.Test/things/{thingName}": {
                "parameters": [{ "$ref": "#/parameters/Subscription" }],
                "put": {
                    "parameters": [
                        { "name": "thingName", "in": "path", "required": true, "type": "string", "pattern": "^[a-z]+$", "maxLength": 9 },
                        { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Thing" } },
                    ],
                    "x-grucloud": {
                        "group": "Test", "type": "Thing",
                        "dependencies": {
                            "resourceGroup": { "group": "Resources", "type": "ResourceGroup", "parent": true },
                            "subnets": { "group": "Network", "type": "Subnet", "list": true, "pathId": "properties.subnet.id" },
                        },
                    },
                },
            },
        },
        "parameters": { "Subscription": { "name": "subscriptionId", "in": "path", "required": true, "type": "string", "minLength": 1 } },
        "definitions": definitions,
    })
    .to_string()
}

fn thing() -> ResourceId {
    ResourceId { group: "Test".into(), resource_type: "Thing".into(), api_version: "2020-01-01".into() }
}

/// The type, and what is wrong with its swagger: pointer and message.
fn read(definitions: &Value) -> (ResourceSchema, Vec<(String, String)>) {
    let mut catalog = Catalog::empty();
    let problems = catalog.add_swagger(&swagger(definitions)).expect("it is swagger");
    let schema = catalog.load(&thing()).expect("the type is there");
    (ResourceSchema::clone(&schema), problems.into_iter().map(|problem| (problem.pointer, problem.message)).collect())
}

fn sound(definitions: &Value) -> ResourceSchema {
    let (schema, problems) = read(definitions);
    assert_eq!(problems, []);
    schema
}

fn body(schema: &ResourceSchema) -> &Schema {
    schema.resolve(&schema.body)
}

#[test]
fn the_operation_tells_path_parameters_and_dependencies() {
    let schema = sound(&json!({ "Thing": { "type": "object" } }));
    assert!(schema.deployment.path.ends_with("/providers/Microsoft.Test/things/{thingName}"));
    let parameters: Vec<_> = schema
        .deployment
        .parameters
        .iter()
        .map(|it| {
            (it.name.as_str(), it.min_length, it.max_length, it.pattern.as_ref().map(lazuli::catalog::Pattern::as_str))
        })
        .collect();
    assert_eq!(parameters, [("subscriptionId", Some(1), None, None), ("thingName", None, Some(9), Some("^[a-z]+$"))]);
    assert!(schema.deployment.dependencies["resourceGroup"].parent);
    assert!(schema.deployment.dependencies["subnets"].list);
    assert_eq!(schema.deployment.dependencies["subnets"].path_id.as_deref(), Some("properties.subnet.id"));
    assert!(schema.is_filled_by_a_dependency("/properties/subnet"), "what holds the id is filled too");
    assert!(!schema.is_filled_by_a_dependency("/properties/other"));
}

#[test]
fn every_fact_of_a_value_is_kept() {
    let schema = sound(&json!({ "Thing": { "properties": {
        "text": { "type": "string", "pattern": "^a", "minLength": 1, "maxLength": 2, "format": "uuid", "description": "A text." },
        "count": { "type": "integer", "minimum": 1, "maximum": 9, "exclusiveMinimum": true, "multipleOf": 2 },
        "list": { "type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true, "items": { "type": "boolean" } },
        "closed": { "type": "string", "enum": ["a"], "x-ms-enum": { "name": "Closed", "modelAsString": false } },
        "open": { "type": "string", "enum": ["a"], "x-ms-enum": { "name": "Open", "modelAsString": true } },
        "sized": { "type": "string", "enum": ["a"], "x-ms-enum": { "name": "SkuName", "modelAsString": false } },
        "readOnly": { "type": "string", "readOnly": true },
        "read": { "type": "string", "x-ms-mutability": ["read"] },
        "create": { "type": "string", "x-ms-mutability": ["read", "create"] },
        "write": { "type": "string", "x-ms-mutability": ["create", "update"] },
        "secret": { "type": "string", "x-ms-secret": true },
        "password": { "type": "string", "format": "password" },
        "nullable": { "type": "string", "x-nullable": true },
    }, "required": ["text"] } }));
    let property = |key: &str| &body(&schema).properties[key];
    let text = property("text");
    assert_eq!(
        (text.min_length, text.max_length, text.pattern.as_ref().map(Pattern::as_str)),
        (Some(1), Some(2), Some("^a"))
    );
    assert_eq!((text.json_type, text.format.as_deref()), (Some(SchemaType::String), Some("uuid")));
    assert_eq!(text.description.as_deref(), Some("A text."));
    let count = property("count");
    assert!(count.exclusive_minimum && !count.exclusive_maximum);
    assert_eq!(count.minimum.as_ref().unwrap().to_string(), "1");
    let list = property("list");
    assert_eq!((list.min_items, list.max_items, list.unique_items), (Some(1), Some(3), true));
    assert_eq!(list.items.as_ref().unwrap().json_type, Some(SchemaType::Boolean));
    let is_open = |key: &str| property(key).enumeration.as_ref().unwrap().open;
    assert_eq!((is_open("closed"), is_open("open"), is_open("sized")), (false, true, true));
    assert_eq!(["readOnly", "read", "create"].map(|key| property(key).read_only), [true, true, false]);
    assert_eq!(["read", "create", "write", "text"].map(|key| property(key).create_only), [false, true, false, false]);
    assert_eq!(["read", "create", "write", "text"].map(|key| property(key).write_only), [false, false, true, false]);
    assert_eq!(["secret", "password", "text"].map(|key| property(key).secret), [true, true, false]);
    assert!(property("nullable").nullable);
    assert!(body(&schema).required.contains("text"));
}

#[test]
fn all_of_is_merged_whichever_way_it_is_written() {
    let schema = sound(&json!({
        "Thing": { "allOf": [{ "$ref": "#/definitions/Base" }, { "properties": { "inline": { "type": "string" } } }],
                   "properties": { "own": { "$ref": "#/definitions/Own" } }, "required": ["own"] },
        "Base": { "allOf": [{ "$ref": "#/definitions/Root" }], "properties": { "base": { "type": "string" } } },
        "Root": { "properties": { "id": { "type": "string", "readOnly": true } }, "required": ["id"] },
        "Own": { "type": "object", "properties": { "flagged": { "allOf": [{ "$ref": "#/definitions/Leaf" }], "readOnly": true } } },
        "Leaf": { "type": "string" },
    }));
    let keys: Vec<&str> = body(&schema).properties.keys().map(String::as_str).collect();
    assert_eq!(keys, ["base", "id", "inline", "own"]);
    assert!(matches!(body(&schema).additional, Additional::Closed));
    assert_eq!(body(&schema).required.iter().collect::<Vec<_>>(), ["id", "own"]);
    let own = schema.resolve(&body(&schema).properties["own"]);
    let flagged = &own.properties["flagged"];
    assert!(flagged.read_only, "the flag stands beside the reference");
    assert_eq!(flagged.reference.as_deref(), Some("Leaf"));
}

#[test]
fn an_object_is_closed_unless_it_says_otherwise() {
    let table = [
        (json!({ "properties": { "a": {} } }), "closed"),
        (json!({ "type": "object" }), "open"),
        (json!({ "properties": { "a": {} }, "additionalProperties": true }), "open"),
        (json!({ "properties": {}, "additionalProperties": false }), "closed"),
        (json!({ "additionalProperties": { "type": "string" } }), "of"),
        (json!({ "additionalProperties": {} }), "of"),
        (json!({ "allOf": [{ "$ref": "#/definitions/Bag" }], "properties": { "a": {} } }), "of"),
    ];
    for (definition, expected) in table {
        let schema = sound(&json!({ "Thing": definition, "Bag": { "additionalProperties": { "type": "integer" } } }));
        let found = match body(&schema).additional {
            Additional::Closed => "closed",
            Additional::Open => "open",
            Additional::Of(_) => "of",
        };
        assert_eq!(found, expected, "{definition}");
    }
}

#[test]
fn a_discriminator_knows_its_variants_however_deep_they_inherit() {
    let schema = sound(&json!({
        "Thing": { "properties": { "pet": { "$ref": "#/definitions/Pet" } } },
        "Pet": { "discriminator": "kind", "properties": { "kind": { "type": "string" } }, "required": ["kind"] },
        "Cat": { "allOf": [{ "$ref": "#/definitions/Pet" }], "properties": { "lives": { "type": "integer" } } },
        "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }], "x-ms-discriminator-value": "hound", "properties": { "owner": { "$ref": "#/definitions/Owner" } } },
        "Puppy": { "allOf": [{ "$ref": "#/definitions/Dog" }], "properties": { "age": { "type": "integer" } } },
        "Owner": { "properties": { "name": { "type": "string" } } },
    }));
    let pet = schema.resolve(&body(&schema).properties["pet"]);
    let discriminator = pet.discriminator.as_ref().unwrap();
    assert_eq!(discriminator.property, "kind");
    let variants: Vec<_> = discriminator.variants.iter().map(|(value, name)| (value.as_str(), name.as_str())).collect();
    assert_eq!(variants, [("Cat", "Cat"), ("Puppy", "Puppy"), ("hound", "Dog")]);
    assert!(schema.definitions.contains_key("Owner"), "what only a variant uses is read too");
    assert_eq!(schema.definitions["Puppy"].properties.len(), 3);
}

#[test]
fn recursive_types_are_read_once() {
    let schema = sound(&json!({
        "Thing": { "properties": { "tree": { "$ref": "#/definitions/Tree" } } },
        "Tree": { "properties": { "children": { "type": "array", "items": { "$ref": "#/definitions/Tree" } } } },
    }));
    assert_eq!(schema.definitions.len(), 2);
}

#[test]
fn what_is_broken_is_named_and_the_rest_is_kept() {
    let place = "/definitions/Thing/properties";
    let table = [
        (
            json!({ "Thing": { "properties": { "a": { "$ref": "#/definitions/Nowhere" }, "b": {} } } }),
            format!("{place}/a"),
            "`#/definitions/Nowhere` leads nowhere",
        ),
        (
            json!({ "Thing": { "properties": { "a": { "$ref": "other.json#/definitions/A" }, "b": {} } } }),
            format!("{place}/a"),
            "`other.json#/definitions/A` leads nowhere",
        ),
        (
            json!({ "Thing": { "properties": { "a": { "$ref": "#/definitions/A" }, "b": {} } },
                 "A": { "$ref": "#/definitions/B" }, "B": { "$ref": "#/definitions/A" } }),
            "/definitions/A".to_owned(),
            "`A` refers to itself through `$ref`",
        ),
        (
            json!({ "Thing": { "allOf": [{ "$ref": "#/definitions/Thing" }], "properties": { "a": {}, "b": {} } } }),
            "/definitions/Thing/allOf/0".to_owned(),
            "`Thing` builds upon itself through `allOf`",
        ),
        (
            json!({ "Thing": { "properties": { "a": { "maxLength": -1 }, "b": {} } } }),
            format!("{place}/a/maxLength"),
            "`maxLength` is not a count",
        ),
    ];
    for (definitions, pointer, message) in table {
        let (schema, problems) = read(&definitions);
        assert_eq!(problems, [(pointer, message.to_owned())], "{definitions}");
        assert_eq!(body(&schema).properties.keys().collect::<Vec<_>>(), ["a", "b"], "{definitions}");
    }
}

#[test]
fn what_is_no_swagger_is_refused_whole() {
    let error = |text: &str| Catalog::empty().add_swagger(text).unwrap_err();
    assert!(matches!(error("{"), SwaggerError::NotJson(_)));
    let messages = ["[]", "{ \"openapi\": \"3.0.0\" }", "{ \"swagger\": \"2.0\" }"].map(|text| error(text).to_string());
    assert_eq!(
        messages,
        [
            "not a swagger file: it has no `\"swagger\": \"2.0\"`",
            "not a swagger file: it has no `\"swagger\": \"2.0\"`",
            "it does not say its API version: `info.version` is missing",
        ]
    );
}

/// What `lazuli schema import` writes.
#[test]
fn an_array_of_swagger_files_is_taken_whole_or_not_at_all() {
    let one = swagger(&json!({ "Thing": { "properties": { "a": { "type": "string" } } } }));
    let bad = json!({ "Thing": { "properties": { "a": { "maxLength": -1 } } } });
    let other = swagger(&bad).replace("\"2020-01-01\"", "\"2021-01-01\"");
    let mut catalog = Catalog::empty();
    let problems = catalog.add_swagger(&format!("[\n{one},\n{other}\n]\n")).unwrap();
    assert_eq!(catalog.versions("Test", "Thing"), ["2020-01-01", "2021-01-01"]);
    assert_eq!(body(&catalog.load(&thing()).unwrap()).properties["a"].json_type, Some(SchemaType::String));
    let pointers: Vec<&str> = problems.iter().map(|problem| &*problem.pointer).collect();
    assert_eq!(pointers, ["/1/definitions/Thing/properties/a/maxLength"]);

    let mut catalog = Catalog::empty();
    let error = catalog.add_swagger(&format!("[{one}, {{}}]")).unwrap_err();
    assert_eq!(error.to_string(), "/1: not a swagger file: it has no `\"swagger\": \"2.0\"`");
    assert_eq!(catalog.types().count(), 0);
}

#[test]
fn a_type_is_found_by_its_exact_name_and_a_slip_is_told_apart_from_the_unknown() {
    let catalog = Catalog::embedded();
    let at = |version: &'static str| ResourceId {
        group: "DocumentDB".into(),
        resource_type: "PrivateEndpointConnection".into(),
        api_version: version.into(),
    };
    // Where a file asks for no version, the one that GruCloud deploys is meant.
    let found = Lookup::Found(at("2022-08-15"));
    let slip = Lookup::Slip(at("2022-08-15"));
    let arm_type = "microsoft.documentdb/databaseaccounts/PrivateEndpointConnections";
    let table = [
        (Some("DocumentDB"), "PrivateEndpointConnection", None, found),
        (
            Some("DocumentDB"),
            "PrivateEndpointConnection",
            Some("2022-02-15-preview"),
            Lookup::Found(at("2022-02-15-preview")),
        ),
        (None, arm_type, None, Lookup::Found(at("2022-08-15"))),
        (None, arm_type, Some("2025-10-15"), Lookup::Found(at("2025-10-15"))),
        // Several groups have such connections.
        (None, "PrivateEndpointConnection", None, Lookup::NotCovered),
        (
            Some("DocumentDB"),
            "PrivateEndpointConnection",
            Some("1999-01-01"),
            Lookup::OtherVersions(vec!["2022-02-15-preview".into(), "2022-08-15".into(), "2025-10-15".into()]),
        ),
        (Some("documentdb"), "PrivateEndpointConnection", None, slip.clone()),
        (Some("DocumentDB"), "privateEndpointConnection", None, slip.clone()),
        (Some("DocumntDB"), "PrivateEndpointConection", None, slip),
        (Some("DocumentDB"), "Subnet", None, Lookup::NotCovered),
        (Some("EC2"), "PrivateEndpointConnection", None, Lookup::NotCovered),
        (None, "Subnets", None, Lookup::NotCovered),
    ];
    for (group, resource_type, version, expected) in table {
        assert_eq!(catalog.find(group, resource_type, version), expected, "{group:?} {resource_type} {version:?}");
    }
}

/// The embedded types are sound: every one loads, has a path, and says something of its body.
#[test]
fn every_embedded_type_loads() {
    let catalog = Catalog::embedded();
    let mut without_properties = Vec::new();
    for id in catalog.types() {
        let schema = catalog.load(id).unwrap_or_else(|| panic!("{id:?}"));
        if body(&schema).properties.is_empty() {
            without_properties.push(format!("{}::{}", id.group, id.resource_type));
        }
        assert!(schema.deployment.path.starts_with('/'), "{id:?}");
    }
    assert_eq!(without_properties, [] as [String; 0]);
    assert!(catalog.entries().len() > 380);
}
