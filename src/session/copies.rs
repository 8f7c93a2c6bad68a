//! Conflict copies: files that a sync tool laid beside a layer when two machines wrote it. They are read
//! as one with it; here those go that hold nothing more, when a person says so.

use super::Session;
use crate::host::{Files, HostError, file_name};
use crate::layer::AnnotatorId;
use crate::sidecar::LayerFile;
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use std::fmt;
use std::path::{Path, PathBuf};

/// The conflict copies beside an article, on their way out.
#[derive(Debug)]
pub struct CopiesJob {
    layers: Vec<Copied>,
}

/// A layer with copies.
#[derive(Debug)]
struct Copied {
    person: AnnotatorId,
    path: PathBuf,
    copies: Vec<PathBuf>,
    is_mine: bool,
}

/// What became of conflict copies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopiesResult {
    /// How many are gone.
    pub n_removed: usize,
    /// Those that stay, by name, and why.
    pub kept: Vec<(String, Stays)>,
}

/// Why a conflict copy stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stays {
    /// It cannot be read.
    Unread(HostError),
    /// What it holds cannot be written into the proper file.
    Unwritten(HostError),
    /// The proper file cannot be read.
    NoProper(HostError),
    /// It is no copy of these marks any more.
    NoCopy,
    /// It holds more than the proper file.
    HoldsMore,
    /// It cannot be removed.
    Unremoved(HostError),
}

/// Follows the name of the file.
impl fmt::Display for Stays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(error) => write!(f, "cannot be read: {error}"),
            Self::Unwritten(error) => {
                write!(f, "stays: what it holds cannot be written into your file: {error}")
            }
            Self::NoProper(error) => {
                write!(f, "stays: the file it is a copy of cannot be read: {error}")
            }
            Self::NoCopy => f.write_str("stays: it is no copy of these marks any more"),
            Self::HoldsMore => f.write_str("stays, since it holds more than the file it is a copy of"),
            Self::Unremoved(error) => write!(f, "cannot be removed: {error}"),
        }
    }
}

impl CopiesResult {
    /// What stays and why, in words.
    pub fn told(&self) -> Vec<String> {
        self.kept.iter().map(|(name, why)| format!("`{name}` {why}")).collect()
    }
}

impl Session {
    /// The conflict copies that were read, each with the name of the person whose marks it holds.
    pub fn copies(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.layers_with_desks().flat_map(|(placed, desk)| {
            desk.copies.iter().map(|path| (path.as_path(), placed.layer.annotator.name.as_str()))
        })
    }

    /// Removes what [`Self::copies`] names, as far as nothing is lost by it.
    pub fn remove_copies(&self) -> CopiesJob {
        let with_copies = self.layers_with_desks().filter(|(_, desk)| !desk.copies.is_empty());
        let copied = with_copies.filter_map(|(placed, desk)| {
            Some(Copied {
                person: placed.layer.annotator.id,
                path: desk.path.clone()?,
                copies: desk.copies.clone(),
                is_mine: placed.is_writable,
            })
        });
        CopiesJob { layers: copied.collect() }
    }
}

impl CopiesJob {
    /// Reads again, writes what only a copy of mine has into my file, and removes the copies that hold
    /// nothing more than the file that they are copies of.
    pub fn run(self, host: &mut dyn Files) -> CopiesResult {
        let mut result = CopiesResult::default();
        let held = host.hold_saves();
        for copied in &self.layers {
            copied.remove(host, &mut result);
        }
        drop(held);
        result
    }
}

impl Copied {
    fn remove(&self, host: &mut dyn Files, result: &mut CopiesResult) {
        let CopiesResult { n_removed, kept } = result;
        let mut keep = |path: &Path, why: Stays| kept.push((file_name(path), why));
        let mut proper = match read(host, &self.path) {
            Ok(file) => file,
            Err(error) => {
                let why = Stays::NoProper(error);
                return self.copies.iter().for_each(|path| keep(path, why.clone()));
            }
        };
        let mut copies = Vec::new();
        for path in &self.copies {
            match read(host, path) {
                // Somebody may have put another file there.
                Ok(copy) if copy.header().is_none_or(|header| header.annotator.id != self.person) => {
                    keep(path, Stays::NoCopy);
                }
                Ok(copy) => copies.push((path, copy)),
                Err(HostError::NotFound) => {}
                Err(error) => keep(path, Stays::Unread(error)),
            }
        }
        if self.is_mine && copies.iter().any(|(_, copy)| !proper.holds_all_of(copy)) {
            let union = copies.iter().fold(proper.clone(), |union, (_, copy)| union.unite(copy));
            proper = match write(host, &self.path, union) {
                Ok(union) => union,
                Err(error) => {
                    let why = Stays::Unwritten(error);
                    return copies.iter().for_each(|(path, _)| keep(path, why.clone()));
                }
            };
        }
        for (path, copy) in &copies {
            if !proper.holds_all_of(copy) {
                keep(path, Stays::HoldsMore);
                continue;
            }
            match host.remove_layer(path) {
                Ok(()) => *n_removed += 1,
                Err(error) => keep(path, Stays::Unremoved(error)),
            }
        }
    }
}

