//! Who marks at this machine: the person asked in the window, and others by name.

use super::{Directories, MAX_OWN_BYTES, locks, reading, replace};
use crate::host::HostError;
use crate::layer::{Annotator, AnnotatorId};
use serde::{Deserialize, Serialize};
use std::path::Path;
use uuid::Uuid;

const ANNOTATOR: &str = "annotator.toml";
const ANNOTATORS: &str = "annotators.toml";

/// A person as the files have one.
#[derive(Debug, Deserialize, Serialize)]
struct Person {
    name: String,
    id: String,
}

/// All who ever marked here under a name of their own.
#[derive(Debug, Default, Deserialize, Serialize)]
struct People {
    #[serde(default)]
    person: Vec<Person>,
}

impl Person {
    fn of(annotator: &Annotator) -> Self {
        Self { name: annotator.name.clone(), id: annotator.id.0.to_string() }
    }

    fn annotator(&self) -> Option<Annotator> {
        let id = Uuid::parse_str(&self.id).ok()?;
        Some(Annotator::new(AnnotatorId(id), &self.name))
    }
}

/// The person asked in the window.
pub(super) fn annotator(config: &Path) -> Option<Annotator> {
    let text = reading::read_text(&config.join(ANNOTATOR), MAX_OWN_BYTES)?;
    toml::from_str::<Person>(&text).ok()?.annotator()
}

/// Remembers the person asked in the window; who was it before is remembered among the others.
pub(super) fn set_annotator(own: &Directories, person: &Annotator) -> Result<(), HostError> {
    if let Some(before) = annotator(&own.config).filter(|before| before.id != person.id) {
        let _lock = locks::hold(own, "annotators");
        let path = own.config.join(ANNOTATORS);
        let mut people = read_people(&path)?;
        let is_known = people.person.iter().filter_map(Person::annotator).any(|known| known.id == before.id);
        if !is_known {
            people.person.push(Person::of(&before));
            write(&path, &people)?;
        }
    }
    write(&own.config.join(ANNOTATOR), &Person::of(person))
}

/// All who mark here: the person asked in the window first, then the others in the order in which they came.
pub(super) fn everybody(config: &Path) -> Vec<Annotator> {
    let others = read_people(&config.join(ANNOTATORS)).unwrap_or_default().person;
    let mut people: Vec<Annotator> = Vec::new();
    for person in annotator(config).into_iter().chain(others.iter().filter_map(Person::annotator)) {
        if people.iter().all(|known| known.id != person.id) {
            people.push(person);
        }
    }
    people
}

/// The person of that name, in any case of its letters; a new one is remembered.
pub(super) fn annotator_called(own: &Directories, name: &str) -> Result<Annotator, HostError> {
    let new = Annotator::new(AnnotatorId(Uuid::new_v4()), name);
    if new.name.is_empty() {
        return Err(HostError::Nameless);
    }
    // Two programs that meet the same person at the same time must give them the same id.
    let _lock = locks::hold(own, "annotators");
    let path = own.config.join(ANNOTATORS);
    let mut people = read_people(&path)?;
    let known =
        || annotator(&own.config).into_iter().chain(people.person.iter().filter_map(Person::annotator));
    let found = known().find(|known| known.name == new.name);
    if let Some(found) = found.or_else(|| known().find(|known| known.is_called(name))) {
        return Ok(found);
    }
    people.person.push(Person::of(&new));
    write(&path, &people)?;
    Ok(new)
}

/// A list that cannot be read is no empty list: to write a new one would take everybody's id away.
fn read_people(path: &Path) -> Result<People, HostError> {
    let bytes = match reading::read(path, MAX_OWN_BYTES) {
        Ok(bytes) => bytes,
        Err(HostError::NotFound) => return Ok(People::default()),
        Err(error) => return Err(error),
    };
    toml::from_str(&String::from_utf8_lossy(&bytes))
        .map_err(|error| HostError::People(path.to_owned(), error.message().to_owned()))
}

fn write(path: &Path, value: &impl Serialize) -> Result<(), HostError> {
    let text = toml::to_string(value).map_err(|error| HostError::System(error.to_string()))?;
    replace::replace_own(path, text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_keeps_the_id_of_the_first_time() {
        let home = tempfile::tempdir().unwrap();
        let own = Directories::below(home.path().to_owned());
        let ana = annotator_called(&own, "Ana").unwrap();
        let ben = annotator_called(&own, "Ben").unwrap();
        assert_ne!(ana.id, ben.id);
        assert_eq!(annotator_called(&own, " ana ").unwrap(), ana);
        set_annotator(&own, &ben).unwrap();
        assert_eq!(annotator(&own.config), Some(ben.clone()));
        assert_eq!(annotator_called(&own, "ben").unwrap(), ben);
        assert!(annotator_called(&own, " ").is_err());
    }

    #[test]
    fn a_name_is_one_person_however_its_letters_are_composed_or_broken_into_lines() {
        let home = tempfile::tempdir().unwrap();
        let own = Directories::below(home.path().to_owned());
        let asa = annotator_called(&own, "\u{c5}sa Berg").unwrap();
        for name in ["A\u{30a}sa Berg", "a\u{30a}sa  berg", "\u{c5}sa\nBerg\n"] {
            assert_eq!(annotator_called(&own, name).unwrap(), asa, "{name:?}");
        }
    }

    #[test]
    fn who_marked_before_stays_one_of_the_people() {
        let home = tempfile::tempdir().unwrap();
        let own = Directories::below(home.path().to_owned());
        let ana = Annotator::new(AnnotatorId(Uuid::new_v4()), "Ana");
        set_annotator(&own, &ana).unwrap();
        let key = annotator_called(&own, "Key").unwrap();
        set_annotator(&own, &key).unwrap();
        set_annotator(&own, &key).unwrap();
        assert_eq!(annotator(&own.config), Some(key.clone()));
        assert_eq!(everybody(&own.config), [key, ana.clone()]);
        assert_eq!(annotator_called(&own, "ana").unwrap(), ana);
    }

    #[test]
    fn a_broken_list_of_people_is_not_replaced() {
        let home = tempfile::tempdir().unwrap();
        let own = Directories::below(home.path().to_owned());
        annotator_called(&own, "Ana").unwrap();
        std::fs::write(own.config.join(ANNOTATORS), b"[[person]\n").unwrap();
        assert!(annotator_called(&own, "Ben").is_err());
        assert_eq!(std::fs::read(own.config.join(ANNOTATORS)).unwrap(), b"[[person]\n");
    }
}
