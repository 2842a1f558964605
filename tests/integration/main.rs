//! What a user sees of lazuli: findings, text, exit codes, on files of our own and on real ones.

mod corpus;
mod model;
mod readers;
mod rules;
mod schema_reader;
mod seed;
mod validation;
