//! The file of a class, `ARTICLE.grades`: whose marks are the key, which files were handed in, and what the
//! teacher decided beyond the rubric. JSON, with what was added to the key as lines of a layer.

use crate::document::Timestamp;
use crate::layer::{AnnotationId, Annotator, AnnotatorId, Layer};
use crate::sidecar::{FORMAT, Header, LayerFile};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// What the file's name adds to that of the article or of the assignment.
pub const ENDING: &str = "grades";
const TYPE: &str = "postil:Grades";
/// The version that is written; a newer one is not read.
const VERSION: u64 = 1;
/// The keys that mean something here; all others are kept.
const KEYS: [&str; 9] =
    ["type", "postil:format", "article", "key", "rubric", "handed-in", "before", "overrides", "answers"];

/// What is kept of a class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grades {
    /// The file that it is about: a hint.
    pub article: String,
    /// Whose marks are the key, where that was chosen.
    pub key: Option<Annotator>,
    /// The rubric's file, where marks are weighed otherwise than the assignment says.
    pub rubric: Option<String>,
    /// The files and folders that were handed in, as paths from the folder of the article.
    pub handed_in: Vec<String>,
    /// Those that were handed in an earlier time.
    pub before: Vec<String>,
    /// Points that were set by hand, by pupil and mark of the key.
    pub overrides: BTreeMap<(AnnotatorId, AnnotationId), Override>,
    /// What was added to the key: marks, and relations to those that they are alternatives of.
    pub answers: Option<Layer>,
    /// What we do not know, as it was read.
    rest: Map<String, Value>,
}

/// Points that were set by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Override {
    /// The pupil's name, for those who read the file.
    pub name: String,
    /// How many, from 0 on.
    pub points: f64,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// Why a file is none of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GradesFault {
    /// It is no JSON of this kind, or cut off.
    Damaged,
    /// A newer program wrote it.
    Newer,
    /// A part of it, by its key, is not what stands there.
    Part(&'static str),
}

impl fmt::Display for GradesFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("it cannot be read: it is damaged or cut off"),
            Self::Newer => f.write_str("it was written by a newer Postil"),
            Self::Part(key) => write!(f, "`{key}` in it cannot be read"),
        }
    }
}

impl std::error::Error for GradesFault {}

impl Grades {
    /// Whether nothing is kept: such a file need not be.
    pub fn is_empty(&self) -> bool {
        *self == Self { article: self.article.clone(), ..Self::default() }
    }

