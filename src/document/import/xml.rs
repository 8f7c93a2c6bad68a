//! XML as a row of steps, for the formats of word processors and books. Entities other than XML's own
//! five are not expanded, so none can grow.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};
use std::borrow::Cow;

/// How deep elements may stand in each other.
pub(super) const MAX_DEPTH: usize = 256;

/// The vocabularies that are read; the strict and the transitional form of Microsoft's are the same here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ns {
    /// Word's own elements.
    Word,
    /// Drawings and their pictures.
    Drawing,
    /// Where a drawing stands in a text.
    WordDrawing,
    /// Drawings of connected shapes.
    Diagram,
    /// Charts.
    Chart,
    /// Formulas.
    Math,
    /// Alternatives for older programs.
    Compat,
    /// Drawings as older programs wrote them.
    Vml,
    /// OpenDocument: the document around the text.
    Office,
    /// OpenDocument: the text.
    Text,
    /// OpenDocument: tables.
    Table,
    /// OpenDocument: frames and pictures.
    Draw,
    /// OpenDocument: styles.
    Style,
    /// OpenDocument: sizes, titles and descriptions of drawings.
    Svg,
    /// OpenDocument: metadata.
    Meta,
    /// Dublin Core, with its terms.
    Dublin,
    /// Anything else.
    Other,
}

/// The vocabularies by their names.
const NAMES: [(&str, Ns); 28] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", Ns::Word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", Ns::Word),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", Ns::Drawing),
    ("http://purl.oclc.org/ooxml/drawingml/main", Ns::Drawing),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", Ns::WordDrawing),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", Ns::WordDrawing),
    ("http://schemas.openxmlformats.org/drawingml/2006/diagram", Ns::Diagram),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", Ns::Diagram),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", Ns::Chart),
    ("http://purl.oclc.org/ooxml/drawingml/chart", Ns::Chart),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", Ns::Math),
    ("http://purl.oclc.org/ooxml/officeDocument/math", Ns::Math),
    ("http://www.w3.org/1998/Math/MathML", Ns::Math),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", Ns::Compat),
    ("urn:schemas-microsoft-com:vml", Ns::Vml),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", Ns::Office),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", Ns::Text),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", Ns::Table),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", Ns::Draw),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", Ns::Style),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", Ns::Svg),
    ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", Ns::Meta),
    ("http://purl.org/dc/elements/1.1/", Ns::Dublin),
    ("http://purl.org/dc/terms/", Ns::Dublin),
    // What a file says that names no vocabulary for its prefix.
    ("w", Ns::Word),
    ("office", Ns::Office),
    ("text", Ns::Text),
    ("table", Ns::Table),
];

fn named(name: &str) -> Ns {
    NAMES.iter().find(|(known, _)| *known == name).map_or(Ns::Other, |&(_, ns)| ns)
}

/// What comes next.
pub(super) enum Step<'a> {
    /// An element begins; its end comes as well, also where it is empty.
    Open(Tag<'a>),
    /// The innermost element ends.
    Close,
    /// Letters.
    Letters(Cow<'a, str>),
    /// All of it was read.
    End,
    /// The rest is no XML.
    Damaged,
    /// Elements stand in each other deeper than [`MAX_DEPTH`]; the rest is not read.
    TooDeep,
}

/// How an element begins.
pub(super) struct Tag<'a> {
    pub(super) ns: Ns,
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Whether it is this element.
    pub(super) fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.name() == name
    }

    /// The value of an attribute, by its name without the prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut known = attributes.with_checks(false).flatten();
        let found = known.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).unwrap_or(found.value);
        Some(value.into_owned())
    }

    /// The same as a number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// XML that is read.
pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
    /// What ended the reading too early: nothing is read past it.
    fault: Option<Fault>,
}

#[derive(Clone, Copy)]
enum Fault {
    Damaged,
    TooDeep,
}

