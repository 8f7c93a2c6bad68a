//! Words and quoted words on one line: what actions and marked text are written in.
//!
//! `'…'` holds any text: in it `\'`, `\\`, `\n`, `\r` and `\t` stand for the quote, the backslash
//! and the controls. Outside quotes, white space parts the words and nothing is special.

use std::fmt;

/// One token of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A bare word: `select`, `4..10`, `c1`.
    Word(String),
    /// What stood between single quotes, unescaped; may be empty.
    Quoted(String),
}

impl Token {
    /// What it says, quoted or not.
    pub fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Quoted(text) => text,
        }
    }
}

/// Why a line is no row of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteError {
    /// A quote opens and does not close.
    Unclosed,
    /// A backslash in quotes stands before something that it does not escape.
    UnknownEscape(char),
    /// A word touches a closing quote: `'a'b`.
    NoSpace,
}

impl fmt::Display for QuoteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unclosed => f.write_str("a `'` is not closed"),
            Self::UnknownEscape(character) => {
                write!(f, "`\\{}` stands for nothing within quotes", character.escape_debug())
            }
            Self::NoSpace => f.write_str("a word follows a closing `'` without a space"),
        }
    }
}

impl QuoteError {
    /// What to do about it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Unclosed => "write `\\'` for an apostrophe within quotes",
            Self::UnknownEscape(_) => "write `\\\\` for a backslash within quotes",
            Self::NoSpace => "put a space between the words",
        }
    }
}

impl std::error::Error for QuoteError {}

/// `text` between single quotes, on one line whatever it holds.
///
/// ```
/// use postil::text::quoted;
/// assert_eq!(quoted::quote("see p. 4"), "'see p. 4'");
/// assert_eq!(quoted::quote("Ana's\nnote"), r"'Ana\'s\nnote'");
/// ```
pub fn quote(text: &str) -> String {
    quote_with('\'', text)
}

/// `text` between two of `delimiter` (`'` or `"`), which is escaped in it.
pub fn quote_with(delimiter: char, text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(delimiter);
    for character in text.chars() {
        match character {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ if character == delimiter => quoted.extend(['\\', character]),
            _ => quoted.push(character),
        }
    }
    quoted.push(delimiter);
    quoted
}

/// The words and quoted words of `line`; an apostrophe within a bare word is a letter of it.
///
/// ```
/// use postil::text::quoted::{Token, tokens};
/// let line = tokens("note a1 'see p. 4'").unwrap();
/// assert_eq!(line[2], Token::Quoted("see p. 4".into()));
/// ```
pub fn tokens(line: &str) -> Result<Vec<Token>, QuoteError> {
    let mut found = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        if let Some(body) = rest.strip_prefix('\'') {
            let (text, after) = unquote('\'', body)?;
            if after.starts_with(|next: char| !next.is_whitespace()) {
                return Err(QuoteError::NoSpace);
            }
            found.push(Token::Quoted(text));
            rest = after.trim_start();
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            found.push(Token::Word(word.to_owned()));
            rest = after.trim_start();
        }
    }
    Ok(found)
}

/// The text up to the closing `delimiter`, and what stands after it: the inverse of [`quote_with`]
/// on what follows the opening one.
pub fn unquote(delimiter: char, body: &str) -> Result<(String, &str), QuoteError> {
    let mut text = String::new();
    let mut characters = body.chars();
    while let Some(character) = characters.next() {
        match character {
            _ if character == delimiter => return Ok((text, characters.as_str())),
            '\\' => text.push(match characters.next() {
                Some(escaped @ ('\'' | '"' | '\\')) => escaped,
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some(other) => return Err(QuoteError::UnknownEscape(other)),
                None => return Err(QuoteError::Unclosed),
            }),
            _ => text.push(character),
        }
    }
    Err(QuoteError::Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(line: &str, expected: &[Token]) {
        assert_eq!(tokens(line).as_deref(), Ok(expected));
    }

    fn word(text: &str) -> Token {
        Token::Word(text.to_owned())
    }

    fn quoted(text: &str) -> Token {
        Token::Quoted(text.to_owned())
    }

    #[test]
    fn words_and_quotes_are_parted_by_spaces() {
        check("  select  'denied' 2 ", &[word("select"), quoted("denied"), word("2")]);
        check("note ''", &[word("note"), quoted("")]);
        check("find o'clock", &[word("find"), word("o'clock")]);
        check("", &[]);
    }

    #[test]
    fn escapes_stand_for_quotes_and_line_ends() {
        check(r"'Ana\'s \\ \n'", &[quoted("Ana's \\ \n")]);
    }

    #[test]
    fn broken_quotes_are_refused() {
        assert_eq!(tokens("note 'see"), Err(QuoteError::Unclosed));
        assert_eq!(tokens(r"note 'see\"), Err(QuoteError::Unclosed));
        assert_eq!(tokens(r"'\x'"), Err(QuoteError::UnknownEscape('x')));
        assert_eq!(tokens("'a'b"), Err(QuoteError::NoSpace));
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_read_back(texts in proptest::collection::vec(any::<String>(), 0..4)) {
            let line = texts.iter().map(|text| quote(text)).collect::<Vec<_>>().join(" ");
            prop_assert!(!line.contains('\n'));
            let expected: Vec<Token> = texts.iter().map(|text| quoted(text)).collect();
            prop_assert_eq!(tokens(&line), Ok(expected));
        }

        #[test]
        fn either_delimiter_is_read_back(text in any::<String>()) {
            let quoted = quote_with('"', &text);
            prop_assert_eq!(unquote('"', &quoted[1..]), Ok((text, "")));
        }

        #[test]
        fn any_line_is_read_or_refused(line in any::<String>()) {
            let _read = tokens(&line);
        }
    }
}