    /// As a file. The same decisions give the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut file = json!({ "type": TYPE, "postil:format": VERSION, "article": self.article });
        let Some(map) = file.as_object_mut() else { return Vec::new() };
        if let Some(key) = &self.key {
            map.insert("key".to_owned(), json!({ "id": key.id.iri(), "name": key.name }));
        }
        if let Some(rubric) = &self.rubric {
            map.insert("rubric".to_owned(), rubric.as_str().into());
        }
        for (key, paths) in [("handed-in", &self.handed_in), ("before", &self.before)] {
            if !paths.is_empty() {
                map.insert(key.to_owned(), paths.iter().map(String::as_str).collect());
            }
        }
        let overrides = self.overrides.iter().map(|((pupil, mark), one)| {
            json!({
                "pupil": pupil.iri(),
                "name": one.name,
                "mark": mark.iri(),
                "points": one.points,
                "reason": one.reason,
                "created": one.at.to_string(),
            })
        });
        if !self.overrides.is_empty() {
            map.insert("overrides".to_owned(), overrides.collect());
        }
        if let Some(layer) = self.answers.as_ref().filter(|layer| !layer.is_empty()) {
            map.insert("answers".to_owned(), self.lines_of(layer).into());
        }
        map.extend(self.rest.clone());
        let text = serde_json::to_string_pretty(&file).unwrap_or_default();
        format!("{text}\n").into_bytes()
    }

    fn lines_of(&self, layer: &Layer) -> Vec<Value> {
        let mut file = LayerFile::new(Header {
            layer: layer.id,
            annotator: layer.annotator.clone(),
            created: layer.created,
            document: layer.document,
            title: String::new(),
            file: self.article.clone(),
            digest: None,
            codebook: (String::new(), 0),
            format: FORMAT,
            closed: None,
        });
        let bytes = file.write(layer, layer.created);
        let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
        lines.filter_map(|line| serde_json::from_slice(line).ok()).collect()
    }

    /// From a file of anybody's.
    pub fn read(bytes: &[u8]) -> Result<Self, GradesFault> {
        let file: Value = serde_json::from_slice(bytes).map_err(|_| GradesFault::Damaged)?;
        let map = file.as_object().filter(|map| map.get("type") == Some(&Value::from(TYPE)));
        let map = map.ok_or(GradesFault::Damaged)?;
        if VERSION < map.get("postil:format").and_then(Value::as_u64).unwrap_or(VERSION) {
            return Err(GradesFault::Newer);
        }
        let rest = map.iter().filter(|(key, _)| !KEYS.contains(&key.as_str()));
        Ok(Self {
            article: words(map, "article").unwrap_or_default(),
            key: map.get("key").map(|key| person(key).ok_or(GradesFault::Part("key"))).transpose()?,
            rubric: words(map, "rubric"),
            handed_in: paths(map, "handed-in")?,
            before: paths(map, "before")?,
            overrides: overrides(map)?,
            answers: answers(map)?,
            rest: rest.map(|(key, value)| (key.clone(), value.clone())).collect(),
        })
    }

    /// What both say, where `base` is what both began with: what this one did is done to `theirs`.
    #[must_use]
    pub fn onto(&self, base: &Self, theirs: &Self) -> Self {
        fn one<T: Clone + PartialEq>(own: &T, base: &T, theirs: &T) -> T {
            if own == base { theirs.clone() } else { own.clone() }
        }
        let mut overrides = theirs.overrides.clone();
        for place in self.overrides.keys().chain(base.overrides.keys()) {
            match self.overrides.get(place) {
                own if own == base.overrides.get(place) => {}
                Some(own) => drop(overrides.insert(*place, own.clone())),
                None => drop(overrides.remove(place)),
            }
        }
        let all = |own: &[String], base: &[String], theirs: &[String]| {
            let kept = theirs.iter().filter(|path| own.contains(path) || !base.contains(path));
            let new = own.iter().filter(|path| !base.contains(path) && !theirs.contains(path));
            kept.chain(new).cloned().collect()
        };
        Self {
            article: self.article.clone(),
            key: one(&self.key, &base.key, &theirs.key),
            rubric: one(&self.rubric, &base.rubric, &theirs.rubric),
            handed_in: all(&self.handed_in, &base.handed_in, &theirs.handed_in),
            before: all(&self.before, &base.before, &theirs.before),
            overrides,
            answers: answers_onto(self.answers.as_ref(), base.answers.as_ref(), theirs.answers.as_ref()),
            rest: one(&self.rest, &base.rest, &theirs.rest),
        }
    }
}

/// The same for what was added to the key: by mark and by relation.
fn answers_onto(own: Option<&Layer>, base: Option<&Layer>, theirs: Option<&Layer>) -> Option<Layer> {
    let (Some(ours), Some(theirs)) = (own.or(base), theirs) else {
        let is_same = own == base;
        return (if is_same { theirs } else { own }).cloned();
    };
    let empty = Layer::new(ours.id, ours.annotator.clone(), ours.document, ours.created);
    let (own, base) = (own.unwrap_or(&empty), base.unwrap_or(&empty));
    let mark = |id| {
        let (here, there) = (own.shared(id), base.shared(id));
        if here == there { theirs.shared(id) } else { here }.cloned()
    };
    let relation = |id| {
        let (here, there) = (own.relation(id), base.relation(id));
        if here == there { theirs.relation(id) } else { here }.cloned()
    };
    let marks = [own, base, theirs].into_iter().flat_map(Layer::annotations).map(|mark| mark.id);
    let relations = [own, base, theirs].into_iter().flat_map(Layer::relations).map(|one| one.id);
    Some(empty.clone().holding(marks.filter_map(mark), relations.filter_map(relation)))
}

fn words(map: &Map<String, Value>, key: &str) -> Option<String> {
    map.get(key)?.as_str().map(str::to_owned)
}

fn id(value: Option<&Value>) -> Option<Uuid> {
    Uuid::try_parse(value?.as_str()?.strip_prefix("urn:uuid:")?).ok()
}

fn person(value: &Value) -> Option<Annotator> {
    let name = value.get("name").and_then(Value::as_str).unwrap_or_default();
    Some(Annotator::new(AnnotatorId(id(value.get("id"))?), name))
}

fn paths(map: &Map<String, Value>, key: &'static str) -> Result<Vec<String>, GradesFault> {
    let Some(paths) = map.get(key) else { return Ok(Vec::new()) };
    let paths = paths.as_array().ok_or(GradesFault::Part(key))?;
    let path = |path: &Value| path.as_str().map(str::to_owned).ok_or(GradesFault::Part(key));
    paths.iter().map(path).collect()
}

