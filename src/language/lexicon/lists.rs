//! What the word lists of a language are.

use super::Class;

/// Scales that multiply digits in every language.
static SCALES: &str = "10000: 万 萬\n100000000: 亿 億";

/// Signs that limit the number after them, in every language.
static SIGNS: &str = "more than: >\nat least: ≥ ⩾ >_=\nup to: ≤ ⩽ <_=\nfewer than: <\nabout: ~ ≈ ∼ ±";

/// The word lists of one language. In each, forms are parted by spaces, the words of a phrase by `_`;
/// with a key, `key: form form`, one key to a line.
pub(in crate::language) struct Language {
    /// The commonest words: how the language is told.
    pub common: &'static str,
    /// Number words by value.
    pub numbers: &'static str,
    /// Number words that mean one only behind others, by value.
    pub within: &'static str,
    /// What multiplies a number before it, by value.
    pub scales: &'static str,
    /// Scales that say one of it with no article before them.
    pub bare: &'static str,
    /// "Half", before a scale, and parts that are no number of whole things.
    pub parts: &'static str,
    /// Numbers with half of one more, by the whole: "anderthalb".
    pub with_half: &'static str,
    /// Nouns for about so many, by value: "une vingtaine".
    pub rounded: &'static str,
    /// "Or equal to", behind a limit.
    pub or_equal: &'static str,
    /// "Equal to or", before a limit.
    pub equal_or: &'static str,
    /// Words that compare, and limit a number with "than" behind them or "or" before them: "greater".
    pub comparatives: &'static str,
    /// What stands between a limit and its number: "than".
    pub than: &'static str,
    /// "And a half", behind a number.
    pub and_half: &'static str,
    /// The article before a scale.
    pub articles: &'static str,
    /// Numbers that say no number.
    pub vague: &'static str,
    /// What limits the number after it.
    pub qualifiers: &'static str,
    /// What limits the number before it.
    pub limits_behind: &'static str,
    /// What stands before the first of two numbers where something rose or fell.
    pub from: &'static str,
    /// What stands between the ends of a range.
    pub to: &'static str,
    /// What stands between two numbers of which one is right.
    pub or: &'static str,
    /// What joins number words.
    pub and: &'static str,
    /// Hundredths.
    pub percent: &'static str,
    /// Days of the week, by number from Monday.
    pub weekdays: &'static str,
    /// Months by number.
    pub months: &'static str,
    /// Days and spans of days that are told from today, by their key.
    pub relative: &'static str,
    /// Numbers in the order of things, by value.
    pub nth: &'static str,
    /// Words that tell how sure a statement is, by their key.
    pub sureness: &'static str,
    /// Units that are no people, and words for age.
    pub units: &'static str,
    /// Words for people, as they are counted.
    pub people: &'static str,
    /// Words that may stand before a number and leave it as it is.
    pub plain: &'static str,
    /// What became of people.
    pub outcomes: &'static str,
    /// Words for people harmed that do not say how.
    pub harm: &'static str,
    /// One person, as it is counted behind an article.
    pub person: &'static str,
    /// Of whom a count is, by key.
    pub population: &'static str,
    /// What counts do that rise or fall.
    pub course: &'static str,
    /// What stands before a part of those that were counted.
    pub including: &'static str,
    /// What stands behind a count of some of those that were counted before.
    pub shares: &'static str,
    /// What stands before more than were counted.
    pub another: &'static str,
    /// The same behind a count.
    pub more: &'static str,
    /// Words of harm whose subject is always who was harmed.
    pub passive: &'static str,
    /// What makes a word of harm passive.
    pub auxiliary: &'static str,
    /// Words that turn a statement round.
    pub negations: &'static str,
    /// Words that tell how a statement is put.
    pub verbs: &'static str,
    /// Phrases after which the source stands: keys of `verbs`.
    pub source_after: &'static str,
    /// Words that begin a clause of its own.
    pub clauses: &'static str,
    /// What a name may begin with.
    pub determiners: &'static str,
    /// What may stand within a name.
    pub joiners: &'static str,
    /// What may stand between a source and its verb.
    pub skipped: &'static str,
    /// Words at which a name ends for certain.
    pub breaks: &'static str,
    /// Words that name nobody.
    pub pronouns: &'static str,
}

impl Language {
    /// Each list with the class of its words.
    pub(super) fn lists(&self) -> impl Iterator<Item = (Class, &'static str)> {
        self.of_numbers().into_iter().chain(self.of_sentences())
    }

    /// Numbers, what limits them, and when.
    fn of_numbers(&self) -> [(Class, &'static str); 29] {
        [
            (Class::Number, self.numbers),
            (Class::Within, self.within),
            (Class::Scale, self.scales),
            (Class::Scale, SCALES),
            (Class::Bare, self.bare),
            (Class::Part, self.parts),
            (Class::AndHalf, self.and_half),
            (Class::WithHalf, self.with_half),
            (Class::Rounded, self.rounded),
            (Class::OrEqual, self.or_equal),
            (Class::EqualOr, self.equal_or),
            (Class::Comparative, self.comparatives),
            (Class::Than, self.than),
            (Class::Article, self.articles),
            (Class::Vague, self.vague),
            (Class::Qualifier, self.qualifiers),
            (Class::Qualifier, SIGNS),
            (Class::LimitBehind, self.limits_behind),
            (Class::LimitBehind, "at least: +"),
            (Class::From, self.from),
            (Class::To, self.to),
            (Class::Or, self.or),
            (Class::And, self.and),
            (Class::Percent, self.percent),
            (Class::Weekday, self.weekdays),
            (Class::Month, self.months),
            (Class::Relative, self.relative),
            (Class::Nth, self.nth),
            (Class::Sureness, self.sureness),
        ]
    }

    /// Who is counted, what became of them, and who says so.
    fn of_sentences(&self) -> [(Class, &'static str); 24] {
        [
            (Class::Unit, self.units),
            (Class::People, self.people),
            (Class::Plain, self.plain),
            (Class::Outcome, self.outcomes),
            (Class::Harm, self.harm),
            (Class::Person, self.person),
            (Class::Population, self.population),
            (Class::Course, self.course),
            (Class::Including, self.including),
            (Class::Share, self.shares),
            (Class::Another, self.another),
            (Class::More, self.more),
            (Class::Passive, self.passive),
            (Class::Auxiliary, self.auxiliary),
            (Class::Negation, self.negations),
            (Class::Verb, self.verbs),
            (Class::SourceAfter, self.source_after),
            (Class::Clause, self.clauses),
            (Class::Determiner, self.determiners),
            (Class::Joiner, self.joiners),
            (Class::Skipped, self.skipped),
            (Class::Break, self.breaks),
            (Class::Pronoun, self.pronouns),
            (Class::Common, self.common),
        ]
    }
}
