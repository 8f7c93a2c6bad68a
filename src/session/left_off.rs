//! Where a person left off reading: for each article a line in a file of this machine, never beside the
//! article. It holds the words that stood at the top of the page, by which the place is found again in a
//! changed text as a mark is.

use super::Session;
use crate::anchor::{Description, Piece, Placement, Quote, Target};
use crate::document::{Digest, Document, DocumentId};
use crate::host::Storage;
use crate::text::quoted::{Token, quote, tokens};
use crate::text::{TextRange, TextSize};
use std::ops::Range;
use std::path::Path;
use uuid::Uuid;

/// What the host keeps the lines under, those that were left last at the end.
const FILE: &str = "left-off";
/// How many of them are kept: the file is written whole.
const MOST: usize = 500;
/// Code points of the words at the top of the page, and of what stands on either side of them.
const WORDS: usize = 64;

impl Session {
    /// Where this article was left on this machine: what stood at the top of the page then. `None` where
    /// that is not known, or was the article's beginning.
    pub fn left_off(&self, host: &dyn Storage) -> Option<TextSize> {
        let lines = host.stored(FILE)?;
        let path = file_in_line(self.path())?;
        let here = |line: &&str| line.contains(&path);
        // An article that was moved, or is called otherwise now, is still the same document.
        let id = self.document_id().0.to_string();
        let same = |line: &&str| line.starts_with(&id);
        let found = |is_meant: &dyn Fn(&&str) -> bool| {
            lines.lines().rev().filter(is_meant).find_map(|line| line.parse::<LeftOff>().ok())
        };
        let left = found(&here).or_else(|| found(&same))?;
        let at = self.placed_again(&left)?;
        let at = self.document().snap(TextRange::empty(at)).start();
        (at != TextSize::ZERO).then_some(at)
    }

    fn placed_again(&self, left: &LeftOff) -> Option<TextSize> {
        let text = self.document().text();
        // As far from the beginning as it was: the best there is where the words are gone.
        let same_distance =
            text.char_indices().nth(left.position.start).map(|(at, _)| TextSize::from_usize(at));
        match self.article.placers().place(&left.target()) {
            Placement::Ambiguous(candidates) => {
                let starts = candidates.iter().filter_map(|candidate| candidate.passage.hull());
                let aim = same_distance.map_or(text.len(), TextSize::to_usize);
                starts.map(TextRange::start).min_by_key(|start| start.to_usize().abs_diff(aim))
            }
            placement => placement.passage().and_then(|passage| passage.hull()).map(TextRange::start),
        }
        .or(same_distance)
    }
}

/// Keeps where articles are left: what stands at the top of their pages. What other windows kept
/// meanwhile stays, and lines that are none are dropped.
pub fn keep_left_off<'a>(left: impl IntoIterator<Item = (&'a Session, TextSize)>, host: &mut dyn Storage) {
    let before = host.stored(FILE).unwrap_or_default();
    let mut lines: Vec<String> =
        before.lines().filter(|line| line.parse::<LeftOff>().is_ok()).map(str::to_owned).collect();
    for (session, top) in left {
        let Some(path) = file_in_line(session.path()) else { continue };
        lines.retain(|line| !line.contains(&path));
        if top != TextSize::ZERO {
            let line = LeftOff::of(session.document(), session.document_id(), top).line(&path);
            lines.push(line);
        }
    }
    lines.drain(..lines.len().saturating_sub(MOST));
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    if text != before {
        // To lose a place costs a person a look, and is not worth a message.
        host.store(FILE, &text).unwrap_or_default();
    }
}

/// A file's path as it stands in its line; one that is no Unicode cannot.
fn file_in_line(path: &Path) -> Option<String> {
    path.to_str().map(|path| format!(" {} ", quote(path)))
}

/// One line: the document, its text, the place in code points, the file, and what stands before, at and
/// behind the place.
struct LeftOff {
    document: DocumentId,
    digest: Digest,
    position: Range<usize>,
    words: Quote,
}

