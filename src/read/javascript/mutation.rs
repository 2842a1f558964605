use std::collections::HashSet;

use oxc_ast::ast::{
    Argument, AssignmentExpression, AssignmentTarget, CallExpression, Expression, Program, SimpleAssignmentTarget,
    UnaryExpression, UnaryOperator, UpdateExpression,
};
use oxc_ast_visit::{Visit, walk};

/// Methods that leave the object they are called on, and the ones they are called with, as they are.
const LEAVES_AS_IS: [&str; 22] = [
    "concat",
    "entries",
    "every",
    "filter",
    "find",
    "flat",
    "flatMap",
    "forEach",
    "freeze",
    "includes",
    "indexOf",
    "join",
    "keys",
    "length",
    "map",
    "reduce",
    "slice",
    "some",
    "stringify",
    "toString",
    "values",
    "log",
];

/// The names of constants whose objects or arrays the file may change after it has made them: by
/// assigning to a member, by a method that changes, or by handing them to a function that might.
pub(super) fn changed_names<'b>(program: &'b Program<'b>) -> HashSet<&'b str> {
    let mut finder = Finder { changed: HashSet::new() };
    finder.visit_program(program);
    finder.changed
}

struct Finder<'b> {
    changed: HashSet<&'b str>,
}

impl<'b> Finder<'b> {
    fn note(&mut self, expression: &Expression<'b>) {
        if let Some(name) = root_name(expression) {
            self.changed.insert(name);
        }
    }
}

impl<'b> Visit<'b> for Finder<'b> {
    fn visit_assignment_expression(&mut self, assignment: &AssignmentExpression<'b>) {
        match &assignment.left {
            AssignmentTarget::StaticMemberExpression(member) => self.note(&member.object),
            AssignmentTarget::ComputedMemberExpression(member) => self.note(&member.object),
            _ => {}
        }
        walk::walk_assignment_expression(self, assignment);
    }

    fn visit_update_expression(&mut self, update: &UpdateExpression<'b>) {
        match &update.argument {
            SimpleAssignmentTarget::StaticMemberExpression(member) => self.note(&member.object),
            SimpleAssignmentTarget::ComputedMemberExpression(member) => self.note(&member.object),
            _ => {}
        }
        walk::walk_update_expression(self, update);
    }

    fn visit_unary_expression(&mut self, unary: &UnaryExpression<'b>) {
        if unary.operator == UnaryOperator::Delete {
            self.note(&unary.argument);
        }
        walk::walk_unary_expression(self, unary);
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'b>) {
        let leaves_as_is = match &call.callee {
            Expression::StaticMemberExpression(method) => {
                let leaves_as_is = LEAVES_AS_IS.contains(&method.property.name.as_str());
                if !leaves_as_is {
                    self.note(&method.object);
                }
                leaves_as_is
            }
            Expression::Identifier(function) => function.name == "getId",
            _ => false,
        };
        if !leaves_as_is {
            for argument in &call.arguments {
                match argument {
                    Argument::SpreadElement(_) => {}
                    argument => {
                        if let Some(expression) = argument.as_expression() {
                            self.note(expression);
                        }
                    }
                }
            }
        }
        walk::walk_call_expression(self, call);
    }
}

/// The name at the start of `name.a[b].c`.
fn root_name<'b>(expression: &Expression<'b>) -> Option<&'b str> {
    let mut expression = expression;
    loop {
        expression = match expression {
            Expression::Identifier(identifier) => return Some(identifier.name.as_str()),
            Expression::StaticMemberExpression(member) => &member.object,
            Expression::ComputedMemberExpression(member) => &member.object,
            Expression::ParenthesizedExpression(inner) => &inner.expression,
            _ => return None,
        };
    }
}
