//! The tags of a page, found by one walk over its text, as the standard reads them; and the page
//! without what is never text.
//!
//! No tree is built and nothing is read twice, so no page is too hostile for it.

use super::entities;
use super::html_shadow::ROOT;
use std::ops::Deref;

/// The longest JSON-LD that is kept, in bytes.
const MAX_JSON_LD: usize = 1024 * 1024;

/// The most of a page's style sheets that is kept, in bytes.
const MAX_STYLES: usize = 2 * 1024 * 1024;

/// Elements whose content is words up to their end tag, whatever it looks like.
const RAW: &[&str] = &["title", "textarea", "xmp", "noembed", "noframes", "iframe"];

/// A tag.
pub(super) struct Tag<'a> {
    /// Its name in lower case, cut where it is longer than any that matters.
    pub(super) name: TagName,
    /// Whether it is an end tag.
    pub(super) closes: bool,
    /// Its attributes, and where the tag ends.
    pub(super) attributes: Attributes<'a>,
}

impl<'a> Tag<'a> {
    /// The tag whose `<` is at `at`, if that begins one.
    pub(super) fn at(text: &'a str, at: usize) -> Option<Self> {
        let body = text.as_bytes().get(at + 1..)?;
        let closes = body.first() == Some(&b'/');
        let body = body.get(usize::from(closes)..)?;
        if !body.first()?.is_ascii_alphabetic() {
            return None;
        }
        let ends_name = |&byte: &u8| is_space(byte) || matches!(byte, b'/' | b'>');
        let n_name = body.iter().position(ends_name).unwrap_or(body.len());
        Some(Self {
            name: TagName::of(body.get(..n_name)?),
            closes,
            attributes: Attributes { text, at: at + 1 + usize::from(closes) + n_name },
        })
    }

    /// Reads to its end; gives the offset after `>`.
    pub(super) fn end(&mut self) -> usize {
        self.attributes.by_ref().for_each(drop);
        self.attributes.at
    }
}

/// The name of a tag, which is read of each tag of a page and kept of none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TagName {
    letters: [u8; TagName::MOST],
    length: u8,
}

impl TagName {
    /// The longest name that matters.
    const MOST: usize = 16;

    fn of(name: &[u8]) -> Self {
        let mut read = Self::default();
        for (letter, byte) in read.letters.iter_mut().zip(name) {
            *letter = byte.to_ascii_lowercase();
            read.length += 1;
        }
        read
    }

    pub(super) fn as_str(&self) -> &str {
        let letters = self.letters.get(..usize::from(self.length)).unwrap_or_default();
        // A letter that was cut through is none.
        letters.utf8_chunks().next().map_or("", |chunk| chunk.valid())
    }
}

impl Deref for TagName {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<&str> for TagName {
    fn eq(&self, name: &&str) -> bool {
        self.as_str() == *name
    }
}

/// The attributes of a tag: names and raw values.
pub(super) struct Attributes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Attributes<'a> {
    /// How far the text has been read, as an offset.
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_while(&mut self, skips: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let n = rest.iter().position(|&byte| !skips(byte)).unwrap_or(rest.len());
        let skipped = self.text.get(self.at..self.at + n).unwrap_or_default();
        self.at += n;
        skipped
    }

    fn value(&mut self) -> &'a str {
        self.skip_while(is_space);
        match self.byte() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let rest = self.text.get(self.at..).unwrap_or_default();
                let n = memchr::memchr(quote, rest.as_bytes()).unwrap_or(rest.len());
                self.at = (self.at + n + 1).min(self.text.len());
                rest.get(..n).unwrap_or_default()
            }
            _ => self.skip_while(|byte| !is_space(byte) && byte != b'>'),
        }
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_while(|byte| is_space(byte) || byte == b'/');
        let start = self.at;
        match self.byte()? {
            b'>' => {
                self.at += 1;
                // The end is not read again: a tag that is done stays done.
                self.text = self.text.get(..self.at).unwrap_or_default();
                return None;
            }
            // A sign of equality here belongs to the name.
            b'=' => self.at += 1,
            _ => {}
        }
        self.skip_while(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let name = self.text.get(start..self.at).unwrap_or_default();
        self.skip_while(is_space);
        if self.byte() != Some(b'=') {
            return Some((name, ""));
        }
        self.at += 1;
        Some((name, self.value()))
    }
}

