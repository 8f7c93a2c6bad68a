//! The menus of a right click, from the same table as those of the bar; also by the keyboard.

use super::command::{About, Command, Each, Menu, On, Subject};
use super::menu::{entry_ui, set_up, submenu_ui};
use super::view_ctx::ViewCtx;
use super::words::say;
use crate::layer::AnnotatorId;
use egui::{Context, Id, Popup, Pos2, Response, SetOpenCommand, Ui};
use std::path::Path;

/// More tags than this stand in a menu of their own.
const MOST_TAGS: usize = 6;

/// What was clicked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clicked<'a> {
    place: On,
    person: Option<AnnotatorId>,
    article: Option<&'a Path>,
}

impl<'a> Clicked<'a> {
    /// What the commands mean anyway: the selection, the chosen mark, the page.
    pub(super) fn on(place: On) -> Self {
        Self { place, person: None, article: None }
    }

    /// A person.
    pub(super) fn on_person(person: AnnotatorId) -> Self {
        Self { person: Some(person), ..Self::on(On::Person) }
    }

    /// An article, by its tab or in the folder.
    pub(super) fn on_article(place: On, path: &'a Path) -> Self {
        Self { article: Some(path), ..Self::on(place) }
    }

    /// Whether its menu has a command.
    fn means(&self, about: &About) -> bool {
        let subject = about.command.subject();
        about.places.contains(&self.place)
            && match (self.person, subject) {
                (Some(person), Some(Subject::Person(other))) => person == *other,
                _ => true,
            }
    }
}

fn asked_id() -> Id {
    Id::unique("menu of the place with the keyboard")
}

/// Asks what has the keyboard to show its menu in this frame.
pub(super) fn ask(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(asked_id(), true));
}

/// Whether the menu was asked for and nobody has shown one; it is asked for no longer.
pub(super) fn is_unanswered(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(asked_id())).unwrap_or_default()
}

/// Whether the menu of this widget is to open with this frame, and where: under the pointer, or where
/// `by_keys` says if the keyboard asks.
pub(super) fn opens(response: &Response, by_keys: Pos2) -> Option<Pos2> {
    if response.secondary_clicked() {
        return Some(response.interact_pointer_pos().unwrap_or(by_keys));
    }
    (response.has_focus() && is_unanswered(&response.ctx)).then_some(by_keys)
}

/// Shows the menu of a widget after a right click on it, or where the keyboard asks while it has it;
/// whether it opened with this frame.
pub(super) fn context_menu(cx: &ViewCtx<'_>, response: &Response, clicked: Clicked<'_>) -> bool {
    let opened = opens(response, response.rect.left_bottom());
    menu_at(cx, response, clicked, opened);
    opened.is_some()
}

/// The same for what knows itself where its menu opens.
pub(super) fn menu_at(cx: &ViewCtx<'_>, response: &Response, clicked: Clicked<'_>, opened: Option<Pos2>) {
    let id = Popup::default_response_id(response);
    let ctx = &response.ctx;
    if opened.is_none() && !Popup::is_id_open(ctx, id) {
        return;
    }
    let (at_key, first_key) = (id.with("at"), id.with("first"));
    if let Some(at) = opened {
        ctx.data_mut(|data| data.insert_temp(at_key, at));
        ctx.data_mut(|data| data.insert_temp(first_key, true));
    }
    let at = ctx.data(|data| data.get_temp(at_key)).unwrap_or(response.rect.center());
    let shown = Popup::context_menu(response)
        .open_memory(opened.map(|_| SetOpenCommand::Bool(true)))
        .at_position(at)
        .show(|ui| {
            let first = menu_ui(cx, clicked, ui);
            // The first time it is only measured.
            if !ui.is_sizing_pass() && ctx.data_mut(|data| data.remove_temp::<bool>(first_key)).is_some() {
                first.into_iter().for_each(|first| ctx.memory_mut(|memory| memory.request_focus(first)));
            }
        });
    if shown.is_some_and(|shown| shown.response.should_close()) {
        response.request_focus();
    }
}

/// Draws the entries; the first that would do something.
pub(super) fn menu_ui(cx: &ViewCtx<'_>, clicked: Clicked<'_>, ui: &mut Ui) -> Option<Id> {
    const ORDER: [Menu; 7] =
        [Menu::Mark, Menu::Edit, Menu::File, Menu::View, Menu::Pages, Menu::Help, Menu::Caret];
    set_up(ui);
    let mut entries = Entries { cx, clicked, first: None, is_empty: true };
    for menu in ORDER {
        entries.menu_ui(menu, ui);
    }
    let apart = cx.commands.all().iter().filter(|about| about.is_apart && clicked.means(about));
    for (nth, about) in apart.enumerate() {
        if nth == 0 {
            entries.part_ui(ui);
        }
        entries.entry_ui(about, ui);
    }
    entries.first
}

/// The entries of a menu while they are drawn.
struct Entries<'a> {
    cx: &'a ViewCtx<'a>,
    clicked: Clicked<'a>,
    first: Option<Id>,
    is_empty: bool,
}

impl Entries<'_> {
    /// Draws those that stand in one menu of the bar too, in its groups; long groups of tags have a menu of
    /// their own.
    fn menu_ui(&mut self, menu: Menu, ui: &mut Ui) {
        let cx = self.cx;
        let n_tags = cx.commands.codebook().tags.len();
        let (mut begins, mut folded) = (true, None);
        for about in cx.commands.all().iter().filter(|about| about.menu == menu) {
            begins |= about.begins_group;
            if about.is_apart || !self.clicked.means(about) {
                continue;
            }
            if std::mem::take(&mut begins) {
                self.part_ui(ui);
            }
            let row = about.command.row_name();
            let adds = row == Command::ALSO_ROW;
            if about.each != Each::Tag || (!adds && n_tags <= MOST_TAGS) {
                self.entry_ui(about, ui);
            } else if folded != Some(row) {
                folded = Some(row);
                let words = if adds { say!("context-also-tag") } else { say!("context-tag") };
                submenu_ui(&words, ui, |ui| {
                    let of_row = cx.commands.all().iter().filter(|one| one.command.row_name() == row);
                    of_row.for_each(|one| drop(entry_ui(cx, one, ui)));
                });
            }
        }
    }

    /// Parts what follows from what stands above it.
    fn part_ui(&self, ui: &mut Ui) {
        if !self.is_empty {
            ui.separator();
        }
    }

    fn entry_ui(&mut self, about: &About, ui: &mut Ui) {
        self.is_empty = false;
        let entry = match self.clicked.article {
            Some(path) => entry_ui(self.cx, &about.with_article(path), ui),
            None => entry_ui(self.cx, about, ui),
        };
        if entry.enabled() {
            self.first.get_or_insert(entry.id);
        }
    }
}
