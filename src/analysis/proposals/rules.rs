//! The rules by which passages are proposed: data in `assets/proposals.toml`, and what a folder adds to them.

use crate::language::{CueKind, Cues, CuesError, LANGUAGES, Prose};
use crate::layer::TagId;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;
use toml::{Table, Value};

/// The rules that come built in.
const BUILT_IN: &str = include_str!("../../../assets/proposals.toml");
/// The name under which proposals stand, with the version of what comes built in. A change of rules or words
/// that gives other proposals raises it.
pub const NAME: &str = "Postil cues 1";
/// The file of a folder's own rules, beside its `postil.toml`.
pub const FILE: &str = "proposals.postil.toml";

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::parsed(BUILT_IN).unwrap_or_default());

/// What a rule looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Words that attribute, of these kinds.
    Cues(Vec<CueKind>),
    /// Counts of people of whom this became; `any` and `unread` too.
    Outcomes(Vec<String>),
    /// Words that judge, urge or foretell.
    Opinion,
}

/// Which words a rule proposes to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Sentence,
    Clause,
    Content,
}

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    pub tag: TagId,
    pub sign: Sign,
    pub span: Span,
    /// From 0 to 1.
    pub score: f32,
    /// Where nobody is named as the source.
    pub unnamed: f32,
}

/// The rules, with the words that they go by.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    pub(super) rules: Vec<Rule>,
    pub(super) least: f32,
    /// What stands before what an article says, and behind it.
    pub(super) before: Vec<String>,
    pub(super) behind: Vec<String>,
    /// Words that a folder adds, by language.
    words: BTreeMap<String, Cues>,
}

/// Why a folder's rules cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesError {
    /// Not TOML: what the parser says.
    Form(String),
    /// A key that means nothing, or has a value that it cannot have.
    Key(String),
    /// Words that cannot be used.
    Words(String, CuesError),
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(reason) => write!(f, "the rules cannot be read: {}", reason.trim_end()),
            Self::Key(key) => write!(f, "the key `{key}` of the rules means nothing, or not with this value"),
            Self::Words(language, error) => write!(f, "words for `{language}`: {error}"),
        }
    }
}

impl std::error::Error for RulesError {}

impl Rules {
    /// Those that come built in.
    pub fn built_in() -> &'static Self {
        &RULES
    }

    /// Those that come built in, with those of a folder's file.
    ///
    /// # Errors
    /// If it is no TOML, or says something that means nothing.
    pub fn with(file: &str) -> Result<Self, RulesError> {
        let table: Table =
            file.parse().map_err(|error: toml::de::Error| RulesError::Form(error.to_string()))?;
        let mut rules = Self::of_table(&table)?;
        let built_in = Self::built_in();
        if !table.contains_key("least") {
            rules.least = built_in.least;
        }
        if table.get("replaces").and_then(Value::as_bool) != Some(true) {
            rules.rules.extend(built_in.rules.iter().cloned());
            rules.before.extend(built_in.before.iter().cloned());
            rules.behind.extend(built_in.behind.iter().cloned());
        }
        Ok(rules)
    }

    /// The words for a text.
    pub(super) fn cues_for(&self, prose: &Prose<'_>) -> &Cues {
        let language = Cues::language_of_prose(prose);
        self.words.get(language).unwrap_or_else(|| Cues::of(language))
    }

    fn parsed(file: &str) -> Result<Self, RulesError> {
        let table: Table =
            file.parse().map_err(|error: toml::de::Error| RulesError::Form(error.to_string()))?;
        Self::of_table(&table)
    }

    fn of_table(table: &Table) -> Result<Self, RulesError> {
        let mut rules = Self::default();
        for (key, value) in table {
            let wrong = || RulesError::Key(key.clone());
            match key.as_str() {
                "least" => rules.least = number(value).ok_or_else(wrong)?,
                "replaces" => drop(value.as_bool().ok_or_else(wrong)?),
                "rule" => {
                    for rule in value.as_array().ok_or_else(wrong)? {
                        rules.rules.push(rule_of(rule.as_table().ok_or_else(wrong)?)?);
                    }
                }
                "edges" => {
                    for (side, phrases) in value.as_table().ok_or_else(wrong)? {
                        let unknown = || RulesError::Key(format!("edges.{side}"));
                        let phrases = words(phrases).ok_or_else(unknown)?;
                        match side.as_str() {
                            "before" => rules.before.extend(phrases),
                            "behind" => rules.behind.extend(phrases),
                            _ => return Err(unknown()),
                        }
                    }
                }
                "words" => {
                    for (language, words) in value.as_table().ok_or_else(wrong)? {
                        let words = words.as_table().filter(|_| LANGUAGES.contains(&language.as_str()));
                        let words = words.ok_or_else(|| RulesError::Key(format!("words.{language}")))?;
                        let cues = Cues::of(language).with(words);
                        let cues = cues.map_err(|error| RulesError::Words(language.clone(), error))?;
                        rules.words.insert(language.clone(), cues);
                    }
                }
                _ => return Err(wrong()),
            }
        }
        Ok(rules)
    }
}

