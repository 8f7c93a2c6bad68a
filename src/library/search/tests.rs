//! What is found where, and that what is looked through unread hides nothing.

use super::*;
use crate::document::import;
use crate::host::MemoryHost;
use crate::library::Depth;
use crate::library::query::{Filter, Query, Term};
use crate::text::{TextRange, find};
use proptest::prelude::*;
use std::path::PathBuf;

fn library(files: &[(&str, &str)]) -> (Library, MemoryHost) {
    let mut host = MemoryHost::default();
    for (name, text) in files {
        host.files.insert(PathBuf::from("/desk").join(name), text.as_bytes().to_vec());
    }
    let mut library = Library::new(PathBuf::from("/desk"), Depth::All);
    library.look().run(&host, |news| {
        library.take(news);
        true
    });
    (library, host)
}

/// `path: hits` of all articles in which something is found.
fn found(
    line: &str,
    how: &find::Query,
    library: &Library,
    host: &MemoryHost,
    texts: &Arc<Texts>,
) -> Vec<String> {
    let asked = Asked::of_line(line, how).expect("a line");
    let mut all = Found::default();
    Search::new(asked, library, texts).expect("filters").run(host, &|| true, |found| {
        all.add(found);
        true
    });
    assert_eq!(all.n_asked, library.n_entries());
    let one = |article: &InArticle| {
        let lit = |hit: &Hit| {
            let words: Vec<&str> = hit.lit.iter().filter_map(|lit| lit.of(&hit.words)).collect();
            words.join("|")
        };
        let hits: Vec<String> = article.hits.iter().map(lit).collect();
        format!("{}: {}", article.entry.path, hits.join("; "))
    };
    all.articles.iter().map(one).collect()
}

#[test]
fn words_that_follow_each_other_stand_together_and_quoted_ones_in_one_sentence() {
    let files = [
        ("a.txt", "One.\n\nAt least two died. At last, the least."),
        ("b.txt", "The least\nat last.\n\nNo."),
    ];
    let (library, host) = library(&files);
    let ask = |line: &str| found(line, &find::Query::default(), &library, &host, &Arc::default());
    assert_eq!(ask("at  least"), ["a.txt: At least"]);
    assert_eq!(ask("\"at\" \"least\""), ["a.txt: At|least; At|least", "b.txt: least|at"]);
    // The second one's title has it, and nothing else.
    assert_eq!(ask("least -last"), ["a.txt: least", "b.txt: "]);
    assert_eq!(ask("least in:b.txt"), ["b.txt: least"]);
    assert_eq!(ask("least\nat"), ["b.txt: least at"]);
}

#[test]
fn a_long_sentence_is_shown_around_its_first_hit() {
    let text = format!("{} needle {} needle.", "word ".repeat(80), "more ".repeat(80));
    let (library, host) = library(&[("a.txt", &text)]);
    assert_eq!(found("needle", &find::Query::default(), &library, &host, &Arc::default()), ["a.txt: needle"]);
}

#[test]
fn a_text_that_is_kept_is_found_again_without_reading() {
    let (library, mut host) = library(&[("a.md", "# A denial\n\nThe **ar**my denied it.")]);
    let texts = Arc::new(Texts::default());
    let ask = |host: &MemoryHost| found("army", &find::Query::default(), &library, host, &texts);
    assert_eq!(ask(&host), ["a.md: army"]);
    let stamp = library.entry("a.md").expect("an entry").stamp;
    host.files.remove(std::path::Path::new("/desk/a.md"));
    let is_kept = !ask(&host).is_empty();
    assert_eq!(is_kept, library.entry("a.md").is_some_and(|entry| entry.is_settled && entry.stamp == stamp));
}

#[test]
fn lines_of_an_unread_text_end_in_any_way() {
    for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        for (words, text) in
            [("harbour", format!("The har\u{ad}{end}bour.")), ("the army", format!("The{end}army."))]
        {
            let asked = Asked::of_line(words, &find::Query::default()).expect("words");
            assert!(asked.may_be_in(&text), "{text:?}");
        }
    }
}

proptest! {
    #[test]
    fn what_is_not_needed_in_an_unread_text_is_in_no_document_of_it(
        text in "[aàB \u{ad}\u{301}\u{2028}\u{b}\n\r.“-]{0,40}",
        words in "[aàb “.-]{1,6}",
        is_case_sensitive in any::<bool>(),
    ) {
        let how = find::Query { is_case_sensitive, ..find::Query::default() };
        let term = Term { is_not: false, filter: Filter::Words(words) };
        let query = Query { terms: vec![term] };
        let asked = Asked::of(query, &how).expect("words");
        let document = import::import(text.as_bytes(), "a.txt", &import::Options::default());
        if let (false, Ok(read)) = (asked.may_be_in(&text), document) {
            prop_assert!(asked.sentences(read.value.text(), &read.value.block_ranges()).is_empty());
        }
    }
}

proptest! {
    #[test]
    fn paragraphs_make_no_difference_to_hits_within_lines(
        text in "([aàb “.>-]{0,12}[ \t]{0,2}[\n\u{c}]{0,3}){0,8}",
        words in "[aàb “.-]{1,4}",
        is_whole_word in any::<bool>(),
    ) {
        let how = find::Query { is_whole_word, ..find::Query::default() };
        let query = Query { terms: vec![Term { is_not: false, filter: Filter::Words(words) }] };
        let asked = Asked::of(query, &how).expect("words");
        let unread = import::unread_text(text.as_bytes(), "a.txt");
        let unread = unread.filter(|unread| import::stays_as_it_lies(unread, "a.txt"));
        if let Some((unread, quick)) = unread.and_then(|unread| Some((unread, asked.places_within_lines(unread)?))) {
            let blocks = import::unread_blocks(unread);
            let paragraphs: Vec<TextRange> = blocks.iter().map(|block| block.range).collect();
            prop_assert_eq!(quick, asked.places_in(unread, &paragraphs));
        }
    }
}

#[test]
fn rows_are_made_of_as_many_articles_as_are_listed_and_all_is_counted() {
    let many = "The army denied it.\n\n".repeat(MOST_ROWS + 1);
    let (library, host) = library(&[("a.txt", &many), ("army.txt", "The army.\n\nThe army left, the army.")]);
    let asked = Asked::of_line("army", &find::Query::default()).expect("a line");
    let mut all = Found::default();
    Search::new(asked, &library, &Arc::default()).expect("filters").run(&host, &|| true, |found| {
        all.add(found);
        true
    });
    let told = |one: &InArticle| (one.is_listed, one.hits.len(), one.places.len(), one.n_found);
    let told: Vec<_> = all.articles.iter().map(told).collect();
    // The headline has the words too, and is said once, as the title.
    assert_eq!(told, [(true, MOST_ROWS, MOST_ROWS + 1, MOST_ROWS + 1), (false, 0, 3, 3)]);
}
