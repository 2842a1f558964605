//! What editors ask of a file.

mod actions;
mod completion;
mod definitions;
mod hover;
mod navigation;
mod reading;
mod rename;

use lazuli::ide::{Completions, Files, View};
use lazuli::text::Edit;
use lazuli::{Linter, Source};

/// A project of real resource types: `resources.js` refers to what `network.js` declares.
const NETWORK: &str = r#"exports.createResources = () => [
  {
    type: "ResourceGroup",
    group: "Resources",
    name: "rg",
    properties: () => ({ location: "westeurope" }),
  },
  {
    type: "VirtualNetwork",
    group: "Network",
    name: "net",
    properties: () => ({ properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
];
"#;

/// A text with `|` where the cursor is, taken apart.
fn at_the_cursor(marked: &str) -> (String, u32) {
    let offset = marked.find('|').expect("the text has a cursor");
    (marked.replacen('|', "", 1), u32::try_from(offset).expect("a short text"))
}

/// What `ask` says of the place at the cursor of a file beside [`NETWORK`].
fn ask<T>(path: &str, marked: &str, ask: impl FnOnce(&View<'_, '_>, u32) -> T) -> T {
    let (text, offset) = at_the_cursor(marked);
    let sources = [Source::new(path, &text), Source::new("network.js", NETWORK)];
    let (linter, files) = (Linter::default(), Files::read(&sources));
    ask(&View::new(&linter, &files), offset)
}

/// A definition of a subnet around what stands for its properties.
fn subnet(properties: &str) -> String {
    format!(
        "exports.createResources = () => [\n  {{\n    type: \"Subnet\",\n    group: \"Network\",\n    name: \"inner\",\n    \
         properties: ({{ getId }}) => ({{ properties: {{ {properties} }} }}),\n    \
         dependencies: () => ({{ resourceGroup: \"rg\", virtualNetwork: \"rg::net\" }}),\n  }},\n];\n"
    )
}

/// A text with something in the place of what is completed.
fn written(text: &str, found: &Completions, insert: &str) -> String {
    let mut edits = found.besides.clone();
    edits.push(Edit::replace(found.span, insert));
    edits.sort_by_key(|edit| edit.span.start);
    let mut written = text.to_owned();
    for edit in edits.iter().rev() {
        written.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    written
}
