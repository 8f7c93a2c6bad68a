//! Marks and tables handed on and printed from the window.

use crate::article;
use crate::window::Window;
use expect_test::expect;
use postil::host::MemoryHost;
use std::path::Path;

fn folder() -> Window {
    let mut host = MemoryHost::default();
    let raid = "Eight people died. [casualty-report#k1:Eight people died] in the raid. The army [denial#d1:denied] it.\n\n@ k1 \
                figure 'Eight'\n@ d1 source 'the army'";
    article::lay_down(raid, "/desk/raid.txt", &mut host).expect("marked text");
    article::lay_down("Nobody [claim#c1:was hurt].", "/desk/other.txt", &mut host).expect("marked text");
    host.files.insert("/desk/bare.txt".into(), b"Nothing is marked here.".to_vec());
    Window::with(host, &["/desk", "/desk/raid.txt"])
}

fn file(window: &Window, path: &str) -> String {
    let disk = window.disk();
    let bytes = disk.files.get(Path::new(path));
    bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
}

fn n_files(window: &Window) -> usize {
    window.disk().files.len()
}

#[test]
fn the_marks_of_an_article_are_exported_with_a_preview_and_a_told_result() {
    let mut window = folder();
    window.keys(&["Ctrl+E"]);
    window.rest();
    assert!(window.says("All marks of raid.txt: 2 marks"), "{:?}", window.names());
    assert!(window.says("All marks of the folder: 3 marks in 2 articles"));
    assert_eq!(window.field("Write to"), "/desk/raid.postil.csv");
    let first = window.names().into_iter().find(|name| name.contains("article,title,outlet"));
    assert!(first.is_some(), "{:?}", window.names());
    window.click("Report (HTML)");
    window.rest();
    assert_eq!(window.field("Write to"), "/desk/raid.postil.html");
    assert!(window.says("A new page; the same content as JSON is written beside it"));
    window.keys(&["Enter"]);
    assert!(window.says("2 marks written to /desk/raid.postil.html"), "{:?}", window.names());
    // The notice with its buttons goes after a while.
    window.click("Open");
    window.rest();
    assert_eq!(window.disk().opened, [Path::new("/desk/raid.postil.html")]);
    assert!(file(&window, "/desk/raid.postil.html").contains("Eight people died"));
    assert!(file(&window, "/desk/raid.postil.json").contains("postil:report"));
    // What was written is no article of the folder.
    assert!(window.says("3 articles"), "{:?}", window.names());
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_said_and_an_article_never() {
    let mut window = folder();
    window.disk().files.insert("/desk/raid.postil.csv".into(), b"mine".to_vec());
    window.keys(&["Ctrl+E"]);
    window.rest();
    assert!(window.says("A file of this name is there already, and would be replaced"));
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(file(&window, "/desk/raid.postil.csv"), "mine", "Enter replaces nothing");
    window.click("Replace the file");
    window.rest();
    assert!(file(&window, "/desk/raid.postil.csv").contains("Eight people died"));
    let before = n_files(&window);
    window.keys(&["Ctrl+E"]);
    window.rest();
    window.click("Write to");
    window.keys(&["Ctrl+A"]);
    window.type_text("/desk/bare.txt");
    window.rest();
    assert!(window.says("“bare.txt” is an article, which stays as it is"), "{:?}", window.names());
    assert!(!window.is_enabled("Export"));
    window.keys(&["Escape"]);
    assert_eq!(n_files(&window), before);
    assert_eq!(file(&window, "/desk/bare.txt"), "Nothing is marked here.");
}

#[test]
fn a_mark_of_a_moment_ago_is_in_the_export() {
    let mut window = folder();
    window.drag_over("army");
    window.keys(&["1", "Ctrl+E"]);
    window.rest();
    assert!(window.says("All marks of raid.txt: 3 marks"), "{:?}", window.names());
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(file(&window, "/desk/raid.postil.csv").lines().count(), 4);
}

#[test]
fn a_page_is_exported_as_it_is_shown() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+L", "Ctrl+E"]);
    window.rest();
    assert!(window.says("The page “Sources” as it is shown: 1 row"), "{:?}", window.names());
    window.keys(&["Enter"]);
    window.rest();
    let table = file(&window, "/desk/desk-sources.postil.csv");
    assert!(table.contains("Source,Marks") && table.contains("the army,1"), "{table}");
    // The table of all marks, filtered: as a table, and with all that is said of its marks.
    window.keys(&["Ctrl+Shift+M"]);
    window.type_text("tag:denial");
    window.rest();
    window.keys(&["Ctrl+E"]);
    window.rest();
    assert!(window.says("as it is shown: 1 row"), "{:?}", window.names());
    window.keys(&["Enter"]);
    window.rest();
    let table = file(&window, "/desk/desk-all-marks.postil.csv");
    assert!(table.lines().count() == 2 && table.contains("denied"), "{table}");
    window.keys(&["Ctrl+E"]);
    window.rest();
    window.click("The marks that the table lists, with all that is said of them: 1 mark");
    window.click("NDJSON");
    window.rest();
    window.keys(&["Enter"]);
    window.rest();
    let lines = file(&window, "/desk/desk-all-marks.postil.ndjson");
    assert!(lines.lines().count() == 1 && lines.contains("\"annotation\""), "{lines}");
}

