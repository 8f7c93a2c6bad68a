//! The heights of all portions of a document: from a portion to its distance from the top and back,
//! each in logarithmic time, while single heights change.

/// A Fenwick tree. Heights are whole pixels in f64, so that sums stay exact.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    values: Vec<f64>,
    /// `tree[i]` sums the heights of the `lowbit(i + 1)` portions that end with portion `i`.
    tree: Vec<f64>,
    /// Which of them were measured and not guessed.
    exact: Vec<bool>,
}

impl Heights {
    /// A tree over `values`, all of them guesses.
    pub fn new(values: Vec<f64>) -> Self {
        let exact = vec![false; values.len()];
        Self::over(values, exact)
    }

    fn over(values: Vec<f64>, exact: Vec<bool>) -> Self {
        let mut tree = values.clone();
        for i in 0..tree.len() {
            let parent = i | (i + 1);
            if parent < tree.len() {
                tree[parent] += tree[i];
            }
        }
        Self { values, tree, exact }
    }

    /// How many portions there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The height of portion `index`; 0 past the end.
    pub fn get(&self, index: usize) -> f64 {
        self.values.get(index).copied().unwrap_or(0.0)
    }

    /// Takes the measured height of portion `index`.
    pub fn set_exact(&mut self, index: usize, height: f64) {
        if let Some(exact) = self.exact.get_mut(index) {
            *exact = true;
        }
        self.set(index, height);
    }

    /// Takes better guesses of all heights; what was measured stays. Nothing for a number of
    /// guesses that is not [`len`](Self::len).
    pub fn guess_anew(&mut self, guesses: &[f32]) {
        if guesses.len() != self.len() {
            return;
        }
        let mut values = std::mem::take(&mut self.values);
        for ((value, &guess), _) in
            values.iter_mut().zip(guesses).zip(&self.exact).filter(|(_, exact)| !**exact)
        {
            *value = f64::from(guess);
        }
        *self = Self::over(values, std::mem::take(&mut self.exact));
    }

    /// Corrects one height.
    fn set(&mut self, index: usize, height: f64) {
        let Some(value) = self.values.get_mut(index) else { return };
        let by = height - *value;
        if by == 0.0 {
            return;
        }
        *value = height;
        let mut i = index;
        while i < self.tree.len() {
            self.tree[i] += by;
            i |= i + 1;
        }
    }

    /// The heights of the first `n` portions together: the top of portion `n`.
    pub fn before(&self, n: usize) -> f64 {
        let mut sum = 0.0;
        let mut i = n.min(self.tree.len());
        while 0 < i {
            sum += self.tree[i - 1];
            i &= i - 1;
        }
        sum
    }

    /// The height of everything.
    pub fn total(&self) -> f64 {
        self.before(self.len())
    }

    /// The portion at `y`, and how far below its top `y` lies. The first one above the document, the
    /// last one below it.
    pub fn find(&self, y: f64) -> (usize, f64) {
        let mut index = 0;
        let mut rest = y.max(0.0);
        let mut step = self.len().next_power_of_two();
        while 0 < step {
            let next = index + step;
            if next <= self.len() && self.tree[next - 1] <= rest {
                index = next;
                rest -= self.tree[next - 1];
            }
            step /= 2;
        }
        if index < self.len() || self.is_empty() {
            return (index, rest);
        }
        (index - 1, rest + self.get(index - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive_find(values: &[f64], y: f64) -> (usize, f64) {
        let mut rest = y.max(0.0);
        for (i, height) in values.iter().enumerate() {
            if rest < *height || i + 1 == values.len() {
                return (i, rest);
            }
            rest -= height;
        }
        (0, rest)
    }

    proptest! {
        #[test]
        fn sums_and_searches_agree_with_counting(
            mut values in prop::collection::vec((0_u32..500).prop_map(f64::from), 1..70),
            changes in prop::collection::vec((0_usize..70, (0_u32..900).prop_map(f64::from)), 0..20),
            ys in prop::collection::vec((0_u32..40_000).prop_map(f64::from), 1..10),
        ) {
            let mut heights = Heights::new(values.clone());
            for (i, height) in changes {
                heights.set(i, height);
                if let Some(value) = values.get_mut(i) {
                    *value = height;
                }
            }
            for n in 0..=values.len() {
                prop_assert_eq!(heights.before(n), values[..n].iter().sum::<f64>());
            }
            for y in ys {
                prop_assert_eq!(heights.find(y), naive_find(&values, y));
            }
        }
    }

    #[test]
    fn an_empty_document_has_no_height() {
        let heights = Heights::new(Vec::new());
        assert_eq!((heights.total(), heights.find(10.0)), (0.0, (0, 10.0)));
    }
}
