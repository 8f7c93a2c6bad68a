//! What a person can name. One table gives label, hint, keys and menu, and feeds the menus, the keys,
//! the palette, the tooltips, the sheet of keys and the README. Keys can be chosen otherwise.

mod caret;
mod people;
mod rows;
#[cfg(test)]
mod tests;

use super::keymap::Chord;
use super::theme::ThemeName;
use crate::layer::{Annotator, AnnotatorId, Codebook, TagId};
pub(super) use caret::CaretMove;
use rows::Row;
use std::collections::BTreeMap;

/// What a person can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opens an article.
    OpenArticle,
    /// Opens a folder.
    OpenFolder,
    /// Closes the article.
    CloseArticle,
    /// The article after this one.
    NextArticle,
    /// The article before.
    PreviousArticle,
    /// Saves now.
    Save,
    /// Shows the earlier states of my marks.
    EarlierStates,
    /// Closes the window.
    Quit,
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Copies the selected words.
    Copy,
    /// Selects the whole article.
    SelectAll,
    /// Selects nothing and chooses no mark.
    Clear,
    /// Shows the finder.
    Find,
    /// Goes to the next hit.
    FindNext,
    /// Goes to the hit before.
    FindPrevious,
    /// Marks every hit.
    MarkAll,
    /// Goes to a paragraph by its number.
    GoTo,
    /// Tags the selection; the mark that is chosen gets this tag instead of its own.
    TagWith(TagId),
    /// Gives the chosen mark one more tag, or takes it off.
    ToggleTag(TagId),
    /// Opens the note of the chosen mark; a selection is marked first.
    EditNote,
    /// Deletes the chosen mark.
    DeleteMark,
    /// Copies another person's mark.
    CopyToMine,
    /// Says that a mark whose words changed stands where the page shows it.
    ConfirmPlace,
    /// Shows the next of the places that a mark may be at.
    NextCandidate,
    /// Puts a mark whose words changed or went on the selected words.
    PutOnSelection,
    /// Reads the article's file again.
    ReadNewText,
    /// Shows both versions of the text, or the page again.
    ShowChanges,
    /// Adds a claim that the article only implies.
    ImplyClaim,
    /// Chooses the next mark.
    NextMark,
    /// Chooses the mark before.
    PreviousMark,
    /// Moves the caret.
    Caret(CaretMove),
    /// Moves the caret and selects what it passes.
    SelectTo(CaretMove),
    /// Keeps the selected piece; what is selected next is one more.
    KeepPiece,
    /// Scrolls down by a screen; the caret stays.
    ScrollDown,
    /// Scrolls up.
    ScrollUp,
    /// Whether arrows move the caret or scroll.
    SwitchArrows,
    /// The next mark that has this tag.
    NextTagged(TagId),
    /// The mark before that has it.
    PreviousTagged(TagId),
    /// The next mark with the tag of the chosen one.
    NextAlike,
    /// The mark before with that tag.
    PreviousAlike,
    /// The next mark of the person whose mark is chosen.
    NextOfPerson,
    /// The next mark of this person.
    NextOf(AnnotatorId),
    /// The next mark that is not mine.
    NextOfOthers,
    /// The next mark whose words changed or are gone.
    NextToReview,
    /// The next mark of which there are several versions.
    NextContest,
    /// Removes conflict copies, after asking.
    RemoveCopies,
    /// Of several marks at the caret, the next.
    CycleMarks,
    /// Moves the end of the chosen mark a word on.
    GrowEnd,
    /// Moves its end a word back.
    ShrinkEnd,
    /// Moves its start a word back.
    GrowStart,
    /// Moves its start a word on.
    ShrinkStart,
    /// Larger text.
    TextLarger,
    /// Smaller text.
    TextSmaller,
    /// The usual size of text.
    TextUsual,
    /// A larger window.
    WindowLarger,
    /// A smaller window.
    WindowSmaller,
    /// Colours.
    Theme(ThemeChoice),
    /// Serif or sans for the article.
    SwitchFace,
    /// Fills the lines to both edges, or not.
    ToggleJustify,
    /// Where the page was before the last jump.
    GoBack,
    /// Forward again.
    GoForward,
    /// Shows or hides signs for characters that are not seen.
    ToggleSigns,
    /// Shows or hides the folder.
    ToggleFolder,
    /// Shows or hides the headings.
    ToggleOutline,
    /// Shows or hides the hits.
    ToggleFound,
    /// Shows or hides the numbers of paragraphs.
    ToggleNumbers,
    /// Shows or hides the marks.
    ToggleMarks,
    /// Shows or hides notes beside the text.
    ToggleNotes,
    /// The keyboard goes to the page, the list of marks, the folder, round.
    NextPanel,
    /// The same round the other way.
    PreviousPanel,
    /// Finds words among the marks.
    FilterMarks,
    /// Reads the article in another encoding.
    ChooseEncoding,
    /// The whole saved page instead of its article, or back.
    SwitchExtent,
    /// All commands by name.
    Palette,
    /// The sheet of keys.
    Keys,
    /// Page, name and colours.
    Settings,
    /// Version and licences.
    About,
}