/// A page without scripts, styles and comments.
#[derive(Debug, Default)]
pub(super) struct Stripped {
    /// What is left.
    pub(super) text: String,
    /// The scripts that are data about the article.
    pub(super) json_ld: Vec<String>,
    /// The style sheets.
    pub(super) styles: Vec<String>,
    n_style_bytes: usize,
    /// The address in the comment by which browsers say where a page was saved from.
    pub(super) saved_from: Option<String>,
}

/// Takes out what is never text. A parser that gets the rest cannot be led by it to see tags where
/// this scan saw a script or a comment, so what is counted here is what it meets.
pub(super) fn strip(page: &str) -> Stripped {
    let mut stripped = Stripped { text: String::with_capacity(page.len()), ..Stripped::default() };
    let mut in_svg = false;
    let mut templates = Templates::default();
    let mut at = 0;
    while let Some(n) = memchr::memchr(b'<', page.as_bytes().get(at..).unwrap_or_default()) {
        let start = at + n;
        stripped.text.push_str(page.get(at..start).unwrap_or_default());
        at = start;
        if let Some(comment) = page.get(start..).and_then(|rest| rest.strip_prefix("<!--")) {
            let n_comment = comment_length(comment);
            stripped.note_address(comment.get(..n_comment).unwrap_or_default());
            at += 4 + n_comment;
            continue;
        }
        let Some(mut tag) = Tag::at(page, start) else {
            stripped.text.push('<');
            at += 1;
            continue;
        };
        if matches!(tag.name.as_str(), "script" | "style") {
            let is_data = tag.attributes.by_ref().any(is_json_ld);
            at = tag.end();
            let closes_itself = in_svg && page.get(..at).is_some_and(|tag| tag.ends_with("/>"));
            if !tag.closes && !closes_itself {
                let body = page.get(at..end_of_raw(page, at, &tag.name)).unwrap_or_default();
                at += body.len();
                if is_data && body.len() <= MAX_JSON_LD {
                    stripped.json_ld.push(body.to_owned());
                } else if tag.name == "style" {
                    stripped.note_style(body);
                }
            }
            continue;
        }
        if tag.name == "template" && templates.rewrites(&mut tag) {
            at = tag.end();
            stripped.text.push_str(if tag.closes { "</" } else { "<" });
            stripped.text.push_str(ROOT);
            stripped.text.push('>');
            continue;
        }
        if tag.name == "svg" {
            in_svg = !tag.closes;
        }
        at = tag.end();
        if RAW.contains(&tag.name.as_str()) && !tag.closes {
            at = end_of_raw(page, at, &tag.name);
        }
        stripped.text.push_str(page.get(start..at).unwrap_or_default());
    }
    stripped.text.push_str(page.get(at..).unwrap_or_default());
    stripped
}

/// The templates that are open, and whether each holds the tree that an element keeps to itself.
#[derive(Default)]
struct Templates {
    open: Vec<bool>,
}

impl Templates {
    /// Whether this tag of a template is that of such a tree, which is shown.
    fn rewrites(&mut self, tag: &mut Tag<'_>) -> bool {
        if tag.closes {
            return self.open.pop().unwrap_or_default();
        }
        let is_root = tag.attributes.by_ref().any(|(name, _)| {
            name.eq_ignore_ascii_case("shadowrootmode") || name.eq_ignore_ascii_case("shadowroot")
        });
        self.open.push(is_root);
        is_root
    }
}

impl Stripped {
    fn note_style(&mut self, body: &str) {
        if self.n_style_bytes + body.len() <= MAX_STYLES {
            self.n_style_bytes += body.len();
            self.styles.push(body.to_owned());
        }
    }

