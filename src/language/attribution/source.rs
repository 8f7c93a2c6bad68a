//! Who is named as the source of a cue: the noun phrase that is its subject, or that stands behind it. Phrases
//! are told by their ends (articles, prepositions, signs, verbs), since no word's class is known for certain.

use super::grammar::Read;
use super::verbs::{Found, Subject};
use super::{CueForm, Hit};
use crate::language::cues::Part;
use std::ops::Range;

/// The longest noun phrase, in words.
const LONGEST: usize = 16;
/// The longest description between commas behind a name, in words.
const DESCRIPTION: usize = 24;
/// How far behind a passive verb the one who acts may stand, in words.
const BY: usize = 6;

/// The source of a cue; `before` are the attributions before it in the sentence.
pub(super) fn of(read: &Read<'_>, found: &Found, before: &[Hit]) -> Option<Range<usize>> {
    let (group, end) = (found.group, found.cue.end);
    let shared = || before.iter().rev().find_map(|hit| hit.source.clone()).or_else(|| first(read, group));
    match found.form {
        CueForm::Phrase if found.subject == Subject::Other => ending(read, group),
        CueForm::Phrase => after_phrase(read, end),
        CueForm::Aside | CueForm::Colon | CueForm::Dash => None,
        CueForm::Noun => of_noun(read, found),
        CueForm::State => subject(read, found).or_else(shared),
        CueForm::Verb if found.is_passive => acting(read, end),
        // "The protesters chanted, criticising the government": what follows is whom it is about.
        CueForm::Verb if found.is_participle && found.subject == Subject::Other => {
            subject(read, found).filter(|words| names_somebody(read, words.clone())).or_else(shared)
        }
        CueForm::Verb => match found.subject {
            Subject::Nothing => beginning(read, end),
            Subject::To | Subject::And => shared(),
            Subject::Noun => None,
            Subject::Quote => beginning(read, end).or_else(shared),
            Subject::Sign if found.is_participle => shared(),
            _ => subject(read, found).or_else(|| beginning(read, end)).or_else(shared),
        },
    }
}

/// What stands before a verb as its subject.
fn subject(read: &Read<'_>, found: &Found) -> Option<Range<usize>> {
    let last = found.group.checked_sub(1)?;
    match found.subject {
        Subject::Sign => {
            let right = || beginning(read, found.cue.end);
            if read.is_comma(last) && last.checked_sub(1).is_some_and(|at| read.is_quote(at)) {
                return right();
            }
            let described = described(read, last);
            // "… , said the army": the description of a name that a sentence begins with comes first.
            let begins = described.as_ref().is_some_and(|words| words.start <= 1);
            let is_inverted = read.is_comma(last)
                && !begins
                && right().is_some_and(|right| is_at_end(read, right.end) || described.is_none());
            if is_inverted { right() } else { described.or_else(right) }
        }
        Subject::Relative => {
            let end = if last.checked_sub(1).is_some_and(|at| read.is_comma(at)) { last - 1 } else { last };
            ending(read, end)
        }
        _ => match ending(read, found.group) {
            Some(words) if has_somebody(read, &words) || read.is_pronoun(words.start) => Some(words),
            // "… and missiles said the network of activists."
            words => before_relative(read, found.group)
                .or_else(|| {
                    // "A nurse told the paper" is whole, whoever she is.
                    let is_bare = words.as_ref().is_none_or(|words| !read.is(Part::Determiner, words.start));
                    let behind = beginning(read, found.cue.end).filter(|_| is_bare);
                    behind.filter(|words| has_somebody(read, words))
                })
                .or(words),
        },
    }
}

/// Whether words have a name or a noun for those who can speak.
fn has_somebody(read: &Read<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| read.is_name(at) || read.is(Part::People, at))
}

