//! `postil verify`: whether a report is as it was made, and whether the sources still say so.

use super::args::VerifyArgs;
use super::print::{quoted, visible};
use super::{End, Refusal, Stop, World, count};
use crate::document::Digest;
use crate::exchange::report::carried;
use crate::layer::AnnotationId;
use crate::session::Session;
use serde_json::Value;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The most that is read of a report, in bytes.
const MOST_BYTES: usize = 1 << 30;

pub(super) fn run(args: &VerifyArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let fail = |why: String| {
        Refusal::new(format!("cannot read `{}`: {why}", visible(&args.report.to_string_lossy())))
    };
    let bytes = world.host.read(&args.report, MOST_BYTES).map_err(|error| fail(error.to_string()))?;
    let (report, altered) = carried(&bytes);
    let mut faults: Vec<String> = altered.iter().map(ToString::to_string).collect();
    let Some(report) = report else {
        return Err(fail(faults.pop().unwrap_or_else(|| "it is no report".to_owned()))
            .hint("give a page that `postil report` wrote, or the JSON beside it")
            .into());
    };
    let (mut n_quotes, mut n_figures) = (0, 0);
    for article in all(&report, "articles") {
        let mut check = Check { article, faults: &mut faults, n_quotes: 0, n_figures: 0 };
        check.run(args, world);
        (n_quotes, n_figures) = (n_quotes + check.n_quotes, n_figures + check.n_figures);
    }
    registers(&report, args, world, &mut faults);
    for fault in &faults {
        world.out.line(fault)?;
    }
    let looked = format!(
        "{}, {} and {} compared with their sources",
        count(all(&report, "articles").len(), "article"),
        count(n_quotes, "quote"),
        count(n_figures, "figure")
    );
    if faults.is_empty() {
        world.out.line(&format!("all of it holds: {looked}"))?;
        return Ok(End::Done);
    }
    world.out.line(&format!("{}; {looked}", count(faults.len(), "fault")))?;
    Ok(End::Findings)
}

fn all<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// What people say of the folder, held against its files: at the folder of the articles, or above it.
fn registers(report: &Value, args: &VerifyArgs, world: &World<'_>, faults: &mut Vec<String>) {
    let beside = args.report.parent().map(Path::to_owned);
    let given: Vec<PathBuf> = args.folder.iter().cloned().chain([PathBuf::new()]).chain(beside).collect();
    let of_article = |article: &Value| -> Vec<PathBuf> {
        let named = Path::new(text(article, "path"));
        let folders = given.iter().map(|folder| folder.join(named));
        folders.filter_map(|path| path.parent().map(Path::to_owned)).collect()
    };
    let of_articles = all(report, "articles").first().map(of_article).unwrap_or_default();
    for register in all(report, "registers") {
        let file = text(register, "file");
        let mut above = of_articles.iter().flat_map(|folder| folder.ancestors());
        let there = |folder: &Path| world.host.stamp(&folder.join(file)).is_some();
        let found = given.iter().map(PathBuf::as_path).find(|folder| there(folder));
        let Some(folder) = found.or_else(|| above.find(|folder| there(folder))) else {
            faults.push(format!("`{file}`, what is said of the folder, is not there"));
            continue;
        };
        match world.host.read(&folder.join(file), crate::sidecar::caps::MAX_LAYER_BYTES) {
            Ok(bytes) if Digest::of_bytes(&bytes).ni() == text(register, "digest") => {}
            Ok(_) => faults.push(format!("`{file}`, what is said of the folder, changed since")),
            Err(error) => faults.push(format!("`{file}` cannot be read: {error}")),
        }
    }
}

/// One article of a report, held against its file.
struct Check<'a> {
    article: &'a Value,
    faults: &'a mut Vec<String>,
    n_quotes: usize,
    n_figures: usize,
}

