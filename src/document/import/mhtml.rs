//! MHTML (RFC 2557): a page and its pictures as the parts of a mail, which Chrome, Edge, Opera and Internet
//! Explorer save; and mails themselves, whether they hold a page or words alone.
//!
//! The parts are told apart by a walk of our own and only their headers are read by a library: mails nest
//! without end, and one part is wanted at a time.

use super::addresses::resolved;
use super::saved_page::{self, MAX_PARTS, Packing, Part, SavedPage};
use super::{File, ImportError, Imported, mail};
use encoding_rs::Encoding;
use mail_parser::{ContentType, HeaderName, Message, MessageParser, MimeHeaders};
use std::borrow::Cow;

/// How deep parts of parts are looked at.
const MAX_DEPTH: usize = 8;
/// The longest header, in bytes.
const MAX_HEAD: usize = 64 * 1024;
/// The header by which Chrome says where a page was.
const SAVED_FROM: &str = "Snapshot-Content-Location";
/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 8 * 1024;

/// Whether a file is an archive of this kind or a mail: a mail's headers, of which one says that its parts belong
/// together, that it is a page, or from whom it is.
pub(super) fn is_mhtml(bytes: &[u8]) -> bool {
    let (head, _) = parted(bytes.trim_ascii_start());
    // What begins like a mail and is none is text.
    let mut lines = head.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let is_field = |line: &[u8]| {
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        line.starts_with(b" ")
            || line.starts_with(b"\t")
            || (name.len() < line.len() && !name.is_empty() && name.iter().all(u8::is_ascii_graphic))
    };
    let lower = head.to_ascii_lowercase();
    let has = |needle: &str| memchr::memmem::find(&lower, needle.as_bytes()).is_some();
    let is_page = has("multipart/related") || has("multipart/alternative") || has("content-type: text/html");
    let is_sent = lower.starts_with(b"from:") || has("\nfrom:");
    (is_page || is_sent) && has("mime-version:") && lines.all(is_field)
}

/// Reads the page in it, or the words of a mail that has none.
pub(super) fn read(file: &File<'_>) -> Imported {
    match open(file.bytes) {
        Err(ImportError::NoPage) => {
            let bytes = file.bytes.trim_ascii_start();
            let parts: Vec<Part<'_>> = parts_of(bytes).0.into_iter().map(|(part, _)| part).collect();
            let words: Vec<&Part<'_>> = parts.iter().filter(|part| mail::is_words(part)).collect();
            let mut read = mail::read(file, fields(parted(bytes).0).as_ref(), &words)?;
            read.warnings.extend(mail::left_out(parts.iter().filter(|part| !mail::is_words(part))));
            Ok(read)
        }
        saved => saved_page::read(file, &saved?),
    }
}

/// The page and its parts.
pub(super) fn open(bytes: &[u8]) -> Result<SavedPage<'_>, ImportError> {
    let bytes = bytes.trim_ascii_start();
    let head = fields(parted(bytes).0);
    let mut saved = SavedPage {
        address: field(&head, HeaderName::Other(Cow::Borrowed(SAVED_FROM))).unwrap_or_default(),
        title: head.as_ref().and_then(Message::subject).map(str::to_owned),
        saved: head.as_ref().and_then(Message::date).map(mail_parser::DateTime::to_rfc3339),
        ..SavedPage::default()
    };
    saved.sender = head.as_ref().and_then(mail::sender);
    let start = attribute(&head, "start").map(|id| format!("cid:{}", within_angles(&id)));
    let (begun, has_more) = parts_of(bytes);
    saved.has_more = has_more;
    let is_start = |names: &[String]| start.as_ref().is_some_and(|start| names.contains(start));
    let page = begun.iter().find(|(part, names)| part.is_page() && is_start(names));
    let page = page.or_else(|| begun.iter().find(|(part, _)| part.is_page() && part.attached.is_none()));
    // A page that somebody sent with a letter is not the letter.
    let has_words = begun.iter().any(|(part, _)| mail::is_words(part));
    let page = page.or_else(|| begun.iter().find(|(part, _)| part.is_page() && !has_words));
    if let Some((page, names)) = page {
        saved.page = page.clone();
        let others = begun.iter().map(|(part, _)| part).filter(|part| part.attached.is_some());
        let is_mail = saved.sender.is_some();
        saved.unread = mail::left_out(others.filter(|part| is_mail && part.body != page.body));
        let address = names.iter().find(|name| !name.starts_with("cid:"));
        saved.address = address.cloned().unwrap_or(saved.address);
    }
    for (part, names) in begun {
        for name in names {
            saved.parts.entry(resolved(&saved.address, &name)).or_insert_with(|| part.clone());
        }
    }
    saved.or_none()
}

