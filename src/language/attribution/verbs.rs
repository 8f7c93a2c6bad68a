//! Whether a word attributes. A verb that can mean more than saying does so only where its neighbours tell:
//! who is its subject, and whether what is said follows.

use super::CueForm;
use super::grammar::Read;
use crate::language::cues::{CueKind, Form, Part};
use std::ops::Range;

/// How far behind a cue a quotation may begin, in words.
const QUOTE: usize = 3;
/// How far behind a verb of claiming it is told what was taken: "claimed over 300,000 civilian lives".
const TAKEN: usize = 7;
/// How far behind "according to their …" somebody may be named.
const OWNED: usize = 5;

/// What stands before a verb, over the words between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Nothing: the sentence begins.
    Nothing,
    To,
    /// What makes the verb a noun: "the claim".
    Noun,
    Pronoun,
    Name,
    People,
    /// A comma, a bracket, a dash.
    Sign,
    Quote,
    And,
    Relative,
    Other,
}

/// What stands behind a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follows {
    That,
    Quote,
    To,
    Thing,
    Name,
    End,
    Other,
}

/// A cue.
#[derive(Debug)]
pub(super) struct Found {
    pub kind: CueKind,
    pub form: CueForm,
    pub is_negated: bool,
    pub cue: Range<usize>,
    /// What stands before it.
    pub subject: Subject,
    /// Where the words of a verb begin, with what stands between it and its subject.
    pub group: usize,
    pub is_passive: bool,
    pub is_participle: bool,
}

/// The cue that begins at a word.
pub(super) fn at(read: &Read<'_>, at: usize) -> Option<Found> {
    if let Some(form) = read.first(at, |form| matches!(form.part, Part::Before | Part::Behind)) {
        if is_according_to_a_thing(read, at + form.n_words()) {
            return None;
        }
        let is_behind = form.part == Part::Behind;
        let subject = if is_behind { Subject::Other } else { Subject::Nothing };
        return Some(found(form, CueForm::Phrase, at..at + form.n_words(), subject));
    }
    if let Some(form) = read.first(at, |form| form.part.is_verb())
        && let Some(verb) = verb(read, form, at)
    {
        return Some(verb);
    }
    if let Some(form) = read.find(Part::Aside, at) {
        return Some(found(form, CueForm::Aside, at..at + form.n_words(), Subject::Nothing));
    }
    noun(read, at).or_else(|| state(read, at))
}

fn found(form: &Form, how: CueForm, cue: Range<usize>, subject: Subject) -> Found {
    Found {
        kind: form.kind,
        form: how,
        is_negated: false,
        group: cue.start,
        cue,
        subject,
        is_passive: false,
        is_participle: form.is_participle,
    }
}