impl LeftOff {
    fn of(document: &Document, id: DocumentId, top: TextSize) -> Self {
        let (before, after) = document.text().split_at(top.to_usize());
        let (exact, rest) = after.split_at(bytes_of(after.chars()));
        let (_, prefix) = before.split_at(before.len() - bytes_of(before.chars().rev()));
        let (suffix, _) = rest.split_at(bytes_of(rest.chars()));
        let [exact, prefix, suffix] = [exact, prefix, suffix].map(str::to_owned);
        let range = TextRange::new(top, TextSize::from_usize(top.to_usize() + exact.len()));
        Self {
            document: id,
            digest: document.digest(),
            position: document.code_points(range),
            words: Quote { exact, prefix, suffix },
        }
    }

    fn line(&self, path: &str) -> String {
        let Self { document, digest, position, words } = self;
        let Range { start, end } = position;
        let [prefix, exact, suffix] = [&words.prefix, &words.exact, &words.suffix].map(|words| quote(words));
        format!("{} {} {start}..{end}{path}{prefix} {exact} {suffix}", document.0, digest.ni())
    }

    fn target(&self) -> Target {
        let description = Description {
            quote: Some(self.words.clone()),
            position: Some(self.position.clone()),
            digest: Some(self.digest),
            ..Description::default()
        };
        Target { source: self.document, pieces: vec![Piece { descriptions: vec![description] }] }
    }
}

/// How many bytes the first [`WORDS`] have.
fn bytes_of(characters: impl Iterator<Item = char>) -> usize {
    characters.take(WORDS).map(char::len_utf8).sum()
}

/// What a line is that tells no place.
#[derive(Debug)]
struct NoPlace;

impl std::str::FromStr for LeftOff {
    type Err = NoPlace;

