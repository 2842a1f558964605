use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rules::all_rules;
use crate::text::nearest;

/// How grave the findings of rules are, where a project sees it differently.
#[derive(Debug, Clone, Default)]
pub struct RuleSeverities(HashMap<RuleCode, Option<Severity>>);

/// No rule has that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchRule {
    /// The name that was surely meant.
    pub nearest: Option<String>,
}

/// What stands behind an area where all its rules are meant.
const ALL_OF_AN_AREA: &str = "/*";

impl RuleSeverities {
    /// Makes all findings of a rule (`schema/enum`), or of all rules of an area (`schema/*`), as grave as that;
    /// `None` turns them off.
    ///
    /// # Errors
    /// If no rule has that name.
    pub fn set(&mut self, name: &str, severity: Option<Severity>) -> Result<(), NoSuchRule> {
        let is_meant = |code: &RuleCode| match name.strip_suffix(ALL_OF_AN_AREA) {
            Some(area) => code.area() == area,
            None => code.0 == name,
        };
        let codes: Vec<RuleCode> = all_rules().map(|rule| rule.code).filter(is_meant).collect();
        if codes.is_empty() {
            return Err(NoSuchRule { nearest: nearest_name(name) });
        }
        self.0.extend(codes.into_iter().map(|code| (code, severity)));
        Ok(())
    }

    /// The findings as the project sees them, without those that it does not want.
    pub(crate) fn apply(&self, diagnostics: &mut Vec<Diagnostic>) {
        if self.0.is_empty() {
            return;
        }
        diagnostics.retain_mut(|diagnostic| match self.0.get(&diagnostic.rule) {
            Some(Some(severity)) => {
                diagnostic.severity = *severity;
                true
            }
            Some(None) => false,
            None => true,
        });
    }
}

fn nearest_name(name: &str) -> Option<String> {
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
