use std::borrow::Cow;

use oxc_ast::ast::{
    BinaryExpression, BinaryOperator, Expression, LogicalExpression, LogicalOperator, TemplateLiteral, UnaryExpression,
    UnaryOperator,
};

use super::{bindings::Bindings, evaluate::Evaluator, span_of};
use crate::document::{Array, JsonType, Member, Object, TemplatePart, Unknown, Value, ValueKind};
use crate::text::Span;

/// `-x`, `!x` and the like.
pub(super) fn unary<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    unary: &'b UnaryExpression<'b>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> ValueKind<'s> {
    let known_type = match unary.operator {
        UnaryOperator::UnaryNegation | UnaryOperator::UnaryPlus => {
            let sign = if unary.operator == UnaryOperator::UnaryNegation { -1.0 } else { 1.0 };
            if let ValueKind::Number(number) = evaluator.evaluate(&unary.argument, bindings).kind {
                return evaluator.number(sign * number.as_f64().unwrap_or(f64::NAN), span);
            }
            Some(JsonType::Number)
        }
        UnaryOperator::LogicalNot => {
            if let ValueKind::Boolean(boolean) = evaluator.evaluate(&unary.argument, bindings).kind {
                return ValueKind::Boolean(!boolean);
            }
            Some(JsonType::Boolean)
        }
        UnaryOperator::Typeof => Some(JsonType::String),
        UnaryOperator::Delete => Some(JsonType::Boolean),
        UnaryOperator::BitwiseNot | UnaryOperator::Void => None,
    };
    evaluator.unknown(span, known_type)
}

/// `a + b` and the like.
pub(super) fn binary<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    binary: &'b BinaryExpression<'b>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> ValueKind<'s> {
    match binary.operator {
        BinaryOperator::Addition => sum(evaluator, binary, span, bindings),
        operator if operator.is_compare() || operator.is_equality() || operator.is_relational() => {
            evaluator.unknown(span, Some(JsonType::Boolean))
        }
        // Of two big integers it would be one, which JSON cannot hold.
        _ => evaluator.unknown(span, None),
    }
}

/// A chain of `+`. It leans to the left as deep as it is long, so it is walked, not recursed into.
fn sum<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    outermost: &'b BinaryExpression<'b>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> ValueKind<'s> {
    let mut operands = vec![&outermost.right];
    let mut left = &outermost.left;
    while let Expression::BinaryExpression(inner) = left
        && inner.operator == BinaryOperator::Addition
    {
        operands.push(&inner.right);
        left = &inner.left;
    }
    operands.push(left);
    let values = operands.into_iter().rev().map(|operand| evaluator.evaluate(operand, bindings)).collect::<Vec<_>>();

    let mut kind = None;
    for value in values {
        kind = Some(match kind {
            None => value,
            Some(left) => add(evaluator, left, value, span),
        });
    }
    kind.map_or_else(|| evaluator.unknown(span, None), |value| value.kind)
}

fn add<'s>(evaluator: &Evaluator<'s, '_>, left: Value<'s>, right: Value<'s>, span: Span) -> Value<'s> {
    let kind = match (&left.kind, &right.kind) {
        (ValueKind::Number(a), ValueKind::Number(b)) => {
            evaluator.number(a.as_f64().unwrap_or(f64::NAN) + b.as_f64().unwrap_or(f64::NAN), span)
        }
        _ if left.known_type() == Some(JsonType::String) || right.known_type() == Some(JsonType::String) => {
            let mut parts = Vec::new();
            push_part(&mut parts, left);
            push_part(&mut parts, right);
            from_parts(parts)
        }
        _ => evaluator.unknown(span, None),
    };
    Value::new(span, kind)
}

