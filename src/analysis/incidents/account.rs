//! One figure as one article tells it: what incidents are made of.

use super::Days;
use super::place::Gazetteer;
use crate::layer::{AnnotationId, Qualifier, Share, tolerance};
use crate::library::{Entry, FigureRow, MarkRow};
use std::sync::Arc;

/// A count that is so many times as large as another, and larger than that, is of something else.
const FAR_TIMES: u64 = 50;
const FAR_MORE: u64 = 1_000;

/// What some people are called: six teachers are not all who died, though no list of populations has them.
const KINDS: [&str; 26] = [
    "teachers",
    "students",
    "pupils",
    "workers",
    "farmers",
    "drivers",
    "passengers",
    "prisoners",
    "detainees",
    "inmates",
    "protesters",
    "demonstrators",
    "refugees",
    "worshippers",
    "guests",
    "firefighters",
    "rescuers",
    "policemen",
    "officers",
    "shepherds",
    "villagers",
    "patients",
    "pilgrims",
    "miners",
    "fishermen",
    "relatives",
];

/// The relation by which a mark counts some of those whom another one counts.
const PART_OF: &str = "part-of";

/// A count that has others as its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Whole {
    /// The mark.
    pub mark: AnnotationId,
    /// Which of its figures, from 0; `None`: the one of the same outcome.
    pub nth: Option<usize>,
    /// Whether it counts people of the same kind, so that those do not tell the part from it.
    pub is_of_same: bool,
}

impl Whole {
    /// The count of the same outcome of a mark.
    pub(super) fn of_mark(mark: AnnotationId) -> Self {
        Self { mark, nth: None, is_of_same: false }
    }

    /// Whether it is this count.
    pub(super) fn is(self, account: &Account) -> bool {
        self.mark == account.mark && self.nth.is_none_or(|nth| nth == account.nth)
    }
}

/// One figure of one mark, with what its article says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The mark.
    pub mark: AnnotationId,
    /// Which of its figures, from 0.
    pub nth: usize,
    /// Who marked.
    pub person: Arc<str>,
    /// The article, by its path.
    pub article: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Who published it; empty where it does not say.
    pub outlet: Arc<str>,
    /// The first day of the article's date.
    pub told_on: Option<i32>,
    /// When the event can have been: by the figure, else by the article's date.
    pub days: Option<Days>,
    /// Whether the days are those of the figure.
    pub is_dated: bool,
    /// Where it was: by the figure, else the one other place of the folder that the passage names, else by what the
    /// article says of itself; empty where nothing does.
    pub place: Arc<str>,
    /// What the article says of itself, where the passage names another place: it may have been there all the same.
    /// Empty elsewhere.
    pub other_place: Arc<str>,
    /// What became of the people; empty where the words do not say.
    pub outcome: Arc<str>,
    /// Of whom; empty where the words do not say.
    pub population: Arc<str>,
    /// At least so many; `None`: open.
    pub low: Option<u64>,
    /// At most so many; `None`: open.
    pub high: Option<u64>,
    /// The number in the words.
    pub stated: Option<u64>,
    /// From and to which number the stated one can be meant, where it is only near: [`tolerance()`].
    pub tolerance: Option<(u64, u64)>,
    /// The words.
    pub wording: Box<str>,
    /// The interval for people: `≥ 36`.
    pub interval: Box<str>,
    /// What it was read by, where words are vague.
    pub convention: Arc<str>,
    /// Whether the passage rejects it, or another mark denies it.
    pub is_denied: bool,
    /// Whether the passage itself rejects it.
    pub rejects: bool,
    /// Whether it is a part of another figure, or comes on top of one.
    pub share: Arc<str>,
    /// What it is a part of, as people say.
    pub wholes: Arc<[Whole]>,
    /// What the count was before, by the same words.
    pub before: Option<u64>,
    /// Who is blamed; empty where nobody is.
    pub blamed: Arc<str>,
    /// The sources from the nearest to the farthest, each by the actor it was joined with, else as worded.
    pub sources: Arc<[Box<str>]>,
    /// The marked words.
    pub quote: Box<str>,
    /// How much text stands before it in its article, in bytes; those without a place come last.
    pub at: usize,
}

