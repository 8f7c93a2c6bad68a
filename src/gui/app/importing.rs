//! Taking marks of an export in: read, shown where they would go, put there.

use super::App;
use crate::document::import::Options;
use crate::gui::importing::{self, Ask, ImportDialog, Told};
use crate::gui::modal::Modal;
use crate::gui::words::say;
use crate::gui::worker::Job;
use crate::layer::Annotator;
use crate::session::TakenIn;
use crate::session::importing::{Candidate, ImportFault, Part};
use std::path::{Path, PathBuf};

/// What came of the parts of an export: of which article, and how much or why not.
type Taken = Vec<(PathBuf, Result<TakenIn, ImportFault>)>;

impl App {
    /// Does what is asked for.
    pub(super) fn do_import(&mut self, ask: Ask) {
        match ask {
            Ask::Read(file) => {
                self.modal = None;
                self.start_saves();
                self.worker.give(Job::read_import(file, self.candidates()), &mut *self.host);
            }
            Ask::Take(parts) => self.take_parts_in(parts),
        }
    }

    /// The articles that marks may be about: the one that is looked at, others that are open, those of the folder.
    fn candidates(&self) -> Vec<Candidate> {
        let active = self.workspace.active().map(|session| session.path().to_owned());
        let mut open: Vec<Candidate> = Vec::new();
        for session in self.workspace.sessions() {
            let candidate = Candidate {
                path: session.path().to_owned(),
                options: Options {
                    password: self.passwords.get(session.path()).cloned(),
                    ..Options::again(session.document().reading())
                },
                document: Some(session.document_id()),
                digest: Some(session.document().digest()),
            };
            let at = if Some(session.path()) == active.as_deref() { 0 } else { open.len() };
            open.insert(at, candidate);
        }
        let Some(library) = self.workspace.library() else { return open };
        let others = library.entries().map(|entry| Candidate {
            path: library.file_of(entry),
            options: Options::default(),
            document: entry.document,
            digest: entry.digest,
        });
        let others: Vec<Candidate> =
            others.filter(|other| open.iter().all(|open| open.path != other.path)).collect();
        open.into_iter().chain(others).collect()
    }

    /// What goes into the layer of the person who marks in an open article goes through its session, where it can
    /// be undone; the rest is written off the frame.
    fn take_parts_in(&mut self, parts: Vec<(Part, Annotator)>) {
        let (mut taken, mut others): (Taken, Vec<(Part, Annotator)>) = (Vec::new(), Vec::new());
        for (part, person) in parts {
            let path = part.to.as_ref().map(|to| to.path.clone()).unwrap_or_default();
            let session = self.workspace.session_mut(&path);
            let mine = session.filter(|session| session.annotator().is_some_and(|me| me.id == person.id));
            match mine {
                Some(session) => {
                    let result = part.take_in(session, &mut *self.host);
                    taken.push((path, result));
                }
                None => others.push((part, person)),
            }
        }
        if !taken.is_empty() {
            self.workspace.keep_active();
            self.workspace.show_open();
        }
        if others.is_empty() {
            return self.tell_taken(&taken);
        }
        self.start_saves();
        self.worker.give(Job::import(others, taken), &mut *self.host);
    }

    /// Something came of it.
    pub(super) fn import_told(&mut self, told: Told) {
        match told {
            Told::Read(Ok(plan)) => {
                let me = self.person_here();
                self.show(Modal::Import(Box::new(ImportDialog::new(plan, me))));
            }
            Told::Read(Err(fault)) => {
                self.notices.refuse(importing::fault(&fault), Some(say!("import-hint-format")));
            }
            Told::Taken(taken) => {
                let paths: Vec<&Path> = taken.iter().map(|(path, _)| path.as_path()).collect();
                for path in paths {
                    self.indexing.has_changed(path.to_owned());
                    self.look_at(path, None, true);
                }
                self.look_at_changed();
                self.tell_taken(&taken);
            }
        }
    }

    fn tell_taken(&mut self, taken: &Taken) {
        let done = || taken.iter().filter_map(|(_, result)| result.as_ref().ok());
        let count = |of: fn(&TakenIn) -> usize| done().map(of).sum::<usize>();
        let (new, renewed, same) =
            (count(|one| one.n_new), count(|one| one.n_renewed), count(|one| one.n_same));
        let words = say!("import-taken", new = new, renewed = renewed, same = same);
        let faults: Vec<String> =
            taken.iter().filter_map(|(_, result)| result.as_ref().err()).map(importing::fault).collect();
        match faults.as_slice() {
            [] => self.notices.tell(words, Some(say!("import-taken-hint"))),
            faults => {
                let more = each_once(faults).join("; ");
                let words = if done().next().is_some() { words } else { say!("import-taken-none") };
                self.notices.refuse(words, Some(more));
            }
        }
    }
}

/// Each of some sentences once, with how often: twelve layers may be refused for one reason.
fn each_once(all: &[String]) -> Vec<String> {
    let mut counted: Vec<(&String, usize)> = Vec::new();
    for words in all {
        match counted.iter_mut().find(|(known, _)| *known == words) {
            Some((_, n)) => *n += 1,
            None => counted.push((words, 1)),
        }
    }
    let told =
        |(words, n): (&String, usize)| if n == 1 { words.clone() } else { format!("{words} ({n} ×)") };
    counted.into_iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::each_once;

    #[test]
    fn one_reason_is_told_once_with_how_often() {
        let all = ["handed in", "no place", "handed in"].map(str::to_owned);
        assert_eq!(each_once(&all), ["handed in (2 ×)", "no place"]);
    }
}
