//! Numbers as they stand in a text: digits of any script, groups, decimals, and words.

mod spelt;

use super::ideographs;
use super::lexicon::{Class, Lexicon};
use super::sentence::{Sentence, Word};

/// Values are counted in thousandths, so that decimals need no floating point.
const ONE: u128 = 1000;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// In thousandths.
    pub value: u128,
    /// Of how many words it is.
    pub n_words: usize,
    /// What a word of scale multiplied it by, where it is one number and its scale: 12 in "two dozen".
    pub scale: u128,
    /// How it is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits alone, without groups or decimals: as years are, too.
    Plain,
    /// "3rd".
    Ordinal,
    /// Digits with groups, decimals or a word of scale.
    Digits,
    /// In letters.
    Words,
    /// A noun for about so many: "une vingtaine".
    Rounded,
    /// A word of scale by itself: "hundred".
    Scale,
}

impl Number {
    /// Its whole value, where it has one.
    pub fn whole(self) -> Option<u128> {
        self.value.is_multiple_of(ONE).then_some(self.value / ONE)
    }

    /// The number of a noun for about so many, of so many words.
    pub(super) fn rounded(value: u128, n_words: usize) -> Option<Self> {
        Some(Self { value: value.checked_mul(ONE)?, n_words, scale: 1, form: Form::Rounded })
    }

    /// One more or one less, as far as there is one.
    pub(super) fn changed_by(self, by: i8) -> Option<Self> {
        let one = u128::from(by.unsigned_abs()) * ONE;
        let value = if by < 0 { self.value.checked_sub(one) } else { self.value.checked_add(one) };
        Some(Self { value: value?, ..self })
    }

    /// The same number of the scale of `other`, where it has none and is the smaller: "two to three dozen".
    pub fn sharing_scale_of(self, other: Self) -> Self {
        let is_shared = self.scale == 1
            && 1 < other.scale
            && other.form != Form::Scale
            && self.value < other.value / other.scale;
        match self.value.checked_mul(other.scale) {
            Some(value) if is_shared => Self { value, scale: other.scale, ..self },
            _ => self,
        }
    }
}

