//! Characters that are not seen: what each is called, and which of them can make a text say to the eye
//! what it does not say.

/// What stands for a character that is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// A few letters, as Unicode's charts abbreviate it.
    pub short: &'static str,
    /// Its name, for people.
    pub name: &'static str,
    /// Whether it can change the order of what is read, hide words or split them.
    pub misleads: bool,
}

const fn plain(short: &'static str, name: &'static str) -> Option<Sign> {
    Some(Sign { short, name, misleads: false })
}

const fn misleading(short: &'static str, name: &'static str) -> Option<Sign> {
    Some(Sign { short, name, misleads: true })
}

/// Whether a character is nothing to a reader's eye and often comes on the way: soft hyphens, spaces of no
/// width, joiners, marks of direction, selectors of a variant. Finding and comparing see through them.
pub fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The sign of `character`; `None` for what is seen, and for the usual space.
///
/// Characters that most texts of some language need (joiners, marks of direction, no-break spaces) have
/// a sign and do not count as misleading.
pub fn sign(character: char) -> Option<Sign> {
    match character {
        '\t' => plain("→", "tab"),
        '\n' => plain("¶", "line feed"),
        '\r' => plain("CR", "carriage return"),
        '\u{a0}' => plain("⍽", "no-break space"),
        '\u{ad}' => plain("SHY", "soft hyphen"),
        '\u{34f}' => plain("CGJ", "combining grapheme joiner"),
        '\u{61c}' => plain("ALM", "Arabic letter mark"),
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => misleading("HF", "Hangul filler"),
        '\u{17b4}' | '\u{17b5}' => misleading("KIV", "Khmer inherent vowel"),
        '\u{180b}'..='\u{180d}' | '\u{180f}' => plain("FVS", "Mongolian variation selector"),
        '\u{180e}' => plain("MVS", "Mongolian vowel separator"),
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{1680}' => plain("SP", "space of another width"),
        '\u{200b}' => misleading("ZWSP", "zero-width space"),
        '\u{200c}' => plain("ZWNJ", "zero-width non-joiner"),
        '\u{200d}' => plain("ZWJ", "zero-width joiner"),
        '\u{200e}' => plain("LRM", "left-to-right mark"),
        '\u{200f}' => plain("RLM", "right-to-left mark"),
        '\u{2028}' => plain("LS", "line separator"),
        '\u{2029}' => plain("PS", "paragraph separator"),
        '\u{202a}' => misleading("LRE", "left-to-right embedding"),
        '\u{202b}' => misleading("RLE", "right-to-left embedding"),
        '\u{202c}' => misleading("PDF", "pop directional formatting"),
        '\u{202d}' => misleading("LRO", "left-to-right override"),
        '\u{202e}' => misleading("RLO", "right-to-left override"),
        '\u{202f}' => plain("NNBSP", "narrow no-break space"),
        '\u{2060}' => plain("WJ", "word joiner"),
        '\u{2061}'..='\u{2064}' => misleading("IM", "invisible mathematical sign"),
        '\u{2066}' => misleading("LRI", "left-to-right isolate"),
        '\u{2067}' => misleading("RLI", "right-to-left isolate"),
        '\u{2068}' => misleading("FSI", "first strong isolate"),
        '\u{2069}' => misleading("PDI", "pop directional isolate"),
        '\u{206a}'..='\u{206f}' => misleading("DEP", "deprecated format character"),
        '\u{2800}' => misleading("BRL", "blank Braille pattern"),
        '\u{3000}' => plain("IDSP", "ideographic space"),
        '\u{feff}' => misleading("BOM", "zero-width no-break space"),
        '\u{fff9}'..='\u{fffb}' => misleading("IA", "interlinear annotation"),
        '\u{fe00}'..='\u{fe0f}' => plain("VS", "variation selector"),
        '\u{e0100}'..='\u{e01ef}' => misleading("VS", "variation selector"),
        '\u{e0000}'..='\u{e007f}' => misleading("TAG", "tag character"),
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => misleading("FMT", "format character"),
        '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{8e2}' | '\u{110bd}' => None,
        control if control.is_control() => misleading("CTL", "control character"),
        _ => None,
    }
}

