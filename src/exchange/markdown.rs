//! Markdown for people: each article with its marks, quoted.

use super::{ArticleFacts, MarkFacts, Told, Writer};
use crate::text::shown::{on_a_line, visible};
use std::io::{self, Write};

/// The longest title or path, in characters.
const LONGEST_FACT: usize = 300;

/// How a file of ours begins.
pub(super) const BEGINNING: &str = "# Marks\n";

pub(super) fn begin<'a>(out: &'a mut dyn Write) -> io::Result<Box<dyn Writer + 'a>> {
    out.write_all(BEGINNING.as_bytes())?;
    Ok(Box::new(Pages { out }))
}

struct Pages<'a> {
    out: &'a mut dyn Write,
}

impl Writer for Pages<'_> {
    fn article(&mut self, told: &Told) -> io::Result<()> {
        if told.marks.is_empty() {
            return Ok(());
        }
        self.out.write_all(head(&told.article).as_bytes())?;
        for mark in &told.marks {
            self.out.write_all(passage(mark).as_bytes())?;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

fn head(article: &ArticleFacts) -> String {
    let when = if article.date.is_empty() { &article.published } else { &article.date };
    let facts = [&article.outlet, when, &article.place, &article.path].map(|fact| plain_fact(fact));
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    format!("\n## {}\n\n{}\n", plain_fact(&article.title), facts.join(" · "))
}

fn passage(mark: &MarkFacts) -> String {
    let annotation = &mark.annotation;
    let tags: Vec<String> = annotation.tags.iter().map(|tag| plain(tag.as_str())).collect();
    let tags = if tags.is_empty() { "no tag".to_owned() } else { tags.join(", ") };
    let paragraph = mark.paragraph.map_or_else(String::new, |number| format!(" · paragraph {number}"));
    let mut passage = format!("\n> {}\n>\n> **{tags}**{paragraph}\n\n", plain(&annotation.quote()));
    let mut add = |name: &str, words: &str| {
        if !words.trim().is_empty() {
            passage.push_str(&format!("- {name}: {}\n", plain(words)));
        }
    };
    add("source", &annotation.attribution.summary());
    for figure in &annotation.figures {
        let outcome = figure.outcome.as_ref().map(ToString::to_string).unwrap_or_default();
        let convention =
            figure.convention.as_ref().map_or_else(|| "as-worded".to_owned(), ToString::to_string);
        add("figure", &format!("{} ({} {outcome}; {convention})", figure.wording, figure.interval()));
    }
    for link in &mark.relations {
        let other = if link.words.is_empty() {
            link.relation.to.0.to_string()
        } else {
            format!("“{}”", link.words)
        };
        add(link.relation.kind.as_str(), &other);
    }
    add("note", &annotation.note);
    if !matches!(mark.placement, "" | "exact") {
        add("place", mark.placement);
    }
    add("marked by", &mark.annotator.name);
    passage
}

fn plain_fact(words: &str) -> String {
    plain(&on_a_line(words, LONGEST_FACT))
}

/// Words that are nothing but words, on one line: every sign that Markdown or HTML knows is escaped.
pub(super) fn plain(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut plain = String::with_capacity(line.len());
    for character in visible(&line).chars() {
        match character {
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            // A full stop, a hyphen or a comma within words does nothing; at the start of a line none stands.
            ',' | '.' | '-' | '\'' | '"' | ';' | '?' | '%' | '/' => plain.push(character),
            // `://` would make a link of an address.
            ':' => plain.push_str("&#58;"),
            _ if character.is_ascii_punctuation() => plain.extend(['\\', character]),
            _ => plain.push(character),
        }
    }
    // “1. ” and “- ” begin lists.
    if plain.starts_with('-') || plain.starts_with(|c: char| c.is_ascii_digit()) && plain.contains(". ") {
        plain.insert_str(0, "&#8203;");
    }
    plain
}
