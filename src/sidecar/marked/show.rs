//! From text, marks and selection to marked text: one form for each.

use super::{Marked, MarkedLayer, MarkedMark, MarkedPlace, MarkedRelation, head};
use crate::layer::AnnotationId;
use crate::text::quoted;
use crate::text::{TextRange, TextSize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Writes `marked`.
pub(super) fn write(marked: &Marked) -> String {
    let names = names(marked);
    let without_marks = [MarkedLayer::default()];
    let layers = if marked.layers.is_empty() { without_marks.as_slice() } else { &marked.layers };
    let mut shown = String::with_capacity(marked.text.len() * layers.len() * 5 / 4);
    for (i, layer) in layers.iter().enumerate() {
        if 0 < i {
            shown.push('\n');
        }
        if 0 < i || !layer.name.is_empty() {
            shown.push_str(&layer_line(&layer.name));
        }
        let selection = if i == 0 { marked.selection.as_slice() } else { &[] };
        let heads = Heads::of(layer, &names);
        Lines::of(&marked.text, layer, selection, &heads).write(&mut shown);
        write_below(layer, &heads, &mut shown);
    }
    shown
}

fn layer_line(name: &str) -> String {
    let is_plain = name.trim() == name && !name.contains('\n') && !name.starts_with('\'');
    let name = if is_plain { name.to_owned() } else { quoted::quote(name) };
    format!("{}\n", format!("//- layer {name}").trim_end())
}

/// What each mark is called: its handle, or all its digits where two marks share one.
fn names(marked: &Marked) -> BTreeMap<AnnotationId, String> {
    let ids: BTreeSet<AnnotationId> =
        marked.layers.iter().flat_map(|layer| layer.marks.iter().map(|mark| mark.id)).collect();
    let mut n_called: BTreeMap<String, usize> = BTreeMap::new();
    for id in &ids {
        *n_called.entry(id.handle()).or_default() += 1;
    }
    let name = |id: AnnotationId| match n_called.get(&id.handle()) {
        Some(1) => id.handle(),
        _ => id.0.simple().to_string(),
    };
    ids.into_iter().map(|id| (id, name(id))).collect()
}

/// The heads of a layer's marks, and the relations that stand in none.
struct Heads<'a> {
    names: &'a BTreeMap<AnnotationId, String>,
    /// As `layer.marks`.
    heads: Vec<String>,
    elsewhere: Vec<&'a MarkedRelation>,
}

impl<'a> Heads<'a> {
    fn of(layer: &'a MarkedLayer, names: &'a BTreeMap<AnnotationId, String>) -> Self {
        let has_head =
            |mark: &&MarkedMark| !matches!(mark.place, MarkedPlace::Document | MarkedPlace::Implied(_));
        let with_head: BTreeSet<AnnotationId> =
            layer.marks.iter().filter(has_head).map(|mark| mark.id).collect();
        let mut inside: BTreeMap<AnnotationId, Vec<_>> = BTreeMap::new();
        let mut elsewhere = Vec::new();
        for relation in &layer.relations {
            match names.get(&relation.to) {
                Some(to) if with_head.contains(&relation.from) && relation.to_document.is_none() => {
                    inside.entry(relation.from).or_default().push((&relation.kind, to.as_str()));
                }
                _ => elsewhere.push(relation),
            }
        }
        let head_of = |mark: &MarkedMark| {
            let is_changed = matches!(mark.place, MarkedPlace::Passage { is_changed: true, .. });
            let relations = inside.get(&mark.id).map_or(&[] as &[_], Vec::as_slice);
            head::write(&mark.tags, is_changed, &name_in(names, mark.id), relations)
        };
        Self { names, heads: layer.marks.iter().map(head_of).collect(), elsewhere }
    }

    fn name(&self, id: AnnotationId) -> String {
        name_in(self.names, id)
    }
}

/// The name of a mark that is shown, the IRI of any other.
fn name_in(names: &BTreeMap<AnnotationId, String>, id: AnnotationId) -> String {
    names.get(&id).cloned().unwrap_or_else(|| id.iri())
}

/// One piece of a mark, or of the selection.
struct Written {
    range: TextRange,
    /// `None` for the selection.
    mark: Option<AnnotationId>,
    /// After `[` or in a row.
    head: String,
    name: String,
}

