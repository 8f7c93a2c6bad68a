//! From the order in which the words of a line stand on paper to that in which they are read, for lines
//! with Hebrew or Arabic in them: rule L2 of UAX #9 backwards, with levels that the letters show.

use super::letters::is_right_to_left;
use super::runs::Run;
use unicode_bidi::BidiClass;
use unicode_normalization::char::is_combining_mark;

/// One letter with its marks, and the run that it is of.
#[derive(Clone, Debug)]
struct Cluster {
    text: String,
    run: usize,
    level: u8,
    /// Whether a space stands before it on paper.
    is_apart: bool,
}

/// The runs of a line as they are read; they come from the left to the right.
pub(super) fn logical(runs: Vec<Run>, is_base_right_to_left: bool) -> Vec<Run> {
    let mut clusters = clusters_of(&runs);
    set_levels(&mut clusters, is_base_right_to_left);
    let mut order: Vec<usize> = (0..clusters.len()).collect();
    let highest = clusters.iter().map(|cluster| cluster.level).max().unwrap_or(0);
    // From the outermost: what is turned round twice keeps its own order.
    for level in 1..=highest {
        turn_round(&mut order, &clusters, level);
    }
    put_together(&runs, &clusters, &order, is_base_right_to_left)
}

fn clusters_of(runs: &[Run]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    // Marks belong to the letter that they stand above, wherever the file draws them.
    let is_mark = |run: &Run| run.text.chars().all(is_combining_mark);
    for (index, run) in runs.iter().enumerate() {
        if is_mark(run) {
            continue;
        }
        let mut is_first = true;
        if run.text.chars().any(is_right_to_left) {
            clusters.push(Cluster { text: run.text.clone(), run: index, level: 0, is_apart: run.is_apart });
            continue;
        }
        for letter in run.text.chars() {
            match clusters.last_mut().filter(|_| is_combining_mark(letter) && !is_first) {
                Some(last) => last.text.push(letter),
                None => clusters.push(Cluster {
                    text: letter.to_string(),
                    run: index,
                    level: 0,
                    is_apart: is_first && run.is_apart,
                }),
            }
            is_first = false;
        }
    }
    for mark in runs.iter().filter(|run| is_mark(run)) {
        let middle = (mark.place[0] + mark.place[2]) / 2.0;
        let far = |cluster: &Cluster| {
            runs.get(cluster.run)
                .map_or(f32::MAX, |run| (run.place[0] - middle).max(middle - run.place[2]).max(0.0))
        };
        let nearest = clusters.iter_mut().min_by(|a, b| far(a).total_cmp(&far(b)));
        if let Some(cluster) = nearest {
            cluster.text.push_str(&mark.text);
        }
    }
    clusters
}

/// What a letter says about its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
    Number,
    None,
}

fn direction(cluster: &Cluster) -> Direction {
    let Some(first) = cluster.text.chars().next() else { return Direction::None };
    match unicode_bidi::bidi_class(first) {
        BidiClass::R | BidiClass::AL => Direction::Right,
        BidiClass::L => Direction::Left,
        BidiClass::EN | BidiClass::AN => Direction::Number,
        _ => Direction::None,
    }
}

fn is_in_numbers(text: &str) -> bool {
    matches!(text, "." | "," | ":" | "/" | "-" | "٫" | "٬")
}

fn set_levels(clusters: &mut [Cluster], is_base_right_to_left: bool) {
    let base = u8::from(is_base_right_to_left);
    let mut told: Vec<Direction> = clusters.iter().map(direction).collect();
    // A point within a number and a sign beside it run with it.
    for at in 0..clusters.len() {
        let near = |to: Option<usize>| to.and_then(|to| told.get(to)).copied();
        let (before, after) = (near(at.checked_sub(1)), near(at.checked_add(1)));
        let Some(cluster) = clusters.get(at) else { continue };
        let is_apart = cluster.is_apart || clusters.get(at + 1).is_some_and(|next| next.is_apart);
        let is_within = before == Some(Direction::Number) && after == Some(Direction::Number);
        let is_beside = before == Some(Direction::Number) || after == Some(Direction::Number);
        let is_sign = matches!(cluster.text.as_str(), "%" | "٪" | "$" | "€" | "£" | "+");
        let is_of_number = (is_within && !is_apart && is_in_numbers(&cluster.text)) || (is_beside && is_sign);
        if is_of_number && let Some(here) = told.get_mut(at) {
            *here = Direction::Number;
        }
    }
    for (at, cluster) in clusters.iter_mut().enumerate() {
        cluster.level = match told.get(at) {
            Some(Direction::Right) => 1,
            Some(Direction::Left) => base * 2,
            Some(Direction::Number) => number_level(&told, at, base),
            _ => neutral_level(&told, at, base),
        };
    }
}

