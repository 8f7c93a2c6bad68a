//! Addresses of the web, as one is written in a page that has another (RFC 3986, section 5.2).

/// What `written` means in a page whose address is `base`: without white space around it and without what
/// follows `#`. Where neither has a scheme it is a path.
pub(super) fn resolved(base: &str, written: &str) -> String {
    let written = written.trim().split('#').next().unwrap_or_default();
    if scheme_of(written).is_some() {
        return written.to_owned();
    }
    let (origin, path) = parted(base.split(['#', '?']).next().unwrap_or_default());
    if written.starts_with("//") {
        return format!("{}{written}", scheme_of(base).map_or(String::new(), |scheme| format!("{scheme}:")));
    }
    if written.is_empty() {
        return format!("{origin}{path}");
    }
    let (way, query) = written.split_at(written.find('?').unwrap_or(written.len()));
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = match way {
        "" => path.to_owned(),
        _ if way.starts_with('/') => without_dots(way),
        _ if folder.is_empty() && !path.starts_with('/') && origin.is_empty() => without_dots(way),
        _ => without_dots(&format!("{folder}/{way}")),
    };
    format!("{origin}{whole}{query}")
}

/// Whether an address says how to get there, and so is none within a file.
pub(super) fn has_scheme(address: &str) -> bool {
    scheme_of(address.trim()).is_some()
}

/// The scheme of an address, without its colon.
fn scheme_of(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins && scheme.chars().all(is_letter)).then_some(scheme)
}

/// An address as scheme with host, and path.
fn parted(address: &str) -> (&str, &str) {
    let Some(scheme) = scheme_of(address) else { return ("", address) };
    let after = address.get(scheme.len() + 1..).unwrap_or_default();
    let Some(host) = after.strip_prefix("//") else { return ("", after) };
    let n_host = host.find('/').unwrap_or(host.len());
    address.split_at(address.len() - host.len() + n_host)
}

/// A path whose `.` and `..` are gone; none leads above its root.
fn without_dots(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop_if(|step| !step.is_empty())),
            step => steps.push(step),
        }
    }
    // A folder stays one.
    if path.ends_with("/.") || path.ends_with("/..") {
        steps.push("");
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_from_the_page_that_has_it() {
        let page = "https://a.example/news/2026/fire.html?x=1#top";
        let table = [
            (page, "b.png", "https://a.example/news/2026/b.png"),
            (page, " ../b.png?w=3#x ", "https://a.example/news/b.png?w=3"),
            (page, "../../../../b.png", "https://a.example/b.png"),
            (page, "/b/./c.png", "https://a.example/b/c.png"),
            (page, "//b.example/c.png", "https://b.example/c.png"),
            (page, "cid:12@mhtml.blink", "cid:12@mhtml.blink"),
            (page, "?page=2", "https://a.example/news/2026/fire.html?page=2"),
            (page, "", "https://a.example/news/2026/fire.html"),
            (page, "c/", "https://a.example/news/2026/c/"),
            ("https://a.example", "b.png", "https://a.example/b.png"),
            ("", "a_files/b.png", "a_files/b.png"),
            ("", "/b.png", "/b.png"),
            ("cid:frame-1@mhtml.blink", "b.png", "b.png"),
            ("file:///home/x/fire.html", "a_files/b.png", "file:///home/x/a_files/b.png"),
        ];
        for (base, written, expected) in table {
            assert_eq!(resolved(base, written), expected, "{written} in {base}");
        }
    }
}
