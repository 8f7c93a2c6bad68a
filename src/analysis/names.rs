//! Names of sources as they are compared: without stops and hyphens, in the spelling of either side of an
//! ocean, with initials for what they stand for, and with errors of typing.

use crate::language::Word;

/// Words that initials pass over.
const PASSED: [&str; 8] = ["of", "for", "the", "and", "in", "on", "de", "des"];

/// Titles that are written with a full stop, or without.
const TITLES: [&str; 18] = [
    "gen", "col", "maj", "capt", "lt", "sgt", "cpl", "adm", "dr", "mr", "mrs", "ms", "prof", "gov", "sen",
    "rep", "rev", "st",
];

/// Words of fewer letters are other words where they differ.
const LEAST: usize = 5;

/// A name from its words in lower case, as it is compared.
pub(super) fn name(words: &[Word]) -> String {
    let is_sign = |c: char| matches!(c, '.' | '-' | '\u{2010}' | '‑');
    let plain = words.iter().map(|word| word.chars().filter(|&c| !is_sign(c)).collect::<String>());
    plain.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a full stop behind a word may be its own: initials with stops between them, "u.n", and titles.
pub(super) fn has_stop(word: &str) -> bool {
    let mut parts = word.split('.');
    TITLES.contains(&word)
        || word.contains('.')
            && parts.all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// The initials of a name of several words.
pub(super) fn initials(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split(' ').filter(|word| !PASSED.contains(word)).collect();
    (1 < words.len()).then(|| words.iter().filter_map(|word| word.chars().next()).collect())
}

/// Whether two names are the same but for spelling, hyphens and errors of typing.
pub(super) fn are_spelt_alike(name: &str, other: &str) -> bool {
    let solid = |name: &str| name.chars().filter(|c| *c != ' ').collect::<String>();
    if solid(name) == solid(other) {
        return true;
    }
    let (words, others): (Vec<&str>, Vec<&str>) = (name.split(' ').collect(), other.split(' ').collect());
    words.len() == others.len()
        && words
            .iter()
            .zip(&others)
            .all(|(word, other)| spelling(word) == spelling(other) || is_slip(word, other))
}

/// A word in one spelling of those that English and German have: "defence" and "defense".
fn spelling(word: &str) -> String {
    let mut word = word.replace('ß', "ss").replace('ё', "е");
    const ENDS: [(&str, &str); 22] = [
        ("adviser", "advisor"),
        ("advisers", "advisors"),
        ("fence", "fense"),
        ("licence", "license"),
        ("pretence", "pretense"),
        ("sation", "zation"),
        ("sations", "zations"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("iser", "izer"),
        ("ising", "izing"),
        ("ises", "izes"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("centre", "center"),
        ("centres", "centers"),
        ("theatre", "theater"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("logue", "log"),
        ("grey", "gray"),
        ("cheque", "check"),
    ];
    if let Some((british, american)) = ENDS.iter().find(|(british, _)| word.ends_with(british)) {
        word.truncate(word.len() - british.len());
        word.push_str(american);
    }
    for (british, american) in [("our", "or"), ("ll", "l"), ("aed", "ed"), ("oe", "e")] {
        // "Hour" and "four" have no other spelling.
        if LEAST < word.chars().count() {
            word = word.replace(british, american);
        }
    }
    word
}

/// Whether a word is another one but for an error of typing: two letters exchanged, one too many or too few.
/// A final "s" tells of several; another letter in place of one makes another name.
pub(super) fn is_slip(word: &str, other: &str) -> bool {
    let (word, other): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    let (short, long) = if word.len() <= other.len() { (&word, &other) } else { (&other, &word) };
    let n_same = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let is_exchanged = short.get(n_same) == long.get(n_same + 1)
                && short.get(n_same + 1) == long.get(n_same)
                && short.get(n_same + 2..) == long.get(n_same + 2..);
            n_same < short.len() && 3 <= short.len() && is_exchanged
        }
        1 => {
            let is_plural = n_same == short.len() && long.last() == Some(&'s');
            LEAST <= long.len() && !is_plural && short.get(n_same..) == long.get(n_same + 1..)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_in_other_spellings() {
        for (one, other) in [
            ("defence ministry", "defense ministry"),
            ("world health organisation", "world health organization"),
            ("labour party", "labor party"),
            ("abu karim", "abukarim"),
            ("hosptial", "hospital"),
            ("goverment", "government"),
        ] {
            assert!(are_spelt_alike(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("iraq", "iran"),
            ("soldier", "soldiers"),
            ("haddad", "hamdan"),
            ("un", "us"),
            ("karimi", "karami"),
            ("niger", "nigeria"),
            ("north", "south"),
            ("army", "navy"),
        ] {
            assert!(!are_spelt_alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn initials_are_those_of_the_words_that_count() {
        assert_eq!(initials("united nations").as_deref(), Some("un"));
        assert_eq!(initials("observatory for human rights").as_deref(), Some("ohr"));
        assert_eq!(initials("army"), None);
        assert!(has_stop("u.n") && has_stop("gen") && !has_stop("3.5") && !has_stop("army"));
    }
}
