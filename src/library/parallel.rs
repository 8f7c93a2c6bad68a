//! Work in portions, on as many threads as the host has for it; answers come in order, to who asked.

use crate::host::Host;
use std::any::Any;
use std::collections::BTreeMap;

/// Has `work` done for each number below `n`, and hands the answers to `each` in that order, on this
/// thread, as they come. As soon as `each` says no, what is not begun is left.
pub fn parallel<T: Send + 'static>(
    host: &dyn Host,
    n: usize,
    work: impl Fn(usize, &dyn Host) -> T + Sync,
    mut each: impl FnMut(T) -> bool,
) {
    let (mut next, mut early) = (0, BTreeMap::new());
    let boxed = |nth: usize, host: &dyn Host| -> Box<dyn Any + Send> { Box::new(work(nth, host)) };
    host.in_portions(n, &boxed, &mut |nth, done| {
        early.insert(nth, done);
        while let Some(done) = early.remove(&next) {
            next += 1;
            let goes_on = done.downcast::<T>().is_ok_and(|done| each(*done));
            if !goes_on {
                return false;
            }
        }
        true
    });
}
