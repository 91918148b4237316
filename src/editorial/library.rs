//! The checked content, cut into the data of pages.
//! Invariant: the cost of a visit does not grow with the number of items.

use std::collections::HashMap;

use super::{
    Files,
    files::{ChannelFile, NewsFile},
};
use crate::{
    content::{PageData, Payload},
    model::{
        Article, Basis, Channel, Edtf, Feed, FeedKey, Giving, Headline, Organisation, PageNumber, Site, Slug,
        Source, Story, Topic, WebAddress,
    },
    routes::Route,
};

/// How many stories a page of a feed has.
const STORIES_PER_PAGE: usize = 20;

/// All content, checked and in editorial order.
pub struct Library {
    site: Site,
    giving: Giving,
    published_at: Option<WebAddress>,
    articles: Vec<Article>,
}

impl Library {
    pub(super) fn new(files: Files) -> Self {
        let mut news: Vec<NewsFile> = files.news.into_values().collect();
        news.sort_by_key(|item| item.order);
        let headlines: HashMap<Slug, Headline> = news
            .iter()
            .map(|item| {
                let story = story(item);
                (item.slug.clone(), headline(&story))
            })
            .collect();
        let order: Vec<Slug> = news.iter().map(|item| item.slug.clone()).collect();
        let at = |index: Option<usize>| headlines.get(order.get(index?)?).cloned();
        let topics = files.topics.topics;
        let articles = news
            .into_iter()
            .enumerate()
            .map(|(index, item)| Article {
                previous: at(index.checked_sub(1)),
                next: at(index.checked_add(1)),
                ..article(item, &topics, &headlines)
            })
            .collect();
        let organisation = files.organisation;
        Self {
            published_at: organisation.published_at,
            site: Site {
                organisation: Organisation {
                    name: organisation.name,
                    short_name: organisation.short_name,
                    place: organisation.place,
                    website: organisation.website,
                    exit: organisation.exit,
                    voice: organisation.voice,
                    help: organisation.help.into_iter().map(channel).collect(),
                },
                topics,
            },
            giving: files.giving,
            articles,
        }
    }

    /// What every page knows.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// How to give.
    #[must_use]
    pub fn giving(&self) -> &Giving {
        &self.giving
    }

    /// Scheme and host under which the site is published, if that is known; what names it from outside needs it.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.published_at.as_ref().map(WebAddress::origin)
    }

    /// The topic's stories, or all, in editorial order.
    pub fn stories(&self, topic: Option<&Slug>) -> impl Iterator<Item = &Story> {
        let articles = self.articles.iter();
        let of_topic =
            articles.filter(move |article| topic.is_none_or(|topic| article.topics.contains(topic)));
        of_topic.map(|article| &article.story)
    }

    /// The articles, in editorial order.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// All pages of all feeds.
    #[must_use]
    pub fn feeds(&self) -> Vec<(FeedKey, Feed)> {
        let topics = self.site.topics.iter().map(|topic| Some(topic.slug.clone()));
        std::iter::once(None).chain(topics).flat_map(|topic| self.pages_of(topic.as_ref())).collect()
    }

    fn pages_of(&self, topic: Option<&Slug>) -> Vec<(FeedKey, Feed)> {
        let stories: Vec<Story> = self.stories(topic).cloned().collect();
        let mut chunks: Vec<&[Story]> = stories.chunks(STORIES_PER_PAGE).collect();
        if chunks.is_empty() {
            chunks.push(&[]);
        }
        let numbers = std::iter::successors(Some(PageNumber::FIRST), |page| Some(page.next()));
        let numbered: Vec<_> = numbers.zip(chunks).collect();
        let pages = numbered.last().map_or(PageNumber::FIRST, |(page, _)| *page);
        numbered
            .into_iter()
            .map(|(page, stories)| {
                let key = FeedKey { topic: topic.cloned(), page };
                let stories = stories.to_vec();
                (key, Feed { page, pages, stories })
            })
            .collect()
    }

    /// The data of every page that shows content, or needs none.
    #[must_use]
    pub fn pages(&self, built: Edtf) -> Vec<PageData> {
        let feeds = self.feeds().into_iter().map(|(key, feed)| (Route::Feed(key), Payload::Feed(feed)));
        let articles = self.articles.iter().map(|article| {
            (Route::Article(article.story.slug.clone()), Payload::Article(Box::new(article.clone())))
        });
        let others = [Route::Help, Route::Offline, Route::NotFound].map(|route| (route, Payload::Nothing));
        feeds
            .chain(articles)
            .chain(others)
            .map(|(route, payload)| PageData {
                address: route.address(),
                built,
                site: self.site.clone(),
                payload,
            })
            .collect()
    }
}

fn story(item: &NewsFile) -> Story {
    Story {
        slug: item.slug.clone(),
        title: item.title.clone(),
        misprint: item.title_misprint.clone(),
        subtitle: item.subtitle.clone(),
        kind: item.kind,
        outlet: item.source.outlet.clone(),
        published: item.published,
        summary: item.summary.clone(),
        outcome: item.updates.last().map(|update| update.text.clone()),
        lang: item.lang,
    }
}

fn headline(story: &Story) -> Headline {
    Headline { slug: story.slug.clone(), title: story.marked_title() }
}

/// The article without its neighbors, which its place in the feed decides.
fn article(item: NewsFile, topics: &[Topic], headlines: &HashMap<Slug, Headline>) -> Article {
    Article {
        story: story(&item),
        topics: topics
            .iter()
            .map(|topic| &topic.slug)
            .filter(|slug| item.topics.contains(slug))
            .cloned()
            .collect(),
        basis: Basis {
            how: item.published_basis.how,
            note: item.published_basis.note,
            url: item.published_basis.url,
        },
        source: Source { url: item.source.url, author: item.source.author, repost: item.source.repost },
        body: item.body,
        figures: item.figures,
        people: item.people,
        updates: item.updates,
        related: item.related.iter().filter_map(|slug| headlines.get(slug).cloned()).collect(),
        previous: None,
        next: None,
    }
}

fn channel(file: ChannelFile) -> Channel {
    Channel {
        service: file.service,
        kind: file.kind,
        label: file.label,
        vanity: file.vanity,
        href: file.href,
        languages: file.languages,
        interpreters: file.interpreters,
    }
}
