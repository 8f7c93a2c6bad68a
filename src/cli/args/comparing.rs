//! The words of the commands that compare.

use super::ReadingArgs;
use std::path::PathBuf;

/// What `compare` is given.
#[derive(Debug, clap::Args)]
pub struct CompareArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Whose marks: names, beginnings of ids, or names of layer files; all people where none are given. Of
    /// two, the first is the one whose marks the second one is held against
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub layers: Vec<String>,

    /// Only these measures: strict, exact, partial, type, iou-0.5 (each with -precision, -recall or -f1 for
    /// one of them), cohen-kappa, fleiss-kappa, krippendorff-alpha, u-alpha, gamma; f1, kappa, alpha for all
    /// of a kind. All where none are given
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub measure: Vec<String>,

    /// Print an object: `people`, `measures`, `pairs` (the matched marks of each two people, with how they
    /// differ) and `confusion`; offsets are code points
    #[arg(long)]
    pub json: bool,

    /// Print the measures as a table in comma-separated values
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `settle` is given.
#[derive(Debug, clap::Args)]
#[command(after_help = "Each of the rest is decided by a line for `postil run FILE --as NAME`:\n  \
                  decide take ID ID 'reason'    the first one shall be\n  \
                  decide merge ID ID 'reason'   one that covers what all do, with all their tags\n  \
                  decide drop ID 'reason'       none shall be\n  \
                  decide open ID 'reason'       it stays open")]
pub struct SettleArgs {
    /// The article
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Whose marks: names or beginnings of ids
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    pub layers: Vec<String>,

    /// Whose layer the outcome is: one of its own, such as Settled
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,

    /// Print an object: `copied` (ids), `rest` (what is to be decided) and `people` (how many of each one's
    /// marks went into the outcome)
    #[arg(long)]
    pub json: bool,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}
