//! Why a page could not be loaded, in the reader's words.
//! Invariant: every value says what happened and what to do next.

use crate::messages::Messages;

/// Why the data of a page did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The device says that it has no connection.
    Offline,
    /// The server did not answer, or the connection broke.
    Unreachable,
    /// The server said nothing for [`crate::content::PATIENCE`].
    Silent,
    /// There is no such page (any more).
    Missing,
    /// The server answered with a failure of its own.
    Server,
    /// What arrived is not what a page is made of.
    Unreadable,
}

impl LoadError {
    /// What happened, as a heading.
    #[must_use]
    pub fn message(self, messages: &Messages) -> &'static str {
        match self {
            Self::Offline => messages.error_offline,
            Self::Unreachable => messages.error_unreachable,
            Self::Silent => messages.error_silent,
            Self::Missing => messages.error_missing,
            Self::Server => messages.error_server,
            Self::Unreadable => messages.error_unreadable,
        }
    }

    /// What the reader can do about it.
    #[must_use]
    pub fn remedy(self, messages: &Messages) -> &'static str {
        match self {
            Self::Offline => messages.remedy_offline,
            Self::Unreachable | Self::Silent => messages.remedy_unreachable,
            Self::Missing => messages.remedy_missing,
            Self::Server | Self::Unreadable => messages.remedy_server,
        }
    }
}
