//! An article on the page: its text with the marks in it, and a table of the marks.

use super::json::Json;
use super::names::Names;
use super::words::{all, bdi, html, number, put, quoted, text};
use crate::text::shown::on_a_line;

/// The longest title in a heading, in characters.
pub(super) const LONGEST_TITLE: usize = 300;
/// The words of a mark's other end, which stand in full in its own row, in characters.
const LONGEST_END: usize = 80;

/// Who published an article, when and where.
pub(super) fn outlet_and_date(article: &Json<'_>) -> String {
    let facts = ["outlet", "date", "place"].map(|key| on_a_line(text(article, key), 100));
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The `nth` article.
pub(super) fn article(nth: usize, article: &Json<'_>, names: &Names<'_>, page: &mut String) {
    let facts = [outlet_and_date(article), text(article, "path").to_owned()];
    let facts: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    put(
        page,
        format_args!(
            "<article id=\"a{nth}\" lang=\"{}\">\n<h2>{}</h2>\n<p class=\"facts\">{}</p>\n<div class=\"text\" dir=\"auto\">\n",
            html(text(article, "language")),
            bdi(&on_a_line(text(article, "title"), LONGEST_TITLE)),
            html(&facts.join(" · ")),
        ),
    );
    let pieces = Pieces::of(article, names);
    for block in all(article, "blocks") {
        let kind = text(block, "kind");
        let tag = match kind {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "h3",
            "blockquote" => kind,
            _ => "p",
        };
        let start = number(block, "start").and_then(|start| usize::try_from(start).ok()).unwrap_or_default();
        put(page, format_args!("<{tag} dir=\"auto\">"));
        pieces.words(text(block, "text"), start, names, page);
        put(page, format_args!("</{tag}>\n"));
    }
    page.push_str("</div>\n");
    let marks = all(article, "marks");
    if !marks.is_empty() {
        page.push_str(
            "<table class=\"marks\"><thead><tr><th>no.</th><th>tag</th><th>words</th><th>what is said of it</th><th>by</th></tr></thead>\
             <tbody>\n",
        );
        marks.iter().for_each(|mark| mark_row(mark, names, page));
        page.push_str("</tbody></table>\n");
    }
    page.push_str("</article>\n");
}

fn mark_row(mark: &Json<'_>, names: &Names<'_>, page: &mut String) {
    let n = names.number(text(mark, "id"));
    put(page, format_args!("<tr id=\"r{n}\"><td><a href=\"#m{n}\">{n}</a></td><td>"));
    for (nth, slug) in all(mark, "tags").iter().filter_map(Json::as_str).enumerate() {
        let space = if nth == 0 { "" } else { " " };
        let (class, label) = (names.class(slug), names.label(slug));
        put(page, format_args!("{space}<span class=\"{class}\">{}</span>", html(label)));
    }
    put(page, format_args!("</td><td>{}", bdi(text(mark, "quote"))));
    match text(mark, "placement") {
        "" | "exact" => {}
        other => put(page, format_args!(" <em>({})</em>", html(other))),
    }
    page.push_str("</td><td>");
    said_of(mark, names, page);
    put(page, format_args!("</td><td>{}</td></tr>\n", bdi(text(mark, "annotator"))));
}

/// Source, figures, links and note, each on a line.
fn said_of(mark: &Json<'_>, names: &Names<'_>, page: &mut String) {
    let start = page.len();
    let line = |page: &mut String| page.push_str(if page.len() == start { "" } else { "<br>" });
    let source = text(mark, "source");
    if !source.is_empty() {
        line(page);
        put(page, format_args!("source: {}", bdi(source)));
    }
    for figure in all(mark, "figures") {
        line(page);
        let facts = ["interval", "outcome", "population"].map(|key| text(figure, key));
        for fact in facts.iter().filter(|fact| !fact.is_empty()) {
            put(page, format_args!("{} ", html(fact)));
        }
        put(page, format_args!("({}", quoted(text(figure, "figure"))));
        let convention = text(figure, "convention");
        if !convention.is_empty() {
            put(page, format_args!(", {}", html(convention)));
        }
        page.push(')');
    }
    for link in all(mark, "links") {
        line(page);
        let (relation, to) = (html(text(link, "relation")), names.link(text(link, "to")));
        let words = on_a_line(text(link, "words"), LONGEST_END);
        put(page, format_args!("{relation} {to} {}", quoted(&words)));
    }
    let note = text(mark, "note");
    if !note.is_empty() {
        line(page);
        put(page, format_args!("<em>{}</em>", bdi(note)));
    }
}

/// The pieces of an article's marks, by where they begin.
struct Pieces<'a>(Vec<Piece<'a>>);

struct Piece<'a> {
    start: usize,
    end: usize,
    number: usize,
    is_last: bool,
    mark: &'a Json<'a>,
}

impl<'a> Pieces<'a> {
    fn of(article: &'a Json<'a>, names: &Names<'_>) -> Self {
        let mut found = Vec::new();
        for mark in all(article, "marks") {
            let number = names.number(text(mark, "id"));
            let pieces = all(mark, "pieces");
            for (nth, piece) in pieces.iter().enumerate() {
                let end = |at: usize| {
                    piece.elements().get(at).and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok())
                };
                let (Some(start), Some(end)) = (end(0), end(1)) else { continue };
                let is_last = nth + 1 == pieces.len();
                found.push(Piece { start, end, number, is_last, mark });
            }
        }
        found.sort_by_key(|piece| (piece.start, std::cmp::Reverse(piece.end), piece.number));
        Self(found)
    }
}

impl Pieces<'_> {
    /// The words of a block that begins at `start`, split wherever a piece begins or ends.
    fn words(&self, words: &str, start: usize, names: &Names<'_>, page: &mut String) {
        let end = start + words.chars().count();
        let here: Vec<&Piece<'_>> =
            self.0.iter().filter(|piece| piece.start < end && start < piece.end).collect();
        if here.is_empty() {
            return page.push_str(&html(words));
        }
        let mut cuts: Vec<usize> =
            here.iter().flat_map(|piece| [piece.start.max(start), piece.end.min(end)]).collect();
        cuts.extend([start, end]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut rest = words;
        for cut in cuts.windows(2) {
            let [from, to] = *cut else { continue };
            let at = rest.char_indices().nth(to - from).map_or(rest.len(), |(at, _)| at);
            let (part, after) = rest.split_at(at);
            rest = after;
            // One line for each tag, however many people put it there.
            let mut classes: Vec<&str> = Vec::new();
            for piece in here.iter().filter(|piece| piece.start <= from && to <= piece.end) {
                let tags = all(piece.mark, "tags");
                let untagged = tags.is_empty().then_some("");
                for slug in tags.iter().filter_map(Json::as_str).chain(untagged) {
                    let class = names.class(slug);
                    if !classes.contains(&class) {
                        classes.push(class);
                    }
                }
            }
            classes.iter().for_each(|class| put(page, format_args!("<span class=\"{class}\">")));
            page.push_str(&html(part));
            classes.iter().for_each(|_| page.push_str("</span>"));
            for n in here.iter().filter(|piece| piece.is_last && piece.end == to).map(|piece| piece.number) {
                put(page, format_args!("<sup id=\"m{n}\"><a href=\"#r{n}\">{n}</a></sup>"));
            }
        }
    }
}