fn read(host: &dyn Files, path: &Path) -> Result<LayerFile, HostError> {
    let bytes = host.read(path, MAX_LAYER_BYTES)?;
    match too_large(&bytes) {
        Some(reason) => Err(HostError::TooLarge(reason)),
        None => Ok(LayerFile::read(&bytes).value),
    }
}

/// Writes all lines of a union as they stand, and reads them again: only what is there counts.
fn write(host: &mut dyn Files, path: &Path, union: LayerFile) -> Result<LayerFile, HostError> {
    if union.is_read_only() {
        return Err(HostError::Newer);
    }
    host.write(path, &union.lines())?;
    read(host, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::Options;
    use crate::host::MemoryHost;
    use crate::session::Action;

    const ARTICLE: &str = "/desk/a.txt";

    fn open(host: &MemoryHost) -> Session {
        Session::open(Path::new(ARTICLE), &Options::default(), host.annotator.clone(), host).unwrap()
    }

    fn run(session: &mut Session, host: &mut MemoryHost, actions: &[&str]) {
        for action in actions {
            session.perform(&action.parse::<Action>().unwrap(), host).unwrap();
        }
    }

    /// A desk with a layer, and a copy of it in which there is one mark more.
    fn desk() -> (MemoryHost, PathBuf, PathBuf) {
        let mut host = MemoryHost::with(ARTICLE, b"Eight people died. The army denied it.");
        let mut ana = open(&host);
        run(&mut ana, &mut host, &["select 'denied'", "tag denial", "save"]);
        let path = ana.my_desk().unwrap().path.clone().unwrap();
        let before = host.files[&path].clone();
        run(&mut ana, &mut host, &["select 'Eight'", "tag claim", "save"]);
        let copy = PathBuf::from(path.display().to_string().replace(".jsonl", " (1).jsonl"));
        let more = host.files.insert(path.clone(), before).unwrap();
        host.files.insert(copy.clone(), more);
        (host, path, copy)
    }

    #[test]
    fn what_only_a_copy_of_mine_has_is_written_before_it_goes() {
        let (mut host, path, copy) = desk();
        let session = open(&host);
        assert_eq!(session.copies().collect::<Vec<_>>(), [(copy.as_path(), "Ana")]);
        assert_eq!(session.marks().len(), 2);
        let removed = session.remove_copies().run(&mut host);
        assert_eq!(removed, CopiesResult { n_removed: 1, kept: Vec::new() });
        assert!(host.files.contains_key(&path) && !host.files.contains_key(&copy));
        let again = open(&host);
        assert_eq!((again.marks().len(), again.copies().count()), (2, 0));
    }

    #[test]
    fn a_colleagues_copy_that_holds_more_stays() {
        let (mut host, path, copy) = desk();
        host.annotator = None;
        let before = host.files.clone();
        let removed = open(&host).remove_copies().run(&mut host);
        let kept =
            "`a.txt.ana-1a7e.postil (1).jsonl` stays, since it holds more than the file it is a copy of";
        assert_eq!((removed.n_removed, removed.told()), (0, vec![kept.to_owned()]));
        assert_eq!(host.files, before);
        // Once Ana's own program has written it all, it may go.
        let more = host.files[&copy].clone();
        host.files.insert(path, more);
        assert_eq!(open(&host).remove_copies().run(&mut host).n_removed, 1);
    }

    #[test]
    fn a_copy_stays_when_its_marks_cannot_be_written() {
        let (mut host, _, copy) = desk();
        host.write_fails = Some(HostError::Full);
        let removed = open(&host).remove_copies().run(&mut host);
        assert!(removed.n_removed == 0 && removed.told()[0].ends_with("the disk is full"), "{removed:?}");
        assert!(host.files.contains_key(&copy));
    }
}