impl Check<'_> {
    fn say(&mut self, fault: String) {
        self.faults.push(format!("{}: {fault}", text(self.article, "path")));
    }

    fn run(&mut self, args: &VerifyArgs, world: &World<'_>) {
        let named = Path::new(text(self.article, "path"));
        let beside = args.report.parent().map(|folder| folder.join(named));
        let there =
            args.folder.iter().map(|folder| folder.join(named)).chain([named.to_owned()]).chain(beside);
        let mut there = there.filter(|path| world.host.stamp(path).is_some());
        let Some(path) = there.next() else {
            return self.say("the article is not there; say with `--in` where it lies".to_owned());
        };
        match Session::open(&path, &args.reading.options(), None, world.host) {
            Ok(session) => {
                self.text(&session);
                self.layers(&path, world);
                self.marks(&session);
            }
            Err(error) => self.say(error.to_string()),
        }
    }

    fn text(&mut self, session: &Session) {
        let document = session.document();
        if text(self.article, "digest") != document.digest().ni() {
            self.say("its text is another than that of the report".to_owned());
        }
        let blocks = document.blocks().iter().map(|block| document.slice(block.range));
        let told = all(self.article, "blocks").iter().map(|block| text(block, "text"));
        let differs = blocks.zip(told).find(|(is, told)| is != told);
        if let Some((is, told)) = differs.map(|(is, told)| difference(told, is)) {
            self.say(format!("the report prints {is}, the article says {told}"));
        }
    }

    fn layers(&mut self, path: &Path, world: &World<'_>) {
        for layer in all(self.article, "layers") {
            let file: PathBuf = path.with_file_name(text(layer, "file"));
            match world.host.read(&file, crate::sidecar::caps::MAX_LAYER_BYTES) {
                Ok(bytes) if Digest::of_bytes(&bytes).ni() == text(layer, "digest") => {}
                Ok(_) => self.say(format!("the layer `{}` changed since", text(layer, "file"))),
                Err(error) => {
                    self.say(format!("the layer `{}` cannot be read: {error}", text(layer, "file")))
                }
            }
        }
    }

    fn marks(&mut self, session: &Session) {
        for mark in all(self.article, "marks") {
            self.quote(mark, session);
            let id = Uuid::try_parse(text(mark, "id")).ok().map(AnnotationId);
            let Some(found) = id.and_then(|id| session.mark(id)) else {
                self.say(format!("the mark {} is in no layer", quoted(text(mark, "quote"), 60)));
                continue;
            };
            let annotation = found.annotation;
            if annotation.quote() != text(mark, "quote") {
                let (is, should) = difference(text(mark, "quote"), &annotation.quote());
                self.say(format!("the report quotes {is}, the mark has {should}"));
            }
            let figures = all(mark, "figures");
            if figures.len() != annotation.figures.len() {
                self.say(format!("{} has other figures in its layer", quoted(text(mark, "quote"), 60)));
            }
            for (told, figure) in figures.iter().zip(&annotation.figures) {
                self.n_figures += 1;
                let number = |key: &str| told.get(key).and_then(Value::as_u64);
                let is_same = (number("low"), number("high"), number("stated"))
                    == (figure.low, figure.high, figure.stated)
                    && text(told, "interval") == figure.interval()
                    && text(told, "figure") == figure.wording;
                if !is_same {
                    self.say(format!(
                        "the report counts {} “{}”, the mark {} “{}”",
                        text(told, "interval"),
                        text(told, "figure"),
                        figure.interval(),
                        figure.wording
                    ));
                }
            }
        }
    }

    /// Each piece of a mark that stands exactly where it was made says the quote, letter for letter.
    fn quote(&mut self, mark: &Value, session: &Session) {
        if text(mark, "placement") != "exact" {
            return;
        }
        self.n_quotes += 1;
        let characters = session.document().text();
        let pieces = all(mark, "pieces").iter().map(|piece| {
            let at =
                |nth: usize| piece.get(nth).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
            let (start, end) = (at(0).unwrap_or_default(), at(1).unwrap_or_default());
            characters.chars().skip(start).take(end.saturating_sub(start)).collect::<String>()
        });
        let stands = pieces.collect::<Vec<_>>().join(" … ");
        if stands != text(mark, "quote") {
            let (is, should) = difference(text(mark, "quote"), &stands);
            self.say(format!("the quote {is} does not stand there; the article says {should}"));
        }
    }
}

/// Both, from a little before they differ.
fn difference(one: &str, other: &str) -> (String, String) {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let cut = |words: &str| quoted(&words.chars().skip(same.saturating_sub(25)).collect::<String>(), 80);
    (cut(one), cut(other))
}
