//! What a page of the ledger knows and waits for, and the line that says by which marks.

use crate::analysis::incidents::Memory;
use crate::analysis::ledger::{Ledger, LedgerJob, Part, Wanted, Whose};
use crate::gui::known::KnownFor;
use crate::gui::outbox::{Request, Work};
use crate::gui::threads_page::{being_read_ui, no_folder_ui};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{Called, QueryLine, chips_ui, fault_ui};
use crate::gui::widgets::whose::{self, whose_ui};
use crate::gui::words::say;
use crate::library::Library;
use egui::{Frame, Margin, Ui};
use std::sync::{Arc, Mutex};

/// Draws a page of the ledger into the room of the middle.
pub(super) fn page(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(Margin::symmetric(16, 12)).show(ui, draw);
}

/// Beside the field stand the menus, in points.
const MENUS: f32 = 230.0;

/// What a page knows, and what it waits for.
#[derive(Default)]
pub(super) struct Known {
    ledger: KnownFor<Wanted, Ledger>,
    pub(super) line: QueryLine,
    pub(super) whose: Whose,
    /// What the next ledger can be made of.
    memory: Arc<Mutex<Memory>>,
}

impl Known {
    /// Takes over what was computed, where this page asked for it.
    pub(super) fn take(&mut self, ledger: &Arc<Ledger>) {
        self.ledger.take(&ledger.made_for, ledger);
    }

    /// Draws what stands above a page, and gives what is known of its part of the ledger; where that is nothing yet
    /// it says so. `goes_on` is set where the keyboard is to go on into what stands below.
    pub(super) fn head_ui<'a>(
        &mut self,
        part: Part,
        called: &Called<'_>,
        cx: &ViewCtx<'a>,
        goes_on: &mut bool,
        ui: &mut Ui,
    ) -> Option<(&'a Library, Arc<Ledger>)> {
        let Some(library) = cx.workspace.library() else {
            no_folder_ui(cx, ui);
            return None;
        };
        *goes_on |= self.line_ui(called, cx, library, ui);
        let ledger = self.follow(part, cx, library);
        if ledger.is_none() {
            being_read_ui(cx, ui);
        }
        Some((library, ledger?))
    }

    /// What is known of a part of the ledger, and has it computed anew where something else is wanted or the folder
    /// is another than it was for. What was known stays until then; one is made after the other.
    fn follow(&mut self, part: Part, cx: &ViewCtx<'_>, library: &Library) -> Option<Arc<Ledger>> {
        if let Ok((query, matcher)) = self.line.ready(library) {
            let wanted = Wanted { part, revision: library.revision(), query, whose: self.whose };
            let memory = &self.memory;
            self.ledger.follow(wanted, |wanted| {
                let job = LedgerJob::new(library, cx.me.map(|me| me.id), matcher, wanted, memory);
                cx.ask(Request::Work(Work::Ledger(Box::new(job))));
            });
        }
        self.ledger.known().cloned()
    }

    /// Draws the line with its filters and chips; whether the keyboard is to go on into what stands below.
    fn line_ui(&mut self, called: &Called<'_>, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) -> bool {
        let goes_on = ui.horizontal(|ui| {
            let width = (ui.available_width() - MENUS).clamp(120.0, 460.0);
            let goes_on = self.line.field_ui(called, width, ui);
            self.line.filters_menu(ui);
            goes_on
        });
        match self.line.ready(library) {
            Ok((query, _)) => {
                let terms: Vec<String> = query.terms.iter().map(ToString::to_string).collect();
                if let Some(nth) = chips_ui(&terms, ui) {
                    let mut rest = query;
                    rest.terms.remove(nth);
                    self.line.text = rest.to_string();
                }
            }
            Err(fault) => fault_ui(cx.theme, &fault, ui),
        }
        goes_on.inner
    }

    /// A menu of those whose incidents may be followed, where anybody has any.
    pub(super) fn whose_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let mut with = library.registers();
        with.retain(|layer| layer.incidents().next().is_some());
        let called = whose::Called {
            all: say!("incidents-whose-all"),
            nobody: say!("incidents-whose-nobody"),
            mine: say!("incidents-whose-mine"),
            one: &|person| say!("incidents-whose-one", person = person),
        };
        whose_ui(cx, &with, &mut self.whose, &called, ui);
    }
}
