//! Speakers that are told by signs alone: "MODERATOR: …" at the start of a paragraph, "… ― A Name" at its end.

use super::grammar::Read;
use super::{CueForm, Hit};
use crate::language::cues::{CueKind, Part};

/// The most words of a speaker's name.
const NAME: usize = 6;

/// The speaker whom a colon or a dash tells; `is_first`: the sentence is the first of its paragraph.
pub(super) fn speaker(read: &Read<'_>, is_first: bool) -> Option<Hit> {
    colon(read).filter(|_| is_first).or_else(|| dash(read))
}

/// "MODERATOR: …"
fn colon(read: &Read<'_>) -> Option<Hit> {
    let start = usize::from(read.is_quote(0));
    let colon = (start + 1..=start + NAME).find(|&at| read.sentence.is(at, &[":"]))?;
    let is_name = (start..colon).all(|at| is_of_name(read, at))
        && (start..colon).any(|at| read.is_capital(at))
        && colon + 2 < read.len();
    // "Update: …" tells of what follows, and not who says it.
    let is_speaker = 1 < colon - start || read.is(Part::People, start) || read.is_shouted(start);
    (is_name && is_speaker).then(|| Hit {
        kind: CueKind::Says,
        form: CueForm::Colon,
        is_negated: false,
        cue: colon..colon + 1,
        source: Some(start..colon),
        content: std::iter::once(colon + 1..read.end()).filter(|words| words.start < words.end).collect(),
    })
}

/// "… ― A Name"
fn dash(read: &Read<'_>) -> Option<Hit> {
    let end = read.end();
    let dash =
        (end.saturating_sub(NAME + 1)..end).rev().find(|&at| read.sentence.is(at, &["―", "—", "–"]))?;
    let is_quoted = dash == 0 || read.is_quote(dash - 1) || read.sentence.is(dash, &["―"]);
    let is_name = dash + 1 < end && (dash + 1..end).all(|at| is_of_name(read, at));
    (is_quoted && is_name).then(|| Hit {
        kind: CueKind::Says,
        form: CueForm::Dash,
        is_negated: false,
        cue: dash..dash + 1,
        source: Some(dash + 1..end),
        content: std::iter::once(0..dash).filter(|words| words.start < words.end).collect(),
    })
}

fn is_of_name(read: &Read<'_>, at: usize) -> bool {
    read.is_capital(at)
        || read.sentence.is(at, &[".", "-", "'", "’", "de", "al", "von", "el", "bin"])
        || read.is(Part::Joiner, at) && !read.is(Part::Break, at)
}
