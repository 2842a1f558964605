//! What should not be open, and what should not be read.

crate::rules::area! { secret_literal, open_inbound, public_access }

mod secret;

pub(crate) use secret::{Secret, SecretFinder, literal};
