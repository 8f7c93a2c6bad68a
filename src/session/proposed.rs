//! What the rules propose to mark: made on request, kept in memory, accepted as a mark of one's own or refused.
//! What is accepted keeps who proposed it; what was marked so already is not proposed.

use super::action::proposed::OnProposals;
use super::label::Label;
use super::proposing::{FoundProposals, ProposeJob};
use super::{ActionError, Outcome, Refused, Session};
use crate::analysis::proposals::{NAME, Proposal};
use crate::anchor::{Passage, describe};
use crate::host::{Files, Host};
use crate::layer::{Annotation, Change, Cue, FolderLayer, Source, TagId, Transaction};
use crate::library::registers_of;
use crate::text::{TextRange, TextSize};
use std::cell::RefCell;
use std::sync::Arc;

/// What is proposed in a session.
#[derive(Debug, Default)]
pub(super) struct Proposed {
    /// All that was found, in the order of the text; `None` until it is asked for.
    all: Option<Vec<Proposal>>,
    /// What was refused, by this person, whenever it was.
    refused: Vec<(TextRange, TagId)>,
    /// Whether that was read from the person's registers.
    has_read: bool,
    /// What of it is in no register yet.
    unkept: Vec<Refused>,
    /// Which one is looked at, from 0.
    chosen: Option<usize>,
    /// Which are open, from 0, with the revision of the article that they are so at: asked for in every frame.
    open: RefCell<Option<(u64, Vec<usize>)>>,
}

impl Proposed {
    fn is_refused(&self, proposal: &Proposal) -> bool {
        self.refused.iter().any(|(at, tag)| *tag == proposal.tag && is_half_of_both(*at, proposal.range))
    }
}

impl Session {
    /// Whether proposals were asked for and not put away.
    pub fn has_proposals(&self) -> bool {
        self.proposed.all.is_some()
    }

    /// The proposals that were neither accepted nor refused, each with its number, from 1.
    pub fn proposals(&self) -> Vec<(usize, &Proposal)> {
        self.open_proposals().collect()
    }

    /// Whether there is one.
    pub fn has_open_proposals(&self) -> bool {
        self.open_proposals().next().is_some()
    }

    fn open_proposals(&self) -> impl Iterator<Item = (usize, &Proposal)> {
        let all = self.proposed.all.as_deref().unwrap_or_default();
        self.open_numbers().into_iter().filter_map(|nth| Some((nth + 1, all.get(nth)?)))
    }

    fn open_numbers(&self) -> Vec<usize> {
        let revision = self.article.revision();
        let mut open = self.proposed.open.borrow_mut();
        if open.as_ref().is_none_or(|(made_for, _)| *made_for != revision) {
            let all = self.proposed.all.iter().flatten().enumerate();
            let is_open = |(_, proposal): &(usize, &Proposal)| {
                !self.proposed.is_refused(proposal) && !self.is_marked_so(proposal)
            };
            *open = Some((revision, all.filter(is_open).map(|(nth, _)| nth).collect()));
        }
        open.as_ref().map(|(_, open)| open.clone()).unwrap_or_default()
    }

    /// The number of the proposal that is looked at, from 1.
    pub fn chosen_proposal(&self) -> Option<usize> {
        self.proposed.chosen.map(|nth| nth + 1)
    }

    /// The number of the first open proposal behind the one that is looked at, or behind the caret; behind the
    /// last the first again. `forward: false` the other way.
    pub fn next_proposal(&self, forward: bool) -> Option<usize> {
        let open = self.proposals();
        let here = self.proposed.chosen.and_then(|nth| self.proposed.all.as_ref()?.get(nth));
        let at = here.map_or(self.selection.head, |proposal| proposal.range.start());
        let chosen = self.chosen_proposal();
        let place = |(nth, proposal): &(usize, &Proposal)| (proposal.range.start(), *nth);
        let from = (at, chosen.unwrap_or(if forward { 0 } else { usize::MAX }));
        let found = if forward {
            open.iter().find(|one| from < place(one)).or_else(|| open.first())
        } else {
            open.iter().rev().find(|one| place(one) < from).or_else(|| open.last())
        };
        found.map(|&(nth, _)| nth)
    }

