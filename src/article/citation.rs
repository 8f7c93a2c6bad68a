//! A passage or a mark as it is quoted elsewhere: the words, and where they stand.

use super::MarkRef;
use crate::document::{Document, LocatorKind, Numbers, is_no_date};
use crate::text::TextRange;

/// In what form it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For any program.
    Plain,
    /// With marks for a quotation and for a title.
    Markdown,
}

/// The words of a passage, and where they stand. What the article does not say is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The words, those of several pieces in their order.
    pub words: Vec<String>,
    /// Of the article.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When it was published: in words as far as that is certain, else as it stood.
    pub date: String,
    /// The chapter in which it begins, where the file has chapters.
    pub chapter: Option<String>,
    /// The page on which it begins, with its number as the file has it: `p. iv`.
    pub page: Option<String>,
    /// What stands beside the paragraph: the times of a subtitle.
    pub label: Option<String>,
    /// The number of the paragraph in which it begins, from 1.
    pub paragraph: Option<usize>,
    /// The address that the article was saved from.
    pub address: Option<String>,
}

impl Citation {
    /// Of the passage with these pieces; without a piece, of the article.
    ///
    /// ```
    /// use postil::article::citation::{Citation, Style};
    /// use postil::document::Document;
    /// use postil::text::TextRange;
    /// let document = Document::plain("Eight people died.\n\nThe army denied it.");
    /// let denial = TextRange::from_usize(20..39);
    /// let cited = Citation::of(&document, &[denial]);
    /// assert_eq!(cited.paragraph, Some(2));
    /// assert!(cited.written(Style::Plain).starts_with("“The army denied it.” – "));
    /// ```
    pub fn of(document: &Document, pieces: &[TextRange]) -> Self {
        let metadata = document.metadata();
        let told = metadata.published.clone().filter(|date| !is_no_date(date));
        let date = metadata.published_on(None).map(|date| date.to_string()).or(told);
        let numbers = Numbers::of(document);
        let start = pieces.first().map(|piece| piece.start());
        let at = |kind| {
            let label = one_line(&document.locator_at(start?, kind)?.label);
            (!label.is_empty()).then_some(label)
        };
        let block = start.and_then(|start| document.blocks().get(document.block_at(start)?));
        Self {
            chapter: at(LocatorKind::Chapter),
            page: at(LocatorKind::Page).map(|number| format!("p. {number}")),
            label: block.and_then(|block| block.label.as_deref()).map(one_line),
            words: pieces.iter().map(|&piece| document.slice(piece).trim().to_owned()).collect(),
            title: one_line(document.title()),
            outlet: one_line(metadata.site.as_deref().unwrap_or_default()),
            date: one_line(&date.unwrap_or_default()),
            paragraph: pieces.first().and_then(|piece| numbers.at(document, piece.start())),
            address: metadata.address.clone(),
        }
    }

    /// Of the passage of a mark as it stands now; of one that has no place, the words that it was put on.
    pub fn of_mark(document: &Document, mark: &MarkRef<'_>) -> Self {
        match mark.placement.and_then(|placement| placement.passage()) {
            Some(passage) => Self::of(document, passage.pieces()),
            None => Self { words: vec![mark.annotation.quote()], ..Self::of(document, &[]) },
        }
    }

    /// Written in a form.
    pub fn written(&self, style: Style) -> String {
        match style {
            Style::Plain => format!("“{}” – {}", one_line(&self.words.join(" … ")), self.place(style)),
            Style::Markdown => {
                let words = self.words.join(" … ");
                let lines: Vec<String> = words.lines().map(|line| format!("> {}", escaped(line))).collect();
                let lines = lines.join("\n").replace("> \n", ">\n");
                format!("{lines}\n>\n> — {}\n", self.place(style))
            }
        }
    }

