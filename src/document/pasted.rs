//! A file for what was pasted: a web page of rich text, Markdown of plain text, each with what is known of
//! it. It is read by the same importers as any other.

use super::Timestamp;
use std::fmt::Write as _;

/// The characters of a file's name, without its ending.
const LONGEST_NAME: usize = 60;
/// The characters of a title that is guessed.
const LONGEST_TITLE: usize = 100;

/// What was pasted, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The title that it gets.
    pub title: String,
    /// The address that it comes from; empty if that is not known.
    pub address: String,
    /// Rich text, as HTML, if it is that.
    pub html: Option<String>,
    /// The words alone.
    pub text: String,
}

impl Pasted {
    /// Of what a clipboard holds, with a title and an address that were found in it; `None` if there are no
    /// words in it.
    pub fn found(html: Option<String>, text: String) -> Option<Self> {
        let html = html.filter(|html| !html.trim().is_empty());
        if html.is_none() && text.trim().is_empty() {
            return None;
        }
        let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let title = first.chars().take(LONGEST_TITLE).collect();
        let address = html.as_deref().and_then(source_address).unwrap_or_default();
        Some(Self { title, address, html, text })
    }

    /// The name of the file: the title's words, then the ending. The `nth` of that name, from 1.
    ///
    /// ```
    /// use postil::document::pasted::Pasted;
    /// let pasted = Pasted { title: "The army: “no”".to_owned(), ..Pasted::default() };
    /// assert_eq!(pasted.file_name(1), "the-army-no.md");
    /// assert_eq!(pasted.file_name(2), "the-army-no-2.md");
    /// ```
    pub fn file_name(&self, nth: usize) -> String {
        let lower = self.title.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let whole = words.collect::<Vec<_>>().join("-");
        let cut: String = whole.chars().take(LONGEST_NAME).collect();
        // A name that is too long ends with a word, unless it is one alone.
        let words = if cut.len() < whole.len() {
            cut.rsplit_once('-').map_or(&*cut, |(words, _)| words)
        } else {
            &cut
        };
        let stem = if words.is_empty() { "pasted" } else { words };
        let ending = if self.html.is_some() { "html" } else { "md" };
        if nth < 2 { format!("{stem}.{ending}") } else { format!("{stem}-{nth}.{ending}") }
    }

    /// The file.
    pub fn file(&self, now: Timestamp) -> String {
        match &self.html {
            Some(html) => self.page(html, now),
            None => self.markdown(now),
        }
    }

    fn page(&self, html: &str, now: Timestamp) -> String {
        let mut page = String::from("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
        // Writing to a string does not fail.
        writeln!(page, "<title>{}</title>", in_html(&self.title)).unwrap_or_default();
        if !self.address.is_empty() {
            writeln!(page, "<link rel=\"canonical\" href=\"{}\">", in_html(&self.address))
                .unwrap_or_default();
        }
        writeln!(page, "<meta name=\"pasted\" content=\"{now}\">").unwrap_or_default();
        writeln!(page, "</head>\n<body>\n<article>\n{}\n</article>\n</body>\n</html>", fragment(html))
            .unwrap_or_default();
        page
    }

    fn markdown(&self, now: Timestamp) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let mut file = format!("---\ntitle: {}\n", quoted(&one_line(&self.title)));
        if !self.address.is_empty() {
            file.push_str(&format!("url: {}\n", quoted(&one_line(&self.address))));
        }
        file.push_str(&format!("pasted: {now}\n---\n"));
        let mut is_amid = false;
        for line in self.text.lines().map(str::trim) {
            // A line of its own stays one.
            file.push_str(match (is_amid, line.is_empty()) {
                (true, false) => "\\\n",
                (false, false) => "\n",
                (true, true) => "\n",
                (false, true) => "",
            });
            file.push_str(&in_markdown(line));
            is_amid = !line.is_empty();
        }
        file.push('\n');
        file
    }
}

