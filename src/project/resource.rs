use std::sync::{Arc, OnceLock};

use super::{Link, ResourceName, SEPARATOR, link::links};
use crate::catalog::{Deployment, Lookup, ResourceId};
use crate::document::{Definition, Object, Value};
use crate::text::Span;
use crate::validate::KnownType;

/// A resource that a project declares.
pub(crate) struct Resource<'p, 's> {
    pub(crate) definition: &'p Definition<'s>,
    /// The number of its file.
    pub(crate) file: usize,
    /// Its number in the file.
    pub(crate) position: usize,
    /// What the catalogue has for its type, where the file tells it.
    known_type: Option<Arc<KnownType>>,
    /// What it says of the resources it depends on, where the file tells that.
    pub(crate) dependencies: Option<&'p Object<'s>>,
    /// Its own name.
    pub(crate) own_name: Option<&'p Value<'s>>,
    /// Its whole name: that of its parents, and its own.
    pub(crate) name: ResourceName,
    /// The number of the last resource before it that has its type and name.
    pub(super) namesake: Option<usize>,
    /// Whether there is one behind it.
    pub(super) has_later_namesake: bool,
    /// What it depends on, in the order of the text.
    pub(crate) links: Vec<Link<'p, 's>>,
    /// The numbers of the links that lead nowhere; whether there is no resource of that type at all.
    pub(super) unresolved: OnceLock<Vec<(usize, bool)>>,
}

impl<'p, 's> Resource<'p, 's> {
    /// The resource that a definition makes, `place` being the numbers of its file and in the file.
    pub(super) fn new(
        definition: &'p Definition<'s>,
        (file, position): (usize, usize),
        known_type: Option<Arc<KnownType>>,
    ) -> Self {
        let deployment = known_type.as_ref().and_then(|known| known.deployment.as_deref());
        let dependencies = definition.dependencies().and_then(Value::as_object);
        let own_name = definition.name();
        let name = whole_name(own_name, dependencies, (file, definition.body.span), deployment);
        let links = links(dependencies, deployment, file);
        Self {
            definition,
            file,
            position,
            known_type,
            dependencies,
            own_name,
            name,
            namesake: None,
            has_later_namesake: false,
            links,
            unresolved: OnceLock::new(),
        }
    }

    pub(crate) fn known_type(&self) -> Option<&KnownType> {
        self.known_type.as_deref()
    }

    /// Its type and the version that is meant of it, where the catalogue has it.
    pub(crate) fn type_id(&self) -> Option<&ResourceId> {
        match &self.known_type()?.lookup {
            Lookup::Found(id) => Some(id),
            _ => None,
        }
    }

    /// Its group and type, as the catalogue names them where it knows them; `None` where the file does not tell.
    pub(crate) fn type_name(&self) -> Option<(&str, &str)> {
        if let Some(id) = self.type_id() {
            return Some((&id.group, &id.resource_type));
        }
        let resource_type = self.definition.resource_type.as_ref()?;
        Some((self.definition.group.as_ref().map_or("", |group| &group.text), &resource_type.text))
    }

    /// What the catalogue knows of deploying its type.
    pub(crate) fn deployment(&self) -> Option<&Deployment> {
        self.known_type()?.deployment.as_deref()
    }
}

/// The name as GruCloud puts it together: that of the last parent, `::`, and the resource's own, for one that has any.
fn whole_name(
    own_name: Option<&Value<'_>>,
    dependencies: Option<&Object<'_>>,
    (file, place): (usize, Span),
    deployment: Option<&Deployment>,
) -> ResourceName {
    let unknown = || ResourceName::unknown(file, place.start);
    let own = own_name.map(|name| ResourceName::of(name, file));
    if own.as_ref().and_then(ResourceName::as_known).is_some_and(|own| own.contains(SEPARATOR)) {
        return own.unwrap_or_else(unknown);
    }
    let Some(deployment) = deployment else {
        // Who its parents are nobody knows.
        return unknown().child(&own.unwrap_or_else(unknown));
    };
    let needs_a_name = deployment.own_name().is_some();
    let parent = deployment.last_parent().map(|(key, _)| {
        let value = dependencies.and_then(|dependencies| dependencies.get(key));
        value.map_or_else(unknown, |member| ResourceName::of(&member.value, file))
    });
    match parent {
        Some(parent) if needs_a_name => parent.child(&own.unwrap_or_else(unknown)),
        Some(parent) => parent,
        None => own.unwrap_or_else(unknown),
    }
}
