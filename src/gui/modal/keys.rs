//! The sheet of keys: every command with its keys, found by words, each to be given others.

use crate::gui::chord::{Chord, Struck};
use crate::gui::command::{About, Commands, KeyChoices, Menu};
use crate::gui::outbox::Request;
use crate::gui::settings::Settings;
use crate::gui::theme::{bold, shape_words};
use crate::gui::view_ctx::ViewCtx;
use crate::gui::widgets::dialog::room_for_list;
use crate::gui::widgets::shape::shape_line;
use crate::gui::words::{name, say};
use crate::layer::Codebook;
use egui::{EventFilter, RichText, ScrollArea, TextEdit, Ui};

/// What is typed, opened and awaited in the sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::gui) struct KeySheet {
    words: String,
    is_shown: bool,
    /// The command whose keys are open, by its name.
    open: Option<String>,
    awaited: Option<Awaited>,
    /// Whether the open row is to have the keyboard again.
    wants_row: bool,
    /// What is to be said of the last key that was pressed.
    said: String,
}

/// A chord that is about to be chosen.
#[derive(Clone, Debug, PartialEq)]
struct Awaited {
    /// The chord that goes for it; else it is one more.
    instead_of: Option<Chord>,
    /// The chord that was pressed and belongs to another command.
    taken: Option<Chord>,
}

impl KeySheet {
    /// Whether the next key that is pressed is to be chosen, and means nothing else.
    pub(in crate::gui) fn is_recording(&self) -> bool {
        self.awaited.as_ref().is_some_and(|awaited| awaited.taken.is_none())
    }

    pub(super) fn ui(&mut self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        ui.set_width(520.0);
        let label = ui.label(RichText::new(say!("keys-about")).color(cx.theme.ink_subdued));
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.words).hint_text(say!("keys-find"));
            let field = ui.add(field.desired_width(380.0)).labelled_by(label.id);
            if !std::mem::replace(&mut self.is_shown, true) {
                field.request_focus();
            }
            if !cx.settings.keys.is_empty() && ui.button(say!("keys-usual-all")).clicked() {
                keep(cx, KeyChoices::new());
            }
        });
        ui.add_space(4.0);
        let height = room_for_list(ui, 440.0);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut is_empty = true;
            for menu in Menu::ALL {
                let rows: Vec<&About> = cx
                    .commands
                    .all()
                    .iter()
                    .filter(|about| about.menu == menu && fits(about, &self.words))
                    .collect();
                if rows.is_empty() {
                    continue;
                }
                is_empty = false;
                ui.add_space(8.0);
                ui.label(RichText::new(menu.label()).family(bold()).color(cx.theme.ink_strong));
                for about in rows {
                    self.row_ui(cx, about, ui);
                }
            }
            if is_empty {
                ui.label(RichText::new(say!("keys-no-match")).color(cx.theme.ink_subdued));
            }
            ui.add_space(10.0);
            legend_ui(cx, cx.commands.codebook(), ui);
        });
    }

    fn row_ui(&mut self, cx: &ViewCtx<'_>, about: &About, ui: &mut Ui) {
        let is_open = self.open.as_deref() == Some(about.name.as_str());
        let label = RichText::new(about.label.trim_end_matches('…')).color(cx.theme.ink_strong);
        let keys: Vec<String> = about.keys.iter().map(|chord| chord.label()).collect();
        let keys = RichText::new(keys.join("   ")).monospace().color(cx.theme.ink_subdued);
        let row = egui::Button::selectable(is_open, label).shortcut_text(keys);
        let row = ui.add_sized([ui.available_width(), 24.0], row).on_hover_text(&about.hint);
        if is_open && std::mem::take(&mut self.wants_row) {
            row.request_focus();
        }
        if row.clicked() {
            self.open = (!is_open).then(|| about.name.clone());
            (self.awaited, self.said) = (None, String::new());
        }
        if is_open {
            let frame = egui::Frame::new().fill(cx.theme.panel).corner_radius(4).inner_margin(8);
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                self.choices_ui(cx, about, ui);
            });
        }
    }

    /// The keys of the command that is open, and what can be done about them.
    fn choices_ui(&mut self, cx: &ViewCtx<'_>, about: &About, ui: &mut Ui) {
        if self.awaited.is_some() {
            self.await_ui(cx, about, ui);
            return;
        }
        for &chord in &about.keys {
            ui.horizontal(|ui| {
                ui.label(RichText::new(chord.label()).monospace().color(cx.theme.ink_strong));
                if named_button(ui, &say!("keys-change"), &say!("keys-change-of", key = chord.label())) {
                    self.awaited = Some(Awaited { instead_of: Some(chord), taken: None });
                }
                if named_button(ui, &say!("keys-remove"), &say!("keys-remove-of", key = chord.label())) {
                    let left = about.keys.iter().copied().filter(|&other| other != chord).collect();
                    keep(cx, chosen(cx.commands, &cx.settings.keys, about, left, None));
                }
                if !chord.is_heard_while_typing() {
                    ui.label(RichText::new(say!("keys-not-typing")).small().color(cx.theme.ink_subdued));
                }
            });
        }
        ui.horizontal(|ui| {
            if named_button(ui, &say!("keys-add"), &say!("keys-add-for", command = about.label.as_str())) {
                self.awaited = Some(Awaited { instead_of: None, taken: None });
            }
            if cx.settings.keys.contains_key(&about.name)
                && named_button(
                    ui,
                    &say!("keys-usual"),
                    &say!("keys-usual-for", command = about.label.as_str()),
                )
            {
                let mut choices = cx.settings.keys.clone();
                choices.remove(&about.name);
                keep(cx, choices);
            }
        });
        self.said_ui(cx, ui);
    }

    fn await_ui(&mut self, cx: &ViewCtx<'_>, about: &About, ui: &mut Ui) {
        if let Some(taken) = self.awaited.as_ref().and_then(|awaited| awaited.taken) {
            let other = owner(cx.commands, taken, about);
            let other = other.map_or("", |other| other.label.trim_end_matches('…'));
            let words = say!("keys-taken", key = taken.label(), command = other);
            ui.label(RichText::new(words).color(cx.theme.warning));
            ui.horizontal(|ui| {
                let take = ui.button(say!("keys-take"));
                if ui.memory(egui::Memory::focused).is_none() {
                    take.request_focus();
                }
                if take.clicked() {
                    self.take(cx, about, taken);
                } else if ui.button(say!("keys-leave")).clicked() {
                    (self.awaited, self.wants_row) = (None, true);
                }
            });
            return;
        }
        let waiting = ui.button(say!("keys-press"));
        waiting.request_focus();
        let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(waiting.id, all));
        self.said_ui(cx, ui);
        match Chord::struck(ui.ctx()) {
            Struck::Nothing => {}
            Struck::Escape => {
                (self.awaited, self.said, self.wants_row) = (None, String::new(), true);
            }
            Struck::Unfit(why) => self.said = why,
            Struck::Chord(chord) => {
                waiting.surrender_focus();
                self.said.clear();
                if owner(cx.commands, chord, about).is_some() {
                    if let Some(awaited) = &mut self.awaited {
                        awaited.taken = Some(chord);
                    }
                } else {
                    self.take(cx, about, chord);
                }
            }
        }
    }

    /// Gives the command the chord, whoever had it.
    fn take(&mut self, cx: &ViewCtx<'_>, about: &About, chord: Chord) {
        let Some(awaited) = self.awaited.take() else { return };
        let mut keys: Vec<Chord> = about.keys.iter().copied().filter(|&key| key != chord).collect();
        match awaited.instead_of.and_then(|old| keys.iter().position(|&key| key == old)) {
            Some(at) => keys[at] = chord,
            None => keys.push(chord),
        }
        keep(cx, chosen(cx.commands, &cx.settings.keys, about, keys, Some(chord)));
        self.wants_row = true;
        self.said = say!("keys-now", key = chord.label(), command = about.label.trim_end_matches('…'));
    }

    fn said_ui(&self, cx: &ViewCtx<'_>, ui: &mut Ui) {
        if !self.said.is_empty() {
            let said = ui.label(RichText::new(&self.said).small().color(cx.theme.ink));
            ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
        }
    }
}

