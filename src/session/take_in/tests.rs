//! Where marks land that are taken in: as they will when the article is opened again.

use super::*;
use crate::anchor::Placement;
use crate::document::import::Options;
use crate::host::MemoryHost;
use crate::layer::{Annotator, AnnotatorId};
use crate::session::Action;
use std::path::Path;
use uuid::Uuid;

const ARTICLE: &str = "/desk/a.txt";

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

fn write(host: &mut MemoryHost, text: &str) {
    host.files.insert(ARTICLE.into(), text.as_bytes().to_vec());
}

/// Takes the file of Ben's layer away, as something that he sends.
fn sent_by_ben(host: &mut MemoryHost) -> LayerFile {
    let path = host.files.keys().find(|path| path.display().to_string().contains(".ben-")).unwrap().clone();
    LayerFile::read(&host.files.remove(&path).unwrap()).value
}

fn places(session: &Session) -> Vec<(AnnotationId, Placement)> {
    let placements = session.layers().iter().flat_map(|placed| placed.placements.iter());
    placements.map(|(id, placement)| (id, placement.clone())).collect()
}

const SAID: &str = "On Monday he said so at noon. Rain fell. Nobody asked. On Friday he said so at night.";
const SAID_LATER: &str = "Rain fell, and Tuesday he said so too. Nobody asked. Late he said so.";

#[test]
fn what_is_taken_in_is_placed_by_the_text_that_was_kept() {
    let mut host = MemoryHost::with(ARTICLE, SAID.as_bytes());
    let mut ben = open(&host, "Ben");
    run(&mut ben, &mut host, &["select 'he said' 2", "tag claim", "save"]);
    let made_on = ben.document().digest();
    let sent = sent_by_ben(&mut host);
    write(&mut host, SAID_LATER);
    let mut ana = open(&host, "Ana");
    ana.take_in(&sent, &mut host).unwrap();
    assert_eq!(ana.article().placers().kept(made_on), Some(SAID));
    let taken = places(&ana);
    run(&mut ana, &mut host, &["save"]);
    assert_eq!(places(&open(&host, "Ana")), taken);
    run(&mut ana, &mut host, &["undo", "redo"]);
    assert_eq!(places(&ana), taken);
}

/// A layer file has one thing of an id: a mark that took the place of a link would be lost, or the link.
#[test]
fn a_mark_that_comes_with_the_id_of_a_link_gets_its_own() {
    let mut host = MemoryHost::with(ARTICLE, SAID.as_bytes());
    let mut ben = open(&host, "Ben");
    run(&mut ben, &mut host, &["select 'he said' 2", "tag denial", "save"]);
    let bens_mark = ben.my_layer().unwrap().layer.annotations().next().unwrap().id;
    let path = host.files.keys().find(|path| path.display().to_string().contains(".ben-")).unwrap().clone();
    let bens_file = String::from_utf8(host.files.remove(&path).unwrap()).unwrap();
    let mut ana = open(&host, "Ana");
    let marks = ["select 'Nobody asked'", "tag denial", "select 'he said so at noon'", "tag claim"];
    run(&mut ana, &mut host, &marks);
    let ids: Vec<String> =
        ana.my_layer().unwrap().layer.annotations().map(|mark| mark.id.0.simple().to_string()).collect();
    run(&mut ana, &mut host, &[&format!("link {} denies {}", ids[0], ids[1]), "save"]);
    let link = ana.my_layer().unwrap().layer.relations().next().unwrap().id;
    let sent = bens_file.replace(&bens_mark.0.to_string(), &link.0.to_string());
    assert_ne!(sent, bens_file);
    ana.take_in(&LayerFile::read(sent.as_bytes()).value, &mut host).unwrap();
    run(&mut ana, &mut host, &["save"]);
    let again = open(&host, "Ana");
    let mine = &again.my_layer().unwrap().layer;
    assert_eq!((mine.annotations().count(), mine.relations().count()), (3, 1));
}
