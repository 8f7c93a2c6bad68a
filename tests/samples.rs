//! Every sample article opens as it was meant to, and every mark in the layers beside it stands
//! exactly on its words.
#![expect(clippy::disallowed_methods, reason = "a test looks at the samples on the disk")]

use expect_test::expect;
use postil::analysis::incidents::{Account, Verdict, accounts_of, incidents};
use postil::anchor::Placement;
use postil::document::import::{Options, is_archive_name, is_article_name};
use postil::host::MemoryHost;
use postil::layer::Figure;
use postil::library::{Depth, Entry, Library};
use postil::session::Session;
use postil::sidecar::LayerFile;
use postil::sidecar::names::is_layer_name;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the samples in memory: what happens to it there leaves the disk alone.
fn samples() -> MemoryHost {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_docs");
    let mut host = MemoryHost::default();
    host.annotator = None;
    for below in ["", "lesson"] {
        for entry in fs::read_dir(folder.join(below)).expect("the samples") {
            let path = entry.expect("a file").path();
            let name = path.strip_prefix(&folder).expect("below it");
            if path.is_file() {
                host.files.insert(Path::new("/samples").join(name), fs::read(&path).expect("its bytes"));
            }
        }
    }
    host
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn open(path: &Path, host: &MemoryHost) -> Session {
    Session::open(path, &Options::default(), None, host).unwrap_or_else(|error| panic!("{error}"))
}

fn articles(host: &MemoryHost) -> Vec<PathBuf> {
    let is_article = |path: &&PathBuf| is_article_name(&name(path)) || is_archive_name(&name(path));
    host.files.keys().filter(is_article).cloned().collect()
}

#[test]
fn every_sample_is_read_as_it_was_meant_to_be() {
    let host = samples();
    let mut table = String::new();
    for path in articles(&host) {
        let session = open(&path, &host);
        let document = session.document();
        let reading = document.reading();
        table.push_str(&format!(
            "{}: {:?}, {}, {} blocks, {}, {}\n",
            name(&path),
            reading.importer,
            reading.encoding,
            document.blocks().len(),
            document.title(),
            document.digest().short_hex(),
        ));
        for warning in session.warnings() {
            table.push_str(&format!("    {warning}\n"));
        }
    }
    expect![[r#"
        border-mixed.md: Markdown, UTF-8, 37 blocks, One crossing, five languages, 08a17031fb137a86
        bridge-zh.txt: Plain, UTF-8, 9 blocks, 青岭县石桥垮塌：死亡人数说法不一, 38414bc4b13f4447
        clinic-he.md: Markdown, UTF-8, 15 blocks, הרעלה בבריכת גבעת ארזית, b44ed927990487db
        dam-fr.odt: Odt, , 18 blocks, Barrage de Vaucelle : la digue a cédé, les chiffres aussi, 05a9b1a4516628e1
            the file has recorded changes, which are read as accepted; one deleted passage is left out
        ferry-aground.mhtml: Mhtml, UTF-8, 11 blocks, Ferry aground off Holmsund: the line and the lifeboats count the injured differently, 947ef43c6f91d52a
            a frame of the page has words that are no part of the article; all of the page shows them
        ferry-hearing.srt: Subtitles, UTF-8, 6 blocks, The hearing on the Lindmouth ferry,, 0467c5d337dc6ede
        ferry.docx: Docx, , 20 blocks, Ferry aground off Lissvik: the company and the coastguard count differently, bc7791f5c26f21d5
            the file has recorded changes, which are read as accepted; one deleted passage is left out
        fire-ar.html: Html, UTF-8, 14 blocks, حريق في سوق عين السرو: أرقام متضاربة ونفي من البلدية, 555f02fb848bb4b8
        flood-ru.txt: Plain, UTF-8, 10 blocks, Паводок в Верхнелужске: мэрия и спасатели называют разные цифры, be9b45eb0e09597a
        halvik-dam.epub: Epub, UTF-8, 21 blocks, The Halvik Dam: who knew, and when, d5421d18f05b9d80
        harbour-fire.html: Html, UTF-8, 24 blocks, Warehouse blast at Orlesund harbour: officials and dockers give different counts, d4265d80d41d32cd
        landing-stage.zip: PageZip, UTF-8, 8 blocks, Landing stage gives way below Skarholm light: two counts of the hurt, 8d952d37ef52aad9
        hestvang-stand.md: Markdown, UTF-8, 15 blocks, Stand gives way at the Hestvang youth games: two counts of the injured, e0bf79b685251c06
        instructions.md: Markdown, UTF-8, 9 blocks, The stand at Hestvang, 1d4b1e6b1ad7dced
        market.txt: Plain, UTF-8, 3 blocks, Shells hit a market 🕊, 1d96998a5ef2e230
        mill-blast.pdf: Pdf, , 12 blocks, Boiler blast at the Storvik mill: two counts of the injured, 9eb25ac27e265bd8
        mine-uk-windows-1251.txt: Plain, windows-1251, 6 blocks, Обвал на шахті у Вербогорську, 25b3cdd2d929882c
            the file is not UTF-8; judged by its letters it was read as windows-1251
        quarry-slide.webarchive: WebArchive, windows-1252, 9 blocks, Éboulement à la carrière de Montreval : le bilan reste disputé, 772696ff58077bf2
        quay-count.md: Markdown, UTF-8, 5 blocks, Orlesund blast: the county counts sixteen dead, the dockers keep to their list, 28e8d6d4df74f6b0
        quay-letter.eml: Mhtml, windows-1252, 13 blocks, The blast on Quay 7 – answers to your questions, 49b0fdea86018460
            one file was sent with the mail and is not read: register-of-goods.pdf
        quay-names.md: Markdown, UTF-8, 4 blocks, The names on Quay 7, df376d40b5c37511
        raqqa-retold.md: Markdown, UTF-8, 16 blocks, Deal or no deal: why Moscow will not hear of an agreement in Raqqa, 2efeb4f15a1ee9a1
    "#]].assert_eq(&table);
}

#[test]
fn every_mark_of_the_samples_stands_exactly_on_its_words() {
    let host = samples();
    let mut n_marks = 0;
    for path in articles(&host) {
        let session = open(&path, &host);
        for mark in session.marks() {
            n_marks += 1;
            let whose = &mark.layer.layer.annotator.name;
            let place = format!("{}, {} of {whose}", name(&path), mark.annotation.id);
            match mark.placement {
                Some(Placement::Exact(passage)) => {
                    let words: Vec<&str> =
                        passage.pieces().iter().map(|&piece| session.document().slice(piece)).collect();
                    assert_eq!(words.join(" … "), mark.annotation.quote(), "{place}");
                }
                None => assert!(mark.annotation.target.pieces.is_empty(), "{place} has no place"),
                Some(other) => panic!("{place} is {other:?}"),
            }
            for tag in &mark.annotation.tags {
                assert!(session.codebook().tag(tag).is_some(), "{place}: no tag {tag}");
            }
        }
        for relation in session.layers().iter().flat_map(|open| open.layer.relations()) {
            let is_here = |id| session.mark(id).is_some();
            assert!(
                is_here(relation.from) && (is_here(relation.to) || relation.to_document.is_some()),
                "{}",
                name(&path)
            );
        }
    }
    assert!(20 < n_marks, "{n_marks} marks");
}

#[test]
fn every_layer_among_the_samples_belongs_to_one_of_them_and_is_written_back_to_the_byte() {
    let host = samples();
    let mut read = BTreeSet::new();
    for path in articles(&host) {
        let session = open(&path, &host);
        for placed in session.layers() {
            let desk = session.desk_of(placed.layer.annotator.id).expect("it has a file");
            let layer_path = desk.path().expect("it lies there").to_owned();
            let again = postil::sidecar::LayerFile::clone(desk.file()).write(&placed.layer, host.now);
            let there = String::from_utf8_lossy(&host.files[&layer_path]).into_owned();
            assert_eq!(String::from_utf8_lossy(&again), there, "{}", name(&layer_path));
            read.insert(layer_path);
        }
    }
    let there: BTreeSet<PathBuf> =
        host.files.keys().filter(|path| is_layer_name(&name(path))).cloned().collect();
    assert_eq!(read, there);
}

#[test]
fn figures_of_the_samples_are_as_their_words_are_read() {
    let host = samples();
    let layers = host.files.iter().filter(|(path, _)| is_layer_name(&name(path)));
    let mut n_read = 0;
    for (path, bytes) in layers {
        let layer = LayerFile::read(bytes).value.layer().expect("a layer");
        for figure in layer.annotations().flat_map(|mark| &mark.figures) {
            let read = Figure::read(&figure.wording);
            let ends = |figure: &Figure| (figure.low, figure.high, figure.stated);
            assert_eq!(ends(figure), ends(&read), "{}: {}", name(path), figure.wording);
            n_read += usize::from(read.has_number());
        }
    }
    assert!(10 < n_read, "few of them have numbers: {n_read}");
}

/// Where the marks of an article come to stand that were made when an earlier importer read it, with the text
/// that it made and without: the words of each, after how it was found.
fn found_again(article: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/readings");
    let stem = article.split('.').next().expect("a stem");
    let earlier = fs::read_to_string(folder.join(format!("{stem}.reading.txt"))).expect("the text it made");
    let mut told = String::new();
    for kept in [Some(earlier), None] {
        let mut host = MemoryHost::default();
        host.annotator = None;
        for entry in fs::read_dir(&folder).expect("the articles") {
            let path = entry.expect("a file").path();
            if name(&path).starts_with(article) {
                host.files.insert(Path::new("/d").join(name(&path)), fs::read(&path).expect("its bytes"));
            }
        }
        let with = if kept.is_some() { "with" } else { "without" };
        told.push_str(&format!("{with} the earlier text:\n"));
        host.texts.extend(kept.map(|text| (postil::document::Digest::of(&text), text)));
        let session = open(&Path::new("/d").join(article), &host);
        for mark in session.marks() {
            let (how, pieces) = match &mark.placement {
                Some(Placement::Exact(passage)) => ("exact", passage.pieces()),
                Some(Placement::Moved { to }) => ("moved", to.pieces()),
                Some(Placement::Changed { to, .. }) => ("changed", to.pieces()),
                other => panic!("{} is {other:?}", mark.annotation.quote()),
            };
            let words: Vec<&str> = pieces.iter().map(|&piece| session.document().slice(piece)).collect();
            told.push_str(&format!("{how}: {}\n", words.join(" … ").replace('\n', "⏎")));
        }
    }
    told
}

#[test]
fn marks_that_were_made_with_earlier_importers_are_found_again() {
    expect![[r#"
        with the earlier text:
        exact: the harbour office counted 14 people on the upper⏎deck
        moved: 17
        moved: The owner denied that the ferry had been overloaded, and he
        changed: overloaded, and he⏎said
        moved: said that a buoy had been missing for a week
        moved: Two divers were still being looked for at nightfall
        moved: The coast guard called this untrue
        moved: I think that his answer is an excuse
        without the earlier text:
        exact: the harbour office counted 14 people on the upper⏎deck
        moved: 17
        moved: The owner denied that the ferry had been overloaded, and he
        changed: overloaded, and he⏎said
        moved: said that a buoy had been missing for a week
        moved: Two divers were still being looked for at nightfall
        moved: The coast guard called this untrue
        moved: I think that his answer is an excuse
    "#]]
    .assert_eq(&found_again("letter.txt"));
    expect![[r#"
        with the earlier text:
        moved: 14
        moved: people on the upper deck
        moved: The crew counted 17
        moved: Disputed⏎⏎The owner denied that the ferry had been overloaded
        moved: a buoy had been missing for a week
        moved: 没有超载
        moved: Two divers were still being looked for
        moved: By the list of Monday
        without the earlier text:
        moved: 14
        moved: people on the upper deck
        moved: The crew counted 17
        moved: Disputed⏎⏎The owner denied that the ferry had been overloaded
        moved: a buoy had been missing for a week
        moved: 没有超载
        moved: Two divers were still being looked for
        moved: By the list of Monday
    "#]]
    .assert_eq(&found_again("notes.md"));
}

#[test]
fn the_samples_tell_an_incident_of_which_several_give_other_counts() {
    let host = samples();
    let mut library = Library::new("/samples".into(), Depth::All);
    library.look().run(&host, |news| {
        library.take(news);
        true
    });
    let entries: Vec<&Entry> = library.entries().map(AsRef::as_ref).collect();
    let found = incidents(accounts_of(entries, &|_| false), &[]);
    let blast = found.iter().find(|incident| &*incident.place == "Orlesund").expect("the blast");
    assert!(4 <= blast.origins.len(), "{:?}", blast.origins);
    let pairs = blast.pairs();
    for verdict in [Verdict::Conflict, Verdict::Update, Verdict::PartOf, Verdict::Compatible] {
        assert!(pairs.iter().any(|pair| pair.verdict == verdict), "no {verdict}: {pairs:?}");
    }
    let has = |what: fn(&Account) -> bool| blast.accounts.iter().any(|account| what(account));
    assert!(has(|account| account.is_denied) && has(|account| !account.has_number()));
    assert!(has(|account| account.low.is_some() && account.high.is_some() && account.low < account.high));
}
