//! The report: one page of HTML that holds everything and runs nothing, and the same content as JSON.
//!
//! The page is made from the JSON alone ([`page`]) and carries it in a `template`, so that whoever gets only the
//! page can see whether a letter of it was altered (`check`), and ask the sources whether what it says
//! stands there.

mod check;
mod number_line;
mod page;
mod style;
mod words;

pub use check::{Altered, carried};
pub use page::page;

use super::Told;
use crate::document::Digest;
use serde_json::{Value, json};

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
    /// Who says what of which claim.
    pub threads: Vec<ThreadFacts>,
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
    /// The files that hold the marks: name, who marked, digest of the file, marks.
    pub layers: Vec<(String, String, Digest, usize)>,
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

/// A claim and what is said to it.
#[derive(Clone, Debug)]
pub struct ThreadFacts {
    /// The mark.
    pub mark: String,
    /// Its words.
    pub words: String,
    /// Its article.
    pub article: String,
    /// The relation, the other mark, its source, its words, its article.
    pub answers: Vec<[String; 5]>,
}

/// An incident.
#[derive(Clone, Debug)]
pub struct IncidentFacts {
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
    /// How every two statements lie to each other.
    pub pairs: Vec<PairFacts>,
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
    /// Whether they can be compared: others are in the data and not on the page.
    pub is_comparable: bool,
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
    /// When, by the account.
    pub days: String,
    /// Who is blamed.
    pub blamed: String,
}

impl Report {
    /// All of it as JSON, from which [`page`] makes the page.
    pub fn to_json(&self) -> Value {
        let tags = self.tags.iter().map(|[slug, label, shape, colour]| {
            json!({ "slug": slug, "label": label, "shape": shape, "colour": colour })
        });
        let threads = self.threads.iter().map(|thread| {
            let answers = thread.answers.iter().map(|[relation, mark, source, words, article]| {
                json!({ "relation": relation, "mark": mark, "source": source, "words": words, "article": article })
            });
            json!({
                "mark": thread.mark,
                "words": thread.words,
                "article": thread.article,
                "answers": answers.collect::<Vec<_>>(),
            })
        });
        let sources = self.sources.iter().map(|line| {
            let keys = [
                "source",
                "marks",
                "figures",
                "denials_made",
                "denials_received",
                "first",
                "last",
                "share",
                "names",
            ];
            Value::Object(keys.iter().zip(line).map(|(key, word)| ((*key).to_owned(), json!(word))).collect())
        });
        json!({
            "postil:report": FORM,
            "made": self.made,
            "program": self.program,
            "tags": tags.collect::<Vec<_>>(),
            "articles": self.articles.iter().map(ReportArticle::to_json).collect::<Vec<_>>(),
            "threads": threads.collect::<Vec<_>>(),
            "incidents": self.incidents.iter().map(IncidentFacts::to_json).collect::<Vec<_>>(),
            "sources": sources.collect::<Vec<_>>(),
            "gaps": self.gaps.iter().map(|(mark, lacks)| json!({ "mark": mark, "lacks": lacks })).collect::<Vec<_>>(),
        })
    }
}

impl ReportArticle {
    fn to_json(&self) -> Value {
        let article = &self.told.article;
        let blocks = self.blocks.iter().map(|block| {
            json!({ "kind": block.kind, "start": block.start, "paragraph": block.paragraph, "text": block.text })
        });
        let layers = self.layers.iter().map(|(file, annotator, digest, n)| {
            json!({ "file": file, "annotator": annotator, "digest": digest.ni(), "marks": n })
        });
        json!({
            "path": article.path,
            "title": crate::text::shown::on_a_line(&article.title, 300),
            "outlet": article.outlet,
            "date": if article.date.is_empty() { &article.published } else { &article.date },
            "place": article.place,
            "language": article.language,
            "document": article.document.iri(),
            "digest": article.digest.ni(),
            "layers": layers.collect::<Vec<_>>(),
            "blocks": blocks.collect::<Vec<_>>(),
            "marks": self.told.marks.iter().map(mark).collect::<Vec<_>>(),
        })
    }
}

fn mark(mark: &super::MarkFacts) -> Value {
    let annotation = &mark.annotation;
    let figures = annotation.figures.iter().map(|figure| {
        let mut fields = super::columns::figure_fields(figure);
        fields.insert("interval".to_owned(), json!(figure.interval()));
        Value::Object(fields)
    });
    let links = mark.relations.iter().map(|link| {
        json!({ "relation": link.relation.kind.as_str(), "to": link.relation.to.0.to_string(), "words": link.words })
    });
    json!({
        "id": annotation.id.0.to_string(),
        "annotator": mark.annotator.name,
        "tags": annotation.tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>(),
        "quote": annotation.quote(),
        "implied": annotation.implied.is_some(),
        "placement": mark.placement,
        "pieces": mark.pieces.iter().map(|piece| json!([piece.start, piece.end])).collect::<Vec<_>>(),
        "paragraph": mark.paragraph,
        "source": annotation.attribution.summary(),
        "note": annotation.note,
        "figures": figures.collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
        "created": annotation.created.to_string(),
        "modified": annotation.modified.map(|time| time.to_string()),
    })
}

impl IncidentFacts {
    fn to_json(&self) -> Value {
        let outcomes = self.outcomes.iter().map(|(outcome, [low, best, high])| {
            json!({ "outcome": outcome, "low": low, "best": best, "high": high })
        });
        let pairs = self.pairs.iter().map(|pair| {
            let [one, other] = pair.statements;
            let (verdict, reason) = (&pair.verdict, &pair.reason);
            json!({
                "one": one,
                "other": other,
                "verdict": verdict,
                "reason": reason,
                "comparable": pair.is_comparable,
            })
        });
        json!({
            "place": self.place,
            "days": self.days,
            "rule": self.rule,
            "outcomes": outcomes.collect::<Vec<_>>(),
            "statements": self.statements.iter().map(StatementFacts::to_json).collect::<Vec<_>>(),
            "pairs": pairs.collect::<Vec<_>>(),
        })
    }
}

impl StatementFacts {
    fn to_json(&self) -> Value {
        let told = self
            .told
            .iter()
            .map(|[day, article, mark]| json!({ "day": day, "article": article, "mark": mark }));
        json!({
            "origin": self.origin,
            "outcome": self.outcome,
            "population": self.population,
            "low": self.low,
            "high": self.high,
            "interval": self.interval,
            "wording": self.wording,
            "denied": self.is_denied,
            "place": self.place,
            "days": self.days,
            "blamed": self.blamed,
            "told": told.collect::<Vec<_>>(),
        })
    }
}