/// The parts that hold no further ones, each with its names, and whether there are more than are looked at.
fn parts_of(bytes: &[u8]) -> (Vec<(Part<'_>, Vec<String>)>, bool) {
    let mut begun = Vec::new();
    let mut has_more = false;
    let mut waiting = vec![(bytes, 0)];
    while let Some((bytes, depth)) = waiting.pop() {
        let (head, body) = parted(bytes);
        let head = fields(head);
        match attribute(&head, "boundary").filter(|_| depth < MAX_DEPTH && is_multipart(&head)) {
            Some(boundary) => {
                let room = MAX_PARTS.saturating_sub(waiting.len() + begun.len());
                let mut parts: Vec<_> = sections(body, &boundary).take(room + 1).collect();
                has_more |= room < parts.len();
                parts.truncate(room);
                waiting.extend(parts.into_iter().rev().map(|part| (part, depth + 1)));
            }
            None => begun.push((part_of(&head, body), names_of(&head))),
        }
    }
    (begun, has_more)
}

/// A header and what follows it, parted by an empty line.
fn parted(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        at += line.len();
        if line.trim_ascii().is_empty() || MAX_HEAD < at {
            break;
        }
    }
    bytes.split_at_checked(at).unwrap_or((bytes, &[]))
}

/// What stands between lines that begin with `--` and the boundary.
fn sections<'a>(body: &'a [u8], boundary: &str) -> impl Iterator<Item = &'a [u8]> {
    let line = format!("--{boundary}").into_bytes();
    let starts: Vec<usize> = memchr::memmem::find_iter(body, &line)
        .filter(|&at| at == 0 || body.get(at - 1) == Some(&b'\n'))
        .take(MAX_PARTS + 2)
        .collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([body.len()]).collect();
    let n_line = line.len();
    starts.into_iter().zip(ends).filter_map(move |(start, end)| {
        let section = body.get(start + n_line..end)?;
        // The last of these lines ends the whole.
        if section.starts_with(b"--") {
            return None;
        }
        let (_, section) = section.split_at_checked(memchr::memchr(b'\n', section)? + 1)?;
        let section = section.strip_suffix(b"\n").unwrap_or(section);
        Some(section.strip_suffix(b"\r").unwrap_or(section))
    })
}

/// The fields of a header.
fn fields(head: &[u8]) -> Option<Message<'_>> {
    MessageParser::default().parse_headers(head)
}

fn field(head: &Option<Message<'_>>, name: HeaderName<'static>) -> Option<String> {
    let value = head.as_ref()?.header_raw(name)?;
    // Long addresses are folded.
    let value: String = value.split_whitespace().collect();
    (!value.is_empty() && value.len() <= LONGEST_ADDRESS).then_some(value)
}

fn attribute(head: &Option<Message<'_>>, name: &str) -> Option<String> {
    let kind = head.as_ref()?.content_type()?;
    kind.attribute(name).filter(|value| !value.is_empty()).map(str::to_owned)
}

fn is_multipart(head: &Option<Message<'_>>) -> bool {
    let kind = head.as_ref().and_then(Message::content_type);
    kind.is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("multipart"))
}

