//! A class that was graded twice by one key, before and after: pupil by pupil, and mark by mark of the key.

use super::{Grade, Verdict};

/// A pupil's points before and after, as shares from 0 to 1; `None` where there are none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Before.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
}

impl Change {
    /// By how much it rose, where both are known.
    pub fn rise(self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// Two gradings of a class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The pupils of both, in the order given.
    pub pupils: Vec<Change>,
    /// For each mark of the key the share of the pupils who have it as in the key.
    pub marks: Vec<Change>,
    /// The mean of those who were graded both times; `None` where nobody was.
    pub mean: Option<(f64, f64)>,
}

impl Compared {
    /// Of pupils with their grades before and after, by a key of `n_marks` marks.
    pub fn of(pupils: &[(Option<&Grade>, Option<&Grade>)], n_marks: usize) -> Self {
        let change = |(before, after): &(Option<&Grade>, Option<&Grade>)| Change {
            before: before.map(Grade::share),
            after: after.map(Grade::share),
        };
        let before: Vec<&Grade> = pupils.iter().filter_map(|(before, _)| *before).collect();
        let after: Vec<&Grade> = pupils.iter().filter_map(|(_, after)| *after).collect();
        let marks = (0..n_marks)
            .map(|nth| Change { before: share_right(&before, nth), after: share_right(&after, nth) });
        let both: Vec<(f64, f64)> =
            pupils.iter().filter_map(|(a, b)| Some((a.as_ref()?.share(), b.as_ref()?.share()))).collect();
        let n = both.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| both.iter().map(of).sum::<f64>() / n;
        let mean = (!both.is_empty()).then(|| (mean(|both| both.0), mean(|both| both.1)));
        Self { pupils: pupils.iter().map(change).collect(), marks: marks.collect(), mean }
    }
}

/// How many of those who were graded by a mark have it as in the key, from 0 to 1.
fn share_right(grades: &[&Grade], nth: usize) -> Option<f64> {
    let verdicts = grades.iter().filter_map(|grade| Some(grade.marks.get(nth)?.verdict));
    let verdicts: Vec<Verdict> = verdicts.filter(|verdict| *verdict != Verdict::Unplaced).collect();
    let n_right = verdicts.iter().filter(|verdict| **verdict == Verdict::Found).count();
    (!verdicts.is_empty()).then(|| n_right as f64 / verdicts.len() as f64)
}
