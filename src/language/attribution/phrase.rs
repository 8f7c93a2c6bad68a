//! The noun phrases of a sentence, which are told by their ends (articles, prepositions, signs, verbs), since no word's
//! class is known for certain.

use super::grammar::Read;
use super::verbs::is_joined;
use crate::language::cues::Part;
use std::ops::Range;

/// The longest noun phrase, in words.
pub(super) const LONGEST: usize = 16;
/// The longest description between commas behind a name, in words.
pub(super) const DESCRIPTION: usize = 24;
/// The most words of a name before its description: "Omar Said a baker".
const NAME: usize = 6;

/// Whether words have a name or a noun for those who can speak.
pub(super) fn has_somebody(read: &Read<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| read.is_name(at) || read.is(Part::People, at))
}

/// The noun phrase that ends before `end`.
pub(super) fn ending(read: &Read<'_>, end: usize) -> Option<Range<usize>> {
    let end = before_time(read, end);
    let mut start = end;
    while let Some(at) = start.checked_sub(1).filter(|at| end - at <= LONGEST) {
        let has_words = start < end;
        if read.is_pronoun(at) {
            start = if has_words { start } else { at };
            break;
        }
        if read.is_sign(at) {
            let is_within = (has_words || read.ends_short_name(at)) && is_within_name(read, at);
            if !(is_within || is_bracket_end(read, at)) {
                break;
            }
            if read.sentence.is(at, &[")"]) {
                match (at.saturating_sub(DESCRIPTION)..at).rev().find(|&open| read.sentence.is(open, &["("]))
                {
                    // "(Photo by an agency) The group said": the bracket is another matter.
                    Some(open) if has_words && is_apart(read, open) => break,
                    Some(open) => start = open,
                    None => break,
                }
                continue;
            }
        } else if read.is(Part::And, at) {
            let is_pair = at.checked_sub(1).is_some_and(|before| {
                read.is_name(before) && (read.is_name(start) || read.sentence.is(start, &["others"]))
                    || read.is(Part::People, before) && (!read.is_capital(before) || before == 0)
                    || read.is_comma(before)
            });
            if !is_pair {
                break;
            }
        } else if is_end(read, at) && !(has_words && read.is_capital(at) && 0 < at)
            || has_words && (is_told(read, at) || is_before_name(read, at))
        {
            break;
        }
        start = at;
        if is_people_of_nation(read, start..end) {
            break;
        }
        if read.is(Part::Determiner, at)
            && !at.checked_sub(1).is_some_and(|at| joins(read, at) || places(read, at))
        {
            break;
        }
    }
    let start = without_lead(read, start, end);
    (start < end).then_some(start..end)
}

/// Where a phrase begins behind what stands before it and is none of it: where, when, whom it was told.
fn without_lead(read: &Read<'_>, mut start: usize, end: usize) -> usize {
    while start < end
        && (is_no_start(read, start)
            || is_opener(read, start..end)
            || is_meantime(read, start..end)
            || is_stray_number(read, start, end))
    {
        start += 1;
    }
    let start = behind_object(read, start..end);
    let start = behind_place(read, start..end);
    let start = behind_many(read, start..end);
    let start = behind_plural(read, start..end);
    with_other(read, start..end).unwrap_or(start)
}

/// "The envoy *this week* said": where a phrase ends without such words.
fn before_time(read: &Read<'_>, end: usize) -> usize {
    let Some(this) = end.checked_sub(2).filter(|&this| 0 < this && read.is_inflected()) else { return end };
    let is_time = read.sentence.is(this, &["this", "last"]) && read.is(Part::Time, this + 1);
    let is_behind = read.sentence.is_word(this - 1)
        && [Part::Joiner, Part::Preposition, Part::Break].iter().all(|&part| !read.is(part, this - 1));
    if is_time && is_behind { this } else { end }
}

/// "In the meantime other sources said"
fn is_meantime(read: &Read<'_>, words: Range<usize>) -> bool {
    let noun = words.start + usize::from(read.sentence.is(words.start, &["the"]));
    noun + 1 < words.end && read.sentence.is(noun, &["meantime"])
}

