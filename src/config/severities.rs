use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, RuleCode, Severity};
use crate::rule::Rule;
use crate::rules::{all_rules, means, nearest_rule};
use crate::text::Span;

/// How grave the findings of rules are, where a project sees it differently.
#[derive(Debug, Clone, Default)]
pub struct RuleSeverities(HashMap<RuleCode, Chosen>);

/// What is said of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// How grave its findings are; `None` turns it off.
    pub severity: Option<Severity>,
    /// Where the config says so, where it is one that does.
    pub origin: Option<Span>,
}

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
        self.choose(name, Chosen { severity, origin: None })
    }

    /// The same, as the config says it somewhere.
    pub(super) fn choose(&mut self, name: &str, chosen: Chosen) -> Result<(), NoSuchRule> {
        let codes: Vec<RuleCode> = all_rules().map(|rule| rule.code).filter(|code| means(name, *code)).collect();
        if codes.is_empty() {
            return Err(NoSuchRule { nearest: nearest_rule(name) });
        }
        self.0.extend(codes.into_iter().map(|code| (code, chosen)));
        Ok(())
    }

    /// What is said of a rule.
    #[must_use]
    pub fn get(&self, code: RuleCode) -> Option<Chosen> {
        self.0.get(&code).copied()
    }

    /// These, and over them others.
    #[must_use]
    pub fn with(mut self, others: &Self) -> Self {
        self.0.extend(&others.0);
        self
    }

    /// Whether a rule looks at all.
    #[must_use]
    pub fn is_on(&self, rule: &Rule) -> bool {
        self.get(rule.code).map_or(rule.enabled, |chosen| chosen.severity.is_some())
    }

    /// Whether these say that a rule is to look.
    pub(super) fn turn_on(&self, rule: &Rule) -> bool {
        self.get(rule.code).is_some_and(|chosen| chosen.severity.is_some())
    }

    /// Turns off what looks only because others want it to, and of which these say nothing.
    pub(super) fn without_what_others_turn_on(&mut self, others: &Self) {
        let is_silent = |rule: &&Rule| self.get(rule.code).is_none() && !rule.enabled;
        let off: Vec<&Rule> = all_rules().filter(is_silent).filter(|rule| others.turn_on(rule)).collect();
        self.0.extend(off.into_iter().map(|rule| (rule.code, Chosen { severity: None, origin: None })));
    }

    /// The findings as the project sees them, without those that it does not want.
    pub(crate) fn apply(&self, diagnostics: &mut Vec<Diagnostic>) {
        if self.0.is_empty() {
            return;
        }
        diagnostics.retain_mut(|diagnostic| match self.get(diagnostic.rule) {
            Some(Chosen { severity: Some(severity), .. }) => {
                diagnostic.severity = severity;
                true
            }
            Some(_) => false,
            None => true,
        });
    }
}
