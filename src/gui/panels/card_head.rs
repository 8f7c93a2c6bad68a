//! The head of the card of a mark: its words in two lines, and its tags in one row.

use crate::gui::command::Command;
use crate::gui::theme::Theme;
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::chip::{chip_width, slug_chip_ui, small_chip_ui, tag_chip_ui};
use crate::gui::widgets::visible;
use crate::gui::widgets::words::Look;
use crate::gui::words::{name, say};
use crate::layer::{Tag, TagId};
use crate::session::{MarkRef, Session};
use egui::{Button, Layout, Rect, RichText, Sense, Ui, UiBuilder, vec2};

/// The height of two lines of the passage, in points.
const TWO_LINES: f32 = 38.0;
/// The room at the right for the word that shows all of it.
const MORE: f32 = 38.0;
/// More lines of a passage than anybody reads here.
const ALL: usize = 40;
/// The height of the row of tags.
const TAGS: f32 = 26.0;
const GAP: f32 = 2.0;

/// Draws the passage: two lines, or all of it where `is_whole`.
pub(super) fn quote_ui(cx: &ViewCtx<'_>, mark: &MarkRef<'_>, is_whole: &mut bool, ui: &mut Ui) {
    let quote = format!("“{}”", visible(&mark.annotation.quote()));
    let width = ui.available_width() - MORE;
    let look = |lines| Look { size: 13.5, lines, ink: cx.theme.ink_strong };
    let mut words = cx.words.borrow_mut();
    let short = words.place(ui.ctx(), &quote, width, look(2));
    let long = words.place(ui.ctx(), &quote, width, look(if *is_whole { ALL } else { 3 }));
    let is_long = short.size.y + 1.0 < long.size.y;
    let shown = if *is_whole { long } else { short };
    let size = vec2(ui.available_width(), shown.size.y.max(TWO_LINES));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &quote));
    words.paint(shown, &ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())), rect.min, look(2).ink);
    if is_long {
        let corner = Rect::from_min_max(rect.right_bottom() - vec2(MORE, 20.0), rect.right_bottom());
        let layout = Layout::right_to_left(egui::Align::Center);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(corner).layout(layout));
        ui.spacing_mut().button_padding = vec2(2.0, 0.0);
        let label = if *is_whole { say!("mark-less") } else { say!("mark-more") };
        let more = Button::new(RichText::new(label).small().color(cx.theme.link)).frame(false);
        if ui.add(more).clicked() {
            *is_whole = !*is_whole;
        }
    }
}

/// Draws the tags in one row: of one's own mark all tags of the codebook, those that it lacks as small as the
/// room wants it.
pub(super) fn tags_ui(cx: &ViewCtx<'_>, session: &Session, mark: &MarkRef<'_>, ui: &mut Ui) {
    let own = &mark.annotation.tags;
    let codebook = session.codebook();
    ui.allocate_ui(vec2(ui.available_width(), TAGS), |ui| {
        ui.set_min_size(vec2(ui.available_width(), TAGS));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
            if mark.is_writable() {
                own_tags_ui(cx, &codebook.tags, own, ui);
            }
            let is_shown = |tag: &&TagId| mark.is_writable() && codebook.tag(tag).is_some();
            for tag in own.iter().filter(|tag| !is_shown(tag)) {
                let chip = slug_chip_ui(ui, cx.theme, codebook.tag(tag), tag);
                if codebook.tag(tag).is_none() {
                    chip.on_hover_text(say!("mark-tag-unknown"));
                }
            }
            if own.is_empty() && !mark.is_writable() {
                let is_feedback = mark.annotation.only_assesses();
                let words = if is_feedback { say!("assessed-name") } else { say!("mark-no-tag") };
                ui.label(RichText::new(words).color(cx.theme.ink_subdued));
            }
        });
    });
}

/// How the chips of a row are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chips {
    WithKeys,
    Plain,
    /// Of a tag that the mark lacks only its line and its key.
    Small,
}

fn own_tags_ui(cx: &ViewCtx<'_>, tags: &[Tag], own: &[TagId], ui: &mut Ui) {
    let room = ui.available_width();
    let width = |chips: Chips| -> f32 {
        tags.iter().map(|tag| width_of(ui, cx.theme, tag, own.contains(&tag.id), chips) + GAP).sum()
    };
    let fits = |chips: &Chips| width(*chips) <= room + GAP;
    let chips = [Chips::WithKeys, Chips::Plain].into_iter().find(fits).unwrap_or(Chips::Small);
    // What has no room in the row even so is in a menu at its end.
    let menu = if fits(&chips) { 0.0 } else { 36.0 };
    let worn = tags.iter().filter(|tag| own.contains(&tag.id));
    let mut left = room - menu - worn.map(|tag| width_of(ui, cx.theme, tag, true, chips) + GAP).sum::<f32>();
    let mut rest = Vec::new();
    for tag in tags {
        let is_on = own.contains(&tag.id);
        if !is_on {
            left -= width_of(ui, cx.theme, tag, false, chips) + GAP;
        }
        if !is_on && left < -GAP {
            rest.push(tag);
            continue;
        }
        let chip = match chips {
            Chips::Small if !is_on => small_chip_ui(ui, cx.theme, tag),
            _ => tag_chip_ui(ui, cx.theme, tag, is_on, chips == Chips::WithKeys),
        };
        let command = Command::also_tag(&tag.id);
        let key = cx.commands.key_hint(&command);
        let hint = if is_on {
            say!("mark-tag-off", tag = name(&tag.label))
        } else {
            say!("mark-tag-add", tag = name(&tag.label))
        };
        if chip.on_hover_text(format!("{hint}{key}")).clicked() {
            cx.run(command);
        }
    }
    if !rest.is_empty() {
        ui.menu_button(format!("+{}", rest.len()), |ui| {
            for tag in rest {
                if tag_chip_ui(ui, cx.theme, tag, false, true).clicked() {
                    cx.run(Command::also_tag(&tag.id));
                    ui.close();
                }
            }
        });
    }
}

fn width_of(ui: &Ui, theme: &Theme, tag: &Tag, is_on: bool, chips: Chips) -> f32 {
    chip_width(ui, theme, tag, chips == Chips::WithKeys, chips == Chips::Small && !is_on)
}