impl Command {
    /// Whether it is heard only while the keyboard is on the page: elsewhere the same keys move in lists
    /// and fields.
    pub(super) fn is_of_page(&self) -> bool {
        matches!(self, Self::Caret(_) | Self::SelectTo(_) | Self::ScrollDown | Self::ScrollUp)
    }
}

/// A theme, as a command names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeChoice(pub(super) ThemeName);

/// Where a command stands in the menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Menu {
    File,
    Edit,
    Mark,
    View,
    Help,
    /// The caret's ways: in the sheet of keys and the palette, too many for the bar.
    Caret,
}

impl Menu {
    pub(super) const BAR: [Self; 5] = [Self::File, Self::Edit, Self::Mark, Self::View, Self::Help];
    pub(super) const ALL: [Self; 6] =
        [Self::File, Self::Edit, Self::Mark, Self::View, Self::Help, Self::Caret];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Mark => "Mark",
            Self::View => "View",
            Self::Help => "Help",
            Self::Caret => "Going and selecting",
        }
    }

    fn rows(self) -> &'static [Row] {
        match self {
            Self::File => rows::FILE,
            Self::Edit => rows::EDIT,
            Self::Mark => rows::MARK,
            Self::View => rows::VIEW,
            Self::Help => rows::HELP,
            Self::Caret => rows::CARET,
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
    /// Whether a line parts it from the one before it in the menu.
    pub begins_group: bool,
}

impl About {
    /// Its first chord, for menus and tooltips; empty where there is none.
    pub(super) fn key_label(&self) -> String {
        self.keys.first().map_or_else(String::new, |chord| chord.label())
    }
}

/// Keys that the person chose, by the command's name: chords as [`Chord::written`] writes them.
pub(super) type KeyChoices = BTreeMap<String, Vec<String>>;

/// All commands with what is said of them: the fixed ones, some for each tag, one for each person.
#[derive(Debug)]
pub(super) struct Commands {
    codebook: Codebook,
    people: Vec<Annotator>,
    choices: KeyChoices,
    all: Vec<About>,
    /// Every chord with its command, those with most modifiers first.
    bound: Vec<(Chord, usize)>,
}

impl Commands {
    /// The table for a codebook and the people whose marks there are, with the person's keys.
    pub(super) fn of(codebook: &Codebook, people: Vec<Annotator>, choices: &KeyChoices) -> Self {
        let mut all: Vec<About> = Vec::new();
        for menu in Menu::ALL {
            if menu == Menu::Mark {
                all.extend(codebook.tags.iter().map(|tag| tag_row(codebook, &tag.id, false)));
                all.extend(codebook.tags.iter().map(|tag| tag_row(codebook, &tag.id, true)));
            }
            all.extend(menu.rows().iter().map(|row| fixed_row(row, menu)));
            match menu {
                Menu::View => all.extend(ThemeName::ALL.map(theme_row)),
                Menu::Caret => {
                    all.extend(
                        codebook.tags.iter().flat_map(|tag| {
                            [true, false].map(|forward| next_row(codebook, &tag.id, forward))
                        }),
                    );
                    all.extend(people::rows(&people));
                    all.extend(caret::rows());
                }
                _ => {}
            }
        }
        yield_to_tags(&mut all);
        choose(&mut all, choices);
        let mut bound: Vec<(Chord, usize)> = Vec::new();
        for (index, about) in all.iter().enumerate() {
            bound.extend(about.keys.iter().map(|&chord| (chord, index)));
        }
        bound.sort_by_key(|(chord, _)| std::cmp::Reverse(chord.n_modifiers()));
        Self { codebook: codebook.clone(), people, choices: choices.clone(), all, bound }
    }