#[test]
fn every_page_of_the_folder_gives_its_table() {
    let mut window = folder();
    for (keys, page) in [
        ("Ctrl+Shift+T", "Threads"),
        ("Ctrl+Shift+A", "Actors"),
        ("Ctrl+Shift+H", "Checks"),
        ("Ctrl+Shift+L", "Sources"),
        ("Ctrl+Shift+M", "All marks"),
        ("Ctrl+Shift+Q", "Counts and times"),
    ] {
        window.keys(&[keys]);
        window.rest();
        window.keys(&["Ctrl+E"]);
        window.rest();
        let told =
            window.names().into_iter().find(|name| name.contains("as it is shown")).unwrap_or_default();
        assert!(told.contains(page), "{page}: {told} {:?}", window.names());
        window.keys(&["Escape"]);
        window.rest();
    }
}

/// Two accounts of a raid and a dispute, with what a spreadsheet would run, and what a page would.
fn hostile_folder() -> Window {
    let mut host = MemoryHost::default();
    let raid = |id: &str, count: &str, source: &str| {
        format!(
            "=1+1 <b>raid</b>: [casualty-report#{id}:{count} people were killed]. [claim#c{id}:=HYPERLINK(\"x\") was said]. The \
             army [denial#d{id} denies c{id}:denied | it].\n\n@ {id} figure '{count} people were killed' place 'Zahra' when \
             '2017-04-16'\n@ {id} source '{source}'\n@ d{id} source 'the army'"
        )
    };
    for (name, id, count, source) in [
        ("one", "k1", "35", "=cmd|' /C calc'!A0".replace('\'', "")),
        ("two", "k2", "12", "+the monitor".to_owned()),
    ] {
        let path = format!("/desk/{name}.txt");
        article::lay_down(&raid(id, count, &source), &path, &mut host).expect("marked text");
    }
    let lonely = "=1+1: the army [denial#d9:denied] it.\n\n@ d9 source 'the army'";
    article::lay_down(lonely, "/desk/three.txt", &mut host).expect("marked text");
    Window::with(host, &["/desk", "/desk/one.txt"])
}

/// Every page's table in every format. With `POSTIL_TABLES` they are left in that folder, for `scripts/exports`.
#[test]
#[expect(clippy::disallowed_methods, reason = "other people's programs read the tables from the disk")]
fn the_tables_of_all_pages_go_out_in_every_format() {
    let mut window = hostile_folder();
    let out = std::env::var_os("POSTIL_TABLES").map(std::path::PathBuf::from);
    for (keys, page) in [
        ("Ctrl+Shift+T", "threads"),
        ("Ctrl+Shift+A", "actors"),
        ("Ctrl+Shift+H", "checks"),
        ("Ctrl+Shift+L", "sources"),
        ("Ctrl+Shift+M", "all-marks"),
        ("Ctrl+Shift+I", "incidents"),
        ("Ctrl+Shift+Q", "counts"),
    ] {
        window.keys(&[keys]);
        window.rest();
        for format in ["CSV", "TSV", "Workbook (XLSX)", "NDJSON", "Markdown", "Page (HTML)"] {
            window.keys(&["Ctrl+E"]);
            window.rest();
            window.click(format);
            window.rest();
            let place = window.field("Write to");
            window.keys(&["Enter"]);
            window.rest();
            let bytes = window.disk().files.remove(Path::new(&place));
            let bytes = bytes.unwrap_or_else(|| panic!("{page} as {format}: {:?}", window.names()));
            let ending = place.rsplit('.').next().unwrap_or_default();
            assert!(bytes.len() > 40, "{page} as {format}: {place}");
            if let Some(out) = &out {
                std::fs::write(out.join(format!("{page}.{ending}")), bytes).expect("the folder is there");
            }
        }
    }
}

#[test]
fn counts_are_exported_by_what_they_are_of() {
    let mut window = folder();
    window.keys(&["Ctrl+Shift+Q", "Ctrl+E"]);
    window.rest();
    window.keys(&["Enter"]);
    window.rest();
    let table = file(&window, "/desk/desk-counts.postil.csv");
    assert!(table.contains("Counted by,Name,Marks"), "{table}");
    for row in
        ["Tags,Claim,1", "Tags,Denial,1", "People,Ana,3", "Outlets,No outlet,3", "Days,without a date,3"]
    {
        assert!(table.contains(row), "{row}: {table}");
    }
}

