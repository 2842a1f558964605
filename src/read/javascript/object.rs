use std::borrow::Cow;

use oxc_ast::ast::{Expression, ObjectExpression, ObjectProperty, ObjectPropertyKind, PropertyKey, PropertyKind};
use oxc_span::GetSpan;

use super::{bindings::Bindings, branches::branches, evaluate::Evaluator, span_of};
use crate::document::{Member, Object, ObjectBuilder, Unknown, Value, ValueKind};
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
            ObjectPropertyKind::ObjectProperty(property) => add(evaluator, property, &mut object, bindings),
            ObjectPropertyKind::SpreadProperty(spread) => {
                add_spread(evaluator, &spread.argument, &mut object, bindings);
            }
        }
    }
    object.finish(&mut evaluator.repeated_keys.borrow_mut())
}

fn add<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    property: &'b ObjectProperty<'b>,
    object: &mut ObjectBuilder<'s>,
    bindings: &Bindings<'_, 'b>,
) {
    let Some((key, key_span)) = key(evaluator, property, bindings) else { return object.open() };
    let span = span_of(property.span);
    match property.kind {
        // What this sets is no member, but where members are looked for that are not here.
        PropertyKind::Init if key == "__proto__" && !property.computed && !property.shorthand => object.open(),
        PropertyKind::Init => {
            let value = evaluator.evaluate(&property.value, bindings);
            if value.is_undefined() {
                object.remove(&key);
            } else {
                object.add(Member { key, key_span, span, value });
            }
        }
        // A getter runs, a setter holds nothing.
        PropertyKind::Get | PropertyKind::Set => {
            let value_span = span_of(property.value.span());
            let value = Value::new(value_span, evaluator.unknown(value_span, None));
            object.add_accessor(Member { key, key_span, span, value });
        }
    }
}

fn add_spread<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    spread: &'b Expression<'b>,
    object: &mut ObjectBuilder<'s>,
    bindings: &Bindings<'_, 'b>,
) {
    let happens = !matches!(
        spread.get_inner_expression(),
        Expression::ConditionalExpression(_) | Expression::LogicalExpression(_)
    );
    for branch in branches(spread) {
        match evaluator.evaluate(branch, bindings).kind {
            ValueKind::Object(other) if happens => object.spread(&other),
            ValueKind::Object(other) => object.spread_perhaps(&other),
            // Spreading what is no object brings nothing.
            ValueKind::Null | ValueKind::Boolean(_) | ValueKind::Number(_) | ValueKind::Unknown(Unknown::Undefined) => {
            }
            _ => object.open(),
        }
    }
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