impl<'a> Xml<'a> {
    /// Reads `text` from its beginning.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, fault: None }
    }

    /// What comes next.
    pub(super) fn step(&mut self) -> Step<'a> {
        if self.fault.is_none() {
            match self.read() {
                Ok(step) => return step,
                Err(fault) => self.fault = Some(fault),
            }
        }
        match self.fault {
            Some(Fault::TooDeep) => Step::TooDeep,
            _ => Step::Damaged,
        }
    }

    fn read(&mut self) -> Result<Step<'a>, Fault> {
        loop {
            let (resolved, event) = self.reader.read_resolved_event().map_err(|_| Fault::Damaged)?;
            return Ok(match event {
                Event::Start(start) => {
                    let ns = match resolved {
                        ResolveResult::Bound(name) => named(name.0),
                        ResolveResult::Unknown(prefix) => named(&prefix),
                        ResolveResult::Unbound => Ns::Other,
                    };
                    self.depth += 1;
                    if MAX_DEPTH < self.depth {
                        return Err(Fault::TooDeep);
                    }
                    Step::Open(Tag { ns, start })
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close
                }
                Event::Text(text) => Step::Letters(text.xml10_content()),
                Event::CData(text) => Step::Letters(text.xml10_content()),
                Event::GeneralRef(reference) => Step::Letters(Cow::Owned(referred(&reference))),
                Event::Eof if self.depth == 0 => Step::End,
                Event::Eof => return Err(Fault::Damaged),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            });
        }
    }

    /// Goes through the elements within the one that began last, up to its end. `take` says whether what stands
    /// in an element is still to be gone through.
    pub(super) fn each_within(&mut self, mut take: impl FnMut(&mut Self, &Tag<'a>) -> bool) {
        let mut depth = 1;
        while 0 < depth {
            match self.step() {
                Step::Open(tag) => depth += usize::from(take(self, &tag)),
                Step::Close => depth -= 1,
                Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => break,
            }
        }
    }

    /// Passes over the rest of the element that began last.
    pub(super) fn skip(&mut self) {
        let outside = self.depth.saturating_sub(1);
        while outside < self.depth {
            if matches!(self.step(), Step::End | Step::Damaged | Step::TooDeep) {
                break;
            }
        }
    }

    /// All letters of the rest of the element that began last.
    pub(super) fn letters(&mut self) -> String {
        self.letters_in(&[])
    }

    /// The letters of the elements with these names within the one that began last; of all where there are
    /// none. Paragraphs are parted by line feeds.
    pub(super) fn letters_in(&mut self, names: &[&str]) -> String {
        let outside = self.depth.saturating_sub(1);
        let mut letters = String::new();
        // How deep the element stands whose letters are taken.
        let mut taken = names.is_empty().then_some(self.depth);
        while outside < self.depth {
            match self.step() {
                Step::Open(tag) => {
                    let name = tag.name();
                    if taken.is_none() && names.contains(&name) {
                        taken = Some(self.depth);
                    }
                    match name {
                        "p" | "h" if !letters.is_empty() && !letters.ends_with('\n') => letters.push('\n'),
                        "tab" | "br" | "s" | "line-break" => letters.push(' '),
                        _ => {}
                    }
                }
                Step::Close => taken = taken.filter(|&depth| depth <= self.depth),
                Step::Letters(more) if taken.is_some() => letters.push_str(&more),
                Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => break,
            }
        }
        letters
    }
}

/// What a reference stands for; itself where that is not known.
fn referred(reference: &BytesRef<'_>) -> String {
    let letter = reference.resolve_char_ref().ok().flatten().map(String::from);
    let known = letter.or_else(|| resolve_xml_entity(reference).map(str::to_owned));
    known.unwrap_or_else(|| format!("&{};", &**reference))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(text: &str) -> String {
        let mut xml = Xml::new(text);
        let mut told = String::new();
        loop {
            match xml.step() {
                Step::Open(tag) => told.push_str(&format!("<{:?} {}>", tag.ns, tag.name())),
                Step::Close => told.push_str("</>"),
                Step::Letters(letters) => told.push_str(&letters),
                Step::End => return told,
                Step::Damaged => return told + "!",
                Step::TooDeep => return told + "~",
            }
        }
    }

    #[test]
    fn elements_are_told_by_their_vocabulary_and_entities_do_not_grow() {
        let strict =
            "<x:p xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:t/>a &amp; &#x416;</x:p>";
        assert_eq!(steps(strict), "<Word p><Word t></>a & Ж</>");
        assert_eq!(steps("<w:p>a<![CDATA[<b>]]></w:p>"), "<Word p>a<b></>");
        let entities = "<!DOCTYPE p [<!ENTITY a 'aaaa'>]><p>&a;</p>";
        assert_eq!(steps(entities), "<Other p>&a;</>");
    }

    #[test]
    fn what_is_cut_or_crossed_or_too_deep_ends_there() {
        assert_eq!(steps("<w:p>a"), "<Word p>a!");
        assert_eq!(steps("<a>b</c>d"), "<Other a>b!");
        let deep = "<w:p>".repeat(MAX_DEPTH + 1);
        assert_eq!(steps(&deep), "<Word p>".repeat(MAX_DEPTH) + "~");
        let mut xml = Xml::new("<a><b></c></b></a>");
        xml.step();
        xml.skip();
        assert!(matches!(xml.step(), Step::Damaged), "nothing is read past a fault");
    }

    #[test]
    fn letters_are_those_of_the_elements_that_are_asked_for() {
        let mut xml = Xml::new("<a> <p><t>one</t><x>no</x></p> <p><t>two <i>three</i></t></p></a>after");
        xml.step();
        assert_eq!(xml.letters_in(&["t"]), "one\ntwo three");
        assert!(matches!(xml.step(), Step::Letters(letters) if letters == "after"));
    }
}
