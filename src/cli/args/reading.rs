//! How articles are read: words that many commands are given.

use crate::document::import::{Extent, Options};

/// How articles are read.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ReadingArgs {
    /// Read articles in this encoding (windows-1251, utf-16le, …) instead of the one that is found
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<String>,

    /// Open a file that is locked with this password
    #[arg(long, value_name = "WORDS")]
    pub password: Option<String>,

    /// Take all of a saved web page, not only what seems to be the article
    #[arg(long)]
    pub page: bool,

    /// Take what was left out of the article too, each passage at its place
    #[arg(long, conflicts_with = "page")]
    pub with_left_out: bool,
}

impl ReadingArgs {
    /// What importers are told.
    pub fn options(&self) -> Options {
        let extent = match (self.page, self.with_left_out) {
            (true, _) => Extent::Page,
            (_, true) => Extent::WithLeftOut,
            _ => Extent::Article,
        };
        Options { encoding: self.encoding.clone(), extent, password: self.password.clone() }
    }
}
