//! What in a page around an article is no part of it, and by which evidence: what it is built of, its
//! links, its fields, its words, its repetition. What an element is called never counts alone.

use super::html_comments::Comments;
use super::html_endnotes::{Notes, is_remarks};
use super::html_nodes::{NodeMap, is_attribute};
use super::html_region::Region;
use super::html_style::Display;
use super::html_tree::{Item, PROSE, Tree};
use super::html_words as words;
use crate::document::Reason;
use html5ever::local_name;

/// The most bytes of what is judged by its words.
const SHORT: usize = 1200;

/// How many bytes of words belong to a field to fill in at most.
const FIELD: usize = 160;

/// What is done with an element and all within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is far from the article, and not spoken of.
    Skip,
    /// It is left out by name.
    LeaveOut(Reason),
    /// It is shown although a rule of the style sheet hides it: the extractor took words of it.
    Shown,
}

/// Where an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    Before,
    Head,
    Body,
    Tail,
}

/// What to do next with an item.
enum Next {
    /// All of it is part of the article.
    Take,
    /// What is within is judged.
    Enter,
    Verdict(Verdict),
}

/// The judgement of a page.
pub(super) struct Judgement {
    /// What is done with the elements that are not simply read.
    pub(super) verdicts: NodeMap<Verdict>,
    /// How many paragraphs are hidden behind an offer to subscribe.
    pub(super) n_hidden: usize,
    /// What readers wrote below the element that holds the article.
    pub(super) comments: Vec<usize>,
    /// Notes of the article below the element that holds it.
    pub(super) notes: Vec<usize>,
}

/// Judges all that stands in `region.around`.
pub(super) fn judge(tree: &Tree<'_>, region: &Region) -> Judgement {
    let mut judge = Judge {
        tree,
        region,
        notes: Notes::of(tree, region),
        comments: Comments::of(tree, region),
        pieces: Vec::new(),
    };
    let end = |at: usize| tree.get(at).map_or(at, |item| item.end);
    judge.pieces = judge.pieces(end(region.body), end(region.around));
    judge.all()
}

struct Judge<'t, 'a> {
    tree: &'t Tree<'a>,
    region: &'t Region,
    notes: Notes,
    comments: Comments<'t, 'a>,
    /// What below the body belongs to the article, or is what readers wrote.
    pieces: Vec<usize>,
}

impl Judge<'_, '_> {
    fn all(&self) -> Judgement {
        let mut verdicts: NodeMap<Verdict> = self.tree.shown.iter().map(|&id| (id, Verdict::Shown)).collect();
        let mut n_hidden = 0;
        let mut has_offer = false;
        let mut at = self.region.around;
        let end = self.tree.get(at).map_or(at, |item| item.end);
        while at < end {
            let Some(item) = self.tree.get(at) else { break };
            let next = self.next(at, item);
            if let Next::Verdict(verdict) = next {
                verdicts.insert(item.node.id, verdict);
                has_offer |= verdict == Verdict::LeaveOut(Reason::Subscription);
                if verdict == Verdict::LeaveOut(Reason::Hidden) {
                    n_hidden += n_paragraphs(item);
                }
            }
            at = if matches!(next, Next::Enter) { at + 1 } else { item.end };
        }
        let notes = self.notes.behind(self.tree, end);
        let left_out = notes.iter().flat_map(|&at| at..self.tree.get(at).map_or(at, |item| item.end));
        let remarks = left_out.filter_map(|at| self.tree.get(at)).filter(|item| is_remarks(item));
        verdicts.extend(remarks.map(|item| (item.node.id, Verdict::LeaveOut(Reason::Remark))));
        Judgement {
            verdicts,
            notes,
            n_hidden: if has_offer { n_hidden } else { 0 },
            comments: self.comments.behind(end),
        }
    }

