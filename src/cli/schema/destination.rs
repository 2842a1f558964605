use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use serde_json::Value;
use tempfile::NamedTempFile;

use crate::cli::{Problem, mend::temporary_beside};

/// A file that appears only when it is whole: a JSON array, one document a line.
#[derive(Debug)]
pub(super) struct Destination {
    path: PathBuf,
    writer: BufWriter<NamedTempFile>,
    documents: usize,
    /// The first write that failed; what comes after it is in vain.
    error: Option<io::Error>,
}

impl Destination {
    /// Begins to write beside `path`.
    pub(super) fn create(path: &Path) -> Result<Self, Problem> {
        let unwritable = |error| Problem::Unwritable { path: path.to_owned(), error };
        if path.file_name().is_none() || path.is_dir() {
            return Err(unwritable(io::ErrorKind::IsADirectory.into()));
        }
        let file = temporary_beside(path).map_err(unwritable)?;
        let mut destination = Self { path: path.to_owned(), writer: BufWriter::new(file), documents: 0, error: None };
        destination.write(|writer| writer.write_all(b"["));
        Ok(destination)
    }

    /// Adds a document.
    pub(super) fn add(&mut self, document: &Value) {
        let separator: &[u8] = if self.documents == 0 { b"\n" } else { b",\n" };
        self.documents += 1;
        self.write(|writer| {
            writer.write_all(separator)?;
            serde_json::to_writer(writer, document).map_err(io::Error::from)
        });
    }

    /// Puts the file in its place.
    pub(super) fn finish(mut self) -> Result<(), Problem> {
        self.write(|writer| writer.write_all(b"\n]\n"));
        let result = match self.error {
            Some(error) => Err(error),
            None => self.writer.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| {
                file.persist(&self.path)?;
                Ok(())
            }),
        };
        result.map_err(|error| Problem::Unwritable { path: self.path, error })
    }

    fn write(&mut self, action: impl FnOnce(&mut BufWriter<NamedTempFile>) -> io::Result<()>) {
        if self.error.is_none() {
            self.error = action(&mut self.writer).err();
        }
    }
}
