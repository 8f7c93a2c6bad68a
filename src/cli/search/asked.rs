//! From the words of the command line to what is looked for.

use crate::cli::Refusal;
use crate::cli::args::SearchArgs;
use crate::library::query::Filter;
use crate::library::{Query, QueryError};
use crate::text::TextRange;
use crate::text::find::{self, Finder};

/// What is looked for.
pub(super) struct Asked {
    /// Words, and whether they must not stand there.
    pub(super) words: Vec<(bool, Finder)>,
    /// All other terms.
    pub(super) filters: Query,
}

impl Asked {
    /// Each argument is one term: words that stand together, or a filter with its value.
    pub(super) fn of(args: &SearchArgs) -> Result<Self, Refusal> {
        let mut asked = Self { words: Vec::new(), filters: Query::default() };
        for argument in &args.words {
            let query: Query = term(argument).parse().map_err(refused)?;
            for term in query.terms {
                match term.filter {
                    Filter::Words(words) => asked.words.push((term.is_not, finder(args, words)?)),
                    _ => asked.filters.terms.push(term),
                }
            }
        }
        if asked.words.is_empty() && asked.filters.is_empty() {
            return Err(nothing());
        }
        Ok(asked)
    }

    /// Whether all words stand in one of some texts, and none of those that must not.
    pub(super) fn are_in<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> bool {
        let is_in = |finder: &Finder| texts.clone().any(|text| has(finder, text));
        self.words.iter().all(|(is_not, finder)| is_in(finder) != *is_not)
    }

    /// The first words that must be there.
    pub(super) fn first(&self) -> Option<&Finder> {
        self.words.iter().find(|(is_not, _)| !is_not).map(|(_, finder)| finder)
    }
}

fn has(finder: &Finder, text: &str) -> bool {
    !finder.in_slice(text, &[TextRange::all(text)], &mut || true).is_empty()
}

fn finder(args: &SearchArgs, words: String) -> Result<Finder, Refusal> {
    let query =
        find::Query { words, is_case_sensitive: args.case, is_whole_word: args.word, is_regex: args.regex };
    if query.is_empty() {
        return Err(nothing());
    }
    Finder::new(&query).map_err(|error| Refusal::new(error.to_string()))
}

fn nothing() -> Refusal {
    Refusal::new("there is nothing to look for").hint("give some words or a filter")
}

/// An argument as a query has it. The shell took the quotation marks away.
fn term(argument: &str) -> String {
    if argument.starts_with(['"', '\'']) {
        return argument.to_owned();
    }
    let (sign, rest) = argument.strip_prefix('-').map_or(("", argument), |rest| ("-", rest));
    match rest.split_once(':') {
        Some((key, value)) if key.bytes().all(|byte| byte.is_ascii_lowercase()) && !key.is_empty() => {
            format!("{sign}{key}:{}", quoted(value))
        }
        _ => format!("{sign}{}", quoted(rest)),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

pub(super) fn refused(error: QueryError) -> Refusal {
    Refusal::new(error.to_string()).hint(error.hint())
}
