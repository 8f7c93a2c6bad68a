//! All measures over everything that people marked: each two people, and all of them; over all, tag by tag
//! and article by article.

use super::estimate::{Draws, Estimate, Undefined};
use super::gamma::Gamma;
use super::marked::{Mark, Text};
use super::measure::{Measure, SpanMode};
use super::per_tag::{self, Kind};
use super::prepared::{Group, Prepared, tags_in};
use super::spans::Spans;
use super::unit::EVEN;
use crate::layer::{Annotator, TagId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What a value is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// All that is marked.
    All,
    /// What is marked with a tag.
    Tag(TagId),
    /// One of several articles.
    Article(String),
}

/// A measure with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which.
    pub measure: Measure,
    /// About what.
    pub scope: Scope,
    /// Between whom, by their numbers in [`Compared::people`].
    pub people: Vec<usize>,
    /// The value, or why there is none.
    pub value: Result<Estimate, Undefined>,
    /// How many marks, words or code points it is made of.
    pub n: usize,
}

/// What was compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// Who, in the order that was asked for.
    pub people: Vec<Annotator>,
    /// Whether intervals are over articles that were drawn anew, and not over paragraphs.
    pub is_over_articles: bool,
    /// All values: by scope, then each two people, then all of them.
    pub findings: Vec<Finding>,
}

/// Compares everybody who marked in `texts`, in the order in which they are met, by the measures that are asked
/// for.
pub fn compare(texts: &[Text], measures: &[Measure]) -> Compared {
    compare_again(texts, people_of(texts), measures, None)
}

/// Compares `people`, of each two the first with the second, after some people's marks changed: what is between
/// people of whom none did is taken from `before`, the texts as they were and what was found by the same measures.
pub fn compare_again(
    texts: &[Text],
    people: Vec<Annotator>,
    measures: &[Measure],
    before: Option<(&[Text], &Compared)>,
) -> Compared {
    let tags = tags_in(texts);
    let known = before.map(|(earlier, compared)| Known::of((texts, &people, &tags), earlier, compared));
    let prepared: Vec<Prepared<'_>> = texts.iter().map(|text| Prepared::of(text, &people, &tags)).collect();
    let mut comparing = Comparing {
        prepared: &prepared,
        tags: &tags,
        measures,
        n_people: people.len(),
        known: known.unwrap_or_default(),
        draws: BTreeMap::new(),
        findings: Vec::new(),
    };
    let everywhere: Vec<usize> = (0..texts.len()).collect();
    comparing.everybody(&everywhere, None);
    if 1 < texts.len() {
        for (nth, text) in texts.iter().enumerate() {
            comparing.everybody(&[nth], Some(&text.name));
        }
    }
    let is_over_articles = Group::is_of_articles(texts.len());
    Compared { findings: comparing.findings, is_over_articles, people }
}

/// Everybody once, in the order in which they are met.
pub fn people_of(texts: &[Text]) -> Vec<Annotator> {
    let mut met = BTreeSet::new();
    let all = texts.iter().flat_map(|text| &text.people).map(|marked| &marked.person);
    all.filter(|person| met.insert(person.id)).cloned().collect()
}

/// What people are called: by name, and where two have one name, with the first digits of their ids.
pub fn names_of(people: &[Annotator]) -> Vec<String> {
    let is_shared = |person: &Annotator| 1 < people.iter().filter(|other| other.name == person.name).count();
    let name = |person: &Annotator| match is_shared(person) {
        true => format!("{} ({})", person.name, person.id),
        false => person.name.clone(),
    };
    people.iter().map(name).collect()
}

/// What was found before and holds still.
#[derive(Default)]
struct Known<'a> {
    /// Of each person, whether the marks in some text changed.
    changed: Vec<bool>,
    /// By the people and the article, if it is about one.
    findings: BTreeMap<(Vec<usize>, Option<String>), Vec<&'a Finding>>,
}

impl<'a> Known<'a> {
    fn of(
        (texts, people, tags): (&[Text], &[Annotator], &[TagId]),
        earlier: &[Text],
        found: &'a Compared,
    ) -> Self {
        let is_same_text = |(one, other): (&Text, &Text)| {
            (&one.name, one.length, &one.paragraphs, &one.words)
                == (&other.name, other.length, &other.paragraphs, &other.words)
        };
        let are_same = texts.len() == earlier.len() && texts.iter().zip(earlier).all(is_same_text);
        // Numbers of people and of tags must mean the same, and a tag that is new or gone is one of everybody's.
        if !are_same || found.people != people || tags_in(earlier) != tags {
            return Self::default();
        }
        let marks = |text: &Text, who: &Annotator| text.of_person(who).map(|marked| marked.marks.clone());
        let is_changed = |who: &Annotator| {
            texts.iter().zip(earlier).any(|(text, before)| marks(text, who) != marks(before, who))
        };
        let mut findings: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
        for finding in &found.findings {
            let article = match &finding.scope {
                Scope::Article(name) => Some(name.clone()),
                Scope::All | Scope::Tag(_) => None,
            };
            findings.entry((finding.people.clone(), article)).or_default().push(finding);
        }
        Self { changed: people.iter().map(is_changed).collect(), findings }
    }

    /// What was found between some people, if none of them changed anything.
    fn between(&self, people: &[usize], article: Option<&str>) -> Option<&[&'a Finding]> {
        let holds = people.iter().all(|&nth| self.changed.get(nth) == Some(&false));
        self.findings.get(&(people.to_vec(), article.map(str::to_owned))).filter(|_| holds).map(Vec::as_slice)
    }
}

