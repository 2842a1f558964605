use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::choices::Choices;
use super::judge::{Found, Judge, found_by_the_walk};
use super::odd_type::odd_type;
use super::values::{any_value, forget, known_part, made_up, places, with_places};
use crate::catalog::import::{FilesInMemory, import};
use crate::catalog::{Catalog, Lookup, ResourceId, ResourceSchema};
use crate::document::{Definition, parent_pointer};
use crate::read::{Dialect, Format, MOST_NESTED, read};
use crate::validate::walk::violations;

/// What the walk finds, which is what `jsonschema` does.
fn agreed(judge: &Judge<'_>, resource: &ResourceSchema, json: &Json) -> Found {
    let value = with_places(json);
    let found = found_by_the_walk(resource, &value);
    assert_eq!(found, judge.found(json, &value), "{:?}: {json:#}", resource.id);
    found
}

/// The types that are built in, and the odd one, each with its judge.
static TYPES: LazyLock<Vec<(&'static ResourceSchema, LazyLock<Judge<'static>, Make>)>> = LazyLock::new(|| {
    let catalog = Catalog::embedded();
    let embedded = catalog.types().filter_map(|id| catalog.load_settable(id));
    let odd = std::iter::repeat_n(odd_type(), 40);
    let leaked = embedded.chain(odd).map(|resource| &*Box::leak(Box::new(resource)));
    leaked.map(|resource| (&**resource, LazyLock::new(Box::new(|| Judge::of(resource)) as Make))).collect()
});

type Make = Box<dyn FnOnce() -> Judge<'static> + Send>;

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(3000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_made_up_breaks_a_schema_as_jsonschema_says(
        number in any::<prop::sample::Index>(),
        choices in prop::collection::vec(any::<u32>(), 0..600),
    ) {
        let (resource, judge) = number.get(&TYPES);
        let mut choices = Choices::new(choices);
        let json = made_up(resource, &mut choices);
        let found = agreed(judge, resource, &json);

        // Not to know a part takes findings away, and brings none.
        let pointers = places(&json);
        let forgotten = choices.one_of(&pointers);
        let mut value = with_places(&json);
        forget(&mut value, forgotten);
        for new in found_by_the_walk(resource, &value).difference(&found) {
            prop_assert!(false, "{new:?} for want of {forgotten}: {json:#}");
        }
    }
}

fn corpus(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: there is no corpus at {}", folder.display());
        return None;
    }
    Some(folder)
}

