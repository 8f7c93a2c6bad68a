//! `postil voices`: who is speaking in each article, and how much of it nobody is named for.

use super::args::LedgerArgs;
use super::articles::{self, Read};
use super::print::visible;
use super::{End, Stop, World, csv, json};
use crate::analysis::voices::{Voices, marked_voices};
use crate::session::Session;
use serde_json::{Value, json};
use std::ops::Range;

/// What the part is called for which nobody is named.
const NOBODY: &str = "no source";

pub(super) fn run(args: &LedgerArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let me = world.host.annotator();
    if args.csv {
        world.out.raw(&csv::line(["article", "voice", "passages", "share"]))?;
    }
    let mut array = json::Array::default();
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let session = Session::open(path, &args.reading.options(), me.clone(), host)?;
            Ok(Read::of(Spoken::of(path.to_string_lossy().into_owned(), &session), &session))
        },
        |spoken: Spoken, world| {
            if args.json {
                array.add(&json::element(&spoken.described()), &mut world.out)?;
            } else if args.csv {
                for (name, n, share) in spoken.lines() {
                    let (n, share) = (n.to_string(), format!("{share:.1}"));
                    world.out.raw(&csv::line([&*spoken.article, name, &*n, &*share]))?;
                }
            } else {
                world.out.raw(&spoken.in_words())?;
            }
            Ok(End::Done)
        },
    )?;
    if args.json {
        array.end(&mut world.out)?;
    }
    Ok(end)
}

/// Who speaks in one article.
struct Spoken {
    article: String,
    voices: Voices,
    /// Where each passage stands, in code points.
    places: Vec<Range<usize>>,
}

impl Spoken {
    fn of(article: String, session: &Session) -> Self {
        let document = session.document();
        let voices = Voices::of(document, &marked_voices(session.article()));
        let places = voices.passages.iter().map(|passage| document.code_points(passage.range)).collect();
        Self { article, voices, places }
    }

    /// Each voice with its passages and its share, and the part without one.
    fn lines(&self) -> Vec<(&str, usize, f32)> {
        let voices = &self.voices;
        let n_passages = |nth: usize| voices.passages.iter().filter(|passage| passage.voice == nth).count();
        let named =
            voices.all.iter().enumerate().map(|(nth, voice)| (&*voice.name, n_passages(nth), voice.share));
        named.chain([(NOBODY, 0, voices.share_without)]).collect()
    }

    fn in_words(&self) -> String {
        let mut words = format!("{}\n", visible(&self.article));
        for (name, _, share) in self.lines() {
            words.push_str(&format!("  {share:>5.1} %  {}\n", visible(name)));
        }
        words
    }

    fn described(&self) -> Value {
        let rounded = |share: f32| (f64::from(share) * 10.0).round() / 10.0;
        let passages = |nth: usize| -> Value {
            let all = self.voices.passages.iter().zip(&self.places);
            let its = all.filter(|(passage, _)| passage.voice == nth);
            its.map(|(passage, place)| {
                json!({ "start": place.start, "end": place.end, "marked": passage.is_marked })
            })
            .collect()
        };
        let voices = self.voices.all.iter().enumerate().map(|(nth, voice)| {
            json!({ "name": &*voice.name, "share": rounded(voice.share), "passages": passages(nth) })
        });
        json!({
            "article": self.article,
            "voices": voices.collect::<Vec<_>>(),
            "without_source": rounded(self.voices.share_without),
        })
    }
}
