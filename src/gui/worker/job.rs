//! The jobs that lanes hold. A job is one function here: its lane, what it is about, what is done by the
//! host and what is told of it.

use super::Event;
use super::Teller;
use super::lanes::{Lane, Wanted};
use crate::analysis::ledger::LedgerJob;
use crate::analysis::study::StudyJob;
use crate::document::import;
use crate::gui::comparing::{CompareJob, MeasureJob};
use crate::gui::exporting::Told;
use crate::gui::importing;
use crate::gui::ledger::LookJob;
use crate::gui::page_drawing::{self, PageTask};
use crate::gui::pictures::{PictureTask, look};
use crate::gui::told;
use crate::gui::voices::VoicesJob;
use crate::gui::words;
use crate::host::{Host, file_name};
use crate::layer::{Annotator, Codebook};
use crate::library::search::{Found, Search};
use crate::library::table::TableJob;
use crate::library::{CacheJob, IndexJob};
use crate::session::class::assignment::{Assignment, instructions};
use crate::session::class::earlier::graded;
use crate::session::class::given::{Candidates, lay};
use crate::session::class::making::Draft;
use crate::session::class::{ClassBook, ClassDesk, ClassJob, ClassSaveJob, Out, Phrase};
use crate::session::copies::CopiesJob;
use crate::session::earlier::earlier_states;
use crate::session::exporting::{ExportJob, Place};
use crate::session::importing::{Candidate, ImportFault, ImportPlan, Part};
use crate::session::recover::recover;
use crate::session::{Before, FolderSaveJob, Handed, ProposeJob, RefreshJob, SaveJob, Session, TakenIn};
use crate::workspace::edits::EditJob;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often a search says what it has found so far.
const TELL_EVERY: Duration = Duration::from_millis(40);

/// The lane in which an article is read: only its name is known yet.
fn lane_of(article: &Path) -> Lane {
    if import::is_name_read_apart(&file_name(article)) { Lane::Apart } else { Lane::Open }
}

/// What is done by the host of a thread, and what there is to say at its end.
type Work = Box<dyn FnOnce(&Path, &mut dyn Host, &Going<'_>) -> Option<Event> + Send>;

/// What a job that runs is given besides.
pub(super) struct Going<'a> {
    pub(super) wanted: &'a Wanted,
    pub(super) teller: &'a Teller,
}

impl Going<'_> {
    /// Says what there is so far; whether there is anybody to go on for.
    fn tell(&self, event: Event) -> bool {
        self.wanted.is_wanted() && self.teller.tell(event)
    }
}

/// Work to be done off the frame.
pub(in crate::gui) struct Job {
    pub(super) lane: Lane,
    /// The article or folder.
    pub(super) about: PathBuf,
    work: Work,
}

