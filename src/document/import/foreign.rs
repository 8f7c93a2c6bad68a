//! Kinds of file that are known by how they begin and are not read: each is named, with the way to get it in.

use super::ImportError;
use memchr::memmem::find;

/// How far into a file its kind is looked for, in bytes.
const HEAD: usize = 4096;

/// The longest address of a shortcut that is repeated, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// A kind of file that is known and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// PDF, in a program that was built without it.
    Pdf,
    /// Rich text.
    Rtf,
    /// Word, Excel and PowerPoint until 2003, and Outlook.
    OldOffice,
    /// A workbook.
    Spreadsheet,
    /// Slides.
    Presentation,
    /// Pages, Numbers and Keynote.
    Iwork,
    /// A zip file of something else.
    Zip,
    /// Files in one: 7z, RAR, tar, gzip and their like.
    Archive,
    /// A book for Kindle.
    Kindle,
    /// Scanned pages.
    Djvu,
    /// PostScript.
    PostScript,
    /// Dots or lines.
    Picture,
    /// Sound.
    Sound,
    /// Moving pictures.
    Film,
    /// Letters as shapes.
    Font,
    /// Something that runs.
    Program,
    /// Records.
    Database,
}

impl Foreign {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Pdf,
        Self::Rtf,
        Self::OldOffice,
        Self::Spreadsheet,
        Self::Presentation,
        Self::Iwork,
        Self::Zip,
        Self::Archive,
        Self::Kindle,
        Self::Djvu,
        Self::PostScript,
        Self::Picture,
        Self::Sound,
        Self::Film,
        Self::Font,
        Self::Program,
        Self::Database,
    ];

    /// What it is, in English.
    pub fn words(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF file",
            Self::Rtf => "an RTF file",
            Self::OldOffice => "an old Microsoft Office file, or a newer one with a password",
            Self::Spreadsheet => "a spreadsheet",
            Self::Presentation => "a presentation",
            Self::Iwork => "a Pages, Numbers or Keynote file",
            Self::Zip => "a zip file",
            Self::Archive => "a packed archive",
            Self::Kindle => "a Kindle book",
            Self::Djvu => "a DjVu file",
            Self::PostScript => "a PostScript file",
            Self::Picture => "a picture",
            Self::Sound => "a sound recording",
            Self::Film => "a film",
            Self::Font => "a font",
            Self::Program => "a program",
            Self::Database => "a database",
        }
    }

    /// How what it says can be got in, in English.
    pub fn way_in(self) -> &'static str {
        match self {
            Self::Pdf => "save it as text or as a web page and open that",
            Self::Rtf | Self::OldOffice => "save it as DOCX or ODT in a word processor and open that",
            Self::Spreadsheet => "save the sheet as a web page or as text and open that",
            Self::Presentation => "save its outline as text or the slides as PDF and open that",
            Self::Iwork => "export it as DOCX, EPUB or PDF and open that",
            Self::Zip | Self::Archive => "unpack it and open the articles that are in it",
            Self::Kindle => "save it as EPUB and open that",
            Self::Djvu | Self::Picture => {
                "Postil reads no letters in pictures: have a program for text recognition save them as text \
                 and open that"
            }
            Self::PostScript => "save it as PDF and open that",
            Self::Sound | Self::Film => {
                "open its words instead: a transcript as text, or subtitles (.srt, .vtt)"
            }
            Self::Font | Self::Program => "look for the article itself: this file holds none",
            Self::Database => "export its texts from the program that it belongs to and open those",
        }
    }
}

use Foreign as F;

