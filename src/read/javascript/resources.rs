use std::collections::HashSet;

use oxc_ast::ast::{
    Argument, ArrayExpression, ArrayExpressionElement, CallExpression, Expression, IdentifierReference,
    ObjectExpression, ObjectPropertyKind,
};
use oxc_ast_visit::Visit;
use oxc_span::GetSpan;

use super::{
    array,
    bindings::{Bindings, Declaration},
    branches::{branches, has_a_condition},
    evaluate::Evaluator,
    exports::Export,
    function::FunctionNode,
    make_calls::{MakeCalls, makes_a_resource},
    span_of,
};
use crate::document::{Definition, Notation, Value};
use crate::read::MOST_NESTED;
use crate::text::Span;

/// How many calls are followed in one file: functions that call one another could be gone through without end.
const MOST_FOLLOWED: usize = 20_000;

/// The resources that a file declares.
pub(super) struct Resources<'s> {
    /// Those that the text tells, in its order.
    pub(super) definitions: Vec<Definition<'s>>,
    /// The places of others, which only running the program would tell, in the order of the text.
    pub(super) not_read: Vec<Span>,
}

/// The resources among what a file exports.
pub(super) fn resources<'s, 'b>(
    evaluator: &Evaluator<'s, 'b>,
    bindings: &Bindings<'_, 'b>,
    exports: &[Export<'b>],
) -> Resources<'s> {
    let mut collector = Collector {
        evaluator,
        definitions: Vec::new(),
        not_read: Vec::new(),
        seen_constants: HashSet::new(),
        seen_functions: HashSet::new(),
        followed: 0,
        depth: 0,
        in_lists: false,
        may_be_dropped: false,
        is_conditional: false,
    };
    for export in exports {
        match export {
            Export::Function(function) => collector.add_function(*function, bindings),
            Export::Expression(expression) => collector.add_list(expression, bindings),
            Export::Elsewhere(span) => collector.not_read.push(span_of(*span)),
        }
    }
    let Collector { mut definitions, mut not_read, .. } = collector;
    definitions.sort_by_key(|definition| definition.body.span);
    not_read.sort_unstable();
    not_read.dedup();
    Resources { definitions, not_read }
}

struct Collector<'e, 's, 'b> {
    evaluator: &'e Evaluator<'s, 'b>,
    definitions: Vec<Definition<'s>>,
    not_read: Vec<Span>,
    /// Where the constants start that were gone through already: what two places name is declared once.
    seen_constants: HashSet<u32>,
    /// Where the parameters of the functions start that were.
    seen_functions: HashSet<u32>,
    /// Calls that were followed.
    followed: usize,
    depth: usize,
    /// Whether elements may be lists themselves, as below `flat`.
    in_lists: bool,
    /// Whether elements may be left out again, as below `filter`.
    may_be_dropped: bool,
    /// Whether elements may be left out, or come several times, as below a condition.
    is_conditional: bool,
}

