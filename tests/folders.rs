//! Real folders as people and their tools leave them: copies by every name, articles that were renamed,
//! headers that lie. Reading changes nothing.
#![expect(clippy::disallowed_methods, reason = "a test lays files into a folder")]

use postil::disk::{Directories, Disk};
use postil::document::import::Options;
use postil::host::Storage;
use postil::layer::Annotator;
use postil::library::{Depth, Library};
use postil::session::{Action, Session};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;

const TEXT: &str = "Eight people died in the raid on Monday, a hospital said. The army denied that it had been \
there. A second report spoke of houses burnt and of a market that was hit twice. No week was worse than this.\n";

/// A folder, and a home for the program.
struct Desk {
    place: TempDir,
    host: Disk,
    ana: Annotator,
}

impl Desk {
    fn new(article: &str) -> Self {
        let place = tempfile::tempdir().expect("a place");
        fs::create_dir(place.path().join("desk")).expect("made");
        let mut host = Disk::with(Directories::below(place.path().join("home")));
        let ana = host.annotator_called("Ana").expect("a person");
        let desk = Self { place, host, ana };
        fs::write(desk.path(article), TEXT).expect("written");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join("desk").join(name)
    }

    fn open(&self, article: &str) -> Session {
        let me = Some(self.ana.clone());
        Session::open(&self.path(article), &Options::default(), me, &self.host).expect("opens")
    }

    /// Marks some words and saves; where the layer lies.
    fn mark(&mut self, article: &str, words: &str) -> PathBuf {
        let mut session = self.open(article);
        for action in [&format!("select '{words}'"), "tag claim", "save"] {
            session.perform(&action.parse::<Action>().expect("an action"), &mut self.host).expect("works");
        }
        session.my_desk().and_then(|desk| desk.path().map(Path::to_owned)).expect("saved")
    }

    /// Everything in the folder, with the times of the last change; the folder's own too.
    fn all(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let folder = self.path("");
        let entries = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let with_folder = entries.chain([folder.clone()]);
        with_folder
            .map(|path| {
                let modified = path.metadata().and_then(|found| found.modified()).expect("a time");
                let bytes = if path.is_file() { fs::read(&path).expect("read") } else { Vec::new() };
                (path, (bytes, modified))
            })
            .collect()
    }
}

#[test]
fn the_copies_of_every_tool_are_read_as_one_layer() {
    for article in ["market.txt", "Рынок города.md", "cafe\u{301}.html"] {
        let mut desk = Desk::new(article);
        let layer = desk.mark(article, "Eight people");
        let before = fs::read(&layer).expect("read");
        desk.mark(article, "The army");
        let more = fs::read(&layer).expect("read");
        fs::write(&layer, before).expect("written");
        let name = layer.file_name().expect("a name").to_string_lossy().into_owned();
        let stem = name.strip_suffix(".jsonl").expect("a layer");
        let copies = [
            format!("{stem}.sync-conflict-20260302-091407-ABCDEF7.jsonl"),
            format!("{stem} (conflicted copy 2026-03-02 091407).jsonl"),
            format!("{stem} (conflicted copy ana 2026-03-02 091407).jsonl"),
            format!("{stem}_conflict-20260302-091407.jsonl"),
            format!("{stem}_conflict-ana-20260302-091407.jsonl"),
            format!("{stem} (Ana's conflicted copy 2026-03-02).jsonl"),
            format!("{stem} (Конфликтующая копия пользователя Ana 2026-03-02).jsonl"),
            format!("{stem}-LAPTOP7.jsonl"),
            format!("{stem} (1).jsonl"),
            format!("Copy of {name}"),
            format!("{stem} - Copy.jsonl"),
        ];
        for copy in &copies {
            fs::write(desk.path(copy), &more).expect("written");
            let all = desk.all();
            let session = desk.open(article);
            assert_eq!((session.layers().len(), session.marks().len()), (1, 2), "{copy}");
            assert_eq!(
                session.my_desk().and_then(|desk| desk.path().map(Path::to_owned)),
                Some(layer.clone()),
                "{copy}"
            );
            assert_eq!(session.copies().count(), 1, "{copy}");
            assert_eq!(desk.all(), all, "{copy}");
            fs::remove_file(desk.path(copy)).expect("removed");
        }
        for copy in &copies {
            fs::write(desk.path(copy), &more).expect("written");
        }
        let session = desk.open(article);
        assert_eq!((session.layers().len(), session.marks().len()), (1, 2));
        let removed = session.remove_copies().run(&mut desk.host);
        assert_eq!((removed.n_removed, removed.kept.len()), (copies.len(), 0), "{:?}", removed.kept);
        assert_eq!((desk.open(article).marks().len(), desk.all().len()), (2, 3));
    }
}

#[test]
fn a_renamed_article_finds_its_marks_again() {
    let mut desk = Desk::new("raid.txt");
    desk.mark("raid.txt", "The army denied");
    fs::rename(desk.path("raid.txt"), desk.path("monday.txt")).expect("renamed");
    assert_eq!(desk.open("monday.txt").marks().len(), 1);
    // Edited as well: the text that was kept tells.
    let edited = TEXT.replace("Eight", "Nine").replace("was hit twice", "was hit");
    fs::write(desk.path("monday.txt"), &edited).expect("written");
    let session = desk.open("monday.txt");
    let marks = session.marks();
    let hull = marks[0].hull().expect("a place");
    assert_eq!(session.document().slice(hull), "The army denied");
    // The next mark goes into the same file.
    let layer = desk.mark("monday.txt", "Nine people");
    assert!(layer.display().to_string().contains("raid.txt."));
    assert_eq!(desk.open("monday.txt").marks().len(), 2);
    // Another article of that name, or a text that is quite another, gets none of them.
    fs::write(desk.path("other.txt"), "A hospital said that many people died. Nobody else was heard.")
        .expect("written");
    assert_eq!(desk.open("other.txt").marks().len(), 0);
    fs::write(desk.path("raid.txt"), "Something else altogether stands here now, and it is long.")
        .expect("written");
    assert_eq!(desk.open("monday.txt").marks().len(), 0, "the name belongs to an article that is there");
}

