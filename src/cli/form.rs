use std::time::Duration;

use clap::ValueEnum;

use super::terminal::{self, Color};
use crate::diagnostic::Severity;
use crate::linter::{FileReport, Summary};
use crate::report::{
    json,
    pretty::{self, Style},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    #[default]
    Pretty,
    /// For programs
    Json,
}

/// How what was found is written.
pub(super) enum Form {
    Pretty(Style),
    Json,
}

impl Form {
    pub(super) fn new(format: ReportFormat, color: Color, least: Severity) -> Self {
        match format {
            ReportFormat::Json => Self::Json,
            ReportFormat::Pretty => Self::Pretty(Style {
                color: color.is_on(),
                unicode: terminal::takes_unicode(),
                width: terminal::width(),
                least,
            }),
        }
    }

    pub(super) fn opening(&self) -> String {
        match self {
            Self::Pretty(_) => String::new(),
            Self::Json => json::opening(),
        }
    }

    pub(super) fn file(&self, report: &FileReport<'_>) -> String {
        match self {
            Self::Pretty(style) => pretty::file(report, *style),
            Self::Json => json::file(report),
        }
    }

    pub(super) fn between(&self) -> &'static str {
        match self {
            Self::Pretty(_) => "",
            Self::Json => ",",
        }
    }

    pub(super) fn closing(&self, summary: Summary, elapsed: Duration) -> String {
        match self {
            Self::Pretty(style) => pretty::summary(summary, *style),
            Self::Json => json::closing(summary, elapsed),
        }
    }
}
