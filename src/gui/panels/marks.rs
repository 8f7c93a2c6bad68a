//! The marks at the right: in order, by tag or by person; filtered by words and tags; a click goes there.

use crate::anchor::Placement;
use crate::gui::outbox::Request;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::chip::tag_chip_ui;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::layer::{AnnotationId, TagId};
use crate::session::{Action, MarkRef, Session};
use egui::{RichText, ScrollArea, Sense, TextEdit, Ui, pos2, vec2};

const ROW: f32 = 46.0;

/// In which order the marks stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Text,
    Tag,
    Person,
}

/// One row of the list.
#[derive(Clone, Debug)]
enum Row {
    Group(String, usize),
    Mark(AnnotationId),
}

/// What the list shows, and its rows as last made.
#[derive(Debug, Default)]
pub(in crate::gui) struct MarksPanel {
    order: Order,
    words: String,
    tags: Vec<TagId>,
    rows: Vec<Row>,
    made_for: Option<(std::path::PathBuf, u64)>,
    wants_focus: bool,
    /// The mark that the list last scrolled to.
    shown: Option<AnnotationId>,
}

impl MarksPanel {
    /// Puts the keyboard into the filter.
    pub(in crate::gui) fn focus_filter(&mut self) {
        self.wants_focus = true;
    }

    /// Draws people, filter and list.
    pub(in crate::gui) fn ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        people_ui(cx, session, ui);
        let changed = self.filter_ui(cx, session, ui);
        let present = (session.path().to_owned(), session.revision());
        if changed || self.made_for.as_ref() != Some(&present) {
            self.rows = self.rows_of(session);
            self.made_for = Some(present);
        }
        if self.rows.is_empty() {
            self.empty_ui(cx, session, ui);
            return;
        }
        self.list_ui(cx, session, ui);
    }

    fn list_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        let mut area = ScrollArea::vertical().id_salt("marks").auto_shrink([false, false]);
        let focus = session.focus();
        if focus != self.shown {
            self.shown = focus;
            let row = self.rows.iter().position(|row| matches!(row, Row::Mark(id) if Some(*id) == focus));
            if let Some(row) = row {
                let view = ui.available_height();
                area = area.vertical_scroll_offset((row_top(row) - view * 0.3).max(0.0));
            }
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        area.show_rows(ui, ROW, self.rows.len(), |ui, range| {
            for row in &self.rows[range] {
                match row {
                    Row::Group(label, count) => group_ui(cx, label, *count, ui),
                    Row::Mark(id) => {
                        if let Some(mark) = session.mark(*id) {
                            mark_ui(cx, session, &mark, ui);
                        }
                    }
                }
            }
        });
    }

    fn filter_ui(&mut self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) -> bool {
        let mut changed = false;
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.words)
                .hint_text("Find a mark")
                .desired_width(ui.available_width() - 118.0);
            let field = ui.add(field);
            field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Find a mark"));
            if std::mem::take(&mut self.wants_focus) {
                field.request_focus();
            }
            changed |= field.changed();
            let label = match self.order {
                Order::Text => "In order",
                Order::Tag => "By tag",
                Order::Person => "By person",
            };
            let combo = egui::ComboBox::from_id_salt("order").width(96.0).selected_text(label);
            let combo = combo.show_ui(ui, |ui| {
                changed |= ui.selectable_value(&mut self.order, Order::Text, "In order").clicked();
                changed |= ui.selectable_value(&mut self.order, Order::Tag, "By tag").clicked();
                changed |= ui.selectable_value(&mut self.order, Order::Person, "By person").clicked();
            });
            combo.response.widget_info(|| egui::WidgetInfo {
                current_text_value: Some(label.to_owned()),
                ..egui::WidgetInfo::labeled(egui::Role::ComboBox, true, "Order of the marks")
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
            for tag in &session.codebook().tags {
                let is_on = self.tags.contains(&tag.id);
                let chip = tag_chip_ui(ui, cx.theme, tag, is_on, false);
                // The same chips tag things elsewhere: their names tell them apart.
                let name = format!("Only {}", tag.plural.to_lowercase());
                chip.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &name));
                if chip.on_hover_text("Show only these").clicked() {
                    changed = true;
                    match is_on {
                        true => self.tags.retain(|id| *id != tag.id),
                        false => self.tags.push(tag.id.clone()),
                    }
                }
            }
        });
        ui.add_space(4.0);
        changed
    }

    fn rows_of(&self, session: &Session) -> Vec<Row> {
        let words = self.words.to_lowercase();
        let fits = |mark: &MarkRef<'_>| {
            let tag_fits =
                self.tags.is_empty() || mark.annotation.tags.iter().any(|tag| self.tags.contains(tag));
            let text = || {
                format!(
                    "{} {} {}",
                    mark.annotation.quote(),
                    mark.annotation.note,
                    mark.annotation.attribution.summary()
                )
            };
            tag_fits && (words.is_empty() || text().to_lowercase().contains(&words))
        };
        let marks: Vec<MarkRef<'_>> = session.marks().into_iter().filter(fits).collect();
        let codebook = session.codebook();
        match self.order {
            Order::Text => marks.iter().map(|mark| Row::Mark(mark.annotation.id)).collect(),
            Order::Tag => {
                let tags = codebook
                    .tags
                    .iter()
                    .map(|tag| (Some(&tag.id), tag.plural.clone()))
                    .chain([(None, "Other".to_owned())]);
                let of = |tag: Option<&TagId>, mark: &MarkRef<'_>| match tag {
                    Some(tag) => mark.annotation.has_tag(tag),
                    None => !mark.annotation.tags.iter().any(|tag| codebook.tag(tag).is_some()),
                };
                tags.flat_map(|(tag, label)| group(label, marks.iter().filter(|mark| of(tag, mark))))
                    .collect()
            }
            Order::Person => session
                .layers()
                .iter()
                .flat_map(|open| {
                    let own = marks.iter().filter(|mark| mark.layer.layer.id == open.layer.id);
                    group(visible(&open.layer.annotator.name), own)
                })
                .collect(),
        }
    }

    fn empty_ui(&self, cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
        ui.add_space(16.0);
        let has_marks = session.layers().iter().any(|open| open.layer.annotations().len() != 0);
        let words = if has_marks {
            "No mark fits".to_owned()
        } else {
            let keys: Vec<String> = session
                .codebook()
                .tags
                .iter()
                .filter_map(|tag| Some(format!("{} {}", tag.key?, tag.label.to_lowercase())))
                .collect();
            format!(
                "Nothing is marked yet. Select some words in the article, then press a key: {}",
                keys.join(", ")
            )
        };
        ui.label(RichText::new(words).color(cx.theme.ink_subdued));
    }
}

