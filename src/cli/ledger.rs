//! `postil sources` and `postil ledger`: what each source says, and each thing said with who denies it.

use super::args::LedgerArgs;
use super::folder::{Folder, n_marks, tell_nothing};
use super::print::{quoted, visible};
use super::{End, Stop, World, count, csv, json};
use crate::analysis::incidents::Incident;
use crate::analysis::ledger::{SourceLine, source_lines};
use crate::layer::AnnotationId;
use crate::library::{Entry, MarkRow};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

pub(super) fn sources(args: &LedgerArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let (folder, end) = Folder::read(&args.paths, &args.reading, world)?;
    let lines = source_lines(&folder.entries, &folder.denials);
    if args.json {
        let all = lines.iter().map(described).collect();
        json::print(&Value::Array(all), &mut world.out)?;
    } else if args.csv {
        world.out.raw(&csv::line([
            "source",
            "marks",
            "figures",
            "denials_made",
            "denials_received",
            "articles",
            "first",
            "last",
            "words",
            "share",
            "names",
            "tags",
        ]))?;
        for line in &lines {
            world.out.raw(&as_row(line))?;
        }
    } else {
        for line in &lines {
            world.out.raw(&in_words(line, &folder))?;
        }
        if lines.is_empty() {
            tell_nothing("sources", n_marks(&folder.entries), folder.entries.len(), world);
        }
    }
    Ok(end)
}

/// The name of a line, where it has none what is said of it.
fn name(line: &SourceLine) -> &str {
    if line.is_unattributed { "unattributed" } else { &line.name }
}

fn described(line: &SourceLine) -> Value {
    let date = |date: Option<crate::document::CalendarDate>| date.map(|date| date.iso());
    let names = line.names.iter().map(|(name, n)| json!({ "name": name, "n": n }));
    json!({
        "source": name(line),
        "unattributed": line.is_unattributed,
        "names": names.collect::<Vec<_>>(),
        "tags": line.by_tag.iter().map(|(tag, n)| (tag.to_string(), json!(n))).collect::<serde_json::Map<_, _>>(),
        "marks": line.n_marks,
        "figures": line.n_figures,
        "denials_made": line.n_denials_made,
        "denials_received": line.n_denials_received,
        "articles": line.articles.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
        "first": date(line.first),
        "last": date(line.last),
        "words": line.n_words,
        "share": (line.share * 10.0).round() / 10.0,
    })
}

fn as_row(line: &SourceLine) -> String {
    let date = |date: Option<crate::document::CalendarDate>| date.map_or_else(String::new, |date| date.iso());
    let names: Vec<String> = line.names.iter().map(|(name, n)| format!("{name} ({n})")).collect();
    let tags: Vec<String> = line.by_tag.iter().map(|(tag, n)| format!("{tag} {n}")).collect();
    csv::line([
        name(line).to_owned(),
        line.n_marks.to_string(),
        line.n_figures.to_string(),
        line.n_denials_made.to_string(),
        line.n_denials_received.to_string(),
        line.articles.len().to_string(),
        date(line.first),
        date(line.last),
        line.n_words.to_string(),
        format!("{:.1}", line.share),
        names.join("; "),
        tags.join("; "),
    ])
}

fn in_words(line: &SourceLine, folder: &Folder) -> String {
    let tags = line.by_tag.iter().map(|(tag, n)| format!("{} {n}", folder.label(tag)));
    let mut parts: Vec<String> = tags.collect();
    let counts = [
        (line.n_figures, "figure"),
        (line.n_denials_made, "denial made"),
        (line.n_denials_received, "denial received"),
    ];
    parts.extend(counts.iter().filter(|(n, _)| 0 < *n).map(|(n, what)| match *what {
        "figure" => count(*n, what),
        _ => format!("{n} {}", what.replacen("denial", if *n == 1 { "denial" } else { "denials" }, 1)),
    }));
    let days = match (line.first, line.last) {
        (Some(first), Some(last)) if first != last => format!("{} – {}", first.iso(), last.iso()),
        (Some(first), _) => first.iso(),
        _ => String::new(),
    };
    let others: Vec<String> =
        line.names.iter().skip(1).map(|(name, n)| format!("{} ({n})", quoted(name, 60))).collect();
    let mut words = format!(
        "{}: {} in {}, {:.1} % of the marked words\n  {}\n",
        visible(name(line)),
        count(line.n_marks, "mark"),
        count(line.articles.len(), "article"),
        line.share,
        visible(&parts.join(", ")),
    );
    if !days.is_empty() {
        words.push_str(&format!("  {days}\n"));
    }
    if !others.is_empty() {
        words.push_str(&format!("  also {}\n", others.join(", ")));
    }
    words
}

