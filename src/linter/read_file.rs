use super::{Source, decode::decode, source::has_the_name_of_a_resource_file};
use crate::document::{Document, SyntaxError};
use crate::project::ProjectFile;
use crate::read::{Format, LARGEST_FILE, read};
use crate::text::Span;

/// A file, read.
pub(crate) struct ReadFile<'s> {
    pub(crate) source: Source<'s>,
    /// Its text; only the part before the first byte that is no text.
    pub(crate) text: &'s str,
    pub(crate) document: Document<'s>,
}

impl<'s> ReadFile<'s> {
    pub(crate) fn read(source: &Source<'s>) -> Self {
        let (text, document) = match (decode(source.content), Format::of(source.path)) {
            (Ok(text), Some(format)) => (text, read(text, format)),
            (Ok(text), None) => {
                let error = SyntaxError::new("lazuli does not read files of this kind", Span::new(0, 0))
                    .with_help(format!("It reads files that end in {}.", Format::ENDINGS));
                (text, Document { syntax_errors: vec![error], ..Document::default() })
            }
            (Err((text, error)), _) => {
                let declares_resources = says_create_resources(source.content);
                (text, Document { syntax_errors: vec![error], declares_resources, ..Document::default() })
            }
        };
        Self { source: *source, text, document }
    }

    /// Whether nobody asked for the file, and it declares no resources.
    pub(crate) fn is_passed_over(&self) -> bool {
        !self.source.named && !self.document.declares_resources && !self.is_resource_file_by_name()
    }

    /// Whether a file that may well declare resources also has the name of one that does.
    fn is_resource_file_by_name(&self) -> bool {
        let may = !self.document.syntax_errors.is_empty() || !self.document.definitions.is_empty();
        may && has_the_name_of_a_resource_file(self.source.path)
    }

    /// The file as a part of a project. One that is passed over declares nothing there either.
    pub(crate) fn in_project<'p>(&'p self) -> ProjectFile<'p, 's> {
        ProjectFile {
            path: self.source.path,
            text: self.text,
            document: &self.document,
            is_overlay: self.source.overlay || self.is_passed_over(),
            is_reported: self.source.reported,
        }
    }
}

/// Whether bytes that are no text have the name in them by which programs export resources.
fn says_create_resources(content: &[u8]) -> bool {
    const NAME: &[u8] = b"createResources";
    content.len() <= LARGEST_FILE && content.windows(NAME.len()).any(|bytes| bytes == NAME)
}
