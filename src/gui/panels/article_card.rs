//! A card for an article of the folder: title, outlet and date, its marks by tag, whose they are, and how
//! many need a look.

use crate::gui::command::On;
use crate::gui::context::{Clicked, context_menu};
use crate::gui::outbox::Request;
use crate::gui::told;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::shape::shape_line;
use crate::gui::widgets::words::{Look, Words};
use crate::gui::widgets::{rows, visible};
use crate::gui::words::{date, date_of, name, say};
use crate::layer::{AnnotatorId, Codebook, Shape, TagId};
use crate::library::OpenReason;
use crate::library::{Entry, Library};
use crate::text::order::natural_order;
use egui::{Align2, Rect, Sense, TextStyle, Ui, pos2, vec2};
use std::path::PathBuf;

/// The height of a card without its last line, and with it, in points: lists have cards of one height, so
/// that only those in view are made.
pub(super) const HEIGHTS: (f32, f32) = (68.0, 86.0);
/// Around the words.
const PAD: f32 = 6.0;
/// Left of the words, where a dot says that an article was never opened.
const GUTTER: f32 = 8.0;

/// How many marks have a tag (`None`: have none), and what they are called.
type Count = (Option<TagId>, usize, String);

/// What a card says.
#[derive(Debug)]
pub(super) struct Card {
    file: PathBuf,
    title: String,
    /// Outlet, date and place, its file's name where it tells none, or why the article cannot be read.
    about: String,
    is_fault: bool,
    /// The folder in the folder, if it lies in one.
    folder: String,
    /// Its tags, each with how often it is used and what that is called.
    counts: Vec<Count>,
    people: Vec<(AnnotatorId, String)>,
    n_needing_look: usize,
    /// All of it, for screen readers.
    name: String,
}

impl Card {
    /// What there is to say of an article.
    pub(super) fn of(entry: &Entry, library: &Library) -> Self {
        let title = visible(&entry.title);
        let about = match &entry.fault {
            Some(reason @ (OpenReason::Host(_) | OpenReason::Web(_))) => {
                say!("card-not-opened", reason = told::open_reason(reason))
            }
            Some(reason @ OpenReason::Import(_)) => say!("card-not-read", reason = told::open_reason(reason)),
            None => [visible(&entry.outlet), visible(&date_of(entry)), visible(&entry.place)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        };
        let file_name = visible(entry.name());
        let about = if about.is_empty() && file_name != title { file_name } else { about };
        let folder = visible(entry.folder());
        let counts = counts(entry, library.codebook());
        let with_marks = entry.layers.iter().filter(|layer| 0 < layer.n_marks);
        let mut people: Vec<(AnnotatorId, String)> =
            with_marks.map(|layer| (layer.person.id, visible(&layer.person.name))).collect();
        // An open article has its layers in another order than its folder; the circles stay where they are.
        people.sort_by(|(a, name), (b, other)| natural_order(name, other).then_with(|| a.cmp(b)));
        let n_needing_look = entry.n_needing_look();
        let marks: Vec<String> =
            counts.iter().map(|(_, n, label)| say!("card-marks", count = *n, tag = label.as_str())).collect();
        let names: Vec<&str> = people.iter().map(|(_, name)| name.as_str()).collect();
        let stated = entry.stated.as_ref().map(|stated| {
            let said = [stated.date.map(date).unwrap_or_default(), visible(&stated.outlet)];
            let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
            say!("card-corrected", person = visible(&stated.by), words = said.join(" · "))
        });
        let parts = [
            title.clone(),
            about.clone(),
            stated.unwrap_or_default(),
            folder.clone(),
            if about == entry.name() { String::new() } else { visible(entry.name()) },
            marks.join(", "),
            names.join(", "),
            needing_look(n_needing_look),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            file: library.file_of(entry),
            title,
            about,
            is_fault: entry.fault.is_some(),
            folder,
            counts,
            people,
            n_needing_look,
            name: parts.join("\n"),
        }
    }
}

/// The tags of an article in the order of the codebook, those that it does not have last.
fn counts(entry: &Entry, codebook: &Codebook) -> Vec<Count> {
    let mut by_tag = entry.tag_counts();
    let mut counts: Vec<Count> = Vec::new();
    for tag in &codebook.tags {
        if let Some(n) = by_tag.remove(tag.id.as_str()) {
            let label = if n == 1 { &tag.label } else { &tag.plural };
            counts.push((Some(tag.id.clone()), n, visible(&name(label).to_lowercase())));
        }
    }
    for tag in entry.rows.iter().flat_map(|row| row.tags.iter()) {
        if let Some(n) = by_tag.remove(tag.as_str()) {
            counts.push((Some(tag.clone()), n, visible(tag.as_str())));
        }
    }
    let n = entry.rows.iter().filter(|row| row.tags.is_empty() && !row.is_reply()).count();
    counts.extend((0 < n).then(|| (None, n, say!("card-untagged", count = n))));
    counts
}

/// How many marks need a look; nothing if none does.
fn needing_look(n: usize) -> String {
    if n == 0 { String::new() } else { say!("card-needs-look", count = n) }
}

/// Draws a card as a row of a list; a click opens the article.
pub(super) fn ui(
    cx: &ViewCtx<'_>,
    card: &Card,
    (list, row): (&'static str, usize),
    (is_active, is_read): (bool, bool),
    height: f32,
    ui: &mut Ui,
) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(rect, rows::row_id(list, row), Sense::click());
    rows::hold_arrows(ui, list, row, &response);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_active, &card.name));
    rows::ground(cx.theme, ui.painter(), rect.shrink2(vec2(0.0, 1.0)), &response, is_active);
    let mut inner = rect.shrink2(vec2(PAD, PAD));
    inner.min.x += GUTTER;
    if !is_read {
        let dot = pos2(rect.left() + PAD + 2.0, inner.top() + 9.0);
        ui.painter().circle_filled(dot, 3.0, cx.theme.accent);
    }
    let painter = ui.painter().with_clip_rect(inner.expand(2.0).intersect(ui.clip_rect()));
    let mut words = cx.words.borrow_mut();
    let ink = if is_active { cx.theme.ink_strong } else { cx.theme.ink };
    let line = |words: &mut Words, text: &str, top: f32, look: Look| {
        let placed = words.place(ui.ctx(), text, inner.width(), look);
        words.paint(placed, &painter, pos2(inner.left(), top), look.ink);
        top + placed.size.y
    };
    let top = line(&mut words, &card.title, inner.top(), Look { size: 13.5, lines: 2, ink });
    let subdued = if card.is_fault { cx.theme.warning } else { cx.theme.ink_subdued };
    let folder = if card.folder.is_empty() { String::new() } else { format!("{}/", card.folder) };
    let about = [card.about.as_str(), &folder].into_iter().filter(|part| !part.is_empty());
    let about = apart(&about.collect::<Vec<_>>().join(" · "));
    line(&mut words, &about, top + 1.0, Look { size: 11.5, lines: 1, ink: subdued });
    drop(words);
    foot_ui(cx, card, &painter, Rect::from_min_max(pos2(inner.left(), inner.bottom() - 16.0), inner.max), ui);
    let response = response.on_hover_text(&card.name);
    context_menu(cx, &response, Clicked::on_article(On::Article, &card.file));
    if response.double_clicked() {
        cx.ask(Request::Keep(card.file.clone()));
    } else if response.clicked() {
        cx.ask(Request::LookInto(card.file.clone()));
    }
}

