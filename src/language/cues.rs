//! The words by which a text says who says what: data in `assets/cues`, one file for each language, read once.
//! A folder may add to them.

mod forms;
mod kind;

pub(super) use forms::{Form, Forms};
pub use kind::CueKind;

use super::folding::folded;
use super::lexicon::LANGUAGES;
use super::running::Prose;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;
use toml::{Table, Value};

/// What a word or phrase is in the finding of attributions: the sections of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A verb that attributes wherever it is one.
    Sure,
    /// A verb that attributes where somebody who can speak is its subject.
    Named,
    /// A verb that does so where also what is said follows.
    Likely,
    /// A verb that does so beside a quotation alone.
    Quoting,
    /// Stands before the source.
    Before,
    /// Stands behind the source.
    Behind,
    /// Says that something is said, and not by whom.
    Aside,
    /// A noun for what is said.
    Noun,
    /// What somebody is who thinks or feels.
    State,
    People,
    Pronoun,
    Between,
    Be,
    Determiner,
    Joiner,
    Break,
    NounBefore,
    That,
    Relative,
    Title,
    To,
    Negation,
    /// Joins two of a kind.
    And,
    /// Before the one who acts.
    By,
    /// Days and the like, at which a name ends.
    Day,
    /// Prepositions that join no nouns to one name: "about the incident".
    Preposition,
    /// Verbs that also give a name: "a group called".
    Naming,
    /// What is claimed from people where nothing is said: "claimed 20 lives".
    Taken,
    /// What is asked for or planned, and can be refused: "rejected calls".
    Asked,
    /// Peoples, as before the noun for who speaks: "Syrian activists".
    Nation,
    /// What stands before those within one name: "the Free Syrian Army".
    BeforeNation,
    /// What begins a sentence before its subject: "meanwhile".
    Opener,
    /// Times that no name follows in one phrase: "later in the day".
    Time,
    /// Verbs in the past that are no participles, so that they end a noun phrase: "took".
    Past,
    /// Judges.
    Evaluative,
    /// Urges.
    Should,
    /// Tells what is to come.
    Prediction,
    /// Says how sure or how strong.
    Degree,
    /// Who speaks, or is spoken to.
    Person,
    /// What a sentence begins with that argues: "but", "this is".
    Turn,
}

impl Part {
    const SECTIONS: [(&'static str, Self); 9] = [
        ("sure", Self::Sure),
        ("named", Self::Named),
        ("likely", Self::Likely),
        ("quoting", Self::Quoting),
        ("before", Self::Before),
        ("behind", Self::Behind),
        ("aside", Self::Aside),
        ("noun", Self::Noun),
        ("state", Self::State),
    ];
    /// Lists without kinds, in the sections `grammar` and `opinion`.
    const LISTS: [(&'static str, Self); 31] = [
        ("people", Self::People),
        ("pronouns", Self::Pronoun),
        ("between", Self::Between),
        ("be", Self::Be),
        ("determiners", Self::Determiner),
        ("joiners", Self::Joiner),
        ("breaks", Self::Break),
        ("noun_before", Self::NounBefore),
        ("that", Self::That),
        ("relative", Self::Relative),
        ("titles", Self::Title),
        ("to", Self::To),
        ("negations", Self::Negation),
        ("and", Self::And),
        ("by", Self::By),
        ("days", Self::Day),
        ("prepositions", Self::Preposition),
        ("naming", Self::Naming),
        ("taken", Self::Taken),
        ("asked", Self::Asked),
        ("nations", Self::Nation),
        ("before_nations", Self::BeforeNation),
        ("openers", Self::Opener),
        ("times", Self::Time),
        ("past", Self::Past),
        ("evaluative", Self::Evaluative),
        ("should", Self::Should),
        ("predictions", Self::Prediction),
        ("degrees", Self::Degree),
        ("persons", Self::Person),
        ("turns", Self::Turn),
    ];

    fn bit(self) -> u64 {
        1 << (self as u8)
    }

    /// Whether it is a verb.
    pub(super) fn is_verb(self) -> bool {
        matches!(self, Self::Sure | Self::Named | Self::Likely | Self::Quoting)
    }
}

/// Why words that were added cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CuesError {
    /// Not TOML: what the parser says.
    Form(String),
    /// A key that means nothing.
    Unknown(String),
}

impl fmt::Display for CuesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(reason) => write!(f, "the words cannot be read: {}", reason.trim_end()),
            Self::Unknown(key) => write!(f, "the key `{key}` means nothing here"),
        }
    }
}

impl std::error::Error for CuesError {}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    by_first: HashMap<String, Forms>,
    inflects: bool,
    /// Conjunctions that are written together with the word behind them.
    clitics: Vec<String>,
    /// How words end that say what something is like: "shameful", "pointless".
    endings: Vec<String>,
}

