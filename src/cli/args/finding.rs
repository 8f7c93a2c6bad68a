//! The words of the commands that look for something.

use super::ReadingArgs;
use crate::library::query::FILTERS;
use crate::text::find::Query;
use std::path::PathBuf;

/// How words are meant that are looked for.
#[derive(Debug, clap::Args)]
pub struct MeantArgs {
    /// Read the words as a regular expression
    #[arg(long)]
    pub regex: bool,

    /// Tell upper from lower case
    #[arg(long)]
    pub case: bool,

    /// Whole words only
    #[arg(long)]
    pub word: bool,
}

impl MeantArgs {
    /// Some words, meant so.
    pub fn query(&self, words: &str) -> Query {
        Query {
            words: words.to_owned(),
            is_case_sensitive: self.case,
            is_whole_word: self.word,
            is_regex: self.regex,
        }
    }
}

/// What `find` is given.
#[derive(Debug, clap::Args)]
pub struct FindArgs {
    /// Articles, or folders of them with all sub-folders; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// The words; spaces, quotes and dashes may differ from the article's
    #[arg(value_name = "WORDS")]
    pub words: String,

    /// How the words are meant.
    #[command(flatten)]
    pub meant: MeantArgs,

    /// Print an array of hits, each with its `article`; offsets are code points
    #[arg(long)]
    pub json: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// What `search` is given.
#[derive(Debug, clap::Args)]
#[command(after_help = filters())]
pub struct SearchArgs {
    /// The folder, with all sub-folders; hidden ones are passed over
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,

    /// Words, and filters such as `tag:denial`; several: all of them. After `--` also what shall not be
    /// there, with a hyphen: `-- army -tag:denial`
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,

    /// How the words are meant.
    #[command(flatten)]
    pub meant: MeantArgs,

    /// Print an array of titles, sentences and marks, each with its `article`; offsets are code points
    #[arg(long)]
    pub json: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// The filters of a search.
fn filters() -> String {
    let mut help = "Filters, each with a colon and its value (source:'the army'):\n".to_owned();
    for (name, meaning) in FILTERS {
        help.push_str(&format!("  {name:<9} {meaning}\n"));
    }
    help.push_str(
        "\nWords in one argument stand together. Texts and titles are looked into where no filter is about marks.",
    );
    help
}
