//! One W3C `AnnotationCollection` with an embedded page of all annotations, as they stand in the layers.
//!
//! What is known only at the end (`total`, the ids, people and documents) stands at the end: the order of
//! keys says nothing in JSON, and so nothing has to be held but one name for each person and article.

use super::{ArticleFacts, Told, Writer};
use crate::document::Digest;
use crate::document::digest::NAMESPACE;
use crate::layer::Annotator;
use crate::sidecar::CONTEXT;
use crate::text::shown::safe_json;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Write};
use uuid::Uuid;

/// Beside the page: who marked, and what.
pub(super) const PEOPLE: &str = "postil:people";
pub(super) const DOCUMENTS: &str = "postil:documents";
/// In a document: what of it is whose.
pub(super) const LAYERS: &str = "postil:layers";

pub(super) fn begin<'a>(out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
    write!(
        out,
        "{{\n\"@context\": {CONTEXT},\n\"type\": \"AnnotationCollection\",\n\"label\": \"Marks exported by Postil\""
    )?;
    Ok(Box::new(Collection { out, n: 0, sum: Sha256::new(), people: BTreeMap::new(), documents: Vec::new() }))
}

struct Collection<'a> {
    out: &'a mut dyn Write,
    n: usize,
    /// Of all lines, for ids that are the same for the same marks.
    sum: Sha256,
    people: BTreeMap<String, String>,
    documents: Vec<Value>,
}

impl Collection<'_> {
    fn line(&mut self, line: &str, person: &Annotator) -> io::Result<()> {
        self.people.entry(person.id.iri()).or_insert_with(|| person.name.clone());
        self.sum.update(line.as_bytes());
        let head = if self.n == 0 {
            format!(
                ",\n\"first\": {{\n\"@context\": {CONTEXT},\n\"type\": \"AnnotationPage\",\n\"startIndex\": 0,\n\"items\": [\n"
            )
        } else {
            ",\n".to_owned()
        };
        self.n += 1;
        self.out.write_all(head.as_bytes())?;
        self.out.write_all(safe_json(line.trim()).as_bytes())
    }
}

impl Writer for Collection<'_> {
    fn article(&mut self, told: &Told) -> io::Result<()> {
        if told.marks.is_empty() && told.loose.is_empty() {
            return Ok(());
        }
        // Lines of one layer stand together, so that a count tells whose each is, whatever it says itself.
        let mut runs: Vec<(String, usize)> = Vec::new();
        let marks = told.marks.iter().map(|mark| (&mark.annotator, &mark.line));
        let relations = told.marks.iter().flat_map(|mark| &mark.relations).chain(&told.loose);
        let mut lines: Vec<(&Annotator, &String)> =
            marks.chain(relations.map(|link| (&link.annotator, &link.line))).collect();
        lines.sort_by_key(|(person, _)| person.id);
        for (person, line) in lines {
            match runs.last_mut().filter(|(last, _)| *last == person.id.iri()) {
                Some((_, n)) => *n += 1,
                None => runs.push((person.id.iri(), 1)),
            }
            self.line(line, person)?;
        }
        self.documents.push(document(&told.article, &runs));
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        let sum: [u8; 32] = self.sum.finalize().into();
        let id =
            |name: &str| Uuid::new_v5(&NAMESPACE, &[name.as_bytes(), &sum[..]].concat()).urn().to_string();
        if 0 < self.n {
            write!(self.out, "\n],\n\"id\": \"{}\"\n}}", id("page"))?;
        }
        let people = self.people.iter().map(|(id, name)| {
            let mut person =
                Map::from_iter([("id".to_owned(), json!(id)), ("type".to_owned(), json!("Person"))]);
            if !name.is_empty() {
                person.insert("name".to_owned(), json!(name));
            }
            Value::Object(person)
        });
        write!(self.out, ",\n\"total\": {},\n\"id\": \"{}\"", self.n, id("collection"))?;
        // The model forbids empty arrays.
        for (key, values) in [(PEOPLE, people.collect::<Vec<_>>()), (DOCUMENTS, self.documents)] {
            if !values.is_empty() {
                let values = Value::Array(values).to_string();
                write!(self.out, ",\n\"{key}\": {}", safe_json(&values))?;
            }
        }
        self.out.write_all(b"\n}\n")?;
        self.out.flush()
    }
}

fn document(article: &ArticleFacts, runs: &[(String, usize)]) -> Value {
    let mut document = Map::from_iter([
        ("id".to_owned(), json!(article.document.iri())),
        ("postil:file".to_owned(), json!(article.file)),
        ("postil:digest".to_owned(), json!(Digest::ni(article.digest))),
    ]);
    if !article.title.is_empty() {
        document.insert("dc:title".to_owned(), json!(crate::text::shown::on_a_line(&article.title, 300)));
    }
    let layers = runs.iter().map(|(person, n)| json!({ "creator": person, "total": n }));
    document.insert(LAYERS.to_owned(), layers.collect());
    Value::Object(document)
}
