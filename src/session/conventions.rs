//! The convention by which the folder of an article reads words without a number.

use super::outcome::Done;
use super::{ActionError, Outcome, Session};
use crate::host::{Files, Host};
use crate::layer::{Convention, Conventions};
use crate::sidecar::{read_conventions, with_convention};
use std::path::Path;

/// The settings of a folder.
const SETTINGS: &str = "postil.toml";

/// What holds for an article. Settings that cannot be read say nothing; that they cannot is told elsewhere.
pub(super) fn conventions(path: &Path, host: &(impl Files + ?Sized)) -> Conventions {
    let settings = host.settings_for(path).and_then(|(_, text)| text.ok());
    settings.map(|text| read_conventions(&text)).unwrap_or_default()
}

impl Session {
    /// How the folder reads words without a number.
    pub fn conventions(&self) -> &Conventions {
        &self.conventions
    }

    /// Chooses the convention of the folder, for all who work in it: in the settings that hold for the
    /// article, else in new ones beside it. Figures that were read stay as they are.
    pub(super) fn choose_convention(
        &mut self,
        host: &mut dyn Host,
        convention: &Convention,
    ) -> Result<Outcome, ActionError> {
        if !matches!(convention, Convention::AsWorded | Convention::Acled | Convention::House) {
            return Err(ActionError::NoConvention(convention.name().to_owned()));
        }
        let (path, text) = match host.settings_for(&self.path) {
            Some((path, text)) => {
                let text = text.map_err(|error| ActionError::Settings(path.clone(), error))?;
                (path, text)
            }
            None => (self.path.with_file_name(SETTINGS), String::new()),
        };
        let chosen = with_convention(&text, convention);
        if chosen != text {
            host.write(&path, chosen.as_bytes()).map_err(|error| ActionError::Settings(path, error))?;
        }
        self.learn_conventions(host);
        Ok(Done::Convention(convention.clone()).into())
    }

    /// Looks again at what holds for the folder.
    pub(super) fn learn_conventions(&mut self, host: &mut dyn Host) {
        self.conventions = conventions(&self.path, host);
    }
}
