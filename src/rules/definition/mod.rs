//! The shape of a resource definition.

crate::rules::area! { syntax, not_resources, not_read, shape }

/// The rule about files that cannot be read.
pub(crate) const SYNTAX: crate::diagnostic::RuleCode = crate::diagnostic::RuleCode("definition/syntax");
