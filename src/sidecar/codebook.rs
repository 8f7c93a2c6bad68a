//! The codebook file, and the codebook that comes built in.

use super::alike::{self, LookAlike};
use crate::document::Warned;
use crate::layer::{Codebook, Question, RelationKind, RelationSlug, Shape, Tag, TagId};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;

/// Why a codebook cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodebookError {
    /// Not TOML, or a key is missing or of the wrong kind: what the parser says.
    Form(String),
    /// A slug with other characters than ASCII letters, digits, `-` and `_`.
    BadSlug(String),
    /// Two tags, or two relations, with one slug.
    DoubledSlug(String),
    /// Two tags on one key.
    DoubledKey(char),
}

impl fmt::Display for CodebookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(reason) => write!(f, "the codebook cannot be read: {}", reason.trim_end()),
            Self::BadSlug(slug) => {
                write!(f, "the codebook's slug `{slug}` may have ASCII letters, digits, `-` and `_` only")
            }
            Self::DoubledSlug(slug) => write!(f, "the codebook has the slug `{slug}` twice"),
            Self::DoubledKey(key) => write!(f, "the codebook gives the key `{key}` to two tags"),
        }
    }
}

impl std::error::Error for CodebookError {}

/// What the reader should know about a codebook that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodebookWarning {
    /// A relation names a tag that there is not.
    MissingTag { relation: RelationSlug, tag: TagId },
    /// A tag has a value that its field cannot have.
    NoSuch { tag: TagId, field: Field, value: String },
    /// Two tags look alike.
    Alike(LookAlike),
}

/// What a tag may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Answer,
    Colour,
    Key,
    Shape,
}

impl fmt::Display for CodebookWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingTag { relation, tag } => {
                write!(f, "the relation `{relation}` names the tag `{tag}`, which the codebook lacks")
            }
            Self::NoSuch { tag, field, value } => {
                let field = match field {
                    Field::Answer => "answer",
                    Field::Colour => "colour",
                    Field::Key => "key",
                    Field::Shape => "shape",
                };
                write!(f, "the tag `{tag}` has the {field} `{value}`, which is none")
            }
            Self::Alike(alike) => write!(f, "{alike}"),
        }
    }
}

/// Reads a `codebook.postil.toml`.
pub fn read_codebook(toml: &str) -> Result<Warned<Codebook, CodebookWarning>, CodebookError> {
    let wire: WireCodebook =
        toml::from_str(toml).map_err(|error| CodebookError::Form(place_and_reason(toml, &error)))?;
    let mut warnings = Vec::new();
    let tags: Vec<Tag> = wire.tag.into_iter().map(|tag| tag.into_domain(&mut warnings)).collect();
    let relations: Vec<RelationKind> = wire.relation.into_iter().map(WireRelation::into_domain).collect();
    check_slugs(tags.iter().map(|tag| tag.id.as_str()))?;
    check_slugs(relations.iter().map(|kind| kind.id.as_str()))?;
    let mut keys = BTreeSet::new();
    for key in tags.iter().filter_map(|tag| tag.key) {
        if !keys.insert(key) {
            return Err(CodebookError::DoubledKey(key));
        }
    }
    let codebook = Codebook { name: wire.name, revision: wire.revision, tags, relations };
    warn_of_missing_tags(&codebook, &mut warnings);
    warnings.extend(alike::in_codebook(&codebook).into_iter().map(CodebookWarning::Alike));
    Ok(Warned { value: codebook, warnings })
}

/// The text of the built-in codebook, to begin one's own with.
pub const BUILTIN: &str = include_str!("../../assets/codebooks/news.toml");

/// Claims, denials, casualty reports and opinions.
pub fn builtin() -> Codebook {
    let read = read_codebook(BUILTIN);
    debug_assert!(read.is_ok(), "the codebook that comes built in is one of ours");
    read.map(|read| read.value).unwrap_or_default()
}

/// In which line, and why; without the line itself, which may be a stranger's and of any length.
pub fn place_and_reason(toml: &str, error: &toml::de::Error) -> String {
    let reason: String = error.message().chars().take(200).collect();
    let line = error.span().map_or(1, |span| line_at(toml, span.start));
    format!("line {line}: {}", reason.replace('\n', " "))
}

/// The line, from 1, that byte `at` stands in.
pub fn line_at(toml: &str, at: usize) -> usize {
    toml.get(..at).unwrap_or_default().matches('\n').count() + 1
}

