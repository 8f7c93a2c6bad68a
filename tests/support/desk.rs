//! A session on a desk without a disk: opened from marked text, spoken to in the words of actions,
//! looked at as marked text.

use postil::document::import::Options;
use postil::layer::{Annotator, AnnotatorId, Layer, LayerId, Placements};
use postil::session::{Action, ActionError, Host, MemoryHost, Session};
use postil::sidecar::marked::{self, Marked};
use postil::sidecar::{FORMAT, Header, LayerFile, builtin, layer_file_name};
use postil::text::TextRange;
use std::path::Path;
use uuid::Uuid;

const ARTICLE: &str = "/desk/article.txt";

/// A session and its host.
pub(crate) struct Desk {
    session: Session,
    host: MemoryHost,
}

impl Desk {
    /// A desk with the article and the layers of `marked`, all on it as files. The unnamed layer is
    /// the reader's own, the others belong to people of their names.
    pub(crate) fn open(marked: &str) -> Result<Self, String> {
        let marked = marked::parse(marked, &builtin()).map_err(|error| error.to_string())?;
        let mut host = MemoryHost::with(ARTICLE, marked.text.as_bytes());
        for (i, layer) in marked.layers.iter().enumerate() {
            if !layer.name.is_empty() || !layer.marks.is_empty() {
                put_layer(&marked, i, &mut host);
            }
        }
        let session = Session::open(Path::new(ARTICLE), &Options::default(), host.annotator(), &host)
            .map_err(|error| error.to_string())?;
        if session.document().text() != marked.text {
            return Err(format!("the article is read as {:?}", session.document().text()));
        }
        let mut desk = Self { session, host };
        for (i, piece) in marked.selection.iter().enumerate() {
            let verb = if i == 0 { "select" } else { "select-more" };
            desk.perform(&format!("{verb} bytes:{piece}")).map_err(|error| error.to_string())?;
        }
        Ok(desk)
    }

    /// Does an action in its text form.
    pub(crate) fn perform(&mut self, action: &str) -> Result<(), ActionError> {
        self.session.perform(&action.parse::<Action>()?, &mut self.host).map(|_| ())
    }

    /// The article with the shown layers, the reader's own first and without a name, and the selection.
    pub(crate) fn marked(&self) -> String {
        let selection = self.session.selection();
        let mut pieces = selection.pieces();
        if pieces.is_empty() && selection.is_set {
            pieces.push(TextRange::empty(selection.head));
        }
        self.show(&pieces)
    }

    /// The same without the selection.
    pub(crate) fn marks(&self) -> String {
        self.show(&[])
    }

    /// The bytes of every file, by name.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
        self.host.files.iter().map(|(path, bytes)| (path.display().to_string(), text(bytes))).collect()
    }

    fn show(&self, selection: &[TextRange]) -> String {
        let me = self.session.annotator().map(|annotator| annotator.id);
        let nobody = Annotator { id: AnnotatorId(Uuid::nil()), name: String::new() };
        let (document, now) = (self.session.document_id(), self.host.now());
        let empty = (Layer::new(LayerId(Uuid::nil()), nobody, document, now), Placements::default());
        let mut layers = Vec::new();
        if self.session.my_layer().is_none_or(|mine| !mine.is_shown) {
            layers.push(("", &empty.0, &empty.1));
        }
        for open in self.session.layers().iter().filter(|open| open.is_shown) {
            let annotator = &open.layer.annotator;
            let name = if Some(annotator.id) == me { "" } else { annotator.name.as_str() };
            layers.push((name, &open.layer, &open.placements));
        }
        marked::show(self.session.document(), &layers, selection)
    }
}

/// Writes the file of the layer at `index`.
fn put_layer(marked: &Marked, index: usize, host: &mut MemoryHost) {
    let document = marked.document();
    let annotator = match (marked.layers[index].name.as_str(), host.annotator()) {
        ("", Some(mine)) => mine,
        (name, _) => {
            Annotator { id: AnnotatorId(Uuid::from_u128(0xb0b + index as u128)), name: name.to_owned() }
        }
    };
    let layer = marked.layer(index, &document, annotator, host.now());
    let header = Header {
        layer: layer.id,
        annotator: layer.annotator.clone(),
        created: layer.created,
        document: layer.document,
        title: String::new(),
        file: "article.txt".to_owned(),
        digest: Some(document.digest()),
        codebook: ("news".to_owned(), 1),
        format: FORMAT,
        closed: None,
    };
    let path = Path::new(ARTICLE).with_file_name(layer_file_name("article.txt", &layer.annotator));
    let bytes = LayerFile::new(header).write(&layer, host.now());
    host.files.insert(path, bytes);
}
