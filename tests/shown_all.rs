//! Nothing that a browser shows of an article is lost in silence: pages made by rules, and a simple model of
//! what is seen of them. Each passage is in the text, or among what is left out by name.

use postil::document::import::{Extent, Options, import};
use proptest::prelude::*;
use proptest::sample::select;

/// What may stand around a passage; `%` is the passage, `@` a class.
const CONTAINERS: &[&str] = &[
    "<p>%</p>",
    "<p class='@'>%</p>",
    "<div class='@'>%</div>",
    "<div class='@'><p>%</p></div>",
    "<div class='@'><div><span>%</span></div></div>",
    "<section id='@'><h3>%</h3></section>",
    "<aside class='@'><p>%</p></aside>",
    "<aside><h4>Facts</h4><ul><li>%</li><li>Built in 1911</li></ul></aside>",
    "<header class='@'><p>%</p></header>",
    "<footer class='@'><p>%</p></footer>",
    "<blockquote class='@'>%</blockquote>",
    "<blockquote><p><a href=/x>%</a></p></blockquote>",
    "<ul class='@'><li>%</li></ul>",
    "<ol><li><ul><li class='@'>%</li></ul></li></ol>",
    "<dl><dt>Length</dt><dd>%</dd></dl>",
    "<details class='@'><summary>More</summary>%</details>",
    "<table><tr><th>Year</th><th>What</th></tr><tr><td>1953</td><td>%</td></tr></table>",
    "<table class='@'><tr><td>%</td></tr></table>",
    "<figure class='@'><img src=a.jpg><figcaption>%</figcaption></figure>",
    "<span style='display:block' class='@'>%</span>",
    "<x-box>%</x-box>",
    "<x-box><template shadowrootmode=open><div class='@'><slot></slot></div></template><p>%</p></x-box>",
    "<x-box><template shadowrootmode=open><p>%</p></template></x-box>",
    "<div class='@'><a href=/x>%</a></div>",
    "<div class='@'><ul><li><a href=/x>%</a></li><li><a href=/y>Another</a></li></ul></div>",
    "<nav><a href=/x>%</a> <a href=/y>Another</a></nav>",
    "<form><p>%</p><input type=text></form>",
    "<div class='@'><p>Subscribe now. Log in.</p><p>%</p></div>",
    "<p>Before<br><br>%<br>after</p>",
    "<p><del>%</del><ins>instead</ins></p>",
    "<p><span aria-hidden=true>%</span></p>",
    "<div class='@'>%<p>And a paragraph behind it.</p></div>",
    "<pre>%</pre>",
    "<center><font color=red>%</font></center>",
    "<article class='@'><time>14:20</time><p>%</p></article>",
    "%",
];

const CLASSES: &[&str] = &[
    "",
    "related",
    "comment",
    "comments",
    "social",
    "share",
    "banner",
    "sponsor",
    "promo",
    "sidebar",
    "ad",
    "newsletter",
    "paywall",
    "byline",
    "credit",
    "standfirst",
    "pullquote",
    "infobox",
    "correction",
    "hidden-xs",
    "footer",
    "menu",
    "live",
    "x1",
];

const PASSAGES: &[&str] = &[
    "The harbour office denied number that anybody had been warned, and said so again when it was asked on the next day.",
    "Length number metres",
    "“We told them number times.”",
    "number killed",
    "Correction: number is the right count.",
    "By number Example",
    "Comments number",
    "Advertisement number",
];

const PROSE: [&str; 4] = [
    "The council said on Tuesday that the wall would be built anew before the winter, after three pieces of it had fallen into the sea, and that nobody would have to leave.",
    "Engineers who had looked at the wall in May said that the lower stones were loose, and that one storm could carry them away, as it had in the year of the flood.",
    "People of the lower town say that they had written four letters, to the office and to the council, and that none of them was answered by anybody in charge.",
    "The wall has stood since the year in which the pier was built, and has been mended three times, last by a firm from the valley that is no longer there.",
];

/// Where a passage stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    BelowHeadline,
    Amid,
    BelowText,
}

/// The page with the passages, and the passages as they are seen.
fn page(wrapper: &str, has_body: bool, pieces: &[(Place, &str, &str, &str)]) -> (String, Vec<String>) {
    let mut seen = Vec::new();
    let mut parts = [String::new(), String::new(), String::new()];
    for (n, (place, container, class, words)) in pieces.iter().enumerate() {
        let passage = words.replace("number", &format!("{}", 7000 + n));
        parts[*place as usize].push_str(&container.replace('%', &passage).replace('@', class));
        seen.push(passage);
    }
    let [head, amid, tail] = parts;
    let [a, b, c, d] = PROSE;
    let (begin, between, end) = if wrapper.is_empty() {
        // The headline stands apart from the text, and both in the page itself.
        ("<div class=hero>".to_owned(), "</div>", String::new())
    } else {
        (format!("<{wrapper}>"), "", format!("</{wrapper}>"))
    };
    let (open, close) =
        if has_body || wrapper.is_empty() { ("<div class=body>", "</div>") } else { ("", "") };
    let page = format!(
        "<!doctype html><html><head><title>Harbour wall to be built anew</title></head><body>\
         <nav><a href=/>Home</a> <a href=/news>News</a></nav>{begin}<h1>Harbour wall to be built anew</h1>\
         {head}{between}{open}<p>{a}</p><p>{b}</p>{amid}<p>{c}</p><p>{d}</p>{close}{tail}{end}</body></html>"
    );
    (page, seen)
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn each_passage_is_read_or_left_out_by_name(
        wrapper in select(vec!["article", "main", "div", "section", ""]),
        has_body in any::<bool>(),
        pieces in prop::collection::vec(
            (
                select(vec![Place::BelowHeadline, Place::Amid, Place::BelowText]),
                select(CONTAINERS), select(CLASSES), select(PASSAGES),
            ),
            1..5,
        ),
    ) {
        let (page, seen) = page(wrapper, has_body, &pieces);
        let read = import(page.as_bytes(), "page.html", &Options::default()).expect("a page").value;
        let left_out: String = read.left_out().iter().map(|passage| folded(&passage.text)).collect();
        let text = folded(read.text());
        for passage in PROSE.iter().copied().map(str::to_owned).chain(seen.iter().cloned()) {
            let words = folded(&passage);
            prop_assert!(text.contains(&words) || left_out.contains(&words), "{passage} of {page}: {}", read.text());
        }
        // What is left out can be taken in, and then nothing of it is missing in the text.
        let all = Options { extent: Extent::WithLeftOut, ..Options::default() };
        let all = import(page.as_bytes(), "page.html", &all).expect("a page").value;
        let text = folded(all.text());
        for passage in &seen {
            prop_assert!(text.contains(&folded(passage)), "{passage} of {page}, taken in: {}", all.text());
        }
    }
}
