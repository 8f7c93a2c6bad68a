//! Days, months and years as files state them, read where only one reading is possible.

use std::fmt;

/// The earliest year that is a date: files without one say year 1, or year 0.
const EARLIEST: i16 = 1000;

/// The longest text that is read as a date, in bytes.
const LONGEST: usize = 64;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, a month or a year, as exactly as it was stated. Ordered by time; a year comes before its
/// months, a month before its days.
///
/// ```
/// use postil::document::CalendarDate;
/// let words = |text: &str| CalendarDate::read(text, None).map(|date| date.to_string());
/// assert_eq!(words("4/16/2017").as_deref(), Some("16 April 2017"));
/// assert_eq!(words("2017-04").as_deref(), Some("April 2017"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDate {
    year: i16,
    /// 1 to 12.
    month: Option<i8>,
    /// 1 to 31, and only with a month.
    day: Option<i8>,
}

/// Which comes first where a date is three numbers and the year is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 16/4/2017.
    DayFirst,
    /// 4/16/2017.
    MonthFirst,
}

/// Whether a text is what programs write that know no date: a day of the year 1.
pub fn is_no_date(text: &str) -> bool {
    text.contains("0001")
}

impl CalendarDate {
    /// Reads a date in numbers or with an English month; a time of day after it is passed over.
    ///
    /// 4/6/2017 may be a day in April or in June. It is read by `order` where one is known, and else
    /// only its year is taken: a wrong month would look like knowledge. Dots are always day first.
    pub fn read(text: &str, order: Option<DateOrder>) -> Option<Self> {
        let text = text.trim();
        if LONGEST < text.len() {
            return None;
        }
        let end = text.find(|c: char| !matches!(c, '0'..='9' | '-' | '/' | '.')).unwrap_or(text.len());
        let (numbers, rest) = text.split_at_checked(end)?;
        let is_time = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
        let after = rest.trim_start_matches(['T', 't', ',', ' ']);
        let is_numbers = rest.is_empty() || (after.len() < rest.len() && is_time(after));
        let read = if is_numbers { of_numbers(numbers, order) } else { None };
        read.or_else(|| of_words(text))
    }

    /// Reads what a person types: as [`CalendarDate::read`], but nothing of what may be two days.
    ///
    /// ```
    /// use postil::document::CalendarDate;
    /// let iso = |text| CalendarDate::typed(text).map(CalendarDate::iso);
    /// assert_eq!(iso("3 October 2016").as_deref(), Some("2016-10-03"));
    /// assert_eq!(iso("10/3/2016"), None);
    /// ```
    pub fn typed(text: &str) -> Option<Self> {
        let by = |order| Self::read(text, Some(order));
        by(DateOrder::DayFirst).filter(|date| by(DateOrder::MonthFirst) == Some(*date))
    }

    fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let is_day = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        (EARLIEST <= year && is_day).then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month from 1, where it is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month from 1, where it is known.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// Whether it is as exact as a day.
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }

    /// The month that it is in, or the year where no more was told.
    #[must_use]
    pub fn month_of(self) -> Self {
        Self { day: None, ..self }
    }

    /// The year that it is in.
    #[must_use]
    pub fn year_of(self) -> Self {
        Self { month: None, day: None, ..self }
    }

    /// The day after a day, the month after a month, the year after a year; `None` at the end of time.
    ///
    /// ```
    /// use postil::document::CalendarDate;
    /// let after = |text| CalendarDate::read(text, None).and_then(CalendarDate::following).map(CalendarDate::iso);
    /// assert_eq!(after("2016-02-28").as_deref(), Some("2016-02-29"));
    /// assert_eq!(after("2016-12").as_deref(), Some("2017-01"));
    /// assert_eq!(after("2016").as_deref(), Some("2017"));
    /// ```
    pub fn following(self) -> Option<Self> {
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                let next = jiff::civil::Date::new(self.year, month, day).ok()?.tomorrow().ok()?;
                Self::new(next.year(), Some(next.month()), Some(next.day()))
            }
            (Some(12), None) => Self::new(self.year.checked_add(1)?, Some(1), None),
            (Some(month), None) => Self::new(self.year, Some(month + 1), None),
            _ => Self::new(self.year.checked_add(1)?, None, None),
        }
    }

    /// Whether it lies within `other`, a day, month or year.
    pub fn is_within(self, other: Self) -> bool {
        self.year == other.year
            && (other.month.is_none() || self.month == other.month)
            && (other.day.is_none() || self.day == other.day)
    }

    /// The first day of the month or year that it is; a day is its own.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { month: self.month.or(Some(1)), day: self.day.or(Some(1)), ..self }
    }

    /// The last day of the month or year that it is; a day is its own.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        let last = jiff::civil::Date::new(self.year, month, 1).map_or(28, jiff::civil::Date::days_in_month);
        Self { month: Some(month), day: self.day.or(Some(last)), ..self }
    }

    /// As ISO 8601 writes it: `2017-04-16`, `2017-04`, `2017`.
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

