use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::text::escape_controls;

/// Work that is done sooner needs no bar.
const LONG: Duration = Duration::from_millis(400);

/// A bar on standard error, where that is a terminal and the work is long.
#[derive(Debug)]
pub(super) struct Progress {
    started: Instant,
    bar: Option<ProgressBar>,
}

impl Default for Progress {
    fn default() -> Self {
        Self { started: Instant::now(), bar: None }
    }
}

impl Progress {
    pub(super) fn show(&mut self, done: usize, of: usize, file: &str) {
        if self.bar.is_none() && self.started.elapsed() > LONG {
            self.bar = Some(bar(of));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
            bar.set_message(escape_controls(file).into_owned());
        }
    }

    pub(super) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(of: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(of).unwrap_or(u64::MAX));
    // The only way for this to fail is a mistake in the template.
    match ProgressStyle::with_template("{bar:24} {pos}/{len} {wide_msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
