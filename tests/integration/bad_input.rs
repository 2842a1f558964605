//! Whatever the bytes: a diagnostic or one line, no panic, and the other files are checked all the same.

use std::fmt::Write;
use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use lazuli::report::json;
use lazuli::{Linter, Source};
use proptest::prelude::*;

use crate::workplace::{GOOD, Outcome, Workplace, bad, outcome_of};

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(to_bytes).collect()
}

#[test]
fn a_file_that_is_odd_gets_a_diagnostic_and_the_next_one_is_checked() {
    let brackets = "[".repeat(200_000);
    let table: Vec<(&str, Vec<u8>)> = vec![
        ("empty.js", Vec::new()),
        ("empty.json", Vec::new()),
        ("unclosed.js", b"exports.createResources = () => [{ type: \"A\"".to_vec()),
        ("unclosed.json", b"[{ \"type\": \"A\"".to_vec()),
        ("binary.js", b"\x7fELF\x02\x01\x01\0\0\xff\xfe".to_vec()),
        ("zeros.json", vec![0; 64]),
        ("latin1.js", [b"const caf".as_slice(), &[0xe9], b" = 1;\n"].concat()),
        ("mark.js", ["\u{feff}", &bad()].concat().into_bytes()),
        ("windows.js", bad().replace('\n', "\r\n").into_bytes()),
        ("utf16le.js", utf16(GOOD, u16::to_le_bytes)),
        ("utf16be.json", utf16("[]", u16::to_be_bytes)),
        ("brackets.js", format!("x = {brackets}").into_bytes()),
        ("brackets.json", brackets.into_bytes()),
        ("controls.js", bad().replace("Aproved", "A\u{1b}[31m\u{202e}\u{9b}").into_bytes()),
    ];
    let mut written = String::new();
    for (name, content) in table {
        let place = Workplace::new();
        place.write(name, content);
        place.write("next.js", bad());
        let outcome = place.run(["check", "--info", name, "next.js"]);
        assert!(outcome.stdout.contains("next.js:7:66"), "{name}: {outcome}");
        let alone = place.run(["check", "--info", name]);
        assert!(!alone.stdout.contains(|character: char| character.is_control() && character != '\n'), "{name}");
        writeln!(written, "--- {name}\n{alone}").unwrap();
    }
    insta::assert_snapshot!(written);
}

/// Checks the bad file `next.js` together with `arguments`: those are a problem, it is checked all the same.
fn beside_a_problem(place: &Workplace, arguments: &[&std::ffi::OsStr]) -> Outcome {
    place.write("next.js", bad());
    let outcome = place.run([&["check".as_ref()], arguments, &["next.js".as_ref()]].concat());
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stdout.contains("next.js:7:66"), "{outcome}");
    assert_eq!(outcome.stderr.lines().count(), 1, "{}", outcome.stderr);
    outcome
}

#[test]
fn what_cannot_be_checked_is_said_in_one_line() {
    let place = Workplace::new();
    let large = place.path().join("large.js");
    File::create(large).unwrap().set_len(100 * 1024 * 1024).unwrap();
    place.write("notes.txt", "");
    for (name, expected) in [
        ("absent.js", "lazuli: cannot read absent.js: no such file or folder\n"),
        ("large.js", "lazuli: cannot read large.js: it is larger than 16 MiB\n"),
        (
            "notes.txt",
            "lazuli: cannot check notes.txt: lazuli reads files that end in `.js`, `.mjs`, `.cjs`, `.ts`, `.mts`, `.cts`, `.json` or `.jsonc`\n",
        ),
    ] {
        assert_eq!(beside_a_problem(&place, &[name.as_ref()]).stderr, expected);
    }
}

#[test]
fn a_large_file_in_a_folder_counts_only_if_it_has_the_name_of_a_resource_file() {
    let place = Workplace::new();
    place.write("next.js", bad());
    let large = |name: &str| File::create(place.path().join(name)).unwrap().set_len(100 * 1024 * 1024).unwrap();
    large("data.json");
    assert_eq!(place.run(["check"]).code, Some(1));
    large("resources.json");
    let outcome = place.run(["check"]);
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (Some(2), "lazuli: cannot read resources.json: it is larger than 16 MiB\n")
    );
    assert!(outcome.stdout.contains("next.js:7:66"));
}

#[test]
fn a_path_need_not_be_text() {
    let place = Workplace::new();
    let name = std::ffi::OsStr::from_bytes(b"resources-\xff\x1b.js");
    place.write(name, bad());
    let pretty = place.run(["check"]);
    assert_eq!(pretty.code, Some(1));
    assert!(pretty.stdout.contains("[resources-\u{fffd}\\u{1b}.js:7:66]"), "{pretty}");
    let json = place.run([std::ffi::OsStr::new("check"), "--format".as_ref(), "json".as_ref(), name]);
    assert!(json.stdout.contains("\"path\":\"resources-\u{fffd}\\u001b.js\""), "{json}");
    let absent = place.run([std::ffi::OsStr::new("check"), std::ffi::OsStr::from_bytes(b"\xff\x1b.js")]);
    assert_eq!(absent.stderr, "lazuli: cannot read \u{fffd}\\u{1b}.js: no such file or folder\n");
}