/// A number among letters from the right stands one level deeper.
fn number_level(told: &[Direction], at: usize, base: u8) -> u8 {
    let strong = |direction: &&Direction| matches!(direction, Direction::Left | Direction::Right);
    let before = told.get(..at).and_then(|before| before.iter().rev().find(strong));
    let after = told.get(at..).and_then(|after| after.iter().find(strong));
    let is_among = before == Some(&Direction::Right) && after == Some(&Direction::Right);
    if base == 1 || is_among { 2 } else { 0 }
}

/// What has no direction follows its neighbours where they agree, else the line.
fn neutral_level(told: &[Direction], at: usize, base: u8) -> u8 {
    let any = |direction: &&Direction| **direction != Direction::None;
    let before = told.get(..at).and_then(|before| before.iter().rev().find(any)).copied();
    let after = told.get(at..).and_then(|after| after.iter().find(any)).copied();
    match (before, after) {
        (Some(Direction::Left), Some(Direction::Left)) => base * 2,
        (Some(Direction::Left), Some(Direction::Number))
        | (Some(Direction::Number), Some(Direction::Left))
            if base == 1 =>
        {
            2
        }
        (Some(Direction::Right), Some(Direction::Right | Direction::Number))
        | (Some(Direction::Number), Some(Direction::Right)) => 1,
        _ => base,
    }
}

fn turn_round(order: &mut [usize], clusters: &[Cluster], level: u8) {
    let is_high = |index: &usize| clusters.get(*index).is_some_and(|cluster| level <= cluster.level);
    let mut at = 0;
    while at < order.len() {
        let rest = order.get_mut(at..).unwrap_or_default();
        let Some(start) = rest.iter().position(is_high) else { return };
        let len = rest.iter().skip(start).take_while(|index| is_high(index)).count();
        if let Some(part) = rest.get_mut(start..start + len) {
            part.reverse();
        }
        at += start + len;
    }
}

/// Runs again, in the order of reading: letters of one run that stay together are one.
fn put_together(
    runs: &[Run],
    clusters: &[Cluster],
    order: &[usize],
    is_base_right_to_left: bool,
) -> Vec<Run> {
    let mut made: Vec<Run> = Vec::new();
    let mut last: Option<usize> = None;
    let turned = is_base_right_to_left && has_turned_brackets(clusters, order);
    for &index in order {
        let Some(cluster) = clusters.get(index) else { continue };
        // Between two neighbours the space stands before the one that is further right.
        let gap = |a: usize, b: usize| {
            let (low, high) = (a.min(b), a.max(b));
            clusters.get(low + 1..=high).is_some_and(|between| between.iter().any(|one| one.is_apart))
        };
        let is_apart = last.is_some_and(|last| gap(last, index));
        let text =
            if turned && cluster.level % 2 == 1 { turned_round(&cluster.text) } else { cluster.text.clone() };
        let joins = last.is_some_and(|last| {
            clusters.get(last).is_some_and(|before| before.run == cluster.run) && !is_apart
        });
        match made.last_mut().filter(|_| joins) {
            Some(run) => run.text.push_str(&text),
            None => made.extend(runs.get(cluster.run).map(|run| Run { text, is_apart, ..run.clone() })),
        }
        last = Some(index);
    }
    made
}

const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»')];

/// Whether brackets are named by their shapes on paper, where the one that opens looks as one that closes.
fn has_turned_brackets(clusters: &[Cluster], order: &[usize]) -> bool {
    let mut balance = 0_i32;
    let mut depth = 0_i32;
    let at_odd = order.iter().filter_map(|&index| clusters.get(index)).filter(|one| one.level % 2 == 1);
    for letter in at_odd.flat_map(|cluster| cluster.text.chars()) {
        if PAIRS.iter().any(|pair| pair.0 == letter) {
            depth += 1;
        } else if PAIRS.iter().any(|pair| pair.1 == letter) {
            depth -= 1;
            balance += if depth < 0 { 1 } else { -1 };
        }
    }
    0 < balance
}

fn turned_round(text: &str) -> String {
    let turn = |letter: char| {
        let pair = PAIRS.iter().find(|pair| pair.0 == letter || pair.1 == letter);
        pair.map_or(letter, |pair| if pair.0 == letter { pair.1 } else { pair.0 })
    };
    text.chars().map(turn).collect()
}