/// How files begin.
const SIGNATURES: &[(&[u8], Foreign)] = &[
    (b"%PDF", F::Pdf),
    (b"{\\rtf", F::Rtf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", F::OldOffice),
    (b"\x1f\x8b", F::Archive),
    (b"7z\xbc\xaf\x27\x1c", F::Archive),
    (b"Rar!\x1a\x07", F::Archive),
    (b"BZh91AY&SY", F::Archive),
    (b"\xfd7zXZ\0", F::Archive),
    (b"\x28\xb5\x2f\xfd", F::Archive),
    (b"AT&TFORM", F::Djvu),
    (b"%!PS", F::PostScript),
    (b"\x89PNG\r\n", F::Picture),
    (b"\xff\xd8\xff", F::Picture),
    (b"GIF87a", F::Picture),
    (b"GIF89a", F::Picture),
    (b"II*\0", F::Picture),
    (b"MM\0*", F::Picture),
    (b"8BPS\0\x01", F::Picture),
    (b"\0\0\x01\0", F::Picture),
    (b"\0\0\0\x0cjP  ", F::Picture),
    (b"OggS\0", F::Sound),
    (b"fLaC\0", F::Sound),
    (b"#!AMR", F::Sound),
    (b"MThd\0", F::Sound),
    (b"ID3\x02", F::Sound),
    (b"ID3\x03", F::Sound),
    (b"ID3\x04", F::Sound),
    (b"\xff\xfb", F::Sound),
    (b"\xff\xf3", F::Sound),
    (b"\xff\xf2", F::Sound),
    (b"\x1aE\xdf\xa3", F::Film),
    (b"FLV\x01", F::Film),
    (b"\0\0\x01\xba", F::Film),
    (b"wOFF", F::Font),
    (b"wOF2", F::Font),
    (b"OTTO\0", F::Font),
    (b"\0\x01\0\0\0", F::Font),
    (b"true\0", F::Font),
    (b"ttcf\0", F::Font),
    (b"\x7fELF", F::Program),
    (b"\xfe\xed\xfa\xce", F::Program),
    (b"\xfe\xed\xfa\xcf", F::Program),
    (b"\xce\xfa\xed\xfe", F::Program),
    (b"\xcf\xfa\xed\xfe", F::Program),
    (b"\xca\xfe\xba\xbe", F::Program),
    (b"\0asm", F::Program),
    (b"SQLite format 3\0", F::Database),
    (b"\0\x01\0\0Standard Jet DB", F::Database),
    (b"\0\x01\0\0Standard ACE DB", F::Database),
];

/// What is said of a file that is no article: which kind it is, or where a shortcut leads.
pub(super) fn refusal(bytes: &[u8]) -> Option<ImportError> {
    let kind = kind_of(bytes).map(ImportError::Unsupported);
    shortcut(bytes).map(ImportError::Shortcut).or(kind)
}

fn kind_of(bytes: &[u8]) -> Option<Foreign> {
    let at = |from: usize, sign: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(sign));
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    // The longest sign first: fonts and databases begin alike.
    let found = SIGNATURES.iter().filter(|(sign, _)| bytes.starts_with(sign));
    if let Some(&(_, kind)) = found.max_by_key(|(sign, _)| sign.len()) {
        return Some(kind);
    }
    match () {
        () if at(0, b"RIFF") && at(8, b"WEBP") => Some(F::Picture),
        () if at(0, b"RIFF") && at(8, b"WAVE") => Some(F::Sound),
        () if at(0, b"RIFF") && at(8, b"AVI ") => Some(F::Film),
        () if at(0, b"BM") && at(6, b"\0\0\0\0") => Some(F::Picture),
        () if at(4, b"ftypM4A") => Some(F::Sound),
        () if [&b"ftypavif"[..], b"ftyphei", b"ftypmif1"].iter().any(|sign| at(4, sign)) => Some(F::Picture),
        () if at(4, b"ftyp") => Some(F::Film),
        () if at(257, b"ustar") => Some(F::Archive),
        () if at(60, b"BOOKMOBI") => Some(F::Kindle),
        // A text may begin so too, but has no NUL.
        () if at(0, b"MZ") && memchr::memchr(0, head).is_some() => Some(F::Program),
        () => None,
    }
}

