use std::borrow::Cow;

use oxc_ast::ast::{Argument, CallExpression, Expression, StaticMemberExpression};
use oxc_ast_visit::{Visit, walk};

use super::{bindings::Bindings, evaluate::Evaluator, span_of};
use crate::document::{Definition, Name, Notation, Object, Value, ValueKind};
use crate::text::Span;

/// The length of `make` in `makeResourceGroup`.
const MAKE: u32 = 4;

/// Finds the calls that make resources, wherever they stand in a function: `provider.makeType({ … })`,
/// `provider.Group.makeType({ … })`.
pub(super) struct MakeCalls<'e, 's, 'b> {
    pub(super) evaluator: &'e Evaluator<'s, 'b>,
    pub(super) bindings: &'e Bindings<'e, 'b>,
    pub(super) definitions: &'e mut Vec<Definition<'s>>,
}

impl<'b> Visit<'b> for MakeCalls<'_, '_, 'b> {
    fn visit_call_expression(&mut self, call: &CallExpression<'b>) {
        if let Expression::StaticMemberExpression(method) = &call.callee
            && makes_a_resource(method)
        {
            let definition = self.definition(call, method);
            self.definitions.push(definition);
        }
        walk::walk_call_expression(self, call);
    }
}

impl<'s> MakeCalls<'_, 's, '_> {
    fn definition(&self, call: &CallExpression<'_>, method: &StaticMemberExpression<'_>) -> Definition<'s> {
        let evaluator = self.evaluator;
        let method_span = span_of(method.property.span);
        let body = match call.arguments.first().and_then(Argument::as_expression) {
            Some(argument) => evaluator.evaluate(argument, self.bindings),
            None => Value::new(method_span, ValueKind::Object(Object::default())),
        };
        let name = |span: Span| Name { text: Cow::Borrowed(evaluator.slice(span)), span };
        let group = match &method.object {
            Expression::StaticMemberExpression(group) => Some(name(span_of(group.property.span))),
            _ => None,
        };
        let resource_type = Some(name(Span::new(method_span.start + MAKE, method_span.end)));
        Definition { resource_type, group, body, notation: Notation::Call, is_conditional: true, content: None }
    }
}

/// Whether a method is one that makes a resource.
pub(super) fn makes_a_resource(method: &StaticMemberExpression<'_>) -> bool {
    let type_name = method.property.name.as_str().strip_prefix("make");
    let on_provider = match &method.object {
        Expression::StaticMemberExpression(group) => group.object.is_specific_id("provider"),
        object => object.is_specific_id("provider"),
    };
    on_provider && type_name.is_some_and(|name| name.starts_with(char::is_uppercase))
}
