//! What the program opens and asks the system for while it reads a stranger's folder, seen by `strace`.

use crate::desk::Desk;
use crate::{has_strace, marked_desk, skips};
use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

/// A page that would run, fetch and read what is none of its business.
const PAGE: &str = "<html><head><base href='http://192.0.2.1/'><link rel=stylesheet href='http://192.0.2.1/a.css'>\
    <script src='http://192.0.2.1/a.js'></script><script>fetch('http://192.0.2.1')</script>\
    <meta http-equiv=refresh content='0;url=http://192.0.2.1/'></head><body onload='alert(1)'><article>\
    <p>Eight people died.<img src='http://192.0.2.1/a.png'><img src='file:///etc/passwd'><img src='../../etc/passwd'>\
    <iframe src='file:///etc/passwd'></iframe><object data='/etc/passwd'></object><a href='file:///etc/shadow'>x</a>\
    </article></body></html>";

/// The same page as a mail, which a process of its own reads.
fn mail() -> String {
    let head = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; \
                type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\
                Content-Location: http://192.0.2.1/\r\n\r\n";
    format!("{head}{PAGE}\r\n--b--\r\n")
}

/// Paths that a header may name instead of its article.
const ELSEWHERE: [&str; 7] = [
    "../secret.txt",
    "/etc/passwd",
    "file:///etc/passwd",
    r"\\\\server\\share\\x",
    r"C:\\x",
    "sub/../../secret.txt",
    "~/x",
];

/// A folder of everything that names something outside it. The secret lies beside the folder.
fn trap() -> Desk {
    let mut desk = marked_desk();
    desk.article("page.html", PAGE.as_bytes());
    desk.article("page.mhtml", mail().as_bytes());
    desk.article(
        "page.md",
        b"![x](../secret.txt) ![y](/etc/passwd) ![z](http://192.0.2.1/a.png) [l](file:///etc/passwd)",
    );
    let layer = fs::read_to_string(&desk.layers()[0]).expect("a layer");
    for (n, path) in ELSEWHERE.iter().enumerate() {
        let name = format!("raid.txt.eve-{n:04}.postil.jsonl");
        fs::write(desk.path(&name), layer.replace("raid.txt", path)).expect("written");
    }
    symlink(".", desk.path("loop")).expect("a link");
    desk
}

#[test]
fn nothing_is_opened_outside_the_folder_and_nobody_is_called() {
    if !has_strace() {
        return;
    }
    let desk = trap();
    let trace = desk.path("trace");
    let before = desk.files();
    for words in [
        &["check", "."][..],
        &["list", ".", "--json"],
        &["show", "page.html"],
        &["show", "page.mhtml"],
        &["text", "page.md"],
        &["find", "page.html", "died"],
    ] {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=%file,%network,execve", "-o"]).arg(&trace);
        command.arg(env!("CARGO_BIN_EXE_postil")).args(words);
        desk.settle(&mut command);
        desk.tidied(&mut command, "");
        let calls = fs::read_to_string(&trace).expect("a trace");
        fs::remove_file(&trace).expect("removed");
        assert!(calls.contains("page.") || calls.contains("raid.txt"), "{calls}");
        for call in calls.lines() {
            assert!(
                !call.contains("secret.txt") && !call.contains("passwd") && !call.contains("192.0.2.1"),
                "{call}"
            );
            let is_network =
                ["connect(", "sendto(", "bind(", "listen("].iter().any(|name| call.contains(name));
            assert!(!is_network, "{call}");
            // It starts nothing but itself.
            let itself =
                ["bin/postil", "debug/postil", "release/postil", "\"/proc/self/exe\", [\"/proc/self/exe\""];
            let runs = call.contains("execve(") && !itself.iter().any(|name| call.contains(name));
            assert!(!runs, "{call}");
            let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "rename", "unlink", "mkdir", "chmod"];
            assert!(!writes.iter().any(|word| call.contains(word)) || call.contains("/dev/"), "{call}");
        }
    }
    assert!(desk.files() == before, "looking at it changed it");
}

#[test]
fn every_command_works_where_there_is_no_network() {
    if !skips::can_run("unshare", &["-Urn", "true"]) {
        return;
    }
    let desk = trap();
    for words in [&["check", "."][..], &["list", "."], &["show", "page.html"]] {
        let mut apart = Command::new("unshare");
        apart.args(["-Urn", env!("CARGO_BIN_EXE_postil")]).args(words);
        desk.settle(&mut apart);
        assert_eq!(desk.tidied(&mut apart, ""), desk.run(words));
    }
}
