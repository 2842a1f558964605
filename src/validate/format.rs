use super::{
    context::{describe, place_name},
    example::{WAREHOUSE, warehouse},
};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::document::Located;
use crate::rule::{Example, FixAvailability, Rule};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/format"),
    severity: Severity::Warning,
    summary: "A string is not the UUID, date, duration or Base64 that the schema says it is",
    fix: FixAvailability::None,
    explanation: "Looked at are `uuid`, `date-time`, `date`, `duration` and `byte`. A warning only: some services \
        read these more generously than their schema says.",
    source: "`format` in the resource type's swagger",
    examples: &[
        Example::bad("resources.js", warehouse!("owner: \"ada\", serial: \"12\"")).with_swagger(WAREHOUSE),
        Example::good("resources.js", warehouse!("owner: \"ada\", serial: \"7f2c1c8e-0000-4000-8000-000000000000\""))
            .with_swagger(WAREHOUSE),
    ],
};

/// The format of Base64.
pub(super) const BYTE: &str = "byte";

/// Whether strings are held against this format.
pub(super) fn is_checked(format: &str) -> bool {
    matches!(format, "uuid" | "date-time" | "date" | "duration" | BYTE)
}

/// Whether a string is Base64 as RFC 4648 has it, padding included.
pub(super) fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - digits.len() <= 2
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

pub(super) fn diagnostic(pointer: &str, found: Located<'_, '_>, name: &str) -> Diagnostic {
    let expected = match name {
        "uuid" => "a UUID, such as `7f2c1c8e-0000-4000-8000-000000000000`",
        "date-time" => "a date and time, such as `2026-01-31T12:00:00Z`",
        "date" => "a date, such as `2026-01-31`",
        "duration" => "a duration, such as `PT1H30M`",
        _ => "Base64",
    };
    let message = format!("{} must be {expected}, found {}", place_name(pointer), describe(found.value));
    RULE.diagnostic(found.value.span, message)
}
