/// A name that needs no escaping in a reference.
pub(super) fn plain(name: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || matches!(character, '.' | '_' | '-');
    name.chars().map(|character| if is_plain(character) { character } else { '_' }).collect()
}
