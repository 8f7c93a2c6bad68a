//! Marks out into the formats of other programs, and in again.

use crate::desk::Desk;
use crate::{check, marked_desk};
use expect_test::expect;
use std::fs;
use std::io::Read;

fn written(desk: &Desk, name: &str) -> String {
    fs::read_to_string(desk.path(name)).expect("an export")
}

/// The lines of the layers on a desk, all but their heads.
fn lines(desk: &Desk) -> Vec<String> {
    let layers = desk.layers().into_iter().map(|layer| fs::read_to_string(layer).expect("a layer"));
    let mut lines: Vec<String> =
        layers.flat_map(|layer| layer.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.sort();
    lines
}

#[test]
fn a_table_has_a_row_for_each_mark() {
    let desk = marked_desk();
    check(&desk.run(&["export", "raid.txt", "--out", "marks.csv"]), expect![[r#""#]]);
    let table = written(&desk, "marks.csv");
    assert!(table.starts_with('\u{feff}') && table.matches("\r\n").count() == 5);
    let other = desk.run(&["export", "raid.txt", "--format", "tsv"]);
    assert_eq!(other.lines().count(), 5);
    check(
        &desk.run(&["export", "raid.txt", "--out", "marks.pdf"]),
        expect![[r#"
            --- stderr
            error: nothing says in which format
            hint: give `--format`; formats are csv, tsv, xlsx, ndjson, w3c, markdown
            --- exit 2
        "#]],
    );
    check(
        &desk.run(&["export", "raid.txt", "--format", "doc"]),
        expect![[r#"
            --- stderr
            error: there is no format `doc`
            hint: formats are csv, tsv, xlsx, ndjson, w3c, markdown
            --- exit 2
        "#]],
    );
}

#[test]
fn what_is_exported_can_be_chosen() {
    let desk = marked_desk();
    let n_rows = |more: &[&str]| {
        let words = [&["export", "raid.txt", "--format", "ndjson"], more].concat();
        desk.run(&words).lines().filter(|line| line.starts_with('{')).count()
    };
    assert_eq!(n_rows(&[]), 4);
    assert_eq!(n_rows(&["--tag", "Claim", "--tag", "opinion"]), 2);
    assert_eq!(n_rows(&["--by", "ben"]), 1);
    check(
        &desk.run(&["export", "raid.txt", "--format", "ndjson", "--tag", "lie", "--out", "x.ndjson"]),
        expect![[r#"
            --- stderr
            error: no codebook and no mark has the tag `lie`
            hint: `postil list` shows the tags
            --- exit 2
        "#]],
    );
    assert!(!desk.path("x.ndjson").exists());
}

#[test]
fn an_export_takes_the_place_of_no_article_and_no_layer() {
    let desk = marked_desk();
    check(
        &desk.run(&["export", ".", "--format", "markdown", "--out", "raid.txt"]),
        expect![[r#"
            --- stderr
            error: `raid.txt` is an article, which stays as it is
            hint: nothing was written; choose another name
            --- exit 2
        "#]],
    );
    let layer = desk.layers()[0].file_name().expect("a name").to_string_lossy().into_owned();
    assert!(
        desk.run(&["export", ".", "--format", "ndjson", "--out", &layer]).contains("a file of Postil's own")
    );
    // What lies there from the last time is no article that is exported.
    for _ in 0..2 {
        assert_eq!(desk.run(&["export", ".", "--out", "marks.md"]), "");
    }
    assert_eq!(written(&desk, "marks.md").matches("marked by").count(), 4);
    check(
        &desk.run(&["export", "raid.txt", "--out", "none/marks.csv"]),
        expect![[r#"
            --- stderr
            error: cannot write `none/marks.csv`: its folder is gone
            hint: nothing was written; choose another file
            --- exit 2
        "#]],
    );
}

#[test]
fn what_goes_out_comes_in_again_without_loss() {
    for format in ["w3c", "ndjson"] {
        let desk = marked_desk();
        let before = lines(&desk);
        desk.run(&["export", "raid.txt", "--format", format, "--out", "marks"]);
        desk.layers().into_iter().for_each(|layer| fs::remove_file(layer).expect("gone"));
        assert_eq!(
            desk.run(&["import", "marks", "--document", "raid.txt", "--as", "Ana"]),
            "3 marks taken in, 1 link taken in\n",
            "{format}"
        );
        assert_eq!(
            desk.run(&["import", "marks", "--document", "raid.txt", "--as", "Ben"]),
            "1 mark taken in\n"
        );
        assert_eq!(lines(&desk), before, "{format}");
        assert_eq!(
            desk.run(&["import", "marks", "--document", "raid.txt", "--as", "Ana"]),
            "0 marks taken in, 3 there already\n"
        );
        assert_eq!(lines(&desk), before, "{format}");
    }
}

#[test]
fn marks_come_into_the_layer_that_is_asked_for() {
    let mut desk = marked_desk();
    desk.run(&["export", "raid.txt", "--format", "w3c", "--out", "marks.json"]);
    check(
        &desk.run(&["import", "marks.json", "--document", "raid.txt", "--as", "Cem"]),
        expect![[r#"
            --- stderr
            error: the export holds no marks by `Cem` on this article
            hint: say with `--by` whose marks come in; it holds marks by `Ana`, `Ben`
            --- exit 2
        "#]],
    );
    // Ben's mark is here already: the copy gets an id of its own.
    let taken = desk.run(&["import", "marks.json", "--document", "raid.txt", "--as", "Cem", "--by", "Ben"]);
    assert_eq!(taken, "1 mark taken in\n");
    assert_eq!(desk.run(&["list", "raid.txt", "--csv"]).matches("A disgrace").count(), 2);
    // The same words under another name and with more around them.
    desk.article("copy.txt", format!("Later edition.\n\n{}", crate::ARTICLE).as_bytes());
    let taken = desk.run(&["import", "marks.json", "--document", "copy.txt", "--as", "Ana"]);
    assert_eq!(taken, "3 marks taken in, 1 link taken in\n");
    let listed = desk.run(&["list", "copy.txt", "--json"]);
    assert_eq!(listed.matches("\"placement\": \"moved\"").count(), 3, "{listed}");
    desk.article("none.txt", b"Nothing of it.");
    fs::write(desk.path("no.json"), "{\"type\":\"FeatureCollection\"}").expect("written");
    check(
        &desk.run(&["import", "no.json", "--document", "none.txt", "--as", "Ana"]),
        expect![[r#"
            --- stderr
            error: cannot read `no.json`: it is no export of marks: neither an annotation collection nor one JSON object a mark
            hint: export with `--format w3c` or `--format ndjson`
            --- exit 2
        "#]],
    );
}

/// What would run in a spreadsheet, a browser or a terminal, or turn the order of reading.
const HOSTILE: &str =
    "=HYPERLINK(\"http://x\")<script>alert(1)</script> \u{202e}terces\u{202c} | **x** [a](b) _x000D_";

#[test]
fn hostile_words_are_only_words() {
    let title = "A".repeat(1 << 20);
    let text = format!("{title}\n\nShe wrote: {HOSTILE} and left.\n");
    let desk = Desk::with("hostile.txt", &text);
    desk.run(&[
        "annotate",
        "hostile.txt",
        "--as",
        "=Ana",
        "--quote",
        HOSTILE,
        "--tag",
        "claim",
        "--note",
        HOSTILE,
    ]);
    let table = desk.run(&["export", "hostile.txt", "--format", "csv"]);
    assert!(table.contains("\"'=HYPERLINK(\"\"http://x\"\")<script>") && table.contains("'=Ana"));
    let tabs = desk.run(&["export", "hostile.txt", "--format", "tsv"]);
    assert!(tabs.contains("\t'=HYPERLINK") && !tabs.contains("\t="));
    let markdown = desk.run(&["export", "hostile.txt", "--format", "markdown"]);
    assert!(!markdown.contains("<script") && markdown.contains("\\*\\*x\\*\\* \\[a\\]\\(b\\)"), "{markdown}");
    for (format, most) in [("csv", 8), ("tsv", 8), ("markdown", 8), ("ndjson", 16), ("w3c", 16)] {
        let shown = desk.run(&["export", "hostile.txt", "--format", format]);
        assert!(!shown.contains('\u{202e}') && shown.len() < most << 10, "{format}: {}", shown.len());
    }
    desk.run(&["export", "hostile.txt", "--out", "hostile.xlsx"]);
    let file = fs::File::open(desk.path("hostile.xlsx")).expect("a workbook");
    let mut sheet = String::new();
    let mut parts = zip::ZipArchive::new(file).expect("an archive");
    parts.by_name("xl/worksheets/sheet1.xml").expect("a sheet").read_to_string(&mut sheet).expect("read");
    assert!(sheet.contains("<t xml:space=\"preserve\">=HYPERLINK") && !sheet.contains("<f>"));
    assert!(sheet.contains("&lt;script&gt;") && sheet.contains("_x005F_x000D_") && sheet.len() < 16 << 10);
    // Harmless, and yet nothing is lost: what JSON holds comes in again letter for letter.
    desk.run(&["export", "hostile.txt", "--out", "hostile.ndjson"]);
    let before = lines(&desk);
    desk.layers().into_iter().for_each(|layer| fs::remove_file(layer).expect("gone"));
    desk.run(&["import", "hostile.ndjson", "--document", "hostile.txt", "--as", "=Ana"]);
    assert_eq!(lines(&desk), before);
}
