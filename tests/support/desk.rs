//! A session on a desk without a disk: opened from marked text, spoken to in the words of actions,
//! looked at as marked text.

use crate::article;
use postil::document::import::Options;
use postil::host::{MemoryHost, Storage};
use postil::session::{Action, ActionError, Session};
use std::path::Path;

pub(crate) const ARTICLE: &str = "/desk/article.txt";

/// A session and its host.
pub(crate) struct Desk {
    session: Session,
    pub(crate) host: MemoryHost,
}

impl Desk {
    /// A desk with the article and the layers of `marked`, all on it as files. The unnamed layer is
    /// the reader's own, the others belong to people of their names.
    pub(crate) fn open(marked: &str) -> Result<Self, String> {
        let mut host = MemoryHost::default();
        let marked = article::lay_down(marked, ARTICLE, &mut host)?;
        let session = Session::open(Path::new(ARTICLE), &Options::default(), host.annotator(), &host)
            .map_err(|error| error.to_string())?;
        if session.document().text() != marked.text {
            return Err(format!("the article is read as {:?}", session.document().text()));
        }
        let mut desk = Self { session, host };
        for (i, piece) in marked.selection.iter().enumerate() {
            let verb = if i == 0 { "select" } else { "select-more" };
            desk.perform(&format!("{verb} bytes:{piece}")).map_err(|error| error.to_string())?;
        }
        Ok(desk)
    }

    /// Does an action in its text form.
    pub(crate) fn perform(&mut self, action: &str) -> Result<(), ActionError> {
        self.session.perform(&action.parse::<Action>()?, &mut self.host).map(|_| ())
    }

    /// The article with the shown layers, the reader's own first and without a name, and the selection.
    pub(crate) fn marked(&self) -> String {
        article::show(&self.session)
    }

    /// The same without the selection.
    pub(crate) fn marks(&self) -> String {
        article::show_with(&self.session, &[])
    }

    /// The bytes of every file, by name.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
        self.host.files.iter().map(|(path, bytes)| (path.display().to_string(), text(bytes))).collect()
    }
}
