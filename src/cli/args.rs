//! The words of the command line. Help is made of them.

pub(super) mod asking;
mod class;
mod comparing;
mod finding;
mod handing_on;
mod propose;
mod reading;

use super::row::COLUMNS;
use crate::session::action;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::sync::LazyLock;

pub use asking::AskingArgs;
pub use class::{AssignArgs, GradeArgs, HandinArgs, SealArgs, UnpackArgs};
pub use comparing::{CompareArgs, SettleArgs};
pub use finding::{FindArgs, MeantArgs, SearchArgs};
pub use handing_on::{
    CountsArgs, CountsBy, ExportArgs, ImportArgs, IncidentsArgs, LedgerArgs, ReportArgs, VerifyArgs,
};
pub use propose::ProposeArgs;
pub use reading::ReadingArgs;

/// Reads articles in which people mark what is claimed, denied, counted and thought.
#[derive(Debug, Parser)]
#[command(
    name = "postil",
    version = version(),
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    after_help = "Exit codes: 0 done, 1 something was found that a person should look at, \
                  2 something could not be read or done."
)]
pub struct Args {
    /// Articles, or a folder of them, to open in the window
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the reading text of an article: what all offsets refer to
    Text(TextArgs),
    /// Find words in articles: the number of the paragraph, and the words around
    Find(FindArgs),
    /// Look for words and marks in a folder: in texts, titles, passages, notes and sources
    Search(SearchArgs),
    /// Show an article with its marks
    Show(ShowArgs),
    /// List the marks of articles
    List(ListArgs),
    /// Add a mark to an article and print its id
    Annotate(AnnotateArgs),
    /// Do what the lines of standard input say, all or nothing, and print the marked text
    Run(RunArgs),
    /// Find every mark again in its article, and say which need a person
    Check(CheckArgs),
    /// Say what changed in substance between two versions of an article: figures, dates, sources,
    /// negations, verbs of attribution and how sure they are
    Changes(ChangesArgs),
    /// List the counts of people that articles tell: how many, and what became of them
    Figures(FiguresArgs),
    /// List what each source says in articles: claims, denials made and received, figures, days, names
    Sources(LedgerArgs),
    /// List the incidents that several articles count: low, best and high, and how the counts collide
    Incidents(IncidentsArgs),
    /// Show who is speaking in articles: the share of each voice, and of the part that names no source
    Voices(LedgerArgs),
    /// Count the marks of articles by tag, person, outlet, and day, month or year
    Counts(CountsArgs),
    /// List each mark with its sources, figures, incident, and who denies it
    Ledger(LedgerArgs),
    /// Write a report of articles: one page with texts, marks, incidents, threads, sources and gaps, and as JSON
    Report(ReportArgs),
    /// Compare a report with its sources: quotes, numbers, texts and layers
    Verify(VerifyArgs),
    /// Show what is disputed in a folder: each claim with who repeats, confirms and denies it
    Threads(AskingArgs),
    /// List who is named in what was marked, in which spellings, and who uses which
    Actors(AskingArgs),
    /// List what is worth a second look in what was marked, each with what mends it
    Lint(AskingArgs),
    /// Propose passages that look like a claim, a denial, a casualty report or an opinion
    Propose(ProposeArgs),
    /// Write the marks of articles for other programs: tables, workbooks, JSON, W3C annotations, Markdown
    Export(ExportArgs),
    /// Take marks in again that were exported as W3C annotations or NDJSON
    Import(ImportArgs),
    /// Compare what several people marked: which marks differ and how, and how far the people agree
    Compare(CompareArgs),
    /// Settle what several people marked: copy what all agree on into a layer, and list the rest
    Settle(SettleArgs),
    /// Make an assignment of an article: one file with the article, the instructions, the rubric and the key
    Assign(AssignArgs),
    /// Lay the article of an assignment into a folder, to be read and marked
    Unpack(UnpackArgs),
    /// Write the marks of an article into one file that is sent back
    Handin(HandinArgs),
    /// Grade what pupils handed in, with a reason for each point
    Grade(GradeArgs),
    /// Close a file behind a pass-phrase, and print what can be published of it
    Seal(SealArgs),
    /// Open what was closed behind a pass-phrase, also the key of an assignment
    Unseal(SealArgs),
    /// Prepare a folder for a team: attributes for git, a codebook, settings. Nothing is overwritten
    Init(InitArgs),
    /// Show where the marks made on one version of an article land on another
    Place(PlaceArgs),
    /// List the earlier states of marks that were kept, one for each day, and bring one back
    History(HistoryArgs),
}

/// What `figures` is given.
#[derive(Debug, clap::Args)]
pub struct FiguresArgs {
    /// Articles; `-` is standard input, as plain text
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// Read in this language (en, de, fr, es, ru, uk, ar) instead of the one that is found
    #[arg(long, value_name = "LANGUAGE")]
    pub lang: Option<String>,

    /// Read words without a number by this convention instead of that of the folder; muc: as worded, and print
    /// the notation of MUC-3 (6-, 6-8, ~10, PLURAL)
    #[arg(long, value_name = "CONVENTION", value_enum)]
    pub convention: Option<ConventionArg>,

    /// Print an array of figures; offsets are code points, an open end is null
    #[arg(long)]
    pub json: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// How `figures` reads and prints words without a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ConventionArg {
    /// Without a number
    AsWorded,
    /// Tens 10, dozens 12, hundreds 100
    Acled,
    /// By the table of the folder, [figures.house] in postil.toml
    House,
    /// As worded, in the notation of MUC-3
    Muc,
}