/// A button whose name says what it is about: the same words stand in several rows.
fn named_button(ui: &mut Ui, words: &str, name: &str) -> bool {
    let button = ui.small_button(words);
    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    button.clicked()
}

/// Another command that has the chord.
fn owner<'a>(commands: &'a Commands, chord: Chord, about: &About) -> Option<&'a About> {
    commands.all().iter().find(|other| other.name != about.name && other.keys.contains(&chord))
}

/// The choices when `about` has these keys and whoever else had `taken` has it no more.
fn chosen(
    commands: &Commands,
    before: &KeyChoices,
    about: &About,
    keys: Vec<Chord>,
    taken: Option<Chord>,
) -> KeyChoices {
    let written = |keys: &mut dyn Iterator<Item = Chord>| keys.map(Chord::written).collect::<Vec<_>>();
    let mut choices = before.clone();
    if let Some((taken, other)) = taken.and_then(|taken| Some((taken, owner(commands, taken, about)?))) {
        let mut left = other.keys.iter().copied().filter(|&key| key != taken);
        choices.insert(other.name.clone(), written(&mut left));
    }
    choices.insert(about.name.clone(), written(&mut keys.into_iter()));
    choices
}

fn keep(cx: &ViewCtx<'_>, keys: KeyChoices) {
    cx.ask(Request::Settings(Box::new(Settings { keys, ..cx.settings.clone() })));
}

/// Whether all the words stand in its label, its hint or its keys.
fn fits(about: &About, words: &str) -> bool {
    let keys: Vec<String> = about.keys.iter().map(|chord| chord.label()).collect();
    let all = format!("{} {} {}", about.label, about.hint, keys.join(" ")).to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

fn legend_ui(cx: &ViewCtx<'_>, codebook: &Codebook, ui: &mut Ui) {
    ui.label(RichText::new(say!("keys-legend")).color(cx.theme.ink_subdued));
    for tag in &codebook.tags {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(48.0, 16.0), egui::Sense::hover());
            let (ends, ink) = ((rect.left(), rect.right()), cx.theme.tag(Some(tag)));
            shape_line(ui.painter(), cx.theme, tag.shape, ends, rect.center().y, ink);
            ui.label(format!("{}: {}", name(&tag.label), shape_words(tag.shape)));
        });
    }
}
