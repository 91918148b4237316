//! What this visit knows already, so that a reader never waits twice for the same thing.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use leptos::prelude::*;

use super::{FromJson, PageData, Payload};
use crate::{
    model::{Article, Document, Edtf, Feed, FeedKey, Site, Slug, Story},
    routes::Route,
};

/// The memory of a visit; handed to pages by context and gone with the tab.
#[derive(Clone, Copy)]
pub struct Newsroom {
    built: Edtf,
    site: StoredValue<Arc<Site>>,
    shelves: StoredValue<Shelves>,
}

/// What has been fetched, by name.
#[derive(Default)]
pub struct Shelves {
    stories: HashMap<Slug, Story>,
    feeds: HashMap<FeedKey, Arc<Feed>>,
    articles: HashMap<Slug, Arc<Article>>,
    documents: HashMap<Route, Arc<Document>>,
}

/// A piece of content that is fetched as a whole, from an address of its own.
pub trait Shard: FromJson {
    /// What names it.
    type Key: Clone + Eq + Hash + Send + Sync + 'static;

    /// Where its data is.
    fn address(key: &Self::Key) -> String;

    /// Takes it off its shelf.
    fn find(shelves: &Shelves, key: &Self::Key) -> Option<Arc<Self>>;

    /// Puts it on its shelf, with the stories that it mentions.
    fn keep(self: Arc<Self>, key: Self::Key, shelves: &mut Shelves);
}

impl Shard for Feed {
    type Key = FeedKey;

    fn address(key: &FeedKey) -> String {
        crate::routes::feed_data(key)
    }

    fn find(shelves: &Shelves, key: &FeedKey) -> Option<Arc<Self>> {
        shelves.feeds.get(key).cloned()
    }

    fn keep(self: Arc<Self>, key: FeedKey, shelves: &mut Shelves) {
        for story in &self.stories {
            shelves.stories.insert(story.slug.clone(), story.clone());
        }
        shelves.feeds.insert(key, self);
    }
}

impl Shard for Article {
    type Key = Slug;

    fn address(key: &Slug) -> String {
        crate::routes::article_data(key)
    }

    fn find(shelves: &Shelves, key: &Slug) -> Option<Arc<Self>> {
        shelves.articles.get(key).cloned()
    }

    fn keep(self: Arc<Self>, key: Slug, shelves: &mut Shelves) {
        shelves.stories.insert(key.clone(), self.story.clone());
        shelves.articles.insert(key, self);
    }
}

impl Shard for Document {
    type Key = Route;

    fn address(key: &Route) -> String {
        crate::routes::document_data(key)
    }

    fn find(shelves: &Shelves, key: &Route) -> Option<Arc<Self>> {
        shelves.documents.get(key).cloned()
    }

    fn keep(self: Arc<Self>, key: Route, shelves: &mut Shelves) {
        shelves.documents.insert(key, self);
    }
}

impl Newsroom {
    /// A newsroom that knows what the page on screen carries.
    #[must_use]
    pub fn new(data: PageData) -> Self {
        let mut shelves = Shelves::default();
        match (Route::parse(&data.address), data.payload) {
            (Route::Feed(key), Payload::Feed(feed)) => Arc::new(feed).keep(key, &mut shelves),
            (Route::Article(slug), Payload::Article(article)) => {
                Arc::<Article>::from(article).keep(slug, &mut shelves);
            }
            (route, Payload::Document(document)) => Arc::new(on_screen(document)).keep(route, &mut shelves),
            _ => {}
        }
        Self {
            built: data.built,
            site: StoredValue::new(Arc::new(data.site)),
            shelves: StoredValue::new(shelves),
        }
    }

    /// What every page knows.
    #[must_use]
    pub fn site(self) -> Arc<Site> {
        self.site.get_value()
    }

    /// The day of the build.
    #[must_use]
    pub fn built(self) -> Edtf {
        self.built
    }

    /// The card of a story, when this visit has seen it.
    #[must_use]
    pub fn story(self, slug: &Slug) -> Option<Story> {
        self.shelves.with_value(|shelves| shelves.stories.get(slug).cloned())
    }

    pub(super) fn find<S: Shard>(self, key: &S::Key) -> Option<Arc<S>> {
        self.shelves.with_value(|shelves| S::find(shelves, key))
    }

    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "native pages fetch nothing"))]
    pub(super) fn keep<S: Shard>(self, key: S::Key, shard: Arc<S>) {
        self.shelves.update_value(|shelves| shard.keep(key, shelves));
    }
}

/// The document that the page shows already, and therefore does not carry a second time.
#[cfg(target_arch = "wasm32")]
fn on_screen(_: Document) -> Document {
    Document { html: crate::browser::html_of_document().unwrap_or_default() }
}

/// Natively a page is made from its document.
#[cfg(not(target_arch = "wasm32"))]
fn on_screen(document: Document) -> Document {
    document
}

/// The newsroom of this visit.
///
/// # Panics
///
/// Outside of [`crate::app::App`], which provides it.
#[must_use]
pub fn use_newsroom() -> Newsroom {
    expect_context()
}
