use std::collections::HashMap;

use oxc_ast::ast::{
    BindingPattern, Declaration, Expression, Function, Program, Statement, VariableDeclaration, VariableDeclarationKind,
};

use super::function::FunctionNode;

/// The names that a function, or the file, declares, and those around it.
pub(super) struct Bindings<'p, 'b> {
    parent: Option<&'p Bindings<'p, 'b>>,
    names: HashMap<&'b str, Binding<'b>>,
}

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) enum Binding<'b> {
    /// `const name = expression`
    Constant(&'b Expression<'b>),
    /// `function name() { … }`
    Function(FunctionNode<'b>),
    /// A parameter, a variable that may change, a part of something: its value is not known.
    Opaque,
}

impl<'p, 'b> Bindings<'p, 'b> {
    /// The names that the file declares.
    pub(super) fn of_program(program: &'b Program<'b>) -> Self {
        let mut bindings = Self { parent: None, names: HashMap::new() };
        bindings.declare_all(&program.body);
        bindings
    }

    /// The names that a function takes and declares, inside those it can see.
    pub(super) fn of_function(function: FunctionNode<'b>, parent: &'p Bindings<'p, 'b>) -> Self {
        let mut bindings = Self { parent: Some(parent), names: HashMap::new() };
        for parameter in &function.parameters().items {
            bindings.declare_opaque(&parameter.pattern);
        }
        bindings.declare_all(function.statements());
        bindings
    }

    /// What `name` stands for here, and the names that its own expression sees.
    pub(super) fn lookup<'x>(&'x self, name: &str) -> Option<(Binding<'b>, &'x Bindings<'p, 'b>)> {
        let mut scope = self;
        loop {
            if let Some(binding) = scope.names.get(name) {
                return Some((*binding, scope));
            }
            scope = scope.parent?;
        }
    }

    fn declare_all(&mut self, statements: &'b [Statement<'b>]) {
        for statement in statements {
            match statement {
                Statement::VariableDeclaration(variables) => self.declare_variables(variables),
                Statement::FunctionDeclaration(function) => self.declare_function(function),
                Statement::ExportDeclaration(export) => match &export.declaration {
                    Declaration::VariableDeclaration(variables) => self.declare_variables(variables),
                    Declaration::FunctionDeclaration(function) => self.declare_function(function),
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn declare_function(&mut self, function: &'b Function<'b>) {
        if let Some(id) = &function.id {
            self.names.insert(id.name.as_str(), Binding::Function(FunctionNode::Function(function)));
        }
    }

    fn declare_variables(&mut self, variables: &'b VariableDeclaration<'b>) {
        for declarator in &variables.declarations {
            match (&declarator.id, &declarator.init) {
                (BindingPattern::BindingIdentifier(id), Some(value))
                    if variables.kind == VariableDeclarationKind::Const =>
                {
                    self.names.insert(id.name.as_str(), Binding::Constant(value));
                }
                (pattern, _) => self.declare_opaque(pattern),
            }
        }
    }

    fn declare_opaque(&mut self, pattern: &'b BindingPattern<'b>) {
        for id in pattern.get_binding_identifiers() {
            self.names.insert(id.name.as_str(), Binding::Opaque);
        }
    }
}
