//! The thread that sets pages in advance: the newest order first, portions before guesses.

use super::Event;
use crate::page::{EstimateJob, Fonts, TypesetJob};
use std::sync::mpsc::{Receiver, Sender, TryRecvError};

/// What the thread is told.
pub(in crate::gui) enum Order {
    /// Other fonts.
    Fonts(Box<Fonts>),
    /// Portions to set, instead of those that were wanted before.
    Set(Box<TypesetJob>),
    /// Heights to guess, instead of those before.
    Estimate(Box<EstimateJob>),
}

/// Does what is ordered until nobody orders any more. Portions that come are taken with the next
/// frame, which a page that lacks them asks for by itself; only guesses wake the window.
pub(super) fn run(
    mut fonts: Fonts,
    orders: &Receiver<Order>,
    events: &Sender<Event>,
    ctx: Option<&egui::Context>,
) {
    let (mut setting, mut guessing) = (None, None);
    loop {
        let is_idle = setting.is_none() && guessing.is_none();
        let order =
            if is_idle { orders.recv().map_err(|_| TryRecvError::Disconnected) } else { orders.try_recv() };
        match order {
            Ok(Order::Fonts(new)) => fonts = *new,
            Ok(Order::Set(job)) => setting = Some(job),
            Ok(Order::Estimate(job)) => guessing = Some(job),
            Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {
                let done = if let Some(job) = &mut setting {
                    let set = job.step(&mut fonts);
                    if set.is_none() {
                        setting = None;
                    }
                    set.map(|set| Event::Typeset(Box::new(set)))
                } else {
                    let guessed = guessing.as_mut().and_then(|job| job.step());
                    guessed.map(|guessed| {
                        guessing = None;
                        Event::Estimates(Box::new(guessed))
                    })
                };
                let wakes = matches!(done, Some(Event::Estimates(_)));
                if done.is_some_and(|done| events.send(done).is_err()) {
                    return;
                }
                if let Some(ctx) = ctx.filter(|_| wakes) {
                    ctx.request_repaint();
                }
            }
        }
    }
}
