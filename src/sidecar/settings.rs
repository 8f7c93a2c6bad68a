//! What `postil.toml` says of figures: the convention that the folder reads them by, and its own table; and whether
//! people are to mark before they see what others marked.
//!
//! ```toml
//! blind = true             # others' marks are hidden until one's own are handed in
//!
//! [figures]
//! convention = "house"     # or "as-worded", "acled"
//!
//! [figures.house]
//! dozens = 24              # exactly
//! several = [3, 9]         # from the least to the most; [100] has no most
//! ```

use crate::layer::{Convention, Conventions, HouseWord};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All of the file; what it says of other things is another reader's affair.
#[derive(Debug, Default, Deserialize)]
struct Wire {
    #[serde(default)]
    figures: WireFigures,
}

#[derive(Debug, Default, Deserialize)]
struct WireFigures {
    convention: Option<String>,
    #[serde(default)]
    house: BTreeMap<String, Ends>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Ends {
    One(u64),
    Two([u64; 2]),
    Least([u64; 1]),
}

/// The conventions of a `postil.toml`; one that cannot be read, or says nothing of them, has none.
pub fn read_conventions(toml: &str) -> Conventions {
    let WireFigures { convention, house } = toml::from_str::<Wire>(toml).unwrap_or_default().figures;
    let word = |(word, ends): (String, Ends)| {
        let (low, high) = match ends {
            Ends::One(n) => (n, Some(n)),
            Ends::Two([low, high]) => (low.min(high), Some(low.max(high))),
            Ends::Least([low]) => (low, None),
        };
        HouseWord { word, low: Some(low), high }
    };
    Conventions {
        chosen: convention.as_deref().map(Convention::named),
        house: house.into_iter().map(word).collect(),
    }
}

/// Whether a `postil.toml` asks that others' marks stay hidden until one's own are handed in.
pub fn asks_blind(toml: &str) -> bool {
    toml.parse::<toml::Table>()
        .is_ok_and(|table| table.get("blind").and_then(toml::Value::as_bool) == Some(true))
}

/// The same file with another convention: one line is changed or added, every other byte stays.
pub fn with_convention(toml: &str, convention: &Convention) -> String {
    let line = format!("convention = {}", toml::Value::from(convention.name()));
    let mut lines: Vec<String> = toml.lines().map(str::to_owned).collect();
    let head = lines.iter().position(|line| line.trim() == "[figures]");
    let Some(head) = head else {
        let gap = if toml.is_empty() || toml.ends_with("\n\n") { "" } else { "\n" };
        let end = if toml.is_empty() || toml.ends_with('\n') { "" } else { "\n" };
        return format!("{toml}{end}{gap}[figures]\n{line}\n");
    };
    let inside = lines.iter().enumerate().skip(head.saturating_add(1));
    let old = inside.take_while(|(_, line)| !line.trim_start().starts_with('[')).find(|(_, line)| {
        let rest = line.trim_start().strip_prefix("convention");
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    });
    match old.map(|(at, _)| at).and_then(|at| lines.get_mut(at)) {
        Some(old) => *old = line,
        None => lines.insert(head.saturating_add(1), line),
    }
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_convention_is_chosen_in_one_line_and_the_rest_stays() {
        let own = "# ours\ntexts = \"shared\"\n\n[figures]\n# why\nconvention = \"acled\" # for now\n\n[figures.house]\ndozens = 24\n";
        let chosen = with_convention(own, &Convention::House);
        assert_eq!(chosen, own.replace("\"acled\" # for now", "\"house\""));
        for toml in ["", "texts = \"own\"", "texts = \"own\"\n", "[figures]\n[figures.house]\nmany = 3\n"] {
            let chosen = with_convention(toml, &Convention::Acled);
            assert_eq!(read_conventions(&chosen).chosen, Some(Convention::Acled), "{chosen}");
            assert!(toml.lines().all(|line| chosen.contains(line)), "{chosen}");
            assert_eq!(with_convention(&chosen, &Convention::Acled), chosen);
        }
    }

    #[test]
    fn who_asks_to_mark_blind_says_so() {
        assert!(asks_blind("texts = \"own\"\nblind = true\n"));
        for toml in ["", "blind = false", "blind = \"true\"", "[figures]\nblind = true", "blind ="] {
            assert!(!asks_blind(toml), "{toml}");
        }
    }

    #[test]
    fn the_table_of_the_house_has_ends() {
        let read = read_conventions("[figures.house]\ndozens = 24\nseveral = [9, 3]\nhundreds = [100]\n");
        let told: Vec<_> = read.house.iter().map(|word| (word.word.as_str(), word.low, word.high)).collect();
        let ends =
            [("dozens", Some(24), Some(24)), ("hundreds", Some(100), None), ("several", Some(3), Some(9))];
        assert_eq!(told, ends);
        assert_eq!(read_conventions("figures = 3"), Conventions::default());
        assert_eq!(read_conventions("[figures.house]\nmany = \"x\""), Conventions::default());
    }
}
