//! The list of what was found: a heading for each article, below it its sentences and marks.

use super::SearchPage;
use super::results::At;
use crate::gui::outbox::{FoundPlace, Request};
use crate::gui::theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{lit, rows, visible};
use crate::gui::words::{date_of, name, say};
use crate::library::search::{Hit, HitIn, InArticle, MarkField};
use crate::library::{Entry, Library};
use crate::text::find;
use egui::{Align2, FontId, Rect, ScrollArea, Sense, TextStyle, Ui, pos2, vec2};

const ROW: f32 = 26.0;
const LIST: &str = "folder hits";
/// Around the words of a row, in points.
const PAD: f32 = 6.0;
/// The room for what a row is, in points: a paragraph's number alone, or where marks are listed too, a note or
/// a source with its tag.
const KIND: (f32, f32) = (34.0, 128.0);
/// Of a row's room for words, so much may stand before the first hit.
const BEFORE: f32 = 0.35;
/// About how wide a letter is, in parts of the font's size.
const LETTER: f32 = 0.5;

impl SearchPage {
    pub(super) fn list_ui(&mut self, cx: &ViewCtx<'_>, library: &Library, ui: &mut Ui) {
        let shown = &self.shown;
        let first = || self.current.filter(|&line| line < shown.n_lines()).or_else(|| shown.first_stop());
        let wanted = std::mem::take(&mut self.wants_list).then(first).flatten();
        let mut area = ScrollArea::vertical().id_salt(LIST).auto_shrink([false, false]);
        let is_stop = |line: usize| shown.at(line).is_some_and(At::is_stop);
        if let Some(line) = rows::stepped(ui, LIST, shown.n_lines(), wanted, &is_stop) {
            area = area.vertical_scroll_offset(rows::offset_to_show(line, ROW, ui.available_height()));
        }
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, shown.n_lines(), |ui, lines| {
            for line in lines {
                if self.row_ui(cx, library, line, ui) {
                    clicked = Some(line);
                }
            }
        });
        if let Some(line) = clicked {
            self.current = Some(line);
            self.go(cx, library, line);
        }
    }

    /// Draws a line; whether it was clicked.
    fn row_ui(&self, cx: &ViewCtx<'_>, library: &Library, line: usize, ui: &mut Ui) -> bool {
        let Some(at) = self.shown.at(line) else { return false };
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, rows::row_id(LIST, line), Sense::click());
        rows::hold_arrows(ui, LIST, line, &response);
        let is_current = self.current == Some(line);
        let kind = match at {
            At::Article(_) => String::new(),
            At::Hit(article, hit) => kind(library, &article.entry, hit),
        };
        response.widget_info(|| {
            let name = match at {
                At::Article(article) => heading_name(article),
                At::Hit(_, hit) => {
                    say!("search-row", kind = kind.as_str(), words = visible(&hit.words))
                }
            };
            egui::WidgetInfo::selected(egui::Role::Button, true, is_current, name)
        });
        rows::ground(cx.theme, ui.painter(), rect, &response, is_current);
        match at {
            At::Article(article) => heading_ui(cx, article, rect, ui),
            At::Hit(_, hit) => {
                let room = if self.shown.has_marks() { KIND.1 } else { KIND.0 };
                hit_ui(cx, hit, (&kind, room), rect, ui);
            }
        }
        response.clicked()
    }

    /// Goes to what a line shows.
    fn go(&self, cx: &ViewCtx<'_>, library: &Library, line: usize) {
        let Some(at) = self.shown.at(line) else { return };
        let path = library.file_of(at.entry());
        cx.ask(match at {
            At::Article(_) => Request::PlaceIn(path, None),
            At::Hit(_, Hit { found_in: HitIn::Mark(id, _), .. }) => Request::MarkIn(path, *id),
            At::Hit(_, hit @ Hit { found_in: HitIn::Text { first, .. }, .. }) => {
                let words = hit.lit.first().and_then(|lit| lit.of(&hit.words)).unwrap_or_default();
                let query: Option<find::Query> =
                    self.asked.as_ref().and_then(|asked| asked.only_words()).cloned();
                Request::PlaceIn(path, Some(FoundPlace { range: *first, words: words.to_owned(), query }))
            }
        });
    }
}

