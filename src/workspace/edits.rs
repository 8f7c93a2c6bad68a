//! The same done in many articles, open or not: in each as one step of undo, and all of it taken back at
//! once.
//!
//! What is open is changed in its session, unsaved marks and all. The rest is a job for another thread,
//! which opens each article, changes it and saves it, as safely as an article on the screen is saved:
//! logged, read again, united with what others wrote meanwhile.

use super::Workspace;
use crate::document::import::Options;
use crate::host::Host;
use crate::layer::Annotator;
use crate::library::OpenError;
use crate::session::{Action, ActionError, Performed, SaveError, Session, WayBack};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// How many reasons of refusals are kept: the same one comes for a thousand marks.
const MOST_REASONS: usize = 8;

/// What is to be done, article by article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    label: String,
    by_article: BTreeMap<PathBuf, Vec<Action>>,
}

/// What takes edits back, article by article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaysBack(BTreeMap<PathBuf, WayBack>);

/// What is still to be done, in the articles that are not open.
#[derive(Debug, Default)]
pub struct EditJob {
    /// Each with the person who marks there.
    deeds: Vec<(PathBuf, Option<Annotator>, Deed)>,
}

/// Who marks in an article.
type Who<'a> = &'a dyn Fn(&Path) -> Option<Annotator>;

/// What is done in one article.
#[derive(Debug)]
enum Deed {
    /// These actions, as one step of that name.
    Actions(String, Vec<Action>),
    /// What was done is taken back.
    Back(WayBack),
}

/// What came of edits in one article.
#[derive(Debug)]
pub struct Edited {
    /// The article.
    pub path: PathBuf,
    /// What was done, or why nothing could be.
    pub done: Result<Performed, EditFault>,
}

/// Why nothing was changed in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditFault {
    /// It could not be opened.
    Open(OpenError),
    /// The marks could not be written.
    Save(SaveError),
}

/// What came of edits so far.
#[derive(Debug, Default)]
pub struct EditReport {
    /// How many marks were made, changed or taken away.
    pub n_marks: usize,
    /// In how many articles.
    pub n_articles: usize,
    /// How many marks were not taken back, since they are others by now.
    pub n_stayed: usize,
    /// How many actions were refused.
    pub n_refused: usize,
    /// Why; some of the reasons.
    pub reasons: Vec<ActionError>,
    /// The articles in which nothing could be changed.
    pub faults: Vec<(PathBuf, EditFault)>,
    /// What takes back all that was done.
    pub ways_back: WaysBack,
}

impl Edits {
    /// Nothing yet, to be called `label` where it can be undone.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), by_article: BTreeMap::new() }
    }

    /// What it is called.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// One thing more to be done in an article, after what is to be done in it already.
    pub fn add(&mut self, article: PathBuf, action: Action) {
        self.by_article.entry(article).or_default().push(action);
    }

    /// Whether nothing is to be done.
    pub fn is_empty(&self) -> bool {
        self.by_article.is_empty()
    }

    /// The articles in which something is to be done.
    pub fn articles(&self) -> impl Iterator<Item = &Path> {
        self.by_article.keys().map(PathBuf::as_path)
    }

    /// In how many articles something is to be done.
    pub fn n_articles(&self) -> usize {
        self.by_article.len()
    }

    /// How many actions there are.
    pub fn n_actions(&self) -> usize {
        self.by_article.values().map(Vec::len).sum()
    }
}

impl WaysBack {
    /// What takes back what was done in one article.
    pub(super) fn one(article: PathBuf, way: WayBack) -> Self {
        Self(BTreeMap::from([(article, way)]))
    }

    /// Whether nothing can be taken back.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The articles that it is about.
    pub fn articles(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }
}

impl Deed {
    fn run(&self, session: &mut Session, host: &mut dyn Host) -> Performed {
        match self {
            Self::Actions(label, actions) => session.perform_all(label, actions, host),
            Self::Back(way) => session.take_back(way, host),
        }
    }
}

impl Workspace {
    /// Does in the open articles what is to be done in them. The rest is the job's, in each as the person
    /// who marks there.
    pub fn edit(&mut self, edits: Edits, who: Who<'_>, host: &mut dyn Host) -> (EditReport, EditJob) {
        let Edits { label, by_article } = edits;
        let deed = |(path, actions)| (path, Deed::Actions(label.clone(), actions));
        self.start(by_article.into_iter().map(deed), who, host)
    }

    /// Takes edits back, in the same way. Marks that were changed since stay as they are.
    pub fn take_back(&mut self, ways: WaysBack, who: Who<'_>, host: &mut dyn Host) -> (EditReport, EditJob) {
        self.start(ways.0.into_iter().map(|(path, way)| (path, Deed::Back(way))), who, host)
    }

