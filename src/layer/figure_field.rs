//! What a person can set of a figure, each by a word of its own: the text form of actions, the chips of the
//! window and marked text all name the same.

use super::figure::{Place, When};
use super::{
    Convention, DatePrecision, Figure, Outcome, PlacePrecision, Population, Qualifier, Share, Stance,
};
use crate::document::CalendarDate;
use std::fmt;

/// One thing that a figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureField {
    /// At least so many.
    Low,
    /// At most so many.
    High,
    /// The number in the words.
    Stated,
    /// What became of the people.
    Outcome,
    /// Of whom.
    Population,
    /// How the words limit the number.
    Qualifier,
    /// How vague words were read.
    Convention,
    /// When.
    When,
    /// Where.
    Place,
    /// How exactly that is known.
    PlacePrecision,
    /// Who is blamed.
    Blamed,
    /// How the passage takes it.
    Stance,
    /// How it stands to another figure.
    Share,
    /// Which figure of the mark that is, from 1.
    PartOf,
    /// What the count was before.
    Before,
}

impl FigureField {
    /// All of them, in the order of help.
    pub const ALL: [Self; 15] = [
        Self::Low,
        Self::High,
        Self::Stated,
        Self::Outcome,
        Self::Population,
        Self::Qualifier,
        Self::Convention,
        Self::When,
        Self::Place,
        Self::PlacePrecision,
        Self::Blamed,
        Self::Stance,
        Self::Share,
        Self::PartOf,
        Self::Before,
    ];

    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::Stated => "stated",
            Self::Outcome => "outcome",
            Self::Population => "population",
            Self::Qualifier => "qualifier",
            Self::Convention => "convention",
            Self::When => "when",
            Self::Place => "place",
            Self::PlacePrecision => "place-precision",
            Self::Blamed => "blamed",
            Self::Stance => "stance",
            Self::Share => "share",
            Self::PartOf => "part-of",
            Self::Before => "before",
        }
    }

    /// The field of a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == word)
    }

    /// What `figure` says of it; empty where it says nothing.
    pub fn of(self, figure: &Figure) -> String {
        let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
        let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
        match self {
            Self::Low => number(figure.low),
            Self::High => number(figure.high),
            Self::Stated => number(figure.stated),
            Self::Before => number(figure.before),
            Self::PartOf => figure.part_of.map_or_else(String::new, |nth| nth.saturating_add(1).to_string()),
            Self::Outcome => word(figure.outcome.as_ref().map(Outcome::name)),
            Self::Population => word(figure.population.as_ref().map(Population::name)),
            Self::Qualifier => word(figure.qualifier.as_ref().map(Qualifier::name)),
            Self::Convention => word(figure.convention.as_ref().map(Convention::name)),
            Self::When => figure.when.as_ref().map(When::words).unwrap_or_default(),
            Self::Place => word(figure.place.as_ref().and_then(|place| place.name.as_deref())),
            Self::PlacePrecision => {
                let precision = figure.place.as_ref().and_then(|place| place.precision.as_ref());
                word(precision.map(PlacePrecision::name))
            }
            Self::Blamed => word(figure.blamed.as_deref()),
            Self::Stance => word(figure.stance.as_ref().map(Stance::name)),
            Self::Share => word(figure.share.as_ref().map(Share::name)),
        }
    }

    /// What it takes, for help.
    pub fn form(self) -> &'static str {
        match self {
            Self::Low | Self::High => {
                "a number, or nothing for an open end; the least is no more than the most"
            }
            Self::Stated | Self::Before => "a number",
            Self::PartOf => "the number of another figure of the mark, from 1",
            Self::When => {
                "a day, month or year, or two of them: 2017-06-03, June 2017, 2017-06-01..2017-06-03"
            }
            Self::Place => "the name of a place",
            Self::Blamed => "the name of a party",
            Self::Outcome => "killed, injured, missing, detained, displaced, captured, or another word",
            Self::Population => "civilians, fighters, unstated, or another word",
            Self::Qualifier => "exactly, at-least, more-than, up-to, about, between, vague, or another word",
            Self::Convention => "as-worded, acled, house, or another word",
            Self::PlacePrecision => "site, town, district, country, or another word",
            Self::Stance => "asserted, reported, denied, or another word",
            Self::Share => "part, addition, update, or another word",
        }
    }

    /// The words of the fixed set that it takes one of; none where it takes others.
    pub fn known(self) -> Vec<&'static str> {
        fn names<T: 'static>(
            all: &'static [T],
            name: impl Fn(&'static T) -> &'static str,
        ) -> Vec<&'static str> {
            all.iter().map(name).collect()
        }
        match self {
            Self::Outcome => names(Outcome::ALL, Outcome::name),
            Self::Population => names(Population::ALL, Population::name),
            Self::Qualifier => names(Qualifier::ALL, Qualifier::name),
            Self::Convention => names(Convention::ALL, Convention::name),
            Self::PlacePrecision => names(PlacePrecision::ALL, PlacePrecision::name),
            Self::Stance => names(Stance::ALL, Stance::name),
            Self::Share => names(Share::ALL, Share::name),
            Self::Low | Self::High | Self::Stated | Self::When | Self::Place | Self::Blamed => Vec::new(),
            Self::PartOf | Self::Before => Vec::new(),
        }
    }

    /// Whether it is a part of the interval: one that a person sets is read by no convention.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Low | Self::High | Self::Stated)
    }

    /// Sets it; empty words take it away, for an end of the interval too, which is open then. `None` if the
    /// words cannot be that, or the ends would cross; nothing is changed then.
    #[must_use]
    pub fn set(self, figure: &mut Figure, words: &str) -> Option<()> {
        let words = words.trim();
        let mut to = figure.clone();
        match self {
            Self::Low => to.low = number(words)?,
            Self::High => to.high = number(words)?,
            Self::Stated => to.stated = number(words)?,
            Self::Before => to.before = number(words)?,
            Self::PartOf => to.part_of = nth(words)?,
            Self::Outcome => to.outcome = kind(words, Outcome::named),
            Self::Population => to.population = kind(words, Population::named),
            Self::Qualifier => to.qualifier = kind(words, Qualifier::named),
            Self::Convention => to.convention = kind(words, Convention::named),
            Self::When => to.when = if words.is_empty() { None } else { Some(When::read(words)?) },
            Self::Place | Self::PlacePrecision => {
                let mut place = to.place.take().unwrap_or_default();
                if self == Self::Place {
                    place.name = kind(words, str::to_owned);
                } else {
                    place.precision = kind(words, PlacePrecision::named);
                }
                to.place = Some(place).filter(|place| *place != Place::default());
            }
            Self::Blamed => to.blamed = kind(words, str::to_owned),
            Self::Stance => to.stance = kind(words, Stance::named),
            Self::Share => to.share = kind(words, Share::named),
        }
        if to.low.zip(to.high).is_some_and(|(low, high)| high < low) {
            return None;
        }
        if self.is_number() && to != *figure {
            to.convention = Some(Convention::ByHand);
        }
        *figure = to;
        Some(())
    }
}

