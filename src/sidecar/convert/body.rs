//! Tags, the note, figures and the wording of an implied claim: the bodies of a mark.

use super::super::json::Raw;
use super::super::line::{Object, Pairs, text};
use super::super::warning::LineFault;
use super::super::wire::{Warnings, read_iri};
use super::figure;
use crate::layer::{Annotation, AnnotationId, Assessment, Figure, TagId};

/// What a body says, where we know it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Tag(String),
    Note(String),
    Implied(String),
    Figure(Box<Figure>),
    Assessment(Assessment),
}

/// The bodies of a line.
#[derive(Debug, Default)]
pub(super) struct Bodies<'a> {
    known: Vec<(Said, Option<Raw<'a>>)>,
    /// Of purposes that we do not know, or second notes: kept.
    others: Vec<Raw<'a>>,
    /// Whether the note stands in a `bodyValue` of the line.
    pub(super) has_body_value: bool,
}

impl<'a> Bodies<'a> {
    pub(super) fn read(pairs: &Pairs<'a>, warnings: &mut Warnings) -> Self {
        let mut bodies = Self::default();
        let is_implied = pairs.is_true("postil:implied");
        let motivation = match pairs.items("motivation")[..] {
            [only] => text(only),
            _ => None,
        };
        for raw in pairs.items("body") {
            let said = Pairs::of(raw)
                .and_then(|body| read_body(&body, motivation.as_deref(), is_implied, warnings))
                .filter(|said| !bodies.is_second(said));
            match said {
                Some(said) => bodies.known.push((said, Some(raw))),
                None => bodies.others.push(raw),
            }
        }
        if let Some(note) = pairs.text("bodyValue").filter(|_| bodies.note().is_empty()) {
            bodies.known.push((Said::Note(note), None));
            bodies.has_body_value = true;
        }
        bodies
    }

    /// A mark has one note and one wording; others stay as they are.
    fn is_second(&self, said: &Said) -> bool {
        matches!(said, Said::Note(_) | Said::Implied(_) | Said::Assessment(_))
            && self.known.iter().any(|(other, _)| is_alike(other, said))
    }

    pub(super) fn tags(&self) -> Vec<TagId> {
        let tag = |(said, _): &(Said, _)| match said {
            Said::Tag(slug) => Some(TagId::new(slug.as_str())),
            _ => None,
        };
        self.known.iter().filter_map(tag).collect()
    }

    pub(super) fn note(&self) -> String {
        let note = |(said, _): &(Said, _)| match said {
            Said::Note(note) => Some(note.clone()),
            _ => None,
        };
        self.known.iter().find_map(note).unwrap_or_default()
    }

    pub(super) fn assessment(&self) -> Option<Assessment> {
        self.known.iter().find_map(|(said, _)| match said {
            Said::Assessment(assessment) => Some(assessment.clone()),
            _ => None,
        })
    }

    pub(super) fn implied(&self) -> String {
        let wording = |(said, _): &(Said, _)| match said {
            Said::Implied(wording) => Some(wording.clone()),
            _ => None,
        };
        self.known.iter().find_map(wording).unwrap_or_default()
    }

    pub(super) fn figures(&self) -> Vec<Figure> {
        let figure = |(said, _): &(Said, _)| match said {
            Said::Figure(figure) => Some(figure.as_ref().clone()),
            _ => None,
        };
        self.known.iter().filter_map(figure).collect()
    }

    /// The bodies of `mark`: those that say what they said as they stand, then what we do not know.
    pub(super) fn write(self, mark: &Annotation) -> Written {
        let said = all_of(mark);
        let mut olds = self.known;
        let mut take = |fits: &dyn Fn(&Said) -> bool| {
            let place = olds.iter().position(|(old, _)| fits(old))?;
            olds.remove(place).1
        };
        let same: Vec<Option<Raw<'_>>> = said.iter().map(|said| take(&|old| old == said)).collect();
        let write = |(said, same): (&Said, Option<Raw<'_>>)| match same {
            Some(raw) => raw.get().to_owned(),
            None => write_body(said, take(&|old| is_alike(old, said))),
        };
        let kept = same.iter().flatten().chain(&self.others).filter_map(|&raw| Pairs::of(raw));
        let needs_motivation = kept.into_iter().any(|body| body.get("purpose").is_none());
        let known: Vec<String> = said.iter().zip(same).map(write).collect();
        let others = self.others.iter().map(|raw| raw.get().to_owned());
        Written { bodies: known.into_iter().chain(others).collect(), needs_motivation }
    }
}

