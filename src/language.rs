//! What words mean in each language that we read: numbers in digits and words, what limits them, dates,
//! negations, verbs of saying, and words for what became of people. Word lists and the readers over them.
//!
//! Knows nothing of documents, marks or articles, only of texts.

mod clock;
mod count;
mod date;
mod figures;
mod ideographs;
mod lexicon;
mod numbers;
mod sentence;
mod wording;
mod words;

pub use count::{Amount, Count, Limit, Measure, count_at, outcome_behind};
pub use date::{Moment, date_at};
pub use figures::{Role, Told, figures, figures_in};
pub use lexicon::{Class, LANGUAGES, Lexicon};
pub use numbers::{Form, Number};
pub use sentence::Sentence;
pub use wording::{Stated, Stating, stated};
