//! The project's own tasks: `cargo xtask test` runs everything that must pass.

mod docs;
mod editors;
mod licences;
mod schemas;
mod test;
mod tools;
mod wasm;

use std::{env, process::ExitCode};

const USAGE: &str = "\
Usage: cargo xtask <task>

Tasks:
  test               Format, clippy, documentation, every test, and the page in a browser;
                     installs what they need
  wasm               Build the npm package in wasm/pkg, and the server of the extension for VS Code
  docs               Write docs/rules and docs/lazuli.schema.json anew from the rules
  schemas            Write the swagger files of schemas/ anew from the pinned packages
  schemas --check    Prove that they are what the importer writes
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["test"] => test::test(),
        ["wasm"] => wasm::wasm().and_then(|()| editors::take_server()),
        ["docs"] => docs::docs(),
        ["schemas"] => schemas::schemas(false),
        ["schemas", "--check"] => schemas::schemas(true),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("there is no such task\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