    fn from_str(line: &str) -> Result<Self, NoPlace> {
        let tokens = tokens(line).map_err(|_| NoPlace)?;
        let [Token::Word(document), Token::Word(digest), Token::Word(position), words @ ..] = &tokens[..]
        else {
            return Err(NoPlace);
        };
        let [_, Token::Quoted(prefix), Token::Quoted(exact), Token::Quoted(suffix)] = words else {
            return Err(NoPlace);
        };
        let (start, end) = position.split_once("..").ok_or(NoPlace)?;
        let (start, end) = (start.parse().map_err(|_| NoPlace)?, end.parse().map_err(|_| NoPlace)?);
        if exact.is_empty() || end < start {
            return Err(NoPlace);
        }
        let [prefix, exact, suffix] = [prefix, exact, suffix].map(String::clone);
        Ok(Self {
            document: DocumentId(Uuid::try_parse(document).map_err(|_| NoPlace)?),
            digest: digest.parse().map_err(|_| NoPlace)?,
            position: start..end,
            words: Quote { exact, prefix, suffix },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::import::Options;
    use crate::host::MemoryHost;
    use crate::session::Action;

    const ARTICLE: &str = "/desk/Ana's siege.txt";

    fn open(path: &str, host: &MemoryHost) -> Session {
        Session::open(Path::new(path), &Options::default(), host.annotator.clone(), host).unwrap()
    }

    /// A siege of twenty days, no two alike.
    fn days() -> String {
        (1..=20).map(|day| format!("On day {day} the town counted {} dead.\n\n", day * 7 % 23)).collect()
    }

    fn offset(text: &str, words: &str) -> TextSize {
        TextSize::from_usize(text.find(words).expect("the words"))
    }

    /// A desk with the days, left at the words.
    fn left_at(words: &str) -> MemoryHost {
        let mut host = MemoryHost::with(ARTICLE, days().as_bytes());
        let session = open(ARTICLE, &host);
        let at = offset(session.document().text(), words);
        keep_left_off([(&session, at)], &mut host);
        host
    }

    /// The words at which the article is opened again.
    fn found(path: &str, host: &MemoryHost) -> Option<String> {
        let session = open(path, host);
        let at = session.left_off(host)?;
        Some(session.document().text()[at.to_usize()..].chars().take(9).collect())
    }

    #[test]
    fn an_article_is_opened_where_it_was_left_and_nothing_is_written_beside_it() {
        let host = left_at("On day 12");
        assert_eq!(found(ARTICLE, &host).as_deref(), Some("On day 12"));
        assert_eq!(host.files.len(), 1, "only the article lies there");
    }

    #[test]
    fn the_beginning_is_no_place() {
        let mut host = left_at("On day 12");
        let session = open(ARTICLE, &host);
        keep_left_off([(&session, TextSize::ZERO)], &mut host);
        assert_eq!(found(ARTICLE, &host), None);
        assert_eq!(host.stored(FILE).as_deref(), Some(""));
    }

    #[test]
    fn the_words_are_found_again_where_the_text_before_them_changed() {
        let mut host = left_at("On day 12");
        let changed =
            format!("What follows was corrected.\n\n{}", days().replace("On day 3 the", "On day 3, the"));
        host.files.insert(ARTICLE.into(), changed.into_bytes());
        assert_eq!(found(ARTICLE, &host).as_deref(), Some("On day 12"));
    }

    #[test]
    fn words_that_are_gone_leave_their_distance_from_the_beginning() {
        let mut host = left_at("On day 12");
        let other = "Der Rat tagte heute wieder nicht. ".repeat(40);
        host.files.insert(ARTICLE.into(), other.clone().into_bytes());
        let session = open(ARTICLE, &host);
        let at = session.left_off(&host).expect("a place");
        assert_eq!(at, offset(&days(), "On day 12"), "the texts have one byte to a letter");
        host.files.insert(ARTICLE.into(), b"Nothing.".to_vec());
        assert_eq!(found(ARTICLE, &host), None, "the text ends before it");
    }

    #[test]
    fn words_that_stand_in_several_places_are_taken_for_the_nearest() {
        let mut host = MemoryHost::with(ARTICLE, "The army denied it.\n\n".repeat(80).as_bytes());
        let session = open(ARTICLE, &host);
        keep_left_off([(&session, TextSize::from(21 * 40))], &mut host);
        host.files.insert(ARTICLE.into(), "The army denied it.\n\n".repeat(90).into_bytes());
        let session = open(ARTICLE, &host);
        assert_eq!(session.left_off(&host), Some(TextSize::from(21 * 40)));
    }

    #[test]
    fn an_article_that_was_moved_is_known_by_its_document() {
        let mut host = left_at("On day 12");
        let mut session = open(ARTICLE, &host);
        for action in ["select 'day 3 '", "mark", "save"] {
            session.perform(&action.parse::<Action>().unwrap(), &mut host).unwrap();
        }
        let bytes = host.files.remove(Path::new(ARTICLE)).expect("the article");
        host.files.insert("/archive/siege.txt".into(), bytes);
        assert_eq!(found("/archive/siege.txt", &host).as_deref(), Some("On day 12"));
    }

    #[test]
    fn broken_lines_cost_no_other_place_and_are_dropped() {
        let mut host = left_at("On day 12");
        let good = host.stored(FILE).expect("a line");
        let cut: String = good.chars().take(90).collect();
        host.store(FILE, &format!("what is this\n{good}{cut}\n\u{0}\n")).unwrap();
        assert_eq!(found(ARTICLE, &host).as_deref(), Some("On day 12"));
        host.files.insert("/desk/b.txt".into(), days().into_bytes());
        let other = open("/desk/b.txt", &host);
        keep_left_off([(&other, TextSize::from(40))], &mut host);
        let kept = host.stored(FILE).expect("lines");
        assert_eq!(kept.lines().count(), 2, "{kept}");
        assert!(kept.starts_with(&good), "{kept}");
    }

    #[test]
    fn the_file_does_not_grow_beyond_its_bound_and_loses_the_oldest() {
        let mut host = MemoryHost::default();
        for nth in 0..=MOST {
            let path = format!("/desk/{nth}.txt");
            host.files.insert(path.clone().into(), days().into_bytes());
            let session = open(&path, &host);
            keep_left_off([(&session, TextSize::from(40))], &mut host);
        }
        let kept = host.stored(FILE).expect("lines");
        assert_eq!(kept.lines().count(), MOST);
        assert!(kept.contains("'/desk/1.txt'") && !kept.contains("'/desk/0.txt'"));
    }
}
