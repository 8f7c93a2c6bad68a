//! A figure: what stands under `postil:figure` in the body that holds its words.

use super::super::line::{Object, Pairs, text};
use super::super::wire::Warnings;
use super::target;
use crate::layer::figure::{Place, When};
use crate::layer::{
    Convention, DatePrecision, Figure, Outcome, PlacePrecision, Population, Qualifier, Share, Stance,
};

const OUTCOME: &str = "postil:outcome";
const POPULATION: &str = "postil:population";
const LOW: &str = "postil:low";
const HIGH: &str = "postil:high";
const STATED: &str = "postil:stated";
const QUALIFIER: &str = "postil:qualifier";
const CONVENTION: &str = "postil:convention";
const WHEN: &str = "postil:when";
const WHERE: &str = "postil:where";
const BLAMED: &str = "postil:blamed";
const STANCE: &str = "postil:stance";
const SHARE: &str = "postil:share";
const PART_OF: &str = "postil:partOf";
const BEFORE: &str = "postil:before";
const AT: &str = "postil:at";

/// The keys of the first version of the format.
const KEYS: [&str; 11] =
    [OUTCOME, POPULATION, LOW, HIGH, STATED, QUALIFIER, CONVENTION, WHEN, WHERE, BLAMED, STANCE];

/// A figure none of whose known keys has a value of another kind: one of those would be lost. The keys that
/// came later stand as they stood where their value is of another kind.
pub(super) fn read(wording: String, figure: &Pairs<'_>, warnings: &mut Warnings) -> Option<Figure> {
    let when = match figure.get(WHEN) {
        Some(raw) => {
            let when = Pairs::of(raw)?;
            let (from, to) = (word(&when, "postil:from")?, word(&when, "postil:to")?);
            let precision = word(&when, "postil:precision")?;
            Some(When { from, to, precision: precision.as_deref().map(DatePrecision::named) })
        }
        None => None,
    };
    let place = match figure.get(WHERE) {
        Some(raw) => {
            let place = Pairs::of(raw)?;
            let (name, precision) = (word(&place, "postil:name")?, word(&place, "postil:precision")?);
            Some(Place { name, precision: precision.as_deref().map(PlacePrecision::named) })
        }
        None => None,
    };
    Some(Figure {
        wording,
        outcome: word(figure, OUTCOME)?.as_deref().map(Outcome::named),
        population: word(figure, POPULATION)?.as_deref().map(Population::named),
        low: count(figure, LOW)?,
        high: count(figure, HIGH)?,
        stated: count(figure, STATED)?,
        qualifier: word(figure, QUALIFIER)?.as_deref().map(Qualifier::named),
        convention: word(figure, CONVENTION)?.as_deref().map(Convention::named),
        when,
        place,
        blamed: word(figure, BLAMED)?,
        stance: word(figure, STANCE)?.as_deref().map(Stance::named),
        share: figure.text(SHARE).as_deref().map(Share::named),
        part_of: nth(figure),
        before: figure.number(BEFORE),
        at: figure.get(AT).and_then(|raw| target::read(raw, warnings)),
    })
}

/// Which figure of the line it is part of; the file counts from 1.
fn nth(figure: &Pairs<'_>) -> Option<usize> {
    figure.number(PART_OF).and_then(|nth| usize::try_from(nth.checked_sub(1)?).ok())
}

/// A string or nothing; `None` if it is anything else.
fn word(pairs: &Pairs<'_>, key: &str) -> Option<Option<String>> {
    pairs.get(key).map_or(Some(None), |raw| text(raw).map(Some))
}

/// A count or nothing; `None` if it is anything else.
fn count(pairs: &Pairs<'_>, key: &str) -> Option<Option<u64>> {
    pairs.get(key).map_or(Some(None), |_| pairs.number(key).map(Some))
}

/// The value of `postil:figure`; what `old` has besides what we know follows as it stood.
pub(super) fn write(figure: &Figure, old: Option<&Pairs<'_>>) -> String {
    let old_of = |key: &str| old.and_then(|pairs| pairs.object(key));
    let when = figure.when.as_ref().map(|when| {
        Object::new()
            .text_if("postil:from", when.from.as_deref())
            .text_if("postil:to", when.to.as_deref())
            .text_if("postil:precision", when.precision.as_ref().map(DatePrecision::name))
            .rest_of(old_of(WHEN).as_ref(), &["postil:from", "postil:to", "postil:precision"])
            .close()
    });
    let place = figure.place.as_ref().map(|place| {
        Object::new()
            .text_if("postil:name", place.name.as_deref())
            .text_if("postil:precision", place.precision.as_ref().map(PlacePrecision::name))
            .rest_of(old_of(WHERE).as_ref(), &["postil:name", "postil:precision"])
            .close()
    });
    let at = figure.at.as_ref().map(|at| target::write(at, old.and_then(|old| old.get(AT))));
    let part_of = figure.part_of.and_then(|nth| u64::try_from(nth).ok()?.checked_add(1));
    Object::new()
        .text_if(OUTCOME, figure.outcome.as_ref().map(Outcome::name))
        .text_if(POPULATION, figure.population.as_ref().map(Population::name))
        .number_if(LOW, figure.low)
        .number_if(HIGH, figure.high)
        .number_if(STATED, figure.stated)
        .text_if(QUALIFIER, figure.qualifier.as_ref().map(Qualifier::name))
        .text_if(CONVENTION, figure.convention.as_ref().map(Convention::name))
        .json_if(WHEN, when.as_deref())
        .json_if(WHERE, place.as_deref())
        .text_if(BLAMED, figure.blamed.as_deref())
        .text_if(STANCE, figure.stance.as_ref().map(Stance::name))
        .text_if(SHARE, figure.share.as_ref().map(Share::name))
        .number_if(PART_OF, part_of)
        .number_if(BEFORE, figure.before)
        .json_if(AT, at.as_deref())
        .rest_of(old, &known(figure, old))
        .close()
}

/// The keys that are ours; a later one whose value could not be read is not, as long as nothing is put there.
fn known(figure: &Figure, old: Option<&Pairs<'_>>) -> Vec<&'static str> {
    let later = [
        (SHARE, figure.share.is_some() || old.is_some_and(|old| old.text(SHARE).is_some())),
        (PART_OF, figure.part_of.is_some() || old.is_some_and(|old| nth(old).is_some())),
        (BEFORE, figure.before.is_some() || old.is_some_and(|old| old.number(BEFORE).is_some())),
        (AT, figure.at.is_some() || old.is_some_and(|old| has_place(old))),
    ];
    KEYS.into_iter().chain(later.into_iter().filter(|(_, is_ours)| *is_ours).map(|(key, _)| key)).collect()
}

fn has_place(old: &Pairs<'_>) -> bool {
    old.get(AT).is_some_and(|raw| target::read(raw, &mut Warnings::default()).is_some())
}
