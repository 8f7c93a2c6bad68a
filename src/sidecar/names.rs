//! What layer files are called, and which may belong to a document. Names only narrow the search:
//! a layer is known by its header.

use crate::layer::Annotator;

/// The annotator's name for people who list a folder: `[a-z0-9-]`, at most 24, never empty.
pub fn slug(name: &str) -> String {
    let _ = name;
    todo!()
}

/// `market.txt.ana-1a7e.postil.jsonl`, never above 255 bytes.
pub fn layer_file_name(document_name: &str, annotator: &Annotator) -> String {
    let _ = (document_name, annotator);
    todo!()
}

/// The same with eight digits of the id, for two people whose names would collide.
pub fn longer_layer_file_name(document_name: &str, annotator: &Annotator) -> String {
    let _ = (document_name, annotator);
    todo!()
}

/// Whether a file with this name is worth opening: conflict copies keep `.postil` and `.jsonl`.
pub fn is_layer_name(name: &str) -> bool {
    let _ = name;
    todo!()
}

/// Whether the name speaks for the layer being about the document of that file name.
pub fn may_belong_to(layer_name: &str, document_name: &str) -> bool {
    let _ = (layer_name, document_name);
    todo!()
}
