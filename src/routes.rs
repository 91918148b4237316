//! Every address of the site, read and written in this one place.
//! Invariant: `Route::parse(&route.address()) == route`.

use crate::model::{FeedKey, PageNumber, Slug};

/// What an address of this site names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// A page of the news: home, or a topic.
    Feed(FeedKey),
    /// One article.
    Article(Slug),
    /// "Count me in".
    Donate,
    /// The hotlines.
    Help,
    /// No page of ours.
    NotFound,
}

/// The id of the element that holds a page's own content.
pub const MAIN_ID: &str = "main";

/// The link from the start of each page to its content.
pub const MAIN_ANCHOR: &str = "#main";

/// How the addresses of the app's own files start; the rest is a hash of their bytes, so they never change.
pub const APP_FILES: &str = "/app-";

impl Route {
    /// The home page.
    pub const HOME: Self = Self::Feed(FeedKey { topic: None, page: PageNumber::FIRST });

    /// The first page of a topic.
    #[must_use]
    pub fn topic(topic: Slug) -> Self {
        Self::Feed(FeedKey { topic: Some(topic), page: PageNumber::FIRST })
    }

    /// What the path of an address names. A missing last slash and a written-out `index.html` are
    /// forgiven, because servers differ in them.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        Self::from_parts(&parts).unwrap_or(Self::NotFound)
    }

    fn from_parts(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [""] => Self::HOME,
            ["page", page] => feed(None, later_page(page)?),
            ["topics", topic] => feed(Some(topic.parse().ok()?), PageNumber::FIRST),
            ["topics", topic, "page", page] => feed(Some(topic.parse().ok()?), later_page(page)?),
            ["news", slug] => Self::Article(slug.parse().ok()?),
            ["donate"] => Self::Donate,
            ["help"] => Self::Help,
            _ => return None,
        })
    }

    /// The canonical address, with a slash at its end; [`Route::NotFound`] has the file that servers
    /// answer with.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Feed(FeedKey { topic, page }) => {
                let mut address = match topic {
                    Some(topic) => format!("/topics/{topic}/"),
                    None => "/".to_owned(),
                };
                if *page != PageNumber::FIRST {
                    address += &format!("page/{page}/");
                }
                address
            }
            Self::Article(slug) => format!("/news/{slug}/"),
            Self::Donate => "/donate/".to_owned(),
            Self::Help => "/help/".to_owned(),
            Self::NotFound => "/404.html".to_owned(),
        }
    }

    /// The file that holds the page, relative to the site's root.
    #[must_use]
    pub fn file(&self) -> String {
        let address = self.address();
        let name = address.trim_start_matches('/');
        if address.ends_with('/') { format!("{name}index.html") } else { name.to_owned() }
    }
}

fn feed(topic: Option<Slug>, page: PageNumber) -> Route {
    Route::Feed(FeedKey { topic, page })
}

/// The first page has an address of its own without a number.
fn later_page(text: &str) -> Option<PageNumber> {
    text.parse().ok().filter(|page| *page != PageNumber::FIRST)
}

/// The address of the data behind a feed page.
#[must_use]
pub fn feed_data(key: &FeedKey) -> String {
    match &key.topic {
        Some(topic) => format!("/data/topics/{topic}/{}.json", key.page),
        None => format!("/data/feed/{}.json", key.page),
    }
}

/// The address of the data behind an article.
#[must_use]
pub fn article_data(slug: &Slug) -> String {
    format!("/data/news/{slug}.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_as_the_route_that_wrote_it() {
        for address in [
            "/",
            "/page/2/",
            "/topics/media/",
            "/topics/media/page/3/",
            "/news/a-b/",
            "/donate/",
            "/help/",
            "/404.html",
        ] {
            assert_eq!(Route::parse(address).address(), address);
        }
    }

    #[test]
    fn servers_may_drop_the_last_slash_or_name_the_file() {
        assert_eq!(Route::parse("/news/a/index.html"), Route::parse("/news/a"));
        assert_eq!(Route::parse("/index.html"), Route::HOME);
    }

    #[test]
    fn what_is_no_address_of_ours_is_not_found() {
        for path in ["/page/1/", "/page/0/", "/news/", "/news/A/", "/news/a/b/", "/topics/%22/", "/x"] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}
