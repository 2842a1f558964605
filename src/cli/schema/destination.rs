use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process,
};

use serde_json::Value;

use crate::cli::Problem;

/// A file that appears only when it is whole: a JSON array, one document a line.
#[derive(Debug)]
pub(super) struct Destination {
    path: PathBuf,
    temporary: PathBuf,
    writer: Option<BufWriter<File>>,
    documents: usize,
    /// The first write that failed; what comes after it is in vain.
    error: Option<io::Error>,
}

impl Destination {
    /// Begins to write beside `path`.
    pub(super) fn create(path: &Path) -> Result<Self, Problem> {
        let unwritable = |error| Problem::Unwritable { path: path.to_owned(), error };
        let name = path.file_name().ok_or_else(|| unwritable(io::ErrorKind::IsADirectory.into()))?;
        if path.is_dir() {
            return Err(unwritable(io::ErrorKind::IsADirectory.into()));
        }
        let mut temporary_name = std::ffi::OsString::from(".");
        temporary_name.push(name);
        temporary_name.push(format!(".{}", process::id()));
        let temporary = path.with_file_name(temporary_name);
        // A file that is there is another's, or a link to one.
        let file = OpenOptions::new().write(true).create_new(true).open(&temporary).map_err(unwritable)?;
        let mut destination =
            Self { path: path.to_owned(), temporary, writer: Some(BufWriter::new(file)), documents: 0, error: None };
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
        self.write(|writer| writer.write_all(b"\n]\n").and_then(|()| writer.flush()));
        // Windows renames no file that is open.
        self.writer = None;
        let result = match self.error.take() {
            Some(error) => Err(error),
            None => fs::rename(&self.temporary, &self.path),
        };
        result.map_err(|error| Problem::Unwritable { path: self.path.clone(), error })
    }

    fn write(&mut self, action: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) {
        if self.error.is_none()
            && let Some(writer) = &mut self.writer
        {
            self.error = action(writer).err();
        }
    }
}

impl Drop for Destination {
    fn drop(&mut self) {
        self.writer = None;
        // After a rename there is nothing left to remove.
        let _ = fs::remove_file(&self.temporary);
    }
}
