use super::{
    context::describe,
    date::{is_date, is_date_time},
    example::{WAREHOUSE, warehouse},
    place::Place,
    violation::Kind,
};
use crate::catalog::Schema;
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
pub(super) type IsOfFormat = fn(&str) -> bool;

/// The check of a format, if there is one.
pub(super) fn check_of(format: &str) -> Option<IsOfFormat> {
    Some(match format {
        "byte" => is_base64,
        "date" => is_date,
        "date-time" => is_date_time,
        "duration" => is_duration,
        "uuid" => is_uuid,
        _ => return None,
    })
}

/// The format that a string is not of.
pub(super) fn broken_by(text: &str, schema: &Schema) -> Option<Kind> {
    let format = schema.format.as_deref()?;
    let is_of_format = check_of(format)?;
    (!is_of_format(text)).then(|| Kind::Format(format.to_owned()))
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
        let table: [(IsOfFormat, &[&str], &[&str]); 5] = [
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
            (
                is_date,
                &["2026-01-31", "2024-02-29", "2000-02-29", "0000-12-31"],
                &[
                    "",
                    "2026-1-31",
                    "2026-01-32",
                    "2026-04-31",
                    "2026-00-01",
                    "2026-13-01",
                    "2026-01-00",
                    "2023-02-29",
                    "1900-02-29",
                    "2026-01-31Z",
                    "26-01-31",
                    "2026/01/31",
                    "+026-01-31",
                    "20é6-01-3",
                ],
            ),
            (
                is_date_time,
                &[
                    "2026-01-31T12:00:00Z",
                    "2026-01-31t12:00:00z",
                    "2026-01-31T12:00:00.123+05:30",
                    "2016-12-31T23:59:60Z",
                    "2017-01-01T00:59:60+01:00",
                    "2016-12-31T22:59:60-01:00",
                ],
                &[
                    "",
                    "2026-01-31",
                    "2026-01-31 12:00:00Z",
                    "2026-01-31T12:00:00",
                    "2026-01-31T24:00:00Z",
                    "2026-01-31T12:60:00Z",
                    "2026-01-31T12:00:60Z",
                    "2026-01-31T12:00:00.Z",
                    "2026-02-30T12:00:00Z",
                    "2026-01-31T12:00:00+24:00",
                    "2026-01-31T12:00:00+5:30",
                    "2026-01-31T12:00:00Zx",
                    "2026-01-31T1é:00:00Z",
                    "2016-12-31T23:59:61Z",
                ],
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
