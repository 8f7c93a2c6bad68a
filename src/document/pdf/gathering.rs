//! What stands on every page of a file, read on as many threads as there are.

use super::MAX_PAGES;
use super::fonts::Fonts;
use super::forms::{self, Cost};
use super::glyphs::{self, Gatherer, PageText};
use super::links::Destinations;
use crate::document::import::{ImportWarning, Together};
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::content::TypedIter;
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret, interpret_page};
use hayro::kurbo::{Affine, Rect};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The most glyphs of one file that are read: some 3,000 pages of a book.
const MAX_GLYPHS: usize = 8_000_000;

/// How many pages are read in one go. What is known of fonts is forgotten after them, so that it is the same
/// however many threads there are.
const PORTION: usize = 16;

/// What stands on every page.
pub(super) fn gather(pdf: &Pdf, together: Together, warnings: &mut Vec<ImportWarning>) -> Vec<PageText> {
    let portions = Portions { pdf, next: AtomicUsize::new(0), read: Sum::default(), done: Mutex::default() };
    together(&|| portions.read());
    let done = portions.done.into_inner().unwrap_or_else(PoisonError::into_inner);
    let (mut pages, mut too_much, mut sum) = (Vec::new(), Vec::new(), Counts::default());
    for (cost, page) in done.into_values().flatten() {
        sum.drawn = sum.drawn.saturating_add(drawn_by(cost));
        let Some(page) = page.filter(|_| pages.len() < MAX_PAGES && !sum.is_too_much()) else { break };
        sum.n_glyphs += page.n_glyphs;
        if !matches!(cost, Cost::Bounded(_)) || page.is_cut {
            too_much.push(pages.len() + 1);
        }
        pages.push(page);
    }
    let (n_read, n_pages) = (pages.len(), pdf.pages().len());
    warnings.extend((n_read < n_pages).then_some(ImportWarning::PagesCut { n_read, n_pages }));
    warnings.extend((!too_much.is_empty()).then_some(ImportWarning::PagesTooMuch(too_much)));
    pages
}

/// What a page costs, and what stands on it; nothing where the pages before it were all that is read.
type Read = (Cost, Option<PageText>);

/// The pages of a file in portions, and what was read of them.
struct Portions<'p> {
    pdf: &'p Pdf,
    /// The portion that nobody has begun.
    next: AtomicUsize,
    read: Sum,
    /// By their number.
    done: Mutex<BTreeMap<usize, Vec<Read>>>,
}

/// What was read by all, so far.
#[derive(Default)]
struct Sum {
    n_glyphs: AtomicUsize,
    drawn: AtomicU64,
}

/// What was read.
#[derive(Clone, Copy, Default)]
struct Counts {
    n_glyphs: usize,
    drawn: u64,
}

impl Counts {
    fn is_too_much(self) -> bool {
        MAX_GLYPHS <= self.n_glyphs || forms::MAX_DRAWN_IN_ALL < self.drawn
    }
}

fn drawn_by(cost: Cost) -> u64 {
    if let Cost::Bounded(cost) = cost { cost } else { forms::MAX_DRAWN }
}

