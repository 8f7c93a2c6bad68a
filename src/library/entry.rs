//! One article of a folder: what a card and the rows of a table need to know of it, without its text.

use super::reading::OpenReason;
use super::row::{MarkRow, Placed, placed, rows_of_layers};
use crate::article::Article;
use crate::document::import::ImportError;
use crate::document::{CalendarDate, DateOrder, Digest, Document, DocumentId, Timestamp, is_no_date};
use crate::host::{HostError, Stamp};
use crate::layer::{Annotator, AnnotatorId};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An article of the folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its path from the folder's root, with `/`: what entries are known and ordered by.
    pub path: Arc<str>,
    /// Its file's name, where that is no Unicode and the path shows it otherwise.
    pub(super) odd: Option<Box<OsStr>>,
    /// Of its file when it was read.
    pub stamp: Stamp,
    /// Of its text; `None` where it could not be read.
    pub digest: Option<Digest>,
    /// The id that its layers know it by, or that is made of its text.
    pub document: Option<DocumentId>,
    /// The headline, or the first words.
    pub title: Box<str>,
    /// Who published it; empty where it does not say.
    pub outlet: Box<str>,
    /// When, as it stood; empty where it does not say.
    pub published: Box<str>,
    /// The same as a day, month or year, as far as that is certain from the file and, in a [`Library`], from
    /// the dates of its neighbours.
    ///
    /// [`Library`]: super::Library
    pub date: Option<CalendarDate>,
    /// What its file says, where somebody corrects that.
    pub stated: Option<Box<Stated>>,
    /// Where it was written or what it is about, by its own word; empty where it does not say.
    pub place: Box<str>,
    /// The language as a BCP 47 tag; empty where nobody can tell.
    pub language: Box<str>,
    /// Whose marks lie where.
    pub layers: Box<[EntryLayer]>,
    /// The marks: by place, those without one last.
    pub rows: Box<[MarkRow]>,
    /// Why it could not be read, if so. It stands in the list all the same.
    pub fault: Option<OpenReason>,
    /// How many files beside it that are called like its layers hold none that can be read.
    pub n_unreadable: u32,
    /// Whether a layer ended in the middle of a line, as while a tool is writing it: its stamp changes
    /// when that is done.
    pub is_torn: bool,
    /// Every file beside it that was looked into, by name, as it was then.
    pub(super) seen: Box<[(Box<str>, Stamp)]>,
    /// Whether a look at stamps is enough to know that nothing changed. A file that was written a moment
    /// ago may be written again without showing another time.
    pub(super) is_settled: bool,
}

/// What the file of an article says of it that somebody corrects.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The date.
    pub date: Option<CalendarDate>,
    /// Who published it.
    pub outlet: Box<str>,
    /// Who corrects it.
    pub by: Box<str>,
}

/// One person's layer.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryLayer {
    /// Whose.
    pub person: Arc<Annotator>,
    /// Its path from the root with `/`; that of a layer that was left behind in another folder is whole.
    pub path: Box<str>,
    /// Of the file when it was read.
    pub stamp: Option<Stamp>,
    /// How many marks it has.
    pub n_marks: u32,
    /// When it was handed in, if it was.
    pub closed: Option<Timestamp>,
    /// Whether its marks are hidden until one's own are handed in.
    pub is_hidden: bool,
}

impl Entry {
    /// An article that could not be read.
    pub(super) fn unreadable(path: Arc<str>, stamp: Stamp, reason: OpenReason) -> Self {
        Self {
            title: file_name(&path).into(),
            path,
            odd: None,
            stamp,
            digest: None,
            document: None,
            outlet: "".into(),
            published: "".into(),
            date: None,
            stated: None,
            place: "".into(),
            language: "".into(),
            layers: Box::default(),
            rows: Box::default(),
            // What the system says may be another thing in a moment.
            is_settled: !matches!(reason, OpenReason::Host(HostError::System(_) | HostError::NoFolder)),
            fault: Some(reason),
            n_unreadable: 0,
            is_torn: false,
            seen: Box::default(),
        }
    }

    /// Whether it asks for a password that was not known when it was read.
    pub(super) fn is_locked(&self) -> bool {
        matches!(self.fault, Some(OpenReason::Import(ImportError::Password { .. })))
    }

    /// What an article says of itself, with its marks.
    pub(super) fn of(path: Arc<str>, stamp: Stamp, document: &Document, layers: &[Placed<'_>]) -> Self {
        let published = document.metadata().published.as_deref().unwrap_or_default();
        Self {
            path,
            odd: None,
            stamp,
            digest: Some(document.digest()),
            document: Some(
                layers.first().map_or(DocumentId::mint(document.digest()), |(layer, _)| layer.document),
            ),
            title: title(document).into(),
            outlet: document.metadata().site.as_deref().unwrap_or_default().into(),
            published: published.into(),
            date: date(published, document.language().unwrap_or_default(), None),
            stated: None,
            place: document.metadata().place.as_deref().unwrap_or_default().into(),
            language: document.language().unwrap_or_default().into(),
            layers: Box::default(),
            rows: rows_of_layers(layers).into(),
            fault: None,
            n_unreadable: 0,
            is_torn: false,
            seen: Box::default(),
            is_settled: true,
        }
    }

    /// The same article as it is open: its marks as they are now, saved or not. Layers without a file yet
    /// have an empty path.
    #[must_use]
    pub fn as_open(&self, article: &Article) -> Self {
        let (document, layers) = (article.document(), placed(article));
        let now = Self::of(Arc::clone(&self.path), self.stamp, document, &layers);
        let layer = |(layer, _): &Placed<'_>| {
            let annotator = &layer.annotator;
            let before = self.layers.iter().find(|before| before.person.id == annotator.id);
            EntryLayer {
                person: Arc::new(annotator.clone()),
                path: before.map(|before| before.path.clone()).unwrap_or_default(),
                stamp: before.and_then(|before| before.stamp),
                n_marks: u32::try_from(layer.annotations().len()).unwrap_or(u32::MAX),
                closed: before.and_then(|before| before.closed),
                is_hidden: false,
            }
        };
        let layers = layers.iter().filter(|(layer, _)| !layer.is_feedback()).map(layer).collect();
        let date = self.date.filter(|_| now.published == self.published);
        Self {
            odd: self.odd.clone(),
            date,
            layers,
            seen: self.seen.clone(),
            is_settled: self.is_settled,
            ..now
        }
    }

