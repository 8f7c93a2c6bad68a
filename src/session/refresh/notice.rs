//! What a look at the files brought, for a person to be told.

use std::fmt;

/// What is new. A person is named, or `None` for the reader's own marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The codebook is another.
    Codebook,
    /// Marks of a person of whom there were none.
    CameIn {
        /// Whose.
        whose: Option<String>,
        /// How many.
        n_marks: usize,
    },
    /// Marks are others than they were.
    Changed {
        /// Whose.
        whose: Option<String>,
        /// So many more, so many fewer and so many that are different.
        counts: [usize; 3],
    },
    /// The reader's own file was removed.
    MineRemoved,
    /// A colleague's file was removed.
    Gone(String),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Codebook => f.write_str("the codebook has changed"),
            Self::CameIn { whose, n_marks } => {
                let marks = if *n_marks == 1 { "mark" } else { "marks" };
                let from = whose.as_deref().unwrap_or("another of your machines");
                write!(f, "{n_marks} {marks} by {from} came in")
            }
            Self::Changed { whose, counts } => {
                match whose {
                    None => f.write_str("your marks changed")?,
                    Some(name) => write!(f, "{name}’s marks changed")?,
                }
                let counts = counts.iter().zip(["more", "fewer", "different"]).filter(|(n, _)| 0 < **n);
                for (nth, (n, word)) in counts.enumerate() {
                    write!(f, "{} {n} {word}", if nth == 0 { ":" } else { "," })?;
                }
                Ok(())
            }
            Self::MineRemoved => {
                f.write_str("the file of your marks was removed; your next change writes it again")
            }
            Self::Gone(name) => write!(f, "the file of {name}’s marks is gone"),
        }
    }
}
