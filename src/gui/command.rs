//! What a person can name. Each row of the table of commands says all that is said of one wherever it
//! appears: in the menus, by keys, in the palette, in tooltips, on the sheet of keys and in the README.
//! Keys can be chosen otherwise. The table itself, with what each command does, is `app/commands.rs`.

mod caret;
mod each;

use super::chord::Chord;
use super::theme::ThemeName;
use super::words::{Language, say};
use crate::layer::{Annotator, AnnotatorId, Codebook, TagId};
pub(super) use caret::CaretMove;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a person can name: the name of its row, and whom or what it is about where a row stands for
/// several commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Command {
    name: &'static str,
    subject: Option<Subject>,
}

/// What one of several commands is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A tag of the codebook.
    Tag(TagId),
    /// A person whose marks there are.
    Person(AnnotatorId),
    /// Where the caret goes.
    Way(CaretMove),
    /// Colours.
    Theme(ThemeName),
    Language(Language),
    /// An article, open or not.
    Article(PathBuf),
}

/// Names for the commands that buttons and pointer gestures run; a test holds that each has a row.
macro_rules! named {
    ($($constant:ident = $name:literal,)*) => {
        impl Command {
            $(pub(super) const $constant: Self = Self { name: $name, subject: None };)*
        }

        /// All of them, for the test.
        #[cfg(test)]
        pub(super) const NAMED: &[Command] = &[$(Command::$constant),*];
    };
}

named! {
    OPEN_ARTICLE = "open-article",
    OPEN_FOLDER = "open-folder",
    CHOOSE_ENCODING = "choose-encoding",
    READ_NEW_TEXT = "read-new-text",
    REMOVE_COPIES = "remove-conflict-copies",
    UNDO = "undo",
    COPY = "copy",
    FIND = "find",
    FIND_NEXT = "find-next",
    SEARCH_FOLDER = "search-folder",
    GO_TO_PARAGRAPH = "go-to-paragraph",
    FIND_PREVIOUS = "find-previous",
    MARK_ALL = "mark-all",
    EDIT_NOTE = "edit-note",
    LINK_MARK = "link-mark",
    SAY_SOURCE = "say-source",
    SAY_FIGURE = "say-figure",
    SOURCE_FROM_WORDS = "source-from-words",
    COPY_TO_MINE = "copy-to-mine",
    PUT_ON_SELECTION = "put-on-selection",
    NEXT_TO_REVIEW = "next-to-review",
    PROPOSE = "propose-marks",
    ACCEPT_PROPOSAL = "accept-proposal",
    REFUSE_PROPOSAL = "refuse-proposal",
    NEXT_PROPOSAL = "next-proposal",
    PREVIOUS_PROPOSAL = "previous-proposal",
    NEXT_DIFFERENCE = "next-difference",
    NEXT_IN_KEY = "next-in-key",
    PREVIOUS_IN_KEY = "previous-in-key",
    TOGGLE_CLASS = "toggle-class",
    SHOW_GRADE_BOOK = "show-grade-book",
    PREVIOUS_DIFFERENCE = "previous-difference",
    NEXT_CONFLICT = "next-with-two-versions",
    GO_BACK = "go-back",
    GO_FORWARD = "go-forward",
    TOGGLE_SIGNS = "toggle-signs",
    TOGGLE_FOUND = "toggle-found",
    TOGGLE_BESIDE = "toggle-beside",
    TOGGLE_PAGE = "toggle-page",
    SWITCH_LEFT_OUT = "switch-left-out",
    SHOW_CHANGES = "show-changes",
    PALETTE = "palette",
    KEYS = "keys",
    SAVE = "save",
    HAND_IN = "hand-in",
    WHO_MARKS = "who-marks",
    PASTE = "new-from-clipboard",
    ADD_PERSON = "add-person",
    UNDO_EDITS = "undo-many",
}

impl Command {
    /// The row of the commands that add a tag.
    pub(super) const ALSO_ROW: &str = "also-";

    /// Tags the selection; the mark that is chosen gets this tag instead of its own.
    pub(super) fn tag(tag: &TagId) -> Self {
        Self { name: "tag-", subject: Some(Subject::Tag(tag.clone())) }
    }

    /// Has the system open a file with the program that it has for it.
    pub(super) fn open_outside(file: &Path) -> Self {
        Self { name: "open-outside", subject: Some(Subject::Article(file.to_owned())) }
    }

    /// Shows a file where the system shows files.
    pub(super) fn reveal(file: &Path) -> Self {
        Self { name: "reveal-article", subject: Some(Subject::Article(file.to_owned())) }
    }

    /// Selects the next sentence.
    pub(super) fn select_sentence() -> Self {
        Self { name: "select-", subject: Some(Subject::Way(CaretMove::NextSentence)) }
    }

    /// Gives the chosen mark one more tag, or takes it off.
    pub(super) fn also_tag(tag: &TagId) -> Self {
        Self { name: Self::ALSO_ROW, subject: Some(Subject::Tag(tag.clone())) }
    }

