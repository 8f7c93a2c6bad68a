//! Measures that ask of each word or code point whether it bears a tag.

use super::estimate::{Draws, Estimate, Undefined};
use super::prepared::Group;
use super::{unitizing, words};
use std::ops::Range;

/// What is made of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Cohen,
    Fleiss,
    Alpha,
}

type Found = (Result<Estimate, Undefined>, usize);

/// κ or α of the words, and how many there are.
pub(super) fn words(group: &Group<'_>, scope: usize, kind: Kind, draws: &Draws) -> Found {
    let width = if kind == Kind::Cohen { 4 } else { 3 };
    let mut strata = vec![0.0; group.n_strata * width];
    let mut n = 0;
    for member in &group.members {
        let people: Vec<&[bool]> =
            member.people.iter().map(|person| person.words[scope].as_slice()).collect();
        n += member.word_rows.len();
        for (word, row) in member.word_rows.iter().enumerate() {
            let row = &mut strata[row * width..][..width];
            if let (Kind::Cohen, [first, second]) = (kind, people.as_slice()) {
                let column = match (first[word], second[word]) {
                    (true, true) => 0,
                    (true, false) => 1,
                    (false, true) => 2,
                    (false, false) => 3,
                };
                row[column] += 1.0;
                continue;
            }
            let k = people.iter().filter(|covered| covered[word]).count() as f64;
            row[0] += 1.0;
            row[1] += k;
            row[2] += k * k;
        }
    }
    let m = group.n_people as f64;
    let value = draws.estimate(width, &strata, |sums| match kind {
        Kind::Cohen => words::cohen(sums),
        Kind::Fleiss => words::fleiss(sums, m),
        Kind::Alpha => words::alpha(sums, m),
    });
    (value, n)
}

/// u-α of a tag, and how many code points the texts have.
pub(super) fn unitizing(group: &Group<'_>, scope: usize, draws: &Draws) -> Found {
    let m = group.n_people as f64;
    let strata = covered(group, &[scope]);
    (draws.estimate(unitizing::WIDTH, &strata, |sums| unitizing::alpha(sums, m)), n_points(group))
}

/// The mean of all tags' u-α, weighted by what is marked with each.
pub(super) fn mean_unitizing(group: &Group<'_>, n_tags: usize, draws: &Draws) -> Found {
    let m = group.n_people as f64;
    let scopes: Vec<usize> = (1..=n_tags).collect();
    let strata = covered(group, &scopes);
    let value = draws.estimate(unitizing::WIDTH * n_tags, &strata, |sums| unitizing::mean(sums, m));
    (value, n_points(group))
}

fn covered(group: &Group<'_>, scopes: &[usize]) -> Vec<f64> {
    let width = unitizing::WIDTH * scopes.len();
    let mut strata = vec![0.0; group.n_strata * width];
    for member in &group.members {
        for (nth, &scope) in scopes.iter().enumerate() {
            let people: Vec<&[Range<usize>]> =
                member.people.iter().map(|person| person.units[scope].as_slice()).collect();
            let (column, line) = (nth * unitizing::WIDTH, (member.starts, member.rows.as_slice()));
            unitizing::add(&mut strata, (width, column), line, member.length, &people);
        }
    }
    strata
}

fn n_points(group: &Group<'_>) -> usize {
    group.members.iter().map(|member| member.length).sum()
}