impl Account {
    /// Whether people say that it is a part of another count.
    pub fn is_linked_part(&self) -> bool {
        !self.wholes.is_empty()
    }

    /// Whether people say that it is a part of this one.
    pub fn is_linked_to(&self, whole: &Self) -> bool {
        self.outcome == whole.outcome && self.wholes.iter().any(|link| link.is(whole))
    }

    /// Accounts come in the order of their articles' days, and then as the articles stand.
    pub(super) fn key(&self) -> impl Ord + '_ {
        (self.told_on.is_none(), self.told_on, &*self.article, self.at, self.mark, self.nth)
    }

    /// The places that it may be of; empty where it names none.
    pub(super) fn places(&self) -> [&str; 2] {
        [&self.place, &self.other_place]
    }

    /// Whether the words give any number.
    pub fn has_number(&self) -> bool {
        self.low.is_some() || self.high.is_some() || self.stated.is_some()
    }

    /// The number that stands for it where one is needed: what it is at least, else the stated one, else what
    /// bounds it.
    pub fn number(&self) -> Option<u64> {
        self.low.filter(|low| 0 < *low || self.high == Some(0)).or(self.stated).or(self.high).or(self.low)
    }

    /// From and to which number it can be meant. "About n", which has no ends of its own, has its tolerance.
    pub fn bounds(&self) -> (u64, u64) {
        let ends = || (self.low.unwrap_or(0), self.high.unwrap_or(u64::MAX));
        self.tolerance.unwrap_or_else(ends)
    }

    /// Whether it is no count of all that still holds: a part of another, on top of one, or what one was before. What
    /// another count has become is one.
    pub fn is_share(&self) -> bool {
        self.is_part() || self.is_addition() || self.is_former()
    }

    /// Whether its article says that it no longer holds: "an earlier toll of 15".
    pub(super) fn is_former(&self) -> bool {
        &*self.share == Share::Former.name()
    }

    /// Whether it counts some of those whom another figure of its article counts.
    pub fn is_part(&self) -> bool {
        &*self.share == Share::Part.name()
    }

    /// Whether it is a part and not told from its whole by whom it counts: "including four".
    pub(super) fn is_nameless_part(&self) -> bool {
        self.is_part() && (self.population.is_empty() || self.wholes.iter().any(|whole| whole.is_of_same))
    }

    /// Whether it comes on top of another figure of its article.
    pub fn is_addition(&self) -> bool {
        &*self.share == Share::Addition.name()
    }

    /// Whether both can hardly be of one event, whoever counts: "19" and the "280,000" of a war.
    pub(super) fn is_far_from(&self, other: &Self) -> bool {
        let numbers = self.number().zip(other.number());
        let (less, more) = numbers.map_or((0, 0), |(a, b)| (a.min(b), a.max(b)));
        self.outcome == other.outcome && FAR_MORE < more && less.saturating_mul(FAR_TIMES) < more
    }

    /// Whether one article gives both as counts of the same, by the same source: then these are two events, or one
    /// of them is wrong, which nobody knows.
    pub(super) fn is_other_count(&self, other: &Self) -> bool {
        self.outcome == other.outcome
            && self.population == other.population
            && self.person == other.person
            && self.mark != other.mark
            && self.has_number()
            && other.has_number()
            && !self.meets(other)
            && self.sources.last() == other.sources.last()
    }

    /// Whether both have a number in common.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let ((low, high), (other_low, other_high)) = (self.bounds(), other.bounds());
        low.max(other_low) <= high.min(other_high)
    }

    /// Whether another account of the same origin only repeats it.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let same = |account: &Self| (account.low, account.high, account.is_denied, account.has_number());
        self.outcome == other.outcome
            && self.population == other.population
            && self.share == other.share
            && same(self) == same(other)
            && (self.has_number() || self.wording == other.wording)
    }
}

