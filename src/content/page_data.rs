//! The data that a finished page carries, from which it was rendered and can be hydrated.

use serde::Serialize;

use super::FromJson;
use crate::{
    browser::Json,
    model::{Article, Feed, Site},
};

/// Everything that one page was rendered from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageData {
    /// The canonical address of the page.
    pub address: String,
    /// What every page knows.
    pub site: Site,
    /// What only this page knows.
    pub payload: Payload,
}

/// The part of the content that one page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payload {
    /// A page of a feed.
    Feed(Feed),
    /// An article.
    Article(Box<Article>),
    /// The page needs nothing but the site.
    Nothing,
}

impl PageData {
    /// Reads the embedded text; `None` when it is damaged, and the page then stays as it is.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_json(&Json::parse(text)?)
    }
}
