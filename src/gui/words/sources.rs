//! Who says it, in the words of the window.

use super::say;
use crate::layer::Attribution;

/// The nearest source first: `the group ← a hospital`; nothing where it was not looked for.
pub(in crate::gui) fn source(attribution: &Attribution) -> String {
    if attribution.is_unattributed { say!("source-nobody") } else { attribution.summary() }
}
