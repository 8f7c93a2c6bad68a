//! Folders as they are asked about as a whole: their articles with all marks, and what people say of them.

use super::args::asking::AskingArgs;
use super::{End, Refusal, World, folder};
use crate::analysis::marked::Marked;
use crate::analysis::threads::judge;
use crate::host::HostError;
use crate::layer::{Codebook, FolderLayer, Outcome, Verdict};
use crate::library::{Depth, Entry, Library, article_of, root_of};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder, with those of its articles that are asked about.
pub(super) struct Asked {
    library: Library,
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) registers: Vec<Arc<FolderLayer>>,
}

/// The folders that the paths name or lie in, each once.
pub(super) fn folders(args: &AskingArgs, world: &mut World<'_>) -> Result<(Vec<Asked>, End), Refusal> {
    // By folder: the articles that are meant; all of them where none is named.
    let mut wanted: BTreeMap<PathBuf, Option<BTreeSet<PathBuf>>> = BTreeMap::new();
    for path in &args.paths {
        if world.host.is_folder(path) {
            wanted.insert(path.clone(), None);
            continue;
        }
        let article = article_of(path, world.host);
        if world.host.stamp(&article).is_none() {
            let error = HostError::NotFound;
            return Err(Refusal::new(format!("cannot open `{}`: {error}", path.display()))
                .hint("look at the spelling of the path"));
        }
        let beside = article.parent().filter(|parent| !parent.as_os_str().is_empty());
        let place = world.host.place_of_folder(beside.unwrap_or(Path::new(".")));
        let article = place.join(article.file_name().unwrap_or_default());
        let root = root_of(&article, world.host);
        if let Some(articles) = wanted.entry(root).or_insert_with(|| Some(BTreeSet::new())) {
            articles.insert(article);
        }
    }
    let mut end = End::Done;
    let mut asked = Vec::new();
    for (root, articles) in wanted {
        let (one, told) = Asked::of(root, articles.as_ref(), world);
        end = end.max(told);
        asked.push(one);
    }
    Ok((asked, end))
}

impl Asked {
    fn of(root: PathBuf, articles: Option<&BTreeSet<PathBuf>>, world: &mut World<'_>) -> (Self, End) {
        let mut library = Library::new(root, Depth::All);
        library.look().run(world.host, |news| {
            library.take(news);
            true
        });
        // A look that could not be kept costs the next one time, and nothing else.
        drop(library.save().run(world.host));
        let mut end = End::Done;
        for fault in library.faults() {
            let folder = library.root().join(&*fault.folder);
            let message = format!("cannot list the folder `{}`: {}", folder.display(), fault.reason);
            world.refuse(&Refusal::new(message));
            end = End::Unusable;
        }
        for warning in &library.register_files().warnings {
            world.warn(&warning.to_string());
        }
        let is_wanted =
            |entry: &&Arc<Entry>| articles.is_none_or(|articles| articles.contains(&library.file_of(entry)));
        let entries = library.entries().filter(is_wanted).cloned().collect();
        let registers = library.registers();
        (Self { library, entries, registers }, end)
    }

    /// Says why nothing was printed of these folders.
    pub(super) fn tell_nothing(folders: &[Self], what: &str, world: &mut World<'_>) {
        let entries = || folders.iter().flat_map(|folder| folder.entries.iter()).map(AsRef::as_ref);
        folder::tell_nothing(what, folder::n_marks(entries()), entries().count(), world);
    }

    pub(super) fn codebook(&self) -> &Codebook {
        self.library.codebook()
    }

    /// The path of a mark's article.
    pub(super) fn path(&self, mark: &Marked) -> String {
        self.library.file_of(mark.entry()).to_string_lossy().into_owned()
    }

    /// A mark as an object.
    pub(super) fn described(&self, mark: &Marked) -> Value {
        let (entry, row) = (mark.entry(), mark.row());
        let figures = row.figures.iter().map(|figure| {
            json!({
                "wording": figure.wording,
                "outcome": figure.outcome.as_ref().map(Outcome::name),
                "low": figure.low,
                "high": figure.high,
                "stated": figure.stated,
            })
        });
        json!({
            "document": self.path(mark),
            "title": entry.title,
            "outlet": entry.outlet,
            "date": entry.date.map(|date| date.to_string()),
            "annotator": row.person.name,
            "id": row.id.0.to_string(),
            "tags": row.tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>(),
            "quote": row.quote,
            "placement": row.placement.name(),
            "source": Some(row.source()).filter(|source| !source.is_empty()),
            "figure": figures.collect::<Vec<_>>(),
        })
    }
}

/// What people hold, the last verdict of each last.
pub(super) fn verdicts(verdicts: &[(Arc<FolderLayer>, Vec<Verdict>)]) -> Vec<Value> {
    let one = |person: &str, verdict: &Verdict, holds: bool| {
        json!({
            "person": person,
            "value": verdict.value,
            "reason": verdict.reason,
            "date": verdict.created.to_string(),
            "id": verdict.id.0.to_string(),
            "follows": verdict.follows.map(|before| before.0.to_string()),
            "holds": holds,
        })
    };
    let of = |person: &(Arc<FolderLayer>, Vec<Verdict>)| -> Vec<Value> {
        let name = judge(person).name.clone();
        let last = person.1.len().saturating_sub(1);
        let all = person.1.iter().enumerate();
        all.map(|(nth, verdict)| one(&name, verdict, nth == last)).collect()
    };
    verdicts.iter().flat_map(of).collect()
}
