//! What was measured as a table for other programs: each section as it is shown.

use super::agreement::{Agreement, Section, find, in_order, rows_of};
use super::measures::value_words;
use crate::analysis::agreement::{Confusion, Finding, Scope};
use crate::gui::comparing::Measured;
use crate::gui::told;
use crate::gui::view::Tabled;
use crate::gui::widgets::visible;
use crate::gui::words::{name, say};
use crate::layer::{Codebook, TagId};
use crate::session::exporting::{Field, Sheet};

/// The table of a section; `None` where nothing was measured yet, or the section is the list.
pub(super) fn tabled(agreement: &Agreement, section: Section, codebook: &Codebook) -> Option<Tabled> {
    let measured = agreement.measured.as_deref()?;
    let sheet = match section {
        Section::List => return None,
        Section::Measures => measures(agreement, measured),
        Section::People => people(agreement, measured),
        Section::Tags | Section::Articles => scopes(agreement, measured, section, codebook),
        Section::Confusion => {
            let pair = agreement.pair?;
            let who = |nth: usize| measured.names.get(nth).cloned().unwrap_or_default();
            let title = say!("agreement-two", first = who(pair.0), second = who(pair.1));
            confusion(title, measured.confusions.get(&pair)?, codebook)
        }
    };
    Some(Tabled::new(sheet.rows.len(), move || sheet.clone()))
}

/// Every measure with its interval, what it is made of and what it says.
fn measures(agreement: &Agreement, measured: &Measured) -> Sheet {
    let (people, scope) = (agreement.people(measured), agreement.scope());
    let found = measured.compared.findings.iter();
    let found = found.filter(|finding| finding.scope == scope && finding.people == people);
    let names: Vec<String> = measured.names.iter().map(|name| visible(name)).collect();
    let row = |finding: &Finding| {
        let measure = told::agreement::measure(finding.measure);
        let (made_of, says) = (told::agreement::counted(finding), told::agreement::sentence(finding, &names));
        vec![
            Field::words(measure),
            value(Some(finding)),
            Field::words(value_words(finding)),
            Field::words(made_of),
            Field::words(says),
        ]
    };
    Sheet {
        title: say!("agreement-section-measures"),
        head: vec![
            say!("agreement-measure"),
            say!("agreement-value"),
            say!("agreement-with-interval"),
            say!("agreement-n"),
            say!("agreement-means"),
        ],
        rows: found.map(row).collect(),
    }
}

/// Everybody against everybody by the measure that is chosen.
fn people(agreement: &Agreement, measured: &Measured) -> Sheet {
    let measure = agreement.measure();
    let names = &measured.names;
    let cell = |row: usize, column: usize| {
        value(find(measured, measure, &Scope::All, &[row.min(column), row.max(column)]))
    };
    matrix(told::agreement::measure(measure), (names, names), &cell)
}

/// Tags or articles against measures.
fn scopes(agreement: &Agreement, measured: &Measured, section: Section, codebook: &Codebook) -> Sheet {
    let rows = rows_of(section, measured, codebook);
    let people = agreement.people(measured);
    let measures = agreement.measures_of(measured, &rows);
    let columns: Vec<String> = measures.iter().map(|&measure| told::agreement::measure(measure)).collect();
    let names: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
    let cell = |row: usize, column: usize| {
        let found = rows.get(row).zip(measures.get(column));
        value(found.and_then(|((_, scope), &measure)| find(measured, measure, scope, &people)))
    };
    matrix(section.label(), (&names, &columns), &cell)
}

/// What one took for what: the tags of the first in rows, those of the second in columns.
pub(in crate::gui) fn confusion(title: String, table: &Confusion, codebook: &Codebook) -> Sheet {
    let tags = in_order(table, codebook);
    let label = |tag: &Option<TagId>| {
        tag.as_ref().map_or_else(|| say!("confusion-nothing"), |tag| name(codebook.label(tag)))
    };
    let names: Vec<String> = tags.iter().map(label).collect();
    let cell = |row: usize, column: usize| {
        let key = tags.get(row).cloned().zip(tags.get(column).cloned());
        Field::count(key.and_then(|key| table.get(&key)).copied().unwrap_or(0))
    };
    matrix(title, (&names, &names), &cell)
}

fn matrix(
    title: String,
    (rows, columns): (&[String], &[String]),
    cell: &dyn Fn(usize, usize) -> Field,
) -> Sheet {
    let row = |(nth, name): (usize, &String)| {
        let cells = (0..columns.len()).map(|column| cell(nth, column));
        std::iter::once(Field::words(visible(name))).chain(cells).collect()
    };
    let head = std::iter::once(title.clone()).chain(columns.iter().map(|name| visible(name)));
    Sheet { head: head.collect(), rows: rows.iter().enumerate().map(row).collect(), title }
}

/// The number; nothing where there is none.
fn value(finding: Option<&Finding>) -> Field {
    match finding.map(|finding| finding.value) {
        Some(Ok(estimate)) => Field::Number((estimate.value * 10_000.0).round() / 10_000.0),
        _ => Field::words(""),
    }
}
