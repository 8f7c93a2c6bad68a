//! PDF: the glyphs of each page with their places, made into paragraphs in the order in which they are
//! read. A page of paper knows no words, lines or columns: all of it is found by geometry, by what comes
//! again on other pages, and by the order in which the file draws.
//!
//! Knows no importer's table and no files: bytes come in, a document comes out.

mod aligned;
mod columns;
mod facts;
mod flow;
mod fonts;
mod forms;
mod furniture;
mod gathering;
mod glyphs;
mod letters;
mod lines;
mod links;
mod marks;
mod nesting;
mod paragraphs;
mod picture;
mod pictures;
mod places;
mod reading_order;
mod rounding;
mod runs;
mod table;
mod tables;
mod write;

pub(super) use picture::draw_page;

use super::import::{Extent, ImportError, ImportWarning, Reading, Together};
use super::{BlockKind, Builder, Document, Reason, SourceMap, Warned};
use columns::Area;
use furniture::Furniture;
use glyphs::PageText;
use hayro::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use paragraphs::Draft;
use pictures::Pictures;
use std::collections::BTreeMap;

/// The most pages of one file that are read.
pub const MAX_PAGES: usize = 5_000;

/// Reads a PDF, its pages by as many as `together` has.
///
/// # Errors
///
/// It asks for another password, or cannot be read as a PDF at all.
pub(super) fn read(
    bytes: &[u8],
    password: Option<&str>,
    reading: Reading,
    together: Together,
) -> Result<Warned<Document, ImportWarning>, ImportError> {
    let pdf = open(bytes, password)?;
    let mut warnings = Vec::new();
    let extent = reading.extent;
    let pages = gathering::gather(&pdf, together, &mut warnings);
    let labels = facts::page_labels(&pdf, pages.len());
    let furniture = if extent == Extent::Page {
        vec![Furniture::default(); pages.len()]
    } else {
        furniture::of(&pages, &labels)
    };
    warnings.extend(told_of_pages(&pages));
    let body = body_size(&pages);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut n_tables = 0;
    for ((number, page), furniture) in pages.iter().enumerate().zip(&furniture) {
        drafts.extend(drafts_of(page, number, furniture, body, &mut n_tables));
    }
    let mut drafts = flow::join(drafts);
    flow::find_items(&mut drafts);
    let drafts = flow::level_headings(flow::place_notes(drafts), &facts::outline(&pdf));
    // Pictures are taken out of the file by who does not know its password.
    let mut pictures = if password.is_none() { Pictures::of(&pages) } else { Pictures::none() };
    let mut builder = written(&drafts, &pages, &labels, &furniture, extent, &mut pictures);
    links::name_places(&mut builder, &pages.iter().flat_map(|page| &page.links.within).copied().collect());
    let document = builder.finish(facts::metadata(&pdf), reading, SourceMap::default());
    Ok(Warned { value: document, warnings })
}

/// The first bytes of each of the pictures that are called so, `None` for what is none; once the file is open.
pub(super) fn parts(bytes: &[u8]) -> impl FnMut(&str, usize) -> Option<Vec<u8>> {
    let pdf = open(bytes, None).ok();
    move |name, most| pictures::part(pdf.as_ref()?, name, most)
}

/// The file, opened.
fn open(bytes: &[u8], password: Option<&str>) -> Result<Pdf, ImportError> {
    if nesting::is_too_deep(bytes) {
        return Err(ImportError::DamagedPdf);
    }
    Pdf::new_with_password(bytes.to_vec(), password.unwrap_or_default()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ImportError::Password { was_wrong: password.is_some() }
        }
        LoadPdfError::Decryption(_) => ImportError::UnknownLock,
        LoadPdfError::Invalid => ImportError::DamagedPdf,
    })
}

/// What there is to be said about the pages: some are pictures, some have letters that nobody knows.
fn told_of_pages(pages: &[PageText]) -> Vec<ImportWarning> {
    let has_no_text = |page: &PageText| page.n_images != 0 && page.pieces.iter().all(|piece| piece.is_space);
    let scanned: Vec<usize> =
        (1..).zip(pages).filter(|(_, page)| has_no_text(page)).map(|(number, _)| number).collect();
    let n_unmapped: usize = pages.iter().map(|page| page.n_unmapped).sum();
    let n_glyphs: usize = pages.iter().map(|page| page.n_glyphs).sum();
    let mut told = Vec::new();
    if !scanned.is_empty() {
        told.push(ImportWarning::Scanned { pages: scanned, n_pages: pages.len() });
    }
    if 0 < n_unmapped {
        told.push(ImportWarning::UnknownLetters { n: n_unmapped, of: n_glyphs });
    }
    told
}

