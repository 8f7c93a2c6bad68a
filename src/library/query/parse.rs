//! From a line to a query, and how values are quoted in one.

use super::{Filter, HAS, Has, IS, Is, Query, QueryError, RowPlacement, Term};
use crate::document::CalendarDate;
use std::iter::Peekable;
use std::ops::Range;
use std::str::{Chars, FromStr};

impl FromStr for Query {
    type Err = QueryError;

    fn from_str(line: &str) -> Result<Self, QueryError> {
        let mut characters = line.chars().peekable();
        let mut terms = Vec::new();
        loop {
            while characters.next_if(|c| c.is_whitespace()).is_some() {}
            if characters.peek().is_none() {
                return Ok(Self { terms });
            }
            let is_not = characters.next_if_eq(&'-').is_some();
            terms.extend(filter(&mut characters)?.map(|filter| Term { is_not, filter }));
        }
    }
}

/// A term of a line, and where it stands in it, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::library) struct Piece {
    pub(in crate::library) term: Term,
    pub(in crate::library) span: Range<usize>,
}

/// A line as the search of a folder has it: words that follow each other stand together, as in the search of
/// an article, and what is quoted stands by itself. Of an expression everything but filters is taken as it
/// stands.
pub(in crate::library) fn pieces_of_line(line: &str, is_regex: bool) -> Result<Vec<Piece>, QueryError> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut goes_on = false;
    let mut at = 0;
    while let Some(start) = line[at..].find(|c: char| !c.is_whitespace()).map(|spaces| at + spaces) {
        let word = line[start..].split(char::is_whitespace).next().unwrap_or_default();
        let unsigned = word.strip_prefix('-').unwrap_or(word);
        let is_quoted = unsigned.starts_with(['"', '\'']);
        let is_filter = unsigned
            .split_once(':')
            .is_some_and(|(key, _)| if is_regex { KEYS.contains(&key) } else { is_key(key) });
        let is_bare = !is_filter && (is_regex || !(is_quoted || (unsigned != word && !unsigned.is_empty())));
        if is_bare {
            at = start + word.len();
            match pieces.last_mut().filter(|_| goes_on) {
                Some(last) => last.span.end = at,
                None => pieces.push(Piece { term: Term::words(word), span: start..at }),
            }
            if let Some(last) = pieces.last_mut() {
                last.term = Term::words(&line[last.span.clone()]);
            }
        } else {
            let mut characters = line[start..].chars().peekable();
            let is_not = characters.next_if_eq(&'-').is_some();
            let filter = filter(&mut characters)?;
            at = line.len() - characters.map(char::len_utf8).sum::<usize>();
            pieces.extend(filter.map(|filter| Piece { term: Term { is_not, filter }, span: start..at }));
        }
        goes_on = is_bare;
    }
    Ok(pieces)
}

impl Term {
    fn words(words: &str) -> Self {
        Self { is_not: false, filter: Filter::Words(words.to_owned()) }
    }
}

/// Whether what stands before a colon begins a filter, known or not.
fn is_key(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase())
}

/// The next filter; none where only a hyphen stands.
fn filter(characters: &mut Peekable<Chars<'_>>) -> Result<Option<Filter>, QueryError> {
    if let Some(words) = in_quotes(characters)? {
        return Ok(Some(Filter::Words(words)));
    }
    let mut word = String::new();
    while let Some(c) = characters.next_if(|c| !c.is_whitespace()) {
        if c == ':' && is_key(&word) {
            let value = match in_quotes(characters)? {
                Some(value) => value,
                None => bare(characters),
            };
            return keyed(&word, value).map(Some);
        }
        word.push(c);
    }
    Ok((!word.is_empty()).then_some(Filter::Words(word)))
}

/// What stands between quotation marks of either kind; a backslash has the next character stand for
/// itself.
fn in_quotes(characters: &mut Peekable<Chars<'_>>) -> Result<Option<String>, QueryError> {
    let Some(mark) = characters.next_if(|c| matches!(c, '"' | '\'')) else { return Ok(None) };
    let mut words = String::new();
    loop {
        match characters.next() {
            None => return Err(QueryError::Unclosed),
            Some('\\') => words.extend(characters.next()),
            Some(c) if c == mark => return Ok(Some(words)),
            Some(c) => words.push(c),
        }
    }
}

fn bare(characters: &mut Peekable<Chars<'_>>) -> String {
    std::iter::from_fn(|| characters.next_if(|c| !c.is_whitespace())).collect()
}

/// The words that filters begin with.
const KEYS: [&str; 13] = [
    "tag", "by", "source", "outlet", "title", "note", "in", "language", "before", "after", "date", "is",
    "has",
];

