//! What is wrong with the settings of a folder, as values; their words are English.

use super::HostError;
use std::fmt;
use std::path::PathBuf;

/// What is wrong with a `postil.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// Where it lies.
    pub path: PathBuf,
    /// What is wrong.
    pub what: SettingsFaultKind,
}

/// What can be wrong with settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsFaultKind {
    /// They cannot be had.
    Host(HostError),
    /// They have another form: what the parser says, with the line.
    Form(String),
    /// A key is not known.
    UnknownKey {
        /// From 1.
        line: usize,
        /// As it stands there, cut short.
        key: String,
        /// Those that are known.
        known: &'static [&'static str],
    },
    /// So many more keys are not known.
    MoreKeys(usize),
}

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.path.display();
        let unusable = |f: &mut fmt::Formatter<'_>, reason: &dyn fmt::Display| {
            write!(
                f,
                "the settings `{name}` cannot be used: {reason}; until then texts are kept with each person alone"
            )
        };
        match &self.what {
            SettingsFaultKind::Host(error) => unusable(f, error),
            SettingsFaultKind::Form(reason) => unusable(f, reason),
            SettingsFaultKind::UnknownKey { line, key, known } => {
                let known = known.join("`, `");
                write!(
                    f,
                    "`{name}`: line {line}: the key `{key}` is not known and says nothing; known is `{known}`"
                )
            }
            SettingsFaultKind::MoreKeys(n) => write!(f, "`{name}`: … and {n} more keys that are not known"),
        }
    }
}
