//! The hook, run by the real pre-commit in a repository of its own.

use std::path::Path;
use std::process::{Command, Output};

use crate::workplace::{GOOD, Workplace, bad};

fn run(program: &Path, place: &Workplace, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(place.path());
    // What pre-commit builds, it builds with what is built already.
    command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_MANIFEST_DIR")).join("target"));
    // It is the hook that is tried, and not how fast lazuli is: unoptimised, it is built in a quarter of the time.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    command.env("PRE_COMMIT_HOME", place.path().join(".pre-commit"));
    for identity in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] {
        command.env(identity, "test@example.com");
    }
    command.output().unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()))
}

/// `cargo xtask test` installs pre-commit and says where; a test on its own does not.
#[test]
fn the_hook_passes_on_a_good_file_and_fails_on_a_bad_one() {
    let Some(pre_commit) = std::env::var_os("LAZULI_PRE_COMMIT") else {
        eprintln!("skipped: `cargo xtask test` installs pre-commit and runs this");
        return;
    };
    let place = Workplace::new();
    place.write("good/resources.js", GOOD);
    place.write("bad/resources-network.js", bad());
    place.write("bad/other.js", bad());
    place.write("artifacts/resources.js", bad());
    let git = Path::new("git");
    assert!(run(git, &place, &["init", "--quiet"]).status.success());
    assert!(run(git, &place, &["add", "good", "bad", "artifacts"]).status.success());

    let hook = |files: &[&str]| {
        let arguments = [&["try-repo", env!("CARGO_MANIFEST_DIR"), "lazuli", "--files"], files].concat();
        let output = run(Path::new(&pre_commit), &place, &arguments);
        let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        (output.status.success(), text.into_owned())
    };
    let (passes, text) = hook(&["good/resources.js", "bad/other.js", "artifacts/resources.js"]);
    assert!(passes && text.contains("Passed"), "{text}");
    let (passes, text) = hook(&["good/resources.js", "bad/resources-network.js"]);
    assert!(!passes && text.contains("[bad/resources-network.js:7:66]"), "{text}");
    assert!(text.contains("Found 1 error in 2 resources of 2 files."), "{text}");
}
