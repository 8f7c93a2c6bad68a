//! From a path to a session: the article, the layers beside it, and which of them are one.

use super::conflicts::Conflicts;
use super::moved::{self, Here};
use super::renamed::is_of_renamed;
use super::saving::Saving;
use super::selection::Focus;
use super::warning::{AboutLayer, CodebookFault, Warning, Warnings};
use super::{Desk, Host, HostError, Selection, Session};
use crate::anchor::{KeptTexts, Placers};
use crate::article::{Article, PlacedLayer};
use crate::document::import::{self, ImportError, MAX_BYTES};
use crate::document::{Digest, Document, ImportWarning, Warned};
use crate::layer::{Annotator, AnnotatorId, Codebook, Layer};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{self, LayerFile, LayerWarning, names};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// How many warnings about one layer file are passed on; a file of nonsense has one for each line.
const MOST_WARNINGS: usize = 8;
/// The most that is read of a layer to learn what it is about, in bytes.
const LAYER_HEAD: usize = 64 * 1024;

/// Why an article could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub reason: OpenReason,
}

/// What kept an article closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenReason {
    /// The file could not be had.
    Host(HostError),
    /// No text could be made of it.
    Import(ImportError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            OpenReason::Host(error) => write!(f, "cannot open `{path}`: {error}"),
            OpenReason::Import(error) => write!(f, "cannot read `{path}`: {error}"),
        }
    }
}

impl OpenError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match &self.reason {
            OpenReason::Import(error) => error.hint(),
            OpenReason::Host(HostError::NotFound) => "look at the spelling of the path",
            OpenReason::Host(HostError::Denied) => "ask for the right to read the file, or open a copy of it",
            OpenReason::Host(HostError::Folder) => "open a folder in the window, or name one of its articles",
            OpenReason::Host(_) => "open a copy of the article in a folder of your own",
        }
    }
}

impl std::error::Error for OpenError {}

impl Session {
    /// Opens an article for `annotator` and reads what lies beside it, and what it left behind if it was
    /// moved. Writes nothing.
    pub fn open(
        path: &Path,
        options: &import::Options,
        annotator: Option<Annotator>,
        host: &dyn Host,
    ) -> Result<Self, OpenError> {
        Self::open_after(path, options, annotator, None, host)
    }

    /// The same for an article that was open as `earlier`: marks that were made on that text are carried
    /// over from it, even where it was never kept on a disk.
    pub fn open_after(
        path: &Path,
        options: &import::Options,
        annotator: Option<Annotator>,
        earlier: Option<&Document>,
        host: &dyn Host,
    ) -> Result<Self, OpenError> {
        // Before the reading: what changes during it counts as a change.
        let stamp = host.stamp(path);
        let read = read_document(path, options, host)?;
        let session = Self::assemble_after(path, read.value, read.warnings, (annotator, earlier), host);
        Ok(Self { stamp, ..session })
    }

    /// A session on a document that is in hand already, with the layers beside `path`.
    pub fn assemble(
        path: &Path,
        document: Document,
        warnings: Vec<ImportWarning>,
        annotator: Option<Annotator>,
        host: &dyn Host,
    ) -> Self {
        Self::assemble_after(path, document, warnings, (annotator, None), host)
    }

