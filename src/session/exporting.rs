//! Marks and tables handed on as a file: what is written, where, and what stands in the way.
//!
//! A job opens the articles as the command line does, so it tells what lies on the disk: whoever has them open
//! saves first. It asks for nothing else of the window and may be run by any thread.

mod fault;
mod place;
mod preview;

pub use crate::exchange::sheet::{Field, Sheet};
pub use crate::exchange::{FORMATS, Format, SHEET_FORMATS, SheetFormat};
pub use fault::ExportFault;
pub use place::{Place, proposed_name};
pub use preview::Preview;

use super::Session;
use super::exported::as_corrected;
use super::report::{Around, report};
use crate::analysis::incidents::Rule;
use crate::article::MarkRef;
use crate::document::import::Options;
use crate::exchange::Told;
use crate::exchange::report::{Report, ReportArticle};
use crate::host::Host;
use crate::layer::{AnnotationId, AnnotatorId, Codebook};
use crate::library::table::Table;
use crate::library::{Corrections, Entry, FolderFiles, OpenError, parallel};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A table that is made when it is needed.
#[derive(Clone)]
pub struct MakesSheet(pub Arc<dyn Fn() -> Sheet + Send + Sync>);

impl fmt::Debug for MakesSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MakesSheet")
    }
}

impl PartialEq for MakesSheet {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// An article that is read for an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleToRead {
    /// Its file.
    pub path: PathBuf,
    /// What it is called in what is written: the path from the folder, with `/`.
    pub name: String,
    /// How it is read.
    pub options: Options,
}

/// Which marks are meant.
#[derive(Clone, Debug, Default)]
pub enum Which {
    /// All of the articles.
    #[default]
    All,
    /// These.
    These(Arc<BTreeSet<AnnotationId>>),
    /// Those of a table of all marks.
    Table(Arc<Table>),
}

