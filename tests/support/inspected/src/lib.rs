//! Nothing: what depends on this has a window that tests can look into (see `Cargo.toml`).
