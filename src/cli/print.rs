//! Prints, and keeps a stranger's text from steering the terminal.

use super::{Refusal, Stop};
pub use crate::text::shown::visible;
use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

/// The only way to standard output and standard error.
pub struct Printer<'a> {
    to: Box<dyn Write + 'a>,
}

impl fmt::Debug for Printer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Printer")
    }
}

impl<'a> Printer<'a> {
    /// Prints to `to`, in large pieces.
    pub fn new(to: impl Write + 'a) -> Self {
        Self { to: Box::new(io::BufWriter::new(to)) }
    }

    /// Prints `text` as it is.
    pub(crate) fn raw(&mut self, text: &str) -> Result<(), Stop> {
        self.to.write_all(text.as_bytes()).map_err(stop)
    }

    /// Prints bytes of a file as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.to.write_all(bytes).map_err(stop)
    }

    /// Prints one line, in which only signs stand for what could steer a terminal.
    pub(crate) fn line(&mut self, line: &str) -> Result<(), Stop> {
        self.raw(&visible(line))?;
        self.raw("\n")
    }

    /// Has everything printed.
    pub(crate) fn flush(&mut self) -> Result<(), Stop> {
        self.to.flush().map_err(stop)
    }
}

fn stop(error: io::Error) -> Stop {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::Closed,
        _ => Refusal::new(format!("the output cannot be written: {error}")).into(),
    }
}

/// Words on one line, at most `most` characters of them, between quotation marks.
///
/// Words from right to left are kept from turning what stands around them.
pub(crate) fn quoted(words: &str, most: usize) -> String {
    let line = visible(&words.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned();
    let cut = match line.char_indices().nth(most) {
        Some(_) => {
            let kept: String = line.chars().take(most.saturating_sub(1)).collect();
            format!("{}…", kept.trim_end())
        }
        None => line,
    };
    format!("“{}”", isolated(&cut))
}

/// Words from right to left between the signs that isolate them; others as they are.
pub(crate) fn isolated(words: &str) -> Cow<'_, str> {
    let runs_left = |character| {
        matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if words.chars().any(runs_left) {
        Cow::Owned(format!("\u{2068}{words}\u{2069}"))
    } else {
        Cow::Borrowed(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut() {
        assert_eq!(quoted("one\n  two three", 9), "“one two…”");
        assert_eq!(quoted("one", 3), "“one”");
        assert_eq!(quoted("שלום", 9), "“\u{2068}שלום\u{2069}”");
    }
}
