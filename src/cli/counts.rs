//! `postil counts`: how many marks articles have by tag, person, outlet, and day, month or year.

use super::args::{CountsArgs, CountsBy};
use super::folder::{Folder, tell_nothing};
use super::print::visible;
use super::{End, Refusal, Stop, World, count, csv, json};
use crate::document::CalendarDate;
use crate::library::query::Matcher;
use crate::library::table::counts::{Count, Times, Unit};
use crate::library::table::{Counts, Rows};
use crate::library::{Query, QueryError};
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn run(args: &CountsArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let query: Query = args.only.as_deref().unwrap_or_default().parse().map_err(refused)?;
    let (folder, end) = Folder::read(&args.ledger.paths, &args.ledger.reading, world)?;
    let matcher: Matcher = query.matcher(&folder.codebook).map_err(refused)?;
    let n_read = folder.entries.len();
    let rows = Rows::of(folder.entries.into_iter().map(Arc::new).collect(), folder.codebook);
    let counts = Counts::of(&rows, &matcher);
    let lists: Vec<List> = if args.by.is_empty() {
        let by = [CountsBy::Tag, CountsBy::Person, CountsBy::Outlet, of_unit(counts.usual_times().unit)];
        by.into_iter().map(|by| List::of(by, &counts)).collect::<Result<_, _>>()?
    } else {
        args.by.iter().map(|by| List::of(*by, &counts)).collect::<Result<_, _>>()?
    };
    if args.ledger.json {
        let by = lists.iter().map(|list| (list.by.name().to_owned(), list.described()));
        let by: serde_json::Map<String, Value> = by.collect();
        let all = json!({ "marks": counts.n_marks, "articles": counts.n_articles, "by": by });
        json::print(&all, &mut world.out)?;
    } else if args.ledger.csv {
        world.out.raw(&csv::line(["by", "id", "name", "marks"]))?;
        for (list, line) in lists.iter().flat_map(|list| list.lines.iter().map(move |line| (list, line))) {
            let n_marks = line.n_marks.to_string();
            world.out.raw(&csv::line([list.by.name(), &*line.id, &*line.label, &*n_marks]))?;
        }
    } else if counts.n_marks == 0 && args.only.is_none() {
        tell_nothing("marks", 0, n_read, world);
    } else {
        let (marks, articles) = (count(counts.n_marks, "mark"), count(counts.n_articles, "article"));
        world.out.raw(&format!("{marks} in {articles}\n"))?;
        for list in &lists {
            world.out.raw(&list.in_words())?;
        }
    }
    Ok(end)
}

fn refused(error: QueryError) -> Refusal {
    Refusal::new(error.to_string()).hint(error.hint())
}

fn of_unit(unit: Unit) -> CountsBy {
    match unit {
        Unit::Day => CountsBy::Day,
        Unit::Month => CountsBy::Month,
        Unit::Year => CountsBy::Year,
    }
}

/// The counts of one kind.
struct List {
    by: CountsBy,
    lines: Vec<Count>,
    /// How many marks are of articles that are dated less exactly.
    n_rough: usize,
}

impl List {
    fn of(by: CountsBy, counts: &Counts) -> Result<Self, Refusal> {
        let unit = match by {
            CountsBy::Tag => return Ok(Self { by, lines: counts.tags.clone(), n_rough: 0 }),
            CountsBy::Person => return Ok(Self { by, lines: counts.people.clone(), n_rough: 0 }),
            CountsBy::Outlet => return Ok(Self { by, lines: counts.outlets.clone(), n_rough: 0 }),
            CountsBy::Day => Unit::Day,
            CountsBy::Month => Unit::Month,
            CountsBy::Year => Unit::Year,
        };
        let Some(Times { steps, n_rough, n_undated, .. }) = counts.times(unit) else {
            let words = format!("the articles lie too far apart to be told by {}s", unit.name());
            return Err(Refusal::new(words).hint("tell them by years"));
        };
        let line = |(date, n_marks): (CalendarDate, usize)| {
            let iso: Box<str> = date.iso().into();
            Count { id: iso.clone(), label: iso, n_marks }
        };
        let undated = Count { id: "".into(), label: "".into(), n_marks: n_undated };
        let undated = (0 < n_undated).then_some(undated);
        Ok(Self { by, lines: steps.into_iter().map(line).chain(undated).collect(), n_rough })
    }

    fn described(&self) -> Value {
        let line = |line: &Count| json!({ "id": &*line.id, "name": &*line.label, "marks": line.n_marks });
        self.lines.iter().map(line).collect()
    }

    fn in_words(&self) -> String {
        let mut words = format!("by {}\n", self.by.name());
        // A day without marks is a place on an axis; a person reads over it.
        for line in self.lines.iter().filter(|line| 0 < line.n_marks) {
            let name = if line.label.is_empty() { self.by.nothing() } else { &line.label };
            words.push_str(&format!("  {:>6}  {}\n", line.n_marks, visible(name)));
        }
        if 0 < self.n_rough {
            words.push_str(&format!("  {:>6}  dated less exactly\n", self.n_rough));
        }
        words
    }
}
