//! Who is speaking in the open article: found off the frame while it is shown.

use super::App;
use crate::gui::voices::{Heard, MadeOf, VoicesJob};
use crate::gui::worker::Job;
use crate::session::Session;

/// What was found, and what is on its way.
#[derive(Debug, Default)]
pub(super) struct ShownVoices {
    here: Option<Heard>,
    asked: Option<MadeOf>,
}

impl ShownVoices {
    /// What is known of the article that is looked at.
    pub(super) fn shown(&self, session: Option<&Session>) -> Option<&Heard> {
        self.here.as_ref().filter(|heard| session.is_some_and(|session| heard.is_of(session)))
    }
}

impl App {
    /// Has voices found where another article is looked at, or its marks are others. What was known stays until
    /// then; one is made after the other.
    pub(super) fn follow_voices(&mut self) {
        if !self.settings.shows_voices {
            self.voices.here = None;
            return;
        }
        let Some(session) = self.workspace.active() else { return };
        let now = MadeOf::of(session);
        let is_known = self.voices.here.as_ref().is_some_and(|heard| heard.made_of == now);
        if is_known || self.voices.asked.is_some() {
            return;
        }
        self.voices.asked = Some(now);
        let job = VoicesJob::of(session);
        self.worker.give(Job::hear(job), &mut *self.host);
    }

    /// They were found.
    pub(super) fn heard(&mut self, heard: Heard) {
        self.voices.asked.take_if(|asked| *asked == heard.made_of);
        self.voices.here = Some(heard).filter(|_| self.settings.shows_voices);
    }
}
