//! On whose terms we build.

use super::{assert_none, root};
use serde_json::Value;
use std::process::Command;

/// Licences under which others' work may be part of the program.
const LICENCES: [&str; 16] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Ubuntu-font-1.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The parts of an SPDX expression between `operator`, brackets kept whole.
fn parts<'a>(expression: &'a str, operator: &str) -> Vec<&'a str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in expression.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' if depth == 0 && expression[at..].starts_with(operator) => {
                parts.push(&expression[start..at]);
                start = at + operator.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}

/// Whether an SPDX expression can be met: any part of an `OR`, every part of an `AND`.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.trim();
    let (ors, ands) = (parts(expression, " OR "), parts(expression, " AND "));
    let inner = expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match inner {
        _ if 1 < ors.len() => ors.into_iter().any(is_allowed),
        _ if 1 < ands.len() => ands.into_iter().all(is_allowed),
        Some(inner) => is_allowed(inner),
        None => LICENCES.contains(&expression),
    }
}

#[test]
fn all_that_we_build_on_is_on_terms_that_we_can_keep() {
    assert!(
        is_allowed("MIT OR GPL-3.0")
            && is_allowed("(MIT OR GPL-3.0) AND Unicode-3.0")
            && is_allowed("BSD-3-Clause AND MIT")
    );
    assert!(
        !is_allowed("GPL-3.0")
            && !is_allowed("MIT AND GPL-3.0")
            && !is_allowed("MIT AND (GPL-2.0 OR GPL-3.0)")
    );
    let metadata = |offline: bool| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["metadata", "--locked", "--format-version", "1"]).current_dir(root());
        if offline {
            cargo.arg("--offline");
        }
        let output = cargo.output().expect("cargo runs");
        output.status.success().then_some(output.stdout).ok_or(output.stderr)
    };
    let told = metadata(true).or_else(|_| metadata(false));
    let told = told.unwrap_or_else(|error| panic!("{}", String::from_utf8_lossy(&error)));
    let told: Value = serde_json::from_slice(&told).expect("JSON");
    let packages = told["packages"].as_array().expect("packages");
    assert!(100 < packages.len());
    let mut faults = Vec::new();
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_allowed(&licence.replace('/', " OR ")) {
            faults.push(format!("{} {}: {licence:?}", package["name"], package["version"]));
        }
    }
    assert_none(&faults, "licences");
}