fn is_apart(read: &Read<'_>, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| read.is_sign(before) && !is_within_name(read, before))
}

/// The end of a date or the number of a link before a name: "5 2016 State media". "10 activists" are so many.
fn is_stray_number(read: &Read<'_>, at: usize, end: usize) -> bool {
    let is_number =
        |at: usize| !read.lower(at).is_empty() && read.lower(at).bytes().all(|b| b.is_ascii_digit());
    is_number(at) && at + 1 < end && (is_number(at + 1) || read.is_capital(at + 1))
}

/// "However the group said"
fn is_opener(read: &Read<'_>, words: Range<usize>) -> bool {
    is_apart(read, words.start) && words.start + 1 < words.end && read.is(Part::Opener, words.start)
}

/// Whether a word belongs to what stands before a name, where a comma was lost: a verb in the past, "on Monday activists
/// said", "later in the day an agency said", "carry out the inspections Kurdi said".
fn is_before_name(read: &Read<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    let is_small = !read.is_capital(at);
    let is_day = read.is(Part::Day, at)
        && !read.is_possessive(at)
        && (!read.is_capital(at + 1) || before.is_some_and(|before| read.sentence.is(before, &["on"])));
    let is_time = is_small && read.is(Part::Time, at) && read.is_capital(at + 1);
    let word = read.lower(at);
    let is_plural = 3 < word.len() && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let is_things = is_small
        && is_plural
        && read.is_inflected()
        && read.is_capital(at + 1)
        && !read.is_possessive(at)
        && ![Part::People, Part::Joiner, Part::Determiner].iter().any(|&part| read.is(part, at));
    is_day || is_time || is_things || is_small && read.is(Part::Past, at)
}

/// "In the city of Hamra Syrian activists said": they are who speaks, and the city is another matter.
fn is_people_of_nation(read: &Read<'_>, words: Range<usize>) -> bool {
    let Some(before) = words.start.checked_sub(1) else { return false };
    let is_small =
        words.end.checked_sub(1).is_some_and(|last| read.is(Part::People, last) && !read.is_capital(last));
    read.is(Part::Nation, words.start)
        && is_small
        && read.is_capital(before)
        && 0 < before
        && !read.is(Part::BeforeNation, before)
        && !read.is(Part::Nation, before)
}

/// "Raids on all al-Hamra Observatory director Omar Said said": one director is not "all", so that what stands before is
/// another matter.
fn behind_many(read: &Read<'_>, words: Range<usize>) -> usize {
    const MANY: [&str; 6] = ["all", "both", "these", "those", "several", "many"];
    let head = words.clone().rev().find(|&at| read.is(Part::People, at) && !read.is_capital(at));
    let is_one = head.is_some_and(|head| !read.lower(head).ends_with('s') && read.is_name(head + 1));
    let before = (0..words.start).rev().find(|&at| !read.sentence.is(at, &["al", "-"]));
    let is_of_many = before.is_some_and(|before| read.sentence.is(before, &MANY));
    if is_one && is_of_many && words.start + 1 < words.end { words.start + 1 } else { words.start }
}

/// "A truce with insurgent groups *diplomats* say", "a number of civilians *local sources* say": behind people in the
/// plural others begin, whom no noun in the plural describes, or who are called local.
fn behind_plural(read: &Read<'_>, words: Range<usize>) -> usize {
    const BARE: [&str; 8] =
        ["diplomats", "activists", "residents", "witnesses", "analysts", "observers", "medics", "experts"];
    const LOCAL: [&str; 4] = ["local", "medical", "security", "opposition"];
    let Some(last) = words.end.checked_sub(1).filter(|_| read.is_inflected()) else { return words.start };
    let before = last.checked_sub(1);
    let is_called = before.is_some_and(|at| read.sentence.is(at, &LOCAL)) && read.is(Part::People, last);
    let start = if is_called { last - 1 } else { last };
    let others = start.checked_sub(1).filter(|at| words.contains(at) && !read.is_capital(*at));
    let is_other = others.is_some_and(|at| {
        let is_plural = read.lower(at).ends_with('s') && !read.is_possessive(at);
        is_plural
            && (read.is(Part::People, at) || read.sentence.is(at, &["civilians", "militants", "soldiers"]))
    });
    let is_bare = read.sentence.is(last, &BARE) && !read.is_capital(last);
    if is_other && (is_called || is_bare) { start } else { words.start }
}

