//! Steps in two articles that are one for the person who took them: words that were marked in another
//! article to be the other end of a link, and that link. What takes one of the two back takes the other
//! back too, and what does one again does both.

use super::Workspace;
use super::edits::{EditJob, EditReport, WaysBack};
use crate::host::Host;
use crate::layer::Annotator;
use crate::session::{Action, Again, Session, Way, WayBack};
use std::path::{Path, PathBuf};

/// How many such pairs are kept; older ones are two steps again.
const MOST: usize = 200;

/// The two ends of one step.
#[derive(Debug)]
pub(super) struct Joined {
    ends: [End; 2],
}

/// A step in one article.
#[derive(Debug)]
struct End {
    path: PathBuf,
    way: WayBack,
    /// What does it again, when it was undone.
    again: Option<Again>,
}

/// The end of a pair whose other end is the next step of the article that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pair: usize,
    end: usize,
    way: Way,
}

impl End {
    /// Whether it is the next step of `session` that way.
    fn is_next(&self, session: &Session, way: Way) -> bool {
        session.path() == self.path
            && match way {
                Way::Back => session.is_last(&self.way),
                Way::Forth => self.again.is_some() && session.again() == self.again,
            }
    }
}

impl Workspace {
    /// The last steps in two open articles are one from now on.
    pub fn join_last(&mut self, one: &Path, other: &Path) {
        let end = |path: &Path| {
            let session = self.sessions.iter().find(|session| session.path() == path)?;
            Some(End { path: path.to_owned(), way: session.last_step()?, again: None })
        };
        let Some((one, other)) = end(one).zip(end(other)) else { return };
        if self.joined.len() == MOST {
            self.joined.remove(0);
        }
        self.joined.push(Joined { ends: [one, other] });
    }

    /// What goes with the next step of the article that is looked at. It can be done again only where the
    /// other article is open and has it for its next step too.
    pub fn partner(&self, way: Way) -> Option<Partner> {
        let active = self.active()?;
        self.joined.iter().enumerate().rev().find_map(|(pair, joined)| {
            let here = joined.ends.iter().position(|end| end.is_next(active, way))?;
            let other = joined.ends.get(1 - here)?;
            let can = way == Way::Back || self.sessions.iter().any(|session| other.is_next(session, way));
            can.then_some(Partner { pair, end: 1 - here, way })
        })
    }

    /// The article that has it.
    pub fn article_of(&self, partner: &Partner) -> Option<PathBuf> {
        Some(self.joined.get(partner.pair)?.ends.get(partner.end)?.path.clone())
    }

    /// Takes the step that goes with one that was just taken. In an article that is not open that is the
    /// job's, as the person who marks there.
    pub fn follow_with(
        &mut self,
        partner: &Partner,
        who: &dyn Fn(&Path) -> Option<Annotator>,
        host: &mut dyn Host,
    ) -> (EditReport, EditJob) {
        let mut done = Default::default();
        let Some(end) = self.joined.get(partner.pair).and_then(|pair| pair.ends.get(partner.end)) else {
            return done;
        };
        let (path, way) = (end.path.clone(), end.way.clone());
        match partner.way {
            Way::Back => done = self.take_back(WaysBack::one(path, way), who, host),
            Way::Forth => {
                // It was asked for before: only a layer that went meanwhile could refuse.
                let session = self.session_mut(&path);
                session.into_iter().for_each(|session| drop(session.perform(&Action::Redo, host)));
                self.show_open();
            }
        }
        self.note_again(partner.pair, partner.way);
        done
    }