fn row_top(row: usize) -> f32 {
    // A list of so many rows that f32 loses whole points is longer than anybody scrolls.
    u16::try_from(row).map_or(f32::from(u16::MAX), f32::from) * (ROW + 2.0)
}

fn group<'a>(label: String, marks: impl Iterator<Item = &'a MarkRef<'a>>) -> Vec<Row> {
    let ids: Vec<AnnotationId> = marks.map(|mark| mark.annotation.id).collect();
    if ids.is_empty() {
        return Vec::new();
    }
    [Row::Group(label, ids.len())].into_iter().chain(ids.into_iter().map(Row::Mark)).collect()
}

/// A row for each person but me: colour, name, count, shown or hidden.
fn people_ui(cx: &ViewCtx<'_>, session: &Session, ui: &mut Ui) {
    if session.layers().len() < 2 && session.layers().iter().all(|open| open.read_only.is_none()) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        for open in session.layers() {
            let name = visible(&open.layer.annotator.name);
            let is_mine = open.read_only.is_none();
            let label = format!(
                "{}{} · {}",
                name,
                if is_mine { " (you)" } else { "" },
                open.layer.annotations().len()
            );
            let ink = if open.is_shown { cx.theme.ink } else { cx.theme.ink_subdued };
            let color = cx.theme.person(open.layer.annotator.id);
            let (dot, _) = ui.allocate_exact_size(vec2(4.0, 16.0), Sense::hover());
            ui.painter().rect_filled(dot, 1.0, if open.is_shown { color } else { cx.theme.line });
            let hint = if open.is_shown { "Hide these marks" } else { "Show these marks" };
            let button = egui::Button::selectable(open.is_shown, RichText::new(label).small().color(ink));
            if ui.add(button).on_hover_text(hint).clicked() {
                let who = open.layer.annotator.id.0.simple().to_string();
                cx.send(if open.is_shown { Action::Hide(who) } else { Action::Show(who) });
            }
        }
    });
    ui.add_space(4.0);
}

