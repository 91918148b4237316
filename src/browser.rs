//! All that touches the browser; natively each function does nothing, so that callers need no
//! `cfg`.
//! Invariant: nothing here knows this app's content or words.

mod abort;
mod document;
mod json;
mod places;

pub use abort::Abort;
#[cfg(target_arch = "wasm32")]
pub use document::{
    around_the_cache, build, clear_body, embedded_data, fall_back_to_plain_pages_on_panic, html_of_document,
    is_online, mark_live, path, reload, use_canonical_address,
};
pub use document::{reload_without, set_description, set_title};
pub use json::Json;
pub use places::arrive;

/// The id of the script element that carries a page's data.
pub const DATA_ID: &str = "page-data";

/// The id of the element that shows a document.
pub const DOCUMENT_ID: &str = "document";
