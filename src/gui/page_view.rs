//! The page of a PDF as it is drawn, beside its text: the page in view, with the chosen mark or the selected
//! words in a box.

use super::outbox::Request;
use super::page_drawing::{Drawn, PageTask};
use super::situation::{Lack, Ready, Situation};
use super::view::View;
use super::view_ctx::ViewCtx;
use super::words::say;
use crate::document::import::ImportError;
use crate::document::{Document, Importer, Locator, LocatorKind, PageBox};
use crate::session::Session;
use crate::text::{TextRange, TextSize};
use egui::{Color32, Rect, RichText, ScrollArea, Sense, Stroke, TextureHandle, TextureOptions};
use egui::{Ui, pos2, vec2};
use std::sync::Arc;

/// How much wider than the panel a page is drawn at most: people enlarge it.
const WIDEST: f32 = 3.0;
/// How many times finer than the screen a page is drawn: small letters are read better so.
const FINER: f32 = 1.5;
/// Smaller changes of width draw nothing anew, in pixels.
const STEP: f32 = 64.0;

/// The page that is shown, and how.
#[derive(Default)]
pub(super) struct PageView {
    /// Another page than that of the text in view, and the page of the text when it was chosen.
    turned: Option<(u32, u32)>,
    zoom: Zoom,
    asked: Option<PageTask>,
    shown: Option<(PageTask, Shown)>,
}

/// A page with the pixels that a point of it has; or why there is none, as far as it is known.
type Shown = Result<(TextureHandle, f32), Option<ImportError>>;

/// How many times as wide as the panel.
#[derive(Clone, Copy)]
struct Zoom(f32);

impl Default for Zoom {
    fn default() -> Self {
        Self(1.0)
    }
}

impl PageView {
    /// Its name in the table of views.
    pub(super) const ID: &'static str = "page";

    /// Takes a page that was drawn.
    pub(super) fn take(&mut self, task: PageTask, drawn: Drawn, ctx: &egui::Context) {
        let shown = match drawn {
            Ok(Some(page)) => {
                let texture = ctx.load_texture("page", page.image, TextureOptions::LINEAR);
                Ok((texture, page.scale))
            }
            Ok(None) => Err(None),
            Err(error) => Err(Some(error)),
        };
        self.shown = Some((task, shown));
    }

    /// The page to show: that of the place that the page of the article was brought to; else that of the selection,
    /// of the chosen mark or of the caret, as long as it is in view; else of the text that is.
    fn page(&mut self, cx: &ViewCtx<'_>, session: &Session) -> u32 {
        let document = session.document();
        let wanted = wanted(session).first().copied();
        let at = match &cx.page {
            Some(page) => {
                let wanted = wanted.filter(|range| range.overlaps(page.in_view)).map(TextRange::start);
                let caret = || Some(session.selection().head).filter(|&head| page.in_view.touches(head));
                page.arrived.or(wanted).or_else(caret).unwrap_or(page.top)
            }
            None => wanted.map_or(TextSize::ZERO, TextRange::start),
        };
        let of_text = document.page_boxes().page_of(at).unwrap_or_default();
        match self.turned.filter(|&(_, then)| then == of_text) {
            Some((page, _)) => page,
            None => {
                self.turned = None;
                of_text
            }
        }
    }

    fn head_ui(&mut self, document: &Document, page: u32, ui: &mut Ui) {
        let last = last_page(document);
        let of_text = self.turned.map_or(page, |(_, of_text)| of_text);
        ui.horizontal(|ui| {
            let mut turn = |ui: &mut Ui, sign: &str, words: String, to: Option<u32>| {
                let button = ui.add_enabled(to.is_some(), egui::Button::new(sign)).on_hover_text(&words);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, to.is_some(), &words));
                if let Some(to) = to.filter(|_| button.clicked()) {
                    self.turned = Some((to, of_text));
                }
            };
            turn(ui, "‹", say!("page-before"), page.checked_sub(1));
            turn(ui, "›", say!("page-after"), Some(page + 1).filter(|to| *to <= last));
            ui.label(label(document, page));
            let zoom = &mut self.zoom.0;
            for (sign, words, by) in
                [("−", say!("page-smaller"), 1.0 / 1.25), ("+", say!("page-larger"), 1.25)]
            {
                let button = ui.button(sign).on_hover_text(&words);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
                if button.clicked() {
                    *zoom = (*zoom * by).clamp(1.0, WIDEST);
                }
            }
        });
    }

    /// Asks for the page at the size that it is shown at, if it is not there.
    fn ask(&mut self, cx: &ViewCtx<'_>, session: &Session, page: u32, (width, longest): (f32, f32)) {
        let width = (width * FINER / STEP).ceil() * STEP;
        let path = session.path().to_owned();
        let task = PageTask { path, page, width, longest };
        if self.asked.as_ref() != Some(&task) {
            self.asked = Some(task.clone());
            cx.ask(Request::DrawPage(task));
        }
    }
}

