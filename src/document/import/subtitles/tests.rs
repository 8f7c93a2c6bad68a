//! Subtitles in, cues out.

use crate::document::import::tests::{check_promises, read, show};
use crate::document::import::{Extent, Importer, Options, import};
use crate::text::TextSize;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// The blocks with their labels, and what is left out.
fn check(file: &str, name: &str, expected: Expect) {
    let warned = read(file, name);
    assert_eq!(warned.value.reading().importer, Importer::Subtitles);
    let mut shown = show(&warned);
    for block in warned.value.blocks() {
        writeln!(shown, "@ {}", block.label.as_deref().unwrap_or("-")).expect("a string");
    }
    for passage in warned.value.left_out() {
        writeln!(shown, "- {} {} | {}", passage.before, passage.why.name(), passage.text.replace('\n', "⏎"))
            .expect("a string");
    }
    expected.assert_eq(&shown);
}

#[test]
fn sub_rip_as_players_read_it() {
    check(
        "\u{feff}1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>The pier</i> broke <b>on\r\nSunday</b>.\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000 X1:10 X2:20\r\n{\\an8}- Who &amp; why? <laughs>\r\n- <font color=\"#fff\">Nobody</font> knows: 3 < 4.\r\n3\r\n01:02:03,000 --> 01:02:04,000\r\nSaid the owner.\r\n\r\nAnd left.\r\n\r\n4\r\n01:02:05,000 --> 01:02:06,000\r\n\r\n",
        "a.srt",
        expect![[r#"
            paragraph | The pier broke on⏎Sunday.
                emphasis: The pier
                strong: on
            Sunday
            paragraph | - Who & why? <laughs>⏎- Nobody knows: 3 < 4.
            paragraph | Said the owner.
            paragraph | And left.
            @ 00:00:01–00:00:03
            @ 00:00:04–00:00:06
            @ 01:02:03–01:02:04
            @ -
        "#]],
    );
}

#[test]
fn web_vtt_with_its_head_notes_and_voices() {
    check(
        "WEBVTT - The pier\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\nNOTE ask again\n\nfirst\n00:01.000 --> 00:03.000 align:start\n<v Ana Example>It <c.loud>broke</c>.</v>\n<v Ben>No, <00:00:02.000>it did not.\n\n00:04.000 --> 00:05.000\n<v Ana Example>It <lang en>did</lang>.\n",
        "a.vtt",
        expect![[r#"
            paragraph | It broke.
            paragraph | No, it did not.
            paragraph | It did.
            @ 00:00:01–00:00:03 Ana Example
            @ 00:00:01–00:00:03 Ben
            @ 00:00:04–00:00:05 Ana Example
            - 0 remark | STYLE⏎::cue { color: red }
            - 0 remark | NOTE ask again
        "#]],
    );
}

#[test]
fn captions_that_roll_are_read_once() {
    let mut file = String::from("WEBVTT\n\n");
    let lines = ["the pier broke", "on sunday at noon", "nobody was hurt", "said the owner", "of the pier"];
    for (n, pair) in lines.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let cue = format!("00:0{n}.000 --> 00:0{n}.500\n{a}\n<00:00:01.000><c>{b}</c>\n\n");
        file.push_str(&cue);
        file.push_str(&format!("00:0{n}.500 --> 00:0{n}.510\n{b}\n \n\n"));
    }
    let document = read(&file, "a.vtt").value;
    assert_eq!(
        document.text(),
        "the pier broke\non sunday at noon\n\nnobody was hurt\n\nsaid the owner\n\nof the pier"
    );
    // A song's chorus is sung again.
    let song = "1\n00:00:01,000 --> 00:00:02,000\nAgain\n\n2\n00:00:02,000 --> 00:00:03,000\nAgain\n";
    assert_eq!(read(song, "a.srt").value.text(), "Again\n\nAgain");
}

#[test]
fn subtitles_are_told_by_what_is_in_them() {
    let kind = |file: &str, name: &str| read(file, name).value.reading().importer;
    let cue = "00:00:01,000 --> 00:00:02,000\nWords.\n";
    assert_eq!(kind(&format!("1\n{cue}"), "a.txt"), Importer::Subtitles);
    assert_eq!(kind(&format!("\n{cue}"), "a"), Importer::Subtitles);
    assert_eq!(kind("WEBVTT\n", "a.txt"), Importer::Subtitles);
    assert_eq!(kind("1\nWords --> more\n", "a.txt"), Importer::Plain);
    assert_eq!(kind("Notes on\nthe film.\n", "a.srt"), Importer::Plain);
    assert_eq!(kind(&format!("Notes.\n\n{cue}"), "a.srt"), Importer::Subtitles);
    assert_eq!(kind(&format!("1\n{cue}"), "a.md"), Importer::Markdown);
}

#[test]
fn every_word_is_found_in_the_file() {
    let file = "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Die Brücke</i> fiel &lt;dort&gt;\r\num Mittag.  \r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nNiemand.";
    let document = read(file, "a.srt").value;
    for word in ["Die", "Brücke", "um", "Mittag", "Niemand"] {
        let at = TextSize::from_usize(document.text().find(word).expect("a word"));
        let source = document.source_map().to_source(at).expect("a place");
        assert!(file[source.to_usize()..].starts_with(word), "{word}");
    }
}

#[test]
fn notes_are_taken_in_on_demand() {
    let file = "WEBVTT\n\nNOTE\nask\nagain\n\n00:01.000 --> 00:02.000\nWords.\n";
    let options = Options { extent: Extent::WithLeftOut, ..Options::default() };
    let document = import(file.as_bytes(), "a.vtt", &options).expect("a text").value;
    check_promises(&document);
    assert_eq!(document.text(), "NOTE\nask\nagain\n\nWords.");
    assert!(document.left_out().is_empty());
}

#[test]
fn damaged_subtitles_are_read() {
    let pieces = [
        "WEBVTT",
        "\n",
        "\n\n",
        "1",
        "00:00:01,000",
        " --> ",
        "00:02.000",
        "<v ",
        ">",
        "<i>",
        "</i>",
        "{\\an8}",
        "NOTE ",
        "words",
        "é",
        "&amp;",
        "<",
        "99999999:00:00",
        "\u{a0}",
    ];
    let mut state = 7_u64;
    for _ in 0..3_000 {
        let mut file = String::new();
        for _ in 0..20 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            file.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        read(&file, "a.srt");
        read(&format!("WEBVTT\n\n{file}"), "a.vtt");
    }
}

#[test]
fn a_line_that_holds_a_space_does_not_end_a_cue_that_has_no_words_yet() {
    check(
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.510 align:start position:0%\n \nthe<00:00:00.320><c> army</c><00:00:00.640><c> denied</c>\n\n00:00:02.510 --> 00:00:02.520\nthe army denied\n \n\n00:00:02.520 --> 00:00:05.000\nthe army denied\nthat<00:00:02.800><c> it</c><00:00:03.000><c> had</c>\n\n00:00:05.000 --> 00:00:05.010\nthat it had\n \n\n00:00:05.010 --> 00:00:08.000\nthat it had\nfired\n",
        "a.vtt",
        expect![[r#"
            paragraph | the army denied
            paragraph | that it had
            paragraph | fired
            @ 00:00:00–00:00:02
            @ 00:00:02–00:00:05
            @ 00:00:05–00:00:08
        "#]],
    );
}
