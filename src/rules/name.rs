//! How people name rules: one by its code, or all of an area.

use super::all_rules;
use crate::diagnostic::RuleCode;
use crate::text::nearest;

/// What stands behind an area where all its rules are meant.
const ALL_OF_AN_AREA: &str = "/*";

/// Whether a name (`schema/enum`, `schema/*`) means the rule.
pub(crate) fn means(name: &str, code: RuleCode) -> bool {
    match name.strip_suffix(ALL_OF_AN_AREA) {
        Some(area) => code.area() == area,
        None => code.0 == name,
    }
}

/// Whether a name means any rule.
pub(crate) fn is_known(name: &str) -> bool {
    all_rules().any(|rule| means(name, rule.code))
}

/// The name that was surely meant by one that means no rule.
pub(crate) fn nearest_rule(name: &str) -> Option<String> {
    match name.strip_suffix(ALL_OF_AN_AREA) {
        Some(area) => {
            let mut areas: Vec<&str> = all_rules().map(|rule| rule.code.area()).collect();
            areas.sort_unstable();
            areas.dedup();
            nearest(area, areas).map(|area| format!("{area}{ALL_OF_AN_AREA}"))
        }
        None => nearest(name, all_rules().map(|rule| rule.code.0)).map(str::to_owned),
    }
}
