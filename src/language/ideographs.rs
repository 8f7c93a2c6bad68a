//! Numbers in Chinese characters, as Chinese and Japanese texts have them: "三十五", "二〇二六", "35万".

use super::sentence::Sentence;

/// What may stand behind one character by itself that is to be a number: "三人".
const COUNTERS: [&str; 12] = ["人", "名", "位", "具", "枚", "辆", "輛", "架", "艘", "岁", "歲", "死"];

/// What a character is in a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Digit(u128),
    /// Ten, a hundred, a thousand.
    Small(u128),
    /// Ten thousand and more: of all before it.
    Large(u128),
}

fn part(word: &str) -> Option<Part> {
    Some(match word {
        "〇" | "零" => Part::Digit(0),
        "一" => Part::Digit(1),
        "二" | "两" | "兩" => Part::Digit(2),
        "三" => Part::Digit(3),
        "四" => Part::Digit(4),
        "五" => Part::Digit(5),
        "六" => Part::Digit(6),
        "七" => Part::Digit(7),
        "八" => Part::Digit(8),
        "九" => Part::Digit(9),
        "十" => Part::Small(10),
        "百" => Part::Small(100),
        "千" => Part::Small(1000),
        "万" | "萬" => Part::Large(10_000),
        "亿" | "億" => Part::Large(100_000_000),
        _ => return None,
    })
}

/// The number that begins at word `at`, which may be a number `in_digits`, and of how many words it is; each
/// character is a word.
pub(super) fn number_at(
    sentence: &Sentence<'_>,
    at: usize,
    in_digits: Option<u128>,
) -> Option<(u128, usize)> {
    let from = at + usize::from(in_digits.is_some());
    if in_digits.is_some() && !sentence.touches(at) {
        return None;
    }
    let is_next = |&nth: &usize| nth == from || sentence.touches(nth - 1);
    let parts: Vec<Part> =
        (from..).take_while(is_next).map_while(|nth| part(sentence.lower.get(nth)?)).collect();
    let n_words = from - at + parts.len();
    let value = match (in_digits, parts.as_slice()) {
        (_, []) => return None,
        (Some(value), [Part::Small(by) | Part::Large(by)]) => value.checked_mul(*by)?,
        (Some(_), _) => return None,
        (None, [Part::Digit(digit)]) => {
            let is_counted = sentence.touches(at) && sentence.is(at + 1, &COUNTERS);
            return is_counted.then_some((*digit, 1));
        }
        (None, [Part::Small(10)]) => {
            return (sentence.touches(at) && sentence.is(at + 1, &COUNTERS)).then_some((10, 1));
        }
        (None, parts) => in_parts(parts)?,
    };
    Some((value, n_words))
}

fn in_parts(parts: &[Part]) -> Option<u128> {
    let digit = |part: &Part| if let Part::Digit(digit) = part { Some(*digit) } else { None };
    let in_a_row: Option<Vec<u128>> = parts.iter().map(digit).collect();
    if let Some(row) = in_a_row {
        // "三四" is three or four; "二〇二六" is a year.
        let is_number = row.len() == 4 || row.contains(&0) && row.first() != Some(&0);
        return is_number
            .then(|| row.iter().fold(0, |value: u128, digit| value * 10 + digit))
            .filter(|_| row.len() < 20);
    }
    let (mut total, mut section, mut last) = (0_u128, 0_u128, None);
    for (nth, part) in parts.iter().enumerate() {
        match (*part, last) {
            (Part::Digit(_), Some(digit)) if digit != 0 => return None,
            (Part::Digit(digit), _) => last = Some(digit),
            (Part::Small(by), _) => {
                // "十二" is twelve; what else begins without a digit is a word: "千万".
                let times = match last.take() {
                    Some(times) => times,
                    None if by == 10 && (nth == 0 || section == 0) => 1,
                    None => return None,
                };
                section = section.checked_add(times * by)?;
            }
            (Part::Large(by), _) => {
                section = section.checked_add(last.take().unwrap_or_default())?;
                // A hundred million is of all before it, ten thousand of what follows that.
                let before = if by == 10_000 { std::mem::take(&mut total) } else { 0 };
                total = total.checked_add(section).filter(|&all| 0 < all)?.checked_mul(by)?;
                total = total.checked_add(before)?;
                section = 0;
            }
        }
    }
    total.checked_add(section)?.checked_add(last.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_characters_are_read_and_words_with_them_are_not() {
        let table = [
            ("三十五人", Some(35)),
            ("四十", Some(40)),
            ("十二", Some(12)),
            ("一百零五", Some(105)),
            ("两千三百", Some(2300)),
            ("三万五千", Some(35_000)),
            ("一亿二千万", Some(120_000_000)),
            ("35万", Some(350_000)),
            ("二〇二六", Some(2026)),
            ("三人", Some(3)),
            ("一些", None),
            ("十分", None),
            ("千万", None),
            ("万一", None),
            ("三四", None),
            ("35", None),
        ];
        for (text, value) in table {
            let sentence = Sentence::of(text);
            let in_digits = text.starts_with("35").then_some(35);
            assert_eq!(number_at(&sentence, 0, in_digits).map(|(value, _)| value), value, "{text}");
        }
    }
}
