//! How many, by the article's words. A reading of the words is a suggestion; a person confirms it.

use super::kinds::{
    Convention, DatePrecision, Outcome, PlacePrecision, Population, Qualifier, Share, Stance,
};
use crate::anchor::Target;
use crate::language::{self, Lexicon, Limit, Prose, Stating};
pub use crate::language::{LANGUAGES, Role};
use crate::text::{TextRange, TextSize};

/// A count of people harmed, as an interval with open ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The words it was read from. Never overwritten.
    pub wording: String,
    /// Where they stand; asked by [`Figure::words_at`], since a program that does not know of it may have
    /// changed the wording.
    pub at: Option<Target>,
    /// What became of the people.
    pub outcome: Option<Outcome>,
    /// Of whom.
    pub population: Option<Population>,
    /// At least so many; `None`: open.
    pub low: Option<u64>,
    /// At most so many; `None`: open.
    pub high: Option<u64>,
    /// The number that stands in the words.
    pub stated: Option<u64>,
    /// How the words limit it.
    pub qualifier: Option<Qualifier>,
    /// How vague words were read.
    pub convention: Option<Convention>,
    /// When.
    pub when: Option<When>,
    /// Where.
    pub place: Option<Place>,
    /// Who is blamed.
    pub blamed: Option<String>,
    /// How the passage takes it.
    pub stance: Option<Stance>,
    /// How it stands to another figure; `None`: by itself.
    pub share: Option<Share>,
    /// Which figure of the same mark that is, from 0; `None` where it stands elsewhere, or nobody knows.
    pub part_of: Option<usize>,
    /// What the count was before: "rose from 35 to 40".
    pub before: Option<u64>,
}

/// A figure with the words of a passage that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureIn {
    /// What it says.
    pub figure: Figure,
    /// Its words, in bytes of the passage.
    pub range: TextRange,
    /// How it stands to the others of the passage.
    pub role: Role,
}

/// A span of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// First day, as in the file.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// How exactly that is known.
    pub precision: Option<DatePrecision>,
}

/// A place by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// As worded.
    pub name: Option<String>,
    /// How exactly that is known.
    pub precision: Option<PlacePrecision>,
}

impl Figure {
    /// Reads a wording in any language that we know: "more than 35" is at least 36 and states 35, "at least
    /// n" is [n, ∞), "up to n" [0, n], "between a and b" [a, b]. Vague words ("dozens") have neither end: the
    /// convention is `as-worded`. What is not surely read has no qualifier and no number.
    ///
    /// ```
    /// use postil::layer::{Figure, Outcome};
    /// let figure = Figure::read("more than 35 people were killed");
    /// assert_eq!((figure.low, figure.high, figure.stated), (Some(36), None, Some(35)));
    /// assert_eq!(figure.outcome, Some(Outcome::Killed));
    /// ```
    pub fn read(wording: &str) -> Self {
        let stated = language::stated(wording);
        let mut amount = (stated.amount, stated.outcome, None);
        if let [only] = language::figures(wording).as_slice()
            && is_better(only.amount, stated.amount)
        {
            amount = (only.amount, only.outcome, only.population);
        }
        Self::told(wording, amount)
    }

    /// Every count of people in a passage or an article, in its order, with where it stands; `language`: one of
    /// [`LANGUAGES`], the one that is found if `None`. The words around a count must say that it counts people who came to
    /// harm; other numbers are none.
    ///
    /// ```
    /// use postil::layer::{Figure, Outcome};
    /// let all = Figure::all_in("Many were injured, and more than 35 people were killed.", None);
    /// let told: Vec<_> = all.iter().map(|found| (found.figure.interval(), found.figure.outcome.clone())).collect();
    /// let read = [("as worded".to_owned(), Some(Outcome::Injured)), ("≥ 36".to_owned(), Some(Outcome::Killed))];
    /// assert_eq!(told, read);
    /// ```
    pub fn all_in(passage: &str, language: Option<&str>) -> Vec<FigureIn> {
        Self::all_of(&Prose::new(passage), language)
    }

    /// The same of a text that is cut already, or will be read again.
    pub fn all_of(prose: &Prose<'_>, language: Option<&str>) -> Vec<FigureIn> {
        let (passage, language) = (prose.text(), language.and_then(Lexicon::named));
        let all = language::figures_of(prose, language).into_iter();
        let figure = all.map(|told| {
            let wording = told.words.of(passage).unwrap_or_default();
            let figure = Self::told(wording, (told.amount, told.outcome, told.population));
            FigureIn { figure: figure.in_role(told.role), range: told.words, role: told.role }
        });
        figure.collect()
    }

