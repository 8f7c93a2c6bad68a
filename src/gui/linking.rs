//! A link that waits for its other end: the bar below the page that says so and lists what it may lead to.
//! A click on a mark anywhere, or words selected in an article, end it too; `app/linking.rs` does that.

mod offers;

pub(super) use self::offers::nearest;
use self::offers::{Offer, offers};
use crate::gui::icons;
use crate::gui::outbox::{LinkStep, Request, Way};
use crate::gui::theme::Theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::buttons::quiet;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::{in_visual_order, rows, shortened, visible};
use crate::gui::words::say;
use crate::layer::{AnnotationId, TagId};
use crate::library::Library;
use crate::session::{MarkRef, Session};
use egui::{Color32, FontId, Frame, Id, Key, Margin, Modifiers, Panel, RichText, ScrollArea, Sense};
use egui::{TextEdit, Ui, pos2, vec2};
use std::path::PathBuf;

/// What the rows are told by.
const LIST: &str = "ends of a link";
/// The height of a row and of the list, in points.
const ROW: f32 = 26.0;
const HEIGHT: f32 = 5.0 * ROW;

/// The mark that is being linked.
#[derive(Clone, Debug)]
pub(super) struct From {
    pub mark: AnnotationId,
    pub tags: Vec<TagId>,
    /// The file of its article.
    pub path: PathBuf,
    words: String,
}

/// A link that waits for its other end.
#[derive(Debug)]
pub(super) struct Linking {
    pub from: From,
    /// What has been typed.
    typed: String,
    /// The offer that Enter takes.
    cursor: usize,
    offers: Vec<Offer>,
    made_for: Option<Basis>,
    wants_focus: bool,
    /// Whether the field had the keyboard in the last frame.
    pub has_focus: bool,
}

/// What the offers depend on: the article that is looked at, its marks, those of the folder.
type Basis = (PathBuf, u64, Option<u64>);

impl Linking {
    /// A link from `mark` of `session`.
    pub(super) fn of(session: &Session, mark: &MarkRef<'_>) -> Self {
        let annotation = mark.annotation;
        let from = From {
            mark: annotation.id,
            tags: annotation.tags.clone(),
            path: session.path().to_owned(),
            words: in_visual_order(&visible(&shortened(&annotation.quote(), 40))),
        };
        Self {
            from,
            typed: String::new(),
            cursor: 0,
            offers: Vec::new(),
            made_for: None,
            wants_focus: true,
            has_focus: false,
        }
    }

    /// Puts the keyboard into the field.
    pub(super) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// The offer that Enter would take: it stands out on the page.
    pub(super) fn offered(&self) -> Option<AnnotationId> {
        self.offers.get(self.cursor).map(|offer| offer.mark)
    }