    fn next(&self, at: usize, item: &Item<'_>) -> Next {
        let holds = |inner: usize| at < inner && inner < item.end;
        let body = self.region.body;
        let is_headline = self.region.headline == Some(at);
        if is_headline {
            return Next::Take;
        }
        let zone = self.zone(at);
        if item.display == Display::None && item.node.is_element() {
            return self.hidden(item, zone);
        }
        if item.n_bytes == 0 && at != body && !holds(body) {
            return Next::Take;
        }
        if at != body && !holds(body) && self.region.headline.is_none_or(|headline| !holds(headline)) {
            return match zone {
                Zone::Before => self.before(at, item),
                Zone::Head => self.within(at, item),
                Zone::Body => self.within(at, item),
                Zone::Tail => self.after(at, item),
            };
        }
        if at == body && self.comments.is_one(at, item) {
            return Next::Verdict(Verdict::LeaveOut(Reason::Comments));
        }
        Next::Enter
    }

    fn zone(&self, at: usize) -> Zone {
        let body = self.region.body;
        let end = self.tree.get(body).map_or(body, |item| item.end);
        match self.region.headline {
            _ if end <= at => Zone::Tail,
            Some(headline) if at < headline => Zone::Before,
            None if at < body => Zone::Before,
            _ if body <= at => Zone::Body,
            _ => Zone::Head,
        }
    }

    /// What is hidden is named where it is prose of the article.
    fn hidden(&self, item: &Item<'_>, zone: Zone) -> Next {
        let is_near = matches!(zone, Zone::Head | Zone::Body) || (zone == Zone::Tail && !self.is_wide());
        let is_named = is_near && 0 < n_paragraphs(item);
        Next::Verdict(if is_named { Verdict::LeaveOut(Reason::Hidden) } else { Verdict::Skip })
    }

    /// What stands above the headline: a picture is the article's; links are the page's.
    fn before(&self, at: usize, item: &Item<'_>) -> Next {
        if 0 < item.n_found || item.name == local_name!("figure") {
            return self.within(at, item);
        }
        let is_menu = item.n_bytes <= item.n_linked * 2 || 0 < item.n_controls || is_page_part(item);
        let is_beside = self.is_beside(self.region.headline, item);
        Next::Verdict(match () {
            () if self.is_wide() && (is_menu || !is_beside) => Verdict::Skip,
            () if is_menu => Verdict::LeaveOut(Reason::Navigation),
            () => Verdict::LeaveOut(Reason::PageHeader),
        })
    }

    /// What stands in the article, or between it and its headline.
    fn within(&self, at: usize, item: &Item<'_>) -> Next {
        if !item.node.is_element() {
            return Next::Take;
        }
        if let Some(reason) = self.strong(at, item) {
            return Next::Verdict(Verdict::LeaveOut(reason));
        }
        if 0 < item.n_found {
            return Next::Enter;
        }
        if !item.is_block() {
            // Amid words it is one of them.
            return Next::Enter;
        }
        match self.weak(at, item) {
            Some(_) if self.is_top(at) && self.has_author(at, item) => {
                if self.tree.holds_block(at) {
                    Next::Enter
                } else {
                    Next::Take
                }
            }
            Some(reason) => Next::Verdict(Verdict::LeaveOut(reason)),
            None if self.region.is_page && item.n_prose == 0 && !is_of_articles(item) => {
                Next::Verdict(Verdict::LeaveOut(Reason::Navigation))
            }
            None => Next::Enter,
        }
    }