/// Where a phrase begins with the other one who speaks, or with the name that it describes, as far as the sentence begins
/// with that: "the Observatory and the group said", "Omar Said a baker said".
fn with_other(read: &Read<'_>, words: Range<usize>) -> Option<usize> {
    let before = words.start.checked_sub(1).filter(|_| read.is(Part::Determiner, words.start))?;
    let is_and = read.is(Part::And, before);
    let is_described = read.sentence.is(words.start, &["a", "an", "another"]) && read.is_name(before);
    let end = if is_and { before } else { words.start };
    let start = (end.saturating_sub(NAME)..end).rev().find(|&at| is_apart(read, at))?;
    let is_of_name = |at: usize| {
        read.is_capital(at)
            || is_within_name(read, at)
            || read.is(Part::Joiner, at) && start < at && read.is_capital(at + 1)
            || is_and
                && (read.is(Part::Determiner, at) && at == start
                    || read.is(Part::People, at)
                    || read.is(Part::Joiner, at))
    };
    let is_name = (start..end).all(is_of_name) && (start..end).any(|at| read.is_name(at));
    let is_subject = !is_end(read, start) && !is_opener(read, start..end) && !read.is(Part::Joiner, start);
    ((is_and || is_described) && start < end && is_name && is_subject).then_some(start)
}

