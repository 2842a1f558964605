use std::collections::HashMap;

use oxc_ast::ast::{
    BindingIdentifier, BindingPattern, Declaration as DeclarationAst, Expression, Function, Program, Statement,
    VariableDeclaration,
};

use super::function::FunctionNode;

/// The names that a function, or the file, declares, and those around it.
///
/// They are found by their spelling, and only at the top of each block of code that is evaluated: cheap,
/// but a block or a parameter in between may give the same name to something else. Whether a name really
/// refers to what is found here, [`Names`](super::names::Names) tells.
pub(super) struct Bindings<'p, 'b> {
    parent: Option<&'p Bindings<'p, 'b>>,
    declarations: HashMap<&'b str, Declaration<'b>>,
}

/// What a name stands for.
#[derive(Clone, Copy)]
pub(super) enum Declaration<'b> {
    /// `const name = expression`
    Constant(&'b BindingIdentifier<'b>, &'b Expression<'b>),
    /// `function name() { … }`
    Function(&'b BindingIdentifier<'b>, FunctionNode<'b>),
}

impl<'b> Declaration<'b> {
    /// The name, where it is declared.
    pub(super) fn id(self) -> &'b BindingIdentifier<'b> {
        match self {
            Self::Constant(id, _) | Self::Function(id, _) => id,
        }
    }

    /// The function that the name stands for.
    pub(super) fn function(self) -> Option<FunctionNode<'b>> {
        match self {
            Self::Constant(_, value) => FunctionNode::of(value),
            Self::Function(_, function) => Some(function),
        }
    }
}

impl<'p, 'b> Bindings<'p, 'b> {
    /// The names that the file declares.
    pub(super) fn of_program(program: &'b Program<'b>) -> Self {
        let mut bindings = Self { parent: None, declarations: HashMap::new() };
        bindings.declare_all(&program.body);
        bindings
    }

    /// The names that a function declares, inside those it can see.
    pub(super) fn of_function(function: FunctionNode<'b>, parent: &'p Bindings<'p, 'b>) -> Self {
        let mut bindings = Self { parent: Some(parent), declarations: HashMap::new() };
        bindings.declare_all(function.statements());
        bindings
    }

    /// What `name` stands for here, if nothing in between takes the name, and the names that its own
    /// expression sees.
    pub(super) fn lookup<'x>(&'x self, name: &str) -> Option<(Declaration<'b>, &'x Bindings<'p, 'b>)> {
        let mut scope = self;
        loop {
            if let Some(declaration) = scope.declarations.get(name) {
                return Some((*declaration, scope));
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
                    DeclarationAst::VariableDeclaration(variables) => self.declare_variables(variables),
                    DeclarationAst::FunctionDeclaration(function) => self.declare_function(function),
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn declare_function(&mut self, function: &'b Function<'b>) {
        if let Some(id) = &function.id {
            let declaration = Declaration::Function(id, FunctionNode::Function(function));
            self.declarations.insert(id.name.as_str(), declaration);
        }
    }

    fn declare_variables(&mut self, variables: &'b VariableDeclaration<'b>) {
        for declarator in &variables.declarations {
            if let (BindingPattern::BindingIdentifier(id), Some(value)) = (&declarator.id, &declarator.init) {
                self.declarations.insert(id.name.as_str(), Declaration::Constant(id, value));
            }
        }
    }
}
