//! `postil search`: words and filters over a folder, in its texts and in what was marked.

mod found;

use super::args::SearchArgs;
use super::{End, Refusal, Stop, World, json};
use crate::document::import::Extent;
use crate::host::Host;
use crate::library::search::{Asked, Search, Texts};
use crate::library::{Depth, Library, Query, QueryError, parallel};
use found::Asking;
use std::sync::Arc;

/// How many articles are asked before what was found in them is printed.
const AT_ONCE: usize = 64;

pub(super) fn run(args: &SearchArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let asked = asked(args)?;
    if !world.host.is_folder(&args.folder) {
        let (message, hint) =
            (format!("`{}` is no folder", args.folder.display()), "`postil find` looks into one article");
        return Err(Refusal::new(message).hint(hint).into());
    }
    let (library, mut end) = library(args, world);
    let search = Search::new(asked, &library, &Arc::new(Texts::default())).map_err(refused)?;
    let mut array = json::Array::default();
    let entries: Vec<_> = library.entries().collect();
    for portion in entries.chunks(AT_ONCE) {
        let mut answers = Vec::new();
        let asking = Asking { search: &search, library: &library, args };
        let ask = |nth: usize, host: &dyn Host| asking.ask(portion[nth], host);
        parallel(world.host, portion.len(), ask, |answer| {
            answers.push(answer);
            true
        });
        for answer in answers {
            match answer {
                Ok(found) if args.json => {
                    found.elements.iter().try_for_each(|element| array.add(element, &mut world.out))?;
                }
                Ok(found) => world.out.raw(&found.lines)?,
                Err(error) => {
                    world.refuse(&error.into());
                    end = End::Unusable;
                }
            }
        }
    }
    if args.json {
        array.end(&mut world.out)?;
    }
    Ok(end)
}

/// The folder as it is now; what is read of it is kept in the cache directory for the next search.
fn library(args: &SearchArgs, world: &mut World<'_>) -> (Library, End) {
    let mut library = Library::new(args.folder.clone(), Depth::All);
    let options = args.reading.options();
    let is_usual = options.encoding.is_none() && options.extent == Extent::default();
    let job = if is_usual { library.look() } else { library.look().reading(options) };
    job.run(world.host, |news| {
        library.take(news);
        true
    });
    if is_usual {
        // A search that could not be kept costs the next one time, and nothing else.
        drop(library.save().run(world.host));
    }
    let mut end = End::Done;
    for fault in library.faults() {
        let folder = args.folder.join(&*fault.folder);
        world.refuse(&Refusal::new(format!(
            "cannot list the folder `{}`: {}",
            folder.display(),
            fault.reason
        )));
        end = End::Unusable;
    }
    (library, end)
}

/// What the arguments ask for: each is one term, words that stand together or a filter with its value.
fn asked(args: &SearchArgs) -> Result<Asked, Refusal> {
    let mut query = Query::default();
    for argument in &args.words {
        let one: Query = term(argument).parse().map_err(refused)?;
        query.terms.extend(one.terms);
    }
    let asked = Asked::of(query, &args.meant.query("")).map_err(refused)?;
    if asked.is_empty() {
        return Err(Refusal::new("there is nothing to look for").hint("give some words or a filter"));
    }
    Ok(asked)
}

/// An argument as a query has it. The shell took the quotation marks away.
fn term(argument: &str) -> String {
    if argument.starts_with(['"', '\'']) {
        return argument.to_owned();
    }
    let (sign, rest) = argument.strip_prefix('-').map_or(("", argument), |rest| ("-", rest));
    match rest.split_once(':') {
        Some((key, value)) if key.bytes().all(|byte| byte.is_ascii_lowercase()) && !key.is_empty() => {
            format!("{sign}{key}:{}", quoted(value))
        }
        _ => format!("{sign}{}", quoted(rest)),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

fn refused(error: QueryError) -> Refusal {
    Refusal::new(error.to_string()).hint(error.hint())
}
