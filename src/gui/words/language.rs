//! The languages of the window: which there are, and which one a person gets.

use super::say;
use serde::{Deserialize, Serialize};

/// A language that has words: its tag by BCP 47, what it calls itself, and its words in Fluent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub tag: &'static str,
    pub name: &'static str,
    pub words: &'static str,
    /// Passages that are easily taken for another tag, in TOML.
    pub near_misses: &'static str,
    /// What stands between groups of digits.
    pub separator: char,
}

pub(super) const ENGLISH: Known = Known {
    tag: "en",
    name: "English",
    words: include_str!("../../../assets/words/en.ftl"),
    near_misses: include_str!("../../../assets/near_misses/en.toml"),
    separator: ',',
};
pub(super) const SPANISH: Known = Known {
    tag: "es",
    name: "Español",
    words: include_str!("../../../assets/words/es.ftl"),
    near_misses: include_str!("../../../assets/near_misses/es.toml"),
    separator: '.',
};

/// All of them; a further one is a file of words and a line here and in [`Language`].
pub(super) const KNOWN: [Known; 2] = [ENGLISH, SPANISH];

/// Which language the window speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::gui) enum Language {
    /// That of the system, as far as there are words for it.
    #[default]
    #[serde(rename = "system")]
    System,
    #[serde(rename = "en")]
    English,
    #[serde(rename = "es")]
    Spanish,
}

impl Language {
    /// All of them, in the order of the menu.
    pub(in crate::gui) const ALL: [Self; 3] = [Self::System, Self::English, Self::Spanish];

    fn known(self) -> Option<Known> {
        match self {
            Self::System => None,
            Self::English => Some(ENGLISH),
            Self::Spanish => Some(SPANISH),
        }
    }

    /// For people: each language in its own words, so that whoever cannot read the window finds theirs.
    pub(in crate::gui) fn label(self) -> String {
        self.known().map_or_else(|| say!("language-system"), |known| known.name.to_owned())
    }

    /// For settings and the names of commands: never changes.
    pub(in crate::gui) fn name(self) -> &'static str {
        self.known().map_or("system", |known| known.tag)
    }

    /// The one that is spoken where the system's languages are `wanted`, the most wanted first.
    pub(super) fn spoken(self, wanted: &[String]) -> Known {
        let first = |tag: &String| {
            let primary = tag.split(['-', '_', '.']).next()?;
            KNOWN.into_iter().find(|known| known.tag.eq_ignore_ascii_case(primary))
        };
        self.known().or_else(|| wanted.iter().find_map(first)).unwrap_or(ENGLISH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_systems_languages_that_has_words_is_spoken() {
        let spoken = |language: Language, wanted: &[&str]| {
            let wanted: Vec<String> = wanted.iter().map(|&tag| tag.to_owned()).collect();
            language.spoken(&wanted).tag
        };
        assert_eq!(spoken(Language::System, &["es-MX", "en-US"]), "es");
        assert_eq!(spoken(Language::System, &["de-DE", "ES", "en"]), "es");
        assert_eq!(spoken(Language::System, &["est-EE", "C", ""]), "en");
        assert_eq!(spoken(Language::System, &[]), "en");
        assert_eq!(spoken(Language::English, &["es-ES"]), "en");
        assert_eq!(spoken(Language::Spanish, &[]), "es");
    }
}
