use super::View;
use crate::document::{Unknown, Value, ValueKind};
use crate::text::Span;

impl View<'_, '_> {
    /// What of a file can be folded: its definitions, and the objects and lists in them, in the order of the text.
    /// Which of them go over several lines the text tells.
    #[must_use]
    pub fn folds(&self, file: usize) -> Vec<Span> {
        let mut folds = Vec::new();
        for resource in self.resources_in(file) {
            collect(&resource.definition.body, &mut folds);
        }
        folds.sort_unstable();
        // A constant may stand in several definitions.
        folds.dedup();
        folds
    }
}

fn collect(value: &Value<'_>, folds: &mut Vec<Span>) {
    match &value.kind {
        ValueKind::Object(object) => {
            folds.push(value.span);
            object.members.iter().for_each(|member| collect(&member.value, folds));
        }
        ValueKind::Array(array) => {
            folds.push(value.span);
            array.items.iter().for_each(|item| collect(item, folds));
        }
        ValueKind::Unknown(Unknown::Function(function)) => collect(&function.returns, folds),
        ValueKind::Unknown(Unknown::Reference(argument)) => collect(argument, folds),
        _ => {}
    }
}
