//! A resource type made up to show what a schema can say, for the examples of the rules.

/// `Example::Warehouse` at two versions, the newer first.
pub(super) const WAREHOUSE: &[&str] = &[include_str!("2020-01-01.json"), include_str!("2019-01-01.json")];

/// A file that declares a warehouse with the given `properties`.
macro_rules! warehouse {
    ($properties:literal) => {
        concat!(
            "exports.createResources = () => [\n  {\n    type: \"Warehouse\",\n    group: \"Example\",\n",
            "    name: \"north\",\n    properties: () => ({\n      properties: { ",
            $properties,
            " },\n    }),\n  },\n];\n"
        )
    };
}
pub(super) use warehouse;
