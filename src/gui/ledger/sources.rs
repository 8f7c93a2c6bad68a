//! The page Sources: what each source says in all articles of the folder.

use super::{Known, page_ui};
use crate::analysis::ledger::{Ledger, SourceLine};
use crate::gui::view::View;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use egui::{Grid, RichText, ScrollArea, Ui, vec2};
use std::sync::Arc;

/// The most sources that are listed; those with most marks come first.
const MOST: usize = 500;
/// The longest words of a cell, in characters.
const LONGEST: usize = 60;

/// What is known.
#[derive(Default)]
pub(in crate::gui) struct SourcesPage {
    known: Known,
}

impl SourcesPage {
    /// Its name in the table of views.
    pub(in crate::gui) const ID: &'static str = "sources";

    /// Takes over what was computed.
    pub(in crate::gui) fn take(&mut self, ledger: Arc<Ledger>) {
        self.known.take(ledger);
    }
}

impl View for SourcesPage {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        page_ui(&mut self.known, cx, ui, |ledger, library, ui| {
            ui.label(say!("sources-count", count = ledger.sources.len()));
            ui.add_space(6.0);
            let area = ScrollArea::both().id_salt("sources").auto_shrink([false, false]);
            area.show(ui, |ui| {
                Grid::new("sources").striped(true).spacing(vec2(16.0, 6.0)).show(ui, |ui| {
                    head_ui(cx, ui);
                    for line in ledger.sources.iter().take(MOST) {
                        line_ui(line, library.codebook(), ui);
                    }
                });
            });
        });
    }

    fn focus(&mut self, _stop: usize) {}
}

fn head_ui(cx: &ViewCtx<'_>, ui: &mut Ui) {
    let heads = [
        say!("sources-source"),
        say!("sources-marks"),
        say!("sources-tags"),
        say!("sources-figures"),
        say!("sources-denials-made"),
        say!("sources-denials-received"),
        say!("sources-days"),
        say!("sources-share"),
        say!("sources-names"),
    ];
    for head in heads {
        ui.label(RichText::new(head).small().color(cx.theme.ink_subdued));
    }
    ui.end_row();
}

fn line_ui(line: &SourceLine, codebook: &crate::layer::Codebook, ui: &mut Ui) {
    let cell = |words: &str, ui: &mut Ui| {
        ui.label(in_visual_order(&visible(&shortened(words, LONGEST))));
    };
    let name = if line.is_unattributed { say!("sources-unattributed") } else { line.name.to_string() };
    cell(&name, ui);
    ui.label(line.n_marks.to_string());
    let tags: Vec<String> = line
        .by_tag
        .iter()
        .map(|(tag, n)| format!("{} {n}", codebook.label(&crate::layer::TagId::new(&**tag))))
        .collect();
    cell(&tags.join(", "), ui);
    for n in [line.n_figures, line.n_denials_made, line.n_denials_received] {
        ui.label(if n == 0 { String::new() } else { n.to_string() });
    }
    let days = match (line.first, line.last) {
        (Some(first), Some(last)) if first != last => format!("{} – {}", first.iso(), last.iso()),
        (Some(first), _) => first.iso(),
        _ => String::new(),
    };
    ui.label(days);
    ui.label(format!("{:.1} %", line.share));
    let names: Vec<&str> = line.names.iter().skip(1).map(|(name, _)| &**name).collect();
    cell(&names.join(", "), ui);
    ui.end_row();
}
