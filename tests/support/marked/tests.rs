//! Examples of every form.

use crate::article::marked::{Marked, document, layer, parse};
use expect_test::{Expect, expect};
use postil::anchor::{KeptTexts, Placers};
use postil::document::Timestamp;
use postil::layer::{
    Annotator, AnnotatorId, Codebook, Layer, Placements, RelationKind, RelationSlug, Shape, Tag, TagId,
};
use std::sync::Arc;
use uuid::Uuid;

pub(super) fn codebook() -> Codebook {
    let tag = |slug: &str| Tag {
        id: TagId::new(slug),
        label: slug.to_owned(),
        plural: slug.to_owned(),
        key: None,
        shape: Shape::Solid,
        light: 0,
        dark: 0,
        description: String::new(),
        carries: Vec::new(),
        questions: Vec::new(),
    };
    let relation = |slug: &str| RelationKind {
        id: RelationSlug::new(slug),
        label: slug.to_owned(),
        inverse: slug.to_owned(),
        from: Vec::new(),
        to: Vec::new(),
    };
    Codebook {
        tags: ["claim", "denial", "casualty-report", "opinion"].map(tag).to_vec(),
        relations: ["denies", "repeats"].map(relation).to_vec(),
        ..Codebook::default()
    }
}

fn annotator() -> Annotator {
    Annotator { id: AnnotatorId(Uuid::from_u128(1)), name: "Ana".to_owned() }
}

fn read(marked: &str) -> Marked {
    parse(marked, &codebook()).unwrap_or_else(|error| panic!("{error}, in {marked:?}"))
}

/// `marked` is the one form of what it says, also by way of a layer that is placed.
#[track_caller]
fn check(marked: &str) {
    check_becomes(marked, marked);
}

/// `marked` is written as `expected`.
#[track_caller]
fn check_becomes(marked: &str, expected: &str) {
    let read = read(marked);
    assert_eq!(read.write(), expected);
    assert_eq!(self::read(expected), read);
    let placed = by_way_of_layers(&read);
    if !marked.contains("! ") && !marked.contains('?') {
        assert_eq!(placed, read);
    }
}

/// What becomes of `marked` when its layers are made, placed and taken again.
pub(super) fn by_way_of_layers(marked: &Marked) -> Marked {
    let document = document(marked);
    let now = Timestamp::from_seconds(0);
    let layers: Vec<Layer> =
        (0..marked.layers.len()).map(|i| layer(marked, i, &document, annotator(), now)).collect();
    let placers = Placers::new(Arc::new(document.clone()), KeptTexts::new());
    let placements: Vec<Placements> = layers.iter().map(|layer| Placements::of(layer, &placers)).collect();
    let named = marked.layers.iter().zip(&layers).zip(&placements);
    let named: Vec<_> =
        named.map(|((marked, layer), placements)| (marked.name.as_str(), layer, placements)).collect();
    Marked::of(&document, &named, &marked.selection)
}

fn check_refused(marked: &str, expected: Expect) {
    let refusal = match parse(marked, &codebook()) {
        Ok(read) => format!("{read:?}"),
        Err(error) => error.to_string(),
    };
    expected.assert_eq(&refusal);
}

#[test]
fn a_mark_has_a_tag_and_an_id() {
    check("The army [denial#d1:denied] it.");
    check_becomes("The army [denial:denied] [claim:it].", "The army [denial#a1:denied] [claim#a2:it].");
    check_becomes(
        "[claim:One] [claim#a1:two] [claim:three]",
        "[claim#a2:One] [claim#a1:two] [claim#a3:three]",
    );
    check("[claim,opinion#c1:A disgrace.]");
    check("[#a1:words]");
    check("[claim#41c07d2e:words]");
    let (one, other) = ("41c07d2e000040008000000000000000", "41c07d2e9b864f13a5d07e2c81f4b690");
    check(&format!("[claim#{one}:words] [denial#{other} denies {one}:not]"));
    check_becomes(
        &format!("[claim#{other}:words] [denial#d1 denies {other}:not]"),
        "[claim#41c07d2e:words] [denial#d1 denies 41c07d2e:not]",
    );
    check("");
}