fn check_slugs<'a>(slugs: impl Iterator<Item = &'a str>) -> Result<(), CodebookError> {
    let mut seen = BTreeSet::new();
    for slug in slugs {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if slug.is_empty() || !slug.bytes().all(is_plain) {
            return Err(CodebookError::BadSlug(slug.to_owned()));
        }
        if !seen.insert(slug) {
            return Err(CodebookError::DoubledSlug(slug.to_owned()));
        }
    }
    Ok(())
}

fn warn_of_missing_tags(codebook: &Codebook, warnings: &mut Vec<CodebookWarning>) {
    for kind in &codebook.relations {
        for tag in kind.from.iter().chain(&kind.to).filter(|tag| codebook.tag(tag).is_none()) {
            warnings.push(CodebookWarning::MissingTag { relation: kind.id.clone(), tag: tag.clone() });
        }
    }
}

#[derive(Deserialize)]
struct WireCodebook {
    name: String,
    #[serde(default)]
    revision: u32,
    #[serde(default)]
    tag: Vec<WireTag>,
    #[serde(default)]
    relation: Vec<WireRelation>,
}

#[derive(Deserialize)]
struct WireTag {
    slug: String,
    label: Option<String>,
    plural: Option<String>,
    key: Option<String>,
    shape: Option<String>,
    color: Option<WireColor>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    carries: Vec<String>,
    #[serde(default)]
    questions: Vec<WireQuestion>,
}

/// A question with the answer for which the tag fits: yes, where it is not said.
#[derive(Deserialize)]
#[serde(untagged)]
enum WireQuestion {
    Words(String),
    Asked { ask: String, answer: Option<String> },
}

#[derive(Deserialize)]
struct WireColor {
    light: Option<String>,
    dark: Option<String>,
}

#[derive(Deserialize)]
struct WireRelation {
    slug: String,
    label: Option<String>,
    inverse: Option<String>,
    #[serde(default)]
    from: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
}

/// A grey that is read on light and on dark paper, for tags without a colour.
const GREY: u32 = 0x0076_7676;

impl WireTag {
    fn into_domain(self, warnings: &mut Vec<CodebookWarning>) -> Tag {
        let Self { slug, label, plural, key, shape, color, description, carries, questions } = self;
        let label = label.unwrap_or_else(|| slug.clone());
        let mut warn = |field: Field, value: &str| {
            let (tag, value) = (TagId::new(slug.clone()), value.to_owned());
            warnings.push(CodebookWarning::NoSuch { tag, field, value });
        };
        let mut color_of = |text: Option<String>| {
            let value = text.as_deref().map(read_color);
            if let (Some(None), Some(text)) = (value, &text) {
                warn(Field::Colour, text);
            }
            value.flatten()
        };
        let (light, dark) = color.map_or((None, None), |color| (color_of(color.light), color_of(color.dark)));
        let key_read = key.as_deref().and_then(|key| single(key.chars()));
        if let (None, Some(key)) = (key_read, &key) {
            warn(Field::Key, key);
        }
        let shape_read = shape.as_deref().and_then(read_shape);
        if let (None, Some(shape)) = (shape_read, &shape) {
            warn(Field::Shape, shape);
        }
        let questions = questions.into_iter().map(|question| question.into_domain(&mut warn)).collect();
        Tag {
            plural: plural.unwrap_or_else(|| label.clone()),
            label,
            key: key_read,
            shape: shape_read.unwrap_or_default(),
            light: light.or(dark).unwrap_or(GREY),
            dark: dark.or(light).unwrap_or(GREY),
            description,
            carries,
            questions,
            id: TagId::new(slug),
        }
    }
}

impl WireQuestion {
    fn into_domain(self, warn: &mut impl FnMut(Field, &str)) -> Question {
        let (words, answer) = match self {
            Self::Words(words) => (words, None),
            Self::Asked { ask, answer } => (ask, answer),
        };
        let is_yes = match answer.as_deref() {
            None | Some("yes") => true,
            Some("no") => false,
            Some(other) => {
                warn(Field::Answer, other);
                true
            }
        };
        Question { words, is_yes }
    }
}

impl WireRelation {
    fn into_domain(self) -> RelationKind {
        let label = self.label.unwrap_or_else(|| self.slug.clone());
        RelationKind {
            inverse: self.inverse.unwrap_or_else(|| label.clone()),
            label,
            id: RelationSlug::new(self.slug),
            from: read_ends(self.from),
            to: read_ends(self.to),
        }
    }
}

