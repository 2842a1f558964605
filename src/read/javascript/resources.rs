use std::{borrow::Cow, collections::HashSet};

use oxc_ast::ast::{
    Argument, ArrayExpressionElement, CallExpression, Expression, LogicalOperator, Program, StaticMemberExpression,
};
use oxc_ast_visit::{Visit, walk};
use oxc_span::GetSpan;

use super::{
    array,
    bindings::{Binding, Bindings},
    evaluate::Evaluator,
    exports::{Export, resource_exports},
    function::FunctionNode,
    span_of,
};
use crate::document::{Definition, Name, Notation, Object, Value, ValueKind};
use crate::read::MOST_NESTED;
use crate::text::Span;

/// The resources that the file declares, in the order of the text.
pub(super) fn definitions<'s, 'b>(
    evaluator: &Evaluator<'s, 'b>,
    bindings: &Bindings<'_, 'b>,
    program: &'b Program<'b>,
) -> Vec<Definition<'s>> {
    let mut collector = Collector {
        evaluator,
        definitions: Vec::new(),
        seen_constants: HashSet::new(),
        seen_functions: HashSet::new(),
        followed: 0,
        depth: 0,
    };
    for export in resource_exports(program, bindings) {
        match export {
            Export::Function(function) => collector.add_function(function, bindings),
            Export::Expression(expression) => collector.add_list(expression, bindings),
        }
    }
    let mut definitions = collector.definitions;
    definitions.sort_by_key(|definition| definition.body.span);
    definitions
}

struct Collector<'e, 's, 'b> {
    evaluator: &'e Evaluator<'s, 'b>,
    definitions: Vec<Definition<'s>>,
    /// Where the constants start that were gone through already: what two places name is declared once.
    seen_constants: HashSet<u32>,
    /// Where the parameters of the functions start that were.
    seen_functions: HashSet<u32>,
    /// Calls that were followed.
    followed: usize,
    depth: usize,
}

