//! How near the counts of two scenes are: the nearer, the fewer words they have to share to be of one event.

use super::Account;
use super::scenes::Scene;

/// How many times as large one count of an event may be as another, where neither gives a smaller bound.
pub(super) const MOST_TIMES: u64 = 4;
/// Small counts differ by more than that.
pub(super) const MOST_MORE: u64 = 15;
/// From so many on the same count is no coincidence, and a share of it is small.
const LARGE: u64 = 10;
/// The weight of shared words by which two scenes are one: two words that few articles have. Found by reading
/// what 399 articles of seven years on one war were put together to.
pub(super) const ENOUGH: f32 = 5.0;

/// How the counts of two scenes lie to each other: the closer, the fewer words they have to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Near {
    /// The same large count.
    Same,
    /// Counts that can be of one event, or the same small one.
    Close,
    /// Counts that may be.
    Apart,
    /// Nothing can be compared.
    Unknown,
    /// Counts that hardly are.
    Far,
}

impl Near {
    /// How much of [`ENOUGH`] is needed; `None` where no words are enough.
    pub(super) fn needed(self) -> Option<f32> {
        match self {
            Self::Same => Some(0.6 * ENOUGH),
            Self::Close => Some(ENOUGH),
            Self::Apart => Some(1.5 * ENOUGH),
            Self::Unknown => Some(2.0 * ENOUGH),
            Self::Far => None,
        }
    }

    pub(super) fn of(one: &Scene, other: &Scene) -> Self {
        let pairs = one.accounts.iter().flat_map(|a| other.accounts.iter().map(move |b| (a, b)));
        let alike = pairs.filter(|(a, b)| a.outcome == b.outcome && may_be_of_the_same(a, b));
        let near = alike.filter_map(|(a, b)| Some(Self::of_numbers((a, a.number()?), (b, b.number()?))));
        near.min().unwrap_or(Self::Unknown)
    }

    fn of_numbers((a, one): (&Account, u64), (b, other): (&Account, u64)) -> Self {
        let (less, more) = (one.min(other), one.max(other));
        let is_within = |times: u64| more <= less.saturating_mul(times);
        match () {
            () if one == other && LARGE <= one => Self::Same,
            () if one == other => Self::Close,
            () if more < LARGE => Self::Unknown,
            () if LARGE <= less && more <= less.saturating_add(less / 2)
                || a.meets(b) && is_within(MOST_TIMES) =>
            {
                Self::Close
            }
            () if is_within(MOST_TIMES) || more - less <= MOST_MORE => Self::Apart,
            () => Self::Far,
        }
    }
}

/// Whether both may count the same people.
fn may_be_of_the_same(one: &Account, other: &Account) -> bool {
    one.population == other.population || one.population.is_empty() || other.population.is_empty()
}