    /// Where it stands: title, outlet, date, chapter, page, paragraph.
    pub fn place(&self, style: Style) -> String {
        let title = match (style, &self.address) {
            (Style::Plain, _) => self.title.clone(),
            (Style::Markdown, Some(address)) if is_linkable(address) => {
                format!("[{}](<{address}>)", escaped(&self.title))
            }
            (Style::Markdown, _) => format!("*{}*", escaped(&self.title)),
        };
        let paragraph = self.paragraph.map_or_else(String::new, |number| format!("¶ {number}"));
        let said = |words: &Option<String>| {
            let words = words.clone().unwrap_or_default();
            if style == Style::Markdown { escaped(&words) } else { words }
        };
        let (chapter, page, label) = (said(&self.chapter), said(&self.page), said(&self.label));
        let parts = [title, self.outlet.clone(), self.date.clone(), chapter, page, label, paragraph];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// An item of a list in Markdown: a quotation with what is said of it, where it stands, and a note.
pub fn item_in_markdown(quote: &str, about: &[String], place: &[String], note: &str) -> String {
    let joined = |parts: &[String], between: &str| {
        let parts: Vec<String> = parts.iter().map(|part| one_line(part)).collect();
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    };
    let note = if note.is_empty() { String::new() } else { format!("  \n  {}", one_line(note)) };
    let (about, place) = (joined(about, "; "), joined(place, ", "));
    format!("- “{}” ({about}) {place}{note}\n", escaped(&one_line(quote)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without what Markdown would read as signs of its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '*' | '_' | '[' | ']' | '<' | '`') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// An address that can stand in a link and leads to a page.
fn is_linkable(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && !address.contains(['<', '>', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::{Options, import};
    use crate::document::{BlockKind, Builder, Metadata, Reading, SourceMap};

    const ARTICLE: &str = "\
---
title: The *raid*
site: SANA
date: 2017-04-16
url: https://sana.sy/raid
---

Eight people died.

The army denied it. It had not fired.
";

    fn cited(words: &[&str]) -> Citation {
        let document = import(ARTICLE.as_bytes(), "a.md", &Options::default()).unwrap().value;
        let pieces: Vec<TextRange> = words
            .iter()
            .map(|words| {
                let at = document.text().find(words).unwrap();
                TextRange::from_usize(at..at + words.len())
            })
            .collect();
        Citation::of(&document, &pieces)
    }

    #[test]
    fn a_quotation_says_where_it_stands() {
        assert_eq!(
            cited(&["The army denied it."]).written(Style::Plain),
            "“The army denied it.” – The *raid*, SANA, 16 April 2017, ¶ 2"
        );
        assert_eq!(
            cited(&["The army denied it."]).written(Style::Markdown),
            "> The army denied it.\n>\n> — [The \\*raid\\*](<https://sana.sy/raid>), SANA, 16 April 2017, ¶ 2\n"
        );
    }

    #[test]
    fn pieces_and_paragraphs_are_one_quotation() {
        assert_eq!(
            cited(&["Eight people", "had not fired"]).written(Style::Plain),
            "“Eight people … had not fired” – The *raid*, SANA, 16 April 2017, ¶ 1"
        );
        let both = cited(&["died.\n\nThe army"]);
        assert!(both.written(Style::Plain).starts_with("“died. The army” – "));
        assert!(both.written(Style::Markdown).starts_with("> died.\n>\n> The army\n>\n> — "));
    }

    #[test]
    fn pages_chapters_and_times_are_cited() {
        let mut builder = Builder::default();
        builder.locate(LocatorKind::Chapter, "The *dam*");
        builder.locate(LocatorKind::Page, "iv");
        builder.begin(BlockKind::Paragraph, 0, 0);
        builder.set_label("00:00:06");
        builder.push("It broke.");
        let document = builder.finish(Metadata::default(), Reading::default(), SourceMap::default());
        let cited = Citation::of(&document, &[TextRange::from_usize(0..9)]);
        assert!(cited.place(Style::Plain).ends_with("The *dam*, p. iv, 00:00:06, ¶ 1"), "{cited:?}");
        assert!(cited.place(Style::Markdown).ends_with("The \\*dam\\*, p. iv, 00:00:06, ¶ 1"), "{cited:?}");
    }

    #[test]
    fn what_the_article_does_not_say_is_left_out() {
        let document = Document::plain("It *burnt*.");
        let cited = Citation::of(&document, &[TextRange::from_usize(0..11)]);
        let place = cited.place(Style::Plain);
        assert!(place.ends_with("¶ 1") && !place.contains(", ,"), "{place}");
        assert!(cited.written(Style::Markdown).starts_with("> It \\*burnt\\*.\n"));
    }
}
