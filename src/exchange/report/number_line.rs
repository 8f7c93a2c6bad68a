//! The number line of an incident as SVG: a row for each origin, a bar for each figure; open ends are arrows, what
//! is denied is hollow, what is vague is hatched.

use super::json::Json;
use super::words::{all, html, number, text};
use std::collections::BTreeMap;

const WIDTH: f64 = 720.0;
/// Where the line begins: at its left stand the origins.
const LEFT: f64 = 220.0;
const RIGHT: f64 = 30.0;
const ROW: f64 = 26.0;
const TOP: f64 = 10.0;

/// The line of one outcome; nothing where no statement has it. `nth` tells ids on one page apart.
pub(super) fn svg(incident: &Json<'_>, outcome: &str, nth: usize) -> String {
    let statements: Vec<&Json<'_>> = all(incident, "statements")
        .iter()
        .filter(|statement| text(statement, "outcome") == outcome)
        .collect();
    let mut rows: Vec<(&str, Vec<&Json<'_>>)> = Vec::new();
    for statement in statements {
        let origin = text(statement, "origin");
        match rows.iter_mut().find(|(name, _)| *name == origin) {
            Some((_, all)) => all.push(statement),
            None => rows.push((origin, vec![statement])),
        }
    }
    let ends = rows.iter().flat_map(|(_, all)| all).flat_map(|one| <[Option<u64>; 2]>::from(ends(one)));
    let most = ends.flatten().max().unwrap_or_default();
    let scale = Scale::to(most);
    let n_bars: usize = rows.iter().map(|(_, all)| all.len()).sum();
    let height = TOP + std::iter::repeat_n(ROW, n_bars).sum::<f64>() + 24.0;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\" \
         aria-label=\"{}\"><defs><pattern id=\"h{nth}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"6\" fill=\"#333\"/></pattern></defs>\n",
        html(&format!("{outcome}: figures by origin on a line from 0 to {}", scale.most)),
    );
    let bottom = height - 22.0;
    for tick in scale.ticks() {
        let x = scale.x(tick);
        svg.push_str(&format!(
            "<line x1=\"{x:.1}\" y1=\"{TOP}\" x2=\"{x:.1}\" y2=\"{bottom}\" stroke=\"#ccc\"/><text x=\"{x:.1}\" \
             y=\"{}\" text-anchor=\"middle\">{tick}</text>\n",
            height - 6.0,
        ));
    }
    let mut y = TOP;
    for (origin, all) in rows {
        for (nth_bar, statement) in all.into_iter().enumerate() {
            let name = if nth_bar == 0 { shortened(origin) } else { String::new() };
            svg.push_str(&bar(statement, &name, y, &scale, nth));
            y += ROW;
        }
    }
    svg.push_str("</svg>");
    svg
}

/// From and to which number a statement can be meant.
fn ends(statement: &Json<'_>) -> (Option<u64>, Option<u64>) {
    match statement.get("near").map(Json::elements) {
        Some([from, to]) => (from.as_u64(), to.as_u64()),
        _ => (number(statement, "low"), number(statement, "high")),
    }
}

fn shortened(name: &str) -> String {
    crate::text::shown::on_a_line(name, 30)
}

fn bar(statement: &Json<'_>, name: &str, y: f64, scale: &Scale, nth: usize) -> String {
    let (low, high) = ends(statement);
    let is_denied = statement.get("denied").and_then(Json::as_bool).unwrap_or_default();
    let is_vague = low.is_none() && high.is_none();
    let (from, to) = match (low, high) {
        (None, None) => (LEFT, WIDTH - RIGHT),
        (low, high) => (scale.x(low.unwrap_or(0)), high.map_or(WIDTH - RIGHT, |high| scale.x(high))),
    };
    // A single number is a bar that can be seen.
    let (from, to) = if to - from < 6.0 { (from - 3.0, from + 3.0) } else { (from, to) };
    let fill = match (is_vague, is_denied) {
        (true, _) => format!("url(#h{nth})"),
        (_, true) => "none".to_owned(),
        _ => "#555".to_owned(),
    };
    // The bar stands low in its row: the number is above it.
    let middle = y + ROW / 2.0 + 3.5;
    let mut drawn = format!(
        "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text><rect x=\"{from:.1}\" y=\"{:.1}\" width=\"{:.1}\" \
         height=\"11\" fill=\"{fill}\" stroke=\"#111\"><title>{}</title></rect>",
        LEFT - 10.0,
        middle + 4.0,
        html(name),
        middle - 5.5,
        to - from,
        html(text(statement, "wording")),
    );
    if high.is_none() && !is_vague {
        drawn.push_str(&format!(
            "<path d=\"M{to:.1} {:.1}l12 10l-12 10z\" fill=\"{fill}\" stroke=\"#111\"/>",
            middle - 10.0
        ));
    }
    // What has no number is told by its words; of whom, since a part of the dead is none of all.
    let shown = if is_vague {
        format!("“{}”", shortened(text(statement, "wording")))
    } else {
        text(statement, "interval").to_owned()
    };
    let people = if is_vague { "" } else { text(statement, "population") };
    let space = if people.is_empty() { "" } else { " " };
    let label = html(&format!("{shown}{space}{people}")).into_owned();
    let denied = if is_denied { ", denied" } else { "" };
    drawn
        + &format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{label}{denied}</text>\n",
            from + 8.0,
            middle - 8.5
        )
}

/// From zero to a round number.
struct Scale {
    most: u64,
    step: u64,
}

impl Scale {
    fn to(most: u64) -> Self {
        let most = most.max(5);
        let steps: BTreeMap<u64, ()> = (0..19)
            .flat_map(|power| [1, 2, 5].map(|first: u64| (first.saturating_mul(10_u64.pow(power)), ())))
            .collect();
        let step = steps.into_keys().find(|step| most.div_ceil(*step) <= 6).unwrap_or(u64::MAX);
        Self { most: most.div_ceil(step).saturating_mul(step), step }
    }

    fn ticks(&self) -> impl Iterator<Item = u64> + '_ {
        (0..=self.most / self.step).map(|n| n * self.step)
    }

    #[expect(clippy::cast_precision_loss, reason = "a place on a picture")]
    fn x(&self, number: u64) -> f64 {
        LEFT + (WIDTH - LEFT - RIGHT) * (number as f64 / self.most as f64).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_beyond_its_largest_number() {
        for (most, end, n) in
            [(0, 5, 6), (36, 40, 5), (112, 120, 7), (1000, 1000, 6), (u64::MAX, u64::MAX, 2)]
        {
            let scale = Scale::to(most);
            assert!(most <= scale.most && scale.ticks().count() <= 7, "{most}: {}", scale.most);
            if most < 2000 {
                assert_eq!((scale.most, scale.ticks().count()), (end, n), "{most}");
            }
        }
    }
}
