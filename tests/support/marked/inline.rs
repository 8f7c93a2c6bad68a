//! The lines of the text: brackets, selection and escapes taken out, and where each character of the
//! text stands in the line as written.

use super::head::{self, Head};
use super::{MarkedError, Problem};
use postil::layer::Codebook;
use postil::text::{TextRange, TextSize};
use std::ops::Range;

/// What stood in the lines of the text.
#[derive(Default)]
pub(super) struct Inline {
    pub(super) text: String,
    /// Heads of brackets, their lines (from 1) and what they cover.
    pub(super) brackets: Vec<(usize, Head, TextRange)>,
    /// As in `Marked`.
    pub(super) selection: Vec<TextRange>,
    /// The characters of each line.
    lines: Vec<Vec<Letter>>,
}

/// One character of the text.
struct Letter {
    /// Code points of its line as written, with the escape.
    columns: Range<usize>,
    /// Bytes of the text.
    range: TextRange,
}

enum Open {
    Mark(Head),
    Selection,
}

impl Inline {
    /// Reads `lines`, each with its number.
    pub(super) fn read(lines: &[(usize, &str)], codebook: &Codebook) -> Result<Self, MarkedError> {
        let mut reader = Reader { inline: Self::default(), open: Vec::new(), column: 0, codebook };
        for (i, &(number, line)) in lines.iter().enumerate() {
            if 0 < i {
                reader.letter('\n', 1);
            }
            reader.column = 0;
            reader.inline.lines.push(Vec::new());
            reader.line(number, line).map_err(|problem| MarkedError { line: number, problem })?;
        }
        match reader.open.first() {
            None => Ok(reader.inline),
            Some(&(line, _, Open::Mark(_))) => Err(MarkedError { line, problem: Problem::NotClosed("[") }),
            Some(&(line, _, Open::Selection)) => Err(MarkedError { line, problem: Problem::NotClosed("<|") }),
        }
    }

    /// The text under the columns of a row that stands below the `line`th line (from 0).
    pub(super) fn under(&self, line: usize, columns: Range<usize>) -> Option<TextRange> {
        let letters = self.lines.get(line)?;
        let first = letters.partition_point(|letter| letter.columns.end <= columns.start);
        let after = letters.partition_point(|letter| letter.columns.start < columns.end);
        let covered = letters.get(first..after)?;
        Some(covered.first()?.range.hull(covered.last()?.range))
    }
}

struct Reader<'a> {
    inline: Inline,
    open: Vec<(usize, TextSize, Open)>,
    /// Of the line that is read, in code points.
    column: usize,
    codebook: &'a Codebook,
}

impl Reader<'_> {
    fn line(&mut self, number: usize, line: &str) -> Result<(), Problem> {
        let mut rest = line;
        while let Some(character) = rest.chars().next() {
            rest = self.sign(number, rest, character)?;
        }
        Ok(())
    }

    /// Takes the sign or `character` that `rest` begins with, and gives what follows it.
    fn sign<'t>(&mut self, number: usize, rest: &'t str, character: char) -> Result<&'t str, Problem> {
        let mut after = rest.chars();
        after.next();
        let after = after.as_str();
        if let Some(after) = rest.strip_prefix("<|>") {
            self.column += 3;
            self.caret()?;
            return Ok(after);
        }
        if let Some(after) = rest.strip_prefix("<|") {
            self.column += 2;
            self.open_selection(number)?;
            return Ok(after);
        }
        if let Some(after) = rest.strip_prefix("|>") {
            self.column += 2;
            self.close("|>")?;
            return Ok(after);
        }
        match character {
            '[' => self.bracket(number, after),
            ']' => {
                self.column += 1;
                self.close("]")?;
                Ok(after)
            }
            '\\' => {
                let mut escaped = after.chars();
                let sign = escaped.next();
                self.letter(sign.filter(char::is_ascii_punctuation).ok_or(Problem::Escape(sign))?, 2);
                Ok(escaped.as_str())
            }
            _ => {
                self.letter(character, 1);
                Ok(after)
            }
        }
    }

    /// Opens the mark whose head `rest` begins with.
    fn bracket<'t>(&mut self, number: usize, rest: &'t str) -> Result<&'t str, Problem> {
        let (head, after) = rest.split_once(':').ok_or(Problem::NoHead)?;
        if head.contains(['[', ']']) {
            return Err(Problem::NoHead);
        }
        self.open.push((number, self.here(), Open::Mark(head::parse(head, self.codebook)?)));
        self.column += head.chars().count() + 2;
        Ok(after)
    }

    /// A character of the text, written in `n_columns`.
    fn letter(&mut self, character: char, n_columns: usize) {
        let start = self.here();
        self.inline.text.push(character);
        let letter = Letter {
            columns: self.column..self.column + n_columns,
            range: TextRange::new(start, self.here()),
        };
        self.column += n_columns;
        if let Some(line) = self.inline.lines.last_mut() {
            line.push(letter);
        }
    }

    fn caret(&mut self) -> Result<(), Problem> {
        if !self.inline.selection.is_empty() || self.is_selecting() {
            return Err(Problem::Selections);
        }
        self.inline.selection.push(TextRange::empty(self.here()));
        Ok(())
    }

    fn open_selection(&mut self, number: usize) -> Result<(), Problem> {
        let has_caret = self.inline.selection.iter().any(|piece| piece.is_empty());
        if has_caret || self.is_selecting() {
            return Err(Problem::Selections);
        }
        self.open.push((number, self.here(), Open::Selection));
        Ok(())
    }

    fn close(&mut self, sign: &'static str) -> Result<(), Problem> {
        let (number, start, open) = self.open.pop().ok_or(Problem::NotOpened(sign))?;
        let range = TextRange::new(start, self.here());
        if range.is_empty() {
            return Err(Problem::Empty);
        }
        match (open, sign) {
            (Open::Mark(head), "]") => self.inline.brackets.push((number, head, range)),
            (Open::Selection, "|>") => self.inline.selection.push(range),
            _ => return Err(Problem::NotOpened(sign)),
        }
        Ok(())
    }

    fn is_selecting(&self) -> bool {
        self.open.iter().any(|(_, _, open)| matches!(open, Open::Selection))
    }

    fn here(&self) -> TextSize {
        TextSize::of(&self.inline.text)
    }
}
