//! The reading surface: the page of one article, laid out, drawn and answered; what is marked on it, and
//! the pointer gestures on it.

mod access;
mod access_actions;
mod album;
mod cards;
mod caret;
mod class_strip;
mod context;
mod differing;
mod frame;
mod gesture;
pub mod glyph_mesh;
pub mod glyphs;
mod grips;
mod hits;
mod hover;
mod images;
mod items;
mod jumps;
mod left_out;
mod lit;
mod margin;
mod mark_mesh;
mod mark_pen;
mod numbers;
mod overlaps;
mod paint;
mod placed;
mod proposed;
mod relations;
mod scrollbar;
mod sides;
mod signs;
mod strip;
mod stripes;
mod stripes_ui;
mod tagbar;
mod text_runs;
mod type_cache;
mod voices;

use self::access::Access;
use self::frame::Frame;
use self::gesture::Gesture;
use self::images::Images;
use self::jumps::Jumps;
pub(super) use self::jumps::Went;
use self::lit::Lit;
use self::margin::Margin;
use self::mark_mesh::MarkMeshes;
use self::overlaps::Overlaps;
use self::sides::Sides;
use self::strip::Strip;
pub(super) use self::type_cache::TypeCache;
use super::command::On;
use super::finding::Found;
use super::settings::Settings;
use super::view_ctx::ViewCtx;
use super::worker::Order;
use crate::document::{Document, Numbers, Outline};
use crate::layer::AnnotationId;
use crate::page::{Align, Estimates, Face, Margins, Page, PageStyle, Place, Typeset, runs_leftwards};
use crate::session::Session;
use crate::text::{TextRange, TextSize};
use egui::{CursorIcon, Id, Response, Sense, Ui};
use std::sync::Arc;

/// The room above the article, in points: a line of buttons fits into it.
const TOP: f32 = 48.0;
/// How much a frame sets by itself, in bytes of English: some 4 ms, and more than a screenful. It is
/// spent only where the page is flung faster than the typesetting thread follows.
const ALLOWANCE: usize = 10 * 1024;

/// The page of one open article.
pub(super) struct Reader {
    /// Added to the page's generation in the keys of meshes, which all pages share.
    salt: u64,
    page: Page,
    gesture: Gesture,
    outline: Outline,
    numbers: Numbers,
    /// Whether most of the article runs from right to left: numbers and notes change sides.
    is_rtl: bool,
    /// How long the longest label of a block is, in characters; none has one where it is 0. They stand where
    /// numbers would.
    longest_label: u8,
    margin: Margin,
    /// What room there is beside the text.
    sides: Sides,
    lit: Lit,
    /// What a search found here.
    pub(super) found: Found,
    images: Images,
    access: Access,
    /// What a screen reader asks for in this frame.
    asked: Vec<egui::accesskit::ActionRequest>,
    marks: MarkMeshes,
    strip: Strip,
    jumps: Jumps,
    /// The caret with its side, where an offset alone does not say it.
    head: Place,
    /// What vertical motions aim at.
    wanted_x: Option<f32>,
    /// Where the page is to go with the next layout.
    wanted: Option<(TextSize, Align)>,
    /// The list of the marks that lie where the last click was.
    overlaps: Option<Overlaps>,
    wants_focus: bool,
    /// A mark that stands out since a list elsewhere is at it.
    pointed_out: Option<AnnotationId>,
    /// By how much something above the page has lowered its top, and had when it was laid out.
    lowered: (f32, f32),
    /// What the menu of a right click is about, while it is open.
    menu_of: On,
    /// Where what is selected or chosen is in the window.
    spot: Option<egui::Rect>,
}

impl Reader {
    /// A page at the top of `document`.
    pub(super) fn new(document: Arc<Document>, cache: &mut TypeCache) -> Self {
        Self {
            salt: cache.next_page() << 40,
            outline: Outline::of(&document),
            numbers: Numbers::of(&document),
            is_rtl: runs_leftwards(&document),
            longest_label: numbers::longest_label(&document),
            page: Page::new(document),
            gesture: Gesture::default(),
            margin: Margin::default(),
            sides: Sides::default(),
            lit: Lit::default(),
            found: Found::default(),
            images: Images::default(),
            access: Access::default(),
            asked: Vec::new(),
            marks: MarkMeshes::default(),
            strip: Strip::default(),
            jumps: Jumps::default(),
            head: Place::before(TextSize::ZERO),
            wanted_x: None,
            wanted: None,
            overlaps: None,
            wants_focus: true,
            pointed_out: None,
            lowered: (0.0, 0.0),
            menu_of: On::Page,
            spot: None,
        }
    }

