//! Numbers and texts as bytes and back. Nothing that is read is trusted.

use crate::text::{TextRange, TextSize};

/// Bytes being put together.
#[derive(Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// What was written.
    pub(crate) fn bytes(self) -> Vec<u8> {
        self.0
    }

    /// Seven bits at a time: most numbers are small.
    pub(crate) fn number(&mut self, mut number: u64) {
        while 0x7f < number {
            self.0.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.0.push(u8::try_from(number).unwrap_or_default());
    }

    pub(crate) fn count(&mut self, n: usize) {
        self.number(n as u64);
    }

    pub(crate) fn flag(&mut self, flag: bool) {
        self.0.push(u8::from(flag));
    }

    pub(crate) fn fraction(&mut self, fraction: f32) {
        self.number(u64::from(fraction.to_bits()));
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(crate) fn size(&mut self, size: TextSize) {
        self.count(size.to_usize());
    }

    pub(crate) fn range(&mut self, range: TextRange) {
        self.size(range.start());
        self.size(range.end());
    }

    pub(crate) fn optional<T>(&mut self, value: Option<T>, one: impl FnOnce(&mut Self, T)) {
        self.flag(value.is_some());
        if let Some(value) = value {
            one(self, value);
        }
    }

    pub(crate) fn many<T>(&mut self, values: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.count(values.len());
        values.iter().for_each(|value| one(self, value));
    }

    /// One of a fixed set, by its place in it.
    pub(crate) fn one_of<T: PartialEq>(&mut self, all: &[T], value: &T) {
        self.count(all.iter().position(|known| known == value).unwrap_or(all.len()));
    }
}

/// Bytes being read; `None` where they are not what would have been written.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let [byte] = self.array()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    pub(crate) fn fraction(&mut self) -> Option<f32> {
        self.small().map(f32::from_bits)
    }

    pub(crate) fn index(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    /// How many follow. Each takes a byte at least, so that no damage makes room for billions.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let n = self.index()?;
        (n <= self.0.len()).then_some(n)
    }

    pub(crate) fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let n = self.count()?;
        (0..n).map(|_| one(self)).collect()
    }

    pub(crate) fn flag(&mut self) -> Option<bool> {
        let [flag] = self.array()?;
        (flag <= 1).then_some(flag == 1)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let n = self.count()?;
        std::str::from_utf8(self.take(n)?).ok()
    }

    pub(crate) fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub(crate) fn size(&mut self) -> Option<TextSize> {
        self.small().map(TextSize::from)
    }

    pub(crate) fn range(&mut self) -> Option<TextRange> {
        let (start, end) = (self.size()?, self.size()?);
        (start <= end).then(|| TextRange::new(start, end))
    }

    pub(crate) fn optional<T>(&mut self, one: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.flag()? { Some(Some(one(self)?)) } else { Some(None) }
    }

    /// One of a fixed set.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let nth = self.index()?;
        all.get(nth).copied()
    }
}
