//! How many of the marks that are meant there are by tag, person, outlet and date, and which filter means those
//! of each count.

use super::groups::{Grouping, in_groups};
use super::{Rows, found};
use crate::document::CalendarDate;
use crate::library::query::{Filter, Has, Matcher, Term};
use crate::text::find::{self, Finder};
use std::collections::BTreeMap;

/// The most days, months or years that are told one by one: ten years in days.
const MOST_STEPS: usize = 3_700;
/// From so many on they are told in the next larger unit, as long as nobody asks for the smaller.
const MANY_STEPS: usize = 100;

/// Marks that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What they have in common, as the groups of a table have it: a slug, a person's id.
    pub id: Box<str>,
    /// The same for people; empty for those that have nothing of the kind.
    pub label: Box<str>,
    /// How many there are.
    pub n_marks: usize,
}

/// How many marks there are of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In all. A mark with two tags counts for both.
    pub n_marks: usize,
    /// In how many articles.
    pub n_articles: usize,
    /// In the order of the codebook; those without a tag last.
    pub tags: Vec<Count>,
    /// Those with most marks first.
    pub people: Vec<Count>,
    /// Those with most marks first; articles that name none last.
    pub outlets: Vec<Count>,
    /// By the date of the article, as exactly as it is told; `None`: it tells none.
    pub dates: BTreeMap<Option<CalendarDate>, usize>,
}

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    #[default]
    Year,
}

/// How many marks there are of each day, month or year, from the first that has any to the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Which of them.
    pub unit: Unit,
    /// Each one, also those without marks.
    pub steps: Vec<(CalendarDate, usize)>,
    /// Marks of articles that are dated less exactly.
    pub n_rough: usize,
    /// Marks of articles without a date.
    pub n_undated: usize,
}

impl Unit {
    /// All, the smallest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    /// Its word on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The one that a date lies in; `None` where it is told less exactly.
    pub fn of(self, date: CalendarDate) -> Option<CalendarDate> {
        match self {
            Self::Day => date.is_day().then_some(date),
            Self::Month => date.month().map(|_| date.month_of()),
            Self::Year => Some(date.year_of()),
        }
    }
}

impl Counts {
    /// Counts the marks that `matcher` means.
    pub fn of(rows: &Rows, matcher: &Matcher) -> Self {
        let found = found(rows, matcher, &|| true).unwrap_or_default();
        let by = |grouping: Grouping| {
            let (commons, marks) = in_groups(rows, &found, grouping);
            let mut counts: Vec<Count> = commons
                .into_iter()
                .map(|common| Count { id: common.id, label: common.label, n_marks: 0 })
                .collect();
            for (group, _) in marks {
                if let Some(count) = counts.get_mut(group) {
                    count.n_marks += 1;
                }
            }
            counts
        };
        let mut of_articles: BTreeMap<u32, usize> = BTreeMap::new();
        found.iter().for_each(|at| *of_articles.entry(at.entry).or_default() += 1);
        let mut dates: BTreeMap<Option<CalendarDate>, usize> = BTreeMap::new();
        for (entry, n_marks) in &of_articles {
            let date = rows.entries.get(*entry as usize).and_then(|entry| entry.date);
            *dates.entry(date).or_default() += n_marks;
        }
        Self {
            n_marks: found.len(),
            n_articles: of_articles.len(),
            tags: by(Grouping::Tag),
            people: by_number(by(Grouping::Person)),
            outlets: by_number(by(Grouping::Outlet)),
            dates,
        }
    }

    /// The marks by days, months or years; `None` where these would be too many.
    pub fn times(&self, unit: Unit) -> Option<Times> {
        let mut times = Times { unit, ..Times::default() };
        let mut counted: BTreeMap<CalendarDate, usize> = BTreeMap::new();
        for (date, n) in &self.dates {
            match date.map(|date| unit.of(date)) {
                None => times.n_undated += n,
                Some(None) => times.n_rough += n,
                Some(Some(step)) => *counted.entry(step).or_default() += n,
            }
        }
        let (Some((&first, _)), Some((&last, _))) = (counted.first_key_value(), counted.last_key_value())
        else {
            return Some(times);
        };
        let mut step = first;
        while step <= last {
            if times.steps.len() == MOST_STEPS {
                return None;
            }
            times.steps.push((step, counted.get(&step).copied().unwrap_or_default()));
            let Some(next) = step.following() else { break };
            step = next;
        }
        Some(times)
    }

    /// By days where they are few and most articles tell theirs, else by months, else by years.
    pub fn usual_times(&self) -> Times {
        let n_told = |times: &Times| times.steps.iter().map(|(_, n)| n).sum::<usize>();
        let is_good = |times: &Times| times.steps.len() <= MANY_STEPS && times.n_rough <= n_told(times);
        let all = || Unit::ALL.into_iter().filter_map(|unit| self.times(unit));
        all().find(is_good).or_else(|| all().next_back()).unwrap_or_default()
    }

    /// What means the marks of one of `people`, in a line of words and filters.
    pub fn of_person(&self, count: &Count) -> Term {
        let words = sought(count, &self.people).unwrap_or_else(|| count.id.to_string());
        Term { is_not: false, filter: Filter::By(words) }
    }

    /// The same of one of `outlets`.
    pub fn of_outlet(&self, count: &Count) -> Term {
        if count.label.is_empty() {
            return Term { is_not: true, filter: Filter::Has(Has::Outlet) };
        }
        let words = sought(count, &self.outlets).unwrap_or_else(|| count.label.to_string());
        Term { is_not: false, filter: Filter::Outlet(words) }
    }

    /// The same of one of `tags`.
    pub fn of_tag(&self, count: &Count) -> Term {
        if count.id.is_empty() {
            return Term { is_not: true, filter: Filter::Has(Has::Tag) };
        }
        Term { is_not: false, filter: Filter::Tag(count.id.to_string()) }
    }
}

/// Those with most marks first, and as they come; those that have nothing in common last.
fn by_number(mut counts: Vec<Count>) -> Vec<Count> {
    counts.sort_by(|a, b| (a.label.is_empty(), b.n_marks).cmp(&(b.label.is_empty(), a.n_marks)));
    counts
}

/// What means one of `all` and no other: its words, or where others have these too the whole of them; `None`
/// where another one is called the same.
fn sought(count: &Count, all: &[Count]) -> Option<String> {
    let finder = Finder::new(&find::Query::words(&*count.label)).ok()?;
    let means_others = |other: &&Count| other.id != count.id && finder.is_in(&other.label);
    let others: Vec<&Count> = all.iter().filter(means_others).collect();
    let is_bare = others.is_empty() && !count.label.starts_with('=');
    let name = count.label.to_lowercase();
    let is_called_so = others.iter().any(|other| other.label.to_lowercase() == name);
    match (is_bare, is_called_so) {
        (true, _) => Some(count.label.to_string()),
        (false, false) => Some(format!("={}", count.label)),
        (false, true) => None,
    }
}
