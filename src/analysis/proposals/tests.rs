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
fn date_lines_headlines_and_signatures_belong_to_no_passage() {
    let reported = "At least 16 people were killed in Hamra on Friday";
    for lead in
        ["Published July 4 2015 ", "Date of publication 5 July 2016 ", "Sun 16 Apr 2017 ", "29-07-2015 "]
    {
        assert_eq!(told(&format!("{lead}{reported}.")), [row("casualty-report", reported, "")], "{lead}");
    }
    let found = told(&format!(
        "A market burns in Hamra\n\nA market burns in Hamra AFP Sunday 15 Feb 2015 {reported}."
    ));
    assert_eq!(found, [row("casualty-report", reported, "")]);
    let document =
        "A market burns in Hamra - World - The Daily\n\nA market burns in Hamra AFP Sunday 15 Feb 2015 ";
    assert_eq!(told(&format!("{document}{reported}.")), [row("casualty-report", reported, "")]);
    let found = told("Villagers said they heard the blast. --Reuters");
    assert_eq!(found, [row("claim", "they heard the blast", "Villagers")]);
}

#[test]
fn a_row_of_headlines_at_the_foot_of_a_page_says_nothing() {
    let row = "Dozens Killed in Hamra Market Blast - State Media Farmers Defend Their Fields From Raiders \
               Ministry Says 20 Soldiers Killed in Ambush Near Tabqa Army Denies It Shelled the Mill";
    assert_eq!(told(&format!("A road in Hamra\n\nThe road was cut. {row}")), []);
    // A headline of the article's own is one.
    let document = Document::plain(row);
    assert!(!edges::is_row_of_headlines(
        document.text(),
        TextRange::from_usize(0..document.text().len()),
        row
    ));
}

#[test]
fn the_end_of_a_date_is_no_part_of_a_source() {
    let found = told("The shelling stopped. 5 2016 Hamra Watch said the road was cut.");
    assert_eq!(found, [row("claim", "the road was cut", "Hamra Watch")]);
}

#[test]
fn what_pages_print_around_a_sentence_belongs_to_no_passage() {
    let reported = "An air raid killed at least 16 people in Hamra on Friday";
    for lead in [
        "Last updated at Apr 152017 BEIRUT ",
        "(Photo by an agency) ",
        "Tags Hamra market raid children ",
        "Published August 1 2016 SEND httpexample.orgEsx ",
        "- Children among the dead - ",
    ] {
        assert_eq!(
            told(&format!("The road was cut. {lead}{reported}.")),
            [row("casualty-report", reported, "")],
            "{lead}"
        );
    }
    let found = told("Air raid kills 16 in Hamra | The Daily");
    assert_eq!(found, [row("casualty-report", "Air raid kills 16 in Hamra", "")]);
}

#[test]
fn a_clause_ends_where_another_quotation_or_matter_begins() {
    let of = |text: &str| told(text);
    assert_eq!(
        of(
            "\"A man drove a van into the yard. Four people were killed in the attack\" said the director of the clinic."
        ),
        [row("casualty-report", "Four people were killed in the attack", "the director of the clinic")]
    );
    let found = of("Six people were also reported killed in shelling of the harbour.");
    assert_eq!(
        found,
        [row("casualty-report", "Six people were also reported killed in shelling of the harbour", "")]
    );
    let found = of("A nurse who spoke to the paper said that the road was cut.");
    assert_eq!(found, [row("claim", "the road was cut", "a nurse")]);
    let found = of(
        "A police source confirmed the toll to the agency and said the bomber had stood in front of a bakery.",
    );
    assert!(
        found.contains(&row("claim", "the bomber had stood in front of a bakery", "a police source")),
        "{found:?}"
    );
}

