//! What holds for all layers and all bytes.

use super::{EXAMPLE, MORE, layer_of};
use crate::anchor::selector::{Description, Piece, Quote, Renderer, Target};
use crate::document::{Digest, DocumentId, Timestamp};
use crate::layer::figure::{Place, When};
use crate::layer::{
    Annotation, AnnotationId, Annotator, AnnotatorId, Assessment, Attribution, Change, Cue, DatePrecision,
    Figure, Layer, LayerId, Motivation, Outcome, PlacePrecision, Relation, RelationId, RelationSlug, Share,
    Source, TagId, Transaction,
};
use crate::sidecar::{FORMAT, Header, LayerFile};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

fn document() -> DocumentId {
    DocumentId::mint(Digest::of("text"))
}

fn words() -> impl Strategy<Value = String> {
    vec(prop_oneof![4 => any::<char>(), 1 => prop::sample::select(vec!['"', '\\', '\n', '\u{85}', '\u{2028}', '\r'])], 0..8)
        .prop_map(|chars| chars.into_iter().collect())
}

fn time() -> impl Strategy<Value = Timestamp> {
    (0..4_000_000_000_i64).prop_map(Timestamp::from_seconds)
}

prop_compose! {
    fn description()(
        exact in words(), prefix in words(), suffix in words(),
        position in of((0..9_usize, 0..9_usize)),
        digest in any::<u64>(), read_at in time(),
        renderer in of((of(words()), of(words()))),
    ) -> Description {
        Description {
            quote: Some(Quote { exact, prefix, suffix }),
            position: position.map(|(start, length)| start..start + length),
            digest: Some(Digest::of(&digest.to_string())),
            read_at: Some(read_at),
            renderer: renderer.map(|(encoding, extent)| Renderer { importer: "postil:plain/1".to_owned(), encoding, extent }),
        }
    }
}

/// A piece with one description may lack its digest, its date, both.
fn piece() -> impl Strategy<Value = Piece> {
    let one =
        (description(), any::<bool>(), any::<bool>()).prop_map(|(mut description, has_digest, has_time)| {
            description.digest = description.digest.filter(|_| has_digest);
            description.read_at = description.read_at.filter(|_| has_time);
            vec![description]
        });
    prop_oneof![one, vec(description(), 2..4)].prop_map(|descriptions| Piece { descriptions })
}

fn target() -> impl Strategy<Value = Target> {
    vec(piece(), 0..3).prop_map(|pieces| Target { source: document(), pieces })
}

prop_compose! {
    fn figure()(
        wording in words(), outcome in of(words()), low in of(any::<u64>()), high in of(any::<u64>()), stated in of(any::<u64>()),
        when in of((of(words()), of(words()))), place in of((of(words()), of(words()))), blamed in of(words()),
        share in of(words()), part_of in of(0_usize..9), before in of(any::<u64>()), at in of(target()),
    ) -> Figure {
        let named = |word: Option<String>| word.as_deref().map(DatePrecision::named);
        Figure {
            wording, low, high, stated, blamed, part_of, before, at,
            outcome: outcome.as_deref().map(Outcome::named),
            share: share.as_deref().map(Share::named),
            when: when.map(|(from, precision)| When { from, to: None, precision: named(precision) }),
            place: place.map(|(name, precision)| Place { name, precision: precision.as_deref().map(PlacePrecision::named) }),
            ..Figure::default()
        }
    }
}

prop_compose! {
    fn attribution()(
        chain in vec((of(words()), words(), of(target())), 0..3),
        cue in of((words(), of(target()))), certainty in of(words()), is_unattributed in any::<bool>(),
    ) -> Attribution {
        let chain = chain.into_iter().map(|(actor, name, at)| Source { actor, name, at }).collect();
        Attribution { chain, cue: cue.map(|(verb, at)| Cue { verb, at }), certainty, is_unattributed }
    }
}

prop_compose! {
    /// Replies and assessments are about words: the rest is read otherwise.
    fn motivation()(nth in 0..3_u8, verdict in words(), points in -9_999_i64..9_999, of in 0..9_999_i64, mark in of(any::<u128>())) -> Motivation {
        match nth {
            0 => Motivation::Marking,
            1 => Motivation::Replying,
            _ => {
                let mark = mark.map(|mark| AnnotationId(Uuid::from_u128(mark)));
                Motivation::Assessing(Box::new(Assessment { verdict, points, of, mark }))
            }
        }
    }
}

prop_compose! {
    fn annotation()(
        id in 0..6_u128, created in time(), modified in of(time()), tags in vec(words(), 0..3), note in words(),
        target in target(), figures in vec(figure(), 0..2), attribution in attribution(), implied in of(words()),
        proposed_by in of(words()), is_without_figure in any::<bool>(), motivation in motivation(),
    ) -> Annotation {
        let tags = tags.into_iter().map(TagId::new).collect();
        let id = AnnotationId(Uuid::from_u128(id));
        let motivation = if target.pieces.is_empty() { Motivation::Marking } else { motivation };
        Annotation { id, created, modified, motivation, tags, note, target, figures, attribution, implied, proposed_by, is_without_figure }
    }
}

prop_compose! {
    fn relation()(id in 0..4_u128, created in time(), kind in words(), to in any::<u128>(), elsewhere in any::<bool>()) -> Relation {
        Relation {
            id: RelationId(Uuid::from_u128(1000 + id)),
            created,
            modified: None,
            kind: RelationSlug::new(kind),
            from: AnnotationId(Uuid::from_u128(id)),
            to: AnnotationId(Uuid::from_u128(to)),
            to_document: elsewhere.then(document),
        }
    }
}

