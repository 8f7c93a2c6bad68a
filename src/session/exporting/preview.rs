//! How a file will begin, before it is written.

use super::super::exported::as_corrected;
use super::{Content, ExportFault, ExportJob, Field, Format, Marks, Sheet, SheetFormat};
use crate::exchange::Told;
use crate::host::Host;
use crate::text::shown::{on_a_line, visible};

/// How many rows are shown.
const ROWS: usize = 5;
/// How many lines, …
const LINES: usize = 8;
/// … and how many characters of each.
const WIDTH: usize = 400;

/// How a file will begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Its first lines; those of a workbook parted by tabs.
    pub lines: Vec<String>,
}

impl ExportJob {
    /// How it will begin. Reads no more articles than that needs, and writes nothing.
    ///
    /// # Errors
    ///
    /// Where there is nothing to write.
    pub fn preview(
        &self,
        host: &dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Preview, ExportFault> {
        match &self.content {
            Content::Sheet(makes, format) => of_sheet((makes.0)().beginning(ROWS), format),
            Content::Marks(marks, format) => of_marks(marks, format, host, goes_on),
            Content::Report(marks) => of_report(marks, host, goes_on),
        }
    }
}

fn of_sheet(sheet: Sheet, format: &str) -> Result<Preview, ExportFault> {
    if sheet.rows.is_empty() {
        return Err(ExportFault::Nothing);
    }
    if matches!(format, "xlsx" | "html") {
        let line = |row: Vec<String>| row.join("\t");
        let rows = sheet.rows.iter().map(|row| line(row.iter().map(Field::shown).collect()));
        let lines = std::iter::once(line(sheet.head.clone())).chain(rows);
        return Ok(Preview { lines: lines.map(|line| shown(&line)).collect() });
    }
    let mut bytes = Vec::new();
    let written = SheetFormat::called(format).map(|format| format.write(&sheet, &mut bytes));
    written.transpose().map_err(|error| ExportFault::NoRoom(error.to_string()))?;
    Ok(Preview::of(&bytes))
}

fn of_marks(
    marks: &Marks,
    format: &str,
    host: &dyn Host,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Result<Preview, ExportFault> {
    let mut first: Vec<Told> = Vec::new();
    let mut left = ROWS;
    let corrections = marks.corrections(host);
    marks.each(
        host,
        goes_on,
        &|session, name, is_meant| session.exported(name, is_meant),
        |mut told: Told| {
            told.marks.truncate(left);
            left -= told.marks.len();
            if !told.marks.is_empty() {
                first.push(as_corrected(told, &corrections));
            }
            0 < left
        },
    )?;
    if first.is_empty() {
        return Err(ExportFault::Nothing);
    }
    // A workbook has the rows of a table parted by tabs.
    let format = if format == "xlsx" { "tsv" } else { format };
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| ExportFault::NoRoom(error.to_string());
    let mut writer = Format::called(format).ok_or(ExportFault::Nothing)?.begin(&mut bytes).map_err(failed)?;
    first.iter().try_for_each(|told| writer.article(told)).map_err(failed)?;
    writer.end().map_err(failed)?;
    Ok(Preview::of(&bytes))
}

/// The articles with the number of their marks.
fn of_report(
    marks: &Marks,
    host: &dyn Host,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> Result<Preview, ExportFault> {
    let mut lines = Vec::new();
    let corrections = marks.corrections(host);
    let tell =
        |session: &super::Session, name: &str, is_meant: &dyn Fn(&crate::article::MarkRef<'_>) -> bool| {
            let told = as_corrected(session.exported(name, is_meant), &corrections);
            (told.article, told.marks.len())
        };
    marks.each(host, goes_on, &tell, |(article, n)| {
        if 0 < n {
            let facts = [&article.outlet, &article.date, &article.path];
            let facts: Vec<&str> =
                facts.into_iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
            let line = format!("{}. {} ({n}) · {}", lines.len() + 1, article.title, facts.join(", "));
            lines.push(shown(&line));
        }
        lines.len() < LINES
    })?;
    if lines.is_empty() { Err(ExportFault::Nothing) } else { Ok(Preview { lines }) }
}

impl Preview {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
        Self { lines: lines.take(LINES).map(shown).collect() }
    }
}

/// Tabs stay: whoever shows it sets them.
fn shown(line: &str) -> String {
    let cells = line.split('\t').map(|cell| on_a_line(&visible(cell), WIDTH));
    cells.collect::<Vec<_>>().join("\t").chars().take(WIDTH).collect()
}
