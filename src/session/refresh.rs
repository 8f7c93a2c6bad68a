//! Looking again at the files around an open article: what colleagues saved, what another machine of
//! the same person brought, whether the article itself has changed.
//!
//! A [`RefreshJob`] can be carried to another thread, where it reads, unites and places; the session
//! takes over what it found. Nothing is written, and page, selection and history stay as they are.

pub mod notice;
mod tally;

use super::host::Stamp;
use super::moved::Here;
use super::open::{self, Found};
use super::warning::Warning;
use super::{Host, OpenLayer, SaveState, Session};
use crate::anchor::Placers;
use crate::document::import::{MAX_BYTES, Options, is_article_name};
use crate::document::{Digest, Document};
use crate::layer::{AnnotatorId, Codebook};
use crate::sidecar::{LayerFile, names};
use notice::Notice;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use tally::Tally;

/// Whether a change of a file of that name is a reason to look.
pub fn is_watched(name: &str) -> bool {
    names::is_layer_name(name) || name.ends_with(".toml") || (!name.starts_with('.') && is_article_name(name))
}

/// A look at what lies around an article.
#[derive(Debug)]
pub struct RefreshJob {
    path: PathBuf,
    document: Arc<Document>,
    placers: Placers,
    me: Option<AnnotatorId>,
    codebook: Arc<Codebook>,
    stamp: Option<Stamp>,
    known: Vec<Known>,
    /// The names of the files that changed, where that is known.
    changed: Option<BTreeSet<String>>,
    is_patient: bool,
}

/// A layer as the session had it.
#[derive(Debug)]
struct Known {
    person: AnnotatorId,
    path: Option<PathBuf>,
    copies: Vec<PathBuf>,
    elsewhere: Vec<PathBuf>,
    file: Arc<LayerFile>,
    on_disk: Option<Digest>,
    is_shown: bool,
}

/// What a [`RefreshJob`] found.
#[derive(Debug)]
pub struct RefreshResult {
    job: RefreshJob,
    layers: Vec<Fresh>,
    gone: Vec<AnnotatorId>,
    codebook: Option<Codebook>,
    /// About layers; `None` where those were not read again.
    warnings: Option<Vec<Warning>>,
    stamp: Option<Stamp>,
    article: Option<ArticleNews>,
    is_unsure: bool,
}

/// A layer that is other than the session has it.
#[derive(Debug)]
struct Fresh {
    open: OpenLayer,
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
    /// is not known. A patient look leaves half-written and missing files for a second one.
    pub fn start_refresh(&self, changed: Option<BTreeSet<String>>, is_patient: bool) -> RefreshJob {
        let known = self.layers.iter().map(|open| Known {
            person: open.layer.annotator.id,
            path: open.path.clone(),
            copies: open.copies.clone(),
            elsewhere: open.elsewhere.clone(),
            file: Arc::clone(&open.file),
            on_disk: open.on_disk,
            is_shown: open.is_shown,
        });
        RefreshJob {
            path: self.path.clone(),
            document: Arc::clone(&self.document),
            placers: self.placers.clone(),
            me: self.annotator.as_ref().map(|annotator| annotator.id),
            codebook: Arc::clone(&self.codebook),
            stamp: self.stamp,
            known: known.collect(),
            changed,
            is_patient,
        }
    }

    /// Takes over what a look found, and says what is new.
    pub fn take_refresh(&mut self, result: RefreshResult) -> News {
        let mut news = News { is_unsure: result.is_unsure, ..News::default() };
        if !Arc::ptr_eq(&self.document, &result.job.document) || result.is_unsure {
            return news;
        }
        news.article = result.article;
        self.stamp = result.stamp;
        self.placers.join(&result.job.placers);
        let is_read_again = result.warnings.is_some();
        if let Some(warnings) = result.warnings {
            self.warnings.truncate(self.n_lasting_warnings);
            self.warnings.extend(warnings);
        }
        let mut is_other = false;
        if let Some(codebook) = result.codebook {
            news.notices.push(Notice::Codebook);
            self.codebook = Arc::new(codebook);
            is_other = true;
        }
        for fresh in result.layers {
            is_other |= self.take_layer(fresh, &mut news);
        }
        for person in result.gone {
            is_other |= self.lose_layer(person, &mut news);
        }
        if is_other {
            self.after_refresh();
        }
        if is_read_again {
            self.warnings.extend(open::look_alikes(&self.codebook, &self.layers));
            self.retell_moved();
        }
        news
    }

