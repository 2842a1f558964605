use std::sync::Arc;

use crate::catalog::{Lookup, ResourceSchema};
use crate::diagnostic::Diagnostic;
use crate::document::{Definition, Document, Member, Name, Path, Value};
use crate::project::{Project, Resource};
use crate::text::escape_controls;
use crate::validate::KnownType;

use super::Secret;

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
    /// What the catalogue has for a type: of a group, or by the name that Azure Resource Manager has for it.
    pub(crate) find: &'c dyn Fn(Option<&str>, &str) -> Arc<KnownType>,
}

impl DefinitionContext<'_, '_> {
    /// The group and type, as the catalogue has them, of a resource whose type it knows.
    pub(crate) fn known_type(&self) -> Option<(&str, &str)> {
        self.resource.type_id().map(|id| (&*id.group, &*id.resource_type))
    }

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
}

/// What a rule that looks at a member of a resource's properties is given.
pub(crate) struct MemberContext<'c, 's> {
    pub(crate) definition: &'c DefinitionContext<'c, 's>,
    pub(crate) member: &'c Member<'s>,
    /// Where the member stands in the properties.
    pub(crate) path: &'c Path<'c>,
}

impl<'s> MemberContext<'_, 's> {
    /// Reports the mistake in the member's value, or in each item where that is a list, with where it stands.
    pub(crate) fn report_each(&self, mistake: impl Fn(&Value<'s>) -> Option<Diagnostic>, found: &mut Vec<Diagnostic>) {
        let pointer = || self.path.pointer();
        match self.member.value.as_array() {
            Some(array) => found.extend(array.items.iter().enumerate().filter_map(|(index, item)| {
                mistake(item).map(|diagnostic| diagnostic.with_pointer(format!("{}/{index}", pointer())))
            })),
            None => found.extend(mistake(&self.member.value).map(|diagnostic| diagnostic.with_pointer(pointer()))),
        }
    }
}

/// What a rule that looks at strings is given.
pub(crate) struct TextContext<'c, 's> {
    pub(crate) definition: &'c DefinitionContext<'c, 's>,
    /// The string.
    pub(crate) text: &'c str,
    /// The value that the string is.
    pub(crate) value: &'c Value<'s>,
    /// Where it stands in the properties; `None` where they are nothing but the string.
    pub(crate) path: Option<&'c Path<'c>>,
}

/// What a rule that looks at secrets is given.
pub(crate) struct SecretContext<'c, 's> {
    pub(crate) definition: &'c DefinitionContext<'c, 's>,
    pub(crate) secret: &'c Secret,
}

/// What a rule that looks at a whole project is given.
pub(crate) struct ProjectContext<'c, 'p, 's> {
    pub(crate) project: &'c Project<'p, 's>,
}

/// A finding about a resource of a project.
pub(crate) struct ProjectFinding {
    /// The number of the resource among those of the project.
    pub(crate) resource: usize,
    pub(crate) diagnostic: Diagnostic,
}
