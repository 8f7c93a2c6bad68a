//! The thread that sets pages in advance: the newest order first, portions before guesses.

use super::{Event, Teller, Worker, start};
use crate::page::{EstimateJob, Fonts, TypesetJob};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// What the thread is told.
pub(in crate::gui) enum Order {
    /// Other fonts.
    Fonts(Box<Fonts>),
    /// Portions to set, instead of those that were wanted before.
    Set(Box<TypesetJob>),
    /// Heights to guess, instead of those before.
    Estimate(Box<EstimateJob>),
}

impl Worker {
    /// Starts the thread that sets pages in advance, or gives it other fonts. Without threads frames
    /// set all they show.
    pub(in crate::gui) fn typeset_with(&mut self, fonts: Fonts) {
        if !self.has_threads {
            return;
        }
        if let Some(typesetter) = &self.typesetter {
            typesetter.send(Order::Fonts(Box::new(fonts))).unwrap_or_default();
            return;
        }
        let (orders, to_do) = channel();
        let teller = self.teller.clone();
        let is_started = start("postil typesetting", move || run(fonts, &to_do, &teller));
        self.typesetter = is_started.then_some(orders);
    }

    /// Has something set or guessed in advance; whether there is a thread that does so.
    pub(in crate::gui) fn typeset(&self, order: Order) -> bool {
        self.typesetter.as_ref().is_some_and(|typesetter| typesetter.send(order).is_ok())
    }
}

/// Does what is ordered until nobody orders any more. Portions that come are taken with the next
/// frame, which a page that lacks them asks for by itself; only guesses wake the window.
fn run(mut fonts: Fonts, orders: &Receiver<Order>, teller: &Teller) {
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
                let is_heard = if let Some(job) = &mut setting {
                    let set = job.step(&mut fonts);
                    if set.is_none() {
                        setting = None;
                    }
                    set.is_none_or(|set| teller.tell_quietly(Event::Typeset(Box::new(set))))
                } else {
                    let guessed = guessing.as_mut().and_then(|job| job.step());
                    guessed.is_none_or(|guessed| {
                        guessing = None;
                        teller.tell(Event::Estimates(Box::new(guessed)))
                    })
                };
                if !is_heard {
                    return;
                }
            }
        }
    }
}
