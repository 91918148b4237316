//! The data that a finished page carries, from which it was rendered and can be hydrated.

use serde::Serialize;

use super::FromJson;
use crate::{
    browser::Json,
    model::{Article, Document, Edtf, Feed, Site},
};

/// Everything that one page was rendered from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageData {
    /// The canonical address of the page.
    pub address: String,
    /// The day on which the site was built, and from which what it says is.
    pub built: Edtf,
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
    /// Text that is finished natively.
    Document(Document),
    /// The page needs nothing but the site.
    Nothing,
}

impl PageData {
    /// The same for the page that has it on screen: what stands there already is not sent twice.
    #[must_use]
    pub fn embedded(mut self) -> Self {
        if let Payload::Document(document) = &mut self.payload {
            document.html.clear();
        }
        self
    }

    /// Reads the embedded text; `None` when it is damaged, and the page then stays as it is.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_json(&Json::parse(text)?)
    }
}
