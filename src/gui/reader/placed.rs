//! Triangles that are kept where they were last painted: only what has moved is made anew.

use egui::{Mesh, Painter, Shape, Vec2};
use std::sync::Arc;

/// Triangles about a corner, and the same where they were last painted.
#[derive(Default)]
pub(super) struct Placed {
    mesh: Mesh,
    last: Option<(Vec2, Arc<Mesh>)>,
}

impl From<Mesh> for Placed {
    fn from(mesh: Mesh) -> Self {
        Self { mesh, last: None }
    }
}

impl Placed {
    /// Paints them with their corner at `origin`. Where that is where it was they are not copied.
    pub(super) fn paint(&mut self, painter: &Painter, origin: Vec2) {
        if self.mesh.is_empty() {
            return;
        }
        let last = self.last.as_ref().filter(|(at, _)| *at == origin).map(|(_, mesh)| Arc::clone(mesh));
        let mesh = last.unwrap_or_else(|| {
            let mut mesh = self.mesh.clone();
            mesh.translate(origin);
            let mesh = Arc::new(mesh);
            self.last = Some((origin, Arc::clone(&mesh)));
            mesh
        });
        painter.add(Shape::Mesh(mesh));
    }
}
