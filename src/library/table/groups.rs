//! The groups of a table: marks of one article, tag, person, source, outlet, day or month, or found again
//! alike.

use super::columns::Key;
use super::ranks::{self, Ranks};
use super::{At, Column, Rows, Wanted};
use crate::document::CalendarDate;
use crate::layer::Codebook;
use crate::library::row::source_words;
use crate::library::{Entry, MarkRow};
use std::hash::Hash;

/// By what marks are put into groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// They are in none.
    #[default]
    None,
    /// Their article.
    Article,
    /// Each of their tags.
    Tag,
    /// Who marked them.
    Person,
    /// Their sources.
    Source,
    /// The day of the article.
    Day,
    /// Its month.
    Month,
    /// Who published it.
    Outlet,
    /// How they were found again.
    Placement,
}

impl Grouping {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 9] = [
        Self::None,
        Self::Article,
        Self::Tag,
        Self::Person,
        Self::Source,
        Self::Day,
        Self::Month,
        Self::Outlet,
        Self::Placement,
    ];

    /// Its name in settings: never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Article => "article",
            Self::Tag => "tag",
            Self::Person => "person",
            Self::Source => "source",
            Self::Day => "day",
            Self::Month => "month",
            Self::Outlet => "outlet",
            Self::Placement => "placement",
        }
    }

    /// The one of that name; none for a name that nobody knows.
    pub fn called(name: &str) -> Self {
        Self::ALL.into_iter().find(|grouping| grouping.name() == name).unwrap_or_default()
    }

    /// The column that says the same of each mark.
    pub fn column(self) -> Option<Column> {
        Some(match self {
            Self::None => return None,
            Self::Article => Column::Article,
            Self::Tag => Column::Tags,
            Self::Person => Column::Person,
            Self::Source => Column::Source,
            Self::Day | Self::Month => Column::Date,
            Self::Outlet => Column::Outlet,
            Self::Placement => Column::Placement,
        })
    }
}

/// Lines of a table that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is told from the others by, whatever the order.
    pub id: Box<str>,
    /// What they have in common, for people; empty for those that have nothing of the kind.
    pub label: Box<str>,
    /// Its first line.
    pub start: usize,
    /// How many lines it has.
    pub n_lines: usize,
}

/// The rows that were found, group after group, each in the order of the column.
pub(super) fn grouped(
    rows: &Rows,
    found: &[At],
    by_column: &Ranks,
    wanted: &Wanted,
) -> (Vec<At>, Vec<Group>) {
    let (headings, by_group) = in_groups(rows, found, wanted.grouping);
    // The groups go from the last to the first where their column does; what has nothing in common with
    // others comes last, whichever way.
    let is_down = wanted.is_down && wanted.grouping.column() == Some(wanted.column);
    let n_named = headings.iter().position(|heading| heading.label.is_empty()).unwrap_or(headings.len());
    let turned = |nth: usize| if is_down && nth < n_named { n_named - 1 - nth } else { nth };
    let key = |(group, nth)| (turned(group), by_column.key(nth, wanted.is_down), nth);
    let mut keys: Vec<(usize, u32, u32)> = by_group.into_iter().map(key).collect();
    keys.sort_unstable();
    let mut groups = Vec::new();
    let mut start = 0;
    for lines in keys.chunk_by(|(a, ..), (b, ..)| a == b) {
        let heading = lines.first().and_then(|(place, ..)| headings.get(turned(*place)));
        groups.extend(heading.map(|Heading { id, label }| Group {
            id: id.clone(),
            label: label.clone(),
            start,
            n_lines: lines.len(),
        }));
        start += lines.len();
    }
    let lines = keys.iter().filter_map(|(_, _, nth)| found.get(*nth as usize).copied()).collect();
    (lines, groups)
}

/// What the lines of a group have in common.
pub(super) struct Heading {
    pub id: Box<str>,
    pub label: Box<str>,
}

