//! Days in the words of the window's language.

use super::say;
use crate::document::{CalendarDate, Timestamp};
use crate::library::Entry;

/// `16 April 2017`, `April 2017` or `2017`, as far as the date is known.
pub(in crate::gui) fn date(date: CalendarDate) -> String {
    // A year is no count: its digits are not grouped.
    let year = date.year().to_string();
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => say!("date-day", day = day, month = month_name(month), year = year),
        (Some(month), None) => say!("date-month", month = month_name(month), year = year),
        _ => year,
    }
}

/// A day and a time of day, of the world's clock: `2 March 2026, 09:14 UTC`.
pub(in crate::gui) fn moment(at: Timestamp) -> String {
    let iso = at.to_string();
    let time = iso.get(11..16).unwrap_or_default();
    say!("date-moment", day = day_of(at), time = time)
}

/// The day alone: `2 March 2026`.
pub(in crate::gui) fn day_of(at: Timestamp) -> String {
    let iso = at.to_string();
    CalendarDate::read(&iso, None).map_or(iso, date)
}

/// The date of an article of a folder; as it stood where it cannot be read, nothing where it has none.
pub(in crate::gui) fn date_of(entry: &Entry) -> String {
    entry.date.map_or_else(|| entry.date_in_words(), date)
}

/// The same for narrow columns: `16 Apr 2017`.
pub(in crate::gui) fn short_date_of(entry: &Entry) -> String {
    entry.date.map_or_else(|| date_of(entry), short_date)
}

/// `16 Apr 2017`, `Apr 2017` or `2017`, as far as the date is known.
pub(in crate::gui) fn short_date(date: CalendarDate) -> String {
    let year = date.year().to_string();
    let Some(month) = date.month().map(|month| say!("date-month-short", month = month)) else { return year };
    match date.day() {
        Some(day) => say!("date-day-short", day = day, month = month, year = year),
        None => say!("date-month", month = month, year = year),
    }
}

fn month_name(month: i8) -> String {
    say!("date-month-name", month = month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::words::{Language, speak};

    #[test]
    fn days_are_told_in_the_language_that_is_spoken() {
        let told = |text: &str| date(CalendarDate::read(text, None).expect("a date"));
        assert_eq!(
            [told("2017-04-16"), told("2017-04"), told("2017")],
            ["16 April 2017", "April 2017", "2017"]
        );
        let short = |text: &str| short_date(CalendarDate::read(text, None).expect("a date"));
        assert_eq!(
            [short("2017-04-16"), short("2017-04"), short("2017")],
            ["16 Apr 2017", "Apr 2017", "2017"]
        );
        let at = Timestamp::from_seconds(1_772_442_847);
        assert_eq!(moment(at), "2 March 2026, 09:14 UTC");
        speak(Language::Spanish, &[]);
        assert_eq!(moment(at), "2 de marzo de 2026, 09:14 UTC");
        assert_eq!(
            [told("2017-04-16"), told("2017-12"), told("2017")],
            ["16 de abril de 2017", "diciembre de 2017", "2017"]
        );
    }
}
