//! Where the program keeps files of its own.

use std::path::PathBuf;

/// The program's own directories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directories {
    /// Settings, who marks here, the person's own codebook.
    pub config: PathBuf,
    /// The texts that marks were made on.
    pub data: PathBuf,
    /// Locks, recent files: what may be lost.
    pub state: PathBuf,
    /// What can be made anew.
    pub cache: PathBuf,
}

impl Directories {
    /// All of them below one folder, for tests and for a stick that one carries along.
    pub fn below(home: PathBuf) -> Self {
        Self {
            config: home.join("config"),
            data: home.join("data"),
            state: home.join("state"),
            cache: home.join("cache"),
        }
    }

    /// Those of the variable `POSTIL_HOME`, else those that the system gives this person.
    pub(super) fn of_this_person() -> Option<Self> {
        if let Some(home) = std::env::var_os("POSTIL_HOME").filter(|home| !home.is_empty()) {
            let home = PathBuf::from(home);
            return Some(Self::below(std::path::absolute(&home).unwrap_or(home)));
        }
        let own = directories::ProjectDirs::from("org", "postil", "Postil")?;
        Some(Self {
            config: own.config_dir().to_owned(),
            data: own.data_dir().to_owned(),
            state: own.state_dir().unwrap_or(own.data_local_dir()).to_owned(),
            cache: own.cache_dir().to_owned(),
        })
    }
}
