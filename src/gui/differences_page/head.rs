//! Above the list: who is compared, how they differ and how often, and what of it is listed.

use super::DifferencesPage;
use super::agreement::Section;
use crate::analysis::agreement::Difference;
use crate::analysis::differences::Differing;
use crate::gui::comparing::kind_words;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::{name, say};
use crate::layer::{AnnotatorId, TagId};
use crate::library::Library;
use egui::{RichText, Ui};
use std::collections::BTreeMap;

impl DifferencesPage {
    /// Everybody, to be compared or left out.
    pub(super) fn people_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let compared = self.compared();
        let mut toggled: Option<AnnotatorId> = None;
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(say!("differences-between")).color(cx.theme.ink_subdued));
            for (who, settles) in &self.people {
                let is_on = compared.contains(&who.id);
                let name = visible(&who.name);
                let words = if *settles { say!("differences-settles", name = name) } else { name };
                if ui.selectable_label(is_on, words).clicked() {
                    toggled = Some(who.id);
                }
            }
            let here = ui.checkbox(&mut self.only_here, say!("differences-only-here"));
            here.on_hover_text(say!("differences-only-here-hint"));
        });
        if let Some(who) = toggled {
            let mut chosen = compared;
            match chosen.iter().position(|one| *one == who) {
                Some(at) => drop(chosen.remove(at)),
                None => chosen.push(who),
            }
            self.chosen = Some(chosen);
        }
    }

    /// What of the page is to be looked at.
    pub(super) fn sections_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for section in Section::ALL {
                if ui.selectable_label(self.section == section, section.label()).clicked() {
                    self.section = section;
                }
            }
        });
        ui.add_space(4.0);
    }

    /// What there is, by kind and tag, each to be listed alone.
    pub(super) fn filter_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let all = || self.found.articles.iter().flat_map(|article| &article.found.all);
        let open = || all().filter(|one| self.shows_decided || one.is_open());
        let n_agreed: usize = self.found.articles.iter().map(|article| article.found.agreed.len()).sum();
        let n_decided = all().filter(|one| !one.is_open()).count();
        let (n_all, n_articles) = (open().count(), self.found.articles.len());
        let words = say!(
            "differences-counted",
            agreed = n_agreed,
            count = n_all,
            articles = n_articles,
            decided = n_decided
        );
        let kinds: Vec<(Difference, usize)> = Difference::ALL
            .into_iter()
            .map(|kind| (kind, open().filter(|one| one.is_of(kind)).count()))
            .filter(|(_, n)| 0 < *n)
            .collect();
        let tags = tags(open());
        ui.label(RichText::new(words).color(cx.theme.ink_subdued)).on_hover_text(say!("differences-paired"));
        ui.horizontal_wrapped(|ui| {
            if ui.selectable_label(self.kind.is_none(), say!("differences-all-kinds")).clicked() {
                self.kind = None;
            }
            for (kind, n) in kinds {
                let words = say!("differences-of-kind", kind = filter_words(kind), count = n);
                if ui.selectable_label(self.kind == Some(kind), words).clicked() {
                    self.kind = (self.kind != Some(kind)).then_some(kind);
                }
            }
            ui.separator();
            self.tag_menu(library, &tags, ui);
            ui.checkbox(&mut self.shows_decided, say!("differences-show-decided"));
            let alike = ui.checkbox(&mut self.shows_agreed, say!("differences-show-agreed"));
            alike.on_hover_text(say!("differences-paired"));
        });
        ui.add_space(2.0);
    }

    fn tag_menu(&mut self, library: &Library, tags: &BTreeMap<TagId, usize>, ui: &mut Ui) {
        let label = |tag: &TagId| name(library.codebook().label(tag));
        let button = match &self.tag {
            Some(tag) => say!("differences-tag", tag = label(tag)),
            None => say!("differences-all-tags"),
        };
        ui.menu_button(button, |ui| {
            if ui.selectable_label(self.tag.is_none(), say!("differences-all-tags")).clicked() {
                self.tag = None;
                ui.close();
            }
            for (tag, n) in tags {
                let words = say!("differences-of-kind", kind = label(tag), count = *n);
                if ui.selectable_label(self.tag.as_ref() == Some(tag), words).clicked() {
                    self.tag = Some(tag.clone());
                    ui.close();
                }
            }
        });
    }
}

/// As the filter means it: of ends nothing but these.
fn filter_words(kind: Difference) -> String {
    if kind == Difference::Boundary { say!("difference-boundary-only") } else { kind_words(kind) }
}

fn tags<'a>(all: impl Iterator<Item = &'a Differing>) -> BTreeMap<TagId, usize> {
    let mut tags: BTreeMap<TagId, usize> = BTreeMap::new();
    for tag in all.flat_map(|one| &one.tags) {
        *tags.entry(tag.clone()).or_default() += 1;
    }
    tags
}
