//! The report: one page of HTML that holds everything and runs nothing, and the same content as JSON.
//!
//! The page is made from the JSON alone ([`page`]) and carries it in a `template`, so that whoever gets only the
//! page can see whether a letter of it was altered (`check`), and ask the sources whether what it says
//! stands there.

mod article;
mod check;
mod names;
mod number_line;
mod page;
mod style;
mod table;
mod threads;
mod words;

pub use check::{Altered, carried};
pub use page::page;
pub use table::table_page;
pub(super) use words::GENERATOR;

use super::Told;
use crate::document::Digest;
use crate::text::shown::safe_json;
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
    /// The page, and the same content as JSON to lie beside it.
    pub fn written(&self) -> (String, String) {
        let data = self.to_json();
        (page(&data), safe_json(&format!("{data:#}\n")).into_owned())
    }

    /// All of it as JSON, from which [`page`] makes the page.
    pub fn to_json(&self) -> Value {
        let tags = self.tags.iter().map(|[slug, label, shape, colour]| {
            json!({ "slug": slug, "label": label, "shape": shape, "colour": colour })
        });
        let broken = self.broken.iter().map(|(said, gone)| {
            let mut value = said.to_json();
            value["gone"] = json!(gone);
            value
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
            "registers": self.registers.iter().map(LayerFacts::to_json).collect::<Vec<_>>(),
            "open": self.open.iter().map(SaidFacts::to_json).collect::<Vec<_>>(),
            "threads": self.threads.iter().map(ThreadFacts::to_json).collect::<Vec<_>>(),
            "broken": broken.collect::<Vec<_>>(),
            "incidents": self.incidents.iter().map(IncidentFacts::to_json).collect::<Vec<_>>(),
            "sources": sources.collect::<Vec<_>>(),
            "gaps": self.gaps.iter().map(|(mark, lacks)| json!({ "mark": mark, "lacks": lacks })).collect::<Vec<_>>(),
        })
    }
}

impl LayerFacts {
    fn to_json(&self) -> Value {
        json!({
            "file": self.file,
            "annotator": self.annotator,
            "digest": self.digest.ni(),
            "marks": self.n_marks,
        })
    }
}

impl SaidFacts {
    fn to_json(&self) -> Value {
        json!({ "mark": self.mark, "source": self.source, "words": self.words, "article": self.article })
    }
}

impl ThreadFacts {
    fn to_json(&self) -> Value {
        let answers = self.answers.iter().map(|answer| {
            let mut value = answer.said.to_json();
            value["depth"] = json!(answer.depth);
            value["relation"] = json!(answer.relation);
            value["against"] = json!(answer.is_against);
            value
        });
        let mut value = self.claim.to_json();
        value["contested"] = json!(self.is_contested);
        value["answers"] = answers.collect();
        value["verdicts"] = self.verdicts.iter().map(VerdictFacts::to_json).collect();
        value
    }
}

impl VerdictFacts {
    fn to_json(&self) -> Value {
        json!({ "person": self.person, "value": self.value, "reason": self.reason, "made": self.made })
    }
}

impl ReportArticle {
    fn to_json(&self) -> Value {
        let article = &self.told.article;
        let blocks = self.blocks.iter().map(|block| {
            json!({ "kind": block.kind, "start": block.start, "paragraph": block.paragraph, "text": block.text })
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
            "layers": self.layers.iter().map(LayerFacts::to_json).collect::<Vec<_>>(),
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
            json!([one, other, pair.verdict, pair.reason])
        });
        json!({
            "name": self.name,
            "person": self.person,
            "note": self.note,
            "verdicts": self.verdicts.iter().map(VerdictFacts::to_json).collect::<Vec<_>>(),
            "place": self.place,
            "days": self.days,
            "rule": self.rule,
            "outcomes": outcomes.collect::<Vec<_>>(),
            "statements": self.statements.iter().map(StatementFacts::to_json).collect::<Vec<_>>(),
            "pairs": pairs.collect::<Vec<_>>(),
            "not_comparable": self.n_not_comparable,
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