fn part_of<'a>(head: &Option<Message<'_>>, body: &'a [u8]) -> Part<'a> {
    let kind = head.as_ref().and_then(Message::content_type);
    let packing = head.as_ref().and_then(Message::content_transfer_encoding).unwrap_or_default();
    let kind = kind.map_or(String::new(), |kind| {
        format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
    });
    Part {
        attached: head.as_ref().and_then(|head| attached(head, &kind)),
        kind,
        charset: attribute(head, "charset").and_then(|label| Encoding::for_label(label.as_bytes())),
        packing: match packing.trim().to_ascii_lowercase().as_str() {
            "base64" => Packing::Base64,
            "quoted-printable" => Packing::QuotedPrintable,
            _ => Packing::None,
        },
        body: Cow::Borrowed(body),
    }
}

/// What a file is called that was sent with a mail, where the part is one; some programs call it a part of the letter
/// for all that.
fn attached(head: &Message<'_>, kind: &str) -> Option<String> {
    let is_sent = head.content_disposition().is_some_and(ContentType::is_attachment);
    let is_file = kind.starts_with("application/") && !kind.ends_with("/xhtml+xml");
    let name = head.attachment_name();
    let is_attached = is_sent || kind == "message/rfc822" || (is_file && name.is_some());
    is_attached.then(|| name.or(head.subject()).unwrap_or(kind).to_owned())
}

/// What a part is called: its address, and its number in this file.
fn names_of(head: &Option<Message<'_>>) -> Vec<String> {
    let address = field(head, HeaderName::ContentLocation);
    let id = field(head, HeaderName::ContentId).map(|id| format!("cid:{}", within_angles(&id)));
    address.into_iter().chain(id).collect()
}

fn within_angles(id: &str) -> &str {
    id.trim_start_matches('<').trim_end_matches('>')
}

#[cfg(test)]
mod tests {
    use super::super::{Extent, Options, import, part};
    use super::*;
    use crate::document::{Document, ImagePlace, Importer, Role};

    /// A mail of these parts, each headers and a body.
    fn mail(parts: &[(&str, &str)]) -> String {
        let head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/news/fire\n\
            Subject: =?utf-8?Q?Fire_=E2=80=93_the_market?=\nDate: Tue, 6 Oct 2026 07:12:40 -0000\n\
            MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"=_b\"\n\n";
        let part = |(headers, body): &(&str, &str)| format!("--=_b\n{headers}\n\n{body}\n");
        format!("{head}{}--=_b--\n", parts.iter().map(part).collect::<String>())
    }

    const PAGE: &str = "Content-Type: text/html; charset=windows-1251\n\
        Content-Transfer-Encoding: quoted-printable\nContent-Location: https://a.example/news/fire";

    fn read(mail: &str, extent: Extent) -> Document {
        let options = Options { extent, ..Options::default() };
        let read = import(mail.as_bytes(), "a.txt", &options).expect("a page");
        assert_eq!(read.value.reading().importer, Importer::Mhtml);
        read.value
    }

    #[test]
    fn the_page_is_read_in_the_encoding_of_its_header() {
        let mail = mail(&[
            ("Content-Type: text/css\nContent-Location: https://a.example/a.css", "p {}"),
            (PAGE, "<p>=D0=FB=ED=EE=EA =E3=EE=F0=E5=EB, =\nsays the mayor.</p>"),
        ]);
        let document = read(&mail, Extent::Page);
        assert!(document.text().ends_with("Рынок горел, says the mayor."), "{}", document.text());
        assert_eq!(document.reading().encoding, "windows-1251");
        let metadata = document.metadata();
        assert_eq!(metadata.address.as_deref(), Some("https://a.example/news/fire"));
        assert_eq!(metadata.title.as_deref(), Some("Fire – the market"));
        assert_eq!(metadata.other, [("saved".to_owned(), "2026-10-06T07:12:40Z".to_owned())]);
    }

