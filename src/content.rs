//! The news that this visit has so far, and how it gets more.
//! Invariant: what a page shows first comes from the data that the page itself carries.

mod from_json;
mod load;
mod newsroom;
mod page_data;
#[cfg(target_arch = "wasm32")]
mod remote;

use std::time::Duration;

pub use from_json::FromJson;
pub use load::{Load, Loader, load};
pub use newsroom::{Newsroom, Shard, Shelves, use_newsroom};
pub use page_data::{PageData, Payload};

/// How long a request may be silent before the reader is told.
pub const PATIENCE: Duration = Duration::from_secs(30);