/// Bodies as they will stand in a line.
pub(super) struct Written {
    pub(super) bodies: Vec<String>,
    /// Whether one stands as it was read and says no purpose: the line's motivation is its purpose, and
    /// under another one it would say something else.
    pub(super) needs_motivation: bool,
}

/// Everything that `mark` says, in the order of the file.
fn all_of(mark: &Annotation) -> Vec<Said> {
    let tags = mark.tags.iter().map(|tag| Said::Tag(tag.as_str().to_owned()));
    let note = (!mark.note.is_empty()).then(|| Said::Note(mark.note.clone()));
    let implied = mark.implied.iter().map(|wording| Said::Implied(wording.clone()));
    let figures = mark.figures.iter().map(|figure| Said::Figure(Box::new(figure.clone())));
    let assessment = mark.motivation.assessment().cloned().map(Said::Assessment);
    tags.chain(note).chain(implied).chain(figures).chain(assessment).collect()
}

fn is_alike(a: &Said, b: &Said) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn read_body(
    body: &Pairs<'_>,
    motivation: Option<&str>,
    is_implied: bool,
    warnings: &mut Warnings,
) -> Option<Said> {
    let value = body.text("value")?;
    let purpose = match body.get("purpose") {
        Some(purpose) => text(purpose)?,
        None => motivation?.to_owned(),
    };
    match purpose.as_str() {
        "tagging" => Some(Said::Tag(value)),
        "commenting" => Some(Said::Note(value)),
        "describing" => match body.object("postil:figure") {
            Some(pairs) => {
                let figure = figure::read(value, &pairs, warnings);
                if figure.is_none() {
                    warnings.say(LineFault::ForeignFigure);
                }
                Some(Said::Figure(Box::new(figure?)))
            }
            None => is_implied.then_some(Said::Implied(value)),
        },
        // Of a mark that marks, it is another program's, and carried.
        "assessing" if motivation == Some("assessing") => Some(Said::Assessment(Assessment {
            verdict: value,
            points: read_points(body, "postil:points"),
            of: read_points(body, "postil:of"),
            mark: body.text("postil:mark").and_then(|iri| read_iri(&iri)).map(AnnotationId),
        })),
        _ => None,
    }
}

/// Points in thousandths, as a number of JSON.
fn read_points(body: &Pairs<'_>, key: &str) -> i64 {
    let number = body.get(key).and_then(|raw| raw.get().parse::<f64>().ok());
    Assessment::thousandths(number.unwrap_or_default())
}

/// The same as they are written: `1.5`, never with an exponent.
fn points(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let digits = format!("{rest:03}");
    match digits.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        digits => format!("{sign}{whole}.{digits}"),
    }
}

fn write_body(said: &Said, old: Option<Raw<'_>>) -> String {
    let old = old.and_then(Pairs::of);
    let body = |purpose: &str, value: &str| {
        Object::new().text("type", "TextualBody").text("purpose", purpose).text("value", value)
    };
    let body = match said {
        Said::Tag(slug) => body("tagging", slug),
        Said::Note(note) => body("commenting", note).text("format", "text/plain"),
        Said::Implied(wording) => body("describing", wording).text("format", "text/plain"),
        Said::Figure(figure) => {
            let old_figure = old.as_ref().and_then(|pairs| pairs.object("postil:figure"));
            body("describing", &figure.wording)
                .text("format", "text/plain")
                .json("postil:figure", &figure::write(figure, old_figure.as_ref()))
        }
        Said::Assessment(assessment) => body("assessing", &assessment.verdict)
            .json("postil:points", &points(assessment.points))
            .json("postil:of", &points(assessment.of))
            .text_if("postil:mark", assessment.mark.map(AnnotationId::iri).as_deref()),
    };
    let mut known = vec!["type", "purpose", "value"];
    match said {
        Said::Tag(_) => {}
        Said::Note(_) | Said::Implied(_) => known.push("format"),
        Said::Figure(_) => known.extend(["format", "postil:figure"]),
        Said::Assessment(_) => known.extend(["postil:points", "postil:of", "postil:mark"]),
    }
    body.rest_of(old.as_ref(), &known).close()
}
