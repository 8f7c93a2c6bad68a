//! Footnotes and endnotes: each has a sign in the text, and is read after the paragraph that the sign
//! stands in, or after all.

use super::office::Piece;
use super::office_numbers::Digits;
use crate::document::{BlockKind, Role};
use std::collections::BTreeMap;

/// Notes of one kind.
#[derive(Clone, Debug)]
pub(super) struct Notes {
    by_id: BTreeMap<String, Vec<Piece>>,
    /// How they are numbered.
    pub(super) digits: Digits,
    n_numbered: u64,
}

impl Notes {
    /// Those with these numbers in the file.
    pub(super) fn new(by_id: BTreeMap<String, Vec<Piece>>, digits: Digits) -> Self {
        Self { by_id, digits, n_numbered: 0 }
    }

    /// The sign of a note and its pieces, which are given out once. It has the next number, where the author
    /// gave it no sign.
    pub(super) fn refer(&mut self, id: &str, sign: Option<String>) -> (String, Vec<Piece>) {
        let sign = sign.filter(|sign| !sign.is_empty()).unwrap_or_else(|| {
            self.n_numbered += 1;
            self.digits.write(self.n_numbered)
        });
        let pieces = self.by_id.remove(id).unwrap_or_default();
        let pieces = labelled(pieces, &sign);
        (sign, pieces)
    }
}

/// Pieces as the note with this sign.
pub(super) fn labelled(mut pieces: Vec<Piece>, sign: &str) -> Vec<Piece> {
    for piece in &mut pieces {
        if let Piece::Paragraph(paragraph) = piece {
            if paragraph.shape.kind == BlockKind::Paragraph {
                paragraph.shape.kind = BlockKind::Footnote { label: sign.to_owned() };
            }
            paragraph.shape.role = Some(Role::Footnote);
        }
    }
    pieces
}
