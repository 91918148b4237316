//! Money and how often it is given.
//! Invariant: an [`Amount`] is a whole number of minor units, never a float.

use serde::{Deserialize, Serialize};

/// An amount of money in minor units: cents of a US dollar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(u32);

impl Amount {
    /// An amount of `minor` cents.
    #[must_use]
    pub const fn from_minor(minor: u32) -> Self {
        Self(minor)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn to_minor(self) -> u32 {
        self.0
    }
}

/// How often a gift is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// One time.
    Once,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

impl Frequency {
    /// All frequencies, in the order in which a donor is offered them.
    pub const ALL: [Self; 3] = [Self::Once, Self::Monthly, Self::Yearly];
}
