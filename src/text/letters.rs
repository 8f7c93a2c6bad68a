//! Letters in forms of their own, which old fonts and prints to PDF leave in texts: ligatures, the forms of
//! Arabic letters by their place in a word, wide and narrow letters. Raised digits are no such forms: "35¹" has
//! a note and is not 351.

use super::invisible::is_unseen;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Whether `character` is one letter or several in a form of their own.
pub(super) fn is_form(character: char) -> bool {
    matches!(
        character,
        '\u{132}' | '\u{133}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}' | '\u{fb00}'..='\u{fdff}'
            | '\u{fe80}'..='\u{fefc}' | '\u{ff01}'..='\u{ffdc}'
    )
}

/// A word in the letters that it is read in: composed, without forms of their own and what is not seen.
///
/// ```
/// assert_eq!(postil::text::letters::plain("o\u{ad}ﬃce\u{301}"), "officé");
/// ```
pub fn plain(word: &str) -> String {
    let unfolded = word.chars().flat_map(|c| {
        let letters: Box<dyn Iterator<Item = char>> =
            if is_form(c) { Box::new(std::iter::once(c).nfkc()) } else { Box::new(std::iter::once(c)) };
        letters
    });
    unfolded.filter(|&c| !is_unseen(c)).nfc().collect()
}

fn is_usual(ligature: char) -> bool {
    !('\u{fb50}'..'\u{fe80}').contains(&ligature)
}

/// The forms that stand for one character, and ligatures of a few. Those of whole Arabic words are left to
/// folding: nobody's word is told from their parts.
#[derive(Default)]
pub(super) struct Forms {
    single: HashMap<char, String>,
    /// Each with its letters, which are several.
    ligatures: Vec<(char, String)>,
}

impl Forms {
    /// All that Unicode has.
    pub(super) fn all() -> &'static Self {
        static ALL: LazyLock<Forms> = LazyLock::new(|| {
            let mut forms = Forms::default();
            for form in ('\u{132}'..='\u{ffdc}').filter(|&form| is_form(form)) {
                let letters: String = std::iter::once(form).nfkc().collect();
                let mut each = letters.chars();
                match (each.next(), each.next()) {
                    (Some(letter), None) if letter != form => {
                        forms.single.entry(letter).or_default().push(form)
                    }
                    (Some(_), Some(_)) if is_usual(form) => forms.ligatures.push((form, letters)),
                    _ => {}
                }
            }
            forms
        });
        &ALL
    }

    /// The forms of one character.
    pub(super) fn of(&self, letter: char) -> &str {
        self.single.get(&letter).map_or("", String::as_str)
    }

    /// The ligatures with their letters.
    pub(super) fn ligatures(&self) -> &[(char, String)] {
        &self.ligatures
    }
}
