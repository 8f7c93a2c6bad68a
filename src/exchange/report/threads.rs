//! Threads on the page: what is claimed, who answers it how, and what people hold of it.

use super::json::Json;
use super::names::Names;
use super::words::{all, bdi, html, number, quoted, text};

/// All that is disputed.
pub(super) fn threads(report: &Json<'_>, names: &Names<'_>, page: &mut String) {
    if ["threads", "open", "broken"].iter().all(|key| all(report, key).is_empty()) {
        return;
    }
    page.push_str("<section>\n<h2>Threads</h2>\n");
    list("Denied, but what?", all(report, "open"), names, page);
    list("Links to what is not there", all(report, "broken"), names, page);
    for thread in all(report, "threads") {
        let contested = if is(thread, "contested") { " · <em>contested</em>" } else { "" };
        page.push_str(&format!(
            "<p class=\"claim\">{}{contested}</p>\n<ul class=\"answers\">\n",
            said(thread, names)
        ));
        for answer in all(thread, "answers") {
            let depth = number(answer, "depth").unwrap_or(1).clamp(1, 12);
            let class = if is(answer, "against") { " class=\"verdict\"" } else { "" };
            page.push_str(&format!(
                "<li style=\"margin-inline-start:{}em\"><span{class}>{}</span>: {}</li>\n",
                (depth - 1) * 2,
                html(text(answer, "relation")),
                said(answer, names),
            ));
        }
        page.push_str("</ul>\n");
        verdicts(thread, page);
    }
    page.push_str("</section>\n");
}

/// What people hold of a claim or an incident, each verdict on a line.
pub(super) fn verdicts(of: &Json<'_>, page: &mut String) {
    for verdict in all(of, "verdicts") {
        page.push_str(&format!(
            "<p class=\"facts\">{} holds: <span class=\"verdict\">{}</span>, since {} ({})</p>\n",
            bdi(text(verdict, "person")),
            html(text(verdict, "value")),
            bdi(text(verdict, "reason")),
            html(text(verdict, "made")),
        ));
    }
}

fn list(title: &str, marks: &[Json<'_>], names: &Names<'_>, page: &mut String) {
    if marks.is_empty() {
        return;
    }
    page.push_str(&format!("<h3>{title}</h3>\n<ul>\n"));
    for mark in marks {
        let gone = text(mark, "gone");
        let gone = if gone.is_empty() { String::new() } else { format!(": {}", bdi(gone)) };
        page.push_str(&format!("<li>{}{gone}</li>\n", said(mark, names)));
    }
    page.push_str("</ul>\n");
}

/// Who says what where, with the number of the mark.
fn said(value: &Json<'_>, names: &Names<'_>) -> String {
    format!(
        "{} {}: {} <span class=\"where\">{}</span>",
        names.link(text(value, "mark")),
        bdi(text(value, "source")),
        quoted(text(value, "words")),
        html(text(value, "article")),
    )
}

fn is(value: &Json<'_>, key: &str) -> bool {
    value.get(key).and_then(Json::as_bool).unwrap_or_default()
}
