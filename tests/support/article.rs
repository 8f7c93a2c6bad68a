//! An article with layers as marked text: laid down as files, and shown as marked text again.

#[path = "marked.rs"]
pub(crate) mod marked;

use marked::Marked;
use postil::host::{Clock, MemoryHost, Storage};
use postil::layer::{Annotator, AnnotatorId, Layer, LayerId, Placements};
use postil::session::Session;
use postil::sidecar::marked::show as written;
use postil::sidecar::{FORMAT, Header, LayerFile, builtin, layer_file_name};
use postil::text::TextRange;
use std::path::Path;
use uuid::Uuid;

/// Reads `marked` and lays the article at `path` and its layers beside it. The unnamed layer is the
/// reader's own, the others belong to people of their names.
pub(crate) fn lay_down(marked: &str, path: &str, host: &mut MemoryHost) -> Result<Marked, String> {
    let marked = marked::parse(marked, &builtin()).map_err(|error| error.to_string())?;
    host.files.insert(path.into(), marked.text.clone().into_bytes());
    for (i, layer) in marked.layers.iter().enumerate() {
        if !layer.name.is_empty() || !layer.marks.is_empty() {
            put_layer(&marked, i, Path::new(path), host);
        }
    }
    Ok(marked)
}

/// The article with the shown layers, the reader's own first and without a name, and the selection.
pub(crate) fn show(session: &Session) -> String {
    let selection = session.selection();
    let mut pieces = selection.pieces();
    if pieces.is_empty() && selection.is_set {
        pieces.push(TextRange::empty(selection.head));
    }
    show_with(session, &pieces)
}

/// The same with a selection of its own.
pub(crate) fn show_with(session: &Session, selection: &[TextRange]) -> String {
    let me = session.annotator().map(|annotator| annotator.id);
    let nobody = Annotator { id: AnnotatorId(Uuid::nil()), name: String::new() };
    let document = session.document_id();
    let empty = (
        Layer::new(LayerId(Uuid::nil()), nobody, document, MemoryHost::default().now),
        Placements::default(),
    );
    let mut layers = Vec::new();
    if session.my_layer().is_none_or(|mine| !mine.is_shown) {
        layers.push(("", &empty.0, &empty.1));
    }
    for open in session.layers().iter().filter(|open| open.is_shown) {
        let annotator = &open.layer.annotator;
        let name = if Some(annotator.id) == me { "" } else { annotator.name.as_str() };
        layers.push((name, &open.layer, &open.placements));
    }
    written(session.document(), &layers, selection)
}

/// Writes the file of the layer at `index`.
fn put_layer(marked: &Marked, index: usize, article: &Path, host: &mut MemoryHost) {
    let file = article.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let document = marked::document(marked);
    let annotator = match (marked.layers[index].name.as_str(), host.annotator()) {
        ("", Some(mine)) => mine,
        (name, _) => {
            Annotator { id: AnnotatorId(Uuid::from_u128(0xb0b + index as u128)), name: name.to_owned() }
        }
    };
    let layer = marked::layer(marked, index, &document, annotator, host.now());
    let path = article.with_file_name(layer_file_name(&file, &layer.annotator));
    let header = Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: layer.created,
        document: layer.document,
        title: String::new(),
        file,
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    };
    let bytes = LayerFile::new(header).write(&layer, host.now());
    host.files.insert(path, bytes);
}
