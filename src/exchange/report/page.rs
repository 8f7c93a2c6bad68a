//! The page, made from the report's JSON alone: every statement on a line of its own.

use super::article::{self, LONGEST_TITLE, outlet_and_date};
use super::json::Json;
use super::names::Names;
use super::number_line;
use super::style::STYLE;
use super::threads::{self, verdicts};
use super::words::{GENERATOR, all, bdi, counted, html, number, put, text, words_in};
use crate::document::Digest;
use crate::text::shown::on_a_line;
use std::collections::BTreeMap;

/// What stands around the JSON within the page.
pub(super) const BEFORE_DATA: &str = "<template id=\"postil-report\">";
pub(super) const AFTER_DATA: &str = "</template>";

/// The report as one page of HTML, with its data as they were written.
pub(super) fn page(report: &Json<'_>, data: &str) -> String {
    let names = Names::of(report);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{GENERATOR}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Report of marks</title>\n<style>\n{STYLE}\n{}</style>\n</head>\n<body>\n",
        colours(report)
    );
    head(report, &names, &mut page);
    incidents(report, &names, &mut page);
    threads::threads(report, &names, &mut page);
    sources(report, &mut page);
    gaps(report, &names, &mut page);
    for (nth, one) in all(report, "articles").iter().enumerate() {
        article::article(nth, one, &names, &mut page);
    }
    hashes(report, data, &mut page);
    // Without what begins mark-up, so that they are the bytes of the file beside the page.
    for part in [BEFORE_DATA, data, AFTER_DATA, "\n</body>\n</html>\n"] {
        page.push_str(part);
    }
    page
}

/// The shape and the colour of each tag.
fn colours(report: &Json<'_>) -> String {
    let is_colour = |colour: &str| {
        colour.len() == 7
            && colour.starts_with('#')
            && colour.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit())
    };
    let mut rules = String::new();
    for (nth, tag) in all(report, "tags").iter().enumerate() {
        let shape = text(tag, "shape");
        let shape = if matches!(shape, "double" | "dotted" | "wavy" | "dashed") { shape } else { "solid" };
        put(&mut rules, format_args!(".t{nth}{{text-decoration-style:{shape}"));
        let colour = text(tag, "colour");
        if is_colour(colour) {
            put(&mut rules, format_args!(";text-decoration-color:{colour}"));
        }
        rules.push_str("}\n");
    }
    rules
}

fn head(report: &Json<'_>, names: &Names<'_>, page: &mut String) {
    let n_marks: usize = all(report, "articles").iter().map(|article| all(article, "marks").len()).sum();
    let n = |key: &str, one: &str| counted(all(report, key).len(), one);
    put(
        page,
        format_args!(
            "<header>\n<h1>Report of marks</h1>\n<p class=\"facts\">Made {} by {}: {} in {}, {}, {}. Nothing here says who is \
             right.</p>\n<p class=\"legend\">",
            html(text(report, "made")),
            html(text(report, "program")),
            counted(n_marks, "mark"),
            n("articles", "article"),
            n("incidents", "incident"),
            n("threads", "thread"),
        ),
    );
    for (nth, tag) in all(report, "tags").iter().enumerate() {
        let part = if nth == 0 { "" } else { " · " };
        let class = names.class(text(tag, "slug"));
        put(page, format_args!("{part}<span class=\"{class}\">{}</span>", html(text(tag, "label"))));
    }
    page.push_str("</p>\n<ol class=\"facts\">\n");
    for (nth, article) in all(report, "articles").iter().enumerate() {
        let title = on_a_line(text(article, "title"), LONGEST_TITLE);
        let facts = outlet_and_date(article);
        put(page, format_args!("<li><a href=\"#a{nth}\">{}</a> {}</li>\n", bdi(&title), html(&facts)));
    }
    page.push_str("</ol>\n</header>\n");
}

fn or_open(n: Option<u64>) -> String {
    n.map_or_else(|| "open".to_owned(), |n| n.to_string())
}

