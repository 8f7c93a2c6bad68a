//! Grades on their way out: as tables, in a gradebook that was downloaded, and as a page for each pupil.

use super::book::ClassBook;
use super::feedback::Feedback;
use super::phrase::Tell;
use super::{pages, tables};
use crate::exchange::csv::BYTE_ORDER_MARK;
use crate::exchange::gradebook::{self, GradebookFault};
use crate::exchange::xlsx;
use crate::host::{Host, HostError, file_name};
use crate::sidecar::names::slug;
use std::fmt;
use std::path::{Path, PathBuf};

/// The longest gradebook that is read, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// Where grades go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out {
    /// A table in comma-separated values.
    Csv(PathBuf),
    /// A workbook.
    Workbook(PathBuf),
    /// A table that was downloaded from Moodle or Canvas, with a part of the heading of the column that is meant.
    Gradebook(PathBuf, Option<String>),
    /// A page to be printed for each pupil, in a folder.
    Pages(PathBuf),
    /// A layer for each pupil, which says of each mark how good it is and why, in a folder.
    Feedback(PathBuf),
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// How many pupils have a place there.
    pub n: usize,
    /// Those whom no row of a gradebook, or more than one, names.
    pub without_row: Vec<String>,
}

/// Why grades did not go out. What was there is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutFault {
    /// There is such a file.
    Taken(PathBuf),
    /// A file cannot be read.
    NotRead(PathBuf, HostError),
    /// A file or a folder cannot be written.
    NotWritten(PathBuf, HostError),
    /// The gradebook is none that is known.
    Gradebook(PathBuf, GradebookFault),
    /// The workbook cannot be made.
    Workbook,
}

impl fmt::Display for OutFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(path) => write!(f, "there is a `{}` already", path.display()),
            Self::NotRead(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
            Self::NotWritten(path, error) => write!(f, "cannot write `{}`: {error}", path.display()),
            Self::Gradebook(path, fault) => write!(f, "`{}`: {fault}", path.display()),
            Self::Workbook => f.write_str("the workbook cannot be made"),
        }
    }
}

impl std::error::Error for OutFault {}

impl Out {
    /// The file or folder.
    pub fn path(&self) -> &Path {
        match self {
            Self::Csv(path)
            | Self::Workbook(path)
            | Self::Gradebook(path, _)
            | Self::Pages(path)
            | Self::Feedback(path) => path,
        }
    }

    /// Writes the grades of a class. A table that is there is written over only where it `replaces`; a gradebook
    /// is filled where it lies, and a page of a pupil takes the place of the one before. What pupils read is said
    /// by `tell`; the columns of tables have the same names everywhere.
    pub fn write(
        &self,
        book: &ClassBook,
        replaces: bool,
        tell: Tell<'_>,
        host: &mut dyn Host,
    ) -> Result<Written, OutFault> {
        let (pupils, names) = (&book.pupils, &book.names);
        let mut written = Written { path: self.path().to_owned(), n: pupils.len(), without_row: Vec::new() };
        match self {
            Self::Csv(path) | Self::Workbook(path) if !replaces && host.stamp(path).is_some() => {
                return Err(OutFault::Taken(path.clone()));
            }
            Self::Csv(path) => {
                let table = format!("{BYTE_ORDER_MARK}{}", tables::csv(pupils, names));
                put(path, table.as_bytes(), host)?;
            }
            Self::Workbook(path) => {
                let workbook = xlsx::workbook("Grades", &tables::fields(pupils, names));
                put(path, &workbook.map_err(|_| OutFault::Workbook)?, host)?;
            }
            Self::Gradebook(path, column) => {
                let table =
                    host.read(path, MOST_BYTES).map_err(|error| OutFault::NotRead(path.clone(), error))?;
                let filled = gradebook::fill(&table, &tables::scores(pupils, tell), column.as_deref());
                let filled = filled.map_err(|fault| OutFault::Gradebook(path.clone(), fault))?;
                put(path, &filled.bytes, host)?;
                (written.n, written.without_row) = (filled.n_filled, filled.without_row);
            }
            Self::Feedback(folder) => {
                make_folder(folder, host)?;
                for pupil in pupils {
                    let feedback = Feedback::of(&book.marking, pupil, tell);
                    put(&folder.join(&feedback.name), &feedback.bytes, host)?;
                }
            }
            Self::Pages(folder) => {
                make_folder(folder, host)?;
                for (pupil, name) in pupils.iter().zip(names) {
                    let page = pages::page(&book.marking, pupil, (name, &book.title), tell);
                    put(&folder.join(page_name(&pupil.handed.person)), page.as_bytes(), host)?;
                }
            }
        }
        Ok(written)
    }
}

fn page_name(person: &crate::layer::Annotator) -> String {
    let digits: String = person.id.0.simple().to_string().chars().take(8).collect();
    format!("{}-{digits}.html", slug(&person.name))
}

fn make_folder(folder: &Path, host: &mut dyn Host) -> Result<(), OutFault> {
    host.make_folder(folder).map_err(|error| OutFault::NotWritten(folder.to_owned(), error))
}

fn put(path: &Path, bytes: &[u8], host: &mut dyn Host) -> Result<(), OutFault> {
    host.write(path, bytes).map_err(|error| OutFault::NotWritten(path.to_owned(), error))
}

/// What a table of the grades of `about` is called beside it, as `ending`.
pub fn proposed(about: &Path, ending: &str) -> PathBuf {
    let stem = about.with_extension("");
    about.with_file_name(format!("{} grades.{ending}", file_name(&stem)))
}