fn group_ui(cx: &ViewCtx<'_>, label: &str, count: usize, ui: &mut Ui) {
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

fn mark_ui(cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
    let annotation = mark.annotation;
    let is_focused = session.focus() == Some(annotation.id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let tags = tag_words(session, annotation.tags.as_slice());
    let quote = visible(&annotation.quote());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, true, is_focused, format!("{tags}: {quote}"))
    });
    let painter = ui.painter();
    let fill = match (is_focused, response.hovered()) {
        (true, _) => cx.theme.selection,
        (_, true) => cx.theme.hover,
        _ => egui::Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, 4.0, fill);
    if response.has_focus() {
        painter.rect_stroke(rect, 4.0, egui::Stroke::new(1.5, cx.theme.accent), egui::StrokeKind::Inside);
    }
    if !mark.is_writable() {
        let edge = egui::Rect::from_min_size(rect.left_top() + vec2(0.0, 4.0), vec2(3.0, ROW - 8.0));
        painter.rect_filled(edge, 1.0, cx.theme.person(mark.layer.layer.annotator.id));
    }
    let left = rect.left() + 10.0;
    let codebook_tag = annotation.tags.first().and_then(|tag| session.codebook().tag(tag));
    let color = cx.theme.tag(codebook_tag);
    let shape = codebook_tag.map_or_else(Default::default, |tag| tag.shape);
    shape_line(painter, shape, left, left + 20.0, rect.top() + 33.0, color, ui.pixels_per_point());
    let ink = if is_focused { cx.theme.ink_strong } else { cx.theme.ink };
    let width = rect.right() - left - 8.0;
    line(ui, pos2(left, rect.top() + 5.0), width, &quote, 13.0, ink);
    line(
        ui,
        pos2(left + 28.0, rect.top() + 26.0),
        width - 28.0,
        &under(session, mark, &tags),
        11.5,
        if is_focused { cx.theme.ink } else { cx.theme.ink_subdued },
    );
    if response.clicked() {
        cx.ask(Request::GoTo(annotation.id));
    }
}

/// The second line of a row: tags, who, source, note, and what is wrong with the place.
fn under(session: &Session, mark: &MarkRef<'_>, tags: &str) -> String {
    let mut parts = vec![tags.to_owned()];
    match mark.placement {
        Some(Placement::Changed { .. }) => parts.push("words changed".to_owned()),
        Some(Placement::Ambiguous(_)) => parts.push("several places".to_owned()),
        Some(Placement::Orphaned { .. }) => parts.push("words gone".to_owned()),
        None => parts.push("implied".to_owned()),
        _ => {}
    }
    if !mark.is_writable() || (1 < session.layers().len() && mark.is_writable()) {
        parts.push(visible(&mark.layer.layer.annotator.name));
    }
    let annotation = mark.annotation;
    parts.extend(annotation.figures.iter().map(|figure| figure.interval()));
    let source = annotation.attribution.summary();
    parts.extend(
        [source, annotation.note.clone()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .map(|words| visible(&words)),
    );
    parts.join(" · ")
}

/// The labels of tags, or what to say when there are none.
pub(in crate::gui) fn tag_words(session: &Session, tags: &[TagId]) -> String {
    let labels: Vec<String> = tags.iter().map(|tag| visible(session.codebook().label(tag))).collect();
    if labels.is_empty() { "Note".to_owned() } else { labels.join(", ") }
}

/// One line of text, cut at `width` points.
fn line(ui: &Ui, at: egui::Pos2, width: f32, text: &str, size: f32, ink: egui::Color32) {
    let mut job = egui::text::LayoutJob::simple_singleline(
        in_visual_order(&shortened(text, 200)),
        egui::FontId::proportional(size),
        ink,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, ink);
}