impl fmt::Display for CalendarDate {
    /// In English words: `16 April 2017`, `April 2017`, `2017`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day} ")?;
        }
        let month = self.month.and_then(|month| usize::try_from(month).ok()?.checked_sub(1));
        if let Some(name) = month.and_then(|month| MONTHS.get(month)) {
            write!(f, "{name} ")?;
        }
        write!(f, "{}", self.year)
    }
}

impl DateOrder {
    /// The order that a date in numbers shows: one of them is no month.
    pub fn shown_by(text: &str) -> Option<Self> {
        let (a, b) = day_and_month(text.trim())?;
        match (12 < a, 12 < b) {
            (true, false) => Some(Self::DayFirst),
            (false, true) => Some(Self::MonthFirst),
            _ => None,
        }
    }

    /// The order that people of a language use. English alone tells nothing: its countries differ.
    pub fn of_language(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        match (parts.next()?, parts.next_back()) {
            ("en", Some("us")) => Some(Self::MonthFirst),
            ("en", Some("gb" | "ie" | "au" | "nz" | "in")) => Some(Self::DayFirst),
            ("ar" | "de" | "es" | "fr" | "he" | "it" | "nl" | "pl" | "pt" | "ru" | "tr" | "uk", _) => {
                Some(Self::DayFirst)
            }
            _ => None,
        }
    }
}

/// The two numbers before a year.
fn day_and_month(numbers: &str) -> Option<(i8, i8)> {
    let mut parts = numbers.split(['-', '/', '.']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    (parts.next().is_none() && year.len() == 4 && a.len() <= 2 && b.len() <= 2).then_some(())?;
    Some((a.parse().ok()?, b.parse().ok()?))
}

fn of_numbers(numbers: &str, order: Option<DateOrder>) -> Option<CalendarDate> {
    let parts: Vec<&str> = numbers.trim_end_matches('.').split(['-', '/', '.']).collect();
    let year = |part: &str| if part.len() == 4 { part.parse().ok() } else { None };
    let number = |part: &str| if part.len() <= 2 { part.parse().ok() } else { None };
    match *parts.as_slice() {
        [a, b, c] if a.len() == 4 => CalendarDate::new(year(a)?, Some(number(b)?), Some(number(c)?)),
        [_, _, c] => {
            let (a, b) = day_and_month(numbers.trim_end_matches('.'))?;
            let dotted = numbers.contains('.').then_some(DateOrder::DayFirst);
            let same = (a == b).then_some(DateOrder::DayFirst);
            match dotted.or(same).or(DateOrder::shown_by(numbers)).or(order) {
                Some(DateOrder::DayFirst) => CalendarDate::new(year(c)?, Some(b), Some(a)),
                Some(DateOrder::MonthFirst) => CalendarDate::new(year(c)?, Some(a), Some(b)),
                None => CalendarDate::new(year(c)?, None, None).filter(|_| 0 < a && 0 < b && a.max(b) <= 12),
            }
        }
        [a, b] if a.len() == 4 => CalendarDate::new(year(a)?, Some(number(b)?), None),
        [a, b] => CalendarDate::new(year(b)?, Some(number(a)?), None),
        [a] => CalendarDate::new(year(a)?, None, None),
        _ => None,
    }
}

/// `Sunday, 16 April 2017`, `Apr. 16th, 2017 10:00`, `April 2017`.
fn of_words(text: &str) -> Option<CalendarDate> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| month_of(word).is_some())?;
    let month = words.get(at).and_then(|word| month_of(word))?;
    let year = |n: usize| words.get(n).filter(|word| word.len() == 4).and_then(|word| word.parse().ok());
    let day = |n: usize| {
        let digits = words.get(n)?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    };
    let before = at.checked_sub(1).and_then(day);
    match (year(at + 1), year(at + 2)) {
        (Some(year), _) => CalendarDate::new(year, Some(month), before),
        (None, Some(year)) => CalendarDate::new(year, Some(month), Some(day(at + 1)?)),
        (None, None) => None,
    }
}

