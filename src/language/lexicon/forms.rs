//! Forms of words that no list holds: numbers that German writes as one word, letters that Arabic writes before a
//! word, accents that are left out.

use std::borrow::Cow;

/// The value of a number below a million that is one word: "fünfunddreißig",
/// "dreihundertneunundneunzigtausendfünfhundertneun"; `listed`: the value of one that is in the list.
pub(super) fn german(word: &str, listed: &dyn Fn(&str) -> Option<u128>) -> Option<u128> {
    if matches!(word, "hundert" | "tausend") || !may_be_german(word) {
        return None;
    }
    let is_spelt_apart = word.contains("fuenf") || word.contains("zwoelf");
    let word = match is_spelt_apart {
        true => Cow::Owned(word.replace("fuenf", "fünf").replace("zwoelf", "zwölf")),
        false => Cow::Borrowed(word),
    };
    match word.split_once("tausend") {
        None => hundreds(&word, listed),
        Some((thousands, rest)) => {
            let thousands = if thousands.is_empty() { 1 } else { hundreds(thousands, listed)? };
            let rest = rest.strip_prefix("und").unwrap_or(rest);
            Some(thousands * 1000 + if rest.is_empty() { 0 } else { hundreds(rest, listed)? })
        }
    }
}

/// Whether a word has what joins a number, or a spelling of its own. Nearly no word does, and all are asked.
fn may_be_german(word: &str) -> bool {
    let bytes = word.as_bytes();
    let joins = |three: &[u8]| matches!(three, b"und" | b"end");
    let is_spelt_apart = |two: &[u8]| matches!(two, b"ue" | b"oe");
    word == "ein" || bytes.windows(3).any(joins) || bytes.windows(2).any(is_spelt_apart)
}

fn hundreds(word: &str, listed: &dyn Fn(&str) -> Option<u128>) -> Option<u128> {
    let Some((hundreds, rest)) = word.split_once("hundert") else { return tens(word, listed) };
    let hundreds = if hundreds.is_empty() { 1 } else { tens(hundreds, listed)? };
    let rest = rest.strip_prefix("und").unwrap_or(rest);
    Some(hundreds * 100 + if rest.is_empty() { 0 } else { tens(rest, listed)? })
}

fn tens(word: &str, listed: &dyn Fn(&str) -> Option<u128>) -> Option<u128> {
    let value = |word: &str| listed(if word == "ein" { "eins" } else { word }).filter(|&value| value < 100);
    if let Some(value) = value(word) {
        return Some(value);
    }
    let (unit, ten) = word.split_once("und")?;
    let (unit, ten) = (value(unit)?, value(ten)?);
    (unit < 10 && 20 <= ten).then_some(ten + unit)
}

/// What may be left of an Arabic word that has others written before it: "and", "so", for numbers "with", "for" and
/// the article.
pub(super) fn arabic_stems(word: &str, is_number: bool) -> impl Iterator<Item = &str> {
    let and = word.strip_prefix(['و', 'ف']);
    let numbers = [Some(word), and].into_iter().flatten().filter(move |_| is_number);
    let bare = numbers.flat_map(|word| {
        let with = word.strip_prefix(['ب', 'ل']);
        let the = |word: &'_ str| word.starts_with("ال").then_some("ال".len());
        let article = the(word).and_then(|n| word.get(n..));
        let with_article = with.and_then(|word| the(word).and_then(|n| word.get(n..)));
        [with, article, with_article].into_iter().flatten()
    });
    and.into_iter().chain(bare)
}

/// A Spanish word without its accents.
pub(super) fn without_accents(word: &str) -> String {
    let plain = |letter| match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        other => other,
    };
    word.chars().map(plain).collect()
}
