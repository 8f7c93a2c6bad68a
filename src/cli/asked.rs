//! Folders as they are asked about as a whole: their articles with all marks, and what people say of them.

use super::args::asking::AskingArgs;
use super::{End, Refusal, World, folder};
use crate::analysis::marked::Marked;
use crate::analysis::threads::judge;
use crate::host::HostError;
use crate::layer::{Codebook, FolderLayer, Outcome, Verdict};
use crate::library::{Depth, Entry, Library, article_of, root_of};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Articles that were named one by one: where each lies, and the path that the person gave.
type Named = BTreeMap<PathBuf, PathBuf>;

/// A folder, with those of its articles that are asked about.
pub(super) struct Asked {
    library: Library,
    /// The articles that are asked about; `None` where all of the folder's are.
    named: Option<Named>,
    pub(super) entries: Vec<Arc<Entry>>,
    pub(super) registers: Vec<Arc<FolderLayer>>,
}

/// The folders that the paths name or lie in, each once.
pub(super) fn folders(args: &AskingArgs, world: &mut World<'_>) -> Result<(Vec<Asked>, End), Refusal> {
    // By folder.
    let mut wanted: BTreeMap<PathBuf, Option<Named>> = BTreeMap::new();
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
        let lies_at = place.join(article.file_name().unwrap_or_default());
        let root = root_of(&lies_at, world.host);
        if let Some(named) = wanted.entry(root).or_insert_with(|| Some(Named::new())) {
            named.insert(lies_at, article);
        }
    }
    let mut end = End::Done;
    let mut asked = Vec::new();
    for (root, named) in wanted {
        let (one, told) = Asked::of(root, named, world);
        end = end.max(told);
        asked.push(one);
    }
    Ok((asked, end))
}

impl Asked {
    fn of(root: PathBuf, named: Option<Named>, world: &mut World<'_>) -> (Self, End) {
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
        let is_wanted = |entry: &&Arc<Entry>| {
            named.as_ref().is_none_or(|named| named.contains_key(&library.file_of(entry)))
        };
        let entries = library.entries().filter(is_wanted).cloned().collect();
        let registers = library.registers();
        (Self { library, named, entries, registers }, end)
    }

    /// Says why nothing was printed of these folders.
    pub(super) fn tell_nothing(folders: &[Self], what: &str, world: &mut World<'_>) {
        let entries = || folders.iter().flat_map(|folder| folder.entries.iter()).map(AsRef::as_ref);
        folder::tell_nothing(what, folder::n_marks(entries()), entries().count(), world);
    }

    pub(super) fn codebook(&self) -> &Codebook {
        self.library.codebook()
    }

    /// The path of a mark's article, as the person named it.
    pub(super) fn path(&self, mark: &Marked) -> String {
        let file = self.library.file_of(mark.entry());
        let as_named = self.named.as_ref().and_then(|named| named.get(&file));
        as_named.unwrap_or(&file).to_string_lossy().into_owned()
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
