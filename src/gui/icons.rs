//! The icons of the window: letters of the bundled face of icons, which is part of every chain of faces. An
//! icon never stands alone: it has a name for screen readers and a tooltip. Some have another code point than
//! in Phosphor, where the faces before it in the chain have a letter of their own.

/// The folder of articles.
pub(in crate::gui) const FOLDER: &str = "\u{e24a}";
/// Back.
pub(in crate::gui) const BACK: &str = "\u{f058}";
/// Forward.
pub(in crate::gui) const FORWARD: &str = "\u{f06c}";
/// Finding.
pub(in crate::gui) const FIND: &str = "\u{e30c}";
/// Marks.
pub(in crate::gui) const MARKS: &str = "\u{ec76}";
/// A note.
pub(in crate::gui) const NOTE: &str = "\u{e348}";
/// How text looks.
pub(in crate::gui) const TEXT: &str = "\u{e6ee}";
/// A person.
pub(in crate::gui) const PERSON: &str = "\u{e4c2}";
/// Out of the window.
pub(in crate::gui) const EXPORT: &str = "\u{eaf0}";
/// Done; chosen.
pub(in crate::gui) const CHECK: &str = "\u{e182}";
/// Saved.
pub(in crate::gui) const SAVED: &str = "\u{e184}";
/// Saving.
pub(in crate::gui) const SAVING: &str = "\u{eb44}";
/// Closing.
pub(in crate::gui) const CLOSE: &str = "\u{e4f6}";
/// Adding.
pub(in crate::gui) const ADD: &str = "\u{e3d4}";
/// Less.
pub(in crate::gui) const LESS: &str = "\u{e32a}";
/// A warning.
pub(in crate::gui) const WARNING: &str = "\u{e4e0}";
