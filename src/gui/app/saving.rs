//! Saving by itself, saving before something goes, and what a crash left behind.

use super::App;
use crate::gui::modal::Modal;
use crate::gui::told;
use crate::gui::words::say;
use crate::gui::worker::Job;
use crate::session::SaveError;
use crate::session::earlier::Earlier;
use crate::session::recover::Recovered;
use crate::session::save::SaveResult;
use crate::session::{SaveState, Session, Warning};
use egui::{Context, Event, ViewportCommand};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Seconds from the first unsaved change to the save: long enough to gather, short enough to trust.
const GATHER: f64 = 0.25;
/// Seconds until a failed save is tried again: each time twice as long, up to the second.
const AGAIN: f64 = 5.0;
const AGAIN_AT_MOST: f64 = 80.0;
/// Seconds until the log is asked whether it has what was given to it.
const LOOK: f64 = 0.08;

/// When to save.
#[derive(Debug, Default)]
pub(super) struct Saving {
    /// When the first unsaved change was seen.
    since: Option<f64>,
    /// When a failed save is tried again.
    again: Option<f64>,
    /// How often it failed since all was saved, and what was said about it.
    n_tries: i32,
    told: Vec<SaveError>,
    /// Whether the person was told that closing loses marks.
    is_warned: bool,
    /// What was found in the logs of a program that crashed.
    recovered: Vec<Recovered>,
}

fn is_changed(session: &Session) -> bool {
    *session.save_state() == SaveState::Changed
}

fn is_failed(session: &Session) -> bool {
    matches!(session.save_state(), SaveState::Failed(_))
}

impl App {
    /// Saves what changed, a moment after the first change; at once when the window loses or gets the
    /// focus, and where there is no log that keeps the change.
    pub(super) fn save_by_itself(&mut self, ctx: &Context) {
        let is_unlogged = self.ask_log(ctx);
        let now = ctx.input(|input| input.time);
        let turns =
            ctx.input(|input| input.raw.events.iter().any(|event| matches!(event, Event::WindowFocused(_))));
        let has = |test: fn(&Session) -> bool| self.workspace.sessions().iter().any(test);
        let gather = if is_unlogged { 0.0 } else { GATHER };
        self.saving.since = has(is_changed).then(|| self.saving.since.unwrap_or(now));
        if !has(|session| *session.save_state() != SaveState::Saved) {
            self.saving.n_tries = 0;
            self.saving.told.clear();
        }
        let pause = (AGAIN * 2_f64.powi(self.saving.n_tries - 1)).min(AGAIN_AT_MOST);
        self.saving.again = has(is_failed).then(|| self.saving.again.unwrap_or(now + pause));
        let due = [self.saving.since.map(|since| since + gather), self.saving.again]
            .into_iter()
            .flatten()
            .reduce(f64::min);
        let Some(due) = due else { return };
        if now < due && !turns {
            ctx.request_repaint_after(Duration::from_secs_f64(due - now));
            return;
        }
        (self.saving.since, self.saving.again) = (None, None);
        self.start_saves();
    }

    /// Has the sessions know how far the logs are; whether one of them cannot be written.
    fn ask_log(&mut self, ctx: &Context) -> bool {
        let stand = self.host.log_stand();
        let paths: Vec<PathBuf> = self.open_paths();
        let mut is_unlogged = false;
        for path in paths {
            let Some(session) = self.workspace.session_mut(&path) else { continue };
            if session.take_log_stand(&stand) {
                ctx.request_repaint();
            }
            if !session.is_kept() {
                is_unlogged |= stand.failed.is_some() || !session.has_log();
                ctx.request_repaint_after(Duration::from_secs_f64(LOOK));
            }
        }
        is_unlogged
    }

    pub(super) fn open_paths(&self) -> Vec<PathBuf> {
        self.workspace.sessions().iter().map(|session| session.path().to_owned()).collect()
    }