    /// Notes what does both again after they were undone, and how they are undone after that.
    fn note_again(&mut self, pair: usize, way: Way) {
        let Some(joined) = self.joined.get_mut(pair) else { return };
        for end in &mut joined.ends {
            let session = self.sessions.iter().find(|session| session.path() == end.path);
            match way {
                Way::Back => end.again = session.and_then(Session::again),
                Way::Forth => {
                    end.again = None;
                    end.way = session.and_then(Session::last_step).unwrap_or_else(|| end.way.clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::Options;
    use crate::host::MemoryHost;

    const HERE: &str = "/desk/a.txt";
    const THERE: &str = "/desk/b.txt";

    /// A denial in one article is linked to words that were marked for it in another one.
    fn linked() -> (Workspace, MemoryHost) {
        let mut host = MemoryHost::default();
        let mut workspace = Workspace::default();
        for path in [HERE, THERE] {
            let text = format!("Eight people died. The army denied it. ({path})");
            host.files.insert(path.into(), text.into_bytes());
            let me = host.annotator.clone();
            workspace.open(Path::new(path), &Options::default(), me, &host).unwrap();
        }
        perform(&mut workspace, HERE, &["select 'denied'", "tag denial"], &mut host);
        perform(&mut workspace, THERE, &["select 'Eight people'", "tag claim"], &mut host);
        let there = &workspace.sessions()[1];
        let (mark, document) = (there.focus().unwrap(), there.document_id());
        let mine = workspace.sessions()[0].focus().unwrap().0.simple().to_string();
        let link = format!("link {mine} denies {} in {}", mark.0.simple(), document.0);
        perform(&mut workspace, HERE, &[&link], &mut host);
        workspace.join_last(Path::new(HERE), Path::new(THERE));
        (workspace, host)
    }

    fn perform(workspace: &mut Workspace, path: &str, lines: &[&str], host: &mut MemoryHost) {
        let session = workspace.session_mut(Path::new(path)).unwrap();
        lines.iter().for_each(|line| drop(session.perform(&line.parse().unwrap(), host).unwrap()));
    }

    /// A step in the article that is looked at, and what goes with it.
    fn step(workspace: &mut Workspace, way: Way, host: &mut MemoryHost) {
        let partner = workspace.partner(way);
        let action = if way == Way::Back { Action::Undo } else { Action::Redo };
        workspace.active_mut().unwrap().perform(&action, host).unwrap();
        let me = host.annotator.clone();
        if let Some(partner) = partner {
            let (_, job) = workspace.follow_with(&partner, &|_| me.clone(), host);
            job.run(host, |_| true);
        }
    }

    /// The links here, the marks there.
    fn state(workspace: &Workspace) -> (usize, usize) {
        let layer = |nth: usize| &workspace.sessions()[nth].my_layer().unwrap().layer;
        (layer(0).relations().count(), layer(1).annotations().count())
    }

    #[test]
    fn words_marked_for_a_link_go_and_come_back_with_it_from_either_side() {
        for looked_at in [0, 1] {
            let (mut workspace, mut host) = linked();
            workspace.activate(looked_at);
            assert_eq!(state(&workspace), (1, 1));
            for _ in 0..2 {
                step(&mut workspace, Way::Back, &mut host);
                assert_eq!(state(&workspace), (0, 0));
                step(&mut workspace, Way::Forth, &mut host);
                assert_eq!(state(&workspace), (1, 1));
            }
        }
    }

    #[test]
    fn a_mark_that_got_a_note_since_stays_when_its_link_is_taken_back() {
        let (mut workspace, mut host) = linked();
        perform(&mut workspace, THERE, &["note 'seen'"], &mut host);
        workspace.activate(1);
        assert_eq!(workspace.partner(Way::Back), None, "the note is a step of its own");
        workspace.activate(0);
        step(&mut workspace, Way::Back, &mut host);
        assert_eq!(state(&workspace), (0, 1));
    }

    #[test]
    fn words_in_an_article_that_was_closed_are_taken_back_on_the_disk() {
        let (mut workspace, mut host) = linked();
        workspace.session_mut(Path::new(THERE)).unwrap().save(&mut host).unwrap();
        workspace.close(1);
        step(&mut workspace, Way::Back, &mut host);
        let me = host.annotator.clone();
        workspace.open(Path::new(THERE), &Options::default(), me, &host).unwrap();
        assert_eq!(state(&workspace), (0, 0));
        workspace.activate(0);
        assert_eq!(workspace.partner(Way::Forth), None, "it cannot be done again in both");
    }
}
