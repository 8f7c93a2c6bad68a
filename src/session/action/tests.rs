//! The text form of every action, there and back.

use super::*;

#[test]
fn every_action_reads_what_it_writes() {
    let lines = [
        "select 'he said' 2",
        "select 4..10",
        "select-more 'it\\'s'",
        "caret 'x'",
        "caret end",
        "span 4 2",
        "clear",
        "mark",
        "tag denial",
        "tag denial a1",
        "tag-all claim 'the army'",
        "tag-all claim 'arm(y|ies)' case word regex",
        "untag a1 claim",
        "retag claim",
        "test yes no",
        "test a1 no no yes no keep",
        "test a1 yes 'it says \\'no\\''",
        "note a1 'see p. 4'",
        "add-note a1 'so says the army'",
        "source 'the army ← a hospital'",
        "source-here k1",
        "source-here",
        "figure k1 'more than 35'",
        "figure + 'as many again'",
        "figure k1 2 ''",
        "figure-set k1 1 low '30'",
        "figure-set 2 when '2017-06'",
        "take-figures k1",
        "convention acled",
        "no-figure",
        "no-figure k1 2",
        "take-source k1",
        "cue k1 'said'",
        "certainty 'certain'",
        "source-actor k1 2 'army'",
        "delete",
        "move a1 'x' 2 4..6 bytes:4..6",
        "link a1 denies c1",
        "link a1 denies 0198c1f2a4b07c3d8e5f60718293a4b5 in 6b446b9e-ce9d-5309-a4d0-b494cef2d413",
        "link-words a1 denies 'eight died' 2 4..6",
        "relink a1 denies c1 partly-denies",
        "unlink a1 denies c1",
        "imply claim 'It fired.'",
        "confirm a1",
        "confirm",
        "confirm a1 2",
        "confirm 12",
        "put a1 'words' 2",
        "put a1 3..9 12..14",
        "focus",
        "hand-in",
        "take-back",
        "copy b1",
        "propose",
        "propose none",
        "propose again",
        "proposal 3",
        "accept-proposal",
        "accept-proposal 3",
        "refuse-proposal",
        "refuse-proposal 12",
        "show 'Ben'",
        "hide 'Ben'",
        "undo",
        "redo",
        "restore 2026-11-22",
        "save",
        "reopen",
        "actor group 'ISIL' 'ISIS' 'Islamic state'",
        "actor split 'LIH'",
        "actor note 'SDS' 'the alliance'",
        "actor reading 'LIH' 'ISIL'",
        "actor remove 'SDS'",
        "incident join 'The market' a1 b2c3",
        "incident join a1 b2c3",
        "incident split a1",
        "incident name 'The market' 'The lower market'",
        "incident name a1 'The market'",
        "incident remove b2c3",
        "reply a1 'Who counted them?'",
        "resolve a1 ''",
        "verdict a1 undecided 'one source only'",
        "not-found 'remove' 'in the archive'",
        "not-found remove 'a second hospital'",
        "correct 'raids/raid.txt' date '2017-04-16'",
        "correct 'raid.txt' outlet 'The Vostra Herald'",
        "correct 'raid.txt' outlet ''",
        "verdict 'The market' 'as good as sure' 'two hospitals agree'",
    ];
    for line in lines {
        let action: Action = line.parse().unwrap();
        assert_eq!(action.to_string(), line);
    }
}

#[test]
fn a_wrong_line_says_what_would_be_right() {
    let error = "tag".parse::<Action>().unwrap_err();
    assert_eq!(
        (error.to_string().as_str(), error.hint().as_deref()),
        ("`tag` was given the wrong words", Some("tag TAG [ID]"))
    );
    assert_eq!("dance".parse::<Action>().unwrap_err().to_string(), "there is no action `dance`");
    for line in [
        "",
        "select",
        "select 'a' 0",
        "select 9..4",
        "move a1",
        "link a b",
        "link a denies b in c",
        "tag-all claim",
        "tag-all claim ' '",
    ] {
        assert!(line.parse::<Action>().is_err(), "{line}");
    }
}