fn overrides(
    map: &Map<String, Value>,
) -> Result<BTreeMap<(AnnotatorId, AnnotationId), Override>, GradesFault> {
    let Some(all) = map.get("overrides") else { return Ok(BTreeMap::new()) };
    let one = |value: &Value| {
        let map = value.as_object()?;
        let points = map.get("points")?.as_f64().filter(|points| (0.0..=1e6).contains(points))?;
        let at = words(map, "created").and_then(|at| at.parse().ok()).unwrap_or_default();
        let own = Override {
            name: words(map, "name").unwrap_or_default(),
            points,
            reason: words(map, "reason").unwrap_or_default(),
            at,
        };
        Some(((AnnotatorId(id(map.get("pupil"))?), AnnotationId(id(map.get("mark"))?)), own))
    };
    let all = all.as_array().ok_or(GradesFault::Part("overrides"))?;
    all.iter().map(|value| one(value).ok_or(GradesFault::Part("overrides"))).collect()
}

fn answers(map: &Map<String, Value>) -> Result<Option<Layer>, GradesFault> {
    let Some(lines) = map.get("answers") else { return Ok(None) };
    let lines = lines.as_array().ok_or(GradesFault::Part("answers"))?;
    let bytes: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let read = LayerFile::read(bytes.as_bytes());
    match read.value.layer().filter(|_| read.warnings.is_empty()) {
        Some(layer) => Ok(Some(layer)),
        None => Err(GradesFault::Part("answers")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades() -> Grades {
        let ada = AnnotatorId::named("ada").unwrap();
        let own = Override {
            name: "Ada Lind".to_owned(),
            points: 1.5,
            reason: "She says “so”.".to_owned(),
            at: "2026-03-02T09:14:00Z".parse().unwrap(),
        };
        let mut grades = Grades { article: "raid.txt".to_owned(), ..Grades::default() };
        grades.overrides.insert((ada, AnnotationId::named("k1").unwrap()), own);
        grades.handed_in = vec!["in".to_owned()];
        grades
    }

    #[test]
    fn what_was_decided_comes_back_and_what_is_not_known_stays() {
        let bytes = grades().write();
        assert_eq!(Grades::read(&bytes), Ok(grades()));
        let text = String::from_utf8(bytes).unwrap();
        let more = text.replacen("{", "{\n  \"later\": [1.10, {\"x\": null}],", 1);
        let read = Grades::read(more.as_bytes()).unwrap();
        assert!(String::from_utf8(read.write()).unwrap().contains("\"later\": ["));
        assert!(Grades::default().is_empty() && !read.is_empty());
    }

    #[test]
    fn what_is_no_such_file_is_named() {
        let text = String::from_utf8(grades().write()).unwrap();
        let read = |text: &str| Grades::read(text.as_bytes()).unwrap_err();
        assert_eq!(read(&text[..text.len() / 2]), GradesFault::Damaged);
        assert_eq!(read("[]"), GradesFault::Damaged);
        assert_eq!(read(&text.replace("format\": 1", "format\": 2")), GradesFault::Newer);
        assert_eq!(read(&text.replace("1.5", "-1.5")), GradesFault::Part("overrides"));
        assert_eq!(read(&text.replace("[\n    \"in\"\n  ]", "[3]")), GradesFault::Part("handed-in"));
        let answers = text.replacen("{", "{\n  \"answers\": [{}],", 1);
        assert_eq!(read(&answers), GradesFault::Part("answers"));
    }

    #[test]
    fn what_two_wrote_is_put_together() {
        let base = grades();
        let (mut own, mut theirs) = (base.clone(), base.clone());
        own.overrides.clear();
        own.handed_in.push("late.zip".to_owned());
        theirs.handed_in.push("other".to_owned());
        let bo = (AnnotatorId::named("bo").unwrap(), AnnotationId::named("k1").unwrap());
        let (_, one) = base.overrides.first_key_value().unwrap();
        theirs.overrides.insert(bo, one.clone());
        let both = own.onto(&base, &theirs);
        assert_eq!(both.handed_in, ["in", "other", "late.zip"]);
        assert_eq!(both.overrides.keys().collect::<Vec<_>>(), [&bo]);
        assert_eq!(base.onto(&base, &theirs), theirs);
    }
}
