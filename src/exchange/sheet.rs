//! A table as a page shows it: a title, a head and rows of cells, in the words that the page has.

pub use super::xlsx::Field;

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// What stands above the columns.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Field>>,
}

impl Sheet {
    /// The same with its first rows only.
    #[must_use]
    pub fn beginning(mut self, n: usize) -> Self {
        self.rows.truncate(n);
        self
    }
}

impl Field {
    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// A count.
    #[expect(clippy::cast_precision_loss, reason = "nobody counts so many marks")]
    pub fn count(n: usize) -> Self {
        Self::Number(n as f64)
    }

    /// As it is shown where all cells are words.
    pub fn shown(&self) -> String {
        match self {
            Self::Words(words) => crate::text::shown::visible(words).into_owned(),
            Self::Number(number) => number.to_string(),
        }
    }
}
