//! The page, made from the report's JSON alone: every statement on a line of its own.

use super::article::{self, LONGEST_TITLE, outlet_and_date};
use super::names::Names;
use super::number_line;
use super::style::STYLE;
use super::threads::{self, verdicts};
use super::words::{GENERATOR, all, as_text, bdi, html, number, text};
use crate::document::Digest;
use crate::text::shown::{on_a_line, safe_json};
use serde_json::Value;
use std::collections::BTreeMap;

/// What stands around the JSON within the page.
pub(super) const BEFORE_DATA: &str = "<template id=\"postil-report\">";
pub(super) const AFTER_DATA: &str = "</template>";

/// The report as one page of HTML.
pub fn page(report: &Value) -> String {
    // What hides within strings stands as escapes, so that the page shows it nowhere and loses nothing of it.
    let data = safe_json(&report.to_string()).into_owned();
    let names = Names::of(report);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{GENERATOR}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Report of marks</title>\n<style>\n{STYLE}\n{}</style>\n</head>\n<body>\n",
        colours(report)
    );
    page.push_str(&head(report, &names));
    incidents(report, &names, &mut page);
    threads::threads(report, &names, &mut page);
    sources(report, &mut page);
    gaps(report, &names, &mut page);
    for (nth, one) in all(report, "articles").iter().enumerate() {
        article::article(nth, one, &names, &mut page);
    }
    hashes(report, &data, &mut page);
    page.push_str(&format!("{BEFORE_DATA}{}{AFTER_DATA}\n</body>\n</html>\n", as_text(&data)));
    page
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

fn head(report: &Value, names: &Names<'_>) -> String {
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
        let class = names.class(text(tag, "slug"));
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

fn or_open(n: Option<u64>) -> String {
    n.map_or_else(|| "open".to_owned(), |n| n.to_string())
}

fn incidents(report: &Value, names: &Names<'_>, page: &mut String) {
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
fn title(incident: &Value) -> String {
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

/// Sources × facts.
fn grid(incident: &Value, names: &Names<'_>, page: &mut String) {
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
                names.link(text(told, "mark"))
            )
        });
        page.push_str(&format!(
            "<tr><td class=\"n\">{}</td><td class=\"w\">{}</td><td>{} {} {}{}</td><td class=\"d\">{}</td><td class=\"s\">{}</td><td class=\"s\">{}</td><td class=\"w\">{}</td><td class=\"w\">{}</td></tr>\n",
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

/// The verdicts that a person should see, each on a line; of the others how many there are.
fn pairs(incident: &Value, page: &mut String) {
    let at = |pair: &Value, nth: usize| pair.get(nth).and_then(Value::as_u64).unwrap_or_default() + 1;
    let word = |pair: &Value, nth: usize| -> String {
        html(pair.get(nth).and_then(Value::as_str).unwrap_or_default())
    };
    let mut others: BTreeMap<&str, u64> = BTreeMap::new();
    page.push_str("<ul class=\"facts\">\n");
    for pair in all(incident, "pairs") {
        let verdict = pair.get(2).and_then(Value::as_str).unwrap_or_default();
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
            "<tr><td class=\"w\">{}</td>{}<td class=\"w\">{}</td></tr>\n",
            bdi(text(line, "source")),
            numbers.concat(),
            bdi(text(line, "names")),
        ));
    }
    page.push_str("</tbody></table>\n</section>\n");
}

fn gaps(report: &Value, names: &Names<'_>, page: &mut String) {
    if all(report, "gaps").is_empty() {
        return;
    }
    page.push_str("<section>\n<h2>Gaps</h2>\n<ul>\n");
    for gap in all(report, "gaps") {
        page.push_str(&format!("<li>{} {}</li>\n", names.link(text(gap, "mark")), html(text(gap, "lacks"))));
    }
    page.push_str("</ul>\n</section>\n");
}

fn hashes(report: &Value, data: &str, page: &mut String) {
    page.push_str("<footer>\n<h2>Hashes</h2>\n<table><thead><tr><th>file</th><th>of</th><th>digest</th></tr></thead><tbody>\n");
    for article in all(report, "articles") {
        page.push_str(&format!(
            "<tr><td class=\"w\">{}</td><td>reading text</td><td class=\"w\"><code>{}</code></td></tr>\n",
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

fn hash(layer: &Value, what: &str) -> String {
    format!(
        "<tr><td class=\"w\">{}</td><td class=\"w\">{what} by {}</td><td class=\"w\"><code>{}</code></td></tr>\n",
        html(text(layer, "file")),
        bdi(text(layer, "annotator")),
        html(text(layer, "digest"))
    )
}
