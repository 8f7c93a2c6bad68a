//! What limits a number, before it and behind it: "at least", "greater than or equal to", "or more".

use super::date::date_at;
use super::lexicon::{Class, Lexicon};
use super::numbers::{Form, Number, digits, number_at};
use super::sentence::Sentence;

/// What limits a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    MoreThan,
    AtLeast,
    UpTo,
    FewerThan,
    Nearly,
    About,
    Only,
    Between,
}

impl Limit {
    const ALL: [Self; 8] = [
        Self::MoreThan,
        Self::AtLeast,
        Self::UpTo,
        Self::FewerThan,
        Self::Nearly,
        Self::About,
        Self::Only,
        Self::Between,
    ];

    /// Its key in the word lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
            Self::UpTo => "up to",
            Self::FewerThan => "fewer than",
            Self::Nearly => "nearly",
            Self::About => "about",
            Self::Only => "only",
            Self::Between => "between",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|limit| limit.name() == name)
    }

    /// The limit of `class` that begins at word `at`, and of how many words it is.
    pub(super) fn at(
        sentence: &Sentence<'_>,
        lexicon: &Lexicon,
        class: Class,
        at: usize,
    ) -> Option<(Self, usize)> {
        let (key, n_words) = lexicon.find(class, &sentence.lower, at)?;
        Some((Self::named(key)?, n_words))
    }

    /// The limit that begins at word `at` and stands before a number, and of how many words it is: one of the list,
    /// or a comparison: "higher than", "lower or equal to", "equal to or less than", "not more than".
    pub(super) fn before(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(Self, usize)> {
        let n_of = |class: Class, at: usize| {
            lexicon.find(class, &sentence.lower, at).map_or(0, |(_, n_words)| n_words)
        };
        let n_equal = n_of(Class::EqualOr, at);
        let listed = Self::at(sentence, lexicon, Class::Qualifier, at + n_equal);
        let n_not = if n_equal == 0 && listed.is_none() { n_of(Class::Negation, at) } else { 0 };
        let from = at + n_equal + n_not;
        let compared = || {
            let (limit, n_words) = Self::at(sentence, lexicon, Class::Comparative, from)?;
            let goes_on = 0 < n_of(Class::Than, from + n_words) || 0 < n_of(Class::OrEqual, from + n_words);
            goes_on.then_some((limit, n_words))
        };
        let is_listed = listed.is_some();
        let Some((limit, n_words)) = listed.or_else(compared) else {
            return is_turned_round(sentence, lexicon, at).then_some((Self::About, 1));
        };
        let mut end = from + n_words;
        // "أكبر من أو يساوي", "greater or equal than".
        let n_than = if is_listed { 0 } else { n_of(Class::Than, end) };
        let n_or_equal = n_of(Class::OrEqual, end + n_than);
        end += n_than + n_or_equal;
        if 0 < n_or_equal {
            end += n_of(Class::Than, end);
        }
        let limit = if 0 < n_equal || 0 < n_or_equal { limit.or_equal() } else { limit };
        let limit = match limit {
            Self::MoreThan if 0 < n_not => Self::UpTo,
            Self::FewerThan if 0 < n_not => Self::AtLeast,
            _ if 0 < n_not => return None,
            limit => limit,
        };
        Some((limit, end - at))
    }

    /// The limit that begins at word `at` behind a number, and of how many words it is: "or more", "or greater";
    /// none where it limits a number of its own: "or more than 12".
    pub(super) fn behind(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<(Self, usize)> {
        let n_of = |class: Class, at: usize| {
            lexicon.find(class, &sentence.lower, at).map_or(0, |(_, n_words)| n_words)
        };
        let compared = || {
            let n_or = n_of(Class::Or, at);
            let (limit, n_words) =
                Self::at(sentence, lexicon, Class::Comparative, at + n_or).filter(|_| 0 < n_or)?;
            Some((limit.or_equal(), n_or + n_words))
        };
        let (limit, n_words) = Self::at(sentence, lexicon, Class::LimitBehind, at).or_else(compared)?;
        let end = at + n_words;
        let n_than = n_of(Class::Than, end);
        let has_own = number_at(sentence, lexicon, end).is_some()
            || 0 < n_than && number_at(sentence, lexicon, end + n_than).is_some();
        (!has_own).then_some((limit, n_words))
    }

    /// The same limit with its number included.
    pub(super) fn or_equal(self) -> Self {
        match self {
            Self::MoreThan => Self::AtLeast,
            Self::FewerThan => Self::UpTo,
            other => other,
        }
    }
}

/// "Человек тридцать": in Russian and Ukrainian the noun before its number means about so many. Not where it is the
/// noun of what was counted before, "12 человек, 30", and not where the number has a noun of its own.
fn is_turned_round(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> bool {
    const COUNTED: [&str; 2] = ["человек", "осіб"];
    if !sentence.is(at, &COUNTED) || date_at(sentence, lexicon, at + 1).is_some() {
        return false;
    }
    let own = |number: &Number| {
        let end = at + 1 + number.n_words;
        (end..end + 2).any(|at| lexicon.is(Class::People, &sentence.lower, at))
    };
    let counts = |at: usize| {
        digits(&sentence.lower[at]).is_some()
            || lexicon.is(Class::Vague, &sentence.lower, at)
            || number_at(sentence, lexicon, at).is_some()
    };
    let is_counted = (at.saturating_sub(2)..at).any(counts);
    let number = number_at(sentence, lexicon, at + 1);
    !is_counted && number.is_some_and(|number| number.form != Form::Ordinal && !own(&number))
}
