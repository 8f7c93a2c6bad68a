//! From actions to changes of a register. Whatever is refused is refused before anything changes.

use super::super::{ActionError, FolderAction};
use super::{FolderError, FolderLabel, correcting};
use crate::host::Host;
use crate::layer::{
    About, Actor, ActorName, AnnotationId, FolderChange, FolderItem, FolderLayer, Incident, ItemId,
    Occurrence, Search, Verdict,
};
use crate::library::{Library, MarkRow};
use crate::text::names;

/// Of every name so many marks are kept as evidence of where it stood.
const MOST_OCCURRENCES: usize = 32;

type Deed = Result<Vec<FolderChange>, ActionError>;

/// What `action` changes in `layer`.
pub(super) fn changes(
    action: &FolderAction,
    layer: &FolderLayer,
    library: &Library,
    host: &mut dyn Host,
) -> Result<(FolderLabel, Vec<FolderChange>), ActionError> {
    let mut work = Work { layer, library, host: &mut *host };
    Ok(match action {
        FolderAction::Group(names) => (FolderLabel::Group, work.group(names)?),
        FolderAction::Split(names) => (FolderLabel::Split, work.split(names)?),
        FolderAction::NoteActor(name, words) => (FolderLabel::NoteActor, work.note(name, words)?),
        FolderAction::Reading(name, words) => (FolderLabel::Reading, work.reading(name, words)?),
        FolderAction::RemoveActor(name) => {
            let id = work.actor(name)?.id;
            (FolderLabel::RemoveActor, vec![FolderChange::remove(id)])
        }
        FolderAction::Join(name, ids) => (FolderLabel::Join, work.join(name.as_deref(), ids)?),
        FolderAction::SplitIncident(ids) => (FolderLabel::SplitIncident, work.split_incident(ids)?),
        FolderAction::NameIncident(id, name) => (FolderLabel::NameIncident, work.name_incident(id, name)?),
        FolderAction::RemoveIncident(id) => {
            let id = work.incident(id)?.id;
            (FolderLabel::RemoveIncident, vec![FolderChange::remove(id)])
        }
        FolderAction::NotFound(words, note) => (FolderLabel::NotFound, work.not_found(words, note)?),
        FolderAction::Found(words) => (FolderLabel::Found, work.found(words)?),
        FolderAction::CorrectDate(article, date) => {
            (FolderLabel::CorrectDate, correcting::date(article, date, layer, library, host)?)
        }
        FolderAction::CorrectOutlet(article, outlet) => {
            (FolderLabel::CorrectOutlet, correcting::outlet(article, outlet, layer, library, host)?)
        }
        FolderAction::Verdict(about, value, reason) => {
            (FolderLabel::Verdict, work.verdict(about, value, reason)?)
        }
    })
}

struct Work<'a> {
    layer: &'a FolderLayer,
    library: &'a Library,
    host: &'a mut dyn Host,
}

