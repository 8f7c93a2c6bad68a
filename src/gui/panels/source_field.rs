//! The field for who says it. It completes from the names in the mark's sentence and from those that marks
//! of the folder have.

use super::card_field::{Called, Ended, LineField};
use crate::analysis::{Said, sources_in};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::say;
use crate::session::{MarkRef, Session};
use egui::{Area, Button, Color32, Frame, Id, Key, Modifiers, Order, Rect, RichText, TextStyle, Ui, vec2};

/// The characters of a name that is offered.
const LONGEST: usize = 120;
/// The width of the offers, at most, in points: a source that is a sentence is cut.
const WIDEST: f32 = 420.0;
/// So many names are offered at once.
const MOST: usize = 7;
/// How it is written that nobody is named.
const NOBODY: &str = "unattributed";
const ID: &str = "source field";

/// What is typed, and the names that are offered for it.
#[derive(Debug, Default)]
pub(super) struct SourceField {
    pub(super) line: LineField,
    /// Those of the sentence.
    found: Vec<String>,
    /// Who says the passage and by which words, as the text tells.
    pub(super) said: Said,
    /// Those of the folder, while the field is open.
    used: Vec<String>,
    /// Which of the offers the arrows have chosen.
    chosen: Option<usize>,
    /// Where the offers were drawn: a press there has not left the field.
    offers: Option<Rect>,
    /// Whether the pointer is pressed on them.
    is_pressed: bool,
}

impl SourceField {
    /// Takes up another mark: what it says now, and who speaks in its sentence.
    pub(super) fn follow(&mut self, session: &Session, mark: &MarkRef<'_>) {
        let hull = mark.hull().filter(|_| mark.is_writable());
        self.said = hull.map(|_| session.said_by(mark)).unwrap_or_default();
        self.found = self.said.chain.iter().map(|speaker| speaker.name.clone()).collect();
        let named = hull.map(|hull| sources_in(session.document(), hull)).unwrap_or_default();
        let is_new = |name: &String| !self.found.iter().any(|own| own.to_lowercase() == name.to_lowercase());
        let named: Vec<String> = named.into_iter().filter(is_new).collect();
        self.found.extend(named);
        (self.chosen, self.offers, self.is_pressed) = (None, None, false);
    }

    /// The first name of the sentence.
    pub(super) fn first_found(&self) -> Option<&str> {
        self.found.first().map(String::as_str)
    }

