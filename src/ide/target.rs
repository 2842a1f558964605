use super::{
    View,
    cursor::{Area, Cursor, touches},
};
use crate::project::{Resource, ResourceName};
use crate::text::{LineIndex, Span};

/// The resource that a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The name that leads there.
    pub origin: Span,
    /// The file that declares the resource, by its position.
    pub file: usize,
    /// The place that stands for it: its name.
    pub span: Span,
    /// All of its definition.
    pub whole: Span,
    /// The line of that place, from 1.
    pub line: u32,
    /// Its whole name.
    pub name: String,
    /// Its group and type (`Network::Subnet`).
    pub resource_type: String,
}

impl<'v, 's> View<'v, 's> {
    /// The resource that the dependency or `getId` at an offset of a file leads to.
    #[must_use]
    pub fn target(&self, file: usize, offset: u32) -> Option<Target> {
        self.target_of(&Cursor::at(self, file, offset)?, offset)
    }

    /// The same; from the name by which a resource is declared, that resource.
    #[must_use]
    pub fn declaration(&self, file: usize, offset: u32) -> Option<Target> {
        let (resource, origin) = self.resource_named_at(file, offset)?;
        Some(self.target_at(resource, origin))
    }

    /// What [`target`](Self::target) says of a place that is found already.
    pub(super) fn target_of(&self, cursor: &Cursor<'_, '_>, offset: u32) -> Option<Target> {
        let (resource, origin) = self.led_to(cursor, offset)?;
        Some(self.target_at(resource, origin))
    }

    /// The resource that a place leads to, and the name or key there that does.
    pub(super) fn led_to(&self, cursor: &Cursor<'_, '_>, offset: u32) -> Option<(&Resource<'v, 's>, Span)> {
        match cursor.area {
            Area::Dependencies => {
                let is_meant = |span: Span| touches(span, offset);
                let on_key = cursor.key.map(|member| member.key_span);
                let resource = self.project.resource(cursor.resource.file, cursor.resource.position);
                let mut targets = self.project.targets(resource);
                let (link, target) = targets.find(|(link, _)| {
                    is_meant(link.value.span) || on_key.is_some_and(|key| key == link.member.key_span)
                })?;
                Some((target, on_key.unwrap_or(link.value.span)))
            }
            Area::GetId => {
                let argument = cursor.root.as_object()?;
                let named = argument.get("name").filter(|member| touches(member.span, offset))?;
                let name = &named.value;
                let asked = ResourceName::of(name, cursor.resource.file);
                let target = self.project.declared(argument.get_str("group")?, argument.get_str("type")?, &asked)?;
                Some((target, cursor.key.map_or(name.span, |key| key.key_span)))
            }
            Area::Body | Area::Properties => None,
        }
    }

    fn target_at(&self, resource: &Resource<'_, '_>, origin: Span) -> Target {
        let span = resource.definition.handle();
        let (group, resource_type) = resource.type_name().unwrap_or_default();
        Target {
            origin,
            file: resource.file,
            span,
            whole: resource.definition.body.span,
            line: LineIndex::new(self.text(resource.file)).position(span.start).line,
            name: resource.name.shown().into_owned(),
            resource_type: format!("{group}::{resource_type}"),
        }
    }
}
