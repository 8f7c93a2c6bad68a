//! What γ aligns: marks by their ends and their tags, and what it costs to align two of them.

/// A mark as γ sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unit {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The same for equal sets of tags.
    pub(super) kind: usize,
}

/// What the alignment of two units costs: how far their ends are apart, and whether their tags differ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights {
    pub(super) position: f64,
    pub(super) kind: f64,
}

/// Both count alike.
pub(super) const EVEN: Weights = Weights { position: 1.0, kind: 1.0 };

impl Weights {
    /// How far apart two units begin at most that cost no more than `most`; their lengths sum up to `length`. A
    /// little more than that, so that rounding leaves nothing out.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length that is not negative"
    )]
    pub(super) fn reach(self, length: usize, most: f64) -> usize {
        let reach = (most / self.position).sqrt() * length.max(1) as f64;
        if reach < 1e15 { reach.ceil() as usize + 1 } else { usize::MAX }
    }

    pub(super) fn cost(self, u: Unit, v: Unit) -> f64 {
        let apart = u.start.abs_diff(v.start) + u.end.abs_diff(v.end);
        let position = apart as f64 / (u.end - u.start + v.end - v.start).max(1) as f64;
        self.position * position * position + if u.kind == v.kind { 0.0 } else { self.kind }
    }
}
