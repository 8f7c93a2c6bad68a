//! Who is named as the source of a cue: the noun phrase that is its subject, or that stands behind it.

use super::aside;
use super::grammar::Read;
use super::phrase::{DESCRIPTION, LONGEST, beginning, end_of, ending, has_somebody, is_told, is_within_name};
use super::verbs::{Found, Subject, is_joined};
use super::{CueForm, Hit};
use crate::language::cues::Part;
use std::ops::Range;

/// How far behind a passive verb the one who acts may stand, in words.
const BY: usize = 6;
/// The fewest words that are said before "said the director".
const LEAST_SAID: usize = 4;
/// The most words of when and where it was said, behind that.
const ASIDE: usize = 3;
/// The same of what it was said in: "in a press release published on Monday".
const STATEMENT: usize = 9;

/// How long a clause is that tells of one who speaks, in words.
const CLAUSE: usize = 5;

/// The source of a cue; `before` are the attributions before it in the sentence.
pub(super) fn of(read: &Read<'_>, found: &Found, before: &[Hit]) -> Option<Range<usize>> {
    let words = named(read, found, before).map(|words| aside::without(read, words))?;
    // "As rebels claim a neighbour wants peace": who wants it stands behind what attributes that.
    let is_within = |hit: &&Hit| {
        let is_inner = words.start < hit.cue.start && hit.cue.end < words.end && words.end <= found.group;
        hit.form == CueForm::Verb && hit.source.is_some() && is_inner
    };
    let start = before.iter().rev().find(is_within).map_or(words.start, |hit| hit.cue.end);
    Some(start..words.end)
}