/// The text with its marks: what stands in brackets and what in rows.
struct Lines<'a> {
    text: &'a str,
    /// Nested, by start, the outer first.
    inline: Vec<Written>,
    /// By start, the longer first.
    rows: Vec<Written>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str, layer: &MarkedLayer, selection: &[TextRange], heads: &Heads<'_>) -> Self {
        let mut pieces: Vec<Written> = Vec::new();
        for (mark, head) in layer.marks.iter().zip(&heads.heads) {
            let MarkedPlace::Passage { pieces: own, .. } = &mark.place else { continue };
            let own = own.iter().filter(|piece| piece.of(text).is_some_and(|words| !words.is_empty()));
            let name = heads.name(mark.id);
            pieces.extend(own.enumerate().map(|(nth, &range)| {
                let head = if nth == 0 { head.clone() } else { format!("+{name}") };
                Written { range, mark: Some(mark.id), head, name: name.clone() }
            }));
        }
        let selection = selection.iter().filter(|piece| piece.of(text).is_some());
        pieces.extend(selection.map(|&range| Written::selected(range)));
        // The selection is the innermost of those that coincide.
        pieces.sort_by_key(|piece| {
            (piece.range.start(), Reverse(piece.range.end()), piece.mark.is_none(), piece.mark)
        });
        let crossing = crossing(&pieces);
        let in_row = |piece: &Written| piece.mark.is_some_and(|mark| crossing.contains(&mark));
        let (rows, inline) = pieces.into_iter().partition(in_row);
        Self { text, inline, rows }
    }

    fn write(&self, shown: &mut String) {
        let mut writer = Writer { shown, column: 0, open: Vec::new(), inline: self.inline.iter().peekable() };
        let mut at = 0;
        for (i, line) in self.text.split('\n').enumerate() {
            if 0 < i {
                writer.shown.push('\n');
            }
            let range = TextRange::from_usize(at..at + line.len());
            let columns = writer.line(range, line, self.rows_on(range).next().is_some());
            at += line.len() + 1;
            for row in self.rows_on(range) {
                if let Some(row) = row.on_line(range, at <= self.text.len(), &columns) {
                    writer.shown.push('\n');
                    writer.shown.push_str(&row);
                }
            }
        }
    }

    /// The rows that may stand under the line of `range`.
    fn rows_on(&self, range: TextRange) -> impl Iterator<Item = &Written> {
        let after = self.rows.partition_point(|row| row.range.start() <= range.end());
        self.rows.iter().take(after).filter(move |row| range.start() < row.range.end())
    }
}

/// The marks that cannot stand in brackets: those with a piece that crosses another's.
fn crossing(pieces: &[Written]) -> BTreeSet<AnnotationId> {
    let mut crossing = BTreeSet::new();
    for (i, piece) in pieces.iter().enumerate() {
        let within = pieces.iter().skip(i + 1).take_while(|next| next.range.start() < piece.range.end());
        for next in within {
            if piece.range.start() < next.range.start() && piece.range.end() < next.range.end() {
                crossing.extend(piece.mark.iter().chain(&next.mark));
            }
        }
    }
    crossing
}

impl Written {
    fn selected(range: TextRange) -> Self {
        Self { range, mark: None, head: String::new(), name: String::new() }
    }

    /// Its row under the line of `line`, if one is needed there: `    ^^^ denial#d1`.
    fn on_line(&self, line: TextRange, has_feed: bool, columns: &Columns) -> Option<String> {
        let starts_here = line.start() <= self.range.start();
        let covers_feed = has_feed && line.end() < self.range.end();
        let ends_with_feed = self.range.end() == line.end() + TextSize::from(1);
        let shows_feed = covers_feed && (self.range.start() == line.end() || ends_with_feed);
        let body = self.range.intersection(line)?;
        if body.is_empty() && !shows_feed {
            return None;
        }
        let start = if body.is_empty() { columns.end } else { columns.at(body.start()).start };
        let end = if shows_feed { columns.end + 1 } else { columns.before(body.end()).end };
        let carets = format!("{}{}", " ".repeat(start), "^".repeat(end.saturating_sub(start)));
        Some(if starts_here { format!("{carets} {}", self.head) } else { format!("{carets} &{}", self.name) })
    }
}

/// Where the characters of a line stand in it as written, in code points.
#[derive(Default)]
struct Columns {
    letters: Vec<(TextSize, Range<usize>)>,
    end: usize,
}

impl Columns {
    /// The columns of the character at `offset`.
    fn at(&self, offset: TextSize) -> Range<usize> {
        let i = self.letters.partition_point(|&(at, _)| at < offset);
        self.letters.get(i).map_or(self.end..self.end, |(_, columns)| columns.clone())
    }

    /// The columns of the character before `offset`.
    fn before(&self, offset: TextSize) -> Range<usize> {
        let i = self.letters.partition_point(|&(at, _)| at < offset);
        i.checked_sub(1).and_then(|i| self.letters.get(i)).map_or(0..0, |(_, columns)| columns.clone())
    }
}

