//! Looking again at the files around an open article: what colleagues saved, what another machine of
//! the same person brought, whether the article itself has changed.
//!
//! A [`RefreshJob`] can be carried to another thread, where it reads, unites and places; the session
//! takes over what it found. Nothing is written, and page, selection and history stay as they are.

pub mod notice;
mod tally;

use super::new_text::{NewText, ReadText};
use super::open::{self, Opened};
use super::{Desk, Session};
use crate::anchor::Placers;
use crate::article::PlacedLayer;
use crate::document::import::Options;
use crate::document::{Digest, Document};
use crate::host::{Files, Host, Stamp, Storage, file_name};
use crate::layer::{AnnotatorId, Codebook, Layer};
use crate::library::beside::{keep_texts, layers_of};
use crate::library::found::Found;
use crate::library::moved::Here;
use crate::library::{FileWarning, reading};
use crate::sidecar::caps::MAX_LAYER_BYTES;
use crate::sidecar::{LayerFile, names};
use notice::Notice;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use tally::Tally;

/// A look at what lies around an article.
#[derive(Debug)]
pub struct RefreshJob {
    path: PathBuf,
    document: Arc<Document>,
    placers: Placers,
    me: Option<AnnotatorId>,
    codebook: Arc<Codebook>,
    stamp: Option<Stamp>,
    /// How the article's file is read again.
    options: Options,
    known: Vec<Known>,
    /// The names of the files that changed, where that is known.
    changed: Option<BTreeSet<String>>,
    retries_incomplete: bool,
}

/// A layer's file as the session had it.
#[derive(Debug)]
struct Known {
    person: AnnotatorId,
    desk: Desk,
}

/// What a [`RefreshJob`] found.
#[derive(Debug)]
pub struct RefreshResult {
    job: RefreshJob,
    layers: Vec<Fresh>,
    gone: Vec<AnnotatorId>,
    codebook: Option<Codebook>,
    /// About layers; `None` where those were not read again.
    warnings: Option<Vec<FileWarning>>,
    stamp: Option<Stamp>,
    article: Look,
    is_unsure: bool,
}

/// What a look at the article's file found.
#[derive(Debug)]
enum Look {
    /// The file is the one that was read, or looked at last.
    AsBefore,
    /// It is another and gives the text that is shown.
    SameText,
    /// It gives another.
    Changed(Box<NewText>),
    /// It is not there.
    Gone,
}

/// A layer that is other than the session has it.
#[derive(Debug)]
struct Fresh {
    opened: Opened,
    /// The file that the session had; `None` for a person who is new here.
    base: Option<Arc<LayerFile>>,
}

/// What happened to the article's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleNews {
    /// It gives another text now.
    Changed,
    /// It is not there any more.
    Gone,
}

/// What a person should be told after a look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// What is new.
    pub notices: Vec<Notice>,
    /// What happened to the article.
    pub article: Option<ArticleNews>,
    /// Whether a file was caught half-written or missing, or a later look came first: one should look
    /// again after half a second.
    pub is_unsure: bool,
    /// Whether my own marks were on their way to the disk, so that one should look again after that.
    pub waits_for_save: bool,
}

impl News {
    /// All that is new, in one line.
    pub fn told(&self) -> String {
        self.notices.iter().map(Notice::to_string).collect::<Vec<_>>().join("; ")
    }
}

impl Session {
    /// A look at the files around the article. `changed` are the names that changed, `None` where that
    /// is not known. One that retries incomplete reads leaves half-written and missing files for a second
    /// look.
    pub fn start_refresh(&self, changed: Option<BTreeSet<String>>, retries_incomplete: bool) -> RefreshJob {
        let known = self.desks.iter().map(|(&person, desk)| Known { person, desk: desk.clone() });
        RefreshJob {
            path: self.path.clone(),
            document: Arc::clone(self.document()),
            placers: self.article.placers().clone(),
            me: self.me(),
            codebook: Arc::clone(self.article.codebook()),
            stamp: self.stamp,
            options: self.options(),
            known: known.collect(),
            changed,
            retries_incomplete,
        }
    }

    /// Takes over what a look found, and says what is new.
    pub fn take_refresh(&mut self, result: RefreshResult) -> News {
        let mut news = News { is_unsure: result.is_unsure, ..News::default() };
        if !Arc::ptr_eq(self.document(), &result.job.document) || result.is_unsure {
            return news;
        }
        news.article = self.take_look(result.article);
        self.stamp = result.stamp;
        self.article.join(&result.job.placers);
        let is_read_again = result.warnings.is_some();
        if let Some(warnings) = result.warnings {
            self.warnings.renew(warnings);
        }
        if let Some(codebook) = result.codebook {
            news.notices.push(Notice::Codebook);
            self.article.set_codebook(codebook);
        }
        let mut taken = Vec::new();
        for fresh in result.layers {
            taken.extend(self.take_layer(fresh, &mut news));
        }
        let lost: Vec<AnnotatorId> =
            result.gone.into_iter().filter(|&person| self.lose_layer(person, &mut news)).collect();
        if !taken.is_empty() || !lost.is_empty() {
            self.article.take(taken, &lost);
            self.look_at_focus();
            self.look_for_conflicts();
        }
        if is_read_again {
            self.warnings.extend(open::look_alikes(&self.article));
            self.retell_moved();
        }
        news
    }

