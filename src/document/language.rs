//! In which language an article is, where its file does not say.

use whatlang::{Lang, detect};

/// So much of the text is looked at, in bytes: a page, which takes less than a millisecond.
const ENOUGH: usize = 4096;

/// The language of `text` as a BCP 47 tag, by its script and the frequency of its rows of three letters;
/// `None` where that leaves doubt or the language is none that news is often written in.
pub(super) fn guess(text: &str) -> Option<&'static str> {
    let end = text.floor_char_boundary(ENOUGH.min(text.len()));
    let found = detect(text.get(..end)?)?;
    if !found.is_reliable() {
        return None;
    }
    Some(match found.lang() {
        Lang::Afr => "af",
        Lang::Ara => "ar",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cat => "ca",
        Lang::Ces => "cs",
        Lang::Cmn => "zh",
        Lang::Dan => "da",
        Lang::Deu => "de",
        Lang::Ell => "el",
        Lang::Eng => "en",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Fra => "fr",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kat => "ka",
        Lang::Kor => "ko",
        Lang::Lit => "lt",
        Lang::Nld => "nl",
        Lang::Nob => "no",
        Lang::Pes => "fa",
        Lang::Pol => "pl",
        Lang::Por => "pt",
        Lang::Ron => "ro",
        Lang::Rus => "ru",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Spa => "es",
        Lang::Srp => "sr",
        Lang::Swe => "sv",
        Lang::Tha => "th",
        Lang::Tur => "tr",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        Lang::Vie => "vi",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_page_is_found_and_a_doubtful_one_is_not() {
        let english =
            "Officials said on Monday that the bridge would stay closed until the river had fallen.";
        let german = "Die Behörden teilten am Montag mit, dass die Brücke bis auf Weiteres gesperrt bleibe.";
        let russian = "Власти сообщили в понедельник, что мост останется закрытым, пока не спадёт вода.";
        let found = [english, german, russian, "42", "", "Ok"].map(guess);
        assert_eq!(found, [Some("en"), Some("de"), Some("ru"), None, None, None]);
        assert_eq!(guess(&"Больше тридцати человек погибли. ".repeat(500)), Some("ru"));
    }
}
