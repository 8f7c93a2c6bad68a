//! How little is placed anew when marks change.

use crate::anchor::Target;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::{Action, Session};
use std::path::Path;
use uuid::Uuid;

const ARTICLE: &str = "/desk/a.txt";
const BEFORE: &str = "Eight people died on Monday in the north. The army denied it. A disgrace, they said.";
const AFTER: &str = "Nine people died on Monday in the north. The army denied it again. A disgrace.";

fn open(host: &MemoryHost, name: &str) -> Session {
    let id = AnnotatorId(Uuid::from_u128(u128::from(name.as_bytes()[0]) << 120 | 1));
    let annotator = Annotator { id, name: name.to_owned() };
    Session::open(Path::new(ARTICLE), &Options::default(), Some(annotator), host).unwrap()
}

fn run(session: &mut Session, host: &mut MemoryHost, actions: &[&str]) {
    for action in actions {
        session.perform(&action.parse::<Action>().unwrap(), host).unwrap();
    }
}

fn change_article(host: &mut MemoryHost) {
    host.files.insert(ARTICLE.into(), AFTER.as_bytes().to_vec());
}

/// Texts aligned, and targets placed.
fn work(session: &Session) -> (usize, usize) {
    (session.article.placers().n_alignments(), session.article.placers().n_placed())
}

#[test]
fn the_layers_of_an_article_share_one_alignment() {
    let mut host = MemoryHost::with(ARTICLE, BEFORE.as_bytes());
    for name in ["Ana", "Ben", "Cleo"] {
        let mut session = open(&host, name);
        run(&mut session, &mut host, &["select 'Eight people'", "tag claim", "select 'A disgrace'"]);
        run(&mut session, &mut host, &["tag opinion", "save"]);
    }
    change_article(&mut host);
    let mut ana = open(&host, "Ana");
    assert_eq!((ana.layers().len(), work(&ana)), (3, (1, 6)));
    // What a colleague saves meanwhile is placed by the same alignment.
    let mut ben = open(&host, "Ben");
    run(&mut ben, &mut host, &["select 'denied it again'", "tag denial", "save"]);
    let result = ana.start_refresh(None, false).run(&host);
    ana.take_refresh(result);
    assert_eq!((ana.marks().len(), work(&ana)), (7, (1, 9)));
}

#[test]
fn what_is_no_target_places_nothing_anew() {
    let mut host = MemoryHost::with(ARTICLE, BEFORE.as_bytes());
    run(&mut open(&host, "Ana"), &mut host, &["select 'Eight people'", "tag claim", "save"]);
    change_article(&mut host);
    let mut ana = open(&host, "Ana");
    let passage = |session: &Session| session.marks()[0].hull();
    let (before, place) = (work(&ana), passage(&ana));
    run(&mut ana, &mut host, &["select 'Nine'", "focus a1", "note a1 'w'", "note a1 'wh'", "note a1 'who'"]);
    run(&mut ana, &mut host, &["untag a1 claim", "tag opinion a1", "undo", "redo"]);
    assert_eq!((work(&ana), passage(&ana)), (before, place));
    run(&mut ana, &mut host, &["delete a1", "undo"]);
    assert_eq!((work(&ana), passage(&ana)), ((1, before.1 + 1), place));
    run(&mut ana, &mut host, &["confirm a1"]);
    assert_eq!((work(&ana), passage(&ana)), ((1, before.1 + 2), place));
}

#[test]
fn what_a_save_meets_is_placed_before_the_session_takes_it_over() {
    let mut host = MemoryHost::with(ARTICLE, BEFORE.as_bytes());
    let mut laptop = open(&host, "Ana");
    run(&mut laptop, &mut host, &["select 'people died'", "tag claim", "save"]);
    let with_one = host.files.clone();
    run(&mut laptop, &mut host, &["select 'The army denied it'", "tag denial", "save"]);
    let with_two = std::mem::replace(&mut host.files, with_one);
    change_article(&mut host);
    let mut desk = open(&host, "Ana");
    run(&mut desk, &mut host, &["select 'A disgrace'", "tag opinion"]);
    // Another machine's state arrives while the save is on its way.
    host.files = with_two;
    change_article(&mut host);
    let job = desk.start_save(&mut host).unwrap();
    let result = job.run(&mut host);
    let before = work(&desk);
    desk.finish_save(result);
    assert_eq!((desk.marks().len(), work(&desk)), (3, before));
    let places: Vec<_> = desk.marks().iter().filter_map(|mark| mark.hull()).collect();
    let words: Vec<_> = places.iter().map(|&place| desk.document().slice(place)).collect();
    assert_eq!(words, ["people died", "The army denied it", "A disgrace"]);
}

#[test]
fn a_figure_takes_the_words_that_count_and_not_all_of_the_passage() {
    let text = "The owners say that at least 6 stokers were hurt when the pit fell in.";
    let mut host = MemoryHost::with(ARTICLE, text.as_bytes());
    let mut session = open(&host, "Ana");
    let steps =
        ["select 'at least 6 stokers were hurt when the pit fell in'", "tag casualty-report", "take-figures"];
    run(&mut session, &mut host, &steps);
    let figure = session.marks()[0].annotation.figures[0].clone();
    assert_eq!((figure.wording.as_str(), figure.low, figure.high), ("at least 6", Some(6), None));
    assert_eq!(figure.words_at().map(Target::quote).as_deref(), Some("at least 6"));
}

#[test]
fn figures_sources_and_cues_keep_where_their_words_stand() {
    let text = "On Monday a hospital in Tabqa said that at least nine people had died and 12 were hurt.";
    let mut host = MemoryHost::with(ARTICLE, text.as_bytes());
    let mut session = open(&host, "Ana");
    run(
        &mut session,
        &mut host,
        &["select 'at least nine people had died and 12 were hurt'", "tag casualty-report", "take-figures"],
    );
    run(&mut session, &mut host, &["take-source"]);
    let mark = session.marks()[0].annotation.clone();
    let words = |at: Option<&Target>| at.map(Target::quote).unwrap_or_default();
    let figures: Vec<String> = mark.figures.iter().map(|figure| words(figure.words_at())).collect();
    assert_eq!(figures, ["at least nine people", "12"]);
    assert_eq!(words(mark.attribution.chain[0].at.as_ref()), "a hospital in Tabqa");
    assert_eq!(words(mark.attribution.cue.as_ref().and_then(|cue| cue.at.as_ref())), "said");
    // A name that is typed is found in the sentence, and one that stands nowhere has no place.
    run(
        &mut session,
        &mut host,
        &["source 'A hospital ← a witness'", "cue 'SAID'", "figure 2 '12 were hurt'"],
    );
    let mark = session.marks()[0].annotation.clone();
    let chain: Vec<String> = mark.attribution.chain.iter().map(|source| words(source.at.as_ref())).collect();
    assert_eq!(chain, ["a hospital", ""]);
    assert_eq!(words(mark.attribution.cue.as_ref().and_then(|cue| cue.at.as_ref())), "said");
    assert_eq!(words(mark.figures[1].words_at()), "12 were hurt");
}