    /// The name of its row.
    pub(super) fn row_name(&self) -> &'static str {
        self.name
    }

    /// What it is about.
    pub(super) fn subject(&self) -> Option<&Subject> {
        self.subject.as_ref()
    }
}

/// How many commands a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Each {
    /// One.
    Once,
    /// One for each tag of the codebook.
    Tag,
    /// One for each person whose marks there are.
    Person,
    /// One for each name under which marks are made at this machine.
    Identity,
    /// One for each way of the caret; `selects`: what it passes is selected.
    Way { selects: bool },
    /// One for each theme.
    Theme,
    /// A command for each language of the window.
    Language,
}

/// Where the keys of a command are heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Where no dialog is open.
    Usually,
    /// Only while the keyboard is on the page: elsewhere the same keys move in lists and fields.
    OnPage,
    /// In dialogs too.
    InDialogs,
}

/// What a right click is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    /// Selected words.
    Words,
    /// A mark, on the page or in the list.
    Mark,
    /// The list of marks beside its rows.
    List,
    /// A person whose marks there are.
    Person,
    /// The tab of an article.
    Tab,
    /// An article of the folder.
    Article,
    /// The page where nothing is marked or selected.
    Page,
}

/// What a row says of its command; its label and hint are among the window's words. The keys of a row for
/// several have `{key}` and the like where they differ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// For settings: never changes. Of several commands, what their names begin with.
    pub name: &'static str,
    /// Chords parted by spaces, the one to show first.
    pub keys: &'static str,
    /// Whether a line parts it from the one before it in the menu.
    pub begins_group: bool,
    /// Whether the menus of the bar have it; palette and sheet of keys have all.
    pub is_in_bar: bool,
    pub heard: Heard,
    pub each: Each,
    /// Its icon in the bar, if it has one there.
    pub icon: Option<Icon>,
    /// Whether it takes something out of the window or settles what came in: the menu for that has it too.
    pub shares: bool,
    /// What it opens below its icon.
    pub popover: Option<Popover>,
    /// The menus of a right click that have it.
    pub places: &'static [On],
    /// Whether those have it at their end, apart from the others: what it takes away is not to be hit by
    /// mistake.
    pub is_apart: bool,
}

/// What opens below an icon of the bar, and stays until somebody clicks elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Popover {
    /// How the page looks.
    Look,
    /// What takes words and marks out of the window.
    Share,
    /// Who marks.
    Who,
}

/// The icon of a command in the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Icon {
    /// A letter of the face of icons.
    pub sign: &'static str,
    pub place: Place,
}

/// Where an icon stands in the bar, counted from the outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// After the menus.
    Left(u8),
    /// From the edge of the window.
    Right(u8),
}

/// Where a command stands in the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Menu {
    File,
    Edit,
    Mark,
    View,
    /// What fills the middle in the place of the article.
    Pages,
    /// Assignments and grades.
    Class,
    Help,
    /// In the sheet of keys and the palette only: the caret's ways are too many for the bar.
    Caret,
}

impl Menu {
    pub(super) const BAR: [Self; 7] =
        [Self::File, Self::Edit, Self::Mark, Self::View, Self::Pages, Self::Class, Self::Help];
    pub(super) const ALL: [Self; 8] =
        [Self::File, Self::Edit, Self::Mark, Self::View, Self::Pages, Self::Class, Self::Help, Self::Caret];

    pub(super) fn label(self) -> String {
        match self {
            Self::File => say!("menu-file"),
            Self::Edit => say!("menu-edit"),
            Self::Mark => say!("menu-mark"),
            Self::View => say!("menu-view"),
            Self::Pages => say!("menu-pages"),
            Self::Class => say!("menu-class"),
            Self::Help => say!("menu-help"),
            Self::Caret => say!("menu-caret"),
        }
    }
}

/// What is said of a command wherever it appears.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub command: Command,
    /// For settings: never changes.
    pub name: String,
    pub label: String,
    pub hint: String,
    pub keys: Vec<Chord>,
    pub menu: Menu,
    pub begins_group: bool,
    pub is_in_bar: bool,
    pub heard: Heard,
    pub icon: Option<Icon>,
    pub shares: bool,
    pub popover: Option<Popover>,
    pub each: Each,
    pub places: &'static [On],
    pub is_apart: bool,
    /// Other words by which people look for it.
    pub also: String,
    /// Whether its keys are the codebook's, which come before all others.
    has_codebook_keys: bool,
}

impl About {
    /// The same about an article, instead of the one that is looked at.
    pub(super) fn with_article(&self, path: &Path) -> Self {
        let subject = Some(Subject::Article(path.to_owned()));
        Self { command: Command { subject, ..self.command }, ..self.clone() }
    }

    /// Its first chord, for menus and tooltips; empty where there is none.
    pub(super) fn key_label(&self) -> String {
        self.keys.first().map_or_else(String::new, |chord| chord.label())
    }
}