impl fmt::Display for FigureField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A number in digits or words, nothing for an open end; `None` if it is neither.
fn number(words: &str) -> Option<Option<u64>> {
    if words.is_empty() || words == "open" {
        return Some(None);
    }
    let plain = words.parse().ok();
    let read = Figure::read(words);
    let is_negative = words.starts_with(['-', '−', '–']);
    plain.or(read.low.filter(|_| read.low == read.high && !is_negative)).map(Some)
}

fn nth(words: &str) -> Option<Option<usize>> {
    if words.is_empty() {
        return Some(None);
    }
    words.parse::<usize>().ok()?.checked_sub(1).map(Some)
}

fn kind<T>(words: &str, named: impl Fn(&str) -> T) -> Option<T> {
    (!words.is_empty()).then(|| named(words))
}

impl When {
    /// A day, month or year, or from one to another: `2017-06-03`, `June 2017`, `2017-06-01..2017-06-03`.
    ///
    /// ```
    /// use postil::layer::{DatePrecision, figure::When};
    /// let when = When::read("June 2017").unwrap();
    /// assert_eq!((when.from.as_deref(), when.to.as_deref()), (Some("2017-06-01"), Some("2017-06-30")));
    /// assert_eq!((when.precision.clone(), when.words().as_str()), (Some(DatePrecision::Month), "2017-06"));
    /// ```
    pub fn read(words: &str) -> Option<Self> {
        let (from, to) = words.split_once("..").unwrap_or((words, words));
        let (from, to) = (CalendarDate::read(from, None)?, CalendarDate::read(to, None)?);
        let (first, last) = (from.first_day(), to.last_day());
        if last < first {
            return None;
        }
        let coarser = [from, to].into_iter().min_by_key(|date| (date.month(), date.day()))?;
        let precision = match (coarser.month(), coarser.day()) {
            (_, Some(_)) => DatePrecision::Day,
            (Some(_), None) => DatePrecision::Month,
            (None, None) => DatePrecision::Year,
        };
        Some(Self { from: Some(first.iso()), to: Some(last.iso()), precision: Some(precision) })
    }

