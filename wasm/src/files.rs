use lazuli::Source;
use serde::Deserialize;
use tsify::Tsify;

use crate::problem::Problem;

/// A file: its name, whose ending tells the format, and its text.
#[derive(Debug, Deserialize, Tsify)]
pub struct SourceFile {
    /// The name. The file need not exist.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// The files that were given, as the library takes them; with `only`, the others are only there to be referred to.
pub(crate) fn sources<'f>(files: &'f [SourceFile], only: Option<&[String]>) -> Vec<Source<'f>> {
    let source = |file: &'f SourceFile| {
        let source = Source::new(&file.path, &file.text);
        if only.is_none_or(|only| only.contains(&file.path)) { source } else { source.only_referred_to() }
    };
    files.iter().map(source).collect()
}

/// The position of the file of that name.
pub(crate) fn position_of(files: &[SourceFile], path: &str) -> Result<usize, Problem> {
    files.iter().position(|file| file.path == path).ok_or_else(|| Problem::no_such_file(path))
}
