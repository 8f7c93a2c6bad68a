//! Signs at the beginning of lines: of lists, of notes, of captions.

use crate::document::Marker;

/// The dots and dashes of lists.
const BULLETS: &str = "•◦▪▫‣·○●■□▸►▶➢➤✓✔❖◆◇∙⁃*-–";

/// Whether a word is the sign of an item of a list.
pub(super) fn is_marker(word: &str) -> bool {
    let word = word.trim();
    is_bullet(word) || number(word).is_some() || letter(word)
}

/// Whether a word is the dot or dash of a list.
pub(super) fn is_bullet(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|letter| BULLETS.contains(letter)) && letters.next().is_none()
}

/// Whether it is a dash or star, which stand before other things than items too.
pub(super) fn is_weak(word: &str) -> bool {
    matches!(word, "-" | "–" | "*" | "·")
}

/// `3.`, `3)` and `(3)`.
fn number(word: &str) -> Option<u64> {
    let inner = word.strip_prefix('(').unwrap_or(word);
    let digits = inner.strip_suffix(['.', ')'])?;
    let is_short = (1..=3).contains(&digits.len());
    digits.parse().ok().filter(|_| is_short && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `a)`, `(b)`, `iv.`
fn letter(word: &str) -> bool {
    let inner = word.strip_prefix('(').unwrap_or(word);
    let Some(letters) = inner.strip_suffix([')', '.']) else { return false };
    let is_roman = letters.chars().all(|letter| "ivxIVX".contains(letter)) && letters.len() <= 5;
    !letters.is_empty()
        && (letters.chars().count() == 1 && letters.chars().all(char::is_alphabetic) || is_roman)
}

/// The sign of an item at the beginning of a text, and how many bytes it takes with the space after it.
pub(super) fn item(text: &str) -> Option<(Marker, usize)> {
    let end = text.find(' ')?;
    let word = text.get(..end)?;
    let marker = if is_bullet(word) { Marker::Bullet } else { Marker::Number(number(word)?) };
    Some((marker, end + 1))
}

/// Words before a number below a picture or above a table.
const CAPTIONS: &[&str] = &[
    "abb",
    "abbildung",
    "chart",
    "fig",
    "figure",
    "figura",
    "graph",
    "illustration",
    "map",
    "photo",
    "tab",
    "tabelle",
    "table",
    "tableau",
    "tabla",
    "диаграмма",
    "карта",
    "мал",
    "малюнок",
    "рис",
    "рисунок",
    "табл",
    "таблица",
    "таблиця",
    "фото",
    "الشكل",
    "جدول",
    "الجدول",
    "شكل",
    "صورة",
    "איור",
    "טבלה",
    "תרשים",
];

/// Whether a paragraph begins as `Figure 3:` or `Table 2.` do.
pub(super) fn is_caption(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return false };
    let Some(second) = words.next() else { return false };
    let name = first.trim_end_matches('.').to_lowercase();
    let digits = second.trim_end_matches(['.', ':', ')', '—', '–']);
    let is_number = digits.chars().all(|letter| letter.is_numeric() || letter == '.') && !digits.is_empty();
    let is_ended = digits.len() < second.len() || matches!(words.next(), Some("—" | "–" | "-" | "|"));
    CAPTIONS.contains(&name.as_str()) && is_number && is_ended
}

/// The sign of a footnote at the beginning of its text: the sign, and how many bytes it takes.
pub(super) fn note(text: &str) -> Option<(String, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let stars =
        text.chars().take_while(|letter| "*†‡§¶".contains(*letter)).map(char::len_utf8).sum::<usize>();
    let len = if (1..=3).contains(&digits) { digits } else { stars };
    if len == 0 {
        return None;
    }
    let sign = text.get(..len)?;
    let after = text.get(len..)?;
    let after = after.strip_prefix(['.', ')']).unwrap_or(after);
    let rest = after.trim_start();
    let begins = rest.chars().next().is_some_and(|letter| !letter.is_ascii_digit() && letter != ',');
    begins.then(|| (sign.to_owned(), text.len() - rest.len()))
}

/// Whether a sentence ends here.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '»', '’', '\'', ')', ']']);
    text.ends_with(['.', '!', '?', '…', ':', ';', '。', '؟', '۔', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_known() {
        assert!(is_marker("•") && is_marker("3.") && is_marker("(b)") && is_marker("iv."));
        assert!(!is_marker("word") && !is_marker("1999.") && !is_marker("a"));
        assert_eq!(item("2) The mill"), Some((Marker::Number(2), 3)));
        assert_eq!(note("12 See there"), Some(("12".to_owned(), 3)));
        assert_eq!(note("*A star"), Some(("*".to_owned(), 1)));
        assert_eq!(note("1,200 people"), None);
        assert!(
            is_caption("Figure 3: The mill")
                && is_caption("Рис. 2. Мельница")
                && is_caption("Table 1 — Dead")
        );
        assert!(!is_caption("Figure skating is cold") && !is_caption("Table 3 shows"));
        assert!(ends_sentence("He said: “No.”") && !ends_sentence("and then"));
    }
}
