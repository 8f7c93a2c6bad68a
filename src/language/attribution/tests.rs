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

#[test]
fn a_pronoun_means_whom_the_text_heard_it_from_where_it_can_stand_for_them() {
    for (text, meant) in [
        (
            "An activist from Hamra said rebels claimed the mill. He said the road was cut.",
            "An activist from Hamra",
        ),
        (
            "The envoy condemned a raid on the mill. Residents claimed the dam. He said it was a crime.",
            "The envoy",
        ),
        (
            "A spokesman said the sites were clean. The government reported a leak. It said two had died.",
            "The government",
        ),
        (
            "The ministry denied it. A doctor said the well was dry. It said the toll would rise.",
            "The ministry",
        ),
        ("A nurse said it. We ask for peace the envoy said. He added that it was late.", "the envoy"),
        ("The envoy said the raid claimed to be over was not. He added that it was late.", "The envoy"),
        ("Residents said the pumps had stopped. They said the well was dry.", "Residents"),
    ] {
        let found = attributions(text);
        let speaker = found.last().and_then(Attributed::speaker).and_then(|at| at.of(text));
        assert_eq!(speaker, Some(meant), "{text}: {found:?}");
    }
}

#[test]
fn a_quotation_that_has_ended_goes_on_in_no_sentence_behind() {
    let text = "\"Some may have been taken to Hamra. The count is yet to begin\" the mayor said. A raid killed 26 people.";
    assert_eq!(attribution_at(text, place(text, "26 people")).speakers(), []);
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