impl PartialEq for Which {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, Self::All) => true,
            (Self::These(one), Self::These(other)) => Arc::ptr_eq(one, other),
            (Self::Table(one), Self::Table(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// Marks of articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The articles, in the order in which they are written.
    pub articles: Arc<Vec<ArticleToRead>>,
    /// Which of their marks.
    pub which: Which,
    /// Whose incidents go first in a report.
    pub me: Option<AnnotatorId>,
}

/// What is written, in which form.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A page's table.
    Sheet(MakesSheet, &'static str),
    /// Marks for other programs, in the format of that name.
    Marks(Marks, &'static str),
    /// A report of them, as a page and beside it as JSON.
    Report(Marks),
}

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportJob {
    /// What.
    pub content: Content,
    /// Where.
    pub out: PathBuf,
    /// Whether a file that is there may be replaced: the person was asked.
    pub replaces: bool,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub out: PathBuf,
    /// How many marks it has; of a page's table, how many rows.
    pub n_rows: usize,
    /// Whether it is a page's table.
    pub is_sheet: bool,
    /// The articles that could not be read, and are not in it.
    pub unread: Vec<OpenError>,
}

impl Exported {
    fn of_sheet(out: &Path, sheet: &Sheet) -> Self {
        Self { out: out.to_owned(), n_rows: sheet.rows.len(), is_sheet: true, unread: Vec::new() }
    }
}

impl ExportJob {
    /// Writes it, whole or not at all. `goes_on` is asked between articles.
    ///
    /// # Errors
    ///
    /// Where nothing was written: the place is an article's or a file's that is to stay, there is nothing to write,
    /// or the disk says no.
    pub fn run(
        &self,
        host: &mut dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Exported, ExportFault> {
        place::check(&self.out, self.replaces, host)?;
        match &self.content {
            Content::Sheet(makes, format) => self.write_sheet(&(makes.0)(), format, host),
            Content::Marks(marks, format) => self.write_marks(marks, format, host, goes_on),
            Content::Report(marks) => self.write_report(marks, host, goes_on),
        }
    }

    fn failed(&self, error: crate::host::HostError) -> ExportFault {
        ExportFault::Host(self.out.clone(), error)
    }

    fn write_sheet(&self, sheet: &Sheet, format: &str, host: &mut dyn Host) -> Result<Exported, ExportFault> {
        if sheet.rows.is_empty() {
            return Err(ExportFault::Nothing);
        }
        let format = SheetFormat::called(format).ok_or(ExportFault::Nothing)?;
        let mut file = host.begin_file(&self.out).map_err(|error| self.failed(error))?;
        format.write(sheet, &mut file).map_err(|error| ExportFault::of_writing(&self.out, &error))?;
        file.finish(host).map_err(|error| self.failed(error))?;
        Ok(Exported::of_sheet(&self.out, sheet))
    }

    fn write_marks(
        &self,
        marks: &Marks,
        format: &str,
        host: &mut dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Exported, ExportFault> {
        let format = Format::called(format).ok_or(ExportFault::Nothing)?;
        let mut file = host.begin_file(&self.out).map_err(|error| self.failed(error))?;
        let unwritten = |error: std::io::Error| ExportFault::of_writing(&self.out, &error);
        let mut writer = format.begin(&mut file).map_err(unwritten)?;
        let (mut n_rows, mut fault) = (0, None);
        let corrections = marks.corrections(host);
        let unread = marks.each(
            host,
            goes_on,
            &|session, name, is_meant| session.exported(name, is_meant),
            |told: Told| {
                n_rows += told.marks.len();
                // Loose relations of articles without a mark that is meant would come in as lines of nobody.
                let told = as_corrected(told, &corrections);
                let written = if told.marks.is_empty() { Ok(()) } else { writer.article(&told) };
                fault = written.err();
                fault.is_none()
            },
        )?;
        if let Some(error) = fault {
            return Err(unwritten(error));
        }
        writer.end().map_err(unwritten)?;
        if n_rows == 0 {
            return Err(ExportFault::Nothing);
        }
        file.finish(host).map_err(|error| self.failed(error))?;
        Ok(Exported { out: self.out.clone(), n_rows, is_sheet: false, unread })
    }

    fn write_report(
        &self,
        marks: &Marks,
        host: &mut dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Exported, ExportFault> {
        let beside = self.out.with_extension("json");
        if beside == self.out {
            return Err(ExportFault::OwnData);
        }
        if beside_is_kept(&beside, self.replaces, host) {
            return Err(ExportFault::Taken(beside));
        }
        let (report, exported) = marks.report(&self.out, host, goes_on)?;
        let (page, data) = report.written();
        host.write(&self.out, page.as_bytes()).map_err(|error| self.failed(error))?;
        host.write(&beside, data.as_bytes()).map_err(|error| ExportFault::Host(beside, error))?;
        Ok(exported)
    }

    /// Writes a page to be printed into the cache, where it takes the place of the one before; where it lies.
    ///
    /// # Errors
    ///
    /// Where there is nothing to print, or no place for it.
    pub fn print(
        &self,
        host: &mut dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Exported, ExportFault> {
        /// The page that was printed last.
        const PRINTED: &str = "print.postil.html";
        let out = host.place_of_cached(PRINTED).ok_or(ExportFault::NoHome)?;
        let (bytes, exported) = match &self.content {
            Content::Sheet(makes, _) => {
                let sheet = (makes.0)();
                if sheet.rows.is_empty() {
                    return Err(ExportFault::Nothing);
                }
                let mut bytes = Vec::new();
                let format = SheetFormat::called("html").ok_or(ExportFault::Nothing)?;
                format.write(&sheet, &mut bytes).map_err(|error| ExportFault::of_writing(&out, &error))?;
                (bytes, Exported::of_sheet(&out, &sheet))
            }
            Content::Marks(marks, _) | Content::Report(marks) => {
                let (report, exported) = marks.report(&out, host, goes_on)?;
                (report.written().0.into_bytes(), exported)
            }
        };
        host.cache(PRINTED, &bytes).map_err(|error| ExportFault::Host(out, error))?;
        Ok(exported)
    }
}

/// The JSON of a report that was there before is replaced with its page; any other file stays.
fn beside_is_kept(beside: &Path, replaces: bool, host: &dyn Host) -> bool {
    if host.stamp(beside).is_none() {
        return false;
    }
    let beginning = host.read(beside, place::BEGINNING).unwrap_or_default();
    !replaces || !String::from_utf8_lossy(&beginning).trim_start().starts_with('{')
}

/// What is told of an article of which some marks are meant.
type Tell<'a, T> = &'a (dyn Fn(&Session, &str, &dyn Fn(&MarkRef<'_>) -> bool) -> T + Sync);

/// What an article adds to a report.
type Reported = (ReportArticle, Entry, Codebook);

/// Ids of marks, and the names of the articles that have them, where those are known.
type Meant = (BTreeSet<AnnotationId>, Option<BTreeSet<Arc<str>>>);

impl Marks {
    /// The ids that are meant, and the names of the articles that have them; `None`: all.
    fn meant(&self) -> Option<Meant> {
        match &self.which {
            Which::All => None,
            Which::These(ids) => Some(((**ids).clone(), None)),
            Which::Table(table) => {
                let names = table.lines().map(|(entry, _)| Arc::clone(&entry.path)).collect();
                Some((table.lines().map(|(_, row)| row.id).collect(), Some(names)))
            }
        }
    }

    /// What people hold of the articles whose files are wrong.
    fn corrections(&self, host: &dyn Host) -> Corrections {
        let folders = self.articles.iter().filter_map(|article| Some(article.path.parent()?.to_owned()));
        Corrections::around(&folders.collect(), host)
    }

    /// Opens one article after another on the threads that there are, and hands over what is told of each, in
    /// their order; those that could not be opened.
    fn each<T: Send + 'static>(
        &self,
        host: &dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
        tell: Tell<'_, T>,
        mut take: impl FnMut(T) -> bool,
    ) -> Result<Vec<OpenError>, ExportFault> {
        let meant = self.meant();
        let has = |id: &AnnotationId| meant.as_ref().is_none_or(|(ids, _)| ids.contains(id));
        let names = meant.as_ref().and_then(|(_, names)| names.as_ref());
        let is_in =
            |article: &&ArticleToRead| names.is_none_or(|names| names.contains(article.name.as_str()));
        let articles: Vec<&ArticleToRead> = self.articles.iter().filter(is_in).collect();
        let mut unread = Vec::new();
        let read = |nth: usize, host: &dyn Host| {
            let article = articles.get(nth).filter(|_| goes_on())?;
            let opened = Session::open(&article.path, &article.options, None, host);
            Some(opened.map(|session| tell(&session, &article.name, &|mark| has(&mark.annotation.id))))
        };
        let mut is_left = false;
        parallel(host, articles.len(), read, |found| match found {
            Some(Ok(told)) => take(told),
            Some(Err(error)) => {
                unread.push(error);
                true
            }
            None => {
                is_left = true;
                false
            }
        });
        if is_left { Err(ExportFault::Left) } else { Ok(unread) }
    }

    /// The report.
    fn report(
        &self,
        out: &Path,
        host: &mut dyn Host,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<(Report, Exported), ExportFault> {
        let (mut articles, mut entries, mut codebook) = (Vec::new(), Vec::new(), None);
        let tell: Tell<'_, Reported> = &|session, name, is_meant| {
            let mut entry = Entry::opened(name, session.article());
            let article = session.reported_of(name, is_meant);
            let meant: BTreeSet<AnnotationId> =
                article.told.marks.iter().map(|mark| mark.annotation.id).collect();
            entry.rows = entry.rows.iter().filter(|row| meant.contains(&row.id)).cloned().collect();
            (article, entry, session.codebook().clone())
        };
        let unread = self.each(host, goes_on, tell, |(article, entry, its): Reported| {
            if !entry.rows.is_empty() {
                articles.push(article);
                entries.push(entry);
                codebook.get_or_insert(its);
            }
            true
        })?;
        let n_rows = entries.iter().map(|entry| entry.rows.len()).sum();
        if n_rows == 0 {
            return Err(ExportFault::Nothing);
        }
        let folders = self.articles.iter().filter_map(|article| Some(article.path.parent()?.to_owned()));
        let (registers, _) = FolderFiles::around(&folders.collect(), host);
        let around = Around {
            codebook: &codebook.unwrap_or_default(),
            registers: &registers,
            me: self.me,
            rule: &Rule::Range,
            made: host.now(),
        };
        let report = report(articles, entries, &around);
        Ok((report, Exported { out: out.to_owned(), n_rows, is_sheet: false, unread }))
    }
}
