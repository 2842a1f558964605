use std::{
    borrow::Cow,
    cell::{Cell, OnceCell, RefCell},
};

use oxc_ast::ast::{
    Argument, BindingIdentifier, CallExpression, Expression, IdentifierReference, Program, StringLiteral,
};
use oxc_span::GetSpan;
use serde_json::Number;

use super::{
    array,
    bindings::{Bindings, Declaration},
    function::{self, FunctionNode},
    names::Names,
    object, operator, span_of,
    words::Words,
};
use crate::document::{JsonType, RepeatedKey, Unknown, Value, ValueKind};
use crate::read::MOST_NESTED;
use crate::text::Span;

/// How many values one file may unfold into by naming constants: constants made of constants could
/// otherwise grow without bound.
const MOST_UNFOLDED: usize = 200_000;

/// The largest integer that a JavaScript number holds exactly.
const LARGEST_EXACT: f64 = 9_007_199_254_740_991.0;

/// Works out what expressions are worth, as far as the text alone tells.
pub(super) struct Evaluator<'s, 'b> {
    text: &'s str,
    /// What the names of the file refer to.
    pub(super) names: Names<'b>,
    /// Keys that come twice in their objects, so far.
    pub(super) repeated_keys: RefCell<Vec<RepeatedKey>>,
    /// Where the file uses what callbacks are given, once somebody asked.
    words: OnceCell<Words>,
    /// Levels of evaluation below the present one.
    depth: Cell<usize>,
    /// Values made from what names stand for so far.
    unfolded: Cell<usize>,
    /// Names whose meaning is being unfolded around the present expression.
    unfolding: Cell<usize>,
}

impl<'s, 'b> Evaluator<'s, 'b> {
    pub(super) fn new(text: &'s str, program: &'b Program<'b>) -> Self {
        Self {
            text,
            names: Names::new(program),
            words: OnceCell::new(),
            repeated_keys: RefCell::default(),
            depth: Cell::new(0),
            unfolded: Cell::new(0),
            unfolding: Cell::new(0),
        }
    }

    /// What `expression` is worth.
    pub(super) fn evaluate<'x>(&self, expression: &'x Expression<'x>, bindings: &Bindings<'_, 'x>) -> Value<'s> {
        let span = span_of(expression.span());
        if self.unfolding.get() > 0 {
            self.unfolded.set(self.unfolded.get() + 1);
        }
        if self.depth.get() >= MOST_NESTED || self.unfolded.get() > MOST_UNFOLDED {
            return Value::new(span, self.unknown(span, None));
        }
        self.depth.set(self.depth.get() + 1);
        let value = self.evaluate_inner(expression, span, bindings);
        self.depth.set(self.depth.get() - 1);
        value
    }

    fn evaluate_inner<'x>(&self, expression: &'x Expression<'x>, span: Span, bindings: &Bindings<'_, 'x>) -> Value<'s> {
        let kind = match expression {
            Expression::NullLiteral(_) => ValueKind::Null,
            Expression::BooleanLiteral(literal) => ValueKind::Boolean(literal.value),
            Expression::NumericLiteral(literal) => self.number(literal.value, span),
            Expression::StringLiteral(literal) => ValueKind::String(self.string(literal)),
            Expression::TemplateLiteral(template) => operator::template(self, template, bindings),
            Expression::ObjectExpression(literal) => ValueKind::Object(object::evaluate(self, literal, bindings)),
            Expression::ArrayExpression(literal) => ValueKind::Array(array::evaluate(self, literal, bindings)),
            Expression::UnaryExpression(unary) => operator::unary(self, unary, span, bindings),
            Expression::BinaryExpression(binary) => operator::binary(self, binary, span, bindings),
            Expression::LogicalExpression(logical) => return operator::logical(self, logical, span, bindings),
            Expression::ConditionalExpression(conditional) => {
                let consequent = self.evaluate(&conditional.consequent, bindings);
                let alternate = self.evaluate(&conditional.alternate, bindings);
                return operator::either(self, span, consequent, &alternate);
            }
            Expression::Identifier(identifier) => return self.identifier(identifier, span, bindings),
            Expression::StaticMemberExpression(member) => {
                let name = (member.property.name.as_str(), span_of(member.property.span));
                return self.member(&member.object, Some(name), span, bindings);
            }
            Expression::ComputedMemberExpression(member) => {
                let name = match &member.expression {
                    Expression::StringLiteral(name) => Some((name.value.as_str(), inside_quotes(name.span))),
                    _ => None,
                };
                return self.member(&member.object, name, span, bindings);
            }
            Expression::CallExpression(call) => return self.call(call, span, bindings),
            Expression::ArrowFunctionExpression(arrow) => {
                return function::evaluate(self, FunctionNode::Arrow(arrow), span, bindings);
            }
            Expression::FunctionExpression(node) => {
                return function::evaluate(self, FunctionNode::Function(node), span, bindings);
            }
            Expression::ParenthesizedExpression(inner) => return self.evaluate(&inner.expression, bindings),
            Expression::TSAsExpression(inner) => return self.evaluate(&inner.expression, bindings),
            Expression::TSSatisfiesExpression(inner) => return self.evaluate(&inner.expression, bindings),
            Expression::TSNonNullExpression(inner) => return self.evaluate(&inner.expression, bindings),
            Expression::TSTypeAssertion(inner) => return self.evaluate(&inner.expression, bindings),
            _ => self.unknown(span, None),
        };
        Value::new(span, kind)
    }

