//! The order in which a person lists names: of files, articles and people.

use std::cmp::Ordering;

/// Without regard to case, and numbers by their value; names that are then equal by their characters.
pub fn natural_order(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = after_common(a, b);
    loop {
        let order = match (left.chars().next(), right.chars().next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                let (x, y) = (number(&mut left), number(&mut right));
                x.len().cmp(&y.len()).then(x.cmp(y))
            }
            (Some(x), Some(y)) => {
                left = left.get(x.len_utf8()..).unwrap_or_default();
                right = right.get(y.len_utf8()..).unwrap_or_default();
                if x == y { Ordering::Equal } else { x.to_lowercase().cmp(y.to_lowercase()) }
            }
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// What follows that both have alike, from the beginning of the number that they part in.
fn after_common<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    let n_alike = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let mut start = a.floor_char_boundary(n_alike);
    let before = a.as_bytes().iter().take(start);
    start -= before.rev().take_while(|byte| byte.is_ascii_digit()).count();
    (a.get(start..).unwrap_or_default(), b.get(start..).unwrap_or_default())
}

/// The digits that come next, without leading zeros.
fn number<'a>(rest: &mut &'a str) -> &'a str {
    let end = rest.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    *rest = after;
    digits.trim_start_matches('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_count_by_value() {
        let mut names = ["b.txt", "a10.txt", "A2.txt", "a02.txt", "a.txt", "a1b.txt", "é.txt"];
        names.sort_by(|a, b| natural_order(a, b));
        assert_eq!(names, ["a.txt", "a1b.txt", "A2.txt", "a02.txt", "a10.txt", "b.txt", "é.txt"]);
        let mut pupils = ["Pupil 11a", "pupil 10", "Pupil 1", "Pupil 10b", "Pupil 2"];
        pupils.sort_by(|a, b| natural_order(a, b));
        assert_eq!(pupils, ["Pupil 1", "Pupil 2", "pupil 10", "Pupil 10b", "Pupil 11a"]);
    }
}
