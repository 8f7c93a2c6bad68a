//! Examples of every form, and the properties that hold for all.

use super::*;
use crate::layer::{AnnotatorId, Codebook, RelationKind, Shape, Tag};
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn codebook() -> Codebook {
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

fn by_way_of_layers(marked: &Marked) -> Marked {
    let document = marked.document();
    let now = Timestamp::from_seconds(0);
    let layers: Vec<Layer> =
        (0..marked.layers.len()).map(|i| marked.layer(i, &document, annotator(), now)).collect();
    let placements: Vec<Placements> =
        layers.iter().map(|layer| Placements::of(layer, &document, None)).collect();
    let named = marked.layers.iter().zip(&layers).zip(&placements);
    let named: Vec<_> =
        named.map(|((marked, layer), placements)| (marked.name.as_str(), layer, placements)).collect();
    Marked::of(&document, &named, &marked.selection)
}

fn check_refused(marked: &str, expected: Expect) {
    let refusal = match parse(marked, &codebook()) {
        Ok(read) => format!("{read:?}"),
        Err(error) => {
            let hint = error.problem.hint().map(|hint| format!("\nhint: {hint}")).unwrap_or_default();
            format!("{error}{hint}")
        }
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
@ k1 figure 'more than 35'
@ k1 figure '4 wounded'
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

/// Texts that are full of the notation's own signs.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "bc ",
        " ",
        "\n",
        "\n\n",
        "[",
        "]",
        "<",
        ">",
        "|",
        "\\",
        "^",
        "! ",
        "@ ",
        "//- layer x",
        "é",
        "e\u{301}",
        "👩\u{200d}🚒",
        "א",
        "\r",
        "'",
        "\"",
        "#",
        ":",
        "+",
    ]);
    prop::collection::vec(pieces, 0..14).prop_map(|pieces| pieces.concat())
}

/// Pieces of a text from numbers, apart from each other.
fn pieces_from(text: &str, cuts: &[usize]) -> Vec<TextRange> {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let cuts: BTreeSet<usize> = cuts.iter().map(|&cut| edges[cut % edges.len()]).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    cuts.chunks_exact(2).map(|pair| TextRange::from_usize(pair[0]..pair[1])).collect()
}

/// A mark in numbers: places for its name, edges of its pieces, tags, and what else.
type Seed = (Vec<usize>, Vec<&'static str>, u8, String, Vec<usize>);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let tags = prop::sample::subsequence(vec!["claim", "denial", "opinion"], 0..=2);
    let words = prop::sample::select(vec!["", "", "x", "it's", "a \"b\" \\ \n c", "[claim:x] ← y"]);
    let seed = (
        prop::collection::vec(0..40_usize, 2..7),
        tags,
        0..12_u8,
        words.prop_map(str::to_owned),
        prop::collection::vec(0..12_usize, 0..3),
    );
    prop::collection::vec(seed, 0..7)
}

fn layer_from(text: &str, name: &str, first: usize, seeds: &[Seed], n_marks: usize) -> MarkedLayer {
    let id = |n: usize| AnnotationId::named(&format!("m{n}")).unwrap();
    let mut layer = MarkedLayer { name: name.to_owned(), ..MarkedLayer::default() };
    for (i, (cuts, tags, kind, words, ends)) in seeds.iter().enumerate() {
        let pieces = pieces_from(text, cuts);
        let place = match kind {
            0 => MarkedPlace::Orphan { quote: words.clone() },
            1 => MarkedPlace::Ambiguous { quote: words.clone(), n_candidates: i },
            2 => MarkedPlace::Implied(words.clone()),
            _ if pieces.is_empty() => MarkedPlace::Document,
            _ => MarkedPlace::Passage { pieces, is_changed: *kind == 3 },
        };
        let relations = ends.iter().map(|&end| MarkedRelation {
            from: id(first + i),
            kind: RelationSlug::new(if end % 2 == 0 { "denies" } else { "repeats" }),
            to: if end < 10 { id(end % n_marks) } else { id(900 + end) },
            to_document: (end == 11).then(|| DocumentId(Uuid::from_u128(7))),
        });
        layer.relations.extend(relations);
        layer.marks.push(MarkedMark {
            id: id(first + i),
            tags: tags.iter().map(|&tag| TagId::new(tag)).collect(),
            place,
            note: words.clone(),
            source: if words == "x" { "a ← b".to_owned() } else { String::new() },
            figures: if *kind == 5 { vec![words.clone(), "9 died".to_owned()] } else { Vec::new() },
        });
    }
    layer.sort();
    layer
}

prop_compose! {
    fn markeds()(
        text in texts(),
        first in seeds(),
        second in prop::option::of((prop::sample::select(vec!["", "ana", "'x", "ben s ", "ç\nd"]), seeds())),
        selected in prop::collection::vec(0..40_usize, 0..5),
        named in any::<bool>(),
    ) -> Marked {
        let n_marks = first.len() + second.as_ref().map_or(0, |(_, seeds)| seeds.len());
        let name = if named { "key" } else { "" };
        let mut layers = vec![layer_from(&text, name, 0, &first, n_marks)];
        if let Some((name, seeds)) = second {
            layers.push(layer_from(&text, name, first.len(), &seeds, n_marks));
        }
        let mut selection = pieces_from(&text, &selected);
        if selection.is_empty() && selected.len() == 1 {
            selection.push(TextRange::empty(TextSize::ZERO));
        }
        Marked { text, layers, selection }
    }
}

/// What `marked` would be without the marks that a search might find again or that are uncertain.
fn certain(mut marked: Marked) -> Marked {
    for layer in &mut marked.layers {
        for mark in &mut layer.marks {
            match &mut mark.place {
                MarkedPlace::Passage { is_changed, .. } => *is_changed = false,
                place @ (MarkedPlace::Orphan { .. } | MarkedPlace::Ambiguous { .. }) => {
                    *place = MarkedPlace::Document;
                }
                _ => {}
            }
        }
        layer.sort();
    }
    marked
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(marked in markeds()) {
        let written = marked.write();
        let read = parse(&written, &codebook());
        prop_assert_eq!(read.as_ref(), Ok(&marked), "{}", written);
        prop_assert_eq!(read.map(|read| read.write()), Ok(written));
    }

    #[test]
    fn layers_come_back_as_they_were(marked in markeds()) {
        let marked = certain(marked);
        prop_assert_eq!(by_way_of_layers(&marked), marked);
    }

    #[test]
    fn every_text_is_read_or_refused(
        marked in "(\\[claim:|\\[#a1:|\\[\\+a1:|\\]|<\\||\\|>|<\\|>|\\\\|a|é|\n|\n\\^|\n \\^\\^ &a1|\n  \\^ opinion|\n! orphan claim |\"b\"| 3|\n@ a1 |note |'c'|implied |\n//- layer ){0,12}",
    ) {
        if let Ok(read) = parse(&marked, &codebook()) {
            prop_assert_eq!(parse(&read.write(), &codebook()), Ok(read));
        }
    }

    #[test]
    fn arbitrary_strings_do_not_panic(marked in any::<String>()) {
        let _read = parse(&marked, &codebook());
    }
}
