//! How many, what became of whom, and all else that a figure says, in the words of the window.

use super::say;
use crate::gui::widgets::{shortened, visible};
use crate::layer::{Figure, FigureField, Qualifier};

/// The most of a wording that stands for a number, in characters.
const LONGEST: usize = 60;

/// `≥ 36`, `0–12`, `9` or `about 40`; the article's own words where they give no number.
pub(in crate::gui) fn figure(figure: &Figure) -> String {
    match (figure.low, figure.high, figure.stated) {
        (None, None, None) => say!("figure-worded", words = shortened(&visible(&figure.wording), LONGEST)),
        (None, None, Some(stated)) => say!("figure-about", number = stated.to_string()),
        _ => figure.interval(),
    }
}

/// The same where the words stand beside it: `as worded` for those without a number. What was read with a
/// tolerance says so.
pub(in crate::gui) fn interval(figure: &Figure) -> String {
    let is_near = matches!(figure.qualifier, Some(Qualifier::About | Qualifier::Nearly));
    match (figure.low, figure.high, figure.stated) {
        (None, None, None) => say!("figure-as-worded"),
        (Some(low), Some(high), Some(stated)) if is_near && low != high => {
            say!("figure-tolerance", number = stated.to_string(), interval = figure.interval())
        }
        _ => match (figure.tolerance(), figure.stated) {
            (Some((low, high)), Some(stated)) => {
                say!("figure-tolerance", number = stated.to_string(), interval = format!("{low}–{high}"))
            }
            _ => self::figure(figure),
        },
    }
}

/// What a field of a figure is called.
pub(in crate::gui) fn field(field: FigureField) -> String {
    match field {
        FigureField::Low => say!("figure-low"),
        FigureField::High => say!("figure-high"),
        FigureField::Stated => say!("figure-stated"),
        FigureField::Outcome => say!("figure-outcome"),
        FigureField::Population => say!("figure-population"),
        FigureField::Qualifier => say!("figure-qualifier"),
        FigureField::Convention => say!("figure-convention"),
        FigureField::When => say!("figure-when"),
        FigureField::Place => say!("figure-place"),
        FigureField::PlacePrecision => say!("figure-place-precision"),
        FigureField::Blamed => say!("figure-blamed"),
        FigureField::Stance => say!("figure-stance"),
        FigureField::Share => say!("figure-share"),
        FigureField::PartOf => say!("figure-part-of"),
        FigureField::Before => say!("figure-before"),
    }
}

/// What a field of a figure says: a word of a fixed set in the language of the window, all else as it stands.
pub(in crate::gui) fn value(field: FigureField, word: &str) -> String {
    match (field, word) {
        (FigureField::Outcome, "killed") => say!("figure-killed"),
        (FigureField::Outcome, "injured") => say!("figure-injured"),
        (FigureField::Outcome, "missing") => say!("figure-missing"),
        (FigureField::Outcome, "detained") => say!("figure-detained"),
        (FigureField::Outcome, "displaced") => say!("figure-displaced"),
        (FigureField::Outcome, "captured") => say!("figure-captured"),
        (FigureField::Population, "civilians") => say!("figure-civilians"),
        (FigureField::Population, "fighters") => say!("figure-fighters"),
        (FigureField::Population, "children") => say!("figure-children"),
        (FigureField::Population, "women") => say!("figure-women"),
        (FigureField::Population, "journalists") => say!("figure-journalists"),
        (FigureField::Population, "medics") => say!("figure-medics"),
        (FigureField::Population, "unstated") => say!("figure-unstated"),
        (FigureField::Stance, "asserted") => say!("figure-asserted"),
        (FigureField::Stance, "reported") => say!("figure-reported"),
        (FigureField::Stance, "denied") => say!("figure-denied"),
        (FigureField::Share, "part") => say!("figure-part"),
        (FigureField::Share, "addition") => say!("figure-addition"),
        (FigureField::Share, "update") => say!("figure-update"),
        (FigureField::Share, "former") => say!("figure-former"),
        _ => of_reading(field, word),
    }
}

/// The same of how it was read, and how exactly.
fn of_reading(field: FigureField, word: &str) -> String {
    match (field, word) {
        (FigureField::Qualifier, "exactly") => say!("figure-exactly"),
        (FigureField::Qualifier, "at-least") => say!("figure-at-least"),
        (FigureField::Qualifier, "more-than") => say!("figure-more-than"),
        (FigureField::Qualifier, "up-to") => say!("figure-up-to"),
        (FigureField::Qualifier, "fewer-than") => say!("figure-fewer-than"),
        (FigureField::Qualifier, "about") => say!("figure-near"),
        (FigureField::Qualifier, "nearly") => say!("figure-nearly"),
        (FigureField::Qualifier, "between") => say!("figure-between"),
        (FigureField::Qualifier, "vague") => say!("figure-vague"),
        (FigureField::Convention, "as-worded") => say!("figure-as-worded"),
        (FigureField::Convention, "acled") => say!("figure-acled"),
        (FigureField::Convention, "house") => say!("figure-house"),
        (FigureField::Convention, "by-hand") => say!("figure-by-hand"),
        (FigureField::PlacePrecision, "site") => say!("figure-site"),
        (FigureField::PlacePrecision, "town") => say!("figure-town"),
        (FigureField::PlacePrecision, "district") => say!("figure-district"),
        (FigureField::PlacePrecision, "country") => say!("figure-country"),
        _ => visible(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_a_number_stand_for_themselves() {
        let told = |wording: &str| figure(&Figure::read(wording));
        assert_eq!(told("dozens of people"), "“dozens of people”");
        assert_eq!(told("more than 35 people"), "≥ 36");
        assert_eq!(interval(&Figure::read("dozens of people")), "as worded");
        assert_eq!(interval(&Figure::read("about 500 people")), "about 500 (450–550)");
        assert_eq!(told("about 500 people"), "about 500");
    }

    #[test]
    fn every_word_of_a_set_is_said_in_the_language_of_the_window() {
        for field in FigureField::ALL {
            for word in field.known() {
                assert!(!value(field, word).contains("figure-"), "{field} {word}");
            }
        }
    }
}