    fn note_address(&mut self, comment: &str) {
        // <!-- saved from url=(0031)https://example.org/articles/1 -->
        let comment = comment.trim_end_matches(['-', '>']).trim();
        let address = comment.strip_prefix("saved from url=(").and_then(|rest| rest.split_once(')'));
        if let Some((_, address)) = address {
            self.saved_from.get_or_insert_with(|| address.trim().to_owned());
        }
    }
}

fn is_json_ld((name, value): (&str, &str)) -> bool {
    name.eq_ignore_ascii_case("type")
        && entities::decode(value).trim().eq_ignore_ascii_case("application/ld+json")
}

/// The length of a comment with its end, from after `<!--`.
fn comment_length(comment: &str) -> usize {
    // `<!-->` and `<!--->` are whole.
    for whole in [">", "->"] {
        if comment.starts_with(whole) {
            return whole.len();
        }
    }
    let ends = memchr::memmem::find_iter(comment.as_bytes(), "--");
    let end_at = |n: usize| {
        let after = comment.get(n + 2..).unwrap_or_default();
        (after.starts_with('>').then_some(n + 3)).or_else(|| after.starts_with("!>").then_some(n + 4))
    };
    // `find_iter` leaps over the middle of `--->`.
    ends.flat_map(|n| [n, n + 1])
        .filter(|&n| comment.get(n..n + 2) == Some("--"))
        .find_map(end_at)
        .unwrap_or(comment.len())
}

/// Where the end tag of a raw element begins, or the end of the page.
pub(super) fn end_of_raw(page: &str, from: usize, name: &str) -> usize {
    let rest = page.as_bytes().get(from..).unwrap_or_default();
    let is_end = |&n: &usize| {
        let after = rest.get(n + 2..).unwrap_or_default();
        let named = after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        named && after.get(name.len()).is_none_or(|&byte| is_space(byte) || matches!(byte, b'/' | b'>'))
    };
    memchr::memmem::find_iter(rest, "</").find(is_end).map_or(page.len(), |n| from + n)
}

/// White space between attributes.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_as_the_standard_says() {
        let read = |tag| {
            let mut tag = Tag::at(tag, 0).expect("a tag");
            let pairs: Vec<String> =
                tag.attributes.by_ref().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", pairs.join("|"), tag.end())
        };
        assert_eq!(read("<a href='x>y' b>c"), "href=x>y|b= 16");
        assert_eq!(read("<a b = c/d e=\"f\"g>"), "b=c/d|e=f|g= 18");
        assert_eq!(read("<br/>"), " 5");
        assert_eq!(read("<a \" x>"), "\"=|x= 7");
        assert_eq!(read("<a =b=c>"), "=b=c 8");
        assert_eq!(read("<a b='c"), "b=c 7");
        assert_eq!(read("<a b=>"), "b= 6");
    }

    #[test]
    fn scripts_styles_and_comments_are_taken_out() {
        let table = [
            ("a<script>if (a<b) '</p>'</script >b", "ab"),
            ("a<STYLE>p{}</style>b<!-- c > -->d", "abd"),
            ("a<!-->b<!--->c<!-- --!>d<!----->e", "abcde"),
            ("<p title='<script>'>a</p>", "<p title='<script>'>a</p>"),
            ("<title>a <script> b</title>c", "<title>a <script> b</title>c"),
            ("a < b <3 </ c", "a < b <3 </ c"),
            ("a<script>never ended", "a"),
            ("<svg><script/></svg>a", "<svg></svg>a"),
            ("a<!-- never ended", "a"),
            ("a<p", "a<p"),
        ];
        for (page, expected) in table {
            assert_eq!(strip(page).text, expected);
        }
    }

    #[test]
    fn data_and_the_address_are_kept() {
        let page =
            "<!-- saved from url=(0018)https://a.example/ --><script type='application/ld+json'>{}</script>";
        let stripped = strip(page);
        assert_eq!(stripped.json_ld, ["{}"]);
        assert_eq!(stripped.saved_from.as_deref(), Some("https://a.example/"));
        assert_eq!(stripped.text, "");
    }
}
