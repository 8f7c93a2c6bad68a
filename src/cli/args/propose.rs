//! What `propose` is given.

use super::ReadingArgs;
use std::path::PathBuf;

/// What `propose` is given.
#[derive(Debug, clap::Args)]
pub struct ProposeArgs {
    /// Articles
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// Print an array of proposals; offsets are code points
    #[arg(long)]
    pub json: bool,

    /// Save the proposals as marks by "Postil cues 1" in a layer beside the article
    #[arg(long)]
    pub write: bool,

    /// How they are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}