/// Who may read everything cannot be refused: the program is then run as somebody else.
#[test]
fn a_folder_without_rights_is_said_and_the_rest_is_checked() {
    let place = Workplace::new();
    place.write("next.js", bad());
    place.write("locked/resources.js", GOOD);
    let locked = place.path().join("locked");
    fs::set_permissions(&locked, Permissions::from_mode(0o000)).unwrap();
    let outcome = if fs::read_dir(&locked).is_ok() {
        let program = place.path().join("lazuli");
        fs::copy(env!("CARGO_BIN_EXE_lazuli"), &program).unwrap();
        fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        outcome_of(Command::new("setpriv").args(nobody).arg(program).arg("check").current_dir(place.path()))
    } else {
        place.run(["check"])
    };
    fs::set_permissions(&locked, Permissions::from_mode(0o755)).unwrap();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(2), "lazuli: cannot read locked: permission denied\n"));
    assert!(outcome.stdout.contains("next.js:7:66"), "{outcome}");
}

#[test]
fn a_reader_that_goes_away_ends_the_output_quietly() {
    let place = Workplace::new();
    for number in 0..500 {
        place.write(format!("resources-{number}.js"), bad());
    }
    for arguments in [&["check"][..], &["check", "--format", "json"], &["rules"]] {
        let mut child = place.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        assert!(output.status.code().is_some(), "it ends by itself: {:?}", output.status);
    }
}

#[test]
fn an_output_that_takes_nothing_is_a_problem() {
    let place = Workplace::new();
    place.write("bad.js", bad());
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = place.command(["check"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("lazuli: cannot write the output: "));
}

#[test]
fn the_library_says_of_any_bytes_what_is_wrong_with_them() {
    let linter = Linter::default();
    let large = vec![b' '; lazuli::read::LARGEST_FILE + 1];
    let table: [(&str, &[u8], &str); 4] = [
        ("a.js", &large, "the file is larger than 16 MiB"),
        ("a.txt", b"", "lazuli does not read files of this kind"),
        ("a", b"", "lazuli does not read files of this kind"),
        ("a.json", b"\xff", "the byte 0xff is not UTF-8"),
    ];
    for (name, content, message) in table {
        let found = linter.check(&Source::new(name, content)).diagnostics;
        let found: Vec<(&str, &str)> = found.iter().map(|found| (found.rule.0, found.message.as_str())).collect();
        assert_eq!(found, [("definition/syntax", message)], "{name}");
    }
}

/// Functions that call one another twice each: to go through them all would take longer than there is time.
#[test]
fn a_file_that_unfolds_without_end_is_read_as_far_as_it_goes() {
    let mut text = String::from("exports.createResources = () => [f0(), { type: \"A\", group: \"B\", name: c0 }];\n");
    for number in 0..80 {
        let next = number + 1;
        writeln!(text, "const f{number} = () => on ? f{next}() : f{next}();").unwrap();
        writeln!(text, "const c{number} = [c{next}, c{next}];").unwrap();
    }
    let found = Linter::default().check(&Source::new("resources.js", &text)).diagnostics;
    let checked = found.iter().filter(|found| found.rule.0 != "definition/not-read");
    assert_eq!(checked.map(|found| found.rule.0).collect::<Vec<_>>(), ["schema/no-schema"]);
}

/// Pieces of files like those that people write, in any order.
fn plausible() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "exports.createResources = () => [",
        "{ type: \"PrivateEndpointConnection\", group: \"DocumentDB\", ",
        "name: \"a\", ",
        "properties: () => ({ properties: {",
        "privateLinkServiceConnectionState: {",
        "status: \"approved\", ",
        "status: 5,",
        "actionsRequired: \"\",",
        "description: null, ",
        "...config.x, ",
        "}",
        "})",
        "]",
        "{",
        "[",
        ",",
        "id: `a${b}`, ",
        "sttaus: [1],",
        "\"properties\": {",
        "[{ \"type\": \"PrivateEndpointConnection\", \"group\": \"DocumentDB\", ",
        "\"é\u{1b}\u{202e}\": 1,",
        "\n",
        "\r",
        "tags: {},",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_bytes_are_checked_and_reported(content in prop_oneof![plausible(), prop::collection::vec(any::<u8>(), 0..200)]) {
        let linter = Linter::default();
        for name in ["resources.js", "resources.ts", "resources.json"] {
            let report = linter.check_project(&[Source::new(name, &content)]);
            for diagnostic in &report.files[0].diagnostics {
                let span = diagnostic.span;
                prop_assert!(report.files[0].text.get(span.start as usize..span.end as usize).is_some(), "{diagnostic:?}");
            }
            let written = json::report(&report, std::time::Duration::ZERO);
            prop_assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok());
            prop_assert!(!written.trim_end().contains(char::is_control));
            let style = lazuli::report::pretty::Style { color: false, unicode: true, width: 80, least: lazuli::Severity::Info };
            let pretty = lazuli::report::pretty::file(&report.files[0], style);
            prop_assert!(!pretty.contains(|character: char| character.is_control() && character != '\n'), "{pretty:?}");
        }
    }
}
