//! Letters as they are compared.

/// A letter as it is compared: Arabic without vowel signs and with one alef, Russian without the dots of ё. `None`: it is left out.
pub(super) fn folded(letter: char) -> Option<char> {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => None,
        'ё' => Some('е'),
        '’' | 'ʼ' => Some('\''),
        other => Some(other),
    }
}
