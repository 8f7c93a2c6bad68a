//! A tag as a button: its colour, its shape, its name, its key.

use super::shape::shape_line;
use crate::gui::theme::Theme;
use crate::gui::words::name;
use crate::layer::{Shape, Tag, TagId};
use egui::{Response, Sense, TextStyle, Ui, pos2, vec2};

/// The width of a tag without its name, in points.
const SMALL: f32 = 26.0;

/// A button for `tag`; `is_on` fills it.
pub(in crate::gui) fn tag_chip_ui(
    ui: &mut Ui,
    theme: &Theme,
    tag: &Tag,
    is_on: bool,
    shows_key: bool,
) -> Response {
    let key = tag.key.filter(|_| shows_key).map(|key| key.to_string());
    chip_ui(ui, theme, Some(tag), &name(&tag.label), is_on, key.as_deref())
}

/// How wide [`tag_chip_ui`] draws a tag, or where `is_small` [`small_chip_ui`], in points.
pub(in crate::gui) fn chip_width(ui: &Ui, theme: &Theme, tag: &Tag, shows_key: bool, is_small: bool) -> f32 {
    if is_small {
        return SMALL;
    }
    let width = |style: TextStyle, words: String| {
        ui.painter().layout_no_wrap(words, style.resolve(ui.style()), theme.ink).size().x
    };
    let key = tag.key.filter(|_| shows_key).map_or(0.0, |key| width(TextStyle::Small, key.to_string()) + 7.0);
    width(TextStyle::Body, name(&tag.label)) + key + 16.0
}

/// A tag that is not on, where there is no room for its name: its key over its line.
pub(in crate::gui) fn small_chip_ui(ui: &mut Ui, theme: &Theme, tag: &Tag) -> Response {
    let first = name(&tag.label).chars().next().unwrap_or_default();
    let key = tag.key.unwrap_or(first).to_string();
    let font = TextStyle::Small.resolve(ui.style());
    let height = ui.text_style_height(&TextStyle::Body) + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(SMALL, height), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), false, name(&tag.label))
    });
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, theme.wash(theme.tag(Some(tag)), false));
    }
    if response.has_focus() {
        painter.rect_stroke(rect, 4.0, egui::Stroke::new(1.5, theme.accent), egui::StrokeKind::Inside);
    }
    let at = pos2(rect.center().x, rect.top() + 5.0);
    painter.text(at, egui::Align2::CENTER_TOP, key, font, theme.ink_subdued);
    let ends = (rect.left() + 5.0, rect.right() - 5.0);
    shape_line(painter, theme, tag.shape, ends, rect.bottom() - 5.0, theme.tag(Some(tag)));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A chip that says which tag it is: for slugs that the codebook lacks too.
pub(in crate::gui) fn slug_chip_ui(ui: &mut Ui, theme: &Theme, tag: Option<&Tag>, id: &TagId) -> Response {
    let label = tag.map_or_else(|| super::visible(id.as_str()), |tag| name(&tag.label));
    chip_ui(ui, theme, tag, &label, true, None)
}

fn chip_ui(
    ui: &mut Ui,
    theme: &Theme,
    tag: Option<&Tag>,
    label: &str,
    is_on: bool,
    key: Option<&str>,
) -> Response {
    let color = theme.tag(tag);
    let font = TextStyle::Body.resolve(ui.style());
    let small = TextStyle::Small.resolve(ui.style());
    let text = ui.painter().layout_no_wrap(label.to_owned(), font, theme.ink_strong);
    let key = key.map(|key| ui.painter().layout_no_wrap(key.to_owned(), small, theme.ink_subdued));
    let key_width = key.as_ref().map_or(0.0, |key| key.size().x + 7.0);
    let size = vec2(text.size().x + key_width + 16.0, text.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_on, label));
    let fill = if is_on {
        theme.wash(color, true)
    } else if response.hovered() {
        theme.wash(color, false)
    } else {
        egui::Color32::TRANSPARENT
    };
    let painter = ui.painter();
    painter.rect_filled(rect, 4.0, fill);
    if response.has_focus() {
        painter.rect_stroke(rect, 4.0, egui::Stroke::new(1.5, theme.accent), egui::StrokeKind::Inside);
    }
    let left = rect.left() + 8.0;
    let width = text.size().x;
    painter.galley(pos2(left, rect.top() + 3.0), text, theme.ink_strong);
    let shape = tag.map_or(Shape::Solid, |tag| tag.shape);
    shape_line(painter, theme, shape, (left, left + width), rect.bottom() - 5.0, color);
    if let Some(key) = key {
        painter.galley(pos2(left + width + 7.0, rect.top() + 5.0), key, theme.ink_subdued);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
