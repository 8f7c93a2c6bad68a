//! Every fixed command as one line: its name in settings, its label, what it does, its keys. The order is
//! that of the menus.

use super::Command;

/// A line of the table.
pub(super) struct Row {
    pub command: Command,
    /// For settings: never changes.
    pub name: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    /// Chords parted by spaces, the one to show first.
    pub keys: &'static str,
    /// Whether a line parts it from the one before it in the menu.
    pub begins_group: bool,
}

const fn row(
    command: Command,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    keys: &'static str,
) -> Row {
    Row { command, name, label, hint, keys, begins_group: false }
}

/// A row below a line.
const fn group(
    command: Command,
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    keys: &'static str,
) -> Row {
    Row { command, name, label, hint, keys, begins_group: true }
}

/// What stands in the menu File.
pub(super) static FILE: &[Row] = &[
    row(
        Command::OpenArticle,
        "open-article",
        "Open…",
        "Opens an article: text, Markdown or a saved web page",
        "Ctrl+O",
    ),
    row(
        Command::OpenFolder,
        "open-folder",
        "Open folder…",
        "Lists the articles of a folder at the left",
        "Ctrl+Shift+O",
    ),
    row(Command::CloseArticle, "close-article", "Close article", "Saves and closes the article", "Ctrl+W"),
    group(
        Command::NextArticle,
        "next-article",
        "Next article",
        "Looks at the next open article",
        "Ctrl+Tab Ctrl+PageDown",
    ),
    row(
        Command::PreviousArticle,
        "previous-article",
        "Previous article",
        "Looks at the open article before",
        "Ctrl+Shift+Tab Ctrl+PageUp",
    ),
    group(
        Command::ChooseEncoding,
        "choose-encoding",
        "Read with encoding…",
        "When letters look wrong: reads the file in another encoding",
        "",
    ),
    row(
        Command::SwitchExtent,
        "switch-extent",
        "Article or whole page",
        "For saved web pages: only the article, or everything on the page",
        "",
    ),
    row(
        Command::ReadNewText,
        "read-new-text",
        "Read the file again",
        "Reads the new text of the article’s file and says what changed",
        "F5",
    ),
    group(Command::Save, "save", "Save now", "Marks are saved by themselves; this does it at once", "Ctrl+S"),
    row(
        Command::RemoveCopies,
        "remove-conflict-copies",
        "Remove conflict copies…",
        "Removes copies that a sync tool made of layers, as far as they hold nothing more",
        "",
    ),
    row(
        Command::EarlierStates,
        "earlier-states",
        "Earlier states of my marks…",
        "Lists what your marks were on earlier days, and brings one state back",
        "",
    ),
    row(Command::Quit, "quit", "Quit", "Saves and closes the window", "Ctrl+Q"),
];

/// What stands in the menu Edit.
pub(super) static EDIT: &[Row] = &[
    row(Command::Undo, "undo", "Undo", "Takes the last change back", "Ctrl+Z"),
    row(Command::Redo, "redo", "Redo", "Does it again", "Ctrl+Shift+Z Ctrl+Y"),
    group(Command::Copy, "copy", "Copy", "Copies the selected words", "Ctrl+C"),
    row(Command::SelectAll, "select-all", "Select all", "Selects the whole article", "Ctrl+A"),
    row(Command::Clear, "clear", "Select nothing", "Drops the selection and the chosen mark", "Escape"),
    group(
        Command::Find,
        "find",
        "Find in the article…",
        "Finds words or an expression as you type",
        "Ctrl+F",
    ),
    row(Command::FindNext, "find-next", "Next hit", "Goes to the next place with the words", "F3"),
    row(
        Command::FindPrevious,
        "find-previous",
        "Previous hit",
        "Goes to the place before with the words",
        "Shift+F3",
    ),
    row(
        Command::MarkAll,
        "mark-all",
        "Mark every occurrence…",
        "Gives every hit of the search a mark, in one step",
        "",
    ),
    row(
        Command::GoTo,
        "go-to-paragraph",
        "Go to paragraph…",
        "Goes to a paragraph by its number, or to a share of the article",
        "Ctrl+G",
    ),
    group(Command::Settings, "settings", "Settings…", "Page, name and colours", "Ctrl+Comma"),
];

