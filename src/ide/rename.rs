use super::{
    View,
    naming::{Naming, own_names},
};
use crate::document::{Notation, TemplatePart, Unknown, Value, ValueKind};
use crate::project::{Resource, SEPARATOR, last_name};
use crate::text::{Edit, LineIndex, Span, quote, replacement_of_string};

/// What is renamed, as an editor asks for it first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamable {
    /// The name that the place is on.
    pub span: Span,
    /// What the resource is called now.
    pub name: String,
}

/// A change of one of the files, which its position names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEdit {
    /// The file.
    pub file: usize,
    /// The change.
    pub edit: Edit,
}

/// So many resources stand inside one another at the most.
const DEEPEST: usize = 16;

impl<'v, 's> View<'v, 's> {
    /// What can be renamed at an offset of a file; `None` where there is no name of a resource.
    ///
    /// # Errors
    /// Why it cannot be renamed, whatever the new name, in one sentence.
    pub fn renamable(&self, file: usize, offset: u32) -> Result<Option<Renamable>, String> {
        let Some((resource, origin)) = self.resource_named_at(file, offset) else { return Ok(None) };
        let name = self.clear_name(resource)?;
        self.edits(resource, &Renaming { old: name, new: name })?;
        Ok(Some(Renamable { span: last_name_in(self.text(file), origin, name), name: name.to_owned() }))
    }

    /// Gives the resource that is named at an offset of a file another name, wherever the project names it or what is
    /// inside it.
    ///
    /// # Errors
    /// Why it cannot be renamed, in one sentence: all of it is, or nothing.
    pub fn rename(&self, file: usize, offset: u32, new_name: &str) -> Result<Vec<FileEdit>, String> {
        let nothing = || "there is no name of a resource here".to_owned();
        let (resource, _) = self.resource_named_at(file, offset).ok_or_else(nothing)?;
        let renaming = Renaming { old: self.clear_name(resource)?, new: new_name };
        self.refuse(resource, &renaming)?;
        self.edits(resource, &renaming)
    }

    fn edits(&self, resource: &Resource<'v, 's>, renaming: &Renaming<'_>) -> Result<Vec<FileEdit>, String> {
        let number = self.project.number(resource);
        let mut edits = Vec::new();
        for declared in self.project.resources() {
            let Some(depth) = self.depth_inside(declared, number) else { continue };
            for name in own_names(declared) {
                // A name of its own alone says nothing of those around it.
                let has_it = depth == 0 || name.as_str().is_some_and(|name| name.contains(SEPARATOR));
                if has_it {
                    edits.push(self.renamed(declared.file, name, depth, renaming)?);
                }
            }
        }
        for Naming { file, value, resource } in self.namings() {
            if let Some(depth) = self.depth_inside(resource, number) {
                edits.push(self.renamed(file, value, depth, renaming)?);
            }
        }
        edits.sort_by_key(|edit| (edit.file, edit.edit.span));
        // A constant may stand for several of the names.
        edits.dedup();
        Ok(edits)
    }

