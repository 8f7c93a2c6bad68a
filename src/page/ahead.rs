//! What another thread sets and guesses while the page is read, so that frames need not.
//!
//! A [`Page`] says what it would like to have ([`Page::wanted`], [`Page::unestimated`]); the jobs hold
//! all they need and can be run anywhere; the page takes what comes of them, unless it has changed
//! meanwhile. A portion that both have set is simply set.

use std::ops::Range;
use std::sync::Arc;

use super::estimate::Advances;
use super::fonts::Fonts;
use super::frame;
use super::images::ImageSizes;
use super::pixels::narrow;
use super::portions::Portion;
use super::tables::{self, TableColumn};
use super::typeset::{self, Set};
use super::view::{Key, Page};
use crate::document::{BlockKind, Document};

/// How many screens are wanted in the direction of travel, and in the other.
const AHEAD: f64 = 3.0;
const BEHIND: f64 = 1.0;

/// How many portions are guessed in one step of an [`EstimateJob`]: some milliseconds.
const STEP: usize = 4096;

/// What a page has asked for and not got.
#[derive(Debug, Default)]
pub(super) struct Asked {
    portions: Vec<usize>,
    estimates: bool,
}

/// Portions to be set; see [`Page::wanted`].
pub struct TypesetJob {
    document: Arc<Document>,
    generation: u64,
    key: Key,
    images: Arc<ImageSizes>,
    /// The last is set first.
    wanted: Vec<Wanted>,
}

struct Wanted {
    index: usize,
    portion: Portion,
    /// The columns of its table.
    columns: Vec<TableColumn>,
}

/// A portion that was set for a page.
pub struct Typeset {
    document: Arc<Document>,
    generation: u64,
    index: usize,
    set: Set,
}

impl Typeset {
    /// What was set: its glyphs can be drawn before the page has it.
    pub fn set(&self) -> &Set {
        &self.set
    }
}

impl TypesetJob {
    /// Sets the next portion, those in view first. `None` when all is done, or when `fonts` are not
    /// those of the page.
    pub fn step(&mut self, fonts: &mut Fonts) -> Option<Typeset> {
        if fonts.generation() != self.key.fonts {
            return None;
        }
        let Wanted { index, portion, columns } = self.wanted.pop()?;
        let measure = self.key.measure(&columns, &self.images);
        let set = typeset::set(fonts, &self.document, portion, measure);
        Some(Typeset { document: Arc::clone(&self.document), generation: self.generation, index, set })
    }
}

/// Heights to be guessed; see [`Page::unestimated`].
pub struct EstimateJob {
    document: Arc<Document>,
    generation: u64,
    key: Key,
    images: Arc<ImageSizes>,
    portions: Arc<[Portion]>,
    advances: Advances,
    columns: Option<(u32, Vec<TableColumn>)>,
    heights: Vec<f32>,
}

/// Guesses of all heights of a page.
pub struct Estimates {
    document: Arc<Document>,
    generation: u64,
    heights: Vec<f32>,
}

impl EstimateJob {
    /// Guesses some more heights, for a few milliseconds; the whole when it is done.
    pub fn step(&mut self) -> Option<Estimates> {
        let start = self.heights.len();
        let Range { start, end } = start..(start + STEP).min(self.portions.len());
        for index in start..end {
            let portion = self.portions[index];
            self.find_columns(portion.block as usize);
            let columns = self.columns.as_ref().map_or(&[][..], |(_, columns)| columns);
            let measure = self.key.measure(columns, &self.images);
            let height = frame::estimate(&self.document, portion, measure, &self.advances);
            self.heights.push(narrow(height));
        }
        (end == self.portions.len()).then(|| Estimates {
            document: Arc::clone(&self.document),
            generation: self.generation,
            heights: std::mem::take(&mut self.heights),
        })
    }

