//! What people hand each other: assignments, gradebooks, exports and reports.

use super::stored;
use crate::article;
use postil::document::import::Options;
use postil::exchange::bundle::Bundle;
use postil::exchange::gradebook::{Score, fill};
use postil::exchange::report::{carried, page};
use postil::exchange::{archive, read};
use postil::host::{MemoryHost, Storage};
use postil::layer::Layer;
use postil::session::{Action, Session};
use postil::sidecar::names::INSTRUCTIONS;
use serde_json::Value;
use std::path::Path;

/// An assignment, or its files each ended by a NUL: what is read is written so that it is read as the same,
/// and nothing of it would lie anywhere but in the pupil's folder.
pub(super) fn bundle(bytes: &[u8]) {
    let names = ["postil-assignment", "article/a.txt", "rubric.toml", INSTRUCTIONS, "key.postil.jsonl"];
    let packed = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        stored(&names.into_iter().zip(bytes.splitn(names.len(), |&byte| byte == 0)).collect::<Vec<_>>())
    };
    for file in archive::unpack(&packed, |_| true).0 {
        let is_outside = |part: &str| part == ".." || part.contains(['\\', '\0']);
        assert!(!file.name.split('/').any(is_outside) && !file.name.starts_with('/'), "{:?}", file.name);
    }
    let Ok(bundle) = Bundle::read(&packed) else { return };
    for (name, _) in bundle.files() {
        assert!(!name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']), "{name:?}");
    }
    let written = bundle.write();
    assert_eq!(Bundle::read(&written).as_ref(), Ok(&bundle), "written and read, it differs");
    assert!(written == bundle.write(), "the same assignment gives other bytes");
}

/// `pupils, with bars between ⏎ table`: only two columns differ, and filled twice it is as filled once.
pub(super) fn gradebook(bytes: &[u8]) {
    let middle = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    let (names, table) = (&bytes[..middle], bytes.get(middle + 1..).unwrap_or_default());
    let names = String::from_utf8_lossy(names);
    let score = |(nth, name): (u8, &str)| {
        let words = format!("{nth} found; \"{nth}\" missed, as a\nwhole");
        Score { name: name.to_owned(), points: f64::from(nth) * 1.25, of: 12.0, words }
    };
    let scores: Vec<Score> = (0..).zip(names.split('|').take(40)).map(score).collect();
    let Ok(filled) = fill(table, &scores, None) else { return };
    assert!(filled.n_filled + filled.without_row.len() <= scores.len(), "more rows than pupils");
    let (before, after) = (cells(table), cells(&filled.bytes));
    assert_eq!(before.len(), after.len(), "rows came or went");
    let mut columns: Vec<usize> = Vec::new();
    for (before, after) in before.iter().zip(&after) {
        let differ = (0..before.len().max(after.len())).filter(|&nth| before.get(nth) != after.get(nth));
        // Where a row was short, empty cells come before what is set.
        let is_padding = |nth: usize| before.get(nth).is_none() && after.get(nth).is_some_and(Vec::is_empty);
        columns.extend(differ.filter(|&nth| !is_padding(nth)));
    }
    columns.sort_unstable();
    columns.dedup();
    assert!(columns.len() <= 2, "other columns changed: {columns:?}");
    let again = fill(&filled.bytes, &scores, None).expect("it was a gradebook");
    assert!(again.bytes == filled.bytes, "filled again, it differs");
}

/// The cells of a table as they stand in it, by what separates most of its first line.
fn cells(table: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap_or(table);
    let first = table.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let n = |sign: u8| first.iter().filter(|&&byte| byte == sign).count();
    let comma = [b'\t', b';', b','].into_iter().max_by_key(|&sign| n(sign)).unwrap_or(b',');
    let mut rows = vec![vec![Vec::new()]];
    let mut is_quoted = false;
    for &byte in table {
        is_quoted ^= byte == b'"';
        let row = rows.last_mut().expect("a row");
        if !is_quoted && byte == comma {
            row.push(Vec::new());
        } else if !is_quoted && (byte == b'\n' || byte == b'\r') {
            rows.push(vec![Vec::new()]);
        } else {
            row.last_mut().expect("a cell").push(byte);
        }
    }
    rows
}

const ARTICLE: &str = "Eight people died in the [claim#c1:raid]. The army denied it.\n//- layer ben\n\
    Eight people died in the raid. The army [claim#b1:denied it].";
const PATH: &str = "/desk/article.txt";

/// An export that is taken into a layer: undone it leaves what was, and saved and opened again it is there.
pub(super) fn incoming(bytes: &[u8]) {
    let Ok(incoming) = read(bytes) else { return };
    let mut host = MemoryHost::default();
    article::lay_down(ARTICLE, PATH, &mut host).expect("an article of ours");
    let open = |host: &MemoryHost| {
        Session::open(Path::new(PATH), &Options::default(), host.annotator(), host)
            .expect("an article of ours")
    };
    // Undone, what was there may be placed better than before: more is known of the text that it was made on.
    let layers = |session: &Session| -> Vec<Layer> {
        session.layers().iter().map(|placed| placed.layer.clone()).collect()
    };
    let mut session = open(&host);
    for layer in incoming.layers.iter().take(4) {
        let before = layers(&session);
        let Ok(taken) = session.take_in(&layer.file, &mut host) else { continue };
        let after = article::show_with(&session, &[]);
        if taken.n_new + taken.n_renewed + taken.n_links == 0 {
            assert_eq!(layers(&session), before, "nothing new, and yet it differs");
            continue;
        }
        session.perform(&Action::Undo, &mut host).expect("what was taken in can be undone");
        assert_eq!(layers(&session), before, "undone");
        session.perform(&Action::Redo, &mut host).expect("and done again");
        assert_eq!(article::show_with(&session, &[]), after, "done again");
    }
    let marks = article::show_with(&session, &[]);
    session.save(&mut host).expect("saved");
    assert_eq!(article::show_with(&open(&host), &[]), marks, "saved and opened again");
}

/// JSON as the data of a report, and a page with data in it: the page of some data carries them, and is as it
/// was made.
pub(super) fn report(bytes: &[u8]) {
    let data = carried(bytes).0;
    let Some(data) = data.or_else(|| serde_json::from_slice::<Value>(bytes).ok()) else { return };
    let page = page(&data);
    let (again, altered) = carried(page.as_bytes());
    assert_eq!(again.as_ref(), Some(&data), "the page carries other data");
    assert_eq!(altered, [], "the page is not as it was made");
    let lower = page.to_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("<img"), "a stranger's words are mark-up");
}
