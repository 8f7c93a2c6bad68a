//! `postil check`: finds every mark again and says which need a person.

use super::args::CheckArgs;
use super::placed::{self, MOST_WORDS, PLACEMENTS};
use super::print::{quoted, visible};
use super::{End, Stop, World, articles, count, json};
use crate::anchor::Placement;
use crate::session::warning::{AboutLayer, Warning};
use crate::session::{MarkRef, OpenLayer, Session};
use crate::sidecar::caps::{MAX_LAYER_BYTES, too_large};
use crate::sidecar::{Content, LayerFile, names};
use crate::sidecar::{LayerWarning, LineFault};
use serde_json::{Value, json};
use std::path::Path;

/// How many marks are in which state, over one article or all.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    n_marks: usize,
    placed: [usize; 5],
    n_implied: usize,
    n_rivals: usize,
    n_unreadable: usize,
    n_carried: usize,
}

pub(super) fn run(args: &CheckArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let mut all = Counts::default();
    let mut described = Vec::new();
    let mut n_articles = 0;
    let end = articles::each_but(told_in_report, &args.paths, &args.reading, world, |session, world| {
        let found = Findings::of(session, world);
        all.add(&found.counts);
        n_articles += 1;
        if args.json {
            described.push(found.described(session));
        } else {
            world.out.raw(&found.report(session))?;
        }
        Ok(if found.counts.needs_person() { End::Findings } else { End::Done })
    })?;
    if args.json {
        json::print(&Value::Array(described), &mut world.out)?;
    } else if 1 < n_articles {
        world.out.raw(&format!("{n_articles} articles: {}\n", all.words()))?;
    }
    Ok(end)
}

/// Whether the report tells what a warning says: nobody should read it twice.
fn told_in_report(session: &Session, warning: &Warning) -> bool {
    match warning {
        Warning::Layer(name, AboutLayer::Copy) => session.copies().any(|(path, _)| name_of(path) == *name),
        Warning::Layer(name, AboutLayer::Content(LayerWarning::Line(_, LineFault::Unreadable))) => {
            session.layers().iter().any(|one| file_name(one) == *name)
        }
        _ => false,
    }
}

fn file_name(open: &OpenLayer) -> String {
    open.path.as_deref().map(name_of).unwrap_or_default()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.n_marks += other.n_marks;
        self.n_implied += other.n_implied;
        self.n_rivals += other.n_rivals;
        self.n_unreadable += other.n_unreadable;
        self.n_carried += other.n_carried;
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
        if 0 < self.n_carried {
            words.push(format!("{} carried", count(self.n_carried, "line")));
        }
        words.join(", ")
    }
}

