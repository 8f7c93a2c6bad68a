//! The articles that paths name: folders with all that is in them, in the order of their names.

use super::Refusal;
use crate::host::{Files, HostError};
use crate::library::article_of;
use std::path::{Path, PathBuf};

/// What comes next on the way through the paths.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An article, or what was named as one.
    Article(PathBuf),
    /// A folder that cannot be listed.
    Refused(Refusal),
    /// Something that the person should know of a folder.
    Warning(String),
}

/// Goes through paths one by one, and through each folder among them: its articles first, then its
/// sub-folders. Only the folders on the way are held, never all articles.
///
/// Hidden folders are passed over. A link to a folder is not followed: what it leads to is met at its own
/// place, or lies outside of the folder that was named, and then that is told. So circles cannot arise.
pub(super) struct Walk<'a> {
    paths: std::slice::Iter<'a, PathBuf>,
    /// The folder among the paths that the way leads through.
    named: Option<Named>,
    /// The folders that come next, the last of them first.
    folders: Vec<Folder>,
    /// What is there to be told before the articles, the last first.
    warnings: Vec<String>,
    articles: std::vec::IntoIter<PathBuf>,
}

/// A folder that was named.
struct Named {
    path: PathBuf,
    /// Where it lies, links followed.
    place: PathBuf,
    /// Whether an article was met in it, or something that was told.
    has_something: bool,
}

/// A folder below it.
struct Folder {
    path: PathBuf,
    place: PathBuf,
}

impl<'a> Walk<'a> {
    pub(super) fn new(paths: &'a [PathBuf]) -> Self {
        let (folders, warnings) = (Vec::new(), Vec::new());
        Self { paths: paths.iter(), named: None, folders, warnings, articles: Vec::new().into_iter() }
    }

    /// The next article, or what kept it from being met.
    pub(super) fn next(&mut self, host: &dyn Files) -> Option<Step> {
        loop {
            if let Some(warning) = self.warnings.pop() {
                return Some(Step::Warning(warning));
            }
            if let Some(article) = self.articles.next() {
                return Some(Step::Article(article));
            }
            if let Some(folder) = self.folders.pop() {
                if let Err(error) = self.enter(&folder, host) {
                    return Some(Step::Refused(unlisted(&folder.path, &error)));
                }
                continue;
            }
            if let Some(named) = self.named.take().filter(|named| !named.has_something) {
                return Some(Step::Warning(format!("there are no articles in `{}`", named.path.display())));
            }
            let path = self.paths.next()?;
            if !host.is_folder(path) {
                return Some(Step::Article(article_of(path, host)));
            }
            let place = host.place_of_folder(path);
            self.folders.push(Folder { path: path.clone(), place: place.clone() });
            self.named = Some(Named { path: path.clone(), place, has_something: false });
        }
    }

    fn enter(&mut self, folder: &Folder, host: &dyn Files) -> Result<(), HostError> {
        let Some(named) = &mut self.named else { return Ok(()) };
        let listed = host.articles_in(&folder.path).and_then(|articles| {
            let folders = host.folders_in(&folder.path)?;
            Ok((articles, folders))
        });
        named.has_something |= listed.as_ref().map_or(true, |(articles, _)| !articles.is_empty());
        let (articles, folders) = listed?;
        self.articles = articles.into_iter();
        for path in folders.into_iter().rev() {
            let place = host.place_of_folder(&path);
            let is_own = path.file_name().is_some_and(|name| folder.place.join(name) == place);
            if is_own {
                self.folders.push(Folder { path, place });
            } else if !place.starts_with(&named.place) {
                self.warnings.push(format!(
                    "`{}` leads out of the folder and is not looked into; name it to have it read",
                    path.display()
                ));
            }
        }
        Ok(())
    }
}

fn unlisted(folder: &Path, error: &HostError) -> Refusal {
    let hint = match error {
        HostError::Denied => "ask for the right to read the folder",
        _ => "name its articles one by one",
    };
    Refusal::new(format!("cannot list the folder `{}`: {error}", folder.display())).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::MemoryHost;

    #[test]
    fn articles_come_before_the_folders_beside_them() {
        let files = ["/a/x/2.txt", "/a/1.txt", "/a/x/y/3.txt", "/a/z/4.md", "/b/5.txt"];
        let mut host = MemoryHost::default();
        host.files.extend(files.map(|path| (PathBuf::from(path), b"Words.".to_vec())));
        let paths = ["/b/5.txt", "/a", "/b/none.txt"].map(PathBuf::from);
        let mut walk = Walk::new(&paths);
        let met: Vec<PathBuf> = std::iter::from_fn(|| walk.next(&host))
            .map(|step| match step {
                Step::Article(path) => path,
                step => panic!("{step:?}"),
            })
            .collect();
        let expected = ["/b/5.txt", "/a/1.txt", "/a/x/2.txt", "/a/x/y/3.txt", "/a/z/4.md", "/b/none.txt"];
        assert_eq!(met, expected.map(PathBuf::from));
    }
}