    /// The figure of a passage that a person says counts people, whatever its noun is: read of all of it, with
    /// no more of its words than those that count where there is one number, and they alone are read as the same.
    ///
    /// ```
    /// use postil::layer::Figure;
    /// let found = Figure::counted_in("at least 6 stokers were hurt").unwrap();
    /// assert_eq!((found.figure.wording.as_str(), found.figure.low), ("at least 6", Some(6)));
    /// ```
    pub fn counted_in(passage: &str) -> Option<FigureIn> {
        let figure = Some(Self::read(passage)).filter(Self::has_number)?;
        let counting = match language::amounts(passage, None)[..] {
            [(_, words)] => words.of(passage).map(|wording| (Self::read(wording), words)),
            _ => None,
        };
        let numbers = |figure: &Self| (figure.low, figure.high, figure.stated);
        let counting = counting.filter(|(read, _)| numbers(read) == numbers(&figure));
        let whole = || TextRange::new(TextSize::ZERO, TextSize::of(passage));
        let (wording, range) =
            counting.map_or_else(|| (figure.wording.clone(), whole()), |(read, words)| (read.wording, words));
        Some(FigureIn { figure: Self { wording, ..figure }, range, role: Role::Whole })
    }

    /// The same with what its place among others says of it.
    fn in_role(self, role: Role) -> Self {
        let (share, before) = match role {
            Role::Whole => (None, None),
            Role::Part => (Some(Share::Part), None),
            Role::Addition => (Some(Share::Addition), None),
            Role::Update(before) => (Some(Share::Update), Some(before)),
            Role::Former => (Some(Share::Former), None),
        };
        Self { share, before, ..self }
    }

    /// A figure from what a reader told: how many, what became of them, of whom.
    fn told(wording: &str, told: (Stating, Option<&str>, Option<&str>)) -> Self {
        let (amount, outcome, population) = told;
        let (low, high) = amount.ends();
        let (qualifier, number) = match amount {
            Stating::Unread => (None, None),
            Stating::Vague => (Some(Qualifier::Vague), None),
            Stating::Number(limit, n) => (Some(qualifier(limit)), Some(n)),
            Stating::Range(limit, ..) => {
                (Some(limit.map_or(Qualifier::Between, |limit| qualifier(Some(limit)))), None)
            }
        };
        Self {
            wording: wording.to_owned(),
            outcome: outcome.map(Outcome::named),
            population: population.map(Population::named),
            low,
            high,
            stated: number,
            qualifier,
            convention: Some(Convention::AsWorded),
            ..Self::default()
        }
    }

    /// What its words say as they are read today, where it has other numbers: an older program read it, or
    /// another one. A convention of its own has reasons of its own.
    pub fn read_anew(&self) -> Option<Self> {
        let is_as_worded = self.convention.as_ref().is_none_or(|own| *own == Convention::AsWorded);
        let today = Self::read(&self.wording);
        let numbers = |figure: &Self| (figure.low, figure.high, figure.stated);
        (is_as_worded && today.has_number() && numbers(&today) != numbers(self)).then_some(today)
    }

    /// Where its words stand, if they are still those.
    pub fn words_at(&self) -> Option<&Target> {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        self.at.as_ref().filter(|at| words(&at.quote()) == words(&self.wording))
    }

    /// Whether any number was read.
    pub fn has_number(&self) -> bool {
        self.low.is_some() || self.high.is_some() || self.stated.is_some()
    }

    /// The interval for people: `≥ 36`, `0–12`, `9`, `about 40`, `as worded`.
    pub fn interval(&self) -> String {
        match (self.low, self.high, self.stated) {
            (Some(low), Some(high), _) if low == high => low.to_string(),
            (Some(low), Some(high), _) => format!("{low}–{high}"),
            (Some(low), None, _) => format!("≥ {low}"),
            (None, Some(high), _) => format!("≤ {high}"),
            (None, None, Some(stated)) => format!("about {stated}"),
            (None, None, None) => "as worded".to_owned(),
        }
    }
}

/// Whether the reading of a text tells what that of a wording left out: "a woman and her three children" are
/// four.
fn is_better(told: Stating, stated: Stating) -> bool {
    match (told, stated) {
        (_, Stating::Unread) => true,
        (Stating::Number(None, all), Stating::Number(None, some)) => some < all,
        _ => false,
    }
}

