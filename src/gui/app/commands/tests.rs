//! No two commands share a key or a name, every command that a button names has a row, and chosen keys hold.

use super::*;
use crate::gui::chord::Chord;
use crate::gui::command::NAMED;
use crate::layer::AnnotatorId;
use crate::sidecar;
use std::collections::BTreeMap;

fn table(choices: &[(&str, &[&str])]) -> Commands {
    let own = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
    let choices = choices.iter().map(|&(name, keys)| (name.to_owned(), own(keys))).collect();
    commands(&sidecar::builtin(), Default::default(), &choices)
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
    for (_, row) in all_rows() {
        for keys in row.facts.keys.split_whitespace().filter(|keys| !keys.contains('{')) {
            assert_eq!(Chord::parse(keys).map(Chord::written).as_deref(), Some(keys));
        }
    }
    assert_eq!(Chord::parse("Ctrl+Nonsense"), None);
}

#[test]
fn every_command_that_is_named_has_a_row_and_every_word_is_filled_in() {
    for command in NAMED {
        assert!(row_of(command).is_some(), "{command:?}");
    }
    let ana = Annotator { id: AnnotatorId(uuid::Uuid::from_u128(1)), name: "Ana".to_owned() };
    for about in commands(&sidecar::builtin(), (vec![ana.clone()], vec![ana]), &KeyChoices::new()).all() {
        let words = [&about.label, &about.hint];
        assert!(words.iter().all(|words| !words.is_empty() && !words.contains('{')), "{}", about.name);
    }
}

#[test]
fn a_chosen_key_is_taken_from_the_command_that_had_it() {
    let commands = table(&[("keys", &["Ctrl+Z"]), ("redo", &[]), ("quit", &["Nonsense", "Alt+Q"])]);
    assert_eq!(keys_of(&commands, "keys"), ["Ctrl+Z"]);
    assert_eq!(keys_of(&commands, "undo"), [""; 0]);
    assert_eq!(keys_of(&commands, "redo"), [""; 0]);
    assert_eq!(keys_of(&commands, "quit"), ["Alt+Q"]);
    let bound: Vec<&str> = commands.bound().map(|(_, about)| about.name.as_str()).collect();
    assert!(!bound.contains(&"undo") && bound.contains(&"keys"));
}
