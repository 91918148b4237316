//! The content files as editors write them; the JSON schemas are generated from these types.
//! Invariant: the description of a field says what to write, because error messages quote it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::schema::{formats, names};
use crate::model::{
    BasisKind, Block, ChannelKind, Edtf, Figure, Kind, Language, Misprint, Person, Service, Slug, Topic,
    Update, Voice, WebAddress,
};

/// One news item of `content/news/`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewsFile {
    /// Write `../news.schema.json`, so that your editor can help.
    #[serde(default, rename = "$schema")]
    pub _schema: Option<String>,
    /// Write the name of the file without `.json`: lower-case letters, digits and single hyphens, at most 64.
    #[schemars(schema_with = "formats::slug")]
    pub slug: Slug,
    /// Write the item's place in the feed: a whole number from 1 that no other item has.
    #[schemars(range(min = 1))]
    pub order: u32,
    /// Write the title as it was published.
    #[schemars(schema_with = "formats::text")]
    pub title: String,
    /// Write the misprinted words of the title as `printed`, and the right ones as `meant`.
    #[schemars(schema_with = "formats::misprint")]
    #[serde(default)]
    pub title_misprint: Option<Misprint>,
    /// Write the line under the title, or leave the field out.
    #[schemars(schema_with = "formats::text")]
    #[serde(default)]
    pub subtitle: Option<String>,
    /// Write one of: news-article, statement, event, video, press-release, action-alert.
    #[schemars(schema_with = "names::kind")]
    pub kind: Kind,
    /// Write one or more slugs of `topics.json`, each once.
    #[schemars(schema_with = "formats::slugs", length(min = 1))]
    pub topics: Vec<Slug>,
    /// Write a date as far as it is known: `2018-01-30`, `2018-01` or `2018`, with `~` at the end when it is approximate, or `XXXX-01` when the year is unknown. Leave the field out when nothing is known.
    #[schemars(schema_with = "formats::edtf")]
    #[serde(default)]
    pub published: Option<Edtf>,
    /// Write how the date is known.
    pub published_basis: BasisFile,
    /// Write where the item comes from; `{}` when nothing is known.
    pub source: SourceFile,
    /// Write one or two sentences of your own, 300 characters at most.
    #[schemars(schema_with = "formats::summary")]
    pub summary: String,
    /// Write the text as a list of blocks, each with its `type`: paragraph, heading, quote, list or link.
    #[schemars(schema_with = "formats::blocks")]
    pub body: Vec<Block>,
    /// Write each number with what it counts: `{ "number": "510", "counts": "arrests" }`.
    #[schemars(schema_with = "formats::figures")]
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Write each name with the role at the time: `{ "name": "Kay Buck", "role": "CEO of CAST" }`.
    #[schemars(schema_with = "formats::people")]
    #[serde(default)]
    pub people: Vec<Person>,
    /// Write the slugs of other items of the same matter, each once.
    #[schemars(schema_with = "formats::slugs")]
    #[serde(default)]
    pub related: Vec<Slug>,
    /// Write what happened next, oldest first: `{ "date": "2018-08-31", "text": "…", "url": "https://…" }`.
    #[schemars(schema_with = "formats::updates")]
    #[serde(default)]
    pub updates: Vec<Update>,
    /// Write the language of the text: `en` or `es`.
    #[schemars(schema_with = "names::language")]
    pub lang: Language,
}

/// How a date is known.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BasisFile {
    /// Write one of: stated, derived, found, inferred, unknown.
    #[schemars(schema_with = "names::basis")]
    pub how: BasisKind,
    /// Write the reason, in a sentence or two for readers.
    #[schemars(schema_with = "formats::text")]
    pub note: String,
    /// Write the whole address where it can be checked, such as `https://laist.com/news/story`, or leave the field out.
    #[schemars(schema_with = "formats::web_address")]
    #[serde(default)]
    pub url: Option<WebAddress>,
}

