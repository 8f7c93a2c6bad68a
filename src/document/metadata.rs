//! What is known about an article besides its text, and times.

use super::date::{CalendarDate, DateOrder};
use std::fmt;
use std::str::FromStr;

/// What the file says about itself. Everything is a stranger's text, shown as such.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it, as worded.
    pub byline: Option<String>,
    /// The publisher.
    pub site: Option<String>,
    /// When it was published, as it stood.
    pub published: Option<String>,
    /// Where it happened or was written, as worded.
    pub place: Option<String>,
    /// When it was last changed, as it stood.
    pub modified: Option<String>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Which way it is written, where the file says so.
    pub direction: Option<Direction>,
    /// The address it was saved from. Never fetched.
    pub address: Option<String>,
    /// A summary.
    pub description: Option<String>,
    /// Whatever else the front matter says, in its order.
    pub other: Vec<(String, String)>,
}

impl Metadata {
    /// When it was published, as exactly as that can be told; `folder` is the order that dates of its
    /// neighbours show, for a date that does not show its own.
    pub fn published_on(&self, folder: Option<DateOrder>) -> Option<CalendarDate> {
        let by_language = || self.language.as_deref().and_then(DateOrder::of_language);
        let order = self.date_order().or(folder).or_else(by_language);
        CalendarDate::read(self.published.as_deref()?, order)
    }

    /// The order of day and month that the file's own dates show.
    pub fn date_order(&self) -> Option<DateOrder> {
        [&self.published, &self.modified].into_iter().flatten().find_map(|date| DateOrder::shown_by(date))
    }
}

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As English.
    LeftToRight,
    /// As Arabic and Hebrew.
    RightToLeft,
}

/// A moment in UTC, in whole seconds. Only a `Host` knows the present one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From seconds since 1970-01-01T00:00:00Z.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn seconds(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339 with `Z`: `2026-03-02T09:14:07Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        jiff::Timestamp::from_second(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).fmt(f)
    }
}

impl FromStr for Timestamp {
    type Err = jiff::Error;

    /// Reads RFC 3339 with any zone; fractions of a second are cut.
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        match utc_seconds(text) {
            Some(seconds) => Ok(Self(seconds)),
            None => Ok(Self(text.parse::<jiff::Timestamp>()?.as_second())),
        }
    }
}

/// The one form that we write, `2026-03-02T09:14:07Z`, at a fifth of the price: each mark has two.
fn utc_seconds(text: &str) -> Option<i64> {
    let &[y1, y2, y3, y4, b'-', o1, o2, b'-', d1, d2, b'T', h1, h2, b':', m1, m2, b':', s1, s2, b'Z'] =
        text.as_bytes()
    else {
        return None;
    };
    let two = |tens: u8, ones: u8| {
        let value = |digit: u8| digit.is_ascii_digit().then(|| i8::try_from(digit & 0x0f).ok()).flatten();
        value(tens)?.checked_mul(10)?.checked_add(value(ones)?)
    };
    let year = i16::from(two(y1, y2)?).checked_mul(100)?.checked_add(i16::from(two(y3, y4)?))?;
    let (month, day) = (two(o1, o2)?, two(d1, d2)?);
    let time =
        jiff::civil::DateTime::new(year, month, day, two(h1, h2)?, two(m1, m2)?, two(s1, s2)?, 0).ok()?;
    Some(jiff::tz::Offset::UTC.to_timestamp(time).ok()?.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_date_is_read_by_what_its_file_and_its_neighbours_show() {
        let metadata = |published: &str, modified: &str, language: &str| Metadata {
            published: Some(published.to_owned()),
            modified: Some(modified.to_owned()),
            language: Some(language.to_owned()),
            ..Metadata::default()
        };
        let shown = |metadata: Metadata, folder| metadata.published_on(folder).map(|date| date.to_string());
        let day_first = Some(DateOrder::DayFirst);
        assert_eq!(shown(metadata("4/6/2017", "", "en"), None).as_deref(), Some("2017"));
        assert_eq!(
            shown(metadata("4/6/2017", "4/16/2017", "fr"), day_first).as_deref(),
            Some("6 April 2017")
        );
        assert_eq!(shown(metadata("4/6/2017", "", "en-US"), day_first).as_deref(), Some("4 June 2017"));
        assert_eq!(shown(metadata("4/6/2017", "", "en-US"), None).as_deref(), Some("6 April 2017"));
        assert_eq!(shown(metadata("0001-01-01", "", "en"), None), None);
    }

    proptest! {
        #[test]
        fn our_own_form_is_read_as_the_library_reads_it(text in "[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](Z|\\+02:00|\\.5Z|)") {
            let seconds = text.parse::<jiff::Timestamp>().map(|time| time.as_second());
            prop_assert_eq!(text.parse::<Timestamp>().ok(), seconds.ok().map(Timestamp::from_seconds));
        }
    }
}