fn verb(read: &Read<'_>, form: &Form, at: usize) -> Option<Found> {
    // "Saudi-backed"
    if is_joined(read, at) || is_in_name(read, at) || takes_lives(read, form, at) {
        return None;
    }
    let mut group = at;
    let (mut is_passive, mut is_negated) = (false, false);
    while let Some(before) = group.checked_sub(1).filter(|&before| stands_between(read, form, before, at)) {
        is_passive |= read.is(Part::Be, before) && !form.is_participle;
        is_negated |= read.is(Part::Negation, before);
        group = before;
    }
    is_negated |= is_nobody(read, group);
    if is_description(read, at, group, is_passive) {
        return None;
    }
    let subject = subject(read, group);
    let end = at + form.n_words();
    let follows = match follows(read, end) {
        // "It reported five more deaths"
        Follows::Other if form.kind == CueKind::Reports && is_number(read, end) => Follows::Thing,
        other => other,
    };
    // "Forces backed by warplanes", "claims denied by the army".
    // But "he said by telephone".
    let is_done_to = !is_passive
        && form.is_finite
        && read.is(Part::By, end)
        && read.is_inflected()
        && (form.kind != CueKind::Says || form.part != Part::Sure || announces(read, at))
        && form.kind != CueKind::Reports;
    is_passive |= is_done_to;
    let is_naming = read.is(Part::Naming, at) && follows == Follows::Name && is_common(read, group);
    let is_thing = follows == Follows::To && read.is(Part::Determiner, end + 1);
    let is_unsure = form.part != Part::Sure && (is_done_to || is_thing || is_compound(read, form, at, group));
    let is_of_thing = is_relative(read, at, end) || is_withheld(read, form, end);
    // "A blast claimed by the group killed nine": who did it, and nothing that is told of it.
    let is_owned = is_done_to && read.sentence.is(at, &["claimed"]) || is_no_tally(read, at, end, subject);
    if is_naming || is_unsure || is_of_thing || is_owned || is_attribute(read, form, at, group) {
        return None;
    }
    let is_cue = match form.part {
        _ if closes(read, at, subject, follows) => true,
        Part::Sure => is_sure(form, subject, follows, is_passive),
        Part::Quoting => subject == Subject::Quote || follows == Follows::Quote,
        Part::Named => follows != Follows::To && (is_likely(form, subject, follows) || speaks(subject)),
        _ => is_likely(form, subject, follows),
    };
    is_cue.then_some(Found {
        kind: if opposes(read, form, end) { CueKind::Opposes } else { form.kind },
        form: CueForm::Verb,
        is_negated,
        cue: at..end,
        subject,
        group,
        is_passive,
        is_participle: form.is_participle,
    })
}

/// "Videos recorded on the ground": who counts gives a number. And "the monitor which gave a toll of nine said" more.
fn is_no_tally(read: &Read<'_>, at: usize, end: usize, subject: Subject) -> bool {
    let is_number = is_number(read, end);
    let is_counting = read.sentence.is(at, &["count", "counts", "counted", "record", "records", "recorded"]);
    let is_toll = end.checked_sub(1).is_some_and(|toll| at < toll && read.sentence.is(toll, &["toll"]));
    is_counting && !is_number || is_toll && subject == Subject::Relative
}