    fn assemble_after(
        path: &Path,
        document: Document,
        warnings: Vec<ImportWarning>,
        (annotator, earlier): (Option<Annotator>, Option<&Document>),
        host: &dyn Host,
    ) -> Self {
        let mut warnings: Vec<Warning> = warnings.into_iter().map(Warning::Article).collect();
        let codebook = codebook(path, host, &mut warnings);
        let mut session_warnings = Warnings::lasting(std::mem::take(&mut warnings));
        warnings.extend(host.settings_faults(path).into_iter().map(Warning::Settings));
        let me = annotator.as_ref().map(|annotator| annotator.id);
        let document = Arc::new(document);
        let here = Here { path, document: &document, me };
        let found = layers_of(&here, host, &|_| true, &mut warnings);
        let mut placers = Placers::new(Arc::clone(&document), KeptTexts::new());
        let earlier = earlier.filter(|earlier| earlier.digest() != document.digest());
        if let Some(earlier) = earlier {
            placers.keep(earlier.digest(), earlier.text().into());
            // The page and the comparison will ask for it, where nobody has time to wait.
            placers.alignment(earlier.digest());
        }
        keep_texts(&mut placers, found.iter().flat_map(|found| found.file.made_on()), path, host);
        let earlier = earlier.map(Document::digest);
        let read: Vec<(Found, Layer)> =
            found.into_iter().filter_map(|found| read_layer(found, &mut warnings)).collect();
        placers.learn(read.iter().flat_map(|(_, layer)| layer.targets()));
        let opened = read.into_iter().map(|(found, layer)| open_layer(found, layer, &placers, me));
        let opened: Vec<Opened> = opened.collect();
        let (layers, desks) = opened.into_iter().map(Opened::apart).unzip();
        let article = Article::new(placers, codebook, layers, me);
        warnings.extend(look_alikes(&article));
        session_warnings.extend(warnings);
        let mut session = Self {
            path: path.to_owned(),
            article,
            desks,
            opened: host.now(),
            annotator,
            earlier,
            selection: Selection::default(),
            focus: Focus::default(),
            history: super::History::default(),
            saving: Saving::default(),
            conflicts: Conflicts::default(),
            stamp: None,
            warnings: session_warnings,
        };
        session.look_for_conflicts();
        session.retell_moved();
        session
    }

    /// Says who marks, once it is known. A layer of that person beside the article becomes theirs to write.
    pub fn set_annotator(&mut self, annotator: Annotator) {
        let me = annotator.id;
        if let (Some(mine), Some(desk)) = (self.article.layer_of(me), self.desks.get_mut(&me)) {
            desk.bring_home(&self.path, &mine.layer.annotator);
        }
        let desks = &self.desks;
        self.article.put_first(me, |placed| {
            let person = &placed.layer.annotator;
            desks.get(&person.id).is_some_and(|desk| desk.read_only(person.id == me, &person.name).is_none())
        });
        self.annotator = Some(annotator);
        self.retell_moved();
        self.conflicts = Conflicts::default();
        self.look_for_conflicts();
    }
}

/// Reads an article without what lies beside it.
pub fn read_document(
    path: &Path,
    options: &import::Options,
    host: &dyn Host,
) -> Result<Warned<Document, ImportWarning>, OpenError> {
    let fail = |reason| OpenError { path: path.to_owned(), reason };
    let bytes = host.read(path, MAX_BYTES).map_err(|error| fail(OpenReason::Host(error)))?;
    import(&bytes, path, options).map_err(|error| fail(OpenReason::Import(error)))
}

/// Makes a document of an article's bytes.
pub(super) fn import(
    bytes: &[u8],
    path: &Path,
    options: &import::Options,
) -> Result<Warned<Document, ImportWarning>, ImportError> {
    let name = file_name(path);
    // The one place that catches: a page that defeats a parser must not take the others with it.
    let read = std::panic::catch_unwind(|| import::import(bytes, &name, options));
    read.unwrap_or(Err(ImportError::Failed))
}

/// A layer's files, united.
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) file: LayerFile,
    /// What lies at `path`; `None` if nothing does yet.
    pub(crate) on_disk: Option<Digest>,
    /// The other files that were read as one with it.
    pub(crate) copies: Vec<PathBuf>,
    /// The files in other folders that were read as one with it, or as it.
    pub(crate) elsewhere: Vec<PathBuf>,
    /// Whether one of the files ends in the middle of a line, as while a tool is writing it.
    pub(crate) is_torn: bool,
}

/// A layer as it was opened, with where it is kept.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) placed: PlacedLayer,
    pub(super) desk: Desk,
}

impl Opened {
    /// Both, the second by person.
    pub(super) fn apart(self) -> (PlacedLayer, (AnnotatorId, Desk)) {
        let person = self.placed.layer.annotator.id;
        (self.placed, (person, self.desk))
    }
}

