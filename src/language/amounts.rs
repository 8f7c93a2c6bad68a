//! Every amount of a running text, whatever it counts.

use super::count::count_at;
use super::lexicon::Lexicon;
use super::running::Prose;
use super::wording::{Reader, Stating};
use crate::text::TextRange;

/// How many of whatever, for each number of `text` that is whole, with its words in bytes; `language`: `None` for the
/// one that is found.
///
/// ```
/// use postil::language::{Limit, Stating, amounts};
/// let read: Vec<_> = amounts("More than 35 shells fell on two towns.", None).into_iter().map(|(stating, _)| stating).collect();
/// assert_eq!(read, [Stating::Number(Some(Limit::MoreThan), 35), Stating::Number(None, 2)]);
/// ```
pub fn amounts(text: &str, language: Option<&Lexicon>) -> Vec<(Stating, TextRange)> {
    let mut amounts = Vec::new();
    Prose::new(text).each_sentence(language, |sentence, lexicon| {
        let reader = Reader::new(sentence, lexicon);
        let mut at = 0;
        while at < sentence.lower.len() {
            let Some(count) = count_at(sentence, lexicon, at) else {
                at += 1;
                continue;
            };
            at = count.words.end.max(at + 1);
            let words = sentence.ranges().get(count.words.clone());
            let words = words.and_then(|words| Some(words.first()?.hull(*words.last()?)));
            amounts.extend(reader.stating(&count).zip(words));
        }
    });
    amounts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Limit;

    #[test]
    fn amounts_are_read_as_each_language_writes_them() {
        let number = |n| Stating::Number(None, n);
        let limited = |limit, n| Stating::Number(Some(limit), n);
        let cases = [
            ("en", "two hundred and five boats", number(205)),
            ("en", "4 thousand 3 hundred and 21 boats", number(4321)),
            ("en", "more than 40 and fewer than 60 boats", Stating::Range(Some(Limit::Between), 41, 59)),
            ("en", "greater than or equal to 30", limited(Limit::AtLeast, 30)),
            ("en", "fewer than 30 or equal", limited(Limit::UpTo, 30)),
            ("en", "200 or greater", limited(Limit::AtLeast, 200)),
            ("en", "not more than 200", limited(Limit::UpTo, 200)),
            ("de", "zweihundertsechsunddreißig Boote", number(236)),
            ("de", "eintausendfünfhundertneun Boote", number(1509)),
            ("de", "anderthalb Millionen Boote", number(1_500_000)),
            ("de", "dreieinhalb Millionen Boote", number(3_500_000)),
            ("de", "zweieinhalb Millionen Boote", number(2_500_000)),
            ("fr", "quatre-vingt-dix-neuf bateaux", number(99)),
            ("fr", "une vingtaine de bateaux", limited(Limit::About, 20)),
            ("fr", "plus d’une centaine de bateaux", limited(Limit::MoreThan, 100)),
            ("es", "dos mil quinientos barcos", number(2500)),
            ("es", "tres mil millones de barcos", number(3_000_000_000)),
            ("es", "mayor o igual a cien", limited(Limit::AtLeast, 100)),
            ("ru", "две тысячи двести пять лодок", number(2205)),
            ("uk", "дві тисячі двісті п’ять човнів", number(2205)),
            ("ar", "خمسة وثلاثون ألفا", number(35_000)),
            ("ar", "ثلاث مئة وواحد", number(301)),
            ("ar", "بين ٢٠ و٣٠", Stating::Range(Some(Limit::Between), 20, 30)),
        ];
        for (language, text, stating) in cases {
            let read: Vec<_> =
                amounts(text, Lexicon::named(language)).into_iter().map(|(read, _)| read).collect();
            assert_eq!(read, [stating], "{text}");
        }
    }
}
