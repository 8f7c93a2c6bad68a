//! What is proposed for texts of our own.

use super::*;
use crate::sidecar::codebook::builtin;

fn told(text: &str) -> Vec<(String, String, String)> {
    let document = Document::plain(text);
    let found = proposals(&document, &builtin(), Rules::built_in());
    let row = |proposal: &Proposal| {
        let words = |range: TextRange| range.of(document.text()).unwrap_or_default().to_owned();
        let sources: Vec<&str> = proposal.sources.iter().map(|source| source.name.as_str()).collect();
        (proposal.tag.to_string(), words(proposal.range), sources.join(" ← "))
    };
    found.iter().map(row).collect()
}

fn row(tag: &str, words: &str, source: &str) -> (String, String, String) {
    (tag.to_owned(), words.to_owned(), source.to_owned())
}

#[test]
fn each_tag_is_proposed_by_its_signs_with_its_source() {
    let text = "The army denied that it had shelled the mill.\n\n\
                A nurse said the road was cut.\n\n\
                Many were injured, and more than 35 people were killed, a hospital reported.\n\n\
                It is a disgrace that nobody was warned.\n\n\
                The bridge was built in 1890.";
    assert_eq!(
        told(text),
        [
            row("denial", "The army denied that it had shelled the mill", "the army"),
            row("claim", "the road was cut", "a nurse"),
            row("casualty-report", "Many were injured", "a hospital"),
            row("casualty-report", "more than 35 people were killed", "a hospital"),
            row("opinion", "It is a disgrace that nobody was warned", ""),
        ]
    );
}

#[test]
fn rules_of_a_folder_propose_by_words_of_its_own() {
    let rules = Rules::with("[words.en.sure]\nclaims = 'whisper'\n").expect("rules");
    let document = Document::plain("Sailors whispered that the ship was cursed.");
    let found = proposals(&document, &builtin(), &rules);
    let tags: Vec<&str> = found.iter().map(|proposal| proposal.tag.as_str()).collect();
    assert_eq!(tags, ["claim"]);
    assert_eq!(proposals(&document, &builtin(), Rules::built_in()), []);
}

#[test]
fn a_tag_that_the_codebook_lacks_is_not_proposed() {
    let mut codebook = builtin();
    codebook.tags.retain(|tag| tag.id.as_str() != "denial");
    let document = Document::plain("The army denied that it had shelled the mill.");
    let tags: Vec<TagId> =
        proposals(&document, &codebook, Rules::built_in()).into_iter().map(|proposal| proposal.tag).collect();
    assert!(!tags.contains(&TagId::new("denial")), "{tags:?}");
}
