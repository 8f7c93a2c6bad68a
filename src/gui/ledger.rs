//! The pages of the ledger: incidents with their number lines, and what each source says. Both are computed from
//! the rows of the folder off the frame, and anew when those change.

mod incidents;
mod number_line;
mod sources;
mod words;

pub(super) use incidents::IncidentsPage;
pub(super) use sources::SourcesPage;

use super::outbox::Request;
use super::view_ctx::ViewCtx;
use super::words::say;
use crate::analysis::ledger::{Ledger, LedgerJob};
use crate::library::Library;
use egui::{RichText, Ui};
use std::sync::Arc;

/// What a page knows, and what it waits for.
#[derive(Default)]
struct Known {
    ledger: Option<Arc<Ledger>>,
    /// The revision of the folder that is on its way.
    asked: Option<u64>,
}

impl Known {
    fn take(&mut self, ledger: Arc<Ledger>) {
        self.asked.take_if(|asked| *asked == ledger.revision);
        self.ledger = Some(ledger);
    }

    /// What is known, and has it computed anew where the folder is another than it was for. What was known
    /// stays until then; one is made after the other.
    fn follow(&mut self, cx: &ViewCtx<'_>, library: &Library) -> Option<Arc<Ledger>> {
        let revision = library.revision();
        let is_new = self.ledger.as_ref().is_some_and(|ledger| ledger.revision == revision);
        if !is_new && self.asked.is_none() {
            self.asked = Some(revision);
            cx.ask(Request::Reckon(Box::new(LedgerJob::new(library.snapshot(), revision))));
        }
        self.ledger.clone()
    }
}

/// Draws a page: `draw` what is known, or a line that says what is lacking.
fn page_ui(known: &mut Known, cx: &ViewCtx<'_>, ui: &mut Ui, draw: impl FnOnce(&Ledger, &Library, &mut Ui)) {
    let line = |words: String, ui: &mut Ui| {
        ui.centered_and_justified(|ui| ui.label(RichText::new(words).color(cx.theme.ink_subdued)));
    };
    let Some(library) = cx.workspace.library() else { return line(say!("ledger-no-folder"), ui) };
    let Some(ledger) = known.follow(cx, library) else { return line(say!("ledger-comes"), ui) };
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(18, 12));
    frame.show(ui, |ui| draw(&ledger, library, ui));
}
