//! Numbers as they stand in a text: digits of any script, groups, decimals, and words.

use super::facts::Sentence;
use super::lexicon::{Class, Lexicon};

/// Values are counted in thousandths, so that decimals need no floating point.
const ONE: u128 = 1000;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// In thousandths.
    pub value: u128,
    /// Of how many words it is.
    pub n_words: usize,
    /// Whether it stands in plain digits, without groups or decimals.
    pub is_plain: bool,
}

impl Number {
    /// Its whole value, where it has one.
    pub(super) fn whole(self) -> Option<u128> {
        self.value.is_multiple_of(ONE).then_some(self.value / ONE)
    }
}

/// The number that begins at word `at` of a sentence.
pub(super) fn number_at(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Number> {
    let word = sentence.lower.get(at)?;
    let read = match digits(word) {
        Some(value) => in_digits(sentence, at, value),
        None => in_words(sentence, lexicon, at)?,
    };
    multiplied(sentence, lexicon, at, read)
}

/// Digits with the groups of three that follow them behind a narrow or fixed space.
fn in_digits(sentence: &Sentence<'_>, at: usize, value: u128) -> Number {
    let is_plain = |at: usize| sentence.lower.get(at).is_some_and(|word| word.chars().all(is_digit));
    let n_digits = |at: usize| sentence.lower.get(at).map_or(0, |word| word.chars().count());
    let (mut value, mut n_words) = (value, 1);
    while is_plain(at) && n_digits(at) <= 3 && is_plain(at + n_words) && n_digits(at + n_words) == 3 {
        let space = sentence.between(at + n_words - 1);
        if !matches!(space, "\u{a0}" | "\u{202f}" | "\u{2009}") {
            break;
        }
        let Some(group) = sentence.lower.get(at + n_words).and_then(|word| digits(word)) else { break };
        value = value.saturating_mul(1000).saturating_add(group);
        n_words += 1;
    }
    Number { value, n_words, is_plain: n_words == 1 && is_plain(at) }
}

/// "Five million", "5 mio": what stands behind a number and multiplies it.
fn multiplied(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize, read: Number) -> Option<Number> {
    let mut read = read;
    while let Some((scale, n_words)) = lexicon.find(Class::Scale, &sentence.lower, at + read.n_words) {
        let scale: u128 = scale.parse().ok()?;
        let value = read.value.checked_mul(scale)?;
        read = Number { value, n_words: read.n_words + n_words, is_plain: false };
    }
    Some(read)
}

fn in_words(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> Option<Number> {
    let lower = &sentence.lower;
    let scale = |at: usize| {
        let (key, n_words) = lexicon.find(Class::Scale, lower, at)?;
        Some((key.parse::<u128>().ok()?, n_words))
    };
    // "A hundred": the scale alone is one of it.
    let start = lexicon.number(lower, at).or_else(|| scale(at).map(|_| (0, 0)));
    let (mut current, mut n_words) = start?;
    let mut total: u128 = 0;
    loop {
        if let Some((by, length)) = scale(at + n_words) {
            let product = current.max(1).checked_mul(by)?;
            (total, current) = if by < 1000 { (total, product) } else { (total.checked_add(product)?, 0) };
            n_words += length;
            continue;
        }
        let joined = joined(sentence, lexicon, at + n_words);
        let Some((more, length)) = lexicon.number(lower, joined) else { break };
        let is_arabic_ten =
            current < 10 && 20 <= more && more.is_multiple_of(10) && lower[joined].starts_with('و');
        if !(fits(current, more) || is_arabic_ten || (current == 0 && 0 < total)) {
            break;
        }
        current += more;
        n_words = joined - at + length;
    }
    let value = total.checked_add(current)?.checked_mul(ONE)?;
    Some(Number { value, n_words, is_plain: false })
}

/// Where the next number word may stand: behind a hyphen or an "and", else right here.
fn joined(sentence: &Sentence<'_>, lexicon: &Lexicon, at: usize) -> usize {
    let is_hyphen = sentence.lower.get(at).is_some_and(|word| word == "-" || word == "\u{2010}");
    let and = lexicon.find(Class::And, &sentence.lower, at);
    match and {
        _ if is_hyphen && sentence.touches(at) => at + 1,
        Some((_, n_words)) => at + n_words,
        None => at,
    }
}

/// Whether a number word goes on with another: "forty" with "two", "soixante" with "dix".
fn fits(value: u128, more: u128) -> bool {
    let is_unit = more < 10 && 20 <= value && value.is_multiple_of(10);
    let is_teen = more < 20 && 60 <= value && value.is_multiple_of(20);
    let is_rest = more < 100 && 100 <= value && value.is_multiple_of(100);
    0 < more && (is_unit || is_teen || is_rest)
}

/// The value of a word of digits, in thousandths: "1,200", "1.200" and "1200" are the same, since three
/// digits behind a comma or a point are a group in one language or another; "1,5" and "1.5" are one and
/// a half. `None` for what is no number: "3-d", "10.2.3".
pub(super) fn digits(word: &str) -> Option<u128> {
    let word = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let word = word.trim_end_matches('.');
    let mut groups: Vec<(Option<char>, String)> = vec![(None, String::new())];
    for character in word.chars() {
        match (digit(character), groups.last_mut()) {
            (Some(digit), Some((_, group))) => group.push(digit),
            (None, _) if matches!(character, ',' | '.' | '\'' | '’' | '٬' | '٫' | '_' | '\u{202f}') => {
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
    // Where the digits of a script begin; each has ten in a row.
    const ZEROS: [u32; 24] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
        0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xa620, 0xa8d0, 0xabf0, 0xff10,
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
            let read = number_at(&sentence, &Lexicon::of(text), at);
            assert_eq!(read.map(|read| read.value), Some(value), "{text}");
        }
    }
}
