//! What several people and machines did to their marks, as plain sets: the truth that files are held
//! against after they went through other people's tools.

use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::layer::{Annotation, AnnotationId, Annotator, AnnotatorId};
use postil::session::{Action, Said, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The article that all mark.
pub(crate) const ARTICLE: &str = "raid.txt";
pub(crate) const TEXT: &str = "Eight people died in the raid, a hospital said on Monday. The army denied that it \
had been there, and blamed a gang. A second report spoke of twelve dead and of houses burnt. No week was worse.\n";

/// What a version says; `None`: that the mark was removed.
pub(crate) type Content = Option<String>;

/// Numbers of versions.
pub(crate) type Known = BTreeSet<usize>;

/// One version of a mark, and all that went before it.
struct Version {
    id: Uuid,
    person: AnnotatorId,
    content: Content,
    replaced: BTreeSet<usize>,
}

/// All versions that were ever made.
#[derive(Default)]
pub(crate) struct Model {
    versions: Vec<Version>,
    n_words: usize,
}

/// A machine with a folder, and whose it is.
pub(crate) struct Machine {
    pub(crate) folder: PathBuf,
    pub(crate) person: Annotator,
    pub(crate) known: Known,
    host: Disk,
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }
}

impl Machine {
    pub(crate) fn new(folder: &Path, home: &Path, name: &str) -> Self {
        let id = AnnotatorId(Uuid::new_v5(&Uuid::nil(), name.as_bytes()));
        let person = Annotator { id, name: name.to_owned() };
        let host = Disk::with(Directories::below(home.to_owned()));
        Self { folder: folder.to_owned(), person, known: Known::new(), host }
    }

    pub(crate) fn open(&self) -> Session {
        let path = self.folder.join(ARTICLE);
        Session::open(&path, &Options::default(), Some(self.person.clone()), &self.host).expect("opens")
    }

    /// The file of this person's marks, once there is one.
    pub(crate) fn layer(&self) -> Option<PathBuf> {
        self.open().my_desk().and_then(|desk| desk.path().map(Path::to_owned))
    }

    /// Every mark of all people with what its versions say, those that were removed too where there are
    /// others.
    pub(crate) fn shown(&self) -> BTreeMap<Uuid, BTreeSet<Content>> {
        let session = self.open();
        let marks = session.layers().iter().flat_map(|open| open.layer.annotations());
        let mut shown: BTreeMap<Uuid, BTreeSet<Content>> =
            marks.map(|mark| (mark.id.0, BTreeSet::from([content(mark)]))).collect();
        for conflict in session.conflicts() {
            let said = conflict.versions.iter().map(|version| match &version.said {
                Said::Mark(mark) => content(mark),
                Said::Removed => None,
                other => panic!("{other:?}"),
            });
            shown.entry(conflict.id).or_default().extend(said);
        }
        shown
    }
}

fn content(mark: &Annotation) -> Content {
    Some(format!("{:?} {}", mark.tags, mark.note))
}