#[test]
fn a_relation_stands_in_the_head() {
    check("[claim#c1:Eight died]. It was [denial#d1 denies c1:denied].");
    check("[claim#c1:A] [claim#c2:B] [denial#d1 denies c1 denies c2 repeats c2:C]");
    check_becomes(
        "[denial#d1 repeats c1 denies c1:C] [claim#c1:A]",
        "[denial#d1 denies c1 repeats c1:C] [claim#c1:A]",
    );
}

#[test]
fn marks_nest_and_coincide() {
    check("[claim#c1:Officials said [casualty-report#k1:eight died]]");
    check("[claim#a1:[opinion#a2:Shameful]]");
    check_becomes("[opinion#a2:[claim#a1:Shameful]]", "[claim#a1:[opinion#a2:Shameful]]");
    check_becomes("[opinion:[claim:Shameful]]", "[opinion#a1:[claim#a2:Shameful]]");
}

#[test]
fn a_mark_has_several_pieces() {
    check("[denial#d1:The army denied] on Monday [+d1:that it fired]");
    check("[denial#d1:a][+d1:b]");
    check("[denial#d1:a] [claim#c1:b [+d1:c]]");
}

#[test]
fn the_selection_stands_inside_the_marks() {
    check("The army <|denied|> it.");
    check("The army <|>denied it.");
    check("The army [denial#a1:<|denied|>] it, <|twice|>.");
    check("<|The [denial#a1:army]|>");
    check_becomes("<|[denial#a1:denied]|>", "[denial#a1:<|denied|>]");
}

#[test]
fn a_mark_that_crosses_the_selection_stands_in_a_row() {
    check("The <|army denied|> it.\n           ^^^^^^^^^^^ denial#d1");
}

#[test]
fn crossing_marks_stand_in_rows() {
    check(
        "\
The army denied that eight people died.
    ^^^^^^^^^^^ denial#d1 denies c1
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ claim#c1",
    );
}

#[test]
fn columns_are_those_of_the_line_as_written() {
    check(
        r"The \[[opinion#o1:vile]\] army denied it.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ claim#c1
                          ^^^^^^^^^^^ denial#d1",
    );
}

#[test]
fn a_row_goes_on_over_lines() {
    check(
        "\
One two
    ^^^ claim#c1
three four
^^^^^^^^^^ &c1
      ^^^^ denial#d1

five six
^^^^ &c1
^^^^^^^^ &d1",
    );
}

#[test]
fn the_column_past_a_line_is_its_line_feed() {
    check("ab\n ^^ claim#c1\n  ^ denial#d1\ncd\n^ &d1");
}

#[test]
fn rows_have_further_pieces() {
    check(
        "\
The army denied that eight people died.
    ^^^^^^^^^^^ denial#d1
         ^^^^^^^^^^^ claim#c1
                           ^^^^^^ +d1
                                  ^^^^ +c1",
    );
}

#[test]
fn an_unconfirmed_mark_has_a_question_mark() {
    check("On Monday [claim?#c1:eight people died].");
    check("[?#a1:words]");
}

#[test]
fn lost_marks_stand_below_the_text() {
    check("The vote is on Monday.\n! orphan claim#c9 \"nine people died\"");
    check("He said.\n! ambiguous claim#c9 denies c9 \"he \\\"said\\\"\" 2");
    check("\n! orphan #a1 \"x\"");
}

