//! What is known of a folder's incidents from one time to the next: a change of one article leaves the accounts and
//! scenes of the others as they are, and the incidents that none of its figures belongs to.

use super::account::accounts_in;
use super::place::Gazetteer;
use super::{Account, Incident, Joined, grouping, parts, people};
use crate::layer::{AnnotationId, FolderLayer};
use crate::library::{Entry, MarkRow};
use std::collections::HashMap;
use std::sync::Arc;

/// Everything that may be used again. What it gives is the same as without it.
#[derive(Debug, Default)]
pub struct Memory {
    entries: HashMap<Arc<str>, Told>,
    gazetteer: Gazetteer,
    known: grouping::Known,
    /// The names by which the incidents were made.
    joined: Joined,
    incidents: HashMap<AnnotationId, (Vec<Arc<Account>>, Arc<Incident>)>,
}

/// What an article tells.
#[derive(Debug)]
struct Told {
    entry: Arc<Entry>,
    /// Its marks that others deny.
    denied: Vec<AnnotationId>,
    accounts: Vec<Arc<Account>>,
}

impl Memory {
    /// The incidents of a folder, as [`incidents`](super::incidents()) has them; `is_denied` says of a mark whether
    /// another one denies it.
    pub fn incidents(
        &mut self,
        entries: &[Arc<Entry>],
        is_denied: &dyn Fn(&MarkRow) -> bool,
        registers: &[Arc<FolderLayer>],
    ) -> Vec<Arc<Incident>> {
        let mut before = std::mem::take(&mut self.entries);
        let gazetteer = Gazetteer::of(entries.iter().map(AsRef::as_ref));
        if gazetteer != self.gazetteer {
            before.clear();
            self.gazetteer = gazetteer;
        }
        let mut accounts = Vec::new();
        for entry in entries {
            let denied: Vec<AnnotationId> =
                entry.rows.iter().filter(|row| is_denied(row)).map(|row| row.id).collect();
            let known = before.remove(&entry.path);
            let is_same = |told: &Told| Arc::ptr_eq(&told.entry, entry) && told.denied == denied;
            let told = match known.filter(is_same) {
                Some(told) => told,
                None => {
                    let accounts = accounts_in(entry, &self.gazetteer, is_denied);
                    Told { entry: Arc::clone(entry), denied, accounts }
                }
            };
            accounts.extend(told.accounts.iter().cloned());
            self.entries.insert(Arc::clone(&entry.path), told);
        }
        self.of(accounts, registers)
    }

    /// The incidents that accounts tell.
    pub(super) fn of(
        &mut self,
        accounts: Vec<Arc<Account>>,
        registers: &[Arc<FolderLayer>],
    ) -> Vec<Arc<Incident>> {
        let (mut held, others) = people::parted(parts::told_as_parts(accounts), registers);
        let others = people::with_linked_parts(&mut held, others);
        let mut before = std::mem::take(&mut self.incidents);
        let joined = Joined::of(registers);
        if joined != self.joined {
            before.clear();
            self.joined = joined;
        }
        let mut all: Vec<Arc<Incident>> = Vec::new();
        for accounts in grouping::groups(others, &mut self.known) {
            let Some(id) = accounts.iter().map(|account| account.mark).min() else { continue };
            let is_same = |(made_of, _): &(Vec<Arc<Account>>, Arc<Incident>)| {
                made_of.len() == accounts.len()
                    && made_of.iter().zip(&accounts).all(|(a, b)| Arc::ptr_eq(a, b))
            };
            let incident = match before.remove(&id).filter(is_same) {
                Some((_, incident)) => incident,
                None => Arc::new(Incident::of(accounts.clone(), &self.joined)),
            };
            all.push(Arc::clone(&incident));
            self.incidents.insert(id, (accounts, incident));
        }
        all.extend(held.into_iter().map(|(held, accounts)| {
            let incident = Incident::of(accounts, &self.joined);
            let id = if incident.accounts.is_empty() { held.first } else { incident.id };
            Arc::new(Incident { id, held: Some(held), ..incident })
        }));
        all.sort_by(|a, b| {
            let weight = |incident: &Incident| {
                (incident.held.is_some(), incident.origins.len(), incident.accounts.len())
            };
            weight(b).cmp(&weight(a)).then_with(|| a.days.cmp(&b.days)).then_with(|| a.id.cmp(&b.id))
        });
        all
    }
}
