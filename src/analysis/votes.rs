//! What each of a class sees at a passage: the marks of many people, passage by passage, as votes for tags.

use super::agreement::{Mark, Marked, best_pairs, share};
use super::grading::KeyMark;
use crate::layer::{AnnotationId, AnnotatorId, TagId};
use std::collections::BTreeSet;
use std::ops::Range;

/// Two people's marks are on one passage from this share of what either covers on.
const SAME: f64 = 0.3;

/// A passage, with what each of the class sees there.
#[derive(Clone, Debug, PartialEq)]
pub struct Voted {
    /// Where it is, in code points.
    pub pieces: Vec<Range<usize>>,
    /// The mark of the key that is there.
    pub key: Option<AnnotationId>,
    /// Everybody of the class, with the tags of their mark there; none where they have no mark.
    pub votes: Vec<(AnnotatorId, Vec<TagId>)>,
}

impl Voted {
    /// Who gave it a tag; `None`: who gave it none.
    pub fn voters(&self, tag: Option<&TagId>) -> Vec<AnnotatorId> {
        let votes = self.votes.iter().filter(|(_, tags)| match tag {
            Some(tag) => tags.contains(tag),
            None => tags.is_empty(),
        });
        votes.map(|(person, _)| *person).collect()
    }

    /// The tag that most gave it; of several the first of `order`.
    pub fn most<'a>(&self, order: impl IntoIterator<Item = &'a TagId>) -> Option<&'a TagId> {
        let counted = order.into_iter().map(|tag| (self.voters(Some(tag)).len(), tag));
        counted.reduce(|best, next| if best.0 < next.0 { next } else { best }).map(|(_, tag)| tag)
    }

    /// How far the class is divided here: the share of those who did not answer as most did, from 0 to 1.
    pub fn division(&self) -> f64 {
        let same = |one: &[TagId]| self.votes.iter().filter(|(_, tags)| tags == one).count();
        let most = self.votes.iter().map(|(_, tags)| same(tags)).max().unwrap_or_default();
        (self.votes.len() - most) as f64 / self.votes.len().max(1) as f64
    }

    fn start(&self) -> usize {
        self.pieces.first().map_or(0, |piece| piece.start)
    }
}

/// The passages that a key or at least two of a class marked, in the order of the text. Of a class of one or
/// two, all that they marked. Each person's marks belong to passages one to one, so that they overlap as much
/// as they can.
pub fn votes(class: &[Marked], key: &[KeyMark]) -> Vec<Voted> {
    let mut places: Vec<Place> = key.iter().filter_map(Place::of_key).collect();
    let taken: Vec<BTreeSet<usize>> = class.iter().map(|one| pairs(&places, one).1).collect();
    let others = class.iter().zip(&taken).flat_map(|(one, taken)| {
        let left = tagged(one).filter(move |(nth, _)| !taken.contains(nth));
        left.map(|(_, mark)| (one.person.id, mark))
    });
    places.extend(gathered(others.collect(), if class.len() < 3 { 1 } else { 2 }));
    let answers: Vec<Vec<Option<usize>>> = class.iter().map(|one| pairs(&places, one).0).collect();
    let mut all: Vec<Voted> = places
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let votes = class.iter().zip(&answers).map(|(one, answers)| {
                let mark = answers.get(at).copied().flatten().and_then(|nth| one.marks.get(nth));
                (one.person.id, mark.map(|mark| mark.tags.clone()).unwrap_or_default())
            });
            let pieces = place.forms.first().map(|mark| mark.pieces.clone()).unwrap_or_default();
            Voted { pieces, key: place.key, votes: votes.collect() }
        })
        .collect();
    all.sort_by_key(|voted| (voted.start(), voted.pieces.last().map_or(0, |piece| piece.end)));
    all
}

/// A passage, in each of the forms that are taken for it.
struct Place {
    forms: Vec<Mark>,
    key: Option<AnnotationId>,
    people: BTreeSet<AnnotatorId>,
}

impl Place {
    fn of_key(key: &KeyMark) -> Option<Self> {
        let place = Self { forms: key.accepted.clone(), key: key.id(), people: BTreeSet::new() };
        (!place.forms.is_empty()).then_some(place)
    }

    /// How far a mark is on it, from 0 to 1.
    fn share(&self, mark: &Mark) -> f64 {
        self.forms.iter().map(|form| share(form, mark)).fold(0.0, f64::max)
    }
}

/// The marks of a person that bear tags, by number.
fn tagged(one: &Marked) -> impl Iterator<Item = (usize, &Mark)> {
    one.marks.iter().enumerate().filter(|(_, mark)| !mark.tags.is_empty())
}

