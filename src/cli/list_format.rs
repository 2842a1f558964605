use clap::ValueEnum;

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
}