impl Model {
    /// One random change on a machine, saved.
    pub(crate) fn edit(&mut self, machine: &mut Machine, dice: &mut Dice) {
        let mut session = machine.open();
        let mine: Vec<AnnotationId> = session
            .my_layer()
            .map(|mine| mine.layer.annotations().map(|mark| mark.id).collect())
            .unwrap_or_default();
        let conflicts: Vec<Uuid> = session
            .conflicts()
            .iter()
            .filter(|conflict| conflict.is_writable)
            .map(|conflict| conflict.id)
            .collect();
        self.n_words += 1;
        let n = self.n_words;
        match dice.below(8) {
            0 if !conflicts.is_empty() => {
                let id = conflicts[dice.below(conflicts.len())];
                let which = ["this", "other"][dice.below(2)];
                self.act(machine, &mut session, &format!("settle {} {which}", id.simple()));
                let replaced = self.present(&machine.known, id);
                self.record(machine, &session, id, replaced);
            }
            1 if !mine.is_empty() => {
                let id = mine[dice.below(mine.len())];
                let replaced = self.shown_version(machine, &session, id);
                self.act(machine, &mut session, &format!("delete {}", id.0.simple()));
                self.record(machine, &session, id.0, replaced);
            }
            2..=4 if !mine.is_empty() => {
                let id = mine[dice.below(mine.len())];
                let replaced = self.shown_version(machine, &session, id);
                self.act(machine, &mut session, &format!("note {} 'n{n}'", id.0.simple()));
                self.record(machine, &session, id.0, replaced);
            }
            _ => {
                let words: Vec<&str> = TEXT.trim().split(' ').collect();
                let at = words.iter().take(dice.below(words.len())).map(|word| word.len() + 1).sum::<usize>();
                self.act(machine, &mut session, &format!("select {at}..{}", at + 3));
                self.act(
                    machine,
                    &mut session,
                    &format!("tag {}", ["claim", "denial", "opinion"][dice.below(3)]),
                );
                let id = session.focus().expect("a new mark");
                self.act(machine, &mut session, &format!("note 'n{n}'"));
                self.record(machine, &session, id.0, BTreeSet::new());
            }
        }
        session.save(&mut machine.host).expect("saved");
    }

    fn act(&self, machine: &mut Machine, session: &mut Session, action: &str) {
        let parsed: Action = action.parse().expect("an action");
        session.perform(&parsed, &mut machine.host).unwrap_or_else(|error| panic!("{action}: {error}"));
    }

    /// The version that this machine shows of a mark: what an edit replaces.
    fn shown_version(&self, machine: &Machine, session: &Session, id: AnnotationId) -> BTreeSet<usize> {
        let shown = session.mark(id).and_then(|mark| content(mark.annotation));
        let present = self.present(&machine.known, id.0);
        let found = present.iter().copied().find(|&nth| self.versions[nth].content == shown);
        BTreeSet::from([found.unwrap_or_else(|| panic!("{shown:?} is shown, and nobody knows it"))])
    }

    /// A new version, as the session has it now.
    fn record(&mut self, machine: &mut Machine, session: &Session, id: Uuid, replaces: BTreeSet<usize>) {
        let before = replaces.iter().flat_map(|&nth| self.versions[nth].replaced.iter().copied());
        let replaced = replaces.iter().copied().chain(before).collect();
        let content = session.mark(AnnotationId(id)).and_then(|mark| content(mark.annotation));
        machine.known.insert(self.versions.len());
        self.versions.push(Version { id, person: machine.person.id, content, replaced });
    }

    /// The known versions of a mark that no other known one replaced.
    fn present(&self, known: &Known, id: Uuid) -> BTreeSet<usize> {
        let of_it = || known.iter().copied().filter(|&nth| self.versions[nth].id == id);
        let is_replaced = |nth: usize| of_it().any(|other| self.versions[other].replaced.contains(&nth));
        of_it().filter(|&nth| !is_replaced(nth)).collect()
    }

    /// Of what a machine knows, what its own person made: what lies in its file after a save.
    pub(crate) fn own(&self, machine: &Machine) -> Known {
        let known = machine.known.iter().copied();
        known.filter(|&nth| self.versions[nth].person == machine.person.id).collect()
    }

    /// What a machine that knows these versions has to show.
    pub(crate) fn expected(&self, known: &Known) -> BTreeMap<Uuid, BTreeSet<Content>> {
        let ids: BTreeSet<Uuid> = known.iter().map(|&nth| self.versions[nth].id).collect();
        let said =
            |id| self.present(known, id).iter().map(|&nth| self.versions[nth].content.clone()).collect();
        let all = ids.into_iter().map(|id| (id, said(id)));
        // What everybody removed is shown nowhere.
        all.filter(|(_, said): &(Uuid, BTreeSet<Content>)| *said != BTreeSet::from([None])).collect()
    }
}
