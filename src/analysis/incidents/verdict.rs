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
    /// One rejects a figure, and the other has another one.
    OtherDenied,
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
    /// One names the other as the count that it was before.
    Replaced,
    /// The article of one says that it no longer holds.
    Former,
    /// Another origin says more, some days after the last that said fewer.
    Outgrown(i32),
    /// A part of them, counted some days later, is larger than the whole was.
    OutgrownByPart(i32),
    /// One comes on top of what its article counts.
    OnTop,
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
            Self::OtherDenied => f.write_str("one rejects another number"),
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
            Self::Replaced => f.write_str("one names the other as the count before"),
            Self::Former => f.write_str("one no longer holds, as its article says"),
            Self::Outgrown(days) => later(f, days, "another origin says more"),
            Self::OutgrownByPart(days) => later(f, days, "a part of them is larger than the whole was"),
            Self::OnTop => f.write_str("one comes on top of another count"),
            Self::Part => f.write_str("one counts some of those whom the other counts"),
            Self::LargerPart => f.write_str("a part is larger than its whole"),
        }
    }
}

/// What is known of two statements beyond their first accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// Whether both come from one origin.
    pub is_one_origin: bool,
    /// Whether the earlier one is still said on the day of the later one, or after it, or the later one was said
    /// already on the day of the earlier one.
    pub is_upheld: bool,
    /// Whether somebody names the earlier one as what a count was before.
    pub is_replaced: bool,
    /// Which counts a part of the other, as people say.
    pub part: Option<Part>,
}

/// Which of two statements counts a part of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The one that is told first.
    Earlier,
    /// The one that is told later.
    Later,
}

/// Whether a count names another of the same people as what it was before.
pub(super) fn replaces(count: &Account, other: &Account) -> bool {
    count.before.is_some()
        && count.before == other.number()
        && (&count.outcome, counted(count)) == (&other.outcome, counted(other))
}

/// Whether `first`, which stands first by day and place, is the later one all the same: because it names the other as
/// the count before, or that one no longer holds, or because one origin gives a smaller one in another article of the
/// day. Tolls rise.
pub(super) fn is_told_later(first: &Account, second: &Account, is_one_origin: bool) -> bool {
    if first.told_on != second.told_on || replaces(second, first) {
        return false;
    }
    if first.is_former() != second.is_former() {
        return second.is_former();
    }
    let is_of_day = is_one_origin && first.article != second.article && counted(first) == counted(second);
    replaces(first, second) || is_of_day && second.number() < first.number()
}

/// How `later` lies to `earlier`.
///
/// Tolls rise while the dead are found: a larger count of a later day takes the place of a smaller one, whoever
/// says it, unless that was said again, or both were said before. A smaller one of a later day does so only within one origin.
pub fn between(earlier: &Account, later: &Account, known: Between) -> (Verdict, Reason) {
    if earlier.outcome != later.outcome {
        return (Verdict::NotComparable, Reason::OtherOutcome);
    }
    if !earlier.has_number() || !later.has_number() {
        return (Verdict::NotComparable, Reason::NoNumber);
    }
    match (earlier.is_denied, later.is_denied) {
        (true, true) => return (Verdict::NotComparable, Reason::BothDenied),
        (true, false) => return of_denied(earlier, later),
        (false, true) => return of_denied(later, earlier),
        (false, false) => {}
    }
    if let Some(part) = known.part {
        let (part, whole) = if part == Part::Later { (later, earlier) } else { (earlier, later) };
        let is_larger = whole.bounds().1 < part.bounds().0;
        return match is_larger {
            true => (Verdict::Conflict, Reason::LargerPart),
            false => (Verdict::PartOf, Reason::Part),
        };
    }
    let is_same = (earlier.low, earlier.high) == (later.low, later.high);
    if known.is_one_origin && is_same && counted(earlier) == counted(later) {
        return (Verdict::Repeat, Reason::SameOrigin);
    }
    if earlier.is_addition() || later.is_addition() {
        return (Verdict::NotComparable, Reason::OnTop);
    }
    if earlier.is_former() || later.is_former() {
        return of_former(earlier, later);
    }
    let days = later.told_on.zip(earlier.told_on).map(|(later, earlier)| later - earlier);
    let outgrown = days.filter(|days| if *days == 0 { known.is_replaced } else { !known.is_upheld });
    if counted(earlier) != counted(later) || earlier.is_nameless_part() {
        return between_parts(earlier, later, outgrown);
    }
    let is_larger = earlier.bounds().1 < later.bounds().0;
    match (known.is_one_origin, outgrown) {
        (false, _) if replaces(later, earlier) => (Verdict::Update, Reason::Replaced),
        (true, _) => of_one_origin(earlier, later, days),
        (false, _) if is_same => (Verdict::Compatible, Reason::SameNumber),
        (false, _) if earlier.meets(later) => (Verdict::Compatible, Reason::Meet),
        (false, Some(days)) if is_larger => (Verdict::Update, Reason::Outgrown(days)),
        (false, _) => (Verdict::Conflict, Reason::Apart(days.unwrap_or_default())),
    }
}