impl<'s, 'b> Collector<'_, 's, 'b> {
    fn not_read(&mut self, place: &impl GetSpan) {
        self.not_read.push(span_of(place.span()));
    }

    /// What a function returns, and what it makes by calls on its `provider`.
    fn add_function(&mut self, function: FunctionNode<'b>, bindings: &Bindings<'_, 'b>) {
        if !self.seen_functions.insert(function.parameters().span.start) {
            return;
        }
        if function.is_generator() {
            return self.not_read(function.parameters());
        }
        let inner = Bindings::of_function(function, bindings);
        let returned = function.returned();
        self.where_conditional(returned.len() > 1, |collector| {
            for returned in &returned {
                collector.add_list(returned, &inner);
            }
        });
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
        self.where_conditional(has_a_condition(expression), |collector| {
            for branch in branches(expression) {
                collector.add_branch(branch, bindings);
            }
        });
        self.depth -= 1;
    }

    /// The elements of a list that is put together in one way.
    fn add_branch(&mut self, branch: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        match branch {
            Expression::ArrayExpression(array) => self.add_array(array, bindings),
            Expression::ObjectExpression(object) => self.add_resources_of(object, bindings),
            Expression::CallExpression(call) => self.add_call(call, bindings),
            Expression::Identifier(identifier) => self.add_named_list(identifier, bindings),
            branch => match FunctionNode::of(branch) {
                Some(function) => self.add_function(function, bindings),
                None if branch.is_literal() => {}
                None => self.not_read(branch),
            },
        }
    }

    /// Adds elements of which only running the program would tell how often they come, if that is so.
    fn where_conditional(&mut self, is_conditional: bool, add: impl FnOnce(&mut Self)) {
        let before = self.is_conditional;
        self.is_conditional |= is_conditional;
        add(self);
        self.is_conditional = before;
    }

    /// The elements of a list, to which something applies besides.
    fn add_list_where(
        &mut self,
        condition: fn(&mut Self) -> &mut bool,
        expression: &'b Expression<'b>,
        bindings: &Bindings<'_, 'b>,
    ) {
        let before = std::mem::replace(condition(self), true);
        self.add_list(expression, bindings);
        *condition(self) = before;
    }

    fn add_array(&mut self, array: &'b ArrayExpression<'b>, bindings: &Bindings<'_, 'b>) {
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

    /// `{ resources: [ … ] }`; what else a function returns beside its calls on `provider` is for others.
    fn add_resources_of(&mut self, object: &'b ObjectExpression<'b>, bindings: &Bindings<'_, 'b>) {
        for property in &object.properties {
            if let ObjectPropertyKind::ObjectProperty(property) = property
                && property.key.is_specific_static_name("resources")
            {
                self.add_list(&property.value, bindings);
            }
        }
    }

    fn add_named_list(&mut self, identifier: &IdentifierReference<'b>, bindings: &Bindings<'_, 'b>) {
        match self.evaluator.declaration(identifier, bindings) {
            Some((Declaration::Constant(id, constant), _))
                if is_list(constant) && self.evaluator.names.may_change(id) =>
            {
                self.not_read(identifier);
            }
            Some((Declaration::Constant(id, constant), scope)) => {
                if self.seen_constants.insert(constant.span().start) {
                    self.add_list(constant, scope);
                    for call in self.evaluator.names.pushes(id) {
                        self.add_arguments(&call.arguments, bindings);
                    }
                }
            }
            Some((Declaration::Function(_, function), scope)) => self.add_function(function, scope),
            None if identifier.name == "undefined" => {}
            None => self.not_read(identifier),
        }
    }

    fn add_arguments(&mut self, arguments: &'b [Argument<'b>], bindings: &Bindings<'_, 'b>) {
        for argument in arguments {
            match argument {
                Argument::SpreadElement(spread) => self.add_list(&spread.argument, bindings),
                argument => {
                    if let Some(argument) = argument.as_expression() {
                        self.add_element(argument, bindings);
                    }
                }
            }
        }
    }

    /// `a.concat(b)`, `names.map((name) => ({ … }))`, `list.filter(…)`, `makeThem()`
    fn add_call(&mut self, call: &'b CallExpression<'b>, bindings: &Bindings<'_, 'b>) {
        if let Some(parts) = array::concatenated(call) {
            for part in parts {
                self.add_element_or_list(part, bindings);
            }
            return;
        }
        let argument = call.arguments.first().and_then(Argument::as_expression);
        match (&call.callee, argument) {
            (Expression::StaticMemberExpression(method), argument) => match (method.property.name.as_str(), argument) {
                ("map" | "flatMap", Some(callback)) => self.add_each(call, callback, bindings),
                ("reverse" | "sort", _) => self.add_list(&method.object, bindings),
                ("filter", _) => {
                    self.add_list_where(|collector| &mut collector.may_be_dropped, &method.object, bindings);
                }
                ("flat", _) => self.add_list_where(|collector| &mut collector.in_lists, &method.object, bindings),
                ("resolve" | "freeze", Some(list)) => self.add_list(list, bindings),
                ("values", Some(Expression::ObjectExpression(object))) => self.add_values(object, bindings),
                _ if makes_a_resource(method) => {}
                _ => self.not_read(call),
            },
            (callee @ Expression::Identifier(_), _) => self.add_list(callee, bindings),
            (callee, _) => match FunctionNode::of(callee) {
                Some(function) => self.add_function(function, bindings),
                None => self.not_read(call),
            },
        }
    }

    /// What a callback makes of each element.
    fn add_each(&mut self, call: &'b CallExpression<'b>, callback: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        match self.function(callback, bindings) {
            Some((function, scope)) => {
                let inner = Bindings::of_function(function, scope);
                self.where_conditional(true, |collector| {
                    for returned in function.returned() {
                        collector.add_element_or_list(returned, &inner);
                    }
                });
            }
            None => self.not_read(call),
        }
    }

    /// `Object.values({ a: { … } })`
    fn add_values(&mut self, object: &'b ObjectExpression<'b>, bindings: &Bindings<'_, 'b>) {
        for property in &object.properties {
            match property {
                ObjectPropertyKind::ObjectProperty(property) => self.add_element(&property.value, bindings),
                ObjectPropertyKind::SpreadProperty(spread) => self.not_read(&**spread),
            }
        }
    }

    fn add_element_or_list(&mut self, expression: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        self.where_conditional(has_a_condition(expression), |collector| {
            for branch in branches(expression) {
                match branch {
                    Expression::ObjectExpression(_) => collector.add_element(branch, bindings),
                    Expression::CallExpression(call) if matches!(call.callee, Expression::Identifier(_)) => {
                        collector.add_element(branch, bindings);
                    }
                    _ => collector.add_list(branch, bindings),
                }
            }
        });
    }

    /// One element of a list: a definition, unless only running the program would tell.
    fn add_element(&mut self, expression: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        if self.depth >= MOST_NESTED {
            return;
        }
        self.depth += 1;
        self.where_conditional(has_a_condition(expression), |collector| {
            for branch in branches(expression) {
                match branch {
                    Expression::ArrayExpression(_) if collector.in_lists => collector.add_list(branch, bindings),
                    Expression::CallExpression(call) => collector.add_made(call, bindings),
                    Expression::Identifier(identifier) => collector.add_named_element(branch, identifier, bindings),
                    _ => collector.add_definition(branch, bindings),
                }
            }
        });
        self.depth -= 1;
    }

    fn add_named_element(
        &mut self,
        element: &'b Expression<'b>,
        identifier: &IdentifierReference<'b>,
        bindings: &Bindings<'_, 'b>,
    ) {
        match self.evaluator.declaration(identifier, bindings) {
            Some((Declaration::Constant(_, Expression::CallExpression(call)), scope)) => self.add_made(call, scope),
            Some((Declaration::Constant(_, list), _)) if self.in_lists && is_list(list) => {
                self.add_list(element, bindings);
            }
            _ => self.add_definition(element, bindings),
        }
    }

    fn add_definition(&mut self, expression: &'b Expression<'b>, bindings: &Bindings<'_, 'b>) {
        let body = self.evaluator.evaluate(expression, bindings);
        if self.may_be_dropped && !looks_like_a_definition(&body) {
            return;
        }
        if !body.is_unknown() || body.as_function().is_some() {
            let is_conditional = self.is_conditional || self.may_be_dropped;
            self.definitions.push(Definition { is_conditional, ..Definition::new(body, Notation::Program) });
        } else {
            self.not_read(expression);
        }
    }

    /// `connection("a")`: what a function of the file makes, whatever its arguments.
    fn add_made(&mut self, call: &'b CallExpression<'b>, bindings: &Bindings<'_, 'b>) {
        match &call.callee {
            Expression::StaticMemberExpression(method) if makes_a_resource(method) => return,
            Expression::StaticMemberExpression(method) if method.property.name == "freeze" => {
                return self.add_arguments(&call.arguments, bindings);
            }
            _ => {}
        }
        self.followed += 1;
        match self.function(&call.callee, bindings) {
            Some((function, scope)) if self.followed <= MOST_FOLLOWED => {
                let inner = Bindings::of_function(function, scope);
                self.where_conditional(true, |collector| {
                    for returned in function.returned() {
                        collector.add_element(returned, &inner);
                    }
                });
            }
            _ => self.not_read(call),
        }
    }

    /// The function of this file that an expression is or names, and the names that it sees.
    fn function<'y, 'p>(
        &self,
        expression: &'b Expression<'b>,
        bindings: &'y Bindings<'p, 'b>,
    ) -> Option<(FunctionNode<'b>, &'y Bindings<'p, 'b>)> {
        if let Expression::Identifier(identifier) = expression.get_inner_expression() {
            let (declaration, scope) = self.evaluator.declaration(identifier, bindings)?;
            return Some((declaration.function()?, scope));
        }
        Some((FunctionNode::of(expression)?, bindings))
    }
}

fn is_list(expression: &Expression<'_>) -> bool {
    matches!(expression.get_inner_expression(), Expression::ArrayExpression(_))
}

/// Whether a filter surely leaves the value in: what it lets through is a definition.
fn looks_like_a_definition(body: &Value<'_>) -> bool {
    body.as_object().is_some_and(|object| object.get("type").is_some() && object.get("group").is_some())
}
