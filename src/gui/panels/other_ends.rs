//! The marks that a new relation may end at, to choose one of: those of the article, and when words are
//! typed those of the other articles of the folder.

use crate::document::DocumentId;
use crate::gui::panels::mark_row::tag_words;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::layer::codebook::allows;
use crate::layer::{AnnotationId, RelationKind, RelationSlug};
use crate::library::{Library, Query};
use crate::session::{MarkRef, Session};
use egui::{Button, RichText, ScrollArea, TextEdit, Ui};

/// So many marks of other articles are offered; who misses one types more of its words.
const MOST_ELSEWHERE: usize = 100;
const FIELD: &str = "Words of the other mark";

/// The mark that was chosen, with its document if that is another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    pub(super) mark: AnnotationId,
    pub(super) document: Option<DocumentId>,
}

/// The list, as last made.
#[derive(Debug, Default)]
pub(super) struct OtherEnds {
    made_for: Option<Key>,
    words: String,
    wants_focus: bool,
    offers: Vec<Offer>,
}

/// What a list depends on: the mark, the relation, the marks of the article and of the folder.
type Key = (AnnotationId, RelationSlug, u64, Option<u64>);

/// A mark that is offered.
#[derive(Debug)]
struct Offer {
    chosen: Chosen,
    words: String,
}

impl OtherEnds {
    /// A new relation waits for its other end.
    pub(super) fn begin(&mut self) {
        *self = Self { wants_focus: true, ..Self::default() };
    }

    /// Draws the marks that `kind` may lead to from `mark`; the one that was clicked.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        mark: &MarkRef<'_>,
        kind: &RelationKind,
        ui: &mut Ui,
    ) -> Option<Chosen> {
        let library = cx.workspace.library();
        let has_changed = self.field_ui(library.is_some(), ui);
        let revision = library.map(Library::revision);
        let key = (mark.annotation.id, kind.id.clone(), session.order().revision(), revision);
        if has_changed || self.made_for.as_ref() != Some(&key) {
            self.offers = offers(session, library, mark.annotation.id, kind, &self.words);
            self.made_for = Some(key);
        }
        if self.offers.is_empty() {
            let words = match self.words.trim() {
                "" => "Nothing is marked that it could be linked to; an implied claim can be added",
                _ => "No mark that it could be linked to has these words",
            };
            ui.label(RichText::new(words).small().color(cx.theme.ink_subdued));
            return None;
        }
        let mut chosen = None;
        let height = ui.spacing().interact_size.y;
        let area = ScrollArea::vertical().id_salt("other ends").max_height(150.0);
        area.show_rows(ui, height, self.offers.len(), |ui, rows| {
            for offer in self.offers.get(rows).unwrap_or_default() {
                if ui.add(Button::selectable(false, &offer.words).truncate()).clicked() {
                    chosen = Some(offer.chosen);
                }
            }
        });
        chosen
    }

    /// The field for words; whether they changed.
    fn field_ui(&mut self, has_folder: bool, ui: &mut Ui) -> bool {
        let hint = if has_folder { "Type words to look in the whole folder" } else { FIELD };
        let field = TextEdit::singleline(&mut self.words).hint_text(hint).desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, FIELD));
        if std::mem::take(&mut self.wants_focus) {
            field.request_focus();
        }
        field.changed()
    }
}

fn offers(
    session: &Session,
    library: Option<&Library>,
    from: AnnotationId,
    kind: &RelationKind,
    words: &str,
) -> Vec<Offer> {
    let words = words.trim().to_lowercase();
    let fits = |text: &str| words.split_whitespace().all(|word| text.to_lowercase().contains(word));
    let here = (0..session.order().marks().len()).filter_map(|nth| session.nth_mark(nth));
    let here = here.filter(|other| other.annotation.id != from && allows(&kind.to, &other.annotation.tags));
    let here = here.filter(|other| fits(&format!("{} {}", other.annotation.quote(), other.annotation.note)));
    let offer = |other: MarkRef<'_>| {
        let quote = in_visual_order(&visible(&shortened(&other.annotation.quote(), 60)));
        let words = format!("{}: {quote}", tag_words(session, &other.annotation.tags));
        Offer { chosen: Chosen { mark: other.annotation.id, document: None }, words }
    };
    let mut offers: Vec<Offer> = here.map(offer).collect();
    if let Some(library) = library.filter(|_| !words.is_empty()) {
        offers.extend(elsewhere(session, library, kind, &words));
    }
    offers
}

/// Marks of other articles that have the words, each with the title of its article.
fn elsewhere(session: &Session, library: &Library, kind: &RelationKind, words: &str) -> Vec<Offer> {
    let Ok(query) = words.parse::<Query>() else { return Vec::new() };
    let Ok(matcher) = query.matcher(library.codebook()) else { return Vec::new() };
    let this = session.document_id();
    let path = library.path_of(session.path());
    let others = library.rows().filter(|(entry, _)| path.as_deref() != Some(&*entry.path));
    let fitting =
        others.filter(|(entry, row)| allows(&kind.to, &row.tags) && matcher.has(library, entry, row));
    let offer = |(entry, row): (&std::sync::Arc<crate::library::Entry>, &crate::library::MarkRow)| {
        let document = entry.document.filter(|document| *document != this)?;
        let quote = in_visual_order(&visible(&shortened(&row.quote, 60)));
        let title = in_visual_order(&visible(&shortened(&entry.title, 40)));
        let words = format!("{}: {quote} · {title}", tag_words(session, &row.tags));
        Some(Offer { chosen: Chosen { mark: row.id, document: Some(document) }, words })
    };
    fitting.filter_map(offer).take(MOST_ELSEWHERE).collect()
}