/// The number that begins at word `at` of a sentence.
pub(super) fn number_at(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Number> {
    if let Some(half) = half(sentence, lexicon, at) {
        return Some(half);
    }
    let written = sentence.lower.get(at).and_then(|word| digits(word)).filter(|value| value % ONE == 0);
    if let Some((value, n_words)) = ideographs::number_at(sentence, at, written.map(|value| value / ONE)) {
        let value = value.checked_mul(ONE)?;
        return Some(Number { value, n_words, scale: 1, form: Form::Words });
    }
    let word = sentence.lower.get(at)?;
    let read = match digits(word) {
        Some(value) => {
            with_letter_apart(sentence, at, value).or_else(|| in_digits(sentence, lexicon, at, value))?
        }
        None => match with_letter(sentence, at).or_else(|| behind_letters(lexicon, word)) {
            Some(read) => read,
            None => spelt::in_words(sentence, lexicon, at).or_else(|| nth(sentence, lexicon, at))?,
        },
    };
    let with_half = |read: Number| with_half(sentence, lexicon, at, read);
    let read = with_half(read);
    let is_spelt = matches!(read.form, Form::Words | Form::Scale);
    Some(if is_spelt && read.value.is_multiple_of(ONE) {
        read
    } else {
        with_half(multiplied(sentence, lexicon, at, read))
    })
}

/// "Half a million", "half a dozen".
fn half(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Number> {
    let lower = &sentence.lower;
    let (_, n_half) = lexicon.find(Class::Part, lower, at).filter(|&(part, _)| part == "half")?;
    let n_article = lexicon.find(Class::Article, lower, at + n_half).map_or(0, |(_, n_words)| n_words);
    let half = Number { value: ONE / 2, n_words: n_half + n_article, scale: 1, form: Form::Words };
    Some(multiplied(sentence, lexicon, at, half)).filter(|half| 1 < half.scale)
}

/// "Two and a half", "a million and a half": half of what was counted last.
fn with_half(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, read: Number) -> Number {
    let behind = lexicon.find(Class::AndHalf, &sentence.lower, at + read.n_words);
    let more = behind.zip((ONE / 2).checked_mul(read.scale));
    more.map_or(read, |((_, n_words), half)| Number {
        value: read.value.saturating_add(half),
        n_words: read.n_words + n_words,
        ..read
    })
}

/// "1.2m", "10M", "3bn", "5k": thousands and more, where decimals, a capital or two letters say that no metres are meant.
fn with_letter(sentence: &Sentence<'_>, at: usize) -> Option<Number> {
    let word = sentence.lower.get(at)?;
    let begins = word.find(char::is_alphabetic)?;
    let (number, letters) = word.split_at_checked(begins)?;
    let value = digits(number)?;
    let has_decimals = value % ONE != 0;
    let scale = match letters {
        "k" => 1000,
        "m" if has_decimals || sentence.is_in_capitals(at) => 1_000_000,
        "mn" | "mil" | "mln" | "mio" => 1_000_000,
        "mm" if sentence.is_in_capitals(at) => 1_000_000,
        "b" if has_decimals => 1_000_000_000,
        "bn" | "bln" => 1_000_000_000,
        _ => return None,
    };
    Some(Number { value: value.checked_mul(scale)?, n_words: 1, scale, form: Form::Digits })
}

/// "2.3 k", "1.5 M": the letter behind a space, where decimals say that it counts.
fn with_letter_apart(sentence: &Sentence<'_>, at: usize, value: u128) -> Option<Number> {
    let scale: u128 = match sentence.lower.get(at + 1)?.as_str() {
        "k" => 1000,
        "m" if sentence.is_in_capitals(at + 1) => 1_000_000,
        _ => return None,
    };
    let value = value.checked_mul(scale).filter(|_| !value.is_multiple_of(ONE))?;
    Some(Number { value, n_words: 2, scale, form: Form::Digits })
}

/// "و١٠٠": digits that Arabic writes together with "and", "with", "for" or the article before them.
fn behind_letters(lexicon: &Lexicon, word: &str) -> Option<Number> {
    let begins = word.find(is_digit).filter(|_| lexicon.is_arabic())?;
    let (letters, number) = word.split_at_checked(begins)?;
    let is_known = matches!(letters, "و" | "ف" | "ب" | "ل" | "ال" | "بال" | "وال" | "لل");
    let form = if number.chars().all(is_digit) { Form::Plain } else { Form::Digits };
    Some(Number { value: digits(number).filter(|_| is_known)?, n_words: 1, scale: 1, form })
}

/// Digits with the groups of three that follow them behind a space.
fn in_digits(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, value: u128) -> Option<Number> {
    let word = |at: usize| sentence.lower.get(at).map_or("", Word::as_str);
    let is_plain = |at: usize| !word(at).is_empty() && word(at).chars().all(is_digit);
    let n_digits = |at: usize| word(at).chars().count();
    let (mut value, mut n_words) = (value, 1);
    let is_first = is_plain(at) && n_digits(at) <= 3 && !word(at).starts_with('0');
    while is_first && is_plain(at + n_words) && n_digits(at + n_words) == 3 {
        let space = sentence.between(at + n_words - 1);
        if !matches!(space, " " | "\u{a0}" | "\u{202f}" | "\u{2009}") {
            break;
        }
        value = value.checked_mul(1000)?.checked_add(digits(word(at + n_words))?)?;
        n_words += 1;
    }
    let form = match () {
        () if n_words == 1 && is_plain(at) => Form::Plain,
        () if word(at).ends_with(char::is_alphabetic) => Form::Ordinal,
        () => Form::Digits,
    };
    let is_scaled = lexicon.is(Class::Scale, &sentence.lower, at + n_words);
    match form {
        // "2.345 million": three digits behind a sign are a group only if the language groups by it.
        Form::Digits if is_scaled => value = lexicon.decimals(word(at)).unwrap_or(value),
        _ => {}
    }
    Some(Number { value, n_words, scale: 1, form })
}

/// "Five million", "5 mio": what stands behind a number and multiplies it, and what follows that.
fn multiplied(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, read: Number) -> Number {
    spelt::scaled(sentence, lexicon, at, read).unwrap_or(read)
}

/// "Third": but "first" and "second" order rather than count, and "a third of" is a part.
fn nth(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Number> {
    let (value, n_words) = lexicon.find(Class::Nth, &sentence.lower, at)?;
    let value: u128 = value.parse().ok()?;
    let is_part = lexicon.is(Class::Part, &sentence.lower, at)
        && (sentence.is(at + n_words, &["of"])
            || 0 < at && lexicon.is(Class::Article, &sentence.lower, at - 1));
    (2 < value && !is_part).then_some(Number { value: value * ONE, n_words, scale: 1, form: Form::Ordinal })
}

/// The value of a word of digits, in thousandths: "1,200", "1.200" and "1200" are the same, since three
/// digits behind a comma or a point are a group in one language or another; "1,5" and "1.5" are one and
/// a half. `None` for what is no number: "3-d", "10.2.3".
pub(super) fn digits(word: &str) -> Option<u128> {
    // Nearly all words are none.
    word.chars().next().and_then(digit)?;
    let word = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let word = word.trim_end_matches('.');
    let mut groups: Vec<(Option<char>, String)> = vec![(None, String::new())];
    for character in word.chars() {
        match (digit(character), groups.last_mut()) {
            (Some(digit), Some((_, group))) => group.push(digit),
            (None, _) if matches!(character, ',' | '.' | '\'' | '’' | '٬' | '٫' | '،' | '_' | '\u{202f}') =>
            {
                groups.push((Some(character), String::new()));
            }
            _ => return None,
        }
    }
    let (_, first) = groups.first()?;
    if groups.iter().any(|(_, group)| group.is_empty()) {
        return None;
    }
    let Some((last_sign, last)) = groups.last().filter(|_| 1 < groups.len()) else {
        return first.parse::<u128>().ok()?.checked_mul(ONE);
    };
    let is_group = |(_, group): &(Option<char>, String)| group.len() == 3;
    let is_grouped = first.len() <= 3 && !first.starts_with('0') && groups.iter().skip(1).all(is_group);
    let n_same = groups.iter().filter(|(sign, _)| sign == last_sign).count();
    let is_one_sign = n_same == groups.len() - 1;
    let whole = |groups: &[(Option<char>, String)]| -> Option<u128> {
        let digits: String = groups.iter().map(|(_, group)| group.as_str()).collect();
        digits.parse::<u128>().ok()?.checked_mul(ONE)
    };
    if is_grouped && is_one_sign && *last_sign != Some('٫') {
        return whole(&groups);
    }
    let before = &groups[..groups.len() - 1];
    if n_same != 1 || !before.iter().skip(1).all(is_group) {
        return None;
    }
    let fraction: String = last.chars().chain("000".chars()).take(3).collect();
    whole(before)?.checked_add(fraction.parse().ok()?)
}

fn is_digit(character: char) -> bool {
    digit(character).is_some()
}

/// The ASCII digit that a decimal digit of any script stands for.
fn digit(character: char) -> Option<char> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some(character);
    }
    // Where the digits of a script begin; each has ten in a row.
    const ZEROS: [u32; 23] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
        0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xa620, 0xa8d0, 0xabf0, 0xff10,
    ];
    let code = u32::from(character);
    let zero = ZEROS.iter().find(|&&zero| zero <= code && code < zero + 10)?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_with_groups_and_decimals() {
        let cases = [
            ("1,200", Some(1_200_000)),
            ("1.200", Some(1_200_000)),
            ("1200", Some(1_200_000)),
            ("1’200", Some(1_200_000)),
            ("1,5", Some(1_500)),
            ("1.25", Some(1_250)),
            ("0.200", Some(200)),
            ("1.234,5", Some(1_234_500)),
            ("1,234,567.8", Some(1_234_567_800)),
            ("٣٥", Some(35_000)),
            ("१२", Some(12_000)),
            ("٣٬٥٠٠", Some(3_500_000)),
            ("٣٫٥", Some(3_500)),
            ("3rd", Some(3_000)),
            ("10.2.3", None),
            ("3d", None),
            (",", None),
            ("", None),
            ("99999999999999999999999999999999999999999999", None),
        ];
        for (word, value) in cases {
            assert_eq!(digits(word), value, "{word}");
        }
    }

    #[test]
    fn number_words_are_read_in_their_language() {
        let cases = [
            ("the two hundred and fifty men said", 1, 250_000),
            ("the twenty-one people of the", 1, 21_000),
            ("the 2.5 million of the", 1, 2_500_000_000),
            ("the hundred of the", 1, 100_000),
            ("die fünfunddreißig und der", 1, 35_000),
            ("les soixante-dix et les", 1, 70_000),
            ("les quatre-vingt-dix et les", 1, 90_000),
            ("los treinta y cinco de los", 1, 35_000),
            ("и тридцать пять на", 1, 35_000),
            ("في خمسة وثلاثين من", 1, 35_000),
            ("the 1\u{202f}200 of the", 1, 1_200_000),
        ];
        for (text, at, value) in cases {
            let sentence = Sentence::of(text);
            let read = number_at(&sentence, Lexicon::of(text), at);
            assert_eq!(read.map(|read| read.value), Some(value), "{text}");
        }
    }
}