/// Which mark of a person belongs to each place, and all of those.
fn pairs(places: &[Place], one: &Marked) -> (Vec<Option<usize>>, BTreeSet<usize>) {
    let mut edges = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let near = tagged(one).map(|(nth, mark)| (at, nth, place.share(mark)));
        edges.extend(near.filter(|(_, _, share)| 0.0 < *share));
    }
    let mut answers = vec![None; places.len()];
    let found = best_pairs(&edges);
    for &(at, nth) in &found {
        if let Some(answer) = answers.get_mut(at) {
            *answer = Some(nth);
        }
    }
    (answers, found.into_iter().map(|(_, nth)| nth).collect())
}

/// Marks that are on one passage together, where at least `n` people have one.
fn gathered(mut marks: Vec<(AnnotatorId, &Mark)>, n: usize) -> Vec<Place> {
    marks.sort_by_key(|(person, mark)| (mark.start(), mark.end(), *person));
    let mut places: Vec<Place> = Vec::new();
    for (person, mark) in marks {
        let fits = |place: &&mut Place| {
            let first = place.forms.first().map_or(0.0, |form| share(form, mark));
            SAME <= first && !place.people.contains(&person)
        };
        match places.iter_mut().rev().take(8).find(fits) {
            Some(place) => {
                place.people.insert(person);
            }
            None => places.push(Place {
                forms: vec![mark.clone()],
                key: None,
                people: std::iter::once(person).collect(),
            }),
        }
    }
    places.retain(|place| n <= place.people.len());
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::Annotator;

    fn mark(nth: usize, tag: &str, range: Range<usize>) -> Mark {
        Mark {
            id: AnnotationId(uuid::Uuid::from_u128(nth as u128)),
            pieces: std::iter::once(range).collect(),
            tags: vec![TagId::new(tag)],
            figures: Vec::new(),
            source: String::new(),
            links: Vec::new(),
        }
    }

    fn pupil(nth: u128, marks: Vec<Mark>) -> Marked {
        let person = Annotator { id: AnnotatorId(uuid::Uuid::from_u128(nth)), name: format!("Pupil {nth}") };
        Marked { person, marks, n_without_place: 0 }
    }

    fn counts(voted: &Voted) -> [usize; 3] {
        let of = |tag: &str| voted.voters(Some(&TagId::new(tag))).len();
        [of("claim"), of("opinion"), voted.voters(None).len()]
    }

    #[test]
    fn a_class_is_counted_at_each_passage_of_the_key_and_where_two_agree_beside_it() {
        let key = [KeyMark {
            accepted: vec![mark(90, "claim", 0..20)],
            is_optional: false,
            explanation: String::new(),
            quote: String::new(),
        }];
        let class = [
            pupil(1, vec![mark(1, "claim", 0..20), mark(2, "opinion", 50..60)]),
            // A boundary that is off still is a vote, and a mark that only one has is no passage.
            pupil(2, vec![mark(3, "opinion", 5..20), mark(4, "opinion", 52..60), mark(5, "claim", 80..90)]),
            pupil(3, Vec::new()),
        ];
        let all = votes(&class, &key);
        assert_eq!(all.iter().map(|voted| voted.pieces[0].clone()).collect::<Vec<_>>(), [0..20, 50..60]);
        assert_eq!((counts(&all[0]), counts(&all[1])), ([1, 1, 1], [0, 2, 1]));
        assert!(all[0].key.is_some() && all[1].key.is_none());
        assert!(all[1].division() < all[0].division());
        let order = ["claim", "opinion"].map(TagId::new);
        assert_eq!(all[1].most(&order), Some(&order[1]));
    }

    #[test]
    fn a_mark_within_another_is_a_passage_of_its_own() {
        let both = |nth| vec![mark(nth, "opinion", 0..100), mark(nth + 1, "claim", 40..60)];
        let all = votes(&[pupil(1, both(1)), pupil(2, both(3)), pupil(3, both(5))], &[]);
        assert_eq!(all.iter().map(counts).collect::<Vec<_>>(), [[0, 3, 0], [3, 0, 0]]);
        assert_eq!(all[0].division(), 0.0);
        assert!(votes(&[], &[]).is_empty());
    }

    #[test]
    fn of_one_person_every_mark_is_a_passage() {
        let all = votes(&[pupil(1, vec![mark(1, "claim", 0..9)])], &[]);
        assert_eq!(all.len(), 1);
    }
}
