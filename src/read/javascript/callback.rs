use oxc_ast::ast::{BindingPattern, BindingProperty};
use oxc_span::GetSpan;

use super::{evaluate::Evaluator, function::FunctionNode, span_of};
use crate::document::{CALLBACK_PARAMETERS, Name, Parameter};
use crate::text::Span;

/// What a function takes of what the deploying tool gives it.
pub(super) struct Callback<'s> {
    pub(super) parameters: Vec<Parameter<'s>>,
    pub(super) parameter_list: Option<Span>,
    pub(super) not_taken: Vec<Name<'s>>,
}

/// What the function at `span` takes out of the object that it is called with, and what it should.
pub(super) fn callback<'s>(evaluator: &Evaluator<'s, '_>, function: FunctionNode<'_>, span: Span) -> Callback<'s> {
    let list = function.parameters();
    let body = Span::new(list.span.end, span.end);
    let (pattern, rest) = match list.items.first().map(|parameter| &parameter.pattern) {
        None => (None, list.rest.is_some()),
        Some(BindingPattern::ObjectPattern(pattern)) => (Some(pattern), pattern.rest.is_some()),
        Some(_) => (None, true),
    };
    let parameter = |property: &BindingProperty<'_>| {
        let span = span_of(property.key.span());
        let name = evaluator.slice(span);
        let (has_default, local) = match &property.value {
            BindingPattern::AssignmentPattern(assigned) => (true, binding_name(&assigned.left)),
            other => (false, binding_name(other)),
        };
        let is_used = local.is_none_or(|local| evaluator.uses(body, local));
        Parameter { name, span, whole: span_of(property.span), has_default, is_used }
    };
    let parameters: Vec<Parameter<'s>> =
        pattern.into_iter().flat_map(|pattern| &pattern.properties).map(parameter).collect();
    // What takes all that is given has everything.
    let is_missing =
        |name: &&str| !rest && !parameters.iter().any(|taken| taken.name == *name) && evaluator.uses(body, name);
    let not_taken = CALLBACK_PARAMETERS.into_iter().filter(is_missing).filter_map(|name| {
        let span = evaluator.names.unresolved(name, body)?;
        Some(Name { text: name.into(), span })
    });
    let not_taken = not_taken.collect();
    let parameter_list = match pattern {
        Some(pattern) => Some(span_of(pattern.span)),
        None if list.items.is_empty() && list.rest.is_none() => Some(span_of(list.span)),
        None => None,
    };
    Callback { parameters, parameter_list, not_taken }
}

fn binding_name<'b>(pattern: &'b BindingPattern<'_>) -> Option<&'b str> {
    match pattern {
        BindingPattern::BindingIdentifier(identifier) => Some(identifier.name.as_str()),
        _ => None,
    }
}
