//! Tags, the note, figures and the wording of an implied claim: the bodies of a mark.

use super::super::json::Raw;
use super::super::line::{Object, Pairs, text};
use super::super::warning::LineFault;
use super::super::wire::Warnings;
use crate::layer::figure::{Place, When};
use crate::layer::{Annotation, Figure, TagId};

/// What a body says, where we know it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Tag(String),
    Note(String),
    Implied(String),
    Figure(Box<Figure>),
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
        matches!(said, Said::Note(_) | Said::Implied(_))
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
    tags.chain(note).chain(implied).chain(figures).collect()
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
            Some(figure) => {
                let figure = read_figure(value, &figure);
                if figure.is_none() {
                    warnings.say(LineFault::ForeignFigure);
                }
                Some(Said::Figure(Box::new(figure?)))
            }
            None => is_implied.then_some(Said::Implied(value)),
        },
        _ => None,
    }
}

/// A figure none of whose known keys has a value of another kind: one of those would be lost.
fn read_figure(wording: String, figure: &Pairs<'_>) -> Option<Figure> {
    let when = match figure.get("postil:when") {
        Some(raw) => {
            let when = Pairs::of(raw)?;
            let (from, to) = (word(&when, "postil:from")?, word(&when, "postil:to")?);
            Some(When { from, to, precision: word(&when, "postil:precision")? })
        }
        None => None,
    };
    let place = match figure.get("postil:where") {
        Some(raw) => {
            let place = Pairs::of(raw)?;
            Some(Place { name: word(&place, "postil:name")?, precision: word(&place, "postil:precision")? })
        }
        None => None,
    };
    Some(Figure {
        wording,
        outcome: word(figure, "postil:outcome")?,
        population: word(figure, "postil:population")?,
        low: count(figure, "postil:low")?,
        high: count(figure, "postil:high")?,
        stated: count(figure, "postil:stated")?,
        qualifier: word(figure, "postil:qualifier")?,
        convention: word(figure, "postil:convention")?,
        when,
        place,
        blamed: word(figure, "postil:blamed")?,
        stance: word(figure, "postil:stance")?,
    })
}

/// A string or nothing; `None` if it is anything else.
fn word(pairs: &Pairs<'_>, key: &str) -> Option<Option<String>> {
    pairs.get(key).map_or(Some(None), |raw| text(raw).map(Some))
}

/// A count or nothing; `None` if it is anything else.
fn count(pairs: &Pairs<'_>, key: &str) -> Option<Option<u64>> {
    pairs.get(key).map_or(Some(None), |_| pairs.number(key).map(Some))
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
                .json("postil:figure", &write_figure(figure, old_figure.as_ref()))
        }
    };
    let mut known = vec!["type", "purpose", "value"];
    match said {
        Said::Tag(_) => {}
        Said::Note(_) | Said::Implied(_) => known.push("format"),
        Said::Figure(_) => known.extend(["format", "postil:figure"]),
    }
    body.rest_of(old.as_ref(), &known).close()
}

const FIGURE_KEYS: &[&str] = &[
    "postil:outcome",
    "postil:population",
    "postil:low",
    "postil:high",
    "postil:stated",
    "postil:qualifier",
    "postil:convention",
    "postil:when",
    "postil:where",
    "postil:blamed",
    "postil:stance",
];

fn write_figure(figure: &Figure, old: Option<&Pairs<'_>>) -> String {
    let old_of = |key: &str| old.and_then(|pairs| pairs.object(key));
    let when = figure.when.as_ref().map(|when| {
        Object::new()
            .text_if("postil:from", when.from.as_deref())
            .text_if("postil:to", when.to.as_deref())
            .text_if("postil:precision", when.precision.as_deref())
            .rest_of(old_of("postil:when").as_ref(), &["postil:from", "postil:to", "postil:precision"])
            .close()
    });
    let place = figure.place.as_ref().map(|place| {
        Object::new()
            .text_if("postil:name", place.name.as_deref())
            .text_if("postil:precision", place.precision.as_deref())
            .rest_of(old_of("postil:where").as_ref(), &["postil:name", "postil:precision"])
            .close()
    });
    Object::new()
        .text_if("postil:outcome", figure.outcome.as_deref())
        .text_if("postil:population", figure.population.as_deref())
        .number_if("postil:low", figure.low)
        .number_if("postil:high", figure.high)
        .number_if("postil:stated", figure.stated)
        .text_if("postil:qualifier", figure.qualifier.as_deref())
        .text_if("postil:convention", figure.convention.as_deref())
        .json_if("postil:when", when.as_deref())
        .json_if("postil:where", place.as_deref())
        .text_if("postil:blamed", figure.blamed.as_deref())
        .text_if("postil:stance", figure.stance.as_deref())
        .rest_of(old, FIGURE_KEYS)
        .close()
}
