//! Puts what was made of one part of a file behind what was made of those before it.

use super::{Block, BlockKind, Builder, InlineStyle};
use crate::text::TextSize;

impl Builder {
    /// Adds all that `next` has, as blocks of their own. `n_tables` is how many tables stand in `self`; the
    /// tables that come are counted on from there, and the number of all is given.
    pub(super) fn append(&mut self, mut next: Builder, n_tables: u32) -> u32 {
        self.end();
        next.end();
        if !self.text.is_empty() && !next.blocks.is_empty() {
            self.text.push_str("\n\n");
        }
        let by = TextSize::of(&self.text);
        let n_blocks = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        let mut n_all = n_tables;
        let numbered = |block: Block| {
            let range = block.range.shifted(by);
            let kind = match block.kind {
                BlockKind::TableRow { header, table } => {
                    let table = table.saturating_add(n_tables);
                    n_all = n_all.max(table.saturating_add(1));
                    BlockKind::TableRow { header, table }
                }
                kind => kind,
            };
            Block { kind, range, ..block }
        };
        self.text.push_str(&next.text);
        self.blocks.extend(next.blocks.into_iter().map(numbered));
        for span in next.spans {
            let range = span.range.shifted(by);
            match span.style {
                InlineStyle::Link(link) => {
                    if let Some(address) = usize::try_from(link).ok().and_then(|link| next.links.get(link)) {
                        self.link(range, address);
                    }
                }
                style => self.style(range, style),
            }
        }
        for (name, at) in next.places {
            self.place_at(&name, at + by);
        }
        for mut image in next.images {
            image.before = image.before.saturating_add(n_blocks);
            self.take_image(image);
        }
        self.n_images_left_out += next.n_images_left_out;
        self.left_out.extend(next.left_out.into_iter().map(|mut passage| {
            passage.before = passage.before.saturating_add(n_blocks);
            passage
        }));
        self.locators.extend(next.locators.into_iter().map(|mut locator| {
            locator.start = locator.start + by;
            locator
        }));
        self.remarks.extend(next.remarks.into_iter().map(|mut remark| {
            remark.range = remark.range.shifted(by);
            remark
        }));
        n_all
    }
}