/// The sign of the character at byte `at` of `text`, with regard to its neighbours: what belongs to an
/// emoji has none, and a space of no width misleads only within a word of a script that has spaces.
pub fn sign_in(text: &str, at: usize) -> Option<Sign> {
    let character = text.get(at..)?.chars().next()?;
    let found = sign(character)?;
    let before = || text.get(..at).unwrap_or_default().chars().rev();
    let after = || text.get(at + character.len_utf8()..).unwrap_or_default().chars().next();
    match character {
        // Flags of regions are spelled in tags after a black flag, and end in one.
        '\u{e0020}'..='\u{e007f}' => {
            let head = before().find(|c| !('\u{e0020}'..='\u{e007f}').contains(c));
            (head != Some('\u{1f3f4}')).then_some(found)
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{200d}' => {
            (!before().next().is_some_and(takes_selector)).then_some(found)
        }
        '\u{200b}' | '\u{feff}' => {
            let misleads = before().next().is_some_and(is_spelled) && after().is_some_and(is_spelled);
            Some(Sign { misleads, ..found })
        }
        _ => Some(found),
    }
}

/// Whether a variation selector or a joiner after it makes an emoji of it.
fn takes_selector(character: char) -> bool {
    matches!(
        character,
        '#' | '*' | '0'..='9' | '©' | '®' | '\u{203c}'..='\u{3299}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
    )
}

/// Whether it is a letter or number of a script that parts its words by spaces.
pub(super) fn is_spelled(character: char) -> bool {
    // Thai, Lao, Burmese, Khmer, Tibetan and the ideographs break their lines at spaces of no width.
    let has_no_spaces = matches!(
        character,
        '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aff}'
            | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
    );
    character.is_alphanumeric() && !has_no_spaces
}

/// How many characters of `text` could mislead.
pub fn n_misleading(text: &str) -> usize {
    // Most texts have none, and most of their bytes cannot begin one.
    let may_begin = |byte: u8| matches!(byte, 0..=0x08 | 0x0b..=0x0c | 0x0e..=0x1f | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf0 | 0xf3);
    let places = text.bytes().enumerate().filter(|&(_, byte)| may_begin(byte));
    places.filter(|&(at, _)| sign_in(text, at).is_some_and(|sign| sign.misleads)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shorts(text: &str) -> String {
        let signs = text.char_indices().filter_map(|(at, _)| sign_in(text, at));
        signs
            .map(|sign| format!("{}{}", sign.short, if sign.misleads { "!" } else { "" }))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn what_is_not_seen_has_a_sign() {
        let table = [
            ("plain words, ünd é", "", 0),
            ("a\u{202e}b\u{202c}c", "RLO! PDF!", 2),
            ("pay\u{200b}pal", "ZWSP!", 1),
            ("a \u{200b}b", "ZWSP", 0),
            ("กา\u{200b}กา", "ZWSP", 0),
            ("می\u{200c}شود", "ZWNJ", 0),
            ("a\u{ad}b\u{a0}c\td\n", "SHY ⍽ → ¶", 0),
            ("👨\u{200d}👩 ❤\u{fe0f}", "", 0),
            ("a\u{fe0f}", "VS", 0),
            ("\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}", "", 0),
            ("hi\u{e0067}\u{e0062}", "TAG! TAG!", 2),
            ("a\u{7}b\u{0}", "CTL! CTL!", 2),
            ("\u{feff}a", "BOM", 0),
            ("\u{3164}\u{2066}\u{2069}", "HF! LRI! PDI!", 3),
        ];
        for (text, expected, n) in table {
            assert_eq!(shorts(text), expected, "{text:?}");
            assert_eq!(n_misleading(text), n, "{text:?}");
        }
    }
}