/// `` `text${hole}text` ``
pub(super) fn template<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    template: &'b TemplateLiteral<'b>,
    bindings: &Bindings<'_, 'b>,
) -> ValueKind<'s> {
    let mut parts = Vec::with_capacity(template.quasis.len() + template.expressions.len());
    for (at, quasi) in template.quasis.iter().enumerate() {
        let text = quasi.value.cooked.as_ref().map_or("", |cooked| cooked.as_str());
        push_text(&mut parts, evaluator.borrow_if_same(span_of(quasi.span), text));
        if let Some(hole) = template.expressions.get(at) {
            push_part(&mut parts, evaluator.evaluate(hole, bindings));
        }
    }
    from_parts(parts)
}

/// A string from its parts: known, if none of them is a hole.
fn from_parts(mut parts: Vec<TemplatePart<'_>>) -> ValueKind<'_> {
    match parts.as_slice() {
        [] => ValueKind::String(Cow::Borrowed("")),
        [TemplatePart::Text(_)] => match parts.pop() {
            Some(TemplatePart::Text(text)) => ValueKind::String(text),
            _ => ValueKind::String(Cow::Borrowed("")),
        },
        _ => ValueKind::Unknown(Unknown::Template(parts)),
    }
}

fn push_part<'s>(parts: &mut Vec<TemplatePart<'s>>, value: Value<'s>) {
    match value.kind {
        ValueKind::String(text) => push_text(parts, text),
        ValueKind::Number(number) => push_text(parts, Cow::Owned(number.to_string())),
        ValueKind::Boolean(boolean) => push_text(parts, Cow::Borrowed(if boolean { "true" } else { "false" })),
        ValueKind::Unknown(Unknown::Template(inner)) => {
            for part in inner {
                match part {
                    TemplatePart::Text(text) => push_text(parts, text),
                    hole @ TemplatePart::Hole(_) => parts.push(hole),
                }
            }
        }
        _ => parts.push(TemplatePart::Hole(value)),
    }
}

/// Adds text to the text before it, so that equal strings have equal parts.
fn push_text<'s>(parts: &mut Vec<TemplatePart<'s>>, text: Cow<'s, str>) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(TemplatePart::Text(before)) => before.to_mut().push_str(&text),
        _ => parts.push(TemplatePart::Text(text)),
    }
}

/// `a ?? b`, `a || b`, `a && b`.
pub(super) fn logical<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    logical: &'b LogicalExpression<'b>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> Value<'s> {
    if logical.operator == LogicalOperator::And {
        return Value::new(span, evaluator.unknown(span, None));
    }
    let left = evaluator.evaluate(&logical.left, bindings);
    let right = evaluator.evaluate(&logical.right, bindings);
    either(evaluator, span, left, &right)
}

/// The value of an expression that gives one or the other: known where both agree, else of the type they
/// have in common.
pub(super) fn either<'s>(evaluator: &Evaluator<'s, '_>, span: Span, one: Value<'s>, other: &Value<'s>) -> Value<'s> {
    if same(&one, other) {
        return one;
    }
    let known_type = one.known_type().filter(|known_type| other.known_type() == Some(*known_type));
    Value::new(span, evaluator.unknown(span, known_type))
}

/// Whether two values are worth the same, wherever they stand.
fn same(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (&one.kind, &other.kind) {
        (ValueKind::Array(one), ValueKind::Array(other)) => same_items(one, other),
        (ValueKind::Object(one), ValueKind::Object(other)) => same_members(one, other),
        (ValueKind::Unknown(_), _) | (_, ValueKind::Unknown(_)) => false,
        (one, other) => one == other,
    }
}

fn same_items(one: &Array<'_>, other: &Array<'_>) -> bool {
    !one.open
        && !other.open
        && one.items.len() == other.items.len()
        && one.items.iter().zip(&other.items).all(|(one, other)| same(one, other))
}

fn same_members(one: &Object<'_>, other: &Object<'_>) -> bool {
    !one.open
        && !other.open
        && one.members.len() == other.members.len()
        && one
            .members
            .iter()
            .zip(&other.members)
            .all(|(one, other): (&Member<'_>, &Member<'_>)| one.key == other.key && same(&one.value, &other.value))
}
