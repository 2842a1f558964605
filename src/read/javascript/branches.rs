use oxc_ast::ast::{Expression, LogicalOperator};

/// The expressions one of which gives the value: those of `a ? b : c`, `a || b`, `a ?? b` and `a && b`,
/// through parentheses, type annotations and `await`, in the order of the text. A branch that gives
/// nothing is left out (`c ? a : null`).
pub(super) fn branches<'b>(expression: &'b Expression<'b>) -> Vec<&'b Expression<'b>> {
    let mut found = Vec::with_capacity(1);
    let mut waiting = vec![expression];
    while let Some(expression) = waiting.pop() {
        match expression.get_inner_expression() {
            Expression::ConditionalExpression(conditional) => {
                waiting.extend([&conditional.alternate, &conditional.consequent]);
            }
            Expression::LogicalExpression(logical) => {
                waiting.push(&logical.right);
                if logical.operator != LogicalOperator::And {
                    waiting.push(&logical.left);
                }
            }
            Expression::AwaitExpression(wait) => waiting.push(&wait.argument),
            single => found.push(single),
        }
    }
    if found.len() > 1 {
        found.retain(|branch| !is_nothing(branch));
    }
    found
}

/// Whether only running the program would tell which of its branches, if any, an expression gives.
pub(super) fn has_a_condition(expression: &Expression<'_>) -> bool {
    matches!(
        expression.get_inner_expression().without_parentheses(),
        Expression::ConditionalExpression(_) | Expression::LogicalExpression(_)
    )
}

fn is_nothing(expression: &Expression<'_>) -> bool {
    match expression {
        Expression::NullLiteral(_) => true,
        Expression::BooleanLiteral(literal) => !literal.value,
        expression => expression.is_undefined(),
    }
}
