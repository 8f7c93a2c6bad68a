//! `postil compare`: which marks of several people differ and how, and how far the people agree.

mod described;
mod printed;

use super::args::CompareArgs;
use super::articles::{self, Read};
use super::{End, Refusal, Stop, World, json};
use crate::analysis::agreement::{Measure, Text, compare_again, names_of, people_of};
use crate::layer::{AnnotationId, Annotator};
use crate::session::Session;
use crate::text::order::natural_order;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// An article, with what is printed of its marks.
pub(super) struct Seen {
    text: Text,
    quotes: BTreeMap<AnnotationId, String>,
    /// Everybody who has a layer here.
    names: BTreeSet<String>,
}

pub(super) fn run(args: &CompareArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let measures = measures(args)?;
    let me = world.host.annotator();
    let mut seen: Vec<Seen> = Vec::new();
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let session = Session::open(path, &args.reading.options(), me.clone(), host)?;
            Ok(Read::of(Seen::of(&session, &args.layers), &session))
        },
        |article, _| {
            seen.push(article);
            Ok(End::Done)
        },
    )?;
    refuse_unknown(args, &seen)?;
    let (texts, quotes) = split(seen);
    let mut people = people_of(&texts);
    people.sort_by(|a, b| in_order(&args.layers, a, b));
    let compared = compare_again(&texts, people, &measures, None);
    let names = names_of(&compared.people);
    if args.json {
        json::print(&described::all(&texts, &quotes, &compared, &names), &mut world.out)?;
    } else if args.csv {
        world.out.raw(&described::table(&compared, &names))?;
    } else {
        world.out.raw(&printed::all(&texts, &quotes, &compared, &names))?;
    }
    Ok(end)
}

impl Seen {
    fn of(session: &Session, asked: &[String]) -> Self {
        let is_asked = |person: &Annotator| {
            let path = session.desk_of(person.id).and_then(|desk| desk.path());
            let file = path.and_then(|path| path.file_name()).map(|file| file.to_string_lossy().into_owned());
            let names = |who: &String| person.answers_to(who) || file.as_deref() == Some(who.as_str());
            asked.is_empty() || asked.iter().any(names)
        };
        let article = session.article();
        let mut text = Text::of(&session.path().to_string_lossy(), article, is_asked);
        text.people.sort_by(|a, b| in_order(asked, &a.person, &b.person));
        let layers = || article.layers().iter().map(|placed| &placed.layer);
        let marks = layers().filter(|layer| is_asked(&layer.annotator)).flat_map(|layer| layer.annotations());
        Self {
            quotes: marks.map(|mark| (mark.id, mark.quote())).collect(),
            names: layers().map(|layer| layer.annotator.name.clone()).collect(),
            text,
        }
    }
}

/// In the order in which they are named, of which the first is held against the others; who is not named, as
/// people are listed.
fn in_order(asked: &[String], a: &Annotator, b: &Annotator) -> Ordering {
    let rank =
        |person: &Annotator| asked.iter().position(|who| person.answers_to(who)).unwrap_or(asked.len());
    rank(a).cmp(&rank(b)).then_with(|| a.in_list(b))
}

/// The texts, and the words of all marks.
fn split(seen: Vec<Seen>) -> (Vec<Text>, BTreeMap<AnnotationId, String>) {
    let mut quotes = BTreeMap::new();
    let texts = seen.into_iter().map(|article| {
        quotes.extend(article.quotes);
        article.text
    });
    (texts.collect(), quotes)
}

fn measures(args: &CompareArgs) -> Result<Vec<Measure>, Refusal> {
    let mut measures = Vec::new();
    for word in &args.measure {
        let meant = Measure::named(word);
        if meant.is_empty() {
            return Err(Refusal::new(format!("there is no measure `{word}`"))
                .hint("`postil compare --help` names them"));
        }
        for measure in meant {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
    }
    Ok(if measures.is_empty() { Measure::ALL.to_vec() } else { measures })
}

/// There must be two people at least, and each that was named.
fn refuse_unknown(args: &CompareArgs, seen: &[Seen]) -> Result<(), Refusal> {
    let texts: Vec<Text> = seen.iter().map(|article| article.text.clone()).collect();
    let people = people_of(&texts);
    let all: BTreeSet<&String> = seen.iter().flat_map(|article| &article.names).collect();
    let mut all: Vec<String> = all.into_iter().cloned().collect();
    all.sort_by(|a, b| natural_order(a, b));
    let all = all.join(", ");
    let hint = match all.as_str() {
        "" => "nobody has marked there".to_owned(),
        all => format!("there are marks by {all}"),
    };
    let is_file = |who: &String| who.ends_with(".postil.jsonl");
    let is_unknown = |who: &&String| !is_file(who) && !people.iter().any(|person| person.answers_to(who));
    if let Some(who) = args.layers.iter().find(is_unknown) {
        return Err(Refusal::new(format!("nobody called `{who}` has marked there")).hint(hint));
    }
    if people.len() < 2 {
        return Err(Refusal::new("to compare takes marks of two people at least").hint(hint));
    }
    Ok(())
}
