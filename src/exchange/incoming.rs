//! What we wrote, read again: each person's marks on each article as a layer.

use super::ndjson::{ANNOTATION, PERSON, RELATIONS};
use super::w3c::{DOCUMENTS, LAYERS, PEOPLE};
use crate::document::{Digest, DocumentId, Timestamp};
use crate::layer::{Annotator, AnnotatorId, Layer, LayerId};
use crate::sidecar::{FORMAT, Header, LayerFile};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// The layers that a file holds.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// In the order in which the file names them.
    pub layers: Vec<IncomingLayer>,
    /// How many lines or items could not be sorted.
    pub n_unread: usize,
}

/// One person's marks on one article.
#[derive(Clone, Debug)]
pub struct IncomingLayer {
    /// Who marked, which article, and its name, title and digest then.
    pub header: Header,
    /// Every line as it came.
    pub file: LayerFile,
}

/// The file is none of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotReadable;

impl fmt::Display for NotReadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is no export of marks: neither an annotation collection nor one JSON object a mark")
    }
}

impl std::error::Error for NotReadable {}

/// Reads an export by Postil as `w3c` or `ndjson`, or a layer itself: known by what the bytes hold.
pub fn read(bytes: &[u8]) -> Result<Incoming, NotReadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| NotReadable)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut sorted = Sorted::default();
    if let Ok(whole) = serde_json::from_str::<Value>(text)
        && whole.get("type").and_then(Value::as_str) == Some("AnnotationCollection")
        && whole.get("postil:format").is_none()
    {
        sorted.collection(&whole);
        return sorted.layers();
    }
    let layer = LayerFile::read(text.as_bytes()).value;
    if let Some(header) = layer.header() {
        let header = header.clone();
        return Ok(Incoming { layers: vec![IncomingLayer { header, file: layer }], n_unread: 0 });
    }
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(row) if row.get(ANNOTATION).is_some() => sorted.row(&row),
            _ => sorted.n_unread += 1,
        }
    }
    sorted.layers()
}

/// Lines by the layer that they belong to.
#[derive(Default)]
struct Sorted {
    /// By document and person, with the order in which they came first.
    layers: BTreeMap<(DocumentId, AnnotatorId), (usize, Header, Vec<String>)>,
    n_unread: usize,
}

impl Sorted {
    fn layer(&mut self, about: &About, person: &Annotator) -> &mut Vec<String> {
        let next = self.layers.len();
        let key = (about.document, person.id);
        let (_, _, lines) =
            self.layers.entry(key).or_insert_with(|| (next, about.header(person.clone()), Vec::new()));
        lines
    }

    /// A row of NDJSON.
    fn row(&mut self, row: &Value) {
        let (Some(about), Some(person), Some(line)) = (
            About::of(row, ["document", "digest", "title", "file"]),
            person(row, PERSON, "annotator"),
            text(row, ANNOTATION),
        ) else {
            self.n_unread += 1;
            return;
        };
        self.layer(&about, &person).push(line);
        for relation in row.get(RELATIONS).and_then(Value::as_array).into_iter().flatten() {
            match text(relation, ANNOTATION) {
                Some(line) => {
                    let who = self::person(relation, PERSON, "annotator").unwrap_or_else(|| person.clone());
                    self.layer(&about, &who).push(line);
                }
                None => self.n_unread += 1,
            }
        }
    }

    /// A collection: its documents say how many items of whom are theirs, in the order of the items.
    fn collection(&mut self, whole: &Value) {
        let items = whole.get("first").and_then(|page| page.get("items")).and_then(Value::as_array);
        let mut items = items.into_iter().flatten();
        let all = |key: &str| whole.get(key).and_then(Value::as_array).into_iter().flatten();
        let people: BTreeMap<AnnotatorId, Annotator> =
            all(PEOPLE).filter_map(|one| person(one, "id", "name")).map(|one| (one.id, one)).collect();
        for document in all(DOCUMENTS) {
            let Some(about) = About::of(document, ["id", "postil:digest", "dc:title", "postil:file"]) else {
                continue;
            };
            for run in document.get(LAYERS).and_then(Value::as_array).into_iter().flatten() {
                let Some(id) = text(run, "creator").and_then(|iri| uuid(&iri)).map(AnnotatorId) else {
                    continue;
                };
                let person = people.get(&id).cloned().unwrap_or_else(|| Annotator::new(id, ""));
                let n = run.get("total").and_then(Value::as_u64).unwrap_or_default();
                for item in items.by_ref().take(usize::try_from(n).unwrap_or(usize::MAX)) {
                    self.layer(&about, &person).push(item.to_string());
                }
            }
        }
        self.n_unread += items.count();
    }

    fn layers(self) -> Result<Incoming, NotReadable> {
        if self.layers.is_empty() {
            return Err(NotReadable);
        }
        let mut sorted: Vec<(usize, Header, Vec<String>)> = self.layers.into_values().collect();
        sorted.sort_by_key(|(nth, ..)| *nth);
        let layers = sorted.into_iter().map(|(_, header, lines)| {
            let empty = Layer::new(header.layer, header.annotator.clone(), header.document, header.created);
            let mut bytes = LayerFile::new(header.clone()).write(&empty, header.created);
            for line in lines {
                bytes.extend_from_slice(line.as_bytes());
                bytes.push(b'\n');
            }
            IncomingLayer { header, file: LayerFile::read(&bytes).value }
        });
        Ok(Incoming { layers: layers.collect(), n_unread: self.n_unread })
    }
}

/// Which article marks are about.
struct About {
    document: DocumentId,
    digest: Option<Digest>,
    title: String,
    file: String,
}

impl About {
    /// From the values under the keys of its id, digest, title and file.
    fn of(value: &Value, [id, digest, title, file]: [&str; 4]) -> Option<Self> {
        Some(Self {
            document: DocumentId(uuid(&text(value, id)?)?),
            digest: text(value, digest).and_then(|digest| digest.parse().ok()),
            title: text(value, title).unwrap_or_default(),
            file: text(value, file).unwrap_or_default(),
        })
    }

    fn header(&self, annotator: Annotator) -> Header {
        Header {
            layer: LayerId(annotator.id.0),
            annotator,
            created: Timestamp::default(),
            document: self.document,
            title: self.title.clone(),
            file: self.file.clone(),
            digest: self.digest,
            codebook: Default::default(),
            format: FORMAT,
            closed: None,
        }
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

fn uuid(iri: &str) -> Option<Uuid> {
    Uuid::try_parse(iri.strip_prefix("urn:uuid:")?).ok()
}

fn person(value: &Value, id: &str, name: &str) -> Option<Annotator> {
    let id = AnnotatorId(uuid(&text(value, id)?)?);
    Some(Annotator::new(id, &text(value, name).unwrap_or_default()))
}
