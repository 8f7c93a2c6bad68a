//! The rows of the page: an article, and below it where people differ, and where they do not if that is asked for.

use crate::analysis::agreement::Difference;
use crate::analysis::differences::{Differing, InArticle};
use crate::gui::comparing::{kinds_words, tags_words};
use crate::gui::settling::decided_words;
use crate::gui::widgets::outline::OutlineRow;
use crate::gui::widgets::{shortened, visible};
use crate::gui::words::say;
use crate::layer::{AnnotationId, AnnotatorId, Codebook};
use crate::library::{FigureRow, MarkRow};
use std::collections::BTreeMap;

/// A row, and of which article in which place the difference is; headings have none.
type Row = (OutlineRow, Option<(usize, usize)>);

/// The most letters of an article's title.
const LONGEST: usize = 80;

/// The rows of all differences that are to be listed.
pub(super) fn rows(
    articles: &[InArticle],
    names: &BTreeMap<AnnotatorId, String>,
    codebook: &Codebook,
    is_listed: impl Fn(&Differing) -> bool,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (nth, article) in articles.iter().enumerate() {
        let mut listed: Vec<(usize, &Differing)> =
            article.found.numbered().filter(|(_, one)| is_listed(one)).collect();
        if listed.is_empty() {
            continue;
        }
        let title = shortened(&visible(&article.entry.title), LONGEST);
        rows.push((OutlineRow { is_heading: true, words: title, ..OutlineRow::default() }, None));
        let rows_of: BTreeMap<AnnotationId, &MarkRow> =
            article.entry.rows.iter().map(|row| (row.id, row)).collect();
        let place = |one: &Differing| Some(rows_of.get(&one.first()?)?.place?.to_usize());
        listed.sort_by_key(|(_, one)| place(one).map(|place| (place.start, place.end)));
        for (at, one) in listed {
            let quote = one.first().and_then(|id| rows_of.get(&id)).map_or("", |row| &row.quote);
            let decided = decided_words(one);
            let kind = decided
                .map_or_else(|| kinds_words(one), |decided| format!("{} · {decided}", kinds_words(one)));
            let row = OutlineRow {
                kind,
                words: quote.to_owned(),
                behind: sides(one, &article.found.people, names, &rows_of, codebook),
                warns: one.is_open() && !one.kinds.is_empty(),
                ..OutlineRow::default()
            };
            rows.push((row, Some((nth, at))));
        }
    }
    rows
}

/// What each has there: "Ana: Claim / Ben: Opinion". People who have the same stand together.
fn sides(
    one: &Differing,
    people: &[AnnotatorId],
    names: &BTreeMap<AnnotatorId, String>,
    rows: &BTreeMap<AnnotationId, &MarkRow>,
    codebook: &Codebook,
) -> String {
    let mut sides: Vec<(String, Vec<String>)> = Vec::new();
    for (mark, person) in one.marks.iter().zip(people) {
        let row = mark.and_then(|id| rows.get(&id));
        let what = row.map_or_else(|| say!("differences-nothing"), |row| told(row, one, codebook));
        let name = visible(names.get(person).map_or("", String::as_str));
        match sides.iter_mut().find(|(known, _)| *known == what) {
            Some((_, names)) => names.push(name),
            None => sides.push((what, vec![name])),
        }
    }
    let sides = sides.into_iter().map(|(what, names)| format!("{}: {what}", names.join(", ")));
    sides.collect::<Vec<_>>().join(" / ")
}

/// A mark by its tags, and by what of it differs besides.
fn told(row: &MarkRow, one: &Differing, codebook: &Codebook) -> String {
    let mut words = tags_words(row.tags.iter(), codebook);
    if one.kinds.contains(&Difference::Boundary) {
        words = format!("{words} “{}”", shortened(&visible(&row.quote), 40));
    }
    if one.kinds.contains(&Difference::Figure) {
        let figures: Vec<String> = row.figures.iter().map(FigureRow::interval).collect();
        words = format!("{words} [{}]", figures.join(", "));
    }
    if one.kinds.contains(&Difference::Source) {
        words = format!("{words} ({})", visible(&row.source()));
    }
    words
}
