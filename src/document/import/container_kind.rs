//! What an archive holds, told by its parts and not by its name.

use super::container::{self, Container};
use super::container_fault::ArchiveError;
use super::{Foreign, ImportError};

/// What an archive holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ContainerKind {
    /// A book.
    Epub,
    /// A text of Word.
    Docx,
    /// A text in OpenDocument's format.
    Odt,
    /// A saved page with its pictures; the name of its part.
    Page(String),
    /// Something else that is known and not read.
    Other(Foreign),
    /// Nothing that is known.
    Unknown {
        /// How many parts it has.
        n_parts: usize,
        /// The name of the first.
        first: String,
    },
}

/// The kinds that begin with `mimetype`, as their words begin.
const BY_TYPE: [(&str, ContainerKind); 4] = [
    ("application/epub", ContainerKind::Epub),
    ("application/vnd.oasis.opendocument.text", ContainerKind::Odt),
    ("application/vnd.oasis.opendocument.spreadsheet", ContainerKind::Other(Foreign::Spreadsheet)),
    ("application/vnd.oasis.opendocument.presentation", ContainerKind::Other(Foreign::Presentation)),
];

/// The kinds of Microsoft's formats, by what their list of types names.
const BY_CONTENT: [(&str, ContainerKind); 5] = [
    ("wordprocessingml.document.main", ContainerKind::Docx),
    ("wordprocessingml.template.main", ContainerKind::Docx),
    ("ms-word.", ContainerKind::Docx),
    ("spreadsheetml.sheet.main", ContainerKind::Other(Foreign::Spreadsheet)),
    ("presentationml", ContainerKind::Other(Foreign::Presentation)),
];

/// What an archive holds.
pub(super) fn kind_of(bytes: &[u8]) -> Result<ContainerKind, ArchiveError> {
    if !container::is_archive(bytes) {
        return Err(ArchiveError::NoList);
    }
    Container::open(bytes).map(|mut container| kind(&mut container))
}

/// Why an archive that no importer takes is not read.
pub(super) fn refusal(bytes: &[u8]) -> ImportError {
    match kind_of(bytes) {
        Ok(ContainerKind::Other(kind)) => ImportError::Unsupported(kind),
        Ok(ContainerKind::Epub | ContainerKind::Docx | ContainerKind::Odt | ContainerKind::Page(_)) => {
            ImportError::Unsupported(Foreign::Zip)
        }
        Ok(ContainerKind::Unknown { n_parts, first }) => ArchiveError::NoArticle { n_parts, first }.into(),
        Err(error) => error.into(),
    }
}

fn kind(container: &mut Container<'_>) -> ContainerKind {
    let mut begins = |name: &str| container.index(name).ok().flatten().unwrap_or_default();
    let declared = begins("mimetype");
    if let Some((_, kind)) = BY_TYPE.iter().find(|(head, _)| declared.trim_start().starts_with(head)) {
        return kind.clone();
    }
    let types = begins("[Content_Types].xml");
    if let Some((_, kind)) = BY_CONTENT.iter().find(|(word, _)| types.contains(word)) {
        return kind.clone();
    }
    let is_odt = container.text("content.xml").is_ok_and(|text| text.contains("office:text"));
    if container.has("META-INF/container.xml") {
        return ContainerKind::Epub;
    }
    if container.has("word/document.xml") {
        return ContainerKind::Docx;
    }
    if is_odt {
        return ContainerKind::Odt;
    }
    if container.names().any(|name| name.ends_with(".iwa") || name == "Index.zip") {
        return ContainerKind::Other(Foreign::Iwork);
    }
    page(container).map(ContainerKind::Page).unwrap_or_else(|| ContainerKind::Unknown {
        n_parts: container.names().count(),
        first: container.names().next().unwrap_or_default().to_owned(),
    })
}

/// The part that is a page: one called `index`, nearest to the root, or the only page there is.
pub(super) fn page(container: &Container<'_>) -> Option<String> {
    page_among(container.names())
}

fn page_among<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let is_page =
        |name: &&str| [".html", ".htm", ".xhtml"].iter().any(|end| name.to_lowercase().ends_with(end));
    let pages: Vec<&str> = names.filter(is_page).collect();
    let is_index = |name: &&&str| {
        let file = name.rsplit('/').next().unwrap_or_default();
        file.to_lowercase().starts_with("index.")
    };
    let depth = |name: &&&str| container::folder_of(name).split_terminator('/').count();
    let index = pages.iter().filter(is_index).min_by_key(depth);
    let only = pages.first().filter(|_| pages.len() == 1);
    index.or(only).map(|&name| name.to_owned())
}

/// So much of the end of an archive tells whether it is a page with its pictures, in bytes.
pub const ARCHIVE_END: usize = 256 << 10;

