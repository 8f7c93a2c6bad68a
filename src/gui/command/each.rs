//! The commands of one row: one, or one for each tag, person, theme, language or way of the caret.

use super::caret::{self, Way};
use super::{About, Command, Each, Facts, Menu, Subject};
use crate::gui::chord::Chord;
use crate::gui::theme::ThemeName;
use crate::gui::widgets::{in_visual_order, shortened, visible};
use crate::gui::words::{self, Language, say};
use crate::layer::{Annotator, Codebook, Tag};
use fluent_bundle::FluentValue;

/// More people than this are a crowd: their marks are gone to by "next of the same person".
const MOST_PEOPLE: usize = 40;
/// The characters of a name.
const LONGEST_NAME: usize = 40;

/// One of the commands of a row: what it is about, and what stands for that in its words.
struct One {
    subject: Subject,
    /// What its name ends in.
    name: String,
    /// What is put into the words of its row, by name.
    words: Vec<(&'static str, String)>,
    /// What is put into the keys of its row, for its sign there.
    keys: Vec<(&'static str, String)>,
    /// What it does, where it does more than the others of its row.
    hint: Option<String>,
}

/// The commands of a row of `menu`.
pub(super) fn commands(
    menu: Menu,
    facts: &Facts,
    codebook: &Codebook,
    (people, identities): (&[Annotator], &[Annotator]),
) -> Vec<About> {
    let all: Vec<One> = match facts.each {
        Each::Once => return vec![about(menu, facts, None)],
        Each::Tag => codebook.tags.iter().map(of_tag).collect(),
        Each::Person => of_people(people),
        Each::Identity => of_people(identities),
        Each::Way { selects } => caret::WAYS.iter().map(|way| of_way(way, selects)).collect(),
        Each::Theme => ThemeName::ALL.into_iter().map(of_theme).collect(),
        Each::Language => Language::ALL.into_iter().map(of_language).collect(),
    };
    let first = Facts { begins_group: false, ..*facts };
    let rows = all.into_iter().enumerate();
    rows.map(|(nth, one)| about(menu, if nth == 0 { facts } else { &first }, Some(one))).collect()
}

fn about(menu: Menu, facts: &Facts, one: Option<One>) -> About {
    let key = words::key_of_row(facts.name);
    let args: Vec<(&str, FluentValue<'_>)> = one
        .iter()
        .flat_map(|one| &one.words)
        .map(|(name, word)| (*name, FluentValue::from(word.as_str())))
        .collect();
    let signs = one.iter().flat_map(|one| &one.keys);
    let keys = signs.fold(facts.keys.to_owned(), |keys, (sign, written)| keys.replace(sign, written));
    let ending = one.as_ref().map_or("", |one| one.name.as_str());
    let hint = one.as_ref().and_then(|one| one.hint.clone());
    let also = words::attribute(&key, "also", &args).unwrap_or_default();
    About {
        name: format!("{}{ending}", facts.name),
        label: words::text(&key, &args),
        hint: hint.or_else(|| words::attribute(&key, "hint", &args)).unwrap_or_default(),
        command: Command { name: facts.name, subject: one.map(|one| one.subject) },
        keys: keys.split_whitespace().filter_map(Chord::parse).collect(),
        menu,
        begins_group: facts.begins_group,
        is_in_bar: facts.is_in_bar,
        heard: facts.heard,
        icon: facts.icon,
        shares: facts.shares,
        popover: facts.popover,
        each: facts.each,
        places: facts.places,
        is_apart: facts.is_apart,
        also,
        has_codebook_keys: facts.keys.contains("{key}"),
    }
}

fn of_tag(tag: &Tag) -> One {
    // What is no key makes a chord that cannot be parsed: then there is none.
    let key = tag.key.map_or_else(String::new, |key| key.to_string());
    let digit = tag.key.filter(|key| key.is_ascii_digit() && *key != '0');
    One {
        subject: Subject::Tag(tag.id.clone()),
        name: tag.id.as_str().to_owned(),
        words: vec![
            ("Tag", words::name(&tag.label)),
            ("tag", words::name(&tag.label).to_lowercase()),
            ("description", words::name(&tag.description)),
        ],
        keys: vec![("{key}", key), ("{digit}", digit.map_or_else(String::new, |digit| digit.to_string()))],
        hint: None,
    }
}

fn of_people(people: &[Annotator]) -> Vec<One> {
    // A person may have two layers, from two machines.
    let first = |person: &Annotator| people.iter().position(|other| other.id == person.id);
    let known =
        people.iter().enumerate().take(MOST_PEOPLE).filter(|&(nth, person)| first(person) == Some(nth));
    let one = |(_, person): (usize, &Annotator)| One {
        subject: Subject::Person(person.id),
        name: person.id.0.simple().to_string(),
        words: vec![("person", in_visual_order(&visible(&shortened(&person.name, LONGEST_NAME))))],
        keys: Vec::new(),
        hint: None,
    };
    known.map(one).collect()
}

fn of_way(way: &Way, selects: bool) -> One {
    let key = format!("way-{}", way.name);
    let label = words::text(&key, &[]);
    One {
        subject: Subject::Way(way.to),
        name: way.name.to_owned(),
        words: vec![("way", label.to_lowercase()), ("Way", label)],
        keys: vec![("{keys}", if selects { way.selecting } else { way.keys }.to_owned())],
        hint: if selects { words::attribute(&key, "hint", &[]) } else { None },
    }
}

fn of_language(language: Language) -> One {
    One {
        subject: Subject::Language(language),
        name: language.name().to_owned(),
        words: vec![("language", language.label())],
        keys: Vec::new(),
        hint: None,
    }
}

fn of_theme(theme: ThemeName) -> One {
    let label = match theme {
        ThemeName::System => say!("colours-system"),
        _ => say!("colours-of", theme = theme.label()),
    };
    One {
        subject: Subject::Theme(theme),
        name: theme.name().to_owned(),
        words: vec![("theme", label)],
        keys: Vec::new(),
        hint: None,
    }
}
