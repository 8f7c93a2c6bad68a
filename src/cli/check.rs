//! `postil check`: finds every mark again and says which need a person.

mod described;
mod report;

use super::args::CheckArgs;
use super::articles::{self, Read};
use super::placed::PLACEMENTS;
use super::{End, Stop, World, json};
use crate::host::Files;
use crate::layer::Figure;
use crate::library::{AboutLayer, FileWarning};
use crate::session::Warning;
use crate::session::{Desk, MarkRef, Session};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{Content, LayerFile, LayerWarning, LineFault, names};
use std::path::Path;

/// How many marks are in which state, over one article or all.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    n_marks: usize,
    placed: [usize; 5],
    n_implied: usize,
    n_conflicts: usize,
    n_unreadable: usize,
    n_carried: usize,
    n_figures: usize,
}

pub(super) fn run(args: &CheckArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let mut all = Counts::default();
    let mut array = json::Array::default();
    let mut n_articles = 0;
    let me = world.host.annotator();
    let end = articles::each(
        &args.paths,
        world,
        &|path, host| {
            let session = Session::open(path, &args.reading.options(), me.clone(), host)?;
            let found = Findings::of(&session, host);
            let printed = match args.json {
                true => json::element(&found.described(&session)),
                false => found.report(&session),
            };
            let is_told = |warning: &Warning| told_in_report(&session, warning);
            Ok(Read::but(is_told, (found.counts, printed), &session))
        },
        |(counts, printed), world| {
            all.add(&counts);
            n_articles += 1;
            match args.json {
                true => array.add(&printed, &mut world.out)?,
                false => world.out.raw(&printed)?,
            }
            Ok(if counts.needs_person() { End::Findings } else { End::Done })
        },
    )?;
    if args.json {
        array.end(&mut world.out)?;
    } else if 1 < n_articles {
        world.out.raw(&format!("{n_articles} articles: {}\n", all.words()))?;
    }
    Ok(end)
}

/// Whether the report tells what a warning says: nobody should read it twice.
fn told_in_report(session: &Session, warning: &Warning) -> bool {
    match warning {
        Warning::File(FileWarning::Layer(name, AboutLayer::Copy)) => {
            session.copies().any(|(path, _)| name_of(path) == *name)
        }
        Warning::File(FileWarning::Layer(
            name,
            AboutLayer::Content(LayerWarning::Line(_, LineFault::Unreadable)),
        )) => session.desks().any(|desk| file_name(desk) == *name),
        _ => false,
    }
}

fn file_name(desk: &Desk) -> String {
    desk.path().map(name_of).unwrap_or_default()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.n_marks += other.n_marks;
        self.n_implied += other.n_implied;
        self.n_conflicts += other.n_conflicts;
        self.n_unreadable += other.n_unreadable;
        self.n_carried += other.n_carried;
        self.n_figures += other.n_figures;
        for (sum, n) in self.placed.iter_mut().zip(other.placed) {
            *sum += n;
        }
    }

    fn needs_person(&self) -> bool {
        let in_doubt: usize = self.placed.iter().skip(2).sum();
        0 < in_doubt + self.n_conflicts + self.n_unreadable + self.n_figures
    }
}

/// What there is to say of one article.
struct Findings<'a> {
    counts: Counts,
    marks: Vec<MarkRef<'a>>,
    /// The figures whose words are read otherwise today: the mark, what it has, and what it would have.
    figures: Vec<(MarkRef<'a>, &'a Figure, Figure)>,
    /// The layer, the mark, and what the version that counts and the other one say.
    versions: Vec<(String, uuid::Uuid, String, String)>,
    /// The layer, the number of the line, and the line.
    lines: Vec<(String, usize, String)>,
    /// The layer, and how many of its lines are of kinds that we do not know.
    carried: Vec<(String, usize)>,
    /// Files that are layers by their names only.
    files: Vec<String>,
    /// Conflict copies, and whose marks they hold.
    copies: Vec<(String, String)>,
}

impl<'a> Findings<'a> {
    fn of(session: &'a Session, host: &dyn Files) -> Self {
        let marks = session.marks();
        let mut counts = Counts { n_marks: marks.len(), ..Counts::default() };
        for mark in &marks {
            match mark.placement {
                None => counts.n_implied += 1,
                Some(placement) => {
                    for (name, n) in PLACEMENTS.iter().zip(&mut counts.placed) {
                        *n += usize::from(*name == placement.name());
                    }
                }
            }
        }
        let (mut versions, mut lines, mut carried) = (Vec::new(), Vec::new(), Vec::new());
        for desk in session.desks() {
            let name = file_name(desk);
            for conflict in desk.file().conflicts() {
                versions.push((name.clone(), conflict.id, content(conflict.winner), content(conflict.loser)));
            }
            for (number, line) in desk.file().unreadable() {
                lines.push((name.clone(), number, String::from_utf8_lossy(line).into_owned()));
            }
            carried.extend(Some(desk.file().n_foreign()).filter(|&n| 0 < n).map(|n| (name, n)));
        }
        let anew = |mark: &MarkRef<'a>| {
            let (mark, figures) = (*mark, mark.annotation.figures.iter());
            figures.filter_map(move |figure| Some((mark, figure, figure.read_anew()?)))
        };
        let figures: Vec<_> = marks.iter().flat_map(anew).collect();
        counts.n_figures = figures.len();
        let files = unreadable_layers(session, host);
        counts.n_carried = carried.iter().map(|(_, n)| n).sum();
        counts.n_conflicts = versions.len();
        counts.n_unreadable = lines.len() + files.iter().map(|(_, n_lines)| n_lines).sum::<usize>();
        let files = files.into_iter().map(|(name, _)| name).collect();
        let copy = |(path, who): (&Path, &str)| (name_of(path), who.to_owned());
        let copies = session.copies().map(copy).collect();
        Self { counts, marks, figures, versions, lines, carried, files, copies }
    }
}

/// What a version of a mark says, in a line.
fn content(content: &Content) -> String {
    match content {
        Content::Annotation(mark) => {
            let tags: Vec<&str> = mark.tags.iter().map(|tag| tag.as_str()).collect();
            let note = if mark.note.is_empty() { String::new() } else { format!(", note: {}", mark.note) };
            format!("{}: {}{note}", tags.join(", "), mark.quote())
        }
        Content::Relation(relation) => {
            format!("{} {} {}", relation.from, relation.kind.as_str(), relation.to)
        }
        Content::Removed => "removed".to_owned(),
        Content::Item(_) | Content::Foreign => "something that this postil does not know".to_owned(),
    }
}

/// Files whose names say that they are layers of this article, and that hold none; with how many lines.
fn unreadable_layers(session: &Session, host: &dyn Files) -> Vec<(String, usize)> {
    let article = session.file_name();
    let open: Vec<_> = session.desks().filter_map(Desk::path).collect();
    let beside = host.layers_beside(session.path()).unwrap_or_default();
    let mut found = Vec::new();
    for path in beside.iter().filter(|path| !open.contains(&path.as_path())) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !names::may_belong_to(&name, &article) {
            continue;
        }
        match host.read(path, MAX_LAYER_BYTES) {
            Ok(bytes) if too_large(&bytes).is_none() => {
                if LayerFile::read(&bytes).value.layer().is_none() {
                    found.push((
                        name,
                        bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count(),
                    ));
                }
            }
            _ => found.push((name, 1)),
        }
    }
    found
}
