//! Which places passages name, and what follows from it.

use super::place::Gazetteer;
use super::tests::{account, together};
use super::{Account, incidents};
use crate::anchor::{KeptTexts, Placers};
use crate::article::Article;
use crate::document::Document;
use crate::layer::Codebook;
use crate::library::Entry;
use std::sync::Arc;

#[test]
fn a_passage_names_a_place_that_its_article_is_not_about() {
    let known = ["", "aleppo", "Deir Ezzor", "Hasakeh", "idlib", "Raqqa", "Syria", "Homs"];
    let entries: Vec<Entry> = known.map(about).into();
    let gazetteer = Gazetteer::of(&entries);
    for (passage, named) in [
        ("Eight people were killed in Raqa on Friday", Some("Raqqa")),
        ("ocho muertos en Hasakah, Siria", Some("Hasakeh")),
        ("near the city of Deir al-Ezzor, twelve died", Some("Deir Ezzor")),
        ("قتل ثمانية", None),
        ("Four died in Idlib and six in Raqqa", None),
        ("Four died on the road from Aleppo to Idlib", None),
        ("The home front: homs were raqqa", None),
        ("Twelve died in Syria", None),
        ("Twelve died at Home", None),
    ] {
        assert_eq!(gazetteer.named_in(passage, "aleppo"), named, "{passage}");
    }
    assert_eq!(gazetteer.named_in("Four died in Idlib", ""), Some("idlib"));
    assert_eq!(Gazetteer::default().named_in("Four died in Idlib", ""), None);
}

fn about(place: &str) -> Entry {
    let document = Arc::new(Document::plain("Words."));
    let article =
        Article::new(Placers::new(document, KeptTexts::new()), Codebook::default(), Vec::new(), None);
    let mut entry = Entry::opened("a.txt", &article);
    entry.place = place.into();
    entry
}

#[test]
fn what_a_passage_names_leads_and_its_article_may_be_right_all_the_same() {
    // The first is in an article on Homs and names Hama.
    let found = together(
        "2017-04-12 Hama A killed 20 or Homs
         2017-04-12 Hama B killed 21
         2017-04-12 Homs C killed 22",
    );
    assert_eq!(found, [vec!["m1", "m2"], vec!["m3"]]);
    // By words it may be of the article's place.
    let found = |words: [&str; 2]| {
        let [one, other] = words.map(|words| format!("Warplanes hit {words}, killing many"));
        let accounts = [("Hama", "Homs", one), ("Homs", "", other)];
        let accounts = accounts.into_iter().enumerate().map(|(nth, (place, other_place, quote))| {
            let plain = account(nth + 1, "2017-04-12 X . killed 20");
            Arc::new(Account {
                place: place.into(),
                other_place: other_place.into(),
                quote: quote.into(),
                ..plain
            })
        });
        incidents(accounts.collect(), &[]).len()
    };
    assert_eq!(found(["a bakery and a mosque of Hama people", "the mosque and the bakery"]), 1);
    assert_eq!(found(["a bakery and a mosque of Hama people", "a school of the suburb"]), 2);
}
