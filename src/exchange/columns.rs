//! The columns of all flat formats: one table, from which heads, help and rows are made.

use super::told::{ArticleFacts, MarkFacts, Told};
use crate::layer::Figure;
use crate::text::shown::{on_a_line, visible};
use serde_json::Value;

/// The longest title, outlet or path that is repeated in every row, in characters.
const LONGEST_FACT: usize = 300;

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Words; empty where there are none.
    Words(String),
    /// A number.
    Count(Option<u64>),
    /// Several words.
    List(Vec<String>),
    /// One cell for each figure.
    Each(Vec<Cell>),
}

impl Cell {
    fn count(n: Option<usize>) -> Self {
        Self::Count(n.and_then(|n| u64::try_from(n).ok()))
    }

    fn maybe(words: Option<&(impl ToString + ?Sized)>) -> Self {
        Self::Words(words.map(ToString::to_string).unwrap_or_default())
    }

    /// For a table: several values are parted by `; `, and what could turn the order of reading is a sign.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Words(words) => visible(words).into_owned(),
            Self::Count(n) => n.map_or_else(String::new, |n| n.to_string()),
            Self::List(all) => all.iter().map(|words| visible(words)).collect::<Vec<_>>().join("; "),
            Self::Each(cells) => cells.iter().map(Self::text).collect::<Vec<_>>().join("; "),
        }
    }

    /// The number that it is, if it is nothing else.
    pub(super) fn number(&self) -> Option<u64> {
        match self {
            Self::Count(n) => *n,
            Self::Each(cells) => match cells.as_slice() {
                [only] => only.number(),
                _ => None,
            },
            Self::Words(_) | Self::List(_) => None,
        }
    }

    /// For JSON: nothing is `null`, and of several figures it is the first; all are in `figures`.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Words(words) if words.is_empty() => Value::Null,
            Self::Words(words) => words.as_str().into(),
            Self::Count(n) => (*n).into(),
            Self::List(all) => all.clone().into(),
            Self::Each(cells) => cells.first().map_or(Value::Null, Self::json),
        }
    }
}

/// One column: its name, what it holds, and how it is filled.
pub struct Column {
    /// Its head, and its key in JSON.
    pub name: &'static str,
    /// What it holds, for the help; empty where the name says it.
    pub meaning: &'static str,
    pub(super) fill: Fill,
}

impl std::fmt::Debug for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

#[derive(Clone, Copy)]
pub(super) enum Fill {
    Article(fn(&ArticleFacts) -> Cell),
    Mark(fn(&MarkFacts) -> Cell),
    Figure(fn(&Figure) -> Cell),
}

const fn article(name: &'static str, meaning: &'static str, fill: fn(&ArticleFacts) -> Cell) -> Column {
    Column { name, meaning, fill: Fill::Article(fill) }
}

const fn mark(name: &'static str, meaning: &'static str, fill: fn(&MarkFacts) -> Cell) -> Column {
    Column { name, meaning, fill: Fill::Mark(fill) }
}

const fn figure(name: &'static str, meaning: &'static str, fill: fn(&Figure) -> Cell) -> Column {
    Column { name, meaning, fill: Fill::Figure(fill) }
}

fn fact(words: &str) -> Cell {
    Cell::Words(on_a_line(words, LONGEST_FACT))
}