    fn start(
        &mut self,
        deeds: impl Iterator<Item = (PathBuf, Deed)>,
        who: Who<'_>,
        host: &mut dyn Host,
    ) -> (EditReport, EditJob) {
        let mut report = EditReport::default();
        let mut job = EditJob::default();
        for (path, deed) in deeds {
            match self.session_mut(&path) {
                Some(session) => {
                    let done = Ok(deed.run(session, host));
                    report.take(Edited { path, done });
                }
                None => job.deeds.push((path.clone(), who(&path), deed)),
            }
        }
        self.show_open();
        (report, job)
    }
}

impl EditJob {
    /// Whether nothing is left to be done.
    pub fn is_empty(&self) -> bool {
        self.deeds.is_empty()
    }

    /// In how many articles something is to be done.
    pub fn n_articles(&self) -> usize {
        self.deeds.len()
    }

    /// Opens, changes and saves one article after the other, and tells what came of each until nobody
    /// wants to know more.
    pub fn run(self, host: &mut dyn Host, mut tell: impl FnMut(Edited) -> bool) {
        for (path, annotator, deed) in self.deeds {
            let done = edit_file(&path, &deed, annotator, host);
            if !tell(Edited { path, done }) {
                return;
            }
        }
    }
}

fn edit_file(
    path: &Path,
    deed: &Deed,
    annotator: Option<Annotator>,
    host: &mut dyn Host,
) -> Result<Performed, EditFault> {
    let mut session = Session::open(path, &Options::default(), annotator, host).map_err(EditFault::Open)?;
    let done = deed.run(&mut session, host);
    match session.save(host) {
        Ok(()) => Ok(done),
        Err(error) => {
            session.discard(host);
            Err(EditFault::Save(error))
        }
    }
}

impl EditReport {
    /// Adds what came of edits in one article.
    pub fn take(&mut self, edited: Edited) {
        let done = match edited.done {
            Ok(done) => done,
            Err(fault) => return self.faults.push((edited.path, fault)),
        };
        self.n_marks += done.n_marks;
        self.n_articles += usize::from(0 < done.n_marks);
        self.n_stayed += done.n_stayed;
        self.n_refused += done.refused.len();
        for reason in done.refused {
            if self.reasons.len() < MOST_REASONS && !self.reasons.contains(&reason) {
                self.reasons.push(reason);
            }
        }
        self.ways_back.0.extend(done.way_back.map(|way| (edited.path, way)));
    }
}

