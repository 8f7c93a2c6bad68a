//! What was deleted from an ODT file and is kept in front of its text.

use super::xml::{Ns, Step, Xml};
use std::collections::BTreeMap;

/// Reads the rest of `text:tracked-changes`: the deleted words by the ids of their changes.
pub(super) fn deleted(xml: &mut Xml<'_>) -> BTreeMap<String, String> {
    let (mut words, mut id, mut depth) = (BTreeMap::new(), String::new(), 1);
    while 0 < depth {
        match xml.step() {
            Step::Open(tag) if tag.is(Ns::Text, "deletion") => {
                words.insert(id.clone(), xml.letters_in(&["p", "h"]));
            }
            Step::Open(tag) => {
                depth += 1;
                if tag.is(Ns::Text, "changed-region") {
                    id = tag.attribute("id").unwrap_or_default();
                }
            }
            Step::Close => depth -= 1,
            Step::Letters(_) => {}
            Step::End | Step::Damaged | Step::TooDeep => break,
        }
    }
    words
}