    fn find_columns(&mut self, block: usize) {
        let BlockKind::TableRow { table, .. } = self.document.blocks()[block].kind else { return };
        if self.columns.as_ref().is_none_or(|&(of, _)| of != table) {
            let (style, width) = (&self.key.style, self.key.width_px());
            self.columns =
                Some((table, tables::columns(&self.document, block, style, width, &self.advances)));
        }
    }
}

impl Page {
    /// What another thread should set now: what is missing in view, then some screens in the direction
    /// of travel. `None` where nothing is wanted but what was asked for already. A new job takes the
    /// place of the one before.
    pub fn wanted(&mut self) -> Option<TypesetJob> {
        let key = self.key?;
        let wanted = self.unset();
        if wanted.iter().all(|index| self.asked.portions.contains(index)) {
            return None;
        }
        let with_columns = |&index: &usize| {
            let portion = self.portions[index];
            Wanted { index, portion, columns: self.columns_of(portion.block as usize) }
        };
        let portions = wanted.iter().rev().map(with_columns).collect();
        self.asked.portions = wanted;
        let (document, images) = (Arc::clone(&self.document), Arc::clone(&self.images));
        Some(TypesetJob { document, images, generation: self.generation, key, wanted: portions })
    }

    /// The portions in and about the view that are not set, the most wanted first.
    fn unset(&self) -> Vec<usize> {
        let mut wanted: Vec<usize> = self.in_reach().map(|(portion, _)| portion).collect();
        let first = wanted.first().copied().unwrap_or(self.anchor.portion);
        let next = wanted.last().map_or(first, |last| last + 1);
        let screens = if self.goes_up { [AHEAD, BEHIND] } else { [BEHIND, AHEAD] };
        let room = screens.map(|screens| screens * self.viewport_px());
        let above = self.stretch((0..first).rev(), room[0]);
        let below = self.stretch(next..self.portions.len(), room[1]);
        let [near, far] = if self.goes_up { [above, below] } else { [below, above] };
        wanted.extend(near.into_iter().chain(far));
        wanted.retain(|&index| self.cache.get(index).is_none());
        wanted
    }

    /// As many of `portions` as fill `room` pixels.
    fn stretch(&self, portions: impl Iterator<Item = usize>, room: f64) -> Vec<usize> {
        let mut filled = 0.0;
        let fits = |&index: &usize| {
            let has_room = filled < room;
            filled += self.heights.get(index);
            has_room
        };
        portions.take_while(fits).collect()
    }

    /// Takes what was set; says whether it was of use.
    pub fn take(&mut self, typeset: Typeset) -> bool {
        let is_mine = Arc::ptr_eq(&typeset.document, &self.document) && typeset.generation == self.generation;
        if is_mine {
            self.asked.portions.retain(|&index| index != typeset.index);
            if self.cache.get(typeset.index).is_none() {
                self.keep(typeset.index, typeset.set);
            }
        }
        is_mine
    }

    /// The heights that another thread should guess, where this page has read only a sample of a long
    /// document; asked once.
    pub fn unestimated(&mut self) -> Option<EstimateJob> {
        let is_known = self.is_short() || self.asked.estimates;
        let (key, advances) = (self.key?, self.advances.clone()?);
        if is_known {
            return None;
        }
        self.asked.estimates = true;
        let heights = Vec::with_capacity(self.portions.len());
        let (document, portions) = (Arc::clone(&self.document), Arc::clone(&self.portions));
        let (generation, images) = (self.generation, Arc::clone(&self.images));
        Some(EstimateJob { document, generation, key, images, portions, advances, columns: None, heights })
    }

    /// Takes better guesses; heights that are known stay, and nothing in view moves. Says whether they
    /// were of use.
    pub fn take_estimates(&mut self, estimates: &Estimates) -> bool {
        let is_mine =
            Arc::ptr_eq(&estimates.document, &self.document) && estimates.generation == self.generation;
        if is_mine {
            self.heights.guess_anew(&estimates.heights);
        }
        is_mine
    }
}

#[cfg(test)]
mod tests;