    /// The own name of a resource that can be told from all others; else why it cannot.
    fn clear_name(&self, resource: &Resource<'v, 's>) -> Result<&'v str, String> {
        if resource.definition.notation == Notation::Template {
            return Err(
                "expressions of templates are not followed: whatever refers to this name would be lost".to_owned()
            );
        }
        let own = resource.own_name.and_then(Value::as_str).map(last_name);
        let old = own.ok_or_else(|| "only running the program would tell the name of the resource".to_owned())?;
        if self.project.namesakes(resource).nth(1).is_some() {
            return Err(format!(
                "several resources are called {}: which of them is meant elsewhere nobody can tell",
                quote(old)
            ));
        }
        let shares_it = |other: &&Resource<'_, '_>| {
            let is_another = other.file == resource.file && !std::ptr::eq(*other, resource);
            is_another && own_names(other).any(|name| own_names(resource).any(|own| own.span == name.span))
        };
        match self.project.resources().iter().find(shares_it) {
            Some(_) => Err(format!("{} is the name of other resources, too: one constant stands for them", quote(old))),
            None => Ok(old),
        }
    }

    fn refuse(&self, resource: &Resource<'v, 's>, renaming: &Renaming<'_>) -> Result<(), String> {
        let Renaming { old, new } = *renaming;
        if new.contains(SEPARATOR) {
            return Err(format!(
                "{} is no name for a resource: give the part behind the last `{SEPARATOR}`",
                quote(new)
            ));
        }
        if new.trim().is_empty() || new.chars().any(char::is_control) {
            return Err(format!("{} is no name for a resource", quote(new)));
        }
        if new == old {
            return Ok(());
        }
        if let (Some((group, resource_type)), Some(whole)) = (resource.type_name(), resource.name.as_known()) {
            let parents = whole.strip_suffix(old).unwrap_or_default();
            let renamed = format!("{parents}{new}");
            let has_it = |other: &Resource<'_, '_>| other.name.as_known() == Some(&renamed);
            if self.project.resources_of(group, resource_type).any(has_it) {
                return Err(format!("there is a {group}::{resource_type} {} already", quote(&renamed)));
            }
        }
        Ok(())
    }

    /// How far inside the resource of that number another is: 0 for itself, 1 where it is a parent; `None` where it is
    /// in none of it.
    fn depth_inside(&self, resource: &Resource<'v, 's>, number: usize) -> Option<usize> {
        let mut inner = resource;
        for depth in 0..DEEPEST {
            if self.project.number(inner) == number {
                return Some(depth);
            }
            let (key, _) = inner.deployment()?.last_parent()?;
            let (_, parent) = self.project.targets(inner).find(|(link, _)| link.member.key == key)?;
            inner = self.project.resource(parent.file, parent.position);
        }
        None
    }

    /// A value that names a resource, with another name in the place of that `depth` names before the last.
    fn renamed(
        &self,
        file: usize,
        value: &Value<'_>,
        depth: usize,
        renaming: &Renaming<'_>,
    ) -> Result<FileEdit, String> {
        let text = self.text(file);
        let edit = renaming.of(text, value, depth).ok_or_else(|| {
            let line = LineIndex::new(text).position(value.span.start).line;
            let path = self.files[file].source.path.display();
            format!("the name is put together at {path}, line {line}, in a way that cannot be changed safely")
        })?;
        Ok(FileEdit { file, edit })
    }
}

/// Where the last of the names stands in what names a resource; all of that where it is a key, or is put together.
fn last_name_in(text: &str, origin: Span, name: &str) -> Span {
    let written = origin.slice_of(text);
    let inside = written.strip_suffix(['"', '\'', '`']).filter(|inside| inside.ends_with(name));
    inside.map_or(origin, |inside| {
        let end = origin.start as usize + inside.len();
        Span::from_offsets(end - name.len(), end)
    })
}

/// A name, and what is to stand in its place.
struct Renaming<'r> {
    old: &'r str,
    new: &'r str,
}

impl Renaming<'_> {
    fn of(&self, text: &str, value: &Value<'_>, depth: usize) -> Option<Edit> {
        let written = value.span.slice_of(text);
        match &value.kind {
            ValueKind::String(name) => {
                let inner = written.get(1..written.len().checked_sub(1)?)?;
                let is_plain = written.starts_with(['"', '\'', '`']) && inner == name;
                let renamed = self.in_whole_name(name, depth)?;
                is_plain.then(|| replacement_of_string(text, value.span, &renamed))
            }
            ValueKind::Unknown(Unknown::Template(parts)) => {
                // What is written behind the last hole, where all that is asked about stands in it.
                let TemplatePart::Text(tail) = parts.last()? else { return None };
                let renamed = self.in_whole_name(tail, depth)?;
                let needs_escapes = [&renamed, &**tail].iter().any(|text| text.contains(['`', '\\', '$']));
                let head = written.strip_suffix('`')?.strip_suffix(&**tail)?;
                let is_whole_name = tail.split(SEPARATOR).count() > depth + 1;
                let start = value.span.start as usize + head.len();
                let place = Span::from_offsets(start, start + tail.len());
                (is_whole_name && !needs_escapes).then(|| Edit::replace(place, renamed))
            }
            _ => None,
        }
    }

    fn in_whole_name(&self, name: &str, depth: usize) -> Option<String> {
        let mut names: Vec<&str> = name.split(SEPARATOR).collect();
        let at = names.len().checked_sub(depth + 1)?;
        if names[at] != self.old {
            return None;
        }
        names[at] = self.new;
        Some(names.join(SEPARATOR))
    }
}