struct Writer<'a, 'b, I: Iterator<Item = &'a Written>> {
    shown: &'b mut String,
    /// Code points written of this line.
    column: usize,
    open: Vec<&'a Written>,
    inline: std::iter::Peekable<I>,
}

impl<'a, I: Iterator<Item = &'a Written>> Writer<'a, '_, I> {
    fn line(&mut self, range: TextRange, line: &str, wants_columns: bool) -> Columns {
        let mut columns = Columns::default();
        self.column = 0;
        let escaped = place_to_escape(line);
        for (i, character) in line.char_indices() {
            let here = range.start() + TextSize::from_usize(i);
            self.marks_at(here);
            let start = self.column;
            let after_bar = character == '>' && self.shown.ends_with('|');
            if after_bar || escaped == Some(i) || matches!(character, '[' | ']' | '<' | '\\') {
                self.push("\\");
            }
            self.push(character.encode_utf8(&mut [0; 4]));
            if wants_columns {
                columns.letters.push((here, start..self.column));
            }
        }
        self.marks_at(range.end());
        columns.end = self.column;
        columns
    }

    /// Closes what ends at `here` and opens what starts.
    fn marks_at(&mut self, here: TextSize) {
        while let Some(last) = self.open.pop_if(|last| last.range.end() <= here) {
            self.push(if last.mark.is_some() { "]" } else { "|>" });
        }
        while let Some(next) = self.inline.next_if(|next| next.range.start() <= here) {
            match next.mark {
                None if next.range.is_empty() => {
                    self.push("<|>");
                    continue;
                }
                None => self.push("<|"),
                Some(_) => self.push(&format!("[{}:", next.head)),
            }
            self.open.push(next);
        }
    }

    fn push(&mut self, written: &str) {
        self.shown.push_str(written);
        self.column += written.chars().count();
    }
}

/// Where a line of text needs a `\` so as not to read as a row, a head of a layer or a line below.
fn place_to_escape(line: &str) -> Option<usize> {
    let carets = line.trim_start_matches(' ');
    if carets.starts_with('^') {
        return Some(line.len() - carets.len());
    }
    ["! ", "@ ", "//- "].iter().any(|start| line.starts_with(start)).then_some(0)
}

fn write_below(layer: &MarkedLayer, heads: &Heads<'_>, shown: &mut String) {
    for (mark, head) in layer.marks.iter().zip(&heads.heads) {
        match &mark.place {
            MarkedPlace::Orphan { quote } => {
                shown.push_str(&format!("\n! orphan {head} {}", quoted::quote_with('"', quote)));
            }
            MarkedPlace::Ambiguous { quote, n_candidates } => {
                let quote = quoted::quote_with('"', quote);
                shown.push_str(&format!("\n! ambiguous {head} {quote} {n_candidates}"));
            }
            _ => {}
        }
    }
    for mark in &layer.marks {
        for remark in remarks(mark) {
            shown.push_str(&format!("\n@ {} {remark}", heads.name(mark.id)));
        }
    }
    for relation in &heads.elsewhere {
        let (from, kind) = (heads.name(relation.from), head::slug(relation.kind.as_str()));
        let to = match relation.to_document {
            Some(document) => format!("{} {}", relation.to.iri(), document.iri()),
            None => heads.name(relation.to),
        };
        shown.push_str(&format!("\n@ {from} link {kind} {to}"));
    }
}

/// What the lines below the text say of a mark, in the words of the actions.
fn remarks(mark: &MarkedMark) -> Vec<String> {
    let tags = head::write_tags(&mark.tags);
    let spaced = if tags.is_empty() { tags } else { format!(" {tags}") };
    let mut remarks = Vec::new();
    match &mark.place {
        MarkedPlace::Implied(wording) => remarks.push(format!("implied{spaced} {}", quoted::quote(wording))),
        MarkedPlace::Document => remarks.push(format!("document{spaced}")),
        _ => {}
    }
    let told = [("note", &mark.note), ("source", &mark.source), ("cue", &mark.cue)];
    let told = told.into_iter().filter(|(_, text)| !text.is_empty());
    remarks.extend(told.map(|(verb, text)| format!("{verb} {}", quoted::quote(text))));
    remarks.extend(mark.figures.iter().map(|figure| {
        let set = figure.set.iter().map(|(field, words)| format!(" {field} {}", quoted::quote(words)));
        format!("figure {}{}", quoted::quote(&figure.wording), set.collect::<String>())
    }));
    remarks.extend(mark.is_without_figure.then(|| "no-figure".to_owned()));
    remarks
}
