//! What several people marked, put together: each cluster holds at most one mark of each person.

use super::marked::{Mark, Marked};
use super::pairs::{Difference, differences, matched};
use crate::layer::AnnotationId;
use std::collections::{BTreeMap, BTreeSet};

/// Marks of several people that belong together.
#[derive(Clone, Debug)]
pub struct Cluster<'a> {
    /// By the number of the person; `None`: who did not mark it.
    pub marks: Vec<Option<&'a Mark>>,
    /// How they differ from the first of them; empty where all agree.
    pub differences: BTreeSet<Difference>,
}

impl<'a> Cluster<'a> {
    /// The marks that are there.
    pub fn present(&self) -> impl Iterator<Item = &'a Mark> {
        self.marks.iter().flatten().copied()
    }

    /// The first of them.
    pub fn first(&self) -> Option<&'a Mark> {
        self.present().next()
    }
}

/// The marks of all people in clusters, by place: those of one person after another are matched one to one
/// with the first marks of the clusters so far.
pub fn clusters<'a>(people: &[&'a Marked]) -> Vec<Cluster<'a>> {
    let mut all: Vec<Vec<Option<&'a Mark>>> = Vec::new();
    for (person, marked) in people.iter().enumerate() {
        all.sort_by(|a, b| first(a).map(Mark::key).cmp(&first(b).map(Mark::key)));
        let firsts: Vec<&Mark> = all.iter().filter_map(|marks| first(marks)).collect();
        let marks: Vec<&'a Mark> = marked.marks.iter().collect();
        let found: BTreeMap<usize, usize> =
            matched(&firsts, &marks).0.into_iter().map(|(cluster, mark)| (mark, cluster)).collect();
        for cluster in &mut all {
            cluster.push(None);
        }
        for (nth, &mark) in marks.iter().enumerate() {
            match found.get(&nth).and_then(|&cluster| all.get_mut(cluster)?.last_mut()) {
                Some(place) => *place = Some(mark),
                None => {
                    let mut alone = vec![None; person];
                    alone.push(Some(mark));
                    all.push(alone);
                }
            }
        }
    }
    all.sort_by(|a, b| first(a).map(Mark::key).cmp(&first(b).map(Mark::key)));
    let firsts: BTreeMap<AnnotationId, AnnotationId> = all
        .iter()
        .flat_map(|marks| {
            let lead = first(marks).map(|mark| mark.id);
            marks.iter().flatten().filter_map(move |mark| Some((mark.id, lead?)))
        })
        .collect();
    all.into_iter().map(|marks| Cluster { differences: told(&marks, &firsts), marks }).collect()
}

fn first<'a>(marks: &[Option<&'a Mark>]) -> Option<&'a Mark> {
    marks.iter().flatten().copied().next()
}

fn told(marks: &[Option<&Mark>], firsts: &BTreeMap<AnnotationId, AnnotationId>) -> BTreeSet<Difference> {
    let mut found = BTreeSet::new();
    let Some(lead) = first(marks) else { return found };
    let canonical = |id: AnnotationId| firsts.get(&id).copied().unwrap_or(id);
    for mark in marks {
        match mark {
            Some(mark) => found.extend(differences(lead, mark, &canonical)),
            None => found.extend([Difference::Missing]),
        }
    }
    found
}
