//! In which order the parts of a page are read: where a white gutter lies between pieces, what is at its
//! left is read before what is at its right; what crosses a gutter parts the page into bands, which are
//! read from above. Tables come first and are parts by themselves.

use super::glyphs::{PageText, Piece};
use super::table::Table;
use super::{aligned, rounding, tables};

/// How deep parts lie within parts.
const MAX_DEPTH: usize = 24;

/// How many gutters of a part are looked at.
const MAX_GUTTERS: usize = 12;

/// How wide the strips are in which gutters are looked for, in points.
const STRIP: f32 = 2.0;

/// A part of a page.
#[derive(Debug)]
pub(super) enum Area {
    /// A column, or a part of one: which pieces it has.
    Column(Vec<u32>),
    /// A table.
    Table(Table),
}

/// Something that has a place: a piece of the page or a table.
#[derive(Clone, Debug)]
struct Item {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    base: f32,
    size: f32,
    is_space: bool,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Piece(u32),
    Table(usize),
}

impl Item {
    fn of(index: u32, piece: &Piece) -> Self {
        Self {
            left: piece.left,
            right: piece.right,
            top: piece.top(),
            bottom: piece.bottom(),
            base: piece.base,
            size: piece.size,
            is_space: piece.is_space,
            what: What::Piece(index),
        }
    }

    fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }

    fn height(&self) -> f32 {
        (self.top + self.bottom) / 2.0
    }
}

/// A white strip between two columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gutter {
    left: f32,
    right: f32,
    /// The band that it is white in.
    top: f32,
    bottom: f32,
    /// The part of the band that has words at both sides.
    first: f32,
    last: f32,
    /// Lines at its left and right.
    n_left: usize,
    n_right: usize,
    /// How often the page's own order changes from one side to the other.
    n_changes: usize,
}

/// The parts of a page in the order of reading; `chosen` are the pieces that run in one direction.
pub(super) fn areas_of(page: &PageText, chosen: &[u32]) -> Vec<Area> {
    let mut tables: Vec<Option<Table>> = Vec::new();
    let mut free: Vec<u32> = chosen.to_vec();
    for table in tables::ruled(page, chosen) {
        free.retain(|index| !table.holds(*index));
        tables.push(Some(table));
    }
    let mut items: Vec<Item> =
        free.iter().filter_map(|&index| Some(Item::of(index, page.pieces.get(index as usize)?))).collect();
    items
        .extend(tables.iter().enumerate().filter_map(|(index, table)| Some(item_of(index, table.as_ref()?))));
    let mut sorting = Sorting { page, tables, areas: Vec::new() };
    sorting.sort(items, MAX_DEPTH);
    sorting.areas
}

fn item_of(index: usize, table: &Table) -> Item {
    let [left, top, right, bottom] = table.place;
    Item { left, right, top, bottom, base: bottom, size: 10.0, is_space: false, what: What::Table(index) }
}

struct Sorting<'p> {
    page: &'p PageText,
    tables: Vec<Option<Table>>,
    areas: Vec<Area>,
}

