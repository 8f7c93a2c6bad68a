//! Where the pieces of a target landed, and what that makes of the whole.

use super::placement::{Candidate, Passage, Placement, Score};
use crate::text::TextRange;

/// Where one piece landed.
pub(super) enum Landed {
    Exact(TextRange),
    Moved(TextRange),
    /// In other words, perhaps in several pieces.
    Changed(Passage, Score),
    Ambiguous(Vec<(TextRange, Score)>),
    Gone(Option<(TextRange, Score)>),
}

/// One placement from those of the pieces.
pub(super) fn join(landed: Vec<Landed>) -> Placement {
    let is_gone = |landed: &Landed| matches!(landed, Landed::Gone(_));
    if !landed.iter().any(is_gone) && landed.iter().any(|landed| matches!(landed, Landed::Ambiguous(_))) {
        return Placement::Ambiguous(combinations(&landed));
    }
    let (mut pieces, mut worst) = (Vec::new(), Score(1000));
    let (mut is_moved, mut is_changed, mut is_lost) = (false, false, landed.is_empty());
    for piece in landed {
        match piece {
            Landed::Exact(range) => pieces.push(range),
            Landed::Moved(range) => {
                is_moved = true;
                pieces.push(range);
            }
            Landed::Changed(passage, score) => {
                is_changed = true;
                worst = worst.min(score);
                pieces.extend_from_slice(passage.pieces());
            }
            Landed::Ambiguous(places) => pieces.extend(places.first().map(|place| place.0)),
            Landed::Gone(guess) => {
                is_lost = true;
                worst = worst.min(guess.map_or(Score(0), |guess| guess.1));
                pieces.extend(guess.map(|guess| guess.0));
            }
        }
    }
    // Pieces in another order than before need a look.
    let is_disordered = pieces.windows(2).any(|pair| pair[1].start() < pair[0].start());
    let passage = Passage::new(pieces);
    match (is_lost, is_changed || is_disordered && is_moved, is_moved) {
        (true, ..) => {
            let best_guess = (!passage.is_empty()).then_some(Candidate { passage, score: worst });
            Placement::Orphaned { best_guess }
        }
        (_, true, _) => Placement::Changed { to: passage, score: worst },
        (_, _, true) => Placement::Moved { to: passage },
        _ => Placement::Exact(passage),
    }
}

/// The candidates of a mark in whose pieces there is doubt: the best places of all pieces, the second
/// best ones, and so on; pieces without doubt stay where they are.
fn combinations(landed: &[Landed]) -> Vec<Candidate> {
    let places = |piece: &Landed| match piece {
        Landed::Exact(range) | Landed::Moved(range) => vec![(*range, Score(1000))],
        Landed::Changed(passage, score) => passage.hull().into_iter().map(|hull| (hull, *score)).collect(),
        Landed::Ambiguous(places) => places.clone(),
        Landed::Gone(_) => Vec::new(),
    };
    let places: Vec<Vec<(TextRange, Score)>> = landed.iter().map(places).collect();
    let most = places.iter().map(Vec::len).max().unwrap_or_default();
    let nth = |n: usize| {
        let chosen: Vec<_> = places.iter().filter_map(|places| places.get(n).or(places.last())).collect();
        let score = chosen.iter().map(|place| place.1).min().unwrap_or_default();
        Candidate { passage: Passage::new(chosen.into_iter().map(|place| place.0)), score }
    };
    (0..most).map(nth).collect()
}