/// Where an item comes from.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Write the name of the publisher, or leave the field out when it is not known.
    #[schemars(schema_with = "formats::text")]
    #[serde(default)]
    pub outlet: Option<String>,
    /// Write the whole address of the original, such as `https://laist.com/news/story`, or leave the field out.
    #[schemars(schema_with = "formats::web_address")]
    #[serde(default)]
    pub url: Option<WebAddress>,
    /// Write who wrote or said it, or leave the field out when it is not known.
    #[schemars(schema_with = "formats::text")]
    #[serde(default)]
    pub author: Option<String>,
    /// Write the whole address of CAST's copy, such as `https://www.castla.org/story`, or leave the field out.
    #[schemars(schema_with = "formats::web_address")]
    #[serde(default)]
    pub repost: Option<WebAddress>,
}

/// `content/topics.json`: the topics, in the order in which readers see them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicsFile {
    /// Write `topics.schema.json`, so that your editor can help.
    #[serde(default, rename = "$schema")]
    pub _schema: Option<String>,
    /// Write each topic with its slug and its name for readers: `{ "slug": "media", "name": "Media" }`.
    #[schemars(schema_with = "formats::topics")]
    pub topics: Vec<Topic>,
}

/// `content/organisation.json`: who speaks, and where help is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationFile {
    /// Write `organisation.schema.json`, so that your editor can help.
    #[serde(default, rename = "$schema")]
    pub _schema: Option<String>,
    /// Write the whole name.
    #[schemars(schema_with = "formats::text")]
    pub name: String,
    /// Write the short name.
    #[schemars(schema_with = "formats::text")]
    pub short_name: String,
    /// Write where the organization works.
    #[schemars(schema_with = "formats::text")]
    pub place: String,
    /// Write the whole address of its own site, such as `https://www.castla.org/`.
    #[schemars(schema_with = "formats::web_address")]
    pub website: WebAddress,
    /// Write where "Leave this site" leads: a neutral, quick page that never shows past searches, such as `https://www.weather.gov/`.
    #[schemars(schema_with = "formats::web_address")]
    pub exit: WebAddress,
    /// Write the address under which this site is published, without a path, such as `https://news.castla.org`, or leave the field out while it has none. Pasting an article's address into WordPress needs it.
    #[schemars(schema_with = "formats::origin")]
    #[serde(default)]
    pub published_at: Option<WebAddress>,
    /// Write a supporter's words as `quote` and the name as `by`.
    #[schemars(schema_with = "formats::voice")]
    pub voice: Voice,
    /// Write the ways to get help, the organization's own hotline first.
    #[schemars(length(min = 1))]
    pub help: Vec<ChannelFile>,
}

/// A way to get help.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelFile {
    /// Write one of: cast, national, emergency.
    #[schemars(schema_with = "names::service")]
    pub service: Service,
    /// Write one of: call, text, tty, chat.
    #[schemars(schema_with = "names::channel")]
    pub kind: ChannelKind,
    /// Write what people read: the number with hyphens, or the address without `https://`.
    #[schemars(schema_with = "formats::text")]
    pub label: String,
    /// Write the number in letters, such as `888-KEY-2-FREE`, or leave the field out.
    #[schemars(schema_with = "formats::text")]
    #[serde(default)]
    pub vanity: Option<String>,
    /// Write where the link leads: `tel:+1` or `sms:+1` and ten digits, a short number as `tel:911` or `sms:233733`, or an `https://` address; the digits must be those of `label`, never converted from letters.
    #[schemars(schema_with = "formats::contact")]
    pub href: String,
    /// Write the languages in which they answer: `en`, `es`.
    #[schemars(schema_with = "names::languages")]
    pub languages: Vec<Language>,
    /// Write `true` when interpreters for other languages can join, or leave the field out.
    #[serde(default)]
    pub interpreters: bool,
}
