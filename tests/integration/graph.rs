//! The graph of resources, in each of its forms.

use std::fs;

use crate::corpus::folder;
use crate::workplace::Workplace;

const PROJECT: &str = r#"exports.createResources = () => [
  { type: "ResourceGroup", group: "Resources", properties: () => ({ name: "rg" }) },
  {
    type: "VirtualNetwork",
    group: "Network",
    properties: () => ({ name: "net", properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
  {
    type: "Subnet",
    group: "Network",
    properties: () => ({ name: "<b>&\"quoted\"</b>", properties: { addressPrefix: "10.1.0.0/24" } }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }),
  },
];
"#;

#[test]
fn each_form_shows_resources_dependencies_and_findings() {
    let place = Workplace::new();
    place.write("resources.js", PROJECT);
    for format in ["mermaid", "dot", "json", "svg"] {
        let outcome = place.run(["graph", "--format", format]);
        insta::assert_snapshot!(format, outcome);
    }
}

#[test]
fn a_picture_is_written_to_a_file_and_holds_no_program() {
    let Some(folder) = folder("gc-examples") else { return };
    let place = Workplace::new();
    let path = place.path().join("graph.svg");
    let arguments =
        ["graph".as_ref(), folder.as_os_str(), "--format".as_ref(), "svg".as_ref(), "-o".as_ref(), path.as_os_str()];
    let outcome = place.run(arguments);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(0), ""), "{outcome}");
    let picture = fs::read_to_string(path).unwrap();
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    assert!(!picture.contains("<script") && !picture.contains("NaN"));
    // A box for each resource, a colour for what is wrong.
    assert!(picture.matches("<rect").count() > 80, "{}", picture.matches("<rect").count());
    assert!(picture.contains("#ffdcd7") && picture.contains("#fff0c2"));
}

/// Boxes do not lie upon one another.
#[test]
fn the_boxes_of_a_picture_stand_apart() {
    let Some(folder) = folder("gc-examples") else { return };
    let place = Workplace::new();
    let outcome = place.run(["graph".as_ref(), folder.as_os_str(), "--format".as_ref(), "svg".as_ref()]);
    let number = |text: &str, name: &str| -> f64 {
        let from = text.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
        text[from..].split('"').next().unwrap().parse().unwrap()
    };
    let boxes: Vec<[f64; 4]> = outcome
        .stdout
        .split("<rect x=")
        .skip(1)
        .map(|text| format!(" x={text}"))
        .map(|text| ["x", "y", "width", "height"].map(|name| number(&text, name)))
        .collect();
    assert!(boxes.len() > 80);
    for (at, one) in boxes.iter().enumerate() {
        for other in &boxes[..at] {
            let apart =
                |axis: usize| one[axis] >= other[axis] + other[axis + 2] || other[axis] >= one[axis] + one[axis + 2];
            assert!(apart(0) || apart(1), "{one:?} {other:?}");
        }
    }
}

#[test]
fn a_folder_without_resources_gives_an_empty_graph() {
    let place = Workplace::new();
    let outcome = place.run(["graph"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), "lazuli: no file there declares resources\n"));
    assert_eq!(place.run(["graph", "nowhere"]).code, Some(2));
}
