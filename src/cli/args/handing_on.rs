//! The words of the commands that hand marks on to other programs, and take them in again.

use super::ReadingArgs;
use crate::analysis::incidents::Rule;
use crate::exchange::{COLUMNS, FORMATS};
use std::path::PathBuf;

/// What `export` is given.
#[derive(Debug, clap::Args)]
#[command(after_help = formats())]
pub struct ExportArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// The format; without it the ending of the file says it
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,

    /// The file to write, which is replaced; `-` is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,

    /// Only marks with this tag; several: any of them
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,

    /// Only marks by this person
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `import` is given.
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// The export: W3C annotations or NDJSON; or a layer
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// The article that the marks are put on
    #[arg(long, value_name = "ARTICLE")]
    pub document: PathBuf,

    /// Whose layer they come into
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,

    /// Whose marks of the export are taken, where it holds several people's; else those of --as
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,

    /// How the article is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `sources` and `ledger` are given.
#[derive(Debug, clap::Args)]
pub struct LedgerArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Print an array
    #[arg(long)]
    pub json: bool,

    /// Print a table in comma-separated values
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `counts` is given.
#[derive(Debug, clap::Args)]
pub struct CountsArgs {
    /// What is looked at, and how it is printed.
    #[command(flatten)]
    pub ledger: LedgerArgs,

    /// By what marks are counted; without this by tag, person, outlet, and day, month or year
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    pub by: Vec<CountsBy>,

    /// Only the marks that a line of words and filters means: 'tag:denial after:2017'
    #[arg(long, value_name = "LINE")]
    pub only: Option<String>,
}

/// By what `counts` counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum CountsBy {
    /// Tags.
    Tag,
    /// People.
    Person,
    /// Who published the article.
    Outlet,
    /// The day of the article.
    Day,
    /// Its month.
    Month,
    /// Its year.
    Year,
}

impl CountsBy {
    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Person => "person",
            Self::Outlet => "outlet",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// What is said of marks that have nothing of the kind.
    pub fn nothing(self) -> &'static str {
        match self {
            Self::Tag => "no tag",
            Self::Person => "nobody",
            Self::Outlet => "no outlet",
            Self::Day | Self::Month | Self::Year => "no date",
        }
    }
}

/// What `incidents` is given.
#[derive(Debug, clap::Args)]
pub struct IncidentsArgs {
    /// What is looked at, and how it is printed.
    #[command(flatten)]
    pub ledger: LedgerArgs,

    /// By which rule a number is made of several: range, majority, most-conservative, latest, or
    /// source-hierarchy:NAME,NAME… with the most trusted first
    #[arg(long, value_name = "RULE", default_value = "range")]
    pub rule: Rule,

    /// Also what only one origin tells
    #[arg(long)]
    pub all: bool,
}

/// What `report` is given.
#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// The page to write, which is replaced; the same content as JSON is written beside it
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,

    /// By which rule a number is made of several: range, majority, most-conservative, latest, or
    /// source-hierarchy:NAME,NAME… with the most trusted first
    #[arg(long, value_name = "RULE", default_value = "range")]
    pub rule: Rule,

    /// Articles without marks too
    #[arg(long)]
    pub all: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `verify` is given.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// The report, as HTML or JSON
    #[arg(value_name = "REPORT")]
    pub report: PathBuf,

    /// The folder from which the report's paths lead to the articles, if not from here or from the report
    #[arg(long = "in", value_name = "DIR")]
    pub folder: Option<PathBuf>,

    /// How the articles are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// The formats and the columns of tables.
fn formats() -> String {
    let mut help = "Formats:\n".to_owned();
    for format in &FORMATS {
        let again = if format.is_read { "; `postil import` reads it" } else { "" };
        help.push_str(&format!("  {:<9} {}{again}\n", format.id, format.label));
    }
    help.push_str("\nColumns of csv, tsv and xlsx, keys of ndjson:\n");
    for column in &COLUMNS {
        help.push_str(format!("  {:<11} {}", column.name, column.meaning).trim_end());
        help.push('\n');
    }
    help.push_str(
        "\nIn tables several values of one mark are parted by `; `, and a cell that a spreadsheet would take for \
         a\nformula begins with an apostrophe. In ndjson `figures` and `links` are lists of objects; the columns of \
         a\nfigure are those of the first; `annotation` and `relations` hold W3C annotations.",
    );
    help
}
