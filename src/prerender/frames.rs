//! What partner sites load: the frames, the script of their element, and the descriptions that `WordPress` asks for.
//! Invariant: a frame needs nothing but itself, so it works in a sandbox that takes its origin away.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::json;

use super::{Failure, Files, head::escape, policy::frame_policy, script::Script};
use crate::{
    documents::{
        SANDBOX,
        frames::{self, FrameText, MOST_STORIES},
    },
    editorial::Library,
    messages::messages,
    model::{Site, Story},
    routes::{self, Frame, Route},
};

/// How large a frame is said to be before it says so itself, in px; `WordPress` makes it fit its column.
const USUAL_SIZE: (u32, u32) = (600, 420);

/// How long a description may be kept, in seconds (<https://oembed.com/>, section 2.3.4): a day.
const KEPT_FOR: u32 = 86_400;

/// The script of the element.
fn script() -> Result<Script, Failure> {
    let titles = serde_json::to_string(&BTreeMap::from(frames::titles())).map_err(std::io::Error::from)?;
    Script::partner(&titles, SANDBOX)
}

/// What partner sites load, as it is in the finished site.
pub struct Partners {
    /// What stands in each frame: one script, and one style.
    pub frame_script: Script,
    frame_style: String,
    /// The script of the element.
    pub script: Script,
}

impl Partners {
    /// Makes what all frames share.
    ///
    /// # Errors
    ///
    /// When a script is not fit to be sent.
    pub fn new(frame_style: String) -> Result<Self, Failure> {
        Ok(Self { frame_script: Script::frame()?, frame_style, script: script()? })
    }

    /// Every file for partner sites.
    pub fn files(&self, library: &Library) -> Files {
        let site = Arc::new(library.site().clone());
        let mut files =
            Files::from([(routes::PARTNER_SCRIPT[1..].to_owned(), self.script.code.clone().into_bytes())]);
        for (frame, stories) in all(library) {
            files.insert(frame.file(), self.page(&site, &frames::text(&site, frame, stories)).into_bytes());
        }
        if let Some(origin) = library.origin() {
            for article in library.articles() {
                let description = description(origin, &article.story, &site).into_bytes();
                files.insert(routes::oembed(&article.story.slug)[1..].to_owned(), description);
            }
        }
        files
    }

    fn page(&self, site: &Site, FrameText { frame, title, html }: &FrameText) -> String {
        let topics = site.topics.iter().map(|topic| topic.slug.as_str()).collect::<Vec<_>>().join("|");
        let topics = match frame {
            Frame::Feed(None) => format!(" data-topics=\"{topics}\""),
            _ => String::new(),
        };
        // Without scripts every link leaves the frame; with them, frame.js says where to.
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
             <script data-destination=\"{exit}\"{topics}>{script}</script><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"referrer\" content=\"no-referrer\"><meta name=\"robots\" content=\"noindex\">\
             <meta name=\"color-scheme\" content=\"light dark\"><base target=\"_top\">\
             <style>{style}</style></head><body>{html}</body></html>",
            lang = messages().language().tag(),
            policy = frame_policy(&self.frame_style, &self.frame_script),
            exit = escape(site.organisation.exit.as_str()),
            script = self.frame_script.code,
            title = escape(title),
            style = self.frame_style,
        )
    }
}

/// Every frame with its stories.
fn all(library: &Library) -> Vec<(Frame, Vec<Story>)> {
    let newest = |topic| library.stories(topic).take(MOST_STORIES).cloned().collect();
    let mut frames =
        vec![(Frame::Feed(None), newest(None)), (Frame::Hotline, Vec::new()), (Frame::Donate, Vec::new())];
    for topic in &library.site().topics {
        frames.push((Frame::Feed(Some(topic.slug.clone())), newest(Some(&topic.slug))));
    }
    for story in library.stories(None) {
        frames.push((Frame::Article(story.slug.clone()), vec![story.clone()]));
    }
    frames
}

/// What an article's address stands for in another site, as <https://oembed.com/> has it. `WordPress` keeps of the HTML one
/// quotation with a link, which it shows until the frame has said its height, and the frame (`wp_filter_oembed_result`).
fn description(origin: &str, story: &Story, site: &Site) -> String {
    let title = story.marked_title();
    let frame = format!("{origin}{}", Frame::Article(story.slug.clone()).address());
    let address = format!("{origin}{}", Route::Article(story.slug.clone()).address());
    let (width, height) = USUAL_SIZE;
    let name = messages().title_of_page(&title);
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": messages().site_name,
        "provider_url": format!("{origin}{}", Route::HOME.address()),
        "author_name": site.organisation.name,
        "author_url": site.organisation.website,
        "cache_age": KEPT_FOR,
        "width": width,
        "height": height,
        "html": format!(
            "<blockquote><a href=\"{address}\">{title}</a></blockquote>\
             <iframe src=\"{frame}\" width=\"{width}\" height=\"{height}\" frameborder=\"0\" title=\"{name}\"></iframe>",
            address = escape(&address),
            title = escape(&title),
            frame = escape(&frame),
            name = escape(&name),
        ),
    })
    .to_string()
}
