//! Who was named as a source before, and whom a pronoun can mean of them.

use super::grammar::Read;
use super::phrase::has_somebody;
use crate::language::cues::Part;
use crate::text::TextRange;
use std::ops::Range;

/// How many sources a pronoun may go back.
const KEPT: usize = 4;
/// Nouns for one or for a body that speaks, of which nobody says "he".
const BODIES: [&str; 42] = [
    "agency",
    "alliance",
    "army",
    "assembly",
    "bulletin",
    "cabinet",
    "campaign",
    "centre",
    "center",
    "charity",
    "coalition",
    "commission",
    "committee",
    "company",
    "council",
    "court",
    "delegation",
    "department",
    "embassy",
    "government",
    "group",
    "hospital",
    "media",
    "military",
    "ministry",
    "network",
    "newspaper",
    "opposition",
    "organisation",
    "organization",
    "panel",
    "paper",
    "parliament",
    "party",
    "police",
    "radio",
    "regime",
    "report",
    "statement",
    "television",
    "union",
    "watchdog",
];

/// What a source is, as far as its words tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Person,
    Body,
    Many,
    Unknown,
}

#[derive(Clone, Copy)]
struct Named {
    at: TextRange,
    who: Who,
    /// Within what another said.
    is_within: bool,
    /// Where its sentence begins.
    sentence: usize,
}

/// The sources that were named last.
#[derive(Default)]
pub(super) struct Earlier {
    named: Vec<Named>,
}

impl Earlier {
    /// One more of a sentence; `is_within`: it is named within what another said.
    pub(super) fn add(
        &mut self,
        read: &Read<'_>,
        at: TextRange,
        words: &Range<usize>,
        (sentence, is_within): (TextRange, bool),
    ) {
        if self.named.len() == KEPT {
            self.named.remove(0);
        }
        let sentence = sentence.start().to_usize();
        self.named.push(Named { at, who: who(read, words), is_within, sentence });
    }

    /// Whom a pronoun means: of the last sentence that names one whom it can stand for, the one whom the text itself
    /// heard it from; else who is named within that.
    pub(super) fn meant_by(&self, pronoun: &str) -> Option<TextRange> {
        let fits = self.named.iter().filter(|named| can_mean(pronoun, named.who));
        fits.max_by_key(|named| (named.sentence, !named.is_within, named.at.start())).map(|named| named.at)
    }
}

fn can_mean(pronoun: &str, who: Who) -> bool {
    match pronoun {
        "he" | "she" => matches!(who, Who::Person | Who::Unknown),
        "it" => matches!(who, Who::Body | Who::Unknown),
        _ => true,
    }
}

/// By the last noun for somebody before what is joined to it: "the head *of the group*" is a person.
fn who(read: &Read<'_>, words: &Range<usize>) -> Who {
    let head = words.clone().take_while(|&at| {
        at == words.start || !read.is(Part::Joiner, at) || read.is(Part::And, at) || read.is_possessive(at)
    });
    let is_noun = |&at: &usize| read.is(Part::People, at) && (at == 0 || !read.is_capital(at));
    match head.filter(is_noun).last() {
        _ if !read.is_inflected() => Who::Unknown,
        // "The raid" is nobody of whom "he" is said.
        None if !has_somebody(read, words) => Who::Body,
        None => Who::Unknown,
        Some(noun) if read.sentence.is(noun, &BODIES) => Who::Body,
        Some(noun) if read.lower(noun).ends_with('s') => Who::Many,
        Some(noun) if read.sentence.is(noun, &["source", "monitor", "study", "poll", "article", "story"]) => {
            Who::Unknown
        }
        Some(_) => Who::Person,
    }
}
