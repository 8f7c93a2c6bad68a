//! Whether a page is as it was made: by the data that it carries.

use super::page;
use super::page::{AFTER_DATA, BEFORE_DATA};
use crate::text::shown::on_a_line;
use serde_json::Value;
use std::fmt;

/// What is wrong with a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Altered {
    /// It carries no data: it is no report, or they were taken out.
    NoData,
    /// A line says something else than the data: its number from 1, what it says, what it should say.
    Line(usize, String, String),
}

impl fmt::Display for Altered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoData => f.write_str("it carries no data of a report"),
            Self::Line(number, is, should) => {
                write!(f, "line {number} says “{is}”; by its data it should say “{should}”")
            }
        }
    }
}

/// The data that a page carries, and every line that says something else.
/// JSON alone is data without a page.
pub fn carried(bytes: &[u8]) -> (Option<Value>, Vec<Altered>) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        return (value.get("postil:report").is_some().then_some(value), Vec::new());
    }
    let data = text.split_once(BEFORE_DATA).and_then(|(_, rest)| rest.split_once(AFTER_DATA));
    let data = data.and_then(|(data, _)| serde_json::from_str::<Value>(data).ok());
    let Some(value) = data else { return (None, vec![Altered::NoData]) };
    let altered = compared(&text.replace("\r\n", "\n"), &page(&value));
    (Some(value), altered)
}

/// The lines that differ. A line that came or went puts the others out of step for no more than itself.
fn compared(is: &str, should: &str) -> Vec<Altered> {
    let (is, should): (Vec<&str>, Vec<&str>) = (is.lines().collect(), should.lines().collect());
    let same_before = is.iter().zip(&should).take_while(|(a, b)| a == b).count();
    let same_after = is.iter().rev().zip(should.iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = |lines: &[&str]| {
        let end = lines.len().saturating_sub(same_after).max(same_before.min(lines.len()));
        lines
            .get(same_before.min(lines.len())..end)
            .unwrap_or_default()
            .iter()
            .map(|line| (*line).to_owned())
            .collect::<Vec<_>>()
    };
    let (is, should) = (middle(&is), middle(&should));
    let n = is.len().max(should.len());
    let line = |lines: &[String], nth: usize| lines.get(nth).map_or_else(String::new, |line| plain(line));
    (0..n)
        .filter(|&nth| is.get(nth) != should.get(nth))
        .map(|nth| {
            let (is, should) = around(&line(&is, nth), &line(&should, nth));
            Altered::Line(same_before + nth + 1, is, should)
        })
        .collect()
}

/// What differs of two lines, with some of what stands around.
fn around(is: &str, should: &str) -> (String, String) {
    const AROUND: usize = 30;
    let same = is.chars().zip(should.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(AROUND);
    let cut = |line: &str| {
        let part: String = line.chars().skip(from).collect();
        let head = if from == 0 { "" } else { "…" };
        format!("{head}{}", on_a_line(&part, 3 * AROUND))
    };
    (cut(is), cut(should))
}

/// The words of a line without its mark-up, unless the mark-up is what differs.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut is_tag = false;
    for character in line.chars() {
        match character {
            '<' => is_tag = true,
            '>' if is_tag => {
                is_tag = false;
                plain.push(' ');
            }
            _ if !is_tag => plain.push(character),
            _ => {}
        }
    }
    let words = unescaped(&plain);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { line.trim().to_owned() } else { words }
}

/// What our own escapes stand for.
fn unescaped(html: &str) -> String {
    html.replace("&#10;", "\n")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