/// "An activist in Hamra who spoke on condition of anonymity told": the one whom the clause is about, where the words
/// right before the verb name nobody.
fn before_relative(read: &Read<'_>, group: usize) -> Option<Range<usize>> {
    let words = (group.saturating_sub(DESCRIPTION)..group)
        .rev()
        .take_while(|&at| !read.is_sign(at) || is_within_name(read, at));
    let relative =
        words.filter(|&at| read.is(Part::Relative, at)).find(|&at| !read.sentence.is(at, &["that"]))?;
    ending(read, relative).filter(|words| has_somebody(read, words))
}

/// Whether nothing that has a subject can follow: the end, a sign, "on Monday", "in a statement".
fn is_at_end(read: &Read<'_>, at: usize) -> bool {
    read.end() <= at || read.is_sign(at) || read.is(Part::Day, at) || read.is(Part::Joiner, at)
}

/// "A name, a description,": from the name on, without the last comma, which is at `last`.
fn described(read: &Read<'_>, last: usize) -> Option<Range<usize>> {
    let opening: &[&str] = match read.lower(last) {
        ")" => &["("],
        "—" | "–" | "-" => &["—", "–", "-"],
        _ => &[","],
    };
    let mut ends = (last.saturating_sub(DESCRIPTION)..last).rev().filter(|&at| read.sentence.is(at, opening));
    let comma = ends.next()?;
    let name = ending(read, comma)?;
    // "In Aleppo, in the north," names nobody.
    let is_described = !read.is(Part::Joiner, comma + 1) || read.is_sign(last) && !read.is_comma(last);
    is_described.then_some(name.start..if read.is_comma(last) { last } else { last + 1 })
}

/// The noun phrase that ends before `end`.
pub(super) fn ending(read: &Read<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while let Some(at) = start.checked_sub(1).filter(|at| end - at <= LONGEST) {
        let has_words = start < end;
        if read.is_pronoun(at) {
            start = if has_words { start } else { at };
            break;
        }
        if read.is_sign(at) {
            let is_within = has_words && is_within_name(read, at);
            if !(is_within || is_bracket_end(read, at)) {
                break;
            }
            if read.sentence.is(at, &[")"]) {
                match (at.saturating_sub(DESCRIPTION)..at).rev().find(|&open| read.sentence.is(open, &["("]))
                {
                    Some(open) => start = open,
                    None => break,
                }
                continue;
            }
        } else if read.is(Part::And, at) {
            let is_pair = at.checked_sub(1).is_some_and(|before| {
                read.is_name(before) && read.is_name(start)
                    || read.is(Part::People, before) && !read.is_capital(before)
                    || read.is_comma(before)
            });
            if !is_pair {
                break;
            }
        } else if is_end(read, at) && !(has_words && read.is_capital(at) && 0 < at)
            || has_words && is_told(read, at)
        {
            break;
        }
        start = at;
        if read.is(Part::Determiner, at) && !at.checked_sub(1).is_some_and(|at| joins(read, at)) {
            break;
        }
    }
    while start < end && is_no_start(read, start) {
        start += 1;
    }
    let start = behind_object(read, start..end);
    (start < end).then_some(start..end)
}

/// Whether a word within a sentence tells what became of somebody, so that no name goes beyond it where commas were
/// lost: "four people died hospital sources said".
fn is_told(read: &Read<'_>, at: usize) -> bool {
    let is_behind_noun = at.checked_sub(1).is_some_and(|before| {
        read.is(Part::People, before) && !read.is_capital(before) || read.is(Part::Be, before)
    });
    let is_past = 3 < read.lower(at).len() && read.lower(at).ends_with("ed") && read.is_inflected();
    is_behind_noun && is_past && !read.is_capital(at)
}