    /// What is read.
    pub(super) fn document(&self) -> &Arc<Document> {
        self.page.document()
    }

    /// What its pictures are kept by.
    pub(super) fn salt(&self) -> u64 {
        self.salt
    }

    /// Its headings.
    pub(super) fn outline(&self) -> &Outline {
        &self.outline
    }

    /// The numbers of its paragraphs.
    pub(super) fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// The first byte in view.
    pub(super) fn top(&self) -> TextSize {
        self.page.top_offset()
    }

    /// What is at its top, or will be when it is drawn: a page that was not yet looked at is where it is to go.
    pub(super) fn place(&self) -> TextSize {
        self.wanted.map_or_else(|| self.top(), |(offset, _)| offset)
    }

    /// The paragraphs in view, from the beginning of the first to the end of the last.
    pub(super) fn in_view(&self) -> TextRange {
        self.page.visible_range()
    }

    /// Says by how many points what stands above the page has lowered its top. The lines stay where they are
    /// on the screen: at the article's beginning it takes its room from the margin above it.
    pub(super) fn lower(&mut self, by: f32) {
        self.lowered.0 = by;
    }

    /// Brings `offset` into view with the next frame.
    pub(super) fn go_to(&mut self, offset: TextSize, align: Align) {
        self.wanted = Some((offset, align));
    }

    /// Has a mark stand out as the one that a list elsewhere is at, or none.
    pub(super) fn point_out(&mut self, mark: Option<AnnotationId>) {
        self.pointed_out = mark;
    }

    /// Gives the page the keyboard with the next frame.
    pub(super) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Leaves the keyboard to what was opened beside it.
    pub(super) fn leave_keyboard(&mut self) {
        self.wants_focus = false;
    }

    /// What the typesetting thread is to do for this page.
    pub(super) fn orders(&mut self) -> impl Iterator<Item = Order> + use<> {
        let set = self.page.wanted().map(|job| Order::Set(Box::new(job)));
        let guess = self.page.unestimated().map(|job| Order::Estimate(Box::new(job)));
        set.into_iter().chain(guess)
    }

    /// Takes a portion that was set by it.
    pub(super) fn take(&mut self, typeset: Typeset) {
        self.page.take(typeset);
    }

    /// Takes guesses that were made by it.
    pub(super) fn take_estimates(&mut self, estimates: &Estimates) {
        self.page.take_estimates(estimates);
    }