fn incidents(report: &Json<'_>, names: &Names<'_>, page: &mut String) {
    if all(report, "incidents").is_empty() {
        return;
    }
    page.push_str("<section>\n<h2>Incidents</h2>\n");
    let mut nth_line = 0;
    for incident in all(report, "incidents") {
        page.push_str(&title(incident));
        verdicts(incident, page);
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
        grid(incident, names, page);
        pairs(incident, page);
    }
    page.push_str("</section>\n");
}

/// What a person calls an incident, its place and its days.
fn title(incident: &Json<'_>) -> String {
    let (name, person, note) = (text(incident, "name"), text(incident, "person"), text(incident, "note"));
    let place = format!("{} {}", bdi(text(incident, "place")), html(text(incident, "days")));
    let mut title = match name {
        "" => format!("<h3>{place}</h3>\n"),
        name => format!("<h3>{}</h3>\n<p class=\"facts\">{place}</p>\n", bdi(name)),
    };
    if !person.is_empty() {
        title.push_str(&format!("<p class=\"facts\">Put together by {}</p>\n", bdi(person)));
    }
    if !note.is_empty() {
        title.push_str(&format!("<p class=\"facts\">{}</p>\n", bdi(note)));
    }
    title
}

/// Sources × facts. Facts that nobody tells have no column: on paper the others need the room.
fn grid(incident: &Json<'_>, names: &Names<'_>, page: &mut String) {
    let facts = [("days", "when"), ("place", "where"), ("blamed", "blamed"), ("wording", "words")];
    let is_told = |key: &str| all(incident, "statements").iter().any(|told| !text(told, key).is_empty());
    let facts: Vec<(&str, &str)> = facts.into_iter().filter(|(key, _)| is_told(key)).collect();
    page.push_str("<table class=\"grid\"><thead><tr><th>no.</th><th>by whom</th><th>how many</th>");
    for (_, heading) in &facts {
        put(page, format_args!("<th>{heading}</th>"));
    }
    page.push_str("<th>told in</th></tr></thead><tbody>\n");
    for (nth, statement) in all(incident, "statements").iter().enumerate() {
        let denied = statement.get("denied").and_then(Json::as_bool).unwrap_or_default();
        put(page, format_args!("<tr><td>{}</td><td>{}</td><td>", nth + 1, bdi(text(statement, "origin"))));
        let counted = ["interval", "outcome", "population"].map(|key| text(statement, key));
        let counted = counted.iter().filter(|word| !word.is_empty());
        for (nth, word) in counted.enumerate() {
            let space = if nth == 0 { "" } else { " " };
            put(page, format_args!("{space}{}", html(word)));
        }
        page.push_str(if denied { " (denied)</td>" } else { "</td>" });
        for (key, _) in &facts {
            put(page, format_args!("<td>{}</td>", words_in(text(statement, key))));
        }
        page.push_str("<td>");
        for (nth, told) in all(statement, "told").iter().enumerate() {
            let part = if nth == 0 { "" } else { "; " };
            let (day, article) = (html(text(told, "day")), bdi(text(told, "article")));
            put(page, format_args!("{part}{day} {article} {}", names.link(text(told, "mark"))));
        }
        page.push_str("</td></tr>\n");
    }
    page.push_str("</tbody></table>\n");
}

/// The verdicts that a person should see, each on a line; of the others how many there are.
fn pairs(incident: &Json<'_>, page: &mut String) {
    let at =
        |pair: &Json<'_>, nth: usize| pair.elements().get(nth).and_then(Json::as_u64).unwrap_or_default() + 1;
    let word = |pair: &Json<'_>, nth: usize| {
        html(pair.elements().get(nth).and_then(Json::as_str).unwrap_or_default()).into_owned()
    };
    let mut others: BTreeMap<&str, u64> = BTreeMap::new();
    page.push_str("<ul class=\"facts\">\n");
    for pair in all(incident, "pairs") {
        let verdict = pair.elements().get(2).and_then(Json::as_str).unwrap_or_default();
        if !matches!(verdict, "conflict" | "reversal" | "update") {
            *others.entry(verdict).or_default() += 1;
            continue;
        }
        page.push_str(&format!(
            "<li>{} and {}: <span class=\"verdict\">{}</span>, {}</li>\n",
            at(pair, 0),
            at(pair, 1),
            word(pair, 2),
            word(pair, 3),
        ));
    }
    others.insert("not comparable", number(incident, "not_comparable").unwrap_or_default());
    let others = others.iter().filter(|(_, n)| 0 < **n);
    let others: Vec<String> = others.map(|(verdict, n)| format!("{n} {}", html(verdict))).collect();
    if !others.is_empty() {
        page.push_str(&format!("<li>Other pairs: {}</li>\n", others.join(", ")));
    }
    page.push_str("</ul>\n");
}

