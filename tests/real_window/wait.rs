//! Waiting for something to become so, and no longer.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// Nothing here may take so long, even on a slow machine.
const MOST: Duration = Duration::from_secs(30);

/// What `look` finds, as soon as it finds it.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < MOST, "waited {} s for {what}", MOST.as_secs());
        sleep(Duration::from_millis(20));
    }
}