/// What stands between dots, each with a direction of its own (UAX #9, isolates): a name that reads to the left
/// does not turn the date beside it round.
fn apart(about: &str) -> String {
    let parts: Vec<String> = about.split(" · ").map(|part| format!("\u{2068}{part}\u{2069}")).collect();
    parts.join(" · ")
}

/// The last line: how many of each tag, each with its line and colour; whose marks; what needs a look.
fn foot_ui(cx: &ViewCtx<'_>, card: &Card, painter: &egui::Painter, rect: Rect, ui: &Ui) {
    let font = TextStyle::Small.resolve(ui.style());
    let middle = rect.center().y;
    let mut right = rect.right();
    if 0 < card.n_needing_look {
        let words = card.n_needing_look.to_string();
        let drawn =
            painter.text(pos2(right, middle), Align2::RIGHT_CENTER, words, font.clone(), cx.theme.warning);
        painter.circle_filled(pos2(drawn.left() - 7.0, middle), 3.5, cx.theme.warning);
        right = drawn.left() - 18.0;
    }
    right = people_ui(cx, card, painter, pos2(right, middle));
    let mut left = rect.left();
    let codebook = cx.workspace.library().map(Library::codebook);
    for (id, n, _) in &card.counts {
        let tag = id.as_ref().and_then(|id| codebook?.tag(id));
        let color = cx.theme.tag(tag);
        let galley = painter.layout_no_wrap(n.to_string(), font.clone(), cx.theme.ink);
        let width = galley.size().x.max(14.0);
        if right < left + width {
            painter.text(pos2(left, middle), Align2::LEFT_CENTER, "…", font, cx.theme.ink_subdued);
            return;
        }
        painter.galley(
            pos2(left + (width - galley.size().x) / 2.0, middle - galley.size().y / 2.0),
            galley,
            cx.theme.ink,
        );
        let shape = tag.map_or(Shape::Solid, |tag| tag.shape);
        shape_line(painter, cx.theme, shape, (left, left + width), rect.bottom() - 1.5, color);
        left += width + 9.0;
    }
}

/// Whose marks an article has, as circles with the beginnings of their names, from the right; where they end.
fn people_ui(cx: &ViewCtx<'_>, card: &Card, painter: &egui::Painter, from: egui::Pos2) -> f32 {
    const MOST: usize = 4;
    const RADIUS: f32 = 7.5;
    let mut right = from.x;
    let more = card.people.len().saturating_sub(MOST);
    if 0 < more {
        let font = egui::FontId::proportional(10.0);
        let words = format!("+{more}");
        let drawn = painter.text(from, Align2::RIGHT_CENTER, words, font, cx.theme.ink_subdued);
        right = drawn.left() - 3.0;
    }
    for (person, name) in card.people.iter().take(MOST).rev() {
        let middle = pos2(right - RADIUS, from.y);
        painter.circle_filled(middle, RADIUS, cx.theme.person(*person));
        let letter = name.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        let font = egui::FontId::proportional(9.5);
        painter.text(middle, Align2::CENTER_CENTER, letter, font, cx.theme.panel);
        right -= 2.0 * RADIUS + 2.0;
    }
    right - 4.0
}