impl Sorting<'_> {
    fn sort(&mut self, items: Vec<Item>, depth: usize) {
        if items.iter().all(|item| item.is_space) {
            return;
        }
        let gutters = if 0 < depth { gutters_of(&items, self.page) } else { Vec::new() };
        let size = usual_size(&items.iter().filter(|item| !item.is_space).collect::<Vec<_>>());
        for gutter in gutters {
            let has_table =
                items.iter().any(|item| matches!(item.what, What::Table(_)) && gutter.holds(item));
            if !has_table && let Some(table) = self.table_at(&items, &gutter) {
                return self.sort_around(items, table, depth - 1);
            }
            if gutter.is_one(size) {
                return self.sort_at(items, gutter, size, depth - 1);
            }
        }
        self.put_column(items);
    }

    /// The table that a gutter parts, if it does not part columns of text.
    fn table_at(&self, items: &[Item], gutter: &Gutter) -> Option<Table> {
        let inner = |item: &&Item| (gutter.first - 1.0..=gutter.last + 1.0).contains(&item.height());
        let within: Vec<u32> = items.iter().filter(inner).filter_map(piece_of).collect();
        aligned::aligned(self.page, &within, gutter.is_row_by_row())
    }

    fn sort_around(&mut self, items: Vec<Item>, table: Table, depth: usize) {
        let [_, top, _, bottom] = table.place;
        let middle = (top + bottom) / 2.0;
        let outside = items.into_iter().filter(|item| piece_of(item).is_none_or(|index| !table.holds(index)));
        let (above, below): (Vec<Item>, Vec<Item>) = outside.partition(|item| item.height() < middle);
        self.sort(above, depth);
        self.areas.push(Area::Table(table));
        self.sort(below, depth);
    }

    fn sort_at(&mut self, items: Vec<Item>, gutter: Gutter, size: f32, depth: usize) {
        let mut above = Vec::new();
        let mut below = Vec::new();
        let mut band = Vec::new();
        for item in items {
            // A title above one of the columns is above both.
            let is_title = item.bottom <= gutter.first + 1.0 && 1.25 * size < item.size;
            if item.height() < gutter.top || is_title {
                above.push(item);
            } else if gutter.bottom < item.height() {
                below.push(item);
            } else {
                band.push(item);
            }
        }
        self.sort(above, depth);
        let middle = (gutter.left + gutter.right) / 2.0;
        let (left, right): (Vec<Item>, Vec<Item>) = band.into_iter().partition(|item| item.middle() < middle);
        let is_from_right = is_right_to_left(self.page, left.iter().chain(&right));
        let (first, second) = if is_from_right { (right, left) } else { (left, right) };
        self.sort(first, depth);
        self.sort(second, depth);
        self.sort(below, depth);
    }

    /// What no gutter parts: pieces, and tables between them.
    fn put_column(&mut self, mut items: Vec<Item>) {
        let tables: Vec<(f32, usize)> = items
            .iter()
            .filter_map(|item| match item.what {
                What::Table(index) => Some((item.height(), index)),
                What::Piece(_) => None,
            })
            .collect();
        let mut tables = tables;
        tables.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (height, index) in tables {
            let (above, rest): (Vec<Item>, Vec<Item>) =
                items.into_iter().partition(|item| item.height() < height);
            self.put_pieces(&above);
            if let Some(table) = self.tables.get_mut(index).and_then(Option::take) {
                self.areas.push(Area::Table(table));
            }
            items = rest;
        }
        self.put_pieces(&items);
    }

    fn put_pieces(&mut self, items: &[Item]) {
        let pieces: Vec<u32> = items.iter().filter_map(piece_of).collect();
        if items.iter().any(|item| !item.is_space && matches!(item.what, What::Piece(_))) {
            self.areas.push(Area::Column(pieces));
        }
    }
}

fn piece_of(item: &Item) -> Option<u32> {
    match item.what {
        What::Piece(index) => Some(index),
        What::Table(_) => None,
    }
}

fn is_right_to_left<'i>(page: &PageText, items: impl Iterator<Item = &'i Item>) -> bool {
    let (mut right, mut left) = (0_usize, 0_usize);
    for piece in items.filter_map(piece_of).filter_map(|index| page.pieces.get(index as usize)) {
        for letter in page.words(piece).chars().filter(|letter| letter.is_alphabetic()) {
            if super::letters::is_right_to_left(letter) { right += 1 } else { left += 1 }
        }
    }
    left < right
}

impl Gutter {
    fn width(&self) -> f32 {
        self.right - self.left
    }

    fn n_lines(&self) -> usize {
        self.n_left.min(self.n_right)
    }

    /// Whether the page draws what is at both sides by turns.
    fn is_row_by_row(&self) -> bool {
        self.n_lines() < self.n_changes
    }

    /// Whether it may part the columns of a table, whose cells stand closer.
    fn is_of_table(&self, size: f32) -> bool {
        2 <= self.n_lines() && 0.55 * size < self.width()
    }

    /// As far up and down as nothing stands in its way.
    fn reaching(self, items: &[&Item]) -> Self {
        let crossing = items.iter().filter(|item| item.left < self.right && self.left < item.right);
        let above = crossing.clone().filter(|item| item.height() < self.first).map(|item| item.bottom);
        let below = crossing.filter(|item| self.last < item.height()).map(|item| item.top);
        let (top, bottom) = (above.fold(f32::MIN, f32::max), below.fold(f32::MAX, f32::min));
        Self { top: top.min(self.first), bottom: bottom.max(self.last), ..self }
    }

