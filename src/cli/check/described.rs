//! What `postil check` found, for programs.

use super::{Findings, name_of};
use crate::cli::placed;
use crate::layer::Figure;
use crate::session::{Desk, MarkRef, Session};
use serde_json::{Value, json};

impl Findings<'_> {
    /// One article as JSON.
    pub(super) fn described(&self, session: &Session) -> Value {
        let document = session.document();
        let mark = |mark: &MarkRef<'_>| {
            let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| tag.as_str()).collect();
            let mut described = json!({
                "id": mark.annotation.id.0.to_string(),
                "layer": session.desk_of(mark.layer.layer.annotator.id).and_then(Desk::path).map(name_of),
                "annotator": mark.layer.layer.annotator.name,
                "tags": tags,
                "quote": mark.annotation.quote(),
            });
            let placed = match mark.placement {
                Some(placement) => placed::described(document, placement),
                None => json!({ "placement": null, "pieces": [], "score": null, "candidates": [] }),
            };
            if let (Value::Object(all), Value::Object(placed)) = (&mut described, placed) {
                all.extend(placed);
            }
            described
        };
        let marks: Vec<Value> = self.marks.iter().map(mark).collect();
        let numbers =
            |figure: &Figure| json!({ "low": figure.low, "high": figure.high, "stated": figure.stated });
        let figures = self.figures.iter().map(|(mark, figure, today)| {
            json!({
                "id": mark.annotation.id.0.to_string(),
                "wording": figure.wording,
                "saved": numbers(figure),
                "read_today": numbers(today),
            })
        });
        let versions = self.versions.iter().map(|(layer, id, shown, other)| {
            json!({ "layer": layer, "id": id.to_string(), "shown": shown, "other": other })
        });
        let carried = self.carried.iter().map(|(layer, n)| json!({ "layer": layer, "lines": n }));
        let copies = self.copies.iter().map(|(file, who)| json!({ "file": file, "annotator": who }));
        let lines = self.lines.iter();
        let lines =
            lines.map(|(layer, number, text)| json!({ "layer": layer, "line": number, "text": text }));
        json!({
            "document": session.path().to_string_lossy(),
            "digest": document.digest().ni(),
            "marks": marks,
            "figures": figures.collect::<Vec<_>>(),
            "versions": versions.collect::<Vec<_>>(),
            "unreadable_lines": lines.collect::<Vec<_>>(),
            "carried": carried.collect::<Vec<_>>(),
            "unreadable_layers": self.files,
            "copies": copies.collect::<Vec<_>>(),
            "warnings": session.told(),
        })
    }
}
