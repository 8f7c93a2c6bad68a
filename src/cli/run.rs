//! `postil run`: the actions that stand on the lines of standard input, all or nothing.

mod work;

use super::args::RunArgs;
use super::print::visible;
use super::{End, Refusal, Stop, World, articles, not_saved, show};
use crate::layer::AnnotationId;
use crate::session::{Action, ActionError, Session};
use crate::text::quoted::{Token, quote, tokens};
use std::io::Read;
use work::Work;

/// The most that is read of a script.
const MAX_SCRIPT_BYTES: usize = 16 * 1024 * 1024;

/// One line that says something, with its number.
struct Line {
    number: usize,
    words: String,
}

pub(super) fn run(args: &RunArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let script = read(world)?;
    let lines = lines(&script)?;
    let person = articles::person(&args.name, world)?;
    let mut work = Work::open(args, person, world)?;
    let saved = perform(&lines, &mut work, world)?;
    work.save(world.host).map_err(|error| match saved {
        Some(_) => Refusal::new(error.to_string()).hint(kept(saved)),
        None => not_saved(error),
    })?;
    let told = work.session().map_or_else(|| work.register(), show::marked_text);
    world.out.raw(&visible(&told))?;
    Ok(End::Done)
}

fn read(world: &mut World<'_>) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    let most = MAX_SCRIPT_BYTES as u64 + 1;
    world
        .input
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| Refusal::new(format!("standard input cannot be read: {error}")))?;
    if MAX_SCRIPT_BYTES < bytes.len() {
        return Err(Refusal::new(format!("standard input has more than {} MiB", MAX_SCRIPT_BYTES >> 20))
            .hint("cut the lines into several runs"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Refusal::new(format!("line {line} of standard input is not UTF-8")).hint("save the lines as UTF-8")
    })
}

/// The lines that say something. All are read before the first is done, so that a slip in the last
/// one costs nothing.
fn lines(script: &str) -> Result<Vec<Line>, Refusal> {
    let script = script.strip_prefix('\u{feff}').unwrap_or(script);
    let numbered = script.lines().enumerate().map(|(i, words)| (i + 1, words.trim()));
    let lines: Vec<Line> = numbered
        .filter(|(_, words)| !words.is_empty() && !words.starts_with('#'))
        .map(|(number, words)| Line { number, words: words.to_owned() })
        .collect();
    for line in &lines {
        line.words.parse::<Action>().map_err(|error| refused(line, error, None))?;
    }
    Ok(lines)
}

/// Does the lines, and tells the number of the last one that saved.
fn perform(lines: &[Line], work: &mut Work, world: &mut World<'_>) -> Result<Option<usize>, Refusal> {
    let mut made: Vec<AnnotationId> = Vec::new();
    let mut saved = None;
    for line in lines {
        let words = with_ids(&line.words, &made, work.session());
        let action: Action = words.parse().map_err(|error| refused(line, error, saved))?;
        let outcome = work.perform(&action, world).map_err(|error| refused(line, error, saved))?;
        made.extend(outcome.created);
        if matches!(action, Action::Save | Action::Reopen) {
            saved = Some(line.number);
        }
    }
    Ok(saved)
}

/// `a1`, `a2`, … are the marks that the lines before made, unless a mark of the article is called so.
fn with_ids(line: &str, made: &[AnnotationId], session: Option<&Session>) -> String {
    let id_of = |word: &str| {
        let number: usize = word.strip_prefix('a')?.parse().ok()?;
        let is_there = AnnotationId::named(word)
            .is_some_and(|id| session.is_some_and(|session| session.mark(id).is_some()));
        made.get(number.checked_sub(1)?).filter(|_| !is_there)
    };
    let Ok(tokens) = tokens(line) else { return line.to_owned() };
    let words: Vec<String> = tokens
        .into_iter()
        .map(|token| match token {
            Token::Word(word) => id_of(&word).map_or(word, |id| id.0.simple().to_string()),
            Token::Quoted(words) => quote(&words),
        })
        .collect();
    words.join(" ")
}

fn refused(line: &Line, error: ActionError, saved: Option<usize>) -> Refusal {
    let message = format!("line {}: {}", line.number, error);
    Refusal { message, hints: error.hint().into_iter().collect() }.hint(kept(saved))
}

/// What is safe although the rest was refused.
fn kept(saved: Option<usize>) -> String {
    match saved {
        Some(number) => format!("the lines up to number {number} are saved, nothing after them"),
        None => "nothing was saved".to_owned(),
    }
}