    /// The open proposal at a byte of the text, the shortest first.
    pub fn proposal_at(&self, at: TextSize) -> Option<usize> {
        let open = self.proposals().into_iter().filter(|(_, proposal)| proposal.range.contains(at));
        open.min_by_key(|(_, proposal)| proposal.range.end() - proposal.range.start()).map(|(nth, _)| nth)
    }

    /// Does what is done with proposals.
    pub(super) fn on_proposals(
        &mut self,
        host: &mut dyn Host,
        action: OnProposals,
    ) -> Result<Outcome, ActionError> {
        match action {
            OnProposals::Find => self.propose(host),
            OnProposals::PutAway => {
                (self.proposed.all, self.proposed.chosen) = (None, None);
                self.proposed.open.take();
                Ok(Outcome::default())
            }
            OnProposals::BringBack => self.bring_back(host),
            OnProposals::LookAt(nth) => self.look_at_proposal(nth),
            OnProposals::Accept(nth) => self.accept_proposal(host, nth),
            OnProposals::Refuse(nth) => self.refuse_proposal(nth),
        }
    }

    /// What finds the proposals of the article as it is, on whatever thread.
    pub fn propose_job(&self) -> ProposeJob {
        ProposeJob::of(self, self.me().filter(|_| !self.proposed.has_read))
    }

    /// Takes over what was found; of another text than there is now nothing.
    ///
    /// # Errors
    /// Where the folder's rules cannot be read.
    pub fn take_proposals(&mut self, found: FoundProposals) -> Result<(), ActionError> {
        if !found.is_of(self) {
            return Ok(());
        }
        let all = found.proposals?;
        if let Some(registers) = found.registers {
            self.take_refusals(&registers);
        }
        (self.proposed.all, self.proposed.chosen) = (Some(all), None);
        self.proposed.open.take();
        Ok(())
    }

    /// Looks for what the rules propose at once, which the window leaves to a thread.
    fn propose(&mut self, host: &dyn Files) -> Result<Outcome, ActionError> {
        let found = self.propose_job().run(host);
        self.take_proposals(found)?;
        Ok(Outcome::default())
    }

    /// What this person refused in this article before, as the registers of its folders have it.
    fn read_refused(&mut self, host: &dyn Files) {
        if let Some(me) = self.me().filter(|_| !self.proposed.has_read) {
            self.take_refusals(&registers_of(&self.path, me, host));
        }
    }

    fn take_refusals(&mut self, registers: &[Arc<FolderLayer>]) {
        let document = self.document_id();
        for register in registers {
            let here = register.refusals().filter(|refusal| refusal.at.source == document);
            let placed = here.filter_map(|refusal| {
                let place = self.article.placers().place(&refusal.at);
                Some((place.passage()?.hull()?, refusal.tag.clone()))
            });
            self.proposed.refused.extend(placed.collect::<Vec<_>>());
        }
        self.proposed.has_read = true;
    }

    /// Has what was refused in this article be proposed again.
    fn bring_back(&mut self, host: &mut dyn Host) -> Result<Outcome, ActionError> {
        self.read_refused(host);
        if self.proposed.refused.is_empty() {
            return Err(ActionError::NothingRefused);
        }
        self.proposed.refused.clear();
        self.proposed.unkept = vec![Refused::Nothing(self.document_id())];
        self.proposed.open.take();
        if self.has_proposals() { Ok(Outcome::default()) } else { self.propose(host) }
    }

    /// What was refused since this was asked last, to be kept in the register of the person who is at work.
    pub fn take_refused(&mut self) -> Vec<Refused> {
        if self.me().is_some() { std::mem::take(&mut self.proposed.unkept) } else { Vec::new() }
    }

    /// Looks at a proposal: the caret goes there.
    fn look_at_proposal(&mut self, nth: usize) -> Result<Outcome, ActionError> {
        let (nth, proposal) = self.open_proposal(Some(nth))?;
        self.selection = super::Selection::caret(proposal.range.start());
        self.focus.set(None);
        self.proposed.chosen = Some(nth);
        Ok(Outcome::default())
    }