/// The groups in their order, and each row, by its number among those found, with its group.
pub(super) fn in_groups(rows: &Rows, found: &[At], grouping: Grouping) -> (Vec<Heading>, Vec<(usize, u32)>) {
    match grouping {
        Grouping::None => (Vec::new(), Vec::new()),
        Grouping::Article => by(
            rows,
            found,
            |at, _, _| vec![at.entry],
            |entry| {
                let (path, title) =
                    rows.entries.get(*entry as usize).map_or((String::new(), String::new()), |entry| {
                        (entry.path.to_string(), entry.title.to_string())
                    });
                (Key::of_text(title.to_lowercase()), path, title)
            },
        ),
        Grouping::Tag => by(
            rows,
            found,
            |_, _, row| {
                let tags: Vec<Option<&str>> = row.tags.iter().map(|tag| Some(tag.as_str())).collect();
                if tags.is_empty() { vec![None] } else { tags }
            },
            |slug| by_tag(&rows.codebook, *slug),
        ),
        Grouping::Person => by(
            rows,
            found,
            |_, _, row| vec![&row.person],
            |person| {
                let name = person.name.clone();
                (Key { text: name.to_lowercase(), ..Key::default() }, person.id.0.simple().to_string(), name)
            },
        ),
        Grouping::Source => by(
            rows,
            found,
            |_, _, row| vec![(&row.sources, row.is_unattributed)],
            |(sources, is_nobody)| by_words(source_words(sources, *is_nobody)),
        ),
        Grouping::Outlet => {
            by(rows, found, |_, entry, _| vec![&*entry.outlet], |outlet| by_words((*outlet).to_owned()))
        }
        Grouping::Day => by(rows, found, |_, entry, _| vec![entry.date], by_date),
        Grouping::Month => {
            by(rows, found, |_, entry, _| vec![entry.date.map(CalendarDate::month_of)], by_date)
        }
        Grouping::Placement => by(
            rows,
            found,
            |_, _, row| vec![row.placement],
            |placement| {
                let name = placement.name().to_owned();
                (Key { number: *placement as u64, ..Key::default() }, name.clone(), name)
            },
        ),
    }
}

/// In the order of the codebook, marks without a tag first, tags that it does not know last.
fn by_tag(codebook: &Codebook, slug: Option<&str>) -> (Key, String, String) {
    let Some(slug) = slug else { return (Key::of_text(String::new()), String::new(), String::new()) };
    let nth = codebook.tags.iter().position(|tag| tag.id.as_str() == slug);
    let label = nth.and_then(|nth| codebook.tags.get(nth)).map_or(slug, |tag| tag.label.as_str());
    let number = nth.map_or(u64::MAX, |nth| nth as u64);
    (Key { number, text: slug.to_owned(), ..Key::default() }, slug.to_owned(), label.to_owned())
}

fn by_date(date: &Option<CalendarDate>) -> (Key, String, String) {
    let text = date.map_or_else(String::new, CalendarDate::iso);
    (Key::of_text(text.clone()), text, date.map_or_else(String::new, |date| date.to_string()))
}

fn by_words(words: String) -> (Key, String, String) {
    (Key::of_text(words.to_lowercase()), words.to_lowercase(), words)
}

/// Puts rows into groups by what `value` says of each; `about` gives what a group is ordered by, its id and
/// its label.
fn by<'a, K: Hash + Eq + 'a>(
    rows: &'a Rows,
    found: &[At],
    value: impl Fn(At, &'a Entry, &'a MarkRow) -> Vec<K>,
    about: impl Fn(&K) -> (Key, String, String),
) -> (Vec<Heading>, Vec<(usize, u32)>) {
    let mut values = Vec::with_capacity(found.len());
    for (nth, &at) in (0..).zip(found) {
        if let Some((entry, row)) = at.of(&rows.entries) {
            values.extend(value(at, entry, row).into_iter().map(|value| (value, nth)));
        }
    }
    let (distinct, numbers) = ranks::distinct(values.iter().map(|(value, _)| value));
    let mut told: Vec<(Key, String, String, u32)> = (0..)
        .zip(distinct)
        .map(|(number, value)| {
            let (key, id, label) = about(value);
            (key, id, label, number)
        })
        .collect();
    told.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    let mut headings: Vec<Heading> = Vec::new();
    let mut group_of = vec![0; told.len()];
    for (_, id, label, number) in told {
        // Words that differ in capitals only are one group.
        if headings.last().is_none_or(|last| *last.id != *id) {
            headings.push(Heading { id: id.into(), label: label.into() });
        }
        group_of[number as usize] = headings.len() - 1;
    }
    let of = numbers.into_iter().zip(&values).map(|(number, (_, nth))| (group_of[number as usize], *nth));
    (headings, of.collect())
}
