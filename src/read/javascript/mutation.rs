use std::collections::HashSet;

use oxc_ast::{
    AstKind,
    ast::{
        Argument, AssignmentExpression, AssignmentTarget, CallExpression, Expression, IdentifierReference,
        NewExpression, Program, StaticMemberExpression, TaggedTemplateExpression, UnaryExpression, UnaryOperator,
        UpdateExpression,
    },
};
use oxc_ast_visit::{Visit, walk};
use oxc_semantic::{NodeId, Semantic, SymbolFlags, SymbolId};
use oxc_span::{GetSpan, Span};

use super::{function::FunctionNode, make_calls::makes_a_resource};

/// Methods that leave the object they are called on, and the ones they are called with, as they are.
const LEAVES_AS_IS: [&str; 15] = [
    "all",
    "concat",
    "entries",
    "flat",
    "freeze",
    "fromEntries",
    "includes",
    "indexOf",
    "join",
    "keys",
    "log",
    "resolve",
    "slice",
    "stringify",
    "values",
];

/// Methods that hand each element of a list to a function.
const ITERATES: [&str; 9] = ["every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "reduce", "some"];

/// Which objects and lists of a file may be changed after they were made.
///
/// The places are found that change something: assignments to members, `delete`, methods that change,
/// calls of functions that are not in the file. Each changes at most what the names in it lead to: what
/// they are declared with, and what is named there in turn. A place that starts from a parameter may
/// change anything. That a list of the file grows by `push` is no change here: what it then holds besides is
/// found by those who ask for the list.
#[derive(Debug)]
pub(super) enum Changes {
    /// There is a change that cannot be traced.
    Anything,
    /// The names whose values may change.
    Of(HashSet<SymbolId>),
}

impl Changes {
    /// The changes that the file makes.
    pub(super) fn of<'b>(program: &Program<'b>, semantic: &Semantic<'b>) -> Self {
        let mut finder = Finder { semantic, places: Vec::new(), pushes: Vec::new(), traceable: true };
        finder.visit_program(program);
        if !finder.traceable {
            return Self::Anything;
        }
        Tracer::new(semantic).trace(finder.places, &finder.pushes).map_or(Self::Anything, Self::Of)
    }

    /// Whether what `symbol` stands for may be changed.
    pub(super) fn contain(&self, symbol: SymbolId) -> bool {
        match self {
            Self::Anything => true,
            Self::Of(changed) => changed.contains(&symbol),
        }
    }
}

/// Finds the places that may change an object or a list.
struct Finder<'f, 'b> {
    semantic: &'f Semantic<'b>,
    places: Vec<Span>,
    /// What is added to a list: a change of the list changes that too.
    pushes: Vec<(SymbolId, Span)>,
    /// Whether the names in `places` lead to all that is changed.
    traceable: bool,
}

