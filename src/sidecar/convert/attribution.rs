//! Who says it: the chain of sources and the cue.

use super::super::json::Raw;
use super::super::line::{Object, Pairs, array};
use super::super::warning::LineFault;
use super::super::wire::Warnings;
use super::target;
use crate::layer::{Attribution, Cue, Source};

const KEYS: &[&str] = &["postil:chain", "postil:cue", "postil:certainty", "postil:unattributed"];
const SOURCE_KEYS: &[&str] = &["postil:actor", "postil:name", "postil:at"];
const CUE_KEYS: &[&str] = &["postil:verb", "postil:at"];

pub(super) fn read(raw: Raw<'_>, warnings: &mut Warnings) -> Attribution {
    let Some(pairs) = Pairs::of(raw) else {
        warnings.say(LineFault::ForeignSources);
        return Attribution::default();
    };
    let chain = steps(&pairs).into_iter().filter_map(|step| read_source(step, warnings)).collect();
    let cue = pairs.object("postil:cue").map(|cue| Cue {
        verb: cue.text("postil:verb").unwrap_or_default(),
        at: cue.get("postil:at").and_then(|raw| target::read(raw, warnings)),
    });
    Attribution {
        chain,
        cue,
        certainty: pairs.text("postil:certainty"),
        is_unattributed: pairs.is_true("postil:unattributed"),
    }
}

/// The steps of the chain: an `@list`, since their order matters; an array elsewhere.
fn steps<'a>(pairs: &Pairs<'a>) -> Vec<Raw<'a>> {
    match pairs.object("postil:chain") {
        Some(list) if list.get("@list").is_some() => list.items("@list"),
        _ => pairs.items("postil:chain"),
    }
}

fn read_source(raw: Raw<'_>, warnings: &mut Warnings) -> Option<Source> {
    let pairs = Pairs::of(raw)?;
    Some(Source {
        actor: pairs.text("postil:actor"),
        name: pairs.text("postil:name").unwrap_or_default(),
        at: pairs.get("postil:at").and_then(|raw| target::read(raw, warnings)),
    })
}

/// The value of `postil:attribution`; none if there is nothing to say.
pub(super) fn write(attribution: &Attribution, old: Option<Raw<'_>>) -> Option<String> {
    let silent = &mut Warnings::default();
    if let Some(raw) = old.filter(|&raw| read(raw, silent) == *attribution) {
        return Some(raw.get().to_owned());
    }
    if attribution.is_empty() {
        return None;
    }
    let old = old.and_then(Pairs::of);
    let chain = (!attribution.chain.is_empty()).then(|| {
        let olds = old.as_ref().map(steps).unwrap_or_default();
        let sources: Vec<String> =
            attribution.chain.iter().map(|source| write_source(source, &olds)).collect();
        Object::new().json("@list", &array(&sources)).close()
    });
    let cue = attribution.cue.as_ref().map(|cue| {
        let old = old.as_ref().and_then(|pairs| pairs.object("postil:cue"));
        let at =
            cue.at.as_ref().map(|at| target::write(at, old.as_ref().and_then(|cue| cue.get("postil:at"))));
        Object::new()
            .text("postil:verb", &cue.verb)
            .json_if("postil:at", at.as_deref())
            .rest_of(old.as_ref(), CUE_KEYS)
            .close()
    });
    let unattributed = attribution.is_unattributed.then_some("true");
    let object = Object::new()
        .json_if("postil:chain", chain.as_deref())
        .json_if("postil:cue", cue.as_deref())
        .text_if("postil:certainty", attribution.certainty.as_deref())
        .json_if("postil:unattributed", unattributed)
        .rest_of(old.as_ref(), KEYS);
    Some(object.close())
}

/// A step; what stood with the source of the same name stays with it.
fn write_source(source: &Source, olds: &[Raw<'_>]) -> String {
    let silent = &mut Warnings::default();
    let same = olds.iter().find(|&&raw| read_source(raw, silent).as_ref() == Some(source));
    if let Some(raw) = same {
        return raw.get().to_owned();
    }
    let mut olds = olds.iter().copied().filter_map(Pairs::of);
    let old = olds.find(|pairs| pairs.text("postil:name").as_deref() == Some(source.name.as_str()));
    let at =
        source.at.as_ref().map(|at| target::write(at, old.as_ref().and_then(|pairs| pairs.get("postil:at"))));
    Object::new()
        .text_if("postil:actor", source.actor.as_deref())
        .text("postil:name", &source.name)
        .json_if("postil:at", at.as_deref())
        .rest_of(old.as_ref(), SOURCE_KEYS)
        .close()
}
