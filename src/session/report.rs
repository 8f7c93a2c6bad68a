//! A report put together: what each open article tells, and what is computed of all of them.

use super::Session;
use crate::analysis::incidents::{Incident, Rule, Verdict, accounts_of, days, incidents, people};
use crate::analysis::ledger::{Denials, SourceLine, source_lines};
use crate::analysis::marked::{Bearing, Marked};
use crate::analysis::threads::{Thread, Threads, judge, speaker};
use crate::document::{Block, BlockKind, CalendarDate, Numbers, Timestamp};
use crate::exchange::report::{
    AnswerFacts, BlockFacts, IncidentFacts, LayerFacts, PairFacts, Report, ReportArticle, SaidFacts,
    StatementFacts, ThreadFacts, VerdictFacts,
};
use crate::layer::{self, AnnotatorId, Codebook, FolderLayer};
use crate::library::{Entry, FolderFile};
use std::sync::Arc;

impl Session {
    /// The article with its text, its marks and the digests of its layers.
    pub fn reported(&self, path: &str) -> ReportArticle {
        self.reported_of(path, &|_| true)
    }

    /// The same with some of its marks.
    pub(super) fn reported_of(
        &self,
        path: &str,
        is_meant: &dyn Fn(&crate::article::MarkRef<'_>) -> bool,
    ) -> ReportArticle {
        let document = self.document();
        let numbers = Numbers::of(document);
        let block = |(nth, block): (usize, &Block)| BlockFacts {
            kind: kind(block),
            start: document.code_points(block.range).start,
            text: document.slice(block.range).to_owned(),
            paragraph: numbers.of_block(nth),
        };
        let layers = self.layers_with_desks().filter_map(|(placed, desk)| {
            let layer = &placed.layer;
            Some(LayerFacts {
                file: crate::host::file_name(desk.path()?),
                annotator: layer.annotator.name.clone(),
                digest: desk.on_disk?,
                n_marks: layer.annotations().len(),
            })
        });
        ReportArticle {
            told: self.exported(path, is_meant),
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

/// What a report is made by, besides its articles.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The tags.
    pub codebook: &'a Codebook,
    /// What people say of the folder: the incidents that they put together, and their verdicts.
    pub registers: &'a [FolderFile],
    /// Whose incidents go first.
    pub me: Option<AnnotatorId>,
    /// By which rule numbers are made of several.
    pub rule: &'a Rule,
    /// When it is made.
    pub made: Timestamp,
}

/// A report of articles; `entries` are the same, in the same order.
pub fn report(articles: Vec<ReportArticle>, mut entries: Vec<Entry>, around: &Around<'_>) -> Report {
    Entry::date_together(&mut entries);
    let registers: Vec<Arc<FolderLayer>> =
        around.registers.iter().map(|file| Arc::clone(&file.layer)).collect();
    Entry::correct_together(&mut entries, &registers);
    let articles = articles.into_iter().zip(&entries).map(|(article, entry)| as_corrected(article, entry));
    let articles: Vec<ReportArticle> = articles.collect();
    let entries: Vec<Arc<Entry>> = entries.into_iter().map(Arc::new).collect();
    let plain = || entries.iter().map(AsRef::as_ref);
    let Around { codebook, rule, made, .. } = *around;
    let registers = people::in_order(&registers, around.me);
    let denials = Denials::of(plain(), codebook);
    let found = incidents(accounts_of(plain(), &|row| denials.is_denied(row.id)), &registers);
    let found = found.iter().filter(|incident| incident.held.is_some() || 1 < incident.accounts.len());
    let tags = codebook.tags.iter().map(|tag| {
        let colour = format!("#{:06x}", tag.light & 0x00ff_ffff);
        [tag.id.as_str().to_owned(), tag.label.clone(), tag.shape.name().to_owned(), colour]
    });
    let threads = Threads::of(&entries, codebook, &registers);
    let register = |file: &FolderFile| {
        Some(LayerFacts {
            file: crate::host::file_name(&file.path),
            annotator: file.layer.annotator.name.clone(),
            digest: file.on_disk?,
            n_marks: 0,
        })
    };
    Report {
        made: made.to_string(),
        program: format!("Postil {}", env!("CARGO_PKG_VERSION")),
        tags: tags.collect(),
        registers: around.registers.iter().filter_map(register).collect(),
        open: threads.open.iter().map(said).collect(),
        threads: threads.threads.iter().map(thread_facts).collect(),
        broken: threads.broken.iter().map(|broken| broken_facts(broken, codebook)).collect(),
        incidents: found.map(|incident| incident_facts(incident, rule)).collect(),
        sources: source_lines(plain(), &denials).iter().map(source_facts).collect(),
        gaps: gaps(&entries, codebook),
        articles,
    }
}

/// An article whose file is wrong says of itself what a person says of it. It is dated as in its incidents: "4/5/2017"
/// is a day where another article shows which number is the month.
fn as_corrected(mut article: ReportArticle, entry: &Entry) -> ReportArticle {
    let facts = &mut article.told.article;
    facts.date = entry.date.map(CalendarDate::iso).unwrap_or_default();
    if entry.stated.is_some() {
        facts.outlet = entry.outlet.to_string();
    }
    article
}

/// A mark as threads tell it.
fn said(mark: &Marked) -> SaidFacts {
    SaidFacts {
        mark: mark.id().0.to_string(),
        source: speaker(mark),
        words: mark.row().quote.to_string(),
        article: mark.entry().path.to_string(),
    }
}

fn thread_facts(thread: &Thread) -> ThreadFacts {
    let answers = thread.lines.iter().map(|line| AnswerFacts {
        depth: line.depth,
        relation: line.kind.as_str().to_owned(),
        is_against: line.bearing != Bearing::Other,
        said: said(&line.mark),
    });
    let verdicts = thread.verdicts.iter().flat_map(|of_person| {
        of_person.1.iter().map(|verdict| verdict_facts(&judge(of_person).name, verdict))
    });
    ThreadFacts {
        claim: said(&thread.claim),
        is_contested: thread.is_contested,
        answers: answers.collect(),
        verdicts: verdicts.collect(),
    }
}

fn verdict_facts(person: &str, verdict: &layer::Verdict) -> VerdictFacts {
    VerdictFacts {
        person: person.to_owned(),
        value: verdict.value.to_string(),
        reason: verdict.reason.to_string(),
        made: verdict.created.to_string(),
    }
}

/// A relation that lacks one of its ends: the mark that is there, and what is said of the one that is not.
fn broken_facts(broken: &crate::analysis::threads::Broken, codebook: &Codebook) -> (SaidFacts, String) {
    let kind = codebook.relation(&broken.kind);
    let label = kind
        .map_or(broken.kind.as_str(), |kind| if broken.starts_here { &kind.label } else { &kind.inverse });
    let gone =
        if broken.words.is_empty() { broken.gone.0.to_string() } else { format!("“{}”", broken.words) };
    (said(&broken.mark), format!("{label} {gone}"))
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
            near: first.tolerance,
            interval: first.interval.to_string(),
            wording: first.wording.to_string(),
            is_denied: first.is_denied,
            told: told.collect(),
            place: first.place.to_string(),
            // Days that only follow from the date of an article are told by nobody.
            days: first.days.filter(|_| first.is_dated).map(|days| days.to_string()).unwrap_or_default(),
            blamed: first.blamed.to_string(),
        })
    });
    let (comparable, others): (Vec<_>, Vec<_>) =
        incident.pairs().into_iter().partition(|pair| pair.verdict != Verdict::NotComparable);
    let pairs = comparable.into_iter().map(|pair| PairFacts {
        statements: [pair.one, pair.other],
        verdict: pair.verdict.name().to_owned(),
        reason: pair.reason.to_string(),
    });
    let held = incident.held.as_ref();
    let verdicts = held.iter().flat_map(|held| &held.verdicts);
    let judged_by = held.map_or("", |held| &*held.person);
    IncidentFacts {
        name: held.map(|held| held.name.to_string()).unwrap_or_default(),
        person: judged_by.to_owned(),
        note: held.map(|held| held.note.to_string()).unwrap_or_default(),
        verdicts: verdicts.map(|verdict| verdict_facts(judged_by, verdict)).collect(),
        place: incident.place.to_string(),
        days: incident.days.map(|days| days.to_string()).unwrap_or_default(),
        outcomes: outcomes.collect(),
        rule: rule.name().to_owned(),
        statements: statements.collect(),
        pairs: pairs.collect(),
        n_not_comparable: others.len(),
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
fn gaps(entries: &[Arc<Entry>], codebook: &Codebook) -> Vec<(String, String)> {
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
