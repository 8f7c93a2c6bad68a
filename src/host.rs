//! The one door to the outside, in parts: who needs files only asks for [`Files`]. Tests have [`MemoryHost`].

mod desktop;
mod error;
mod files;
mod logs;
mod memory;
mod settings;
mod storage;
pub mod whereabouts;

pub use desktop::{Clipped, Desktop, DesktopWishes};
pub use error::HostError;
pub use files::{Files, Listing, NewFile, Stamp, Stamps, file_name, is_watched};
pub use logs::{LeftLog, LeftLogs, LogId, LogStand, Logs};
pub use memory::MemoryHost;
pub use settings::{SettingsFault, SettingsFaultKind};
pub use storage::{Caches, Generation, Storage};
pub use whereabouts::Whereabouts;

use crate::document::Timestamp;
use crate::layer::AnnotationId;
use std::any::Any;
use std::sync::Arc;
use uuid::Uuid;

/// What comes of a portion of work.
pub type Done = Box<dyn Any + Send>;

/// The time.
pub trait Clock {
    /// The time.
    fn now(&self) -> Timestamp;
}

/// Chance.
pub trait Chance {
    /// A random id.
    fn fresh_uuid(&mut self) -> Uuid;

    /// An id for a new mark.
    fn fresh_annotation(&mut self) -> AnnotationId {
        AnnotationId(self.fresh_uuid())
    }
}

/// All that is outside.
pub trait Host: Files + Storage + Caches + Logs + Clock + Chance + Desktop + Send {
    /// Has work done for each number below `n`, on several threads where there are any, and hands over what
    /// comes of each as it comes, in any order; until that says no.
    fn in_portions(
        &self,
        n: usize,
        work: &(dyn Fn(usize, &dyn Host) -> Done + Sync),
        each: &mut dyn FnMut(usize, Done) -> bool,
    );

    /// From now on, what is read apart is read only while `is_wanted` says yes, by this door and by those that
    /// [`Host::in_portions`] gives; a host that reads nothing apart need not ask.
    fn read_apart_while(&mut self, is_wanted: Arc<dyn Fn() -> bool + Send + Sync>) {
        drop(is_wanted);
    }

    /// Another door to the same outside, for a thread; `None` where there is only one, and work is
    /// done at once.
    fn another(&self) -> Option<Box<dyn Host>>;
}
