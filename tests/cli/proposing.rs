//! `postil propose`: what it lists and writes, and the actions that accept and refuse.

use crate::Desk;

const TEXT: &str = "The army denied that it had shelled the mill.\n\nMany were injured, and more than 35 people were \
                    killed, a hospital reported.\n";

#[test]
fn proposals_have_their_reason_source_and_cue_in_code_points() {
    let desk = Desk::with("raid.txt", TEXT);
    assert_eq!(
        desk.run(&["propose", "raid.txt"]),
        "  1 Denial 0.90: “The army denied that it had shelled the mill” (paragraph 1)\n    \
         somebody denies: “denied”; by the army\n  \
         2 Casualty report 0.90: “Many were injured” (paragraph 2)\n    \
         people injured: “Many”; by a hospital\n  \
         3 Casualty report 0.90: “more than 35 people were killed” (paragraph 2)\n    \
         people killed: “more than 35 people”; by a hospital\n"
    );
    let json = desk.run(&["propose", "--json", "raid.txt"]);
    for expected in [
        "\"start\": 0,\n    \"end\": 44,",
        "\"tag\": \"denial\",",
        "\"score\": 0.9,",
        "\"source\": {\n      \"text\": \"The army\",\n      \"start\": 0,\n      \"end\": 8\n    }",
        "\"cue\": {\n      \"text\": \"denied\",\n      \"start\": 9,\n      \"end\": 15\n    }",
    ] {
        assert!(json.contains(expected), "{expected} in {json}");
    }
    assert!(!desk.run(&["list", "raid.txt"]).contains("Postil cues"), "nothing is written unasked");
}

#[test]
fn proposals_are_written_as_marks_of_an_annotator_of_their_own_once() {
    let desk = Desk::with("raid.txt", TEXT);
    desk.run(&["propose", "--write", "raid.txt"]);
    let listed = desk.run(&["list", "raid.txt"]);
    assert!(listed.contains("Postil cues 1"), "{listed}");
    assert!(listed.contains("denied that it had shelled"), "{listed}");
    assert_eq!(desk.run(&["propose", "--write", "raid.txt"]), "", "they are marked so already");
    assert_eq!(desk.run(&["list", "raid.txt"]), listed);
}

#[test]
fn an_accepted_proposal_is_a_mark_that_keeps_who_proposed_it() {
    let desk = Desk::with("raid.txt", TEXT);
    let shown = desk.run_with(
        &["run", "--as", "Ana", "raid.txt"],
        "propose\naccept-proposal 1\nrefuse-proposal 2\naccept-proposal 3\n",
    );
    assert!(shown.contains("denial"), "{shown}");
    let json = desk.run(&["list", "--json", "raid.txt"]);
    assert!(json.contains("a hospital") && json.contains("\"stated\": 35"), "{json}");
    let refused = desk.run_with(&["run", "--as", "Ana", "raid.txt"], "propose\naccept-proposal 1\n");
    assert!(refused.contains("there is no open proposal 1 of 3"), "{refused}");
    let refused = desk.run_with(&["run", "--as", "Ana", "raid.txt"], "accept-proposal 1\n");
    assert!(refused.contains("nothing was proposed yet"), "{refused}");
}

#[test]
fn what_was_refused_is_not_proposed_again_until_it_is_asked_for() {
    let desk = Desk::with("raid.txt", TEXT);
    desk.run_with(&["run", "--as", "Ana", "raid.txt"], "propose\nrefuse-proposal 1\n");
    let refused = desk.run_with(&["run", "--as", "Ana", "raid.txt"], "propose\naccept-proposal 1\n");
    assert!(refused.contains("there is no open proposal 1 of 3"), "{refused}");
    let accepted = desk.run_with(&["run", "--as", "Ana", "raid.txt"], "propose again\naccept-proposal 1\n");
    assert!(accepted.contains("denial"), "{accepted}");
    let other = desk.run_with(&["run", "--as", "Ben", "raid.txt"], "propose\nrefuse-proposal 1\n");
    assert!(!other.contains("there is no open proposal"), "{other}");
}

#[test]
fn a_folder_has_rules_of_its_own_and_wrong_ones_are_named() {
    let mut desk = Desk::with("raid.txt", "Sailors whispered that the ship was cursed.\n");
    assert_eq!(desk.run(&["propose", "raid.txt"]), "");
    desk.article("proposals.postil.toml", b"[words.en.sure]\nclaims = 'whisper'\n");
    assert!(desk.run(&["propose", "raid.txt"]).contains("the ship was cursed"));
    desk.article("proposals.postil.toml", b"least = 'high'\n");
    let refused = desk.run(&["propose", "raid.txt"]);
    assert!(refused.contains("proposals.postil.toml: the key `least` of the rules"), "{refused}");
}
