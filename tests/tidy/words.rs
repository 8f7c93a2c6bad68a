//! The window's words: each key that is asked for has words, and none has words for nobody.

use super::{assert_none, files_below, read, sources};
use std::collections::{BTreeMap, BTreeSet};

/// The keys that code asks for, by `say!("key"`.
fn asked_for() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/gui")) {
        for (_, rest) in
            source.text.match_indices("say!(").map(|(at, sign)| (at, &source.text[at + sign.len()..]))
        {
            let key = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            keys.extend(key.map(str::to_owned));
        }
    }
    keys
}

/// The keys of the words that rows of tables have: `row("NAME"` and the like in the tables of commands,
/// `command: "NAME"` in that of views, and the ways of the caret.
fn of_rows() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/gui")) {
        let names = |sign| names_after(&source.text, sign);
        match source.path.as_str() {
            path if path.starts_with("src/gui/app/") => {
                keys.extend(names("row(").chain(names("group(")).map(of_command));
            }
            "src/gui/views.rs" => keys.extend(names("command:").map(of_command)),
            "src/gui/words/names.rs" => keys.extend(names("known(").map(str::to_owned)),
            "src/gui/command/caret.rs" => keys.extend(names("way(").map(|name| format!("way-{name}"))),
            _ => {}
        }
    }
    for key in ["command-undo", "commands-tag", "command-toggle-marks", "way-left", "tag-claim"] {
        assert!(keys.contains(key), "the table with {key} is not found");
    }
    keys
}

/// The strings that stand first, or after a way of the caret, behind a sign.
fn names_after<'a>(text: &'a str, sign: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(sign).filter_map(move |(at, _)| {
        let rest = text[at + sign.len()..].trim_start();
        let rest =
            rest.strip_prefix("CaretMove::").and_then(|way| way.split_once(", ")).map_or(rest, |way| way.1);
        rest.strip_prefix('"')?.split('"').next()
    })
}

fn of_command(name: &str) -> String {
    name.strip_suffix('-').map_or_else(|| format!("command-{name}"), |several| format!("commands-{several}"))
}

/// The keys that a file of words has.
fn defined(words: &str) -> BTreeSet<String> {
    let keys = words.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect()
}

#[test]
fn every_key_has_words_and_no_words_are_for_nobody() {
    let asked: BTreeSet<String> = asked_for().into_iter().chain(of_rows()).collect();
    let mut faults = Vec::new();
    let files = files_below("assets/words");
    assert!(files.iter().any(|path| path.ends_with("en.ftl")), "no English words");
    for path in files {
        let words = read(&path);
        let defined = defined(&words);
        let begins = |key: &&String| {
            let beginning = format!("{key} =");
            1 < words.lines().filter(|line| line.starts_with(&beginning)).count()
        };
        faults.extend(defined.iter().filter(begins).map(|key| format!("{path} has {key} more than once")));
        faults.extend(asked.difference(&defined).map(|key| format!("{path} has no words for {key}")));
        faults.extend(defined.difference(&asked).map(|key| format!("{path}: nobody asks for {key}")));
    }
    assert_none(&faults, "each key that the window asks for has words in every language, and no other");
}

/// What a translator must not lose: for each key its attributes, and for each of these and the words the
/// variables that are put into them.
fn shape_of(words: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut shapes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut key, mut attribute) = (String::new(), String::new());
    for line in words.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split('=').next().unwrap_or_default().trim().to_owned();
            attribute.clear();
        } else if let Some(rest) = line.trim_start().strip_prefix('.') {
            attribute = format!(".{}", rest.split('=').next().unwrap_or_default().trim());
        }
        let shape = shapes.entry(key.clone()).or_default();
        shape.insert(attribute.clone());
        for variable in line.split('$').skip(1) {
            let name: String = variable.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
            shape.insert(format!("{attribute} ${name}"));
        }
    }
    shapes
}

