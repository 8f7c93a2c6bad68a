//! The write-ahead log as bytes: what changed since a layer file was last written, as lines of that file.
//!
//! A record holds whole lines, so to replay a log is to unite it with the layer: harmless if done twice,
//! harmless if the layer has moved on. Within one log the last line of a mark stands for it.

use super::caps::MAX_LINE;
use super::contents::Contents;
use super::file::{Content, LayerFile};
use super::json::Raw;
use super::line::{Object, Pairs};
use super::line_bytes::LineBytes;
use super::union::{Version, Versions};
use crate::document::{Digest, Timestamp};
use crate::layer::Layer;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The version of the log's format. Logs of a newer one are left to the program that wrote them.
const LOG_FORMAT: u64 = 1;
/// How many bytes longer a line may become by the number of its revision.
const DIGITS: usize = 20;

/// The lines by which a layer differs from its file, as the file would have them.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// On their way into the file, or there already: what comes later names them as replaced.
    under_way: BTreeMap<Uuid, Versions<Content>>,
    /// Newer ones. Nobody has seen them but the log, so one for each mark is enough.
    since: BTreeMap<Uuid, Version<Content>>,
    /// Removals of what no file ever had. Only the log knows them: the present one, and those before it,
    /// whose lines a mark that comes back has to outdo.
    never_saved: BTreeMap<Uuid, Version<Content>>,
    never_saved_before: BTreeMap<Uuid, Version<Content>>,
}

/// Lines that were made and not yet taken.
#[derive(Debug)]
pub struct Composed(Vec<ComposedLine>);

#[derive(Debug)]
struct ComposedLine {
    id: Uuid,
    /// `None` if the version that counts says so already.
    version: Option<Version<Content>>,
    line: Option<LineBytes>,
    /// Whether any file ever had something of it.
    was_ever_saved: bool,
}

impl Composed {
    /// Whether each line is short enough to be read again, whatever revision it is written as.
    pub fn has_room(&self) -> bool {
        let mut lines = self.0.iter().filter_map(|composed| composed.line.as_ref());
        lines.all(|line| line.len() + DIGITS <= MAX_LINE)
    }
}

impl Drafts {
    /// Makes the lines that say what `layer` now has under `ids`. Nothing is changed until they are
    /// [taken](Self::take).
    pub fn compose(
        &self,
        file: &LayerFile,
        layer: &Layer,
        ids: impl IntoIterator<Item = Uuid>,
        now: Timestamp,
    ) -> Composed {
        Composed(ids.into_iter().map(|id| self.compose_one(file, layer, id, now)).collect())
    }

    fn compose_one(&self, file: &LayerFile, layer: &Layer, id: Uuid, now: Timestamp) -> ComposedLine {
        let mut known = file.versions.get(&id).cloned().unwrap_or_default();
        for version in self.under_way.get(&id).into_iter().flat_map(Versions::all) {
            known.insert(version.clone());
        }
        let was_ever_saved = !known.all().is_empty();
        self.never_saved_before.get(&id).into_iter().for_each(|version| known.insert(version.clone()));
        let content = layer.content_of(id);
        let version = file.next_version(id, &known, content, layer.annotator.id, now);
        // It may be again as the file has it. The log has it otherwise, so it is told.
        let present = || known.winner().map(|winner| winner.bytes.clone());
        let line = version.as_ref().map(|version| version.bytes.clone()).or_else(present);
        ComposedLine { id, version, line, was_ever_saved }
    }

    /// Takes what was composed, and gives its lines.
    pub fn take(&mut self, composed: Composed) -> Vec<LineBytes> {
        composed.0.into_iter().filter_map(|line| self.take_one(line)).collect()
    }

    fn take_one(&mut self, composed: ComposedLine) -> Option<LineBytes> {
        let ComposedLine { id, version, line, was_ever_saved } = composed;
        match version {
            // What came and went between two saves leaves no trace in the file; the log has to be told.
            Some(version) if version.content == Content::Removed && !was_ever_saved => {
                self.since.remove(&id);
                self.never_saved.insert(id, version);
            }
            // It came back within one log, where the last line stands: that removal is no more.
            Some(version) => {
                self.never_saved.remove(&id);
                self.since.insert(id, version);
            }
            None => drop(self.since.remove(&id)),
        }
        line
    }

    /// A save begins: what comes from now on is newer than what it writes.
    pub fn set_off(&mut self) {
        for (id, version) in std::mem::take(&mut self.since) {
            self.under_way.entry(id).or_default().insert(version);
        }
        self.never_saved_before.append(&mut self.never_saved);
    }

    /// The save has ended well: its lines are in the file.
    pub fn arrive(&mut self) {
        self.under_way.clear();
        self.never_saved_before.clear();
    }

    /// `file` with the lines that are under way.
    #[must_use]
    pub fn on_top_of(&self, file: &LayerFile) -> LayerFile {
        if self.under_way.is_empty() {
            return file.clone();
        }
        let mut drafts = LayerFile { versions: self.under_way.clone(), ..LayerFile::default() };
        for (&id, versions) in &self.under_way {
            let before = file.versions.get(&id).and_then(Versions::winner);
            let is_removal = versions.winner().is_some_and(|winner| winner.content == Content::Removed);
            if let Some(before) = before.filter(|before| is_removal && before.content != Content::Removed) {
                drafts.removed_lines.insert(id, before.bytes.clone());
            }
        }
        let mut file = file.unite(&drafts);
        file.tidy();
        file
    }
}

