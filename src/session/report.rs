//! A report put together: what each open article tells, and what is computed of all of them.

use super::Session;
use crate::analysis::incidents::{Incident, Rule, Verdict, accounts_of, days, incidents};
use crate::analysis::ledger::{Denials, SourceLine, source_lines};
use crate::document::{Block, BlockKind, CalendarDate, Numbers, Timestamp};
use crate::exchange::report::{
    BlockFacts, IncidentFacts, PairFacts, Report, ReportArticle, StatementFacts, ThreadFacts,
};
use crate::layer::{AnnotationId, Codebook};
use crate::library::{Entry, MarkRow};
use std::collections::{BTreeMap, HashMap};

impl Session {
    /// The article with its text, its marks and the digests of its layers.
    pub fn reported(&self, path: &str) -> ReportArticle {
        let document = self.document();
        let numbers = Numbers::of(document);
        let block = |(nth, block): (usize, &Block)| BlockFacts {
            kind: kind(block),
            start: document.code_points(block.range).start,
            text: document.slice(block.range).to_owned(),
            paragraph: numbers.of_block(nth),
        };
        let layers = self.layers_with_desks().filter_map(|(placed, desk)| {
            let name = crate::host::file_name(desk.path()?);
            let layer = &placed.layer;
            Some((name, layer.annotator.name.clone(), desk.on_disk?, layer.annotations().len()))
        });
        ReportArticle {
            told: self.exported(path, &|_| true),
            blocks: document.blocks().iter().enumerate().map(block).collect(),
            layers: layers.collect(),
        }
    }
}

fn kind(block: &Block) -> &'static str {
    match block.kind {
        BlockKind::Heading { level: 1 } => "h1",
        BlockKind::Heading { level: 2 } => "h2",
        BlockKind::Heading { .. } => "h3",
        _ if 0 < block.quote_depth => "blockquote",
        _ => "p",
    }
}

/// A report of articles; `entries` are the same, in the same order.
pub fn report(
    articles: Vec<ReportArticle>,
    entries: &[Entry],
    codebook: &Codebook,
    rule: &Rule,
    made: Timestamp,
) -> Report {
    let denials = Denials::of(entries, codebook);
    let found = incidents(accounts_of(entries, &|row| denials.is_denied(row.id)), &[]);
    let found = found.iter().filter(|incident| 1 < incident.accounts.len());
    let tags = codebook.tags.iter().map(|tag| {
        let colour = format!("#{:06x}", tag.light & 0x00ff_ffff);
        [tag.id.as_str().to_owned(), tag.label.clone(), tag.shape.name().to_owned(), colour]
    });
    Report {
        made: made.to_string(),
        program: format!("Postil {}", env!("CARGO_PKG_VERSION")),
        tags: tags.collect(),
        threads: threads(entries),
        incidents: found.map(|incident| incident_facts(incident, rule)).collect(),
        sources: source_lines(entries, &denials).iter().map(source_facts).collect(),
        gaps: gaps(entries, codebook),
        articles,
    }
}

/// Each mark that others answer, with the answers.
fn threads(entries: &[Entry]) -> Vec<ThreadFacts> {
    let all: HashMap<AnnotationId, (&Entry, &MarkRow)> =
        entries.iter().flat_map(|entry| entry.rows.iter().map(move |row| (row.id, (entry, row)))).collect();
    let mut answers: BTreeMap<(usize, AnnotationId), Vec<[String; 5]>> = BTreeMap::new();
    let place: HashMap<&str, usize> =
        entries.iter().enumerate().map(|(nth, entry)| (&*entry.path, nth)).collect();
    for (entry, row) in entries.iter().flat_map(|entry| entry.rows.iter().map(move |row| (entry, row))) {
        for link in row.links.iter().filter(|link| link.starts_here) {
            let nth = all.get(&link.other).and_then(|(entry, _)| place.get(&*entry.path).copied());
            answers.entry((nth.unwrap_or(usize::MAX), link.other)).or_default().push([
                link.kind.as_str().to_owned(),
                row.id.0.to_string(),
                row.source(),
                row.quote.to_string(),
                entry.path.to_string(),
            ]);
        }
    }
    let thread = |((_, id), answers): ((usize, AnnotationId), Vec<[String; 5]>)| {
        let (words, article) = all
            .get(&id)
            .map(|(entry, row)| (row.quote.to_string(), entry.path.to_string()))
            .unwrap_or_default();
        ThreadFacts { mark: id.0.to_string(), words, article, answers }
    };
    answers.into_iter().map(thread).collect()
}

