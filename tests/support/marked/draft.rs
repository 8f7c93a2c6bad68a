//! The marks of a layer while it is read: heads and pieces that have yet to find each other, names
//! that have yet to be counted, and the lines below the text.

use super::head::{self, Head, MarkHead};
use super::{MarkedError, MarkedFigure, MarkedLayer, MarkedMark, MarkedPlace, MarkedRelation, Problem};
use postil::document::DocumentId;
use postil::layer::{AnnotationId, Codebook, FigureField};
use postil::text::TextRange;
use postil::text::quoted::{self, Token};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A layer whose marks may still lack names.
pub(super) struct Draft {
    name: String,
    marks: Vec<DraftMark>,
    /// What the `@` lines say of marks, with their lines.
    remarks: Vec<(usize, Vec<Token>)>,
}

struct DraftMark {
    line: usize,
    head: MarkHead,
    place: MarkedPlace,
}

/// Names the marks without one, layer by layer, and puts the layers together.
pub(super) fn finish(mut drafts: Vec<Draft>, codebook: &Codebook) -> Result<Vec<MarkedLayer>, MarkedError> {
    let ids = |drafts: &[Draft]| -> BTreeSet<AnnotationId> {
        drafts.iter().flat_map(|draft| draft.marks.iter().filter_map(|mark| mark.head.id)).collect()
    };
    let mut taken = ids(&drafts);
    let mut names = (1_u32..).map_while(|n| AnnotationId::named(&format!("a{n}")));
    for mark in drafts.iter_mut().flat_map(|draft| &mut draft.marks).filter(|mark| mark.head.id.is_none()) {
        mark.head.id = names.find(|&name| taken.insert(name));
    }
    drafts.into_iter().map(|draft| draft.finish(&taken, codebook)).collect()
}

impl Draft {
    /// From heads with their lines and what they cover; of those that coincide the outer is first.
    pub(super) fn of(name: String, mut heads: Vec<(usize, Head, TextRange)>) -> Result<Self, MarkedError> {
        heads.sort_by_key(|(_, _, range)| (range.start(), Reverse(range.end())));
        let mut marks: Vec<(DraftMark, Vec<TextRange>)> = Vec::new();
        let mut by_id = BTreeMap::new();
        for (line, head, range) in &heads {
            let Head::Mark(head) = head else { continue };
            if let Some(id) = head.id
                && by_id.insert(id, marks.len()).is_some()
            {
                return Err(MarkedError { line: *line, problem: Problem::NameTaken(id.handle()) });
            }
            let mark = DraftMark { line: *line, head: head.clone(), place: MarkedPlace::Document };
            marks.push((mark, vec![*range]));
        }
        // Pieces first, since a row that goes on lengthens one of them.
        for goes_on in [false, true] {
            for (line, head, range) in &heads {
                let id = match head {
                    Head::Piece(id) if !goes_on => id,
                    Head::GoesOn(id) if goes_on => id,
                    _ => continue,
                };
                let unknown = || MarkedError { line: *line, problem: Problem::UnknownMark(id.handle()) };
                let (_, pieces) = by_id.get(id).and_then(|&i| marks.get_mut(i)).ok_or_else(unknown)?;
                if goes_on {
                    lengthen(pieces, *range);
                } else {
                    pieces.push(*range);
                }
            }
        }
        let marks = marks.into_iter().map(|(mark, pieces)| mark.with(pieces)).collect::<Result<_, _>>()?;
        Ok(Self { name, marks, remarks: Vec::new() })
    }

    /// Takes a line that begins with `! ` or `@ `.
    pub(super) fn add_below(&mut self, line: usize, below: &str, codebook: &Codebook) -> Result<(), Problem> {
        let Some(remark) = below.strip_prefix("@ ") else {
            let (head, place) = read_lost(below, codebook)?;
            return self.add(line, head, place);
        };
        let tokens = quoted::tokens(remark)?;
        let (id, tags, place) = match &tokens[..] {
            [Token::Word(id), Token::Word(verb), tags @ .., Token::Quoted(wording)] if verb == "implied" => {
                (id, tags, MarkedPlace::Implied(wording.clone()))
            }
            [Token::Word(id), Token::Word(verb), tags @ ..] if verb == "document" => {
                (id, tags, MarkedPlace::Document)
            }
            _ => {
                self.remarks.push((line, tokens));
                return Ok(());
            }
        };
        let tags = match tags {
            [] => "",
            [Token::Word(tags)] => tags,
            _ => return Err(Problem::BadLine(below.to_owned())),
        };
        let tags = head::parse_tags(tags, codebook)?;
        let head = MarkHead { tags, id: Some(head::id_called(id)?), ..MarkHead::default() };
        self.add(line, head, place)
    }

    fn add(&mut self, line: usize, head: MarkHead, place: MarkedPlace) -> Result<(), Problem> {
        if let Some(id) = head.id
            && self.marks.iter().any(|mark| mark.head.id == Some(id))
        {
            return Err(Problem::NameTaken(id.handle()));
        }
        self.marks.push(DraftMark { line, head, place });
        Ok(())
    }