/// The layer of a file; one that cannot be read is left as it is.
pub(super) fn read_layer(found: Found, warnings: &mut Vec<Warning>) -> Option<(Found, Layer)> {
    let Some(layer) = found.file.layer() else {
        let name = file_name(&found.path);
        warnings.push(Warning::Layer(name, AboutLayer::None));
        return None;
    };
    Some((found, layer))
}

pub(super) fn open_layer(found: Found, layer: Layer, placers: &Placers, me: Option<AnnotatorId>) -> Opened {
    let is_mine = Some(layer.annotator.id) == me;
    let desk = Desk {
        path: Some(found.path),
        file: Arc::new(found.file),
        copies: found.copies,
        elsewhere: found.elsewhere,
        on_disk: found.on_disk,
    };
    let is_writable = desk.read_only(is_mine, &layer.annotator.name).is_none();
    let placed = PlacedLayer { is_writable, ..PlacedLayer::of(layer, placers) };
    Opened { placed, desk }
}

/// The layers of a document: every file beside it that its header or its name gives to the
/// document, with conflict copies united, and what it left behind when it was moved. Of the files beside
/// it only those are looked into whose names are `wanted`.
pub(super) fn layers_of(
    here: &Here<'_>,
    host: &dyn Host,
    wanted: &dyn Fn(&str) -> bool,
    warnings: &mut Vec<Warning>,
) -> Vec<Found> {
    let candidates = host.layers_beside(here.path).unwrap_or_else(|error| {
        warnings.push(Warning::Unlisted(error));
        Vec::new()
    });
    let candidates = candidates.into_iter().filter(|candidate| wanted(&file_name(candidate)));
    layers_among(candidates, here, host, warnings)
}

/// The same among files that are known to be there.
pub(crate) fn layers_among(
    candidates: impl IntoIterator<Item = PathBuf>,
    here: &Here<'_>,
    host: &dyn Host,
    warnings: &mut Vec<Warning>,
) -> Vec<Found> {
    let &Here { path, document, .. } = here;
    let mut by_person: BTreeMap<String, Found> = BTreeMap::new();
    for candidate in candidates {
        let name = file_name(&candidate);
        let bytes = match host.read(&candidate, MAX_LAYER_BYTES) {
            Ok(bytes) => match too_large(&bytes) {
                None => bytes,
                Some(reason) => {
                    warnings.push(Warning::Layer(name, AboutLayer::TooLarge(reason)));
                    continue;
                }
            },
            Err(error) => {
                if names::may_belong_to(&name, &file_name(path)) {
                    warnings.push(Warning::Layer(name, AboutLayer::Unreadable(error)));
                }
                continue;
            }
        };
        let read = LayerFile::read(&bytes);
        if !belongs(&read.value, &name, path, document, host) {
            continue;
        }
        let found = Found::of(candidate, &bytes, read, warnings);
        let person = found.file.header().map_or_else(|| name.clone(), |header| header.annotator.id.iri());
        match by_person.remove(&person) {
            Some(other) => {
                warnings.push(Warning::Layer(name, AboutLayer::Copy));
                by_person.insert(person, found.unite(other));
            }
            None => drop(by_person.insert(person, found)),
        }
    }
    let mut found = by_person.into_values().collect();
    moved::join(&mut found, here, host, warnings);
    found
}

impl Found {
    /// What was read of a file; some of what is wrong with it is passed on.
    pub(super) fn of(
        path: PathBuf,
        bytes: &[u8],
        read: Warned<LayerFile, LayerWarning>,
        warnings: &mut Vec<Warning>,
    ) -> Self {
        let name = file_name(&path);
        let n_more = read.warnings.len().saturating_sub(MOST_WARNINGS);
        let shown = read.warnings.into_iter().take(MOST_WARNINGS);
        let about = |about| Warning::Layer(name.clone(), about);
        warnings.extend(shown.map(|warning| about(AboutLayer::Content(warning))));
        if 0 < n_more {
            warnings.push(about(AboutLayer::More(n_more)));
        }
        Self {
            on_disk: Some(Digest::of_bytes(bytes)),
            copies: Vec::new(),
            elsewhere: Vec::new(),
            is_torn: is_torn(bytes, &read.value),
            path,
            file: read.value,
        }
    }