fn header(name: String) -> Header {
    Header {
        layer: LayerId(Uuid::from_u128(1)),
        annotator: Annotator::new(AnnotatorId(Uuid::from_u128(2)), &name),
        created: Timestamp::from_seconds(1),
        document: document(),
        title: String::new(),
        file: "a.txt".to_owned(),
        digest: None,
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    }
}

prop_compose! {
    fn layer()(marks in vec(annotation(), 0..5), relations in vec(relation(), 0..3)) -> Layer {
        let header = header("Ana".to_owned());
        let mut layer = Layer::new(header.layer, header.annotator, header.document, header.created);
        let changes = marks.into_iter().map(Change::put).chain(relations.into_iter().map(Change::relate));
        layer.apply(&Transaction::new(changes)).expect("of this document");
        layer
    }
}

/// A file through several savings by several people who start from one.
fn files() -> impl Strategy<Value = Vec<LayerFile>> {
    (layer(), vec(vec(layer(), 1..3), 3)).prop_map(|(base, forks)| {
        let mut file = LayerFile::new(header("Ana".to_owned()));
        file.write(&base, Timestamp::from_seconds(2));
        let fork = |layers: Vec<Layer>| {
            let mut fork = file.clone();
            for layer in layers {
                fork.write(&layer, Timestamp::from_seconds(3));
            }
            fork
        };
        forks.into_iter().map(fork).collect()
    })
}

fn lines(file: &LayerFile) -> BTreeSet<&[u8]> {
    let headers = file.headers.all().iter().map(|version| version.bytes.as_ref());
    let versions =
        file.versions.values().flat_map(|versions| versions.all()).map(|version| version.bytes.as_ref());
    headers.chain(versions).chain(file.loose.iter().map(|line| line.bytes.as_ref())).collect()
}

/// What a union is to everybody who looks at it.
fn face(file: &LayerFile) -> (BTreeSet<&[u8]>, Option<Layer>, Vec<u8>, String) {
    (lines(file), file.layer(), file.bytes(), format!("{:?}", file.conflicts().collect::<Vec<_>>()))
}

/// A file of lines, some of which name each other at random: what a forger might make.
fn forged() -> impl Strategy<Value = LayerFile> {
    vec((0..3_usize, 0..3_u64, vec(0..4_usize, 0..3)), 0..5).prop_map(|lines| {
        let text: String = lines
            .into_iter()
            .map(|(id, rev, was)| {
                let was: Vec<String> = was.into_iter().map(|n| format!("\"{}\"", Digest::of(&n.to_string()).short_hex())).collect();
                format!("{{\"id\":\"urn:uuid:00000000-0000-4000-8000-00000000000{id}\",\"type\":\"as:Tombstone\",\"postil:rev\":{rev},\"postil:was\":[{}]}}\nstray {id}{rev}\n", was.join(","))
            })
            .collect();
        LayerFile::read(text.as_bytes()).value
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_layer_comes_back_and_so_do_its_bytes(layer in layer(), other in layer()) {
        let mut file = LayerFile::new(header("Ana".to_owned()));
        for layer in [&layer, &other, &layer] {
            let bytes = file.write(layer, Timestamp::from_seconds(9));
            prop_assert!(file.is_same_as(layer));
            let read = LayerFile::read(&bytes);
            prop_assert!(read.warnings.is_empty(), "{:?}", read.warnings);
            let mut again = read.value;
            prop_assert_eq!(again.layer(), Some(layer.clone()));
            prop_assert_eq!(again.as_read.as_ref(), None);
            prop_assert_eq!(again.write(layer, Timestamp::from_seconds(10)), bytes);
        }
    }

    #[test]
    fn the_union_obeys_its_laws(files in files(), forged in forged()) {
        let [a, b, c] = &files[..] else { unreachable!() };
        for (a, b, c) in [(a, b, c), (a, &forged, c), (&forged, a, b)] {
            let (ab, ba) = (a.unite(b), b.unite(a));
            let (left, right) = (ab.unite(c), a.unite(&b.unite(c)));
            let (aa, aba) = (a.unite(a), ab.unite(a));
            prop_assert_eq!(face(&ab), face(&ba));
            prop_assert_eq!(face(&left), face(&right));
            prop_assert_eq!(lines(&aa), lines(a));
            prop_assert_eq!(face(&aba), face(&ab));
        }
    }

    #[test]
    fn what_one_saved_is_in_the_union_or_was_replaced(files in files()) {
        let mut union = files[0].unite(&files[1]).unite(&files[2]);
        let layer = layer_of(&union);
        let bytes = union.write(&layer, Timestamp::from_seconds(11));
        let read = LayerFile::read(&bytes).value;
        for file in &files {
            prop_assert!(read.holds_all_of(file));
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in vec(any::<u8>(), 0..200)) {
        let mut file = LayerFile::read(&bytes).value;
        prop_assert_eq!(file.write(&layer_of(&LayerFile::read(EXAMPLE.as_bytes()).value), Timestamp::default()), bytes);
    }

    #[test]
    fn a_damaged_example_is_read_and_nothing_of_it_lost(edits in vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12)) {
        let mut bytes = format!("{EXAMPLE}{MORE}").into_bytes();
        for (at, byte, how) in edits {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        let mut file = LayerFile::read(&bytes).value;
        if let Some(mut layer) = file.layer() {
            prop_assert_eq!(&file.write(&layer, Timestamp::default()), &bytes);
            let removals: Vec<Change> = layer.annotations().take(1).map(|mark| Change::Annotation(mark.id, None)).collect();
            layer.apply(&Transaction::new(removals)).expect("it is there");
            let written = file.write(&layer, Timestamp::default());
            prop_assert_eq!(LayerFile::read(&written).value.layer(), Some(layer));
        }
    }
}
