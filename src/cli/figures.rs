//! `postil figures`: every count of people that articles tell, and what became of them.

use super::args::{ConventionArg, FiguresArgs};
use super::print::{quoted, visible};
use super::{End, Refusal, Stop, World, articles, json};
use crate::document::{Document, Numbers};
use crate::layer::{
    Convention, Conventions, Figure, FigureIn, LANGUAGES, Outcome, Population, Qualifier, Role,
};
use crate::sidecar::read_conventions;
use serde_json::{Value, json};
use std::io::Read;
use std::path::Path;

/// The longest text of standard input.
const MOST_BYTES: usize = 64 << 20;
/// The most characters of a passage that are printed.
const LONGEST: usize = 80;

pub(super) fn run(args: &FiguresArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let language = args.lang.as_deref();
    if let Some(unknown) = language.filter(|language| !LANGUAGES.contains(language)) {
        return Err(Refusal::new(format!("no words of the language `{}` are known", visible(unknown)))
            .hint(format!("known are {}", LANGUAGES.join(", ")))
            .into());
    }
    let mut all = Vec::new();
    for path in &args.files {
        let conventions = conventions(path, args.convention, world)?;
        let (name, document) = if path.as_os_str() == "-" {
            (None, std::sync::Arc::new(Document::plain(&standard_input(world)?)))
        } else {
            let session = articles::open(path, &args.reading, None, world)?;
            (Some(session.path().to_string_lossy().into_owned()), session.document().clone())
        };
        let mut found = Figure::all_in(document.text(), language);
        for one in &mut found {
            one.figure = conventions.read(std::mem::take(&mut one.figure));
        }
        if args.json {
            all.extend(found.iter().map(|found| described(found, name.as_deref(), &document)));
            continue;
        }
        let numbers = Numbers::of(&document);
        for found in &found {
            let paragraph = numbers.at(&document, found.range.start());
            let place = paragraph.map_or_else(String::new, |number| format!(" (paragraph {number})"));
            let outcome = found.figure.outcome.as_ref().map_or("harmed", Outcome::name);
            let words = quoted(&found.figure.wording, LONGEST);
            let number = number(&found.figure, args.convention);
            world.out.line(&format!("{number} {outcome}: {words}{place}"))?;
        }
    }
    if args.json {
        json::print(&Value::Array(all), &mut world.out)?;
    }
    Ok(End::Done)
}

/// How many, for people or in the notation that is asked for.
fn number(figure: &Figure, convention: Option<ConventionArg>) -> String {
    match (convention, figure.tolerance()) {
        (Some(ConventionArg::Muc), _) => figure.muc().unwrap_or_else(|| figure.interval()),
        (_, Some((low, high))) => format!("{} ({low}–{high})", figure.interval()),
        _ => figure.interval(),
    }
}

/// How words without a number are read: as is asked for, else as the folder of the article says; for standard
/// input that is the working directory.
fn conventions(path: &Path, asked: Option<ConventionArg>, world: &World<'_>) -> Result<Conventions, Refusal> {
    let settings = world.host.settings_for(path).and_then(|(_, text)| text.ok());
    let folder = settings.map(|text| read_conventions(&text)).unwrap_or_default();
    let chosen = match asked {
        None => return Ok(folder),
        Some(ConventionArg::House) if !folder.has_house() => {
            let path = visible(&path.to_string_lossy()).into_owned();
            return Err(Refusal::new(format!("no table of the house holds for `{path}`"))
                .hint("`[figures.house]` in a `postil.toml` of its folder is one: `dozens = 24`"));
        }
        Some(ConventionArg::House) => Convention::House,
        Some(ConventionArg::Acled) => Convention::Acled,
        Some(ConventionArg::AsWorded | ConventionArg::Muc) => Convention::AsWorded,
    };
    Ok(Conventions { chosen: Some(chosen), ..folder })
}

fn standard_input(world: &mut World<'_>) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    world
        .input
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Refusal::new(format!("standard input cannot be read: {error}")))?;
    if MOST_BYTES < bytes.len() {
        return Err(Refusal::new(format!("standard input has more than {} MiB", MOST_BYTES >> 20)));
    }
    String::from_utf8(bytes)
        .map_err(|_| Refusal::new("standard input is not UTF-8").hint("save the text as UTF-8"))
}

fn described(found: &FigureIn, name: Option<&str>, document: &Document) -> Value {
    let place = document.code_points(found.range);
    let figure = &found.figure;
    let mut described = json!({
        "text": figure.wording,
        "start": place.start,
        "end": place.end,
        "outcome": figure.outcome.as_ref().map(Outcome::name),
        "population": figure.population.as_ref().map(Population::name),
        "low": figure.low,
        "high": figure.high,
        "stated": figure.stated,
        "qualifier": figure.qualifier.as_ref().map(Qualifier::name),
        "convention": figure.convention.as_ref().map(Convention::name),
        "tolerance": figure.tolerance().map(|(low, high)| json!({ "low": low, "high": high })),
        "muc": figure.muc(),
    });
    let (role, before) = match found.role {
        Role::Whole => (None, None),
        Role::Part => (Some("part"), None),
        Role::Addition => (Some("addition"), None),
        Role::Update(before) => (Some("update"), Some(before)),
        Role::Former => (Some("former"), None),
    };
    if let Some(of) = described.as_object_mut() {
        of.extend(name.map(|name| ("document".to_owned(), json!(name))));
        of.extend(role.map(|role| ("role".to_owned(), json!(role))));
        of.extend(before.map(|before| ("before".to_owned(), json!(before))));
    }
    described
}
