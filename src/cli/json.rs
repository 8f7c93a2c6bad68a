//! Prints JSON that is safe to look at in a terminal.

use super::Stop;
use super::print::Printer;
use crate::text::shown::safe_json;
use serde_json::Value;

/// Prints `value` over several lines. What could steer a terminal is written as `\u….`.
pub(super) fn print(value: &Value, out: &mut Printer<'_>) -> Result<(), Stop> {
    out.raw(&safe_json(&format!("{value:#}\n")))
}

/// An element of an [`Array`], as its lines.
pub(super) fn element(value: &Value) -> String {
    // A line feed within a string stands there as `\n`, so that every one parts two lines.
    safe_json(&format!("  {value:#}").replace('\n', "\n  ")).into_owned()
}

/// An array that is printed while its elements come, and looks as if [`print`] had printed it whole.
#[derive(Debug, Default)]
pub(super) struct Array {
    has_elements: bool,
}

impl Array {
    /// Prints one more [`element`].
    pub(super) fn add(&mut self, element: &str, out: &mut Printer<'_>) -> Result<(), Stop> {
        out.raw(if self.has_elements { ",\n" } else { "[\n" })?;
        self.has_elements = true;
        out.raw(element)
    }

    /// Closes it.
    pub(super) fn end(self, out: &mut Printer<'_>) -> Result<(), Stop> {
        out.raw(if self.has_elements { "\n]\n" } else { "[]\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_array_in_pieces_is_the_array_in_one() {
        let printed = |print: &dyn Fn(&mut Printer<'_>)| {
            let mut bytes = Vec::new();
            let mut out = Printer::new(&mut bytes);
            print(&mut out);
            assert!(out.flush().is_ok());
            drop(out);
            String::from_utf8(bytes).unwrap()
        };
        for values in [vec![], vec![json!("a\nb\u{1b}")], vec![json!({ "a": [1, {}] }), json!(null)]] {
            let in_pieces = printed(&|out| {
                let mut array = Array::default();
                for value in &values {
                    assert!(array.add(&element(value), out).is_ok());
                }
                assert!(array.end(out).is_ok());
            });
            let whole = printed(&|out| assert!(print(&Value::Array(values.clone()), out).is_ok()));
            assert_eq!(in_pieces, whole);
        }
    }
}