/// Whether a word within a sentence tells what became of somebody, so that no name goes beyond it where commas were
/// lost: "four people died hospital sources said".
pub(super) fn is_told(read: &Read<'_>, at: usize) -> bool {
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

/// "The border with Turkey local sources said", "marathon talks in Geneva Secretary of State Kerry said", where a comma
/// was lost: what stands before a preposition names nobody who could speak, so that whoever does stands behind its noun.
fn behind_place(read: &Read<'_>, words: Range<usize>) -> usize {
    const WITHIN_NAMES: [&str; 3] = ["of", "for", "and"];
    let is_preposition = |at: usize| {
        (read.is(Part::Joiner, at) || read.is(Part::Preposition, at) || read.is(Part::By, at))
            && !read.sentence.is(at, &WITHIN_NAMES)
    };
    let last = (words.start + 1..words.end).rev().find(|&at| is_preposition(at));
    if last.is_some_and(|last| has_somebody(read, &(words.start..last))) {
        return words.start;
    }
    // "To the nearby hospitals Omar Said": the preposition stands before.
    let follows = |&start: &usize| {
        let before = start.checked_sub(1);
        read.is(Part::Determiner, start)
            && before.is_some_and(|before| is_preposition(before) || read.is(Part::To, before))
    };
    let object = last.map(|at| at + 1).or(Some(words.start).filter(follows));
    let Some(object) = object.filter(|_| read.is_inflected()) else { return words.start };
    let is_small_noun = |at: usize| {
        !read.is_capital(at)
            && read.sentence.is_word(at)
            && ![Part::Joiner, Part::Determiner, Part::Preposition].iter().any(|&part| read.is(part, at))
    };
    let is_plural = |at: usize| read.lower(at).ends_with('s');
    // "In the area Omar Said", "by rebels Omar Said": a name behind a noun in small letters that is none for somebody.
    let name = (object + 1..words.end).find(|&at| {
        read.is_capital(at) && is_small_noun(at - 1) && (!read.is(Part::People, at - 1) || is_plural(at - 1))
    });
    // "With Turkey local sources": a noun in small letters behind a name.
    let small = || {
        let begins = (object + 1..words.end).find(|&at| is_small_noun(at) && read.is_capital(at - 1))?;
        let last = words.end.checked_sub(1).filter(|_| read.is_capital(object))?;
        (read.is(Part::People, last) || read.is_capital(last)).then_some(begins)
    };
    // "In Geneva Secretary of State Kerry", "into Turkey Archbishop Hindo": the first name is the place.
    let titled = || {
        const FEWEST: usize = 3;
        let is_of_name =
            |at: usize| read.is_capital(at) || !read.sentence.is_word(at) || read.is(Part::Joiner, at);
        let is_long = FEWEST <= words.end - object && (object..words.end).all(is_of_name);
        (is_long && read.is_capital(object) && read.is_capital(object + 1)).then_some(object + 1)
    };
    let found = name.or_else(small).or_else(titled);
    found.filter(|&at| has_somebody(read, &(at..words.end))).unwrap_or(words.start)
}

/// Whether no noun phrase goes beyond a word: a conjunction, an auxiliary, a verb, a day.
fn is_end(read: &Read<'_>, at: usize) -> bool {
    if is_so_called(read, at) {
        return false;
    }
    let parts = [Part::Break, Part::Be, Part::Relative, Part::Day, Part::Sure, Part::Negation, Part::To];
    parts.iter().any(|&part| read.is(part, at) && !(part == Part::Sure && is_noun(read, at)))
        || read.is(Part::Between, at) && !read.is(Part::Determiner, at)
}

/// "The so-called Observatory": the words for it, with the hyphen.
fn is_so_called(read: &Read<'_>, at: usize) -> bool {
    let begins = |at: usize| read.sentence.is(at, &["so"]) && read.sentence.is(at + 2, &["called"]);
    begins(at) || at.checked_sub(2).is_some_and(begins)
}

/// Whether a word behind a noun tells what that did: a verb that attributes, or one in the past.
fn is_predicate(read: &Read<'_>, at: usize) -> bool {
    let is_verb = read.first(at, |form| form.part.is_verb()).is_some();
    let is_past = 4 < read.lower(at).len() && read.lower(at).ends_with("ed") && read.is_inflected();
    let is_attribute = at.checked_sub(1).is_some_and(|before| {
        read.is(Part::Determiner, before) || read.is(Part::Joiner, before) || read.is_possessive(before)
    });
    // "The coast-based monitor"
    (is_verb || is_past) && !is_attribute && !is_noun(read, at) && !is_joined(read, at)
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

/// "An official inside the ministry"
fn places(read: &Read<'_>, at: usize) -> bool {
    read.is(Part::Preposition, at)
        && at.checked_sub(1).is_some_and(|before| read.is(Part::People, before) && !read.is_capital(before))
}

fn is_no_start(read: &Read<'_>, at: usize) -> bool {
    (read.is(Part::Joiner, at) || read.is(Part::And, at) || read.is_between(at) || read.is_sign(at))
        && !read.is(Part::Determiner, at)
        && !read.sentence.is(at, &["(", "#", "@"])
}

/// A sign within a name: a hyphen, the point of a title.
pub(super) fn is_within_name(read: &Read<'_>, at: usize) -> bool {
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

/// "Observatory head Rami", in small letters before the name.
fn is_title(read: &Read<'_>, from: usize) -> bool {
    const NOUNS: usize = 3;
    let is_people = |at: usize| read.is(Part::People, at) || read.sentence.is(at, &["head", "founder"]);
    let people = (from..from + NOUNS).find(|&at| is_people(at) && !read.is_capital(at));
    people.is_some_and(|people| {
        read.is_name(people + 1)
            && (from..people)
                .all(|at| read.sentence.is_word(at) && !is_end(read, at) && !read.is(Part::Joiner, at))
    })
}

/// The noun phrase that begins at a word, with a description behind a comma.
pub(super) fn beginning(read: &Read<'_>, from: usize) -> Option<Range<usize>> {
    // "Stated that the army": what is said begins there.
    if read.sentence.is(from, &["that"]) && read.is(Part::That, from) {
        return None;
    }
    let begins = read.is_name(from)
        || read.is(Part::Determiner, from)
        || read.is(Part::People, from)
        || read.is_pronoun(from) && !read.is(Part::That, from)
        || is_title(read, from)
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
pub(super) fn end_of(read: &Read<'_>, from: usize) -> usize {
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
