//! An assignment in one file, `NAME.postil`: an archive with the article, the codebook, the instructions, the
//! rubric and the key, sealed or open.

use super::archive::{ArchiveFault, Packed, unpack};
use super::seal::is_sealed;
use crate::sidecar::is_layer_name;
use crate::sidecar::names::INSTRUCTIONS;
use std::fmt;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const ARTICLE: &str = "article/";
const CODEBOOK: &str = "codebook.postil.toml";
const RUBRIC: &str = "rubric.toml";
const KEY: &str = "key.postil.jsonl";
const SEALED: &str = "key.sealed";
const COMMITMENT: &str = "commitment.txt";
/// What tells an assignment from other archives, and its version.
const FORMAT: &str = "postil-assignment";
const VERSION: &str = "1\n";

/// An assignment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The article's file name.
    pub name: String,
    /// Its bytes.
    pub article: Vec<u8>,
    /// The codebook's file, where the folder has one of its own.
    pub codebook: Option<String>,
    /// What pupils are to do.
    pub instructions: Option<String>,
    /// The rubric's file.
    pub rubric: String,
    /// The key: a layer, or a layer that is sealed.
    pub key: Vec<u8>,
    /// What was published of the key, where it is sealed.
    pub commitment: Option<String>,
}

/// Why a file is no assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleFault {
    /// The archive.
    Archive(ArchiveFault),
    /// It is an archive of something else.
    NoAssignment,
    /// It has no article, or several.
    NoArticle,
    /// Its article has a name that no article may have in a folder: a hidden file's, or that of one of ours.
    BadName(String),
    /// Words of it are no UTF-8.
    NoText(&'static str),
}

impl fmt::Display for BundleFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive(fault) => fault.fmt(f),
            Self::NoAssignment => f.write_str("it is no assignment: an archive of something else"),
            Self::NoArticle => f.write_str("the assignment does not hold one article"),
            Self::BadName(name) => {
                write!(f, "the article in the assignment is called `{name}`, as no article may be")
            }
            Self::NoText(name) => write!(f, "`{name}` in the assignment is no text"),
        }
    }
}

impl std::error::Error for BundleFault {}

impl Bundle {
    /// As a file. The same assignment gives the same bytes.
    pub fn write(&self) -> Vec<u8> {
        let mut files: Vec<(String, &[u8])> = vec![
            (FORMAT.to_owned(), VERSION.as_bytes()),
            (format!("{ARTICLE}{}", self.name), &self.article),
            (RUBRIC.to_owned(), self.rubric.as_bytes()),
        ];
        let words =
            [(CODEBOOK, &self.codebook), (INSTRUCTIONS, &self.instructions), (COMMITMENT, &self.commitment)];
        let words = words.into_iter().filter_map(|(name, words)| Some((name.to_owned(), words.as_ref()?)));
        files.extend(words.map(|(name, words)| (name, words.as_bytes())));
        if !self.key.is_empty() {
            let name = if is_sealed(&self.key) { SEALED } else { KEY };
            files.push((name.to_owned(), &self.key));
        }
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        for (name, bytes) in files {
            // In memory nothing can fail but a name or a size that no file has.
            let written = zip.start_file(name, options).is_ok() && zip.write_all(bytes).is_ok();
            debug_assert!(written, "written to memory");
        }
        zip.finish().map(Cursor::into_inner).unwrap_or_default()
    }

    /// What goes into a pupil's folder, by name: all but the key and the rubric. The article is the first.
    pub fn files(&self) -> Vec<(&str, &[u8])> {
        let words = [(CODEBOOK, &self.codebook), (INSTRUCTIONS, &self.instructions)];
        let words = words.into_iter().filter_map(|(name, words)| Some((name, words.as_ref()?.as_bytes())));
        std::iter::once((self.name.as_str(), self.article.as_slice())).chain(words).collect()
    }