impl<'s, 'b> Collector<'_, 's, 'b> {
    /// What a function returns, and what it makes by calls on its `provider`.
    fn add_function(&mut self, function: FunctionNode<'b>, bindings: &Bindings<'_, 'b>) {
        if !self.seen_functions.insert(function.parameters().span.start) {
            return;
        }
        let inner = Bindings::of_function(function, bindings);
        for returned in function.returned() {
            self.add_list(returned, &inner);
        }
        let mut calls = MakeCalls { evaluator: self.evaluator, bindings: &inner, definitions: &mut self.definitions };
        for statement in function.statements() {
            calls.visit_statement(statement);
        }
    }

    /// The elements of a list, however it is put together.
    fn add_list(&mut self, expression: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        if self.depth >= MOST_NESTED {
            return;
        }
        self.depth += 1;
        match expression.get_inner_expression() {
            Expression::ArrayExpression(array) => {
                for element in &array.elements {
                    match element {
                        ArrayExpressionElement::SpreadElement(spread) => self.add_list(&spread.argument, bindings),
                        element => {
                            if let Some(element) = element.as_expression() {
                                self.add_element(element, bindings);
                            }
                        }
                    }
                }
            }
            Expression::ConditionalExpression(conditional) => {
                self.add_list(&conditional.consequent, bindings);
                self.add_list(&conditional.alternate, bindings);
            }
            Expression::LogicalExpression(logical) => {
                if logical.operator != LogicalOperator::And {
                    self.add_list(&logical.left, bindings);
                }
                self.add_list(&logical.right, bindings);
            }
            Expression::AwaitExpression(wait) => self.add_list(&wait.argument, bindings),
            Expression::CallExpression(call) => self.add_call(call, bindings),
            Expression::Identifier(identifier) => match bindings.lookup(identifier.name.as_str()) {
                Some((Binding::Constant(constant), scope)) if self.seen_constants.insert(constant.span().start) => {
                    self.add_list(constant, scope);
                }
                Some((Binding::Function(function), scope)) => self.add_function(function, scope),
                _ => {}
            },
            inner => {
                if let Some(function) = FunctionNode::of(inner) {
                    self.add_function(function, bindings);
                }
            }
        }
        self.depth -= 1;
    }

    /// `a.concat(b)`, `names.map((name) => ({ … }))`, `list.filter(…)`, `makeThem()`
    fn add_call(&mut self, call: &'b CallExpression<'b>, bindings: &Bindings<'_, 'b>) {
        if let Some(parts) = array::concatenated(call) {
            for part in parts {
                self.add_list(part, bindings);
            }
            return;
        }
        match &call.callee {
            Expression::StaticMemberExpression(method) => match method.property.name.as_str() {
                "map" | "flatMap" => {
                    let function = call.arguments.first().and_then(Argument::as_expression).and_then(FunctionNode::of);
                    if let Some(function) = function {
                        let inner = Bindings::of_function(function, bindings);
                        for returned in function.returned() {
                            self.add_element_or_list(returned, &inner);
                        }
                    }
                }
                "filter" | "flat" | "reverse" | "sort" => self.add_list(&method.object, bindings),
                _ => {}
            },
            callee @ Expression::Identifier(_) => self.add_list(callee, bindings),
            _ => {}
        }
    }

    fn add_element_or_list(&mut self, expression: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        match expression.get_inner_expression() {
            Expression::ArrayExpression(_) | Expression::CallExpression(_) => self.add_list(expression, bindings),
            _ => self.add_element(expression, bindings),
        }
    }

    /// One element of a list: a definition, unless only running the program would tell.
    fn add_element(&mut self, expression: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        if self.depth >= MOST_NESTED {
            return;
        }
        self.depth += 1;
        match expression.get_inner_expression() {
            Expression::ConditionalExpression(conditional) => {
                self.add_element(&conditional.consequent, bindings);
                self.add_element(&conditional.alternate, bindings);
            }
            Expression::LogicalExpression(logical) => {
                if logical.operator != LogicalOperator::And {
                    self.add_element(&logical.left, bindings);
                }
                self.add_element(&logical.right, bindings);
            }
            Expression::CallExpression(call) => self.add_made(call, bindings),
            _ => {
                let body = self.evaluator.evaluate(expression, bindings);
                if !body.is_unknown() || body.as_function().is_some() {
                    self.definitions.push(Definition::new(body, Notation::Program));
                }
            }
        }
        self.depth -= 1;
    }

    /// `connection("a")`: what a function of the file makes, whatever its arguments.
    fn add_made(&mut self, call: &'b CallExpression<'b>, bindings: &Bindings<'_, 'b>) {
        let Expression::Identifier(callee) = &call.callee else { return };
        self.followed += 1;
        if self.followed > MOST_FOLLOWED {
            return;
        }
        let (function, scope) = match bindings.lookup(callee.name.as_str()) {
            Some((Binding::Function(function), scope)) => (function, scope),
            Some((Binding::Constant(constant), scope)) => match FunctionNode::of(constant) {
                Some(function) => (function, scope),
                None => return,
            },
            _ => return,
        };
        let inner = Bindings::of_function(function, scope);
        for returned in function.returned() {
            self.add_element(returned, &inner);
        }
    }
}

/// How many calls are followed in one file: functions that call one another could be gone through without end.
const MOST_FOLLOWED: usize = 20_000;

/// The length of `make` in `makeResourceGroup`.
const MAKE: u32 = 4;

/// Finds the calls that make resources, wherever they stand in a function: `provider.makeType({ … })`,
/// `provider.Group.makeType({ … })`.
struct MakeCalls<'e, 's, 'b> {
    evaluator: &'e Evaluator<'s, 'b>,
    bindings: &'e Bindings<'e, 'b>,
    definitions: &'e mut Vec<Definition<'s>>,
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
        Definition { resource_type, group, body, notation: Notation::Call }
    }
}

fn makes_a_resource(method: &StaticMemberExpression<'_>) -> bool {
    let type_name = method.property.name.as_str().strip_prefix("make");
    let on_provider = match &method.object {
        Expression::StaticMemberExpression(group) => group.object.is_specific_id("provider"),
        object => object.is_specific_id("provider"),
    };
    on_provider && type_name.is_some_and(|name| name.starts_with(char::is_uppercase))
}
