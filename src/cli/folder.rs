//! Articles that are read for questions about all of them, and what people say of the folders they are in.

use super::args::ReadingArgs;
use super::articles::{self, Read};
use super::{End, Stop, World, count};
use crate::analysis::incidents::{Incident, accounts_instead_of, accounts_of, incidents, people};
use crate::analysis::ledger::Denials;
use crate::layer::{Codebook, FolderLayer, TagId};
use crate::library::{Entry, FolderFile, FolderFiles};
use crate::session::Session;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What articles say of themselves with their marks; their texts are let go one by one.
pub(super) struct Gathered {
    pub(super) entries: Vec<Entry>,
    /// Of the first article.
    pub(super) codebook: Codebook,
    /// What people say of the folders that the articles are in.
    pub(super) registers: Vec<FolderFile>,
}

impl Gathered {
    /// Reads the articles of which `ask` finds something while they are open; `take` gets that, one by one in
    /// the order of the paths.
    pub(super) fn read<T: Send + 'static>(
        paths: &[PathBuf],
        reading: &ReadingArgs,
        world: &mut World<'_>,
        ask: &(dyn Fn(&Session, &Entry) -> Option<T> + Sync),
        mut take: impl FnMut(&Path, T) -> Result<(), Stop>,
    ) -> Result<(Self, End), Stop> {
        let me = world.host.annotator();
        let mut entries = Vec::new();
        let mut codebook = None;
        let mut folders = BTreeSet::new();
        let end = articles::each(
            paths,
            world,
            &|path, host| {
                let session = Session::open(path, &reading.options(), me.clone(), host)?;
                let entry = Entry::opened(&path.to_string_lossy(), session.article());
                let found = ask(&session, &entry).map(|found| (found, entry, session.codebook().clone()));
                Ok(Read::of((found, path.to_owned()), &session))
            },
            |(found, path), _| {
                let Some((found, entry, its)) = found else { return Ok(End::Done) };
                take(&path, found)?;
                // Made anew in memory of this thread: what another one took would be used again by that one alone
                // when the entry is let go.
                entries.push(entry.clone());
                codebook.get_or_insert(its);
                folders.insert(path.parent().unwrap_or(Path::new("")).to_owned());
                Ok(End::Done)
            },
        )?;
        let (registers, warnings) = FolderFiles::around(&folders, world.host);
        warnings.iter().for_each(|warning| world.warn(&warning.to_string()));
        Ok((Self { entries, codebook: codebook.unwrap_or_default(), registers }, end))
    }
}

/// Says why nothing was printed where a person reads it: silence could as well be a fault.
pub(super) fn tell_nothing(what: &str, n_marks: usize, n_articles: usize, world: &mut World<'_>) {
    let articles = count(n_articles, "article");
    match n_marks {
        _ if n_articles == 0 => {}
        0 => world.note(&format!("nothing is marked in {articles}")),
        _ => world.note(&format!("no {what}: {} in {articles}", count(n_marks, "mark"))),
    }
}

/// How many marks articles have.
pub(super) fn n_marks<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> usize {
    entries.into_iter().map(|entry| entry.rows.len()).sum()
}

/// What is read of articles to answer questions about all of them.
pub(super) struct Folder {
    pub(super) entries: Vec<Entry>,
    pub(super) denials: Denials,
    /// Of the first article.
    pub(super) codebook: Codebook,
    /// What people say of the folders that the articles are in: one's own first.
    pub(super) registers: Vec<Arc<FolderLayer>>,
}

impl Folder {
    /// Reads the articles.
    pub(super) fn read(
        paths: &[PathBuf],
        reading: &ReadingArgs,
        world: &mut World<'_>,
    ) -> Result<(Self, End), Stop> {
        let (gathered, end) = Gathered::read(paths, reading, world, &|_, _| Some(()), |_, ()| Ok(()))?;
        let Gathered { mut entries, codebook, registers } = gathered;
        Entry::date_together(&mut entries);
        let registers: Vec<_> = registers.into_iter().map(|file| file.layer).collect();
        Entry::correct_together(&mut entries, &registers);
        let denials = Denials::of(&entries, &codebook);
        let registers = people::in_order(&registers, world.host.annotator().map(|me| me.id));
        Ok((Self { entries, denials, codebook, registers }, end))
    }

    /// The incidents that the figures of all marks tell, those that people put together first.
    pub(super) fn incidents(&self) -> Vec<Arc<Incident>> {
        incidents(accounts_of(&self.entries, &|row| self.denials.is_denied(row.id)), &self.registers)
    }

    /// The same, where nothing else is asked of the articles.
    pub(super) fn into_incidents(self) -> Vec<Arc<Incident>> {
        let denials = self.denials;
        incidents(accounts_instead_of(self.entries, &|row| denials.is_denied(row.id)), &self.registers)
    }

    /// What a tag is called.
    pub(super) fn label(&self, tag: &str) -> String {
        self.codebook.label(&TagId::new(tag)).to_owned()
    }
}