/// "About the incident state media in Hamra said" where a comma was lost: the phrase behind a preposition ends before
/// the name. Where the name begins; else where the phrase does.
fn behind_object(read: &Read<'_>, words: Range<usize>) -> usize {
    let before = words.start.checked_sub(1);
    let is_object = before.is_some_and(|before| read.is(Part::Preposition, before))
        && read.is(Part::Determiner, words.start);
    let is_state = before.is_some_and(|before| read.is(Part::Be, before)) && !read.is_capital(words.start);
    let is_noun =
        |at: usize| !read.is_capital(at) && !read.is(Part::Joiner, at) && !read.is(Part::Determiner, at);
    let mut names = (words.start + 1..words.end)
        .filter(|&at| read.is_capital(at) && (is_noun(at - 1) || is_state && !read.is_capital(at - 1)));
    names.next().filter(|_| is_object || is_state).unwrap_or(words.start)
}

/// Whether no noun phrase goes beyond a word: a conjunction, an auxiliary, a verb, a day.
fn is_end(read: &Read<'_>, at: usize) -> bool {
    let parts = [Part::Break, Part::Be, Part::Relative, Part::Day, Part::Sure, Part::Negation, Part::To];
    parts.iter().any(|&part| read.is(part, at) && !(part == Part::Sure && is_noun(read, at)))
        || read.is(Part::Between, at) && !read.is(Part::Determiner, at)
}

/// Whether a word behind a noun tells what that did: a verb that attributes, or one in the past.
fn is_predicate(read: &Read<'_>, at: usize) -> bool {
    let is_verb = read.first(at, |form| form.part.is_verb()).is_some();
    let is_past = 4 < read.lower(at).len() && read.lower(at).ends_with("ed") && read.is_inflected();
    let is_attribute = at.checked_sub(1).is_some_and(|before| {
        read.is(Part::Determiner, before) || read.is(Part::Joiner, before) || read.is_possessive(before)
    });
    (is_verb || is_past) && !is_attribute && !is_noun(read, at)
}

/// A word that is a verb elsewhere, and here a noun: "the second report", "People".
fn is_noun(read: &Read<'_>, at: usize) -> bool {
    read.is(Part::People, at)
        || read.is(Part::Noun, at)
        || at
            .checked_sub(1)
            .is_some_and(|before| read.is(Part::NounBefore, before) || read.is_possessive(before))
}

/// Prepositions that join nouns to one phrase.
fn joins(read: &Read<'_>, at: usize) -> bool {
    read.is(Part::Joiner, at) && !read.is(Part::And, at) || read.is_possessive(at)
}

fn is_no_start(read: &Read<'_>, at: usize) -> bool {
    (read.is(Part::Joiner, at) || read.is(Part::And, at) || read.is_between(at) || read.is_sign(at))
        && !read.is(Part::Determiner, at)
        && !read.sentence.is(at, &["(", "#", "@"])
}

/// A sign within a name: a hyphen, the point of a title.
fn is_within_name(read: &Read<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    let is_title = before.is_some_and(|before| {
        read.is(Part::Title, before)
            || read.lower(before).chars().count() == 1
            || read.lower(before).contains('.')
    });
    match read.lower(at) {
        "." => is_title,
        "-" | "‑" | "'" | "’" | "/" | "&" | "@" | "#" => true,
        _ => false,
    }
}

fn is_bracket_end(read: &Read<'_>, at: usize) -> bool {
    read.sentence.is(at, &[")"])
}

/// The noun phrase that begins at a word, with a description behind a comma.
fn beginning(read: &Read<'_>, from: usize) -> Option<Range<usize>> {
    let begins = read.is_name(from)
        || read.is(Part::Determiner, from)
        || read.is(Part::People, from)
        || read.is_pronoun(from) && !read.is(Part::That, from)
        || read.is_caseless(from) && !read.is(Part::Joiner, from) && !is_end(read, from);
    if !begins {
        return None;
    }
    if read.is_pronoun(from) {
        return Some(from..from + 1);
    }
    // An Arabic noun with its article is whole; one without is joined to what follows.
    let is_whole = read.is_caseless(from) && read.lower(from).starts_with("ال");
    let end = if is_whole { from + 1 } else { end_of(read, from) };
    if end == from || !names_somebody(read, from..end) {
        return None;
    }
    let end =
        if read.is_comma(end) && (read.is(Part::Determiner, end + 1) || read.is(Part::Relative, end + 1)) {
            let close = (end + 1..read.end().min(end + DESCRIPTION))
                .find(|&at| read.is_sign(at) && !is_within_name(read, at));
            close.unwrap_or(read.end().min(end + DESCRIPTION))
        } else {
            end
        };
    Some(from..end)
}