/// What `changes` is given.
#[derive(Debug, clap::Args)]
pub struct ChangesArgs {
    /// The older version
    #[arg(value_name = "OLD")]
    pub old: PathBuf,

    /// The newer version
    #[arg(value_name = "NEW")]
    pub new: PathBuf,

    /// Print an array of changes; offsets are code points
    #[arg(long)]
    pub json: bool,

    /// How both are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// When to print in colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// In a terminal, unless the variable `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What `text` is given.
#[derive(Debug, clap::Args)]
pub struct TextArgs {
    /// The article
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Print how the text was come by, what is known about it, and its blocks in code points
    #[arg(long)]
    pub json: bool,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `show` is given.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// The article
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Print marked text, the notation of tests and bug reports: `[claim#c1:Eight people died]`
    #[arg(long)]
    pub marked: bool,

    /// When to print in colours
    #[arg(long = "color", visible_alias = "colour", value_name = "WHEN", default_value = "auto")]
    pub colour: Colour,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `list` is given.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = columns())]
pub struct ListArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Print an array of marks; offsets are code points, an open end of a figure is null
    #[arg(long)]
    pub json: bool,

    /// Print a table in comma-separated values, a row for each mark
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,

    /// Begin the table with the byte order mark by which some spreadsheets know UTF-8
    #[arg(long, requires = "csv")]
    pub bom: bool,

    /// Only marks with this tag; several: any of them
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,

    /// Only marks by this person
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,

    /// Only marks with these words in their passage or their note
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `annotate` is given.
#[derive(Debug, clap::Args)]
pub struct AnnotateArgs {
    /// The article
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Who marks
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,

    /// The words to be marked; spaces, quotes and dashes may differ from the article's
    #[arg(long, value_name = "WORDS")]
    pub quote: String,

    /// Which one, where the words stand in the article more than once; from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub nth: Option<u32>,

    /// A tag of the codebook: claim, denial, casualty-report, opinion; for more tags on the same mark give
    /// it again, or `--tag denial,opinion`
    #[arg(long, value_name = "TAG", required = true, value_delimiter = ',')]
    pub tag: Vec<String>,

    /// A note on the mark
    #[arg(long, value_name = "WORDS")]
    pub note: Option<String>,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `run` is given.
#[derive(Debug, clap::Args)]
#[command(after_help = actions())]
pub struct RunArgs {
    /// The article; or a folder, of which the lines say which names mean one actor, which marks tell of one
    /// incident, and what is held of them
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Who marks
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `check` is given.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Print an array of articles, with placement, score (0 to 1) and candidates of every mark; offsets
    /// are code points
    #[arg(long)]
    pub json: bool,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `place` is given.
#[derive(Debug, clap::Args)]
pub struct PlaceArgs {
    /// The article as it was when it was marked
    #[arg(value_name = "OLD")]
    pub old: PathBuf,

    /// The article as it is now
    #[arg(value_name = "NEW")]
    pub new: PathBuf,

    /// The file with the marks
    #[arg(long, value_name = "FILE")]
    pub layer: PathBuf,

    /// Print an array of marks, with placement, score (0 to 1) and candidates; offsets are code points
    /// of NEW
    #[arg(long)]
    pub json: bool,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `init` is given.
#[derive(Debug, clap::Args)]
pub struct InitArgs {
    /// The folder; it is made where the folder above it is there
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
}

/// What `history` is given.
#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    /// The article, or one of its layers
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Bring back the marks of this day (2026-11-22), or of this number in the list
    #[arg(long, value_name = "DAY|N", requires = "name", conflicts_with = "json")]
    pub restore: Option<String>,

    /// Whose marks are brought back
    #[arg(long = "as", value_name = "NAME", requires = "restore")]
    pub name: Option<String>,

    /// Print an array of states
    #[arg(long)]
    pub json: bool,
}

/// The version, and the commit where it is known.
fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let version = env!("CARGO_PKG_VERSION");
        match option_env!("POSTIL_COMMIT").unwrap_or_default() {
            "" => version.to_owned(),
            commit => format!("{version} ({})", &commit[..commit.len().min(12)]),
        }
    });
    &VERSION
}

/// The columns of the table of marks.
fn columns() -> String {
    let mut help = "Columns of --csv:\n".to_owned();
    for (name, meaning) in COLUMNS {
        help.push_str(format!("  {name:<10} {meaning}").trim_end());
        help.push('\n');
    }
    help.push_str(
        "\nSeveral values of one mark are parted by `; `. A cell that a spreadsheet would take for a formula\n\
         begins with an apostrophe. Lines end as RFC 4180 has it.",
    );
    help
}

/// The table of actions.
fn actions() -> String {
    let mut help =
        "Actions, one on each line (FROM..TO are code points, ID is the beginning of a mark's id):\n"
            .to_owned();
    for (verb, form) in action::forms::FORMS {
        help.push_str(format!("  {verb:<12} {form}").trim_end());
        help.push('\n');
    }
    help.push_str(
        "\nWithout an ID the mark in focus is meant: the one that was made last. The marks that the lines \
         make\nare also called a1, a2, … in them. Empty lines and those that begin with # are skipped. At \
         the first\nline that is refused all ends: nothing is saved but what stood before a `save`.",
    );
    help
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_words_of_the_command_line_do_not_clash() {
        Args::command().debug_assert();
    }
}
