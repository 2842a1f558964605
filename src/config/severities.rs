use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::Rule;
use crate::rules::{all_rules, means, nearest_rule};

/// How grave the findings of rules are, where a project sees it differently.
#[derive(Debug, Clone, Default)]
pub struct RuleSeverities(HashMap<RuleCode, Option<Severity>>);

/// No rule has that name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchRule {
    /// The name that was surely meant.
    pub nearest: Option<String>,
}

impl RuleSeverities {
    /// Makes all findings of a rule (`schema/enum`), or of all rules of an area (`schema/*`), as grave as that;
    /// `None` turns them off.
    ///
    /// # Errors
    /// If no rule has that name.
    pub fn set(&mut self, name: &str, severity: Option<Severity>) -> Result<(), NoSuchRule> {
        let codes: Vec<RuleCode> = all_rules().map(|rule| rule.code).filter(|code| means(name, *code)).collect();
        if codes.is_empty() {
            return Err(NoSuchRule { nearest: nearest_rule(name) });
        }
        self.0.extend(codes.into_iter().map(|code| (code, severity)));
        Ok(())
    }

    /// Whether a rule looks at all.
    pub(crate) fn is_on(&self, rule: &Rule) -> bool {
        self.0.get(&rule.code).map_or(rule.enabled, Option::is_some)
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
