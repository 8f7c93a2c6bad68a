//! The last step: what closes the key, what the file will hold, and where it goes; and what was made.

use super::making::{Made, MakingSheet};
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::{name, say};
use crate::session::Session;
use egui::{RichText, TextEdit, Ui};

impl MakingSheet {
    pub(super) fn place_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let seals = ui.checkbox(&mut self.seals, say!("making-seal"));
        if std::mem::take(&mut self.wants_focus) {
            seals.request_focus();
        }
        if self.seals {
            egui::Grid::new("pass-phrase").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
                let labels = [say!("making-pass-phrase"), say!("making-pass-phrase-again")];
                for (label, typed) in labels.into_iter().zip(&mut self.pass_phrase) {
                    let label = ui.label(label);
                    let field = TextEdit::singleline(typed).password(true).desired_width(280.0);
                    ui.add(field).labelled_by(label.id);
                    ui.end_row();
                }
            });
        }
        let about = if self.seals { say!("making-seal-about") } else { say!("making-open-about") };
        ui.label(RichText::new(about).small().color(cx.theme.ink_subdued));
        ui.add_space(8.0);
        self.contents_ui(cx, session, ui);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let label = ui.label(say!("making-file"));
            let field = TextEdit::singleline(&mut self.out).desired_width(380.0);
            ui.add(field).labelled_by(label.id);
            if ui.button(say!("assignment-choose")).clicked() {
                cx.ask(Request::ChooseFolder);
            }
        });
        if self.is_taken.as_ref().is_some_and(|taken| *taken != self.out_path()) {
            self.is_taken = None;
        }
        if self.is_taken.is_some() {
            ui.label(RichText::new(say!("making-taken")).color(cx.theme.warning));
        }
    }

    /// What the file will hold.
    fn contents_ui(&self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.label(RichText::new(say!("making-holds")).color(cx.theme.ink_strong));
        let file = shortened(&visible(&session.file_name()), 60);
        let n_words = self.task.split_whitespace().count();
        let n_optional = self.lines.iter().filter(|line| line.is_optional).count();
        let n_alternatives = self.lines.iter().map(|line| line.alternatives.len()).sum::<usize>();
        let (n_key, codebook) = (self.lines.len(), visible(&name(&session.codebook().name)));
        let key = say!("making-holds-key", count = n_key, optional = n_optional, accepted = n_alternatives);
        let key = if self.seals { say!("making-holds-sealed", key = key) } else { key };
        let lines = [
            say!("making-holds-article", name = file),
            say!("making-holds-codebook", name = codebook),
            say!("making-holds-task", count = n_words),
            key,
            say!("making-holds-weights"),
        ];
        for line in lines {
            ui.label(RichText::new(format!("•  {line}")).color(cx.theme.ink));
        }
    }

    pub(super) fn lack_of_place(&self) -> Option<String> {
        let [once, again] = self.pass_phrase.each_ref().map(|typed| typed.trim());
        if self.seals && once.is_empty() {
            Some(say!("making-no-pass-phrase"))
        } else if self.seals && once != again {
            Some(say!("making-other-pass-phrase"))
        } else if self.out.trim().is_empty() {
            Some(say!("making-no-file"))
        } else {
            None
        }
    }
}

impl Made {
    /// What was made, and what to do with it.
    pub(super) fn ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let label = ui.label(RichText::new(say!("making-made")).color(cx.theme.ink_strong));
        let path = self.path.display().to_string();
        let mut shown = path.as_str();
        let field = TextEdit::multiline(&mut shown).desired_rows(2).desired_width(f32::INFINITY);
        ui.add(field).labelled_by(label.id);
        ui.horizontal(|ui| {
            if ui.button(say!("handed-in-show")).clicked() {
                cx.ask(Request::Reveal(self.path.clone()));
            }
            if ui.button(say!("handed-in-copy")).clicked() {
                ui.ctx().copy_text(path.clone());
            }
        });
        let Some(commitment) = &self.commitment else { return };
        ui.add_space(8.0);
        let label = ui.label(say!("making-commitment"));
        let mut shown = commitment.as_str();
        let font = egui::TextStyle::Monospace;
        let field = TextEdit::multiline(&mut shown).font(font).desired_rows(2).desired_width(f32::INFINITY);
        ui.add(field).labelled_by(label.id);
        if ui.button(say!("making-copy-commitment")).clicked() {
            ui.ctx().copy_text(commitment.clone());
        }
        ui.label(RichText::new(say!("making-commitment-about")).small().color(cx.theme.ink_subdued));
    }
}