/// The month that a word names, whole or by its first three or four letters.
fn month_of(word: &str) -> Option<i8> {
    let is_name = |name: &&str| {
        let is_short = matches!(word.len(), 3 | 4) && word.len() < name.len();
        let named = name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        named && (is_short || word.len() == name.len())
    };
    let n = MONTHS.iter().position(is_name)?;
    i8::try_from(n + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, order: Option<DateOrder>) -> String {
        CalendarDate::read(text, order).map_or("none".to_owned(), |date| date.to_string())
    }

    #[test]
    fn dates_are_read_in_the_forms_that_files_use() {
        let table = [
            ("2017-04-16", "16 April 2017"),
            ("2017-04-16T23:59:59-07:00", "16 April 2017"),
            ("2017/4/6 10:00", "6 April 2017"),
            ("4/16/2017", "16 April 2017"),
            ("16/4/2017", "16 April 2017"),
            ("4/4/2017", "4 April 2017"),
            ("06.04.2017", "6 April 2017"),
            ("2017-04", "April 2017"),
            ("4/2017", "April 2017"),
            ("2017", "2017"),
            ("Sunday, 16 April 2017", "16 April 2017"),
            ("Sun, 16 Apr 2017 10:00:00 GMT", "16 April 2017"),
            ("Sept. 16th, 2017, 10:00", "16 September 2017"),
            ("may 2017", "May 2017"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text, None), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "0001-01-01T00:00:00Z",
            "1/1/1",
            "1/1/0001",
            "2017-02-30",
            "31/31/2017",
            "0/4/2017",
            "16.04.17",
            "2017 people",
            "12345",
            "16 Avril 2017",
            "May he 2017",
            "2017-13",
        ] {
            assert_eq!(shown(text, None), "none", "{text}");
        }
    }

    #[test]
    fn a_day_that_could_be_a_month_waits_for_its_order() {
        assert_eq!(shown("4/6/2017", None), "2017");
        assert_eq!(shown("4/6/2017", Some(DateOrder::MonthFirst)), "6 April 2017");
        assert_eq!(shown("4/6/2017", Some(DateOrder::DayFirst)), "4 June 2017");
        assert_eq!(shown("16/4/2017", Some(DateOrder::MonthFirst)), "16 April 2017");
        assert_eq!(DateOrder::shown_by("4/16/2017"), Some(DateOrder::MonthFirst));
        assert_eq!(DateOrder::shown_by("16/4/2017"), Some(DateOrder::DayFirst));
        assert_eq!(DateOrder::shown_by("4/6/2017"), None);
        assert_eq!(DateOrder::of_language("en-US"), Some(DateOrder::MonthFirst));
        assert_eq!(DateOrder::of_language("en"), None);
    }

    #[test]
    fn dates_are_in_the_order_of_time() {
        let dates = ["2016", "2017", "2017-04", "2017-04-16", "2017-05"];
        let read: Vec<_> = dates.iter().map(|text| CalendarDate::read(text, None)).collect();
        assert!(read.is_sorted() && read.iter().all(Option::is_some));
        assert_eq!(read.into_iter().flatten().map(CalendarDate::iso).collect::<Vec<_>>(), dates);
    }
}
