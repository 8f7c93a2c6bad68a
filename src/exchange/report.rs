//! The report: one page of HTML that holds everything and runs nothing, and the same content as JSON.
//!
//! The page is made from the JSON alone ([`page`]) and carries the same bytes in a `template`, so that whoever gets only the
//! page can see whether a letter of it was altered (`check`), and ask the sources whether what it says
//! stands there.

mod article;
mod check;
mod fields;
mod json;
mod names;
mod number_line;
mod page;
mod style;
mod table;
mod threads;
mod words;

pub use check::{Altered, carried};
pub use table::table_page;
pub(super) use words::GENERATOR;

use super::Told;
use crate::document::Digest;
use json::Json;
use serde_json::Value;

/// The version of the form.
pub const FORM: u64 = 1;

/// What a report is made of.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// When it was made, in UTC.
    pub made: String,
    /// By which program.
    pub program: String,
    /// The tags in the order of the codebook: slug, label, shape and colour as `#rrggbb`.
    pub tags: Vec<[String; 4]>,
    /// The articles with their marks.
    pub articles: Vec<ReportArticle>,
    /// The files of what people say of the folder.
    pub registers: Vec<LayerFacts>,
    /// What denies nobody knows what.
    pub open: Vec<SaidFacts>,
    /// Who says what of which claim, contested ones first.
    pub threads: Vec<ThreadFacts>,
    /// Marks with a relation that lacks its other end, and which.
    pub broken: Vec<(SaidFacts, String)>,
    /// The incidents that figures tell.
    pub incidents: Vec<IncidentFacts>,
    /// The sources: name, marks, figures, denials made, denials received, first day, last day, share of the
    /// marked words in hundredths, spellings.
    pub sources: Vec<[String; 9]>,
    /// What is lacking: the mark it is about, and what.
    pub gaps: Vec<(String, String)>,
}

/// An article of a report.
#[derive(Clone, Debug)]
pub struct ReportArticle {
    /// What it says of itself, and its marks.
    pub told: Told,
    /// Its text, block by block.
    pub blocks: Vec<BlockFacts>,
    /// The files that hold the marks.
    pub layers: Vec<LayerFacts>,
}

/// A file of what one person says.
#[derive(Clone, Debug)]
pub struct LayerFacts {
    /// Its name.
    pub file: String,
    /// Who.
    pub annotator: String,
    /// Of its bytes.
    pub digest: Digest,
    /// How many marks it has.
    pub n_marks: usize,
}

/// A block of the text.
#[derive(Clone, Debug)]
pub struct BlockFacts {
    /// `h1` to `h6`, `p`, `li`, `blockquote`, `pre`, `tr`, `figcaption`.
    pub kind: &'static str,
    /// Where it begins, in code points.
    pub start: usize,
    /// Its words.
    pub text: String,
    /// The number of the paragraph.
    pub paragraph: Option<usize>,
}

/// What somebody says somewhere.
#[derive(Clone, Debug)]
pub struct SaidFacts {
    /// The mark.
    pub mark: String,
    /// Who says it: the nearest source, else the outlet, else the article.
    pub source: String,
    /// Its words.
    pub words: String,
    /// Its article.
    pub article: String,
}

/// A claim and what is said to it.
#[derive(Clone, Debug)]
pub struct ThreadFacts {
    /// What is claimed.
    pub claim: SaidFacts,
    /// Whether anything in it is denied or its figure disputed.
    pub is_contested: bool,
    /// What answers it, in the order of an outline.
    pub answers: Vec<AnswerFacts>,
    /// What people hold of it.
    pub verdicts: Vec<VerdictFacts>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct AnswerFacts {
    /// How deep it stands: an answer to the claim itself is at 1.
    pub depth: usize,
    /// How it answers the line above that is less deep.
    pub relation: String,
    /// Whether it denies or disputes.
    pub is_against: bool,
    /// What answers.
    pub said: SaidFacts,
}

/// What somebody holds of a claim or an incident.
#[derive(Clone, Debug)]
pub struct VerdictFacts {
    /// Who.
    pub person: String,
    /// What.
    pub value: String,
    /// Why.
    pub reason: String,
    /// When, in UTC.
    pub made: String,
}

/// An incident.
#[derive(Clone, Debug)]
pub struct IncidentFacts {
    /// What the person calls it who put it together; empty where it is only proposed.
    pub name: String,
    /// Who that is.
    pub person: String,
    /// What they note.
    pub note: String,
    /// What they hold of it.
    pub verdicts: Vec<VerdictFacts>,
    /// The place; empty where none is known.
    pub place: String,
    /// The days.
    pub days: String,
    /// For each outcome: its word, and low, best and high by the rule.
    pub outcomes: Vec<(String, [Option<u64>; 3])>,
    /// The rule.
    pub rule: String,
    /// What the origins say.
    pub statements: Vec<StatementFacts>,
    /// How every two statements that can be compared lie to each other.
    pub pairs: Vec<PairFacts>,
    /// How many cannot: there are as many as the square of the statements, and nothing is to be said of them.
    pub n_not_comparable: usize,
}

/// How two statements lie to each other.
#[derive(Clone, Debug)]
pub struct PairFacts {
    /// Which statements, from 0.
    pub statements: [usize; 2],
    /// How.
    pub verdict: String,
    /// Why.
    pub reason: String,
}

/// What one origin says.
#[derive(Clone, Debug)]
pub struct StatementFacts {
    /// Who.
    pub origin: String,
    /// What became of the people.
    pub outcome: String,
    /// Of whom.
    pub population: String,
    /// At least so many.
    pub low: Option<u64>,
    /// At most so many.
    pub high: Option<u64>,
    /// From and to which number it can be meant where it is only near: "about 40".
    pub near: Option<(u64, u64)>,
    /// For people: `≥ 36`.
    pub interval: String,
    /// The words.
    pub wording: String,
    /// Whether it is rejected.
    pub is_denied: bool,
    /// Where it is told: day, article, mark.
    pub told: Vec<[String; 3]>,
    /// Where, by the account.
    pub place: String,
    /// When, by the account; empty where it does not say.
    pub days: String,
    /// Who is blamed.
    pub blamed: String,
}

impl Report {
    /// The page, and the same content as JSON to lie beside it.
    pub fn written(&self) -> (String, String) {
        let report = Json::from(self);
        let data = report.written();
        (page::page(&report, &data), data)
    }
}

/// The page of data that were read, as [`Report::written`] makes it.
pub fn page(data: &Value) -> String {
    let data = Json::of(data);
    page::page(&data, &data.written())
}