    fn holds(&self, item: &Item) -> bool {
        (self.top..=self.bottom).contains(&item.height())
    }

    /// Whether it parts columns, and is no chance of words that stand below each other.
    fn is_one(&self, size: f32) -> bool {
        let width = self.width() / size;
        match self.n_lines() {
            0 | 1 => false,
            _ if self.n_changes <= 2 => 0.5 < width,
            2 => 3.0 < width,
            3 | 4 => 2.0 < width,
            5..=8 => 1.2 < width,
            _ => 0.8 < width,
        }
    }
}

/// The gutters between items, the tallest first; of equals the widest.
fn gutters_of(items: &[Item], page: &PageText) -> Vec<Gutter> {
    let solid: Vec<&Item> = items.iter().filter(|item| !item.is_space).collect();
    let size = usual_size(&solid);
    let mut gutters: Vec<(f32, Gutter)> = Vec::new();
    let mut tried: Vec<[i32; 4]> = Vec::new();
    let by_height = ByHeight::of(&solid);
    for (at, top, bottom) in grouped(gaps_of(&solid, size)) {
        let Some(gutter) = gutter_at(&by_height, at, top, bottom) else { continue };
        let key = [gutter.left, gutter.right, gutter.first, gutter.last].map(rounding::whole);
        if tried.contains(&key) {
            continue;
        }
        tried.push(key);
        let may_be = gutter.is_one(size) || gutter.is_of_table(size);
        if may_be && !is_of_markers(&solid, &gutter, page) {
            // Most gaps are no gutters: how far up and down they reach is found for those that are.
            let gutter = gutter.reaching(&solid);
            let score = (gutter.last - gutter.first) + gutter.width().min(3.0 * size) * 0.5;
            gutters.push((score, gutter));
        }
    }
    gutters.sort_by(|a, b| b.0.total_cmp(&a.0));
    gutters.into_iter().take(MAX_GUTTERS).map(|(_, gutter)| gutter).collect()
}

/// One gap for each row of neighbouring strips that are white over the same height: the one amid them.
fn grouped(mut gaps: Vec<(f32, f32, f32)>) -> Vec<(f32, f32, f32)> {
    gaps.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)).then(a.0.total_cmp(&b.0)));
    let mut groups: Vec<(f32, f32, f32, f32)> = Vec::new();
    for (at, top, bottom) in gaps {
        match groups.last_mut() {
            Some((_, last, known_top, known_bottom))
                if (*known_top, *known_bottom) == (top, bottom) && at - *last < 1.5 * STRIP =>
            {
                *last = at;
            }
            _ => groups.push((at, at, top, bottom)),
        }
    }
    groups.into_iter().map(|(first, last, top, bottom)| ((first + last) / 2.0, top, bottom)).collect()
}

fn usual_size(items: &[&Item]) -> f32 {
    let mut sizes: Vec<f32> = items.iter().map(|item| item.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.0).max(1.0)
}

/// For each strip of the page where nothing stands for two lines or more: its middle, and the white's top
/// and bottom.
fn gaps_of(items: &[&Item], size: f32) -> Vec<(f32, f32, f32)> {
    let bounds = |of: &dyn Fn(&Item) -> f32, most: bool| {
        let values = items.iter().map(|item| of(item));
        if most { values.fold(f32::MIN, f32::max) } else { values.fold(f32::MAX, f32::min) }
    };
    let (left, right) = (bounds(&|item| item.left, false), bounds(&|item| item.right, true));
    let (top, bottom) = (bounds(&|item| item.top, false), bounds(&|item| item.bottom, true));
    let n_strips = rounding::count(((right - left) / STRIP).ceil().clamp(0.0, 4_000.0));
    let mut lowest = vec![top; n_strips];
    let mut gaps = Vec::new();
    let mut sorted: Vec<&&Item> = items.iter().collect();
    sorted.sort_by(|a, b| a.top.total_cmp(&b.top));
    let middle = |strip: usize| left + (strip as f32 + 0.5) * STRIP;
    for item in sorted {
        let first = rounding::count((item.left - left) / STRIP);
        let last = rounding::count((item.right - left) / STRIP);
        for strip in first..=last {
            let Some(low) = lowest.get_mut(strip) else { continue };
            if 0.9 * size < item.top - *low {
                gaps.push((middle(strip), *low, item.top));
            }
            *low = low.max(item.bottom);
        }
    }
    for (strip, low) in lowest.iter().enumerate() {
        if 0.9 * size < bottom - low {
            gaps.push((middle(strip), *low, bottom));
        }
    }
    gaps
}

