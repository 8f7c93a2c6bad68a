//! The part of YAML that stands above articles: keys with words, lists and tables, in lines or in brackets,
//! words over several lines. JSON is a part of that. What is neither is passed over and harms nothing.

use std::collections::VecDeque;

/// What a key has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Datum {
    Text(String),
    List(Vec<Datum>),
    Table(Vec<(String, Datum)>),
}

/// The deepest that lists and tables nest; what is deeper is passed over.
const MAX_DEPTH: usize = 32;

/// The most lines that are looked at.
const MAX_LINES: usize = 4096;

/// The longest value in quotes or brackets, in bytes.
const LONGEST_VALUE: usize = 16 * 1024;

/// The keys at the outermost level, in order.
pub(super) fn read(yaml: &str) -> Vec<(String, Datum)> {
    let line = |line| {
        let text = str::trim_start(line);
        Line { indent: line.len() - text.len(), text, whole: line }
    };
    let mut reading = Reading { lines: yaml.lines().take(MAX_LINES).map(line).collect() };
    let mut table = Vec::new();
    while let Some(indent) = reading.next_indent() {
        let found = reading.table(indent, 0);
        if found.is_empty() {
            // No key, and nobody's value.
            reading.lines.pop_front();
        }
        table.extend(found);
    }
    table
}

/// A value in brackets or quotes at the beginning of `text`, and how many bytes it takes.
pub(super) fn read_flow(text: &str) -> Option<(Datum, usize)> {
    let mut flow = Flow { rest: text };
    let datum = flow.value(0)?;
    Some((datum, text.len() - flow.rest.len()))
}

#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    /// Spaces before it.
    indent: usize,
    text: &'a str,
    whole: &'a str,
}

struct Reading<'a> {
    lines: VecDeque<Line<'a>>,
}

impl<'a> Reading<'a> {
    /// How far the next line that says something stands from the edge; drops those before it.
    fn next_indent(&mut self) -> Option<usize> {
        while self.lines.front()?.text.is_empty() || self.lines.front()?.text.starts_with('#') {
            self.lines.pop_front();
        }
        self.lines.front().map(|line| line.indent)
    }

    /// The keys that stand `indent` from the edge.
    fn table(&mut self, indent: usize, depth: usize) -> Vec<(String, Datum)> {
        let mut table = Vec::new();
        while self.next_indent() == Some(indent) {
            let Some((key, value)) = self.lines.front().and_then(|line| split_key(line.text)) else { break };
            let datum = self.value(value, indent, depth);
            table.push((key, datum));
        }
        table
    }

    /// What follows a key or a dash: `value` in its line, or what stands further in below it.
    fn value(&mut self, value: &'a str, indent: usize, depth: usize) -> Datum {
        let value = without_tag(value);
        self.lines.pop_front();
        if value.starts_with(['|', '>']) {
            return Datum::Text(self.block(value, indent));
        }
        if value.starts_with(['"', '\'', '[', '{'])
            && let Some(datum) = self.flow(value)
        {
            return datum;
        }
        if !value.is_empty() && !value.starts_with('#') {
            return Datum::Text(self.plain(value, indent));
        }
        let Some(next) = self.next_indent() else { return Datum::Text(String::new()) };
        let is_list = self.lines.front().is_some_and(|line| item_of(line.text).is_some());
        if depth < MAX_DEPTH && is_list && indent <= next {
            return self.list(next, depth + 1);
        }
        if next <= indent || MAX_DEPTH <= depth {
            return Datum::Text(String::new());
        }
        if self.lines.front().is_some_and(|line| split_key(line.text).is_some()) {
            return Datum::Table(self.table(next, depth + 1));
        }
        // Words that begin in the next line.
        let text = self.lines.front().map_or("", |line| line.text);
        self.value(text, indent, depth + 1)
    }

