//! Bars in made-up lines.

use super::*;
use proptest::prelude::*;

/// Lines of 28 points, forty bytes on each.
fn wanted(lane: usize, range: std::ops::Range<usize>) -> Wanted {
    let line = |byte: usize| (28.0 * count(byte / 40), 28.0 * count(byte / 40 + 1));
    let (first, last) = (line(range.start), line(range.end - 1));
    Wanted { lane, range: TextRange::from_usize(range), first, last }
}

fn arranged(bars: &[Wanted], n_people: usize) -> Vec<PageRect> {
    let lanes =
        Lanes { people: vec![AnnotatorId(uuid::Uuid::nil()); n_people], width: 60.0 / count(n_people) };
    arrange(bars, &lanes, 60.0, false)
}

proptest! {
    #[test]
    fn no_two_bars_lie_on_each_other_and_each_is_in_its_lane(
        bars in prop::collection::vec((0..6_usize, 0..400_usize, 1..120_usize), 0..40),
    ) {
        let mut bars: Vec<Wanted> = bars.into_iter().map(|(lane, start, length)| wanted(lane, start..start + length)).collect();
        bars.sort_by_key(|bar| (bar.range.start(), std::cmp::Reverse(bar.range.end())));
        let rects = arranged(&bars, 6);
        for (i, a) in rects.iter().enumerate() {
            prop_assert!(0.0 < a.height && 0.0 < a.width, "{a:?}");
            prop_assert!(10.0 * count(bars[i].lane) <= a.x + 0.01 && a.right() <= 10.0 * count(bars[i].lane + 1) + 0.01);
            prop_assert!(bars[i].first.0 <= a.y && a.bottom() <= bars[i].last.1 + 0.01, "{a:?}");
            for b in &rects[..i] {
                let apart = a.right() <= b.x + 0.01 || b.right() <= a.x + 0.01 || a.bottom() <= b.y + 0.01 || b.bottom() <= a.y + 0.01;
                prop_assert!(apart, "{a:?} on {b:?}");
            }
        }
    }
}

#[test]
fn a_mark_alone_is_as_high_as_its_lines_and_several_share_theirs() {
    let height = |bars: &[Wanted]| arranged(bars, 1).iter().map(|rect| rect.height).collect::<Vec<_>>();
    assert_eq!(height(&[wanted(0, 3..9)]), [28.0]);
    assert_eq!(height(&[wanted(0, 3..90)]), [84.0]);
    assert_eq!(height(&[wanted(0, 3..9), wanted(0, 12..20)]), [14.0, 14.0]);
    assert_eq!(height(&[wanted(0, 3..60), wanted(0, 70..75)]), [42.0, 14.0]);
    // One within the other stands beside it.
    assert_eq!(height(&[wanted(0, 3..60), wanted(0, 10..20)]), [56.0, 28.0]);
}
