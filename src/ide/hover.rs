use super::{
    View,
    cursor::{Area, Cursor},
    schema_place::origin,
};
use crate::catalog::{Dependency, ResourceId, SET_BY_THE_TOOL};
use crate::document::{keys_of, parent_pointer};
use crate::rules::facts;
use crate::text::Span;

/// What there is to say of the thing under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The key or value that it is about.
    pub span: Span,
    /// What it is called.
    pub title: String,
    /// What kind of thing it is: `list of string`, `Microsoft.Network/virtualNetworks`.
    pub kind: Option<String>,
    /// What it means, in a few words.
    pub description: Option<String>,
    /// What else there is to say, each fact in a few words.
    pub facts: Vec<String>,
    /// The resource type and version that say so.
    pub origin: Option<String>,
}

impl Hover {
    /// The same as Markdown, for editors.
    #[must_use]
    pub fn markdown(&self) -> String {
        let kind = self.kind.as_ref().map(|kind| format!(": {}", plain(kind))).unwrap_or_default();
        let mut paragraphs = vec![format!("**{}**{kind}", plain(&self.title))];
        paragraphs.extend(self.description.as_deref().map(plain));
        if !self.facts.is_empty() {
            let facts: Vec<String> = self.facts.iter().map(|fact| format!("- {}", plain(fact))).collect();
            paragraphs.push(facts.join("\n"));
        }
        paragraphs.extend(self.origin.as_ref().map(|origin| format!("*{}*", plain(origin))));
        paragraphs.join("\n\n")
    }
}

/// Text that Markdown takes for nothing else, but for what stands between backquotes.
fn plain(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut is_code = false;
    // Of an odd number, the last is a letter like others.
    let mut backquotes = text.matches('`').count() / 2 * 2;
    for letter in text.chars() {
        if letter == '`' && backquotes > 0 {
            backquotes -= 1;
            is_code = !is_code;
        } else if !is_code
            && matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '!' | '|' | '~' | '&')
        {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

impl<'s> View<'_, 's> {
    /// What there is to say of the thing at an offset of a file.
    #[must_use]
    pub fn hover(&self, file: usize, offset: u32) -> Option<Hover> {
        let cursor = Cursor::at(self, file, offset)?;
        match cursor.area {
            Area::Body => self.about_body(&cursor),
            Area::Properties => self.about_property(&cursor),
            Area::Dependencies => self.about_dependency(&cursor, offset),
            Area::GetId => self.about_target(&cursor, offset),
        }
    }

    fn about_body(&self, cursor: &Cursor<'_, 's>) -> Option<Hover> {
        let key = cursor.last_key().filter(|_| cursor.key.is_none())?;
        if !["type", "group", "apiVersion"].contains(&&*key) {
            return None;
        }
        Some(self.about_type(cursor.resource.type_id()?, cursor.value.span))
    }

    fn about_type(&self, id: &ResourceId, span: Span) -> Hover {
        let catalog = &self.linter.config().catalog;
        let versions = catalog.versions(&id.group, &id.resource_type);
        let others: Vec<&str> = versions.into_iter().filter(|version| *version != id.api_version).collect();
        let also = if others.is_empty() { String::new() } else { format!(", also known: {}", others.join(", ")) };
        let path = catalog.deployment(id).map(|deployment| deployment.path.clone());
        Hover {
            span,
            title: format!("{}::{}", id.group, id.resource_type),
            kind: catalog.arm_type(id),
            description: None,
            facts: [format!("API version {}{also}", id.api_version)].into_iter().chain(path).collect(),
            origin: None,
        }
    }

    fn about_property(&self, cursor: &Cursor<'_, 's>) -> Option<Hover> {
        let span = match cursor.key {
            Some(member) => member.key_span,
            // In an object or a list, but at none of what is in it.
            None if cursor.value.as_object().is_some() || cursor.value.as_array().is_some() => return None,
            None => cursor.value.span,
        };
        let pointer = cursor.whole_pointer();
        let (way, key) = keys_of(&pointer);
        let key = key?;
        let schema = self.schema_of(cursor.resource)?;
        let place = schema.at(cursor.root, &pointer)?;
        let holder = schema.at(cursor.root, parent_pointer(&pointer));
        let is_required = holder.is_some_and(|holder| holder.schema.required.contains(&*key));
        let is_set_by_the_tool = parent_pointer(&pointer).is_empty() && SET_BY_THE_TOOL.contains(&&*key);
        let facts = if is_set_by_the_tool {
            vec!["set by the tool that deploys".to_owned()]
        } else {
            facts(&schema, place.declared, is_required, (&way.unwrap_or_default(), &key))
        };
        Some(Hover {
            span,
            title: key.into_owned(),
            kind: Some(schema.kind(place.declared)),
            description: place.declared.description.clone().or_else(|| place.schema.description.clone()),
            facts,
            origin: Some(origin(&schema.id)),
        })
    }

    fn about_dependency(&self, cursor: &Cursor<'_, 's>, offset: u32) -> Option<Hover> {
        let Some(member) = cursor.key.filter(|_| cursor.pointer.is_empty()) else {
            return self.about_target(cursor, offset);
        };
        let dependency = cursor.resource.dependency(&member.key)?;
        Some(Hover {
            span: member.key_span,
            title: member.key.to_string(),
            kind: Some(type_of_dependency(dependency)),
            description: None,
            facts: facts_of_dependency(dependency),
            origin: cursor.resource.type_id().map(origin),
        })
    }

    /// The resource that a name leads to.
    fn about_target(&self, cursor: &Cursor<'_, 's>, offset: u32) -> Option<Hover> {
        let target = self.target_of(cursor, offset)?;
        let name = self.files[target.file].source.path.to_string_lossy();
        Some(Hover {
            span: target.origin,
            title: target.name,
            kind: Some(target.resource_type),
            description: None,
            facts: vec![format!("declared in {name}, line {}", target.line)],
            origin: None,
        })
    }
}

/// The type that a dependency leads to.
pub(super) fn type_of_dependency(dependency: &Dependency) -> String {
    format!("{}::{}", dependency.group, dependency.resource_type)
}

/// What there is to say of a dependency.
pub(super) fn facts_of_dependency(dependency: &Dependency) -> Vec<String> {
    let flags = [
        (dependency.parent, "a parent: its name is part of this resource's"),
        (dependency.list, "a list of names"),
        (dependency.create_only, "counts when the resource is created"),
    ];
    let flags = flags.into_iter().filter(|(applies, _)| *applies).map(|(_, fact)| fact.to_owned());
    flags.chain(dependency.path_id.as_ref().map(|path| format!("fills `{path}`"))).collect()
}