    /// Whether it is the table for these.
    pub(super) fn is_for<'a>(
        &self,
        codebook: &Codebook,
        people: impl Iterator<Item = &'a Annotator>,
        choices: &KeyChoices,
    ) -> bool {
        self.codebook == *codebook && self.people.iter().eq(people) && self.choices == *choices
    }

    /// The tags that it has commands for.
    pub(super) fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// Every command, in the order of the menus.
    pub(super) fn all(&self) -> &[About] {
        &self.all
    }

    /// What is said of one.
    pub(super) fn about(&self, command: &Command) -> Option<&About> {
        self.all.iter().find(|about| about.command == *command)
    }

    /// Every chord with its command, those with most modifiers first.
    pub(super) fn bound(&self) -> impl Iterator<Item = (Chord, &Command)> {
        self.bound.iter().filter_map(|&(chord, index)| Some((chord, &self.all.get(index)?.command)))
    }

    /// The chord of a command in brackets, for tooltips; empty where it has none.
    pub(super) fn key_hint(&self, command: &Command) -> String {
        let key = self.about(command).map(About::key_label).filter(|key| !key.is_empty());
        key.map_or_else(String::new, |key| format!(" ({key})"))
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

/// A codebook may take any key for a tag; a fixed command that had it loses it.
fn yield_to_tags(all: &mut [About]) {
    let is_of_tag = |about: &About| matches!(about.command, Command::TagWith(_) | Command::ToggleTag(_));
    let taken: Vec<Chord> =
        all.iter().filter(|about| is_of_tag(about)).flat_map(|about| about.keys.iter().copied()).collect();
    for about in all.iter_mut().filter(|about| !is_of_tag(about)) {
        about.keys.retain(|chord| !taken.contains(chord));
    }
}

fn fixed_row(row: &Row, menu: Menu) -> About {
    About {
        command: row.command.clone(),
        name: row.name.to_owned(),
        label: row.label.to_owned(),
        hint: row.hint.to_owned(),
        keys: row.keys.split_whitespace().filter_map(Chord::parse).collect(),
        menu,
        begins_group: row.begins_group,
    }
}

fn theme_row(theme: ThemeName) -> About {
    About {
        command: Command::Theme(ThemeChoice(theme)),
        name: format!("colours-{}", theme.label().to_lowercase().replace(' ', "-")),
        label: match theme {
            ThemeName::System => "Colours as the system".to_owned(),
            _ => format!("{} colours", theme.label()),
        },
        hint: "Changes the colours of page and panels".to_owned(),
        keys: Vec::new(),
        menu: Menu::View,
        begins_group: theme == ThemeName::System,
    }
}

fn tag_row(codebook: &Codebook, id: &TagId, is_toggle: bool) -> About {
    let tag = codebook.tag(id);
    let label = codebook.label(id);
    let key = tag.and_then(|tag| tag.key).map(|key| key.to_string());
    let keys = key.and_then(|key| Chord::parse(&if is_toggle { format!("Alt+{key}") } else { key }));
    let description = tag.map_or("", |tag| tag.description.as_str());
    let is_first = codebook.tags.first().is_some_and(|first| first.id == *id);
    About {
        command: if is_toggle { Command::ToggleTag(id.clone()) } else { Command::TagWith(id.clone()) },
        name: format!("{}-{}", if is_toggle { "also" } else { "tag" }, id.as_str()),
        label: if is_toggle { format!("Also {}", label.to_lowercase()) } else { label.to_owned() },
        hint: if is_toggle {
            "Adds the tag to the chosen mark, or takes it off".to_owned()
        } else {
            format!("The passage {description}")
        },
        keys: keys.into_iter().collect(),
        menu: Menu::Mark,
        begins_group: is_toggle && is_first,
    }
}

/// Going from mark to mark of a tag: with Ctrl, the digit that tags.
fn next_row(codebook: &Codebook, id: &TagId, forward: bool) -> About {
    let label = codebook.label(id).to_lowercase();
    let digit = codebook.tag(id).and_then(|tag| tag.key).filter(char::is_ascii_digit);
    let modifiers = if forward { "Ctrl" } else { "Ctrl+Shift" };
    let chord =
        digit.filter(|&digit| digit != '0').and_then(|key| Chord::parse(&format!("{modifiers}+{key}")));
    let (name, word) = if forward { ("next", "Next") } else { ("previous", "Previous") };
    let go = if forward { Command::NextTagged } else { Command::PreviousTagged };
    About {
        command: go(id.clone()),
        name: format!("{name}-of-{}", id.as_str()),
        label: format!("{word} {label}"),
        hint: "Chooses the nearest mark with this tag".to_owned(),
        keys: chord.into_iter().collect(),
        menu: Menu::Caret,
        begins_group: false,
    }
}

/// The table of keys in Markdown, as the README has it.
pub fn key_table(codebook: &Codebook) -> String {
    let mut table = String::from("| key | does |\n|---|---|\n");
    for about in Commands::of(codebook, Vec::new(), &KeyChoices::new()).all() {
        if !about.keys.is_empty() {
            let keys: Vec<String> = about.keys.iter().map(|chord| format!("`{}`", chord.label())).collect();
            table.push_str(&format!("| {} | {} |\n", keys.join(", "), about.label.trim_end_matches('…')));
        }
    }
    table
}
