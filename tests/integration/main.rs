//! What a user sees of lazuli: findings, text, exit codes, on files of our own and on real ones.

mod bad_input;
mod command_line;
mod config;
mod corpus;
mod documentation;
mod fixes;
mod json_report;
mod library;
mod model;
mod mutations;
mod pre_commit;
mod pretty_report;
mod published_types;
mod readers;
mod rules;
mod schema_command;
mod schema_import;
mod schema_reader;
mod seed;
mod suppressions;
mod templates;
mod validation;
mod workplace;