fn incident_facts(incident: &Incident, rule: &Rule) -> IncidentFacts {
    let outcomes = incident.outcomes().into_iter().filter_map(|outcome| {
        let estimate = incident.estimate(outcome, rule)?;
        Some((outcome.to_owned(), [estimate.low, estimate.best, estimate.high]))
    });
    let statements = incident.statements.iter().enumerate().filter_map(|(nth, statement)| {
        let first = incident.first(nth)?;
        let accounts = statement.accounts.iter().filter_map(|&nth| incident.accounts.get(nth));
        let told = accounts.map(|account| {
            let day = account.told_on.map(days::iso).unwrap_or_default();
            [day, account.article.to_string(), account.mark.0.to_string()]
        });
        Some(StatementFacts {
            origin: incident.origins.get(statement.origin).map(ToString::to_string).unwrap_or_default(),
            outcome: first.outcome.to_string(),
            population: first.population.to_string(),
            low: first.low,
            high: first.high,
            interval: first.interval.to_string(),
            wording: first.wording.to_string(),
            is_denied: first.is_denied,
            told: told.collect(),
            place: first.place.to_string(),
            days: first.days.map(|days| days.to_string()).unwrap_or_default(),
            blamed: first.blamed.to_string(),
        })
    });
    let pairs = incident.pairs().into_iter().map(|pair| PairFacts {
        statements: [pair.one, pair.other],
        verdict: pair.verdict.name().to_owned(),
        reason: pair.reason.to_string(),
        is_comparable: pair.verdict != Verdict::NotComparable,
    });
    IncidentFacts {
        place: incident.place.to_string(),
        days: incident.days.map(|days| days.to_string()).unwrap_or_default(),
        outcomes: outcomes.collect(),
        rule: rule.name().to_owned(),
        statements: statements.collect(),
        pairs: pairs.collect(),
    }
}

fn source_facts(line: &SourceLine) -> [String; 9] {
    let date = |date: Option<CalendarDate>| date.map(CalendarDate::iso).unwrap_or_default();
    let names: Vec<String> = line.names.iter().map(|(name, n)| format!("{name} ({n})")).collect();
    [
        if line.is_unattributed { "unattributed".to_owned() } else { line.name.to_string() },
        line.n_marks.to_string(),
        line.n_figures.to_string(),
        line.n_denials_made.to_string(),
        line.n_denials_received.to_string(),
        date(line.first),
        date(line.last),
        format!("{:.1}", line.share),
        names.join("; "),
    ]
}

/// What marks lack that their tags may carry, what answers nothing, and what needs a person.
fn gaps(entries: &[Entry], codebook: &Codebook) -> Vec<(String, String)> {
    let mut gaps = Vec::new();
    for entry in entries {
        if entry.rows.is_empty() {
            gaps.push((String::new(), format!("{}: nothing is marked", entry.path)));
        }
        for row in &entry.rows {
            let mut lacks =
                |what: &str| gaps.push((row.id.0.to_string(), format!("“{}”: {what}", row.quote)));
            let carries = |what: &str| codebook.carries(&row.tags, what);
            if carries("figure") && row.figures.is_empty() {
                lacks("no figure");
            }
            if carries("source") && row.sources.is_empty() && !row.is_unattributed {
                lacks("no source");
            }
            let answers = |kind: &crate::layer::RelationKind| matches!(kind.from.as_slice(), [only] if row.tags.contains(only) && kind.to.iter().any(|tag| tag != only));
            let is_answer = codebook.relations.iter().any(answers);
            if is_answer && !row.links.iter().any(|link| link.starts_here) {
                lacks("answers nothing yet");
            }
            if row.needs_look {
                lacks(row.placement.name());
            }
        }
    }
    gaps
}
