//! From marked text to text, marks and selection. Every input is read or refused, none panics.

use super::draft::{self, Draft};
use super::head::{self, Head};
use super::inline::Inline;
use super::{Marked, MarkedError, MarkedLayer, Problem};
use postil::layer::{AnnotationId, Codebook};
use postil::text::{TextRange, quoted};
use std::collections::{BTreeMap, BTreeSet};

/// Reads marked text whose tags and relations are those of `codebook`.
///
/// Marks without an id are called `a1`, `a2`, … in the order of the text, without the names that are
/// taken. An unknown tag is an error, never a guess.
pub(crate) fn parse(marked: &str, codebook: &Codebook) -> Result<Marked, MarkedError> {
    let sections = sections(marked)?;
    let mut drafts = Vec::with_capacity(sections.len());
    let mut whole: Option<Marked> = None;
    for section in &sections {
        let (draft, text, selection) = read_section(section, codebook)?;
        match &mut whole {
            None => whole = Some(Marked { text, layers: Vec::new(), selection }),
            Some(first) if first.text != text => return Err(section.error(Problem::TextsDiffer)),
            Some(first) if selection.is_empty() || selection == first.selection => {}
            Some(first) if first.selection.is_empty() => first.selection = selection,
            Some(_) => return Err(section.error(Problem::Selections)),
        }
        drafts.push(draft);
    }
    let mut layers = draft::finish(drafts, codebook)?;
    shorten_ids(&mut layers);
    Ok(Marked { layers, ..whole.unwrap_or_default() })
}

/// All digits are written where two marks share the first eight. A mark that shares them with no other
/// gets the id that those mean, so that it is the same when its text is written and read again.
fn shorten_ids(layers: &mut [MarkedLayer]) {
    let ids: BTreeSet<AnnotationId> =
        layers.iter().flat_map(|layer| layer.marks.iter().map(|mark| mark.id)).collect();
    let mut called: BTreeMap<String, Vec<AnnotationId>> = BTreeMap::new();
    for id in ids {
        called.entry(id.handle()).or_default().push(id);
    }
    let alone = called.iter().filter_map(|(handle, ids)| match ids[..] {
        [id] => Some((id, head::id_called(handle).ok()?)),
        _ => None,
    });
    let short: BTreeMap<AnnotationId, AnnotationId> = alone.filter(|(id, short)| id != short).collect();
    let shorten = |id: &mut AnnotationId| *id = short.get(id).copied().unwrap_or(*id);
    for layer in layers.iter_mut().filter(|_| !short.is_empty()) {
        layer.marks.iter_mut().for_each(|mark| shorten(&mut mark.id));
        for relation in &mut layer.relations {
            shorten(&mut relation.from);
            shorten(&mut relation.to);
        }
        layer.sort();
    }
}

/// The lines of one layer.
#[derive(Default)]
struct Section<'a> {
    name: String,
    /// The line that it starts on.
    line: usize,
    text: Vec<(usize, &'a str)>,
    /// With each the index in `text` of the line above.
    rows: Vec<(usize, usize, &'a str)>,
    below: Vec<(usize, &'a str)>,
}

impl Section<'_> {
    fn error(&self, problem: Problem) -> MarkedError {
        MarkedError { line: self.line, problem }
    }
}

/// Parts the lines: those of the text, rows of carets, lines below the text, heads of layers.
fn sections(marked: &str) -> Result<Vec<Section<'_>>, MarkedError> {
    let mut sections = vec![Section { line: 1, ..Section::default() }];
    for (i, line) in marked.split('\n').enumerate() {
        let number = i + 1;
        let error = |problem| MarkedError { line: number, problem };
        let Some(section) = sections.last_mut() else { break };
        if let Some(rest) = line.strip_prefix("//- ") {
            let name = layer_name(rest).map_err(error)?;
            if i == 0 {
                sections.clear();
            }
            sections.push(Section { name, line: number, ..Section::default() });
        } else if line.starts_with("! ") || line.starts_with("@ ") {
            section.below.push((number, line));
        } else if line.trim_start_matches(' ').starts_with('^') {
            let above = section.text.len().checked_sub(1).ok_or_else(|| error(Problem::Row))?;
            section.rows.push((number, above, line));
        } else if section.below.is_empty() {
            section.text.push((number, line));
        } else if !line.trim().is_empty() {
            return Err(error(Problem::TextBelow));
        }
    }
    Ok(sections)
}

fn layer_name(rest: &str) -> Result<String, Problem> {
    let bad = || Problem::BadLine(format!("//- {rest}"));
    let name = rest.strip_prefix("layer").ok_or_else(bad)?;
    let name = if name.is_empty() { name } else { name.strip_prefix(' ').ok_or_else(bad)? };
    match name.strip_prefix('\'') {
        None => Ok(name.trim().to_owned()),
        Some(body) => match quoted::unquote('\'', body)? {
            (name, after) if after.trim().is_empty() => Ok(name),
            _ => Err(bad()),
        },
    }
}

/// The marks of a section, its text and its selection.
fn read_section(
    section: &Section<'_>,
    codebook: &Codebook,
) -> Result<(Draft, String, Vec<TextRange>), MarkedError> {
    let inline = Inline::read(&section.text, codebook)?;
    // Brackets come in the order that they close. Of those that coincide the outer is to be first.
    let mut heads: Vec<_> = inline.brackets.iter().rev().cloned().collect();
    for &(line, above, row) in &section.rows {
        let read = read_row(row, above, &inline, codebook);
        let (head, range) = read.map_err(|problem| MarkedError { line, problem })?;
        heads.push((line, head, range));
    }
    let mut draft = Draft::of(section.name.clone(), heads)?;
    for &(line, below) in &section.below {
        draft.add_below(line, below, codebook).map_err(|problem| MarkedError { line, problem })?;
    }
    Ok((draft, inline.text, inline.selection))
}

/// Reads `    ^^^^ denial#d1`.
fn read_row(
    row: &str,
    above: usize,
    inline: &Inline,
    codebook: &Codebook,
) -> Result<(Head, TextRange), Problem> {
    let carets = row.trim_start_matches(' ');
    let start = row.len() - carets.len();
    let head = carets.trim_start_matches('^');
    let end = row.len() - head.len();
    let range = inline.under(above, start..end).ok_or(Problem::Row)?;
    Ok((head::parse(head.trim(), codebook)?, range))
}
