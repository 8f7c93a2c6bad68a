//! The words of the commands that hand marks on to other programs, and take them in again.

use super::ReadingArgs;
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
