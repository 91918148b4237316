//! What sort of news an item is.

use serde::{Deserialize, Serialize};

/// The sort of a news item, our own classification; the reader sees it before the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Reported by a news outlet.
    NewsArticle,
    /// Said by CAST itself.
    Statement,
    /// Something that takes place.
    Event,
    /// A broadcast or a film.
    Video,
    /// Sent to the press.
    PressRelease,
    /// A call to act by a day.
    ActionAlert,
}

impl Kind {
    /// All kinds, in the order in which editors are offered them.
    pub const ALL: [Self; 6] =
        [Self::NewsArticle, Self::Statement, Self::Event, Self::Video, Self::PressRelease, Self::ActionAlert];
}
