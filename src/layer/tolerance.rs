//! How far "about n" and "nearly n" reach.
//!
//! A number that is only near is rounded, and its digits tell to what step: the place of its last digit that is no 0
//! (500: hundreds), five of them where that digit is a 5 behind others (150: fifties), and never more than a third of
//! it (100: twenties; the steps are 1, 2 and 5 times a power of ten). "About n" reaches half a step to both sides, at
//! least 1; "nearly n" from n less the step up to n.

use super::{Figure, Qualifier};
use crate::language::{self, Limit, Stating};

impl Figure {
    /// From and to which number "about n" or "nearly n" can be meant, both included; `None` for all other figures, and
    /// where a person set an end.
    ///
    /// ```
    /// use postil::layer::Figure;
    /// let tolerance = |wording| Figure::read(wording).tolerance();
    /// assert_eq!(tolerance("about 500 people"), Some((450, 550)));
    /// assert_eq!(tolerance("nearly 500 people"), Some((400, 500)));
    /// assert_eq!(tolerance("at least 500 people"), None);
    /// ```
    pub fn tolerance(&self) -> Option<(u64, u64)> {
        let is_open = self.low.is_none() && self.high.is_none();
        tolerance(self.qualifier.as_ref(), self.stated.filter(|_| is_open)?, &self.wording)
    }
}

/// [`Figure::tolerance`] of a number without ends, what limits it, and the words of both.
pub fn tolerance(qualifier: Option<&Qualifier>, stated: u64, wording: &str) -> Option<(u64, u64)> {
    let step = step(stated).max(1);
    let is_nearly = match qualifier? {
        Qualifier::Nearly => true,
        // The qualifier is one for both; the words tell which it is.
        Qualifier::About => {
            matches!(language::stated(wording).amount, Stating::Number(Some(Limit::Nearly), _))
        }
        _ => return None,
    };
    let half = (step / 2).max(1);
    Some(if is_nearly {
        (stated.saturating_sub(step), stated)
    } else {
        (stated.saturating_sub(half), stated.saturating_add(half))
    })
}

/// To what a number is rounded; 0 for those below 3.
fn step(n: u64) -> u64 {
    let powers = || std::iter::successors(Some(1_u64), |power| power.checked_mul(10));
    let place = powers().take_while(|power| n.is_multiple_of(*power)).take(19).last().unwrap_or(1);
    let last = n / place;
    let rounded_to = if last % 10 == 5 && 9 < last { place.saturating_mul(5) } else { place };
    let steps = powers().flat_map(|power| [1, 2, 5].map(|of| power.saturating_mul(of)));
    let most = steps.take_while(|step| *step <= n / 3).last().unwrap_or(0);
    rounded_to.min(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_reaches_as_far_as_it_is_rounded() {
        let cases = [
            ("about 500", Some((450, 550))),
            ("some 200 people", Some((175, 225))),
            ("around 100", Some((90, 110))),
            ("about 40", Some((35, 45))),
            ("about 10", Some((9, 11))),
            ("about 35", Some((33, 37))),
            ("about 150", Some((125, 175))),
            ("about 1,250", Some((1_225, 1_275))),
            ("about 37", Some((36, 38))),
            ("about 2", Some((1, 3))),
            ("about 1.5 million people", Some((1_250_000, 1_750_000))),
            ("nearly 500", Some((400, 500))),
            ("almost 100", Some((80, 100))),
            ("почти 100", Some((80, 100))),
            ("casi 300 muertos", Some((200, 300))),
            ("some 30-40", None),
            ("more than 35", None),
            ("dozens", None),
            ("nine people died", None),
        ];
        let read: Vec<_> = cases.map(|(wording, _)| (wording, Figure::read(wording).tolerance())).into();
        assert_eq!(read, cases);
    }

    #[test]
    fn every_number_has_a_tolerance_with_itself_inside() {
        let about = Some(&Qualifier::About);
        for n in (0..3_000).chain([u64::MAX, u64::MAX - 5, 10_000_000_000_000_000_000]) {
            let (low, high) = tolerance(about, n, "").expect("a tolerance");
            assert!(low <= n && n <= high && low != high, "{n}: {low}–{high}");
            let (low, high) = tolerance(Some(&Qualifier::Nearly), n, "").expect("a tolerance");
            assert!(low <= n && high == n && (low < n || n == 0), "{n}: {low}–{high}");
        }
    }

    #[test]
    fn ends_that_a_person_set_need_no_tolerance() {
        let figure = Figure { low: Some(480), ..Figure::read("about 500") };
        assert_eq!(figure.tolerance(), None);
    }
}
