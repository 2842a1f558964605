//! A folder of its own for each test, and the `lazuli` program run in it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A file that is right.
pub(crate) const GOOD: &str = "exports.createResources = () => [
  {
    type: \"PrivateEndpointConnection\",
    group: \"DocumentDB\",
    name: \"reports\",
    properties: () => ({
      properties: { privateLinkServiceConnectionState: { status: \"Approved\" } },
    }),
  },
];
";

/// The same with a status that does not exist.
pub(crate) fn bad() -> String {
    GOOD.replace("Approved", "Aproved")
}

pub(crate) struct Workplace {
    folder: TempDir,
}

/// What a run of the program came to.
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Workplace {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: impl AsRef<OsStr>, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(Path::new(name.as_ref()));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// The program with those arguments, in this folder, away from the settings of whoever runs the tests.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lazuli"));
        command.args(arguments).current_dir(self.path());
        for setting in ["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "LC_ALL"] {
            command.env_remove(setting);
        }
        command
    }

    pub(crate) fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Outcome {
        outcome_of(&mut self.command(arguments))
    }

    pub(crate) fn run_with_input<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        input: &[u8],
    ) -> Outcome {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Outcome::from(child.wait_with_output().unwrap())
    }
}

pub(crate) fn outcome_of(command: &mut Command) -> Outcome {
    Outcome::from(command.output().unwrap())
}

impl From<std::process::Output> for Outcome {
    fn from(output: std::process::Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("the output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("the output is UTF-8"),
        }
    }
}

/// Code and texts together, for a snapshot.
impl std::fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(formatter, "exit {}", self.code.map_or("by a signal".to_owned(), |code| code.to_string()))?;
        write!(formatter, "{}", self.stdout)?;
        for line in self.stderr.lines() {
            writeln!(formatter, "stderr: {line}")?;
        }
        Ok(())
    }
}