/// Keys that the person chose, by the command's name: chords as [`Chord::written`] writes them.
pub(super) type KeyChoices = BTreeMap<String, Vec<String>>;

/// All commands with what is said of them: those of each row for a codebook and for people.
#[derive(Debug, Default)]
pub(super) struct Commands {
    codebook: Codebook,
    people: Vec<Annotator>,
    identities: Vec<Annotator>,
    choices: KeyChoices,
    all: Vec<About>,
    /// Every chord with its command, those with most modifiers first.
    bound: Vec<(Chord, usize)>,
}

impl Commands {
    /// The commands of `rows` for a codebook, for the people whose marks there are and those who mark here,
    /// with the person's keys.
    pub(super) fn of(
        rows: impl Iterator<Item = (Menu, Facts)>,
        codebook: &Codebook,
        (people, identities): (Vec<Annotator>, Vec<Annotator>),
        choices: &KeyChoices,
    ) -> Self {
        let of = |(menu, facts)| each::commands(menu, &facts, codebook, (&people, &identities));
        let mut all: Vec<About> = rows.flat_map(of).collect();
        yield_to_codebook(&mut all);
        choose(&mut all, choices);
        let mut bound: Vec<(Chord, usize)> = Vec::new();
        for (index, about) in all.iter().enumerate() {
            bound.extend(about.keys.iter().map(|&chord| (chord, index)));
        }
        bound.sort_by_key(|(chord, _)| std::cmp::Reverse(chord.n_modifiers()));
        Self { codebook: codebook.clone(), people, identities, choices: choices.clone(), all, bound }
    }

    /// Whether they are the commands for these.
    pub(super) fn is_for<'a>(
        &self,
        codebook: &Codebook,
        people: impl Iterator<Item = &'a Annotator>,
        identities: &[Annotator],
        choices: &KeyChoices,
    ) -> bool {
        !self.all.is_empty()
            && self.codebook == *codebook
            && self.people.iter().eq(people)
            && self.identities == identities
            && self.choices == *choices
    }

    /// The tags that it has commands for.
    pub(super) fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// Every command, in the order of the menus.
    pub(super) fn all(&self) -> &[About] {
        &self.all
    }

    /// Every chord with its command, those with most modifiers first.
    pub(super) fn bound(&self) -> impl Iterator<Item = (Chord, &About)> {
        self.bound.iter().filter_map(|&(chord, index)| Some((chord, self.all.get(index)?)))
    }

    /// Those with icons in the bar, from the left to the right of each side.
    pub(super) fn with_icons(&self) -> Vec<(Icon, &About)> {
        let icons = self.all.iter().filter_map(|about| Some((about.icon?, about)));
        let mut icons: Vec<(Icon, &About)> = icons.collect();
        icons.sort_by_key(|(icon, _)| icon.place);
        icons
    }

    /// What is said of a command.
    pub(super) fn about(&self, command: &Command) -> Option<&About> {
        self.all.iter().find(|about| about.command == *command)
    }

    /// The first chord of a command; empty where it has none.
    pub(super) fn key_of(&self, command: &Command) -> String {
        self.about(command).map_or_else(String::new, About::key_label)
    }

    /// The chord of a command in brackets, for tooltips; empty where it has none.
    pub(super) fn key_hint(&self, command: &Command) -> String {
        let key = self.key_of(command);
        if key.is_empty() { key } else { format!(" ({key})") }
    }
}

/// Gives commands the keys that the person chose; others lose a key that was taken for something else.
fn choose(all: &mut [About], choices: &KeyChoices) {
    let chosen = |name: &str| {
        let keys = choices.get(name)?;
        Some(keys.iter().filter_map(|keys| Chord::parse(keys)).collect::<Vec<_>>())
    };
    let taken: Vec<Chord> = all.iter().filter_map(|about| chosen(&about.name)).flatten().collect();
    for about in all {
        match chosen(&about.name) {
            Some(keys) => about.keys = keys,
            None => about.keys.retain(|chord| !taken.contains(chord)),
        }
    }
}

/// A codebook may take any key for a tag; another command that had it loses it.
fn yield_to_codebook(all: &mut [About]) {
    let of_codebook = all.iter().filter(|about| about.has_codebook_keys);
    let taken: Vec<Chord> = of_codebook.flat_map(|about| about.keys.iter().copied()).collect();
    for about in all.iter_mut().filter(|about| !about.has_codebook_keys) {
        about.keys.retain(|chord| !taken.contains(chord));
    }
}

/// The table of keys in Markdown, as the README has it.
pub(super) fn key_table(commands: &Commands) -> String {
    let mut table = String::from("| key | does |\n|---|---|\n");
    for about in commands.all().iter().filter(|about| !about.keys.is_empty()) {
        let keys: Vec<String> = about.keys.iter().map(|chord| format!("`{}`", chord.label())).collect();
        table.push_str(&format!("| {} | {} |\n", keys.join(", "), about.label.trim_end_matches('…')));
    }
    table
}