    /// Takes over what has become of the article's file, and says what is new of it.
    fn take_look(&mut self, look: Look) -> Option<ArticleNews> {
        let new = match look {
            Look::AsBefore => return None,
            Look::SameText => None,
            Look::Gone => {
                self.new_text = None;
                return Some(ArticleNews::Gone);
            }
            Look::Changed(new) => Some(*new),
        };
        let digest = |new: &Option<NewText>| Some(new.as_ref()?.document()?.digest());
        let is_news = new.is_some() && (digest(&new).is_none() || digest(&new) != digest(&self.new_text));
        self.new_text = new;
        is_news.then_some(ArticleNews::Changed)
    }

    /// Takes over the file of a layer that came in; the layer itself, if it is to be taken over too.
    fn take_layer(&mut self, fresh: Fresh, news: &mut News) -> Option<PlacedLayer> {
        let Fresh { opened, base } = fresh;
        let Opened { placed, desk } = self.hide_if_asked(opened)?;
        let person = &placed.layer.annotator;
        let is_mine = Some(person.id) == self.me();
        let before = self.article.layer_of(person.id);
        let is_as_it_was = match (self.desks.get(&person.id), &base) {
            (Some(before), Some(base)) => Arc::ptr_eq(&before.file, base),
            (None, None) => true,
            _ => false,
        };
        // My marks that are on their way to the disk meet those on the disk there: saving unites.
        if is_mine && !self.saving.is_done() {
            news.waits_for_save = true;
            return None;
        }
        if !is_as_it_was {
            news.is_unsure = true;
            return None;
        }
        let tally = Tally::of(before.map(|before| &before.layer), &placed.layer);
        news.notices.extend(tally.notice(&person.name, is_mine, before.is_some()));
        self.desks.insert(person.id, desk);
        Some(placed)
    }

    /// A colleague's layer goes with its file; mine stays and is written again with the next change.
    fn lose_layer(&mut self, person: AnnotatorId, news: &mut News) -> bool {
        let Some(lost) = self.article.layer_of(person) else { return false };
        if Some(person) == self.me() {
            if self.desks.get_mut(&person).is_some_and(Desk::was_lost) {
                news.notices.push(Notice::MineRemoved);
            }
            return false;
        }
        news.notices.push(Notice::Gone(lost.layer.annotator.name.clone()));
        self.desks.remove(&person);
        true
    }
}

impl RefreshResult {
    /// Has the host remember where the layers lie that came in.
    pub fn remember(&self, host: &mut dyn Storage) {
        let RefreshJob { path, document, .. } = &self.job;
        let seen = self.layers.iter().flat_map(|Fresh { opened: Opened { placed, desk }, .. }| {
            desk.whereabouts(path, document.digest(), placed.layer.document)
        });
        host.remember_layers(seen.collect());
    }
}

impl RefreshJob {
    /// Reads, unites and places. Writes nothing.
    pub fn run(mut self, host: &dyn Host) -> RefreshResult {
        if self.is_own_save(host) {
            let stamp = self.stamp;
            return RefreshResult {
                layers: Vec::new(),
                gone: Vec::new(),
                codebook: None,
                warnings: None,
                stamp,
                article: Look::AsBefore,
                is_unsure: false,
                job: self,
            };
        }
        let faults = host.settings_faults(&self.path);
        let mut warnings: Vec<FileWarning> = faults.into_iter().map(FileWarning::Settings).collect();
        let here = Here { path: &self.path, document: &self.document, me: self.me };
        let found = layers_of(&here, host, &|name| self.is_wanted(name), &mut warnings);
        let gone = self.gone(&found);
        let (stamp, article) = self.look_at_article(host);
        let is_unsure = self.retries_incomplete
            && (found.iter().any(|found| found.is_torn)
                || self.known.iter().any(|known| known.is_newly_among(&gone))
                || matches!(article, Look::Gone));
        let mut placers = self.placers.clone();
        let layers = self.place(found, &mut placers, host, &mut warnings);
        let codebook = self.codebook_if_other(host, &mut warnings);
        self.placers = placers;
        let warnings = Some(warnings);
        RefreshResult { layers, gone, codebook, warnings, stamp, article, is_unsure, job: self }
    }

    /// Whether a file of that name is to be looked into: it may be a layer, it changed, or it was one before.
    fn is_wanted(&self, name: &str) -> bool {
        names::may_belong_to(name, &file_name(&self.path))
            || self.changed.as_ref().is_some_and(|changed| changed.contains(name))
            || self.known.iter().any(|Known { desk, .. }| {
                desk.path.iter().chain(&desk.copies).any(|path| file_name(path) == name)
            })
    }