/// The files, in the order of `LANGUAGES`.
const FILES: [&str; 7] = [
    include_str!("../../assets/cues/en.toml"),
    include_str!("../../assets/cues/de.toml"),
    include_str!("../../assets/cues/fr.toml"),
    include_str!("../../assets/cues/es.toml"),
    include_str!("../../assets/cues/ru.toml"),
    include_str!("../../assets/cues/uk.toml"),
    include_str!("../../assets/cues/ar.toml"),
];

static BUILT_IN: LazyLock<Vec<Cues>> =
    LazyLock::new(|| FILES.into_iter().map(|file| Cues::read(file).unwrap_or_default()).collect());

impl Cues {
    /// Those that come built in for a language by its code (ISO 639-1); English where it is not known.
    pub fn of(language: &str) -> &'static Self {
        let at = LANGUAGES.iter().position(|known| *known == language).unwrap_or_default();
        &BUILT_IN[at]
    }

    /// Those for the language of `text`; where its words tell none, its letters do.
    pub fn for_text(text: &str) -> &'static Self {
        Self::of(Self::language_of(text))
    }

    /// The code of the language that the words for a text are of (ISO 639-1).
    pub fn language_of(text: &str) -> &'static str {
        Self::language_of_prose(&Prose::new(text))
    }

    /// The same of a text whose language may be known already.
    pub fn language_of_prose(prose: &Prose<'_>) -> &'static str {
        let (text, told) = (prose.text(), prose.lexicon().code());
        let is_of = |first: char, last: char| text.chars().take(500).any(|c| first <= c && c <= last);
        match told {
            "en" if is_of('\u{400}', '\u{4ff}') && !is_of('a', 'z') => {
                let is_ukrainian = text.chars().take(500).any(|c| matches!(c, 'і' | 'ї' | 'є' | 'ґ'));
                if is_ukrainian { "uk" } else { "ru" }
            }
            "en" if is_of('\u{620}', '\u{64a}') && !is_of('a', 'z') => "ar",
            told => told,
        }
    }

    /// Reads a file of words of one language.
    ///
    /// # Errors
    /// If it is no TOML, or a section, a kind or a list is unknown.
    pub fn read(file: &str) -> Result<Self, CuesError> {
        let table: Table =
            file.parse().map_err(|error: toml::de::Error| CuesError::Form(error.to_string()))?;
        let mut cues = Self::default();
        cues.add(&table)?;
        Ok(cues)
    }

    /// These words and those of a table, in the form of the files. What is added wins over what there is.
    ///
    /// # Errors
    /// If a section, a kind or a list is unknown.
    pub fn with(&self, table: &Table) -> Result<Self, CuesError> {
        let mut cues = self.clone();
        cues.add(table)?;
        Ok(cues)
    }

    fn add(&mut self, table: &Table) -> Result<(), CuesError> {
        if let Some(inflects) = table.get("inflects").and_then(Value::as_bool) {
            self.inflects = inflects;
        }
        for (key, value) in table.iter().filter(|(key, _)| *key != "inflects") {
            let Some(section) = value.as_table() else { return Err(CuesError::Unknown(key.clone())) };
            if let Some((_, part)) = Part::SECTIONS.iter().find(|(name, _)| name == key) {
                for (name, words) in section {
                    let unknown = || CuesError::Unknown(format!("{key}.{name}"));
                    let kind = CueKind::named(name).ok_or_else(unknown)?;
                    self.take(*part, kind, words.as_str().ok_or_else(unknown)?);
                }
            } else if matches!(key.as_str(), "grammar" | "opinion") {
                for (name, words) in section {
                    let unknown = || CuesError::Unknown(format!("{key}.{name}"));
                    let words = words.as_str().ok_or_else(unknown)?;
                    if name == "clitics" {
                        self.clitics = words.split_whitespace().map(str::to_owned).collect();
                        continue;
                    }
                    if name == "endings" {
                        self.endings = words.split_whitespace().map(str::to_owned).collect();
                        continue;
                    }
                    let list = Part::LISTS.iter().find(|(list, _)| list == name);
                    self.take(list.ok_or_else(unknown)?.1, CueKind::Says, words);
                }
            } else {
                return Err(CuesError::Unknown(key.clone()));
            }
        }
        Ok(())
    }

    fn take(&mut self, part: Part, kind: CueKind, words: &str) {
        for word in words.split_whitespace() {
            for (nth, form) in self.forms(part, word).into_iter().enumerate() {
                let folded = |word: &str| word.chars().filter_map(folded).collect::<String>();
                let mut words = form.split('_').flat_map(parts).map(folded);
                let Some(first) = words.next() else { continue };
                let is_participle = self.inflects && first.ends_with("ing");
                let is_listed = word.contains('/') && 2 <= nth;
                let is_finite = !is_participle && (!self.inflects || first.ends_with("ed") || is_listed);
                let form = Form { part, kind, rest: words.collect(), is_finite, is_participle };
                self.by_first.entry(first).or_default().add(form);
            }
        }
    }

    /// All forms of a word, with `_` between the words of a phrase.
    fn forms(&self, part: Part, word: &str) -> Vec<String> {
        let words: Vec<&str> = word.split('_').collect();
        if let Some(at) = words.iter().position(|word| word.contains('/')) {
            let (before, after) = (words.get(..at), words.get(at + 1..));
            let around = |form: &str| {
                let all = before.unwrap_or_default().iter().copied().chain([form]);
                all.chain(after.unwrap_or_default().iter().copied()).collect::<Vec<_>>().join("_")
            };
            return words[at].split('/').map(around).collect();
        }
        let Some((head, rest)) = words.split_first() else { return Vec::new() };
        if part == Part::Noun && self.inflects {
            return vec![word.to_owned(), plural(word)];
        }
        if !part.is_verb() || !self.inflects {
            return vec![word.to_owned()];
        }
        let with_rest =
            |form: String| [form.as_str()].iter().chain(rest).copied().collect::<Vec<_>>().join("_");
        inflected(head).into_iter().map(with_rest).collect()
    }

    /// Whether verbs are told by the endings of English.
    pub(super) fn inflects(&self) -> bool {
        self.inflects
    }

    /// How words end that say what something is like.
    pub(super) fn endings(&self) -> &[String] {
        &self.endings
    }

    /// The forms that begin with a word in small letters.
    pub(super) fn at(&self, word: &str) -> &Forms {
        if let Some(forms) = self.by_first.get(word) {
            return forms;
        }
        let bare = self.clitics.iter().find_map(|clitic| word.strip_prefix(clitic.as_str()));
        bare.and_then(|bare| self.by_first.get(bare)).unwrap_or(Forms::none())
    }
}

