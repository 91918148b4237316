//! The addresses for partner sites: frames, the script of the element, and what describes a frame to machines.

use crate::model::Slug;

/// The script that partners load. It stays at this address, and compatible, for ever.
pub const PARTNER_SCRIPT: &str = "/embed/v1.js";

/// How the addresses of all descriptions start.
pub const OEMBED_FOLDER: &str = "/oembed/";

/// A page for a frame in a partner's page: finished like every page, but without the app.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// The newest stories, of all topics or of one.
    Feed(Option<Slug>),
    /// One story.
    Article(Slug),
    /// Every way to get help.
    Hotline,
    /// "Count me in".
    Donate,
}

impl Frame {
    /// How the addresses of all frames of a sort start; no page of the app starts so.
    pub const FOLDERS: [&str; 5] =
        ["/embed/feed/", "/embed/topics/", "/embed/news/", "/embed/hotline/", "/embed/donate/"];

    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        let [feed, topics, news, hotline, donate] = Self::FOLDERS;
        match self {
            Self::Feed(None) => feed.to_owned(),
            Self::Feed(Some(topic)) => format!("{topics}{topic}/"),
            Self::Article(slug) => format!("{news}{slug}/"),
            Self::Hotline => hotline.to_owned(),
            Self::Donate => donate.to_owned(),
        }
    }

    /// The file that holds it, relative to the site's root.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}index.html", &self.address()[1..])
    }
}

/// The address of an article's description for programs that embed it (<https://oembed.com/>).
#[must_use]
pub fn oembed(slug: &Slug) -> String {
    format!("{OEMBED_FOLDER}{slug}.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::Route;

    #[test]
    fn no_frame_has_the_address_of_a_page() {
        let slug: Slug = "a-b".parse().unwrap();
        let frames = [
            Frame::Feed(None),
            Frame::Feed(Some(slug.clone())),
            Frame::Article(slug),
            Frame::Hotline,
            Frame::Donate,
        ];
        for (frame, folder) in frames.iter().zip(Frame::FOLDERS) {
            assert!(frame.address().starts_with(folder), "{frame:?}");
            assert_eq!(Route::parse(&frame.address()), Route::NotFound, "{frame:?}");
        }
    }
}
