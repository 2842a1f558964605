use crate::catalog::{Lookup, ResourceSchema};
use crate::document::{Definition, Document, Member, Name, Value, child_pointer};
use crate::project::{Project, Resource};
use crate::text::escape_controls;

/// What a rule that looks at a whole file is given.
pub(crate) struct DocumentContext<'c, 's> {
    pub(crate) document: &'c Document<'s>,
    /// The text of the file.
    pub(crate) text: &'c str,
    /// Whether somebody asked for this very file, so that finding nothing in it is worth a word.
    pub(crate) named: bool,
}

/// What a rule that looks at the comments which ask for findings to be left out is given.
pub(crate) struct SuppressionContext<'c, 's> {
    pub(crate) document: &'c Document<'s>,
    /// The text of the file.
    pub(crate) text: &'c str,
    /// For each comment, whether findings were left out for each rule that it names; for one that names none, whether
    /// any were.
    pub(crate) used: &'c [Vec<bool>],
}

/// What a rule that looks at a definition is given.
pub(crate) struct DefinitionContext<'c, 's> {
    pub(crate) definition: &'c Definition<'s>,
    /// What the catalogue has for the definition's type; `None` where the file does not tell the type.
    pub(crate) lookup: Option<&'c Lookup>,
    /// The schema of the type, where there is one.
    pub(crate) schema: Option<&'c ResourceSchema>,
    /// The text of the file.
    pub(crate) text: &'c str,
    /// The project that the definition is part of.
    pub(crate) project: &'c Project<'c, 's>,
    /// The resource that the definition makes.
    pub(crate) resource: &'c Resource<'c, 's>,
}

impl DefinitionContext<'_, '_> {
    /// The type of the resource for a message: `Network Subnet`.
    pub(crate) fn type_in_words(&self) -> String {
        let name = |name: &Option<Name<'_>>| name.as_ref().map(|name| escape_controls(&name.text).into_owned());
        let (group, resource_type) = (name(&self.definition.group), name(&self.definition.resource_type));
        group.into_iter().chain(resource_type).collect::<Vec<_>>().join(" ")
    }
}

/// What a rule that looks at a `getId({ … })` is given.
pub(crate) struct ReferenceContext<'c, 's> {
    pub(crate) definition: &'c DefinitionContext<'c, 's>,
    /// What is asked for.
    pub(crate) argument: &'c Value<'s>,
    /// What the catalogue has for a type of a group.
    pub(crate) find: &'c dyn Fn(&str, &str) -> Lookup,
}

impl ReferenceContext<'_, '_> {
    /// What the catalogue has for a type of a group.
    pub(crate) fn lookup(&self, group: &str, resource_type: &str) -> Lookup {
        (self.find)(group, resource_type)
    }
}

/// What a rule that looks at a member of a resource's properties is given.
pub(crate) struct MemberContext<'c, 's> {
    pub(crate) definition: &'c DefinitionContext<'c, 's>,
    pub(crate) member: &'c Member<'s>,
    /// Where the member stands in the properties.
    pub(crate) path: &'c Path<'c>,
}

/// The way from a resource's properties to a place in them.
pub(crate) struct Path<'p> {
    pub(crate) parent: Option<&'p Path<'p>>,
    pub(crate) segment: Segment<'p>,
}

/// One step of a [`Path`].
pub(crate) enum Segment<'p> {
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    /// The way as a JSON Pointer.
    pub(crate) fn pointer(&self) -> String {
        let parent = self.parent.map(Path::pointer).unwrap_or_default();
        match self.segment {
            Segment::Key(key) => child_pointer(&parent, key),
            Segment::Index(index) => format!("{parent}/{index}"),
        }
    }
}
