//! Exports of a desk in every format, and all that stands in their way.

use postil::document::import::Options;
use postil::host::{HostError, MemoryHost};
use postil::layer::AnnotationId;
use postil::session::exporting::{
    ArticleToRead, Content, ExportFault, ExportJob, Exported, FORMATS, Field, MakesSheet, Marks,
    SHEET_FORMATS, Sheet, Which,
};
use postil::session::{Action, Session};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

const RAID: &str = "/desk/raid.txt";

/// Two articles, one of them with marks that are as hostile as words can be.
fn desk(hostile: &str) -> MemoryHost {
    let mut host = MemoryHost::with(RAID, b"Eight people died. The army denied it.");
    let title = "T".repeat(1 << 20);
    let other = format!("{title}\n\nShe wrote {hostile} and left.\n");
    host.files.insert("/desk/other.txt".into(), other.into_bytes());
    let quoted = hostile.replace('\'', " ");
    mark(&mut host, RAID, &["select 'Eight people died'", "tag casualty-report", "figure 'Eight'"]);
    mark(&mut host, RAID, &["select 'denied'", "tag denial", "source 'the army'"]);
    let note = format!("note '{quoted}'");
    let source = format!("source '{quoted}'");
    mark(&mut host, "/desk/other.txt", &["select 'She wrote'", "tag claim", &note, &source]);
    host
}

fn mark(host: &mut MemoryHost, path: &str, actions: &[&str]) {
    let me = host.annotator.clone();
    let mut session = Session::open(Path::new(path), &Options::default(), me, host).expect("opened");
    for action in actions.iter().chain(&["save"]) {
        session.perform(&action.parse::<Action>().expect("an action"), host).expect("done");
    }
}

fn marks(which: Which) -> Marks {
    let article = |name: &str| ArticleToRead {
        path: Path::new("/desk").join(name),
        name: name.to_owned(),
        options: Options::default(),
    };
    let articles = ["other.txt", "raid.txt"].map(article).to_vec();
    Marks { articles: Arc::new(articles), which, me: None }
}

fn job(content: Content, out: &str) -> ExportJob {
    ExportJob { content, out: out.into(), replaces: false }
}

fn text(host: &MemoryHost, path: &str) -> String {
    String::from_utf8_lossy(&host.files[Path::new(path)]).into_owned()
}

fn run(job: &ExportJob, host: &mut MemoryHost) -> Result<Exported, ExportFault> {
    job.run(host, &|| true)
}

/// Whatever a stranger may write: what a spreadsheet runs, what a browser runs, what ends our own mark-up, what
/// turns the order of reading, what Markdown makes of it.
const HOSTILE: &str = "=HYPERLINK(\"http://x.example\") </template><script>alert(1)</script> \u{202e}cod.exe\u{202c} \
                       [x](javascript:alert(1)) ]]> -->";

#[test]
fn hostile_words_are_only_words_in_every_format() {
    let mut host = desk(HOSTILE);
    let sheet = Sheet {
        title: HOSTILE.to_owned(),
        head: vec![HOSTILE.to_owned(), "n".to_owned()],
        rows: vec![vec![Field::words(HOSTILE), Field::count(1)]],
    };
    let makes = MakesSheet(Arc::new(move || sheet.clone()));
    let marked = FORMATS.iter().map(|format| (Content::Marks(marks(Which::All), format.id), format.id));
    let tables = SHEET_FORMATS.iter().map(|format| (Content::Sheet(makes.clone(), format.id), format.id));
    let report = [(Content::Report(marks(Which::All)), "html")];
    let all: Vec<(Content, &str)> = marked.chain(tables).chain(report).collect();
    assert_eq!(all.len(), FORMATS.len() + SHEET_FORMATS.len() + 1);
    for (nth, (content, id)) in all.into_iter().enumerate() {
        let out = format!("/desk/out-{nth}.postil.{id}");
        let exported = run(&job(content, &out), &mut host).unwrap_or_else(|fault| panic!("{id}: {fault}"));
        assert!(0 < exported.n_rows, "{id}");
        let bytes = &host.files[Path::new(&out)];
        let words = if id == "xlsx" { unzipped(bytes) } else { text(&host, &out) };
        assert!(!words.contains('\u{202e}'), "{id}: what turns the order of reading");
        // A title of a megabyte is nowhere whole but in the text of the report itself.
        let most = if words.contains("postil-report") { 6 << 20 } else { 64 << 10 };
        assert!(words.len() < most, "{id}: {}", words.len());
        match id {
            "csv" | "tsv" => {
                let cells = words.split(['\t', ',', '\n']).map(|cell| cell.trim_matches(['"', '\u{feff}']));
                let runs = cells.filter(|cell| cell.starts_with(['=', '+', '-', '@']));
                assert_eq!(runs.collect::<Vec<_>>(), [""; 0], "{id}");
            }
            "xlsx" => assert!(!words.contains("<f>") && !words.contains("<script")),
            "html" => {
                assert!(
                    !words.contains("<script")
                        && !words.contains("javascript:alert(1)\"")
                        && words.matches("</template>").count() <= 1
                );
                assert!(words.contains("default-src 'none'"));
            }
            "markdown" => {
                assert!(!words.contains("<script") && !words.contains("[x](") && !words.contains("http://"));
            }
            _ => words.lines().filter(|line| id == "ndjson" && !line.is_empty()).for_each(|line| {
                serde_json::from_str::<serde_json::Value>(line).expect("JSON");
            }),
        }
    }
}