    /// A value of which only its expression, and perhaps its type, is known.
    pub(super) fn unknown(&self, span: Span, known_type: Option<JsonType>) -> ValueKind<'s> {
        ValueKind::Unknown(Unknown::Expression { text: Some(self.slice(span)), known_type })
    }

    /// A number; JSON has none that is not finite.
    pub(super) fn number(&self, number: f64, span: Span) -> ValueKind<'s> {
        let exact = number.fract() == 0.0 && number.abs() <= LARGEST_EXACT;
        #[expect(clippy::cast_possible_truncation, reason = "checked to be an integer that fits")]
        let json = if exact { Some(Number::from(number as i64)) } else { Number::from_f64(number) };
        json.map_or_else(|| self.unknown(span, Some(JsonType::Number)), ValueKind::Number)
    }

    /// The text that a span of this file covers.
    pub(super) fn slice(&self, span: Span) -> &'s str {
        span.slice_of(self.text)
    }

    /// Whether a name is used in a part of this file, as far as the text tells.
    pub(super) fn uses(&self, place: Span, name: &str) -> bool {
        self.words.get_or_init(|| Words::of(self.text)).uses(self.text, place, name)
    }

    /// The string of a literal; borrowed from the text where it has no escapes.
    pub(super) fn string(&self, literal: &StringLiteral<'_>) -> Cow<'s, str> {
        self.borrow_if_same(inside_quotes(literal.span), literal.value.as_str())
    }

    /// What `span` covers, if that is `value`; else a copy of `value`.
    pub(super) fn borrow_if_same(&self, span: Span, value: &str) -> Cow<'s, str> {
        let written = self.slice(span);
        // Where a text has no escapes, the parser's value is the text itself.
        let is_same = std::ptr::eq(written, value) || written == value;
        if is_same { Cow::Borrowed(written) } else { Cow::Owned(value.to_owned()) }
    }

    /// The declaration behind a name, and the names that its own expression sees.
    pub(super) fn declaration<'x, 'y, 'p>(
        &self,
        identifier: &IdentifierReference<'_>,
        bindings: &'y Bindings<'p, 'x>,
    ) -> Option<(Declaration<'x>, &'y Bindings<'p, 'x>)> {
        let (declaration, scope) = bindings.lookup(identifier.name.as_str())?;
        self.names.refers_to(identifier, declaration.id()).then_some((declaration, scope))
    }

    fn identifier(&self, identifier: &IdentifierReference<'_>, span: Span, bindings: &Bindings<'_, '_>) -> Value<'s> {
        match self.declaration(identifier, bindings) {
            Some((Declaration::Constant(id, expression), scope)) => self.constant(id, expression, span, scope),
            Some((Declaration::Function(_, node), scope)) => function::evaluate(self, node, span, scope),
            None if identifier.name == "undefined" => Value::new(span, ValueKind::Unknown(Unknown::Undefined)),
            None => Value::new(span, self.unknown(span, None)),
        }
    }

    /// The value of a constant, as it stands where the constant is declared.
    fn constant<'x>(
        &self,
        id: &BindingIdentifier<'_>,
        expression: &'x Expression<'x>,
        span: Span,
        scope: &Bindings<'_, 'x>,
    ) -> Value<'s> {
        let value = self.unfold(|| self.evaluate(expression, scope));
        match value.kind {
            ValueKind::Object(_) if self.names.may_change(id) => {
                Value::new(span, self.unknown(span, value.known_type()))
            }
            ValueKind::Array(_) if self.names.may_change(id) || !self.names.pushes(id).is_empty() => {
                Value::new(span, self.unknown(span, value.known_type()))
            }
            // The name says more than the expression behind it, and is what other places repeat.
            ValueKind::Unknown(Unknown::Expression { known_type, .. }) => {
                Value::new(span, self.unknown(span, known_type))
            }
            _ => value,
        }
    }

    /// `object.name`, `object["name"]`
    fn member<'x>(
        &self,
        object: &'x Expression<'x>,
        name: Option<(&str, Span)>,
        span: Span,
        bindings: &Bindings<'_, 'x>,
    ) -> Value<'s> {
        let Some((name, name_span)) = name else { return Value::new(span, self.unknown(span, None)) };
        if is_process_env(object) {
            return Value::new(span, ValueKind::Unknown(Unknown::Environment(self.slice(name_span))));
        }
        if self.starts_at_constant(object, bindings) {
            let object = self.evaluate(object, bindings);
            if let Some(found) = object.as_object().and_then(|object| object.get(name)) {
                return found.value.clone();
            }
        }
        Value::new(span, self.unknown(span, None))
    }

    /// Whether a chain of members hangs on a constant of the file, so that looking it up can succeed.
    fn starts_at_constant<'x>(&self, expression: &Expression<'x>, bindings: &Bindings<'_, 'x>) -> bool {
        match expression {
            Expression::Identifier(identifier) => {
                matches!(self.declaration(identifier, bindings), Some((Declaration::Constant(..), _)))
            }
            Expression::StaticMemberExpression(member) => self.starts_at_constant(&member.object, bindings),
            Expression::ComputedMemberExpression(member) => self.starts_at_constant(&member.object, bindings),
            _ => false,
        }
    }

    fn call<'x>(&self, call: &'x CallExpression<'x>, span: Span, bindings: &Bindings<'_, 'x>) -> Value<'s> {
        let argument = call.arguments.first().and_then(Argument::as_expression);
        match (&call.callee, argument) {
            (Expression::Identifier(callee), Some(argument)) if callee.name == "getId" => {
                let argument = self.evaluate(argument, bindings);
                return Value::new(span, ValueKind::Unknown(Unknown::Reference(Box::new(argument))));
            }
            (Expression::Identifier(callee), _) => {
                if let Some((declaration, scope)) = self.declaration(callee, bindings)
                    && let Some(function) = declaration.function()
                    && function.surely_returns()
                {
                    return self.unfold(|| function::returned_value(self, function, span, scope));
                }
            }
            (callee, Some(argument)) if callee.is_specific_member_access("Object", "freeze") => {
                return self.evaluate(argument, bindings);
            }
            _ => {}
        }
        if let Some(parts) = array::concatenated(call) {
            return Value::new(span, array::concatenate(self, parts, span, bindings));
        }
        Value::new(span, self.unknown(span, None))
    }

    /// Evaluates something that stands elsewhere in the file, and may stand for itself a hundred times over.
    fn unfold(&self, evaluate: impl FnOnce() -> Value<'s>) -> Value<'s> {
        self.unfolding.set(self.unfolding.get() + 1);
        let value = evaluate();
        self.unfolding.set(self.unfolding.get() - 1);
        value
    }
}

fn inside_quotes(literal: oxc_span::Span) -> Span {
    Span::new(literal.start + 1, literal.end.saturating_sub(1))
}

fn is_process_env(expression: &Expression<'_>) -> bool {
    matches!(expression, Expression::StaticMemberExpression(member)
        if member.property.name == "env" && member.object.is_specific_id("process"))
}
