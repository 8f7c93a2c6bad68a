//! Formulas between dollar signs, which are no sums of money.

use super::markdown_closers::{Closers, stands_free};
use super::markdown_edits::Edits;
use crate::document::Reason;
use std::ops::Range;

/// The longest formula within a line, in bytes.
const LONGEST: usize = 400;

/// A formula that begins at `at`: one between two pairs of signs is left out, one within a line stays as words.
pub(super) fn read(edits: &mut Edits<'_>, at: usize, closers: &mut Closers<'_>) -> Option<usize> {
    if !stands_free(edits.source(), at) {
        return None;
    }
    if edits.after(at).starts_with("$$") {
        let end = closers.near("$$", at + 2)?;
        edits
            .source()
            .get(at + 2..end)
            .filter(|inside| !inside.trim().is_empty() && !inside.contains('`'))?;
        edits.leave_out(at..end + 2, Reason::Formula, at + 2..end);
        return Some(end + 2);
    }
    let words = in_line(edits, at, closers)?;
    let end = words.end + 1;
    edits.words(at..end, words);
    Some(end)
}

/// Pandoc's rule, and what stands between must look like a formula: "$5 (about €4) or US$6" is none.
fn in_line(edits: &Edits<'_>, at: usize, closers: &mut Closers<'_>) -> Option<Range<usize>> {
    let end = closers.near("$", at + 1).filter(|&end| end <= at + LONGEST)?;
    let inside = edits.source().get(at + 1..end)?;
    let after = edits.after(end + 1).chars().next();
    let is_apart = after.is_none_or(|c| !c.is_alphanumeric() && c != '$');
    let is_closed = !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
    let is_one_line = !inside.contains(['\n', '`']) && !inside.ends_with('\\');
    (is_apart && is_closed && is_one_line && is_formula(inside)).then_some(at + 1..end)
}

fn is_formula(inside: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-');
    let mut letters = inside.chars();
    if inside.chars().all(is_number)
        || (letters.next().is_some_and(char::is_alphabetic) && letters.as_str().is_empty())
    {
        return true;
    }
    if !inside.contains(['\\', '^', '_', '=', '+', '<', '>', '≤', '≥', '≈', '±']) {
        return false;
    }
    let mut before = ' ';
    let mut at = 0;
    for word in inside.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        if 2 < letters.chars().count() && !matches!(before, '\\' | '{') && !FUNCTIONS.contains(&letters) {
            return false;
        }
        at += word.len();
        before = inside.get(..at).unwrap_or_default().chars().next_back().unwrap_or(' ');
    }
    true
}

/// Names of functions, which formulas write without a sign before them.
const FUNCTIONS: [&str; 9] = ["sin", "cos", "tan", "log", "exp", "min", "max", "lim", "var"];