#[test]
fn two_articles_of_the_same_text_keep_their_own_marks() {
    let mut desk = Desk::new("a.txt");
    fs::write(desk.path("b.txt"), TEXT).expect("written");
    desk.mark("a.txt", "The army denied");
    assert_eq!(desk.open("b.txt").marks().len(), 0);
    desk.mark("b.txt", "Eight people");
    assert_eq!((desk.open("a.txt").marks().len(), desk.open("b.txt").marks().len()), (1, 1));
}

#[test]
fn a_header_that_points_out_of_the_folder_is_not_followed() {
    let mut desk = Desk::new("raid.txt");
    let layer = desk.mark("raid.txt", "The army denied");
    let honest = fs::read_to_string(&layer).expect("read");
    // A pipe would hang whoever opened it.
    let outside = desk.place.path().join("secret.txt");
    let made = std::process::Command::new("mkfifo").arg(&outside).status();
    if !made.is_ok_and(|status| status.success()) {
        fs::write(&outside, "secret").expect("written");
    }
    let absolute = outside.display().to_string().replace('\\', "/");
    for lie in [
        "../secret.txt",
        "../../x",
        "..",
        ".",
        "/",
        absolute.as_str(),
        "file:///etc/passwd",
        "\\\\\\\\host\\\\x",
    ] {
        let lying = honest.replace("\"postil:file\":\"raid.txt\"", &format!("\"postil:file\":\"{lie}\""));
        assert_ne!(lying, honest);
        fs::write(&layer, lying).expect("written");
        let session = desk.open("raid.txt");
        assert_eq!(session.marks().len(), 1, "{lie}: the layer's own name says whose it is");
        assert_eq!(session.path(), desk.path("raid.txt"));
    }
}

#[test]
fn opening_looking_and_listing_write_nothing() {
    let mut desk = Desk::new("raid.txt");
    desk.mark("raid.txt", "The army denied");
    fs::write(desk.path("postil.toml"), "texts = \"shared\"\n").expect("written");
    fs::write(desk.path("other.md"), "# Other\n\n<<<<<<< ours\n").expect("written");
    fs::write(desk.path("other.md.x.postil.jsonl"), "<<<<<<< ours\nnonsense\n").expect("written");
    let before = desk.all();
    for article in ["raid.txt", "other.md"] {
        let mut session = desk.open(article);
        for action in ["select 'r'", "caret end", "clear", "save", "reopen"] {
            drop(session.perform(&action.parse::<Action>().expect("an action"), &mut desk.host));
        }
        let looked = session.start_refresh(None, false).run(&desk.host);
        session.take_refresh(looked);
        let mut library = Library::new(desk.path(""), Depth::All);
        library.look().run(&desk.host, |news| {
            library.take(news);
            true
        });
        assert_eq!(library.n_entries(), 2);
        library.save().run(&mut desk.host).expect("kept in the cache directory");
    }
    assert_eq!(desk.all(), before);
}

#[test]
fn a_moved_article_finds_its_marks_where_they_were_left() {
    let mut desk = Desk::new("raid.txt");
    let layer = desk.mark("raid.txt", "The army denied");
    fs::create_dir(desk.path("archive")).expect("made");
    fs::rename(desk.path("raid.txt"), desk.path("archive/raid.txt")).expect("moved");
    let before = desk.all();
    let old = layer.parent().and_then(|folder| folder.canonicalize().ok()).expect("a folder");
    let session = desk.open("archive/raid.txt");
    assert_eq!(session.marks().len(), 1);
    let told = "this article was moved: your marks were found in";
    let until = "they are saved beside the article from the next change on";
    assert_eq!(session.told(), [format!("{told} `{}`; {until}", old.display())]);
    assert_eq!(desk.all(), before);
    // The next mark goes to the new place, with all others; the old file stays as it was.
    let moved = desk.mark("archive/raid.txt", "Eight people");
    assert_eq!(moved, desk.path("archive").join(layer.file_name().expect("a name")));
    assert_eq!(desk.open("archive/raid.txt").marks().len(), 2);
    assert_eq!(fs::read(&layer).expect("read"), before[&layer].0);
    fs::remove_file(&layer).expect("removed");
    assert_eq!(desk.open("archive/raid.txt").marks().len(), 2, "the new file has them all");
    // By another way to the same folder it is not elsewhere.
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(desk.path("archive"), desk.path("link")).expect("a link");
        let session = desk.open("link/raid.txt");
        assert!(session.marks().len() == 2 && session.warnings().is_empty());
    }
    // A copy has none, as long as the article is there.
    fs::create_dir(desk.path("copy")).expect("made");
    fs::copy(desk.path("archive/raid.txt"), desk.path("copy/raid.txt")).expect("copied");
    assert_eq!(desk.open("copy/raid.txt").marks().len(), 0);
}
