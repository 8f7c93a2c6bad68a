//! What stands behind the name of a source and is none of it: when, where and in what it was said.

use super::grammar::Read;
use crate::language::cues::Part;
use std::ops::Range;

/// What something is said in.
const SAID_IN: [&str; 16] = [
    "statement",
    "statements",
    "letter",
    "letters",
    "interview",
    "interviews",
    "report",
    "reports",
    "message",
    "messages",
    "email",
    "speech",
    "tweet",
    "conference",
    "briefing",
    "remarks",
];
/// What a sentence turns with behind its subject: "the opposition however says".
const TURNS: [&str; 5] = ["however", "meanwhile", "though", "too", "therefore"];
/// How far behind "in" it stands, in words: "in two separate letters".
const FAR: usize = 5;
/// How many words may follow it: "in two letters sent on Monday".
const REST: usize = 3;

/// A source without such words at its end: "the ministry *in a statement*", "the envoy *for his part*", "sources *on
/// Monday*", "investigators *last week*".
pub(super) fn without(read: &Read<'_>, mut words: Range<usize>) -> Range<usize> {
    while read.is_inflected()
        && let Some(end) = (words.start + 1..words.end).rev().find(|&at| is_aside(read, at, words.end))
    {
        words.end = end;
    }
    words
}

/// Whether from a word to `end` nothing stands but such words.
fn is_aside(read: &Read<'_>, at: usize, end: usize) -> bool {
    let n_words = end - at;
    let is_time = |at: usize| read.is(Part::Time, at) || read.is(Part::Day, at);
    let is_last = read.sentence.is(at, &["last", "this"]) && n_words == 2 && is_time(at + 1);
    let is_on = read.sentence.is(at, &["on", "late", "early"]) && n_words == 2 && read.is(Part::Day, at + 1);
    let is_part = n_words == 3
        && read.sentence.is(at, &["for"])
        && read.sentence.is(at + 1, &["his", "her", "its", "their"])
        && read.sentence.is(at + 2, &["part"]);
    let said = || (at + 2..end.min(at + FAR)).find(|&at| read.sentence.is(at, &SAID_IN));
    let is_in = read.sentence.is(at, &["in"])
        && (!read.is(Part::Determiner, at + 1) || read.sentence.is(at + 1, &["a", "an"]))
        && said().is_some_and(|said| end - said <= 1 + REST);
    let is_turn = n_words == 1 && read.sentence.is(at, &TURNS);
    is_last || is_on || is_part || is_in || is_turn
}
