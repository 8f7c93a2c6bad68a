//! The head of the comparison, and what changed in substance as a list. Every line is as high as its words
//! need: a figure that is cut off is worth nothing.

use super::heights::guess;
use super::{Changes, ChangesPage, Reason};
use crate::analysis::{Kind, SubstantialChange};
use crate::gui::command::Command;
use crate::gui::outbox::{Request, Way};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::words::Look;
use crate::gui::widgets::{buttons, rows, shortened, visible};
use crate::gui::words::say;
use crate::session::Session;
use crate::session::exporting::{Field, Sheet};
use egui::{Align2, FontId, Rect, RichText, ScrollArea, Sense, TextStyle, Ui, pos2, vec2};

const LIST: &str = "changes";
const SIZE: f32 = 13.5;
/// Above and below the words of a line, and beside its columns, in points.
const PAD: f32 = 5.0;
const BESIDE: f32 = 10.0;
/// Longer words are those of a sentence that came or went; they begin well enough.
const LONGEST: usize = 400;

impl Changes {
    pub(super) fn head_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let is_waiting = self.is_waiting(session);
        ui.horizontal_wrapped(|ui| {
            ui.heading(RichText::new(say!("changes-title")).color(cx.theme.ink_strong));
            let since = match self.reason {
                _ if is_waiting => say!("changes-waiting"),
                Reason::FileChanged => say!("changes-since-file"),
                Reason::MarkedEarlier => say!("changes-since-marked"),
            };
            ui.label(RichText::new(since).color(cx.theme.ink_subdued));
        });
        ui.horizontal_wrapped(|ui| {
            if is_waiting && ui.add(buttons::primary(cx.theme, &say!("banner-read-new"))).clicked() {
                cx.run(Command::READ_NEW_TEXT);
            }
            let place = self.chosen.and_then(|nth| self.place_of_change(nth, session));
            let show = ui.add_enabled(place.is_some(), egui::Button::new(say!("changes-show")));
            if let Some(place) = place.filter(|_| show.clicked()) {
                cx.ask(Request::ClosePage(ChangesPage::ID));
                cx.ask(Request::Go(Way::Offset(place)));
            }
            if ui.button(say!("changes-close")).clicked() {
                cx.ask(Request::ClosePage(ChangesPage::ID));
            }
            if ui.checkbox(&mut self.shows_all, say!("changes-whole")).changed() {
                self.fold();
                self.wanted = self.chosen.and_then(|chosen| self.item_of(chosen)).map(|item| (item, false));
            }
        });
        ui.add_space(6.0);
    }

    /// The list as a table for other programs, with the whole words of each change.
    pub(super) fn sheet(&self) -> Sheet {
        let row = |change: &SubstantialChange| {
            let shown =
                |words: &Option<String>| Field::words(words.as_deref().map(visible).unwrap_or_default());
            vec![
                Field::words(kind_words(change.kind)),
                shown(&change.was),
                shown(&change.is),
                Field::words(
                    self.numbers.at(&self.new, change.at).map(|n| n.to_string()).unwrap_or_default(),
                ),
            ]
        };
        Sheet {
            title: say!("changes-title"),
            head: vec![
                say!("changes-head-kind"),
                say!("changes-head-was"),
                say!("changes-head-is"),
                say!("changes-head-paragraph"),
            ],
            rows: self.comparison.changes.iter().map(row).collect(),
        }
    }

    pub(super) fn list_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let n_changes = self.comparison.changes.len();
        if n_changes == 0 {
            let words = if self.is_same() { say!("changes-same") } else { say!("changes-no-substance") };
            ui.label(RichText::new(words).color(cx.theme.ink));
            return;
        }
        let columns = Columns::of(ui);
        let room = columns.room(ui.available_width());
        let changes = &self.comparison.changes;
        self.lines.fit(room, n_changes, |nth| guess(changes[nth].summary().len(), room, SIZE) + 2.0 * PAD);
        let most = (ui.available_height() * 0.35).max(80.0);
        let mut area = ScrollArea::vertical().id_salt(LIST).max_height(most).auto_shrink([false, true]);
        let wanted = std::mem::take(&mut self.wants_focus).then(|| self.chosen.unwrap_or_default());
        let by_keys = wanted.is_none();
        if let Some(line) = rows::stepped(ui, LIST, n_changes, wanted, &|_| true) {
            area = area.vertical_scroll_offset((self.lines.above(line) - most * 0.4).max(0.0));
            if by_keys {
                // The texts go along with the list.
                self.choose(line);
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_viewport(ui, |ui, viewport| self.lines_ui(cx, viewport, &columns, ui));
        ui.add_space(6.0);
    }

    fn lines_ui(&mut self, cx: &ViewCtx<'_>, viewport: Rect, columns: &Columns, ui: &mut Ui) {
        let corner = ui.max_rect().left_top();
        let mut clicked = None;
        for (nth, y) in self.lines.between(viewport.top(), viewport.bottom()) {
            let (drawn, was_clicked) = self.line_ui(cx, nth, corner + vec2(0.0, y), columns, ui);
            if self.lines.keep(nth, drawn) {
                ui.ctx().request_repaint();
            }
            clicked = clicked.or(was_clicked.then_some(nth));
        }
        ui.set_height(self.lines.total());
        if let Some(nth) = clicked {
            self.choose(nth);
        }
    }

    /// A line of the list: how high it is, and whether it was clicked.
    fn line_ui(
        &self,
        cx: &ViewCtx<'_>,
        nth: usize,
        at: egui::Pos2,
        columns: &Columns,
        ui: &mut Ui,
    ) -> (f32, bool) {
        let Some(change) = self.comparison.changes.get(nth) else { return (0.0, false) };
        let is_chosen = self.chosen == Some(nth);
        let whole = ui.max_rect().width();
        let words = shortened(&told(change), LONGEST);
        let look = Look { size: SIZE, lines: 40, ink: cx.theme.ink_strong };
        let placed = cx.words.borrow_mut().place(ui.ctx(), &words, columns.room(whole), look);
        let height = placed.size.y + 2.0 * PAD;
        let rect = egui::Rect::from_min_size(at, vec2(whole, height));
        let response = ui.interact(rect, rows::row_id(LIST, nth), Sense::click());
        rows::hold_arrows(ui, LIST, nth, &response);
        let place = self.numbers.at(&self.new, change.at);
        let place = place.map_or_else(String::new, |number| say!("changes-paragraph", number = number));
        response.widget_info(|| {
            let label = say!(
                "changes-line",
                kind = kind_words(change.kind),
                what = words.clone(),
                place = place.clone()
            );
            egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, label)
        });
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        rows::ground(cx.theme, &painter, rect, &response, is_chosen);
        let subdued = if is_chosen { cx.theme.ink } else { cx.theme.ink_subdued };
        let first = at.y + PAD + SIZE * 0.72;
        let left = pos2(rect.left() + BESIDE, first);
        painter.text(left, Align2::LEFT_CENTER, kind_words(change.kind), columns.font.clone(), subdued);
        let right = pos2(rect.right() - BESIDE, first);
        painter.text(right, Align2::RIGHT_CENTER, place, columns.font.clone(), subdued);
        let start = pos2(rect.left() + columns.kind + 2.0 * BESIDE, at.y + PAD);
        cx.words.borrow_mut().paint(placed, &painter, start, cx.theme.ink_strong);
        (height, response.clicked())
    }
}

