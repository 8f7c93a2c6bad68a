//! Tables in comma-separated values, as RFC 4180 has them, that no spreadsheet takes for formulas.

use super::print::visible;

/// What some spreadsheets need to see that a file is UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A row with the end of its line.
pub(super) fn line<const N: usize>(cells: [impl AsRef<str>; N]) -> String {
    let cells = cells.each_ref().map(|text| cell(text.as_ref()));
    cells.join(",") + "\r\n"
}

/// One cell. Words that a spreadsheet would run get an apostrophe before them; what could steer a
/// terminal is shown by signs.
fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let text = visible(text);
    let text = if runs { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', '\n', '\t', ';']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be_and_run_nothing() {
        let cases = [
            ("", ""),
            ("plain words", "plain words"),
            ("one, “two”", "\"one, “two”\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" apart ", "\" apart \""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("\tx", "\"'\tx\""),
            ("\r=x", "'␍=x"),
            ("a=b", "a=b"),
        ];
        for (text, expected) in cases {
            assert_eq!(cell(text), expected, "{text:?}");
        }
        assert_eq!(line(["a", "b,c"]), "a,\"b,c\"\r\n");
    }
}
