//! Trees of documents in the words of pandoc's `native` format, as far as their words go.

/// A piece of the format.
enum Token<'a> {
    Name(&'a str),
    Letters(String),
    Open,
    Close,
    Other,
}

/// Names whose content is not read as text: pictures give their words apart, formulas and foreign mark-up
/// are none.
const SKIPPED: [&str; 7] = ["Image", "RawInline", "RawBlock", "Math", "Citation", "ColWidth", "Format"];

/// Names that part words.
const BREAKS: [&str; 14] = [
    "Para",
    "Plain",
    "Header",
    "Space",
    "SoftBreak",
    "LineBreak",
    "CodeBlock",
    "Cell",
    "BlockQuote",
    "BulletList",
    "OrderedList",
    "Table",
    "Note",
    "MetaInlines",
];

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => {
                let (letters, end) = letters(rest);
                tokens.push(Token::Letters(letters));
                end
            }
            '(' | '[' | '{' => {
                tokens.push(Token::Open);
                1
            }
            ')' | ']' | '}' => {
                tokens.push(Token::Close);
                1
            }
            _ if first.is_alphabetic() => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(Token::Name(&rest[..end]));
                end
            }
            ',' => {
                tokens.push(Token::Other);
                1
            }
            _ => first.len_utf8(),
        };
        rest = &rest[end..];
    }
    tokens
}

/// A string with Haskell's escapes, and where it ends.
fn letters(text: &str) -> (String, usize) {
    let (mut letters, mut signs) = (String::new(), text.char_indices().skip(1).peekable());
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return (letters, at + 1),
            '\\' => match signs.next() {
                Some((_, digit)) if digit.is_ascii_digit() => {
                    let mut code = digit.to_digit(10).unwrap_or_default();
                    while let Some(more) = signs.peek().and_then(|(_, next)| next.to_digit(10)) {
                        code = code * 10 + more;
                        signs.next();
                    }
                    letters.extend(char::from_u32(code));
                }
                Some((_, 'n')) => letters.push('\n'),
                Some((_, 't')) => letters.push('\t'),
                // Parts a number from a digit that follows.
                Some((_, '&')) | None => {}
                Some((_, other)) => letters.push(other),
            },
            _ => letters.push(sign),
        }
    }
    (letters, text.len())
}

/// All words of a tree. Notes come after the paragraph that they belong to. Captions come above what they
/// belong to or below it, which no tree says.
pub(crate) fn words_of(tree: &str, captions_below: bool) -> String {
    let mut tokens = tokens(tree);
    for token in &mut tokens {
        if captions_below && matches!(token, Token::Name("Caption")) {
            *token = Token::Name("Note");
        }
    }
    let (mut words, mut notes) = (String::new(), String::new());
    let mut at = 0;
    block(&tokens, &mut at, &mut words, &mut notes, 0);
    words + &notes
}

/// Reads tokens up to the bracket that closes; `Str`, `Code` and `CodeBlock` give letters.
fn block(tokens: &[Token<'_>], at: &mut usize, words: &mut String, notes: &mut String, depth: usize) {
    let mut takes = 0;
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token {
            Token::Name(name) if SKIPPED.contains(name) => skip_arguments(tokens, at),
            Token::Name("Meta") => words.push_str(&said_about(tokens, at)),
            Token::Name("Span") if is_remark(tokens, *at) => skip_arguments(tokens, at),
            Token::Name("Str") => takes = 1,
            Token::Name("Code" | "CodeBlock") => {
                words.push(' ');
                skip_one(tokens, at);
                takes = 1;
            }
            Token::Name(
                "Link" | "Span" | "Div" | "Header" | "Table" | "Cell" | "Row" | "TableHead" | "TableBody"
                | "TableFoot" | "Figure",
            ) => words.push(' '),
            Token::Name("Note") => {
                let mut inner = String::from(" ");
                // What a caption begins with: its short form, or none.
                if matches!(tokens.get(*at), Some(Token::Name("Nothing" | "Just"))) {
                    *at += 1;
                }
                skip_open(tokens, at);
                block(tokens, at, &mut inner, &mut String::new(), depth + 1);
                notes.push_str(&inner);
            }
            Token::Name(name) => {
                if BREAKS.contains(name) {
                    words.push(' ');
                }
                if matches!(*name, "Para" | "Plain" | "Header" | "Table" | "BlockQuote") && depth < 2 {
                    words.push_str(&std::mem::take(notes));
                }
            }
            Token::Letters(letters) if 0 < takes => {
                words.push_str(letters);
                takes = 0;
            }
            Token::Letters(_) | Token::Other => {}
            Token::Open => block(tokens, at, words, notes, depth + 1),
            Token::Close => return,
        }
    }
}

/// Whether a span holds the words of a comment.
fn is_remark(tokens: &[Token<'_>], at: usize) -> bool {
    let head = tokens.iter().skip(at).take(6);
    head.into_iter().any(|token| matches!(token, Token::Letters(letters) if letters == "comment-start"))
}

/// What a tree says about the text apart from it, in the order in which a text has it.
fn said_about(tokens: &[Token<'_>], at: &mut usize) -> String {
    let mut said = ["title", "subtitle", "author", "date", "abstract"].map(|key| (key, String::new()));
    let start = *at;
    skip_one(tokens, at);
    for key_at in start..*at {
        let (Some(Token::Letters(key)), Some(Token::Other), Some(Token::Name(name))) =
            (tokens.get(key_at), tokens.get(key_at + 1), tokens.get(key_at + 2))
        else {
            continue;
        };
        if name.starts_with("Meta")
            && let Some((_, words)) = said.iter_mut().find(|(known, _)| known == key)
        {
            let mut value_at = key_at + 4;
            block(tokens, &mut value_at, words, &mut String::new(), 1);
            words.push(' ');
        }
    }
    said.map(|(_, words)| words).concat()
}

fn skip_open(tokens: &[Token<'_>], at: &mut usize) {
    if matches!(tokens.get(*at), Some(Token::Open)) {
        *at += 1;
    }
}

/// Passes over one value.
fn skip_one(tokens: &[Token<'_>], at: &mut usize) {
    let mut depth = 0;
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token {
            Token::Open => depth += 1,
            Token::Close => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return;
        }
    }
}

/// Passes over all values up to the next comma or bracket that closes.
fn skip_arguments(tokens: &[Token<'_>], at: &mut usize) {
    while !matches!(tokens.get(*at), None | Some(Token::Other | Token::Close)) {
        skip_one(tokens, at);
    }
}
