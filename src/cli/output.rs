use std::io::{self, ErrorKind, Write};

use super::Problem;

/// Where a command writes: what it was asked for to standard output, what went wrong to standard error.
#[derive(Debug, Default)]
pub(super) struct Output {
    /// Whether the reader of standard output has gone, as `head` does once it has its lines.
    is_closed: bool,
    had_problems: bool,
}

impl Output {
    /// Writes to standard output.
    pub(super) fn print(&mut self, text: &str) {
        if self.is_closed || text.is_empty() {
            return;
        }
        let mut stdout = io::stdout().lock();
        if let Err(error) = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
            self.is_closed = true;
            if error.kind() != ErrorKind::BrokenPipe {
                self.problem(&Problem::Output(error));
            }
        }
    }

    /// Says in one line what could not be done.
    pub(super) fn problem(&mut self, problem: &Problem) {
        self.had_problems = true;
        note(&problem.to_string());
    }

    pub(super) fn had_problems(&self) -> bool {
        self.had_problems
    }
}

/// Says something beside the output.
pub(super) fn note(text: &str) {
    // Should nobody read standard error, there is nobody left to tell.
    let _ = writeln!(io::stderr(), "lazuli: {text}");
}