/// `*` stands for every tag, which the model has as an empty list.
fn read_ends(tags: Vec<String>) -> Vec<TagId> {
    if tags.iter().any(|tag| tag == "*") { Vec::new() } else { tags.into_iter().map(TagId::new).collect() }
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next();
    first.filter(|_| chars.next().is_none())
}

fn read_shape(name: &str) -> Option<Shape> {
    [Shape::Solid, Shape::Double, Shape::Dotted, Shape::Wavy, Shape::Dashed]
        .into_iter()
        .find(|shape| shape.name() == name)
}

fn read_color(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codebook_that_comes_built_in_says_what_tags_may_do() {
        let read = read_codebook(include_str!("../../assets/codebooks/news.toml")).expect("ours");
        assert_eq!(read.warnings, []);
        let codebook = builtin();
        let [claim, denial, casualty] = ["claim", "denial", "casualty-report"].map(TagId::new);
        assert_eq!(codebook.tag_of_key('2').map(|tag| (&tag.id, tag.shape)), Some((&denial, Shape::Double)));
        assert!(
            codebook.carries(&[casualty], "figure")
                && !codebook.carries(std::slice::from_ref(&claim), "figure")
        );
        let denies = |from: &TagId, to: &TagId| {
            let (from, to) = ([from.clone()], [to.clone()]);
            codebook.relations_between(&from, &to).any(|kind| kind.id.as_str() == "denies")
        };
        assert!(denies(&denial, &claim) && !denies(&claim, &claim));
    }

    #[test]
    fn what_cannot_work_is_said() {
        let error = |toml: &str| read_codebook(toml).map(|read| read.value).expect_err("refused").to_string();
        let tag = |slug: &str, key: &str| format!("[[tag]]\nslug = \"{slug}\"\nkey = \"{key}\"\n");
        let head = "name = \"x\"\n";
        assert_eq!(
            error(&(head.to_owned() + &tag("a b", "1"))),
            "the codebook's slug `a b` may have ASCII letters, digits, `-` and `_` only"
        );
        assert_eq!(
            error(&(head.to_owned() + &tag("a", "1") + &tag("a", "2"))),
            "the codebook has the slug `a` twice"
        );
        assert_eq!(
            error(&(head.to_owned() + &tag("a", "1") + &tag("b", "1"))),
            "the codebook gives the key `1` to two tags"
        );
        assert!(error("name = ").starts_with("the codebook cannot be read: "));
    }

    #[test]
    fn a_small_codebook_is_filled_in() {
        let toml = "name = \"x\"\n[[tag]]\nslug = \"a\"\nkey = \"F1\"\nshape = \"round\"\ncolor = { light = \"red\" }\n\
                    [[relation]]\nslug = \"r\"\nfrom = [\"*\"]\nto = [\"b\"]\n";
        let read = read_codebook(toml).expect("a codebook");
        assert_eq!(
            read.told(),
            [
                "the tag `a` has the colour `red`, which is none",
                "the tag `a` has the key `F1`, which is none",
                "the tag `a` has the shape `round`, which is none",
                "the relation `r` names the tag `b`, which the codebook lacks",
            ]
        );
        let tag = &read.value.tags[0];
        assert_eq!((tag.label.as_str(), tag.key, tag.shape, tag.light), ("a", None, Shape::Solid, GREY));
        assert!(read.value.relations[0].from.is_empty());
    }

    #[test]
    fn a_tag_may_have_questions_with_the_answer_for_which_it_fits() {
        let toml = "name = \"x\"\n[[tag]]\nslug = \"a\"\nquestions = [\"So?\", { ask = \"Not so?\", answer = \"no\" }, \
                    { ask = \"Perhaps?\", answer = \"maybe\" }]\n[[tag]]\nslug = \"b\"\n";
        let read = read_codebook(toml).expect("a codebook");
        assert_eq!(read.told(), ["the tag `a` has the answer `maybe`, which is none"]);
        let [a, b] = &read.value.tags[..] else { panic!("two tags") };
        let told: Vec<(&str, bool)> =
            a.questions.iter().map(|one| (one.words.as_str(), one.is_yes)).collect();
        assert_eq!(told, [("So?", true), ("Not so?", false), ("Perhaps?", true)]);
        assert!(b.questions.is_empty());
        assert!(builtin().tags.iter().all(|tag| !tag.questions.is_empty()));
    }
}
