//! Sentences with their sources and cues, in the seven languages.

use super::*;
use crate::text::TextRange;
use proptest::prelude::*;

fn place(text: &str, words: &str) -> TextRange {
    let at = text.find(words).expect("the words");
    TextRange::from_usize(at..at + words.len())
}

#[test]
fn a_passage_has_the_source_of_its_sentence_and_a_chain_the_outer_first() {
    let text = "A monitor reported on Monday that a nurse told the paper that two boys had drowned.";
    let chain = attribution_at(text, place(text, "two boys"));
    let speakers: Vec<_> = chain.speakers().iter().filter_map(|at| at.of(text)).collect();
    assert_eq!(speakers, ["A monitor", "a nurse"]);
    assert_eq!(chain.first().and_then(|one| one.cue.of(text)), Some("reported"));
}

proptest! {
    #[test]
    fn nothing_panics_and_every_place_is_in_the_text(
        text in "(The |army |said |, |\"|“|”|that |according to |a |spokesman |for |of |\\. |\n|: |― |Ana |\\(|\\)|denied |and |who |by |he |was |claim |é|قال |сообщил ){0,40}"
    ) {
        for one in attributions(&text) {
            let places = [Some(one.cue), one.source, one.named].into_iter().flatten().chain(one.content.clone());
            for range in places {
                prop_assert!(range.of(&text).is_some_and(|words| !words.is_empty()), "{one:?}");
            }
            let _chain = attribution_at(&text, one.cue);
        }
    }
}
