//! What holds for every marked text: writing and reading are inverses, and nothing panics.

use crate::article::marked::{
    Marked, MarkedFigure, MarkedLayer, MarkedMark, MarkedPlace, MarkedRelation, parse,
};
use crate::marked_tests::{by_way_of_layers, codebook};
use postil::document::DocumentId;
use postil::layer::{AnnotationId, FigureField, RelationSlug, TagId};
use postil::text::{TextRange, TextSize};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

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
    let id = |n: usize| AnnotationId::named(&format!("m{n}")).expect("a name");
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
            cue: if words == "x" { "said".to_owned() } else { String::new() },
            figures: if *kind == 5 { vec![plain(words), plain("9 died"), by_hand()] } else { Vec::new() },
            is_without_figure: words == "x" && *kind != 5,
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

fn plain(wording: &str) -> MarkedFigure {
    MarkedFigure { wording: wording.to_owned(), set: Vec::new() }
}

/// Its numbers are others than those of its words.
fn by_hand() -> MarkedFigure {
    let set = [
        (FigureField::Low, "40"),
        (FigureField::High, "50"),
        (FigureField::Outcome, "injured"),
        (FigureField::Convention, "by-hand"),
        (FigureField::Place, "it's here"),
    ];
    MarkedFigure {
        wording: "at least 9 people died".to_owned(),
        set: set.into_iter().map(|(field, words)| (field, words.to_owned())).collect(),
    }
}
