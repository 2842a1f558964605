//! What the checks need besides Rust: found, or installed into the target folder.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The version of pre-commit that the hook is tried with.
const PRE_COMMIT: &str = "pre-commit==4.3.0";

/// A component of the Rust toolchain, installed where it is missing.
pub(crate) fn component(name: &str) -> Result<(), String> {
    let subcommand = name.trim_start_matches("rust");
    if succeeds(Command::new(env!("CARGO")).args([subcommand, "--version"])) {
        return Ok(());
    }
    println!("==> installing {name}: rustup component add {name}");
    run(Command::new("rustup").args(["component", "add", name]))
}

/// What the compiler needs to build for a target, installed where it is missing.
pub(crate) fn target(name: &str) -> Result<(), String> {
    let installed = Command::new("rustup").args(["target", "list", "--installed"]).output();
    if installed.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == name)) {
        return Ok(());
    }
    println!("==> installing {name}: rustup target add {name}");
    run(Command::new("rustup").args(["target", "add", name]))
}

/// The packages that a folder's lock file names.
pub(crate) fn npm_ci(folder: &Path) -> Result<(), String> {
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).current_dir(folder))
}

/// Node, which runs the example projects to count what they declare.
pub(crate) fn node() -> Result<(), String> {
    if succeeds(Command::new("node").arg("--version")) {
        return Ok(());
    }
    Err("Node is missing: the tests run example projects with it. Install Node 20 or newer.".to_owned())
}

/// The names that Chromium goes by.
const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Chromium, which the page is tried in: that of the machine, or installed with apt where that can be. `None`
/// where there is none to be had, which is said.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("LAZULI_CHROMIUM") {
        return Some(PathBuf::from(path));
    }
    let found = || CHROMIUM.iter().find_map(|name| in_path(name));
    let chromium = found().or_else(|| {
        // With letters to draw: a machine without any would show pages without text.
        install(&["chromium", "fonts-dejavu-core"]).ok()?;
        found()
    });
    if chromium.is_none() {
        println!("==> NOT TESTED: the page in a browser, for want of Chromium; LAZULI_CHROMIUM can name one");
    }
    chromium
}

/// Neovim, which the recipe for it is tried in: that of the machine, or installed with apt where that can be. `None`
/// where there is none to be had, which is said.
pub(crate) fn neovim() -> Option<PathBuf> {
    let neovim = in_path("nvim").or_else(|| {
        install(&["neovim"]).ok()?;
        in_path("nvim")
    });
    if neovim.is_none() {
        println!("==> NOT TESTED: the language server in Neovim, for want of Neovim");
    }
    neovim
}

/// Installs packages of Debian's.
fn install(packages: &[&str]) -> Result<(), String> {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"));
    if !is_root || in_path("apt-get").is_none() {
        return Err("only root installs with apt".to_owned());
    }
    println!("==> installing {}: apt-get install", packages.join(", "));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "--yes", "-qq", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// npm in a folder.
pub(crate) fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.arg("--silent").args(arguments).current_dir(folder);
    command
}

/// Says where Chromium is; a path without anything there, where there is none.
pub(crate) fn in_browser<'c>(command: &'c mut Command, chromium: Option<&Path>) -> &'c mut Command {
    command.env("LAZULI_CHROMIUM", chromium.unwrap_or(Path::new("none")))
}

/// A program among those that can be called by name.
fn in_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// pre-commit, in a Python environment of its own: the path of the program. `None` on a machine without
/// Python, where nobody can use pre-commit.
pub(crate) fn pre_commit() -> Result<Option<PathBuf>, String> {
    let folder = target_folder().join("tools").join(PRE_COMMIT.replace("==", "-"));
    let program = folder.join("bin/pre-commit");
    if succeeds(Command::new(&program).arg("--version")) {
        return Ok(Some(program));
    }
    if !succeeds(Command::new("python3").arg("--version")) {
        println!("==> NOT TESTED: the pre-commit hook, for want of Python 3");
        return Ok(None);
    }
    println!("==> installing {PRE_COMMIT} into {}", folder.display());
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    run(Command::new(folder.join("bin/python")).args(["-m", "pip", "install", "--quiet", PRE_COMMIT]))?;
    Ok(Some(program))
}

/// The folder for what is built and installed.
pub(crate) fn target_folder() -> PathBuf {
    let folder = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"),
    };
    // Programs are started in other folders, too.
    std::path::absolute(&folder).unwrap_or(folder)
}

/// Makes a folder, without what was in it before.
pub(crate) fn empty(folder: &Path) -> Result<(), String> {
    let emptied = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    emptied.and_then(|()| fs::create_dir_all(folder)).map_err(|error| format!("{}: {error}", folder.display()))
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs a program to its end; that it failed is an error.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} failed: {status}")),
        Err(error) => Err(format!("{name} does not start: {error}")),
    }
}

/// What a program writes; that it failed is an error.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name} does not start: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|_| format!("what {name} writes is not UTF-8"))
}