/// All columns, in their order.
pub const COLUMNS: [Column; 45] = [
    article("article", "its path", |article| fact(&article.path)),
    article("title", "its title", |article| fact(&article.title)),
    article("outlet", "who published it", |article| fact(&article.outlet)),
    article("date", "when, as far as that is certain", |article| fact(&article.date)),
    article("published", "when, as it stood", |article| fact(&article.published)),
    article("dateline", "where it was written", |article| fact(&article.place)),
    article("language", "a BCP 47 tag", |article| fact(&article.language)),
    article("document", "the article's lasting id", |article| Cell::Words(article.document.iri())),
    article("digest", "of its reading text", |article| Cell::Words(article.digest.ni())),
    mark("layer", "the file that holds the mark", |mark| Cell::Words(mark.layer.clone())),
    mark("annotator", "who marked", |mark| Cell::Words(mark.annotator.name.clone())),
    mark("id", "of the mark", |mark| Cell::Words(mark.annotation.id.0.to_string())),
    mark("tags", "as slugs of the codebook", |mark| {
        Cell::List(mark.annotation.tags.iter().map(|tag| tag.as_str().to_owned()).collect())
    }),
    mark("quote", "the words that were marked", |mark| Cell::Words(mark.annotation.quote())),
    mark("implied", "yes where the article only implies it", |mark| {
        Cell::maybe(mark.annotation.implied.is_some().then_some("yes"))
    }),
    mark("note", "", |mark| Cell::Words(mark.annotation.note.clone())),
    mark(
        "placement",
        "exact, moved, changed, ambiguous or orphaned; empty for a mark without a passage",
        |mark| Cell::Words(mark.placement.to_owned()),
    ),
    mark("start", "of its first piece, in code points of the reading text", |mark| {
        Cell::count(mark.pieces.first().map(|piece| piece.start))
    }),
    mark("end", "of its last piece", |mark| Cell::count(mark.pieces.last().map(|piece| piece.end))),
    mark("pieces", "start-end of each", |mark| {
        Cell::List(mark.pieces.iter().map(|piece| format!("{}-{}", piece.start, piece.end)).collect())
    }),
    mark("paragraph", "its number, from 1", |mark| Cell::count(mark.paragraph)),
    mark("source", "nearest ← farthest, or unattributed", |mark| {
        Cell::Words(mark.annotation.attribution.summary())
    }),
    mark("sources", "each by itself, the nearest first", |mark| {
        Cell::List(mark.annotation.attribution.chain.iter().map(|source| source.name.clone()).collect())
    }),
    mark("cue", "the words that attribute", |mark| {
        Cell::maybe(mark.annotation.attribution.cue.as_ref().map(|cue| cue.verb.as_str()))
    }),
    mark("certainty", "how sure the source is", |mark| {
        Cell::maybe(mark.annotation.attribution.certainty.as_deref())
    }),
    figure("figure", "the words that count", |figure| Cell::Words(figure.wording.clone())),
    figure("outcome", "killed, injured, missing, detained, displaced, captured", |figure| {
        Cell::maybe(figure.outcome.as_ref())
    }),
    figure("population", "of whom", |figure| Cell::maybe(figure.population.as_ref())),
    figure("low", "the least that they say; empty where that is open", |figure| Cell::Count(figure.low)),
    figure("high", "the most that they say; empty where that is open", |figure| Cell::Count(figure.high)),
    figure("stated", "the number in the words", |figure| Cell::Count(figure.stated)),
    figure("qualifier", "more-than, at-least, up-to, about, exactly, between, vague", |figure| {
        Cell::maybe(figure.qualifier.as_ref())
    }),
    figure("convention", "how vague words were read", |figure| Cell::maybe(figure.convention.as_ref())),
    figure("from", "the first day of what is counted", |figure| {
        Cell::maybe(figure.when.as_ref().and_then(|when| when.from.as_deref()))
    }),
    figure("to", "the last day", |figure| {
        Cell::maybe(figure.when.as_ref().and_then(|when| when.to.as_deref()))
    }),
    figure("precision", "of the days: day, week, month, year", |figure| {
        Cell::maybe(figure.when.as_ref().and_then(|when| when.precision.as_ref()))
    }),
    figure("where", "the place of what is counted", |figure| {
        Cell::maybe(figure.place.as_ref().and_then(|place| place.name.as_deref()))
    }),
    figure("blamed", "who is blamed", |figure| Cell::maybe(figure.blamed.as_ref())),
    figure("stance", "asserted, denied, reported", |figure| Cell::maybe(figure.stance.as_ref())),
    figure("share", "part, addition or update of another figure", |figure| {
        Cell::maybe(figure.share.as_ref())
    }),
    figure("before", "what the count was before", |figure| Cell::Count(figure.before)),
    mark("n_figures", "how many figures the mark has", |mark| {
        Cell::count(Some(mark.annotation.figures.len()))
    }),
    mark("links", "relation and the other mark's id", |mark| {
        let link =
            |link: &super::RelationFacts| format!("{} {}", link.relation.kind.as_str(), link.relation.to.0);
        Cell::List(mark.relations.iter().map(link).collect())
    }),
    mark("created", "in UTC", |mark| Cell::Words(mark.annotation.created.to_string())),
    mark("modified", "in UTC; empty if never", |mark| {
        Cell::Words(mark.annotation.modified.map_or_else(String::new, |time| time.to_string()))
    }),
];

/// The cells of a mark.
pub(super) fn cells<'a>(told: &'a Told, mark: &'a MarkFacts) -> impl Iterator<Item = (&'static str, Cell)> {
    COLUMNS.iter().map(move |column| {
        let cell = match column.fill {
            Fill::Article(fill) => fill(&told.article),
            Fill::Mark(fill) => fill(mark),
            Fill::Figure(fill) => Cell::Each(mark.annotation.figures.iter().map(fill).collect()),
        };
        (column.name, cell)
    })
}

/// What a figure says, each with the name of its column.
pub(super) fn figure_cells(figure: &Figure) -> impl Iterator<Item = (&'static str, Cell)> {
    COLUMNS.iter().filter_map(|column| match column.fill {
        Fill::Figure(fill) => Some((column.name, fill(figure))),
        _ => None,
    })
}
