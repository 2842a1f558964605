use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use crate::workspace::{Extent, FileSystem, enters};

/// Files that an editor tells of, where there is no disk to look at: in a browser.
#[derive(Debug, Clone, Default)]
pub(super) struct EditorFiles {
    kept: Arc<Mutex<Kept>>,
}

#[derive(Debug, Default)]
struct Kept {
    files: BTreeMap<PathBuf, Arc<[u8]>>,
    /// Every folder that a file is in.
    folders: BTreeSet<PathBuf>,
    /// Whether the editor is about to tell of more files.
    has_more: bool,
}

impl EditorFiles {
    /// Keeps a file; one of that name is replaced.
    pub(super) fn put(&self, path: PathBuf, content: Vec<u8>) {
        let mut kept = self.kept();
        kept.folders.extend(path.ancestors().skip(1).map(Path::to_owned));
        kept.files.insert(path, content.into());
    }

    /// Notes whether the editor is about to tell of more files; whether that is news.
    pub(super) fn expect_more(&self, has_more: bool) -> bool {
        std::mem::replace(&mut self.kept().has_more, has_more) != has_more
    }

    /// Forgets a file.
    pub(super) fn remove(&self, path: &Path) {
        self.kept().files.remove(path);
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FileSystem for EditorFiles {
    fn is_file(&self, path: &Path) -> bool {
        self.kept().files.contains_key(path)
    }

    fn exists(&self, path: &Path) -> bool {
        let kept = self.kept();
        kept.files.contains_key(path) || kept.folders.contains(path)
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let content = self.kept().files.get(path).cloned().ok_or(io::ErrorKind::NotFound)?;
        Ok(content[..content.len().min(most + 1)].to_vec())
    }

    fn is_complete(&self) -> bool {
        !self.kept().has_more
    }

    fn changed(&self, _: &Path) -> Option<SystemTime> {
        None
    }

    fn walk(&self, folder: &Path, extent: Extent) -> Box<dyn Iterator<Item = PathBuf> + Send> {
        let is_inside = |path: &&PathBuf| {
            let folders = path.ancestors().skip(1).take_while(|above| *above != folder);
            path.starts_with(folder) && { folders }.all(|above| enters(above, extent, self))
        };
        let paths: Vec<PathBuf> = self.kept().files.keys().cloned().collect();
        Box::new(paths.iter().filter(is_inside).cloned().collect::<Vec<_>>().into_iter())
    }
}