/// What was copied of a page: systems wrap it into a page of its own and say by comments where it stands.
fn fragment(html: &str) -> &str {
    let after = html.split_once("<!--StartFragment-->").map_or(html, |(_, after)| after);
    after.split_once("<!--EndFragment-->").map_or(after, |(before, _)| before).trim()
}

/// Where the page was that something was copied of, where the clipboard says it.
fn source_address(html: &str) -> Option<String> {
    // Windows puts lines before the page.
    let head = html.split('<').next().unwrap_or_default();
    let told = head.lines().find_map(|line| line.strip_prefix("SourceURL:"));
    let base = || html.split_once("<base href=\"").and_then(|(_, rest)| rest.split('"').next());
    told.or_else(base).map(str::trim).filter(|address| is_web_address(address)).map(str::to_owned)
}

/// Whether a text is the address of a page of the web and nothing else.
pub fn is_web_address(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://")) && !text.contains(char::is_whitespace)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_html(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A line that Markdown reads as these very words.
fn in_markdown(line: &str) -> String {
    let mut written = String::with_capacity(line.len());
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in line.char_indices() {
        let begins = at == 0 && matches!(letter, '#' | '>' | '-' | '+' | '=' | '|' | ':');
        let numbers = 0 < n_digits && at == n_digits && matches!(letter, '.' | ')');
        if begins
            || numbers
            || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '&' | '$' | '^')
        {
            written.push('\\');
        }
        written.push(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::{Options, import};

    fn read(pasted: &Pasted) -> crate::document::Document {
        let file = pasted.file(Timestamp::from_seconds(1_790_000_000));
        import(file.as_bytes(), &pasted.file_name(1), &Options::default()).unwrap().value
    }

    #[test]
    fn plain_text_is_read_as_it_was_pasted() {
        let text = "1. It *burnt*, # says [SANA]\nnext <line>\n\n- no list & no_sign\n\n# no heading";
        let pasted = Pasted::found(None, text.to_owned()).unwrap();
        let document = read(&pasted);
        assert_eq!(document.text().trim(), text);
        assert_eq!(document.title(), "1. It *burnt*, # says [SANA]");
        assert!(
            document.metadata().other.iter().any(|(key, value)| key == "pasted" && value.contains("2026"))
        );
    }

    #[test]
    fn rich_text_keeps_its_form_and_its_address() {
        let html = "Version:0.9\nSourceURL:https://sana.sy/raid\n<html><body><!--StartFragment-->\
            <h2>Raid</h2><p>Eight people <b>died</b> in the raid, a nurse said on Monday.</p>\
            <!--EndFragment--></body></html>";
        let pasted = Pasted::found(Some(html.to_owned()), "Raid\nEight people died".to_owned()).unwrap();
        assert_eq!((pasted.title.as_str(), pasted.address.as_str()), ("Raid", "https://sana.sy/raid"));
        assert_eq!(pasted.file_name(3), "raid-3.html");
        let document = read(&pasted);
        assert!(document.text().contains("Eight people died in the raid"), "{}", document.text());
        assert!(!document.text().contains("SourceURL"));
        assert_eq!(document.metadata().address.as_deref(), Some("https://sana.sy/raid"));
    }

    #[test]
    fn nothing_is_no_article_and_an_address_is_none() {
        assert_eq!(Pasted::found(Some(" ".to_owned()), "\n".to_owned()), None);
        assert!(is_web_address("https://sana.sy/raid") && is_web_address("HTTP://x"));
        assert!(!is_web_address("https://sana.sy says so") && !is_web_address("sana.sy"));
        let name = |title: String| Pasted { title, ..Pasted::default() }.file_name(1);
        assert_eq!(name("…".to_owned()), "pasted.md");
        assert_eq!(name(format!("{} word", "a".repeat(58))), format!("{}.md", "a".repeat(58)));
    }
}