/// What stands in the menu Mark.
pub(super) static MARK: &[Row] = &[
    group(
        Command::EditNote,
        "edit-note",
        "Note",
        "Opens the note; marks the selection first if need be",
        "Enter",
    ),
    row(
        Command::ImplyClaim,
        "imply-claim",
        "Implied claim…",
        "Adds a claim that the article only implies, in your words",
        "Ctrl+I",
    ),
    row(
        Command::DeleteMark,
        "delete-mark",
        "Delete mark",
        "Deletes the chosen mark and its links",
        "Delete Backspace",
    ),
    row(
        Command::CopyToMine,
        "copy-to-mine",
        "Copy into mine",
        "Copies another person's mark into your layer",
        "Ctrl+D",
    ),
    row(
        Command::ConfirmPlace,
        "confirm-place",
        "Confirm place",
        "Says that a mark whose words changed stands where the page shows it",
        "Ctrl+Enter",
    ),
    row(
        Command::NextCandidate,
        "next-candidate",
        "Next place",
        "Shows the next of the places that a mark may be at",
        "Ctrl+Shift+Y",
    ),
    row(
        Command::PutOnSelection,
        "put-on-selection",
        "Put on the selection",
        "Puts a mark whose words changed or are gone on the selected words",
        "Ctrl+Shift+Enter",
    ),
    group(Command::NextMark, "next-mark", "Next mark", "Chooses the next mark in the text", "Ctrl+J F8"),
    row(
        Command::PreviousMark,
        "previous-mark",
        "Previous mark",
        "Chooses the mark before",
        "Ctrl+K Shift+F8",
    ),
    row(
        Command::NextAlike,
        "next-alike",
        "Next with the same tag",
        "Chooses the next mark with the tag of the chosen one",
        "Ctrl+Shift+J",
    ),
    row(
        Command::PreviousAlike,
        "previous-alike",
        "Previous with the same tag",
        "Chooses the mark before with the tag of the chosen one",
        "Ctrl+Shift+K",
    ),
    row(
        Command::NextOfPerson,
        "next-of-person",
        "Next of the same person",
        "Chooses the next mark of whoever made the chosen one",
        "",
    ),
    row(
        Command::NextOfOthers,
        "next-of-others",
        "Next of somebody else",
        "Chooses the next mark that is not yours",
        "",
    ),
    row(
        Command::NextToReview,
        "next-to-review",
        "Next that needs a look",
        "Chooses the next mark whose words changed or are gone",
        "Ctrl+Shift+E",
    ),
    row(
        Command::NextContest,
        "next-with-two-versions",
        "Next with two versions",
        "Chooses the next mark that was changed on two machines or by a merge, to say which it shall be",
        "",
    ),
    row(
        Command::CycleMarks,
        "cycle-marks",
        "Next mark here",
        "Where several marks lie, chooses the next of them",
        "Ctrl+M",
    ),
    group(
        Command::GrowEnd,
        "grow-end",
        "Extend end by a word",
        "Moves the end of the mark a word on",
        "CloseBracket Alt+Shift+Right",
    ),
    row(
        Command::ShrinkEnd,
        "shrink-end",
        "Shrink end by a word",
        "Moves the end of the mark a word back",
        "OpenBracket Alt+Shift+Left",
    ),
    row(
        Command::GrowStart,
        "grow-start",
        "Extend start by a word",
        "Moves the start of the mark a word back",
        "OpenCurlyBracket",
    ),
    row(
        Command::ShrinkStart,
        "shrink-start",
        "Shrink start by a word",
        "Moves the start of the mark a word on",
        "CloseCurlyBracket",
    ),
];

