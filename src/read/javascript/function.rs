use oxc_ast::ast::{
    ArrowFunctionBody, ArrowFunctionExpression, Expression, FormalParameters, Function as FunctionAst, Statement,
};

use super::{
    bindings::Bindings,
    callback::{Callback, callback},
    evaluate::Evaluator,
    operator,
};
use crate::document::{Function, Unknown, Value, ValueKind};
use crate::text::Span;

/// A function of the file, however it is written.
#[derive(Clone, Copy)]
pub(super) enum FunctionNode<'b> {
    /// `() => …`
    Arrow(&'b ArrowFunctionExpression<'b>),
    /// `function () { … }`, and methods.
    Function(&'b FunctionAst<'b>),
}

impl<'b> FunctionNode<'b> {
    /// The function that an expression is, through parentheses and type annotations.
    pub(super) fn of(expression: &'b Expression<'b>) -> Option<Self> {
        match expression.get_inner_expression() {
            Expression::ArrowFunctionExpression(arrow) => Some(Self::Arrow(arrow)),
            Expression::FunctionExpression(function) => Some(Self::Function(function)),
            _ => None,
        }
    }

    /// What it takes.
    pub(super) fn parameters(self) -> &'b FormalParameters<'b> {
        match self {
            Self::Arrow(arrow) => &arrow.params,
            Self::Function(function) => &function.params,
        }
    }

    /// The statements of its block; none where its body is an expression.
    pub(super) fn statements(self) -> &'b [Statement<'b>] {
        match self {
            Self::Arrow(arrow) => match &arrow.body {
                ArrowFunctionBody::FunctionBody(body) => &body.statements,
                _ => &[],
            },
            Self::Function(function) => function.body.as_ref().map_or(&[], |body| &body.statements),
        }
    }

    /// The expression that is its body, where it has no block.
    fn expression(self) -> Option<&'b Expression<'b>> {
        match self {
            Self::Arrow(arrow) => arrow.body.as_expression(),
            Self::Function(_) => None,
        }
    }

    /// All that it may return.
    pub(super) fn returned(self) -> Vec<&'b Expression<'b>> {
        if let Some(expression) = self.expression() {
            return vec![expression];
        }
        let mut returned = Vec::new();
        collect_returned(self.statements(), &mut returned);
        returned
    }

    /// Whether a call of it gives one of the values that it returns, and nothing else.
    pub(super) fn surely_returns(self) -> bool {
        self.expression().is_some() || matches!(self.statements().last(), Some(Statement::ReturnStatement(_)))
    }

    /// Whether it gives its values one by one, by `yield`.
    pub(super) fn is_generator(self) -> bool {
        matches!(self, Self::Function(function) if function.generator)
    }

    /// Whether what it returns comes wrapped: in a promise, or piece by piece.
    fn is_wrapped(self) -> bool {
        match self {
            Self::Arrow(arrow) => arrow.r#async,
            Self::Function(function) => function.r#async || function.generator,
        }
    }
}

/// The function as a value: what it takes, and what it returns as far as that is known.
pub(super) fn evaluate<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    function: FunctionNode<'b>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> Value<'s> {
    let returns = returned_value(evaluator, function, span, bindings);
    let Callback { parameters, parameter_list, not_taken } = callback(evaluator, function, span);
    let function = Function { parameters, parameter_list, not_taken, returns };
    Value::new(span, ValueKind::Unknown(Unknown::Function(Box::new(function))))
}

/// What the function returns; what a parameter is worth only the call would tell.
pub(super) fn returned_value<'s, 'b>(
    evaluator: &Evaluator<'s, '_>,
    function: FunctionNode<'b>,
    span: Span,
    bindings: &Bindings<'_, 'b>,
) -> Value<'s> {
    if function.is_wrapped() {
        return Value::new(span, evaluator.unknown(span, None));
    }
    let inner = Bindings::of_function(function, bindings);
    if let Some(expression) = function.expression() {
        return evaluator.evaluate(expression, &inner);
    }
    let values = function.returned().into_iter().map(|expression| evaluator.evaluate(expression, &inner));
    values.reduce(|one, other| operator::either(evaluator, span, one, &other)).unwrap_or_else(|| {
        let kind = match function.statements().last() {
            None | Some(Statement::ThrowStatement(_)) => evaluator.unknown(span, None),
            Some(_) => ValueKind::Unknown(Unknown::Undefined),
        };
        Value::new(span, kind)
    })
}

fn collect_returned<'b>(statements: &'b [Statement<'b>], returned: &mut Vec<&'b Expression<'b>>) {
    for statement in statements {
        collect_from(statement, returned);
        // What stands behind is never reached.
        if matches!(statement, Statement::ReturnStatement(_) | Statement::ThrowStatement(_)) {
            break;
        }
    }
}

fn collect_from<'b>(statement: &'b Statement<'b>, returned: &mut Vec<&'b Expression<'b>>) {
    match statement {
        Statement::ReturnStatement(statement) => returned.extend(&statement.argument),
        Statement::BlockStatement(block) => collect_returned(&block.body, returned),
        Statement::ForStatement(repeated) => collect_from(&repeated.body, returned),
        Statement::ForInStatement(repeated) => collect_from(&repeated.body, returned),
        Statement::ForOfStatement(repeated) => collect_from(&repeated.body, returned),
        Statement::WhileStatement(repeated) => collect_from(&repeated.body, returned),
        Statement::DoWhileStatement(repeated) => collect_from(&repeated.body, returned),
        Statement::LabeledStatement(labeled) => collect_from(&labeled.body, returned),
        Statement::IfStatement(branch) => {
            collect_from(&branch.consequent, returned);
            if let Some(alternate) = &branch.alternate {
                collect_from(alternate, returned);
            }
        }
        Statement::TryStatement(attempt) => {
            collect_returned(&attempt.block.body, returned);
            if let Some(handler) = &attempt.handler {
                collect_returned(&handler.body.body, returned);
            }
            if let Some(finalizer) = &attempt.finalizer {
                collect_returned(&finalizer.body, returned);
            }
        }
        Statement::SwitchStatement(switch) => {
            for case in &switch.cases {
                collect_returned(&case.consequent, returned);
            }
        }
        _ => {}
    }
}
