//! What a page of the ledger knows and waits for, and the line that says by which marks.

use crate::analysis::ledger::{Ledger, LedgerJob, Wanted, Whose};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::query_line::{Called, QueryLine, chips_ui};
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::library::query::Matcher;
use crate::library::{Library, Query};
use egui::{RichText, Ui};
use std::sync::Arc;

/// Beside the field stand the menus, in points.
const MENUS: f32 = 230.0;

/// A line made ready, or what is wrong with it and what to do.
type Ready = Result<(Query, Matcher), (String, String)>;

/// What a page knows, and what it waits for.
#[derive(Default)]
pub(super) struct Known {
    ledger: Option<Arc<Ledger>>,
    /// What is on its way.
    asked: Option<Wanted>,
    pub(super) line: QueryLine,
    /// What the line asks for, with the line and the revision of the folder.
    ready: Option<(String, u64, Ready)>,
    pub(super) whose: Whose,
}

impl Known {
    /// Takes over what was computed, where this page asked for it.
    pub(super) fn take(&mut self, ledger: &Arc<Ledger>) {
        if self.asked.take_if(|asked| *asked == ledger.made_for).is_some() {
            self.ledger = Some(Arc::clone(ledger));
        }
    }

    /// What is known, and has it computed anew where something else is wanted or the folder is another than it
    /// was for. What was known stays until then; one is made after the other.
    pub(super) fn follow(&mut self, cx: &ViewCtx<'_>, library: &Library) -> Option<Arc<Ledger>> {
        if let Ok((query, matcher)) = self.ready(library) {
            let wanted = Wanted { revision: library.revision(), query, whose: self.whose };
            let is_known = self.ledger.as_ref().is_some_and(|ledger| ledger.made_for == wanted);
            if !is_known && self.asked.is_none() {
                self.asked = Some(wanted.clone());
                let job = LedgerJob::new(library, cx.me.map(|me| me.id), matcher, wanted);
                cx.ask(Request::Reckon(Box::new(job)));
            }
        }
        self.ledger.clone()
    }

    /// Makes the line ready, once for each line and state of the folder.
    fn ready(&mut self, library: &Library) -> Ready {
        let (line, revision) = (&self.line.text, library.revision());
        if let Some((_, _, ready)) = self.ready.as_ref().filter(|(l, r, _)| l == line && *r == revision) {
            return ready.clone();
        }
        let told = |error: crate::library::QueryError| (error.to_string(), error.hint());
        let ready = |query: Query| query.matcher(library.codebook()).map(|matcher| (query, matcher));
        let ready = line.parse().and_then(ready).map_err(told);
        self.ready = Some((line.clone(), revision, ready.clone()));
        ready
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
        match self.ready(library) {
            Ok((query, _)) => {
                let terms: Vec<String> = query.terms.iter().map(ToString::to_string).collect();
                if let Some(nth) = chips_ui(&terms, ui) {
                    let mut rest = query;
                    rest.terms.remove(nth);
                    self.line.text = rest.to_string();
                }
            }
            Err((words, hint)) => {
                ui.label(RichText::new(visible(&words)).color(cx.theme.warning));
                ui.label(RichText::new(visible(&hint)).small().color(cx.theme.ink_subdued));
            }
        }
        goes_on.inner
    }

    /// A menu of those whose incidents may be followed, where anybody has any.
    pub(super) fn whose_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let registers = library.registers();
        let with: Vec<_> = registers.iter().filter(|layer| layer.incidents().next().is_some()).collect();
        if with.is_empty() && self.whose == Whose::All {
            return;
        }
        let name = |whose: Whose| match whose {
            Whose::All => say!("incidents-whose-all"),
            Whose::Nobody => say!("incidents-whose-nobody"),
            Whose::One(id) => {
                let layer = registers.iter().find(|layer| layer.annotator.id == id);
                let person = layer.map(|layer| visible(&layer.annotator.name)).unwrap_or_default();
                if cx.me.is_some_and(|me| me.id == id) {
                    say!("incidents-whose-mine")
                } else {
                    say!("incidents-whose-one", person = person)
                }
            }
        };
        let people = with.iter().map(|layer| Whose::One(layer.annotator.id));
        let all: Vec<Whose> = [Whose::All].into_iter().chain(people).chain([Whose::Nobody]).collect();
        ui.menu_button(name(self.whose), |ui| {
            for whose in all {
                if ui.radio(self.whose == whose, name(whose)).clicked() {
                    self.whose = whose;
                    ui.close();
                }
            }
        });
    }
}
