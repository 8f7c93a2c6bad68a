//! A row of the table of commands, and how it is written.

use super::App;
use crate::gui::bar;
use crate::gui::command::{CaretMove, Each, Facts, Heard, Icon, On, Place, Popover, Subject};
use crate::gui::side::Side;
use crate::gui::situation::{self, Ready, Situation};
use crate::gui::theme::ThemeName;
use crate::gui::view::ViewRow;
use crate::gui::views;
use crate::gui::words::Language;
use crate::layer::{AnnotatorId, TagId};
use egui::Context;
use std::path::PathBuf;

/// A row of the table: what is said of a command, when it would do something, and what it does.
pub(super) struct Row {
    pub facts: Facts,
    /// Where it does not hold, the command is greyed out.
    pub when: fn(&Situation<'_>) -> Ready,
    /// Whether what it switches is on; rows that switch nothing have none. Views and themes know by themselves.
    pub on: Option<IsOn>,
    pub does: Deed,
    /// What its keys do where it would do nothing, instead of saying why.
    pub otherwise: Option<fn(&mut App)>,
}

/// Whether what a command switches is on.
pub(super) enum IsOn {
    Once(fn(&Situation<'_>) -> bool),
    Tag(fn(&Situation<'_>, &TagId) -> bool),
}

/// What a command does. Of several, it is told which one.
pub(super) enum Deed {
    Once(fn(&mut App, &Context)),
    Tag(fn(&mut App, &TagId)),
    Person(fn(&mut App, AnnotatorId)),
    Way(fn(&mut App, CaretMove)),
    Theme(fn(&mut App, ThemeName, &Context)),
    Language(fn(&mut App, Language, &Context)),
    /// Of an article: the one that was clicked, or else the one that is looked at.
    Article(fn(&mut App, PathBuf, &Context)),
    /// The same where it is about tabs: a page that is looked at is meant before the article behind it.
    Tab {
        article: fn(&mut App, PathBuf, &Context),
        page: fn(&mut App, &'static str),
    },
    /// Shows or hides a view.
    View(&'static ViewRow),
    /// Opens what is below an icon of the bar.
    Opens(Popover),
}

/// A row that does not say yet what is done.
pub(super) struct Unfinished {
    facts: Facts,
    when: fn(&Situation<'_>) -> Ready,
    on: Option<IsOn>,
    otherwise: Option<fn(&mut App)>,
}

/// A row with its name in settings and its keys parted by spaces, the one to show first. Its label and hint
/// are among the window's words, as `command-NAME`.
pub(super) const fn row(name: &'static str, keys: &'static str) -> Unfinished {
    let (heard, each) = (Heard::Usually, Each::Once);
    Unfinished {
        facts: Facts {
            name,
            keys,
            begins_group: false,
            is_in_bar: true,
            heard,
            each,
            icon: None,
            shares: false,
            popover: None,
            places: &[],
            is_apart: false,
        },
        when: situation::always,
        on: None,
        otherwise: None,
    }
}

/// The same below a line in the menu.
pub(super) const fn group(name: &'static str, keys: &'static str) -> Unfinished {
    let mut unfinished = row(name, keys);
    unfinished.facts.begins_group = true;
    unfinished
}

impl Unfinished {
    /// When it would do something.
    pub(super) const fn when(mut self, when: fn(&Situation<'_>) -> Ready) -> Self {
        self.when = when;
        self
    }

    /// When what it switches is on: the menus show a check mark then, and stay when it is chosen.
    pub(super) const fn on(mut self, on: fn(&Situation<'_>) -> bool) -> Self {
        self.on = Some(IsOn::Once(on));
        self
    }

    /// The same of a row for each tag.
    pub(super) const fn on_for_tag(mut self, on: fn(&Situation<'_>, &TagId) -> bool) -> Self {
        self.on = Some(IsOn::Tag(on));
        self
    }

    /// What is done where it would do nothing, instead of saying why.
    pub(super) const fn otherwise(mut self, does: fn(&mut App)) -> Self {
        self.otherwise = Some(does);
        self
    }

    /// It has an icon in the bar.
    pub(super) const fn icon(mut self, sign: &'static str, place: Place) -> Self {
        self.facts.icon = Some(Icon { sign, place });
        self
    }

    /// It stands among what takes words and marks out of the window too.
    pub(super) const fn shares(mut self) -> Self {
        self.facts.shares = true;
        self
    }

    /// What it does is to open something below its icon.
    pub(super) const fn opens(mut self, popover: Popover) -> Row {
        self.facts.popover = Some(popover);
        self.finished(Each::Once, Deed::Opens(popover))
    }

    /// The menus do without it, since it has its place in a panel or a dialog and would crowd them.
    pub(super) const fn not_in_bar(mut self) -> Self {
        self.facts.is_in_bar = false;
        self
    }

    /// The menus of a right click on these have it.
    pub(super) const fn context(mut self, places: &'static [On]) -> Self {
        self.facts.places = places;
        self
    }

    /// Those have it at their end, apart from the others.
    pub(super) const fn apart(mut self) -> Self {
        self.facts.is_apart = true;
        self
    }

    /// Its keys are heard only while the page has the keyboard.
    pub(super) const fn on_page(mut self) -> Self {
        self.facts.heard = Heard::OnPage;
        self
    }

    /// Its keys are heard in dialogs too.
    pub(super) const fn in_dialogs(mut self) -> Self {
        self.facts.heard = Heard::InDialogs;
        self
    }

    pub(super) const fn finished(mut self, each: Each, does: Deed) -> Row {
        self.facts.each = each;
        Row { facts: self.facts, when: self.when, on: self.on, does, otherwise: self.otherwise }
    }

    /// What it does.
    pub(super) const fn does(self, does: fn(&mut App, &Context)) -> Row {
        self.finished(Each::Once, Deed::Once(does))
    }

    /// A command for each tag of the codebook.
    pub(super) const fn for_each_tag(self, does: fn(&mut App, &TagId)) -> Row {
        self.finished(Each::Tag, Deed::Tag(does))
    }

    /// A command for each person whose marks there are.
    pub(super) const fn for_each_person(self, does: fn(&mut App, AnnotatorId)) -> Row {
        self.finished(Each::Person, Deed::Person(does))
    }

    /// A command for each name under which marks are made at this machine.
    pub(super) const fn for_each_identity(self, does: fn(&mut App, AnnotatorId)) -> Row {
        self.finished(Each::Identity, Deed::Person(does))
    }

    /// A command for each way of the caret.
    pub(super) const fn for_each_way(self, does: fn(&mut App, CaretMove)) -> Row {
        self.finished(Each::Way { selects: false }, Deed::Way(does))
    }

    /// One more for each, with the keys that select.
    pub(super) const fn for_each_selecting_way(self, does: fn(&mut App, CaretMove)) -> Row {
        self.finished(Each::Way { selects: true }, Deed::Way(does))
    }

    /// A command for each language of the window.
    pub(super) const fn for_each_language(self, does: fn(&mut App, Language, &Context)) -> Row {
        self.finished(Each::Language, Deed::Language(does))
    }

    /// What it does to an article, which need not be open.
    pub(super) const fn does_to_article(self, does: fn(&mut App, PathBuf, &Context)) -> Row {
        self.finished(Each::Once, Deed::Article(does))
    }

    /// What it does to the article of a tab that was clicked, or else to the page or article that is looked at.
    pub(super) const fn does_to_tab(
        self,
        article: fn(&mut App, PathBuf, &Context),
        page: fn(&mut App, &'static str),
    ) -> Row {
        self.finished(Each::Once, Deed::Tab { article, page })
    }

    /// A command for each theme.
    pub(super) const fn for_each_theme(self, does: fn(&mut App, ThemeName, &Context)) -> Row {
        self.finished(Each::Theme, Deed::Theme(does))
    }
}

impl Deed {
    /// Does it for one of the commands of the row.
    pub(super) fn run(&self, app: &mut App, subject: Option<&Subject>, ctx: &Context) {
        match (self, subject) {
            (Self::Once(does), _) => does(app, ctx),
            (Self::View(row), _) => app.toggle_view(row, ctx),
            (Self::Opens(popover), _) => bar::open(*popover, ctx),
            (Self::Tag(does), Some(Subject::Tag(tag))) => does(app, tag),
            (Self::Person(does), Some(Subject::Person(person))) => does(app, *person),
            (Self::Way(does), Some(Subject::Way(to))) => does(app, *to),
            (Self::Theme(does), Some(Subject::Theme(theme))) => does(app, *theme, ctx),
            (Self::Language(does), Some(Subject::Language(language))) => does(app, *language, ctx),
            (Self::Article(does) | Self::Tab { article: does, .. }, Some(Subject::Article(path))) => {
                does(app, path.clone(), ctx)
            }
            (Self::Tab { article, page }, None) => match app.views.page() {
                Some(id) => page(app, id),
                None => on_active(app, *article, ctx),
            },
            (Self::Article(does), None) => on_active(app, *does, ctx),
            // A row makes its commands by itself, each with what the deed is told.
            _ => {}
        }
    }
}

/// Whether a view is shown: it is chosen, has something to show, and there is room for it.
pub(super) fn is_shown(row: &ViewRow, at: &Situation<'_>) -> bool {
    match row.side {
        Side::Middle => at.page == Some(row.id),
        side => {
            let shown = views::shown(side, at);
            !at.crowded.has(side) && shown.is_some_and(|shown| shown.id == row.id)
        }
    }
}

impl Row {
    /// Whether what a command of this row switches is on; `None` if it switches nothing.
    pub(super) fn is_on(&self, at: &Situation<'_>, subject: Option<&Subject>) -> Option<bool> {
        match (&self.on, &self.does, subject) {
            (Some(IsOn::Once(on)), ..) => Some(on(at)),
            (Some(IsOn::Tag(on)), _, Some(Subject::Tag(tag))) => Some(on(at, tag)),
            (_, Deed::View(view), _) => Some(is_shown(view, at)),
            (_, Deed::Language(_), Some(Subject::Language(language))) => {
                Some(at.settings.language == *language)
            }
            (_, Deed::Theme(_), Some(Subject::Theme(theme))) => Some(at.settings.theme == *theme),
            _ => None,
        }
    }
}

/// Does something to the article that is looked at, if one is open.
fn on_active(app: &mut App, does: fn(&mut App, PathBuf, &Context), ctx: &Context) {
    let path = app.workspace.active().map(|session| session.path().to_owned());
    path.into_iter().for_each(|path| does(app, path, ctx));
}
