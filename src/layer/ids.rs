//! One id type per noun. In files they are `urn:uuid:`; people see the first eight digits.

use std::fmt;
use uuid::Uuid;

/// The first ten bytes of the ids that tests and marked text give: what follows is a short name.
const NAMED: [u8; 10] = [0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0];

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The absolute IRI of the files.
            pub fn iri(self) -> String {
                self.0.urn().to_string()
            }

            /// The id that stands for a name of up to six ASCII letters and digits, as marked text
            /// has them (`c1`). A valid UUID, so such marks can be saved.
            pub fn named(name: &str) -> Option<Self> {
                let mut bytes = [0_u8; 16];
                bytes[..10].copy_from_slice(&NAMED);
                let is_short = !name.is_empty() && name.len() <= 6;
                if !is_short || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                    return None;
                }
                bytes[16 - name.len()..].copy_from_slice(name.as_bytes());
                Some(Self(Uuid::from_bytes(bytes)))
            }

            /// What people call it: the name it was given, else the first eight digits.
            pub fn handle(self) -> String {
                let bytes = self.0.as_bytes();
                let name = bytes[10..].iter().copied().skip_while(|&byte| byte == 0).map(char::from).collect::<String>();
                if bytes[..10] == NAMED && Self::named(&name) == Some(self) {
                    return name;
                }
                self.0.simple().to_string()[..8].to_owned()
            }

            /// The id of which `word` is all 32 hexadecimal digits, without dashes.
            pub fn from_digits(word: &str) -> Option<Self> {
                Uuid::try_parse(word).ok().filter(|_| word.len() == 32).map(Self)
            }

            /// Whether `word` means this one: its name, or a beginning of its digits of at least four.
            pub fn answers_to(self, word: &str) -> bool {
                let digits: String = word.chars().filter(|&c| c != '-').collect::<String>().to_ascii_lowercase();
                self.handle() == word || 4 <= digits.len() && self.0.simple().to_string().starts_with(&digits)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.handle())
            }
        }
    )*};
}

ids! {
    /// A mark.
    AnnotationId,
    /// A relation between two marks.
    RelationId,
    /// A layer.
    LayerId,
    /// A person who marks.
    AnnotatorId,
    /// An actor, an incident or a verdict: what is said of a folder.
    ItemId,
}

macro_rules! slugs {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// From a slug; anything is carried, also what the codebook lacks.
            pub fn new(slug: impl Into<String>) -> Self {
                Self(slug.into())
            }

            /// The slug.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

slugs! {
    /// A tag, by its slug in the codebook.
    TagId,
    /// A kind of relation, by its slug in the codebook.
    RelationSlug,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_come_back() {
        for name in ["a1", "c1", "k12", "abc123"] {
            assert_eq!(AnnotationId::named(name).map(AnnotationId::handle).as_deref(), Some(name));
        }
        assert_eq!(AnnotationId::named("seven77"), None);
        assert_eq!(AnnotationId::named("é"), None);
    }

    #[test]
    fn a_beginning_of_the_digits_is_enough() {
        let id = AnnotationId(Uuid::from_u128(0x41c07d2e_9b86_4f13_a5d0_7e2c81f4b690));
        assert_eq!(id.handle(), "41c07d2e");
        assert!(id.answers_to("41c0") && id.answers_to("41C07D2E-9b86"));
        assert!(!id.answers_to("41c") && !id.answers_to("51c0"));
    }
}
