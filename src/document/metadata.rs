//! What is known about an article besides its text, and times.

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
        Ok(Self(text.parse::<jiff::Timestamp>()?.as_second()))
    }
}
