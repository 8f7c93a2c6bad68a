//! `postil actors`: who is named in what was marked, in which spellings, and who uses which.

use super::args::asking::AskingArgs;
use super::asked::{self, Asked};
use super::{End, Stop, World, count, json};
use crate::analysis::actors::{Actors, Named};
use crate::layer::{Actor, FolderLayer};
use serde_json::{Value, json};

/// So many columns of the matrix are told, those of the most frequent names.
const MOST_COLUMNS: usize = 200;

pub(super) fn run(args: &AskingArgs, world: &mut World<'_>) -> Result<End, Stop> {
    let (folders, end) = asked::folders(args, world)?;
    let mut all = Vec::new();
    let mut is_nothing = !args.json;
    for folder in &folders {
        let found = Actors::of(&folder.entries, &folder.registers);
        if args.json {
            all.push(described(&found));
        } else {
            is_nothing &= found.names.is_empty();
            print(&found, world)?;
        }
    }
    if is_nothing {
        Asked::tell_nothing(&folders, "names", world);
    }
    if args.json {
        // One folder, as a rule; of several each is told by itself.
        let value = if all.len() == 1 { all.remove(0) } else { Value::Array(all) };
        json::print(&value, &mut world.out)?;
    }
    Ok(end)
}

fn described(found: &Actors) -> Value {
    let name = |named: &Named| {
        let marks = named.marks().map(|mark| mark.id().0.to_string());
        json!({
            "name": named.name,
            "marks": marks.collect::<Vec<_>>(),
            "as_source": named.as_source.len(),
            "in_words": named.in_words.len(),
            "users": named.users,
            "alike": found.alike_to(&named.name),
            "registered": found.is_registered(&named.name),
        })
    };
    let actor = |(layer, actor): (&std::sync::Arc<FolderLayer>, &Actor)| {
        let names = actor.names.iter();
        let names = names.map(|name| json!({ "name": name.name, "reading": name.reading }));
        json!({
            "person": layer.annotator.name,
            "id": actor.id.0.to_string(),
            "name": actor.name(),
            "names": names.collect::<Vec<_>>(),
            "note": actor.note,
        })
    };
    let columns = found.names.iter().filter(|named| 0 < named.n_marks()).take(MOST_COLUMNS);
    let matrix = found.matrix(&columns.map(|named| named.name.clone()).collect::<Vec<_>>());
    let row = |(user, counts): &(String, Vec<usize>)| json!({ "user": user, "counts": counts });
    json!({
        "names": found.names.iter().map(name).collect::<Vec<_>>(),
        "actors": found.groups().map(actor).collect::<Vec<_>>(),
        "matrix": { "names": matrix.names, "rows": matrix.rows.iter().map(row).collect::<Vec<_>>() },
    })
}

fn print(found: &Actors, world: &mut World<'_>) -> Result<(), Stop> {
    for (layer, actor) in found.groups() {
        let name = |name: &crate::layer::ActorName| match &name.reading {
            Some(reading) => format!("{} (read {reading}?)", name.name),
            None => name.name.clone(),
        };
        let names: Vec<String> = actor.names.iter().map(name).collect();
        let note = if actor.note.is_empty() { String::new() } else { format!("  {}", actor.note) };
        world.out.line(&format!("{} puts together: {}{note}", layer.annotator.name, names.join(", ")))?;
    }
    for named in &found.names {
        let users: Vec<String> = named.users.iter().map(|(user, n)| format!("{user} {n}")).collect();
        let alike = found.alike_to(&named.name);
        let alike = if alike.is_empty() { String::new() } else { format!("  (like {})", alike.join(", ")) };
        let marks = count(named.n_marks(), "mark");
        world.out.line(&format!("{}  {marks}  {}{alike}", named.name, users.join(", ")))?;
    }
    Ok(())
}
