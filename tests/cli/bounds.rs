//! What a stranger can send that is too large, too deep or too many: each is refused or shown with a
//! sentence that states the cap, within a gibibyte of memory and four minutes of the processor's time, unoptimised.

use crate::desk::Desk;
use crate::{ARTICLE, marked_desk};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::Path;

const MIB: u64 = 1024 * 1024;

impl Desk {
    /// Runs the program with a gibibyte of memory for everything and four minutes of the processor; past that it
    /// is killed. Those minutes are the same on a machine that others load.
    fn bounded(&self, words: &[&str]) -> String {
        let mut command = std::process::Command::new("sh");
        command
            .args([
                "-c",
                "ulimit -v 1048576; ulimit -t 240; exec \"$0\" \"$@\"",
                env!("CARGO_BIN_EXE_postil"),
            ])
            .args(words);
        self.settle(&mut command);
        self.tidied(&mut command, "")
    }
}

/// Asserts that the program ended by itself, and said `words`.
fn assert_says(shown: &str, words: &str) {
    let head: String = shown.chars().take(2_000).collect();
    let has_ended = !shown.contains("panicked") && !shown.contains("a mistake of");
    let code = shown.rsplit("--- exit ").next().filter(|_| shown.contains("--- exit "));
    assert!(has_ended && code.is_none_or(|code| matches!(code.trim(), "1" | "2")), "{head}");
    assert!(shown.contains(words), "`{words}` is not said: {head}");
}

/// Asserts that a file of `name` is refused or shown with `words`, by every command that only reads.
fn assert_read(name: &str, bytes: &[u8], words: &str) {
    let mut desk = Desk::new();
    desk.article(name, bytes);
    for command in ["list", "check"] {
        assert_says(&desk.bounded(&[command, name]), words);
    }
}

#[test]
fn mark_up_that_nests_or_repeats_is_flattened() {
    let tag = |n: usize| format!("<p{}>word", " a=b".repeat(n));
    let cases = [
        ("a.html", "<div>".repeat(20_000) + "word", "nest too deep (more than 256 levels)"),
        ("b.html", tag(1_000_000), "too many attributes (more than 1,000 in one tag)"),
        ("c.html", "<".repeat(2_000_000) + "word", "(more than 1,000,000 `<` and `&`)"),
        ("d.html", "<p>word".repeat(60_000), "too many elements (more than 50,000)"),
        ("a.md", ">".repeat(50_000) + " word", "deeper than 64 levels"),
        ("b.md", "- ".repeat(20_000) + "word", "deeper than 64 levels"),
        ("c.md", "[".repeat(100_000) + "word", "0 marks"),
        ("d.md", "![".repeat(50_000) + "word", "0 marks"),
        ("e.md", "a\n\n".repeat(1_000_001), "only the first 1,000,000 blocks"),
        ("a.txt", "a\n\n".repeat(1_000_001), "after 1,000,000 blocks"),
    ];
    for (name, file, words) in cases {
        assert_read(name, file.as_bytes(), words);
    }
}

#[test]
fn what_is_below_a_cap_is_read_without_a_word() {
    let tag = format!("<p{}>word", " a=b".repeat(999));
    for (name, file) in
        [("a.html", "<div>".repeat(250) + "word"), ("b.html", tag), ("a.md", "> ".repeat(64) + "word")]
    {
        let desk = Desk::with(name, &file);
        assert_eq!(desk.bounded(&["list", name]), format!("{name}: 0 marks\n"));
    }
}

