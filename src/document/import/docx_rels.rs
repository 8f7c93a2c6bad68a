//! Where the parts of a DOCX file lead: each part has a list of its relations beside it.

use super::container::{Container, folder_of, within};
use super::container_fault::ArchiveError;
use super::xml::{Step, Xml};
use std::collections::BTreeMap;

/// Where a part leads.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations {
    by_id: BTreeMap<String, Relation>,
    /// In their order, by the last word of their kind.
    kinds: Vec<(String, String)>,
}

/// Where one relation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// To another part, by its name.
    Part(String),
    /// Out of the file.
    Outside(String),
}

impl Relations {
    /// Those of a part; of the whole archive where its name is empty.
    pub(super) fn of(part: &str, container: &mut Container<'_>) -> Result<Self, ArchiveError> {
        let folder = folder_of(part);
        let file = part.rsplit('/').next().unwrap_or_default();
        let name = within(folder, &format!("_rels/{file}.rels")).unwrap_or_default();
        Ok(container.index(&name)?.map(|text| Self::read(&text, folder)).unwrap_or_default())
    }

    fn read(text: &str, folder: &str) -> Self {
        let mut relations = Self::default();
        let mut xml = Xml::new(text);
        loop {
            match xml.step() {
                Step::Open(tag) if tag.name() == "Relationship" => {
                    let value = |name: &str| tag.attribute(name).unwrap_or_default();
                    let (id, kind, target) = (value("Id"), value("Type"), value("Target"));
                    let is_outside = value("TargetMode").eq_ignore_ascii_case("external");
                    let relation = match within(folder, &target) {
                        _ if is_outside => Relation::Outside(target),
                        Some(part) => Relation::Part(part),
                        None => continue,
                    };
                    if let Relation::Part(part) = &relation {
                        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                        relations.kinds.push((kind, part.clone()));
                    }
                    relations.by_id.insert(id, relation);
                }
                Step::Open(_) | Step::Close | Step::Letters(_) => {}
                Step::End | Step::Damaged | Step::TooDeep => return relations,
            }
        }
    }

    /// The parts with the last words of their kinds, in their order.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (&str, &str)> {
        self.kinds.iter().map(|(kind, part)| (kind.as_str(), part.as_str()))
    }

    /// Where a relation leads.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.by_id.get(id)
    }

    /// The part of a kind, such as `styles`.
    pub(super) fn part(&self, kind: &str) -> Option<&str> {
        self.kinds.iter().find(|(known, _)| known == kind).map(|(_, part)| part.as_str())
    }
}