    /// Those whose layers are not there any more.
    fn gone(&self, found: &[Found]) -> Vec<AnnotatorId> {
        let were_there = self.known.iter().filter(|known| known.desk.path.is_some());
        let gone = were_there.filter(|known| !found.iter().any(|found| known.is_there(found)));
        gone.map(|known| known.person).collect()
    }

    /// The layers that are others than the session has them, placed.
    fn place(
        &self,
        found: Vec<Found>,
        placers: &mut Placers,
        host: &dyn Host,
        warnings: &mut Vec<FileWarning>,
    ) -> Vec<Fresh> {
        let others: Vec<(Found, Option<&Known>)> =
            found.into_iter().filter_map(|found| self.if_other(found)).collect();
        keep_texts(placers, others.iter().flat_map(|(found, _)| found.file.made_on()), &self.path, host);
        let read = others.into_iter().filter_map(|(found, known)| {
            let (found, layer) = found.layer(warnings)?;
            Some((found, layer, known))
        });
        let read: Vec<(Found, Layer, Option<&Known>)> = read.collect();
        placers.learn(read.iter().flat_map(|(_, layer, _)| layer.targets()));
        let fresh = read.into_iter().map(|(found, layer, known)| Fresh {
            opened: open::open_layer(found, layer, placers, self.me),
            base: known.map(|known| Arc::clone(&known.desk.file)),
        });
        fresh.collect()
    }

    /// Whether nothing changed but files that are as this session wrote them: told by their digests,
    /// since to read a hundred thousand marks after every save would be a waste.
    fn is_own_save(&self, host: &dyn Files) -> bool {
        let Some(changed) = &self.changed else { return false };
        changed.iter().all(|name| {
            let is_called = |desk: &&Desk| {
                desk.copies.is_empty()
                    && desk.elsewhere.is_empty()
                    && desk.path.as_deref().is_some_and(|path| file_name(path) == *name)
            };
            let desk = self.known.iter().map(|known| &known.desk).find(is_called);
            desk.is_some_and(|desk| {
                let bytes = desk.path().and_then(|path| host.read(path, MAX_LAYER_BYTES).ok());
                bytes.is_some_and(|bytes| desk.on_disk == Some(Digest::of_bytes(&bytes)))
            })
        })
    }

    /// A layer that says something else than the session knows, united with that where it is mine.
    fn if_other(&self, mut found: Found) -> Option<(Found, Option<&Known>)> {
        let known = self.known.iter().find(|known| is_of(&found, known.person));
        let Some(known) = known else { return Some((found, None)) };
        if Some(known.person) == self.me {
            found.file = known.desk.file.unite(&found.file);
        }
        let is_same = found.file.has_same_lines(&known.desk.file)
            && known.desk.path.as_ref() == Some(&found.path)
            && (&known.desk.copies, &known.desk.elsewhere) == (&found.copies, &found.elsewhere);
        (!is_same).then_some((found, Some(known)))
    }

    fn look_at_article(&self, host: &dyn Files) -> (Option<Stamp>, Look) {
        let stamp = host.stamp(&self.path);
        if stamp == self.stamp {
            return (stamp, Look::AsBefore);
        }
        if stamp.is_none() {
            return (None, Look::Gone);
        }
        let options = self.options.clone();
        let read = reading::read_document(&self.path, &options, host).ok();
        if read.as_ref().is_some_and(|read| read.value.digest() == self.document.digest()) {
            return (stamp, Look::SameText);
        }
        let read = read.map(|read| ReadText::new(read.value, read.warnings, Some(&self.document)));
        (stamp, Look::Changed(Box::new(NewText::new(stamp, options, read))))
    }

    fn codebook_if_other(&self, host: &dyn Files, warnings: &mut Vec<FileWarning>) -> Option<Codebook> {
        let is_touched =
            self.changed.as_ref().is_none_or(|changed| changed.iter().any(|name| name.ends_with(".toml")));
        if !is_touched {
            return None;
        }
        let codebook = reading::codebook(&self.path, host, warnings);
        (codebook != *self.codebook).then_some(codebook)
    }
}

impl Known {
    /// Whether its file, or what lay elsewhere, was there until now.
    fn is_newly_among(&self, gone: &[AnnotatorId]) -> bool {
        (self.desk.on_disk.is_some() || !self.desk.elsewhere.is_empty()) && gone.contains(&self.person)
    }

    /// Whether this was found again. What lies elsewhere does not stand for the file beside the article.
    fn is_there(&self, found: &Found) -> bool {
        is_of(found, self.person) && (found.on_disk.is_some() || self.desk.on_disk.is_none())
    }
}

fn is_of(found: &Found, person: AnnotatorId) -> bool {
    found.file.header().is_some_and(|header| header.annotator.id == person)
}

#[cfg(test)]
mod tests;