/// Whether a phrase has a name or a noun for somebody in it.
fn names_somebody(read: &Read<'_>, words: Range<usize>) -> bool {
    has_somebody(read, &words) || words.len() <= 4
}

/// Where a noun phrase that begins at `from` ends.
fn end_of(read: &Read<'_>, from: usize) -> usize {
    let mut end = from;
    while end < read.len() && end - from < LONGEST {
        let stops = if read.is_sign(end) {
            !is_within_name(read, end) || read.end() <= end
        } else {
            from < end
                && (!read.is_capital(end) && (is_end(read, end) || is_predicate(read, end))
                    || read.is(Part::Day, end))
        };
        if stops {
            break;
        }
        end += 1;
    }
    while from < end && (read.is(Part::Joiner, end - 1) || read.is(Part::And, end - 1)) {
        end -= 1;
    }
    end
}

/// Behind "according to": up to a sign or a verb.
fn after_phrase(read: &Read<'_>, from: usize) -> Option<Range<usize>> {
    if read.is(Part::Relative, from) {
        return None;
    }
    if read.is_pronoun(from) {
        return Some(from..from + 1);
    }
    let stops = |at: usize| {
        read.is_sign(at) && !is_within_name(read, at) && !read.is_quote(at)
            || from < at && (read.is(Part::Break, at) || read.is(Part::Relative, at) || read.is(Part::Be, at))
    };
    let end = (from..read.end().min(from + DESCRIPTION)).find(|&at| stops(at));
    let end = end.unwrap_or(read.end().min(from + DESCRIPTION));
    (from < end).then_some(from..end)
}

/// Behind a passive verb: "was denied by the army".
fn acting(read: &Read<'_>, from: usize) -> Option<Range<usize>> {
    let by = (from..(from + BY).min(read.len())).find(|&at| read.is(Part::By, at))?;
    let end = end_of(read, by + 1);
    (by + 1 < end).then_some(by + 1..end)
}

/// "The army's claim that", "a claim by the army that".
fn of_noun(read: &Read<'_>, found: &Found) -> Option<Range<usize>> {
    if let Some(by) = (found.cue.end..(found.cue.end + 2).min(read.len())).find(|&at| read.is(Part::By, at)) {
        let end = end_of(read, by + 1);
        return (by + 1 < end).then_some(by + 1..end);
    }
    let owner =
        (found.cue.start.saturating_sub(4)..found.cue.start).rev().find(|&at| read.is_possessive(at))?;
    ending(read, owner + 1)
}

/// The noun phrase that the sentence begins with, behind what introduces it: its subject, where nothing else is.
fn first(read: &Read<'_>, before: usize) -> Option<Range<usize>> {
    let mut from = (0..before).find(|&at| !read.is_quote(at) && !read.is_sign(at))?;
    if read.is(Part::Joiner, from) || read.is(Part::Break, from) {
        let comma = (from..before).find(|&at| read.is_comma(at))?;
        from = comma + 1;
    }
    quoted_name(read, from).or_else(|| beginning(read, from)).filter(|words| words.end <= before)
}

/// A name within quotation marks, "“Free state” is trying to deny": all of it, whatever its words are elsewhere.
fn quoted_name(read: &Read<'_>, from: usize) -> Option<Range<usize>> {
    let is_quoted = from.checked_sub(1).is_some_and(|before| read.is_quote(before));
    let end = (from..read.end().min(from + BY)).find(|&at| read.is_sign(at) && !is_within_name(read, at))?;
    (is_quoted && from < end && read.is_quote(end) && read.is_name(from)).then_some(from..end)
}
