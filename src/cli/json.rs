//! Prints JSON that is safe to look at in a terminal.

use super::print::{Printer, is_hidden};
use super::{Refusal, Stop};
use serde_json::Value;

/// Prints `value` over several lines. What could steer a terminal is written as `\u….`.
pub(super) fn print(value: &Value, out: &mut Printer<'_>) -> Result<(), Stop> {
    let json = serde_json::to_string_pretty(value)
        .map_err(|error| Refusal::new(format!("the answer cannot be written as JSON: {error}")))?;
    // Such characters stand in strings only, where an escape means the same.
    let mut safe = String::with_capacity(json.len() + 1);
    for character in json.chars() {
        if is_hidden(character) {
            safe.push_str(&format!("\\u{:04x}", character as u32));
        } else {
            safe.push(character);
        }
    }
    safe.push('\n');
    out.raw(&safe)
}