/// The columns of the list beside the words, as wide as what stands in them.
struct Columns {
    font: FontId,
    kind: f32,
    place: f32,
}

impl Columns {
    fn of(ui: &Ui) -> Self {
        let font = TextStyle::Small.resolve(ui.style());
        let width = |words: String| {
            ui.painter().layout_no_wrap(words, font.clone(), egui::Color32::PLACEHOLDER).size().x
        };
        let kinds =
            [Kind::Figure, Kind::Date, Kind::Source, Kind::Negation, Kind::Attribution, Kind::Certainty];
        let kind = kinds.into_iter().map(|kind| width(kind_words(kind))).fold(0.0, f32::max);
        let place = width(say!("changes-paragraph", number = 8888));
        Self { font, kind, place }
    }

    /// What is left for the words in a list of a width.
    fn room(&self, whole: f32) -> f32 {
        (whole - self.kind - self.place - 4.0 * BESIDE).max(60.0).floor()
    }
}

/// `35 → 40 people were killed`
fn told(change: &SubstantialChange) -> String {
    let shown = |words: &Option<String>| words.as_deref().map(visible);
    match (shown(&change.was), shown(&change.is)) {
        (Some(was), Some(is)) => say!("changes-became", was = was, now = is),
        (Some(was), None) => say!("changes-gone", was = was),
        (None, is) => say!("changes-new", now = is.unwrap_or_default()),
    }
}

fn kind_words(kind: Kind) -> String {
    match kind {
        Kind::Figure => say!("changes-figure"),
        Kind::Date => say!("changes-date"),
        Kind::Source => say!("changes-source"),
        Kind::Negation => say!("changes-negation"),
        Kind::Attribution => say!("changes-attribution"),
        Kind::Certainty => say!("changes-certainty"),
    }
}
