//! Low, best and high of an incident by a rule that has a name. None of them is a judgement: each says from
//! which statements it was made.

use super::{Account, Incident};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// How a number is made of several. After the rules that Every Casualty accepts, and ACLED's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// From the least to the most that anybody says; nothing is best.
    #[default]
    Range,
    /// What most independent origins say.
    Majority,
    /// The least that anybody says.
    MostConservative,
    /// What the first of these sources says that says anything; parts of names do.
    Hierarchy(Vec<String>),
    /// What was said last.
    Latest,
}

impl Rule {
    /// Its word on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Range => "range",
            Self::Majority => "majority",
            Self::MostConservative => "most-conservative",
            Self::Hierarchy(_) => "source-hierarchy",
            Self::Latest => "latest",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `source-hierarchy:UN,the Observatory` names its sources, the most trusted first.
impl FromStr for Rule {
    type Err = UnknownRule;

    fn from_str(words: &str) -> Result<Self, UnknownRule> {
        let (name, sources) = words.split_once(':').unwrap_or((words, ""));
        let sources = sources.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        let sources: Vec<String> = sources.collect();
        match name {
            "source-hierarchy" if !sources.is_empty() => Ok(Self::Hierarchy(sources)),
            "range" => Ok(Self::Range),
            "majority" => Ok(Self::Majority),
            "most-conservative" => Ok(Self::MostConservative),
            "latest" => Ok(Self::Latest),
            _ => Err(UnknownRule),
        }
    }
}

/// The rule is none that is known, or a hierarchy without sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownRule;

impl fmt::Display for UnknownRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rules are range, majority, most-conservative, latest, and source-hierarchy:NAME,NAME…")
    }
}

impl std::error::Error for UnknownRule {}

/// What a rule makes of the statements on one outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The least that counts by the rule; `None`: open.
    pub low: Option<u64>,
    /// The number that the rule takes; `None` where it takes none.
    pub best: Option<u64>,
    /// The most that counts by the rule; `None`: open.
    pub high: Option<u64>,
    /// The statements that it was made from.
    pub statements: Vec<usize>,
    /// How many statements have no number.
    pub n_vague: usize,
    /// How many are rejected by their article or another mark.
    pub n_denied: usize,
    /// How many count a part of the people only.
    pub n_parts: usize,
}

/// Of an outcome; `None` where no statement has it. Rejected ones, parts and those without a number are
/// counted and not taken; but a part that is larger than every whole belongs to the range.
pub(super) fn estimate(incident: &Incident, outcome: &str, rule: &Rule) -> Option<Estimate> {
    let all = (0..incident.statements.len()).filter_map(|nth| Some((nth, incident.first(nth)?)));
    let all: Vec<(usize, &Account)> = all.filter(|(_, account)| &*account.outcome == outcome).collect();
    let is_whole = all.iter().any(|(_, account)| account.population.is_empty() && !account.is_share());
    let is_part = |account: &Account| account.is_share() || (is_whole && !account.population.is_empty());
    let mut estimate = Estimate {
        low: None,
        best: None,
        high: None,
        statements: Vec::new(),
        n_vague: all.iter().filter(|(_, account)| !account.has_number()).count(),
        n_denied: all.iter().filter(|(_, account)| account.is_denied).count(),
        n_parts: all.iter().filter(|(_, account)| is_part(account) && !account.is_former()).count(),
    };
    let counted = all.iter().copied();
    let counted =
        counted.filter(|(_, account)| account.has_number() && !account.is_denied && !is_part(account));
    let mut counted: Vec<(usize, &Account)> = counted.collect();
    if *rule == Rule::Range {
        counted.extend(beyond(&all, &counted));
        estimate.n_parts -= counted.iter().filter(|(_, account)| is_part(account)).count();
    }
    if all.is_empty() {
        return None;
    }
    let taken = taken(incident, &counted, rule);
    estimate.statements = taken.iter().map(|(nth, _)| *nth).collect();
    estimate.low = taken.iter().map(|(_, account)| account.bounds().0).min();
    let high = taken.iter().map(|(_, account)| account.bounds().1).max();
    estimate.high = high.filter(|high| *high < u64::MAX);
    estimate.best = match rule {
        Rule::Range => None,
        Rule::MostConservative => estimate.low,
        _ => taken.first().and_then(|(_, account)| account.number()),
    };
    Some(estimate)
}

/// The counts of some of the people that are larger than every count of all: there were at least as many.
fn beyond<'a>(all: &[(usize, &'a Account)], wholes: &[(usize, &Account)]) -> Vec<(usize, &'a Account)> {
    let Some(most) = wholes.iter().map(|(_, account)| account.bounds().1).max() else { return Vec::new() };
    let is_beyond = |account: &Account| {
        account.has_number() && !account.is_denied && !account.is_share() && most < account.bounds().0
    };
    all.iter().copied().filter(|(_, account)| is_beyond(account)).collect()
}

/// The statements that a rule takes, the one whose number it takes first.
fn taken<'a>(
    incident: &Incident,
    counted: &[(usize, &'a Account)],
    rule: &Rule,
) -> Vec<(usize, &'a Account)> {
    let origin = |nth: usize| incident.statements.get(nth).map(|statement| statement.origin);
    match rule {
        Rule::Range | Rule::MostConservative => counted.to_vec(),
        Rule::Majority => {
            let mut by_number: BTreeMap<Option<u64>, Vec<(usize, &Account)>> = BTreeMap::new();
            for &(nth, account) in counted {
                let same = by_number.entry(account.number()).or_default();
                if !same.iter().any(|&(other, _)| origin(other) == origin(nth)) {
                    same.push((nth, account));
                }
            }
            let most = by_number.values().map(Vec::len).max().unwrap_or_default();
            let mut winners = by_number.into_values().filter(|same| same.len() == most);
            // Of two that are told by as many, neither is the majority's; nor is what one tells alone.
            match (winners.next(), winners.next()) {
                (Some(only), None) if 1 < most || counted.len() == 1 => only,
                _ => Vec::new(),
            }
        }
        Rule::Hierarchy(sources) => {
            let named = |name: &String| {
                let name = name.to_lowercase();
                let is_meant = |nth: usize| {
                    let origin = origin(nth).and_then(|origin| incident.origins.get(origin));
                    origin.is_some_and(|origin| origin.to_lowercase().contains(&name))
                };
                latest(counted.iter().copied().filter(|(nth, _)| is_meant(*nth)))
            };
            sources.iter().map(named).find(|found| !found.is_empty()).unwrap_or_default()
        }
        Rule::Latest => latest(counted.iter().copied()),
    }
}

/// Those of the last day on which any was told, by the last account that says it.
fn latest<'a>(statements: impl Iterator<Item = (usize, &'a Account)>) -> Vec<(usize, &'a Account)> {
    let mut all: Vec<(usize, &Account)> = statements.collect();
    let last = all.iter().filter_map(|(_, account)| account.told_on).max();
    all.retain(|(_, account)| account.told_on == last);
    all
}