/// What is known of a log besides its lines: its first line. Older logs also have there the digest of the
/// file that they build on, which nobody needs: which version wins is said by the revisions in the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The article, as the host names it.
    pub article: String,
    /// The layer's file, as the host names it.
    pub layer: String,
}

impl Head {
    /// The log's first line.
    pub fn bytes(&self) -> Vec<u8> {
        let object = Object::new()
            .number_if("postil:log", Some(LOG_FORMAT))
            .text("article", &self.article)
            .text("layer", &self.layer);
        line(object)
    }
}

/// One record: the `n`th of its log, with the layer's header before its first lines.
pub fn record(n: u64, lines: &[LineBytes]) -> Vec<u8> {
    let lines: Vec<String> = lines.iter().map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    let sum = sum(n, lines.iter().map(String::as_str));
    line(Object::new().number_if("n", Some(n)).array("lines", &lines).text("sum", &sum))
}

fn line(object: Object) -> Vec<u8> {
    let mut line = object.close();
    line.push('\n');
    line.into_bytes()
}

fn sum<'a>(n: u64, lines: impl Iterator<Item = &'a str>) -> String {
    let mut bytes = n.to_string();
    for line in lines {
        bytes.push('\n');
        bytes.push_str(line);
    }
    Digest::of(&bytes).short_hex()
}

/// A log as it was read.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// What it is about; `None` if its first line cannot be read.
    pub head: Option<Head>,
    /// The last line of every mark, and the layer's header.
    pub file: LayerFile,
    /// How many records were read.
    pub n_records: usize,
    /// How many were not, for their sum is wrong. The last one, cut off by a crash, does not count: it
    /// was never said to be kept.
    pub n_damaged: usize,
}

impl Log {
    /// Takes what can be read of a log, whatever the bytes hold.
    pub fn read(bytes: &[u8]) -> Self {
        let mut log = Self::default();
        let is_torn = !bytes.ends_with(b"\n");
        let mut lines: Vec<&[u8]> =
            bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
        if is_torn {
            lines.pop();
        }
        let mut lines = lines.into_iter();
        log.head = lines.next().and_then(read_head);
        for line in lines {
            match read_record(line) {
                Some(record) => {
                    log.n_records += 1;
                    let said = LayerFile::read(record.as_bytes()).value;
                    for (id, versions) in said.versions {
                        log.file.versions.insert(id, versions);
                    }
                    said.headers.all().iter().for_each(|header| log.file.headers.insert(header.clone()));
                }
                None => log.n_damaged += 1,
            }
        }
        log.file.choose_header();
        log
    }
}

fn read_head(line: &[u8]) -> Option<Head> {
    let pairs = Pairs::read(std::str::from_utf8(line).ok()?)?;
    (pairs.number("postil:log") == Some(LOG_FORMAT)).then_some(())?;
    Some(Head { article: pairs.text("article")?, layer: pairs.text("layer")? })
}

/// The lines of a record, each with its end; `None` if they are not what was written.
fn read_record(line: &[u8]) -> Option<String> {
    let pairs = Pairs::read(std::str::from_utf8(line).ok()?)?;
    let lines: Vec<&str> = pairs.get("lines")?.items().into_iter().map(Raw::get).collect();
    let is_whole = pairs.text("sum")? == sum(pairs.number("n")?, lines.iter().copied());
    is_whole.then(|| lines.into_iter().flat_map(|line| [line, "\n"]).collect())
}

impl LayerFile {
    /// The lines of a layer and what the logs of a crashed program have beyond it, in the order of the
    /// logs.
    #[must_use]
    pub fn replay<'a>(&self, logs: impl IntoIterator<Item = &'a Log>) -> Self {
        let mut file = logs.into_iter().fold(self.clone(), |file, log| file.unite(&log.file));
        // A removal of what no file ever had: it came and went while the log was written.
        let was_never_saved = |version: &Version<Content>| {
            version.content == Content::Removed && version.was.is_empty() && version.rev == 1
        };
        file.versions.retain(|id, versions| {
            self.versions.contains_key(id) || !versions.winner().is_some_and(was_never_saved)
        });
        file
    }

    /// What the version of `id` that counts says.
    pub fn content(&self, id: Uuid) -> Option<&Content> {
        Some(&self.versions.get(&id)?.winner()?.content)
    }

    /// The ids that `other` has something new about.
    pub fn lacks_of(&self, other: &Self) -> Vec<Uuid> {
        let knows = |id: &Uuid, version: &Version<Content>| {
            self.versions.get(id).is_some_and(|ours| ours.knows(version))
        };
        let is_new = |(id, versions): &(&Uuid, &Versions<Content>)| {
            !versions.all().iter().all(|version| knows(id, version))
        };
        other.versions.iter().filter(is_new).map(|(&id, _)| id).collect()
    }
}
