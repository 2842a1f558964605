//! Values on their way between JavaScript and Rust.

use serde::{Serialize, de::DeserializeOwned};
use tsify::{Ts, Tsify};

use crate::problem::{Problem, ProblemKind};

/// A value that JavaScript gave; one of the wrong shape is a problem.
pub(crate) fn taken<T>(value: &Ts<T>) -> Result<T, Problem>
where
    T: Tsify<JsType: Clone> + DeserializeOwned,
{
    value.to_rust().map_err(|error| {
        // What comes before it names types of Rust.
        let said = error.to_string();
        let what = said.rsplit_once("Error: ").map_or(said.as_str(), |(_, what)| what);
        Problem::new(ProblemKind::Input, format!("what was given is not as it is declared: {what}"))
    })
}

/// Options that JavaScript gave, or left out.
pub(crate) fn options<T>(value: Option<&Ts<T>>) -> Result<T, Problem>
where
    T: Tsify<JsType: Clone> + DeserializeOwned + Default,
{
    value.map_or_else(|| Ok(T::default()), taken)
}

/// Values that JavaScript gave.
pub(crate) fn all_taken<T>(values: &[Ts<T>]) -> Result<Vec<T>, Problem>
where
    T: Tsify<JsType: Clone> + DeserializeOwned,
{
    values.iter().map(taken).collect()
}

/// A value for JavaScript.
pub(crate) fn given<T: Tsify + Serialize>(value: &T) -> Result<Ts<T>, Problem> {
    value.into_ts().map_err(|error| Problem::new(ProblemKind::Input, error.to_string()))
}

/// Values for JavaScript.
pub(crate) fn all_given<T: Tsify + Serialize>(values: impl IntoIterator<Item = T>) -> Result<Vec<Ts<T>>, Problem> {
    values.into_iter().map(|value| given(&value)).collect()
}
