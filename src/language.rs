//! What words mean in each language that we read: numbers in digits and words, what limits them, dates,
//! negations, verbs of saying, and words for what became of people. Word lists and the readers over them.
//!
//! Knows nothing of documents, marks or articles, only of texts.

mod amounts;
mod attribution;
mod clock;
mod count;
mod cues;
mod date;
mod figures;
mod folding;
mod ideographs;
mod lexicon;
mod limit;
mod numbers;
mod opinion;
mod running;
mod sentence;
mod wording;
mod words;

pub use amounts::amounts;
pub use attribution::{Attributed, Chain, CueForm, attribution_at, attributions, attributions_by, chain_of};
pub use count::{Amount, Count, Measure, count_at, outcome_behind};
pub use cues::{CueKind, Cues, CuesError};
pub use date::{Moment, date_at};
pub use figures::{Role, Told, figures, figures_in, figures_of};
pub use lexicon::{Class, LANGUAGES, Lexicon, language_of};
pub use limit::Limit;
pub use numbers::{Form, Number};
pub use opinion::{Opinion, OpinionCue, Spoken, opinion_of, spoken, spoken_in};
pub use running::Prose;
pub use sentence::{Sentence, Word};
pub use wording::{Stated, Stating, stated};
