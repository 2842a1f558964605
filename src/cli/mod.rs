//! The command line: arguments in, text and an exit code out. What it says, the library knows.

mod check;
mod config;
mod explain;
mod files;
mod form;
mod graph;
mod init;
mod known;
mod linters;
mod list_format;
#[cfg(feature = "lsp")]
mod lsp;
mod mend;
mod output;
mod place;
mod problem;
mod project_check;
mod projects;
mod rules;
mod schema;
mod terminal;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::Output;
use problem::Problem;

/// Checks definitions of Azure resources before anything is deployed.
///
/// Reads the files in which resources are declared without running them, and holds every property against
/// the schema of its resource type.
#[derive(Debug, Parser)]
#[command(name = "lazuli", version, max_term_width = 80)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check files and folders
    #[command(after_help = "Exit codes: 0 nothing to complain about, 1 something found, 2 could not do the job.")]
    Check(check::CheckArguments),
    /// Draw resources and what they depend on
    Graph(graph::GraphArguments),
    /// Write a lazuli.toml to begin with
    Init(init::InitArguments),
    /// Show what applies to a file
    Config(config::ConfigArguments),
    /// Explain a rule
    Explain(explain::ExplainArguments),
    /// List the rules
    Rules(rules::RulesArguments),
    /// Show what is known of the resource types, and import more
    Schema(schema::SchemaArguments),
    /// Serve an editor, by the Language Server Protocol on standard input and output
    #[cfg(feature = "lsp")]
    Lsp(lsp::LspArguments),
}

/// How a command that could do its job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Nothing at or above the failing severity.
    Clean,
    /// Findings.
    Findings,
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    #[cfg(target_os = "wasi")]
    place::go_to_the_working_folder();
    let arguments = Arguments::parse();
    let mut output = Output::default();
    let verdict = match &arguments.command {
        Command::Check(arguments) => check::check(arguments, &mut output),
        Command::Graph(arguments) => graph::graph(arguments, &mut output),
        Command::Init(arguments) => init::init(arguments, &mut output),
        Command::Config(arguments) => Ok(config::config(arguments, &mut output)),
        Command::Explain(arguments) => explain::explain(arguments, &mut output),
        Command::Rules(arguments) => rules::rules(arguments, &mut output),
        Command::Schema(arguments) => schema::schema(arguments, &mut output),
        #[cfg(feature = "lsp")]
        Command::Lsp(_) => return lsp::lsp(),
    };
    if let Err(problem) = &verdict {
        output.problem(problem);
    }
    match verdict {
        Ok(_) | Err(_) if output.had_problems() => ExitCode::from(2),
        Ok(Verdict::Findings) => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    }
}
