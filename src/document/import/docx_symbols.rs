//! Signs that a DOCX file names by their place in a font of signs.

/// Word's fonts of signs use places of their own from here on.
const PRIVATE: u32 = 0xf000;

/// The letters of the font Symbol, from 0x41: capitals, some signs, small letters.
const SYMBOL: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

/// Other places of Symbol.
const MORE_SYMBOLS: [(u32, char); 24] = [
    (0x22, '∀'),
    (0x24, '∃'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb6, '∂'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xd6, '√'),
    (0xe5, '∑'),
];

/// Places of Wingdings.
const WINGDINGS: [(u32, char); 16] = [
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x4a, '☺'),
    (0x4c, '☹'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0xa7, '▪'),
    (0xa8, '◻'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xdf, '←'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfe, '☑'),
];

/// The sign at a place that is written in hexadecimal digits; the mark for what cannot be read where the
/// place of a font is not known.
pub(super) fn symbol(font: &str, place: &str) -> char {
    let Ok(code) = u32::from_str_radix(place.trim(), 16) else { return char::REPLACEMENT_CHARACTER };
    let is_private = (PRIVATE..PRIVATE + 0x100).contains(&code);
    let code = if is_private { code - PRIVATE } else { code };
    let found = |table: &[(u32, char)]| table.iter().find(|(known, _)| *known == code).map(|&(_, sign)| sign);
    let by_font = match font.to_lowercase().as_str() {
        "symbol" => {
            let letter = code.checked_sub(0x41).and_then(|at| SYMBOL.chars().nth(usize::try_from(at).ok()?));
            found(&MORE_SYMBOLS).or(letter)
        }
        "wingdings" => found(&WINGDINGS),
        _ => None,
    };
    let is_letter = !is_private || !font.to_lowercase().contains("dings");
    let itself = char::from_u32(code).filter(|sign| is_letter && !sign.is_control());
    by_font.or(itself).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_known_by_their_places() {
        let table = [
            ("Symbol", "F061", 'α'),
            ("Symbol", "F057", 'Ω'),
            ("Symbol", "F0B7", '•'),
            ("Wingdings", "F0FC", '✓'),
            ("Wingdings", "F021", '\u{fffd}'),
            ("Arial", "2022", '•'),
            ("Times", "F041", 'A'),
            ("Symbol", "zz", '\u{fffd}'),
            ("Symbol", "110000", '\u{fffd}'),
        ];
        for (font, place, expected) in table {
            assert_eq!(symbol(font, place), expected, "{font} {place}");
        }
    }
}
