//! The words the site speaks about its content: small types that are valid once they exist.
//! Invariant: nothing here knows where data comes from or how it is shown.

mod amount;
mod article;
mod document;
mod edtf;
mod feed;
mod giving;
mod kind;
mod language;
mod leaving;
mod link_template;
mod provider;
mod site;
mod slug;
mod web_address;

pub use amount::{Amount, AmountError};
pub use article::{
    Article, Basis, BasisKind, Block, Figure, Headline, Misprint, Person, Source, Story, Update,
};
pub use document::Document;
pub use edtf::{Edtf, EdtfError};
pub use feed::{Feed, FeedKey, PageNumber};
pub use giving::{Chosen, Currency, FixedLink, Frequency, Giving, HandOff, Preset, Sourced};
pub use kind::Kind;
pub use language::Language;
pub use leaving::{Finding, Leaving, Seen, Situation};
pub use link_template::{LinkTemplate, LinkTemplateError, Parameter, Place, Value};
pub use provider::Provider;
pub use site::{Channel, ChannelKind, Organisation, Service, Site, Topic, Voice};
pub use slug::{Slug, SlugError};
pub use web_address::{WebAddress, WebAddressError};