fn rule_of(table: &Table) -> Result<Rule, RulesError> {
    let (mut tag, mut sign, mut span, mut score, mut unnamed) = (None, None, Span::Sentence, None, None);
    for (key, value) in table {
        let wrong = || RulesError::Key(format!("rule.{key}"));
        match key.as_str() {
            "tag" => tag = Some(TagId::new(value.as_str().ok_or_else(wrong)?)),
            "cues" => {
                let kinds = words(value).ok_or_else(wrong)?;
                let kinds: Option<Vec<_>> = kinds.into_iter().map(|kind| CueKind::named(&kind)).collect();
                sign = Some(Sign::Cues(kinds.ok_or_else(wrong)?));
            }
            "outcomes" => sign = Some(Sign::Outcomes(words(value).ok_or_else(wrong)?)),
            "opinion" if value.as_bool() == Some(true) => sign = Some(Sign::Opinion),
            "passage" => {
                span = match value.as_str() {
                    Some("sentence") => Span::Sentence,
                    Some("clause") => Span::Clause,
                    Some("content") => Span::Content,
                    _ => return Err(wrong()),
                }
            }
            "score" => score = Some(number(value).ok_or_else(wrong)?),
            "unnamed" => unnamed = Some(number(value).ok_or_else(wrong)?),
            _ => return Err(wrong()),
        }
    }
    let lacks = |key: &str| RulesError::Key(format!("rule.{key}"));
    let score = score.ok_or_else(|| lacks("score"))?;
    Ok(Rule {
        tag: tag.ok_or_else(|| lacks("tag"))?,
        sign: sign.ok_or_else(|| lacks("cues"))?,
        span,
        score,
        unnamed: unnamed.unwrap_or(score),
    })
}

/// A number from 0 to 1.
fn number(value: &Value) -> Option<f32> {
    let whole = value.as_integer().and_then(|whole| u8::try_from(whole).ok()).map(f32::from);
    #[expect(clippy::cast_possible_truncation, reason = "a score is no exact number")]
    let number = value.as_float().map(|number| number as f32);
    whole.or(number).filter(|number| (0.0..=1.0).contains(number))
}

fn words(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_come_built_in_can_be_read() {
        let rules = Rules::parsed(BUILT_IN).expect("rules");
        let tags: Vec<&str> = rules.rules.iter().map(|rule| rule.tag.as_str()).collect();
        for tag in ["claim", "denial", "casualty-report", "opinion"] {
            assert!(tags.contains(&tag), "{tags:?}");
        }
        assert!(0.0 < rules.least);
    }

    #[test]
    fn a_folder_adds_rules_and_words_or_replaces_all() {
        let rules =
            "[[rule]]\ntag = 'rumour'\ncues = ['claims']\nscore = 1\n[words.en.sure]\nclaims = 'whisper'\n";
        let added = Rules::with(rules).expect("rules");
        assert_eq!(added.rules.len(), 1 + Rules::built_in().rules.len());
        assert_eq!(added.rules.first().map(|rule| rule.tag.as_str()), Some("rumour"));
        let alone = Rules::with(&format!("replaces = true\n{rules}")).expect("rules");
        assert_eq!(alone.rules.len(), 1);
    }

    #[test]
    fn what_means_nothing_is_named() {
        let error = |file: &str| Rules::with(file).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error("least = 7").contains("`least`"), "{}", error("least = 7"));
        assert!(error("[[rule]]\ntag = 'a'\ncues = ['hums']\nscore = 1").contains("`rule.cues`"));
        assert!(error("[edges]\nbeside = []").contains("`edges.beside`"));
        assert!(error("[words.xx]").contains("`words.xx`"));
        assert!(error("[words.en.sure]\nhums = 'a'").contains("`sure.hums`"));
        assert!(error("=").contains("cannot be read"));
    }
}
