//! When diagnostics are worked out, and when they are sent.

use std::{
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
};

use gen_lsp_types::{
    Diagnostic, DiagnosticRefreshRequest, DiagnosticSeverity, LogMessageNotification, LogMessageParams, MessageType,
    PublishDiagnosticsNotification, PublishDiagnosticsParams, Uri,
};

use super::{
    asked::Asked,
    configs::{PlacedProblem, Problems},
    document::lines_of,
    publishing::in_short,
    session::Session,
    settings::SECTION,
    uri::uri_of,
};
use crate::ide::prepare_definitions;

/// So many bytes of files are checked before the next message is seen to.
const AT_ONCE: usize = 128 * 1024;

/// So many resource types are prepared before it is.
const TYPES_AT_ONCE: usize = 8;

impl Session {
    /// Has a file checked whose text changed in the editor, and those that may refer to it.
    pub(super) fn changed_in_editor(&mut self, path: PathBuf) {
        if self.projects.depend_on(&path) {
            self.forget();
        }
        let beside = self.projects.open_beside(&path);
        self.publishing.add(beside);
        if self.client.pulls_diagnostics {
            // It asks about a file that it changed itself.
            self.publishing.remove(&path);
        } else {
            self.publishing.add_first(path);
        }
    }

    /// Reads all anew, and has all checked.
    pub(super) fn forget(&mut self) {
        self.projects.forget();
        let open: Vec<PathBuf> = self.projects.documents().cloned().collect();
        self.publishing.add(open);
    }

    /// Loads more of a project that is too large to be loaded at once.
    pub(super) fn load_more(&mut self) -> bool {
        let is_first_to_be_checked = !self.publishing.due.is_empty() && self.publishing.said.is_empty();
        if is_first_to_be_checked {
            return false;
        }
        let Some((path, is_whole)) = self.projects.load_more() else { return false };
        if is_whole {
            let open: Vec<PathBuf> = self.projects.documents().cloned().collect();
            self.publishing.add(open.into_iter().filter(|open| open.starts_with(&path)));
        }
        true
    }

    /// Checks some of the files that are due, and says what is new.
    pub(super) fn publish_some(&mut self) -> bool {
        let Some(first) = self.publishing.due.pop_front() else { return false };
        if self.projects.document(&first).is_none() {
            return true;
        }
        let beside = self.projects.open_beside(&first);
        let mut paths = vec![first.clone()];
        paths.extend(self.publishing.due.iter().filter(|due| beside.contains(due)).cloned());
        let checked = self.checked(&first, &paths);
        self.publishing.due.retain(|due| !checked.iter().any(|(path, _)| path == due));
        let of_configs = self.found_in_configs();
        let is_config = |path: &PathBuf| of_configs.iter().any(|(config, _)| config == path);
        let found: Vec<_> = checked.into_iter().filter(|(path, _)| !is_config(path)).collect();
        let mut is_to_be_asked_again = false;
        for (path, found) in found.into_iter().chain(of_configs) {
            is_to_be_asked_again |= self.say(&path, found);
        }
        if is_to_be_asked_again {
            self.outbox.ask::<DiagnosticRefreshRequest>(());
        }
        for note in self.projects.configs.take_notes() {
            self.log(note);
        }
        true
    }

    /// Says what is found in a file, if that is news; whether the client wants to ask for it itself.
    fn say(&mut self, path: &Path, found: Vec<Diagnostic>) -> bool {
        let document = self.projects.document(path).map(|document| (document.uri.clone(), document.version));
        // What is wrong with a config is told though it is not open.
        let concerns_anyone = document.is_some() || !found.is_empty() || self.publishing.said.contains_key(path);
        if !concerns_anyone || !self.publishing.is_news(path, in_short(&found)) {
            return false;
        }
        match document {
            Some(_) if self.client.pulls_diagnostics => return true,
            Some((uri, version)) => self.publish(uri, Some(version), found),
            None => self.publish(uri_of(path), None, found),
        }
        false
    }

    /// What is found in files of one project: as many of them as go at once, and one at least.
    fn checked(&mut self, first: &Path, paths: &[PathBuf]) -> Vec<(PathBuf, Vec<Diagnostic>)> {
        let encoding = self.client.encoding;
        let shows_related = self.client.related_information;
        let addresses = self.projects.addresses();
        let project = self.projects.project_of(first).together();
        let mut bytes = 0;
        let mut checked = Vec::new();
        for path in paths {
            if bytes > AT_ONCE {
                break;
            }
            let found = Asked::new(project, path, encoding, Rc::clone(&addresses)).map(|asked| {
                let report = asked.report();
                bytes += report.text.len();
                asked.diagnostics_of(&report, shows_related)
            });
            checked.push((path.clone(), found.unwrap_or_default()));
        }
        checked
    }

    fn publish(&mut self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        self.outbox.notify::<PublishDiagnosticsNotification>(PublishDiagnosticsParams { uri, version, diagnostics });
    }

    /// Takes back what was said of a file before it was open: a client that asks gets it as an answer from now on.
    pub(super) fn leave_to_be_asked(&mut self, path: &Path, uri: Uri) {
        if self.client.pulls_diagnostics && self.publishing.said.remove(path).is_some() {
            self.publish(uri, None, Vec::new());
        }
    }

    /// Takes back what was said of a file that is not open any more.
    pub(super) fn stop_publishing(&mut self, path: &Path, uri: Uri) {
        self.publishing.remove(path);
        if self.publishing.said.remove(path).is_some() && !self.client.pulls_diagnostics {
            self.publish(uri, None, Vec::new());
        }
    }

    /// What is wrong with configs.
    fn found_in_configs(&self) -> Vec<(PathBuf, Vec<Diagnostic>)> {
        self.projects.configs.problems().keys().map(|path| (path.clone(), self.found_in_config(path))).collect()
    }

    /// What is wrong with a config; nothing, where a file is none.
    pub(super) fn found_in_config(&self, path: &Path) -> Vec<Diagnostic> {
        let Some(Problems { text, placed }) = self.projects.configs.problems().get(path) else { return Vec::new() };
        let lines = lines_of(text, self.projects.document(path).is_some());
        let diagnostic = |problem: &PlacedProblem| Diagnostic {
            range: self.client.encoding.range(&lines, problem.span),
            severity: Some(DiagnosticSeverity::Error),
            code: None,
            code_description: None,
            source: Some(SECTION.to_owned()),
            message: problem.message.clone().into(),
            tags: None,
            related_information: None,
            data: None,
        };
        placed.iter().map(diagnostic).collect()
    }

    pub(super) fn log(&mut self, message: String) {
        self.outbox.notify::<LogMessageNotification>(LogMessageParams { kind: MessageType::Warning, message });
    }

    /// Prepares some of what whole definitions consist of, so that the first completion does not wait for it.
    pub(super) fn prepare_some(&mut self) -> bool {
        let Some(path) = self.projects.documents().next().cloned() else { return false };
        let configured = Arc::clone(&self.projects.project_of(&path).configured);
        let done = match self.publishing.preparing.take() {
            Some((before, done)) if Arc::ptr_eq(&before, &configured) => done,
            _ => 0,
        };
        let prepared = prepare_definitions(&configured.linter, done, TYPES_AT_ONCE);
        self.publishing.preparing = Some((configured, done + prepared));
        prepared > 0
    }
}