fn qualifier(limit: Option<Limit>) -> Qualifier {
    match limit {
        Some(Limit::MoreThan) => Qualifier::MoreThan,
        Some(Limit::AtLeast) => Qualifier::AtLeast,
        Some(Limit::UpTo | Limit::FewerThan) => Qualifier::UpTo,
        Some(Limit::About | Limit::Nearly) => Qualifier::About,
        Some(Limit::Between) => Qualifier::Between,
        Some(Limit::Only) | None => Qualifier::Exactly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_are_read_as_intervals() {
        let cases = [
            ("more than 35 people were killed", "≥ 36"),
            ("at least 12", "≥ 12"),
            ("up to 1,200 fighters", "0–1200"),
            ("between ten and fifteen wounded", "10–15"),
            ("nine people died", "9"),
            ("about forty", "about 40"),
            ("dozens", "as worded"),
            ("٣٥ قتيلا", "35"),
            ("twenty-one dead", "21"),
            ("fewer than 5", "0–4"),
            // Scales, in words and letters.
            ("1.2 million", "1200000"),
            ("about 1.5 million", "about 1500000"),
            ("10,5 million de personnes", "10500000"),
            ("1.2m people", "1200000"),
            ("1.2m", "1200000"),
            ("12m", "as worded"),
            ("2.345 million people", "2345000"),
            ("1,234 million people", "1234000000"),
            ("half a million people", "500000"),
            ("two and a half million people", "2500000"),
            ("two hundred and five", "205"),
            ("one hundred and twelve", "112"),
            ("around two dozen", "about 24"),
            ("at least a dozen, perhaps 20", "≥ 12"),
            ("at least two dozen", "≥ 24"),
            ("two to three dozen", "24–36"),
            ("hundreds of thousands", "as worded"),
            ("a few dozen", "as worded"),
            ("a couple of hundred", "as worded"),
            ("des millions de personnes", "as worded"),
            // What limits a number, before it and behind it.
            ("not more than 35", "0–35"),
            ("no more than 40", "0–40"),
            ("not fewer than 40", "≥ 40"),
            ("below 40", "0–39"),
            ("almost 100", "about 100"),
            ("close to 40", "about 40"),
            ("as many as 35", "0–35"),
            ("upwards of 40", "≥ 41"),
            ("in excess of 40", "≥ 41"),
            ("40 or more", "≥ 40"),
            ("35 people or more were killed", "≥ 35"),
            ("35+", "≥ 35"),
            ("≥ 36", "≥ 36"),
            ("≥40", "≥ 40"),
            ("~40", "about 40"),
            ("just over 35", "≥ 36"),
            ("only about 35", "about 35"),
            ("more than about 35", "as worded"),
            ("the toll is at least at 85", "as worded"),
            ("not 35 but 40", "as worded"),
            // Ranges.
            ("three or four", "3–4"),
            ("20 or 30", "20–30"),
            ("some 30-40", "30–40"),
            ("35,000-40,000", "35000–40000"),
            ("from 20 to 30 people", "20–30"),
            ("the toll fell from 47 to 35", "35"),
            ("the toll rose from 35 to 47", "47"),
            ("a family of five was killed", "5"),
            ("a woman and her three children were killed", "4"),
            ("both brothers were killed", "2"),
            ("without casualties", "0"),
            // Nobody.
            ("no one", "0"),
            ("no one was killed", "0"),
            ("no casualties", "0"),
            ("No one knows how many died, but 35 were buried", "as worded"),
            // The first count of people, not what stands beside it.
            ("another 12 died, bringing the toll to 47", "12"),
            ("On 2 March at least 35 people died", "≥ 35"),
            ("In 2016 35 people died", "35"),
            ("In 3 days 35 people died", "35"),
            ("a 35-year-old man died", "as worded"),
            ("Ahmed, 35, died", "as worded"),
            ("35% of the people died", "as worded"),
            ("COVID-19 killed 35", "35"),
            ("the 35th victim", "as worded"),
            ("two thirds of the 35", "as worded"),
            ("one of 35 people", "as worded"),
            ("page 35", "as worded"),
            ("children under 5", "as worded"),
            ("35 and 40 people", "as worded"),
            ("In March 2017 at least 200 civilians", "≥ 200"),
            ("12,50", "as worded"),
            // Other languages, and those that we do not know.
            ("1.200 Menschen", "1200"),
            ("1 200 personnes", "1200"),
            ("1\u{a0}200 personnes", "1200"),
            ("1\u{202f}200 personnes", "1200"),
            ("53\u{202f}personnes", "53"),
            ("1’200", "1200"),
            ("1 200", "1200"),
            ("mehr als 35", "≥ 36"),
            ("mindestens 35", "≥ 35"),
            ("plus de 35", "≥ 36"),
            ("vingt et un morts", "21"),
            ("quatre-vingt-un morts", "81"),
            ("al menos 35", "≥ 35"),
            ("mil cuatrocientos muertos", "1400"),
            ("treinta y un muertos", "31"),
            ("более 35 человек", "≥ 36"),
            ("не менее 35", "≥ 35"),
            ("2 с половиной миллиона человек", "2500000"),
            ("понад 35 людей", "≥ 36"),
            ("щонайменше шестеро", "≥ 6"),
            ("أكثر من ٣٥", "≥ 36"),
            ("خمسة آلاف وثلاثمئة شخص", "5300"),
            ("en az 35", "as worded"),
            ("35人以上", "as worded"),
        ];
        let read: Vec<_> = cases.map(|(wording, _)| (wording, Figure::read(wording).interval())).into();
        let expected: Vec<_> = cases.map(|(wording, interval)| (wording, interval.to_owned())).into();
        assert_eq!(read, expected);
    }

    #[test]
    fn what_became_of_people_is_that_of_the_first_count() {
        let outcomes = [
            ("The shells killed two people and wounded nine", Some(Outcome::Killed)),
            ("35 people were killed and 12 wounded", Some(Outcome::Killed)),
            ("35 verletzte Menschen", Some(Outcome::Injured)),
            ("35 people", None),
        ];
        for (wording, outcome) in outcomes {
            assert_eq!(Figure::read(wording).outcome, outcome, "{wording}");
        }
    }
}
