//! One news item, from its line in the feed to its whole page.

use serde::{Deserialize, Serialize};

use super::{Edtf, Kind, Language, Slug, WebAddress};

/// What a card shows of an item, and what is known of an article before its page has arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// Its name in addresses.
    pub slug: Slug,
    /// The title as published.
    pub title: String,
    /// A misprint in that title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misprint: Option<Misprint>,
    /// The line under the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// What sort of news it is.
    pub kind: Kind,
    /// Who published it, when that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// When it was published, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Edtf>,
    /// One or two sentences of our own.
    pub summary: String,
    /// The latest of what happened next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The language of title and text.
    pub lang: Language,
}

/// A wrong word in a published title, marked instead of repeated silently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misprint {
    /// The words as printed; they stand in the title.
    pub printed: String,
    /// The words that were meant.
    pub meant: String,
}

impl Story {
    /// The title with `[sic]` behind a misprint.
    #[must_use]
    pub fn marked_title(&self) -> String {
        match &self.misprint {
            Some(Misprint { printed, .. }) => {
                self.title.replacen(printed.as_str(), &format!("{printed} [sic]"), 1)
            }
            None => self.title.clone(),
        }
    }
}

/// A story's title and address, for lists of links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Headline {
    /// Its name in addresses.
    pub slug: Slug,
    /// The title as published, misprints marked.
    pub title: String,
}

/// A whole article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// What its card shows.
    pub story: Story,
    /// Its topics, in the order of the site's list.
    pub topics: Vec<Slug>,
    /// How its date is known.
    pub basis: Basis,
    /// Where it comes from.
    pub source: Source,
    /// The text, block by block.
    pub body: Vec<Block>,
    /// Its numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// Who is named in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// What happened next, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// Other stories of the same matter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Headline>,
    /// The story before this one in the feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Headline>,
    /// The story after this one in the feed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Headline>,
}

/// How a date is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// In which of four ways, or not at all.
    pub how: BasisKind,
    /// The reason, in a sentence or two for readers.
    pub note: String,
    /// Where it can be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
}

/// The ways in which a date can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BasisKind {
    /// Printed with the item.
    Stated,
    /// Follows from what is printed.
    Derived,
    /// Found at another address.
    Found,
    /// Likely, within bounds.
    Inferred,
    /// Not known.
    Unknown,
}

impl BasisKind {
    /// All ways, strongest first.
    pub const ALL: [Self; 5] = [Self::Stated, Self::Derived, Self::Found, Self::Inferred, Self::Unknown];
}

/// Where an item comes from; what is not known is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<WebAddress>,
    /// Who wrote or said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// CAST's own copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repost: Option<WebAddress>,
}

/// A piece of an article's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: String,
    },
    /// A heading inside the article.
    Heading {
        /// Its text.
        text: String,
    },
    /// Somebody's own words.
    Quote {
        /// The words, without quotation marks.
        text: String,
        /// Who said them.
        by: String,
    },
    /// A list.
    List {
        /// Its entries.
        items: Vec<String>,
    },
    /// A link on a line of its own.
    Link {
        /// What the reader reads.
        text: String,
        /// Where it leads.
        url: WebAddress,
    },
}

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The number as it is set: `510`, `$10 million`, `79–0`.
    pub number: String,
    /// What it counts.
    pub counts: String,
}

/// Somebody who is named in an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// Who that was at the time.
    pub role: String,
}

/// What happened after an item was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// When it happened.
    pub date: Edtf,
    /// What happened, in one sentence.
    pub text: String,
    /// Where it can be checked.
    pub url: WebAddress,
}
