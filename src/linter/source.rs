use std::path::Path;

/// A file to be checked: its name, and the bytes in it. Nothing else is read.
#[derive(Debug, Clone, Copy)]
pub struct Source<'s> {
    /// The name, whose ending tells the format. The file need not exist.
    pub path: &'s Path,
    /// The bytes: UTF-8, with or without a byte-order mark.
    pub content: &'s [u8],
    /// Whether somebody asked for this very file. One that was only met in a folder is passed over in
    /// silence unless it means to declare resources.
    pub named: bool,
    /// Whether to say what is wrong with it. A file of which that is not asked is only there to be referred to.
    pub reported: bool,
    /// Whether what it declares lies over the project instead of being part of it, as tests do: it is not referred
    /// to, and its own references are not followed.
    pub overlay: bool,
}

impl<'s> Source<'s> {
    /// A file that somebody asked for.
    #[must_use]
    pub fn new<P: AsRef<Path> + ?Sized, C: AsRef<[u8]> + ?Sized>(path: &'s P, content: &'s C) -> Self {
        Self { path: path.as_ref(), content: content.as_ref(), named: true, reported: true, overlay: false }
    }

    /// The same file, met in a folder.
    #[must_use]
    pub fn met_in_a_folder(self) -> Self {
        Self { named: false, ..self }
    }

    /// The same file, only there to be referred to.
    #[must_use]
    pub fn only_referred_to(self) -> Self {
        Self { named: false, reported: false, ..self }
    }

    /// The same file, lying over the project.
    #[must_use]
    pub fn lying_over(self) -> Self {
        Self { overlay: true, ..self }
    }
}

/// `resources.js`, `resources-network.json`, …: the names that GruCloud gives its files.
#[must_use]
pub fn has_the_name_of_a_resource_file(path: &Path) -> bool {
    path.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| stem.starts_with("resources"))
}
