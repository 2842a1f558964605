//! A swagger file, or a JSON array of them.

use serde_json::Value;

use super::{
    problems,
    split::{Slices, split},
};
use crate::catalog::SwaggerProblem;

/// The swagger files of a text, cut into slices, and what in them cannot be used. `Err` says why it is none,
/// or has one that is none.
pub(crate) fn documents(file: Value) -> Result<(Vec<Slices>, Vec<SwaggerProblem>), String> {
    let mut all = Vec::new();
    let mut found = Vec::new();
    match file {
        Value::Array(documents) if !documents.is_empty() => {
            // Each is freed once it is cut: together they may be large.
            for (at, document) in documents.into_iter().enumerate() {
                let slices = split(&document).map_err(|message| format!("/{at}: {message}"))?;
                note(&format!("/{at}"), &slices, &mut found);
                all.push(slices);
            }
        }
        document => {
            let slices = split(&document)?;
            note("", &slices, &mut found);
            all.push(slices);
        }
    }
    Ok((all, found))
}

fn note(place: &str, slices: &Slices, found: &mut Vec<SwaggerProblem>) {
    let cut = slices.problems.iter().map(|problem| (problem.pointer.clone(), problem.message.clone()));
    let read = problems(slices).into_iter().map(|problem| (problem.pointer, problem.message));
    let all = cut.chain(read);
    found.extend(all.map(|(pointer, message)| SwaggerProblem { pointer: format!("{place}{pointer}"), message }));
}
