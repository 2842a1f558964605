use std::{io, path::Path, path::PathBuf, time::SystemTime};

/// What lazuli asks of a file system: that of the machine, or one that an editor keeps. Paths are whole.
pub(crate) trait FileSystem {
    /// Whether there is a file.
    fn is_file(&self, path: &Path) -> bool;

    /// Whether there is anything.
    fn exists(&self, path: &Path) -> bool;

    /// What is in a file, as far as the byte behind the first `most`: so a longer one is told from one of that length.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;

    /// Whether all files are there: an editor tells of its files one after the other.
    fn is_complete(&self) -> bool {
        true
    }

    /// When a file was last changed; `None` where nobody knows.
    fn changed(&self, path: &Path) -> Option<SystemTime>;

    /// The files in a folder and in the folders below it that `extent` leaves, sorted, but for what `.gitignore` and its
    /// like leave out.
    fn walk(&self, folder: &Path, extent: Extent) -> Box<dyn Iterator<Item = PathBuf> + Send>;
}

/// Which of the folders in a folder are gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Those that are part of the project whose folder it is.
    Project,
    /// All but those that programs write.
    All,
}