fn sources(report: &Json<'_>, page: &mut String) {
    if all(report, "sources").is_empty() {
        return;
    }
    page.push_str(
        "<section>\n<h2>Sources</h2>\n<table class=\"sources\"><thead><tr><th>source</th><th>marks</th><th>figures</th>\
         <th>denials made</th><th>denials received</th><th>% of words</th><th>days</th><th>names used</th></tr></thead><tbody>\n",
    );
    for line in all(report, "sources") {
        put(page, format_args!("<tr><td>{}</td>", bdi(text(line, "source"))));
        for key in ["marks", "figures", "denials_made", "denials_received", "share"] {
            put(page, format_args!("<td>{}</td>", html(text(line, key))));
        }
        let (first, last) = (text(line, "first"), text(line, "last"));
        let to = if first == last { "" } else { last };
        let dash = if to.is_empty() { "" } else { " – " };
        put(
            page,
            format_args!(
                "<td>{}{dash}{}</td><td>{}</td></tr>\n",
                html(first),
                html(to),
                words_in(other_names(line))
            ),
        );
    }
    page.push_str("</tbody></table>\n</section>\n");
}

/// The spellings of a source, where it has others than the name that it stands under.
fn other_names<'a>(line: &'a Json<'a>) -> &'a str {
    let (source, names) = (text(line, "source"), text(line, "names"));
    let is_only =
        names.strip_prefix(source).is_some_and(|rest| rest.starts_with(" (") && !rest.contains(';'));
    if is_only { "" } else { names }
}

fn gaps(report: &Json<'_>, names: &Names<'_>, page: &mut String) {
    if all(report, "gaps").is_empty() {
        return;
    }
    page.push_str("<section>\n<h2>Gaps</h2>\n<ul>\n");
    for gap in all(report, "gaps") {
        let (link, lacks) = (names.link(text(gap, "mark")), html(text(gap, "lacks")));
        put(page, format_args!("<li>{link} {lacks}</li>\n"));
    }
    page.push_str("</ul>\n</section>\n");
}

fn hashes(report: &Json<'_>, data: &str, page: &mut String) {
    page.push_str("<footer>\n<h2>Hashes</h2>\n<table class=\"hashes\"><thead><tr><th>file</th><th>of</th><th>digest</th></tr></thead><tbody>\n");
    for article in all(report, "articles") {
        page.push_str(&format!(
            "<tr><td>{}</td><td>reading text</td><td><code>{}</code></td></tr>\n",
            html(text(article, "path")),
            html(text(article, "digest"))
        ));
        all(article, "layers").iter().for_each(|layer| page.push_str(&hash(layer, "marks")));
    }
    all(report, "registers")
        .iter()
        .for_each(|layer| page.push_str(&hash(layer, "what is said of the folder")));
    page.push_str(&format!(
        "</tbody></table>\n<p>Digest of this report’s data: <code>{}</code>. <code>postil verify</code> compares all of it with the \
         sources.</p>\n</footer>\n",
        Digest::of_bytes(data.as_bytes()).ni()
    ));
}

fn hash(layer: &Json<'_>, what: &str) -> String {
    format!(
        "<tr><td>{}</td><td>{what} by {}</td><td><code>{}</code></td></tr>\n",
        html(text(layer, "file")),
        bdi(text(layer, "annotator")),
        html(text(layer, "digest"))
    )
}
