//! What is found, in examples and against a slow and simple search.

use super::*;
use crate::text::marks;
use proptest::prelude::*;

fn found(query: &Query, text: &str) -> Vec<TextRange> {
    Finder::new(query).expect("an expression").all(text, &mut || true).ranges
}

#[track_caller]
fn check(query: &Query, marked: &str) {
    let (text, expected) = marks::parse(marked);
    assert_eq!(marks::show(&text, &found(query, &text)), marks::show(&text, &expected));
}

fn expression(words: &str) -> Query {
    Query { is_regex: true, ..Query::words(words) }
}

#[test]
fn quotes_dashes_and_spaces_are_any_of_their_kind() {
    check(&Query::words("\"islamic state\" - they"), "the <|“Islamic\n  state” — they|> said");
    check(&Query::words("«Islamic State»"), "the <|“Islamic State”|>, <|\"Islamic\u{a0}State\"|>");
    check(&Query::words("don't"), "<|don’t|> and <|don't|>");
    check(&Query::words("co-operate"), "<|co\u{2011}operate|>, cooperate");
    check(&Query::words("wait..."), "<|wait…|> <|wait...|>");
    check(&Query::words("one two"), "one\n\ntwo");
    check(&Query::words("[a.b]"), "<|[a.b]|> [axb]");
}

#[test]
fn invisible_characters_do_not_count() {
    check(&Query::words("denied"), "<|de\u{ad}nied|> <|denied|>");
    check(&Query::words("می‌خواهم"), "<|می\u{200c}خواهم|> <|میخواهم|>");
    check(&Query::words("\u{ad} "), "nothing\u{ad} is looked for");
}

#[test]
fn ligatures_are_the_letters_that_they_join() {
    check(&Query::words("office"), "the <|oﬃce|>, <|o\u{ad}ﬀice|>, <|ofﬁce|> and <|Office|>");
    check(&Query::words("fire"), "it <|ﬁre|>d at the ﬂeet");
    check(&Query::words("off"), "<|oﬃ|>ce, <|oﬀ|>, o-f-ﬀ");
    check(&Query::words("ice"), "of<|ﬁce|>, o<|ﬃce|>, <|ice|>");
    check(&Query::words("f"), "<|ﬃ|>ce <|f|>lag");
    check(&Query::words("oﬃce"), "<|office|> <|oﬃce|>");
    check(&Query { is_whole_word: true, ..Query::words("ﬁre") }, "<|fire|> <|ﬁre|> ﬁred fires");
    check(&Query { is_case_sensitive: true, ..Query::words("Fire") }, "ﬁre <|Fire|>");
    check(&Query::words("سلام"), "<|ﺳﻼﻡ|> <|سلام|>");
    check(&Query::words("35"), "<|３５|> <|35|>¹");
    assert!(Finder::needed(&Query::words("the office")).iter().all(|needed| needed.is_in("in the\r\noﬃce")));
}

#[test]
fn words_that_the_end_of_a_line_breaks_are_whole() {
    check(&Query::words("harbour wall"), "the <|har-\nbour wall|>, the <|harbour\nwall|>, har- bour wall");
    check(&Query { is_whole_word: true, ..Query::words("harbour") }, "<|har\u{ad}\nbour|> in har-\n\nbour");
    check(&Query::words("well-known"), "a <|well-\nknown|> one");
    assert!(Finder::needed(&Query::words("harbour")).iter().all(|needed| needed.is_in("the har-\r\nbour")));
}

#[test]
fn a_narrow_space_parts_words_but_not_the_digits_of_a_number() {
    let whole = |words: &str| Query { is_whole_word: true, ..Query::words(words) };
    check(&whole("53"), "<|53|>\u{202f}personnes, soit <|53|>\u{202f}%, 53\u{202f}000");
    check(&whole("personnes"), "53\u{202f}<|personnes|>");
    check(&whole("35"), "<|35|>\u{202f}1 and <|35|>\u{2009}[1]");
}

#[test]
fn letters_with_marks_are_the_same_however_written() {
    check(&Query::words("café"), "a <|cafe\u{301}|>, a <|CAFÉ|>");
    check(&Query::words("cafe\u{301}"), "a <|café|>");
}

#[test]
fn case_counts_when_asked() {
    check(&Query::words("army"), "<|Army|>, <|army|>, <|ARMY|>s");
    check(&Query { is_case_sensitive: true, ..Query::words("army") }, "Army, <|army|>, ARMYs");
    check(&Query::words("МОСКВА"), "<|Москва|>");
}

#[test]
fn whole_words_are_those_of_the_text() {
    let whole = |words: &str| Query { is_whole_word: true, ..Query::words(words) };
    check(&whole("can"), "<|can|> can't cans scan, “<|Can|>”");
    check(&whole("a a"), "xa <|a a|>");
    check(&whole("جيش"), "<|جيش|> الجيش");
    check(&Query { is_regex: true, ..whole("[ck]at.?") }, "cathedral, a <|cat,|> <|Kate|>");
}

#[test]
fn expressions_see_lines_and_never_leave_a_paragraph() {
    check(&expression("^the.*$"), "<|The army|>\n<|the river|>\nby the sea");
    check(&expression(r"\d+"), "<|35|> of <|1200|>");
    check(&expression(r"(?s)a.*"), "<|a b\na|>\n\nb <|a c|>");
    check(&expression("x*"), "<|xx|> y <|x|>");
}