/// Whether an archive is a page with its pictures, by the list of parts at its end: for listing folders, without
/// reading what may be large. One whose list is longer than what is given is none.
///
/// ```
/// assert!(!postil::document::import::ends_as_page(b"no archive"));
/// ```
pub fn ends_as_page(end: &[u8]) -> bool {
    let Some(names) = names_at_the_end(end) else { return false };
    let is_other = |name: &String| {
        let others =
            ["mimetype", "[Content_Types].xml", "META-INF/container.xml", "content.xml", "Index.zip"];
        others.contains(&name.as_str()) || name.ends_with(".iwa")
    };
    !names.iter().any(is_other) && page_among(names.iter().map(String::as_str)).is_some()
}

/// The names of an archive's parts (APPNOTE 4.3.12 and 4.3.16), if the whole list lies in `end`.
fn names_at_the_end(end: &[u8]) -> Option<Vec<String>> {
    const LISTED: &[u8] = b"PK\x01\x02";
    let number = |at: usize, n: usize| -> Option<usize> {
        let bytes = end.get(at..at.checked_add(n)?)?;
        Some(bytes.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
    };
    let last = memchr::memmem::rfind(end, b"PK\x05\x06")?;
    let mut at = last.checked_sub(number(last + 12, 4)?)?;
    let mut names = Vec::new();
    while at < last && end.get(at..)?.starts_with(LISTED) {
        let [n_name, n_extra, n_comment] = [28, 30, 32].map(|field| number(at + field, 2));
        let name = end.get(at + 46..at + 46 + n_name?)?;
        names.push(String::from_utf8_lossy(name).into_owned());
        at += 46 + n_name? + n_extra? + n_comment?;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::super::container_tests::packed;
    use super::*;

    type Parts<'a> = &'a [(&'a str, &'a [u8])];

    #[test]
    fn an_archive_is_known_by_its_parts() {
        let page = |name: &str| ContainerKind::Page(name.to_owned());
        let unknown = |n_parts, first: &str| ContainerKind::Unknown { n_parts, first: first.to_owned() };
        let workbook = ContainerKind::Other(Foreign::Spreadsheet);
        let text: &[u8] = b"<office:document-content><office:text/>";
        let table: [(Parts<'_>, ContainerKind); 11] = [
            (&[("mimetype", b"application/epub+zip")], ContainerKind::Epub),
            (&[("META-INF/container.xml", b"")], ContainerKind::Epub),
            (&[("mimetype", b"application/vnd.oasis.opendocument.text-template")], ContainerKind::Odt),
            (&[("content.xml", text)], ContainerKind::Odt),
            (&[("[Content_Types].xml", b"...wordprocessingml.document.main")], ContainerKind::Docx),
            (&[("word/document.xml", b"")], ContainerKind::Docx),
            (&[("[Content_Types].xml", b"...spreadsheetml.sheet.main")], workbook),
            (&[("b/index.html", b""), ("a.html", b""), ("c/d/index.html", b"")], page("b/index.html")),
            (&[("a.htm", b""), ("a_files/b.png", b"")], page("a.htm")),
            (&[("b.htm", b""), ("a.htm", b"")], unknown(2, "a.htm")),
            (&[("a.txt", b"")], unknown(1, "a.txt")),
        ];
        for (parts, expected) in table {
            assert_eq!(kind_of(&packed(parts)), Ok(expected), "{parts:?}");
        }
        assert_eq!(kind_of(b"PK and words"), Err(ArchiveError::NoList));
    }

    #[test]
    fn a_page_is_known_by_the_end_of_its_archive() {
        let table: [(Parts<'_>, bool); 6] = [
            (&[("b/index.html", b""), ("a.html", b""), ("b/c.png", b"x")], true),
            (&[("a.htm", b""), ("a_files/b.png", b"")], true),
            (&[("b.htm", b""), ("a.htm", b"")], false),
            (&[("photo.jpg", b"")], false),
            (&[("mimetype", b"application/epub+zip"), ("index.html", b"")], false),
            (&[], false),
        ];
        for (parts, expected) in table {
            let archive = packed(parts);
            assert_eq!(ends_as_page(&archive), expected, "{parts:?}");
            assert_eq!(expected, matches!(kind_of(&archive), Ok(ContainerKind::Page(_))));
            // What stands before the list is not looked at, and half a list tells nothing.
            let list = memchr::memmem::find(&archive, b"PK\x01\x02").unwrap_or(archive.len());
            assert_eq!(ends_as_page(&archive[list.min(archive.len())..]), expected && list < archive.len());
            assert!(!ends_as_page(&archive[(list + 1).min(archive.len())..]));
        }
    }

    #[test]
    fn an_archive_without_an_article_says_what_it_is() {
        let told = refusal(&packed(&[("b.txt", b""), ("a.csv", b"")]));
        let ImportError::Archive(error) = &told else { panic!("{told}") };
        assert_eq!(*error, ArchiveError::NoArticle { n_parts: 2, first: "a.csv".to_owned() });
        assert_eq!(
            told.to_string(),
            "it is an archive (zip) of 2 files, of which `a.csv` is the first, and no article that is read"
        );
        let sheet = packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
        assert_eq!(refusal(&sheet), ImportError::Unsupported(Foreign::Spreadsheet));
        assert_eq!(refusal(b"PK\x03\x04 and no more"), ImportError::Archive(ArchiveError::NoList));
    }
}
