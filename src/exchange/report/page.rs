//! The page, made from the report's JSON alone: every statement on a line of its own.

use super::number_line;
use super::style::STYLE;
use super::words::{all, bdi, html, number, text};
use crate::document::Digest;
use crate::text::shown::{on_a_line, safe_json};
use serde_json::Value;
use std::collections::HashMap;

/// What stands around the JSON within the page.
pub(super) const BEFORE_DATA: &str = "<template id=\"postil-report\">";
pub(super) const AFTER_DATA: &str = "</template>";

/// The longest title in a heading, in characters.
const LONGEST_TITLE: usize = 300;

/// The report as one page of HTML.
pub fn page(report: &Value) -> String {
    // What hides within strings stands as escapes, so that the page shows it nowhere and loses nothing of it.
    let data = safe_json(&report.to_string()).into_owned();
    let numbers = mark_numbers(report);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Report of marks</title>\n<style>\n{STYLE}\n{}</style>\n</head>\n<body>\n",
        colours(report)
    );
    page.push_str(&head(report));
    incidents(report, &numbers, &mut page);
    threads(report, &numbers, &mut page);
    sources(report, &mut page);
    gaps(report, &numbers, &mut page);
    for article in all(report, "articles") {
        self::article(article, report, &numbers, &mut page);
    }
    hashes(report, &data, &mut page);
    page.push_str(&format!("{BEFORE_DATA}{}{AFTER_DATA}\n</body>\n</html>\n", html(&data)));
    page
}

/// The numbers by which the page calls marks.
fn mark_numbers(report: &Value) -> HashMap<&str, usize> {
    let marks = all(report, "articles").iter().flat_map(|article| all(article, "marks"));
    marks.enumerate().map(|(nth, mark)| (text(mark, "id"), nth + 1)).collect()
}

/// Tags have classes by their place in the codebook: a slug could be anything.
fn class(report: &Value, slug: &str) -> String {
    let nth = all(report, "tags").iter().position(|tag| text(tag, "slug") == slug);
    let shape = nth.and_then(|nth| all(report, "tags").get(nth)).map_or("solid", |tag| text(tag, "shape"));
    let shape = if matches!(shape, "double" | "dotted" | "wavy" | "dashed") { shape } else { "solid" };
    format!("m {shape} t{}", nth.map_or_else(|| "x".to_owned(), |nth| nth.to_string()))
}

fn colours(report: &Value) -> String {
    let is_colour = |colour: &str| {
        colour.len() == 7
            && colour.starts_with('#')
            && colour.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
    };
    let rule = |(nth, tag): (usize, &Value)| {
        let colour = text(tag, "colour");
        is_colour(colour).then(|| format!(".t{nth}{{text-decoration-color:{colour}}}\n"))
    };
    all(report, "tags").iter().enumerate().filter_map(rule).collect()
}

fn label<'a>(report: &'a Value, slug: &'a str) -> &'a str {
    let tag = all(report, "tags").iter().find(|tag| text(tag, "slug") == slug);
    tag.map_or(slug, |tag| text(tag, "label"))
}

fn head(report: &Value) -> String {
    let n_marks: usize = all(report, "articles").iter().map(|article| all(article, "marks").len()).sum();
    let mut head = format!(
        "<header>\n<h1>Report of marks</h1>\n<p class=\"facts\">Made {} by {}: {n_marks} marks in {} articles, {} incidents, \
         {} threads. Nothing here says who is right.</p>\n<p class=\"legend\">",
        html(text(report, "made")),
        html(text(report, "program")),
        all(report, "articles").len(),
        all(report, "incidents").len(),
        all(report, "threads").len(),
    );
    for tag in all(report, "tags") {
        let class = class(report, text(tag, "slug"));
        head.push_str(&format!("<span class=\"{class}\">{}</span> · ", html(text(tag, "label"))));
    }
    head.push_str("</p>\n<ol class=\"facts\">\n");
    for (nth, article) in all(report, "articles").iter().enumerate() {
        let title = bdi(&on_a_line(text(article, "title"), LONGEST_TITLE));
        head.push_str(&format!(
            "<li><a href=\"#a{nth}\">{title}</a> {}</li>\n",
            html(&outlet_and_date(article))
        ));
    }
    head + "</ol>\n</header>\n"
}

