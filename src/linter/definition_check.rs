use std::{borrow::Cow, collections::HashSet, sync::Arc};

use super::{Linter, WholeProject};
use crate::catalog::ResourceSchema;
use crate::diagnostic::{Diagnostic, ResourceLabel, RuleCode};
use crate::document::{
    Definition, Member, Name, Notation, Object, Path, Segment, TemplatePart, Unknown, Value, ValueKind,
};
use crate::project::Resource;
use crate::rules::{
    DefinitionContext, DomainRule, MemberContext, ReferenceContext, RuleSet, Secret, SecretContext, SecretFinder,
    TextContext, literal,
};
use crate::text::Span;
use crate::validate::validate;

/// What the check of one definition comes to.
pub(super) struct Checked {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Whether there was a schema to hold it against.
    pub(super) has_schema: bool,
    /// Where secrets stand, and what they are.
    pub(super) secrets: Vec<(Span, String)>,
}

/// Holds the definition that makes `resource` against the schema of its type and against every rule.
pub(super) fn check_definition<'p, 's>(
    linter: &Linter,
    whole: &WholeProject<'p, 's>,
    resource: &Resource<'p, 's>,
) -> Checked {
    let project = &whole.project;
    let definition = resource.definition;
    let file = &project.files[resource.file];
    let known_type = resource.known_type();
    let schema = known_type.and_then(|known| known.schema(&linter.config.catalog));
    let find =
        |group: Option<&str>, resource_type: &str| linter.types.get(&linter.config.catalog, group, resource_type, None);
    let context = DefinitionContext {
        definition,
        lookup: known_type.map(|known| &known.lookup),
        schema,
        text: file.text,
        project,
        resource,
        find: &find,
    };
    let mut findings = Findings::default();
    if let Some(schema) = schema {
        findings.diagnostics = hold_against_schema(linter, definition, schema, file.text);
    }
    for (rule, check) in &linter.rules.of_definitions {
        findings.of_rule(rule, |found| check(&context, found));
    }
    for (rule, diagnostic) in whole.findings(project.number(resource)) {
        findings.of_rule(rule, |found| found.push(diagnostic.clone()));
    }
    let mut secrets = Vec::new();
    if let Some(properties) = definition.properties() {
        let finder = SecretFinder::new(&context);
        let mut walk = Walk {
            rules: &linter.rules,
            context: &context,
            root: properties,
            finder: &finder,
            findings: &mut findings,
            secrets: &mut secrets,
        };
        walk.value(properties, None);
    }
    let mut diagnostics = findings.finish();
    if !diagnostics.is_empty() {
        let label = Arc::new(label_of(resource));
        for diagnostic in &mut diagnostics {
            diagnostic.resource = Some(Arc::clone(&label));
        }
    }
    Checked { diagnostics, has_schema: schema.is_some(), secrets }
}

fn hold_against_schema(
    linter: &Linter,
    definition: &Definition<'_>,
    schema: &ResourceSchema,
    text: &str,
) -> Vec<Diagnostic> {
    let catalog = &linter.config.catalog;
    let type_span = definition.resource_type.as_ref().map_or(definition.body.span, |name| name.span);
    if definition.has_no_properties() {
        let nothing = Value::new(type_span.first_byte(), ValueKind::Object(Object::default()));
        return validate(&nothing, type_span, schema, catalog, text);
    }
    let Some(properties) = definition.properties() else { return Vec::new() };
    let member = definition.field("properties");
    let is_returned = member.is_some_and(|member| member.value.as_function().is_some());
    if properties.as_object().is_none() && !is_returned {
        // What is neither an object nor a function is of the wrong shape altogether.
        return Vec::new();
    }
    let handle = match (definition.notation, member) {
        (Notation::Template, _) | (_, None) => type_span,
        (_, Some(member)) => member.key_span,
    };
    validate(properties, handle, schema, catalog, text)
}

/// What was found so far, and what of it another finding makes superfluous.
#[derive(Default)]
struct Findings {
    diagnostics: Vec<Diagnostic>,
    superseded: HashSet<(Span, RuleCode)>,
}