#[test]
fn letters_that_are_none_are_read_and_signs_stand_for_them() {
    let mut desk = Desk::new();
    let surrogate = b"Eight \xed\xa0\x80 died \xc0\xaf here, \xf0\x9f\x95 and \xe2\x80\x9cthere\xe2\x80\x9d \xd0\x92\xd0\x92\xd0\x92\xd0\x92\xd0\x92\xd0\x92".repeat(40);
    desk.article("a.txt", &surrogate);
    desk.article("nul.txt", b"Eight\0 people\xc2\x85 died\x01 here.\n".as_slice());
    let shown = desk.bounded(&["show", "nul.txt"]);
    assert!(shown.contains("Eight␀ people⟨U+0085⟩ died␁ here."), "{shown}");
    let marked = desk.bounded(&["annotate", "nul.txt", "--as", "Ana", "--quote", "died", "--tag", "claim"]);
    assert!(marked.contains("<uuid>"), "{marked}");
    assert!(desk.bounded(&["list", "nul.txt", "--json"]).contains(r#""placement": "exact""#));
    assert_says(&desk.bounded(&["list", "a.txt"]), "a.txt: 0 marks");
}

#[test]
fn an_article_of_64_mib_opens_and_one_byte_more_does_not() {
    let desk = Desk::new();
    let name = "large.txt";
    let mut file = File::create(desk.path(name)).expect("a file");
    let line = "Eight people died in the raid. ".repeat(64);
    // One line of 62 MiB, and one word in the last.
    let mut left = 64 * MIB;
    while (line.len() as u64) < left {
        file.write_all(line.as_bytes()).expect("written");
        left -= line.len() as u64;
    }
    file.write_all(" ".repeat(usize::try_from(left).expect("small") - 6).as_bytes()).expect("written");
    file.write_all(b"needle").expect("written");
    assert_says(&desk.bounded(&["find", name, "needle"]), "needle");
    file.write_all(b"s").expect("written");
    assert_says(&desk.bounded(&["find", name, "needle"]), "it has more than 64 MiB");
}

/// A header by Eve about `raid.txt`, and nothing below it.
fn header(desk: &Desk) -> String {
    desk.run(&["annotate", "raid.txt", "--as", "Eve", "--quote", "hospital", "--tag", "claim"]);
    let text = fs::read_to_string(&desk.layers()[0]).expect("a layer");
    text.lines().next().expect("a header").to_owned()
}

const MARK: &str = r#"{"id":"urn:uuid:41c07d2e-9b86-4f13-a5d0-7e2c81f4b690","type":"Annotation","motivation":"highlighting","target":TARGET,"postil:rev":REV}"#;

/// The line of a mark on the whole article, with other things put into it.
fn mark(header: &str, target: &str, rev: usize) -> String {
    let document =
        header.split(r#""postil:document":{"id":""#).nth(1).and_then(|rest| rest.split('"').next());
    let target = target.replace("DOCUMENT", document.expect("a document"));
    MARK.replace("TARGET", &target).replace("REV", &rev.to_string())
}

#[test]
fn a_layer_past_a_cap_is_named_and_left_as_it_is() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let header = header(&desk);
    let layer = desk.layers()[0].clone();
    let long = |n: usize| mark(&header, &format!("\"DOCUMENT\",\"x\":\"{}\"", "x".repeat(n)), 1);
    let fits = (1 << 20) - long(0).len();
    let pieces = |n: usize| mark(&header, &format!("[{}]", ["\"DOCUMENT\""].repeat(n).join(",")), 1);
    let tombstone = |n: usize| {
        format!(
            r#"{{"id":"urn:uuid:00000000-0000-4000-8000-000000000000","type":"as:Tombstone","postil:rev":{n}}}"#
        )
    };
    let many: Vec<String> = (1..100_000).map(tombstone).collect();
    let named: Vec<String> = (1..50_000)
        .map(|n| format!(r#"{{"id":"urn:uuid:00000000-0000-4000-8000-000000000000","type":"as:Tombstone","postil:was":["{n:016}"]}}"#))
        .collect();
    let nested =
        mark(&header, &format!("\"DOCUMENT\",\"body\":{}{}", "[".repeat(100_000), "]".repeat(100_000)), 1);
    let garbage: String = (0..240_000).map(|n| format!("{n}\n")).collect();
    let cases = [
        (long(fits), "1 mark"),
        (long(fits + 1), "is longer than 1048576 bytes and is carried, not shown"),
        (pieces(10_001), "has more than 10000 pieces and is carried, not shown"),
        (nested, "1 mark"),
        ("[".repeat(100_000), "unreadable  line 2 of raid.txt.eve-"),
        ("\n".repeat(250_000), "it has more than 250000 lines, the most that is read of one layer"),
        (many.join("\n"), "0 marks"),
        (named.join("\n"), "0 marks"),
        (garbage, "239999"),
    ];
    for (lines, words) in cases {
        let text = format!("{header}\n{lines}\n");
        fs::write(&layer, &text).expect("written");
        assert_says(&desk.bounded(&["check", "raid.txt"]), words);
        assert!(fs::read_to_string(&layer).expect("a layer") == text, "looking at it changed it");
    }
}

#[test]
fn a_layer_that_is_not_read_whole_is_not_replaced() {
    let desk = Desk::with("raid.txt", ARTICLE);
    header(&desk);
    let layer = desk.layers()[0].clone();
    let mark = ["annotate", "raid.txt", "--as", "Eve", "--quote", "A disgrace", "--tag", "opinion"];
    File::options().append(true).open(&layer).and_then(|file| file.set_len(64 * MIB + 1)).expect("made long");
    let shown = desk.bounded(&mark);
    assert_says(&shown, "it has more than 64 MiB, the most that is read of one layer");
    assert!(shown.contains("hint: nothing was written"), "{shown}");
    assert_eq!(layer.metadata().expect("a layer").len(), 64 * MIB + 1);
    fs::write(&layer, "\n".repeat(250_001)).expect("written");
    assert_says(&desk.bounded(&mark), "it has more than 250000 lines");
    assert_eq!(layer.metadata().expect("a layer").len(), 250_001);
}

#[test]
fn a_mark_that_would_be_too_long_to_be_read_again_is_refused() {
    let desk = marked_desk();
    let before = desk.files();
    let run = |note: &str| {
        desk.run_with(
            &["run", "raid.txt", "--as", "Ana"],
            &format!("select 'hospital'\ntag claim\nnote '{note}'\n"),
        )
    };
    assert_says(&run(&"x".repeat(1 << 20)), "the mark would take more than 1 MiB");
    assert!(desk.files() == before);
    assert!(!run(&"x".repeat(1_000_000)).contains("error:"));
    assert!(desk.run(&["check", "raid.txt"]).contains("5 marks, 5 exact\n"));
}

#[test]
fn positions_that_are_none_leave_the_words() {
    let desk = Desk::with("raid.txt", &ARTICLE.replace("hospital", "hospital e\u{301}"));
    let header = header(&desk);
    let layer = desk.layers()[0].clone();
    let selectors = |start: &str, end: &str| {
        format!(
            r#"{{"source":"DOCUMENT","selector":[{{"type":"TextQuoteSelector","exact":"A disgrace","prefix":"there. ","suffix":"."}},{{"type":"TextPositionSelector","start":{start},"end":{end}}}]}}"#
        )
    };
    let huge = "9223372036854775808";
    for (start, end) in [
        ("-1", "4"),
        (huge, huge),
        ("1e400", "2"),
        ("9", "3"),
        ("70000", "70009"),
        ("3.0", "4"),
        ("\"1\"", "[]"),
        ("0", huge),
    ] {
        fs::write(&layer, format!("{header}\n{}\n", mark(&header, &selectors(start, end), 1)))
            .expect("written");
        let shown = desk.bounded(&["list", "raid.txt"]);
        assert!(shown.contains("moved") && shown.contains("“A disgrace”"), "{start}..{end}: {shown}");
    }
    // Half of a letter with its accent: drawn whole.
    let at = ARTICLE.find("hospital").expect("it") + "hospital e".len();
    let half = selectors(&at.to_string(), &(at + 1).to_string())
        .replace("A disgrace", "\u{301}")
        .replace("there. ", "")
        .replace(r#""suffix":".""#, r#""suffix":"""#);
    fs::write(&layer, format!("{header}\n{}\n", mark(&header, &half, 1))).expect("written");
    assert_says(&desk.bounded(&["list", "raid.txt"]), "exact");
    assert_says(&desk.bounded(&["show", "raid.txt"]), "e\u{301}");
}

#[test]
fn codebooks_that_cannot_be_are_named() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let codebook = desk.path("codebook.postil.toml");
    let tag = "[[tag]]\nslug = \"a\"\n";
    let cases = [
        (format!("name = {}1{}", "[".repeat(100_000), "]".repeat(100_000)), "cannot be read"),
        (format!("name = \"x\"\n{}.a = 1", vec!["a"; 100_000].join(".")), "cannot be"),
        (tag.repeat(2), "cannot be read"),
        (format!("name = \"x\"\n{}", tag.repeat(2)), "has the slug `a` twice"),
        (format!("name = \"x\"\n#{}\n", "x".repeat(4 << 20)), "it has more than 4 MiB"),
    ];
    for (text, words) in cases {
        fs::write(&codebook, text).expect("written");
        let shown = desk.bounded(&["list", "raid.txt"]);
        assert_says(&shown, words);
        assert!(shown.contains("the built-in one holds") && shown.len() < 4_000, "{shown}");
    }
    fs::remove_file(&codebook).expect("removed");
    symlink("codebook.postil.toml", &codebook).expect("a link");
    assert_says(&desk.bounded(&["list", "raid.txt"]), "the built-in one holds");
}

#[test]
fn expressions_and_scripts_have_their_caps() {
    let desk = Desk::with("raid.txt", ARTICLE);
    let find = |words: &str| desk.bounded(&["find", "raid.txt", words, "--regex"]);
    assert_says(&find(r"(\w{1000}){1000}"), "this would take more than 8 MiB");
    assert_says(&find(&"(".repeat(5_000)), "error:");
    assert_says(&find("(a*)*b|(x+x+)+y"), "");
    let script = |n: usize| desk.run_with(&["run", "raid.txt", "--as", "Ana"], &"#".repeat(n));
    assert_says(&script((16 << 20) + 1), "standard input has more than 16 MiB");
    assert!(!script(16 << 20).contains("error:"));
}

#[test]
fn people_and_articles_of_any_name_have_layers() {
    let mut desk = Desk::new();
    let names = [
        "a".repeat(251) + ".txt",
        "ж".repeat(120) + ".txt",
        "..txt".to_owned(),
        "a b\u{202e}.txt".to_owned(),
    ];
    for name in &names {
        desk.article(name, ARTICLE.as_bytes());
    }
    let long = "N".repeat(10_000);
    let people = ["../x", &long, "Анна", "a/b\\c", "CON", "x\u{1b}[2J\u{202e}"];
    for name in &names {
        for person in people {
            let shown =
                desk.run(&["annotate", name, "--as", person, "--quote", "hospital", "--tag", "claim"]);
            assert!(!shown.contains("error:"), "{person}: {shown}");
        }
        let shown = desk.run(&["check", name]);
        assert!(shown.contains("6 marks, 6 exact"), "{shown}");
    }
    for layer in desk.layers() {
        let name = layer.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(
            name.len() <= 255
                && !name.contains('\u{1b}')
                && layer.parent().is_some_and(|parent| parent == desk.path("")),
            "{name}"
        );
    }
    assert_eq!(desk.layers().len(), names.len() * people.len());
}

#[cfg(target_os = "linux")]
#[test]
fn articles_whose_names_are_no_unicode_are_listed_and_marked() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    for (name, text) in [(&b"caf\xe9.txt"[..], "The army denied it."), (b"caf\xe8.txt", "Nobody came.")] {
        fs::write(desk.path(".").join(std::ffi::OsStr::from_bytes(name)), text).expect("written");
    }
    let mut command = desk.command();
    command.args(["annotate", "--as", "Ana", "--quote", "denied", "--tag", "claim"]);
    command.arg(std::ffi::OsStr::from_bytes(b"caf\xe9.txt"));
    let shown = desk.tidied(&mut command, "");
    assert!(!shown.contains("error:"), "{shown}");
    assert!(desk.layers()[0].display().to_string().contains("caf%E9.txt.ana-"), "{:?}", desk.layers());
    let listed = desk.run(&["list", "."]);
    assert!(listed.contains("caf\u{fffd}.txt: 0 marks\n./caf\u{fffd}.txt: 1 mark\n"), "{listed}");
    let checked = desk.run(&["check", "."]);
    assert!(checked.contains("2 articles: 1 mark, 1 exact"), "{checked}");
}

#[test]
fn ten_thousand_articles_with_a_layer_each_are_listed() {
    let desk = Desk::with("raid.txt", ARTICLE);
    header(&desk);
    let layer = fs::read_to_string(&desk.layers()[0]).expect("a layer");
    for n in 0..10_000 {
        let name = format!("a{n}.txt");
        fs::write(desk.path(&name), ARTICLE).expect("written");
        if n % 10 == 0 {
            let path = desk.path(&format!("{name}.eve-1a7e.postil.jsonl"));
            fs::write(path, layer.replace("raid.txt", &name)).expect("written");
        }
    }
    let shown = desk.bounded(&["check", "."]);
    assert!(shown.contains("10001 articles: 1001 marks, 1001 exact"), "{}", &shown[shown.len() - 300..]);
}

#[test]
fn links_that_loop_or_lead_nowhere_are_named() {
    let desk = Desk::with("raid.txt", ARTICLE);
    for (to, from) in [
        ("loop.txt", "loop.txt"),
        ("b.txt", "c.txt"),
        ("c.txt", "b.txt"),
        ("nowhere", "gone.txt"),
        (".", "self"),
    ] {
        symlink(to, desk.path(from)).expect("a link");
    }
    let shown = desk.bounded(&["list", "."]);
    assert_says(&shown, "./raid.txt: 0 marks");
    for name in ["loop.txt", "b.txt", "c.txt", "gone.txt"] {
        assert!(shown.contains(&format!("error: cannot open `./{name}`")), "{shown}");
    }
    assert!(Path::new("/dev/zero").exists());
    assert_says(&desk.bounded(&["list", "self/self/self"]), "self/self/self/raid.txt: 0 marks");
}