fn outlet_and_date(article: &Value) -> String {
    let facts = ["outlet", "date", "place"].map(|key| on_a_line(text(article, key), 100));
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ")
}

fn mark_link(id: &str, numbers: &HashMap<&str, usize>) -> String {
    match numbers.get(id) {
        Some(n) => format!("<a href=\"#m{n}\">{n}</a>"),
        None => String::new(),
    }
}

fn or_open(n: Option<u64>) -> String {
    n.map_or_else(|| "open".to_owned(), |n| n.to_string())
}

fn incidents(report: &Value, numbers: &HashMap<&str, usize>, page: &mut String) {
    if all(report, "incidents").is_empty() {
        return;
    }
    page.push_str("<section>\n<h2>Incidents</h2>\n");
    let mut nth_line = 0;
    for incident in all(report, "incidents") {
        page.push_str(&format!(
            "<h3>{} {}</h3>\n",
            bdi(text(incident, "place")),
            html(text(incident, "days"))
        ));
        for outcome in all(incident, "outcomes") {
            let (name, rule) = (text(outcome, "outcome"), text(incident, "rule"));
            let best = number(outcome, "best").map_or_else(String::new, |best| format!("best {best}, "));
            page.push_str(&format!(
                "<figure><figcaption>{}: {best}from {} to {} ({})</figcaption>\n",
                html(if name.is_empty() { "harmed" } else { name }),
                number(outcome, "low").unwrap_or_default(),
                or_open(number(outcome, "high")),
                html(rule),
            ));
            page.push_str(&number_line::svg(incident, name, nth_line));
            page.push_str("</figure>\n");
            nth_line += 1;
        }
        grid(incident, numbers, page);
        pairs(incident, page);
    }
    page.push_str("</section>\n");
}

/// Sources × facts.
fn grid(incident: &Value, numbers: &HashMap<&str, usize>, page: &mut String) {
    page.push_str(
        "<table><thead><tr><th>no.</th><th>by whom</th><th>how many</th><th>when</th><th>where</th><th>blamed</th>\
         <th>words</th><th>told in</th></tr></thead><tbody>\n",
    );
    for (nth, statement) in all(incident, "statements").iter().enumerate() {
        let of = |key: &str| html(text(statement, key));
        let denied = statement.get("denied").and_then(Value::as_bool).unwrap_or_default();
        let told = all(statement, "told").iter().map(|told| {
            format!(
                "{} {} {}",
                html(text(told, "day")),
                bdi(text(told, "article")),
                mark_link(text(told, "mark"), numbers)
            )
        });
        page.push_str(&format!(
            "<tr><td class=\"n\">{}</td><td>{}</td><td>{} {} {}{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
            nth + 1,
            bdi(text(statement, "origin")),
            of("interval"),
            of("outcome"),
            of("population"),
            if denied { " (denied)" } else { "" },
            of("days"),
            bdi(text(statement, "place")),
            bdi(text(statement, "blamed")),
            bdi(text(statement, "wording")),
            told.collect::<Vec<_>>().join("; "),
        ));
    }
    page.push_str("</tbody></table>\n");
}

fn pairs(incident: &Value, page: &mut String) {
    let is_telling = |pair: &&Value| pair.get("comparable").and_then(Value::as_bool).unwrap_or_default();
    let telling = all(incident, "pairs").iter().filter(is_telling);
    page.push_str("<ul class=\"facts\">\n");
    for pair in telling {
        page.push_str(&format!(
            "<li>{} and {}: <span class=\"verdict\">{}</span>, {}</li>\n",
            number(pair, "one").unwrap_or_default() + 1,
            number(pair, "other").unwrap_or_default() + 1,
            html(text(pair, "verdict")),
            html(text(pair, "reason")),
        ));
    }
    page.push_str("</ul>\n");
}

fn threads(report: &Value, numbers: &HashMap<&str, usize>, page: &mut String) {
    if all(report, "threads").is_empty() {
        return;
    }
    page.push_str("<section>\n<h2>Threads</h2>\n");
    for thread in all(report, "threads") {
        page.push_str(&format!(
            "<p>{} “{}” {}</p>\n<ul>\n",
            mark_link(text(thread, "mark"), numbers),
            bdi(text(thread, "words")),
            html(text(thread, "article")),
        ));
        for answer in all(thread, "answers") {
            page.push_str(&format!(
                "<li>{} {} {}: “{}” {}</li>\n",
                mark_link(text(answer, "mark"), numbers),
                bdi(text(answer, "source")),
                html(text(answer, "relation")),
                bdi(text(answer, "words")),
                html(text(answer, "article")),
            ));
        }
        page.push_str("</ul>\n");
    }
    page.push_str("</section>\n");
}

