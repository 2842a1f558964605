use oxc_ast::ast::{ArrayExpression, ArrayExpressionElement, CallExpression, Expression};

use super::{bindings::Bindings, evaluate::Evaluator, span_of};
use crate::document::{Array, JsonType, Value, ValueKind};
use crate::text::Span;

/// The list that a literal makes.
pub(super) fn evaluate<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    literal: &'b ArrayExpression<'b>,
    bindings: &Bindings<'_, 'b>,
) -> Array<'s> {
    let mut array = Array { items: Vec::with_capacity(literal.elements.len()), open: false };
    for element in &literal.elements {
        match element {
            ArrayExpressionElement::SpreadElement(spread) => {
                extend(&mut array, evaluator.evaluate(&spread.argument, bindings));
            }
            ArrayExpressionElement::Elision(hole) => {
                let span = span_of(hole.span);
                array.items.push(Value::new(span, evaluator.unknown(span, None)));
            }
            element => {
                if let Some(expression) = element.as_expression() {
                    array.items.push(evaluator.evaluate(expression, bindings));
                }
            }
        }
    }
    array
}

/// `a.concat(b, …)`: the expressions that are strung together, `a` first.
pub(super) fn concatenated<'b>(call: &'b CallExpression<'b>) -> Option<Vec<&'b Expression<'b>>> {
    let Expression::StaticMemberExpression(callee) = &call.callee else { return None };
    if callee.property.name != "concat" {
        return None;
    }
    let arguments = call.arguments.iter().map(|argument| argument.as_expression());
    std::iter::once(Some(&callee.object)).chain(arguments).collect()
}

/// The list that stringing values together makes; a value that is no list is one element.
pub(super) fn concatenate<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    parts: Vec<&'b Expression<'b>>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> ValueKind<'s> {
    let mut parts = parts.into_iter().map(|part| evaluator.evaluate(part, bindings));
    let Some(ValueKind::Array(mut array)) = parts.next().map(|first| first.kind) else {
        return evaluator.unknown(span, None);
    };
    for part in parts {
        match part.known_type() {
            Some(JsonType::Array) | None => extend(&mut array, part),
            Some(_) => array.items.push(part),
        }
    }
    ValueKind::Array(array)
}

/// Adds what spreading `value` brings.
fn extend<'s>(array: &mut Array<'s>, value: Value<'s>) {
    match value.kind {
        ValueKind::Array(other) => {
            array.items.extend(other.items);
            array.open |= other.open;
        }
        _ => array.open = true,
    }
}
