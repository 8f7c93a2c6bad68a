//! Conventions: what numbers stand for words without one. Each is named with the figure, and the words stay.

use super::{Convention, Figure, Qualifier};
use crate::language::{Class, LANGUAGES, Lexicon, Sentence};
use crate::text::TextRange;
use crate::text::words::words;

/// How a folder reads words without a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conventions {
    /// The one that holds; `None`: as worded.
    pub chosen: Option<Convention>,
    /// The folder's own table.
    pub house: Vec<HouseWord>,
}

/// What the folder's own table says of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseWord {
    /// As the articles have it: `dozens`, `десятки`.
    pub word: String,
    /// At least so many.
    pub low: Option<u64>,
    /// At most so many.
    pub high: Option<u64>,
}

/// The words of ACLED's rule (codebook of 2024: tens 10, dozens 12, hundreds 100), in the languages that are read.
const ACLED: [(u64, &str); 3] = [
    (
        10,
        "tens dizaines quelques_dizaines plusieurs_dizaines decenas десятки десятков десятків عشرات العشرات",
    ),
    (12, "dozens dutzende dutzenden douzaines docenas"),
    (
        100,
        "hundreds hunderte hunderten centaines quelques_centaines plusieurs_centaines cientos centenares сотни сотен \
         сотні сотень مئات المئات",
    ),
];

impl Conventions {
    /// The convention that holds.
    pub fn holding(&self) -> Convention {
        self.chosen.clone().unwrap_or(Convention::AsWorded)
    }

    /// A figure as the folder reads it: one with a number, or of words of which the convention says nothing,
    /// stays as it is worded.
    ///
    /// ```
    /// use postil::layer::{Convention, Conventions, Figure};
    /// let folder = Conventions { chosen: Some(Convention::Acled), ..Conventions::default() };
    /// let figure = folder.read(Figure::read("dozens of people were killed"));
    /// assert_eq!((figure.low, figure.high, figure.convention), (Some(12), Some(12), Some(Convention::Acled)));
    /// assert_eq!(folder.read(Figure::read("several people")).low, None);
    /// ```
    #[must_use]
    pub fn read(&self, figure: Figure) -> Figure {
        self.read_by(&self.holding(), figure)
    }

    /// The same by a convention that is chosen for one figure.
    #[must_use]
    pub fn read_by(&self, convention: &Convention, figure: Figure) -> Figure {
        if figure.qualifier != Some(Qualifier::Vague) || figure.has_number() {
            return figure;
        }
        let ends = match convention {
            Convention::Acled => vague_word(&figure.wording).and_then(acled).map(|n| (Some(n), Some(n))),
            Convention::House => vague_word(&figure.wording).and_then(|word| self.house_word(word)),
            _ => None,
        };
        match ends {
            Some((low, high)) => Figure { low, high, convention: Some(convention.clone()), ..figure },
            None => figure,
        }
    }

    /// Whether there is a table of the folder's own.
    pub fn has_house(&self) -> bool {
        !self.house.is_empty()
    }

    fn house_word(&self, word: &str) -> Option<(Option<u64>, Option<u64>)> {
        // "A handful", "handful" and "a handful of" are one word of the table.
        fn bare(word: &str) -> &str {
            let word = word.strip_prefix("a_").unwrap_or(word);
            word.strip_suffix("_of").unwrap_or(word)
        }
        let is_it = |own: &&HouseWord| bare(&own.word.to_lowercase().replace(' ', "_")) == bare(word);
        let found = self.house.iter().find(is_it)?;
        Some((found.low, found.high))
    }
}

impl Figure {
    /// The number in the notation of the fill rules of the message understanding conferences MUC-3 and MUC-4 (1991 and
    /// 1992): `6`, `6-8` for a range, `6-` for at least 6, `~10` for about or nearly 10, `PLURAL` where the words only
    /// tell that they were several. `None` where nothing was read.
    ///
    /// ```
    /// use postil::layer::Figure;
    /// let muc = |wording| Figure::read(wording).muc();
    /// assert_eq!(muc("between 6 and 8 people").as_deref(), Some("6-8"));
    /// assert_eq!(muc("at least 6 people").as_deref(), Some("6-"));
    /// assert_eq!(muc("dozens of people").as_deref(), Some("PLURAL"));
    /// ```
    pub fn muc(&self) -> Option<String> {
        match (self.low, self.high, self.stated) {
            (Some(low), Some(high), _) if low == high => Some(low.to_string()),
            (Some(low), Some(high), _) => Some(format!("{low}-{high}")),
            (Some(low), None, _) => Some(format!("{low}-")),
            (None, Some(high), _) => Some(format!("0-{high}")),
            (None, None, Some(stated)) => Some(format!("~{stated}")),
            (None, None, None) => (self.qualifier == Some(Qualifier::Vague)).then(|| "PLURAL".to_owned()),
        }
    }
}

