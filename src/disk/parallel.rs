//! Work on several threads.

use super::Disk;
use crate::host::Host;
use std::any::Any;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, available_parallelism, scope};

/// Readers of strangers' files need a stack of a known size, in bytes.
const STACK: usize = 8 << 20;
/// How many portions each thread may be ahead of who takes the answers.
const AHEAD: usize = 4;

/// Has the portions below `n` done, and hands over what comes of each as it comes; until that says no.
pub(super) fn in_portions(
    disk: &Disk,
    n: usize,
    work: &(dyn Fn(usize, &dyn Host) -> Box<dyn Any + Send> + Sync),
    each: &mut dyn FnMut(usize, Box<dyn Any + Send>) -> bool,
) {
    let n_threads = available_parallelism().map_or(1, usize::from).min(n);
    if n_threads < 2 {
        for nth in 0..n {
            if !each(nth, work(nth, disk)) {
                return;
            }
        }
        return;
    }
    let (next, is_over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (sender, receiver) = sync_channel(n_threads * AHEAD);
    scope(|scope| {
        for _ in 0..n_threads {
            let (sender, next, is_over, disk) = (sender.clone(), &next, &is_over, disk.clone());
            let run = move || {
                while !is_over.load(Ordering::Relaxed) {
                    let nth = next.fetch_add(1, Ordering::Relaxed);
                    if n <= nth || sender.send((nth, work(nth, &disk))).is_err() {
                        return;
                    }
                }
            };
            // One thread fewer is no harm, and where there is none at all the rest is done below.
            drop(Builder::new().stack_size(STACK).spawn_scoped(scope, run));
        }
        drop(sender);
        for (nth, done) in receiver.iter() {
            if !each(nth, done) {
                is_over.store(true, Ordering::Relaxed);
                break;
            }
        }
        drop(receiver);
    });
    // Where the system gave no thread.
    while !is_over.load(Ordering::Relaxed) {
        let nth = next.fetch_add(1, Ordering::Relaxed);
        if n <= nth || !each(nth, work(nth, disk)) {
            return;
        }
    }
}
