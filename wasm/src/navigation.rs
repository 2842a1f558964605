use lazuli::ide;
use lazuli::text::LineIndex;
use serde::Serialize;
use tsify::Tsify;

use crate::place::Range;
use crate::report::ResourceLabel;

/// A resource of a file.
#[derive(Debug, Serialize, Tsify)]
pub struct ResourceSymbol {
    /// Its own name, with `${…}` for what is not known.
    pub name: String,
    /// Its group.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its type.
    #[tsify(optional)]
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<String>,
    /// All of its definition.
    pub range: Range,
    /// The place that stands for it.
    pub selection: Range,
}

/// A place in one of the files.
#[derive(Debug, Serialize, Tsify)]
pub struct Location {
    /// The name of the file.
    pub path: String,
    /// The place.
    pub range: Range,
}

/// Where a place is: in which resource, and where in its properties.
#[derive(Debug, Serialize, Tsify)]
pub struct Place {
    /// The resource.
    pub resource: ResourceLabel,
    /// The JSON Pointer inside the resource's properties; absent beside them.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
}

impl ResourceSymbol {
    pub(crate) fn new(symbol: ide::Symbol, lines: &LineIndex<'_>) -> Self {
        let ide::Symbol { name, group, resource_type, span, selection } = symbol;
        let [range, selection] = [span, selection].map(|span| Range::new(span, lines));
        Self { name, group, resource_type, range, selection }
    }
}

impl From<ide::Place> for Place {
    fn from(place: ide::Place) -> Self {
        Self { resource: ResourceLabel::from(&place.resource), pointer: place.pointer }
    }
}