fn unzipped(bytes: &[u8]) -> String {
    use std::io::Read;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut all = String::new();
    for nth in 0..archive.len() {
        archive.by_index(nth).expect("a part").read_to_string(&mut all).expect("text");
    }
    all
}

#[test]
fn an_export_never_takes_the_place_of_an_article_a_layer_or_an_unnamed_file() {
    let mut host = desk("words");
    host.files.insert("/desk/notes.csv".into(), b"mine".to_vec());
    let layer = host.files.keys().find(|path| path.to_string_lossy().ends_with(".jsonl")).unwrap().clone();
    let write = |out: &str, replaces: bool, host: &mut MemoryHost| {
        let job = ExportJob { replaces, ..job(Content::Marks(marks(Which::All), "csv"), out) };
        run(&job, host).map(|exported| exported.n_rows)
    };
    for replaces in [false, true] {
        assert_eq!(write(RAID, replaces, &mut host), Err(ExportFault::Article(RAID.into())));
        let layer = layer.to_string_lossy().into_owned();
        assert!(matches!(write(&layer, replaces, &mut host), Err(ExportFault::Ours(_))));
        assert!(matches!(write("/none/marks.csv", replaces, &mut host), Err(ExportFault::Host(..))));
    }
    assert_eq!(write("/desk/notes.csv", false, &mut host), Err(ExportFault::Taken("/desk/notes.csv".into())));
    assert_eq!(text(&host, "/desk/notes.csv"), "mine");
    assert_eq!(write("/desk/notes.csv", true, &mut host), Ok(3));
    assert!(text(&host, "/desk/notes.csv").contains("Eight people died"));
    // What we wrote ourselves may be written again, and is no article.
    let page = |host: &mut MemoryHost| {
        let job = job(Content::Marks(marks(Which::All), "markdown"), "/desk/marks.md");
        run(&ExportJob { replaces: true, ..job }, host).map(|exported| exported.n_rows)
    };
    assert_eq!((page(&mut host), page(&mut host)), (Ok(3), Ok(3)));
}

#[test]
fn what_is_meant_is_written_and_nothing_makes_no_file() {
    let mut host = desk("words");
    let row = |host: &MemoryHost, path: &str| {
        let me = host.annotator.clone();
        let session = Session::open(Path::new(path), &Options::default(), me, host).unwrap();
        session.marks().first().map(|mark| mark.annotation.id).unwrap()
    };
    let one: BTreeSet<AnnotationId> = [row(&host, RAID)].into();
    let some = Content::Marks(marks(Which::These(Arc::new(one.clone()))), "ndjson");
    assert_eq!(run(&job(some.clone(), "/desk/one.ndjson"), &mut host).map(|all| all.n_rows), Ok(1));
    assert_eq!(text(&host, "/desk/one.ndjson").lines().count(), 1);
    let preview = job(some, "/desk/x").preview(&host, &|| true).unwrap();
    assert_eq!(preview.lines.len(), 1);
    let none = Content::Report(marks(Which::These(Arc::default())));
    assert_eq!(run(&job(none, "/desk/none.html"), &mut host), Err(ExportFault::Nothing));
    assert!(!host.files.contains_key(Path::new("/desk/none.html")));
    // A report of one mark has the text of its article, and no other mark.
    let report = Content::Report(marks(Which::These(Arc::new(one))));
    run(&job(report, "/desk/one.postil.html"), &mut host).unwrap();
    let page = text(&host, "/desk/one.postil.html");
    assert!(page.contains("The army denied it.") && page.matches("<sup id=").count() == 1, "{page}");
    assert!(host.files.contains_key(Path::new("/desk/one.postil.json")));
    // Stopped, it leaves nothing behind.
    let all = Content::Marks(marks(Which::All), "csv");
    assert_eq!(job(all, "/desk/all.csv").run(&mut host, &|| false), Err(ExportFault::Left));
    assert!(!host.files.contains_key(Path::new("/desk/all.csv")));
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let mut host = desk("words");
    host.files.insert("/desk/marks.csv".into(), b"before".to_vec());
    host.write_fails = Some(HostError::Full);
    let full =
        ExportJob { replaces: true, ..job(Content::Marks(marks(Which::All), "csv"), "/desk/marks.csv") };
    assert!(matches!(run(&full, &mut host), Err(ExportFault::Host(_, HostError::Full))));
    assert_eq!(text(&host, "/desk/marks.csv"), "before");
}

#[test]
fn what_is_printed_lies_in_the_cache_and_replaces_what_was_printed_before() {
    let mut host = desk("words");
    let printed = job(Content::Report(marks(Which::All)), "").print(&mut host, &|| true).unwrap();
    assert_eq!(printed.n_rows, 3);
    assert_eq!(host.cached.keys().map(String::as_str).collect::<Vec<_>>(), ["print.postil.html"]);
    assert!(String::from_utf8_lossy(&host.cached["print.postil.html"]).contains("Eight people died"));
}
