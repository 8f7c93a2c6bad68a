//! Who is speaking in the open article, while that is shown: found off the frame, each voice with a sign and a
//! colour.

use super::theme::Theme;
use crate::analysis::voices::{MarkedVoice, Passage, Voices, marked_voices};
use crate::document::{Document, DocumentId};
use crate::session::Session;
use crate::text::TextSize;
use egui::Color32;
use std::sync::Arc;

/// The article as it is, marks and all: what voices are found of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) struct MadeOf {
    document: DocumentId,
    marks: u64,
    order: u64,
}

impl MadeOf {
    pub(in crate::gui) fn of(session: &Session) -> Self {
        Self { document: session.document_id(), marks: session.revision(), order: session.order().revision() }
    }
}

/// Voices that are to be found, on whatever thread.
#[derive(Clone, Debug)]
pub(in crate::gui) struct VoicesJob {
    made_of: MadeOf,
    document: Arc<Document>,
    marked: Vec<MarkedVoice>,
}

/// Voices that were found.
#[derive(Debug)]
pub(in crate::gui) struct Heard {
    pub made_of: MadeOf,
    pub voices: Voices,
}

impl VoicesJob {
    pub(in crate::gui) fn of(session: &Session) -> Self {
        let (document, marked) = (Arc::clone(session.document()), marked_voices(session.article()));
        Self { made_of: MadeOf::of(session), document, marked }
    }

    /// Finds them.
    pub(in crate::gui) fn run(self) -> Heard {
        Heard { made_of: self.made_of, voices: Voices::of(&self.document, &self.marked) }
    }
}

impl Heard {
    /// Whether it is of that article, however its marks are now.
    pub(in crate::gui) fn is_of(&self, session: &Session) -> bool {
        self.made_of.document == session.document_id()
    }

    /// The passage that a voice says next behind a place; behind the last the first.
    pub(in crate::gui) fn next(&self, voice: usize, behind: TextSize) -> Option<&Passage> {
        let its = || self.voices.passages.iter().filter(move |passage| passage.voice == voice);
        its().find(|passage| behind < passage.range.start()).or_else(|| its().next())
    }
}

/// The sign of a voice: A, B, … Z, A2 and so on.
pub(in crate::gui) fn sign(voice: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(voice % 26).unwrap_or_default());
    match voice / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}

/// The colour of a voice, which its sign is beside wherever it stands.
pub(in crate::gui) fn colour(theme: &Theme, voice: usize) -> Color32 {
    theme.nth_person(voice)
}