    /// The shortest words that [`When::read`] reads as it, else its ends as they stand.
    pub fn words(&self) -> String {
        let (from, to) = (self.from.as_deref(), self.to.as_deref());
        let parts = [4, 7, 10].into_iter().filter_map(|length| from?.get(..length));
        if let Some(short) = parts.into_iter().find(|part| Self::read(part).as_ref() == Some(self)) {
            return short.to_owned();
        }
        match (from, to) {
            (Some(from), Some(to)) if from != to => format!("{from}..{to}"),
            (Some(one), _) | (None, Some(one)) => one.to_owned(),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(figure: &mut Figure, field: FigureField, words: &str) -> bool {
        field.set(figure, words).is_some()
    }

    #[test]
    fn what_is_set_is_said_so_again() {
        let said = [
            (FigureField::Low, "30", "30"),
            (FigureField::High, "1,200", "1200"),
            (FigureField::Stated, "thirty-five", "35"),
            (FigureField::Outcome, "injured", "injured"),
            (FigureField::Population, "aid workers", "aid workers"),
            (FigureField::Qualifier, "about", "about"),
            (FigureField::Convention, "house", "house"),
            (FigureField::When, "3 June 2017", "2017-06-03"),
            (FigureField::When, "2017-05-30..2017-06-03", "2017-05-30..2017-06-03"),
            (FigureField::When, "2017", "2017"),
            (FigureField::Place, " the market ", "the market"),
            (FigureField::PlacePrecision, "site", "site"),
            (FigureField::Blamed, "the army", "the army"),
            (FigureField::Stance, "denied", "denied"),
            (FigureField::Share, "part", "part"),
            (FigureField::PartOf, "2", "2"),
            (FigureField::Before, "7", "7"),
        ];
        let mut figure = Figure::read("more than 35 people");
        for (field, words, told) in said {
            assert!(set(&mut figure, field, words), "{field} {words}");
            assert_eq!(field.of(&figure), told, "{field}");
        }
        for field in FigureField::ALL {
            assert!(set(&mut figure, field, ""), "{field}");
            let is_left = field == FigureField::Convention;
            assert!(field.of(&figure).is_empty() || is_left, "{field}");
            assert_eq!(FigureField::named(field.name()), Some(field));
        }
    }

    #[test]
    fn what_cannot_be_changes_nothing() {
        let mut figure = Figure::read("between 30 and 40 people");
        let before = figure.clone();
        let wrong = [
            (FigureField::Low, "41"),
            (FigureField::High, "many"),
            (FigureField::When, "soon"),
            (FigureField::When, "2017-06-03..2017-06-01"),
            (FigureField::PartOf, "0"),
            (FigureField::Before, "-3"),
            (FigureField::Low, "−3"),
        ];
        for (field, words) in wrong {
            assert!(!set(&mut figure, field, words), "{field} {words}");
        }
        assert_eq!(figure, before);
    }

    #[test]
    fn numbers_set_by_hand_are_read_by_no_convention() {
        let mut figure = Figure::read("more than 35 people");
        assert!(set(&mut figure, FigureField::Low, "36"));
        assert_eq!(figure.convention, Some(Convention::AsWorded), "it said so already");
        assert!(set(&mut figure, FigureField::High, "50"));
        assert_eq!(figure.convention, Some(Convention::ByHand));
        assert_eq!(figure.read_anew(), None);
    }
}
