//! The report, and what is found when it or its sources were altered.

use crate::check;
use crate::counting::raid;
use crate::desk::Desk;
use expect_test::expect;
use postil::document::Digest;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn page(desk: &Desk) -> String {
    fs::read_to_string(desk.path("out.html")).expect("a page")
}

fn reported() -> Desk {
    let desk = raid();
    assert_eq!(desk.run(&["report", "a.md", "b.md", "c.md", "--out", "out.html"]), "");
    desk
}

#[test]
fn a_report_holds_everything_and_runs_nothing() {
    let desk = reported();
    let page = page(&desk);
    for told in [
        "killed 35 people",
        "Twelve people were killed",
        "Zahra",
        "<svg",
        "the Field Monitor",
        "update",
        "the same origin says more a day later",
        "denies",
        "ni:///sha-256;",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert_eq!(page.matches("<sup id=").count(), 4);
    // What nobody tells has no column.
    assert!(
        page.contains("<th>where</th><th>words</th><th>told in</th>") && !page.contains("<th>blamed</th>"),
        "{page}"
    );
    let from_elsewhere = ["<script", "<img", "<link", "http://", "https://", "url(http", "@import", "src="];
    for word in from_elsewhere {
        assert!(!page.contains(word), "{word}");
    }
    let written = fs::read_to_string(desk.path("out.json")).expect("data");
    // The page carries the bytes of the file, and names their digest.
    assert!(page.contains(&format!("<template id=\"postil-report\">{written}</template>")));
    assert!(page.contains(&Digest::of_bytes(written.as_bytes()).ni()));
    let data: serde_json::Value = serde_json::from_str(&written).expect("JSON");
    assert_eq!(data["articles"].as_array().map(Vec::len), Some(3));
    assert_eq!(data["incidents"][0]["statements"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_report_dates_its_articles_as_its_incidents() {
    let mut desk = Desk::new();
    for (name, date) in [("a.md", "4/5/2017"), ("b.md", "4/16/2017")] {
        let text = format!("---\ndate: \"{date}\"\n---\n\nNine people died in Zahra, the army said.\n");
        desk.article(name, text.as_bytes());
        let script = "select 'Nine people died'\ntag casualty-report\ntake-figures\n";
        assert!(!desk.run_with(&["run", name, "--as", "Ana"], script).contains("error"));
    }
    assert_eq!(desk.run(&["report", "a.md", "b.md", "--out", "out.html"]), "");
    let data = fs::read_to_string(desk.path("out.json")).expect("data");
    let data: Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(
        data["articles"][0]["date"], "2017-04-05",
        "the second article shows which number is the month"
    );
    assert!(desk.run(&["verify", "out.html"]).contains("all of it holds"));
}

#[test]
fn what_was_altered_is_found() {
    let mut desk = reported();
    check(
        &desk.run(&["verify", "out.html"]),
        expect![[r#"
            all of it holds: 3 articles, 4 quotes and 3 figures compared with their sources
        "#]],
    );
    let whole = page(&desk);
    let spoiled = |from: &str, to: &str, nth: usize| {
        let at = whole.match_indices(from).nth(nth).unwrap_or_else(|| panic!("{from}")).0;
        let spoiled = format!("{}{to}{}", &whole[..at], &whole[at + from.len()..]);
        fs::write(desk.path("out.html"), spoiled).expect("written");
        desk.run(&["verify", "out.html"])
    };
    // A letter of a quote, in the table of marks.
    let at_quote = spoiled(
        "<bdi>Twelve people were killed</bdi></td><td>source",
        "<bdi>Twelve people were killid</bdi></td><td>source",
        0,
    );
    assert!(at_quote.contains("killid") && at_quote.contains("--- exit 1"), "{at_quote}");
    // A number in a table.
    let at_number = spoiled("<td>35 killed", "<td>36 killed", 0);
    assert!(at_number.contains("36 killed") && at_number.contains("should say"), "{at_number}");
    // A letter of the article's own words.
    let at_text = spoiled("A raid on the market", "A raid on the markes", 0);
    assert!(at_text.contains("markes"), "{at_text}");
    // The data themselves: then page and data differ, and so do data and sources.
    fs::write(desk.path("out.html"), &whole).expect("written");
    let data = fs::read_to_string(desk.path("out.json")).expect("data");
    for (from, to, told) in [
        ("\"quote\":\"killed 35 people\"", "\"quote\":\"killed 36 people\"", "the quote"),
        ("\"stated\":35", "\"stated\":36", "the report counts"),
        ("the market of Zahra", "the market of Zahrá", "the article says"),
    ] {
        assert!(data.contains(from), "{from}");
        fs::write(desk.path("out.json"), data.replace(from, to)).expect("written");
        let found = desk.run(&["verify", "out.json"]);
        assert!(found.contains(told) && found.contains("--- exit 1"), "{found}");
    }
    // A layer that changed since, and an article that is gone.
    desk.run(&["annotate", "b.md", "--as", "Ana", "--quote", "said", "--tag", "claim"]);
    let layer = desk.run(&["verify", "out.html"]);
    assert!(layer.contains("changed since") && layer.contains("b.md: the layer"), "{layer}");
    desk.move_away("c.md");
    fs::rename(desk.path("c.md"), desk.path("gone")).expect("moved");
    assert!(desk.run(&["verify", "out.html"]).contains("c.md: the article is not there"));
}

/// What a command prints as JSON, with its ids.
fn json(desk: &Desk, words: &[&str]) -> Value {
    let output = desk.command().args(words).output().expect("the program");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The values under a key of each element.
fn all<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    let elements = value.as_array().map(Vec::as_slice).unwrap_or_default();
    elements.iter().map(|element| element[key].as_str().unwrap_or_default()).collect()
}

#[test]
fn a_report_holds_every_mark_thread_and_figure_and_what_people_hold_of_them() {
    let desk = Desk::new();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_docs");
    for entry in fs::read_dir(samples).expect("samples") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with("raqqa-retold") {
            fs::copy(&path, desk.path(&name)).expect("copied");
        }
    }
    let article = "raqqa-retold.md";
    let listed: Value = json(&desk, &["list", article, "--json"]);
    let marks: Vec<&Value> = match &listed {
        Value::Array(marks) if marks.iter().all(|mark| mark["quote"].is_string()) => marks.iter().collect(),
        other => panic!("{other}"),
    };
    let threads: Value = json(&desk, &["threads", article, "--json"]);
    let claim = threads["threads"][0]["claim"]["id"].as_str().expect("a thread").to_owned();
    desk.run_with(&["run", ".", "--as", "Ana"], &format!("verdict {claim} contested 'two say otherwise'\n"));
    assert_eq!(desk.run(&["report", article, "--out", "out.html"]), "");
    let page = page(&desk);
    let data: Value = serde_json::from_slice(&fs::read(desk.path("out.json")).expect("data")).expect("JSON");
    let told = &data["articles"][0]["marks"];
    let mut ids: Vec<&str> = marks.iter().map(|mark| mark["id"].as_str().expect("an id")).collect();
    let mut told_ids = all(told, "id");
    ids.sort_unstable();
    told_ids.sort_unstable();
    assert!(10 < ids.len() && ids == told_ids, "{ids:?}\n{told_ids:?}");
    let n_figures: usize = told
        .as_array()
        .expect("marks")
        .iter()
        .map(|mark| mark["figures"].as_array().map_or(0, Vec::len))
        .sum();
    let listed_figures: usize = marks.iter().map(|mark| mark["figure"].as_array().map_or(0, Vec::len)).sum();
    assert!(0 < n_figures && n_figures == listed_figures, "{n_figures} of {listed_figures}");
    let of_threads = threads["threads"].as_array().expect("threads");
    let claims: Vec<&str> =
        of_threads.iter().map(|thread| thread["claim"]["id"].as_str().expect("an id")).collect();
    assert_eq!(all(&data["threads"], "mark"), claims);
    for (thread, told) in of_threads.iter().zip(data["threads"].as_array().expect("threads")) {
        assert_eq!(thread["answers"].as_array().map(Vec::len), told["answers"].as_array().map(Vec::len));
    }
    assert!(page.contains("two say otherwise") && page.contains("contested"));
    assert_eq!(all(&data["registers"], "annotator"), ["Ana"]);
    assert!(desk.run(&["verify", "out.html"]).starts_with("all of it holds"));
    // What is said of the folder changed since.
    desk.run_with(&["run", ".", "--as", "Ana"], &format!("verdict {claim} undecided 'on second thoughts'\n"));
    let found = desk.run(&["verify", "out.html"]);
    assert!(found.contains("what is said of the folder, changed since"), "{found}");
}

#[test]
fn what_is_no_report_is_refused() {
    let desk = raid();
    fs::write(desk.path("x.html"), "<html><body>Words.</body></html>").expect("written");
    check(
        &desk.run(&["verify", "x.html"]),
        expect![[r#"
            --- stderr
            error: cannot read `x.html`: it carries no data of a report
            hint: give a page that `postil report` wrote, or the JSON beside it
            --- exit 2
        "#]],
    );
    check(
        &desk.run(&["report", ".", "--out", "x.json"]),
        expect![[r#"
            --- stderr
            error: the page would take the place of its own data
            hint: give the report the ending `.html`
            --- exit 2
        "#]],
    );
}

#[test]
fn hostile_words_are_only_words_in_a_report() {
    let hostile =
        "</template><script>alert(1)</script><img src=x onerror=alert(1)> \u{202e}desrever\u{202c} \"'&amp;";
    let text = format!("{}\n\nShe wrote {hostile} and left.\n", "A".repeat(1 << 20));
    let desk = Desk::with("hostile.txt", &text);
    desk.run(&[
        "annotate",
        "hostile.txt",
        "--as",
        "<b>Ana",
        "--quote",
        hostile,
        "--tag",
        "claim",
        "--note",
        hostile,
    ]);
    assert_eq!(desk.run(&["report", "hostile.txt", "--out", "out.html"]), "");
    let page = page(&desk);
    for word in ["<script", "<img", "<b>", "\u{202e}"] {
        assert!(!page.contains(word), "{word}");
    }
    assert_eq!(page.matches("</template>").count(), 1);
    // The text itself has its megabyte, as page and as data; the title is nowhere else in full.
    assert!(page.len() < 6 << 20, "{}", page.len());
    check(
        &desk.run(&["verify", "out.html"]),
        expect![[r#"
            all of it holds: 1 article, 1 quote and 0 figures compared with their sources
        "#]],
    );
}