fn named(read: &Read<'_>, found: &Found, before: &[Hit]) -> Option<Range<usize>> {
    let (group, end) = (found.group, found.cue.end);
    let shared = || before.iter().rev().find_map(|hit| hit.source.clone()).or_else(|| first(read, group));
    match found.form {
        CueForm::Phrase if found.subject == Subject::Other => ending(read, group),
        CueForm::Phrase => after_phrase(read, end),
        CueForm::Aside | CueForm::Colon | CueForm::Dash => None,
        CueForm::Noun => of_noun(read, found),
        CueForm::State => subject(read, found).or_else(shared),
        CueForm::Verb if found.is_passive => acting(read, end),
        // "Activists said three women were among the dead, adding that …"
        CueForm::Verb if goes_on(read, found, before) => shared(),
        // "The protesters chanted, criticising the government": what follows is whom it is about.
        CueForm::Verb if found.is_participle && found.subject == Subject::Other => {
            let own = subject(read, found);
            // "A movement demanding change": a thing does it, and nobody who is named elsewhere.
            if own.clone().is_some_and(|words| is_thing(read, &words)) {
                return None;
            }
            let is_somebody =
                |words: &Range<usize>| has_somebody(read, words) || read.is_pronoun(words.start);
            own.filter(|words| has_somebody(read, words)).or_else(|| shared().filter(is_somebody))
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

/// Whether a phrase with its article names nobody.
fn is_thing(read: &Read<'_>, words: &Range<usize>) -> bool {
    let is_article = read.sentence.is(words.start, &["a", "an", "the"]) && 1 < words.len();
    is_article && words.start.checked_sub(1).is_some_and(|at| !read.is_sign(at)) && !has_somebody(read, words)
}

/// Whether who spoke before goes on, whatever stands between: "adding that", but not "with the agency adding that".
fn goes_on(read: &Read<'_>, found: &Found, before: &[Hit]) -> bool {
    const GOES_ON: [&str; 6] = ["adding", "noting", "stressing", "explaining", "insisting", "citing"];
    let start = found.cue.start;
    let has_own = (start.saturating_sub(LONGEST)..start)
        .rev()
        .take_while(|&at| !read.is_sign(at))
        .any(|at| read.sentence.is(at, &["with"]));
    let is_spoken = before.iter().any(|hit| hit.form == CueForm::Verb && hit.source.is_some());
    read.sentence.is(start, &GOES_ON) && is_spoken && !has_own
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
        _ if is_inverted(read, found) => beginning(read, found.cue.end),
        _ if found.is_participle => subject_of_participle(read, found.group),
        _ => match ending(read, found.group) {
            // "The Observatory which relies on a network said": the clause between is about the source.
            Some(words) if is_in_relative(read, &words) => before_relative(read, found.group).or(Some(words)),
            Some(words) if has_somebody(read, &words) || read.is_pronoun(words.start) => Some(words),
            // "… and missiles said the network of activists."
            words => before_relative(read, found.group)
                .or_else(|| {
                    // "A nurse told the paper" is whole, whoever she is.
                    let is_bare = words.as_ref().is_none_or(|words| !read.is(Part::Determiner, words.start));
                    let behind = beginning(read, found.cue.end).filter(|_| is_bare);
                    behind.filter(|words| has_somebody(read, words))
                })
                // "In two letters on August 24 stated that"
                .or(words.filter(|words| !words.clone().all(|at| is_number(read, at)))),
        },
    }
}

/// "Two soldiers were killed said the director of the group.": nothing that could be said follows the one who says it.
pub(super) fn is_inverted(read: &Read<'_>, found: &Found) -> bool {
    const SAYS: [&str; 4] = ["said", "says", "added", "continued"];
    let (before, end) = (found.group, found.cue.end);
    let is_verb = read.is_inflected() && found.cue.len() == 1 && read.sentence.is(found.cue.start, &SAYS);
    if !is_verb || before < LEAST_SAID || read.is_pronoun(before - 1) || read.is(Part::Day, end) {
        return false;
    }
    let Some(right) = beginning(read, end).filter(|right| has_somebody(read, right)) else { return false };
    // "The Observatory said the deaths came in fighting on the river": all that stands before is who says it.
    let is_subject =
        |words: Range<usize>| words.start <= 1 && words.end == before && has_somebody(read, &words);
    if read.is(Part::Determiner, 0) && ending(read, before).is_some_and(is_subject) {
        return false;
    }
    let is_participle = read.first(right.end, |form| form.part.is_verb() && form.is_participle).is_some();
    let n_left = (right.end..read.end()).filter(|&at| !read.is_sign(at)).count();
    let is_aside = read.is(Part::Day, right.end) || read.is(Part::Joiner, right.end);
    let is_in_statement = read.sentence.is(right.end, &["in"])
        && read.sentence.is(right.end + 1, &["a", "an"])
        && n_left <= STATEMENT
        && !(right.end..read.end()).any(|at| read.is(Part::Be, at) || read.is(Part::Past, at));
    is_participle
        || n_left == 0
        || is_aside && n_left <= ASIDE
        || is_in_statement
        || tells_of(read, before, right.end)
}

/// "Guns fell silent in Hamra said the monitor which counts the dead", "… said Omar Said a baker reached by telephone":
/// a clause stands before, and what follows the one who speaks tells of them alone.
fn tells_of(read: &Read<'_>, before: usize, from: usize) -> bool {
    let is_past = |at: usize| {
        let word = read.lower(at);
        4 < word.len() && word.ends_with("ed") && !read.is_capital(at) && !is_joined(read, at)
    };
    let is_verb = |at: usize| {
        is_past(at)
            || [Part::Be, Part::Past].iter().any(|&part| read.is(part, at))
            || read.sentence.is(at, &["has", "have", "had", "will", "would", "can", "could"])
    };
    let is_relative = read.sentence.is(from, &["who", "which"]);
    let is_reached = is_past(from) && (read.is(Part::By, from + 1) || read.is(Part::Joiner, from + 1));
    let n_verbs = (from..read.end()).filter(|&at| is_verb(at)).count();
    let has_other = (from..read.end()).any(|at| read.is_sign(at) || read.is(Part::Break, at) && at != from);
    (is_relative || is_reached) && n_verbs <= 1 && !has_other && (0..before).any(is_verb)
}

/// The one who does what a participle tells: "Kurdi took a stand at the talks, calling on both sides" is about Kurdi.
/// With "with" it has a subject of its own: "with the agency saying".
fn subject_of_participle(read: &Read<'_>, group: usize) -> Option<Range<usize>> {
    let near = ending(read, group)?;
    let words = || (near.start.saturating_sub(LONGEST)..group).rev().take_while(|&at| !read.is_sign(at));
    if let Some(with) = words().find(|&at| read.sentence.is(at, &["with"])).filter(|&at| near.contains(&at)) {
        return Some(with + 1..near.end);
    }
    let past = words().find(|&at| read.is(Part::Past, at) && !read.is_capital(at) || is_told(read, at));
    past.and_then(|past| ending(read, past)).filter(|words| has_somebody(read, words)).or(Some(near))
}

/// Whether a phrase stands in a clause about the one who speaks: "a nurse who spoke to the paper said".
fn is_in_relative(read: &Read<'_>, words: &Range<usize>) -> bool {
    let Some(before) = words.start.checked_sub(1) else { return false };
    let is_relative = |at: usize| read.is(Part::Relative, at) && !read.sentence.is(at, &["that"]);
    let of_verb = [Part::To, Part::Joiner, Part::Preposition, Part::Be];
    let is_of_verb = of_verb.iter().any(|&part| read.is(part, before));
    let mut clause = (before.saturating_sub(CLAUSE)..before).rev().take_while(|&at| !read.is_sign(at));
    // "Which the army said was false", "which Hamra denied": they are who said it.
    let is_own = read.is_name(words.start) || read.is(Part::Determiner, words.start);
    is_relative(before) && !is_own || is_of_verb && clause.any(is_relative)
}

/// "An activist in Hamra who spoke on condition of anonymity told": the one whom the clause is about, where the words
/// right before the verb name nobody.
fn before_relative(read: &Read<'_>, group: usize) -> Option<Range<usize>> {
    let words = (group.saturating_sub(DESCRIPTION)..group)
        .rev()
        .take_while(|&at| !read.is_sign(at) || is_within_name(read, at));
    let relative =
        words.filter(|&at| read.is(Part::Relative, at)).find(|&at| !read.sentence.is(at, &["that"]))?;
    // "Who" is said of somebody, whatever the word is.
    let is_somebody =
        |words: &Range<usize>| has_somebody(read, words) || read.sentence.is(relative, &["who"]);
    ending(read, relative).filter(is_somebody)
}

fn is_number(read: &Read<'_>, at: usize) -> bool {
    read.lower(at).bytes().all(|byte| byte.is_ascii_digit())
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

/// Behind "according to": up to a sign or a verb.
fn after_phrase(read: &Read<'_>, from: usize) -> Option<Range<usize>> {
    if read.is(Part::Relative, from) {
        return None;
    }
    if read.is_pronoun(from) {
        return Some(from..from + 1);
    }
    let stops = |at: usize| {
        read.is_sign(at) && !is_within_name(read, at) && (!read.is_quote(at) || quotes_long(read, from, at))
            || from < at && (read.is(Part::Break, at) || read.is(Part::Relative, at) || read.is(Part::Be, at))
            || (from + 1 < at || from < at && is_named_whole(read, from)) && begins_other(read, at)
    };
    let end = (from..read.end().min(from + DESCRIPTION)).find(|&at| stops(at));
    let end = end.unwrap_or(read.end().min(from + DESCRIPTION));
    (from < end).then_some(from..end)
}

/// "According to diplomats the inspectors", "according to Reuters the flood": a word that names somebody by itself.
fn is_named_whole(read: &Read<'_>, at: usize) -> bool {
    let is_name = read.is_name(at) && !read.is(Part::Determiner, at);
    is_name || read.is(Part::People, at) && read.lower(at).ends_with('s')
}

/// Whether a quotation of more than a name begins at a mark: "according to the channel “two guards were killed …”".
fn quotes_long(read: &Read<'_>, from: usize, at: usize) -> bool {
    const OF_NAME: usize = 5;
    from < at && read.opens_quote(at) && !(at + 1..at + 1 + OF_NAME).any(|at| read.is_quote(at))
}

/// Whether what follows a name is another matter, where a comma was lost: "according to officials the army took the
/// hill", "according to the group they were the last", "published on Monday raids have killed".
fn begins_other(read: &Read<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| read.is_inflected()) else { return false };
    let word = read.lower(before);
    let is_open = read.is(Part::Joiner, before)
        || read.is(Part::Preposition, before)
        || read.is(Part::And, before)
        || read.is(Part::To, before)
        || read.is_sign(before)
        || ["ing", "ed", "se", "nt"].iter().any(|ending| word.ends_with(ending))
            && !read.is(Part::People, before);
    let is_day = read.is(Part::Day, before) && !read.is(Part::Joiner, at) && !read.is_possessive(before);
    let is_limit =
        |first: &[&str], second: &[&str]| read.sentence.is(at, first) && read.sentence.is(at + 1, second);
    let is_count = is_limit(&["at"], &["least", "most"]) || is_limit(&["more", "fewer", "less"], &["than"]);
    // "According to the bulletin Hamran guards"
    let is_paper = read.sentence.is(before, &["bulletin", "report", "statement"]) && read.is_capital(at);
    is_day
        || is_count
        || is_paper
        || !is_open && (read.is(Part::Determiner, at) || read.is_pronoun(at)) && !read.is_possessive(before)
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
