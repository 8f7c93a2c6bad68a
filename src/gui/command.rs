//! What a person can name. One table gives label, hint, keys and menu, and feeds the menus, the keys,
//! the palette, the tooltips, the sheet of keys and the README.

use super::keymap::Chord;
use super::theme::ThemeName;
use crate::layer::{Codebook, TagId};

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
    /// Says that a changed mark stands where it was found.
    ConfirmPlace,
    /// Adds a claim that the article only implies.
    ImplyClaim,
    /// Chooses the next mark.
    NextMark,
    /// Chooses the mark before.
    PreviousMark,
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
    /// Shows or hides the folder.
    ToggleFolder,
    /// Shows or hides the marks.
    ToggleMarks,
    /// The keyboard goes to the page, the list of marks, the folder, round.
    NextPanel,
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
}

impl Menu {
    pub(super) const ALL: [Self; 5] = [Self::File, Self::Edit, Self::Mark, Self::View, Self::Help];

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Mark => "Mark",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// What is said of a command wherever it appears.
pub(super) struct About {
    pub label: String,
    pub hint: String,
    pub keys: Vec<Chord>,
    pub menu: Menu,
    /// Whether a line parts it from the one before it in the menu.
    pub begins_group: bool,
}

impl Command {
    /// Every command: the fixed ones, and two for each tag.
    pub fn all(codebook: &Codebook) -> Vec<Self> {
        let mut all = vec![
            Self::OpenArticle,
            Self::OpenFolder,
            Self::CloseArticle,
            Self::NextArticle,
            Self::PreviousArticle,
        ];
        all.extend([Self::ChooseEncoding, Self::SwitchExtent, Self::Save, Self::Quit]);
        all.extend([Self::Undo, Self::Redo, Self::Copy, Self::SelectAll, Self::Clear]);
        all.extend(codebook.tags.iter().map(|tag| Self::TagWith(tag.id.clone())));
        all.extend(codebook.tags.iter().map(|tag| Self::ToggleTag(tag.id.clone())));
        all.extend([
            Self::EditNote,
            Self::ImplyClaim,
            Self::DeleteMark,
            Self::CopyToMine,
            Self::ConfirmPlace,
        ]);
        all.extend([Self::NextMark, Self::PreviousMark, Self::CycleMarks]);
        all.extend([Self::GrowEnd, Self::ShrinkEnd, Self::GrowStart, Self::ShrinkStart]);
        all.extend([
            Self::TextLarger,
            Self::TextSmaller,
            Self::TextUsual,
            Self::WindowLarger,
            Self::WindowSmaller,
        ]);
        all.extend(ThemeName::ALL.map(|theme| Self::Theme(ThemeChoice(theme))));
        all.extend([
            Self::SwitchFace,
            Self::ToggleFolder,
            Self::ToggleMarks,
            Self::NextPanel,
            Self::FilterMarks,
        ]);
        all.extend([Self::Palette, Self::Keys, Self::Settings, Self::About]);
        all
    }

