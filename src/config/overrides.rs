use std::path::{MAIN_SEPARATOR_STR, Path};

use fast_glob::{ErrorKind, glob_match, validate};
use thiserror::Error;

use super::RuleSeverities;

/// How grave the findings of rules are in some of the files.
#[derive(Debug, Clone)]
pub struct Override {
    /// The patterns of the files.
    pub files: Vec<String>,
    /// How grave findings are in them.
    pub rules: RuleSeverities,
    /// The same patterns, from the folder of the config on.
    globs: Vec<String>,
}

/// Why a text is no pattern of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct PatternError(&'static str);

impl Override {
    /// For the files that one of the patterns matches: `sandbox/**`; one without a slash is looked for in every folder,
    /// and one that is that of a folder stands for all in it. `?` and `[a-z]` stand for a letter of ASCII.
    ///
    /// # Errors
    /// If a pattern is none.
    pub fn new(files: Vec<String>, rules: RuleSeverities) -> Result<Self, PatternError> {
        let mut globs = Vec::with_capacity(2 * files.len());
        for pattern in &files {
            let pattern = pattern.trim_end_matches('/');
            let inside = pattern.trim_start_matches("./").trim_start_matches('/');
            let anywhere = if pattern.contains('/') { literally(inside) } else { format!("**/{inside}") };
            validate(&anywhere).map_err(|error| PatternError::of(error.kind))?;
            globs.push(format!("{anywhere}/**"));
            globs.push(anywhere);
        }
        Ok(Self { files, rules, globs })
    }

    /// Whether a file is meant, by its path from where the config stands.
    #[must_use]
    pub fn is_for(&self, path: &Path) -> bool {
        let path = path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/");
        self.globs.iter().any(|glob| glob_match(glob, &path))
    }
}

impl PatternError {
    fn of(kind: ErrorKind) -> Self {
        Self(match kind {
            ErrorKind::UnclosedBrace => "a `{` is not closed",
            ErrorKind::UnclosedBracket => "a `[` is not closed",
            ErrorKind::TrailingBackslash => "nothing stands behind the last `\\`",
            ErrorKind::BraceNestingTooDeep | ErrorKind::TooManyBraceGroups => "it has more than ten `{`",
            _ => "it means nothing",
        })
    }
}

/// The pattern without a meaning for an exclamation mark that it begins with: there are no patterns of what is not meant.
fn literally(pattern: &str) -> String {
    let mark = if pattern.starts_with('!') { "\\" } else { "" };
    [mark, pattern].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_for(pattern: &str, path: &str) -> bool {
        Override::new(vec![pattern.to_owned()], RuleSeverities::default()).unwrap().is_for(Path::new(path))
    }

    #[test]
    fn a_pattern_is_for_files_of_its_folders() {
        let table: &[(&str, &[&str], &[&str])] = &[
            ("*.js", &["a.js", "a/b.js", "a/b.js/c"], &["a.json", "ajs"]),
            ("./a/*.js", &["a/b.js"], &["b.js", "a/b/c.js", "x/a/b.js"]),
            ("/a/b", &["a/b", "a/b/c"], &["a/bc", "x/a/b"]),
            ("a/**/b.js", &["a/b.js", "a/x/b.js", "a/x/y/b.js"], &["a/xb.js", "b.js"]),
            ("a?.js", &["ab.js"], &["a.js", "abc.js", "a/.js"]),
            ("[a-c].js", &["a.js", "c.js"], &["d.js", "-.js"]),
            ("[!a-c].js", &["d.js"], &["a.js"]),
            ("{a,b/*}.js", &["a.js", "b/x.js"], &["b.js", "c.js"]),
            ("a\\*b", &["a*b"], &["axb"]),
            ("!a/b", &["!a/b"], &["a/b", "c"]),
            ("!a", &["!a", "x/!a"], &["a", "c"]),
            ("sandbox/", &["sandbox/a", "x/sandbox/a"], &["sandboxes/a"]),
        ];
        for (pattern, meant, others) in table {
            for path in *meant {
                assert!(is_for(pattern, path), "{pattern} is for {path}");
            }
            for path in *others {
                assert!(!is_for(pattern, path), "{pattern} is not for {path}");
            }
        }
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        let why =
            |pattern: &str| Override::new(vec![pattern.to_owned()], RuleSeverities::default()).unwrap_err().to_string();
        assert_eq!(why("a[b"), "a `[` is not closed");
        assert_eq!(why("{a,b"), "a `{` is not closed");
        assert_eq!(why("a\\"), "nothing stands behind the last `\\`");
        assert_eq!(why(&"{a}".repeat(11)), "it has more than ten `{`");
    }
}