#[test]
fn who_is_speaking_is_exported_with_the_shares_that_are_shown() {
    let mut window = Window::open("Eight people had died, a hospital said. It rained all night.");
    window.keys(&["Ctrl+Shift+W"]);
    window.rest();
    window.keys(&["Ctrl+E"]);
    window.rest();
    assert!(window.says("The page “Who is speaking” as it is shown: 2 rows"), "{:?}", window.names());
    let place = window.field("Write to");
    window.keys(&["Enter"]);
    window.rest();
    let table = file(&window, &place);
    assert!(table.contains("A,a hospital,") && table.contains("no source"), "{table}");
}

#[test]
fn nothing_is_said_instead_of_written_where_nothing_is_marked() {
    let mut window = Window::open("Nothing is marked here.");
    window.keys(&["Ctrl+E"]);
    assert!(window.says("There are no marks yet that could be handed on"), "{:?}", window.names());
    assert!(!window.says("Format"));
}

#[test]
fn printing_hands_a_page_to_the_system() {
    let mut window = folder();
    window.keys(&["Ctrl+P"]);
    window.rest();
    assert!(window.says("How it begins") && !window.says("Format"), "{:?}", window.names());
    window.keys(&["Enter"]);
    window.rest();
    assert_eq!(window.disk().opened, [Path::new("/cache/print.postil.html")]);
    assert!(window.says("The page is in the browser"), "{:?}", window.names());
    window.disk().opens = false;
    window.keys(&["Ctrl+P"]);
    window.rest();
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("It lies at /cache/print.postil.html"), "{:?}", window.names());
}

/// An export of two people's marks, on a desk whose layers are gone.
fn emptied() -> Window {
    let mut host = MemoryHost::default();
    let raid = "[casualty-report#k1:Eight people died] in the raid. The army denied it.\n//- layer Ben\nEight people died in the \
                raid. The army [denial#d1:denied] it.";
    article::lay_down(raid, "/desk/raid.txt", &mut host).expect("marked text");
    let mut window = Window::with(host, &["/desk", "/desk/raid.txt"]);
    window.keys(&["Ctrl+E"]);
    window.rest();
    window.click("W3C annotations");
    window.rest();
    window.keys(&["Enter"]);
    window.rest();
    let mut host = window.disk().clone();
    assert!(host.files.contains_key(Path::new("/desk/raid.postil.jsonld")), "{:?}", window.names());
    host.files.retain(|path, _| !path.to_string_lossy().ends_with(".postil.jsonl"));
    Window::with(host, &["/desk", "/desk/raid.txt"])
}

fn import(window: &mut Window, path: &str) {
    window.keys(&["Ctrl+Shift+P"]);
    window.type_text("import marks");
    window.keys(&["Enter"]);
    window.keys(&["Ctrl+A"]);
    window.type_text(path);
    window.keys(&["Enter"]);
    window.rest();
}

#[test]
fn an_export_comes_in_again_as_layers_of_its_authors_after_it_was_shown_where_it_goes() {
    let mut window = emptied();
    import(&mut window, "/desk/raid.postil.jsonld");
    assert!(window.says("1 mark by Ben on raid.txt, into raid.txt"), "{:?}", window.names());
    assert!(window.says("Goes into raid.txt.ben-"), "{:?}", window.names());
    window.keys(&["Enter"]);
    assert!(window.says("2 marks came in"), "{:?}", window.names());
    window.rest();
    window.check(expect![[r#"
        [casualty-report#k1:Eight people died] in the raid. The army denied it.
        //- layer Ben
        Eight people died in the raid. The army [denial#d1:denied] it."#]]);
    // One's own are undone; what somebody else marked stays.
    window.keys(&["Ctrl+Z"]);
    window.check(expect![[r#"
        Eight people died in the raid. The army denied it.
        //- layer Ben
        Eight people died in the raid. The army [denial#d1:denied] it."#]]);
}

#[test]
fn all_of_an_export_may_come_in_as_ones_own_and_what_is_no_export_is_refused() {
    let mut window = emptied();
    import(&mut window, "/desk/raid.postil.jsonld");
    window.click("All as marks of Ana");
    window.keys(&["Enter"]);
    window.rest();
    assert!(window.says("2 marks came in"), "{:?}", window.names());
    window.check(expect![[r#"
        [casualty-report#k1:Eight people died] in the raid. The army [denial#d1:denied] it."#]]);
    import(&mut window, "/desk/raid.txt");
    assert!(window.says("“raid.txt” holds no marks that Postil exported"), "{:?}", window.names());
}
