//! Giving: amounts as they are typed, and the links that choices become.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

#[path = "giving/amounts.rs"]
mod amounts;
#[path = "giving/links.rs"]
mod links;
#[path = "giving/spellings.rs"]
mod spellings;
