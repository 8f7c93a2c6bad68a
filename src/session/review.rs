//! Marks that a person has to look at: what each said, where it may be now, and settling that.

use super::label::Label;
use super::{ActionError, MarkRef, Outcome, Place, Session};
use crate::anchor::{Candidate, Description, Passage, Piece, Placement, Target, describe};
use crate::document::{Digest, Document};
use crate::host::Host;
use crate::text::{TextRange, TextSize};
use std::collections::BTreeMap;

/// An older text of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier<'a> {
    /// Its digest.
    pub digest: Digest,
    /// The reading text.
    pub text: &'a str,
    /// Whether the page showed it before the file changed; else marks were made on it.
    pub was_open: bool,
}

/// The places that may be meant by a mark that a person has to look at, the likeliest first: where a
/// changed one was found, all of an ambiguous one, the best guess for a lost one.
pub fn candidates(placement: &Placement) -> Vec<Candidate> {
    match placement {
        Placement::Exact(_) | Placement::Moved { .. } => Vec::new(),
        Placement::Changed { to, score } => vec![Candidate { passage: to.clone(), score: *score }],
        Placement::Ambiguous(candidates) => candidates.clone(),
        Placement::Orphaned { best_guess } => best_guess.iter().cloned().collect(),
    }
}

impl Session {
    /// How many marks that are shown a person has to look at.
    pub fn n_to_review(&self) -> usize {
        let shown = self.layers().iter().filter(|open| open.is_shown);
        shown.map(|open| open.placements.n_needing_review()).sum()
    }

    /// The text before the present one: what the page showed until the file changed, else that which most
    /// of the marks were made on. `None` where no other is at hand.
    pub fn earlier_text(&self) -> Option<Earlier<'_>> {
        let present = self.document().digest();
        let kept = |digest: &Digest| self.article.placers().kept(*digest);
        let was_open = self.earlier.filter(|&earlier| earlier != present);
        if let Some((digest, text)) = was_open.and_then(|digest| Some((digest, kept(&digest)?))) {
            return Some(Earlier { digest, text, was_open: true });
        }
        let mut counts: BTreeMap<Digest, usize> = BTreeMap::new();
        let marks = self.layers().iter().flat_map(|open| open.layer.annotations());
        for digest in marks.filter_map(|annotation| annotation.target.made_on()) {
            *counts.entry(digest).or_default() += usize::from(digest != present);
        }
        let most = counts.into_iter().filter(|(digest, count)| 0 < *count && kept(digest).is_some());
        let (digest, _) = most.max_by_key(|&(digest, count)| (count, digest))?;
        Some(Earlier { digest, text: kept(&digest)?, was_open: false })
    }

    /// Where the passage at `top` of `before` stands, a text of this article that was open until now: its
    /// next words that are still there, else the same share of the text.
    pub fn place_of(&self, before: &Document, top: TextSize) -> TextSize {
        let text = self.document().text();
        let share = || TextSize::from_usize(top.to_usize() * text.len() / before.text().len().max(1));
        let place = match self.article.placers().alignment(before.digest()) {
            _ if before.digest() == self.document().digest() => top,
            Some(aligned) => aligned.place_of(top).unwrap_or_else(share),
            None => share(),
        };
        self.document().snap(TextRange::empty(place)).start()
    }

    /// Says that a mark stands where it was found, or at its `nth` candidate (from 1): a description of that
    /// place is added, the older ones stay.
    pub(super) fn confirm(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        nth: Option<usize>,
    ) -> Result<Outcome, ActionError> {
        let mark = self.meant(name)?;
        let id = mark.annotation.id;
        let passage = match nth {
            None => mark.placement.and_then(Placement::passage).cloned().ok_or_else(|| no_place(&mark))?,
            Some(nth) => nth_place(&mark, nth)?,
        };
        let own = Some(id.0.simple().to_string());
        self.put_at(host, own.as_deref(), Label::Confirm, &passage)
    }

    /// Says that a mark stands on other words: they are added to its description, the older ones stay.
    pub(super) fn put(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        places: &[Place],
    ) -> Result<Outcome, ActionError> {
        let pieces = places.iter().map(|place| self.find(place)).collect::<Result<Vec<TextRange>, _>>()?;
        let passage = Passage::new(pieces.iter().map(|&piece| self.document().snap(piece)));
        if passage.is_empty() {
            return Err(ActionError::NoWords { to_put: true });
        }
        self.put_at(host, name, Label::Put, &passage)
    }

    fn put_at(
        &mut self,
        host: &mut dyn Host,
        name: Option<&str>,
        label: Label,
        passage: &Passage,
    ) -> Result<Outcome, ActionError> {
        super::limits::check_length(passage.pieces())?;
        let source = self.my_document(host)?;
        let new = describe(self.document(), source, passage.pieces(), self.opened);
        self.change_mark(host, name, label, |annotation| {
            annotation.target = with_place(&annotation.target, new);
        })
    }
}

/// `target` with what it is in a later text: the older descriptions stay, before the new ones. One that
/// was added for the same text is replaced, since only the last word about a text counts.
fn with_place(target: &Target, new: Target) -> Target {
    let mut olds: Vec<Vec<Description>> = vec![Vec::new(); new.pieces.len()];
    let last = olds.len().saturating_sub(1);
    // Pieces that are fewer now share the last one's place.
    for (nth, piece) in target.pieces.iter().enumerate() {
        if let Some(old) = olds.get_mut(nth.min(last)) {
            old.extend(piece.descriptions.iter().cloned());
        }
    }
    let joined = |(mut descriptions, new): (Vec<Description>, Piece)| {
        let of_same_text = |old: &Description| {
            old.digest.is_some() && new.latest().is_some_and(|new| new.digest == old.digest)
        };
        // The first stays whatever it is: it says what was marked.
        let mut nth = 0;
        descriptions.retain(|old| {
            nth += 1;
            nth == 1 || !of_same_text(old)
        });
        descriptions.extend(new.descriptions);
        Piece { descriptions }
    };
    Target { source: target.source, pieces: olds.into_iter().zip(new.pieces).map(joined).collect() }
}

fn no_place(mark: &MarkRef<'_>) -> ActionError {
    let n_places = mark.placement.map_or(0, |placement| candidates(placement).len());
    ActionError::NoPlaceToConfirm(mark.annotation.id, n_places)
}

fn nth_place(mark: &MarkRef<'_>, nth: usize) -> Result<Passage, ActionError> {
    let found = mark.placement.map(candidates).unwrap_or_default();
    let n_places = found.len();
    let place = nth.checked_sub(1).and_then(|nth| found.into_iter().nth(nth));
    let refused = ActionError::NoNthCandidate(mark.annotation.id, nth, n_places);
    place.map(|candidate| candidate.passage).ok_or(refused)
}

#[cfg(test)]
mod tests;
