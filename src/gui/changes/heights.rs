//! The heights of rows of which only those in view are drawn: a guess until a row was.

/// Heights at one width, in points.
#[derive(Debug, Default)]
pub(super) struct Heights {
    width: f32,
    all: Vec<f32>,
}

impl Heights {
    /// Guesses every height anew where the width is another than before, or the rows are.
    pub(super) fn fit(&mut self, width: f32, n_rows: usize, guess: impl Fn(usize) -> f32) {
        if self.width != width || self.all.len() != n_rows {
            self.width = width;
            self.all = (0..n_rows).map(guess).collect();
        }
    }

    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.width = 0.0;
    }

    /// How high all rows are.
    pub(super) fn total(&self) -> f32 {
        self.all.iter().sum()
    }

    /// How much stands above a row.
    pub(super) fn above(&self, row: usize) -> f32 {
        self.all.iter().take(row).sum()
    }

    /// The rows between two heights, each with where it begins.
    pub(super) fn between(&self, top: f32, bottom: f32) -> Vec<(usize, f32)> {
        let mut y = 0.0;
        let mut found = Vec::new();
        for (row, height) in self.all.iter().enumerate() {
            if top < y + height && y < bottom {
                found.push((row, y));
            }
            y += height;
        }
        found
    }

    /// Keeps the height of a row that was drawn; whether it is another than was guessed.
    pub(super) fn keep(&mut self, row: usize, drawn: f32) -> bool {
        let kept = self.all.get_mut(row).filter(|kept| 0.5 < (**kept - drawn).abs());
        kept.map(|kept| *kept = drawn).is_some()
    }
}

/// About how high so many bytes of text are in lines of a width, in points.
pub(super) fn guess(n_bytes: usize, width: f32, size: f32) -> f32 {
    let n_bytes = u16::try_from(n_bytes).map_or(f32::from(u16::MAX), f32::from);
    (n_bytes * size * 0.48 / width.max(1.0)).ceil() * size * 1.4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_takes_the_place_of_a_guess() {
        let mut heights = Heights::default();
        heights.fit(100.0, 3, |_| 20.0);
        assert!(heights.keep(1, 50.0) && !heights.keep(1, 50.2));
        assert_eq!((heights.total(), heights.above(2)), (90.0, 70.0));
        assert_eq!(heights.between(30.0, 71.0), [(1, 20.0), (2, 70.0)]);
        heights.fit(100.0, 3, |_| 20.0);
        assert_eq!(heights.total(), 90.0, "nothing is guessed twice");
        heights.fit(80.0, 3, |_| 20.0);
        assert_eq!(heights.total(), 60.0);
    }
}