    fn take_layer(&mut self, fresh: Fresh, news: &mut News) -> bool {
        let person = fresh.open.layer.annotator.clone();
        let is_mine = self.annotator.as_ref().is_some_and(|me| me.id == person.id);
        let at = self.layers.iter().position(|open| open.layer.annotator.id == person.id);
        let before = at.and_then(|at| self.layers.get_mut(at));
        let is_as_it_was = match (&before, &fresh.base) {
            (Some(before), Some(base)) => Arc::ptr_eq(&before.file, base),
            (None, None) => true,
            _ => false,
        };
        // My marks that are on their way to the disk meet those on the disk there: saving unites.
        if is_mine && self.save_state != SaveState::Saved {
            news.waits_for_save = true;
            return false;
        }
        if !is_as_it_was {
            news.is_unsure = true;
            return false;
        }
        let tally = Tally::of(before.as_ref().map(|before| &before.layer), &fresh.open.layer);
        news.notices.extend(tally.notice(&person.name, is_mine, before.is_some()));
        match before {
            Some(before) => *before = OpenLayer { is_shown: before.is_shown, ..fresh.open },
            None => self.layers.push(fresh.open),
        }
        true
    }

    /// A colleague's layer goes with its file; mine stays and is written again with the next change.
    fn lose_layer(&mut self, person: AnnotatorId, news: &mut News) -> bool {
        let Some(at) = self.layers.iter().position(|open| open.layer.annotator.id == person) else {
            return false;
        };
        if self.annotator.as_ref().is_some_and(|me| me.id == person) {
            let is_somewhere = |mine: &&mut OpenLayer| mine.on_disk.is_some() || !mine.elsewhere.is_empty();
            if let Some(mine) = self.layers.get_mut(at).filter(is_somewhere) {
                mine.on_disk = None;
                mine.elsewhere.clear();
                news.notices.push(Notice::MineRemoved);
            }
            return false;
        }
        let lost = self.layers.remove(at);
        news.notices.push(Notice::Gone(lost.layer.annotator.name.clone()));
        true
    }

    fn after_refresh(&mut self) {
        open::sort(&mut self.layers, self.annotator.as_ref().map(|me| me.id));
        if self.my_layer().is_none()
            && let Some(first) = self.layers.first()
        {
            self.document_id = first.layer.document;
        }
        if self.focus.is_some_and(|focus| self.mark(focus).is_none()) {
            self.focus = None;
        }
        self.note_rivals();
        self.reorder();
    }
}

