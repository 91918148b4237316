//! One component an address.
//! Invariant: pages load and choose; what they show is made by components.

mod article_page;
mod document_page;
mod feed_page;
mod help_page;
mod missing_page;

pub use article_page::ArticlePage;
pub use document_page::DocumentPage;
pub use feed_page::FeedPage;
pub use help_page::HelpPage;
pub use missing_page::MissingPage;