/// Whether a number begins at a word, with what limits it.
fn is_number(read: &Read<'_>, at: usize) -> bool {
    const MANY: [&str; 20] = [
        "at", "more", "over", "some", "about", "nearly", "dozens", "hundreds", "several", "two", "three",
        "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    read.lower(at).starts_with(|c: char| c.is_ascii_digit()) || read.sentence.is(at, &MANY)
}

/// "Nine people died the Observatory reports": a verb at the end of its sentence, behind who speaks.
fn closes(read: &Read<'_>, at: usize, subject: Subject, follows: Follows) -> bool {
    read.sentence.is(at, &["reports"])
        && matches!(subject, Subject::Name | Subject::People)
        && follows == Follows::End
        && read.len() <= at + 2
}

/// What stands between a subject and its verb at word `verb`: "the rebels *on Sunday* claimed" too.
fn stands_between(read: &Read<'_>, form: &Form, at: usize, verb: usize) -> bool {
    let is_on = read.sentence.is(at, &["on"]) && read.is(Part::Day, at + 1) && at + 1 < verb;
    read.is_between(at) || is_on && read.is_inflected() && !form.is_participle
}

/// "A truce announced by the ministry": nobody announces by telephone, as it is said.
fn announces(read: &Read<'_>, at: usize) -> bool {
    read.sentence.is(at, &["announced", "reiterated", "underlined", "noted"])
}

/// "Rejected calls for a truce", "dismissed the plan": what is asked for is refused, and no statement denied.
fn opposes(read: &Read<'_>, form: &Form, end: usize) -> bool {
    const FAR: usize = 4;
    let mut object = (end..end + FAR).take_while(|&at| {
        !read.is_sign(at) && !read.is(Part::That, at) && (at == end || !read.is(Part::Joiner, at))
    });
    form.kind == CueKind::Denies && object.any(|at| read.is(Part::Asked, at))
}

/// "No group has claimed it": whether nobody does what a verb tells whose words begin at `group`.
fn is_nobody(read: &Read<'_>, group: usize) -> bool {
    const NEAR: usize = 4;
    let mut words = (group.saturating_sub(NEAR)..group).rev().take_while(|&at| read.sentence.is_word(at));
    read.is_inflected() && words.any(|at| read.sentence.is(at, &["no", "nobody", "none", "neither"]))
}

/// Whether the word before a verb is a noun in small letters: "a group called", and no name.
fn is_common(read: &Read<'_>, group: usize) -> bool {
    group.checked_sub(1).is_some_and(|before| !read.is_name(before) && !read.is_pronoun(before))
}

/// Whether a word is a part of a name, whatever it is elsewhere: "the State Department", "the Support Group". In a
/// headline all words have capitals.
fn is_in_name(read: &Read<'_>, at: usize) -> bool {
    let is_beside_name =
        at.checked_sub(1).is_some_and(|before| read.is_name(before)) || read.is_capital(at + 1);
    read.is_inflected() && 0 < at && read.is_capital(at) && is_beside_name && !read.is_headline()
}

/// "The war has claimed 20 lives."
fn takes_lives(read: &Read<'_>, form: &Form, at: usize) -> bool {
    let behind = at + 1..(at + TAKEN).min(read.len());
    form.kind == CueKind::Claims
        && behind
            .take_while(|&at| !read.is_sign(at) && !read.is(Part::Break, at))
            .any(|at| read.is(Part::Taken, at))
}

/// "According to their type": what is gone by, where nobody is named who has said it.
fn is_according_to_a_thing(read: &Read<'_>, from: usize) -> bool {
    read.sentence.is(from, &["their", "its"])
        && !(from..from + OWNED)
            .any(|at| read.is(Part::People, at) || read.is(Part::Noun, at) || read.is_capital(at))
}

/// "The government push for the town": a noun of two words. Of one who speaks it would be "pushes".
fn is_compound(read: &Read<'_>, form: &Form, at: usize, group: usize) -> bool {
    const MANY: [&str; 12] = [
        "people",
        "police",
        "men",
        "women",
        "many",
        "some",
        "both",
        "others",
        "military",
        "media",
        "congressmen",
        "spokesmen",
    ];
    let is_plain =
        read.is_inflected() && !form.is_finite && !form.is_participle && !read.lower(at).ends_with('s');
    let is_one = group.checked_sub(1).is_some_and(|before| {
        read.is(Part::People, before)
            && !read.is_capital(before)
            && !read.lower(before).ends_with('s')
            && !read.sentence.is(before, &MANY)
    });
    is_plain && is_one && group == at
}

/// "48 alleged rebels", "of suspected militants": what is said of those who are named, and nothing that anybody says.
fn is_attribute(read: &Read<'_>, form: &Form, at: usize, group: usize) -> bool {
    let is_behind_number = group.checked_sub(1).is_some_and(|before| {
        read.lower(before).starts_with(|c: char| c.is_ascii_digit()) || read.is(Part::Joiner, before)
    });
    let is_of_people = group == at && is_behind_number && read.is(Part::People, at + 1);
    form.is_finite
        && read.is_inflected()
        && (is_of_people || is_described(read, at, group) || is_condition(read, group))
}

/// "State television", "those opposed to the truce", "smaller and disputed cases", "13 alleged attacks": what describes
/// somebody or something, and tells nothing that anybody says.
fn is_description(read: &Read<'_>, at: usize, group: usize, is_passive: bool) -> bool {
    const OUTLETS: [&str; 7] = ["tv", "television", "media", "radio", "news", "newspaper", "agency"];
    if !read.is_inflected() {
        return false;
    }
    let is_number = |at: usize| read.lower(at).starts_with(|c: char| c.is_ascii_digit());
    let is_before_noun = || {
        let next = at + 1;
        let parts = [Part::Determiner, Part::That, Part::Joiner, Part::To, Part::Break];
        read.sentence.is_word(next)
            && !read.is_capital(next)
            && !read.is_pronoun(next)
            && parts.iter().all(|&part| !read.is(part, next))
    };
    let is_behind_other = group == at
        && at.checked_sub(1).is_some_and(|before| {
            is_number(before) || read.is(Part::And, before) && (at == 2 || 2 < at && !read.is_capital(at - 2))
        });
    read.sentence.is(at, &["state"]) && read.sentence.is(at + 1, &OUTLETS)
        || read.sentence.is(at, &["opposed"]) && read.sentence.is(at + 1, &["to"]) && !is_passive
        || read.sentence.is(at, &["disputed", "alleged"]) && is_behind_other && is_before_noun()
}

/// "Protests that were met with force": what is told is a noun, and nothing that anybody says.
fn is_relative(read: &Read<'_>, at: usize, end: usize) -> bool {
    let is_noun = read.lower(at).ends_with('s') && !read.sentence.is(at, &["says"]);
    let that = end.checked_sub(1).filter(|&last| read.sentence.is(last, &["that"])).unwrap_or(end);
    read.is_inflected() && is_noun && read.sentence.is(that, &["that"]) && read.is(Part::Be, that + 1)
}

/// "To deny the rebels the means", "denied them entry": what they are not given.
fn is_withheld(read: &Read<'_>, form: &Form, end: usize) -> bool {
    let is_word =
        |at: usize| end < at && (read.is(Part::Determiner, at) || read.sentence.is(at, &["access", "entry"]));
    let is_denying =
        end.checked_sub(1).is_some_and(|cue| read.sentence.is(cue, &["deny", "denies", "denied", "denying"]));
    let is_named = read.is_name(end) && !read.is(Part::Determiner, end) && !read.is(Part::Day, end);
    let whom = if is_named { end + 1 } else { end };
    let whom = if read.sentence.is(whom, &["("]) { whom + 3 } else { whom };
    form.kind == CueKind::Denies
        && is_denying
        && read.is_inflected()
        && (end < whom || read.sentence.is(end, &["them", "him", "us"]))
        && is_word(if end < whom { whom } else { end + 1 })
}

/// "The biggest officially acknowledged loss", "a widely reported flood": behind what describes it, with its adverb.
fn is_described(read: &Read<'_>, at: usize, group: usize) -> bool {
    let Some(before) = group.checked_sub(1).filter(|_| group < at) else { return false };
    let has_adverb = (group..at).all(|at| read.lower(at).ends_with("ly"));
    let is_most = 4 < read.lower(before).len() && read.lower(before).ends_with("est");
    let is_noun_behind =
        !read.is(Part::That, at + 1) && !read.is_sign(at + 1) && !read.is(Part::Determiner, at + 1);
    has_adverb
        && is_noun_behind
        && (is_most || read.sentence.is(before, &["a", "an", "the", "most", "first"]))
}

/// "If verified", "unless confirmed": nobody has said it yet.
fn is_condition(read: &Read<'_>, group: usize) -> bool {
    group.checked_sub(1).is_some_and(|before| read.sentence.is(before, &["if", "unless", "once"]))
}

/// Whether a hyphen joins a word to the one before it.
pub(super) fn is_joined(read: &Read<'_>, at: usize) -> bool {
    let hyphen = at.checked_sub(1).filter(|&hyphen| read.sentence.is(hyphen, &["-", "\u{2010}", "‑"]));
    hyphen.is_some_and(|hyphen| read.sentence.touches(hyphen))
}

fn speaks(subject: Subject) -> bool {
    matches!(subject, Subject::Name | Subject::People | Subject::Pronoun)
}

fn is_sure(form: &Form, subject: Subject, follows: Follows, is_passive: bool) -> bool {
    let is_said = matches!(follows, Follows::That | Follows::Quote);
    match subject {
        Subject::Name
        | Subject::People
        | Subject::Sign
        | Subject::Quote
        | Subject::Pronoun
        | Subject::And => true,
        Subject::Relative => form.is_finite || is_said || matches!(follows, Follows::Name | Follows::Thing),
        Subject::Other => {
            is_said || follows == Follows::Name || form.is_finite || form.is_participle || is_passive
        }
        // "Tries to deny the defeat".
        Subject::To => is_said || form.kind == CueKind::Denies && follows != Follows::End,
        Subject::Noun => follows == Follows::That,
        Subject::Nothing => form.is_participle || form.is_finite,
    }
}

fn is_likely(form: &Form, subject: Subject, follows: Follows) -> bool {
    let is_said = matches!(follows, Follows::That | Follows::Quote);
    let has_object = is_said || matches!(follows, Follows::Thing | Follows::Name);
    match subject {
        Subject::Name | Subject::People => has_object || follows == Follows::To || form.is_finite,
        Subject::Sign | Subject::Quote => has_object,
        Subject::Pronoun => form.is_finite && follows != Follows::Other || follows == Follows::Quote,
        Subject::Other => form.is_finite && has_object,
        _ => false,
    }
}

fn subject(read: &Read<'_>, group: usize) -> Subject {
    let Some(before) = group.checked_sub(1) else { return Subject::Nothing };
    match () {
        () if read.is(Part::To, before) => Subject::To,
        () if read.is(Part::NounBefore, before) || read.is_possessive(before) => Subject::Noun,
        () if read.is(Part::Relative, before) => Subject::Relative,
        () if read.is_pronoun(before) => Subject::Pronoun,
        () if read.is_name(before) => Subject::Name,
        () if read.is(Part::People, before) => Subject::People,
        () if read.is_quote(before) => Subject::Quote,
        () if read.ends_short_name(before) => Subject::Name,
        () if read.is_sign(before) => Subject::Sign,
        () if read.is(Part::And, before) => Subject::And,
        () => Subject::Other,
    }
}

fn follows(read: &Read<'_>, end: usize) -> Follows {
    // When it was said is not what: "heard Saturday evening".
    if read.is(Part::Day, end) && read.is_inflected() {
        return follows(read, end + 1);
    }
    let has_quote = (end..(end + QUOTE).min(read.len())).any(|at| read.opens_quote(at));
    match () {
        () if read.is(Part::That, end) => Follows::That,
        () if has_quote || read.sentence.is(end, &[":"]) => Follows::Quote,
        () if read.is(Part::To, end) => Follows::To,
        () if read.len() <= end || read.is_sign(end) => Follows::End,
        () if read.is(Part::Determiner, end) => Follows::Thing,
        () if read.is_capital(end) => Follows::Name,
        () => Follows::Other,
    }
}

/// "The claim that", "accusations of …", "in a statement:".
fn noun(read: &Read<'_>, at: usize) -> Option<Found> {
    let form = read.find(Part::Noun, at)?;
    let end = at + form.n_words();
    let is_said = read.find(Part::That, end).is_some_and(|_| read.sentence.is(end, &["that"]));
    let is_colon = read.sentence.is(end, &[":"]);
    let subject = subject(read, at);
    (is_said || is_colon).then(|| found(form, CueForm::Noun, at..end, subject))
}

/// "Is convinced that", "are worried".
fn state(read: &Read<'_>, at: usize) -> Option<Found> {
    let form = read.find(Part::State, at)?;
    let end = at + form.n_words();
    let mut group = at;
    let (mut is_state, mut is_negated) = (false, false);
    while let Some(before) = group.checked_sub(1).filter(|&before| read.is_between(before)) {
        is_state |= read.is(Part::Be, before);
        is_negated |= read.is(Part::Negation, before);
        group = before;
    }
    let subject = subject(read, group);
    let is_cue = is_state
        && (follows(read, end) == Follows::That || matches!(subject, Subject::Name | Subject::People));
    let found = found(form, CueForm::State, at..end, subject);
    is_cue.then_some(Found { is_negated, group, ..found })
}
