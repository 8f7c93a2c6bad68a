//! Real folders as one thing: what is in them, what may go wrong in them, and that nothing is written there.
#![expect(clippy::disallowed_methods, reason = "a test lays files into a folder")]

use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::host::Storage;
use postil::library::{Depth, IndexJob, Library, Query};
use postil::session::{Action, Session};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder, and a home for the program.
struct Place {
    place: TempDir,
    host: Disk,
}

impl Place {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a place");
        fs::create_dir(place.path().join("desk")).expect("made");
        let host = Disk::with(Directories::below(place.path().join("home")));
        Self { place, host }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("desk").join(name)
    }

    fn lay(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Has somebody mark words of an article.
    fn mark(&mut self, name: &str, words: &str) {
        let me = self.host.annotator_called("Ana").expect("a person");
        let mut session =
            Session::open(&self.path(name), &Options::default(), Some(me), &self.host).expect("opens");
        for action in [&format!("select '{words}'"), "tag claim", "save"] {
            session.perform(&action.parse::<Action>().expect("an action"), &mut self.host).expect("works");
        }
    }

    /// A library that has looked once.
    fn library(&self) -> Library {
        let mut library = Library::new(self.path(""), Depth::All);
        let job = library.look();
        take(&mut library, job, &self.host);
        library
    }
}

/// What was read, by path.
fn take(library: &mut Library, job: IndexJob, host: &Disk) -> Vec<String> {
    let mut read = Vec::new();
    job.run(host, |news| {
        read.extend(news.entries.iter().map(|entry| entry.path.to_string()));
        library.take(news);
        true
    });
    assert!(library.progress().is_done);
    read
}

fn quotes(library: &Library) -> Vec<String> {
    library.rows().map(|(_, row)| row.quote.to_string()).collect()
}

#[test]
fn many_articles_come_in_their_order_from_as_many_threads_as_there_are() {
    let mut place = Place::new();
    (0..200).for_each(|n| place.lay(&format!("{}/{n}.txt", n % 3), &format!("The army denied report {n}.")));
    place.mark("0/9.txt", "denied");
    let library = place.library();
    let paths: Vec<&str> = library.entries().map(|entry| &*entry.path).collect();
    assert_eq!(paths[..4], ["0/0.txt", "0/3.txt", "0/6.txt", "0/9.txt"]);
    assert_eq!((paths.len(), quotes(&library)), (200, vec!["denied".to_owned()]));
    // Somebody had enough after the first portion of articles.
    let mut n_taken = 0;
    Library::new(place.path(""), Depth::All).look().run(&place.host, |news| {
        n_taken += news.entries.len();
        n_taken == 0
    });
    assert!(0 < n_taken && n_taken < 200, "{n_taken}");
}

#[test]
fn rubbish_costs_no_more_than_a_look() {
    let mut place = Place::new();
    place.lay("a.txt", "The army denied it.");
    place.mark("a.txt", "denied");
    names(&place.path("")).iter().for_each(|path| age(path));
    for n in 0..10_000 {
        let (name, bytes) = match n % 4 {
            0 => (format!("{n}.jpg"), "\u{ff}"),
            1 => (format!("gone-{n}.txt.x.postil.jsonl"), "{\"a\":1}\nrubbish\n"),
            2 => (format!("{n}.postil.jsonl"), ""),
            _ => (format!("~{n}.tmp"), "\0\0\0"),
        };
        fs::write(place.path(&name), bytes).expect("written");
    }
    let mut library = place.library();
    assert_eq!((library.n_entries(), quotes(&library)), (1, vec!["denied".to_owned()]));
    let job = library.look();
    assert!(take(&mut library, job, &place.host).is_empty());
}

#[test]
fn a_folder_that_changes_while_it_is_read_is_right_after_the_next_look() {
    let mut place = Place::new();
    (0..64).for_each(|n| place.lay(&format!("{n}.txt"), "The army denied it on Monday, a spokesman said."));
    (0..8).for_each(|n| place.mark(&format!("{n}.txt"), "denied"));
    let mut library = Library::new(place.path(""), Depth::All);
    let job = library.look();
    let mut is_first = true;
    job.run(&place.host, |news| {
        if std::mem::take(&mut is_first) {
            // Listed, and not read yet.
            (20..30).for_each(|n| fs::remove_file(place.path(&format!("{n}.txt"))).expect("removed"));
            fs::rename(place.path("40.txt"), place.path("new.txt")).expect("renamed");
            place.lay("50.txt", "Half a sen");
            place.lay("below/z.txt", "Another one.");
        }
        library.take(news);
        true
    });
    let job = library.look();
    take(&mut library, job, &place.host);
    assert_eq!((library.n_entries(), library.faults().len(), quotes(&library).len()), (64 - 10 + 1, 0, 8));
    assert_eq!(&*library.entry("50.txt").expect("there").title, "Half a sen");
    assert!(library.entry("40.txt").is_none() && library.entry("new.txt").is_some());
}

