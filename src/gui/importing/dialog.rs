//! The dialog that takes marks of an export in: whose they are, on which articles, and where they would go.

use super::Ask;
use crate::gui::outbox::Request;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::radio_ui;
use crate::gui::widgets::dialog::{buttons_ui, room_for_list};
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::host::file_name;
use crate::layer::Annotator;
use crate::session::importing::{ImportFault, ImportPlan, Part};
use egui::{RichText, ScrollArea, Ui};

/// The longest name that is shown, in characters.
const LONGEST: usize = 40;

/// What an export holds, and what of it is to come in.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::gui) struct ImportDialog {
    plan: ImportPlan,
    /// Which of its parts.
    is_meant: Vec<bool>,
    /// Who is asked, and whether all is to be that person's.
    me: Option<Annotator>,
    is_mine: bool,
}

impl ImportDialog {
    /// For an export that was read.
    pub(in crate::gui) fn new(plan: ImportPlan, me: Option<Annotator>) -> Self {
        let is_meant = plan.parts.iter().map(|part| part.to.is_some()).collect();
        Self { plan, is_meant, me, is_mine: false }
    }

    /// Draws it.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(560.0);
        let name = shortened(&visible(&file_name(&self.plan.file)), 60);
        ui.label(RichText::new(say!("import-from", name = name)).color(cx.theme.ink_subdued));
        ui.add_space(6.0);
        let height = room_for_list(ui, 220.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            for (part, is_meant) in self.plan.parts.iter().zip(&mut self.is_meant) {
                part_ui(cx, part, is_meant, ui);
            }
        });
        if 0 < self.plan.n_unread {
            let words = say!("import-unread", count = self.plan.n_unread);
            ui.label(RichText::new(words).color(cx.theme.warning));
        }
        ui.add_space(8.0);
        if radio_ui(cx.theme, !self.is_mine, say!("import-as-authors"), ui).clicked() {
            self.is_mine = false;
        }
        if let Some(me) = &self.me {
            let mine = say!("import-as-mine", person = visible(&me.name));
            if radio_ui(cx.theme, self.is_mine, mine, ui).clicked() {
                self.is_mine = true;
            }
        }
        self.goes_ui(cx, ui);
        let parts = self.parts();
        if buttons_ui(cx, ui, &say!("import-does"), !parts.is_empty()) {
            cx.ask(Request::CloseDialog);
            cx.ask(Request::Import(Ask::Take(parts)));
        }
    }

    /// The files that would be written.
    fn goes_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let mut names: Vec<String> =
            self.parts().iter().filter_map(|(part, person)| part.layer_name(person)).collect();
        names.dedup();
        let Some(first) = names.first() else { return };
        let first = visible(first);
        let words = match names.len() {
            1 => say!("import-goes", name = first),
            n => say!("import-goes-many", name = first, count = n - 1),
        };
        ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
    }

    fn parts(&self) -> Vec<(Part, Annotator)> {
        let meant = self.plan.parts.iter().zip(&self.is_meant).filter(|(part, is)| **is && part.to.is_some());
        let person =
            |part: &Part| self.me.clone().filter(|_| self.is_mine).unwrap_or_else(|| part.author.clone());
        meant.map(|(part, _)| (part.clone(), person(part))).collect()
    }
}

/// Whose marks on which article, and where they go.
fn part_ui(cx: &ViewCtx<'_>, part: &Part, is_meant: &mut bool, ui: &mut Ui) {
    let (who, from) =
        (shortened(&visible(&part.author.name), LONGEST), shortened(&visible(&part.from), LONGEST));
    let words = match &part.to {
        None => say!("import-part-nowhere", count = part.n_marks, person = who, from = from),
        Some(to) => {
            let to = shortened(&visible(&file_name(&to.path)), LONGEST);
            say!("import-part", count = part.n_marks, person = who, from = from, to = to)
        }
    };
    let words = in_visual_order(&words);
    if part.to.is_some() {
        ui.checkbox(is_meant, words);
    } else {
        ui.label(RichText::new(words).color(cx.theme.ink_subdued));
    }
}

/// Why marks of an export came not in, in the words of the window.
pub(in crate::gui) fn fault(fault: &ImportFault) -> String {
    match fault {
        ImportFault::Host(path, error) => {
            say!("import-fault-host", name = file_name(path), reason = told::host_error(error))
        }
        ImportFault::NoExport(path) => say!("import-fault-none", name = file_name(path)),
        ImportFault::NoArticle(name) => say!("import-fault-no-article", name = name.as_str()),
        ImportFault::Open(error) => told::open_error(error),
        ImportFault::Refused(error) => told::refusal(error),
        ImportFault::Save(error) => told::save_error(error),
    }
}
