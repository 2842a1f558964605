use std::cell::OnceCell;

use oxc_ast::{
    AstKind,
    ast::{BindingIdentifier, CallExpression, IdentifierReference, Program},
};
use oxc_semantic::{NodeId, Semantic, SemanticBuilder, SymbolFlags};
use oxc_span::GetSpan;

use super::{mutation::Changes, span_of};
use crate::text::Span;

/// Which declaration each name of the file refers to, by the rules of the language.
///
/// Working that out costs about half as much as parsing, and most files name nothing but what their
/// callbacks are given: it is done when first asked for.
pub(super) struct Names<'b> {
    program: &'b Program<'b>,
    semantic: OnceCell<Semantic<'b>>,
    changes: OnceCell<Changes>,
}

impl<'b> Names<'b> {
    pub(super) fn new(program: &'b Program<'b>) -> Self {
        Self { program, semantic: OnceCell::new(), changes: OnceCell::new() }
    }

    /// Whether `reference` stands for what `declaration` declares, and for nothing that a block or a
    /// parameter between the two declares, or that is assigned later. A `var` has no value before the place
    /// where it is declared.
    pub(super) fn refers_to(&self, reference: &IdentifierReference<'_>, declaration: &BindingIdentifier<'_>) -> bool {
        let scoping = self.semantic().scoping();
        let referred = reference.reference_id.get().and_then(|id| scoping.get_reference(id).symbol_id());
        referred.is_some_and(|symbol| {
            declaration.symbol_id.get() == Some(symbol)
                && !scoping.symbol_is_mutated(symbol)
                && scoping.symbol_redeclarations(symbol).is_empty()
                && (reference.span.start > declaration.span.start
                    || !scoping.symbol_flags(symbol).contains(SymbolFlags::FunctionScopedVariable))
        })
    }

    /// Whether the object or list that `declaration` stands for may be changed after it was made.
    pub(super) fn may_change(&self, declaration: &BindingIdentifier<'_>) -> bool {
        let changes = self.changes.get_or_init(|| Changes::of(self.program, self.semantic()));
        declaration.symbol_id.get().is_none_or(|symbol| changes.contain(symbol))
    }

    /// The calls that add to the list that `declaration` stands for: `list.push(a, b)`, in the order of the text.
    pub(super) fn pushes(&self, declaration: &BindingIdentifier<'_>) -> Vec<&'b CallExpression<'b>> {
        let Some(symbol) = declaration.symbol_id.get() else { return Vec::new() };
        let nodes = self.semantic().nodes();
        let call_on = |reference: NodeId| {
            let method = nodes.parent_id(reference);
            match (nodes.kind(method), nodes.parent_kind(method)) {
                (AstKind::StaticMemberExpression(member), AstKind::CallExpression(call))
                    if matches!(member.property.name.as_str(), "push" | "unshift")
                        && call.callee.span() == member.span =>
                {
                    Some(call)
                }
                _ => None,
            }
        };
        self.semantic().symbol_references(symbol).filter_map(|reference| call_on(reference.node_id())).collect()
    }

    /// Where, inside `place`, a name is first used that nothing in the file declares.
    pub(super) fn unresolved(&self, name: &str, place: Span) -> Option<Span> {
        let semantic = self.semantic();
        let scoping = semantic.scoping();
        // The hashes by which names could be looked up are not made.
        let mut unresolved = scoping.root_unresolved_references().iter();
        let (_, used) = unresolved.find(|(unresolved, _)| unresolved.as_str() == name)?;
        let spans = used.iter().map(|reference| {
            let node = scoping.get_reference(*reference).node_id();
            span_of(semantic.nodes().kind(node).span())
        });
        spans.filter(|span| place.contains(*span)).min()
    }

    fn semantic(&self) -> &Semantic<'b> {
        self.semantic.get_or_init(|| SemanticBuilder::new().with_build_nodes(true).build(self.program).semantic)
    }
}