#[test]
fn what_a_line_cannot_show_stands_below() {
    check(
        r"[claim#c1:It fired], said [casualty-report#k1:35 dead].
@ c1 note 'see p. 4\nand 5'
@ k1 source 'the group ← a hospital'
@ k1 cue 'said'
@ k1 figure 'more than 35'
@ k1 figure '4 wounded' low '3' convention 'by-hand' when '2017-06'
@ k1 no-figure
@ i1 implied claim 'The army fired on the town.'
@ i2 implied 'It\'s so.'
@ n1 document opinion
@ n1 note 'biased'",
    );
    check_becomes("[claim:It]\n@ a1 note 'x'\n\n", "[claim#a1:It]\n@ a1 note 'x'");
}

#[test]
fn a_relation_without_a_bracket_stands_below() {
    check("[claim#c1:It fired].\n@ i1 implied claim 'X.'\n@ i1 link repeats c1");
    check("[denial#d1:No].\n@ d1 link denies urn:uuid:41c07d2e-9b86-4f13-a5d0-7e2c81f4b690");
    check(
        "[denial#d1:No].\n@ d1 link denies urn:uuid:41c07d2e-9b86-4f13-a5d0-7e2c81f4b690 urn:uuid:6b446b9e-ce9d-5309-a4d0-b494cef2d413",
    );
}

#[test]
fn layers_repeat_the_text() {
    check(
        "[claim#c1:It] <|fired|>.\n//- layer ana\nIt [denial#d1 denies c1:fired].\n@ d1 note 'x'\n//- layer 'ben '\nIt fired.",
    );
    check("//- layer ana\n[claim#c1:It] fired.");
    check("a\n//- layer\na");
    check_refused(
        "It fired.\n//- layer ana\nIt fell.",
        expect![[r#"
            line 2: the text of this layer is not that of the first
            hint: repeat the text under each `//- layer`, to the letter"#]],
    );
}

#[test]
fn signs_of_the_notation_are_escaped() {
    check(r"\[Note: a \< b, c > d\] \\ |\> x || y");
    check("\\! orphan\n\\@ home\n\\//- x\n  \\^ here\n!\n@x\n//\na ^ b");
    check(r"a<|\>b|>");
    check("<|a||>");
    check_becomes(r"\!", "!");
}

#[test]
fn what_is_no_marked_text_is_refused() {
    check_refused(
        "One.\n[Note: two]",
        expect![[r#"
            line 2: the codebook has no tag `Note`
            hint: write `\[` where the bracket belongs to the text"#]],
    );
    check_refused(
        "[sic]",
        expect![[r#"
            line 1: a `[` begins no mark
            hint: write `\[` where the bracket belongs to the text"#]],
    );
    check_refused("[claim:a", expect!["line 1: a `[` is not closed"]);
    check_refused(
        "a]",
        expect![[r#"
            line 1: a `]` closes nothing that was opened last
            hint: write `\]` or `|\>` for the characters; marks that cross stand in rows of `^`"#]],
    );
    check_refused(
        "<|a [claim:b|> c]",
        expect![[r#"
        line 1: a `|>` closes nothing that was opened last
        hint: write `\]` or `|\>` for the characters; marks that cross stand in rows of `^`"#]],
    );
    check_refused("<|>a<|>", expect!["line 1: a caret or selection stands beside a caret or in a selection"]);
    check_refused("[claim#c1:a] [claim#c1:b]", expect!["line 1: two marks are called `c1`"]);
    check_refused("[denial denies c2:a]", expect!["line 1: no mark is called `c2`"]);
    check_refused("[claim likes c1:a]", expect!["line 1: the codebook has no relation `likes`"]);
    check_refused(
        "[claim#:a]",
        expect![[r#"
            line 1: `` is no name of a mark
            hint: a name has up to six ASCII letters and digits, an id 8 or 32 hexadecimal digits"#]],
    );
    check_refused(
        "a\n   ^^ claim",
        expect![[r#"
            line 2: a row of carets stands under no words
            hint: write `\^` where the line belongs to the text"#]],
    );
    check_refused("a\n@ c1 sings 'x'", expect!["line 2: no mark is called `c1`"]);
    check_refused("a\n! orphan claim \"x\"\nb", expect!["line 3: text follows the lines below the text"]);
}