    #[test]
    fn pictures_are_parts_by_their_address_or_their_number() {
        let page = "<p>Before</p><img src=3D'../b.png'><p>Between</p><img src=3D'https://a.example/c.png' \
            srcset=3D'cid:c@blink 2x, https://b.example/c.png 3x'><p>After</p><img src=3D'd.png'>";
        let picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64";
        let mail = mail(&[
            (PAGE, page),
            (&format!("{picture}\nContent-Location: https://a.example/b.png"), "QUJD"),
            (&format!("{picture}\nContent-ID: <c@blink>"), "REVG"),
        ]);
        let document = read(&mail, Extent::Page);
        let places: Vec<ImagePlace<'_>> = document.images().iter().map(|image| image.place()).collect();
        let beside = ImagePlace::File("d.png".to_owned());
        let expected = [ImagePlace::Part("https://a.example/b.png"), ImagePlace::Part("cid:c@blink"), beside];
        assert_eq!(places, expected);
        let bytes = |name, most| part(mail.as_bytes(), name, most);
        assert_eq!(bytes("https://a.example/b.png", 9).as_deref(), Some(&b"ABC"[..]));
        assert_eq!(bytes("cid:c@blink", 9).as_deref(), Some(&b"DEF"[..]));
        assert_eq!(bytes("d.png", 9), None);
        assert_eq!(document.images()[0].file_name(), "b.png");
    }

    #[test]
    fn frames_are_shown_with_all_of_the_page_and_named_with_the_article() {
        let story = "The army denied on Monday that it had fired at the market of the town. ".repeat(4);
        let page = format!(
            "<article><h1>Fire</h1><p>{story}</p><p>{story}</p></article><iframe src=3D'cid:f'></iframe>"
        );
        let frame = ("Content-Type: text/html\nContent-ID: <f>", "<p>Tyres at half price</p>");
        let mail = mail(&[(PAGE, &page), frame]);
        assert!(read(&mail, Extent::Page).text().ends_with("Tyres at half price"));
        let article = import(mail.as_bytes(), "", &Options::default()).expect("a page");
        assert!(!article.value.text().contains("Tyres"), "{}", article.value.text());
        let told = article.told();
        assert!(told.iter().any(|warning| warning.starts_with("a frame of the page has words")), "{told:?}");
    }

    #[test]
    fn a_page_of_frames_is_its_frames() {
        let page = "<frameset cols=3D50%><frame src=3D'cid:a'><frame src=3D'cid:a'></frameset>";
        let frame = ("Content-Type: text/html\nContent-ID: <a>", "<p>The words</p>");
        let document = read(&mail(&[(PAGE, page), frame]), Extent::Article);
        assert_eq!(document.text().matches("The words").count(), 1, "{}", document.text());
    }

    #[test]
    fn a_mail_is_read_in_its_own_letters_without_the_lines_that_programs_write() {
        let hops = "Received: from a.example\n\tby b.example\n".repeat(200);
        let head = format!(
            "{hops}From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@a.example>\nTo: Desk <desk@b.example>\n\
             Subject: What the mayor said\nDate: Tue, 3 Mar 2026 08:00:00 +0000\nMIME-Version: 1.0\n"
        );
        let plain = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
            The caf=E9 was shut, he sai=\nd.\n\n> Who denied it?\n";
        let single = read(&format!("{head}{plain}"), Extent::Article);
        let text = "From: Ana Ru\u{ed}z <ana@a.example>\nTo: Desk <desk@b.example>\nSubject: What the mayor said\n\
            Date: Tue, 3 Mar 2026 08:00:00 +0000\n\nThe caf\u{e9} was shut, he said.\n\nWho denied it?\n";
        assert_eq!(single.text(), text);
        assert_eq!(single.metadata().title.as_deref(), Some("What the mayor said"));
        assert_eq!(single.metadata().byline.as_deref(), Some("Ana Ru\u{ed}z <ana@a.example>"));
        let roles = single.blocks().iter().map(|block| block.role);
        let of_head = [Some(Role::Byline), Some(Role::Byline), Some(Role::Byline), Some(Role::Date), None];
        assert_eq!(roles.take(5).collect::<Vec<_>>(), of_head);
        assert_eq!(single.blocks().last().map(|block| block.quote_depth), Some(1));
        let file = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nQUJD";
        let parts =
            format!("{head}Content-Type: multipart/mixed; boundary=b\n\n--b\n{plain}\n--b\n{file}\n--b--\n");
        assert_eq!(read(&parts, Extent::Article).text().trim_end(), text.trim_end());
        let page = format!("{head}Content-Type: text/html\n\n<p>Rich words</p>");
        let page = read(&page, Extent::Page);
        assert_eq!(page.metadata().published.as_deref(), Some("2026-03-03T08:00:00Z"));
        assert_eq!(page.metadata().byline.as_deref(), Some("Ana Ru\u{ed}z <ana@a.example>"));
    }