/// Items in the order of the file, and by how high they stand: a page has hundreds of gaps, and most of them are
/// a line or two high.
struct ByHeight<'p, 'i> {
    items: &'p [&'i Item],
    heights: Vec<(f32, usize)>,
}

impl<'p, 'i> ByHeight<'p, 'i> {
    fn of(items: &'p [&'i Item]) -> Self {
        let mut heights: Vec<(f32, usize)> = items.iter().map(|item| item.height()).zip(0..).collect();
        heights.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { items, heights }
    }

    /// Those between two heights, in the order of the file.
    fn between(&self, top: f32, bottom: f32) -> Vec<&'i Item> {
        let first = self.heights.partition_point(|(height, _)| *height < top);
        let end = self.heights.partition_point(|(height, _)| *height <= bottom).max(first);
        let found = self.heights.get(first..end).unwrap_or_default();
        let mut places: Vec<usize> = found.iter().map(|&(_, place)| place).collect();
        places.sort_unstable();
        places.into_iter().filter_map(|place| self.items.get(place).copied()).collect()
    }
}

/// The gutter that a white gap is part of, if words stand at both of its sides.
fn gutter_at(by_height: &ByHeight<'_, '_>, at: f32, top: f32, bottom: f32) -> Option<Gutter> {
    let inside = by_height.between(top, bottom);
    let side = |is_left: bool| {
        let of_side = inside.iter().filter(move |item| (item.middle() < at) == is_left);
        of_side.fold((f32::MAX, f32::MIN), |(top, bottom), item| (top.min(item.top), bottom.max(item.bottom)))
    };
    let ((left_top, left_bottom), (right_top, right_bottom)) = (side(true), side(false));
    let (first, last) = (left_top.max(right_top), left_bottom.min(right_bottom));
    if last <= first {
        return None;
    }
    let shared: Vec<&Item> = inside
        .iter()
        .copied()
        .filter(|item| first - 0.5 <= item.height() && item.height() <= last + 0.5)
        .collect();
    let of_left = shared.iter().filter(|item| item.middle() < at);
    let left = of_left.clone().map(|item| item.right).fold(f32::MIN, f32::max);
    let of_right = shared.iter().filter(|item| at <= item.middle());
    let right = of_right.clone().map(|item| item.left).fold(f32::MAX, f32::min);
    if right <= left {
        return None;
    }
    let mut sides = shared.iter().map(|item| item.middle() < at);
    let mut before = sides.next();
    let mut n_changes = 0;
    for side in sides {
        n_changes += usize::from(before != Some(side));
        before = Some(side);
    }
    Some(Gutter {
        left,
        right,
        top: first,
        bottom: last,
        first,
        last,
        n_left: n_lines(of_left),
        n_right: n_lines(of_right),
        n_changes,
    })
}

fn n_lines<'i>(items: impl Iterator<Item = &'i &'i Item>) -> usize {
    let mut bases: Vec<(f32, f32)> = items.map(|item| (item.base, item.size)).collect();
    bases.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut n = 0;
    let mut last = f32::MIN;
    for (base, size) in bases {
        if 0.5 * size < base - last {
            n += 1;
            last = base;
        }
    }
    n
}

/// Whether what stands at the left are the signs of a list.
fn is_of_markers(items: &[&Item], gutter: &Gutter, page: &PageText) -> bool {
    let within = |item: &&&Item| gutter.first - 0.5 <= item.height() && item.height() <= gutter.last + 0.5;
    let side = |is_left: bool| {
        let of_side =
            items.iter().filter(within).filter(move |item| (item.right <= gutter.left + 0.1) == is_left);
        let mut words =
            of_side.filter_map(|item| piece_of(item)).filter_map(|index| page.pieces.get(index as usize));
        words.all(|piece| super::marks::is_marker(page.words(piece)))
    };
    side(true) || side(false)
}
