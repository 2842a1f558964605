use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde_json::Value;

use super::reference::Place;
use crate::catalog::import::files::{SchemaFiles, read_json};
use crate::document::child_pointer;

/// References that only lead to further references are followed this far.
const LONGEST_CHAIN: usize = 32;

/// The files of a folder, and those that they refer to, each read once.
pub(super) struct FileSet<'f> {
    files: &'f dyn SchemaFiles,
    loaded: BTreeMap<Rc<str>, Result<Rc<Value>, String>>,
    /// For each definition those that build upon it by `allOf`.
    children: BTreeMap<Place, BTreeSet<Place>>,
}

impl<'f> FileSet<'f> {
    pub(super) fn new(files: &'f dyn SchemaFiles) -> Self {
        Self { files, loaded: BTreeMap::new(), children: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, path: String, file: Value) {
        let path = Rc::from(path);
        for (name, definition) in file.get("definitions").and_then(Value::as_object).into_iter().flatten() {
            for parent in parents(definition, &path) {
                let child = Place { file: Rc::clone(&path), pointer: child_pointer("/definitions", name) };
                self.children.entry(parent).or_default().insert(child);
            }
        }
        self.loaded.insert(path, Ok(Rc::new(file)));
    }

    /// How many files were read.
    pub(super) fn count(&self) -> usize {
        self.loaded.len()
    }

    pub(super) fn children(&self, parent: &Place) -> Vec<Place> {
        self.children.get(parent).into_iter().flatten().cloned().collect()
    }

    pub(super) fn file(&mut self, path: &Rc<str>) -> Result<Rc<Value>, String> {
        if !self.loaded.contains_key(path) {
            match read_json(self.files, path) {
                Ok(file) => self.add(path.to_string(), file),
                Err(message) => {
                    self.loaded.insert(Rc::clone(path), Err(message));
                }
            }
        }
        self.loaded.get(path).cloned().unwrap_or_else(|| Err("no such file".to_owned()))
    }

    /// The place that a `$ref` leads to, which holds an object that is no reference itself, or a
    /// reference with facts beside it.
    pub(super) fn follow(&mut self, reference: &str, from: &Rc<str>) -> Result<Place, String> {
        let target = self.step(reference, from)?;
        let mut last = target.clone();
        let mut seen = BTreeSet::new();
        while let Some(next) = self.reference_at(&last) {
            if !seen.insert(last.clone()) || seen.len() > LONGEST_CHAIN {
                return Err(format!("`{reference}` leads back to itself"));
            }
            last = self.step(&next, &last.file)?;
        }
        Ok(target)
    }

    /// The place that a `$ref` names and the object there.
    fn step(&mut self, reference: &str, from: &Rc<str>) -> Result<Place, String> {
        let place = Place::of(reference, from)?;
        let file = self.file(&place.file).map_err(|message| format!("`{reference}` leads nowhere: {message}"))?;
        match file.pointer(&place.pointer) {
            Some(Value::Object(_)) => Ok(place),
            Some(_) => Err(format!("`{reference}` leads to something that is no schema")),
            None => Err(format!("`{reference}` leads nowhere")),
        }
    }

    fn reference_at(&mut self, place: &Place) -> Option<String> {
        Some(self.file(&place.file).ok()?.pointer(&place.pointer)?.get("$ref")?.as_str()?.to_owned())
    }

    /// The value at a place.
    pub(super) fn value(&mut self, place: &Place) -> Option<Value> {
        self.file(&place.file).ok()?.pointer(&place.pointer).cloned()
    }

    /// Whether a definition, or one that it builds upon, is told apart by a discriminator.
    pub(super) fn is_polymorphic(&mut self, place: &Place) -> bool {
        let mut pending = vec![place.clone()];
        let mut seen = BTreeSet::new();
        while let Some(place) = pending.pop() {
            if seen.len() > LONGEST_CHAIN || !seen.insert(place.clone()) {
                continue;
            }
            let Ok(file) = self.file(&place.file) else { continue };
            let Some(definition) = file.pointer(&place.pointer) else { continue };
            if definition.get("discriminator").is_some_and(Value::is_string) {
                return true;
            }
            pending.extend(parents(definition, &place.file));
        }
        false
    }
}

/// The definitions that one builds upon.
fn parents(definition: &Value, file: &Rc<str>) -> Vec<Place> {
    let parts = definition.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let references = parts.filter_map(|part| part.get("$ref")?.as_str());
    references.filter_map(|reference| Place::of(reference, file).ok()).collect()
}