#[test]
fn hits_cut_no_character() {
    check(&expression("e"), "<|e\u{301}|> <|e|>");
    check(&expression("."), "<|👩\u{200d}🚒|><|z|>");
}

#[test]
fn a_wrong_expression_says_where_and_why() {
    let error = |words: &str| Finder::new(&expression(words)).expect_err("wrong").to_string();
    assert_eq!(error("é(a"), "the expression stops at character 2: a bracket “(” opens and does not close");
    assert_eq!(
        error("*"),
        "the expression stops at character 1: there is nothing before it that could be repeated"
    );
    assert_eq!(
        error(r"(a)\1"),
        "the expression stops at character 4: referring back to a group is not possible here"
    );
    assert_eq!(
        error(r"\w{5000}{50}"),
        "this would take more than 8 MiB; use fewer repetitions or fewer words"
    );
}

#[test]
fn a_search_stops_when_it_is_told_to() {
    let text = "army ".repeat(20_000);
    let mut left = 3;
    let hits = Finder::new(&Query::words("army")).unwrap().all(&text, &mut || {
        left -= 1;
        0 < left
    });
    assert!(hits.ranges.len() < 20_000 && !hits.is_capped);
}

#[test]
fn the_words_around_a_hit_are_one_line() {
    let text = "The army has long denied\nthat it had fired on the town.";
    let hit = TextRange::from_usize(18..24);
    let (line, inside) = context(text, TextRange::all(text), hit, 9);
    assert_eq!((line.as_str(), inside.of(&line)), ("…has long denied that it…", Some("denied")));
    let (line, inside) = context(text, TextRange::all(text), hit, 100);
    assert_eq!((line.as_str(), inside), (text.replace('\n', " ").as_str(), hit));
}

/// One letter of a text as a search without case sees it; `None` where it is not seen.
fn folded(character: char) -> Option<String> {
    match character {
        '\u{ad}' | '\u{200b}' => None,
        '’' | '\'' => Some("'".to_owned()),
        '“' | '"' => Some("\"".to_owned()),
        '–' | '-' => Some("-".to_owned()),
        ' ' | '\u{a0}' => Some(" ".to_owned()),
        other => Some(other.to_lowercase().collect()),
    }
}

/// All places of `needle`, the slow way: at every character, letter by letter.
fn naive(needle: &str, text: &str) -> Vec<TextRange> {
    let squeeze = |letters: Vec<(String, TextRange)>| {
        let mut squeezed: Vec<(String, TextRange)> = Vec::new();
        for (letter, range) in letters {
            match squeezed.last_mut() {
                Some((last, at)) if last == " " && letter == " " && at.end() == range.start() => {
                    *at = at.hull(range)
                }
                _ => squeezed.push((letter, range)),
            }
        }
        squeezed
    };
    let letters = |text: &str| -> Vec<(String, TextRange)> {
        let all = text.char_indices();
        all.filter_map(|(at, c)| Some((folded(c)?, TextRange::from_usize(at..at + c.len_utf8())))).collect()
    };
    let (needle, text) = (squeeze(letters(needle)), squeeze(letters(text)));
    let (mut found, mut at) = (Vec::new(), 0);
    while at + needle.len() <= text.len() {
        if text[at..at + needle.len()].iter().zip(&needle).all(|(a, b)| a.0 == b.0) {
            found.push(text[at].1.hull(text[at + needle.len() - 1].1));
            at += needle.len();
        } else {
            at += 1;
        }
    }
    found
}

proptest! {
    #[test]
    fn all_hits_are_those_of_the_slow_way(needle in "[abA'’–\"-]{1,3}( [ab’])?", text in "[abAB’'“–\u{a0}\u{ad} -]{0,40}") {
        // A space run that an invisible character cuts in two is one run for nobody.
        prop_assume!(!text.contains(" \u{ad}") && !text.contains("\u{a0}\u{ad}"));
        prop_assert_eq!(found(&Query::words(&*needle), &text), naive(&needle, &text));
    }

    #[test]
    fn slices_give_what_the_whole_gives(
        nth in 0_usize..8,
        is_whole_word: bool,
        lines in proptest::collection::vec("[ab .x-]{0,12}", 1..30),
        size in 1_usize..6,
    ) {
        let words = ["a", "a.*b", r"(?s)a.*b", r"\s+", r"b\s+a", "^a|b$", "x*", r"[^a]+"][nth];
        let text = lines.join("\n");
        let mut at = 0;
        let ranges: Vec<TextRange> = lines.iter().map(|line| {
            at += line.len() + 1;
            TextRange::from_usize(at - line.len() - 1..at - 1)
        }).collect();
        let finder = Finder::new(&Query { is_whole_word, ..expression(words) }).unwrap();
        let whole = finder.in_slice(&text, &ranges, &mut || true);
        let apart = |size: usize| -> Vec<TextRange> {
            ranges.chunks(size).flat_map(|slice| finder.in_slice(&text, slice, &mut || true)).collect()
        };
        prop_assert_eq!(&apart(size), &whole);
        prop_assert_eq!(&apart(1), &whole);
        for hit in whole {
            prop_assert!(!hit.is_empty() && ranges.iter().any(|line| line.covers(hit)));
        }
    }
}

#[test]
fn texts_are_intricate_by_the_characters_that_finding_sees_through() {
    use crate::text::{invisible::is_unseen, letters::is_form};
    for character in '\0'..=char::MAX {
        let expected = is_unseen(character) || is_form(character);
        assert_eq!(pattern::is_intricate(&character.to_string()), expected, "U+{:04X}", u32::from(character));
    }
}
