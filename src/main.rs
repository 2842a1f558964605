//! The `lazuli` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    lazuli::cli::run()
}
