//! Names in running words, told by their capitals. Languages without them tell none.

use std::collections::BTreeSet;

/// Small words within names: "Observatory for Human Rights".
const WITHIN: [&str; 11] = ["of", "for", "de", "des", "du", "la", "al", "el", "bin", "ibn", "für"];
/// What may begin a sentence before a name.
const BEFORE: [&str; 12] = ["the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las"];
/// Words with capitals that name nobody by themselves: they are parts of names.
const ALONE: [&str; 31] = [
    "North",
    "South",
    "East",
    "West",
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "Central",
    "Democratic",
    "National",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Twitter",
];
/// Names of more words are headlines.
const MOST_WORDS: usize = 6;

/// The words of a text, as names are made of them.
pub(super) fn all(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The first word of a name, by which it is found.
pub(super) fn first(name: &str) -> String {
    all(name).next().unwrap_or(name).to_owned()
}

/// The names in some passages: words with capitals that do not just begin a sentence, and words in capitals.
pub(super) fn names_in(quotes: &[&str]) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for quote in quotes {
        for run in runs(quote) {
            names.extend(run.iter().filter(|word| is_acronym(word.text)).map(|word| word.text.to_owned()));
            match run.as_slice() {
                // A word that begins a sentence is a name where it is one elsewhere too, and then told there.
                [only] if only.begins && !is_acronym(only.text) || ALONE.contains(&only.text) => {}
                // A beginning that is only a small word is no part of the name.
                words => {
                    names.insert(spelt(quote, words));
                }
            }
        }
    }
    names.retain(|name| 1 < name.chars().count());
    names
}

#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether a sentence begins with it.
    begins: bool,
}

/// Rows of words with capitals, with the small words between them.
fn runs(text: &str) -> Vec<Vec<Word<'_>>> {
    let mut runs: Vec<Vec<Word<'_>>> = Vec::new();
    let mut run: Vec<Word<'_>> = Vec::new();
    let mut end = 0;
    for word in all(text) {
        let start = text.get(end..).and_then(|rest| rest.find(word)).map_or(end, |at| end.saturating_add(at));
        let between = text.get(end..start).unwrap_or_default();
        let begins = end == 0 || between.contains(['.', '!', '?', '“', '"', ':', '\n', '«', '„']);
        let is_apart = begins || between.contains([',', ';', '(', ')', '—', '–', '”', '’', '\'']);
        if is_apart {
            push(&mut runs, std::mem::take(&mut run));
        }
        let is_name = word.chars().next().is_some_and(char::is_uppercase);
        if is_name || (!run.is_empty() && WITHIN.contains(&word)) {
            run.push(Word { text: word, start, begins });
        } else if !is_cut(&run) {
            push(&mut runs, std::mem::take(&mut run));
        } else {
            run.clear();
        }
        end = start.saturating_add(word.len());
    }
    push(&mut runs, run);
    runs
}

fn push<'a>(runs: &mut Vec<Vec<Word<'a>>>, mut run: Vec<Word<'a>>) {
    let is_small = |word: &Word<'_>| WITHIN.contains(&word.text.to_lowercase().as_str());
    while run.last().is_some_and(is_small) {
        run.pop();
    }
    // "The Army" goes by "Army" where the article only begins the sentence.
    let is_before = |word: &Word<'_>| BEFORE.contains(&word.text.to_lowercase().as_str());
    if run.first().is_some_and(|word| word.begins && is_before(word)) {
        run.remove(0);
    }
    // "Fighters of Hamra" are no name, "Observatory for Human Rights" is one.
    if let [first, second, rest @ ..] = run.as_slice()
        && first.begins
        && is_small(second)
        && rest.iter().filter(|word| !is_small(word)).count() < 2
    {
        run.drain(..2);
    }
    if !run.is_empty() && run.len() <= MOST_WORDS {
        runs.push(run);
    }
}

/// Whether a run that a word without a capital ends is the beginning of a name only: "Ministry of defence" is no
/// actor called Ministry.
fn is_cut(run: &[Word<'_>]) -> bool {
    let is_small = |word: &&Word<'_>| WITHIN.contains(&word.text.to_lowercase().as_str());
    let is_before = |word: &&Word<'_>| word.begins && BEFORE.contains(&word.text.to_lowercase().as_str());
    let mut names = run.iter().filter(|word| !is_small(word) && !is_before(word));
    let first = names.next();
    run.last().is_some_and(|last| last.text == "of")
        && names.next().is_none()
        && first.is_some_and(|first| !is_acronym(first.text))
}

fn spelt(text: &str, words: &[Word<'_>]) -> String {
    let Some((first, last)) = words.first().zip(words.last()) else { return String::new() };
    text.get(first.start..last.start.saturating_add(last.text.len())).unwrap_or_default().to_owned()
}

/// Two capitals and more, and hardly anything else: "SDS", "YPG", "G20".
fn is_acronym(word: &str) -> bool {
    let n_upper = word.chars().filter(|c| c.is_uppercase()).count();
    2 <= n_upper && word.chars().all(|c| !c.is_lowercase())
}
