//! What a page of the ledger knows and waits for, and the line that says by which marks.

use crate::analysis::ledger::{Ledger, LedgerJob, Wanted, Whose};
use crate::gui::known::KnownFor;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{Called, QueryLine, chips_ui, fault_ui};
use crate::gui::widgets::whose::{self, whose_ui};
use crate::gui::words::say;
use crate::library::Library;
use egui::Ui;
use std::sync::Arc;

/// Beside the field stand the menus, in points.
const MENUS: f32 = 230.0;

/// What a page knows, and what it waits for.
#[derive(Default)]
pub(super) struct Known {
    ledger: KnownFor<Wanted, Ledger>,
    pub(super) line: QueryLine,
    pub(super) whose: Whose,
}

impl Known {
    /// Takes over what was computed, where this page asked for it.
    pub(super) fn take(&mut self, ledger: &Arc<Ledger>) {
        self.ledger.take(&ledger.made_for, ledger);
    }

    /// What is known, and has it computed anew where something else is wanted or the folder is another than it
    /// was for. What was known stays until then; one is made after the other.
    pub(super) fn follow(&mut self, cx: &ViewCtx<'_>, library: &Library) -> Option<Arc<Ledger>> {
        if let Ok((query, matcher)) = self.line.ready(library) {
            let wanted = Wanted { revision: library.revision(), query, whose: self.whose };
            self.ledger.follow(wanted, |wanted| {
                let job = LedgerJob::new(library, cx.me.map(|me| me.id), matcher, wanted);
                cx.ask(Request::Reckon(Box::new(job)));
            });
        }
        self.ledger.known().cloned()
    }

    /// Draws the line with its filters and chips; whether the keyboard is to go on into what stands below.
    pub(super) fn line_ui(
        &mut self,
        called: &Called<'_>,
        cx: &ViewCtx<'_>,
        library: &Library,
        ui: &mut Ui,
    ) -> bool {
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