impl<'b> Finder<'_, 'b> {
    fn symbol(&self, identifier: &IdentifierReference<'b>) -> Option<SymbolId> {
        self.semantic.scoping().get_reference(identifier.reference_id.get()?).symbol_id()
    }

    /// Notes that the object at the start of a chain of members may be changed.
    fn note_changed(&mut self, chain: &Expression<'b>) {
        match root(chain) {
            Expression::Identifier(identifier) if self.symbol(identifier).is_none() => {
                self.traceable &= identifier.name == "process";
            }
            Expression::ThisExpression(_) | Expression::Super(_) => self.traceable = false,
            _ => self.places.push(chain.span()),
        }
    }

    fn note_arguments(&mut self, arguments: &[Argument<'b>]) {
        self.places.extend(arguments.iter().map(GetSpan::span));
    }

    /// Whether an expression is a function whose text is in this file: what it changes is seen there.
    fn is_in_the_file(&self, expression: &Expression<'b>) -> bool {
        let Expression::Identifier(identifier) = expression.get_inner_expression() else {
            return FunctionNode::of(expression).is_some();
        };
        self.symbol(identifier).is_some_and(|symbol| match self.semantic.symbol_declaration(symbol).kind() {
            AstKind::Function(_) => true,
            AstKind::VariableDeclarator(declarator) => {
                declarator.init.as_ref().is_some_and(|value| FunctionNode::of(value).is_some())
            }
            _ => false,
        })
    }

    /// The name of a list that is written out where it is declared, and so is nobody else's.
    fn list_of_the_file(&self, expression: &Expression<'b>) -> Option<SymbolId> {
        let Expression::Identifier(identifier) = expression else { return None };
        let symbol = self.symbol(identifier)?;
        match self.semantic.symbol_declaration(symbol).kind() {
            AstKind::VariableDeclarator(declarator) => {
                matches!(declarator.init, Some(Expression::ArrayExpression(_))).then_some(symbol)
            }
            _ => None,
        }
    }

    fn method_call(&mut self, method: &StaticMemberExpression<'b>, arguments: &[Argument<'b>]) {
        let name = method.property.name.as_str();
        if matches!(name, "push" | "unshift")
            && let Some(list) = self.list_of_the_file(&method.object)
        {
            self.pushes.extend(arguments.iter().map(|argument| (list, argument.span())));
            return;
        }
        if LEAVES_AS_IS.contains(&name) || makes_a_resource(method) {
            return;
        }
        if ITERATES.contains(&name) {
            let function = arguments.first().and_then(Argument::as_expression);
            if !function.is_some_and(|function| self.is_in_the_file(function)) {
                self.places.push(method.object.span());
            }
        } else if name == "assign" && method.object.is_specific_id("Object") {
            self.note_arguments(&arguments[..arguments.len().min(1)]);
        } else {
            if !matches!(root(&method.object), Expression::Identifier(object) if self.symbol(object).is_none()) {
                self.note_changed(&method.object);
            }
            self.note_arguments(arguments);
        }
    }
}

impl<'b> Visit<'b> for Finder<'_, 'b> {
    fn visit_assignment_expression(&mut self, assignment: &AssignmentExpression<'b>) {
        if is_export(&assignment.left) {
            self.visit_expression(&assignment.right);
        } else {
            self.places.push(assignment.right.span());
            walk::walk_assignment_expression(self, assignment);
        }
    }

    fn visit_assignment_target(&mut self, target: &AssignmentTarget<'b>) {
        match target {
            AssignmentTarget::StaticMemberExpression(member) => self.note_changed(&member.object),
            AssignmentTarget::ComputedMemberExpression(member) => self.note_changed(&member.object),
            target => self.places.push(target.span()),
        }
        walk::walk_assignment_target(self, target);
    }

    fn visit_update_expression(&mut self, update: &UpdateExpression<'b>) {
        self.places.push(update.argument.span());
        walk::walk_update_expression(self, update);
    }

    fn visit_unary_expression(&mut self, unary: &UnaryExpression<'b>) {
        if unary.operator == UnaryOperator::Delete {
            self.note_changed(&unary.argument);
        }
        walk::walk_unary_expression(self, unary);
    }

    fn visit_call_expression(&mut self, call: &CallExpression<'b>) {
        match call.callee.get_inner_expression() {
            Expression::StaticMemberExpression(method) => self.method_call(method, &call.arguments),
            Expression::ComputedMemberExpression(_) => self.places.push(call.span),
            Expression::Identifier(function) if matches!(function.name.as_str(), "getId" | "require") => {}
            callee if self.is_in_the_file(callee) => {}
            _ => self.note_arguments(&call.arguments),
        }
        walk::walk_call_expression(self, call);
    }

    fn visit_new_expression(&mut self, new: &NewExpression<'b>) {
        self.note_arguments(&new.arguments);
        walk::walk_new_expression(self, new);
    }

    fn visit_tagged_template_expression(&mut self, tagged: &TaggedTemplateExpression<'b>) {
        self.places.push(tagged.span);
        walk::walk_tagged_template_expression(self, tagged);
    }
}