    /// From a file of anybody's.
    pub fn read(bytes: &[u8]) -> Result<Self, BundleFault> {
        let names = [FORMAT, CODEBOOK, INSTRUCTIONS, RUBRIC, KEY, SEALED, COMMITMENT];
        let is_wanted = |name: &str| names.contains(&name) || name.starts_with(ARTICLE);
        let (files, faults) = unpack(bytes, is_wanted);
        if let Some(fault) = faults.into_iter().next() {
            return Err(BundleFault::Archive(fault));
        }
        let find = |name: &str| files.iter().find(|file| file.name == name).map(|file| file.bytes.clone());
        find(FORMAT).ok_or(BundleFault::NoAssignment)?;
        let words = |name: &'static str| {
            let bytes = find(name).map(String::from_utf8).transpose();
            bytes.map_err(|_| BundleFault::NoText(name))
        };
        let articles: Vec<&Packed> = files.iter().filter(|file| file.name.starts_with(ARTICLE)).collect();
        let [article] = articles.as_slice() else { return Err(BundleFault::NoArticle) };
        let name = article.name.strip_prefix(ARTICLE).filter(|name| !name.is_empty() && !name.contains('/'));
        let name = name.ok_or(BundleFault::NoArticle)?;
        if !may_lie_in_a_folder(name) {
            return Err(BundleFault::BadName(name.to_owned()));
        }
        Ok(Self {
            name: name.to_owned(),
            article: article.bytes.clone(),
            codebook: words(CODEBOOK)?,
            instructions: words(INSTRUCTIONS)?,
            rubric: words(RUBRIC)?.unwrap_or_default(),
            key: find(SEALED).or_else(|| find(KEY)).unwrap_or_default(),
            commitment: words(COMMITMENT)?,
        })
    }
}

/// Whether an article that is called so changes nothing in its folder but that it is there.
fn may_lie_in_a_folder(name: &str) -> bool {
    let is_ours = name.to_lowercase().ends_with(".toml") || name == INSTRUCTIONS || is_layer_name(name);
    let is_odd = name.starts_with('.') || name.contains(|c: char| c.is_control() || c == ':');
    !is_ours && !is_odd
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> Bundle {
        Bundle {
            name: "raid.txt".to_owned(),
            article: b"Eight people died.".to_vec(),
            instructions: Some("Mark each claim.".to_owned()),
            rubric: "passage = 2\n".to_owned(),
            key: b"{}\n".to_vec(),
            ..Bundle::default()
        }
    }

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn an_assignment_comes_back_and_has_the_same_bytes_each_time() {
        let bytes = bundle().write();
        assert_eq!(Bundle::read(&bytes), Ok(bundle()));
        assert_eq!(bytes, bundle().write());
    }

    #[test]
    fn what_is_no_assignment_is_named() {
        let read = |bytes: &[u8]| Bundle::read(bytes).unwrap_err();
        let whole = bundle().write();
        assert_eq!(read(&whole[..whole.len() / 2]), BundleFault::Archive(ArchiveFault::Damaged));
        assert_eq!(read(b""), BundleFault::Archive(ArchiveFault::Damaged));
        assert_eq!(read(&archive(&[("a.txt", b"x")])), BundleFault::NoAssignment);
        assert_eq!(read(&archive(&[(FORMAT, b"1")])), BundleFault::NoArticle);
        let outside = archive(&[(FORMAT, b"1"), ("article/../../a.txt", b"x")]);
        let fault = ArchiveFault::Outside("article/../../a.txt".to_owned());
        assert_eq!(read(&outside), BundleFault::Archive(fault));
        let two = archive(&[(FORMAT, b"1"), ("article/a.txt", b"x"), ("article/b.txt", b"x")]);
        assert_eq!(read(&two), BundleFault::NoArticle);
        for name in [".profile", "postil.toml", "instructions.md", "a.txt.ana-1a7e.postil.jsonl", "a\n.txt"] {
            let odd = archive(&[(FORMAT, b"1"), (&format!("article/{name}"), b"x")]);
            assert_eq!(read(&odd), BundleFault::BadName(name.to_owned()));
        }
    }

    #[test]
    fn bombs_and_thousands_of_files_are_refused_in_little_memory() {
        let bomb = archive(&[(FORMAT, b"1"), ("article/a.txt", &vec![b' '; (64 << 20) + 1])]);
        assert!(bomb.len() < 1 << 20);
        let fault = ArchiveFault::TooLarge("article/a.txt".to_owned());
        assert_eq!(Bundle::read(&bomb), Err(BundleFault::Archive(fault)));
        let names: Vec<String> = (0..4_001).map(|nth| format!("f{nth}")).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        assert_eq!(Bundle::read(&archive(&many)), Err(BundleFault::Archive(ArchiveFault::TooMany(4_001))));
    }
}