impl Work<'_> {
    fn group(&mut self, names: &[String]) -> Deed {
        let names = spelt(names)?;
        let mut known: Vec<&Actor> = Vec::new();
        for actor in names.iter().filter_map(|name| self.layer.actor_called(name)) {
            if !known.iter().any(|other| other.id == actor.id) {
                known.push(actor);
            }
        }
        let of_all = || known.iter().flat_map(|actor| &actor.names);
        let as_known = |name: &String| of_all().find(|known| known.name == *name).cloned();
        let new = |name: &String| ActorName { name: name.clone(), reading: None };
        let mut all: Vec<ActorName> =
            names.iter().map(|name| as_known(name).unwrap_or_else(|| new(name))).collect();
        all.extend(of_all().filter(|known| !names.contains(&known.name)).cloned());
        let mut at: Vec<Occurrence> = Vec::new();
        for place in known.iter().flat_map(|actor| &actor.at) {
            if !at.contains(place) {
                at.push(place.clone());
            }
        }
        let first_met = names.iter().filter(|name| self.layer.actor_called(name).is_none());
        for place in first_met.flat_map(|name| self.occurrences(name)).collect::<Vec<_>>() {
            if !at.contains(&place) {
                at.push(place);
            }
        }
        let notes: Vec<&str> =
            known.iter().map(|actor| actor.note.as_str()).filter(|note| !note.is_empty()).collect();
        let actor = Actor { names: all, at, note: notes.join("\n\n"), ..self.begun(known.first().copied()) };
        if matches!(known.as_slice(), [only] if same(only, &actor)) {
            return Ok(Vec::new());
        }
        let gone = known.iter().skip(1).map(|actor| FolderChange::remove(actor.id));
        let put = FolderChange::put(FolderItem::Actor(actor));
        Ok([put].into_iter().chain(gone).collect())
    }

    /// A new actor without names, or one that changes now.
    fn begun(&mut self, known: Option<&Actor>) -> Actor {
        let now = self.host.now();
        match known {
            Some(known) => Actor { modified: Some(now), ..known.clone() },
            None => Actor::of(ItemId(self.host.fresh_uuid()), now, []),
        }
    }

    fn split(&mut self, names: &[String]) -> Deed {
        let names = spelt(names)?;
        let mut changes = Vec::new();
        let mut left: Vec<Actor> = Vec::new();
        for name in &names {
            let actor = self.actor(name)?;
            if !left.iter().any(|other| other.id == actor.id) {
                left.push(actor.clone());
            }
        }
        for mut actor in left {
            let (apart, rest): (Vec<ActorName>, Vec<ActorName>) =
                actor.names.into_iter().partition(|name| names.contains(&name.name));
            // The last name of an actor stays with it: it is an actor of its own already.
            let n_new = if rest.is_empty() { apart.len().saturating_sub(1) } else { apart.len() };
            let (stays, goes) = apart.split_at(apart.len().saturating_sub(n_new));
            actor.names = stays.iter().chain(&rest).cloned().collect();
            if goes.is_empty() {
                continue;
            }
            for name in goes {
                let at = self.occurrences(&name.name);
                changes.push(FolderChange::put(FolderItem::Actor(Actor {
                    names: vec![name.clone()],
                    at,
                    ..self.begun(None)
                })));
            }
            actor.at.retain(|at| self.is_of(at, &actor.names));
            actor.modified = Some(self.host.now());
            changes.push(FolderChange::put(FolderItem::Actor(actor)));
        }
        Ok(changes)
    }

    fn note(&mut self, name: &str, words: &str) -> Deed {
        let actor = self.actor(name)?;
        let note = words.trim().to_owned();
        Ok(self.put_actor(actor.clone(), |actor| actor.note = note))
    }

    fn reading(&mut self, name: &str, words: &str) -> Deed {
        let actor = self.actor(name)?;
        let reading = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        Ok(self.put_actor(actor.clone(), |actor| {
            let named = actor.names.iter_mut().find(|own| own.name == name.trim());
            named.into_iter().for_each(|own| own.reading.clone_from(&reading));
        }))
    }

    fn put_actor(&mut self, before: Actor, change: impl FnOnce(&mut Actor)) -> Vec<FolderChange> {
        let mut actor = before.clone();
        change(&mut actor);
        if actor == before {
            return Vec::new();
        }
        actor.modified = Some(self.host.now());
        vec![FolderChange::put(FolderItem::Actor(actor))]
    }

    fn actor(&self, name: &str) -> Result<&Actor, ActionError> {
        let name = name.trim();
        let unknown = || ActionError::Folder(FolderError::UnknownActor(name.to_owned()));
        self.layer.actor_called(name).ok_or_else(unknown)
    }

    /// The marks in which a name stands.
    fn occurrences(&self, name: &str) -> Vec<Occurrence> {
        let rows = self.library.rows().map(|(_, row)| row).filter(|row| row_has(row, name));
        rows.take(MOST_OCCURRENCES).map(|row| Occurrence::Mark(row.id)).collect()
    }

    fn is_of(&self, at: &Occurrence, names: &[ActorName]) -> bool {
        match at {
            Occurrence::Mark(id) => {
                // Nobody can tell of a mark that is not there, so it stays.
                self.library
                    .mark(*id)
                    .is_none_or(|(_, row)| names.iter().any(|name| row_has(row, &name.name)))
            }
            Occurrence::Passage(target) => {
                let quote = target.quote();
                names.iter().any(|name| names::is_in(&name.name, &quote))
            }
        }
    }

    fn join(&mut self, name: Option<&str>, words: &[String]) -> Deed {
        let mut marks: Vec<AnnotationId> = Vec::new();
        let layer = self.layer;
        let mut first: Option<&Incident> = name.and_then(|name| incident_named(layer, name));
        let mut met: Vec<&Incident> = first.into_iter().collect();
        for word in words {
            let found = match self.about(word)? {
                About::Mark(mark) => vec![mark],
                About::Incident(id) => {
                    let incident = layer.incidents().find(|incident| incident.id == id);
                    first = first.or(incident);
                    met.extend(incident);
                    incident.map(|incident| incident.marks.clone()).unwrap_or_default()
                }
            };
            found.into_iter().for_each(|mark| push(&mut marks, mark));
        }
        // Joined to an incident that it names, what that has stays.
        let kept = first.map(|incident| incident.marks.clone()).unwrap_or_default();
        let mut all = kept;
        marks.into_iter().for_each(|mark| push(&mut all, mark));
        let now = self.host.now();
        let mut incident = match first {
            Some(first) => Incident { modified: Some(now), marks: all, ..first.clone() },
            None => self.new_incident(all),
        };
        if let Some(name) = name {
            incident.name = name.trim().to_owned();
        }
        let gone: Vec<ItemId> = met.iter().map(|met| met.id).filter(|id| *id != incident.id).collect();
        Ok(self.put_incident(incident, &gone))
    }

    fn split_incident(&mut self, words: &[String]) -> Deed {
        let mut marks = Vec::new();
        for word in words {
            match self.about(word)? {
                About::Mark(mark) => push(&mut marks, mark),
                About::Incident(_) => return Err(ActionError::UnknownMark(word.clone())),
            }
        }
        let incident = self.new_incident(marks);
        Ok(self.put_incident(incident, &[]))
    }

    fn new_incident(&mut self, marks: Vec<AnnotationId>) -> Incident {
        let id = ItemId(self.host.fresh_uuid());
        let (created, name, note) = (self.host.now(), String::new(), String::new());
        Incident { id, created, modified: None, name, marks, note }
    }

    /// Puts an incident, takes its marks out of all others, and those out that have none left or are `gone`.
    fn put_incident(&mut self, incident: Incident, gone: &[ItemId]) -> Vec<FolderChange> {
        let now = self.host.now();
        let mut changes = Vec::new();
        for other in self.layer.incidents().filter(|other| other.id != incident.id) {
            let is_left = |mark: &&AnnotationId| !incident.marks.contains(mark);
            let left: Vec<AnnotationId> = other.marks.iter().filter(is_left).copied().collect();
            if left.is_empty() || gone.contains(&other.id) {
                changes.push(FolderChange::remove(other.id));
            } else if left != other.marks {
                let other = Incident { marks: left, modified: Some(now), ..other.clone() };
                changes.push(FolderChange::put(FolderItem::Incident(other)));
            }
        }
        let is_same = self
            .layer
            .incidents()
            .any(|before| Incident { modified: incident.modified, ..before.clone() } == incident);
        if !is_same {
            changes.push(FolderChange::put(FolderItem::Incident(incident)));
        }
        changes
    }

    fn name_incident(&mut self, word: &str, name: &str) -> Deed {
        let incident = self.incident(word)?.clone();
        let incident = Incident { name: name.trim().to_owned(), modified: Some(self.host.now()), ..incident };
        Ok(self.put_incident(incident, &[]))
    }

    fn verdict(&mut self, about: &str, value: &str, reason: &str) -> Deed {
        let about = self.about(about)?;
        let (value, reason) = (value.trim(), reason.trim());
        if value.is_empty() {
            return Err(ActionError::Folder(FolderError::NoValue));
        }
        if reason.is_empty() {
            return Err(ActionError::Folder(FolderError::NoReason));
        }
        let follows = self.layer.verdict_on(about).map(|before| before.id);
        let id = ItemId(self.host.fresh_uuid());
        let (created, value, reason) = (self.host.now(), value.to_owned(), reason.to_owned());
        let verdict = Verdict { id, created, about, value, reason, follows };
        Ok(vec![FolderChange::put(FolderItem::Verdict(verdict))])
    }

    fn not_found(&mut self, words: &str, note: &str) -> Deed {
        let words = spelt(&[words.to_owned()])?.remove(0);
        let (id, created) = (ItemId(self.host.fresh_uuid()), self.host.now());
        let search = Search { id, created, words, note: note.trim().to_owned() };
        Ok(vec![FolderChange::put(FolderItem::Search(search))])
    }

    fn found(&mut self, words: &str) -> Deed {
        let words = words.trim();
        let ids = self.layer.searches().filter(|search| search.words == words).map(|search| search.id);
        let changes: Vec<FolderChange> = ids.map(FolderChange::remove).collect();
        if changes.is_empty() {
            return Err(ActionError::Folder(FolderError::UnknownSearch(words.to_owned())));
        }
        Ok(changes)
    }

    /// An incident by its id, its name, or one of its marks.
    fn incident(&self, word: &str) -> Result<&Incident, ActionError> {
        let by_id = self.layer.incidents().find(|incident| incident.id.answers_to(word));
        let by_mark = || {
            let About::Mark(mark) = self.about(word).ok()? else { return None };
            self.layer.incident_of(mark)
        };
        let found = by_id.or_else(|| incident_named(self.layer, word)).or_else(by_mark);
        found.ok_or_else(|| ActionError::Folder(FolderError::UnknownIncident(word.to_owned())))
    }

    /// The mark or incident that a word means. Incidents are the person's own.
    fn about(&self, word: &str) -> Result<About, ActionError> {
        let whole = AnnotationId::from_digits(word).or_else(|| AnnotationId::named(word));
        if let Some(mark) = whole.filter(|id| self.library.mark(*id).is_some()) {
            return Ok(About::Mark(mark));
        }
        if let Some(incident) = incident_named(self.layer, word) {
            return Ok(About::Incident(incident.id));
        }
        let incidents = self.layer.incidents().filter(|incident| incident.id.answers_to(word));
        let marks = self.library.rows().map(|(_, row)| row.id).filter(|id| id.answers_to(word));
        let mut found: Vec<About> =
            incidents.map(|incident| About::Incident(incident.id)).chain(marks.map(About::Mark)).collect();
        found.sort();
        found.dedup();
        match found.as_slice() {
            [] => Err(ActionError::Folder(FolderError::Unknown(word.to_owned()))),
            [only] => Ok(*only),
            several => Err(ActionError::Folder(FolderError::Several(word.to_owned(), several.len()))),
        }
    }
}

fn incident_named<'a>(layer: &'a FolderLayer, name: &str) -> Option<&'a Incident> {
    let name = name.trim();
    layer.incidents().find(|incident| !name.is_empty() && incident.name == name)
}

fn push(marks: &mut Vec<AnnotationId>, mark: AnnotationId) {
    if !marks.contains(&mark) {
        marks.push(mark);
    }
}

fn same(before: &Actor, now: &Actor) -> bool {
    Actor { modified: now.modified, ..before.clone() } == *now
}

/// Names without the spaces around them, each once.
fn spelt(names: &[String]) -> Result<Vec<String>, ActionError> {
    let mut spelt: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        if name.is_empty() {
            return Err(ActionError::Folder(FolderError::NoName));
        }
        if !spelt.iter().any(|other| other == name) {
            spelt.push(name.to_owned());
        }
    }
    Ok(spelt)
}

/// Whether a name stands in the words of a mark or among its sources.
fn row_has(row: &MarkRow, name: &str) -> bool {
    row.sources.iter().any(|source| names::is_in(name, &source.name)) || names::is_in(name, &row.quote)
}