struct Comparing<'a> {
    prepared: &'a [Prepared<'a>],
    tags: &'a [TagId],
    measures: &'a [Measure],
    n_people: usize,
    known: Known<'a>,
    /// By how many strata are drawn.
    draws: BTreeMap<usize, Rc<Draws>>,
    findings: Vec<Finding>,
}

impl Comparing<'_> {
    /// Each two people and all of them, in some of the texts.
    fn everybody(&mut self, texts: &[usize], name: Option<&str>) {
        for first in 0..self.n_people {
            for second in first + 1..self.n_people {
                let is_all = self.n_people == 2;
                self.some(texts, name, &[first, second], |measure| {
                    is_all || !matches!(measure, Measure::FleissKappa | Measure::Alpha)
                });
            }
        }
        if 2 < self.n_people {
            let all: Vec<usize> = (0..self.n_people).collect();
            self.some(texts, name, &all, |measure| !measure.is_of_two());
        }
    }

    /// Some people, in those of the texts that all of them marked.
    fn some(
        &mut self,
        texts: &[usize],
        name: Option<&str>,
        people: &[usize],
        is_meant: impl Fn(Measure) -> bool,
    ) {
        if let Some(known) = self.known.between(people, name) {
            self.findings.extend(known.iter().map(|&finding| finding.clone()));
            return;
        }
        let measures: Vec<Measure> =
            self.measures.iter().copied().filter(|&measure| is_meant(measure)).collect();
        let group = Group::of(self.prepared, texts, people);
        let draws = self.draws_of(group.n_strata);
        let whole = name.map_or(Scope::All, |name| Scope::Article(name.to_owned()));
        let mut scopes = vec![(0, whole)];
        if name.is_none() {
            scopes.extend(self.tags.iter().enumerate().map(|(nth, tag)| (nth + 1, Scope::Tag(tag.clone()))));
        }
        for (nth, scope) in scopes {
            let one = One {
                group: &group,
                scope: nth,
                n_tags: self.tags.len(),
                measures: &measures,
                draws: &draws,
            };
            for (measure, value, n) in one.values() {
                let value = if group.members.is_empty() { Err(Undefined::NoCommonText) } else { value };
                self.findings.push(Finding {
                    measure,
                    scope: scope.clone(),
                    people: people.to_vec(),
                    value,
                    n,
                });
            }
        }
    }

    fn draws_of(&mut self, n_strata: usize) -> Rc<Draws> {
        Rc::clone(self.draws.entry(n_strata).or_insert_with(|| Rc::new(Draws::of(n_strata))))
    }
}

type Value = (Measure, Result<Estimate, Undefined>, usize);

/// One scope for some people: 0 is everything, the others are tags by their number.
struct One<'a> {
    group: &'a Group<'a>,
    scope: usize,
    n_tags: usize,
    measures: &'a [Measure],
    draws: &'a Draws,
}

impl One<'_> {
    fn values(&self) -> Vec<Value> {
        let mut values = self.spans();
        let has = |measure| self.measures.contains(&measure);
        for (measure, kind) in [
            (Measure::CohenKappa, Kind::Cohen),
            (Measure::FleissKappa, Kind::Fleiss),
            (Measure::Alpha, Kind::Alpha),
        ] {
            if has(measure) {
                let (value, n) = per_tag::words(self.group, self.scope, kind, self.draws);
                values.push((measure, value, n));
            }
        }
        if has(Measure::UnitizingAlpha) {
            let (value, n) = if self.scope == 0 {
                per_tag::mean_unitizing(self.group, self.n_tags, self.draws)
            } else {
                per_tag::unitizing(self.group, self.scope, self.draws)
            };
            values.push((Measure::UnitizingAlpha, value, n));
        }
        if has(Measure::Gamma) && self.scope == 0 {
            let (value, n) = self.gamma();
            values.push((Measure::Gamma, value, n));
        }
        values
    }

    fn spans(&self) -> Vec<Value> {
        let modes: Vec<SpanMode> = self.measures.iter().fold(Vec::new(), |mut modes, measure| {
            match measure {
                Measure::Span(mode, _) if !modes.contains(mode) => modes.push(*mode),
                _ => {}
            }
            modes
        });
        if modes.is_empty() {
            return Vec::new();
        }
        let mut spans = Spans::new(&modes, self.group.n_strata);
        for member in &self.group.members {
            let marks = |nth: usize| -> &[&Mark] { member.people[nth].marks[self.scope].as_slice() };
            spans.add(marks(0), marks(1), |at| member.stratum(at));
        }
        let n = spans.n();
        let all = spans.scores(self.draws).into_iter();
        all.flat_map(|(mode, parts)| parts.map(|(part, value)| (Measure::Span(mode, part), value, n)))
            .filter(|(measure, ..)| self.measures.contains(measure))
            .collect()
    }

    fn gamma(&self) -> (Result<Estimate, Undefined>, usize) {
        let m = self.group.n_people as f64;
        let mut gamma = Gamma::new(self.group.n_strata, EVEN);
        for member in &self.group.members {
            let people: Vec<_> = member.people.iter().map(|person| person.kinds.clone()).collect();
            if let Err(why) = gamma.add(&people, member.length, |at| member.stratum(at)) {
                return (Err(why), people.iter().map(Vec::len).sum());
            }
        }
        (gamma.estimate(m, self.draws), gamma.n())
    }
}
