//! One page of the news, as the feed shows it.

use std::{fmt, num::NonZeroU32, str::FromStr};

use serde::Serialize;

use super::{Slug, Story};

/// Which feed and which of its pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FeedKey {
    /// The topic, or all news.
    pub topic: Option<Slug>,
    /// The page of that feed.
    pub page: PageNumber,
}

/// A page of a feed, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct PageNumber(NonZeroU32);

/// The items of one page of a feed, in editorial order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feed {
    /// The number of this page.
    pub page: PageNumber,
    /// How many pages the feed has.
    pub pages: PageNumber,
    /// The stories of this page.
    pub stories: Vec<Story>,
}

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// The page with this number; `None` for zero.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// The number, from 1.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0.get()
    }

    /// The page after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The page before this one, if there is one.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(self.get() - 1)
    }
}

impl FromStr for PageNumber {
    type Err = ();

    /// Takes only the canonical spelling, so that one page has one address: no sign, no leading zero.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().ok().and_then(Self::new).filter(|number| number.to_string() == text).ok_or(())
    }
}

impl fmt::Display for PageNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_spelling() {
        assert_eq!("12".parse::<PageNumber>().map(PageNumber::get), Ok(12));
        for bad in ["", "0", "01", "+1", "-1", "1 ", "4294967296"] {
            assert_eq!(bad.parse::<PageNumber>(), Err(()), "{bad:?}");
        }
    }
}
