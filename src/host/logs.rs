//! Logs: what is in them survives the program before it is in a layer's file.

use super::HostError;
use std::path::Path;

/// The logs of this program, and those that others left.
pub trait Logs {
    /// Begins a log for the layer that lies, or will lie, at `layer`; nothing is made before the first
    /// [`Logs::log`]. `None` where there are no logs.
    fn begin_log(&mut self, _layer: &Path) -> Option<LogId> {
        None
    }

    /// Adds bytes to a log, and returns at once with the number by which [`Logs::log_stand`] tells that
    /// they are on disk. Numbers grow.
    fn log(&mut self, _log: LogId, _bytes: Vec<u8>) -> u64 {
        0
    }

    /// Removes a log: what it holds is in the layer's file.
    fn end_log(&mut self, _log: LogId) {}

    /// How far the logs have got.
    fn log_stand(&self) -> LogStand {
        LogStand::default()
    }

    /// The logs of this person's programs that ended without removing them: crashed, killed, without
    /// power. Those of running programs are not among them, and another program that asks meanwhile
    /// does not get the same ones until the answer is dropped.
    fn left_logs(&mut self) -> LeftLogs {
        LeftLogs::default()
    }

    /// Removes a log that was left.
    fn remove_left_log(&mut self, _name: &str) -> Result<(), HostError> {
        Ok(())
    }
}

/// A log that this program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogId(pub u64);

/// How far the logs have got.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogStand {
    /// Everything up to this number is on disk.
    pub kept: u64,
    /// Why the rest is not, if something is wrong.
    pub failed: Option<HostError>,
}

/// The logs that crashed programs left, in the order of their writing for each program.
#[derive(Default)]
pub struct LeftLogs {
    /// The logs.
    pub logs: Vec<LeftLog>,
    /// Keeps other programs from taking them over.
    pub held: Vec<Box<dyn Send>>,
}

/// One of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftLog {
    /// What the host calls it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}
