use std::{process::Command, time::Instant};

use crate::{
    editors,
    tools::{self, in_browser, npm},
    wasm,
};

/// One thing that must pass, run by cargo.
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
    let chromium = tools::chromium();
    let neovim = tools::neovim();
    for step in STEPS {
        let mut command = Command::new(env!("CARGO"));
        command.args(step.arguments).envs(step.environment.iter().copied());
        if let Some(pre_commit) = &pre_commit {
            command.env("LAZULI_PRE_COMMIT", pre_commit);
        }
        timed(&format!("{}: cargo {}", step.name, step.arguments.join(" ")), || tools::run(&mut command))?;
    }
    timed("the npm package", wasm::wasm)?;
    // Built for the tests of the command line.
    let native = tools::target_folder().join("debug").join(format!("lazuli{}", std::env::consts::EXE_SUFFIX));
    timed("sessions with the language server: npm test", || editors::test_sessions(&native))?;
    if let Some(neovim) = &neovim {
        timed("the language server in Neovim", || editors::test_neovim(neovim, &native))?;
    }
    editors::take_server()?;
    timed("the extension for VS Code: npm test", || editors::test_extension(chromium.as_deref()))?;
    let package = wasm::package_source();
    timed("tests of the npm package: npm test", || {
        tools::run(in_browser(npm(&package, &["test"]).env("LAZULI_NATIVE", &native), chromium.as_deref()))
    })?;
    let page = package.join("../../web-demo");
    timed("what the page is built with: npm ci", || tools::npm_ci(&page))?;
    timed("the page: tsc", || tools::run(&mut npm(&page, &["run", "check"])))?;
    if let Some(chromium) = &chromium {
        timed("the page in Chromium: npm test", || tools::run(in_browser(&mut npm(&page, &["test"]), Some(chromium))))?;
    } else {
        timed("the page, built only", || tools::run(&mut npm(&page, &["run", "build"])))?;
    }
    println!("All passed.");
    Ok(())
}

fn timed(name: &str, run: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("==> {name}");
    let started = Instant::now();
    run().map_err(|error| format!("{name}: {error}"))?;
    println!("    passed in {} s", started.elapsed().as_secs());
    Ok(())
}
