//! What the names of a word processor's styles say, in the languages that programs write them in.

use super::office::Shape;
use crate::document::{BlockKind, Role};

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// From 1 on.
    Heading(u8),
    Title,
    Subtitle,
    Byline,
    Date,
    Quotation,
    Caption,
    Code,
    /// A line of a list of contents, of figures or of an index.
    Contents,
}

/// How headings are called; a number follows. Word keeps the English names in its files, others do not.
const HEADINGS: &[&str] = &[
    "heading",
    "überschrift",
    "titre",
    "título",
    "titulo",
    "titolo",
    "kop",
    "rubrik",
    "overskrift",
    "otsikko",
    "nagłówek",
    "nadpis",
    "címsor",
    "titlu",
    "naslov",
    "başlık",
    "antraštė",
    "virsraksts",
    "заголовок",
    "заглавие",
    "επικεφαλίδα",
    "כותרת",
    "العنوان",
    "عنوان",
    "见出し",
    "見出し",
    "标题",
    "標題",
    "제목",
];

/// The other names, in lower case and without spaces.
const NAMES: &[(&str, Class)] = &[
    ("title", Class::Title),
    ("titel", Class::Title),
    ("titre", Class::Title),
    ("título", Class::Title),
    ("titolo", Class::Title),
    ("название", Class::Title),
    ("назва", Class::Title),
    ("subtitle", Class::Subtitle),
    ("untertitel", Class::Subtitle),
    ("sous-titre", Class::Subtitle),
    ("subtítulo", Class::Subtitle),
    ("sottotitolo", Class::Subtitle),
    ("подзаголовок", Class::Subtitle),
    ("author", Class::Byline),
    ("byline", Class::Byline),
    ("autor", Class::Byline),
    ("auteur", Class::Byline),
    ("date", Class::Date),
    ("datum", Class::Date),
    ("quote", Class::Quotation),
    ("intensequote", Class::Quotation),
    ("quotations", Class::Quotation),
    ("blocktext", Class::Quotation),
    ("blockquote", Class::Quotation),
    ("zitat", Class::Quotation),
    ("citation", Class::Quotation),
    ("cita", Class::Quotation),
    ("citazione", Class::Quotation),
    ("цитата", Class::Quotation),
    ("caption", Class::Caption),
    ("imagecaption", Class::Caption),
    ("tablecaption", Class::Caption),
    ("figurecaption", Class::Caption),
    ("illustration", Class::Caption),
    ("beschriftung", Class::Caption),
    ("légende", Class::Caption),
    ("leyenda", Class::Caption),
    ("didascalia", Class::Caption),
    ("название объекта", Class::Caption),
    ("sourcecode", Class::Code),
    ("htmlpreformatted", Class::Code),
    ("preformattedtext", Class::Code),
    ("plaintextcode", Class::Code),
    ("toc", Class::Contents),
    ("contents", Class::Contents),
    ("tableoffigures", Class::Contents),
];

/// What a paragraph is by the name of its style.
pub(super) fn class_of(name: &str) -> Option<Class> {
    let name: String = name.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '_').collect();
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = name.get(stem.len()..).unwrap_or_default();
    if HEADINGS.contains(&stem)
        && let Ok(level) = number.parse::<u8>()
    {
        return (1..=9).contains(&level).then_some(Class::Heading(level));
    }
    if !number.is_empty() && matches!(stem, "toc" | "contents") {
        return Some(Class::Contents);
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, class)| class)
}

/// Gives a paragraph what its class says.
pub(super) fn shape(class: Class) -> Shape {
    let shape = Shape::default();
    match class {
        Class::Heading(level) => Shape { kind: BlockKind::Heading { level }, ..shape },
        Class::Title => Shape { kind: BlockKind::Heading { level: 1 }, role: Some(Role::Headline), ..shape },
        Class::Subtitle => Shape { role: Some(Role::Standfirst), ..shape },
        Class::Byline => Shape { role: Some(Role::Byline), ..shape },
        Class::Date => Shape { role: Some(Role::Date), ..shape },
        Class::Quotation => Shape { quote_depth: 1, ..shape },
        Class::Caption => Shape { kind: BlockKind::Caption, role: Some(Role::Caption), ..shape },
        Class::Code => Shape { kind: BlockKind::Code, ..shape },
        Class::Contents => shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_known_in_many_languages() {
        let table = [
            ("heading 2", Some(Class::Heading(2))),
            ("Überschrift 1", Some(Class::Heading(1))),
            ("Заголовок 3", Some(Class::Heading(3))),
            ("标题 4", Some(Class::Heading(4))),
            ("Heading", None),
            ("Heading 12", None),
            ("Title", Some(Class::Title)),
            ("Quotations", Some(Class::Quotation)),
            ("Intense Quote", Some(Class::Quotation)),
            ("TOC 1", Some(Class::Contents)),
            ("Normal", None),
        ];
        for (name, class) in table {
            assert_eq!(class_of(name), class, "{name}");
        }
    }
}