impl Findings {
    fn of_rule(&mut self, rule: &DomainRule, check: impl FnOnce(&mut Vec<Diagnostic>)) {
        let before = self.diagnostics.len();
        check(&mut self.diagnostics);
        for diagnostic in &self.diagnostics[before..] {
            self.superseded.extend(rule.supersedes.iter().map(|code| (diagnostic.span, *code)));
        }
    }

    fn finish(self) -> Vec<Diagnostic> {
        let Self { mut diagnostics, superseded } = self;
        if !superseded.is_empty() {
            diagnostics.retain(|diagnostic| !superseded.contains(&(diagnostic.span, diagnostic.rule)));
        }
        diagnostics
    }
}

/// Goes once through all properties and shows each rule what it asks for.
struct Walk<'w, 'c, 's> {
    rules: &'w RuleSet,
    context: &'w DefinitionContext<'c, 's>,
    root: &'w Value<'s>,
    finder: &'w SecretFinder<'c>,
    findings: &'w mut Findings,
    secrets: &'w mut Vec<(Span, String)>,
}

impl<'s> Walk<'_, '_, 's> {
    fn value(&mut self, value: &Value<'s>, path: Option<&Path<'_>>) {
        match &value.kind {
            ValueKind::Object(object) => {
                for member in &object.members {
                    self.member(member, &Path { parent: path, segment: Segment::Key(&member.key) });
                }
            }
            ValueKind::Array(array) => {
                for (index, item) in array.items.iter().enumerate() {
                    let path = Path { parent: path, segment: Segment::Index(index) };
                    if let Some(secret) = SecretFinder::of_item(item, &path) {
                        self.secret(item, &secret);
                    }
                    self.value(item, Some(&path));
                }
            }
            ValueKind::String(text) => {
                let context = TextContext { definition: self.context, text, value, path };
                for (rule, check) in &self.rules.of_texts {
                    self.findings.of_rule(rule, |found| check(&context, found));
                }
            }
            ValueKind::Unknown(Unknown::Reference(argument)) => self.reference(argument),
            ValueKind::Unknown(Unknown::Template(parts)) => {
                for part in parts {
                    if let TemplatePart::Hole(hole) = part {
                        self.value(hole, path);
                    }
                }
            }
            _ => {}
        }
    }

    fn member(&mut self, member: &Member<'s>, path: &Path<'_>) {
        let context = MemberContext { definition: self.context, member, path };
        for (rule, check) in self.rules.of_member(&member.key) {
            self.findings.of_rule(rule, |found| check(&context, found));
        }
        if let Some(secret) = self.finder.of_member(self.root, member, path) {
            self.secret(&member.value, &secret);
        }
        self.value(&member.value, Some(path));
    }

    fn secret(&mut self, value: &Value<'_>, secret: &Secret) {
        let Some(text) = literal(value) else { return };
        let context = SecretContext { definition: self.context, secret };
        for (rule, check) in &self.rules.of_secrets {
            self.findings.of_rule(rule, |found| check(&context, found));
        }
        self.secrets.push((secret.span, text.into_owned()));
    }

    fn reference(&mut self, argument: &Value<'s>) {
        let context = ReferenceContext { definition: self.context, argument };
        for (rule, check) in &self.rules.of_references {
            self.findings.of_rule(rule, |found| check(&context, found));
        }
    }
}

/// The resource as a diagnostic names it.
pub(crate) fn label_of(resource: &Resource<'_, '_>) -> ResourceLabel {
    let definition = resource.definition;
    let known = resource.type_id();
    let written = |name: &Option<Name<'_>>| name.as_ref().map(|name| name.text.to_string());
    ResourceLabel {
        group: written(&definition.group).or_else(|| known.map(|id| id.group.to_string())),
        resource_type: written(&definition.resource_type),
        name: definition.name().and_then(Value::display_text).map(Cow::into_owned),
        api_version: known.map(|id| id.api_version.to_string()),
    }
}