/// What a row is, in a word or two.
fn kind(library: &Library, entry: &Entry, hit: &Hit) -> String {
    let (id, field) = match hit.found_in {
        HitIn::Text { paragraph: Some(number), .. } => {
            return say!("search-paragraph", number = number.to_string());
        }
        HitIn::Text { paragraph: None, .. } => return String::new(),
        HitIn::Mark(id, field) => (id, field),
    };
    let field = match field {
        MarkField::Quote => say!("search-in-mark"),
        MarkField::Note => say!("search-in-note"),
        MarkField::Source => say!("search-in-source"),
    };
    let row = entry.rows.iter().find(|row| row.id == id);
    let tag = row.and_then(|row| row.tags.first()).map(|tag| name(library.codebook().label(tag)));
    tag.map_or(field.clone(), |tag| format!("{field}, {}", visible(&tag.to_lowercase())))
}

/// Outlet and date of an article, as far as it says them.
fn facts(entry: &Entry) -> String {
    let date = date_of(entry);
    let facts = [&*entry.outlet, date.as_str()].into_iter().filter(|fact| !fact.is_empty());
    visible(&facts.collect::<Vec<_>>().join(" · "))
}

fn heading_name(article: &InArticle) -> String {
    let facts = Some(facts(&article.entry)).filter(|facts| !facts.is_empty());
    let parts = [Some(visible(&article.entry.title)), facts, Some(count(article))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn count(article: &InArticle) -> String {
    say!("search-hits", count = article.n_found)
}

fn heading_ui(cx: &ViewCtx<'_>, article: &InArticle, rect: Rect, ui: &Ui) {
    let small = TextStyle::Small.resolve(ui.style());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let right = rect.right_center() - vec2(PAD, 0.0);
    let count =
        painter.text(right, Align2::RIGHT_CENTER, count(article), small.clone(), cx.theme.ink_subdued);
    let facts = painter.layout_no_wrap(facts(&article.entry), small, cx.theme.ink_subdued);
    let room = (count.left() - rect.left() - facts.size().x - 5.0 * PAD).max(120.0);
    let size = TextStyle::Body.resolve(ui.style()).size;
    let font = FontId::new(size, theme::bold());
    let mut job = lit::job(cx.theme, (font, cx.theme.ink_strong), &article.entry.title, &article.title);
    (job.wrap.max_width, job.wrap.break_anywhere) = (room, true);
    let title = painter.layout_job(job);
    let at = pos2(rect.left() + PAD, rect.center().y - title.size().y / 2.0);
    let after = at.x + title.size().x + 2.0 * PAD;
    painter.galley(at, title, cx.theme.ink_strong);
    painter.galley(pos2(after, rect.center().y - facts.size().y / 2.0), facts, cx.theme.ink_subdued);
}

fn hit_ui(cx: &ViewCtx<'_>, hit: &Hit, (kind, kind_room): (&str, f32), rect: Rect, ui: &Ui) {
    let small = TextStyle::Small.resolve(ui.style());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut job = lit::job(cx.theme, (small, cx.theme.ink_subdued), kind, &[]);
    (job.wrap.max_width, job.wrap.break_anywhere) = (kind_room, true);
    let galley = painter.layout_job(job);
    let left = rect.left() + PAD * 4.0 + kind_room;
    // Beside the words that it is about, whatever else there is in the column.
    let at = pos2(left - PAD - galley.size().x, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, cx.theme.ink_subdued);
    let left = left + PAD;
    let room = rect.right() - PAD - left;
    let font = TextStyle::Body.resolve(ui.style());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of letters in a row"
    )]
    let most = (room * BEFORE / (font.size * LETTER)).max(8.0) as usize;
    let (words, places) = lit::from_near(&hit.words, &hit.lit, most);
    let mut job = lit::job(cx.theme, (font, cx.theme.ink), &words, &places);
    (job.wrap.max_width, job.wrap.break_anywhere) = (room, true);
    let galley = painter.layout_job(job);
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, cx.theme.ink);
}