pub(super) fn run(args: &LedgerArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let (folder, end) = Folder::read(&args.paths, &args.reading, world)?;
    let incidents = folder.incidents();
    let mut of_mark: BTreeMap<AnnotationId, usize> = BTreeMap::new();
    for (nth, incident) in incidents.iter().enumerate().filter(|(_, incident)| 1 < incident.accounts.len()) {
        of_mark.extend(incident.accounts.iter().map(|account| (account.mark, nth)));
    }
    let sources: HashMap<AnnotationId, String> =
        folder.entries.iter().flat_map(|entry| entry.rows.iter()).map(|row| (row.id, row.source())).collect();
    let mut array = json::Array::default();
    if args.csv {
        world.out.raw(&csv::line(LINE))?;
    }
    for entry in &folder.entries {
        for row in &entry.rows {
            let line = Line::of(
                entry,
                row,
                &folder,
                &sources,
                of_mark.get(&row.id).and_then(|&nth| incidents.get(nth)).map(AsRef::as_ref),
            );
            if args.json {
                array.add(&json::element(&line.described()), &mut world.out)?;
            } else if args.csv {
                world.out.raw(&csv::line(line.cells()))?;
            } else {
                world.out.raw(&line.in_words())?;
            }
        }
    }
    if args.json {
        array.end(&mut world.out)?;
    }
    if !args.json && !args.csv && n_marks(&folder.entries) == 0 {
        tell_nothing("marks", 0, folder.entries.len(), world);
    }
    Ok(end)
}

const LINE: [&str; 10] =
    ["date", "article", "outlet", "tags", "source", "quote", "figures", "denied_by", "incident", "id"];

/// One thing that is said.
struct Line {
    date: String,
    article: String,
    outlet: String,
    tags: Vec<String>,
    source: String,
    quote: String,
    figures: Vec<String>,
    denied_by: Vec<String>,
    incident: String,
    id: String,
}

impl Line {
    fn of(
        entry: &Entry,
        row: &MarkRow,
        folder: &Folder,
        sources: &HashMap<AnnotationId, String>,
        incident: Option<&Incident>,
    ) -> Self {
        let denier = |id: AnnotationId| {
            let source = sources.get(&id).filter(|source| !source.is_empty());
            source.cloned().unwrap_or_else(|| id.to_string())
        };
        let figure = |figure: &crate::library::FigureRow| {
            let outcome = figure.outcome.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{} {outcome}", figure.interval()).trim().to_owned()
        };
        Self {
            date: entry.date.map(|date| date.iso()).unwrap_or_default(),
            article: entry.path.to_string(),
            outlet: entry.outlet.to_string(),
            tags: row.tags.iter().map(|tag| tag.as_str().to_owned()).collect(),
            source: row.source(),
            quote: row.quote.to_string(),
            figures: row.figures.iter().map(figure).collect(),
            denied_by: folder.denials.of_mark(row.id).map(denier).collect(),
            incident: incident.map(|incident| incident.id.0.to_string()).unwrap_or_default(),
            id: row.id.0.to_string(),
        }
    }

    fn described(&self) -> Value {
        let maybe = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
        json!({
            "date": maybe(&self.date),
            "article": self.article,
            "outlet": maybe(&self.outlet),
            "tags": self.tags,
            "source": maybe(&self.source),
            "quote": self.quote,
            "figures": self.figures,
            "denied_by": self.denied_by,
            "incident": maybe(&self.incident),
            "id": self.id,
        })
    }

    fn cells(&self) -> [String; 10] {
        [
            self.date.clone(),
            self.article.clone(),
            self.outlet.clone(),
            self.tags.join("; "),
            self.source.clone(),
            self.quote.clone(),
            self.figures.join("; "),
            self.denied_by.join("; "),
            self.incident.clone(),
            self.id.clone(),
        ]
    }

    fn in_words(&self) -> String {
        let head = [&self.date, &self.article].map(|fact| visible(fact).into_owned());
        let head: Vec<String> = head.into_iter().filter(|fact| !fact.is_empty()).collect();
        let source = if self.source.is_empty() { "no source" } else { &self.source };
        let mut words = format!(
            "{}: {}, {}  {}\n",
            head.join(" "),
            self.tags.join(", "),
            visible(source),
            quoted(&self.quote, 80)
        );
        if !self.figures.is_empty() {
            words.push_str(&format!("    {}\n", visible(&self.figures.join(", "))));
        }
        if !self.denied_by.is_empty() {
            words.push_str(&format!("    denied by {}\n", visible(&self.denied_by.join(", "))));
        }
        words
    }
}