impl View for PageView {
    fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some(session) = cx.session else { return };
        let document = Arc::clone(session.document());
        // The panel keeps the width that the person gave it, whatever is in it.
        ui.set_min_width(ui.available_width());
        let page = self.page(cx, session);
        self.head_ui(&document, page, ui);
        let width = ui.available_width() * self.zoom.0;
        let longest = ui.input(|input| input.max_texture_side) as f32;
        self.ask(cx, session, page, (width * ui.pixels_per_point(), longest));
        let shown = self.shown.as_ref().filter(|(task, _)| task.page == page && task.path == session.path());
        let subdued = |words: String| RichText::new(words).color(cx.theme.ink_subdued);
        match shown {
            None => _ = ui.label(subdued(say!("page-coming"))),
            Some((_, Err(None))) => _ = ui.label(subdued(say!("page-none"))),
            Some((_, Err(Some(error)))) => {
                ui.label(subdued(super::told::import_error(error)));
            }
            Some((_, Ok((texture, scale)))) => {
                let boxes = boxes(&document, &wanted(session), page);
                picture_ui(cx, texture, *scale, width, &boxes, ui);
            }
        }
    }

    fn focus(&mut self, _stop: usize) {}
}

/// The article's file has pages that can be drawn.
pub(super) fn has_pages(at: &Situation<'_>) -> Ready {
    // A scan has pages too, though no word stands on them.
    let has = at.session.is_some_and(|session| session.document().reading().importer == Importer::Pdf);
    if has { Ok(()) } else { Err(Lack::Pages) }
}

/// The passages to be shown in boxes.
fn wanted(session: &Session) -> Vec<TextRange> {
    let selected = session.shown_selection().pieces();
    if !selected.is_empty() {
        return selected;
    }
    let mark = session.focus().and_then(|id| session.mark(id));
    let passage = mark.and_then(|mark| mark.placement?.passage());
    passage.map(|passage| passage.pieces().to_vec()).unwrap_or_default()
}

fn boxes(document: &Document, wanted: &[TextRange], page: u32) -> Vec<PageBox> {
    let all = wanted.iter().flat_map(|&range| document.page_boxes().boxes_of(range));
    all.filter(|found| found.page == page).collect()
}

/// Where its pages begin; a file may name chapters among them.
fn pages(document: &Document) -> impl Iterator<Item = &Locator> {
    document.locators().iter().filter(|locator| locator.kind == LocatorKind::Page)
}

/// `Page 12`, as the file numbers it.
fn label(document: &Document, page: u32) -> String {
    let found = pages(document).find(|locator| locator.index == page);
    let label = found.map_or_else(|| (page + 1).to_string(), |locator| locator.label.clone());
    say!("foot-locator-page", label = label)
}

fn last_page(document: &Document) -> u32 {
    pages(document).last().map_or(0, |last| last.index)
}

/// The page, and the boxes on it; the first of them is brought into view when they change.
fn picture_ui(
    cx: &ViewCtx<'_>,
    texture: &TextureHandle,
    scale: f32,
    width: f32,
    boxes: &[PageBox],
    ui: &mut Ui,
) {
    let [w, h] = texture.size().map(|side| side as f32);
    let size = vec2(width, width * h / w.max(1.0));
    let points = width / (w / scale).max(1.0);
    ScrollArea::both().id_salt("page").auto_shrink([false, false]).show(ui, |ui| {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, say!("page-picture")));
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
        let mut places = Vec::new();
        for found in boxes {
            let [left, top, right, bottom] = found.place.map(|value| value * points);
            let place = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
            let place = place.translate(rect.min.to_vec2()).expand(1.0);
            ui.painter().rect_filled(place, 2.0, cx.theme.accent.gamma_multiply(0.18));
            let stroke = Stroke::new(1.0, cx.theme.accent);
            ui.painter().rect_stroke(place, 2.0, stroke, egui::StrokeKind::Outside);
            places.push(place);
        }
        let key = ui.scope_id().with("boxed");
        let told = boxes.first().map(|first| (first.page, first.place.map(f32::to_bits)));
        if ui.data(|data| data.get_temp::<(u32, [u32; 4])>(key)) != told
            && let (Some(told), Some(first)) = (told, places.first())
        {
            ui.scroll_to_rect(first.expand(60.0), Some(egui::Align::Center));
            ui.data_mut(|data| data.insert_temp(key, told));
        }
    });
}