/// A word in the pieces that the reader of words makes of it.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive('-').flat_map(|piece| match piece.strip_suffix('-') {
        Some(word) if !word.is_empty() => [Some(word), Some("-")].into_iter().flatten(),
        _ => [Some(piece), None].into_iter().flatten(),
    })
}

/// The forms of a regular English verb.
fn inflected(verb: &str) -> [String; 4] {
    let ends = |endings: &[&str]| endings.iter().any(|ending| verb.ends_with(ending));
    let plain = verb.to_owned();
    if let Some(stem) = verb.strip_suffix('e') {
        return [plain, format!("{verb}s"), format!("{verb}d"), format!("{stem}ing")];
    }
    if let Some(stem) = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return [plain, format!("{stem}ies"), format!("{stem}ied"), format!("{verb}ing")];
    }
    let doubled = if verb.ends_with("mit") { "t" } else { "" };
    let s = if ends(&["s", "x", "z", "ch", "sh"]) { "es" } else { "s" };
    [plain, format!("{verb}{s}"), format!("{verb}{doubled}ed"), format!("{verb}{doubled}ing")]
}

/// The plural of a regular English noun.
fn plural(noun: &str) -> String {
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with(['s', 'x', 'h']) => format!("{noun}es"),
        None => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_can_be_read() {
        for (language, file) in LANGUAGES.into_iter().zip(FILES) {
            let cues = Cues::read(file).unwrap_or_else(|error| panic!("{language}: {error}"));
            for part in [Part::Sure, Part::Before, Part::People, Part::Pronoun, Part::Evaluative] {
                let has = cues.by_first.values().any(|forms| forms.has(part));
                assert!(has, "{language} has no {part:?}");
            }
        }
    }

    #[test]
    fn regular_verbs_have_their_forms_and_hyphens_part_words() {
        assert_eq!(inflected("deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(inflected("say"), ["say", "says", "sayed", "saying"]);
        assert_eq!(inflected("admit"), ["admit", "admits", "admitted", "admitting"]);
        assert_eq!(inflected("stress"), ["stress", "stresses", "stressed", "stressing"]);
        assert_eq!(plural("allegation"), "allegations");
        assert_eq!(parts("so-called").collect::<Vec<_>>(), ["so", "-", "called"]);
        assert_eq!(parts("said").collect::<Vec<_>>(), ["said"]);
    }

    #[test]
    fn what_a_folder_adds_is_known_and_what_means_nothing_is_named() {
        let table: Table = "[sure]\ndenies = 'pooh_pooh'".parse().expect("TOML");
        let cues = Cues::of("en").with(&table).expect("words");
        assert!(
            cues.at("poohed").all().iter().any(|form| form.kind == CueKind::Denies && form.n_words() == 2)
        );
        assert!(!Cues::of("en").at("say").all().is_empty());
        let wrong: Table = "[sure]\nsings = 'hum'".parse().expect("TOML");
        assert_eq!(Cues::of("en").with(&wrong).err(), Some(CuesError::Unknown("sure.sings".to_owned())));
    }
}
