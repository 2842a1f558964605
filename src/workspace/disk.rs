use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    time::SystemTime,
};

use ignore::WalkBuilder;

use super::{Extent, FileSystem, project_folder::enters};

/// The file system of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Disk;

impl FileSystem for Disk {
    fn is_file(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        // What is no file, such as a pipe, may never end.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is not a file"));
        }
        let mut content = Vec::new();
        File::open(path)?.take(most as u64 + 1).read_to_end(&mut content)?;
        Ok(content)
    }

    fn changed(&self, path: &Path) -> Option<SystemTime> {
        fs::metadata(path).ok()?.modified().ok()
    }

    fn walk(&self, folder: &Path, extent: Extent) -> Box<dyn Iterator<Item = PathBuf> + Send> {
        let walk = WalkBuilder::new(folder)
            .require_git(false)
            .sort_by_file_name(Ord::cmp)
            .filter_entry(move |entry| {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                entry.depth() == 0 || !is_folder || enters(entry.path(), extent, &Self)
            })
            .build();
        let files = walk.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
        Box::new(files.map(ignore::DirEntry::into_path))
    }
}
