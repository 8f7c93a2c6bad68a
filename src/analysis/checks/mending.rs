//! What mends a finding: actions in their text form, of which each mends it by itself, and places where a person
//! says what only a person knows.

use super::{Check, Finding};
use crate::layer::{AnnotationId, Codebook, Figure, TagId};
use crate::text::quoted::quote;

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// This action does, in its text form.
    Do(Deed, String),
    /// A person says it there.
    Ask(Where),
}

/// What an action does that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Takes the link away.
    Unlink,
    /// Reads the words of the figure anew.
    ReadAnew,
    /// Takes the figures from the words of the mark.
    TakeFigures,
    /// Takes the day of the article for that of the figures.
    ArticleDay(String),
    /// Says that the article names no source.
    Unattributed,
    /// Takes the figures away.
    NoFigure,
    /// Tags the mark so too.
    Tag(TagId),
    /// Tags the mark so instead.
    Retag(TagId),
    /// Puts the name into the person's register.
    Register,
    /// Takes back that it was looked for and not found.
    Found,
}

/// Where a person says what mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// Where the other end of a link is chosen.
    Link,
    /// Where the claim is worded that a passage implies.
    Implied,
    /// In the field of the figure.
    Figure,
    /// In the field of the source.
    Source,
    /// In the field of the note.
    Note,
    /// In the search of the folder, for these words.
    Search(String),
}

impl Finding {
    /// All ways to mend it, the likeliest first; tags are those of the codebook.
    pub fn ways(&self, codebook: &Codebook) -> Vec<Mend> {
        let id = self.mark.as_ref().map(|mark| digits(mark.id())).unwrap_or_default();
        let act = |deed: Deed, action: String| Mend::Do(deed, action);
        match &self.check {
            Check::NothingDenied => vec![Mend::Ask(Where::Link), Mend::Ask(Where::Implied)],
            Check::BrokenLink { kind, gone, starts_here, .. } => {
                let (from, to) = if *starts_here { (id, digits(*gone)) } else { (digits(*gone), id) };
                vec![act(Deed::Unlink, format!("unlink {from} {kind} {to}")), Mend::Ask(Where::Link)]
            }
            Check::NoFigure => {
                let quote = self.mark.as_ref().map(|mark| &*mark.row().quote).unwrap_or_default();
                let is_told = !Figure::all_in(quote, None).is_empty();
                let take = is_told.then(|| act(Deed::TakeFigures, format!("take-figures {id}")));
                take.into_iter().chain([Mend::Ask(Where::Figure)]).collect()
            }
            Check::NoSource => {
                let unattributed = act(Deed::Unattributed, format!("source {id} 'unattributed'"));
                vec![Mend::Ask(Where::Source), unattributed]
            }
            Check::NoDate => {
                let day = self.mark.as_ref().and_then(|mark| mark.entry().date).map(|day| day.to_string());
                let take = |day: String| {
                    let action = format!("figure-set {id} 1 date {}", quote(&day));
                    act(Deed::ArticleDay(day), action)
                };
                day.map(take).into_iter().chain([Mend::Ask(Where::Figure)]).collect()
            }
            Check::OtherFigure { nth, wording, .. } => {
                let action = format!("figure {id} {} {}", nth.saturating_add(1), quote(wording));
                vec![act(Deed::ReadAnew, action), Mend::Ask(Where::Figure)]
            }
            Check::FigureInOpinion => {
                let tag = codebook.tags.iter().find(|tag| tag.carries("figure")).map(|tag| tag.id.clone());
                let tag = tag.map(|tag| act(Deed::Tag(tag.clone()), format!("tag {tag} {id}")));
                [act(Deed::NoFigure, format!("no-figure {id}"))].into_iter().chain(tag).collect()
            }
            Check::ClaimAndOpinion { tag, .. } => {
                let retag = act(Deed::Retag(tag.clone()), format!("retag {id} {tag}"));
                vec![Mend::Ask(Where::Note), retag]
            }
            Check::Unregistered(name) => vec![act(Deed::Register, format!("actor group {}", quote(name)))],
            Check::NotFound { words, n_now, .. } => {
                let found = act(Deed::Found, format!("not-found remove {}", quote(words)));
                let search = Mend::Ask(Where::Search(words.clone()));
                if *n_now == 0 { vec![search, found] } else { vec![found, search] }
            }
        }
    }

    /// The action that mends it best without anything to be chosen, in its text form, if there is one.
    pub fn action(&self, codebook: &Codebook) -> Option<String> {
        self.ways(codebook).into_iter().find_map(|way| match way {
            Mend::Do(_, action) => Some(action),
            Mend::Ask(_) => None,
        })
    }

    /// Whether anybody may mend it in their register, and not only whose mark it is.
    pub fn is_of_folder(&self) -> bool {
        matches!(self.check, Check::Unregistered(_) | Check::NotFound { .. })
    }
}

fn digits(id: AnnotationId) -> String {
    id.0.simple().to_string()
}
