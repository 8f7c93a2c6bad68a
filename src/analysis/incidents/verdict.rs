//! How two statements on one incident lie to each other, and why.

use super::Account;
use std::fmt;

/// How two statements lie to each other, those that a person should see first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// They cannot both be so.
    Conflict,
    /// The later one of the same origin says fewer.
    Reversal,
    /// The later one of the same origin says more.
    Update,
    /// One counts some of those whom the other counts.
    PartOf,
    /// Both can be so.
    Compatible,
    /// One says what the other said, and comes from the same origin.
    Repeat,
    /// They count different things, or one gives no number.
    NotComparable,
}

impl Verdict {
    /// All, in their order.
    pub const ALL: [Self; 7] = [
        Self::Conflict,
        Self::Reversal,
        Self::Update,
        Self::PartOf,
        Self::Compatible,
        Self::Repeat,
        Self::NotComparable,
    ];

    /// Its word in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Reversal => "reversal",
            Self::Update => "update",
            Self::PartOf => "part of",
            Self::Compatible => "compatible",
            Self::Repeat => "repeat",
            Self::NotComparable => "not comparable",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They count other outcomes.
    OtherOutcome,
    /// They count other people, and neither is a part of the other.
    OtherPopulation,
    /// One gives no number.
    NoNumber,
    /// One rejects the figure that the other has.
    Denied,
    /// Both reject a figure.
    BothDenied,
    /// The same origin says the same.
    SameOrigin,
    /// The same origin says more, some days later.
    Rose(i32),
    /// The same origin says fewer, some days later.
    Fell(i32),
    /// The same origin gives two numbers, and nothing says which is later.
    TwoNumbers,
    /// Some number fits both.
    Meet,
    /// The same number from another origin.
    SameNumber,
    /// No number fits both; so many days lie between them.
    Apart(i32),
    /// One is a part of the other, and not larger.
    Part,
    /// One is a part of the other, and larger.
    LargerPart,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let later = |f: &mut fmt::Formatter<'_>, days: i32, what: &str| match days {
            0 => write!(f, "{what} on the same day"),
            1 => write!(f, "{what} a day later"),
            n => write!(f, "{what} {n} days later"),
        };
        match *self {
            Self::OtherOutcome => f.write_str("they count other outcomes"),
            Self::OtherPopulation => f.write_str("they count other people"),
            Self::NoNumber => f.write_str("one gives no number"),
            Self::Denied => f.write_str("one rejects what the other says"),
            Self::BothDenied => f.write_str("both are rejected"),
            Self::SameOrigin => f.write_str("the same from the same origin"),
            Self::Rose(days) => later(f, days, "the same origin says more"),
            Self::Fell(days) => later(f, days, "the same origin says fewer"),
            Self::TwoNumbers => f.write_str("one origin gives two numbers in one article"),
            Self::Meet => f.write_str("some number fits both"),
            Self::SameNumber => f.write_str("the same number from another origin"),
            Self::Apart(0) => f.write_str("no number fits both"),
            Self::Apart(1) => f.write_str("no number fits both; they are a day apart"),
            Self::Apart(n) => write!(f, "no number fits both; they are {n} days apart"),
            Self::Part => f.write_str("one counts some of those whom the other counts"),
            Self::LargerPart => f.write_str("a part is larger than its whole"),
        }
    }
}

/// How `later` lies to `earlier`.
pub fn between(earlier: &Account, later: &Account, is_one_origin: bool) -> (Verdict, Reason) {
    if earlier.outcome != later.outcome {
        return (Verdict::NotComparable, Reason::OtherOutcome);
    }
    if !earlier.has_number() || !later.has_number() {
        return (Verdict::NotComparable, Reason::NoNumber);
    }
    match (earlier.is_denied, later.is_denied) {
        (true, true) => return (Verdict::NotComparable, Reason::BothDenied),
        (true, false) | (false, true) => return (Verdict::Conflict, Reason::Denied),
        (false, false) => {}
    }
    if earlier.population != later.population || earlier.is_share() != later.is_share() {
        return between_parts(earlier, later);
    }
    let days = later.told_on.zip(earlier.told_on).map(|(later, earlier)| later - earlier);
    let is_same = (earlier.low, earlier.high) == (later.low, later.high);
    match is_one_origin {
        true if is_same => (Verdict::Repeat, Reason::SameOrigin),
        true => of_one_origin(earlier, later, days),
        false if is_same => (Verdict::Compatible, Reason::SameNumber),
        false if earlier.meets(later) => (Verdict::Compatible, Reason::Meet),
        false => (Verdict::Conflict, Reason::Apart(days.unwrap_or_default())),
    }
}

/// Of other people, or of some of them.
fn between_parts(earlier: &Account, later: &Account) -> (Verdict, Reason) {
    let is_part = |part: &Account, whole: &Account| {
        (part.is_share() && part.article == whole.article && !whole.is_share())
            || (!part.population.is_empty() && whole.population.is_empty())
            || (is_of_civilians(&part.population) && &*whole.population == "civilians")
    };
    let (part, whole) = match (is_part(earlier, later), is_part(later, earlier)) {
        (true, false) => (earlier, later),
        (false, true) => (later, earlier),
        _ => return (Verdict::NotComparable, Reason::OtherPopulation),
    };
    // The least of a part beyond the most of the whole.
    if whole.high.is_some_and(|high| part.low.is_some_and(|low| high < low)) {
        return (Verdict::Conflict, Reason::LargerPart);
    }
    (Verdict::PartOf, Reason::Part)
}

fn is_of_civilians(population: &str) -> bool {
    matches!(population, "children" | "women" | "journalists" | "medics")
}

/// A count of one origin that is another than its count before.
fn of_one_origin(earlier: &Account, later: &Account, days: Option<i32>) -> (Verdict, Reason) {
    let numbers = earlier.number().zip(later.number());
    let Some(days) = days.filter(|_| earlier.article != later.article) else {
        let is_update = later.before.is_some() && later.before == earlier.number();
        return match (is_update, earlier.meets(later)) {
            (true, _) => (Verdict::Update, Reason::Rose(0)),
            (_, true) => (Verdict::Compatible, Reason::Meet),
            _ => (Verdict::Conflict, Reason::TwoNumbers),
        };
    };
    match numbers {
        Some((before, now)) if before < now => (Verdict::Update, Reason::Rose(days)),
        Some((before, now)) if now < before => (Verdict::Reversal, Reason::Fell(days)),
        _ => (Verdict::Compatible, Reason::Meet),
    }
}
