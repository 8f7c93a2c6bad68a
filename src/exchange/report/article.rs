//! An article on the page: its text with the marks in it, and a table of the marks.

use super::names::Names;
use super::words::{all, bdi, html, number, text};
use crate::text::shown::on_a_line;
use serde_json::Value;

/// The longest title in a heading, in characters.
pub(super) const LONGEST_TITLE: usize = 300;

/// Who published an article, when and where.
pub(super) fn outlet_and_date(article: &Value) -> String {
    let facts = ["outlet", "date", "place"].map(|key| on_a_line(text(article, key), 100));
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The `nth` article.
pub(super) fn article(nth: usize, article: &Value, names: &Names<'_>, page: &mut String) {
    page.push_str(&format!(
        "<article id=\"a{nth}\" lang=\"{}\">\n<h2>{}</h2>\n<p class=\"facts\">{} · {}</p>\n<div class=\"text\" dir=\"auto\">\n",
        html(text(article, "language")),
        bdi(&on_a_line(text(article, "title"), LONGEST_TITLE)),
        html(&outlet_and_date(article)),
        html(text(article, "path")),
    ));
    let pieces = Pieces::of(article, names);
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
        page.push_str(&mark_row(mark, names));
    }
    page.push_str("</tbody></table>\n</article>\n");
}

fn mark_row(mark: &Value, names: &Names<'_>) -> String {
    let n = names.number(text(mark, "id"));
    let tags = all(mark, "tags")
        .iter()
        .filter_map(Value::as_str)
        .map(|slug| format!("<span class=\"{}\">{}</span>", names.class(slug), html(names.label(slug))));
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
            names.link(text(link, "to")),
            html(text(link, "words"))
        )
    });
    let placement = match text(mark, "placement") {
        "" | "exact" => String::new(),
        other => format!(" <em>({})</em>", html(other)),
    };
    format!(
        "<tr id=\"r{n}\"><td class=\"n\"><a href=\"#m{n}\">{n}</a></td><td>{}</td><td class=\"w\">{}{placement}</td><td class=\"w\">{}</td><td>{}</td><td class=\"w\">{}</td><td class=\"w\">{}</td><td class=\"s\">{}</td></tr>\n",
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
    fn of(article: &Value, names: &Names<'_>) -> Self {
        let mut found = Vec::new();
        for mark in all(article, "marks") {
            let number = names.number(text(mark, "id"));
            let tags: Vec<String> =
                all(mark, "tags").iter().filter_map(Value::as_str).map(|slug| names.class(slug)).collect();
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
            // One line for each tag, however many people put it there.
            let mut classes: Vec<&String> = Vec::new();
            for class in over.iter().flat_map(|piece| &piece.classes) {
                if !classes.contains(&class) {
                    classes.push(class);
                }
            }
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
