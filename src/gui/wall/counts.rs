//! What the class sees at a passage: a bar for each tag, and one for those who marked nothing; and the key's
//! answer below them.

use crate::analysis::votes::Voted;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::words::Look;
use crate::gui::widgets::{in_visual_order, visible};
use crate::gui::words::{name, say};
use crate::layer::{Annotator, AnnotatorId, Tag, TagId};
use crate::session::class::wall::initials;
use egui::text::LayoutJob;
use egui::{Align2, FontId, Galley, Rect, Sense, Ui, WidgetInfo, pos2};
use std::sync::Arc;

/// The height of a row and of the key's answer, in points of a window 800 high.
const ROW: f32 = 50.0;
const KEY: f32 = 84.0;

/// What is revealed of a passage.
pub(super) struct Counts<'a> {
    pub voted: &'a Voted,
    pub class: &'a [Annotator],
    /// The key's tags and explanation, once they are told; `None` within: the key has no mark there.
    pub key: Option<Option<(&'a [TagId], &'a str)>>,
    pub asked: Option<&'a Tag>,
    pub shows_initials: bool,
}

/// How high all of it is for `n_rows`, in points, of `room`.
pub(super) fn height(n_rows: usize, has_key: bool, room: f32, scale: f32) -> f32 {
    let n_rows = f32::from(u16::try_from(n_rows).unwrap_or(u16::MAX));
    let wanted = n_rows * ROW + if has_key { KEY } else { 0.0 };
    (wanted * scale).min(room * 0.62)
}

/// Draws it.
pub(super) fn counts_ui(cx: &ViewCtx<'_>, counts: &Counts<'_>, rect: Rect, scale: f32, ui: &mut Ui) {
    let tags = cx.commands.codebook().tags.iter().map(Some).chain([None]);
    let rows: Vec<(Option<&Tag>, Vec<AnnotatorId>)> = tags
        .map(|tag| (tag, counts.voted.voters(tag.map(|tag| &tag.id))))
        // Who asks about a tag wants to know that nobody sees it.
        .filter(|(tag, voters)| {
            let is_asked = tag.zip(counts.asked).is_some_and(|(tag, asked)| tag.id == asked.id);
            !voters.is_empty() || is_asked
        })
        .collect();
    let key_height = if counts.key.is_some() { KEY * scale } else { 0.0 };
    let n_rows = f32::from(u16::try_from(rows.len()).unwrap_or(u16::MAX)).max(1.0);
    let row_height = ((rect.height() - key_height) / n_rows).min(ROW * scale);
    let mut top = rect.top();
    for (tag, voters) in &rows {
        let row = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + row_height));
        row_ui(cx, counts, (*tag, voters), row, scale, ui);
        top = row.bottom();
    }
    if let Some(key) = counts.key {
        let rect = rect.with_min_y(rect.bottom() - key_height + 8.0 * scale);
        key_ui(cx, key, rect, scale, ui);
    }
}

fn row_ui(
    cx: &ViewCtx<'_>,
    counts: &Counts<'_>,
    (tag, voters): (Option<&Tag>, &[AnnotatorId]),
    row: Rect,
    scale: f32,
    ui: &mut Ui,
) {
    let theme = cx.theme;
    let ink = theme.ink_strong;
    let label = tag.map_or_else(|| say!("wall-nothing"), |tag| name(&tag.label));
    let (n, of) = (voters.len(), counts.class.len());
    let told = say!("wall-count", tag = label.as_str(), count = n, of = of);
    let response = ui.interact(row, egui::Id::unique(("wall count", &label)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &told));
    let painter = ui.painter().with_clip_rect(row);
    let colour = tag.map_or(theme.ink_subdued, |tag| theme.tag(Some(tag)));
    let middle = row.center().y;
    let size = (26.0 * scale).min(row.height() * 0.62);
    let left = row.left() + row.width() * 0.3;
    let shown = painter.text(
        pos2(row.left(), middle - 3.0),
        Align2::LEFT_CENTER,
        in_visual_order(&label),
        FontId::proportional(size),
        ink,
    );
    if let Some(tag) = tag {
        shape_line(&painter, theme, tag.shape, (shown.left(), shown.right()), shown.bottom(), colour);
    }
    let right = row.right() - 90.0 * scale;
    let share = n as f32 / of.max(1) as f32;
    // Two lines of initials have room on it.
    let half = row.height() * if counts.shows_initials { 0.42 } else { 0.28 };
    let end = left + (right - left) * share;
    let bar = Rect::from_min_max(pos2(left, middle - half), pos2(end, middle + half));
    painter.rect_filled(bar, 3.0, colour);
    let number = pos2(bar.right() + 12.0 * scale, middle);
    let number = painter.text(number, Align2::LEFT_CENTER, n, FontId::proportional(size), ink);
    if counts.shows_initials {
        names_ui(cx, counts, voters, (bar, number, row), scale, ui);
    }
}