    #[test]
    fn what_was_sent_with_a_mail_is_named_and_is_not_the_letter() {
        let head =
            "From: Ana <ana@a.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
        let page = "Content-Type: text/html\nContent-Disposition: attachment; filename=\"the article.html\"\n\n\
            <p>The words of a page</p>\n";
        let parts = [
            "Content-Type: text/plain\n\nThe letter.\n",
            page,
            "Content-Type: application/pdf; name=statement.pdf\nContent-Disposition: inline\n\nx\n",
            "Content-Type: image/png\n\nx\n",
            "Content-Type: message/rfc822\n\nSubject: What was asked\n\nA question.\n",
            "Content-Type: text/plain\n\nTo leave this list write to us.\n",
        ];
        let letter = |parts: &[&str]| {
            let parts: String = parts.iter().map(|part| format!("--b\n{part}\n")).collect();
            import(format!("{head}{parts}--b--\n").as_bytes(), "", &Options::default()).expect("a mail")
        };
        let whole = letter(&parts);
        let text = "From: Ana <ana@a.example>\n\nThe letter.\n\nTo leave this list write to us.\n";
        assert_eq!(whole.value.text(), text);
        let told = "4 files were sent with the mail and are not read: the article.html, statement.pdf, image/png, \
            message/rfc822";
        assert_eq!(whole.told(), [told]);
        // A letter in rich words keeps its pictures; a page that was sent without a letter is all there is.
        let rich = letter(&["Content-Type: text/html\n\n<p>The letter, rich</p>\n", parts[2], parts[3]]);
        assert!(rich.value.text().ends_with("The letter, rich"), "{}", rich.value.text());
        let told = "one file was sent with the mail and is not read: statement.pdf";
        assert!(rich.told().iter().any(|warning| warning == told), "{:?}", rich.told());
        assert!(letter(&[page]).value.text().ends_with("The words of a page"));
    }

    #[test]
    fn parts_within_parts_are_found_and_a_mail_that_was_cut_short_is_read() {
        let inner =
            "--i\nContent-Type: text/plain\n\nplain\n--i\nContent-Type: text/html\n\n<p>Rich words</p>";
        let nested = mail(&[("Content-Type: multipart/alternative; boundary=i", inner)]);
        let whole = read(&nested, Extent::Page);
        assert!(whole.text().ends_with("Rich words"), "{}", whole.text());
        let cut = nested.find("words").expect("the words");
        assert!(read(&nested[..cut], Extent::Page).text().ends_with("Rich"));
        let one = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>One part</p>";
        assert!(read(one, Extent::Page).text().ends_with("One part"));
    }

    #[test]
    fn mails_that_are_no_pages_and_mails_without_end() {
        assert!(!is_mhtml(b"From: the market\n\nMIME-Version: multipart/related"));
        assert!(!is_mhtml(b"MIME-Version: 1.0\nof multipart/related; what a mail is, we say\n\n"));
        let empty = mail(&[("Content-Type: image/png", "x")]);
        let error = import(empty.as_bytes(), "a.mhtml", &Options::default()).expect_err("no page");
        assert_eq!(error, ImportError::NoPage);
        let deep = "--=_b\nContent-Type: message/rfc822\n\n".repeat(50_000);
        let deeper = "--=_b\nContent-Type: multipart/related; boundary=\"=_b\"\n\n".repeat(50_000);
        for body in [deep, deeper] {
            let body = format!("<p>The words</p>\n{body}");
            let read = import(mail(&[(PAGE, &body)]).as_bytes(), "", &Options::default()).expect("a page");
            assert!(
                read.told().iter().any(|warning| warning.contains("20000 of the files")),
                "{:?}",
                read.told()
            );
        }
    }
}
