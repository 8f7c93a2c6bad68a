//! Looking for what the rules propose: of an article as it is, on whatever thread.

use super::{ActionError, RulesProblem, Session};
use crate::analysis::proposals::{self, FILE, Proposal, Rules};
use crate::document::Document;
use crate::host::{Files, HostError};
use crate::layer::{AnnotatorId, Codebook, FolderLayer};
use crate::library::registers_of;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many folders above an article are looked through for rules.
const MAX_FOLDERS_UP: usize = 32;
/// The most that is read of a folder's rules.
const MAX_RULES_BYTES: usize = 1 << 20;

/// Proposals that are to be found.
#[derive(Clone, Debug)]
pub struct ProposeJob {
    path: PathBuf,
    document: Arc<Document>,
    codebook: Codebook,
    /// Whose refusals are still to be read.
    me: Option<AnnotatorId>,
}

/// What was found.
#[derive(Debug)]
pub struct FoundProposals {
    pub(super) document: Arc<Document>,
    pub(super) proposals: Result<Vec<Proposal>, ActionError>,
    /// The registers of the person who is at work, where they were still to be read.
    pub(super) registers: Option<Vec<Arc<FolderLayer>>>,
}

impl FoundProposals {
    /// Whether it is of the text that a session has now.
    pub fn is_of(&self, session: &Session) -> bool {
        Arc::ptr_eq(&self.document, session.document())
    }
}

impl ProposeJob {
    pub(super) fn of(session: &Session, me: Option<AnnotatorId>) -> Self {
        let (path, document) = (session.path.clone(), Arc::clone(session.document()));
        Self { path, document, codebook: session.codebook().clone(), me }
    }

    /// Finds them, by the folder's rules where it has some.
    pub fn run(self, host: &dyn Files) -> FoundProposals {
        let own = folder_rules(&self.path, host);
        let proposals = own.map(|own| {
            let rules = own.as_ref().unwrap_or_else(|| Rules::built_in());
            proposals::proposals(&self.document, &self.codebook, rules)
        });
        let registers = self.me.map(|me| registers_of(&self.path, me, host));
        FoundProposals { document: self.document, proposals, registers }
    }
}

/// The rules of an article's folder, or of one above it.
fn folder_rules(article: &Path, host: &dyn Files) -> Result<Option<Rules>, ActionError> {
    for folder in article.ancestors().skip(1).take(MAX_FOLDERS_UP) {
        let path = folder.join(FILE);
        let bytes = match host.read(&path, MAX_RULES_BYTES) {
            Ok(bytes) => bytes,
            Err(HostError::NotFound) => continue,
            Err(error) => return Err(ActionError::Rules(path, RulesProblem::Read(error))),
        };
        let rules = Rules::with(&String::from_utf8_lossy(&bytes));
        return match rules {
            Ok(rules) => Ok(Some(rules)),
            Err(error) => Err(ActionError::Rules(path, RulesProblem::Wrong(error))),
        };
    }
    Ok(None)
}