/// Where a file leads that is nothing but the address of a page: `.url` of Windows, `.desktop` of free
/// desktops, `.webloc` of macOS in both its forms.
fn shortcut(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if head.starts_with(b"bplist00") {
        // A property list of one string, whose letters stand as they are.
        let is_archive = find(bytes, b"WebMainResource").is_some() || HEAD < bytes.len();
        let start = find(head, b"http").filter(|_| !is_archive && find(head, b"URL").is_some())?;
        return address(head.get(start..)?);
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if text.starts_with(b"<?xml") || text.starts_with(b"<plist") {
        let is_list = find(text, b"<plist").is_some() && find(text, b"<key>URL</key>").is_some();
        let start = find(text, b"<string>").filter(|_| is_list && bytes.len() <= HEAD)?;
        return address(text.get(start..)?.strip_prefix(b"<string>")?);
    }
    let line = |start: &[u8]| text.split(|&byte| byte == b'\n').find_map(|line| line.strip_prefix(start));
    let is_entry = text.starts_with(b"[Desktop Entry]") && line(b"Type=Link").is_some();
    if text.starts_with(b"[InternetShortcut]") || is_entry { address(line(b"URL=")?) } else { None }
}

/// The address that bytes begin with.
fn address(bytes: &[u8]) -> Option<String> {
    let is_of_address = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"');
    let end = bytes.iter().position(|byte| !is_of_address(byte)).unwrap_or(bytes.len());
    let address = std::str::from_utf8(bytes.get(..end.min(LONGEST_ADDRESS))?).ok()?;
    let is_web = address.starts_with("http://") || address.starts_with("https://");
    is_web.then(|| address.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_known_by_what_is_in_them() {
        let book = [&[0; 60][..], b"BOOKMOBI"].concat();
        let tape = [&[b'a'; 257][..], b"ustar\0"].concat();
        let table: &[(&[u8], Foreign)] = &[
            (b"%PDF-1.7", F::Pdf),
            (b"{\\rtf1\\ansi", F::Rtf),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", F::OldOffice),
            (b"Rar!\x1a\x07\x01\0", F::Archive),
            (&tape, F::Archive),
            (&book, F::Kindle),
            (b"RIFF\0\0\0\0WEBPVP8 ", F::Picture),
            (b"RIFF\0\0\0\0WAVEfmt ", F::Sound),
            (b"\0\0\0\x18ftypheic", F::Picture),
            (b"\0\0\0\x18ftypM4A ", F::Sound),
            (b"\0\0\0\x18ftypmp42", F::Film),
            (b"BM\x36\0\0\0\0\0\0\0\x36", F::Picture),
            (b"\0\x01\0\0\0\x0b", F::Font),
            (b"\0\x01\0\0Standard Jet DB\0", F::Database),
            (b"MZ\x90\0\x03\0", F::Program),
        ];
        for (bytes, kind) in table {
            assert_eq!(kind_of(bytes), Some(*kind), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_text_that_begins_like_a_file_of_another_kind_is_a_text() {
        for text in ["MZ is no village", "BM, 12 May", "From: the market", "RIFF raff", "PK", "{rtf}", "Rar!"]
        {
            assert_eq!(refusal(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_shortcut_says_where_it_leads() {
        let page = "https://news.example/a?b=1";
        let table: &[&[u8]] = &[
            b"[InternetShortcut]\r\nIDList=\r\nURL=https://news.example/a?b=1\r\n",
            b"\xef\xbb\xbf[InternetShortcut]\nURL=https://news.example/a?b=1",
            b"[Desktop Entry]\nType=Link\nName=A page\nURL=https://news.example/a?b=1\n",
            b"<?xml version=\"1.0\"?>\n<!DOCTYPE plist>\n<plist version=\"1.0\"><dict>\n<key>URL</key>\n\
              <string>https://news.example/a?b=1</string></dict></plist>",
            b"bplist00\xd1\x01\x02SURL_\x10\x1ahttps://news.example/a?b=1\x08\x0b\x0f",
        ];
        for bytes in table {
            assert_eq!(shortcut(bytes).as_deref(), Some(page), "{}", String::from_utf8_lossy(bytes));
        }
        let texts: &[&[u8]] = &[
            b"URL=https://news.example/a",
            b"[InternetShortcut] is how they begin",
            b"[Desktop Entry]\nType=Application\nURL=https://news.example/a",
            b"[InternetShortcut]\nURL=file:///etc/hostname",
            b"bplist00\xd1WebMainResource URL https://news.example/a",
        ];
        for bytes in texts {
            assert_eq!(shortcut(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
