//! Days as articles tell them, for sorting and filtering: a year, with a month, with a day of it.

use std::fmt;

/// A day, or a month or a year where no more was told.
///
/// ```
/// use postil::library::Day;
/// let days = ["2017-04-16T09:30:00Z", "4/16/2017", "April 16, 2017", "16 April 2017"].map(Day::read);
/// assert!(days.iter().all(|day| day.unwrap().to_string() == "2017-04-16"));
/// assert_eq!(Day::read("2017-05").unwrap().to_string(), "2017-05");
/// assert_eq!(Day::read("yesterday"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    /// 1 to 12; 0: not told.
    month: u8,
    /// 1 to 31; 0: not told.
    day: u8,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Day {
    /// A day that exists; `None` for others. Zero stands for what is not told.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_told = if month == 0 {
            day == 0
        } else {
            jiff::civil::Date::new(
                i16::try_from(year).ok()?,
                i8::try_from(month).ok()?,
                i8::try_from(day.max(1)).ok()?,
            )
            .is_ok()
        };
        (is_told && (1..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The month that it is in, or the year where no more was told.
    #[must_use]
    pub fn month_of(self) -> Self {
        Self { day: 0, ..self }
    }

    /// Reads a date as it stands in front matter and on pages: ISO 8601 (with or without a time), English
    /// words, and numbers with `/`, of which the month comes first unless only the second can be one.
    pub fn read(words: &str) -> Option<Self> {
        let words = words.trim();
        Self::iso(words).or_else(|| Self::with_slashes(words)).or_else(|| Self::in_words(words))
    }

    fn iso(words: &str) -> Option<Self> {
        let date = words.split(['T', 't', ' ']).next()?;
        let mut parts = date.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month = parts.next().map_or(Some(0), |part| part.parse().ok().filter(|&month| 0 < month))?;
        let day = parts.next().map_or(Some(0), |part| part.parse().ok().filter(|&day| 0 < day))?;
        parts.next().is_none().then(|| Self::new(year, month, day))?
    }

    fn with_slashes(words: &str) -> Option<Self> {
        let date = words.split(' ').next()?;
        let parts: Vec<u16> = date.split('/').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let &[a, b, c] = parts.as_slice() else { return None };
        let part = |number: u16| u8::try_from(number).ok().filter(|&number| 0 < number);
        if 999 < a {
            return Self::new(a, part(b)?, part(c)?);
        }
        let year = if c < 100 { c.checked_add(2000)? } else { c };
        let (a, b) = (part(a)?, part(b)?);
        Self::new(year, a, b).or_else(|| Self::new(year, b, a))
    }

    fn in_words(words: &str) -> Option<Self> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        for part in words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
            let lower = part.to_lowercase();
            // `Apr`, `Sept`, `April`, but not `mayor`.
            let nth = MONTHS.iter().position(|month| 3 <= lower.len() && month.starts_with(&lower));
            let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            match (nth, digits.parse::<u16>()) {
                (Some(nth), _) if month == 0 => month = u8::try_from(nth + 1).ok()?,
                (None, Ok(number)) if 999 < number && year == 0 => year = number,
                (None, Ok(number)) if number <= 31 && day == 0 && year == 0 => {
                    day = u8::try_from(number).ok()?
                }
                (None, Err(_)) if year == 0 => {}
                // What follows the year is the time.
                _ if year != 0 => break,
                _ => return None,
            }
        }
        if month == 0 { None } else { Self::new(year, month, day) }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is told.
    pub fn month(self) -> Option<u8> {
        Some(self.month).filter(|&month| month != 0)
    }

    /// The day of the month, where it is told.
    pub fn day(self) -> Option<u8> {
        Some(self.day).filter(|&day| day != 0)
    }

    /// Whether it lies within `other`, a day, month or year.
    pub fn is_within(self, other: Self) -> bool {
        self.year == other.year
            && (other.month == 0 || self.month == other.month)
            && (other.day == 0 || self.day == other.day)
    }
}

impl fmt::Display for Day {
    /// `2017-04-16`, `2017-04` or `2017`: what [`Day::read`] reads again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month != 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day != 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(year in 1_u16..=9999, month in 0_u8..=12, day in 0_u8..=31) {
            if let Some(day) = Day::new(year, month, day) {
                prop_assert_eq!(Day::read(&day.to_string()), Some(day));
            }
        }

        #[test]
        fn nothing_that_stands_for_a_date_is_too_much(words in "[0-9a-zA-Z/ ,.:-]{0,30}|\\PC{0,20}") {
            Day::read(&words);
        }
    }

    #[test]
    fn dates_of_many_kinds_are_read() {
        let read = |words: &str| Day::read(words).map(|day| day.to_string());
        for words in
            ["Sunday, 16 April 2017", "Apr. 16th, 2017 10:30 am", "2017/4/16", "16/4/2017", "4/16/17 9:00"]
        {
            assert_eq!(read(words).as_deref(), Some("2017-04-16"), "{words}");
        }
        assert_eq!(read("April 2017").as_deref(), Some("2017-04"));
        assert_eq!(read("2017").as_deref(), Some("2017"));
        for words in ["", "2017-02-30", "13/13/2017", "0/0/2017", "Mayor of 2017 towns", "1.5 million", "-"] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
