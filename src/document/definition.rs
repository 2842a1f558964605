use std::borrow::Cow;

use super::{Member, Suppression, Value, ValueKind};
use crate::text::Span;

/// A file, read.
#[derive(Debug, Default)]
pub struct Document<'s> {
    /// The resource definitions, in the order of the text.
    pub definitions: Vec<Definition<'s>>,
    /// Where there are more resources, which only running the program would tell, in the order of the text.
    pub not_read: Vec<Span>,
    /// The members that count for nothing, because their keys come again in their objects.
    pub repeated_keys: Vec<RepeatedKey>,
    /// The comments that ask for findings to be left out, in the order of the text.
    pub suppressions: Vec<Suppression<'s>>,
    /// Why the text does not parse.
    pub syntax_errors: Vec<SyntaxError>,
    /// Whether the file surely means to declare resources, even where none could be read from it. A file of
    /// something else may hold what looks like definitions.
    pub declares_resources: bool,
}

/// A member that counts for nothing, because its key comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatedKey {
    /// The key that is lost.
    pub key_span: Span,
    /// The whole member that is lost.
    pub span: Span,
    /// The key that wins.
    pub winner: Span,
}

/// A place at which a text does not parse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where.
    pub span: Span,
    /// The bracket that waits to be closed there.
    pub opened: Option<Span>,
}

impl SyntaxError {
    /// What is wrong, and where.
    pub(crate) fn new(message: impl Into<String>, span: Span) -> Self {
        Self { message: message.into(), help: None, span, opened: None }
    }

    /// The same, with what to do about it.
    pub(crate) fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// A resource as the file declares it.
#[derive(Debug)]
pub struct Definition<'s> {
    /// The type in its group (`PrivateEndpointConnection`), where it is known.
    pub resource_type: Option<Name<'s>>,
    /// The group (`DocumentDB`), where it is known.
    pub group: Option<Name<'s>>,
    /// All that is said of the resource; an object, unless the file is wrong.
    pub body: Value<'s>,
    /// How the file writes its definitions.
    pub notation: Notation,
    /// Whether only running the program would tell if the resource is declared, or how often.
    pub is_conditional: bool,
    /// What the service gets, where it is not the definition's `properties`.
    pub(crate) content: Option<Value<'s>>,
}

/// A word of a definition, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name<'s> {
    /// The word.
    pub text: Cow<'s, str>,
    /// Where it stands.
    pub span: Span,
}

/// How a definition is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// An object of a program: `properties` and `dependencies` are functions.
    Program,
    /// The argument of a call that names the type: `provider.makeResourceGroup({ … })`.
    Call,
    /// An object of a data file: `properties` and `dependencies` are what those functions would return.
    Data,
    /// A resource of a template of Azure Resource Manager: the service gets the object itself.
    Template,
}

impl<'s> Definition<'s> {
    /// The definition that an object of a program or of a data file makes.
    #[must_use]
    pub fn new(body: Value<'s>, notation: Notation) -> Self {
        let name = |key: &str| {
            let value = &body.as_object()?.get(key)?.value;
            match &value.kind {
                ValueKind::String(text) => Some(Name { text: text.clone(), span: value.span }),
                _ => None,
            }
        };
        let (resource_type, group) = (name("type"), name("group"));
        Self { resource_type, group, body, notation, is_conditional: false, content: None }
    }

    /// The member of the definition with that key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Member<'s>> {
        self.body.as_object()?.get(key)
    }

    /// What the definition gives for the resource's properties: what the function returns, or the value
    /// itself in a data file; in a template, all that the service gets.
    #[must_use]
    pub fn properties(&self) -> Option<&Value<'s>> {
        self.content.as_ref().or_else(|| self.field("properties").map(|member| returned(&member.value)))
    }

    /// What the definition gives for the resources it depends on.
    #[must_use]
    pub fn dependencies(&self) -> Option<&Value<'s>> {
        self.field("dependencies").map(|member| returned(&member.value))
    }

    /// The resource's name: `properties().name`, or `name` beside it.
    #[must_use]
    pub fn name(&self) -> Option<&Value<'s>> {
        let inner = self.properties().and_then(Value::as_object).and_then(|object| object.get("name"));
        inner.or_else(|| self.field("name")).map(|member| &member.value)
    }

    /// The place that stands for the resource: its name, else its type, else all of it.
    #[must_use]
    pub fn handle(&self) -> Span {
        let place = self.name().map(|name| name.span).or_else(|| self.resource_type.as_ref().map(|name| name.span));
        place.unwrap_or(self.body.span.first_byte())
    }

    /// Whether `properties` is missing.
    #[must_use]
    pub fn has_no_properties(&self) -> bool {
        self.properties().is_none() && self.body.as_object().is_some_and(|body| !body.open)
    }

    /// The API version that the definition asks for.
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.field("apiVersion")?.value.as_str()
    }

    /// Whether the type is named as Azure Resource Manager does: `Microsoft.Storage/storageAccounts`.
    #[must_use]
    pub fn has_arm_type(&self) -> bool {
        self.group.is_none() && self.resource_type.as_ref().is_some_and(|name| name.text.contains('/'))
    }
}

fn returned<'v, 's>(value: &'v Value<'s>) -> &'v Value<'s> {
    value.as_function().map_or(value, |function| &function.returns)
}