    /// Draws the page and answers what is done to it.
    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, cache: &mut TypeCache, ui: &mut Ui) {
        let whole = ui.available_rect_before_wrap();
        let bar = whole.with_min_x(whole.max.x - scrollbar::WIDTH);
        let strip = bar.with_min_x(bar.min.x - strip::WIDTH).with_max_x(bar.min.x);
        let class = class_strip::width(cx, session);
        let class = strip.with_min_x(strip.min.x - class).with_max_x(strip.min.x);
        let rect = whole.with_max_x(class.min.x);
        ui.painter().rect_filled(whole, 0.0, cx.theme.page);
        let id = Self::id();
        self.hear_requests(ui);
        let response = ui.interact(rect, id, Sense::click_and_drag());
        self.keep_focus(ui, &response);
        let frame = Frame { cx, session, rect, response: &response };
        let brought = self.wanted.map(|(offset, _)| offset);
        self.lay_out(&frame, cache, ui);
        self.follow_caret(session);
        self.take_light(&frame, ui);
        self.look_at_carried(&frame);
        self.pointer_gestures(&frame, cache, ui);
        self.scroll(&frame, cache, ui);
        let mut painter = ui.painter_at(rect);
        self.paint(&frame, cache, &mut painter);
        self.scrollbar_ui(cx, bar, cache, ui);
        self.strip_ui(&frame, strip, ui);
        self.class_strip_ui(&frame, class, ui);
        self.returns_ui(&frame, ui);
        self.margin_ui(&frame, ui);
        self.stripes_ui(&frame, ui);
        self.left_out_ui(&frame, ui);
        self.overlaps_ui(&frame, ui);
        self.tagbar_ui(&frame, ui);
        self.hover_ui(&frame, ui);
        self.context_ui(&frame, ui);
        self.publish(&frame, ui);
        self.keep_light(ui);
        self.follow_arrival(brought);
        ui.advance_cursor_after_rect(whole);
    }

    /// The page's id, the same for all articles: the keyboard stays on it while they change.
    pub(super) fn id() -> Id {
        Id::unique("page")
    }

    fn keep_focus(&mut self, ui: &Ui, response: &Response) {
        if std::mem::take(&mut self.wants_focus) || response.is_pointer_button_down_on() {
            response.request_focus();
        }
        if response.has_focus() {
            let filter = egui::EventFilter {
                tab: false,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
    }

    fn lay_out(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, ui: &Ui) {
        let style = page_style(frame.cx.settings, ui.ctx().pixels_per_point());
        let below = (frame.rect.height() * 0.35).round();
        self.margin.follow(frame.session);
        let (numbers, shows_notes) = (self.numbers_width(frame), frame.cx.settings.shows_notes);
        self.sides = Sides::of(frame.rect.width(), style.measure, numbers, shows_notes);
        let Sides { start, end, .. } = self.sides;
        let (left, right) = if self.is_rtl { (end, start) } else { (start, end) };
        self.page.allow(ALLOWANCE);
        let (lowered, before) = self.lowered;
        self.page.lower_top(lowered - before);
        self.lowered.1 = lowered;
        let top = (TOP - lowered).max(6.0);
        self.page.set_margins(Margins { left, right, top, bottom: below });
        self.measure_images(frame);
        self.page.layout(&mut cache.fonts, &style, frame.rect.width(), frame.rect.height());
        if let Some((offset, align)) = self.wanted.take() {
            self.page.scroll_to(&mut cache.fonts, offset, align);
            self.page.layout(&mut cache.fonts, &style, frame.rect.width(), frame.rect.height());
        }
    }

    fn scroll(&mut self, frame: &Frame<'_>, cache: &mut TypeCache, ui: &Ui) {
        if !frame.response.contains_pointer() {
            return;
        }
        let delta = ui.input(|input| input.smooth_scroll_delta());
        if delta.x != 0.0
            && let Some(at) = ui.input(|input| input.pointer.hover_pos())
        {
            self.page.scroll_table(frame.to_page(at), -delta.x);
        }
        let delta = delta.y;
        if delta != 0.0 {
            self.page.scroll_by(&mut cache.fonts, f64::from(-delta));
            let (width, height) = self.page.viewport();
            let style = page_style(frame.cx.settings, ui.ctx().pixels_per_point());
            self.page.layout(&mut cache.fonts, &style, width, height);
        }
        let over_text = self.hit_at(frame, ui).is_some_and(|hit| hit.is_on_text);
        let cursor =
            if over_text || self.page_column_has(frame, ui) { CursorIcon::Text } else { CursorIcon::Default };
        if ui.ctx().output(|output| output.cursor_icon) == CursorIcon::Default {
            ui.ctx().set_cursor_icon(cursor);
        }
    }

    fn page_column_has(&self, frame: &Frame<'_>, ui: &Ui) -> bool {
        let column = self.page.column();
        let left = frame.rect.left() + column.x;
        ui.input(|input| input.pointer.hover_pos())
            .is_some_and(|at| left <= at.x && at.x <= left + column.width)
    }

    /// What is under the pointer.
    fn hit_at(&self, frame: &Frame<'_>, ui: &Ui) -> Option<crate::page::Hit> {
        let at = ui.input(|input| input.pointer.hover_pos())?;
        self.page.hit(frame.to_page(at))
    }

    /// The session's caret, with the side that the last motion gave it.
    fn follow_caret(&mut self, session: &Session) {
        let head = session.selection().head;
        if self.head.offset != head {
            self.head = Place::before(head);
            self.wanted_x = None;
            self.jumps.end_arrival();
        }
    }
}

/// The style of the page in these settings.
fn page_style(settings: &Settings, scale: f32) -> PageStyle {
    let face = if settings.sans { Face::Sans } else { Face::Serif };
    let measure = PageStyle::measure_of(face, settings.text_size, settings.characters);
    PageStyle {
        line_height: settings.line_height,
        measure,
        scale,
        justify: settings.justify,
        ..PageStyle::new(face, settings.text_size)
    }
}
