//! The table of commands: each row says all about one and does it, by one call; the work lives with its
//! noun. What views ask for besides is in `requests.rs`.

use super::row::{Deed, Row, row};
use super::{App, class_rows, mark_rows, rows, view_rows};
use crate::gui::command::{
    Command, Commands, Each, Heard, Icon, KeyChoices, Menu, Subject, key_table as table_of,
};
use crate::gui::side::Side;
use crate::gui::situation::{self, Ready, Situation};
use crate::gui::view::ViewRow;
use crate::gui::views::{OF_CLASS, VIEWS};
use crate::layer::{Annotator, Codebook};
use egui::Context;
use std::sync::LazyLock;

/// All rows, in the order of the menus.
static COMMANDS: &[(Menu, &[Row])] = &[
    (Menu::File, rows::FILE),
    (Menu::Edit, rows::EDIT),
    (Menu::Mark, mark_rows::MARK),
    (Menu::View, view_rows::VIEW),
    (Menu::Pages, &[]),
    (Menu::Class, class_rows::CLASS),
    (Menu::Help, rows::HELP),
    (Menu::Caret, view_rows::CARET),
];

/// The commands that show and hide the panels at the sides, with which the menu View begins.
static OF_PANELS: LazyLock<Vec<Row>> = LazyLock::new(|| of_views(|view| view.side != Side::Middle));

/// The commands that show pages, with which the menu Pages begins.
static OF_PAGES: LazyLock<Vec<Row>> =
    LazyLock::new(|| of_views(|view| view.side == Side::Middle && !OF_CLASS.contains(&view.id)));

/// Those that show pages of a class, with which the menu Class begins.
static OF_CLASSES: LazyLock<Vec<Row>> = LazyLock::new(|| of_views(|view| OF_CLASS.contains(&view.id)));

fn of_views(stands: impl Fn(&ViewRow) -> bool) -> Vec<Row> {
    VIEWS.iter().filter(|view| stands(view)).map(of_view).collect()
}

fn of_view(view: &'static ViewRow) -> Row {
    let when = if view.lacks.is_some() { situation::always } else { view.when };
    let mut unfinished = row(view.command, view.keys).when(when);
    if let Some(Icon { sign, place }) = view.icon {
        unfinished = unfinished.icon(sign, place);
    }
    unfinished.finished(Each::Once, Deed::View(view))
}

fn all_rows() -> impl Iterator<Item = (Menu, &'static Row)> {
    COMMANDS.iter().flat_map(|(menu, rows)| {
        let views: &[Row] = match menu {
            Menu::View => &OF_PANELS,
            Menu::Pages => &OF_PAGES,
            Menu::Class => &OF_CLASSES,
            _ => &[],
        };
        views.iter().chain(*rows).map(move |row| (*menu, row))
    })
}

fn row_of(command: &Command) -> Option<&'static Row> {
    all_rows().map(|(_, row)| row).find(|row| row.facts.name == command.row_name())
}

/// Whether `command` would do something in `situation`; else it is greyed out, and this is why.
pub(super) fn ready(situation: &Situation<'_>, command: &Command) -> Ready {
    match command.subject() {
        // It was pointed at.
        Some(Subject::Article(_)) => Ok(()),
        _ => row_of(command).map_or(Ok(()), |row| (row.when)(situation)),
    }
}

/// Whether what `command` switches is on in `situation`; `None` if it switches nothing.
pub(super) fn is_on(situation: &Situation<'_>, command: &Command) -> Option<bool> {
    row_of(command)?.is_on(situation, command.subject())
}

/// The commands for a codebook, the people whose marks there are and those who mark here, with the person's
/// keys.
pub(super) fn commands(
    codebook: &Codebook,
    people: (Vec<Annotator>, Vec<Annotator>),
    choices: &KeyChoices,
) -> Commands {
    Commands::of(all_rows().map(|(menu, row)| (menu, row.facts)), codebook, people, choices)
}

/// The table of keys in Markdown, as the README has it.
pub fn key_table(codebook: &Codebook) -> String {
    table_of(&commands(codebook, Default::default(), &KeyChoices::new()))
}

impl App {
    /// Does what a command says, if it would do something; else says why not. Keys that move the caret are
    /// silent without a page.
    pub(super) fn run_command(&mut self, command: &Command, ctx: &Context) {
        let Some(row) = row_of(command) else { return };
        match ready(&self.situation(), command) {
            Ok(()) => row.does.run(self, command.subject(), ctx),
            Err(_) if row.facts.heard == Heard::OnPage => {}
            Err(lack) => match row.otherwise {
                Some(otherwise) => otherwise(self),
                None => self.notices.say(lack.reason()),
            },
        }
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests;