/// How a count lies to one that is rejected. "No more than 20 died" rejects those that are larger, and no others; but
/// where another mark denies a count, that is still said.
fn of_denied(denied: &Account, said: &Account) -> (Verdict, Reason) {
    let is_of_others = !denied.population.is_empty() && !said.population.is_empty();
    let ((least, most), (low, high)) = (denied.bounds(), said.bounds());
    match () {
        () if is_of_others && counted(denied) != counted(said) => {
            (Verdict::NotComparable, Reason::OtherPopulation)
        }
        () if denied.rejects && !(least <= low && high <= most) => (Verdict::Compatible, Reason::OtherDenied),
        () => (Verdict::Conflict, Reason::Denied),
    }
}

/// Of counts of which one was given up before its article was written.
fn of_former(earlier: &Account, later: &Account) -> (Verdict, Reason) {
    match () {
        () if counted(earlier) != counted(later) => (Verdict::NotComparable, Reason::OtherPopulation),
        () if earlier.meets(later) => (Verdict::Compatible, Reason::Meet),
        () => (Verdict::Update, Reason::Former),
    }
}

/// Whom an account counts: "including 12 children" counts children as "12 children" does.
fn counted(account: &Account) -> (&str, bool) {
    (&account.population, account.is_nameless_part())
}

/// Of other people, or of some of them. `outgrown`: how many days later the later one is told, where it may take
/// the place of the earlier one.
fn between_parts(earlier: &Account, later: &Account, outgrown: Option<i32>) -> (Verdict, Reason) {
    // What people linked to one count is no part of others by where it stands.
    let is_nameless = |part: &Account| {
        part.is_part() && part.population.is_empty() && part.wholes.iter().all(|whole| whole.nth.is_some())
    };
    // "Twelve of the dead" are some of all who died, whoever counts those.
    let is_its_whole = |part: &Account, whole: &Account| match part.article == whole.article {
        true => is_whole_of(part, whole),
        false => whole.population.is_empty(),
    };
    let is_part = |part: &Account, whole: &Account| {
        !whole.is_nameless_part()
            && ((is_nameless(part) && is_its_whole(part, whole))
                || (!part.population.is_empty() && whole.population.is_empty())
                || (is_of_civilians(&part.population) && &*whole.population == "civilians"))
    };
    let (part, whole) = match (is_part(earlier, later), is_part(later, earlier)) {
        (true, false) => (earlier, later),
        (false, true) => (later, earlier),
        _ => return (Verdict::NotComparable, Reason::OtherPopulation),
    };
    // The least of a part beyond the most of the whole.
    let is_larger = whole.bounds().1 < part.bounds().0;
    match outgrown.filter(|_| std::ptr::eq(part, later)) {
        _ if !is_larger => (Verdict::PartOf, Reason::Part),
        Some(days) => (Verdict::Update, Reason::OutgrownByPart(days)),
        None => (Verdict::Conflict, Reason::LargerPart),
    }
}

/// Whether a part that does not say of whom can be one of these: "at least 109 of the dead" are none of the children.
fn is_whole_of(part: &Account, whole: &Account) -> bool {
    part.mark == whole.mark || !is_of_civilians(&whole.population)
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