    /// The same article for somebody who marks blind: without what others marked in it, until `me` handed in.
    /// `None` where nothing is hidden.
    pub(super) fn hiding_others(&self, me: Option<AnnotatorId>) -> Option<Self> {
        let is_mine = |layer: &EntryLayer| Some(layer.person.id) == me;
        let is_handed_in = self.layers.iter().any(|layer| is_mine(layer) && layer.closed.is_some());
        if is_handed_in || self.layers.iter().all(is_mine) {
            return None;
        }
        let hidden = |layer: &EntryLayer| match is_mine(layer) {
            true => layer.clone(),
            false => EntryLayer { n_marks: 0, is_hidden: true, ..layer.clone() },
        };
        let rows = self.rows.iter().filter(|row| Some(row.person.id) == me);
        Some(Self {
            layers: self.layers.iter().map(hidden).collect(),
            rows: rows.cloned().collect(),
            ..self.clone()
        })
    }

    /// Whether a person's marks in it are hidden from somebody who marks blind.
    pub fn hides(&self, person: AnnotatorId) -> bool {
        self.layers.iter().any(|layer| layer.person.id == person && layer.is_hidden)
    }

    /// The same article as its file has it.
    #[must_use]
    pub(super) fn as_stated(&self) -> Self {
        let mut entry = self.clone();
        if let Some(stated) = entry.stated.take() {
            (entry.date, entry.outlet) = (stated.date, stated.outlet);
        }
        entry
    }

    /// With the people whose marks are hidden, where the article as it is open does not show them.
    pub(super) fn with_hidden(mut self, hiding: Option<&Self>) -> Self {
        let layers = hiding.into_iter().flat_map(|hiding| &hiding.layers);
        let is_here = |layer: &EntryLayer| self.layers.iter().any(|other| other.person.id == layer.person.id);
        let hidden: Vec<EntryLayer> =
            layers.filter(|layer| layer.is_hidden && !is_here(layer)).cloned().collect();
        if !hidden.is_empty() {
            self.layers = self.layers.iter().cloned().chain(hidden).collect();
        }
        self
    }

    /// An article that was opened by itself, by the path that it was named by.
    pub fn opened(path: &str, article: &Article) -> Self {
        let none = Stamp { length: 0, modified: 0, file: 0 };
        Self::of(Arc::from(path), none, article.document(), &placed(article))
    }

    /// Reads the dates of articles that were opened one by one as those of a folder: where one shows the order
    /// of day and month, the others follow it.
    pub fn date_together(entries: &mut [Self]) {
        let order = entries.iter().find_map(|entry| DateOrder::shown_by(&entry.published));
        for entry in entries {
            entry.date = date(&entry.published, &entry.language, order);
        }
    }

    /// Its file, in the folder that lies at `root`.
    pub(super) fn file_below(&self, root: &Path) -> PathBuf {
        match &self.odd {
            Some(name) => root.join(self.folder()).join(&**name),
            None => root.join(&*self.path),
        }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        file_name(&self.path)
    }

    /// The path of the folder that it is in from the root; empty for the root itself.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its date in words; as it stood where it cannot be read, nothing where it says that it knows none.
    pub fn date_in_words(&self) -> String {
        let unread = || if is_no_date(&self.published) { String::new() } else { self.published.to_string() };
        self.date.map_or_else(unread, |date| date.to_string())
    }

    /// How many marks need a person.
    pub fn n_needing_look(&self) -> usize {
        self.rows.iter().filter(|row| row.needs_look).count()
    }

    /// How often each tag is used, by slug.
    pub fn tag_counts(&self) -> std::collections::BTreeMap<&str, usize> {
        let mut counts = std::collections::BTreeMap::new();
        for tag in self.rows.iter().flat_map(|row| row.tags.iter()) {
            *counts.entry(tag.as_str()).or_default() += 1;
        }
        counts
    }
}

/// The date of an article; `folder` is the order of day and month that the dates of its folder show, for one
/// that does not show its own.
pub(super) fn date(published: &str, language: &str, folder: Option<DateOrder>) -> Option<CalendarDate> {
    let order = DateOrder::shown_by(published).or(folder).or_else(|| DateOrder::of_language(language));
    CalendarDate::read(published, order)
}

/// Reads the date anew.
pub(super) fn date_by(entry: &mut Arc<Entry>, folder: Option<DateOrder>) {
    let date = date(&entry.published, &entry.language, folder);
    if date != entry.date {
        Arc::make_mut(entry).date = date;
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The title on one line, of a length that fits on a card.
fn title(document: &Document) -> String {
    const MOST: usize = 300;
    let words: Vec<&str> = document.title().split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or_default().trim_end()),
        None => line,
    }
}
