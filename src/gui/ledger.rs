//! The pages of the ledger: incidents with their number lines, what each source says, and how many marks there are of
//! what. All are computed from the rows of the folder off the frame, and anew when those change.

mod cells;
mod count_bars;
mod count_times;
mod counts;
mod deeds;
mod facts;
mod incident;
mod incidents;
mod known;
mod look;
mod number_line;
mod pairs;
mod sources;
mod tabled;
mod words;

pub(super) use counts::CountsPage;
pub(super) use incidents::IncidentsPage;
pub(super) use look::{LookJob, Looked};
pub(super) use sources::SourcesPage;

use super::outbox::Request;
use super::view_ctx::ViewCtx;
use crate::layer::AnnotationId;
use crate::library::Library;

/// Opens the article of a mark, and goes to it.
fn go_to(cx: &ViewCtx<'_>, library: &Library, mark: AnnotationId) {
    if let Some((entry, row)) = library.mark(mark) {
        cx.ask(Request::MarkIn(library.file_of(entry), row.id));
    }
}
