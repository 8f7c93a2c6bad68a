//! What is said: behind the cue, before it, or around source and cue.

use super::CueForm;
use super::grammar::Read;
use super::verbs::{Found, Subject};
use crate::language::cues::Part;
use std::ops::Range;

/// How many words behind a cue at the end of a sentence are no content: "said on Monday".
const REST: usize = 4;

/// How many words may stand between a cue and its "that".
const LEAD: usize = 6;

/// The words of the content, in one piece or two.
pub(super) fn of(read: &Read<'_>, found: &Found, source: Option<&Range<usize>>) -> Vec<Range<usize>> {
    let end = read.end();
    let first = source.map_or(found.group, |source| source.start.min(found.group)).min(found.cue.start);
    let last = source.map_or(found.cue.end, |source| source.end.max(found.cue.end));
    let before = before(read, first);
    let behind = behind(read, last, end);
    let is_introduced = read.is(Part::That, found.cue.end) || read.sentence.is(found.cue.end, &[":"]);
    let pieces: Vec<Range<usize>> = match found.form {
        CueForm::Phrase => [before, behind].into_iter().flatten().collect(),
        CueForm::Aside => [before, behind].into_iter().flatten().collect(),
        CueForm::Noun | CueForm::State | CueForm::Colon | CueForm::Dash => behind.into_iter().collect(),
        CueForm::Verb if is_introduced => behind.into_iter().collect(),
        CueForm::Verb => {
            let ends_before = first.checked_sub(1).filter(|&at| read.is_comma(at) || read.is_quote(at));
            // ", the army said" and "…,” said the army": what is said stands before.
            let is_before = ends_before.is_some_and(|at| 1 < at) && is_whole(read, found, first);
            match (is_before, behind) {
                (true, Some(behind)) if REST < behind.len() => {
                    [before, Some(behind)].into_iter().flatten().collect()
                }
                (true, _) => before.into_iter().collect(),
                (false, behind) => behind.into_iter().collect(),
            }
        }
    };
    pieces
}

/// Whether what stands before source and cue may be what is said: behind a quotation, or where a clause stands.
fn is_whole(read: &Read<'_>, found: &Found, first: usize) -> bool {
    let has_quote = (0..first).any(|at| read.is_quote(at));
    let is_clause = !read.is(Part::Joiner, 0) && !read.is(Part::Break, 0) && 3 < first;
    has_quote || is_clause && !found.is_participle && found.subject != Subject::And
}

fn before(read: &Read<'_>, first: usize) -> Option<Range<usize>> {
    let end =
        (0..first).rev().find(|&at| read.sentence.is_word(at) || read.is_quote(at)).map_or(0, |at| at + 1);
    (0 < end).then_some(0..end)
}

fn behind(read: &Read<'_>, last: usize, end: usize) -> Option<Range<usize>> {
    let is_lead = |at: usize| {
        read.is_sign(at) && !read.is_quote(at)
            || read.sentence.is(at, &["that", "dass", "que", "qu'", "что", "що", "أن"])
    };
    // "Said on Friday in a statement that".
    let that = (last..end.min(last + LEAD)).find(|&at| read.sentence.is(at, &["that"]));
    let is_time = |at: usize| {
        [Part::Joiner, Part::Day, Part::Between, Part::Determiner, Part::Noun]
            .iter()
            .any(|&part| read.is(part, at))
    };
    let from = that.filter(|&that| (last..that).all(is_time)).unwrap_or(last);
    let start = (from..end).find(|&at| !is_lead(at))?;
    (start < end).then_some(start..end)
}