    /// Draws the bar, which lies below the page and covers none of its words.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let frame = Frame::new().fill(cx.theme.panel).inner_margin(Margin::symmetric(12, 6));
        Panel::bottom("linking").resizable(false).frame(frame).show(ui, |ui| {
            // Before the field sees them: Enter would end the typing.
            self.answer_keys(cx, ui);
            let has_changed = ui.horizontal(|ui| self.head_ui(cx, ui)).inner;
            self.follow(session, cx.workspace.library(), has_changed);
            ui.label(RichText::new(say!("linking-how")).small().color(cx.theme.ink_subdued));
            if self.offers.is_empty() {
                let words = if self.typed.trim().is_empty() {
                    say!("linking-none")
                } else {
                    say!("linking-no-match")
                };
                ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            } else {
                self.list_ui(cx, session, ui);
            }
        });
    }

    /// What is linked, the field, and the way out; whether what is typed has changed.
    fn head_ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
        let title = say!("linking-title", words = self.from.words.as_str());
        let title = ui.label(RichText::new(title).color(cx.theme.ink_strong));
        let hint = if cx.workspace.library().is_some() {
            say!("linking-field-folder")
        } else {
            say!("linking-field")
        };
        let room = (ui.available_width() - 40.0).max(80.0);
        let field = TextEdit::singleline(&mut self.typed).id(field_id()).hint_text(hint).desired_width(room);
        let field = ui.add(field).labelled_by(title.id);
        field.widget_info(|| {
            let label = Some(say!("linking-field"));
            egui::WidgetInfo { label, ..egui::WidgetInfo::text_edit(true, "", &self.typed, "") }
        });
        if std::mem::take(&mut self.wants_focus) {
            field.request_focus();
        }
        self.has_focus = field.has_focus();
        let leave = ui.add(quiet(cx.theme, icons::CLOSE));
        leave.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, say!("linking-leave")));
        if leave.on_hover_text(say!("linking-leave")).clicked() {
            cx.ask(Request::Linking(LinkStep::Leave));
        }
        field.changed()
    }

    /// Makes the offers anew where words or marks changed.
    fn follow(&mut self, session: &Session, library: Option<&Library>, has_changed: bool) {
        let present = (session.path().to_owned(), session.order().revision(), library.map(Library::revision));
        if has_changed || self.made_for.as_ref() != Some(&present) {
            // Who goes to another article goes on typing or choosing there.
            self.wants_focus |= self.made_for.as_ref().is_some_and(|(path, ..)| path != session.path());
            let before = self.offered().filter(|_| !has_changed);
            self.offers = offers(&self.from, session, library, &self.typed);
            let kept = self.offers.iter().position(|offer| Some(offer.mark) == before);
            self.cursor = kept.unwrap_or_default();
            self.made_for = Some(present);
        }
    }

    /// Arrows go through the offers, and Enter takes one, while the field has the keyboard.
    fn answer_keys(&mut self, cx: &ViewCtx<'_>, ui: &Ui) {
        if !ui.memory(|memory| memory.has_focus(field_id())) {
            return;
        }
        let (up, down, enter, tab) = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            (pressed(Key::ArrowUp), pressed(Key::ArrowDown), pressed(Key::Enter), pressed(Key::Tab))
        });
        if tab {
            // Who selects words by keys goes to the page.
            cx.ask(Request::FocusPage);
        }
        let last = self.offers.len().saturating_sub(1);
        let before = self.cursor;
        self.cursor = match (up, down) {
            (true, _) => before.saturating_sub(1),
            (_, true) => (before + 1).min(last),
            _ => before,
        };
        if let Some(mark) = self.offered() {
            if enter {
                cx.ask(Request::Linking(LinkStep::To(mark)));
            } else if self.cursor != before {
                cx.ask(Request::Go(Way::Seen(mark)));
            }
        }
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt(LIST).max_height(HEIGHT).min_scrolled_height(HEIGHT);
        area = area.auto_shrink([false, true]);
        if self.has_focus {
            area = area.vertical_scroll_offset(rows::offset_to_show(self.cursor, ROW, HEIGHT));
        }
        let mut pointed = None;
        area.show_rows(ui, ROW, self.offers.len(), |ui, shown| {
            for row in shown {
                let Some(offer) = self.offers.get(row) else { continue };
                let response = row_ui(cx, session, offer, (row, row == self.cursor), ui);
                if response.clicked() {
                    cx.ask(Request::Linking(LinkStep::To(offer.mark)));
                }
                if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                    pointed = Some(row);
                }
            }
        });
        self.cursor = pointed.unwrap_or(self.cursor);
    }
}

fn field_id() -> Id {
    Id::unique("other end of a link")
}

fn row_ui(
    cx: &ViewCtx<'_>,
    session: &Session,
    offer: &Offer,
    (row, is_chosen): (usize, bool),
    ui: &mut Ui,
) -> egui::Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, rows::row_id(LIST, row), Sense::click());
    let Offer { link, tags, words, title, .. } = offer;
    response.widget_info(|| {
        let name = say!("linking-row", link = link.as_str(), tags = tags.as_str(), words = words.as_str());
        let name = title.as_ref().map_or_else(|| name.clone(), |title| format!("{name} · {title}"));
        egui::WidgetInfo::selected(egui::Role::Button, true, is_chosen, name)
    });
    rows::ground(cx.theme, ui.painter(), rect, &response, is_chosen);
    let Theme { ink, ink_strong, ink_subdued, .. } = *cx.theme;
    let middle = rect.center().y;
    let mut x = rect.left() + 8.0;
    x = paint(ui, x, middle, (link, ink_subdued), 130.0) + 12.0;
    let tag = offer.tag.as_ref().and_then(|tag| session.codebook().tag(tag));
    let shape = tag.map_or_else(Default::default, |tag| tag.shape);
    shape_line(ui.painter(), cx.theme, shape, (x, x + 18.0), middle, cx.theme.tag(tag));
    x = paint(ui, x + 24.0, middle, (tags, ink_strong), 140.0) + 12.0;
    let room = rect.right() - 8.0 - x;
    let for_title = if title.is_some() { room * 0.4 } else { 0.0 };
    x = paint(ui, x, middle, (words, ink), room - for_title) + 12.0;
    if let Some(title) = title {
        paint(ui, x, middle, (title, ink_subdued), for_title - 12.0);
    }
    response
}

/// Paints words in `room` points; where they end.
fn paint(ui: &Ui, x: f32, middle: f32, (words, ink): (&str, Color32), room: f32) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), FontId::proportional(13.0), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let right = x + galley.size().x;
    ui.painter().galley(pos2(x, middle - galley.size().y / 2.0), galley, ink);
    right
}