fn keyed(key: &str, value: String) -> Result<Filter, QueryError> {
    type Make = fn(String) -> Filter;
    type MakeOfDay = fn(CalendarDate) -> Filter;
    let words: [(&'static str, Make); 8] = [
        ("tag", Filter::Tag),
        ("by", Filter::By),
        ("source", Filter::Source),
        ("outlet", Filter::Outlet),
        ("title", Filter::Title),
        ("note", Filter::Note),
        ("in", Filter::In),
        ("language", Filter::Language),
    ];
    let days: [(&'static str, MakeOfDay); 3] =
        [("before", Filter::Before), ("after", Filter::After), ("date", Filter::Date)];
    let Some(key) = KEYS.into_iter().find(|known| *known == key) else {
        return Err(QueryError::Filter(key.to_owned()));
    };
    if value.trim().is_empty() {
        return Err(QueryError::Empty(key));
    }
    if let Some((_, make)) = words.iter().find(|(word, _)| *word == key) {
        return Ok(make(value));
    }
    if let Some((_, make)) = days.iter().find(|(word, _)| *word == key) {
        // Of 4/6/2017 only the year is certain: who asks for a day means one.
        let is_exact = |day: &CalendarDate| day.is_day() || !value.contains('/');
        let day = CalendarDate::read(&value, None).filter(is_exact);
        return day.map(make).ok_or(QueryError::Day(value));
    }
    let found = if key == "is" { is(&value).map(Filter::Is) } else { has(&value).map(Filter::Has) };
    found.ok_or(QueryError::Value(key, value))
}

fn is(name: &str) -> Option<Is> {
    let placed = || RowPlacement::ALL.into_iter().find(|placement| placement.name() == name).map(Is::Placed);
    IS.iter().find(|(known, _)| *known == name).map(|(_, is)| *is).or_else(placed)
}

fn has(name: &str) -> Option<Has> {
    HAS.iter().find(|(known, _)| *known == name).map(|(_, has)| *has)
}

/// A value as it is read again: bare where it can be. Words that begin a term must not look like a filter.
pub(super) fn quoted(words: &str, begins_term: bool) -> String {
    let needs_marks = words.is_empty()
        || words.contains(char::is_whitespace)
        || words.starts_with(['"', '\''])
        || (begins_term && (words.starts_with('-') || words.contains(':')));
    if !needs_marks {
        return words.to_owned();
    }
    let mark = if words.contains('\'') { '"' } else { '\'' };
    let mut quoted = String::from(mark);
    for c in words.chars() {
        if c == mark || c == '\\' {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push(mark);
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> impl Strategy<Value = CalendarDate> {
        (1000_u16..=9999, 1_u8..=12, 1_u8..=28, 0_usize..3).prop_map(|(year, month, day, n_parts)| {
            let text = format!("{year:04}-{month:02}-{day:02}");
            let text = &text[..[4, 7, 10][n_parts]];
            CalendarDate::read(text, None).expect("a day")
        })
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let words = "[ a-z:'\"\\\\-]{0,8}\\PC{0,4}x";
        prop_oneof![
            words.prop_map(Filter::Words),
            words.prop_map(Filter::Tag),
            words.prop_map(Filter::By),
            words.prop_map(Filter::Source),
            words.prop_map(Filter::In),
            day().prop_map(Filter::Before),
            day().prop_map(Filter::Date),
            prop::sample::select(IS.map(|(_, is)| is).to_vec()).prop_map(Filter::Is),
            prop::sample::select(RowPlacement::ALL.to_vec()).prop_map(|at| Filter::Is(Is::Placed(at))),
            prop::sample::select(HAS.map(|(_, has)| has).to_vec()).prop_map(Filter::Has),
        ]
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_as_the_same(
            terms in prop::collection::vec((any::<bool>(), any_filter()), 0..5)
        ) {
            let terms = terms.into_iter().map(|(is_not, filter)| Term { is_not, filter }).collect();
            let query = Query { terms };
            prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query));
        }

        #[test]
        fn nothing_that_is_typed_is_too_much(line in "[a-z:'\" -]{0,20}|\\PC{0,20}") {
            if let Ok(query) = line.parse::<Query>() {
                prop_assert_eq!(query.to_string().parse::<Query>(), Ok(query));
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_line_is_told() {
        let cases = [
            ("tga:denial", "there is no filter `tga:`"),
            ("tag: denial", "nothing stands behind `tag:`"),
            ("is:green", "`is:` has no `green`"),
            ("before:yesterday", "`yesterday` is no day, month or year"),
            ("army \"at least", "a quotation mark has no second one"),
        ];
        for (line, expected) in cases {
            let error = line.parse::<Query>().unwrap_err();
            assert_eq!(error.to_string(), expected);
            assert!(!error.hint().is_empty());
        }
        let words = "\"at 9:30\" Http://x -".parse::<Query>().unwrap();
        assert_eq!(words.to_string(), "'at 9:30' 'Http://x'");
    }
}
