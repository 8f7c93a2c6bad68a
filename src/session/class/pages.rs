//! One printable page for each pupil: what was found, every point with its reason, and the key's explanations.
//! It asks nothing of the net, and strangers' words are words in it.

use super::marking::{Marking, Pupil};
use super::phrase::{Phrase, Tell, points};
use crate::analysis::grading::{Judged, KeyMark, Verdict};
use crate::layer::AnnotationId;

const HEAD: &str = "<meta charset=\"utf-8\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <style>\nbody { font: 11pt/1.4 serif; max-width: 44em; margin: 2em auto; }\n\
    table { border-collapse: collapse; width: 100%; }\ntd, th { border-bottom: 1px solid; padding: .3em .5em; \
    text-align: left; vertical-align: top; }\ntr { break-inside: avoid; }\n.points { text-align: right; \
    white-space: nowrap; }\n.why { font-size: 90%; }\n</style>\n";

/// The page of a pupil, who is called `name` on the article of a `title`, in the words of `tell`.
pub fn page(marking: &Marking, pupil: &Pupil, (name, title): (&str, &str), tell: Tell<'_>) -> String {
    let (grade, say) = (&pupil.grade, |phrase: Phrase<'_>| escaped(&tell(&phrase)));
    let handed_in = pupil.handed.handed_in.map(|at| format!("<p>{}</p>\n", say(Phrase::HandedIn(at))));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n{HEAD}<title>{name}: {title}</title>\n</head>\n<body>\n\
         <h1>{name}</h1>\n<p>{title}</p>\n{}<p><strong>{}</strong></p>\n<table>\n\
         <tr><th>{}</th><th>{}</th><th class=\"points\">{}</th></tr>\n",
        say(Phrase::Language),
        handed_in.unwrap_or_default(),
        say(Phrase::Grade(grade)),
        say(Phrase::InKey),
        say(Phrase::Yours),
        say(Phrase::Points),
        name = escaped(name),
        title = escaped(title),
    );
    for (judged, key) in grade.marks.iter().zip(marking.key()) {
        page.push_str(&row(judged, key, pupil, &say));
    }
    page.push_str("</table>\n");
    let extras: Vec<String> = grade.extras.iter().map(|extra| own(pupil, extra, &say)).collect();
    page.push_str(&listed(&say(Phrase::Extras(extras.len(), grade.cost)), &extras));
    let lost: Vec<String> =
        pupil.handed.unplaced.iter().map(|words| format!("“{}”", escaped(words))).collect();
    page.push_str(&listed(&say(Phrase::Unplaced), &lost));
    page + "</body>\n</html>\n"
}

/// What is escaped already, below a heading; nothing of no lines.
fn listed(heading: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| format!("<li>{line}</li>\n")).collect();
    format!("<h2>{heading}</h2>\n<ul>\n{lines}</ul>\n")
}

/// A mark of the key; `say` escapes what it says.
fn row(judged: &Judged, key: &KeyMark, pupil: &Pupil, say: &impl Fn(Phrase<'_>) -> String) -> String {
    let tags = key.accepted.first().map(|mark| say(Phrase::Tags(&mark.tags))).unwrap_or_default();
    let explanation = match key.explanation.trim() {
        "" => String::new(),
        words => format!("<p class=\"why\">{}</p>", escaped(words)),
    };
    let why = say(Phrase::Why(judged));
    let lines = match judged.verdict {
        Verdict::Optional | Verdict::Unplaced => why.clone(),
        _ if judged.by_hand.is_some() => why.clone(),
        _ => judged.lines.iter().map(|line| say(Phrase::Line(line))).collect::<Vec<_>>().join("<br>"),
    };
    let yours = judged.own.map_or(why, |own_mark| own(pupil, &own_mark, say));
    format!(
        "<tr><td><strong>{tags}</strong> “{}”{explanation}</td><td>{yours}<p class=\"why\">{lines}</p></td>\
         <td class=\"points\">{} / {}</td></tr>\n",
        escaped(&key.quote),
        points(judged.points()),
        points(judged.of()),
    )
}

fn own(pupil: &Pupil, mark: &AnnotationId, say: &impl Fn(Phrase<'_>) -> String) -> String {
    let Some((words, tags)) = pupil.handed.words.get(mark) else { return String::new() };
    format!("<strong>{}</strong> “{}”", say(Phrase::Tags(tags)), escaped(words))
}

fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in crate::text::shown::visible(words).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
