//! Spans of days, as far as something is dated.

use crate::document::CalendarDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

/// How many days before its article an event may lie that has no date of its own.
const BEFORE_ARTICLE: i32 = 4;

/// From a day to a day, both included; days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

impl Days {
    /// All days of a date, which may be a month or a year.
    pub fn of(date: CalendarDate) -> Self {
        let year = i32::from(date.year());
        let (first, last) = match (date.month(), date.day()) {
            (Some(month), Some(day)) => {
                let day = day_number(year, month.into(), day.into());
                (day, day)
            }
            (Some(month), None) => {
                let month = i32::from(month);
                let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                (day_number(year, month, 1), day_number(next.0, next.1, 1) - 1)
            }
            _ => (day_number(year, 1, 1), day_number(year + 1, 1, 1) - 1),
        };
        Self { first, last }
    }

    /// From one date to another, as ISO 8601 writes them; one alone counts for both.
    pub fn from_words(from: Option<&str>, to: Option<&str>) -> Option<Self> {
        let read = |words: Option<&str>| CalendarDate::read(words?, None).map(Self::of);
        let (from, to) = (read(from), read(to));
        let (from, to) = (from.or(to)?, to.or(from)?);
        (from.first <= to.last).then_some(Self { first: from.first, last: to.last })
    }

    /// The first and the last as dates; `None` beyond the years that a date may have.
    pub fn ends(self) -> Option<(CalendarDate, CalendarDate)> {
        let date = |day| CalendarDate::read(&iso(day), None);
        Some((date(self.first)?, date(self.last)?))
    }

    /// The one date that says them all: a day, a whole month or a whole year.
    pub fn date(self) -> Option<CalendarDate> {
        let (first, _) = self.ends()?;
        [first, first.month_of(), first.year_of()].into_iter().find(|&date| Self::of(date) == self)
    }

    /// When an event can have been that an article of this date tells without a date.
    #[must_use]
    pub fn told_on(date: CalendarDate) -> Self {
        let told = Self::of(date);
        Self { first: told.first - BEFORE_ARTICLE, ..told }
    }

    /// The days of both, where there are any.
    pub fn meet(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// The days that most have in common, the first of several such; from the first to the last of any where no two
    /// have one.
    pub fn common(all: impl Iterator<Item = Self> + Clone) -> Option<Self> {
        let mut others = all.clone();
        let first = others.next()?;
        // Mostly all have one.
        if let Some(common) = others.try_fold(first, Self::meet) {
            return Some(common);
        }
        let mut counts: BTreeMap<Self, usize> = BTreeMap::new();
        for days in all {
            *counts.entry(days).or_default() += 1;
        }
        let whole = Self {
            first: counts.keys().map(|days| days.first).min()?,
            last: counts.keys().map(|days| days.last).max()?,
        };
        let on = |day: i32| counts.iter().filter(move |(days, _)| (days.first..=days.last).contains(&day));
        let n_on = |day: i32| on(day).map(|(_, n)| n).sum::<usize>();
        let first = counts.keys().map(|days| days.first).max_by_key(|&day| (n_on(day), Reverse(day)))?;
        let is_alone = n_on(first) == 1 && 1 < counts.len();
        let last = on(first).map(|(days, _)| days.last).min()?;
        Some(if is_alone { whole } else { Self { first, last } })
    }
}

impl fmt::Display for Days {
    /// `2017-04-15`, or `2017-04-13 – 2017-04-16`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&iso(self.first))?;
        if self.first != self.last {
            write!(f, " – {}", iso(self.last))?;
        }
        Ok(())
    }
}

/// A day as ISO 8601 writes it.
pub fn iso(day: i32) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Days since 1970 of a day in the Gregorian calendar; the algorithm is Howard Hinnant's `days_from_civil`.
fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The way back, `civil_from_days`.
fn civil(day: i32) -> (i32, i32, i32) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era * 400 + i32::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_and_written_alike() {
        assert_eq!(day_number(1970, 1, 1), 0);
        for (day, words) in
            [(0, "1970-01-01"), (17_272, "2017-04-16"), (11_016, "2000-02-29"), (-1, "1969-12-31")]
        {
            assert_eq!(iso(day), words);
            let date = CalendarDate::read(words, None).expect("a date");
            assert_eq!(Days::of(date), Days { first: day, last: day }, "{words}");
        }
        let of = |words| Days::of(CalendarDate::read(words, None).expect("a date")).to_string();
        assert_eq!(of("2016-02"), "2016-02-01 – 2016-02-29");
        assert_eq!(of("2017"), "2017-01-01 – 2017-12-31");
        for words in ["2016-02-29", "2016-02", "2017"] {
            let date = CalendarDate::read(words, None);
            assert_eq!(Days::of(date.expect("a date")).date(), date);
        }
        let some = Days::from_words(Some("2016-02-01"), Some("2016-02-28")).expect("days");
        assert_eq!(some.date(), None, "the month had a day more");
        assert_eq!(some.ends().map(|(_, last)| last.iso()).as_deref(), Some("2016-02-28"));
    }

    #[test]
    fn spans_meet_where_they_share_a_day() {
        let days = |from, to| Days::from_words(Some(from), Some(to));
        let april = days("2017-04-01", "2017-04-16").expect("days");
        assert_eq!(
            april.meet(days("2017-04-16", "2017-05").expect("days")).map(|days| days.to_string()).as_deref(),
            Some("2017-04-16")
        );
        assert_eq!(april.meet(days("2017-05", "2017-05").expect("days")), None);
        assert_eq!(days("2017-05", "2017-04"), None);
    }

    #[test]
    fn days_in_common_are_those_of_most_in_whatever_order() {
        let days = |first, last| Days { first, last };
        let common = |all: &[Days]| Days::common(all.iter().copied());
        // An article of a wrong date, and one that tells of it later.
        let all =
            [days(9, 13), days(11, 15), days(12, 16), days(12, 16), days(14, 18), days(15, 19), days(16, 20)];
        assert_eq!(common(&all), Some(days(15, 15)));
        let turned: Vec<Days> = all.iter().rev().copied().collect();
        assert_eq!(common(&turned), Some(days(15, 15)));
        assert_eq!(common(&[days(1, 2), days(5, 6)]), Some(days(1, 6)));
        assert_eq!(common(&[days(1, 2)]), Some(days(1, 2)));
        assert_eq!(common(&[]), None);
    }
}