fn sources(report: &Value, page: &mut String) {
    if all(report, "sources").is_empty() {
        return;
    }
    page.push_str(
        "<section>\n<h2>Sources</h2>\n<table><thead><tr><th>source</th><th>marks</th><th>figures</th><th>denials made</th>\
         <th>denials received</th><th>first</th><th>last</th><th>% of words</th><th>names used</th></tr></thead><tbody>\n",
    );
    for line in all(report, "sources") {
        let cell = |key: &str| format!("<td class=\"n\">{}</td>", html(text(line, key)));
        let numbers =
            ["marks", "figures", "denials_made", "denials_received", "first", "last", "share"].map(cell);
        page.push_str(&format!(
            "<tr><td>{}</td>{}<td>{}</td></tr>\n",
            bdi(text(line, "source")),
            numbers.concat(),
            bdi(text(line, "names")),
        ));
    }
    page.push_str("</tbody></table>\n</section>\n");
}

fn gaps(report: &Value, numbers: &HashMap<&str, usize>, page: &mut String) {
    if all(report, "gaps").is_empty() {
        return;
    }
    page.push_str("<section>\n<h2>Gaps</h2>\n<ul>\n");
    for gap in all(report, "gaps") {
        page.push_str(&format!(
            "<li>{} {}</li>\n",
            mark_link(text(gap, "mark"), numbers),
            html(text(gap, "lacks"))
        ));
    }
    page.push_str("</ul>\n</section>\n");
}

fn article(article: &Value, report: &Value, numbers: &HashMap<&str, usize>, page: &mut String) {
    let nth =
        all(report, "articles").iter().position(|other| std::ptr::eq(other, article)).unwrap_or_default();
    page.push_str(&format!(
        "<article id=\"a{nth}\" lang=\"{}\">\n<h2>{}</h2>\n<p class=\"facts\">{} · {}</p>\n<div class=\"text\" dir=\"auto\">\n",
        html(text(article, "language")),
        bdi(&on_a_line(text(article, "title"), LONGEST_TITLE)),
        html(&outlet_and_date(article)),
        html(text(article, "path")),
    ));
    let pieces = Pieces::of(article, report, numbers);
    for block in all(article, "blocks") {
        let kind = text(block, "kind");
        let tag = if matches!(kind, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            "h3"
        } else if kind == "blockquote" {
            kind
        } else {
            "p"
        };
        let start = number(block, "start").and_then(|start| usize::try_from(start).ok()).unwrap_or_default();
        page.push_str(&format!("<{tag} dir=\"auto\">{}</{tag}>\n", pieces.words(text(block, "text"), start)));
    }
    page.push_str("</div>\n<table><thead><tr><th>no.</th><th>tag</th><th>words</th><th>source</th><th>figures</th><th>links</th><th>note</th><th>by</th></tr></thead><tbody>\n");
    for mark in all(article, "marks") {
        page.push_str(&mark_row(mark, report, numbers));
    }
    page.push_str("</tbody></table>\n</article>\n");
}

fn mark_row(mark: &Value, report: &Value, numbers: &HashMap<&str, usize>) -> String {
    let n = numbers.get(text(mark, "id")).copied().unwrap_or_default();
    let tags = all(mark, "tags")
        .iter()
        .filter_map(Value::as_str)
        .map(|slug| format!("<span class=\"{}\">{}</span>", class(report, slug), html(label(report, slug))));
    let figures = all(mark, "figures").iter().map(|figure| {
        let of = |key: &str| html(text(figure, key));
        format!(
            "{} {} {} (“{}”, {})",
            of("interval"),
            of("outcome"),
            of("population"),
            of("figure"),
            of("convention")
        )
    });
    let links = all(mark, "links").iter().map(|link| {
        format!(
            "{} {} “{}”",
            html(text(link, "relation")),
            mark_link(text(link, "to"), numbers),
            html(text(link, "words"))
        )
    });
    let placement = match text(mark, "placement") {
        "" | "exact" => String::new(),
        other => format!(" <em>({})</em>", html(other)),
    };
    format!(
        "<tr id=\"r{n}\"><td class=\"n\"><a href=\"#m{n}\">{n}</a></td><td>{}</td><td>{}{placement}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
        tags.collect::<Vec<_>>().join(" "),
        bdi(text(mark, "quote")),
        bdi(text(mark, "source")),
        figures.collect::<Vec<_>>().join("; "),
        links.collect::<Vec<_>>().join("; "),
        bdi(text(mark, "note")),
        bdi(text(mark, "annotator")),
    )
}

