//! Paths for the addresses of files, and back.

use std::path::{Path, PathBuf};

use gen_lsp_types::{LanguageKind, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::read::Format;

/// What addresses begin with of files that are in the editor only.
const UNSAVED: &str = "untitled:";

/// What is escaped in the path of an address: all but letters, digits and these marks.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

/// The path of a file on the disk; of anything else the address itself, which is as good as a path: it has folders, and
/// a name with an ending. One file has one path, however its address is written.
pub(super) fn path_of(uri: &Uri) -> PathBuf {
    let Some((host, path)) = host_and_path(&uri.0) else { return PathBuf::from(&uri.0) };
    let path = percent_decode_str(path).decode_utf8_lossy();
    if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
        return PathBuf::from(format!("//{host}{path}"));
    }
    match path.as_bytes() {
        // `/c:/folder` is a path of Windows.
        [b'/', drive, b':', ..] => PathBuf::from(format!("{}{}", char::from(drive.to_ascii_lowercase()), &path[2..])),
        _ => PathBuf::from(&*path),
    }
}

/// The host that a file is on, which may be empty, and its path there; `None` of what is no file on a disk.
fn host_and_path(uri: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = uri.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") || !rest.starts_with('/') {
        return None;
    }
    Some(match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    })
}

/// The path of a file that was never saved and whose name has no ending yet: with the one that its language has. `None`
/// for any other file.
pub(super) fn path_of_unsaved(uri: &Uri, language: &LanguageKind) -> Option<PathBuf> {
    let ending = match language {
        LanguageKind::JavaScript => "js",
        LanguageKind::TypeScript => "ts",
        LanguageKind::JSON => "json",
        LanguageKind::Custom(language) if language == "jsonc" => "jsonc",
        _ => return None,
    };
    let is_unsaved = uri.0.starts_with(UNSAVED) && Format::of(&uri.0).is_none();
    is_unsaved.then(|| PathBuf::from(format!("{}.{ending}", uri.0)))
}

/// The address of a path that [`path_of`] gave, or of one beside it.
pub(super) fn uri_of(path: &Path) -> Uri {
    let path = path.to_string_lossy().replace('\\', "/");
    // A letter alone before the colon is that of a drive.
    let has_a_scheme = path.find(':').is_some_and(|colon| colon > 1 && !path[..colon].contains('/'));
    if has_a_scheme {
        return Uri(path);
    }
    let root = match path.as_bytes() {
        // `//host/folder`
        [b'/', b'/', ..] => "file:",
        [b'/', ..] => "file://",
        _ => "file:///",
    };
    Uri(format!("{root}{}", utf8_percent_encode(&path, ESCAPED)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths_and_paths_addresses() {
        let table = [
            ("file:///a/b%20c/%C3%A9.js", "/a/b c/é.js"),
            ("file:///c%3A/Users/x.js", "c:/Users/x.js"),
            ("file:///C:/Users/x.js", "c:/Users/x.js"),
            ("file:/a/b.js", "/a/b.js"),
            ("FILE://localhost/a/%62.js", "/a/b.js"),
            ("file://wsl.localhost/Ubuntu/a%20b.js", "//wsl.localhost/Ubuntu/a b.js"),
            ("vscode-vfs://github/owner/repository/resources.js", "vscode-vfs://github/owner/repository/resources.js"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
        ];
        for (uri, path) in table {
            assert_eq!(path_of(&Uri(uri.to_owned())), Path::new(path), "{uri}");
            assert_eq!(path_of(&uri_of(Path::new(path))), Path::new(path), "{path}");
        }
        assert_eq!(uri_of(Path::new("/a/b c/é#.js")).0, "file:///a/b%20c/%C3%A9%23.js");
        let beside = path_of(&Uri("vscode-vfs://github/o/r/a.js".to_owned())).with_file_name("b.js");
        assert_eq!(uri_of(&beside).0, "vscode-vfs://github/o/r/b.js");
        assert_eq!(uri_of(Path::new("//server/share/a b.js")).0, "file://server/share/a%20b.js");
    }
}
