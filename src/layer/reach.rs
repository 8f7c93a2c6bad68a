//! Which of many ranges reach into a stretch of text, without looking at all of them.

use crate::text::TextSize;

/// How many entries a block has, and how many blocks the next larger block.
const FAN: usize = 16;

/// How far ranges reach that stand in the order of their starts: the greatest end of every block of
/// sixteen, of every sixteen such blocks, and so on. A mark on the whole document makes no search
/// slower, as it would if only the greatest end so far were known.
///
/// The ranges themselves lie elsewhere; `end_of` gives the end of the nth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    levels: Vec<Vec<TextSize>>,
    n: usize,
}

impl Reach {
    /// Of `n` ranges.
    pub fn of(n: usize, end_of: impl Fn(usize) -> TextSize) -> Self {
        let mut reach = Self::default();
        reach.renew(0, n, end_of);
        reach
    }

    /// Makes the part from the range `from` on anew: there are `n` ranges now.
    pub fn renew(&mut self, from: usize, n: usize, end_of: impl Fn(usize) -> TextSize) {
        self.n = n;
        let (mut below, mut first) = (n, from.min(n));
        let mut level = 0;
        while 1 < below {
            first /= FAN;
            if self.levels.len() <= level {
                self.levels.push(Vec::new());
            }
            let (lower, upper) = self.levels.split_at_mut(level);
            let Some(blocks) = upper.first_mut() else { return };
            blocks.truncate(first);
            for block in first.min(blocks.len())..below.div_ceil(FAN) {
                let entries = block * FAN..((block + 1) * FAN).min(below);
                let greatest = match lower.last() {
                    Some(lower) => lower.get(entries).and_then(|ends| ends.iter().copied().max()),
                    None => entries.map(&end_of).max(),
                };
                blocks.push(greatest.unwrap_or_default());
            }
            below = blocks.len();
            level += 1;
        }
        self.levels.truncate(level);
    }

    /// The first range of `from..until` that ends after `at`.
    pub fn next(
        &self,
        from: usize,
        until: usize,
        at: TextSize,
        end_of: impl Fn(usize) -> TextSize,
    ) -> Option<usize> {
        let until = until.min(self.n);
        let mut i = from;
        while i < until {
            match self.skip(i, at) {
                Some(next) => i = next,
                None if at < end_of(i) => return Some(i),
                None => i += 1,
            }
        }
        None
    }

    /// All ranges of `..until` that end after `at`.
    pub fn all<'a>(
        &'a self,
        until: usize,
        at: TextSize,
        end_of: impl Fn(usize) -> TextSize + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.next(from, until, at, &end_of)?;
            from = found + 1;
            Some(found)
        })
    }

    /// The end of the largest block that begins at `i` and does not reach beyond `at`.
    fn skip(&self, i: usize, at: TextSize) -> Option<usize> {
        let mut size = 1;
        let mut end = None;
        for blocks in &self.levels {
            size *= FAN;
            if !i.is_multiple_of(size) || blocks.get(i / size).is_none_or(|&greatest| at < greatest) {
                break;
            }
            end = Some(i + size);
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_found_is_what_a_look_at_all_finds(
            mut ends in prop::collection::vec(0_u32..400, 0..600),
            from in 0_usize..600,
            changed in prop::collection::vec(0_u32..400, 0..40),
            until in 0_usize..700,
            at in 0_u32..420,
        ) {
            let end = |ends: &[u32], i: usize| TextSize::from(ends[i]);
            let mut reach = Reach::of(ends.len(), |i| end(&ends, i));
            // The tail is replaced by another, longer or shorter.
            ends.truncate(from);
            let from = ends.len();
            ends.extend(changed);
            reach.renew(from, ends.len(), |i| end(&ends, i));
            prop_assert_eq!(&reach, &Reach::of(ends.len(), |i| end(&ends, i)));
            let found: Vec<usize> = reach.all(until, TextSize::from(at), |i| end(&ends, i)).collect();
            let naive: Vec<usize> = (0..ends.len().min(until)).filter(|&i| at < ends[i]).collect();
            prop_assert_eq!(found, naive);
        }
    }
}