    /// Hands every changed layer to the worker.
    pub(super) fn start_saves(&mut self) {
        for path in self.open_paths() {
            let job =
                self.workspace.session_mut(&path).and_then(|session| session.start_save(&mut *self.host));
            if let Some(job) = job {
                self.worker.give(Job::save(path, job), &mut *self.host);
            }
        }
    }

    /// A save has ended. One that did not end well is said once; after that the bar goes on saying it.
    pub(super) fn saved(&mut self, path: &Path, result: SaveResult) {
        let Some(session) = self.workspace.session_mut(path) else { return };
        if let Some(warning) = session.finish_save(result) {
            self.notices.say(told::warning(&warning));
        }
        let SaveState::Failed(error) = session.save_state() else { return };
        self.saving.n_tries = self.saving.n_tries.saturating_add(1);
        if !self.saving.told.contains(error) {
            self.saving.told.push(error.clone());
            let hint = if session.is_kept() { say!("save-failed-kept") } else { say!("save-failed-here") };
            self.notices.refuse(told::save_error(error), Some(hint));
        }
    }

    /// Saves everything before the window goes. If that fails the window stays, once.
    pub(super) fn answer_close(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.wait_for_edits();
        let errors = self.save_all();
        self.remember_open();
        self.keep_places();
        if !errors.is_empty() && !self.saving.is_warned {
            self.saving.is_warned = true;
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.ask_log(ctx);
            let hint = if self.workspace.sessions().iter().all(Session::is_kept) {
                say!("close-kept")
            } else {
                say!("close-loses")
            };
            self.notices.refuse(errors.join("; "), Some(hint));
        }
    }

    /// Saves all that is open, waiting for it; the sentences of what could not be saved.
    pub(super) fn save_all(&mut self) -> Vec<String> {
        let is_saving = |session: &Session| matches!(session.save_state(), SaveState::Saving { .. });
        while self.workspace.sessions().iter().any(is_saving) {
            match self.worker.wait(Duration::from_secs(10)) {
                Some(event) => self.answer(event),
                None => return vec![say!("disk-silent")],
            }
        }
        let mut errors = Vec::new();
        for path in self.open_paths() {
            if let Some(session) = self.workspace.session_mut(&path) {
                errors.extend(session.save(&mut *self.host).err().map(|error| told::save_error(&error)));
            }
        }
        errors
    }

    /// Says what the logs of a crashed program held. What waits is said once.
    pub(super) fn recovered(&mut self, found: Vec<Recovered>) {
        for recovered in found {
            if self.saving.recovered.contains(&recovered) {
                continue;
            }
            let details = Some(recovered.details()).filter(|words| !words.is_empty());
            match &recovered.waits {
                None => self.notices.tell(told::recovered(&recovered), details),
                Some(_) => self.notices.refuse(told::recovered(&recovered), details),
            }
            self.saving.recovered.push(recovered);
        }
    }

    /// Has the earlier states of my marks looked up.
    pub(super) fn ask_earlier(&mut self) {
        let Some(path) = self.workspace.active().map(|session| session.path().to_owned()) else { return };
        self.worker.give(Job::earlier(path), &mut *self.host);
    }

    /// Shows them, if the article is still looked at.
    pub(super) fn show_earlier(&mut self, path: &Path, states: Vec<Earlier>) {
        let Some(session) = self.workspace.active().filter(|session| session.path() == path) else { return };
        let me = session.annotator().map(|me| me.name.as_str());
        let states = states.into_iter().filter(|state| Some(state.annotator.as_str()) == me).collect();
        self.show(Modal::Earlier { states });
    }

    /// An article that is opened says in its line what was recovered to it, for longer than a notice stays.
    pub(super) fn tell_recovered(&mut self, session: &mut Session) {
        let here = |recovered: &Recovered| recovered.article == session.path() && recovered.waits.is_none();
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.saving.recovered).into_iter().partition(here);
        self.saving.recovered = elsewhere;
        for recovered in here {
            session.warn(Warning::Recovered(Box::new(recovered)));
        }
    }
}
