//! Where the caret goes, as a table: each way has a command that moves and one that selects on the way.

use super::{About, Command, Menu};
use crate::gui::keymap::Chord;

/// Where the caret is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaretMove {
    /// One character to the left on the screen.
    Left,
    /// One character to the right.
    Right,
    /// One word to the left.
    WordLeft,
    /// One word to the right.
    WordRight,
    /// To the line above.
    LineUp,
    /// To the line below.
    LineDown,
    /// To the beginning of the line.
    LineStart,
    /// To its end.
    LineEnd,
    /// To the sentence after this one.
    NextSentence,
    /// To the beginning of this sentence, or of the one before.
    PreviousSentence,
    /// To the paragraph after this one.
    NextParagraph,
    /// To the beginning of this paragraph, or of the one before.
    PreviousParagraph,
    /// To the heading after the caret.
    NextHeading,
    /// To the heading before it.
    PreviousHeading,
    /// A screenful up.
    ScreenUp,
    /// A screenful down.
    ScreenDown,
    /// To the beginning of the article.
    Start,
    /// To its end.
    End,
}

/// A way: its name, its label, its keys, and the keys that select.
struct Way(CaretMove, &'static str, &'static str, &'static str, &'static str);

/// Alt+Shift with an arrow belongs to many window managers, and the letters are those that screen
/// readers have for the same.
static WAYS: &[Way] = &[
    Way(CaretMove::Left, "left", "Character to the left", "Left", "Shift+Left"),
    Way(CaretMove::Right, "right", "Character to the right", "Right", "Shift+Right"),
    Way(CaretMove::WordLeft, "word-left", "Word to the left", "Ctrl+Left", "Ctrl+Shift+Left"),
    Way(CaretMove::WordRight, "word-right", "Word to the right", "Ctrl+Right", "Ctrl+Shift+Right"),
    Way(CaretMove::LineUp, "line-up", "Line up", "Up", "Shift+Up"),
    Way(CaretMove::LineDown, "line-down", "Line down", "Down", "Shift+Down"),
    Way(CaretMove::LineStart, "line-start", "Start of the line", "Home", "Shift+Home"),
    Way(CaretMove::LineEnd, "line-end", "End of the line", "End", "Shift+End"),
    Way(CaretMove::NextSentence, "next-sentence", "Next sentence", "Alt+Down", "S Alt+Shift+Down"),
    Way(CaretMove::PreviousSentence, "previous-sentence", "Sentence back", "Alt+Up", "Shift+S Alt+Shift+Up"),
    Way(CaretMove::NextParagraph, "next-paragraph", "Next paragraph", "Ctrl+Down", "Ctrl+Shift+Down"),
    Way(CaretMove::PreviousParagraph, "previous-paragraph", "Paragraph back", "Ctrl+Up", "Ctrl+Shift+Up"),
    Way(CaretMove::NextHeading, "next-heading", "Next heading", "H", ""),
    Way(CaretMove::PreviousHeading, "previous-heading", "Previous heading", "Shift+H", ""),
    Way(CaretMove::ScreenUp, "screen-up", "Screen up", "PageUp", "Shift+PageUp"),
    Way(CaretMove::ScreenDown, "screen-down", "Screen down", "PageDown", "Shift+PageDown"),
    Way(CaretMove::Start, "start", "Start of the article", "Ctrl+Home", "Ctrl+Shift+Home"),
    Way(CaretMove::End, "end", "End of the article", "Ctrl+End", "Ctrl+Shift+End"),
];

/// A command for each way, first those that move, then those that select.
pub(super) fn rows() -> impl Iterator<Item = About> {
    let moves = WAYS.iter().map(|way| row(way, false));
    moves.chain(WAYS.iter().map(|way| row(way, true)))
}

fn row(Way(to, name, label, keys, selecting): &Way, selects: bool) -> About {
    let first =
        if *to == CaretMove::NextSentence { "Selects this sentence, then the next one too" } else { "" };
    About {
        command: if selects { Command::SelectTo(*to) } else { Command::Caret(*to) },
        name: format!("{}-{name}", if selects { "select" } else { "caret" }),
        label: if selects { format!("Select: {}", label.to_lowercase()) } else { (*label).to_owned() },
        hint: match (selects, first) {
            (true, "") => "Selects from the caret to there".to_owned(),
            (true, hint) => hint.to_owned(),
            (false, _) => "Moves the caret".to_owned(),
        },
        keys: if selects { selecting } else { keys }.split_whitespace().filter_map(Chord::parse).collect(),
        menu: Menu::Caret,
        begins_group: *to == CaretMove::Left,
    }
}
