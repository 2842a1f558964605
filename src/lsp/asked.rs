use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use gen_lsp_types::{Location, Position, Range, TextEdit, Uri};

use super::{
    document::lines_of, encoding::Encoding, project::Project, projects::Projects, put_together::PutTogether,
    session::Session, uri::uri_of,
};
use crate::ide::View;
use crate::linter::{FileReport, ReadFile, Source};
use crate::text::{Edit, LineIndex, Span};

/// An open file that a client asks about, and the files that it belongs to.
pub(super) struct Asked<'a> {
    pub(super) project: &'a PutTogether,
    pub(super) files: Vec<&'a ReadFile<'a>>,
    /// Its number among them.
    pub(super) file: usize,
    encoding: Encoding,
    /// The addresses by which the client knows the files that are open.
    addresses: Rc<[(PathBuf, Uri)]>,
}

impl Session {
    /// The file at an address; `None` for one that is not open, or is of no format that is read.
    pub(super) fn asked(&mut self, uri: &Uri) -> Option<Asked<'_>> {
        self.ask_about(uri, Projects::project_of)
    }

    /// The same with all files of its project, however long it takes to read them.
    pub(super) fn asked_wholly(&mut self, uri: &Uri) -> Option<Asked<'_>> {
        self.ask_about(uri, Projects::whole_project_of)
    }

    fn ask_about<'s>(
        &'s mut self,
        uri: &Uri,
        find: fn(&'s mut Projects, &Path) -> &'s mut Project,
    ) -> Option<Asked<'s>> {
        let path = self.projects.path_of(uri);
        self.projects.document(&path)?;
        let addresses = self.projects.addresses();
        let project = find(&mut self.projects, &path).together();
        Asked::new(project, &path, self.client.encoding, addresses)
    }
}

impl<'a> Asked<'a> {
    /// The file with that path; `None` for one that is none of the project's.
    pub(super) fn new(
        project: &'a PutTogether,
        path: &Path,
        encoding: Encoding,
        addresses: Rc<[(PathBuf, Uri)]>,
    ) -> Option<Self> {
        Some(Self { project, files: project.files(), file: project.position_of(path)?, encoding, addresses })
    }

    /// The project as an editor looks at it.
    pub(super) fn view(&self) -> View<'a, 'a> {
        self.project.view()
    }

    pub(super) fn lines(&self, file: usize) -> LineIndex<'a> {
        lines_of(self.files[file].text, self.files[file].source.reported)
    }

    /// The offset of a place in the file.
    pub(super) fn offset(&self, position: Position) -> u32 {
        self.encoding.offset(&self.lines(self.file), self.files[self.file].text, position)
    }

    /// The span of a range of the file.
    pub(super) fn span(&self, range: Range) -> Span {
        self.encoding.span(&self.lines(self.file), self.files[self.file].text, range)
    }

    pub(super) fn position(&self, lines: &LineIndex<'_>, offset: u32) -> Position {
        self.encoding.position(lines, offset)
    }

    pub(super) fn range(&self, lines: &LineIndex<'_>, span: Span) -> Range {
        self.encoding.range(lines, span)
    }

    pub(super) fn edit(&self, lines: &LineIndex<'_>, edit: &Edit) -> TextEdit {
        TextEdit { range: self.range(lines, edit.span), new_text: edit.text.clone() }
    }

    /// The address of a file.
    pub(super) fn uri(&self, file: usize) -> Uri {
        let path = self.files[file].source.path;
        let open = self.addresses.iter().find(|(open, _)| open == path);
        open.map_or_else(|| uri_of(path), |(_, uri)| uri.clone())
    }

    /// A place in a file.
    pub(super) fn location(&self, file: usize, span: Span) -> Location {
        Location { uri: self.uri(file), range: self.range(&self.lines(file), span) }
    }

    /// What is found in the file.
    pub(super) fn report(&self) -> FileReport<'_> {
        self.project.linter().check_file(self.project.whole(), self.files[self.file], self.file)
    }

    /// The file itself.
    pub(super) fn source(&self) -> &Source<'a> {
        &self.files[self.file].source
    }
}
