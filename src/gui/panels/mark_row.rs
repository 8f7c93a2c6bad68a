//! A row of the list of marks: its tags' lines, its words, and what there is to know of it.

use crate::anchor::Placement;
use crate::gui::command::On;
use crate::gui::context::{Clicked, context_menu};
use crate::gui::outbox::{Request, Way};
use crate::gui::panels::card_replies::unread;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::{in_visual_order, rows, shortened, visible};
use crate::gui::words::{figure, name, say, source, words_of};
use crate::layer::{Annotation, TagId};
use crate::session::{MarkRef, Session};
use egui::{Sense, Ui, pos2, vec2};

/// The height of a row, in points.
pub(super) const ROW: f32 = 46.0;
/// What the rows are told by.
pub(super) const LIST: &str = "marks";

/// The characters of a line that are looked at.
const LONGEST: usize = 200;

/// Draws the name of a group, with how many it has.
pub(super) fn group_ui(cx: &ViewCtx<'_>, label: &str, count: usize, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let at = pos2(rect.left() + 4.0, rect.bottom() - 8.0);
    let font = egui::FontId::new(13.0, crate::gui::theme::bold());
    let drawn = ui.painter().text(at, egui::Align2::LEFT_BOTTOM, label, font, cx.theme.ink_strong);
    let font = egui::TextStyle::Small.resolve(ui.style());
    ui.painter().text(
        pos2(drawn.right() + 8.0, at.y),
        egui::Align2::LEFT_BOTTOM,
        count.to_string(),
        font,
        cx.theme.ink_subdued,
    );
}

/// Draws a mark as a row; a click goes there.
pub(super) fn mark_ui(cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, row: usize, ui: &mut Ui) {
    let annotation = mark.annotation;
    let is_focused = session.focus() == Some(annotation.id);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, rows::row_id(LIST, row), Sense::click());
    rows::hold_arrows(ui, LIST, row, &response);
    let tags = mark_name(session, annotation);
    let quote = visible(&annotation.quote());
    let has_versions = has_versions(session, mark);
    response.widget_info(|| {
        let (tags, quote) = (tags.as_str(), quote.as_str());
        let words = if has_versions {
            say!("row-with-versions", tags = tags, quote = quote)
        } else {
            say!("row-of-mark", tags = tags, quote = quote)
        };
        egui::WidgetInfo::selected(egui::Role::Button, true, is_focused, words)
    });
    let painter = ui.painter();
    rows::ground(cx.theme, painter, rect, &response, is_focused);
    if !mark.is_writable() {
        let edge = egui::Rect::from_min_size(rect.left_top() + vec2(0.0, 4.0), vec2(3.0, ROW - 8.0));
        painter.rect_filled(edge, 1.0, cx.theme.person(mark.layer.layer.annotator.id));
    }
    let left = rect.left() + 10.0;
    let codebook_tag = annotation.tags.first().and_then(|tag| session.codebook().tag(tag));
    let color = cx.theme.tag(codebook_tag);
    let shape = codebook_tag.map_or_else(Default::default, |tag| tag.shape);
    shape_line(painter, cx.theme, shape, (left, left + 20.0), rect.top() + 33.0, color);
    let ink = if is_focused { cx.theme.ink_strong } else { cx.theme.ink };
    let width = rect.right() - left - 8.0;
    line(ui, pos2(left, rect.top() + 5.0), width, &in_visual_order(&shortened(&quote, LONGEST)), 13.0, ink);
    line(
        ui,
        pos2(left + 28.0, rect.top() + 26.0),
        width - 28.0,
        &under(cx, session, mark, &tags),
        11.5,
        if is_focused { cx.theme.ink } else { cx.theme.ink_subdued },
    );
    if context_menu(cx, &response, Clicked::on(On::Mark)) {
        cx.ask(Request::Focus(Some(annotation.id)));
    } else if response.clicked() {
        cx.ask(Request::Go(Way::Mark(annotation.id)));
    }
}

/// The second line of a row: tags, who, source, note, and what is wrong with the place.
fn under(cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, tags: &str) -> String {
    let mut parts = vec![tags.to_owned()];
    match mark.placement {
        Some(Placement::Changed { to, .. }) => {
            let now = to.hull().map_or("", |hull| session.document().slice(hull).trim());
            parts.push(say!("row-now", words = shortened(&visible(now), 60)));
        }
        Some(Placement::Ambiguous(_)) => parts.push(say!("placement-ambiguous")),
        Some(Placement::Orphaned { .. }) => parts.push(say!("placement-gone")),
        None => parts.push(say!("placement-implied")),
        _ => {}
    }
    match session.replies(mark.annotation.id).as_slice() {
        [] => {}
        [.., last] if last.resolves => parts.push(say!("reply-is-resolved")),
        replies => {
            parts.push(say!("row-replies", count = replies.len()));
            let n_new = unread(cx, replies).len();
            parts.extend((0 < n_new).then(|| say!("row-replies-new", count = n_new)));
        }
    }
    if has_versions(session, mark) {
        parts.push(say!("row-versions"));
    }
    if !mark.is_writable() || (1 < session.layers().len() && mark.is_writable()) {
        parts.push(visible(&mark.layer.layer.annotator.name));
    }
    let annotation = mark.annotation;
    parts.extend(annotation.figures.iter().map(figure));
    let source = source(&annotation.attribution);
    parts.extend(
        [source, words_of(annotation)]
            .into_iter()
            .filter(|words| !words.is_empty())
            .map(|words| visible(&words)),
    );
    // Each by itself: words that read to the left do not turn the others round.
    let parts: Vec<String> = parts.iter().map(|part| in_visual_order(&shortened(part, LONGEST))).collect();
    parts.join(" · ")
}

/// Whether several versions wait for a decision, of the mark or of a link from it.
fn has_versions(session: &Session, mark: &MarkRef<'_>) -> bool {
    session.conflicts().iter().any(|conflict| conflict.mark == mark.annotation.id)
}

/// The labels of tags, or what to say when there are none.
pub(in crate::gui) fn tag_words(session: &Session, tags: &[TagId]) -> String {
    let labels: Vec<String> = tags.iter().map(|tag| visible(&name(session.codebook().label(tag)))).collect();
    if labels.is_empty() { say!("mark-untagged") } else { labels.join(", ") }
}

/// What a mark is called: by its tags, or that it is a teacher's word on another.
pub(in crate::gui) fn mark_name(session: &Session, annotation: &Annotation) -> String {
    if annotation.only_assesses() { say!("assessed-name") } else { tag_words(session, &annotation.tags) }
}

/// One line of text, cut at `width` points.
fn line(ui: &Ui, at: egui::Pos2, width: f32, text: &str, size: f32, ink: egui::Color32) {
    let mut job =
        egui::text::LayoutJob::simple_singleline(text.to_owned(), egui::FontId::proportional(size), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, ink);
}
