use std::borrow::Cow;

use oxc_ast::ast::{ObjectExpression, ObjectProperty, ObjectPropertyKind, PropertyKey, PropertyKind};
use oxc_span::GetSpan;

use super::{bindings::Bindings, evaluate::Evaluator, span_of};
use crate::document::{Member, Object, ObjectBuilder, Value, ValueKind};
use crate::text::Span;

/// The object that a literal makes.
pub(super) fn evaluate<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    literal: &'b ObjectExpression<'b>,
    bindings: &Bindings<'_, 'b>,
) -> Object<'s> {
    let mut object = ObjectBuilder::with_capacity(literal.properties.len());
    for property in &literal.properties {
        match property {
            ObjectPropertyKind::ObjectProperty(property) => match key(evaluator, property, bindings) {
                Some((key, key_span)) => {
                    let value = value(evaluator, property, bindings);
                    object.add(Member { key, key_span, span: span_of(property.span), value });
                }
                None => object.open(),
            },
            ObjectPropertyKind::SpreadProperty(spread) => {
                match evaluator.evaluate(&spread.argument, bindings).kind {
                    ValueKind::Object(other) => object.spread(&other),
                    // Spreading what is no object brings nothing.
                    ValueKind::Null | ValueKind::Boolean(_) | ValueKind::Number(_) => {}
                    _ => object.open(),
                }
            }
        }
    }
    object.finish(&mut evaluator.repeated_keys.borrow_mut())
}

/// The key, where the text tells it.
fn key<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    property: &'b ObjectProperty<'b>,
    bindings: &Bindings<'_, 'b>,
) -> Option<(Cow<'s, str>, Span)> {
    let span = span_of(property.key.span());
    let text = match &property.key {
        PropertyKey::StaticIdentifier(identifier) => evaluator.borrow_if_same(span, identifier.name.as_str()),
        PropertyKey::StringLiteral(literal) => evaluator.string(literal),
        PropertyKey::PrivateIdentifier(_) => return None,
        key => match evaluator.evaluate(key.as_expression()?, bindings).kind {
            ValueKind::String(text) => text,
            ValueKind::Number(number) => Cow::Owned(number.to_string()),
            _ => return None,
        },
    };
    Some((text, span))
}

fn value<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    property: &'b ObjectProperty<'b>,
    bindings: &Bindings<'_, 'b>,
) -> Value<'s> {
    let span = span_of(property.value.span());
    match property.kind {
        PropertyKind::Init => evaluator.evaluate(&property.value, bindings),
        // A getter runs, a setter holds nothing.
        PropertyKind::Get | PropertyKind::Set => Value::new(span, evaluator.unknown(span, None)),
    }
}