    /// Draws field and offers; how the typing ended, if it just did.
    pub(super) fn ui(
        &mut self,
        cx: &ViewCtx<'_>,
        session: &Session,
        called: Called<'_>,
        wants_focus: bool,
        ui: &mut Ui,
    ) -> Option<Ended> {
        let had_focus = ui.memory(|memory| memory.has_focus(Id::unique(ID)));
        let offers = if had_focus || self.is_pressed { self.offers() } else { Vec::new() };
        if had_focus {
            self.choose(&offers, ui);
        }
        let (field, ended) = self.line.ui(cx, &Called { id: Id::unique(ID), ..called }, wants_focus, ui);
        if field.gained_focus() {
            self.used = used_names(cx, session);
        }
        if field.changed() {
            self.chosen = None;
        }
        let on_offers = self.offers.is_some_and(|rect| ui.rect_contains_pointer(rect) || is_over(ui, rect));
        self.is_pressed = on_offers && (ended.is_some() || self.is_pressed);
        let taken = if (had_focus && ended.is_none()) || self.is_pressed {
            self.offers_ui(cx, &offers, field.rect, ui)
        } else {
            self.offers = None;
            None
        };
        if let Some(name) = taken {
            self.take(&name);
            (self.is_pressed, self.offers) = (false, None);
            return Some(Ended::Kept(super::card_field::Step::Out));
        }
        if self.is_pressed && ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
            return None;
        }
        self.is_pressed = false;
        ended
    }

    /// The arrows choose among the offers; what is chosen is taken by Enter or Tab.
    fn choose(&mut self, offers: &[(String, bool)], ui: &Ui) {
        let (down, up, takes) = ui.input_mut(|input| {
            let down = input.consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.consume_key(Modifiers::NONE, Key::ArrowUp);
            (down, up, input.key_pressed(Key::Enter) || input.key_pressed(Key::Tab))
        });
        let last = offers.len().checked_sub(1);
        self.chosen = match (self.chosen, last) {
            (chosen, Some(last)) if down => Some(chosen.map_or(0, |nth| (nth + 1).min(last))),
            (None, last) if up => last,
            (Some(nth), _) if up => nth.checked_sub(1),
            (chosen, _) => chosen.filter(|&nth| nth < offers.len()),
        };
        if let Some((name, _)) = self.chosen.and_then(|nth| offers.get(nth)).filter(|_| takes) {
            self.take(&name.clone());
        }
    }

    /// Puts a name in the place of what is typed of it: the last part of the chain.
    fn take(&mut self, name: &str) {
        let words = &mut self.line.words;
        words.truncate(last_part(words));
        if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
        words.push_str(name);
        self.chosen = None;
    }

    /// The names that fit what is typed, with whether they stand in the sentence; below an empty field, that
    /// nobody is named.
    fn offers(&self) -> Vec<(String, bool)> {
        let words = &self.line.words;
        let typed = words.get(last_part(words)..).unwrap_or_default().trim().to_lowercase();
        let found = self.found.iter().map(|name| (name, true));
        let all = found.chain(self.used.iter().map(|name| (name, false)));
        let mut offers: Vec<(String, bool)> = Vec::new();
        for (name, is_found) in all {
            let lower = name.to_lowercase();
            let is_new = !offers.iter().any(|(known, _)| known.to_lowercase() == lower);
            if is_new && lower != typed && lower.contains(&typed) {
                offers.push((name.clone(), is_found));
            }
            if offers.len() == MOST {
                break;
            }
        }
        if words.trim().is_empty() {
            offers.push((NOBODY.to_owned(), false));
        }
        offers
    }

    /// Draws the offers below the field; the one that was clicked.
    fn offers_ui(
        &mut self,
        cx: &ViewCtx<'_>,
        offers: &[(String, bool)],
        field: Rect,
        ui: &Ui,
    ) -> Option<String> {
        if offers.is_empty() {
            self.offers = None;
            return None;
        }
        let area = Area::new(Id::unique("sources")).order(Order::Foreground).constrain(true);
        let area = area.fixed_pos(field.left_bottom() + vec2(0.0, 2.0)).show(ui.ctx(), |ui| {
            let frame =
                Frame::new().fill(cx.theme.panel_raised).stroke((cx.theme.line_weight, cx.theme.line));
            frame.corner_radius(6).inner_margin(4).show(ui, |ui| {
                let width = offers_width(offers, field.width(), ui);
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 1.0;
                let mut clicked = None;
                for (nth, (name, is_found)) in offers.iter().enumerate() {
                    let shown = shown(name);
                    let button = Button::selectable(self.chosen == Some(nth), shown).truncate();
                    let where_from = if *is_found { say!("mark-source-here") } else { String::new() };
                    let small = RichText::new(where_from).small().color(cx.theme.ink_subdued);
                    let button = button.right_text(small).min_size(vec2(width, 0.0));
                    if ui.add(button).clicked() {
                        clicked = Some(name.clone());
                    }
                }
                clicked
            })
        });
        self.offers = Some(area.response.rect);
        area.inner.inner
    }
}

/// A name as it is offered.
fn shown(name: &str) -> String {
    if name == NOBODY {
        return say!("mark-source-nobody");
    }
    in_visual_order(&visible(&shortened(name, LONGEST)))
}

/// How wide the offers are, in points: as the field, or as the longest name wants it.
fn offers_width(offers: &[(String, bool)], field: f32, ui: &Ui) -> f32 {
    let font = TextStyle::Button.resolve(ui.style());
    let width = |words: String| ui.painter().layout_no_wrap(words, font.clone(), Color32::BLACK).size().x;
    let hint = width(say!("mark-source-here"));
    let row = |(name, is_found): &(String, bool)| {
        width(shown(name)) + if *is_found { hint + 12.0 } else { 0.0 } + 20.0
    };
    offers.iter().map(row).fold(field - 8.0, f32::max).min(WIDEST)
}

fn is_over(ui: &Ui, rect: Rect) -> bool {
    ui.input(|input| input.pointer.interact_pos().is_some_and(|at| rect.contains(at)))
}

/// Where the last part of a chain begins, in bytes.
fn last_part(words: &str) -> usize {
    let behind = |sign: &str| words.rfind(sign).map_or(0, |at| at + sign.len());
    behind("←").max(behind("<-"))
}

/// The names that marks of the folder have, the most used first, those of the article, and those of the
/// actors that people put into their registers.
fn used_names(cx: &ViewCtx<'_>, session: &Session) -> Vec<String> {
    let mut names = cx.workspace.library().map(|library| library.sources()).unwrap_or_default();
    let marks = session.layers().iter().flat_map(|placed| placed.layer.annotations());
    for source in marks.flat_map(|annotation| &annotation.attribution.chain) {
        if !names.contains(&source.name) {
            names.push(source.name.clone());
        }
    }
    let registers = cx.workspace.library().map(|library| library.registers()).unwrap_or_default();
    for actor in registers.iter().flat_map(|register| register.actors()).flat_map(|actor| &actor.names) {
        if !names.contains(&actor.name) {
            names.push(actor.name.clone());
        }
    }
    names
}
