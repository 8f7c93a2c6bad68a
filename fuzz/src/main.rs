//! The fuzzer: one program for all targets, of which the variable `TARGET` names one.
//!
//! `scripts/fuzz` builds and runs it. One program, since the readers share nearly all they link.
#![no_main]

#[path = "../../tests/support/article.rs"]
mod article;
mod bodies;
#[path = "../../tests/support/desk.rs"]
mod desk;

use bodies::{Body, TARGETS};
use std::sync::OnceLock;

static BODY: OnceLock<Body> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| BODY.get_or_init(chosen)(bytes));

fn chosen() -> Body {
    let name = std::env::var("TARGET").unwrap_or_default();
    let known: Vec<&str> = TARGETS.iter().map(|&(name, _)| name).collect();
    let found = TARGETS.iter().find(|&&(target, _)| target == name);
    found.unwrap_or_else(|| panic!("TARGET is `{name}` and should be one of {}", known.join(", "))).1
}
