use std::path::Path;

use globset::{Error, GlobBuilder, GlobSet, GlobSetBuilder};

use super::RuleSeverities;

/// How grave the findings of rules are in some of the files.
#[derive(Debug, Clone)]
pub struct Override {
    /// The patterns of the files.
    pub files: Vec<String>,
    /// How grave findings are in them.
    pub rules: RuleSeverities,
    matcher: GlobSet,
}

impl Override {
    /// For the files that one of the patterns matches: `sandbox/**`; one without a slash is looked for in every folder,
    /// and one that is that of a folder stands for all in it.
    ///
    /// # Errors
    /// If a pattern is none.
    pub fn new(files: Vec<String>, rules: RuleSeverities) -> Result<Self, Error> {
        let mut matcher = GlobSetBuilder::new();
        for pattern in &files {
            let pattern = pattern.trim_end_matches('/');
            let inside = pattern.trim_start_matches("./").trim_start_matches('/');
            let anywhere = if pattern.contains('/') { inside.to_owned() } else { format!("**/{inside}") };
            for pattern in [anywhere.clone(), format!("{anywhere}/**")] {
                matcher.add(GlobBuilder::new(&pattern).literal_separator(true).build()?);
            }
        }
        Ok(Self { files, rules, matcher: matcher.build()? })
    }

    /// Whether a file is meant, by its path from where the config stands.
    #[must_use]
    pub fn is_for(&self, path: &Path) -> bool {
        self.matcher.is_match(path)
    }
}
