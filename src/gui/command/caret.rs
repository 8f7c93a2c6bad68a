//! Where the caret goes, as a table: each way has a command that moves and one that selects on the way.

/// Where the caret is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gui) enum CaretMove {
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

/// A way of the caret.
pub(super) struct Way {
    pub to: CaretMove,
    /// What its commands' names end in; its words are `way-NAME`.
    pub name: &'static str,
    pub keys: &'static str,
    /// The keys that select.
    pub selecting: &'static str,
}

const fn way(to: CaretMove, name: &'static str, keys: &'static str, selecting: &'static str) -> Way {
    Way { to, name, keys, selecting }
}

/// Alt+Shift with an arrow belongs to many window managers (openbox sends the window to another desktop), and the letters are those that screen
/// readers have for the same.
pub(super) static WAYS: &[Way] = &[
    way(CaretMove::Left, "left", "Left", "Shift+Left"),
    way(CaretMove::Right, "right", "Right", "Shift+Right"),
    way(CaretMove::WordLeft, "word-left", "Ctrl+Left", "Ctrl+Shift+Left"),
    way(CaretMove::WordRight, "word-right", "Ctrl+Right", "Ctrl+Shift+Right"),
    way(CaretMove::LineUp, "line-up", "Up", "Shift+Up"),
    way(CaretMove::LineDown, "line-down", "Down", "Shift+Down"),
    way(CaretMove::LineStart, "line-start", "Home", "Shift+Home"),
    way(CaretMove::LineEnd, "line-end", "End", "Shift+End"),
    way(CaretMove::NextSentence, "next-sentence", "Alt+Down", "S"),
    way(CaretMove::PreviousSentence, "previous-sentence", "Alt+Up", "Shift+S"),
    way(CaretMove::NextParagraph, "next-paragraph", "Ctrl+Down", "Ctrl+Shift+Down"),
    way(CaretMove::PreviousParagraph, "previous-paragraph", "Ctrl+Up", "Ctrl+Shift+Up"),
    way(CaretMove::NextHeading, "next-heading", "H", ""),
    way(CaretMove::PreviousHeading, "previous-heading", "Shift+H", ""),
    way(CaretMove::ScreenUp, "screen-up", "PageUp", "Shift+PageUp"),
    way(CaretMove::ScreenDown, "screen-down", "PageDown", "Shift+PageDown"),
    way(CaretMove::Start, "start", "Ctrl+Home", "Ctrl+Shift+Home"),
    way(CaretMove::End, "end", "Ctrl+End", "Ctrl+Shift+End"),
];
