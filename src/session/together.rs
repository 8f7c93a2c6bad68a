//! Several actions as one step of undo, and what takes them back later: in this session or in another one
//! of the same article, when it was saved and closed meanwhile.

use super::history::Way;
use super::label::Label;
use super::{Action, ActionError, Session};
use crate::host::Host;
use crate::layer::{AnnotationId, Change, Layer, Transaction};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What takes back what was done together, wherever it is still as it was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack {
    /// What was done.
    label: Label,
    undo: Transaction,
    /// What was left: each mark and relation once.
    left: Vec<Change>,
}

/// What does again the step that was undone last: the same value means the same step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again(Transaction);

/// What came of several actions.
#[derive(Clone, Debug, Default)]
pub struct Performed {
    /// How many marks were made, changed or taken away.
    pub n_marks: usize,
    /// How many marks were not taken back, since they are others by now.
    pub n_stayed: usize,
    /// The actions that were refused, which changed nothing.
    pub refused: Vec<ActionError>,
    /// What takes it back; `None` where nothing was changed.
    pub way_back: Option<WayBack>,
}

impl WayBack {
    /// The way back from where `layer` is now.
    fn of((label, undo): (&Label, &Transaction), layer: &Layer) -> Option<Self> {
        let mut seen = BTreeSet::new();
        let first = undo.changes.iter().filter(|change| seen.insert(id_of(change)));
        let left: Vec<Change> = first.map(|change| now(change, layer)).collect();
        (!left.is_empty()).then(|| Self { label: label.clone(), undo: undo.clone(), left })
    }

    /// How many marks it is about.
    pub fn n_marks(&self) -> usize {
        self.left.iter().filter_map(Change::mark).count()
    }
}

impl Session {
    /// Does all of `actions` as one step of undo called `label`. What is refused leaves the others as they
    /// are; what is chosen stays chosen.
    pub fn perform_all(&mut self, label: &str, actions: &[Action], host: &mut dyn Host) -> Performed {
        self.history.close();
        let (n_steps, focus) = (self.history.len(), self.focus());
        let changing = actions.iter().filter(|action| action.changes_marks());
        let refused: Vec<ActionError> =
            changing.filter_map(|action| self.perform(action, host).err()).collect();
        self.keep_focus(focus);
        self.history.join_since(n_steps, Label::Together(label.to_owned()));
        Performed { refused, ..self.performed(n_steps) }
    }

    /// Takes back what was done together. Marks that were changed since stay as they are.
    pub fn take_back(&mut self, way: &WayBack, host: &mut dyn Host) -> Performed {
        self.history.close();
        let Some(mine) = self.my_layer() else {
            return Performed { n_stayed: way.n_marks(), ..Performed::default() };
        };
        let (same, others): (Vec<&Change>, Vec<&Change>) =
            way.left.iter().partition(|left| now(left, &mine.layer) == **left);
        let n_stayed = others.iter().filter_map(|change| change.mark()).count();
        if others.is_empty() && self.is_last(way) {
            let refused = self.step(Way::Back, host).err().into_iter().collect::<Vec<_>>();
            let n_marks = if refused.is_empty() { way.n_marks() } else { 0 };
            return Performed { n_marks, refused, ..Performed::default() };
        }
        let ids: BTreeSet<Uuid> = same.into_iter().map(id_of).collect();
        let changes = way.undo.changes.iter().filter(|change| ids.contains(&id_of(change))).cloned();
        let back = Transaction::new(changes);
        if back.changes.is_empty() {
            return Performed { n_stayed, ..Performed::default() };
        }
        let (n_steps, focus) = (self.history.len(), self.focus());
        let refused = self
            .commit(host, Label::TakeBack(Box::new(way.label.clone())), &back, None)
            .err()
            .into_iter()
            .collect();
        self.keep_focus(focus);
        Performed { refused, n_stayed, ..self.performed(n_steps) }
    }

    /// What takes the last step back, here or in another session of the article.
    pub fn last_step(&self) -> Option<WayBack> {
        WayBack::of(self.history.last_undo()?, &self.my_layer()?.layer)
    }

    /// Whether this is what the next undo takes back.
    pub fn is_last(&self, way: &WayBack) -> bool {
        self.history.last_undo().is_some_and(|(_, undo)| *undo == way.undo)
    }

    /// What the next redo does again.
    pub fn again(&self) -> Option<Again> {
        self.history.last_redo().cloned().map(Again)
    }

    /// Makes one step of the last two, which is called as the later one.
    pub fn join_last_two(&mut self) {
        if let Some(n_before) = self.history.len().checked_sub(2)
            && let Some((label, _)) = self.history.last_undo()
        {
            let label = label.clone();
            self.history.join_since(n_before, label);
        }
    }

    /// What the last step did, if it is another one than the `n`th.
    fn performed(&self, n: usize) -> Performed {
        let way_back = if n < self.history.len() { self.last_step() } else { None };
        let n_marks = way_back.as_ref().map_or(0, WayBack::n_marks);
        Performed { n_marks, way_back, ..Performed::default() }
    }