    /// What stands below the article.
    fn after(&self, at: usize, item: &Item<'_>) -> Next {
        let is_wide = self.is_wide();
        let is_beside = self.is_beside(Some(self.region.body), item);
        if !item.node.is_element() {
            let is_named = !is_wide || is_beside;
            return Next::Verdict(if is_named {
                Verdict::LeaveOut(Reason::PageFooter)
            } else {
                Verdict::Skip
            });
        }
        if self.notes.are_in(self.tree, at) {
            return Next::Take;
        }
        if let Some(reason) = self.strong(at, item) {
            let is_named = !is_wide || is_beside || reason == Reason::Comments;
            return Next::Verdict(if is_named { Verdict::LeaveOut(reason) } else { Verdict::Skip });
        }
        if self.is_correction(at, item) || self.is_like_body(at, item) {
            return Next::Take;
        }
        if self.holds_more(at, item) {
            return Next::Enter;
        }
        let is_paragraph = matches!(&*item.name, "p" | "blockquote");
        let is_long = || {
            2 <= count_prose(item)
                && item.n_linked * 5 < item.n_bytes
                && item.n_bytes < item.n_prose * 2
                && item.n_controls == 0
                && !self.comments.are_named_in(at, item)
        };
        let is_plain = (item.n_links == 0 && (is_paragraph || !is_wide)) || (!is_wide && is_long());
        match self.weak(at, item) {
            _ if is_wide && !is_beside => Next::Verdict(Verdict::Skip),
            Some(reason) => Next::Verdict(Verdict::LeaveOut(reason)),
            None if 0 < item.n_prose && is_plain => Next::Take,
            None => Next::Verdict(Verdict::LeaveOut(Reason::PageFooter)),
        }
    }

    /// Whether something below the article holds a piece of it, or what readers wrote.
    fn holds_more(&self, at: usize, item: &Item<'_>) -> bool {
        let next = self.pieces.partition_point(|&piece| piece <= at);
        self.pieces.get(next).is_some_and(|&piece| piece < item.end)
    }

    /// What in the items from `at` to `end` is a correction, or what readers wrote.
    fn pieces(&self, at: usize, end: usize) -> Vec<usize> {
        let is_piece = |&at: &usize| {
            self.tree.get(at).is_some_and(|item| {
                let is_leaf = item.is_block() && !self.tree.holds_block(at);
                (is_leaf && self.is_correction(at, item)) || self.comments.is_one(at, item)
            })
        };
        (at..end).filter(is_piece).collect()
    }

    /// Whether it stands beside `other`, which is the headline or the body.
    fn is_beside(&self, other: Option<usize>, item: &Item<'_>) -> bool {
        other.and_then(|other| self.tree.get(other)).is_some_and(|other| other.parent == item.parent)
    }

    fn is_correction(&self, at: usize, item: &Item<'_>) -> bool {
        item.n_bytes < SHORT && item.is_block() && words::is_correction(&self.tree.beginning(at, words::HEAD))
    }

    /// Whether it stands between the headline and the first paragraphs.
    fn is_top(&self, at: usize) -> bool {
        let from = self.region.headline.unwrap_or(self.region.body);
        from < at && self.tree.n_between(from, at) < SHORT
    }

    /// Whether it names who wrote the article, as pages say by a link or by a word.
    fn has_author(&self, at: usize, item: &Item<'_>) -> bool {
        item.n_bytes < SHORT
            && (at..item.end).any(|at| {
                self.tree.get(at).is_some_and(|item| {
                    is_attribute(&item.node, local_name!("rel"), |rel| rel == "author")
                        || (item.is_block() && item.n_bytes < 160 && words::is_byline(&self.tree.words(at)))
                })
            })
    }

    /// Whether the article lies so deep in the page that what stands beside it may be anything.
    fn is_wide(&self) -> bool {
        self.tree.get(self.region.around).is_some_and(|item| matches!(&*item.name, "body" | "html"))
    }

    /// Evidence that holds against what the extractor took as well.
    fn strong(&self, at: usize, item: &Item<'_>) -> Option<Reason> {
        if !item.is_block() {
            return None;
        }
        let is_menu = item.name == local_name!("nav")
            || is_attribute(&item.node, local_name!("role"), |role| role == "navigation");
        if is_menu && item.n_prose == 0 && 0 < item.n_links {
            return Some(Reason::Navigation);
        }
        if self.comments.is_one(at, item) {
            return Some(Reason::Comments);
        }
        if 0 < item.n_controls
            && item.n_prose == 0
            && item.name != local_name!("table")
            && item.name != local_name!("li")
            && item.name != local_name!("ul")
        {
            return Some(Reason::Form);
        }
        if SHORT < item.n_bytes {
            return None;
        }
        let text = self.tree.words(at);
        if words::is_advertisement(&text) {
            return Some(Reason::Advertisement);
        }
        let lower = text.to_lowercase();
        if 0 < item.n_links && words::is_share(&lower) {
            return Some(Reason::Share);
        }
        if 2 <= item.n_links && item.n_bytes * 3 < item.n_linked * 4 && words::begins_teasers(&text) {
            return Some(Reason::Teasers);
        }
        let n_offers = words::n_offers(&lower);
        if n_offers == 0 {
            return None;
        }
        let n_sentences =
            text.split(['.', '!', '?', '。', '؟']).filter(|part| !part.trim().is_empty()).count();
        let is_linked = item.n_found == 0 && 0 < item.n_links;
        let has_more = 1 < n_offers || 0 < item.n_controls || is_linked || item.is_called(OFFER_TOKENS);
        (n_sentences < n_offers * 2 && has_more).then_some(Reason::Subscription)
    }