    /// Makes a proposal a mark of one's own; without a number the one that is looked at.
    fn accept_proposal(&mut self, host: &mut dyn Host, nth: Option<usize>) -> Result<Outcome, ActionError> {
        let (nth, proposal) = self.open_proposal(nth)?;
        let mut mark = self.fresh_mark(host, &[proposal.range], Some(proposal.tag.clone()))?;
        self.fill(host, &mut mark, &proposal)?;
        let id = mark.id;
        let label = Label::Accept(self.tag_words(&proposal.tag));
        self.commit(host, label, &Transaction::new([Change::put(mark)]), None)?;
        self.proposed.chosen = Some(nth);
        self.proposed.chosen = self.next_proposal(true).and_then(|next| next.checked_sub(1));
        self.focus.set(Some(id));
        Ok(Outcome { created: Some(id), notice: None })
    }

    /// Refuses a proposal; without a number the one that is looked at.
    fn refuse_proposal(&mut self, nth: Option<usize>) -> Result<Outcome, ActionError> {
        let (nth, proposal) = self.open_proposal(nth)?;
        let at = describe(self.document(), self.document_id(), &[proposal.range], self.opened);
        self.proposed.unkept.push(Refused::Passage(Box::new(at), proposal.tag.clone()));
        self.proposed.refused.push((proposal.range, proposal.tag));
        self.proposed.open.take();
        self.proposed.chosen = Some(nth);
        self.proposed.chosen = self.next_proposal(true).and_then(|next| next.checked_sub(1));
        Ok(Outcome::default())
    }

    /// What the proposal tells, as far as its tag carries it.
    fn fill(
        &mut self,
        host: &mut dyn Host,
        mark: &mut Annotation,
        proposal: &Proposal,
    ) -> Result<(), ActionError> {
        let source = self.my_document(host)?;
        let at = |range: TextRange| describe(self.document(), source, &[range], self.opened);
        mark.proposed_by = Some(NAME.to_owned());
        if self.codebook().carries(&mark.tags, "source") {
            let named = proposal.sources.iter();
            let named =
                named.map(|named| Source { actor: None, name: named.name.clone(), at: Some(at(named.at)) });
            mark.attribution.chain = named.collect();
            mark.attribution.cue = proposal.cue.map(|range| {
                let words = self.document().slice(range).split_whitespace().collect::<Vec<_>>();
                Cue { verb: words.join(" "), at: Some(at(range)) }
            });
        }
        if self.codebook().carries(&mark.tags, "figure") {
            let figures = proposal.figures.iter();
            mark.figures = figures
                .map(|found| crate::layer::Figure { at: Some(at(found.range)), ..found.figure.clone() })
                .collect();
        }
        Ok(())
    }

    /// An open proposal with its place in the list, from 0.
    fn open_proposal(&self, nth: Option<usize>) -> Result<(usize, Proposal), ActionError> {
        let Some(all) = &self.proposed.all else { return Err(ActionError::NotProposed) };
        let wanted = nth.or(self.chosen_proposal());
        let open = self.proposals();
        let found = open.iter().find(|(number, _)| wanted.is_none_or(|wanted| wanted == *number));
        let found = found.map(|&(number, proposal)| (number - 1, proposal.clone()));
        found.ok_or(ActionError::NoProposal(wanted.unwrap_or(0), all.len()))
    }

    /// Whether I marked the passage of a proposal with its tag: at least half of both.
    fn is_marked_so(&self, proposal: &Proposal) -> bool {
        let Some(me) = self.me() else { return false };
        self.article.pieces_in(proposal.range).iter().any(|(mark, _)| {
            let hull = mark.placement.and_then(|placement| placement.passage()).and_then(Passage::hull);
            mark.layer.layer.annotator.id == me
                && mark.annotation.has_tag(&proposal.tag)
                && hull.is_some_and(|hull| is_half_of_both(hull, proposal.range))
        })
    }
}

/// Whether what two passages have in common is at least half of each.
fn is_half_of_both(one: TextRange, other: TextRange) -> bool {
    let length = |range: TextRange| range.end().to_usize() - range.start().to_usize();
    length(one).max(length(other)) <= 2 * one.intersection(other).map_or(0, length)
}
