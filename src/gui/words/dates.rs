//! Days in the words of the window's language.

use super::say;
use crate::analysis::incidents::Days;
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

/// A span of days as newspapers print it: `17 August 2026`, `13–17 August 2026`, `28 July – 2 August 2026`,
/// and `August 2026` for all days of a month.
pub(in crate::gui) fn days(days: Days) -> String {
    if let Some(whole) = days.date() {
        return date(whole);
    }
    let Some((first, last)) = days.ends() else { return days.to_string() };
    let day = |date: CalendarDate| date.day().unwrap_or_default();
    let month = |date: CalendarDate| month_name(date.month().unwrap_or_default());
    let year = last.year().to_string();
    if first.month_of() == last.month_of() {
        return say!("date-days", first = day(first), last = day(last), month = month(last), year = year);
    }
    let last_words = date(last);
    let first = if first.year() == last.year() {
        say!("date-day-of-year", day = day(first), month = month(first))
    } else {
        date(first)
    };
    say!("date-span", first = first, last = last_words)
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
        let span = |from: &str, to: &str| days(Days::from_words(Some(from), Some(to)).expect("days"));
        let spans = |said: [&str; 5]| {
            assert_eq!(
                [
                    span("2026-08-17", "2026-08-17"),
                    span("2026-08-13", "2026-08-17"),
                    span("2026-07-28", "2026-08-02"),
                    span("2025-12-30", "2026-01-02"),
                    span("2026-08", "2026-08"),
                ],
                said
            );
        };
        spans([
            "17 August 2026",
            "13–17 August 2026",
            "28 July – 2 August 2026",
            "30 December 2025 – 2 January 2026",
            "August 2026",
        ]);
        speak(Language::Spanish, &[]);
        spans([
            "17 de agosto de 2026",
            "13–17 de agosto de 2026",
            "28 de julio – 2 de agosto de 2026",
            "30 de diciembre de 2025 – 2 de enero de 2026",
            "agosto de 2026",
        ]);
        assert_eq!(moment(at), "2 de marzo de 2026, 09:14 UTC");
        assert_eq!(
            [told("2017-04-16"), told("2017-12"), told("2017")],
            ["16 de abril de 2017", "diciembre de 2017", "2017"]
        );
    }
}
