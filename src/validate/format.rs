use super::{
    context::describe,
    example::{WAREHOUSE, warehouse},
    place::Place,
};
use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::{Example, FixAvailability, Rule};

pub(crate) static RULE: Rule = Rule {
    code: RuleCode("schema/format"),
    severity: Severity::Warning,
    enabled: true,
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

/// Whether a string is of a format.
type IsOfFormat = fn(&str) -> bool;

/// The formats that the validator learns from lazuli; it knows dates and times by itself.
pub(super) const OWN: [(&str, IsOfFormat); 3] = [("byte", is_base64), ("duration", is_duration), ("uuid", is_uuid)];

/// Whether strings are held against this format.
pub(super) fn is_checked(format: &str) -> bool {
    matches!(format, "date-time" | "date") || OWN.iter().any(|(own, _)| *own == format)
}

/// Base64 as RFC 4648 has it, padding included.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && text.len() - digits.len() <= 2
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

/// A duration of ISO 8601, as in `P1DT2H` or `PT0.5S`.
fn is_duration(text: &str) -> bool {
    let Some(written) = text.strip_prefix('P') else { return false };
    let (days, hours) = written.split_once('T').map_or((written, None), |(days, hours)| (days, Some(hours)));
    let has_parts = hours.map_or(!days.is_empty(), |hours| !hours.is_empty());
    has_parts && has_units(days, "YMWD") && hours.is_none_or(|hours| has_units(hours, "HMS"))
}

/// Whether a text is numbers, each with one of the units behind it, in their order.
fn has_units(text: &str, units: &str) -> bool {
    let mut rest = text;
    let mut units = units.chars();
    while !rest.is_empty() {
        let number = rest.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
        let mut behind = rest[number..].chars();
        let unit = behind.next();
        if number == 0 || !rest.starts_with(|first: char| first.is_ascii_digit()) || !units.any(|it| Some(it) == unit) {
            return false;
        }
        rest = behind.as_str();
    }
    true
}

/// Hexadecimal digits, 8-4-4-4-12.
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

pub(super) fn diagnostic(place: &Place<'_, '_>, name: &str) -> Diagnostic {
    let expected = match name {
        "uuid" => "a UUID, such as `7f2c1c8e-0000-4000-8000-000000000000`",
        "date-time" => "a date and time, such as `2026-01-31T12:00:00Z`",
        "date" => "a date, such as `2026-01-31`",
        "duration" => "a duration, such as `PT1H30M`",
        _ => "Base64",
    };
    let message = format!("{} must be {expected}, found {}", place.name(), describe(place.value()));
    RULE.diagnostic(place.span(), message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_takes_its_own_and_nothing_else() {
        let table: [(IsOfFormat, &[&str], &[&str]); 3] = [
            (is_base64, &["", "aGk=", "YQ==", "YWJj", "a+/9"], &["a", "aGk", "a===", "a b=", "&&&&"]),
            (
                is_duration,
                &["PT5M", "P1D", "P1DT2H", "P1Y2M3W4DT5H6M7S", "PT0.5S", "PT0,5S", "P2W"],
                &["", "P", "PT", "5M", "PT5", "PTM", "P1H", "PT1D", "PT5M3H", "P1DT", "five", "PT.S", "PT5é"],
            ),
            (
                is_uuid,
                &["7f2c1c8e-0000-4000-8000-00000000000A"],
                &["", "7f2c1c8e00004000800000000000000a", "7f2c1c8e-0000-4000-8000-00000000000g"],
            ),
        ];
        for (format, right, wrong) in table {
            assert!(right.iter().all(|text| format(text)), "{right:?}");
            for text in wrong {
                assert!(!format(text), "{text:?}");
            }
        }
    }
}
