//! The words of the commands of a class.

use super::ReadingArgs;
use std::path::PathBuf;

/// What `assign` is given.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A rubric (TOML):\n  pass = 0.5            the share of the points that is enough\n  extra = 0.5           \
                  what a mark that the key lacks costs\n  boundary = \"share\"    how other ends count: share (of the \
                  passage), overlap (in full), exact (not)\n  tolerance = 1         by how many characters an end may \
                  be off\n  [weights]             passage = 2, tag = 2, figure = 1, source = 1, link = 1"
)]
pub struct AssignArgs {
    /// The article
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Whose marks are the key: their notes are its explanations
    #[arg(long, value_name = "NAME")]
    pub key: String,

    /// How marks are weighed
    #[arg(long, value_name = "FILE")]
    pub rubric: Option<PathBuf>,

    /// What pupils are to do, as a text
    #[arg(long, value_name = "FILE")]
    pub instructions: Option<PathBuf>,

    /// Close the key behind a pass-phrase, and print what can be published of it
    #[arg(long)]
    pub seal: bool,

    /// Where the pass-phrase stands; else it is the first line of standard input
    #[arg(long, value_name = "FILE", requires = "seal")]
    pub pass_phrase_file: Option<PathBuf>,

    /// The assignment to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `unpack` is given.
#[derive(Debug, clap::Args)]
pub struct UnpackArgs {
    /// The assignment
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// The folder that is made for it, beside it where none is given; files that are there stay as they are
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// What `handin` is given.
#[derive(Debug, clap::Args)]
pub struct HandinArgs {
    /// The article
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Whose marks are handed in
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,

    /// The file to send back; without it in the folder `handed-in` beside the article
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,

    /// How it is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `grade` is given.
#[derive(Debug, clap::Args)]
pub struct GradeArgs {
    /// The assignment, or the article with the key beside it
    #[arg(value_name = "BUNDLE|FILE")]
    pub file: PathBuf,

    /// What pupils handed in: layers, archives of them, or folders; without any, what the file of the class
    /// (`FILE.grades`) names
    #[arg(value_name = "LAYER")]
    pub layers: Vec<PathBuf>,

    /// What the class handed in an earlier time, to be compared: layers, which are graded by the same key, or the
    /// file of an earlier lesson (`OTHER.grades`), which has a key of its own
    #[arg(long, value_name = "LAYER")]
    pub before: Vec<PathBuf>,

    /// Decide something, and keep it in `FILE.grades`: `override PUPIL MARK POINTS 'REASON'`,
    /// `override PUPIL MARK none`, `key-add PUPIL MARK`, `key-accept PUPIL MARK KEY-MARK`, `key-drop MARK`; marks of
    /// the key are called by their number in the text
    #[arg(long, value_name = "ACTION")]
    pub decide: Vec<String>,

    /// Whose marks are the key, where an article is given
    #[arg(long, value_name = "NAME")]
    pub key: Option<String>,

    /// How marks are weighed, instead of as the assignment says
    #[arg(long, value_name = "FILE")]
    pub rubric: Option<PathBuf>,

    /// Where the pass-phrase of a sealed key stands; else it is the first line of standard input
    #[arg(long, value_name = "FILE")]
    pub pass_phrase_file: Option<PathBuf>,

    /// Print an array of pupils: `points`, `of`, `marks` (each with `id`, `verdict`, `points`, `of`, `why`) and
    /// `extras`
    #[arg(long)]
    pub json: bool,

    /// Print a table in comma-separated values, a row for each pupil
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,

    /// Write that table as a workbook
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,

    /// Write a page to be printed for each pupil into this folder
    #[arg(long, value_name = "DIR")]
    pub html: Option<PathBuf>,

    /// Write for each pupil a layer with what was found of their marks, to be opened beside the article
    #[arg(long, value_name = "DIR")]
    pub feedback: Option<PathBuf>,

    /// Put the grades into a table that was downloaded from Moodle or Canvas: only the cells of the grade and of
    /// the feedback change
    #[arg(long, value_name = "GRADEBOOK")]
    pub fill: Option<PathBuf>,

    /// A part of the heading of the column that is filled, where several could be meant
    #[arg(long, value_name = "WORDS", requires = "fill")]
    pub column: Option<String>,

    /// How the article is read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `seal` and `unseal` are given.
#[derive(Debug, clap::Args)]
pub struct SealArgs {
    /// The file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,

    /// Where the pass-phrase stands; else it is the first line of standard input
    #[arg(long, value_name = "FILE")]
    pub pass_phrase_file: Option<PathBuf>,
}