impl Portions<'_> {
    /// Reads portions until none is left, or enough was read.
    fn read(&self) {
        let settings = InterpreterSettings::default();
        let (cache, destinations) = (InterpreterCache::new(), Destinations::of(self.pdf));
        let mut fonts = Fonts::new(settings.clone());
        let (pdf, settings) = (self.pdf, &settings);
        let mut reader =
            PageReader { pdf, cache: &cache, settings, destinations: &destinations, fonts: &mut fonts };
        loop {
            // Asked before a portion is begun: so all that is counted stands before it, and no portion is left out
            // for one that stands behind it.
            let mut sum = Counts {
                n_glyphs: self.read.n_glyphs.load(Ordering::SeqCst),
                drawn: self.read.drawn.load(Ordering::SeqCst),
            };
            let portion = self.next.fetch_add(1, Ordering::SeqCst);
            let first = portion.saturating_mul(PORTION);
            let pages = pdf.pages().iter().take(MAX_PAGES).skip(first).take(PORTION);
            if pages.len() == 0 || sum.is_too_much() {
                return;
            }
            let read = reader.portion(pages, &mut sum);
            let n_glyphs = read.iter().filter_map(|(_, page)| page.as_ref()).map(|page| page.n_glyphs).sum();
            let drawn = read.iter().map(|(cost, _)| drawn_by(*cost)).fold(0, u64::saturating_add);
            self.read.n_glyphs.fetch_add(n_glyphs, Ordering::SeqCst);
            self.read.drawn.fetch_add(drawn, Ordering::SeqCst);
            self.done.lock().unwrap_or_else(PoisonError::into_inner).insert(portion, read);
        }
    }
}

/// What all pages of a file are read with.
struct PageReader<'r, 'a> {
    pdf: &'a Pdf,
    cache: &'r InterpreterCache<'a>,
    settings: &'r InterpreterSettings,
    destinations: &'r Destinations<'a>,
    fonts: &'r mut Fonts<'a>,
}

impl<'a> PageReader<'_, 'a> {
    /// What stands on some pages, `sum` being what was read before them.
    fn portion<'p>(&mut self, pages: impl Iterator<Item = &'p Page<'a>>, sum: &mut Counts) -> Vec<Read>
    where
        'a: 'p,
    {
        self.fonts.forget();
        let mut read = Vec::new();
        for page in pages {
            let cost = forms::cost_of(page);
            sum.drawn = sum.drawn.saturating_add(drawn_by(cost));
            if sum.is_too_much() {
                read.push((cost, None));
                break;
            }
            let text = match cost {
                Cost::Unbounded => self.empty(page),
                Cost::Bounded(_) => self.page(page, None),
                Cost::Beginning(n_bytes) => self.page(page, Some(n_bytes)),
            };
            sum.n_glyphs += text.n_glyphs;
            read.push((cost, Some(text)));
        }
        read
    }

    /// A page of which nothing is read.
    fn empty(&self, page: &Page<'a>) -> PageText {
        let (width, height) = page.render_dimensions();
        PageText { width, height, links: self.destinations.links(page), ..PageText::default() }
    }

    /// What stands on a page, or is drawn by the first bytes of its instructions.
    fn page(&mut self, page: &Page<'a>, n_bytes: Option<usize>) -> PageText {
        let mut gathered = self.interpreted(page, n_bytes, false);
        // Words that are not painted are the text of a scanned page, where there is a picture and hardly any other.
        if 0 < gathered.n_images && gathered.text.len() < gathered.hidden.len() {
            gathered = self.interpreted(page, n_bytes, true);
        }
        gathered
    }

    fn interpreted(&mut self, page: &Page<'a>, n_bytes: Option<usize>, takes_unseen: bool) -> PageText {
        self.fonts.begin_page(page.resources());
        let blank = self.empty(page);
        let onto = Affine::new(page.initial_transform(true).as_coeffs());
        let all = Rect::new(0.0, 0.0, f64::from(blank.width), f64::from(blank.height));
        let mut context = Context::new(onto, all, self.cache, self.pdf.xref(), self.settings.clone());
        let mut gatherer = Gatherer { page: blank, fonts: self.fonts, takes_unseen, last_link: None };
        match n_bytes {
            None => interpret_page(page, &mut context, &mut gatherer),
            Some(n_bytes) => {
                let beginning =
                    page.page_stream().and_then(|content| content.get(..n_bytes)).unwrap_or_default();
                interpret(TypedIter::new(beginning), page.resources(), &mut context, &mut gatherer);
            }
        }
        let mut read = gatherer.page;
        glyphs::drop_shadows(&mut read);
        glyphs::join_rules(&mut read);
        read
    }
}
