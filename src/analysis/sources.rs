//! Who speaks in the sentences of a passage: the names beside their verbs of saying.

use super::facts::facts;
use super::substance::Kind;
use crate::document::Document;
use crate::language::{Class, Lexicon, Sentence, attribution_at};
use crate::text::words::words;
use crate::text::{TextRange, boundary};

/// The sources that the sentences of `range` name, in their order, each once and as it would stand within a
/// sentence: "the army", though the sentence begins with "The army".
///
/// ```
/// use postil::analysis::sources_in;
/// use postil::document::Document;
/// use postil::text::TextRange;
/// let text = "The army denied it. Eight people died, a hospital in Tabqa said.";
/// let document = Document::plain(text);
/// let all = TextRange::all(text);
/// assert_eq!(sources_in(&document, all), ["the army", "a hospital in Tabqa"]);
/// ```
pub fn sources_in(document: &Document, range: TextRange) -> Vec<String> {
    let text = document.text();
    let lexicon = Lexicon::of(text);
    let first = document.block_at(range.start()).unwrap_or(0);
    let blocks = document.blocks().iter().skip(first);
    let blocks = blocks.take_while(|block| {
        block.range.start() < range.end().max(range.start()) || block.range.contains(range.start())
    });
    let mut names: Vec<String> = Vec::new();
    for sentence in blocks.flat_map(|block| boundary::sentences(text, block.range)) {
        if sentence.intersection(range).is_none() {
            continue;
        }
        for name in sources_of(text, sentence, lexicon) {
            if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
                names.push(name);
            }
        }
    }
    names
}

/// Who says a passage, and by which words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The sources, from the nearest to the farthest.
    pub chain: Vec<Speaker>,
    /// The words that attribute.
    pub cue: Option<TextRange>,
}

/// Somebody who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// As it would stand within a sentence.
    pub name: String,
    /// Where the article names them.
    pub at: TextRange,
}

/// Who says the passage `range`, and by which words: the names as they stand, each from its own place.
///
/// ```
/// use postil::analysis::said_by;
/// use postil::document::Document;
/// use postil::text::TextRange;
/// let document = Document::plain("The army said that eight people had died.");
/// let range = TextRange::from_usize(19..40);
/// let said = said_by(&document, range);
/// assert_eq!(said.chain[0].name, "the army");
/// assert_eq!(said.cue.map(|cue| document.slice(cue)), Some("said"));
/// ```
pub fn said_by(document: &Document, range: TextRange) -> Said {
    let text = document.text();
    let found = attribution_at(text, range);
    let lexicon = Lexicon::of(text);
    let chain = found.speakers().into_iter().map(|at| Speaker { name: name_at(text, at, lexicon), at });
    Said { chain: chain.collect(), cue: found.first().map(|first| first.cue) }
}

/// A name on one line, as it would stand within a sentence: "the army", though it begins with "The army".
pub(super) fn name_at(text: &str, at: TextRange, lexicon: &Lexicon) -> String {
    let words = words(text, at);
    let read = Sentence::new(text, &words);
    let name = at.of(text).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if lexicon.is(Class::Determiner, &read.lower, 0) { uncapitalised(&name) } else { name }
}

fn sources_of(text: &str, sentence: TextRange, lexicon: &Lexicon) -> Vec<String> {
    let words = words(text, sentence);
    let read = Sentence::new(text, &words);
    let named = facts(&read, lexicon).into_iter().filter(|fact| fact.kind == Kind::Source);
    let name = named.filter_map(|fact| {
        let (first, last) = (words.get(fact.words.start)?, words.get(fact.words.end.checked_sub(1)?)?);
        let name = TextRange::new(first.start(), last.end()).of(text)?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_article = lexicon.is(Class::Determiner, &read.lower, fact.words.start);
        Some(if is_article { uncapitalised(&name) } else { name })
    });
    name.collect()
}

/// With a small letter at its start.
fn uncapitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
