use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{tools, wasm};

/// What the language server's module, what binds it to JavaScript, and the licences of its crates are called.
const SERVER_FILES: [&str; 4] =
    ["lazuli_language_server.js", "lazuli_language_server.d.ts", "lazuli_language_server_bg.wasm", wasm::THIRD_PARTY];

/// Gives the extension for VS Code the language server that it brings along, once that is built.
pub(crate) fn take_server() -> Result<(), String> {
    let bindings = extension().join("bindings");
    SERVER_FILES.iter().try_for_each(|name| wasm::copy(&wasm::server_bindings().join(name), &bindings.join(name)))
}

fn extension() -> PathBuf {
    editors().join("vscode")
}

fn editors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../editors")
}

/// Sessions with the language server, by the client of VS Code's protocol packages: the program, and the command of the
/// npm package.
pub(crate) fn test_sessions(native: &Path) -> Result<(), String> {
    let sessions = editors().join("session");
    tools::npm_ci(&sessions)?;
    let command = wasm::package().join("command.js");
    tools::run(tools::npm(&sessions, &["test"]).env("LAZULI_NATIVE", native).env("LAZULI_COMMAND", command))
}

/// Neovim with the recipe of the documentation.
pub(crate) fn test_neovim(neovim: &Path, native: &Path) -> Result<(), String> {
    let script = editors().join("neovim/test.lua");
    let read = format!("luafile {}", script.display());
    tools::run(
        Command::new(neovim).args(["--headless", "--clean", "-c", &read, "-c", "cquit"]).env("LAZULI_NATIVE", native),
    )
}

/// The extension: its types, its bundles, what is in the package, and its language server in Node and in Chromium.
pub(crate) fn test_extension(chromium: Option<&Path>) -> Result<(), String> {
    let extension = extension();
    tools::npm_ci(&extension)?;
    tools::run(&mut tools::npm(&extension, &["run", "check"]))?;
    tools::run(tools::in_browser(&mut tools::npm(&extension, &["test"]), chromium))
}
