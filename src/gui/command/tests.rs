//! No two commands share a key or a name, and chosen keys hold.

use super::*;
use crate::sidecar;

fn table(choices: &[(&str, &[&str])]) -> Commands {
    let own = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
    let choices = choices.iter().map(|&(name, keys)| (name.to_owned(), own(keys))).collect();
    Commands::of(&sidecar::builtin(), Vec::new(), &choices)
}

fn keys_of(commands: &Commands, name: &str) -> Vec<String> {
    let about = commands.all().iter().find(|about| about.name == name).expect("a command");
    about.keys.iter().map(|chord| chord.written()).collect()
}

#[test]
fn no_two_commands_have_the_same_key_or_name() {
    let commands = table(&[]);
    let mut keys: BTreeMap<String, &str> = BTreeMap::new();
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for about in commands.all() {
        assert_eq!(names.insert(&about.name, &about.label), None, "{}", about.name);
        for chord in &about.keys {
            assert_eq!(keys.insert(chord.label(), &about.label), None, "{}", chord.label());
        }
    }
}

#[test]
fn every_written_key_is_a_key_and_is_written_back_alike() {
    for menu in Menu::ALL {
        for keys in menu.rows().iter().flat_map(|row| row.keys.split_whitespace()) {
            assert_eq!(Chord::parse(keys).map(Chord::written).as_deref(), Some(keys));
        }
    }
    assert_eq!(Chord::parse("Ctrl+Nonsense"), None);
}

#[test]
fn a_chosen_key_is_taken_from_the_command_that_had_it() {
    let commands = table(&[("keys", &["Ctrl+Z"]), ("redo", &[]), ("quit", &["Nonsense", "Alt+Q"])]);
    assert_eq!(keys_of(&commands, "keys"), ["Ctrl+Z"]);
    assert_eq!(keys_of(&commands, "undo"), [""; 0]);
    assert_eq!(keys_of(&commands, "redo"), [""; 0]);
    assert_eq!(keys_of(&commands, "quit"), ["Alt+Q"]);
    let labels: Vec<&Command> = commands.bound().map(|(_, command)| command).collect();
    assert!(!labels.contains(&&Command::Undo) && labels.contains(&&Command::Keys));
}
