//! What a teacher gives back: a layer that says of each of a pupil's marks how good it is and why, and which
//! marks are missing (`assessing`, in the words of the Web Annotation model). It is read beside the article like
//! the marks of another person.

use super::marking::{Marking, Pupil};
use super::phrase::{Phrase, Tell};
use crate::analysis::grading::{Judged, KeyMark, Verdict};
use crate::anchor::describe;
use crate::document::{BlockKind, Timestamp};
use crate::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Assessment, Layer, LayerId, Motivation, TagId,
};
use crate::sidecar::names::slug;
use crate::sidecar::{FORMAT, Header, LayerFile};
use crate::text::TextRange;
use crate::text::shown::beginning;
use std::ops::Range;
use std::sync::Arc;
use uuid::Uuid;

/// The verdict of a mark that the key lacks.
pub const EXTRA: &str = "extra";
/// The verdict of the whole, where it is enough.
pub const PASSED: &str = "passed";
/// The same where it is not.
pub const FAILED: &str = "failed";
/// The most words of the heading that the whole is said at, in bytes.
const MOST_HEADING: usize = 400;

/// What a pupil gets back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// A name for the file, which tells two pupils of one name apart.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Feedback {
    /// Of a pupil who is graded; reasons are said by `tell`. The same grade gives the same bytes.
    pub fn of(marking: &Marking, pupil: &Pupil, tell: Tell<'_>) -> Self {
        let at = pupil.handed.handed_in.unwrap_or(pupil.handed.header.created);
        let writer = Writer { marking, pupil, tell, at };
        let layer = writer.layer();
        let header = Header {
            layer: layer.id,
            annotator: layer.annotator.clone(),
            created: layer.created,
            title: marking.placers().document().title().chars().take(200).collect(),
            format: FORMAT,
            closed: None,
            ..pupil.handed.header.clone()
        };
        let digits: String = pupil.handed.person.id.0.simple().to_string().chars().take(8).collect();
        let name = format!("feedback-{}-{digits}.postil.jsonl", slug(&pupil.handed.person.name));
        Self { name, bytes: LayerFile::new(header).write(&layer, writer.at) }
    }
}

struct Writer<'a> {
    marking: &'a Marking,
    pupil: &'a Pupil,
    tell: Tell<'a>,
    at: Timestamp,
}

impl Writer<'_> {
    /// The layer is no pupil's and not the teacher's own: whoever opens several has each by itself, and none
    /// touches the key.
    fn layer(&self) -> Layer {
        let teacher = self.marking.teacher();
        let id = Uuid::new_v5(&teacher.id.0, self.pupil.handed.person.id.iri().as_bytes());
        let writer = Annotator::new(AnnotatorId(id), &format!("{} (feedback)", teacher.name));
        let layer = LayerId(Uuid::new_v5(&id, b"feedback"));
        let grade = &self.pupil.grade;
        let judged = grade.marks.iter().zip(self.marking.key());
        let marks = judged.filter_map(|(judged, key)| self.of_key(layer, judged, key));
        let extras = grade.extras.iter().filter_map(|&extra| self.of_extra(layer, extra));
        let marks = self.whole(layer).into_iter().chain(marks).chain(extras).map(Arc::new);
        Layer::new(layer, writer, self.pupil.handed.header.document, self.at).holding(marks, [])
    }

    /// What became of a mark of the key; nothing of one that may be left out and was.
    fn of_key(&self, layer: LayerId, judged: &Judged, key: &KeyMark) -> Option<Annotation> {
        let own =
            judged.own.and_then(|own| self.pupil.handed.marked.marks.iter().find(|mark| mark.id == own));
        let main = key.accepted.first()?;
        let pieces = &own.unwrap_or(main).pieces;
        let tags = match judged.verdict {
            Verdict::Optional => return None,
            Verdict::Missed => main.tags.clone(),
            _ => Vec::new(),
        };
        let assessment = Assessment {
            verdict: judged.verdict.name().to_owned(),
            points: Assessment::thousandths(judged.points()),
            of: Assessment::thousandths(judged.of()),
            mark: judged.own,
        };
        let why = match judged.verdict {
            Verdict::Found | Verdict::Missed => String::new(),
            _ => (self.tell)(&Phrase::Why(judged)),
        };
        let note = joined(&[&why, &key.explanation]);
        self.annotation(layer, &judged.key.iri(), pieces, (tags, note, assessment))
    }

    fn of_extra(&self, layer: LayerId, extra: AnnotationId) -> Option<Annotation> {
        let own = self.pupil.handed.marked.marks.iter().find(|mark| mark.id == extra)?;
        let assessment = Assessment {
            verdict: EXTRA.to_owned(),
            points: -Assessment::thousandths(self.pupil.grade.cost),
            of: 0,
            mark: Some(extra),
        };
        self.annotation(layer, &extra.iri(), &own.pieces, (Vec::new(), String::new(), assessment))
    }

    /// What is said of the whole, at the first heading or paragraph.
    fn whole(&self, layer: LayerId) -> Option<Annotation> {
        let document = self.marking.placers().document();
        let has_words = |range: TextRange| !document.slice(range).trim().is_empty();
        let blocks = || document.blocks().iter().filter(|block| has_words(block.range));
        let heading = blocks().find(|block| matches!(block.kind, BlockKind::Heading { .. }));
        let block = heading.or_else(|| blocks().next())?;
        let words = beginning(document.slice(block.range).trim_end(), MOST_HEADING);
        let start = block.range.to_usize().start;
        let range = document.snap(TextRange::from_usize(start..start + words.len()));
        let grade = &self.pupil.grade;
        let assessment = Assessment {
            verdict: if grade.has_passed { PASSED } else { FAILED }.to_owned(),
            points: Assessment::thousandths(grade.points),
            of: Assessment::thousandths(grade.of),
            mark: None,
        };
        let note = self.summary();
        let points = [document.code_points(range)];
        self.annotation(layer, "whole", &points, (Vec::new(), note, assessment))
    }

    /// `6 found, 1 with another tag, 2 missed`; what the key lacks and what it costs, and what has no place.
    fn summary(&self) -> String {
        let grade = &self.pupil.grade;
        let counts = (self.tell)(&Phrase::Counts(grade));
        let extras = match grade.extras.len() {
            0 => String::new(),
            n => (self.tell)(&Phrase::Extras(n, grade.cost)),
        };
        let lost = self.pupil.handed.unplaced.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>();
        let lost = match lost.as_slice() {
            [] => String::new(),
            lost => format!("{}: {}", (self.tell)(&Phrase::Unplaced), lost.join(", ")),
        };
        joined(&[&counts, &extras, &lost])
    }

    fn annotation(
        &self,
        layer: LayerId,
        name: &str,
        pieces: &[Range<usize>],
        (tags, note, assessment): (Vec<TagId>, String, Assessment),
    ) -> Option<Annotation> {
        let document = self.marking.placers().document();
        let range =
            |piece: &Range<usize>| document.units().range_from_code_points(document.text(), piece.clone());
        let ranges: Vec<TextRange> = pieces.iter().filter_map(range).collect();
        if ranges.is_empty() {
            return None;
        }
        let target = describe(document, self.pupil.handed.header.document, &ranges, self.at);
        let id = AnnotationId(Uuid::new_v5(&layer.0, name.as_bytes()));
        let motivation = Motivation::Assessing(Box::new(assessment));
        Some(Annotation { motivation, tags, note, ..Annotation::new(id, self.at, target) })
    }
}

/// The paragraphs that say something.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}
