//! One printable page for each pupil: what was found, every point with its reason, and the key's explanations.
//! It asks nothing of the net, and strangers' words are words in it.

use super::marking::{Marking, Pupil};
use crate::analysis::grading::{Judged, KeyMark, Verdict};

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <style>\nbody { font: 11pt/1.4 serif; max-width: 44em; margin: 2em auto; }\n\
    table { border-collapse: collapse; width: 100%; }\ntd, th { border-bottom: 1px solid; padding: .3em .5em; \
    text-align: left; vertical-align: top; }\ntr { break-inside: avoid; }\n.points { text-align: right; \
    white-space: nowrap; }\n.why { font-size: 90%; }\n</style>\n";

/// The page of a pupil.
pub fn page(marking: &Marking, pupil: &Pupil, name: &str, title: &str) -> String {
    let grade = &pupil.grade;
    let passed = if grade.has_passed { "passed" } else { "not passed" };
    let handed_in = pupil.handed.handed_in.map_or_else(String::new, |at| format!("<p>Handed in: {at}</p>\n"));
    let mut page = format!(
        "{HEAD}<title>{name}: {title}</title>\n</head>\n<body>\n<h1>{name}</h1>\n<p>{title}</p>\n{handed_in}\
         <p><strong>{} of {} points</strong> ({:.0} %, {passed})</p>\n<table>\n\
         <tr><th>In the key</th><th>Yours</th><th class=\"points\">Points</th></tr>\n",
        points(grade.points),
        points(grade.of),
        grade.share() * 100.0,
        name = escaped(name),
        title = escaped(title),
    );
    for (judged, key) in grade.marks.iter().zip(marking.key()) {
        page.push_str(&row(judged, key, pupil));
    }
    page.push_str("</table>\n");
    if !grade.extras.is_empty() {
        page.push_str(&format!(
            "<h2>Not in the key ({} points off for each)</h2>\n<ul>\n",
            points(grade.cost)
        ));
        for extra in &grade.extras {
            page.push_str(&format!("<li>{}</li>\n", own(pupil, extra)));
        }
        page.push_str("</ul>\n");
    }
    if !pupil.handed.unplaced.is_empty() {
        page.push_str("<h2>Marked in another version of the text, and not graded</h2>\n<ul>\n");
        pupil
            .handed
            .unplaced
            .iter()
            .for_each(|words| page.push_str(&format!("<li>“{}”</li>\n", escaped(words))));
        page.push_str("</ul>\n");
    }
    page + "</body>\n</html>\n"
}

fn row(judged: &Judged, key: &KeyMark, pupil: &Pupil) -> String {
    let tags = key.accepted.first().map(|mark| mark.tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>());
    let explanation = match key.explanation.trim() {
        "" => String::new(),
        words => format!("<p class=\"why\">{}</p>", escaped(words)),
    };
    let lines = judged.lines.iter().map(|line| {
        let name = line.part.name();
        format!("{name}: {} of {} ({})", points(line.points), points(line.of), escaped(&line.why.to_string()))
    });
    let lines = match judged.verdict {
        Verdict::Optional | Verdict::Unplaced => escaped(&judged.why()),
        _ if judged.by_hand.is_some() => escaped(&judged.why()),
        _ => lines.collect::<Vec<_>>().join("<br>"),
    };
    let yours = judged.own.map_or_else(|| escaped(&judged.why()), |own_mark| own(pupil, &own_mark));
    format!(
        "<tr><td><strong>{}</strong> “{}”{explanation}</td><td>{yours}<p class=\"why\">{lines}</p></td>\
         <td class=\"points\">{} / {}</td></tr>\n",
        escaped(&tags.unwrap_or_default().join(", ")),
        escaped(&key.quote),
        points(judged.points()),
        points(judged.of()),
    )
}

fn own(pupil: &Pupil, mark: &crate::layer::AnnotationId) -> String {
    let Some((words, tags)) = pupil.handed.words.get(mark) else { return String::new() };
    let tags: Vec<&str> = tags.iter().map(|tag| tag.as_str()).collect();
    format!("<strong>{}</strong> “{}”", escaped(&tags.join(", ")), escaped(words))
}

/// `2`, `1.5`, `0.33`.
pub fn points(points: f64) -> String {
    let shown = format!("{points:.2}");
    shown.trim_end_matches('0').trim_end_matches('.').to_owned()
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
