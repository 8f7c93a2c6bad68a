//! Marking every occurrence in the folder: in which articles how many, and what is asked before.

use super::SearchPage;
use crate::gui::modal::edits::Proposal;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::grouped;
use crate::gui::words::{name, say};
use crate::layer::{AnnotatorId, Codebook, TagId};
use crate::library::Library;
use crate::library::search::InArticle;
use crate::session::Action;
use crate::workspace::edits::Edits;
use egui::Ui;

impl SearchPage {
    /// The tags, of which one is put on every occurrence. Several words that only stand in one sentence are
    /// no occurrence of anything.
    pub(super) fn mark_menu(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let has_words = self.asked.as_ref().is_some_and(|asked| asked.only_words().is_some());
        let is_ready =
            has_words && !self.is_running() && self.shown.articles().any(|one| !one.places.is_empty());
        let menu = ui.add_enabled_ui(is_ready, |ui| {
            ui.menu_button(say!("search-mark"), |ui| {
                for tag in &cx.commands.codebook().tags {
                    if tag_chip_ui(ui, cx.theme, tag, false, false).clicked() {
                        cx.ask(Request::MarkFolder(tag.id.clone()));
                        ui.close();
                    }
                }
            })
        });
        menu.response.on_disabled_hover_text(say!("search-mark-needs"));
    }

    /// What it comes to, to be asked about. Places that have such a mark of `me` already are left out.
    pub(in crate::gui) fn proposal(
        &self,
        library: &Library,
        codebook: &Codebook,
        me: Option<AnnotatorId>,
        tag: &TagId,
    ) -> Option<Proposal> {
        let words = self.asked.as_ref()?.only_words()?;
        let label = name(codebook.label(tag)).to_lowercase();
        let shown = shortened(&visible(&words.words), 60);
        let mut edits = Edits::new(say!("search-mark-label", words = shown.as_str(), tag = label.as_str()));
        let (mut list, mut n_before) = (Vec::new(), 0);
        for article in self.shown.articles().filter(|article| !article.places.is_empty()) {
            let n = n_unmarked(article, me, tag);
            n_before += article.places.len() - n;
            if 0 < n {
                edits.add(library.file_of(&article.entry), Action::TagAll(tag.clone(), words.clone()));
                list.push((visible(&article.entry.title), n));
            }
        }
        let n_places: usize = list.iter().map(|(_, n)| n).sum();
        Some(Proposal {
            title: say!("search-mark-title"),
            sentence: say!(
                "search-mark-sentence",
                places = n_places,
                articles = list.len(),
                words = shown,
                tag = label
            ),
            left: (0 < n_before).then(|| say!("search-mark-before", count = n_before)),
            list: list.into_iter().map(|(title, n)| format!("{title}: {}", grouped(n))).collect(),
            does: say!("search-mark-does", count = n_places),
            edits,
        })
    }
}

/// How many places in an article have no such mark of mine.
fn n_unmarked(article: &InArticle, me: Option<AnnotatorId>, tag: &TagId) -> usize {
    let rows = article.entry.rows.iter();
    let mine = rows.filter(|row| Some(row.person.id) == me && row.tags.contains(tag));
    let mut marked: Vec<_> = mine.filter_map(|row| row.place).collect();
    marked.sort_by_key(|place| (place.start(), place.end()));
    let is_marked = |place: &&crate::text::TextRange| {
        let key = (place.start(), place.end());
        marked.binary_search_by_key(&key, |marked| (marked.start(), marked.end())).is_ok()
    };
    article.places.iter().filter(|place| !is_marked(place)).count()
}
