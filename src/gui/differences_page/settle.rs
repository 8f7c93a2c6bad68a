//! Settling on the page: what all agree on is taken over by one act, and the difference that is looked at is
//! decided.

use super::DifferencesPage;
use crate::analysis::differences::{Differing, InArticle};
use crate::gui::outbox::Request;
use crate::gui::settling::{Mark, decide_ui, decided_words, settle_ui};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::visible;
use crate::gui::words::say;
use crate::layer::AnnotationId;
use crate::library::Library;
use crate::session::{Action, How};
use crate::workspace::edits::Edits;
use egui::{RichText, Ui};

impl DifferencesPage {
    /// The button that takes over what all agree on, and who agreed with what was decided so far.
    pub(super) fn settle_head_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let compared = self.compared();
        let open = |article: &InArticle| -> Vec<Vec<AnnotationId>> {
            let agreed = article.found.agreed.iter().filter(|one| one.is_open());
            agreed.map(|one| one.marks.iter().flatten().copied().collect()).collect()
        };
        let n_open: usize = self.found.articles.iter().map(|article| open(article).len()).sum();
        ui.horizontal_wrapped(|ui| {
            match cx.me {
                Some(me) if compared.contains(&me.id) => settle_ui(cx, me, ui),
                _ => {
                    let words = say!("settle-agreed", count = n_open);
                    let button = ui.add_enabled(0 < n_open, egui::Button::new(words));
                    if button.on_hover_text(say!("settle-agreed-hint")).clicked() {
                        let mut edits = Edits::new(say!("settle-agreed-deed"));
                        for article in &self.found.articles {
                            for marks in open(article) {
                                let names = marks.iter().map(|id| id.0.simple().to_string()).collect();
                                let action = Action::Decide(How::Merge, names, String::new());
                                edits.add(library.file_of(&article.entry), action);
                            }
                        }
                        cx.ask(Request::EditMany(edits));
                    }
                }
            }
            let outcome = self.found.outcomes.iter().filter(|(_, (decided, _))| 0 < *decided);
            let outcome: Vec<String> = outcome
                .map(|(who, (decided, taken))| {
                    let name = self.people.iter().find(|(one, _)| one.id == *who);
                    let name = visible(name.map_or("", |(one, _)| &one.name));
                    say!("settle-outcome-of", person = name, taken = *taken, decided = *decided)
                })
                .collect();
            if !outcome.is_empty() {
                let words = say!("settle-outcome", people = outcome.join(", "));
                ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            }
        });
    }

    /// What can be decided of the difference that is looked at.
    pub(super) fn settle_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let is_compared = cx.me.is_some_and(|me| self.compared().contains(&me.id));
        let Some((article, one)) = self.at(self.current).filter(|_| !is_compared) else { return };
        if let Some(words) = decided_words(one) {
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
        }
        let marks = marks(article, one);
        let file = library.file_of(&article.entry);
        let deed = ui.horizontal_wrapped(|ui| decide_ui(cx, &marks, ui)).inner;
        let Some(deed) = deed else { return };
        let mut edits = Edits::new(say!("settle-deed"));
        edits.add(file.clone(), deed.action);
        cx.ask(Request::EditMany(edits));
        if let Some(first) = one.first().filter(|_| deed.rewords) {
            cx.ask(Request::MarkIn(file, first));
        }
        self.wants_list = true;
    }
}

fn marks(article: &InArticle, one: &Differing) -> Vec<Mark> {
    let row = |id: &AnnotationId| article.entry.rows.iter().find(|row| row.id == *id);
    let marks = one.marks.iter().flatten().filter_map(row);
    marks.map(|row| Mark { id: row.id, person: row.person.id, name: row.person.name.clone() }).collect()
}
