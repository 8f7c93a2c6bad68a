//! How many, in the words of the window.

use super::say;
use crate::gui::widgets::{shortened, visible};
use crate::layer::Figure;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_a_number_stand_for_themselves() {
        let told = |wording: &str| figure(&Figure::read(wording));
        assert_eq!(told("dozens of people"), "“dozens of people”");
        assert_eq!(told("more than 35 people"), "≥ 36");
        assert_eq!(told("about forty"), "about 40");
    }
}