/// What a chain of members starts from: `a` in `a.b!.c[d]`.
fn root<'e, 'b>(chain: &'e Expression<'b>) -> &'e Expression<'b> {
    let mut chain = chain.get_inner_expression();
    loop {
        chain = match chain {
            Expression::StaticMemberExpression(member) => member.object.get_inner_expression(),
            Expression::ComputedMemberExpression(member) => member.object.get_inner_expression(),
            chain => return chain,
        };
    }
}

/// `exports.name`, `module.exports`, `module.exports.name`
fn is_export(target: &AssignmentTarget<'_>) -> bool {
    let AssignmentTarget::StaticMemberExpression(member) = target else { return false };
    let is_module_exports = |object: &Expression<'_>, name: &str| name == "exports" && object.is_specific_id("module");
    match &member.object {
        Expression::StaticMemberExpression(inner) => is_module_exports(&inner.object, inner.property.name.as_str()),
        object => object.is_specific_id("exports") || is_module_exports(object, member.property.name.as_str()),
    }
}

/// Follows the names in a text to what they are declared with.
struct Tracer<'t, 'b> {
    semantic: &'t Semantic<'b>,
    /// Where each name stands that a declaration of the file explains, in the order of the text.
    references: Vec<(u32, SymbolId)>,
}

impl<'t, 'b> Tracer<'t, 'b> {
    fn new(semantic: &'t Semantic<'b>) -> Self {
        let mut references: Vec<(u32, SymbolId)> = semantic
            .scoping()
            .symbol_ids()
            .flat_map(|symbol| {
                let references = semantic.symbol_references(symbol);
                references.map(move |reference| (semantic.reference_span(reference).start, symbol))
            })
            .collect();
        references.sort_unstable();
        Self { semantic, references }
    }

    /// All that the names in `places` lead to; `None` where one leads to what only a call would tell.
    fn trace(&self, mut places: Vec<Span>, pushes: &[(SymbolId, Span)]) -> Option<HashSet<SymbolId>> {
        let mut found = HashSet::new();
        while let Some(place) = places.pop() {
            let from = self.references.partition_point(|(start, _)| *start < place.start);
            let named = self.references[from..].iter().take_while(|(start, _)| *start < place.end);
            for (_, symbol) in named {
                let declared_inside = place.contains_inclusive(self.semantic.scoping().symbol_span(*symbol));
                if !declared_inside && found.insert(*symbol) {
                    places.push(self.declared_with(*symbol)?);
                    let pushed = pushes.iter().filter(|(list, _)| list == symbol);
                    places.extend(pushed.map(|(_, argument)| *argument));
                }
            }
        }
        Some(found)
    }

    /// The text that says what a name is declared with; an empty one where nothing of this file can be
    /// behind it.
    fn declared_with(&self, symbol: SymbolId) -> Option<Span> {
        const IMPORTED_OR_NO_VALUE: SymbolFlags = SymbolFlags::Import
            .union(SymbolFlags::TypeImport)
            .union(SymbolFlags::TypeAlias)
            .union(SymbolFlags::Interface)
            .union(SymbolFlags::TypeParameter)
            .union(SymbolFlags::Enum)
            .union(SymbolFlags::CatchVariable);
        let scoping = self.semantic.scoping();
        if scoping.symbol_flags(symbol).intersects(IMPORTED_OR_NO_VALUE) {
            return Some(Span::empty(0));
        }
        let node = scoping.symbol_declaration(symbol);
        match self.semantic.nodes().kind(node) {
            AstKind::VariableDeclarator(declarator) => Some(self.iterated(node).unwrap_or(declarator.span)),
            AstKind::Function(function) => Some(function.span),
            AstKind::Class(class) => Some(class.span),
            _ => None,
        }
    }

    /// What a loop goes through, where its head is what declares a name.
    fn iterated(&self, declarator: NodeId) -> Option<Span> {
        let nodes = self.semantic.nodes();
        match nodes.parent_kind(nodes.parent_id(declarator)) {
            AstKind::ForOfStatement(statement) => Some(statement.right.span()),
            AstKind::ForInStatement(statement) => Some(statement.right.span()),
            _ => None,
        }
    }
}
