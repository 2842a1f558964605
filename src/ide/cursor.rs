use std::borrow::Cow;

use super::View;
use crate::document::{
    Definition, Member, Notation, Object, TemplatePart, Unknown, Value, ValueKind, child_pointer, keys_of,
};
use crate::project::Resource;
use crate::text::Span;

/// A place in the text, as the definition that it is in sees it.
pub(super) struct Cursor<'v, 's> {
    pub(super) resource: &'v Resource<'v, 's>,
    /// What part of the definition it is in.
    pub(super) area: Area,
    /// The value that the part is.
    pub(super) root: &'v Value<'s>,
    /// The way from there to the innermost value that the place is in.
    pub(super) pointer: String,
    /// That value.
    pub(super) value: &'v Value<'s>,
    /// The member of that value whose key the place is on.
    pub(super) key: Option<&'v Member<'s>>,
}

/// The parts of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    /// `type`, `group` and their like.
    Body,
    /// What `properties` gives.
    Properties,
    /// What `dependencies` gives.
    Dependencies,
    /// The argument of a `getId`.
    GetId,
}

impl<'v, 's> Cursor<'v, 's> {
    /// The place at an offset of a file; `None` where it is in no definition.
    pub(super) fn at(view: &'v View<'v, 's>, file: usize, offset: u32) -> Option<Self> {
        let around = view.resources_in(file).iter().filter(|found| holds(&found.definition.body, offset));
        // Resources of a template stand inside others.
        let resource = around.min_by_key(|found| {
            let span = found.definition.body.span;
            span.end - span.start
        })?;
        let body = &resource.definition.body;
        let mut cursor =
            Self { resource, area: Area::Body, root: body, pointer: String::new(), value: body, key: None };
        cursor.enter_template(offset);
        while cursor.step(offset) {}
        Some(cursor)
    }

    /// The object of a template is its own content, but for what is meant for the deployment.
    fn enter_template(&mut self, offset: u32) {
        let definition: &'v Definition<'s> = self.resource.definition;
        let (Notation::Template, Some(content)) = (definition.notation, definition.properties()) else { return };
        let is_sent = |key: &str| content.as_object().is_some_and(|object| object.get(key).is_some());
        let members = definition.body.as_object().into_iter().flat_map(|body| &body.members);
        if !members.into_iter().any(|member| touches(member.span, offset) && !is_sent(&member.key)) {
            self.enter(Area::Properties, content);
        }
    }

    fn enter(&mut self, area: Area, root: &'v Value<'s>) {
        self.area = area;
        self.root = root;
        self.value = root;
        self.pointer.clear();
    }

    /// Goes one value further in; `false` where there is none.
    fn step(&mut self, offset: u32) -> bool {
        match &self.value.kind {
            ValueKind::Object(object) => self.step_into_object(object, offset),
            ValueKind::Array(array) => {
                let Some(at) = array.items.iter().position(|item| holds(item, offset)) else { return false };
                self.pointer = child_pointer(&self.pointer, &at.to_string());
                self.value = &array.items[at];
                true
            }
            ValueKind::Unknown(Unknown::Function(function)) if holds(&function.returns, offset) => {
                self.value = &function.returns;
                true
            }
            ValueKind::Unknown(Unknown::Reference(argument)) if holds(argument, offset) => {
                self.enter(Area::GetId, argument);
                true
            }
            ValueKind::Unknown(Unknown::Template(parts)) => {
                let holes = parts.iter().filter_map(|part| match part {
                    TemplatePart::Hole(hole) => Some(hole),
                    TemplatePart::Text(_) => None,
                });
                let Some(hole) = { holes }.find(|hole| holds(hole, offset)) else { return false };
                self.value = hole;
                true
            }
            _ => false,
        }
    }

    fn step_into_object(&mut self, object: &'v Object<'s>, offset: u32) -> bool {
        self.key = object.members.iter().find(|member| touches(member.key_span, offset));
        if self.key.is_some() {
            return false;
        }
        let Some(member) = object.members.iter().find(|member| holds(&member.value, offset)) else { return false };
        let part = match (self.area, &*member.key) {
            (Area::Body, "properties") => Some((Area::Properties, self.resource.definition.properties())),
            (Area::Body, "dependencies") => Some((Area::Dependencies, self.resource.definition.dependencies())),
            _ => None,
        };
        match part {
            Some((area, Some(root))) if holds(root, offset) => self.enter(area, root),
            // Beside what the function returns, as in its parameters.
            Some(_) => return false,
            None => {
                self.pointer = child_pointer(&self.pointer, &member.key);
                self.value = &member.value;
            }
        }
        true
    }

    /// Whether the place is on a key.
    pub(super) fn is_at_a_key(&self) -> bool {
        self.key.is_some()
    }

    /// The way to what the place is on: the member whose key it is on, else the value.
    pub(super) fn whole_pointer(&self) -> String {
        self.key.map_or_else(|| self.pointer.clone(), |member| child_pointer(&self.pointer, &member.key))
    }

    /// The last key on the way to the value.
    pub(super) fn last_key(&self) -> Option<Cow<'_, str>> {
        keys_of(&self.pointer).1
    }
}

/// Whether an offset is in a value: between the brackets of one that has some, at or in any other.
pub(super) fn holds(value: &Value<'_>, offset: u32) -> bool {
    match &value.kind {
        ValueKind::Object(_) | ValueKind::Array(_) => value.span.start < offset && offset < value.span.end,
        ValueKind::Unknown(Unknown::Reference(argument)) => holds(argument, offset),
        _ => touches(value.span, offset),
    }
}

pub(super) fn touches(span: Span, offset: u32) -> bool {
    span.start <= offset && offset <= span.end
}