/// The figures of all marks of some articles. `denied` says of a mark whether another one denies it.
pub fn accounts_of<'a>(
    entries: impl IntoIterator<Item = &'a Entry> + Clone,
    denied: &dyn Fn(&MarkRow) -> bool,
) -> Vec<Arc<Account>> {
    let gazetteer = Gazetteer::of(entries.clone());
    entries.into_iter().flat_map(|entry| accounts_in(entry, &gazetteer, denied)).collect()
}

/// The same of articles that nobody needs any more: each is let go when its figures are told, so that both are never
/// in memory as a whole.
pub fn accounts_instead_of(entries: Vec<Entry>, denied: &dyn Fn(&MarkRow) -> bool) -> Vec<Arc<Account>> {
    let gazetteer = Gazetteer::of(&entries);
    entries.into_iter().flat_map(|entry| accounts_in(&entry, &gazetteer, denied)).collect()
}

/// The figures of all marks of an article in a folder with some places.
pub(super) fn accounts_in(
    entry: &Entry,
    gazetteer: &Gazetteer,
    denied: &dyn Fn(&MarkRow) -> bool,
) -> Vec<Arc<Account>> {
    let mut accounts = Vec::new();
    let (title, outlet) = (Arc::from(&*entry.title), Arc::from(&*entry.outlet));
    let mut words = Words::default();
    let mut sources: Arc<[Box<str>]> = Arc::default();
    for row in entry.rows.iter().filter(|row| !row.figures.is_empty()) {
        let is_denied = denied(row);
        let person = words.of(&row.person.name);
        if !row.sources.iter().map(source_name).eq(sources.iter().map(|source| &**source)) {
            sources = row.sources.iter().map(|source| source_name(source).into()).collect();
        }
        let named = gazetteer.named_in(&row.quote, &entry.place);
        for (nth, figure) in row.figures.iter().enumerate() {
            let account = of_figure(entry, row, (named, &mut words), (nth, figure));
            accounts.push(Arc::new(Account {
                person: Arc::clone(&person),
                title: Arc::clone(&title),
                outlet: Arc::clone(&outlet),
                sources: Arc::clone(&sources),
                is_denied: is_denied || account.is_denied,
                ..account
            }));
        }
    }
    count_apart(&mut accounts);
    accounts
}

/// What comes on top of people of whom something else is told comes on top of no count: "killed 12 and injured 40
/// others" counts all of the injured. Told by what stands before it in its passage, else in its article.
pub(super) fn count_apart(accounts: &mut [Arc<Account>]) {
    for nth in 0..accounts.len() {
        let Some((own, told)) = accounts.get_mut(..=nth).and_then(<[_]>::split_last_mut) else { continue };
        if !own.is_addition() {
            continue;
        }
        let by_one = || told.iter().filter(|account| account.person == own.person);
        let has_base = |account: &Arc<Account>| account.outcome == own.outcome;
        let mut of_passage = by_one().filter(|account| account.mark == own.mark).peekable();
        let is_apart = match of_passage.peek() {
            Some(_) => !of_passage.any(has_base),
            None => by_one().next().is_some() && !by_one().any(has_base),
        };
        if is_apart {
            Arc::make_mut(own).share = "".into();
        }
    }
}

fn source_name(source: &crate::library::SourceRow) -> &str {
    source.actor.as_ref().unwrap_or(&source.name)
}

/// The short words that the accounts of an article have in common, each kept once.
#[derive(Default)]
struct Words(Vec<Arc<str>>);

impl Words {
    /// More different ones are not looked for.
    const MOST: usize = 64;

    fn of(&mut self, word: &str) -> Arc<str> {
        if word.is_empty() {
            return Arc::default();
        }
        if let Some(known) = self.0.iter().find(|known| &***known == word) {
            return Arc::clone(known);
        }
        let word: Arc<str> = Arc::from(word);
        if self.0.len() < Self::MOST {
            self.0.push(Arc::clone(&word));
        }
        word
    }

