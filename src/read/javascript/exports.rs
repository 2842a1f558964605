use oxc_ast::ast::{
    AssignmentTarget, BindingPattern, Declaration, ExportDefaultDeclarationKind, Expression, ObjectPropertyKind,
    Program, Statement,
};

use super::{
    bindings::{Binding, Bindings},
    function::FunctionNode,
};

/// The function that declares the resources, by GruCloud's convention.
const CREATE_RESOURCES: &str = "createResources";

/// What the file exports as its resources.
#[derive(Clone, Copy)]
pub(super) enum Export<'b> {
    /// A function that returns them.
    Function(FunctionNode<'b>),
    /// An expression: a function under another name, or the resources themselves.
    Expression(&'b Expression<'b>),
}

/// All that the file exports as its resources, in the order of the text.
pub(super) fn resource_exports<'b>(program: &'b Program<'b>, bindings: &Bindings<'_, 'b>) -> Vec<Export<'b>> {
    let mut exports = Vec::new();
    for statement in &program.body {
        match statement {
            Statement::ExpressionStatement(statement) => {
                if let Expression::AssignmentExpression(assignment) = &statement.expression {
                    from_assignment(&assignment.left, &assignment.right, &mut exports);
                }
            }
            Statement::ExportDeclaration(export) => from_declaration(&export.declaration, &mut exports),
            Statement::ExportNamedDeclaration(export) => {
                for specifier in &export.specifiers {
                    if specifier.exported.name() == CREATE_RESOURCES {
                        exports.extend(by_name(specifier.local.name().as_str(), bindings));
                    }
                }
            }
            Statement::ExportDefaultDeclaration(export) => match &export.declaration {
                ExportDefaultDeclarationKind::FunctionDeclaration(function) => {
                    exports.push(Export::Function(FunctionNode::Function(function)));
                }
                declaration => {
                    if let Some(expression) = declaration.as_expression() {
                        from_module(expression, &mut exports);
                    }
                }
            },
            _ => {}
        }
    }
    exports
}

/// `export const createResources = …`, `export function createResources() { … }`
fn from_declaration<'b>(declaration: &'b Declaration<'b>, exports: &mut Vec<Export<'b>>) {
    match declaration {
        Declaration::VariableDeclaration(variables) => {
            for declarator in &variables.declarations {
                if let (BindingPattern::BindingIdentifier(id), Some(value)) = (&declarator.id, &declarator.init)
                    && id.name == CREATE_RESOURCES
                {
                    exports.push(Export::Expression(value));
                }
            }
        }
        Declaration::FunctionDeclaration(function)
            if function.id.as_ref().is_some_and(|id| id.name == CREATE_RESOURCES) =>
        {
            exports.push(Export::Function(FunctionNode::Function(function)));
        }
        _ => {}
    }
}

/// `exports.createResources = …`, `module.exports.createResources = …`, `module.exports = …`
fn from_assignment<'b>(target: &'b AssignmentTarget<'b>, value: &'b Expression<'b>, exports: &mut Vec<Export<'b>>) {
    // `exports.createResources = module.exports.other = …`
    let value = match value {
        Expression::AssignmentExpression(inner) => {
            from_assignment(&inner.left, &inner.right, exports);
            &inner.right
        }
        value => value,
    };
    let AssignmentTarget::StaticMemberExpression(member) = target else { return };
    let object_is_exports = member.object.is_specific_id("exports")
        || matches!(&member.object, Expression::StaticMemberExpression(object)
            if object.property.name == "exports" && object.object.is_specific_id("module"));
    if object_is_exports && member.property.name == CREATE_RESOURCES {
        exports.push(Export::Expression(value));
    } else if member.property.name == "exports" && member.object.is_specific_id("module") {
        from_module(value, exports);
    }
}

/// A whole module: an object with `createResources`, or the function or list itself.
fn from_module<'b>(value: &'b Expression<'b>, exports: &mut Vec<Export<'b>>) {
    match value.get_inner_expression() {
        Expression::ObjectExpression(object) => {
            for property in &object.properties {
                if let ObjectPropertyKind::ObjectProperty(property) = property
                    && property.key.is_specific_static_name(CREATE_RESOURCES)
                {
                    exports.push(Export::Expression(&property.value));
                }
            }
        }
        _ => exports.push(Export::Expression(value)),
    }
}

fn by_name<'b>(name: &str, bindings: &Bindings<'_, 'b>) -> Option<Export<'b>> {
    match bindings.lookup(name)?.0 {
        Binding::Constant(expression) => Some(Export::Expression(expression)),
        Binding::Function(function) => Some(Export::Function(function)),
        Binding::Opaque => None,
    }
}