#[test]
fn every_language_has_the_same_keys_variables_and_attributes() {
    let files = files_below("assets/words");
    let english = files.iter().find(|path| path.ends_with("en.ftl")).expect("English words");
    let english = shape_of(&read(english));
    assert!(1 < files.len() && english["command-undo"].contains(".hint"), "nothing is compared");
    assert!(english["changes-became"].contains(" $was"), "no variable is found");
    let mut faults = Vec::new();
    for path in files {
        let other = shape_of(&read(&path));
        let keys: BTreeSet<&String> = english.keys().chain(other.keys()).collect();
        for key in keys.into_iter().filter(|key| english.get(*key) != other.get(*key)) {
            faults.push(format!("{path}: {key} is {:?}, not {:?}", other.get(key), english.get(key)));
        }
    }
    assert_none(&faults, "a translation says all that the English words say");
}

/// Literals of the window's code that look like words for people and are none, with the reason.
const NO_WORDS: [(&str, &str, &str); 7] = [
    ("src/gui/modal.rs", "Postil {}{commit}", "a name"),
    ("src/gui/app/events.rs", "Postil", "a name"),
    ("src/gui/start.rs", "Postil", "a name"),
    ("src/gui/bar/look.rs", "Aa", "a sign"),
    ("src/gui/panels/finder.rs", "Aa", "a sign"),
    ("src/gui/command/each.rs", "Tag", "what stands for a tag in the words of a command"),
    ("src/gui/command/each.rs", "Way", "the same for a way of the caret"),
];

/// Where names of keys stand, which are chords and no words.
const CHORDS: [&str; 4] =
    ["src/gui/app/", "src/gui/chord.rs", "src/gui/command/caret.rs", "src/gui/views.rs"];

/// The string literals of a line of code, with what stands before each.
fn literals(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find('"').map(|start| at + start) {
        let mut end = start + 1;
        while end < line.len() && !line[end..].starts_with('"') {
            end += if line[end..].starts_with('\\') { 2 } else { 1 };
            while end < line.len() && !line.is_char_boundary(end) {
                end += 1;
            }
        }
        let end = end.min(line.len());
        found.push((&line[..start], &line[start + 1..end]));
        at = (end + 1).min(line.len());
    }
    found
}

/// Whether a literal reads like something for people: words that begin with a capital, or three in a row.
fn reads_like_words(literal: &str) -> bool {
    let plain: String = literal.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
    let words: Vec<&str> =
        plain.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let is_capital = words.first().is_some_and(|word| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    });
    is_capital || 4 <= words.len()
}

#[test]
fn the_window_shows_no_words_that_stand_in_its_code() {
    assert!(reads_like_words("Close {name}") && reads_like_words("the file is not there"));
    assert!(!reads_like_words("folder hits") && !reads_like_words("{who}, {when}"));
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/gui/")) {
        if source.path.ends_with("/tests.rs") {
            continue;
        }
        let code = source.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for line in code.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            let line = line.split(" // ").next().unwrap_or_default();
            for (before, literal) in literals(line) {
                // Reasons of lints, constants, and the ids of parts of the window.
                let is_reason = before.trim_end().ends_with("reason =")
                    || line.starts_with("const ")
                    || source.path == "src/gui/words/language.rs"
                    || ["Id::", "id_salt", ".with(("].iter().any(|sign| before.contains(sign));
                let is_asked = ["say!(", "include_bytes!(", "include_str!(", "env!(", "expect("];
                let is_asked = is_asked.iter().any(|sign| before.trim_end().ends_with(sign));
                let is_known =
                    NO_WORDS.iter().any(|(path, words, _)| source.path == *path && literal == *words);
                let is_chord = CHORDS.iter().any(|chords| source.path.starts_with(chords))
                    && literal.split(['+', ' ', '{', '}']).all(|key| key.chars().all(char::is_alphanumeric));
                if reads_like_words(literal) && !(is_reason || is_asked || is_known || is_chord) {
                    faults.push(format!("{}: {literal}", source.path));
                }
            }
        }
    }
    assert_none(&faults, "what the window says stands in assets/words, and is asked for by `say!`");
}
