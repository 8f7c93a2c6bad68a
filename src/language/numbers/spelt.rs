//! Numbers in words, and in digits with words of scale: "two hundred and five", "4 thousand 3 hundred and 21",
//! "dos mil millones", "خمسة وثلاثون ألفا", "dreihundertneunundneunzig".

use super::{Form, Number, ONE, is_digit};
use crate::language::lexicon::{Class, Lexicon};
use crate::language::sentence::Sentence;

/// The least scale that ends a group: what stands before it is multiplied by it and is no more added to.
const GROUP: u128 = 1000;

/// A number that grows word by word.
struct Growing<'a> {
    sentence: &'a Sentence<'a>,
    lexicon: &'a Lexicon,
    /// What was multiplied by a scale of a thousand or more, in thousandths, with the scale; the greatest first.
    groups: Vec<(u128, u128)>,
    /// What follows them: less than a thousand.
    current: u128,
    /// Where the next word stands.
    next: usize,
    /// Whether it began with digits, and may go on with them.
    is_in_digits: bool,
    /// Words that are no scale.
    n_units: usize,
    product_of_scales: u128,
    is_one: bool,
}

/// The number in words that begins at word `at`.
pub(super) fn in_words(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Number> {
    if let Some(value) = lexicon.with_half(&sentence.lower[at]) {
        let read = Number { value: value * ONE + ONE / 2, n_words: 1, scale: 1, form: Form::Words };
        return Some(scaled(sentence, lexicon, at, read).unwrap_or(read));
    }
    let mut growing = Growing::new(sentence, lexicon, at);
    match lexicon.number(&sentence.lower, at) {
        Some((value, n_words)) => growing.add(value, n_words),
        None if growing.scale(at).is_some() => {}
        None => return None,
    }
    growing.grow()?;
    growing.number(at)
}

/// A number in digits with the words of scale behind it, and what follows them; `None`: none do.
pub(super) fn scaled(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, read: Number) -> Option<Number> {
    let mut growing = Growing::new(sentence, lexicon, at + read.n_words);
    growing.is_in_digits = true;
    growing.n_units = 1;
    let (first, n_words) = growing.scale(growing.next)?;
    let by = read.value.checked_mul(first)?;
    growing.next += n_words;
    growing.product_of_scales = first;
    match first < GROUP {
        true if by.is_multiple_of(ONE) && by / ONE < GROUP => growing.current = by / ONE,
        true => growing.groups.push((by, 1)),
        false => growing.groups.push((by, first)),
    }
    growing.grow()?;
    let number = growing.number(at)?;
    let form = if read.form == Form::Plain { Form::Digits } else { read.form };
    Some(Number { form, ..number })
}

impl<'a> Growing<'a> {
    fn new(sentence: &'a Sentence<'a>, lexicon: &'a Lexicon, next: usize) -> Self {
        Self {
            sentence,
            lexicon,
            groups: Vec::new(),
            current: 0,
            next,
            is_in_digits: false,
            n_units: 0,
            product_of_scales: 1,
            is_one: true,
        }
    }

    fn number(self, at: usize) -> Option<Number> {
        let groups = self.groups.iter().try_fold(0_u128, |sum, (value, _)| sum.checked_add(*value))?;
        let value = groups.checked_add(self.current.checked_mul(ONE)?)?;
        let form = if self.n_units == 0 { Form::Scale } else { Form::Words };
        let scale = if self.is_one { self.product_of_scales } else { 1 };
        Some(Number { value, n_words: self.next - at, scale, form })
    }

    fn grow(&mut self) -> Option<()> {
        loop {
            if let Some((by, n_words)) = self.scale(self.next) {
                if !self.multiply(by)? {
                    return Some(());
                }
                self.next += n_words;
                self.product_of_scales = self.product_of_scales.checked_mul(by)?;
                continue;
            }
            let Some((value, from, n_words)) = self.more() else { return Some(()) };
            self.next = from;
            self.is_one &= self.product_of_scales == 1;
            self.add(value, n_words);
        }
    }

    fn scale(&self, at: usize) -> Option<(u128, usize)> {
        let (key, n_words) = self.lexicon.find(Class::Scale, &self.sentence.lower, at)?;
        // "1.5 Mio. people": the stop of a short word.
        let end = at + n_words;
        let is_short =
            self.sentence.is(end - 1, &["mio", "mrd", "tsd", "тыс", "тис", "млн", "млрд", "mln", "bln"]);
        let has_stop = is_short && self.sentence.is(end, &["."]) && self.sentence.touches(end - 1);
        Some((key.parse().ok()?, n_words + usize::from(has_stop && self.sentence.is_word(end + 1))))
    }

    /// Multiplies what stands before a scale; `false`: it belongs to no number that was begun.
    fn multiply(&mut self, by: u128) -> Option<bool> {
        if by < GROUP {
            let rest = self.current % 100;
            let is_free = self.current < 100 || by < 100;
            // "Three hundred and two dozen" are 324.
            self.current = match (self.current, rest) {
                (0, _) => by,
                _ if !is_free => return Some(false),
                (current, 0) => current.checked_mul(by)?,
                (current, rest) => (current - rest).checked_add(rest.checked_mul(by)?)?,
            };
            return Some(true);
        }
        let n_smaller = self.groups.iter().rev().take_while(|(_, scale)| *scale < by).count();
        let first = self.groups.len() - n_smaller;
        if first.checked_sub(1).and_then(|last| self.groups.get(last)).is_some_and(|(_, scale)| *scale == by)
        {
            return Some(false);
        }
        let smaller =
            self.groups.drain(first..).try_fold(0_u128, |sum, (value, _)| sum.checked_add(value))?;
        let all = smaller.checked_add(self.current.checked_mul(ONE)?)?;
        let all = if all == 0 { ONE } else { all };
        self.groups.push((all.checked_mul(by)?, by));
        self.current = 0;
        Some(true)
    }

    fn add(&mut self, value: u128, n_words: usize) {
        if value < GROUP {
            self.current += value;
        } else {
            let scale =
                [1_000_000_000, 1_000_000, GROUP].into_iter().find(|scale| value.is_multiple_of(*scale));
            self.groups.push((value.saturating_mul(ONE), scale.unwrap_or(1)));
        }
        self.next += n_words;
        self.n_units += 1;
    }

    /// The next number word that goes on with the number, where it stands, and of how many words it is.
    fn more(&self) -> Option<(u128, usize, usize)> {
        let (sentence, lower) = (self.sentence, &self.sentence.lower);
        let from = self.joined();
        let in_digits = || {
            let word = lower
                .get(from)
                .filter(|word| self.is_in_digits && word.len() <= 6 && word.chars().all(is_digit))?;
            Some((super::digits(word)? / ONE, 1))
        };
        let within = || self.lexicon.within(lower, from);
        let spelt = self.lexicon.number(lower, from).or_else(within);
        let (value, n_words) = spelt.or_else(in_digits)?;
        let scale = self.scale(from + n_words).map(|(by, _)| by);
        let last = self.groups.last().map(|(_, scale)| *scale);
        let has_and = sentence.lower.get(from).is_some_and(|word| word.starts_with('و')) || from > self.next;
        let tens = self.current % 100;
        let fits = match () {
            () if value == 0 => false,
            // "3 hundred and 2 hundred" are two; so may be "3 million and 12".
            () if scale == Some(100) && 100 <= self.current => false,
            () if spelt.is_none() && has_and && self.current == 0 && scale != Some(100) => false,
            // "Five and thirty" in Arabic, "six ten" for sixteen.
            () if self.lexicon.is_arabic() && (1..10).contains(&tens) => {
                value == 10 || has_and && (20..100).contains(&value) && value.is_multiple_of(10)
            }
            () if self.current == 0 => last.is_some_and(|last| value < last && 1 < last),
            () if value < 10 => (20 <= tens && tens.is_multiple_of(10)) || tens == 0 && 100 <= self.current,
            () if value < 20 => matches!(tens, 60 | 80) || tens == 0 && 100 <= self.current,
            () => value < 100 && tens == 0 && 100 <= self.current,
        };
        fits.then_some((value, from, n_words))
    }

    /// Where the next number word may stand: behind a hyphen or an "and", else right here.
    fn joined(&self) -> usize {
        let at = self.next;
        let is_hyphen = self.sentence.is(at, &["-", "\u{2010}"]);
        match self.lexicon.find(Class::And, &self.sentence.lower, at) {
            _ if is_hyphen && self.sentence.touches(at) => at + 1,
            Some((_, n_words)) => at + n_words,
            None => at,
        }
    }
}
