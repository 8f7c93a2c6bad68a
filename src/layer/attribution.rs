//! Who says it: a chain from the nearest source to the farthest.

use crate::anchor::Target;

/// The sources of a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// From the one the article heard it from to the one who saw it.
    pub chain: Vec<Source>,
    /// The words that attribute ("said", "claimed").
    pub cue: Option<Cue>,
    /// How sure the source is, as a word of the codebook.
    pub certainty: Option<String>,
    /// That nobody is named, as the person found: *unattributed* is a source too.
    pub is_unattributed: bool,
}

impl Attribution {
    /// Whether nothing was said about the source.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The chain for people: `the group ← a hospital`, `unattributed`, or nothing.
    pub fn summary(&self) -> String {
        if self.is_unattributed {
            return "unattributed".to_owned();
        }
        let names: Vec<&str> = self.chain.iter().map(|source| source.name.as_str()).collect();
        names.join(" ← ")
    }

    /// The chain that `words` name: `the group ← a hospital`, also with `<-`; `unattributed` says
    /// that there is none, and nothing takes the chain away. Cue and certainty stay.
    pub fn with_chain(&self, words: &str) -> Self {
        let is_unattributed = words.trim().eq_ignore_ascii_case("unattributed");
        let names = words.split('←').flat_map(|part| part.split("<-")).map(str::trim);
        let source_named = |name: &str| {
            let known = self.chain.iter().find(|source| source.name == name);
            known.cloned().unwrap_or_else(|| Source { name: name.to_owned(), actor: None, at: None })
        };
        let chain = names.filter(|name| !name.is_empty() && !is_unattributed).map(source_named).collect();
        Self { chain, is_unattributed, ..self.clone() }
    }
}

/// One source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Which actor of the register it is, by slug.
    pub actor: Option<String>,
    /// As worded.
    pub name: String,
    /// Where the article names it.
    pub at: Option<Target>,
}

/// The words that attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    /// As worded.
    pub verb: String,
    /// Where they stand.
    pub at: Option<Target>,
}