/// The size that most letters of the file have.
fn body_size(pages: &[PageText]) -> f32 {
    let mut letters: BTreeMap<i32, u64> = BTreeMap::new();
    for piece in pages.iter().flat_map(|page| &page.pieces).filter(|piece| !piece.is_space) {
        *letters.entry(rounding::whole(piece.size * 4.0)).or_default() += u64::from(piece.end - piece.start);
    }
    letters.iter().max_by_key(|(_, n)| **n).map_or(10.0, |(size, _)| *size as f32 / 4.0)
}

/// The paragraphs of a page: those that run in the direction of most of it first.
fn drafts_of(
    page: &PageText,
    number: usize,
    furniture: &Furniture,
    body: f32,
    n_tables: &mut u32,
) -> Vec<Draft> {
    let mut by_way: BTreeMap<i16, Vec<u32>> = BTreeMap::new();
    for (index, piece) in (0_u32..).zip(&page.pieces) {
        if furniture.pieces.binary_search(&index).is_err() {
            by_way.entry(piece.way).or_default().push(index);
        }
    }
    let mut ways: Vec<Vec<u32>> = by_way.into_values().collect();
    ways.sort_by_key(|pieces| std::cmp::Reverse(pieces.len()));
    let mut drafts = Vec::new();
    for pieces in ways {
        for area in columns::areas_of(page, &pieces) {
            match area {
                Area::Column(pieces) => {
                    let lines = lines::lines_of(page, number, &pieces);
                    let mut column = paragraphs::of(lines, number, body);
                    flow::find_notes(&mut column, body, page.height);
                    drafts.extend(column);
                }
                Area::Table(table) => {
                    drafts.extend(rows_of(table, page, number, *n_tables));
                    *n_tables += 1;
                }
            }
        }
    }
    drafts
}

fn rows_of(table: table::Table, page: &PageText, number: usize, index: u32) -> Vec<Draft> {
    let rows = table.rows.into_iter().map(|row| {
        let cells: Vec<_> = row.cells.iter().map(|cell| lines::lines_of(page, number, cell)).collect();
        (row.is_header, cells)
    });
    let rows: Vec<_> = rows.collect();
    let is_bold = |cells: &Vec<Vec<lines::Line>>| {
        let mut lines = cells.iter().flatten().peekable();
        lines.peek().is_some() && lines.all(|line| line.is_bold)
    };
    let is_headed = rows.first().is_some_and(|(_, cells)| is_bold(cells))
        && !rows.iter().all(|(_, cells)| is_bold(cells));
    let drafts = rows
        .into_iter()
        .enumerate()
        .map(|(at, (is_header, cells))| Draft::row(number, index, is_header || at == 0 && is_headed, cells));
    drafts.collect()
}

/// The blocks of a document, with its pages and what is left out of them.
fn written(
    drafts: &[Draft],
    pages: &[PageText],
    labels: &[String],
    furniture: &[Furniture],
    extent: Extent,
    pictures: &mut Pictures,
) -> Builder {
    let mut writer = write::Writer {
        builder: Builder::default(),
        known: write::words_of(drafts),
        notes: flow::labels_of(drafts),
        pages,
        labels,
        n_begun: 0,
    };
    let mut done = 0;
    for draft in drafts {
        // What stands at the foot of a page comes before the first block of the next.
        while done < draft.page {
            put_beside(&mut writer.builder, furniture.get(done).map(|page| &page.foot), extent);
            done += 1;
            writer.begin_page(done);
            put_beside(&mut writer.builder, furniture.get(done).map(|page| &page.head), extent);
        }
        if writer.n_begun == 0 {
            writer.begin_page(0);
            put_beside(&mut writer.builder, furniture.first().map(|page| &page.head), extent);
        }
        pictures.put_before(draft, &mut writer.builder);
        writer.write(draft);
    }
    pictures.put_up_to(pages.len(), &mut writer.builder);
    writer.begin_page(pages.len().saturating_sub(1));
    for page in furniture.iter().skip(done) {
        put_beside(&mut writer.builder, Some(&page.foot), extent);
    }
    for page in pages {
        writer.builder.leave_out(Reason::Hidden, &page.hidden);
    }
    writer.builder
}

/// Leaves out what stands at the head or foot of a page, or writes it down where that is asked for.
fn put_beside(builder: &mut Builder, told: Option<&Vec<(Reason, String)>>, extent: Extent) {
    for (reason, text) in told.into_iter().flatten() {
        if extent == Extent::WithLeftOut {
            builder.begin(BlockKind::Paragraph, 0, 0);
            builder.push(text);
            builder.end();
        } else {
            builder.leave_out(*reason, text);
        }
    }
}

#[cfg(test)]
mod tests;