impl RefreshResult {
    /// Has the host remember where the layers lie that came in.
    pub fn remember(&self, host: &mut dyn Host) {
        let RefreshJob { path, document, .. } = &self.job;
        let seen = self.layers.iter().flat_map(|fresh| fresh.open.whereabouts(path, document.digest()));
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
                article: None,
                is_unsure: false,
                job: self,
            };
        }
        let faults = host.settings_faults(&self.path);
        let mut warnings: Vec<Warning> = faults.into_iter().map(Warning::Settings).collect();
        let article = open::file_name(&self.path);
        let is_known = |name: &str| {
            let mut paths = self.known.iter().flat_map(|known| known.path.iter().chain(&known.copies));
            paths.any(|path| open::file_name(path) == name)
        };
        let wanted = |name: &str| {
            names::may_belong_to(name, &article)
                || self.changed.as_ref().is_some_and(|changed| changed.contains(name))
                || is_known(name)
        };
        let here = Here { path: &self.path, document: &self.document, me: self.me };
        let found = open::layers_of(&here, host, &wanted, &mut warnings);
        let mut is_unsure = self.is_patient && found.iter().any(|found| found.is_torn);
        let gone: Vec<AnnotatorId> = self
            .known
            .iter()
            .filter(|known| known.path.is_some())
            .filter(|known| !found.iter().any(|found| known.is_there(found)))
            .map(|known| known.person)
            .collect();
        let is_newly_gone = |known: &Known| {
            (known.on_disk.is_some() || !known.elsewhere.is_empty()) && gone.contains(&known.person)
        };
        is_unsure |= self.is_patient && self.known.iter().any(is_newly_gone);
        let (stamp, news) = self.look_at_article(host);
        is_unsure |= self.is_patient && news == Some(ArticleNews::Gone);
        let others: Vec<(Found, Option<&Known>)> =
            found.into_iter().filter_map(|found| self.if_other(found)).collect();
        let mut placers = self.placers.clone();
        let made_on = others.iter().flat_map(|(found, _)| found.file.made_on());
        open::keep_texts(&mut placers, made_on, &self.path, host);
        let mut layers = Vec::new();
        for (found, known) in others {
            let base = known.map(|known| Arc::clone(&known.file));
            let open = open::open_layer(found, &placers, self.me, &mut warnings);
            let is_shown = known.is_none_or(|known| known.is_shown);
            layers.extend(open.map(|open| Fresh { open: OpenLayer { is_shown, ..open }, base }));
        }
        let codebook = self.codebook_if_other(host, &mut warnings);
        self.placers = placers;
        RefreshResult {
            layers,
            gone,
            codebook,
            warnings: Some(warnings),
            stamp,
            article: news,
            is_unsure,
            job: self,
        }
    }

    /// Whether nothing changed but files that are as this session wrote them: told by their digests,
    /// since to read a hundred thousand marks after every save would be a waste.
    fn is_own_save(&self, host: &dyn Host) -> bool {
        let Some(changed) = &self.changed else { return false };
        changed.iter().all(|name| {
            let is_called = |known: &&Known| {
                known.copies.is_empty()
                    && known.elsewhere.is_empty()
                    && known.path.as_deref().is_some_and(|path| open::file_name(path) == *name)
            };
            let known = self.known.iter().find(is_called);
            known.is_some_and(|known| {
                let bytes = known
                    .path
                    .as_deref()
                    .and_then(|path| host.read(path, crate::sidecar::caps::MAX_LAYER_BYTES).ok());
                bytes.is_some_and(|bytes| known.on_disk == Some(Digest::of_bytes(&bytes)))
            })
        })
    }

    /// A layer that says something else than the session knows, united with that where it is mine.
    fn if_other(&self, mut found: Found) -> Option<(Found, Option<&Known>)> {
        let known = self.known.iter().find(|known| is_of(&found, known.person));
        let Some(known) = known else { return Some((found, None)) };
        if Some(known.person) == self.me {
            found.file = known.file.unite(&found.file);
        }
        let is_same = found.file.has_same_lines(&known.file)
            && known.path.as_ref() == Some(&found.path)
            && (&known.copies, &known.elsewhere) == (&found.copies, &found.elsewhere);
        (!is_same).then_some((found, Some(known)))
    }

    fn look_at_article(&self, host: &dyn Host) -> (Option<Stamp>, Option<ArticleNews>) {
        let stamp = host.stamp(&self.path);
        if stamp == self.stamp {
            return (stamp, None);
        }
        if stamp.is_none() {
            return (None, Some(ArticleNews::Gone));
        }
        let reading = self.document.reading();
        let options = Options {
            encoding: reading.encoding_overridden.then(|| reading.encoding.to_owned()),
            extent: reading.extent,
        };
        let bytes = host.read(&self.path, MAX_BYTES).ok();
        let text = bytes.and_then(|bytes| open::import(&bytes, &self.path, &options).ok());
        let is_same = text.is_some_and(|read| read.value.digest() == self.document.digest());
        (stamp, (!is_same).then_some(ArticleNews::Changed))
    }

    fn codebook_if_other(&self, host: &dyn Host, warnings: &mut Vec<Warning>) -> Option<Codebook> {
        let is_touched =
            self.changed.as_ref().is_none_or(|changed| changed.iter().any(|name| name.ends_with(".toml")));
        if !is_touched {
            return None;
        }
        let codebook = open::codebook(&self.path, host, warnings);
        (codebook != *self.codebook).then_some(codebook)
    }
}

impl Known {
    /// Whether this was found again. What lies elsewhere does not stand for the file beside the article.
    fn is_there(&self, found: &Found) -> bool {
        is_of(found, self.person) && (found.on_disk.is_some() || self.on_disk.is_none())
    }
}

fn is_of(found: &Found, person: AnnotatorId) -> bool {
    found.file.header().is_some_and(|header| header.annotator.id == person)
}

#[cfg(test)]
mod tests;
