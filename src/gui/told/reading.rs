//! What there is to know of an article as it was read.

use super::files::archive;
use crate::document::ImportWarning;
use crate::gui::words::say;

/// In one line. What is rare keeps the words of its value.
pub(super) fn import_warning(warning: &ImportWarning) -> String {
    match warning {
        ImportWarning::Judged(encoding) => say!("reading-judged", encoding = *encoding),
        ImportWarning::Damaged { n_places, encoding, line, byte } => {
            say!("reading-damaged", count = *n_places, encoding = *encoding, line = *line, byte = *byte)
        }
        ImportWarning::OneBlock { is_page: true } => say!("reading-one-block-page"),
        ImportWarning::OneBlock { is_page: false } => say!("reading-one-block"),
        ImportWarning::Cut => say!("reading-cut"),
        ImportWarning::WholePage => say!("reading-whole-page"),
        ImportWarning::HiddenParagraphs(n) => say!("reading-hidden", count = *n),
        ImportWarning::HasHtml => say!("reading-has-html"),
        ImportWarning::TooDeep => say!("reading-too-deep"),
        ImportWarning::Pictures(n) => say!("reading-pictures", count = *n),
        ImportWarning::Part(error) => say!("reading-part", reason = archive(error)),
        ImportWarning::PartCut => say!("reading-part-cut"),
        ImportWarning::Changes(n) => say!("reading-changes", count = *n),
        ImportWarning::Embedded(n) => say!("reading-embedded", count = *n),
        ImportWarning::Empty => say!("reading-empty"),
        ImportWarning::NoText => say!("reading-no-text"),
        other => other.to_string(),
    }
}
