//! How much there is to draw on a page before it is drawn: forms that draw each other can make a small
//! file take hours, and the interpreter cannot be stopped.

use hayro::hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro::hayro_interpret::hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;

/// The most bytes of drawing instructions of one page, forms counted each time that they are drawn.
pub(super) const MAX_DRAWN: u64 = 64 * 1024 * 1024;

/// How deep forms draw each other; the interpreter goes deeper.
const MAX_DEPTH: usize = 50;

/// Whether a page can be drawn within bounds.
pub(super) fn is_bounded(page: &Page<'_>) -> bool {
    let mut known = BTreeMap::new();
    let content = page.page_stream().unwrap_or_default();
    cost(content, page.resources(), MAX_DEPTH, &mut known) <= MAX_DRAWN
}

/// The bytes that are interpreted for some instructions, those of the forms within them too.
fn cost(
    content: &[u8],
    resources: &Resources<'_>,
    depth: usize,
    known: &mut BTreeMap<(ObjectIdentifier, usize), u64>,
) -> u64 {
    let mut total = content.len() as u64;
    if depth == 0 || resources.x_objects.is_empty() {
        return total;
    }
    for at in memchr::memmem::find_iter(content, b"Do") {
        let Some(name) = name_before(content, at) else { continue };
        let Some(form) = Name::new(name).and_then(|name| resources.x_objects.get::<Stream<'_>>(&name)) else {
            continue;
        };
        let is_form =
            form.dict().get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|kind| kind.as_str() == "Form");
        if !is_form {
            continue;
        }
        total = total.saturating_add(form_cost(&form, resources, depth - 1, known));
        if MAX_DRAWN < total {
            break;
        }
    }
    total
}

fn form_cost(
    form: &Stream<'_>,
    around: &Resources<'_>,
    depth: usize,
    known: &mut BTreeMap<(ObjectIdentifier, usize), u64>,
) -> u64 {
    let key = (form.obj_id(), depth);
    if let Some(&cost) = known.get(&key) {
        return cost;
    }
    // What draws itself is met again on its way.
    known.insert(key, 1);
    let within = form.dict().get::<Dict<'_>>(b"Resources".as_slice()).map(Resources::new);
    let content = form.decoded().unwrap_or_default();
    let cost = cost(&content, within.as_ref().unwrap_or(around), depth, known);
    known.insert(key, cost);
    cost
}

/// The name in `/Name Do`, where `Do` stands at `at`.
fn name_before(content: &[u8], at: usize) -> Option<&[u8]> {
    let before = content.get(..at)?.trim_ascii_end();
    let start = memchr::memrchr(b'/', before)?;
    let name = before.get(start + 1..)?;
    (!name.is_empty() && name.len() < 128 && !name.iter().any(u8::is_ascii_whitespace)).then_some(name)
}
