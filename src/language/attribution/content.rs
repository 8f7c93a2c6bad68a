//! What is said: behind the cue, before it, or around source and cue.

use super::CueForm;
use super::grammar::Read;
use super::verbs::{Found, Subject};
use crate::language::cues::{CueKind, Part};
use std::ops::Range;

/// How many words behind a cue at the end of a sentence are no content: "said on Monday".
const REST: usize = 4;

/// How many words may stand between a cue and its "that".
const LEAD: usize = 6;
/// The same where a preposition begins them: "said in a phone call with the agency that".
const LONG_LEAD: usize = 10;
/// What is said has at least so many words where it stands before a source without a sign between.
const FEWEST_BEFORE: usize = 4;

/// The words of the content, in one piece or two.
pub(super) fn of(read: &Read<'_>, found: &Found, source: Option<&Range<usize>>) -> Vec<Range<usize>> {
    let end = read.end();
    let first = source.map_or(found.group, |source| source.start.min(found.group)).min(found.cue.start);
    let last = source.map_or(found.cue.end, |source| source.end.max(found.cue.end));
    let before = before(read, before_kind(read, first));
    let behind = behind(read, last, end).map(|behind| up_to_other(read, found, behind));
    let is_loose = is_loose(read, found, source, last);
    let is_inverse = found.form == CueForm::Verb
        && source.is_some_and(|source| found.cue.end <= source.start)
        && super::source::is_inverted(read, found);
    let is_introduced = read.is(Part::That, found.cue.end) || read.sentence.is(found.cue.end, &[":"]);
    let pieces: Vec<Range<usize>> = match found.form {
        CueForm::Phrase => [before, behind].into_iter().flatten().collect(),
        CueForm::Aside => [before, behind].into_iter().flatten().collect(),
        CueForm::Noun | CueForm::State | CueForm::Colon | CueForm::Dash => behind.into_iter().collect(),
        CueForm::Verb if is_introduced => behind.into_iter().collect(),
        // "A truce announced by the ministry has failed": what was announced is a noun, where no "that" follows.
        CueForm::Verb if is_announced(found, source) && that_behind(read, last, end).is_none() => Vec::new(),
        // "… was condemned on Friday": what is said of it stands before.
        CueForm::Verb if found.is_passive && source.is_none() => {
            // "The alliance has been accused": nothing is said yet.
            let is_said = |before: &Range<usize>| !read.is_inflected() || FEWEST_BEFORE <= before.len();
            before.filter(is_said).into_iter().collect()
        }
        CueForm::Verb if is_loose || is_inverse => before.into_iter().collect(),
        CueForm::Verb => {
            let ends_before = first.checked_sub(1).filter(|&at| read.is_comma(at) || read.is_quote(at));
            // ", the army said" and "…,” said the army": what is said stands before.
            let is_before = ends_before.is_some_and(|at| 1 < at)
                && (is_whole(read, found, first) || behind.is_none() && !found.is_participle);
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

/// Whether it is told of a thing who announced it: in the passive, with the one who did behind "by".
fn is_announced(found: &Found, source: Option<&Range<usize>>) -> bool {
    let is_behind = source.is_some_and(|source| found.cue.end <= source.start);
    found.is_passive && is_behind && found.kind == CueKind::Says
}

/// Whether what is said stands before a source that no sign parts from it, as where commas were lost: "35 people died
/// the monitor said on Sunday", "there is no water he told the agency by telephone". Nothing but where, when and to
/// whom it was said follows then.
fn is_loose(read: &Read<'_>, found: &Found, source: Option<&Range<usize>>, last: usize) -> bool {
    let Some(source) = source.filter(|source| source.end <= found.cue.start) else { return false };
    let has_room = FEWEST_BEFORE <= source.start && !found.is_participle;
    let is_apart = source.start.checked_sub(1).is_some_and(|at| read.is_sign(at));
    if !has_room
        || is_apart
        || !opens_clause(read) && !ends_or_joins(read, last)
        || matches!(found.subject, Subject::And | Subject::To | Subject::Relative)
    {
        return false;
    }
    // "Told the agency", "told him".
    // "Told the agency".
    let is_of_them = read.is(Part::Determiner, last) && read.is(Part::People, last + 1);
    // "Told reporters during a briefing"
    let is_of_some = read.sentence.is(last, &["reporters", "journalists"]);
    let mut at = if is_of_them { last + 2 } else { last + usize::from(is_of_some) };
    while at < last + 3 && at < read.end() && (read.is_name(at) || read.is_pronoun(at) && at == last) {
        at += 1;
    }
    // "He said referring to the army".
    let is_participle = |at: usize| {
        let word = read.lower(at);
        5 < word.len() && word.ends_with("ing") && read.is_inflected() && !read.is_capital(at)
    };
    let is_rest = |at: usize| {
        let is_during = || is_of_some && read.sentence.is(at, &["during"]);
        read.end() <= at
            || read.is(Part::Joiner, at)
            || read.is(Part::Day, at)
            || is_participle(at)
            || is_during()
            || is_occasion(read, at)
            || is_day_after(read, at)
    };
    (is_rest(at) || ends_or_joins(read, last)) && that_behind(read, last, read.end()).is_none()
}

/// "In Hamra the militia shot two men the monitor said", "… the monitor said and gave a list": whatever the sentence
/// begins with, nothing that is said stands behind.
fn ends_or_joins(read: &Read<'_>, last: usize) -> bool {
    let end = read.end();
    let is_time = |at: usize| read.is(Part::Day, at) || read.sentence.is(at, &["on", "late", "early"]);
    let is_verb = |at: usize| {
        let word = read.lower(at);
        read.is(Part::Past, at) || 4 < word.len() && word.ends_with("ed")
    };
    read.is_inflected()
        && ((last..end).all(is_time) || read.sentence.is(last, &["and", "but"]) && is_verb(last + 1))
}

/// "Said before a meeting with the cabinet": when it was said, up to the end, with no verb of its own.
fn is_occasion(read: &Read<'_>, at: usize) -> bool {
    let is_verb = |at: usize| {
        [Part::Be, Part::Past, Part::Between].iter().any(|&part| read.is(part, at))
            || read.lower(at).ends_with("ed")
            || read.first(at, |form| form.part.is_verb() && form.is_finite).is_some()
    };
    read.is_inflected()
        && read.sentence.is(at, &["before", "after", "during"])
        && !(at + 1..read.end()).any(is_verb)
}

/// "Said a day after both had agreed": when it was said, whatever verb follows.
fn is_day_after(read: &Read<'_>, at: usize) -> bool {
    read.is_inflected()
        && read.sentence.is(at, &["a", "one", "two", "three", "hours", "days"])
        && (at..at + 3).any(|at| read.sentence.is(at, &["after", "before"]))
        && (at..at + 2).any(|at| read.is(Part::Time, at) || read.sentence.is(at, &["hours", "days", "weeks"]))
}

/// "Said on Friday in a statement that": where its "that" stands.
fn that_behind(read: &Read<'_>, last: usize, end: usize) -> Option<usize> {
    let is_that = |at: &usize| read.sentence.is(*at, &["that"]);
    let is_time = |at: usize| {
        [Part::Joiner, Part::Day, Part::Between, Part::Determiner, Part::Noun]
            .iter()
            .any(|&part| read.is(part, at))
    };
    let near = (last..end.min(last + LEAD)).find(is_that).filter(|&that| (last..that).all(is_time));
    let is_phrase = read.is(Part::Joiner, last) && !read.is(Part::And, last);
    let far = || (last..end.min(last + LONG_LEAD)).find(is_that).filter(|_| is_phrase);
    // "Told the agency by telephone that"
    let is_told = last.checked_sub(1).is_some_and(|cue| read.sentence.is(cue, &["told", "tells", "telling"]));
    let told = || {
        let that = (last..end.min(last + LONG_LEAD)).find(is_that).filter(|_| is_told)?;
        let is_whom = |at: usize| !read.is_sign(at) && !read.is(Part::Sure, at) && !read.is(Part::Be, at);
        (last..that).all(is_whom).then_some(that)
    };
    near.or_else(far).or_else(told)
}

/// Whether a clause of its own begins the sentence, and no "in the city of Hamra": "at least nine people died" is one.
fn opens_clause(read: &Read<'_>) -> bool {
    let is_count = read.sentence.is(0, &["at"]) && read.sentence.is(1, &["least", "most"]);
    is_count || !read.is(Part::Joiner, 0) && !read.is(Part::Break, 0)
}

/// Whether what stands before source and cue may be what is said: behind a quotation, or where a clause stands.
fn is_whole(read: &Read<'_>, found: &Found, first: usize) -> bool {
    let has_quote = (0..first).any(|at| read.is_quote(at));
    let is_clause = opens_clause(read) && 3 < first;
    has_quote || is_clause && !found.is_participle && found.subject != Subject::And
}

/// "Denies the charge and instead suggests that …", "tries to deny the defeat and in the market has shot two": what is
/// denied is a noun, which ends where "and" joins what else is done.
fn up_to_other(read: &Read<'_>, found: &Found, behind: Range<usize>) -> Range<usize> {
    let is_thing = found.kind == CueKind::Denies
        && found.form == CueForm::Verb
        && read.is_inflected()
        && !read.is(Part::That, found.cue.end)
        && !behind.clone().any(|at| read.is_quote(at));
    let is_other = |at: usize| {
        read.is(Part::Joiner, at)
            || read.is(Part::Opener, at)
            || read.first(at, |form| form.part.is_verb() && form.is_finite).is_some()
    };
    let and = behind.clone().skip(1).find(|&at| is_thing && read.is(Part::And, at) && is_other(at + 1));
    behind.start..and.unwrap_or(behind.end)
}

/// "… on Sunday *monitoring group* the Observatory said", "… of the war *observatory director* Omar Said said": what one
/// is who speaks, where a comma was lost before it. Where that begins.
fn before_kind(read: &Read<'_>, first: usize) -> usize {
    const KINDS: [&str; 8] =
        ["group", "groups", "monitor", "watchdog", "organisation", "organization", "agency", "network"];
    const OF_KIND: [&str; 5] = ["monitoring", "rights", "aid", "news", "activist"];
    let Some(noun) = first.checked_sub(1).filter(|_| read.is_inflected()) else { return first };
    let is_small = |at: usize| {
        let parts = [Part::Determiner, Part::Joiner, Part::Preposition, Part::Day, Part::Break, Part::Be];
        read.sentence.is_word(at)
            && !read.is_capital(at)
            && !read.is_possessive(at)
            && parts.iter().all(|&part| !read.is(part, at))
    };
    let modifier = noun.checked_sub(1).filter(|&at| is_small(at));
    if read.is(Part::Determiner, first) && read.is_capital(first + 1) {
        let modifier =
            modifier.filter(|&at| read.sentence.is(noun, &KINDS) && read.sentence.is(at, &OF_KIND));
        let human = modifier.and_then(|at| at.checked_sub(1)).filter(|&at| read.sentence.is(at, &["human"]));
        let start = human.or(modifier);
        // "The monitoring group the Observatory said"
        let the = start.and_then(|at| at.checked_sub(1)).filter(|&at| read.is(Part::Determiner, at));
        return the.or(start).unwrap_or(first);
    }
    let is_title = read.is_capital(first)
        && read.is(Part::People, noun)
        && !read.is_capital(noun)
        && !read.lower(noun).ends_with('s');
    match modifier.filter(|_| is_title) {
        // "Of the group director": the group is another matter.
        Some(at) if at.checked_sub(1).is_some_and(|at| read.is(Part::Determiner, at)) => noun,
        Some(at) => at,
        None => first,
    }
}

fn before(read: &Read<'_>, first: usize) -> Option<Range<usize>> {
    let end =
        (0..first).rev().find(|&at| read.sentence.is_word(at) || read.is_quote(at)).map_or(0, |at| at + 1);
    (0 < end).then_some(0..end)
}

/// "Told Orbit News he was tired", "told Orbit News the war goes on": behind the name of whom it was told.
fn behind_told(read: &Read<'_>, last: usize, end: usize) -> Option<usize> {
    let is_told = last.checked_sub(1).is_some_and(|cue| read.sentence.is(cue, &["told", "tells"]));
    let is_of_name = |at: usize| read.is_name(at) || read.sentence.is(at, &["-", "."]);
    let behind = (last..end.min(last + LEAD))
        .find(|&at| !is_of_name(at))
        .filter(|_| is_told && read.is_inflected())?;
    let begins = read.is_pronoun(behind) || read.sentence.is(behind, &["the", "this", "these", "there"]);
    (last < behind && begins).then_some(behind)
}

/// Behind when it was said: "said *on Monday* it would look into it", but not "said Monday was calm".
fn behind_time(read: &Read<'_>, from: usize) -> usize {
    let day = from + usize::from(read.sentence.is(from, &["on"]));
    let next = day + 1;
    let begins = read.is_pronoun(next)
        || read.is(Part::Determiner, next)
        || read.sentence.is(next, &["there", "at", "more"])
        || read.is_capital(next) && !read.is(Part::Day, next);
    let is_time = read.is_inflected() && read.is(Part::Day, day) && !read.is_possessive(day) && begins;
    if is_time { next } else { from }
}

fn behind(read: &Read<'_>, last: usize, end: usize) -> Option<Range<usize>> {
    let is_lead = |at: usize| {
        read.is_sign(at) && !read.is_quote(at)
            || read.sentence.is(at, &["that", "dass", "que", "qu'", "что", "що", "أن"])
    };
    let from = that_behind(read, last, end).or_else(|| behind_told(read, last, end)).unwrap_or(last);
    // "According to the Observatory [SOHR] nine died": what the name is short for is no content.
    let bracket = (from..end).find(|&at| !read.is_comma(at)).filter(|&at| read.sentence.is(at, &["[", "("]));
    let closed =
        bracket.and_then(|open| (open..end.min(open + LEAD)).find(|&at| read.sentence.is(at, &["]", ")"])));
    let from = closed.map_or(from, |close| close + 1);
    let start = (behind_time(read, from)..end).find(|&at| !is_lead(at))?;
    (start < end).then_some(start..end)
}
