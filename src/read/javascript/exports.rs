use oxc_ast::ast::{
    Argument, AssignmentTarget, BindingPattern, CallExpression, Declaration as DeclarationAst,
    ExportDefaultDeclarationKind, ExportNamedDeclaration, Expression, MemberExpression, ObjectPropertyKind, Program,
    Statement,
};
use oxc_span::{GetSpan, Span};

use super::{
    bindings::{Bindings, Declaration},
    function::FunctionNode,
};

/// The function that declares the resources, by GruCloud's convention.
pub(super) const CREATE_RESOURCES: &str = "createResources";

/// What a file exports as its resources, or might.
pub(super) struct Exports<'b> {
    /// All of it, in the order of the text.
    pub(super) all: Vec<Export<'b>>,
    /// Whether the file exports something by the name of `createResources`.
    pub(super) by_name: bool,
}

/// One thing that a file exports as its resources.
#[derive(Clone, Copy)]
pub(super) enum Export<'b> {
    /// A function that returns them.
    Function(FunctionNode<'b>),
    /// An expression: a function under another name, or the resources themselves.
    Expression(&'b Expression<'b>),
    /// What another file declares.
    Elsewhere(Span),
}

/// All that the file exports as its resources.
pub(super) fn resource_exports<'b>(program: &'b Program<'b>, bindings: &Bindings<'_, 'b>) -> Exports<'b> {
    let mut finder = Finder { bindings, exports: Exports { all: Vec::new(), by_name: false } };
    for statement in &program.body {
        finder.statement(statement);
    }
    finder.exports
}

struct Finder<'f, 'p, 'b> {
    bindings: &'f Bindings<'p, 'b>,
    exports: Exports<'b>,
}

impl<'b> Finder<'_, '_, 'b> {
    fn add(&mut self, export: Export<'b>) {
        self.exports.by_name = true;
        self.exports.all.push(export);
    }

    /// What a name of the file's own stands for; nothing in between can take the name.
    fn named(&self, name: &str) -> Option<Export<'b>> {
        Some(match self.bindings.lookup(name)?.0 {
            Declaration::Constant(_, expression) => Export::Expression(expression),
            Declaration::Function(_, function) => Export::Function(function),
        })
    }

    fn add_expression(&mut self, expression: &'b Expression<'b>) {
        let named = match expression.get_inner_expression() {
            Expression::Identifier(identifier) => self.named(identifier.name.as_str()),
            _ => None,
        };
        self.add(named.unwrap_or(Export::Expression(expression)));
    }

    fn statement(&mut self, statement: &'b Statement<'b>) {
        match statement {
            Statement::ExpressionStatement(statement) => match &statement.expression {
                Expression::AssignmentExpression(assignment) => self.assignment(&assignment.left, &assignment.right),
                Expression::CallExpression(call) => self.assign_call(call),
                _ => {}
            },
            Statement::ExportDeclaration(export) => self.declaration(&export.declaration),
            Statement::ExportNamedDeclaration(export) => self.specifiers(export),
            Statement::ExportFromDeclaration(export) => {
                let named = export.specifiers.iter().find(|specifier| specifier.exported.name() == CREATE_RESOURCES);
                if let Some(specifier) = named {
                    self.add(Export::Elsewhere(specifier.span));
                }
            }
            Statement::ExportDefaultDeclaration(export) => match &export.declaration {
                ExportDefaultDeclarationKind::FunctionDeclaration(function) => {
                    self.exports.all.push(Export::Function(FunctionNode::Function(function)));
                }
                declaration => {
                    if let Some(expression) = declaration.as_expression() {
                        self.module(expression);
                    }
                }
            },
            Statement::TSExportAssignment(export) => self.module(&export.expression),
            _ => {}
        }
    }

    /// `export const createResources = …`, `export function createResources() { … }`
    fn declaration(&mut self, declaration: &'b DeclarationAst<'b>) {
        match declaration {
            DeclarationAst::VariableDeclaration(variables) => {
                for declarator in &variables.declarations {
                    if let (BindingPattern::BindingIdentifier(id), Some(value)) = (&declarator.id, &declarator.init)
                        && id.name == CREATE_RESOURCES
                    {
                        self.add(Export::Expression(value));
                    }
                }
            }
            DeclarationAst::FunctionDeclaration(function)
                if function.id.as_ref().is_some_and(|id| id.name == CREATE_RESOURCES) =>
            {
                self.add(Export::Function(FunctionNode::Function(function)));
            }
            _ => {}
        }
    }

    /// `export { make as createResources }`
    fn specifiers(&mut self, export: &'b ExportNamedDeclaration<'b>) {
        for specifier in &export.specifiers {
            if specifier.exported.name() == CREATE_RESOURCES {
                let named = self.named(specifier.local.name().as_str());
                self.add(named.unwrap_or(Export::Elsewhere(specifier.span)));
            }
        }
    }

    /// `exports.createResources = …`, `module.exports.createResources = …`, `module.exports = …`
    fn assignment(&mut self, target: &'b AssignmentTarget<'b>, value: &'b Expression<'b>) {
        // `exports.createResources = module.exports.other = …`
        let value = match value {
            Expression::AssignmentExpression(inner) => {
                self.assignment(&inner.left, &inner.right);
                &inner.right
            }
            value => value,
        };
        let Some(member) = target.as_member_expression() else { return };
        if is_exports(member.object()) && member.static_property_name().is_some_and(|name| name == CREATE_RESOURCES) {
            // The last assignment counts.
            self.exports.all.clear();
            self.add_expression(value);
        } else if is_module_exports(member) {
            self.exports.all.clear();
            self.module(value);
        }
    }

    /// `Object.assign(exports, { createResources })`
    fn assign_call(&mut self, call: &'b CallExpression<'b>) {
        if !call.callee.is_specific_member_access("Object", "assign") {
            return;
        }
        let mut arguments = call.arguments.iter().filter_map(Argument::as_expression);
        if arguments.next().is_some_and(is_exports) {
            arguments.for_each(|argument| self.module(argument));
        }
    }

    /// A whole module: an object with `createResources`, or the function or list itself.
    fn module(&mut self, value: &'b Expression<'b>) {
        match value.get_inner_expression() {
            Expression::ObjectExpression(object) => {
                for property in &object.properties {
                    if let ObjectPropertyKind::ObjectProperty(property) = property
                        && property.key.is_specific_static_name(CREATE_RESOURCES)
                    {
                        self.add_expression(&property.value);
                    }
                }
            }
            Expression::Identifier(identifier) => match self.bindings.lookup(identifier.name.as_str()) {
                // A name stands for nothing that was declared with the name itself.
                Some((Declaration::Constant(id, constant), _)) if id.span.end < value.span().start => {
                    self.module(constant);
                }
                Some((Declaration::Function(_, function), _)) => self.exports.all.push(Export::Function(function)),
                _ => {}
            },
            _ => self.exports.all.push(Export::Expression(value)),
        }
    }
}

/// `exports`, `module.exports`
fn is_exports(object: &Expression<'_>) -> bool {
    object.is_specific_id("exports") || object.as_member_expression().is_some_and(is_module_exports)
}

fn is_module_exports(member: &MemberExpression<'_>) -> bool {
    member.is_specific_member_access("module", "exports")
}
