//! The words of the commands that ask about a folder: disputes, names, checks.

use std::path::PathBuf;

/// What `threads`, `actors` and `lint` are given.
#[derive(Debug, clap::Args)]
pub struct AskingArgs {
    /// Folders of articles with all sub-folders, or articles; hidden ones are passed over
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,

    /// Print it for programs
    #[arg(long)]
    pub json: bool,
}