    /// Evidence against what the extractor did not take.
    fn weak(&self, at: usize, item: &Item<'_>) -> Option<Reason> {
        if item.name == local_name!("footer") && item.n_prose == 0 {
            return Some(Reason::PageFooter);
        }
        if 0 < item.n_controls && item.n_bytes < FIELD * (2 + item.n_controls) {
            return Some(Reason::Form);
        }
        let is_short = item.n_bytes <= SHORT;
        let text = if is_short { self.tree.words(at) } else { String::new() };
        if is_short && item.n_prose == 0 && words::is_share(&text.to_lowercase()) {
            return Some(Reason::Share);
        }
        if item.n_linked * 2 < item.n_bytes {
            let is_teasers = 2 <= item.n_teasers && count_prose(item) <= item.n_teasers * 2;
            return is_teasers.then_some(Reason::Teasers);
        }
        let is_caption =
            |at: usize| self.tree.get(at).is_some_and(|item| matches!(&*item.name, "figure" | "figcaption"));
        if item.n_links <= 2 && (is_caption(at) || self.tree.above(at).any(is_caption)) {
            return None;
        }
        let is_prose = item.n_links <= 2 && words::is_sentence(&text) && PROSE <= item.n_bytes;
        let is_quoted = item.n_links == 1 && words::is_sentence(&text) && item.n_bytes >= 40;
        if is_prose || is_quoted {
            return None;
        }
        let is_menu = item.n_bytes < item.n_links * 25;
        Some(if is_menu { Reason::Navigation } else { Reason::Teasers })
    }

    /// Whether it is built and called as the body, beside which it stands: another part of the same.
    fn is_like_body(&self, at: usize, item: &Item<'_>) -> bool {
        let Some(body) = self.tree.get(self.region.body) else { return false };
        let has_class = || is_attribute(&item.node, local_name!("class"), |class| !class.trim().is_empty());
        at != self.region.body && item.parent == body.parent && has_class() && item.sort() == body.sort()
    }
}

/// Names of boxes that offer a subscription.
const OFFER_TOKENS: &[&str] =
    &["paywall", "subscribe", "subscription", "newsletter", "signup", "regwall", "piano", "promo", "offer"];

fn is_page_part(item: &Item<'_>) -> bool {
    matches!(&*item.name, "nav" | "aside" | "footer" | "form")
}

/// Elements that menus are not made of.
fn is_of_articles(item: &Item<'_>) -> bool {
    matches!(
        &*item.name,
        "figure" | "figcaption" | "table" | "blockquote" | "pre" | "p" | "h2" | "h3" | "h4" | "details"
    )
}

/// About how many paragraphs of prose there are in it.
fn count_prose(item: &Item<'_>) -> usize {
    item.n_prose / (2 * PROSE)
}

/// How many paragraphs it hides.
fn n_paragraphs(item: &Item<'_>) -> usize {
    let is_prose = |node: &dom_query::NodeRef<'_>| {
        let text = node.text();
        PROSE <= text.trim().len() && words::is_sentence(&text)
    };
    let paragraphs = item.node.descendants_it().filter(|node| node.has_name("p") && is_prose(node)).count();
    if paragraphs == 0 && item.name == local_name!("p") {
        usize::from(is_prose(&item.node))
    } else {
        paragraphs
    }
}
