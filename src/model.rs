//! The words the site speaks about its content: small types that are valid once they exist.
//! Invariant: nothing here knows where data comes from or how it is shown.

mod amount;
mod article;
mod edtf;
mod feed;
mod kind;
mod language;
mod site;
mod slug;
mod web_address;

pub use amount::{Amount, Frequency};
pub use article::{
    Article, Basis, BasisKind, Block, Figure, Headline, Misprint, Person, Source, Story, Update,
};
pub use edtf::{Edtf, EdtfError};
pub use feed::{Feed, FeedKey, PageNumber};
pub use kind::Kind;
pub use language::Language;
pub use site::{Channel, ChannelKind, Giving, Organisation, Service, Site, Topic, Voice};
pub use slug::{Slug, SlugError};
pub use web_address::{WebAddress, WebAddressError};
