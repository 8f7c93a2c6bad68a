//! Threads over two articles: who answers what, and what is left open.

use super::*;
use crate::host::MemoryHost;
use crate::library::Library;
use crate::library::tests::{mark, opened};
use std::path::Path;

const CLAIM: &str = "Nine people died.";

/// A claim in one article, and what another one has of it.
fn folder() -> MemoryHost {
    let mut host = MemoryHost::with(
        "/desk/a.md",
        format!("---\ndate: 2017-04-16\n---\n\n{CLAIM} The army denied it.").as_bytes(),
    );
    host.files.insert(
        "/desk/b.md".into(),
        b"---\ndate: 2017-04-18\n---\n\nThe town said nine died. A colonel said it was four. Nobody fired, he said.".to_vec(),
    );
    mark(
        &mut host,
        "/desk/a.md",
        "Ana",
        &[
            "select 'Nine people died'",
            "tag casualty-report",
            "select 'The army denied it'",
            "tag denial",
            "source 'the army'",
        ],
    );
    mark(
        &mut host,
        "/desk/b.md",
        "Ben",
        &[
            "select 'nine died'",
            "tag casualty-report",
            "select 'it was four'",
            "tag casualty-report",
            "source 'a colonel'",
            "select 'Nobody fired'",
            "tag denial",
        ],
    );
    host
}

fn id(library: &Library, words: &str) -> String {
    let found = library.rows().find(|(_, row)| &*row.quote == words);
    found.map(|(_, row)| row.id.0.simple().to_string()).unwrap_or_else(|| panic!("no mark on {words}"))
}

fn threads(library: &Library) -> Threads {
    let entries: Vec<_> = library.entries().cloned().collect();
    Threads::of(&entries, library.codebook(), &library.registers())
}

/// The outline with a space for each step of depth.
fn told(threads: &Threads) -> String {
    let mut told: Vec<String> =
        threads.open.iter().map(|mark| format!("open {}", mark.row().quote)).collect();
    for broken in &threads.broken {
        told.push(format!("broken {} {} “{}”", broken.mark.row().quote, broken.kind, broken.words));
    }
    for thread in &threads.threads {
        let contested = if thread.is_contested { "contested " } else { "" };
        told.push(format!("{contested}{}", thread.claim.row().quote));
        told.extend(
            thread
                .lines
                .iter()
                .map(|line| format!("{}{} {}", " ".repeat(line.depth), line.kind, line.mark.row().quote)),
        );
    }
    told.join("\n")
}

#[test]
fn a_claim_gathers_what_answers_it_in_all_articles() {
    let mut host = folder();
    let library = opened(&host);
    let [claim, denial, repeat, other] =
        ["Nine people died", "The army denied it", "nine died", "it was four"]
            .map(|words| id(&library, words));
    let document = |path: &str| library.entry(path).unwrap().document.unwrap().0;
    let in_a = document("a.md");
    mark(&mut host, "/desk/a.md", "Ana", &[&format!("link {denial} denies {claim}")]);
    mark(
        &mut host,
        "/desk/b.md",
        "Ben",
        &[
            &format!("link {repeat} repeats {claim} in {in_a}"),
            &format!("link {other} disputes-figure {repeat}"),
        ],
    );
    let library = opened(&host);
    let found = threads(&library);
    assert_eq!(
        told(&found),
        "open Nobody fired\ncontested Nine people died\n denies The army denied it\n repeats nine died\n  disputes-figure it was four"
    );
    let thread = found.of_mark(library.rows().find(|(_, row)| &*row.quote == "it was four").unwrap().1.id);
    let sides = thread.expect("a thread").sides();
    assert_eq!(sides.get(&Bearing::Rejects), Some(&vec!["the army".to_owned()]));
}

#[test]
fn a_claim_that_was_removed_leaves_a_broken_link_with_its_words() {
    let mut host = folder();
    let library = opened(&host);
    let [claim, denial] = ["Nine people died", "Nobody fired"].map(|words| id(&library, words));
    let in_a = library.entry("a.md").unwrap().document.unwrap().0;
    mark(&mut host, "/desk/b.md", "Ben", &[&format!("link {denial} denies {claim} in {in_a}")]);
    let mut library = opened(&host);
    assert!(threads(&library).broken.is_empty());
    mark(&mut host, "/desk/a.md", "Ana", &[&format!("delete {claim}")]);
    let job = library.look_at(&[Path::new("/desk/a.md").to_owned()].into());
    job.run(&host, |news| {
        library.take(news);
        true
    });
    let found = threads(&library);
    assert_eq!(
        told(&found),
        "open The army denied it\nopen Nobody fired\nbroken Nobody fired denies “Nine people died”"
    );
}

#[test]
fn marks_that_answer_one_another_in_a_circle_are_told_once() {
    let mut host = folder();
    let library = opened(&host);
    let [one, other] = ["nine died", "it was four"].map(|words| id(&library, words));
    let links = [format!("link {one} corrects {other}"), format!("link {other} corrects {one}")];
    mark(&mut host, "/desk/b.md", "Ben", &[&links[0], &links[1]]);
    let found = threads(&opened(&host));
    assert_eq!(found.threads.len(), 1);
    assert!(found.threads[0].lines.len() <= 2, "{}", told(&found));
}