fn texts(folder: &Path, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(texts(&path, endings));
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// What the definitions of the corpus give for the properties of types that are known, as far as it is known.
fn declared(catalog: &Catalog) -> Vec<(ResourceId, Json)> {
    const JAVASCRIPT: Format = Format::JavaScript(Dialect::Script);
    let mut sources = Vec::new();
    if let Some(folder) = corpus("gc-examples") {
        sources.extend(texts(&folder, &[".js"]).into_iter().map(|(_, text)| (text, JAVASCRIPT)));
    }
    if let Some(folder) = corpus("gc-docs") {
        for (_, page) in texts(&folder, &[".md"]) {
            let blocks = page.split("```js\n").skip(1).filter_map(|rest| rest.split("\n```").next());
            sources.extend(blocks.map(|block| (block.to_owned(), JAVASCRIPT)));
        }
    }
    if let Some(folder) = corpus("arm-templates") {
        sources.extend(texts(&folder, &[".json"]).into_iter().map(|(_, text)| (text, Format::Json)));
    }
    let mut found = Vec::new();
    for (text, format) in &sources {
        for definition in &read(text, *format).definitions {
            let properties = definition.properties().filter(|properties| properties.as_object().is_some());
            if let (Some(id), Some(properties)) = (known_type(catalog, definition), properties) {
                found.push((id, known_part(properties)));
            }
        }
    }
    found
}

fn known_type(catalog: &Catalog, definition: &Definition<'_>) -> Option<ResourceId> {
    let group = definition.group.as_ref().map(|group| &*group.text);
    match catalog.find(group, &definition.resource_type.as_ref()?.text, None) {
        Lookup::Found(id) => Some(id),
        _ => None,
    }
}

/// Every definition of real files, and what becomes of it if any part of it is another value, is missing, or has
/// another name.
#[test]
fn what_people_declare_breaks_a_schema_as_jsonschema_says() {
    let catalog = Catalog::embedded();
    let declared = declared(&catalog);
    let schemas: HashMap<&ResourceId, Arc<ResourceSchema>> =
        declared.iter().map(|(id, _)| (id, catalog.load_settable(id).unwrap())).collect();
    let judges: HashMap<&ResourceId, Judge<'_>> = schemas.iter().map(|(id, schema)| (*id, Judge::of(schema))).collect();
    let (mut held, mut broken) = (0, 0);
    let mut hold = |id: &ResourceId, json: &Json| {
        held += 1;
        broken += usize::from(!agreed(&judges[id], &schemas[id], json).is_empty());
    };
    for (number, (id, json)) in declared.iter().enumerate() {
        hold(id, json);
        for (at, pointer) in places(json).into_iter().enumerate().skip(1) {
            let mut choices = Choices::of_seed(number * 31 + at);
            let others = [json!(null), json!("abc"), json!(5), any_value(&mut choices)];
            for other in others {
                let mut mutant = json.clone();
                *mutant.pointer_mut(&pointer).unwrap() = other;
                hold(id, &mutant);
            }
            let mut without = json.clone();
            let key = crate::document::pointer_segments(&pointer).last().unwrap().into_owned();
            match without.pointer_mut(parent_pointer(&pointer)).unwrap() {
                Json::Object(members) => {
                    let value = members.remove(&key).unwrap();
                    let mut renamed = json.clone();
                    let around = renamed.pointer_mut(parent_pointer(&pointer)).unwrap();
                    *around = Json::Object(members.clone());
                    around[format!("{key}x")] = value;
                    hold(id, &renamed);
                }
                Json::Array(items) => {
                    let item = items[key.parse::<usize>().unwrap()].clone();
                    items.push(item);
                }
                _ => {}
            }
            hold(id, &without);
        }
    }
    println!("{} definitions, {held} values, {broken} of them broken", declared.len());
    assert!(declared.is_empty() || (declared.len() > 100 && broken > 5_000), "{} definitions", declared.len());
}

/// What is made up for the odd type breaks all that a schema can say: where both agree that nothing is wrong, they
/// would agree on anything.
#[test]
fn everything_that_can_be_broken_is_broken_by_what_is_made_up() {
    let resource = odd_type();
    let judge = Judge::of(&resource);
    let mut kinds = BTreeSet::new();
    for seed in 0..3000 {
        let json = made_up(&resource, &mut Choices::of_seed(seed));
        let found = agreed(&judge, &resource, &json);
        kinds.extend(found.iter().map(|(_, kind)| kind.split('(').next().unwrap().to_owned()));
    }
    let expected = "Enumeration Format MaxItems MaxLength MinItems MinLength Null Pattern Range ReadOnly Required Type UniqueItems UnknownProperty";
    assert_eq!(kinds.into_iter().collect::<Vec<_>>().join(" "), expected);
}

/// The types that Azure publishes: what is made up for them, and all the requests that Azure gives as examples, be
/// they for the type or for another.
#[test]
fn what_is_held_against_imported_types_breaks_them_as_jsonschema_says() {
    let mut held = 0;
    for name in ["rest-api-specs", "bicep-types"] {
        let Some(folder) = corpus(name) else { return };
        let files = texts(&folder, &[".json"]);
        let bodies = files.iter().filter(|(path, _)| path.contains("/examples/"));
        let bodies =
            bodies.filter_map(|(_, text)| serde_json::from_str::<Json>(text.trim_start_matches('\u{feff}')).ok());
        let bodies: Vec<Json> = bodies
            .flat_map(|example| example["parameters"].as_object().cloned().unwrap_or_default())
            .map(|(_, body)| body)
            .filter(Json::is_object)
            .collect();
        let name = |path: String| path.strip_prefix(folder.to_str().unwrap()).unwrap()[1..].to_owned();
        let files: FilesInMemory = files.into_iter().map(|(path, text)| (name(path), text.into_bytes())).collect();
        let mut documents = Vec::new();
        import(&files, &mut |_, _, _| {}, &mut |document| documents.push(document.swagger));
        let mut catalog = Catalog::empty();
        catalog.add_swagger(&Json::Array(documents).to_string()).unwrap();
        assert!(catalog.types().count() >= 20);
        for id in catalog.types() {
            let resource = catalog.load_settable(id).unwrap();
            let judge = Judge::of(&resource);
            let made_up = (0..40).map(|seed| made_up(&resource, &mut Choices::of_seed(seed)));
            for json in bodies.iter().cloned().chain(made_up) {
                agreed(&judge, &resource, &json);
                held += 1;
            }
        }
    }
    println!("{held} values");
}

/// As deep as a file can nest, and deeper, on a stack as small as one can be.
#[test]
fn the_walk_is_no_deeper_than_the_value() {
    let mut json = json!({ "value": "no number" });
    for _ in 0..MOST_NESTED {
        json = json!({ "left": json });
    }
    let value = with_places(&json!({ "properties": { "integer": 1, "tree": json } }));
    let walk =
        move || violations(&odd_type(), &value).iter().map(|found| found.place.pointer.len()).collect::<Vec<_>>();
    let found = std::thread::Builder::new().stack_size(1 << 20).spawn(walk).unwrap().join().unwrap();
    assert_eq!(found, ["/properties/tree".len() + "/left".len() * MOST_NESTED + "/value".len()]);
}
