//! Every address of the site, read and written in this one place.
//! Invariant: `Route::parse(&route.address()) == route`.

mod frames;

pub use frames::{Frame, OEMBED_FOLDER, PARTNER_SCRIPT, oembed};

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
    /// Where the hosted page sends somebody who has given.
    Thanks,
    /// The hotlines.
    Help,
    /// How to read safely, and what leaving does.
    Safety,
    /// The app on this device: installing it, and deleting what it stores.
    App,
    /// What partner sites can show of this one, and how.
    Embed,
    /// What the worker answers with for a page that is not kept on the device.
    Offline,
    /// No page of ours.
    NotFound,
}

/// The id of the element that holds a page's own content.
pub const MAIN_ID: &str = "main";

/// The link from the start of each page to its content.
pub const MAIN_ANCHOR: &str = "#main";

/// How the addresses of the app's own files start; the rest is a hash of their bytes, so they never change.
pub const APP_FILES: &str = "/app-";

/// How the address of the script starts that keeps the site on a device; the rest is a hash of it.
pub const KEEPER_FILES: &str = "/keeper-";

/// How the address of what is kept on a device starts; the rest is the build's id.
pub const OFFLINE_FILES: &str = "/offline-";

/// How the addresses of pages start that there are any number of.
pub const FOLDERS: [&str; 3] = ["/page/", "/topics/", "/news/"];

/// The icon, from which all others are made.
pub const ICON: &str = "/icon.svg";

/// The service worker, which browsers look for at the same address for ever.
pub const WORKER: &str = "/sw.js";

/// What the installed app is called, looks like and opens.
pub const MANIFEST: &str = "/manifest.webmanifest";

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
            ["donate", "thanks"] => Self::Thanks,
            ["help"] => Self::Help,
            ["offline"] => Self::Offline,
            ["safety"] => Self::Safety,
            ["app"] => Self::App,
            ["embed"] => Self::Embed,
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
            Self::Thanks => "/donate/thanks/".to_owned(),
            Self::Help => "/help/".to_owned(),
            Self::Safety => "/safety/".to_owned(),
            Self::App => "/app/".to_owned(),
            Self::Embed => "/embed/".to_owned(),
            Self::Offline => "/offline/".to_owned(),
            Self::NotFound => "/404.html".to_owned(),
        }
    }

    /// The name of the script that this page's own HTML has and no other's.
    #[must_use]
    pub const fn script(&self) -> Option<&'static str> {
        match self {
            Self::App => Some("app-script"),
            Self::Embed => Some("embed-script"),
            Self::Donate | Self::Thanks => Some("giving-script"),
            _ => None,
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

/// The address of "Count me in" for somebody on this page: an article's name goes along, and nothing else does.
#[must_use]
pub fn donate_from(here: &Route) -> String {
    let address = Route::Donate.address();
    match here {
        Route::Article(slug) => format!("{address}?from={slug}"),
        _ => address,
    }
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

/// The address of the text of a page that is finished natively.
#[must_use]
pub fn document_data(route: &Route) -> String {
    format!("/data/documents/{}.json", route.address().trim_matches('/'))
}

/// The address of an icon, by its name.
#[must_use]
pub fn icon(name: &str) -> String {
    format!("/icons/{name}.png")
}

/// The address of a picture of the app, by its name.
#[must_use]
pub fn screenshot(name: &str) -> String {
    format!("/screenshots/{name}.png")
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
            "/donate/thanks/",
            "/help/",
            "/safety/",
            "/app/",
            "/embed/",
            "/offline/",
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