/// What stands in the menu View.
pub(super) static VIEW: &[Row] = &[
    row(
        Command::TextLarger,
        "text-larger",
        "Larger text",
        "Enlarges the article's text",
        "Ctrl+Plus Ctrl+Equals",
    ),
    row(
        Command::TextSmaller,
        "text-smaller",
        "Smaller text",
        "Makes the article's text smaller",
        "Ctrl+Minus",
    ),
    row(Command::TextUsual, "text-usual", "Usual text size", "18 points", "Ctrl+0"),
    group(
        Command::WindowLarger,
        "window-larger",
        "Larger window elements",
        "Enlarges everything, panels too",
        "Ctrl+Shift+Plus Ctrl+Shift+Equals",
    ),
    row(
        Command::WindowSmaller,
        "window-smaller",
        "Smaller window elements",
        "Makes everything smaller",
        "Ctrl+Shift+Minus",
    ),
    group(Command::SwitchFace, "switch-face", "Serif or sans", "Changes the face of the article's text", ""),
    row(
        Command::ToggleJustify,
        "toggle-justify",
        "Justified lines",
        "Fills the lines to both edges of the column, with hyphens where words are broken, or leaves them uneven",
        "",
    ),
    group(
        Command::GoBack,
        "go-back",
        "Back",
        "Goes back to where the page was before the last jump",
        "Ctrl+OpenBracket",
    ),
    row(Command::GoForward, "go-forward", "Forward", "Goes forward again", "Ctrl+CloseBracket"),
    group(
        Command::ToggleSigns,
        "toggle-signs",
        "Unseen characters",
        "Shows signs for spaces, line feeds and characters that could mislead, or takes them away",
        "Ctrl+Shift+U",
    ),
    row(
        Command::ToggleNumbers,
        "toggle-numbers",
        "Paragraph numbers",
        "Shows or hides the numbers of paragraphs in the margin",
        "",
    ),
    group(Command::ToggleFolder, "toggle-folder", "Folder", "Shows or hides the articles at the left", "F9"),
    row(
        Command::ToggleOutline,
        "toggle-outline",
        "Outline",
        "Shows or hides the headings at the left",
        "Shift+F9",
    ),
    row(
        Command::ToggleFound,
        "toggle-found",
        "Hits",
        "Shows or hides the hits of the search at the left",
        "",
    ),
    row(Command::ToggleMarks, "toggle-marks", "Marks", "Shows or hides the marks at the right", "F10"),
    row(
        Command::ToggleNotes,
        "toggle-notes",
        "Notes beside the text",
        "Shows or hides notes and links in the margin",
        "Ctrl+Shift+N",
    ),
    row(
        Command::NextPanel,
        "next-panel",
        "Next panel",
        "Moves the keyboard from the page to the marks, the fields, the folder and back",
        "F6",
    ),
    row(
        Command::PreviousPanel,
        "previous-panel",
        "Previous panel",
        "Moves the keyboard round the other way",
        "Shift+F6",
    ),
    row(
        Command::ShowChanges,
        "show-changes",
        "What changed",
        "Shows the text as it was beside the text as it is, and what changed in substance",
        "Ctrl+Shift+D",
    ),
    row(Command::FilterMarks, "filter-marks", "Find a mark", "Finds words among the marks", "Ctrl+Shift+F"),
];

/// What stands in the menu Help.
pub(super) static HELP: &[Row] = &[
    row(Command::Palette, "palette", "All commands…", "Finds a command by its name", "Ctrl+Shift+P"),
    row(Command::Keys, "keys", "Keys", "The sheet of keys", "Questionmark F1"),
    group(Command::About, "about", "About Postil", "Version and licences", ""),
];

/// What stands in the sheet of keys before the caret's ways.
pub(super) static CARET: &[Row] = &[
    row(
        Command::KeepPiece,
        "keep-piece",
        "Keep and select one more piece",
        "Keeps what is selected; what is selected next is marked together with it",
        "Plus",
    ),
    row(Command::ScrollDown, "scroll-down", "Scroll down", "Scrolls by a screen; the caret stays", "Space"),
    row(
        Command::ScrollUp,
        "scroll-up",
        "Scroll up",
        "Scrolls back by a screen; the caret stays",
        "Shift+Space",
    ),
    row(
        Command::SwitchArrows,
        "switch-arrows",
        "Arrows move the caret or scroll",
        "As in browsers: whether the arrows move the caret or scroll the page",
        "F7",
    ),
];