    fn of_some(&mut self, word: Option<impl ToString>) -> Arc<str> {
        word.map_or_else(Arc::default, |word| self.of(&word.to_string()))
    }
}

/// One that another program wrote may state a number without ends and without saying what limits it: it is near.
fn tolerance_of(figure: &FigureRow) -> Option<(u64, u64)> {
    let stated = figure.stated.filter(|_| figure.low.is_none() && figure.high.is_none())?;
    let near = || tolerance(Some(&Qualifier::About), stated, &figure.wording);
    tolerance(figure.qualifier.as_ref(), stated, &figure.wording).or_else(near)
}

/// `named`: the place that the passage names.
fn of_figure(
    entry: &Entry,
    row: &MarkRow,
    (named, words): (Option<&str>, &mut Words),
    (nth, figure): (usize, &FigureRow),
) -> Account {
    let when = figure.when.as_ref();
    let own = when.and_then(|when| Days::from_words(when.from.as_deref(), when.to.as_deref()));
    let (place, other_place) = match (figure.place.as_ref().and_then(|place| place.name.as_deref()), named) {
        (Some(own), _) => (own, ""),
        (None, Some(named)) => (named, &*entry.place),
        (None, None) => (&*entry.place, ""),
    };
    let rejects = figure.stance.as_ref().is_some_and(|stance| stance.to_string() == "denied");
    let population = figure.population.as_ref().map(ToString::to_string);
    let population = population.or_else(|| kind_of(&figure.wording).map(str::to_owned));
    Account {
        mark: row.id,
        nth,
        person: Arc::default(),
        article: Arc::clone(&entry.path),
        title: Arc::default(),
        outlet: Arc::default(),
        told_on: entry.date.map(|date| Days::of(date).first),
        days: own.or_else(|| entry.date.map(Days::told_on)),
        is_dated: own.is_some(),
        place: words.of(place),
        other_place: words.of(other_place),
        outcome: words.of_some(figure.outcome.as_ref()),
        population: words.of_some(population.filter(|word| word != "unstated")),
        low: figure.low,
        high: figure.high,
        stated: figure.stated,
        tolerance: tolerance_of(figure),
        wording: figure.wording.clone(),
        interval: figure.interval().into(),
        convention: words.of_some(figure.convention.as_ref()),
        is_denied: rejects,
        rejects,
        share: words.of_some(figure.share.as_ref()),
        wholes: wholes_of(row, figure),
        before: figure.before,
        blamed: words.of_some(figure.blamed.as_deref()),
        sources: Arc::default(),
        quote: row.quote.clone(),
        at: row.place.map_or(usize::MAX, |place| place.start().to_usize()),
    }
}

/// The last word of a count where it says who they are.
pub(super) fn kind_of(wording: &str) -> Option<&'static str> {
    let last = wording.rsplit(' ').next()?.trim_matches(|c: char| !c.is_alphabetic());
    KINDS.into_iter().find(|kind| last.eq_ignore_ascii_case(kind))
}

/// What a figure of a mark is a part of, as people say.
fn wholes_of(row: &MarkRow, figure: &FigureRow) -> Arc<[Whole]> {
    let is_of_same =
        |nth: usize| row.figures.get(nth).is_some_and(|whole| whole.population == figure.population);
    let own = figure.part_of.filter(|&nth| nth < row.figures.len());
    let own = own.map(|nth| Whole { mark: row.id, nth: Some(nth), is_of_same: is_of_same(nth) });
    let links = row.links.iter().filter(|link| link.starts_here && link.kind.as_str() == PART_OF);
    let links = links.map(|link| Whole::of_mark(link.other));
    let mut wholes = own.into_iter().chain(links).peekable();
    if wholes.peek().is_none() {
        return Arc::default();
    }
    wholes.collect()
}