    fn finish(self, known: &BTreeSet<AnnotationId>, codebook: &Codebook) -> Result<MarkedLayer, MarkedError> {
        let mut layer = MarkedLayer { name: self.name, ..MarkedLayer::default() };
        for mark in self.marks {
            let line = mark.line;
            // There are names for 99,999 marks.
            let problem = Problem::BadName("a100000".to_owned());
            let from = mark.head.id.ok_or(MarkedError { line, problem })?;
            for (kind, to) in mark.head.relations {
                if !known.contains(&to) {
                    return Err(MarkedError { line, problem: Problem::UnknownMark(to.handle()) });
                }
                layer.relations.push(MarkedRelation { from, kind, to, to_document: None });
            }
            layer.marks.push(MarkedMark {
                id: from,
                tags: mark.head.tags,
                place: mark.place,
                note: String::new(),
                source: String::new(),
                cue: String::new(),
                figures: Vec::new(),
                is_without_figure: false,
            });
        }
        for (line, remark) in self.remarks {
            add_remark(&mut layer, &remark, known, codebook)
                .map_err(|problem| MarkedError { line, problem })?;
        }
        layer.sort();
        Ok(layer)
    }
}

impl DraftMark {
    fn with(mut self, mut pieces: Vec<TextRange>) -> Result<Self, MarkedError> {
        pieces.sort();
        if pieces.iter().zip(pieces.iter().skip(1)).any(|(piece, next)| piece.overlaps(*next)) {
            let name = self.head.id.map(AnnotationId::handle).unwrap_or_default();
            return Err(MarkedError { line: self.line, problem: Problem::Overlap(name) });
        }
        self.place = MarkedPlace::Passage { pieces, is_changed: self.head.is_changed };
        Ok(self)
    }
}

/// Lengthens the last piece that starts before `range` to the end of it.
fn lengthen(pieces: &mut [TextRange], range: TextRange) {
    let before = pieces.iter_mut().filter(|piece| piece.start() <= range.start());
    if let Some(piece) = before.max_by_key(|piece| piece.start()) {
        *piece = piece.hull(range);
    }
}

/// Reads `! orphan claim#c9 "nine people died"` and `! ambiguous claim#c9 "he said" 2`.
fn read_lost(below: &str, codebook: &Codebook) -> Result<(MarkHead, MarkedPlace), Problem> {
    let bad = || Problem::BadLine(below.to_owned());
    let (start, body) = below.split_once('"').ok_or_else(bad)?;
    let (quote, after) = quoted::unquote('"', body)?;
    let (_, start) = start.split_once(' ').ok_or_else(bad)?;
    let (word, head) = start.split_once(' ').ok_or_else(bad)?;
    let place = match (word, after.trim()) {
        ("orphan", "") => MarkedPlace::Orphan { quote },
        ("ambiguous", number) => {
            MarkedPlace::Ambiguous { quote, n_candidates: number.parse().map_err(|_| bad())? }
        }
        _ => return Err(bad()),
    };
    match head::parse(head.trim(), codebook)? {
        Head::Mark(head) if !head.is_changed => Ok((head, place)),
        _ => Err(bad()),
    }
}

/// Takes what an `@` line says of a mark: note, source, figure or link.
fn add_remark(
    layer: &mut MarkedLayer,
    remark: &[Token],
    known: &BTreeSet<AnnotationId>,
    codebook: &Codebook,
) -> Result<(), Problem> {
    let words: Vec<&str> = remark.iter().map(Token::text).collect();
    if let [from, "link", kind, to, ref document @ ..] = words[..] {
        let to_document = match document {
            [] => None,
            [document] => Some(DocumentId(uuid_of(document)?)),
            _ => return Err(Problem::BadLine(words.join(" "))),
        };
        let (from, to) = (end_called(from, known)?, end_called(to, known)?);
        let kind = head::relation_called(kind, codebook)?;
        layer.relations.push(MarkedRelation { from, kind, to, to_document });
        return Ok(());
    }
    let bad = || Problem::BadLine(words.join(" "));
    let [name, verb, ref rest @ ..] = words[..] else { return Err(bad()) };
    let id = head::id_called(name)?;
    let mark = layer.marks.iter_mut().find(|mark| mark.id == id);
    let mark = mark.ok_or_else(|| Problem::UnknownMark(name.to_owned()))?;
    if let ("no-figure", []) = (verb, rest) {
        mark.is_without_figure = true;
        return Ok(());
    }
    let [text, set @ ..] = rest else { return Err(bad()) };
    if verb == "figure" && set.len() % 2 == 0 {
        let set = set.chunks_exact(2).map(|pair| Some((FigureField::named(pair[0])?, pair[1].to_owned())));
        let set = set.collect::<Option<Vec<_>>>().ok_or_else(bad)?;
        let figure = MarkedFigure { wording: (*text).to_owned(), set };
        figure.read().ok_or_else(bad)?;
        mark.figures.push(figure);
        return Ok(());
    }
    if !set.is_empty() {
        return Err(bad());
    }
    let told = match verb {
        "note" => &mut mark.note,
        "source" => &mut mark.source,
        "cue" => &mut mark.cue,
        _ => return Err(bad()),
    };
    if !told.is_empty() {
        return Err(Problem::Twice(verb.to_owned()));
    }
    (*text).clone_into(told);
    Ok(())
}

/// The end of a relation: the name of a mark that is here, or the IRI of any.
fn end_called(word: &str, known: &BTreeSet<AnnotationId>) -> Result<AnnotationId, Problem> {
    if word.starts_with("urn:uuid:") {
        return uuid_of(word).map(AnnotationId);
    }
    let id = head::id_called(word)?;
    if known.contains(&id) { Ok(id) } else { Err(Problem::UnknownMark(word.to_owned())) }
}

fn uuid_of(iri: &str) -> Result<Uuid, Problem> {
    let digits = iri.strip_prefix("urn:uuid:").and_then(|digits| Uuid::try_parse(digits).ok());
    digits.ok_or_else(|| Problem::BadName(iri.to_owned()))
}
