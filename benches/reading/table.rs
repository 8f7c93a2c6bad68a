//! The table that benches print.

use std::time::Duration;

/// One row of the table in Markdown.
pub(crate) fn row(what: &str, measured: &str, limit: &str) {
    println!("| {what} | {measured} | {limit} |");
}

/// In the unit that reads best.
pub(crate) fn words(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    match ms {
        _ if 100.0 <= ms => format!("{:.2} s", ms / 1e3),
        _ if 10.0 <= ms => format!("{ms:.0} ms"),
        _ if 0.1 <= ms => format!("{ms:.1} ms"),
        _ => format!("{:.0} µs", ms * 1e3),
    }
}