/// What there is to say of one article.
struct Findings<'a> {
    counts: Counts,
    marks: Vec<MarkRef<'a>>,
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
    fn of(session: &'a Session, world: &World<'_>) -> Self {
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
        for open in session.layers() {
            let name = file_name(open);
            for rival in open.file.rivals() {
                versions.push((name.clone(), rival.id, content(rival.winner), content(rival.loser)));
            }
            for (number, line) in open.file.unreadable() {
                lines.push((name.clone(), number, String::from_utf8_lossy(line).into_owned()));
            }
            carried.extend(Some(open.file.n_foreign()).filter(|&n| 0 < n).map(|n| (name, n)));
        }
        let files = unreadable_layers(session, world);
        counts.n_carried = carried.iter().map(|(_, n)| n).sum();
        counts.n_rivals = versions.len();
        counts.n_unreadable = lines.len() + files.iter().map(|(_, n_lines)| n_lines).sum::<usize>();
        let files = files.into_iter().map(|(name, _)| name).collect();
        let copy = |(path, who): (&Path, &str)| (name_of(path), who.to_owned());
        let copies = session.copies().map(copy).collect();
        Self { counts, marks, versions, lines, carried, files, copies }
    }

    fn report(&self, session: &Session) -> String {
        let path = session.path().display().to_string();
        let mut report = format!("{}: {}\n", visible(&path), self.counts.words());
        for mark in &self.marks {
            if let Some(placement) =
                mark.placement.filter(|placement| !matches!(placement, Placement::Exact(_)))
            {
                report.push_str(&finding(session, mark, placement));
            }
        }
        for (name, id, _, _) in &self.versions {
            let (id, name) = (crate::layer::AnnotationId(*id), visible(name));
            report.push_str(&format!(
                "  two versions  {id}  in {name}: the newer one is shown, both are kept\n"
            ));
        }
        for (name, number, line) in &self.lines {
            let (name, line) = (visible(name), quoted(line, 60));
            report.push_str(&format!("  unreadable  line {number} of {name}: {line}\n"));
        }
        for (name, n) in &self.carried {
            let (carried, name) = (count(*n, "line"), visible(name));
            report.push_str(&format!(
                "  carried     {carried} of {name}, of a kind that is kept and not shown\n"
            ));
        }
        for (name, who) in &self.copies {
            let (name, who) = (visible(name), visible(who));
            report.push_str(&format!(
                "  copy        {name} holds marks of {who} a second time: both files are read as one\n"
            ));
        }
        for name in &self.files {
            report.push_str(&format!("  unreadable  all of {}\n", visible(name)));
        }
        report
    }

    fn described(&self, session: &Session) -> Value {
        let document = session.document();
        let mark = |mark: &MarkRef<'_>| {
            let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| tag.as_str()).collect();
            let mut described = json!({
                "id": mark.annotation.id.0.to_string(),
                "layer": mark.layer.path.as_ref().map(|_| file_name(mark.layer)),
                "annotator": mark.layer.layer.annotator.name,
                "tags": tags,
                "quote": mark.annotation.quote(),
            });
            let placed = match mark.placement {
                Some(placement) => placed::described(document, placement),
                None => json!({ "placement": null, "pieces": [], "score": null, "candidates": [] }),
            };
            if let (Value::Object(all), Value::Object(placed)) = (&mut described, placed) {
                all.extend(placed);
            }
            described
        };
        let marks: Vec<Value> = self.marks.iter().map(mark).collect();
        let versions = self.versions.iter().map(|(layer, id, shown, other)| {
            json!({ "layer": layer, "id": id.to_string(), "shown": shown, "other": other })
        });
        let carried = self.carried.iter().map(|(layer, n)| json!({ "layer": layer, "lines": n }));
        let copies = self.copies.iter().map(|(file, who)| json!({ "file": file, "annotator": who }));
        let lines = self.lines.iter();
        let lines =
            lines.map(|(layer, number, text)| json!({ "layer": layer, "line": number, "text": text }));
        json!({
            "document": session.path().to_string_lossy(),
            "digest": document.digest().ni(),
            "marks": marks,
            "versions": versions.collect::<Vec<_>>(),
            "unreadable_lines": lines.collect::<Vec<_>>(),
            "carried": carried.collect::<Vec<_>>(),
            "unreadable_layers": self.files,
            "copies": copies.collect::<Vec<_>>(),
            "warnings": session.told(),
        })
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
        Content::Foreign => "something that this postil does not know".to_owned(),
    }
}

/// What a person should know of a mark that is not where it was made.
fn finding(session: &Session, mark: &MarkRef<'_>, placement: &Placement) -> String {
    let tags: Vec<&str> = mark.annotation.tags.iter().map(|tag| session.codebook().label(tag)).collect();
    let tags = visible(&tags.join(", ")).into_owned();
    let who = visible(&mark.layer.layer.annotator.name).into_owned();
    let mut found = format!(
        "  {:<9}  {}  {tags}, {who}: {}\n",
        placement.name(),
        mark.annotation.id,
        quoted(&mark.annotation.quote(), MOST_WORDS)
    );
    for remark in placed::remarks(session.document(), placement) {
        found.push_str(&format!("             {remark}\n"));
    }
    found
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