fn acled(word: &str) -> Option<u64> {
    let has = |(_, all): &&(u64, &str)| all.split_whitespace().any(|own| own == word);
    ACLED.iter().find(has).map(|(n, _)| *n)
}

/// The only vague word of a wording; of "tens of thousands" there are two, and neither tells how many. Few words
/// do not always show their language: the first language that knows one has it.
fn vague_word(wording: &str) -> Option<&'static str> {
    let ranges = words(wording, TextRange::all(wording));
    let read = Sentence::new(wording, &ranges);
    let all = LANGUAGES.iter().filter_map(|language| Lexicon::named(language));
    let found = std::iter::once(Lexicon::of(wording)).chain(all).map(|lexicon| vague_words(&read, lexicon));
    match found.into_iter().find(|found| !found.is_empty())?[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn vague_words(read: &Sentence<'_>, lexicon: &Lexicon) -> Vec<&'static str> {
    let (mut at, mut found) = (0, Vec::new());
    while at < read.lower.len() {
        let vague = lexicon.find(Class::Vague, &read.lower, at);
        found.extend(vague.map(|(word, _)| word));
        at = at.saturating_add(vague.map_or(1, |(_, n_words)| n_words.max(1)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acled_of(wording: &str) -> Option<u64> {
        let folder = Conventions { chosen: Some(Convention::Acled), ..Conventions::default() };
        folder.read(Figure::read(wording)).low
    }

    #[test]
    fn words_are_numbers_by_the_convention_that_is_named() {
        let cases = [
            ("dozens of people were killed", Some(12)),
            ("Hundreds died", Some(100)),
            ("tens of people were wounded", Some(10)),
            ("tens of thousands were displaced", None),
            ("hundreds of thousands fled", None),
            ("many were injured", None),
            ("several people were killed", None),
            ("Dutzende Menschen wurden getötet", Some(12)),
            ("des centaines de personnes ont été tuées", Some(100)),
            ("десятки людей погибли", Some(10)),
        ];
        let read: Vec<_> = cases.iter().map(|(wording, _)| (*wording, acled_of(wording))).collect();
        assert_eq!(read, cases);
    }

    #[test]
    fn a_number_in_the_words_needs_no_convention() {
        let folder = Conventions { chosen: Some(Convention::Acled), ..Conventions::default() };
        let figure = Figure::read("more than 35 people");
        assert_eq!(folder.read(figure.clone()), figure);
        assert_eq!(Conventions::default().read(Figure::read("dozens died")), Figure::read("dozens died"));
    }

    #[test]
    fn the_table_of_the_house_holds_where_it_is_chosen() {
        let house = vec![HouseWord { word: "A handful".to_owned(), low: Some(3), high: Some(6) }];
        let folder = Conventions { chosen: Some(Convention::House), house };
        let figure = folder.read(Figure::read("a handful of people died"));
        assert_eq!((figure.low, figure.high, figure.convention), (Some(3), Some(6), Some(Convention::House)));
        let other = folder.read(Figure::read("dozens died"));
        assert_eq!((other.low, other.convention), (None, Some(Convention::AsWorded)));
    }

    #[test]
    fn the_notation_of_the_conferences_tells_ends_and_what_is_near() {
        let cases = [
            ("six people were killed", Some("6")),
            ("at least 6", Some("6-")),
            ("more than 35", Some("36-")),
            ("between 6 and 8", Some("6-8")),
            ("some 30-40", Some("30-40")),
            ("up to 12", Some("0-12")),
            ("about 10", Some("~10")),
            ("almost 100", Some("~100")),
            ("no one was killed", Some("0")),
            ("dozens were wounded", Some("PLURAL")),
            ("hundreds of thousands fled", Some("PLURAL")),
            ("page 35", None),
        ];
        let told = |wording| Figure::read(wording).muc();
        let read: Vec<_> = cases.iter().map(|(wording, _)| (*wording, told(wording))).collect();
        let expected: Vec<_> =
            cases.iter().map(|(wording, muc)| (*wording, muc.map(str::to_owned))).collect();
        assert_eq!(read, expected);
        assert_eq!(Figure { low: None, high: Some(8), ..Figure::default() }.muc().as_deref(), Some("0-8"));
    }
}