impl Job {
    pub(super) fn new(
        lane: Lane,
        about: PathBuf,
        work: impl FnOnce(&Path, &mut dyn Host, &Going<'_>) -> Option<Event> + Send + 'static,
    ) -> Self {
        Self { lane, about, work: Box::new(work) }
    }

    /// Does it, and says what was found. Whether anybody still listens. A panic ends the job and not its
    /// lane: the host keeps nothing between two jobs that could be left half-done.
    pub(super) fn run(self, host: &mut dyn Host, wanted: &Wanted, teller: &Teller) -> bool {
        let Self { lane, about, work } = self;
        let going = Going { wanted, teller };
        let waited_for = wanted.clone();
        host.read_apart_while(Arc::new(move || waited_for.is_wanted()));
        let done = catch_unwind(AssertUnwindSafe(|| work(&about, host, &going)));
        let last = done.unwrap_or_else(|_| Some(Event::Failed(lane, about)));
        last.filter(|_| wanted.is_wanted()).is_none_or(|event| teller.tell(event))
    }

    /// Writes a layer of an article.
    pub(in crate::gui) fn save(article: PathBuf, job: SaveJob) -> Self {
        Self::new(Lane::Save, article, move |article, host, _| {
            Some(Event::Saved(article.to_owned(), Box::new(job.run(host))))
        })
    }

    /// Saves what a crashed program left in its logs.
    pub(in crate::gui) fn recover() -> Self {
        Self::new(Lane::Open, PathBuf::new(), move |_, host, _| Some(Event::Recovered(recover(host))))
    }

    /// Opens an article; `before` is what it goes on from if it is open already.
    pub(in crate::gui) fn open(
        article: PathBuf,
        options: import::Options,
        annotator: Option<Annotator>,
        before: Before,
    ) -> Self {
        Self::new(lane_of(&article), article, move |article, host, _| {
            let mut opened = Session::open_after(article, &options, annotator, &before, host);
            opened.iter().for_each(|session| session.remember(host));
            // After that: who is hidden lies there all the same.
            opened.iter_mut().for_each(|session| session.heed_blind(&*host));
            Some(Event::Opened(article.to_owned(), Box::new(opened)))
        })
    }

    /// Looks again at what lies around an article.
    pub(in crate::gui) fn refresh(article: PathBuf, job: RefreshJob) -> Self {
        Self::new(lane_of(&article), article, move |article, host, _| {
            let result = job.run(host);
            result.remember(host);
            Some(Event::Refreshed(article.to_owned(), Box::new(result)))
        })
    }

    /// Looks up the earlier states of an article's layers.
    pub(in crate::gui) fn earlier(article: PathBuf) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            Some(Event::Earlier(article.to_owned(), earlier_states(article, host)))
        })
    }

    /// Removes the conflict copies beside an article.
    pub(in crate::gui) fn remove_copies(article: PathBuf, job: CopiesJob) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            Some(Event::CopiesRemoved(article.to_owned(), job.run(host)))
        })
    }

    /// Changes the marks of many articles that are not open, the `nth` time in this window.
    pub(in crate::gui) fn edit(nth: u64, job: EditJob) -> Self {
        Self::new(Lane::Edit, PathBuf::new(), move |_, host, going| {
            job.run(host, |edited| going.tell(Event::Edited(nth, Some(Box::new(edited)))));
            Some(Event::Edited(nth, None))
        })
    }

    /// Writes what a person says of a folder.
    pub(in crate::gui) fn save_register(job: FolderSaveJob) -> Self {
        Self::new(Lane::Save, PathBuf::new(), move |_, host, _| {
            Some(Event::RegisterSaved(Box::new(job.run(host))))
        })
    }

    /// Makes a table of the rows of a folder.
    pub(in crate::gui) fn tabulate(job: TableJob) -> Self {
        Self::new(Lane::Table, PathBuf::new(), move |_, _, going| {
            let table = job.run(&|| going.wanted.is_wanted())?;
            Some(Event::Tabulated(Box::new(table)))
        })
    }

    /// Computes a part of a folder's ledger. It is about no table, so that none takes it away.
    pub(in crate::gui) fn reckon(job: LedgerJob) -> Self {
        Self::new(Lane::Table, PathBuf::from("ledger"), move |_, _, _| {
            Some(Event::Reckoned(Arc::new(job.run())))
        })
    }

    /// Finds what a page about the folder asks.
    pub(in crate::gui) fn study(job: StudyJob) -> Self {
        Self::new(Lane::Table, PathBuf::from("study"), move |_, _, _| {
            let (asked, answer) = job.run();
            Some(Event::Studied(asked, answer))
        })
    }

    /// What looking at an incident is about.
    pub(in crate::gui) const LOOKING: &'static str = "incident";

    /// Holds the statements of an incident against each other.
    pub(in crate::gui) fn look_at_incident(job: LookJob) -> Self {
        Self::new(Lane::Table, PathBuf::from(Self::LOOKING), move |_, _, _| {
            Some(Event::LookedAt(Box::new(job.run())))
        })
    }

    /// Finds who is speaking in an article.
    pub(in crate::gui) fn hear(job: VoicesJob) -> Self {
        Self::new(Lane::Table, PathBuf::from("voices"), move |_, _, _| {
            Some(Event::Heard(Box::new(job.run())))
        })
    }

    /// What looking for proposals is about.
    pub(in crate::gui) const PROPOSING: &'static str = "proposals";

    /// Looks for what the rules propose to mark in an article; `again` also what was refused there.
    pub(in crate::gui) fn propose(article: PathBuf, again: bool, job: ProposeJob) -> Self {
        Self::new(Lane::Table, PathBuf::from(Self::PROPOSING), move |_, host, _| {
            Some(Event::Proposed(article, again, Box::new(job.run(&*host))))
        })
    }

    /// What comparing people is about.
    pub(in crate::gui) const COMPARING: &'static str = "people";

    /// Compares what people marked.
    pub(in crate::gui) fn compare_people(job: CompareJob) -> Self {
        Self::new(Lane::Table, PathBuf::from(Self::COMPARING), move |_, _, _| {
            Some(Event::PeopleCompared(Box::new(job.run())))
        })
    }

    /// What measuring agreement is about.
    pub(in crate::gui) const MEASURING: &'static str = "agreement";

    /// Measures how far people agree.
    pub(in crate::gui) fn measure_agreement(job: MeasureJob) -> Self {
        Self::new(Lane::Table, PathBuf::from(Self::MEASURING), move |_, host, going| {
            let measured = job.run(host, &|| going.wanted.is_wanted())?;
            Some(Event::Agreement(Box::new(measured)))
        })
    }

    /// Measures the pictures of an article, or reads one.
    pub(in crate::gui) fn picture(task: PictureTask) -> Self {
        Self::new(Lane::Picture, task.path.clone(), move |_, host, _| {
            let found = look(&task, host);
            Some(Event::Picture(task, found))
        })
    }

    /// Draws a page of an article's file.
    pub(in crate::gui) fn draw_page(task: PageTask, password: Option<String>) -> Self {
        Self::new(Lane::Picture, task.path.clone(), move |_, host, _| {
            let drawn = page_drawing::draw(&task, password, host);
            Some(Event::PageDrawn(task, drawn))
        })
    }

    /// Looks at a folder and reads what is new in it; the news are those of the `nth` folder of the window.
    pub(in crate::gui) fn index(folder: PathBuf, nth: u64, job: IndexJob) -> Self {
        Self::new(Lane::Index, folder, move |_, host, going| {
            job.run(host, |news| going.tell(Event::Indexed(nth, Box::new(news))));
            None
        })
    }

    /// Searches the folder. What is found is told at once, then now and then, and at the end.
    pub(in crate::gui) fn search(serial: u64, search: Search) -> Self {
        Self::new(Lane::Search, PathBuf::new(), move |_, host, going| {
            let wanted = going.wanted;
            let (mut batch, mut told) = (Found::default(), None::<Instant>);
            search.run(host, &|| wanted.is_wanted(), |found| {
                batch.add(found);
                let is_due = told.is_none_or(|told| TELL_EVERY <= told.elapsed());
                if batch.articles.is_empty() || !is_due {
                    return true;
                }
                told = Some(Instant::now());
                going.tell(Event::Searched(serial, Box::new(std::mem::take(&mut batch)), false))
            });
            Some(Event::Searched(serial, Box::new(batch), true))
        })
    }

    /// Keeps what was read of a folder for the next start. It is about no folder, so that it is done even
    /// if that one is left.
    pub(in crate::gui) fn keep_index(job: CacheJob) -> Self {
        Self::new(Lane::Index, PathBuf::new(), move |_, host, _| {
            // To lose it costs time at the next start, and is not worth a word.
            job.run(host).unwrap_or_default();
            None
        })
    }

    /// Has the system show a file. A file manager may take its time, so it is no job of a lane that is
    /// waited for.
    pub(in crate::gui) fn reveal(file: PathBuf) -> Self {
        Self::new(Lane::Picture, file, move |file, host, _| {
            let is_shown = host.reveal(file);
            (!is_shown).then(|| Event::NotRevealed(file.to_owned()))
        })
    }

    /// Looks what stands at the place of an export.
    pub(in crate::gui) fn place_of_export(place: PathBuf) -> Self {
        Self::new(Lane::Open, place, move |place, host, _| {
            let stands = Place::of(place, host);
            Some(Event::Export(Told::Place(place.to_owned(), stands)))
        })
    }

    /// What the preview of an export is about.
    pub(in crate::gui) const PREVIEW: &'static str = "preview";

    /// Makes the beginning of an export.
    pub(in crate::gui) fn preview_export(job: ExportJob) -> Self {
        Self::new(Lane::Edit, PathBuf::from(Self::PREVIEW), move |_, host, going| {
            let preview = job.preview(host, &|| going.wanted.is_wanted());
            Some(Event::Export(Told::Preview(Box::new(job), preview)))
        })
    }

    /// Writes an export.
    pub(in crate::gui) fn export(job: ExportJob) -> Self {
        Self::new(Lane::Edit, job.out.clone(), move |_, host, going| {
            Some(Event::Export(Told::Written(job.run(host, &|| going.wanted.is_wanted()))))
        })
    }

    /// Writes what is to be printed, and has the desktop open it.
    pub(in crate::gui) fn print(job: ExportJob) -> Self {
        Self::new(Lane::Edit, PathBuf::from("print"), move |_, host, going| {
            let printed = job.print(host, &|| going.wanted.is_wanted()).map(|printed| {
                let is_opened = host.open(&printed.out);
                (printed, is_opened)
            });
            Some(Event::Export(Told::Printed(printed)))
        })
    }

    /// Reads an export whose marks are to come in; `candidates` are the articles that they may be about.
    pub(in crate::gui) fn read_import(file: PathBuf, candidates: Vec<Candidate>) -> Self {
        Self::new(Lane::Open, file, move |file, host, _| {
            Some(Event::Import(importing::Told::Read(ImportPlan::read(file, &candidates, host))))
        })
    }

    /// Puts parts of an export into the layers of these people; `taken` is what came of others already.
    pub(in crate::gui) fn import(
        parts: Vec<(Part, Annotator)>,
        mut taken: Vec<(PathBuf, Result<TakenIn, ImportFault>)>,
    ) -> Self {
        Self::new(Lane::Edit, PathBuf::from("import"), move |_, host, _| {
            for (part, person) in parts {
                let path = part.to.as_ref().map(|to| to.path.clone()).unwrap_or_default();
                taken.push((path, part.run(&person, host)));
            }
            Some(Event::Import(importing::Told::Taken(taken)))
        })
    }

    /// Has the system open a file with the program that it has for it, which may take its time too.
    pub(in crate::gui) fn open_outside(file: PathBuf) -> Self {
        Self::new(Lane::Picture, file, move |file, host, _| {
            let is_opened = host.open(file);
            (!is_opened).then(|| Event::Export(Told::NotOpened(file.to_owned())))
        })
    }

    /// Reads an assignment.
    pub(in crate::gui) fn assignment(file: PathBuf) -> Self {
        Self::new(Lane::Open, file, move |file, host, _| {
            Some(Event::Assignment(file.to_owned(), Box::new(Assignment::read(file, host))))
        })
    }

    /// Lays an assignment into a folder.
    pub(in crate::gui) fn unpack(assignment: Assignment, folder: PathBuf) -> Self {
        Self::new(Lane::Open, folder, move |folder, host, _| {
            Some(Event::Unpacked(assignment.unpack(folder, host)))
        })
    }

    /// Reads what was decided of a class.
    pub(in crate::gui) fn class_desk(about: PathBuf) -> Self {
        Self::new(Lane::Open, about, move |about, host, _| {
            Some(Event::ClassDesk(about.to_owned(), Box::new(ClassDesk::open(about, host))))
        })
    }

    /// Grades a class.
    pub(in crate::gui) fn grade(job: ClassJob) -> Self {
        Self::new(Lane::Table, job.about.clone(), move |about, host, _| {
            Some(Event::Graded(about.to_owned(), Box::new(graded(job, host))))
        })
    }

    /// Writes what was decided of a class.
    pub(in crate::gui) fn save_class(about: PathBuf, job: ClassSaveJob) -> Self {
        Self::new(Lane::Save, about, move |about, host, _| {
            Some(Event::ClassSaved(about.to_owned(), Box::new(job.run(host))))
        })
    }

    /// Writes the grades of a class.
    pub(in crate::gui) fn grades_out(
        book: Arc<ClassBook>,
        (out, replaces): (Out, bool),
        codebook: Codebook,
    ) -> Self {
        let carry = words::carrying();
        Self::new(Lane::Open, out.path().to_owned(), move |_, host, _| {
            carry();
            let tell = |phrase: &Phrase<'_>| told::phrase(phrase, &codebook);
            Some(Event::GradesOut(Box::new(out.write(&book, replaces, &tell, host))))
        })
    }

    /// Reads the instructions that came with an article.
    pub(in crate::gui) fn instructions(article: PathBuf) -> Self {
        Self::new(Lane::Open, article, move |article, host, _| {
            Some(Event::Instructions(article.to_owned(), instructions(article, host)))
        })
    }

    /// Writes an assignment. The key is sealed here, which takes a moment by intention.
    pub(in crate::gui) fn make_assignment(draft: Draft, out: PathBuf, replaces: bool) -> Self {
        Self::new(Lane::Open, out, move |out, host, _| {
            Some(Event::AssignmentMade(out.to_owned(), draft.write(out, replaces, host)))
        })
    }

    /// Lays feedback beside the article that it is about.
    pub(in crate::gui) fn feedback(file: PathBuf, among: Candidates) -> Self {
        Self::new(Lane::Open, file, move |file, host, _| {
            Some(Event::FeedbackLaid(file.to_owned(), lay(file, &among, host)))
        })
    }

    /// Writes what was handed in into a file of its own.
    pub(in crate::gui) fn hand_in(article: PathBuf, handed: Handed) -> Self {
        Self::new(Lane::Save, article, move |_, host, _| {
            let written = handed.write(None, host);
            Some(Event::HandedIn(Box::new(handed), written))
        })
    }

    /// Lists folders and articles of a folder, for a path that is being typed.
    pub(in crate::gui) fn entries(folder: PathBuf) -> Self {
        Self::new(Lane::Open, folder, move |folder, host, _| {
            let folders = host.folders_in(folder).unwrap_or_default().into_iter().map(|path| (path, true));
            let articles = host.articles_in(folder).unwrap_or_default().into_iter().map(|path| (path, false));
            Some(Event::Entries(folder.to_owned(), folders.chain(articles).collect()))
        })
    }
}