    fn keep_focus(&mut self, focus: Option<AnnotationId>) {
        self.focus.set(focus);
        self.look_at_focus();
    }
}

fn id_of(change: &Change) -> Uuid {
    match change {
        Change::Annotation(id, _) => id.0,
        Change::Relation(id, _) => id.0,
    }
}

/// What `layer` has now of what a change is about.
fn now(change: &Change, layer: &Layer) -> Change {
    match change {
        Change::Annotation(id, _) => Change::Annotation(*id, layer.annotation(*id).cloned().map(Box::new)),
        Change::Relation(id, _) => Change::Relation(*id, layer.relation(*id).cloned().map(Box::new)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::Options;
    use crate::host::MemoryHost;
    use std::path::Path;

    const PATH: &str = "/desk/a.txt";
    const TEXT: &[u8] = b"Eight people died. The army denied it. A disgrace, they said.";

    fn open(host: &MemoryHost) -> Session {
        Session::open(Path::new(PATH), &Options::default(), host.annotator.clone(), host).unwrap()
    }

    fn actions(lines: &[&str]) -> Vec<Action> {
        lines.iter().map(|line| line.parse().unwrap()).collect()
    }

    /// Tags and notes of all marks in the order of the text.
    fn state(session: &Session) -> String {
        let mark = |mark: crate::session::MarkRef<'_>| {
            let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| tag.as_str()).collect();
            format!("{}={} {}", mark.annotation.quote(), tags.join("+"), mark.annotation.note)
        };
        session.marks().into_iter().map(mark).collect::<Vec<_>>().join("; ")
    }

    /// Three marks: `a1` "Eight people", `a2` "denied" (linked to the first), `a3` "disgrace".
    fn marked(host: &mut MemoryHost) -> Session {
        let mut session = open(host);
        let lines =
            ["select 'Eight people'", "tag claim", "select 'denied'", "tag denial", "link a2 denies a1"];
        for action in actions(&lines).iter().chain(&actions(&["select 'disgrace'", "tag opinion", "save"])) {
            session.perform(action, host).unwrap();
        }
        session
    }

    #[test]
    fn many_actions_are_one_step_of_undo_and_of_redo() {
        let mut host = MemoryHost::with(PATH, TEXT);
        let mut session = marked(&mut host);
        let (before, n_steps, focus) = (state(&session), session.history().len(), session.focus());
        let all =
            actions(&["tag opinion a1", "note a1 'one'", "add-note a1 'two'", "delete a2", "note b9 'no'"]);
        let done = session.perform_all("tidy up", &all, &mut host);
        assert_eq!((done.n_marks, done.refused.len(), session.focus()), (2, 1, focus));
        assert_eq!(session.history().len(), n_steps + 1);
        assert_eq!(session.history().undo_label().map(ToString::to_string).as_deref(), Some("tidy up"));
        let after = state(&session);
        assert_eq!(after, "Eight people=claim+opinion one\n\ntwo; disgrace=opinion ");
        session.perform(&Action::Undo, &mut host).unwrap();
        assert_eq!((state(&session), session.history().len()), (before.clone(), n_steps));
        session.perform(&Action::Redo, &mut host).unwrap();
        assert_eq!(state(&session), after);
        // As the last step it is undone, and can be done again.
        let back = session.take_back(&done.way_back.unwrap(), &mut host);
        assert_eq!((back.n_marks, back.n_stayed), (2, 0));
        assert_eq!(state(&session), before);
        assert_eq!(session.history().redo_label().map(ToString::to_string).as_deref(), Some("tidy up"));
    }

    #[test]
    fn what_was_changed_since_stays_and_the_rest_is_taken_back_in_another_session() {
        let mut host = MemoryHost::with(PATH, TEXT);
        let mut session = marked(&mut host);
        let relations = session.my_layer().unwrap().layer.relations().count();
        let all = actions(&["add-note a1 'seen'", "delete a2", "add-note a3 'seen'"]);
        let done = session.perform_all("tidy up", &all, &mut host);
        session.perform(&Action::Save, &mut host).unwrap();
        let mut later = open(&host);
        later.perform(&"note a3 'mine'".parse().unwrap(), &mut host).unwrap();
        let back = later.take_back(&done.way_back.unwrap(), &mut host);
        assert_eq!((back.n_marks, back.n_stayed, back.refused.len()), (2, 1, 0));
        assert_eq!(state(&later), "Eight people=claim ; denied=denial ; disgrace=opinion mine");
        assert_eq!(later.my_layer().unwrap().layer.relations().count(), relations, "the link is back");
        later.perform(&Action::Undo, &mut host).unwrap();
        assert_eq!(state(&later), "Eight people=claim seen; disgrace=opinion mine");
    }

    #[test]
    fn nothing_done_is_no_step() {
        let mut host = MemoryHost::with(PATH, TEXT);
        let mut session = marked(&mut host);
        let n_steps = session.history().len();
        let done = session.perform_all("tag", &actions(&["tag claim a1", "undo"]), &mut host);
        assert!(done.n_marks == 0 && done.way_back.is_none() && done.refused.is_empty());
        assert_eq!(session.history().len(), n_steps);
    }
}