    /// The items whose dashes stand `indent` from the edge.
    fn list(&mut self, indent: usize, depth: usize) -> Datum {
        let mut items = Vec::new();
        while self.next_indent() == Some(indent) {
            let Some(item) = self.lines.front().and_then(|line| item_of(line.text)) else { break };
            let inner = self.lines.front().map_or(0, |line| line.indent + line.text.len() - item.len());
            if split_key(item).is_some() && !item.starts_with(['"', '\'', '[', '{']) && depth < MAX_DEPTH {
                // A table whose first key stands beside the dash.
                if let Some(front) = self.lines.front_mut() {
                    *front = Line { indent: inner, text: item, whole: item };
                }
                items.push(Datum::Table(self.table(inner, depth + 1)));
            } else {
                items.push(self.value(item, indent, depth));
            }
        }
        Datum::List(items)
    }

    /// Words in lines of their own, below `|` (as they stand) or `>` (as one line).
    fn block(&mut self, head: &str, indent: usize) -> String {
        let is_folded = head.starts_with('>');
        let mut words = String::new();
        let mut base = None;
        while let Some(line) = self.lines.front().filter(|line| line.text.is_empty() || indent < line.indent)
        {
            let base = *base.get_or_insert(line.indent);
            let text = line.whole.get(base.min(line.indent)..).unwrap_or_default().trim_end();
            if is_folded && !text.is_empty() && !words.is_empty() && !words.ends_with('\n') {
                words.push(' ');
            }
            words.push_str(text);
            if !is_folded || text.is_empty() {
                words.push('\n');
            }
            self.lines.pop_front();
        }
        words.trim().to_owned()
    }

    /// Words without quotes, which go on in lines that stand further in.
    fn plain(&mut self, value: &str, indent: usize) -> String {
        let mut words = without_comment(value).to_owned();
        while let Some(line) = self.lines.front().filter(|line| !line.text.is_empty() && indent < line.indent)
        {
            if !line.text.starts_with('#') {
                words.push(' ');
                words.push_str(without_comment(line.text));
            }
            self.lines.pop_front();
        }
        words
    }

    /// A value in quotes or brackets that begins with `value`, and may go on below; the lines that it takes
    /// are dropped. `None` if it ends nowhere.
    fn flow(&mut self, value: &str) -> Option<Datum> {
        if let Some((datum, n_read)) = read_flow(value) {
            let after = value.get(n_read..).unwrap_or_default().trim_start();
            return (after.is_empty() || after.starts_with('#')).then_some(datum);
        }
        let mut text = value.to_owned();
        for line in &self.lines {
            if LONGEST_VALUE < text.len() {
                return None;
            }
            text.push('\n');
            text.push_str(line.whole);
        }
        let (datum, n_read) = read_flow(&text)?;
        let n_lines = text.get(..n_read).unwrap_or_default().matches('\n').count();
        self.lines.drain(..n_lines.min(self.lines.len()));
        Some(datum)
    }
}

/// The key of a line, and what stands after its colon.
fn split_key(text: &str) -> Option<(String, &str)> {
    if let Some(quote) = text.chars().next().filter(|&c| c == '"' || c == '\'') {
        let (key, rest) = text.get(1..)?.split_once(quote)?;
        return Some((key.to_owned(), rest.trim_start().strip_prefix(':')?.trim()));
    }
    if text.starts_with(['[', '{', '#', '|', '>']) || item_of(text).is_some() {
        return None;
    }
    let parts = |&(at, _): &(usize, &str)| {
        let after = text.get(at + 1..).unwrap_or_default();
        after.is_empty() || after.starts_with([' ', '\t'])
    };
    let (at, _) = text.match_indices(':').find(parts)?;
    let (key, value) = text.split_at(at);
    Some((key.trim().to_owned(), value.get(1..).unwrap_or_default().trim()))
}

/// What stands after the dash of an item.
fn item_of(text: &str) -> Option<&str> {
    let item = text.strip_prefix('-')?;
    (item.is_empty() || item.starts_with([' ', '\t'])).then(|| item.trim())
}

/// A value without what says its kind or names it for others: `!!str`, `&name`.
fn without_tag(value: &str) -> &str {
    let mut value = value.trim();
    while value.starts_with(['!', '&']) {
        value = value.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start());
    }
    value
}

fn without_comment(value: &str) -> &str {
    value.split(" #").next().unwrap_or_default().trim()
}

/// A value in brackets or quotes, in which lines count for nothing.
struct Flow<'a> {
    rest: &'a str,
}

