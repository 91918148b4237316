//! One component an address.
//! Invariant: pages load and choose; what they show is made by components.

mod article_page;
mod donate_page;
mod feed_page;
mod help_page;
mod not_found_page;

pub use article_page::ArticlePage;
pub use donate_page::DonatePage;
pub use feed_page::FeedPage;
pub use help_page::HelpPage;
pub use not_found_page::NotFoundPage;
