use std::{process::Command, time::Instant};

use crate::tools;

/// One thing that must pass.
struct Step {
    name: &'static str,
    arguments: &'static [&'static str],
    /// Environment that the step runs with besides that of the task.
    environment: &'static [(&'static str, &'static str)],
}

const STEPS: &[Step] = &[
    Step { name: "format", arguments: &["fmt", "--all", "--check"], environment: &[] },
    Step {
        name: "clippy",
        arguments: &["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"],
        environment: &[],
    },
    Step {
        name: "the library without the command line",
        arguments: &["clippy", "--lib", "--no-default-features", "--quiet", "--", "--deny", "warnings"],
        environment: &[],
    },
    Step {
        name: "documentation",
        arguments: &["doc", "--workspace", "--no-deps", "--quiet"],
        environment: &[("RUSTDOCFLAGS", "--deny warnings")],
    },
    // A snapshot that is missing or has changed fails; none is written by the way.
    Step { name: "tests", arguments: &["test", "--workspace", "--quiet"], environment: &[("INSTA_UPDATE", "no")] },
];

/// Runs every check, one after the other, up to the first that fails.
pub(crate) fn test() -> Result<(), String> {
    tools::component("rustfmt")?;
    tools::component("clippy")?;
    tools::node()?;
    let pre_commit = tools::pre_commit()?;
    for step in STEPS {
        println!("==> {}: cargo {}", step.name, step.arguments.join(" "));
        let started = Instant::now();
        let mut command = Command::new(env!("CARGO"));
        command.args(step.arguments).envs(step.environment.iter().copied());
        if let Some(pre_commit) = &pre_commit {
            command.env("LAZULI_PRE_COMMIT", pre_commit);
        }
        let status = command.status().map_err(|error| format!("cargo does not start: {error}"))?;
        if !status.success() {
            return Err(format!("{} failed", step.name));
        }
        println!("    passed in {} s", started.elapsed().as_secs());
    }
    println!("All passed.");
    Ok(())
}