/// The initials of those who gave a tag: on the bar where they have room in a line or in two smaller ones, else
/// behind the number.
fn names_ui(
    cx: &ViewCtx<'_>,
    counts: &Counts<'_>,
    voters: &[AnnotatorId],
    (bar, number, row): (Rect, Rect, Rect),
    scale: f32,
    ui: &mut Ui,
) {
    let named = counts.class.iter().filter(|who| voters.contains(&who.id));
    let named: Vec<String> = named.map(|who| initials(&visible(&who.name))).collect();
    let words = named.join("  ");
    let response = ui.interact(
        bar.union(number),
        egui::Id::unique(("wall initials", row.top().to_bits())),
        Sense::hover(),
    );
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &words));
    let padding = 8.0 * scale;
    let size = 17.0 * scale;
    let behind = number.right() + 14.0 * scale;
    let (on_bar, beside) = (bar.width() - 2.0 * padding, row.right() - behind);
    let tries = [
        (size, on_bar, 1, true),
        (size * 0.8, on_bar, 2, true),
        (size, beside, 1, false),
        (size * 0.8, beside, 2, false),
    ];
    let set = |&(size, width, rows, is_on_bar): &(f32, f32, usize, bool)| {
        let ink = if is_on_bar { cx.theme.page } else { cx.theme.ink };
        let font = FontId::proportional(size.min(row.height() * 0.4));
        let mut job = LayoutJob::simple(in_visual_order(&words), font, ink, width.max(0.0));
        job.wrap.max_rows = rows;
        (ui.fonts_mut(|fonts| fonts.layout_job(job)), width, is_on_bar)
    };
    let fits = |(galley, width, _): &(Arc<Galley>, f32, bool)| !galley.elided && galley.size().x <= *width;
    // The last has room for all or ends in an ellipsis.
    let found = tries.iter().map(set).find(fits).or_else(|| tries.last().map(set));
    let Some((galley, _, is_on_bar)) = found else { return };
    let left = if is_on_bar { bar.left() + padding } else { behind };
    let ink = if is_on_bar { cx.theme.page } else { cx.theme.ink };
    let top = bar.center().y - galley.size().y / 2.0;
    ui.painter().with_clip_rect(row).galley(pos2(left, top), galley, ink);
}

/// The key's answer.
fn key_ui(cx: &ViewCtx<'_>, key: Option<(&[TagId], &str)>, rect: Rect, scale: f32, ui: &mut Ui) {
    let words = match key {
        Some((tags, why)) => {
            let codebook = cx.commands.codebook();
            let tags = tags.iter().map(|tag| name(codebook.label(tag)).to_lowercase());
            let tags = tags.collect::<Vec<_>>().join(", ");
            let why = visible(&why.replace('\n', " "));
            say!("wall-key", tags = tags, why = why.as_str())
        }
        None => say!("wall-no-key"),
    };
    let look = Look { size: 20.0 * scale, lines: 3, ink: cx.theme.ink_strong };
    let mut set = cx.words.borrow_mut();
    let placed = set.place(ui.ctx(), &words, rect.width(), look);
    set.paint(placed, &ui.painter().with_clip_rect(rect), rect.min, look.ink);
    drop(set);
    let response = ui.interact(rect, egui::Id::unique("wall key"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &words));
}