/// The pieces of an article's marks, by where they begin.
struct Pieces(Vec<Piece>);

struct Piece {
    start: usize,
    end: usize,
    number: usize,
    is_last: bool,
    classes: Vec<String>,
}

impl Pieces {
    fn of(article: &Value, report: &Value, numbers: &HashMap<&str, usize>) -> Self {
        let mut found = Vec::new();
        for mark in all(article, "marks") {
            let number = numbers.get(text(mark, "id")).copied().unwrap_or_default();
            let tags: Vec<String> =
                all(mark, "tags").iter().filter_map(Value::as_str).map(|slug| class(report, slug)).collect();
            let classes = if tags.is_empty() { vec!["m solid tx".to_owned()] } else { tags };
            let pieces = all(mark, "pieces");
            for (nth, piece) in pieces.iter().enumerate() {
                let end =
                    |at: usize| piece.get(at).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
                let (Some(start), Some(end)) = (end(0), end(1)) else { continue };
                let is_last = nth + 1 == pieces.len();
                found.push(Piece { start, end, number, is_last, classes: classes.clone() });
            }
        }
        found.sort_by_key(|piece| (piece.start, std::cmp::Reverse(piece.end), piece.number));
        Self(found)
    }

    /// The words of a block that begins at `start`, split wherever a piece begins or ends.
    fn words(&self, words: &str, start: usize) -> String {
        let n = words.chars().count();
        let end = start + n;
        let here: Vec<&Piece> =
            self.0.iter().filter(|piece| piece.start < end && start < piece.end).collect();
        if here.is_empty() {
            return html(words);
        }
        let mut cuts: Vec<usize> =
            here.iter().flat_map(|piece| [piece.start.max(start), piece.end.min(end)]).collect();
        cuts.extend([start, end]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut characters = words.chars();
        let mut shown = String::with_capacity(words.len() * 2);
        for cut in cuts.windows(2) {
            let [from, to] = *cut else { continue };
            let part: String = characters.by_ref().take(to - from).collect();
            let over: Vec<&&Piece> =
                here.iter().filter(|piece| piece.start <= from && to <= piece.end).collect();
            let classes: Vec<&String> = over.iter().flat_map(|piece| &piece.classes).collect();
            classes.iter().for_each(|class| shown.push_str(&format!("<span class=\"{class}\">")));
            shown.push_str(&html(&part));
            classes.iter().for_each(|_| shown.push_str("</span>"));
            for piece in here.iter().filter(|piece| piece.is_last && piece.end == to) {
                let n = piece.number;
                shown.push_str(&format!("<sup id=\"m{n}\"><a href=\"#r{n}\">{n}</a></sup>"));
            }
        }
        shown
    }
}

fn hashes(report: &Value, data: &str, page: &mut String) {
    page.push_str("<footer>\n<h2>Hashes</h2>\n<table><thead><tr><th>file</th><th>of</th><th>digest</th></tr></thead><tbody>\n");
    for article in all(report, "articles") {
        page.push_str(&format!(
            "<tr><td>{}</td><td>reading text</td><td><code>{}</code></td></tr>\n",
            html(text(article, "path")),
            html(text(article, "digest"))
        ));
        for layer in all(article, "layers") {
            page.push_str(&format!(
                "<tr><td>{}</td><td>marks by {}</td><td><code>{}</code></td></tr>\n",
                html(text(layer, "file")),
                bdi(text(layer, "annotator")),
                html(text(layer, "digest"))
            ));
        }
    }
    page.push_str(&format!(
        "</tbody></table>\n<p>Digest of this report’s data: <code>{}</code>. <code>postil verify</code> compares all of it with the \
         sources.</p>\n</footer>\n",
        Digest::of_bytes(data.as_bytes()).ni()
    ));
}
