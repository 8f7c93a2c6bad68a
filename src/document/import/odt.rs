//! ODT, OpenDocument's texts: which parts a file has, and what they give together.

use super::container::Container;
use super::container_fault::ArchiveError;
use super::odt_body::{Body, Met};
use super::odt_styles::Styles;
use super::office::Elements;
use super::office_meta;
use super::office_write::Writer;
use super::xml::{Ns, Step, Xml};
use super::{File, ImportWarning, Imported};
use crate::document::{Direction, Metadata, Reason};

/// Reads an ODT file.
pub(super) fn read(file: &File<'_>) -> Imported {
    let mut container = Container::open(file.bytes)?;
    let manifest = container.index("META-INF/manifest.xml").unwrap_or_default().unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ArchiveError::Encrypted("content.xml".to_owned()).into());
    }
    let mut warnings = Vec::new();
    let mut part = |name: &str, container: &mut Container<'_>| match container.text(name) {
        Ok(text) => text,
        Err(ArchiveError::Missing(_)) => String::new(),
        Err(error) => {
            warnings.push(ImportWarning::Part(error));
            String::new()
        }
    };
    let (all_styles, about) = (part("styles.xml", &mut container), part("meta.xml", &mut container));
    let text = container.text("content.xml")?;
    let (mut styles, mut metadata) = (Styles::default(), Metadata::default());
    styles.read(&all_styles);
    styles.read(&text);
    office_meta::read(&about, &mut metadata);
    let mut writer = Writer::new(file.options.extent);
    let mut body = Body::new(&text, &styles, &mut container);
    while let Some(pieces) = body.read_on() {
        writer.comments.append(&mut body.comments);
        writer.write(pieces);
    }
    writer.comments.append(&mut body.comments);
    let (pieces, mut met) = body.finish();
    writer.write(pieces);
    writer.write(std::mem::take(&mut met.endnotes));
    writer.end_remarks();
    edges(&all_styles, &mut writer);
    metadata.language = metadata.language.or(styles.language);
    metadata.direction = (met.n_paragraphs < 2 * met.n_right_to_left).then_some(Direction::RightToLeft);
    say(&met, &writer, &mut warnings);
    Ok(office_meta::finish(writer, metadata, file.reading(""), warnings))
}

fn say(met: &Met, writer: &Writer, warnings: &mut Vec<ImportWarning>) {
    warnings.extend(met.is_damaged.then_some(ImportWarning::PartCut));
    warnings.extend(met.is_too_deep.then_some(ImportWarning::PartTooDeep));
    warnings.extend(met.has_changes.then_some(ImportWarning::Changes(writer.n_deleted)));
}

/// Names what stands at the head and the foot of each page.
fn edges(styles: &str, writer: &mut Writer) {
    let (mut xml, mut named) = (Xml::new(styles), Vec::new());
    loop {
        match xml.step() {
            Step::Open(tag) if tag.ns == Ns::Style => {
                let name = tag.name();
                // Their looks, which have no words, are called alike.
                let is_edge =
                    !name.ends_with("-style") && (name.starts_with("header") || name.starts_with("footer"));
                if is_edge {
                    let why =
                        if name.starts_with("footer") { Reason::PageFooter } else { Reason::PageHeader };
                    let words = xml.letters_in(&["p", "h"]).trim().to_owned();
                    if !words.is_empty() && !named.contains(&words) {
                        writer.builder.leave_out(why, &words);
                        named.push(words);
                    }
                }
            }
            Step::Open(_) | Step::Close | Step::Letters(_) => {}
            Step::End | Step::Damaged | Step::TooDeep => return,
        }
    }
}
