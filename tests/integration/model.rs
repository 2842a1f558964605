//! The model, as the validator sees it.

use jsonschema::json::conformance;
use lazuli::document::{SpannedJson, Value};
use lazuli::read::{Dialect, Format, read};

/// The document that `jsonschema` checks representations with, read from `text` by one of our readers.
fn assert_conforms(text: &str, format: Format) {
    let document = read(text, format);
    let definition = document.definitions.first().expect("the text is a definition");
    let value: &Value<'_> = definition.properties().expect("it has properties");
    conformance::assert_conformance::<SpannedJson>(&value);
}

#[test]
fn a_value_read_from_json_is_what_the_validator_expects() {
    let text = format!(r#"{{ "type": "A", "group": "G", "properties": {} }}"#, conformance::document());
    assert_conforms(&text, Format::Json);
}

#[test]
fn a_value_read_from_javascript_is_what_the_validator_expects() {
    let text = format!(
        "exports.createResources = () => [{{ type: 'A', group: 'G', properties: () => ({}) }}];",
        conformance::document()
    );
    assert_conforms(&text, Format::JavaScript(Dialect::Script));
}