#[cfg(unix)]
#[test]
fn links_in_circles_end_and_nothing_outside_is_read() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.lay("a/b/one.txt", "One.");
    fs::create_dir(place.place.path().join("outside")).expect("made");
    fs::write(place.place.path().join("outside/two.txt"), "Two.").expect("written");
    symlink(place.path(""), place.path("a/b/up")).expect("linked");
    symlink(place.path("a"), place.path("a/b/again")).expect("linked");
    symlink(place.place.path().join("outside"), place.path("out")).expect("linked");
    symlink("nowhere.txt", place.path("nowhere.txt")).expect("linked");
    let library = place.library();
    let paths: Vec<&str> = library.entries().map(|entry| &*entry.path).collect();
    assert_eq!(paths, ["a/b/one.txt"]);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_told_and_the_rest_is_there() {
    use std::os::unix::fs::PermissionsExt;
    let mut place = Place::new();
    for name in ["a.txt", "closed/b.txt", "c.txt"] {
        place.lay(name, "The army denied it.");
    }
    place.mark("closed/b.txt", "denied");
    let mut library = place.library();
    let set = |name: &str, mode: u32| {
        fs::set_permissions(place.path(name), fs::Permissions::from_mode(mode)).expect("set");
    };
    set("closed", 0o000);
    set("c.txt", 0o000);
    if fs::read_dir(place.path("closed")).is_ok() {
        // Whoever may do everything cannot be kept out.
        set("closed", 0o700);
        println!("skipped: this person may read everything");
        return;
    }
    let job = library.look();
    take(&mut library, job, &place.host);
    let faults: Vec<&str> = library.faults().iter().map(|fault| &*fault.folder).collect();
    assert_eq!((faults, quotes(&library).len()), (vec!["closed"], 1), "what was read before stays");
    assert!(place.library().entry("c.txt").is_some_and(|entry| entry.fault.is_some()));
    set("closed", 0o700);
    let job = library.look();
    take(&mut library, job, &place.host);
    assert!(library.faults().is_empty());
}

#[test]
fn two_programs_on_one_folder_share_a_cache_and_leave_the_folder_alone() {
    let mut place = Place::new();
    (0..40).for_each(|n| place.lay(&format!("{n}.txt"), &format!("The army denied report {n}.")));
    place.mark("7.txt", "denied");
    let before: BTreeSet<PathBuf> = names(&place.path(""));
    // What was written a moment ago is not believed by its stamp.
    before.iter().for_each(|path| age(path));
    let save = |library: &mut Library| library.save().run(&mut place.host.clone()).expect("kept");
    let (mut one, mut other) = (place.library(), place.library());
    save(&mut one);
    save(&mut other);
    let cache: Vec<PathBuf> = names(&place.place.path().join("home/cache")).into_iter().collect();
    assert_eq!(cache.len(), 1);
    let mut third = place.library();
    assert!(third.save().is_empty() && quotes(&third) == ["denied"]);
    // Cut off in the middle, as by a full disk.
    let bytes = fs::read(&cache[0]).expect("a cache");
    fs::write(&cache[0], &bytes[..bytes.len() / 2]).expect("written");
    let mut fourth = place.library();
    assert!(quotes(&fourth) == ["denied"] && fourth.n_entries() == 40);
    save(&mut fourth);
    assert!(place.library().save().is_empty());
    assert_eq!(names(&place.path("")), before);
}

/// Has a file look as if it had been written an hour ago.
fn age(path: &Path) {
    let file = fs::File::options().append(true).open(path).expect("a file");
    let hour = std::time::Duration::from_secs(3600);
    file.set_modified(std::time::SystemTime::now() - hour).expect("set");
}

fn names(folder: &Path) -> BTreeSet<PathBuf> {
    fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
}

#[test]
fn a_collection_of_the_day_is_one_folder() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/syria");
    if !root.is_dir() {
        println!("skipped: the collection does not lie beside the repository");
        return;
    }
    let place = Place::new();
    let mut library = Library::new(root, Depth::All);
    let job = library.look();
    take(&mut library, job, &place.host);
    assert_eq!(library.n_entries(), 399);
    for entry in library.entries() {
        assert!(entry.fault.is_none() && !entry.title.is_empty(), "{}", entry.path);
        let is_told = !entry.outlet.is_empty() && entry.date.is_some() && !entry.place.is_empty();
        assert!(is_told, "{}: {}", entry.path, entry.published);
    }
    let query: Query = "date:2017-04".parse().expect("a query");
    assert_eq!(query.to_string(), "date:2017-04");
}