impl Flow<'_> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, sign: char) -> bool {
        self.skip_space();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Datum> {
        self.skip_space();
        match self.rest.chars().next()? {
            _ if MAX_DEPTH < depth => None,
            '[' => self.list(depth),
            '{' => self.table(depth),
            '"' | '\'' => self.quoted().map(Datum::Text),
            _ => Some(Datum::Text(self.bare(&[',', ']', '}']))),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Datum> {
        self.take('[');
        let mut items = Vec::new();
        while !self.take(']') {
            items.push(self.value(depth + 1)?);
            if !self.take(',') {
                return self.take(']').then_some(Datum::List(items));
            }
        }
        Some(Datum::List(items))
    }

    fn table(&mut self, depth: usize) -> Option<Datum> {
        self.take('{');
        let mut table = Vec::new();
        while !self.take('}') {
            self.skip_space();
            let key = if self.rest.starts_with(['"', '\'']) {
                self.quoted()?
            } else {
                self.bare(&[':', ',', '}', '{', '['])
            };
            if !self.take(':') || key.is_empty() {
                return None;
            }
            table.push((key, self.value(depth + 1)?));
            if !self.take(',') {
                return self.take('}').then_some(Datum::Table(table));
            }
        }
        Some(Datum::Table(table))
    }

    /// Words up to one of `ends`.
    fn bare(&mut self, ends: &[char]) -> String {
        let n = self.rest.find(ends).unwrap_or(self.rest.len());
        let (words, rest) = self.rest.split_at(n);
        self.rest = rest;
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Words in quotes. Line ends within are spaces, and empty lines line ends.
    fn quoted(&mut self) -> Option<String> {
        let quote = self.rest.chars().next()?;
        let mut words = String::new();
        let mut signs = self.rest.get(1..)?.char_indices().peekable();
        while let Some((at, sign)) = signs.next() {
            match sign {
                _ if sign == quote && quote == '\'' && signs.next_if(|&(_, c)| c == '\'').is_some() => {
                    words.push('\'');
                }
                _ if sign == quote => {
                    self.rest = self.rest.get(at + 2..)?;
                    return Some(words);
                }
                '\\' if quote == '"' => {
                    let (_, escaped) = signs.next()?;
                    words.push(match escaped {
                        'n' => '\n',
                        't' => '\t',
                        'r' | 'b' | 'f' | '0' | 'a' | 'e' | 'v' => ' ',
                        'x' => code(&mut signs, 2)?,
                        'u' => code(&mut signs, 4)?,
                        'U' => code(&mut signs, 8)?,
                        // A line that goes on in the next.
                        '\n' => {
                            while signs.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                            continue;
                        }
                        other => other,
                    });
                }
                '\n' => {
                    let n_trimmed = words.trim_end_matches(' ').len();
                    words.truncate(n_trimmed);
                    let mut n_feeds = 0;
                    while let Some((_, c)) = signs.next_if(|(_, c)| c.is_whitespace()) {
                        n_feeds += usize::from(c == '\n');
                    }
                    words.push_str(if n_feeds == 0 { " " } else { "\n" });
                }
                other => words.push(other),
            }
        }
        None
    }
}

/// A character by its number of `n` digits; two halves of UTF-16 are one.
fn code(signs: &mut std::iter::Peekable<std::str::CharIndices<'_>>, n: usize) -> Option<char> {
    let mut number = |n: usize| {
        let mut value = 0_u32;
        for _ in 0..n {
            value = value.checked_mul(16)? + signs.next()?.1.to_digit(16)?;
        }
        Some(value)
    };
    let first = number(n)?;
    if !(0xd800..0xdc00).contains(&first) {
        return Some(char::from_u32(first).unwrap_or('\u{fffd}'));
    }
    signs.next_if(|&(_, c)| c == '\\')?;
    signs.next_if(|&(_, c)| c == 'u')?;
    let mut second = 0_u32;
    for _ in 0..4 {
        second = second * 16 + signs.next()?.1.to_digit(16)?;
    }
    let low = second.checked_sub(0xdc00).filter(|&low| low < 0x400)?;
    char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low)
}
