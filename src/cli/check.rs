//! `postil check`: finds every mark again and says which need a person.

use super::args::CheckArgs;
use super::print::{quoted, visible};
use super::{End, Stop, World, articles, count};
use crate::anchor::{Passage, Placement};
use crate::document::Document;
use crate::session::{MarkRef, Session, open::MAX_LAYER_BYTES};
use crate::sidecar::{LayerFile, names};

/// The words for a placement, in the order of the counts.
const PLACEMENTS: [&str; 5] = ["exact", "moved", "changed", "ambiguous", "orphaned"];

/// How many marks are in which state, over one article or all.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    n_marks: usize,
    placed: [usize; 5],
    n_implied: usize,
    n_rivals: usize,
    n_unreadable: usize,
}

pub(super) fn run(args: &CheckArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let mut all = Counts::default();
    let mut n_articles = 0;
    let end = articles::each(&args.paths, &args.reading, world, |session, world| {
        let (counts, report) = checked(session, world);
        all.add(&counts);
        n_articles += 1;
        world.out.raw(&report)?;
        Ok(if counts.needs_person() { End::Findings } else { End::Done })
    })?;
    if 1 < n_articles {
        world.out.raw(&format!("{n_articles} articles: {}\n", all.words()))?;
    }
    Ok(end)
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.n_marks += other.n_marks;
        self.n_implied += other.n_implied;
        self.n_rivals += other.n_rivals;
        self.n_unreadable += other.n_unreadable;
        for (sum, n) in self.placed.iter_mut().zip(other.placed) {
            *sum += n;
        }
    }

    fn needs_person(&self) -> bool {
        let in_doubt: usize = self.placed.iter().skip(2).sum();
        0 < in_doubt + self.n_rivals + self.n_unreadable
    }

    /// `5 marks, 4 exact, 1 changed, 1 unreadable line`.
    fn words(&self) -> String {
        let placed = PLACEMENTS.iter().zip(&self.placed).filter(|&(_, &n)| 0 < n);
        let mut words = vec![count(self.n_marks, "mark")];
        words.extend(placed.map(|(name, n)| format!("{n} {name}")));
        if 0 < self.n_implied {
            words.push(format!("{} implied", self.n_implied));
        }
        if 0 < self.n_rivals {
            words.push(count(self.n_rivals, "unsettled version"));
        }
        if 0 < self.n_unreadable {
            words.push(count(self.n_unreadable, "unreadable line"));
        }
        words.join(", ")
    }
}

fn checked(session: &Session, world: &World<'_>) -> (Counts, String) {
    let marks = session.marks();
    let mut counts = Counts { n_marks: marks.len(), ..Counts::default() };
    let mut lines = String::new();
    for mark in &marks {
        let Some(placement) = mark.placement else {
            counts.n_implied += 1;
            continue;
        };
        for (name, n) in PLACEMENTS.iter().zip(&mut counts.placed) {
            *n += usize::from(*name == placement.name());
        }
        if !matches!(placement, Placement::Exact(_)) {
            lines.push_str(&finding(session, mark, placement));
        }
    }
    for open in session.layers() {
        let name =
            open.path.as_deref().and_then(|path| path.file_name()).unwrap_or_default().to_string_lossy();
        let name = visible(&name).into_owned();
        for rival in open.file.rivals() {
            counts.n_rivals += 1;
            let id = crate::layer::AnnotationId(rival.id);
            lines.push_str(&format!(
                "  two versions  {id}  in {name}: the newer one is shown, both are kept\n"
            ));
        }
        for (number, line) in open.file.unreadable() {
            counts.n_unreadable += 1;
            let line = quoted(&String::from_utf8_lossy(line), 60);
            lines.push_str(&format!("  unreadable  line {number} of {name}: {line}\n"));
        }
    }
    for (name, n_lines) in unreadable_layers(session, world) {
        counts.n_unreadable += n_lines;
        lines.push_str(&format!("  unreadable  all of {}\n", visible(&name)));
    }
    let path = session.path().display().to_string();
    (counts, format!("{}: {}\n{lines}", visible(&path), counts.words()))
}

/// What a person should know of a mark that is not where it was made.
fn finding(session: &Session, mark: &MarkRef<'_>, placement: &Placement) -> String {
    let document = session.document();
    let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| session.codebook().label(tag)).collect();
    let tags = visible(&tags.join(", ")).into_owned();
    let who = visible(&mark.layer.layer.annotator.name).into_owned();
    let mut found = format!(
        "  {:<9}  {}  {tags}, {who}: {}\n",
        placement.name(),
        mark.annotation.id,
        quoted(&mark.annotation.quote(), 100)
    );
    let mut line = |words: String| found.push_str(&format!("             {words}\n"));
    match placement {
        Placement::Exact(_) | Placement::Moved { .. } => {}
        Placement::Changed { to, .. } => line(format!("now {}, if that is it", place(document, to))),
        Placement::Ambiguous(candidates) => {
            for candidate in candidates.iter().take(5) {
                line(format!("perhaps {}", place(document, &candidate.passage)));
            }
            if 5 < candidates.len() {
                line(format!("… {} places in all", candidates.len()));
            }
        }
        Placement::Orphaned { best_guess: Some(guess) } => {
            line(format!("at best {}", place(document, &guess.passage)));
        }
        Placement::Orphaned { best_guess: None } => line("the words are gone".to_owned()),
    }
    found
}

/// `at 120..131 “eight people”`
fn place(document: &Document, passage: &Passage) -> String {
    let Some(hull) = passage.hull() else { return "nowhere".to_owned() };
    let at = document.code_points(hull);
    let words: Vec<&str> = passage.pieces().iter().map(|&piece| document.slice(piece)).collect();
    format!("at {}..{} {}", at.start, at.end, quoted(&words.join(" … "), 100))
}

/// Files whose names say that they are layers of this article, and that hold none; with how many lines.
fn unreadable_layers(session: &Session, world: &World<'_>) -> Vec<(String, usize)> {
    let article = session.file_name();
    let open: Vec<_> = session.layers().iter().filter_map(|open| open.path.as_ref()).collect();
    let beside = world.host.layers_beside(session.path()).unwrap_or_default();
    let mut found = Vec::new();
    for path in beside.iter().filter(|path| !open.contains(path)) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !names::may_belong_to(&name, &article) {
            continue;
        }
        match world.host.read(path, MAX_LAYER_BYTES) {
            Ok(bytes) if bytes.len() <= MAX_LAYER_BYTES => {
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