    /// The row of the table.
    pub(super) fn about(&self, codebook: &Codebook) -> About {
        let row = |label: &str, hint: &str, keys: &[&str], menu, begins_group| About {
            label: label.to_owned(),
            hint: hint.to_owned(),
            keys: keys.iter().filter_map(|keys| Chord::parse(keys)).collect(),
            menu,
            begins_group,
        };
        use Menu::{Edit, File, Help, Mark, View};
        match self {
            Self::OpenArticle => {
                row("Open…", "Opens an article: text, Markdown or a saved web page", &["Ctrl+O"], File, false)
            }
            Self::OpenFolder => row(
                "Open folder…",
                "Lists the articles of a folder at the left",
                &["Ctrl+Shift+O"],
                File,
                false,
            ),
            Self::CloseArticle => {
                row("Close article", "Saves and closes the article", &["Ctrl+W"], File, false)
            }
            Self::NextArticle => row(
                "Next article",
                "Looks at the next open article",
                &["Ctrl+Tab", "Ctrl+PageDown"],
                File,
                true,
            ),
            Self::PreviousArticle => row(
                "Previous article",
                "Looks at the open article before",
                &["Ctrl+Shift+Tab", "Ctrl+PageUp"],
                File,
                false,
            ),
            Self::ChooseEncoding => row(
                "Read with encoding…",
                "When letters look wrong: reads the file in another encoding",
                &[],
                File,
                true,
            ),
            Self::SwitchExtent => row(
                "Article or whole page",
                "For saved web pages: only the article, or everything on the page",
                &[],
                File,
                false,
            ),
            Self::Save => row(
                "Save now",
                "Marks are saved by themselves; this does it at once",
                &["Ctrl+S"],
                File,
                true,
            ),
            Self::Quit => row("Quit", "Saves and closes the window", &["Ctrl+Q"], File, false),
            Self::Undo => row("Undo", "Takes the last change back", &["Ctrl+Z"], Edit, false),
            Self::Redo => row("Redo", "Does it again", &["Ctrl+Shift+Z", "Ctrl+Y"], Edit, false),
            Self::Copy => row("Copy", "Copies the selected words", &["Ctrl+C"], Edit, true),
            Self::SelectAll => row("Select all", "Selects the whole article", &["Ctrl+A"], Edit, false),
            Self::Clear => {
                row("Select nothing", "Drops the selection and the chosen mark", &["Escape"], Edit, false)
            }
            Self::TagWith(tag) => tag_row(codebook, tag, false),
            Self::ToggleTag(tag) => tag_row(codebook, tag, true),
            Self::EditNote => {
                row("Note", "Opens the note; marks the selection first if need be", &["Enter"], Mark, true)
            }
            Self::ImplyClaim => row(
                "Implied claim…",
                "Adds a claim that the article only implies, in your words",
                &["Ctrl+I"],
                Mark,
                false,
            ),
            Self::DeleteMark => row(
                "Delete mark",
                "Deletes the chosen mark and its links",
                &["Delete", "Backspace"],
                Mark,
                false,
            ),
            Self::CopyToMine => row(
                "Copy into mine",
                "Copies another person's mark into your layer",
                &["Ctrl+D"],
                Mark,
                false,
            ),
            Self::ConfirmPlace => row(
                "Confirm place",
                "Says that a changed mark stands where it was found",
                &["Ctrl+Enter"],
                Mark,
                false,
            ),
            Self::NextMark => {
                row("Next mark", "Chooses the next mark in the text", &["Ctrl+J", "F8"], Mark, true)
            }
            Self::PreviousMark => {
                row("Previous mark", "Chooses the mark before", &["Ctrl+K", "Shift+F8"], Mark, false)
            }
            Self::CycleMarks => row(
                "Next mark here",
                "Where several marks lie, chooses the next of them",
                &["Ctrl+M"],
                Mark,
                false,
            ),
            Self::GrowEnd => row(
                "Extend end by a word",
                "Moves the end of the mark a word on",
                &["Alt+Shift+Right"],
                Mark,
                true,
            ),
            Self::ShrinkEnd => row(
                "Shrink end by a word",
                "Moves the end of the mark a word back",
                &["Alt+Shift+Left"],
                Mark,
                false,
            ),
            Self::GrowStart => row(
                "Extend start by a word",
                "Moves the start of the mark a word back",
                &["Alt+Left"],
                Mark,
                false,
            ),
            Self::ShrinkStart => row(
                "Shrink start by a word",
                "Moves the start of the mark a word on",
                &["Alt+Right"],
                Mark,
                false,
            ),
            Self::TextLarger => {
                row("Larger text", "Enlarges the article's text", &["Ctrl+Plus", "Ctrl+Equals"], View, false)
            }
            Self::TextSmaller => {
                row("Smaller text", "Makes the article's text smaller", &["Ctrl+Minus"], View, false)
            }
            Self::TextUsual => row("Usual text size", "18 points", &["Ctrl+0"], View, false),
            Self::WindowLarger => row(
                "Larger window elements",
                "Enlarges everything, panels too",
                &["Ctrl+Shift+Plus", "Ctrl+Shift+Equals"],
                View,
                true,
            ),
            Self::WindowSmaller => {
                row("Smaller window elements", "Makes everything smaller", &["Ctrl+Shift+Minus"], View, false)
            }
            Self::Theme(theme) => row(
                &format!("{} colours", theme.0.label()),
                "Changes the colours of page and panels",
                &[],
                View,
                theme.0 == ThemeName::Light,
            ),
            Self::SwitchFace => {
                row("Serif or sans", "Changes the face of the article's text", &[], View, true)
            }
            Self::ToggleFolder => {
                row("Folder", "Shows or hides the articles at the left", &["F9"], View, true)
            }
            Self::ToggleMarks => row("Marks", "Shows or hides the marks at the right", &["F10"], View, false),
            Self::NextPanel => row(
                "Next panel",
                "Moves the keyboard from the page to the marks and back",
                &["F6"],
                View,
                false,
            ),
            Self::FilterMarks => {
                row("Find a mark", "Finds words among the marks", &["Ctrl+Shift+F"], View, false)
            }
            Self::Palette => {
                row("All commands…", "Finds a command by its name", &["Ctrl+Shift+P"], Help, false)
            }
            Self::Keys => {
                row("Keys", "The sheet of keys", &["F1", "Shift+Questionmark", "Questionmark"], Help, false)
            }
            Self::Settings => row("Settings…", "Page, name and colours", &["Ctrl+Comma"], Edit, true),
            Self::About => row("About Postil", "Version and licences", &[], Help, true),
        }
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

/// The table of keys in Markdown, as the README has it.
pub fn key_table(codebook: &Codebook) -> String {
    let mut table = String::from("| key | does |\n|---|---|\n");
    for command in Command::all(codebook) {
        let about = command.about(codebook);
        if !about.keys.is_empty() {
            let keys: Vec<String> = about.keys.iter().map(|chord| format!("`{}`", chord.label())).collect();
            table.push_str(&format!("| {} | {} |\n", keys.join(", "), about.label.trim_end_matches('…')));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sidecar;
    use std::collections::BTreeMap;

    #[test]
    fn no_two_commands_have_the_same_key() {
        let codebook = sidecar::builtin();
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for command in Command::all(&codebook) {
            let about = command.about(&codebook);
            for chord in about.keys {
                let other = seen.insert(chord.label(), about.label.clone());
                assert_eq!(other, None, "{} is also {}", chord.label(), about.label);
            }
        }
    }

    #[test]
    fn every_written_key_is_a_key() {
        let source = include_str!("command.rs");
        for keys in ["Ctrl+Plus", "Shift+Questionmark", "Alt+Shift+Right", "Ctrl+Comma", "Ctrl+0", "Escape"] {
            assert!(source.contains(keys) && Chord::parse(keys).is_some(), "{keys}");
        }
        assert_eq!(Chord::parse("Ctrl+Nonsense"), None);
    }
}