impl fmt::Display for EditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(error) => error.fmt(f),
            Self::Save(error) => error.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::{Chance as _, HostError, MemoryHost};

    const PATHS: [&str; 3] = ["/desk/a.txt", "/desk/b.txt", "/desk/c.txt"];

    /// Three articles of which the first is open, each with a mark of mine and one of Ben's on "denied".
    fn desk() -> (Workspace, MemoryHost) {
        let mut host = MemoryHost::default();
        let mut ben = host.annotator.clone().unwrap();
        (ben.id.0, ben.name) = (host.fresh_uuid(), "Ben".to_owned());
        for path in PATHS {
            host.files.insert(path.into(), b"Eight people died. The army denied it. It fired.".to_vec());
            for (who, lines) in [
                (host.annotator.clone(), ["select 'Eight people'", "tag claim", "save"]),
                (Some(ben.clone()), ["select 'denied'", "tag denial", "save"]),
            ] {
                let mut session = Session::open(Path::new(path), &Options::default(), who, &host).unwrap();
                lines
                    .iter()
                    .for_each(|line| drop(session.perform(&line.parse().unwrap(), &mut host).unwrap()));
            }
        }
        let mut workspace = Workspace::default();
        let me = host.annotator.clone();
        workspace.open(Path::new(PATHS[0]), &Options::default(), me, &host).unwrap();
        (workspace, host)
    }

    fn edits(path: &str, lines: &[&str], edits: &mut Edits) {
        lines.iter().for_each(|line| edits.add(path.into(), line.parse().unwrap()));
    }

    fn done(started: (EditReport, EditJob), host: &mut MemoryHost) -> EditReport {
        let (mut report, job) = started;
        job.run(host, |edited| {
            report.take(edited);
            true
        });
        report
    }

    /// The layers as they lie on the disk.
    fn layers(host: &MemoryHost) -> Vec<(PathBuf, String)> {
        let layers = host.files.iter().filter(|(path, _)| path.to_string_lossy().ends_with(".jsonl"));
        layers.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
    }

    /// What each article's marks say, read anew.
    fn state(path: &str, host: &MemoryHost) -> String {
        let me = host.annotator.clone();
        let session = Session::open(Path::new(path), &Options::default(), me, host).unwrap();
        let words = |mark: crate::session::MarkRef<'_>| {
            format!(
                "{}: {}{}",
                mark.layer.layer.annotator.name, mark.annotation.tags[0], mark.annotation.note
            )
        };
        session.marks().into_iter().map(words).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn what_is_open_is_changed_in_its_session_and_the_rest_on_the_disk() {
        let (mut workspace, mut host) = desk();
        let before = layers(&host);
        let mut all = Edits::new("mark what fired");
        PATHS.iter().for_each(|path| edits(path, &["tag-all claim 'fired'", "note a2 'not mine'"], &mut all));
        assert_eq!((all.n_articles(), all.n_actions()), (3, 6));
        let me = host.annotator.clone();
        let started = workspace.edit(all, &|_| me.clone(), &mut host);
        assert_eq!((started.0.n_marks, started.1.n_articles()), (1, 2));
        assert_eq!(
            workspace.sessions()[0].history().undo_label().map(ToString::to_string).as_deref(),
            Some("mark what fired")
        );
        assert_eq!(layers(&host), before, "neither the open one nor the others are saved yet");
        let report = done(started, &mut host);
        // Ben's mark is refused in each article.
        assert_eq!((report.n_marks, report.n_articles, report.n_refused), (3, 3, 3));
        assert!(report.faults.is_empty());
        assert_eq!(state(PATHS[1], &host), "Ana: claim; Ben: denial; Ana: claim");
        // One that was open is closed, one that was closed is open, when all of it is taken back.
        workspace.active_mut().unwrap().save(&mut host).unwrap();
        workspace.close(0);
        workspace.open(Path::new(PATHS[1]), &Options::default(), me.clone(), &host).unwrap();
        let started = workspace.take_back(report.ways_back, &|_| me.clone(), &mut host);
        let back = done(started, &mut host);
        assert_eq!((back.n_marks, back.n_articles, back.n_stayed), (3, 3, 0));
        workspace.active_mut().unwrap().save(&mut host).unwrap();
        for path in PATHS {
            assert_eq!(state(path, &host), "Ana: claim; Ben: denial", "{path}");
        }
        assert!(host.logs.is_empty());
    }

    #[test]
    fn what_cannot_be_read_or_written_is_told_and_the_others_are_done() {
        let (mut workspace, mut host) = desk();
        host.files.remove(Path::new(PATHS[1]));
        let mut all = Edits::new("mark");
        PATHS.iter().for_each(|path| edits(path, &["tag-all claim 'fired'"], &mut all));
        let me = host.annotator.clone();
        let report = done(workspace.edit(all.clone(), &|_| me.clone(), &mut host), &mut host);
        assert_eq!((report.n_marks, report.n_articles), (2, 2));
        assert!(matches!(&report.faults[..], [(path, EditFault::Open(_))] if path == Path::new(PATHS[1])));
        // Nothing that could not be written is left to come back at the next start.
        workspace.close(0);
        (host.logs, host.write_fails) = (BTreeMap::new(), Some(HostError::Denied));
        let before = layers(&host);
        let mut all = Edits::new("mark");
        PATHS.iter().for_each(|path| edits(path, &["tag-all opinion 'army'"], &mut all));
        let report = done(workspace.edit(all, &|_| me.clone(), &mut host), &mut host);
        assert_eq!((report.n_marks, report.faults.len()), (0, 3));
        assert!(report.ways_back.is_empty() && host.logs.is_empty());
        assert_eq!(layers(&host), before);
    }

    #[test]
    fn each_article_is_changed_as_the_person_who_marks_there() {
        let (mut workspace, mut host) = desk();
        let me = host.annotator.clone();
        let session = workspace.sessions().first().unwrap();
        let ben = session.layers().iter().find(|placed| placed.layer.annotator.name == "Ben").unwrap();
        let ben = ben.layer.annotator.clone();
        let mut all = Edits::new("mark");
        edits(PATHS[1], &["tag-all opinion 'fired'"], &mut all);
        edits(PATHS[2], &["tag-all opinion 'fired'"], &mut all);
        let who = |path: &Path| if path == Path::new(PATHS[1]) { Some(ben.clone()) } else { me.clone() };
        done(workspace.edit(all, &who, &mut host), &mut host);
        assert!(state(PATHS[1], &host).contains("Ben: opinion"), "{}", state(PATHS[1], &host));
        assert!(!state(PATHS[2], &host).contains("Ben: opinion"));
    }
}