#[test]
fn a_source_at_the_end_is_taken_where_the_comma_was_lost() {
    let of = |text: &str| told(text);
    assert_eq!(
        of("Two rockets hit the market and 35 people were killed a hospital in Tabqa said on Sunday."),
        [row(
            "casualty-report",
            "Two rockets hit the market and 35 people were killed",
            "a hospital in Tabqa"
        )]
    );
    assert_eq!(
        of(
            "A nurse in Hamra who spoke on condition of anonymity told the paper that 300 men were executed there."
        ),
        [row(
            "casualty-report",
            "A nurse in Hamra who spoke on condition of anonymity told the paper that 300 men were executed there",
            "a nurse in Hamra"
        )]
    );
    let found = of("The bridge was already cut in two pieces he told the agency by telephone from Hamra.");
    assert_eq!(
        found.first().map(|row| row.1.as_str()),
        Some("The bridge was already cut in two pieces"),
        "{found:?}"
    );
    assert_eq!(of("Ground forces backed by warplanes took the hill."), []);
    assert_eq!(of("A group of rebels called Dawn holds the hill."), []);
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

#[test]
fn who_says_it_and_what_is_said_are_told_where_nobody_claims_and_signs_were_lost() {
    assert_eq!(told("No group has claimed responsibility for the attack."), []);
    let found = told("We will clear the whole coast he said referring to the wreckers.");
    assert_eq!(found, [row("claim", "We will clear the whole coast", "he")]);
    let found = told("At least 20 people were killed in Hamra, the monitor said.");
    assert_eq!(found, [row("casualty-report", "At least 20 people were killed in Hamra", "the monitor")]);
}

#[test]
fn a_clause_is_cut_at_what_joins_clauses_and_at_no_other_and() {
    let spans = |text: &str| told(text).into_iter().map(|row| row.1).collect::<Vec<_>>();
    let whole = "The raids in the morning hit the only clinic for women and children in the town of Upper Hamra before \
                 dawn killing two nurses";
    assert_eq!(spans(&format!("{whole}.")), [whole]);
    let whole = "Raiders who hold the eastern parts of the old town and in places the western outskirts fired rockets on \
                 the mill killing three people";
    assert_eq!(spans(&format!("{whole}.")), [whole]);
    let behind = "40 people were injured";
    let text = format!(
        "The market burnt for three days before the rain came over the hills from the coast and {behind}."
    );
    assert_eq!(spans(&text), [behind]);
}

#[test]
fn a_caption_before_a_sentence_belongs_to_no_passage() {
    let reported = "At least nine people were killed in Hamra";
    for lead in ["24.07.2016Get short link 124 ", "A guard runs past a mill in Hamra (An agency) "] {
        assert_eq!(
            told(&format!("The road was cut. {lead}{reported}.")),
            [row("casualty-report", reported, "")]
        );
    }
}

#[test]
fn what_is_told_ends_where_another_source_begins_and_is_said_with_who_did_it() {
    let found = told(
        "The monitor reported that 56 people were killed at the mill on July 19 and Colonel Omar Rahim said there was proof.",
    );
    let expected = [
        row(
            "casualty-report",
            "The monitor reported that 56 people were killed at the mill on July 19",
            "the monitor",
        ),
        row("claim", "there was proof", "Colonel Omar Rahim"),
    ];
    assert!(expected.iter().all(|row| found.contains(row)), "{found:?}");
    assert!(found.iter().all(|(_, words, _)| !words.contains(" and ")), "{found:?}");
    let found = told("The Harbour Front claimed the attack in a letter.");
    assert_eq!(
        found,
        [row("claim", "The Harbour Front claimed the attack in a letter", "the Harbour Front")]
    );
    let found = told("A bomb blast claimed by the Harbour Front killed at least 44 people in Hamra.");
    let whole = "A bomb blast claimed by the Harbour Front killed at least 44 people in Hamra";
    assert_eq!(found, [row("casualty-report", whole, "")]);
    let found = told(
        "The raids killed more than 20 people on Sunday monitoring group the Hamran Observatory reported.",
    );
    assert_eq!(
        found,
        [row("casualty-report", "The raids killed more than 20 people on Sunday", "the Hamran Observatory")]
    );
    let found = told("HAMRA (Agency) According to the Harbour Front more than 30 guards were killed.");
    let whole = "According to the Harbour Front more than 30 guards were killed";
    assert_eq!(found, [row("casualty-report", whole, "the Harbour Front")]);
    let found = told("A spokesman for the coast guard said on Wednesday it had opened an inquiry.");
    assert_eq!(found, [row("claim", "it had opened an inquiry", "a spokesman for the coast guard")]);
    let found = told("The envoy accused the army of a delay.");
    assert_eq!(found, [row("claim", "The envoy accused the army of a delay", "the envoy")]);
    let found = told(
        "The council denied that it had flooded the lower town in the night, accusing the army of a delay.",
    );
    assert!(found.contains(&row("claim", "accusing the army of a delay", "the council")), "{found:?}");
}
