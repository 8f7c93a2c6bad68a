//! The reading surface.