    /// Two files of one layer. The proper name is the shorter one: tools add words to that of a copy.
    fn unite(self, other: Self) -> Self {
        let length = |found: &Self| (file_name(&found.path).len(), found.path.clone());
        let (mut proper, copy) = if length(&self) < length(&other) { (self, other) } else { (other, self) };
        proper.file.absorb(&copy.file);
        proper.copies.push(copy.path);
        proper.copies.extend(copy.copies);
        proper.is_torn |= copy.is_torn;
        proper
    }
}

fn is_torn(bytes: &[u8], file: &LayerFile) -> bool {
    bytes.is_empty() || (!bytes.ends_with(b"\n") && file.unreadable().next().is_some())
}

fn belongs(file: &LayerFile, name: &str, path: &Path, document: &Document, host: &dyn Host) -> bool {
    let document_name = file_name(path);
    let by_name = names::may_belong_to(name, &document_name);
    let Some(header) = file.header() else { return by_name };
    if header.file == document_name || (by_name && header.digest == Some(document.digest())) {
        return true;
    }
    by_name && !is_there(&header.file, path, host) || is_of_renamed(header, path, document, host)
}

/// What is to be opened where `path` is chosen: the article beside it if it is a layer (whoever is sent
/// both may choose either), else itself.
pub fn article_of(path: &Path, host: &dyn Host) -> PathBuf {
    if !names::is_layer_name(&file_name(path)) {
        return path.to_owned();
    }
    let head = host.read(path, LAYER_HEAD).unwrap_or_default();
    let header = LayerFile::read(head.split(|&byte| byte == b'\n').next().unwrap_or_default()).value;
    let name = header.header().map(|header| header.file.as_str());
    name.filter(|name| is_there(name, path, host))
        .map_or_else(|| path.to_owned(), |name| path.with_file_name(name))
}

/// Whether the folder has an article of that name. Only a bare name is looked for, so that a header
/// cannot point out of the folder.
pub(super) fn is_there(name: &str, path: &Path, host: &dyn Host) -> bool {
    let is_bare = matches!(Path::new(name).components().collect::<Vec<_>>()[..], [Component::Normal(_)]);
    is_bare && host.read(&path.with_file_name(name), 0).is_ok()
}

pub(crate) fn codebook(path: &Path, host: &dyn Host, warnings: &mut Vec<Warning>) -> Codebook {
    let Some((codebook_path, text)) = host.codebook_for(path) else { return sidecar::builtin() };
    let read = text
        .map_err(CodebookFault::Host)
        .and_then(|text| sidecar::read_codebook(&text).map_err(CodebookFault::Content));
    match read {
        Ok(read) => {
            let told = read.warnings.into_iter();
            warnings.extend(told.map(|warning| Warning::Codebook(codebook_path.clone(), warning)));
            read.value
        }
        Err(fault) => {
            warnings.push(Warning::NoCodebook(codebook_path, fault));
            sidecar::builtin()
        }
    }
}

/// Tags in layers that look like others and are none of the codebook's.
pub(super) fn look_alikes(article: &Article) -> Vec<Warning> {
    let marks = article.layers().iter().flat_map(|placed| placed.layer.annotations());
    let alike = sidecar::look_alikes(article.codebook(), marks.flat_map(|mark| &mark.tags));
    alike.into_iter().map(Warning::Alike).collect()
}

/// Has `placers` keep the texts that marks were made on, as far as the host has them.
pub(crate) fn keep_texts(
    placers: &mut Placers,
    made_on: impl Iterator<Item = Digest>,
    path: &Path,
    host: &dyn Host,
) {
    let present = placers.document().digest();
    for digest in made_on.collect::<std::collections::BTreeSet<Digest>>() {
        if digest != present && placers.kept(digest).is_none() {
            let text = host.kept_text_for(path, digest);
            text.into_iter().for_each(|text| placers.keep(digest, text.into()));
        }
    }
}

/// A file's name as people and layers have it. A byte that is no Unicode stands as `%E9`, so that two such
/// names do not become one.
pub fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    if let Some(name) = name.to_str() {
        return name.to_owned();
    }
    let mut shown = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| shown.push_str(&format!("%{byte:02X}")));
    }
    shown
}
