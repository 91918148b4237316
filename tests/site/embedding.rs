//! What the finished site has for partner sites.

use std::{collections::BTreeMap, fs};

use count_me_in::{
    documents::SANDBOX,
    routes::{Frame, PARTNER_SCRIPT, Route},
    serve,
};
use scraper::Html;

use crate::{all, articles, attributes, collect, dist, is_frame, library, pages, text};

/// Every frame by its address.
fn frames() -> BTreeMap<String, Html> {
    let mut frames = BTreeMap::new();
    collect(&dist(), &mut frames);
    frames.retain(|address, _| is_frame(address));
    frames
}

/// The scripts of a page that run.
fn scripts(page: &Html) -> Vec<String> {
    all(page, "script:not([type])").iter().map(|script| script.text().collect()).collect()
}

#[test]
fn there_is_a_frame_for_all_that_can_be_shown() {
    let library = library();
    let mut expected = vec![Frame::Feed(None), Frame::Hotline, Frame::Donate];
    expected.extend(library.site().topics.iter().map(|topic| Frame::Feed(Some(topic.slug.clone()))));
    expected.extend(library.articles().iter().map(|article| Frame::Article(article.story.slug.clone())));
    let mut expected: Vec<String> = expected.iter().map(Frame::address).collect();
    expected.sort();
    assert_eq!(frames().into_keys().collect::<Vec<_>>(), expected);
}

#[test]
fn a_frame_is_complete_without_scripts_and_needs_nothing_but_itself() {
    for (address, frame) in &frames() {
        assert_eq!(attributes(frame, ".help-bar a[href^='tel:']", "href"), ["tel:+18885392373"], "{address}");
        assert_eq!(attributes(frame, "a[data-exit]", "href"), ["https://www.weather.gov/"], "{address}");
        assert_eq!((all(frame, "h1").len(), all(frame, "main").len()), (1, 1), "{address}");
        assert!(!text(frame, "title").is_empty() && text(frame, "main").len() > 100, "{address}");
        assert_eq!(all(frame, "[src], link, iframe, form, input, button").len(), 0, "{address}");
        assert_eq!((scripts(frame).len(), all(frame, "script").len()), (1, 1), "{address}");
        assert_eq!(
            attributes(frame, "base", "target"),
            ["_top"],
            "{address}: a link would stay in the frame"
        );
        let policy = attributes(frame, "meta[http-equiv='Content-Security-Policy']", "content").join("");
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{address}: {policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{address}: {policy}");
    }
}

#[test]
fn every_link_of_a_frame_leads_to_a_page() {
    let pages = pages();
    for (address, frame) in &frames() {
        for link in attributes(frame, "a[href]", "href") {
            let is_elsewhere = ["https://", "tel:", "sms:"].iter().any(|start| link.starts_with(start));
            assert!(is_elsewhere || pages.contains_key(&link), "{address}: {link}");
        }
    }
}

#[test]
fn a_frame_of_the_news_has_the_newest_stories_and_no_more_than_ten() {
    let frames = frames();
    let links = |address: &str| attributes(&frames[address], ".story-card__title a", "href");
    let addresses = |topic: &str| -> Vec<String> {
        let articles = articles().into_iter();
        let articles = articles
            .filter(|article| topic.is_empty() || article.topics.iter().any(|slug| slug.as_str() == topic));
        articles.take(10).map(|article| Route::Article(article.story.slug).address()).collect()
    };
    assert_eq!(links("/embed/feed/").len(), 10);
    let more = |address: &str| {
        let frame = &frames[address];
        (attributes(frame, ".embed-frame__more", "href").join(""), text(frame, ".embed-frame__more"))
    };
    assert_eq!(links("/embed/feed/"), addresses(""));
    assert_eq!(more("/embed/feed/"), ("/".to_owned(), "All the news".to_owned()));
    for topic in &library().site().topics {
        let address = format!("/embed/topics/{}/", topic.slug);
        assert_eq!(links(&address), addresses(topic.slug.as_str()));
        let of_topic = Route::topic(topic.slug.clone()).address();
        assert_eq!(more(&address), (of_topic, "All the news of this topic".to_owned()));
    }
}

#[test]
fn every_page_and_every_frame_says_by_header_who_may_frame_it() {
    let value = |address: &str| {
        let found: Vec<_> =
            serve::headers_of(address).filter(|(name, _)| *name == "content-security-policy").collect();
        assert_eq!(found.len(), 1, "{address}: {found:?}");
        found[0].1
    };
    for address in pages().keys() {
        assert_eq!(value(address), "frame-ancestors 'self'", "{address}");
    }
    for address in frames().keys() {
        assert_eq!(value(address), "frame-ancestors *", "{address}");
    }
    assert_eq!(fs::read_to_string(dist().join("_headers")).unwrap(), serve::headers_file());
}

/// The public face of the element's script. Partners have put it into pages that nobody changes any more: whatever is
/// here must stay, and what is not here may come.
#[test]
fn the_script_of_version_1_stays_what_partners_have_copied() {
    assert_eq!(PARTNER_SCRIPT, "/embed/v1.js");
    let script = fs::read_to_string(dist().join("embed/v1.js")).unwrap();
    for promise in [
        "\"cast-news\"",
        "\"show\", \"article\"",
        "\"count\", \"topic\", \"lang\", \"scheme\", \"accent\", \"from\"",
        "\"cast:height\"",
        "`/embed/${",
        "news/${",
    ] {
        assert!(script.contains(promise), "{promise} is gone from v1.js");
    }
    assert!(script.contains(SANDBOX), "v1.js has another sandbox than the lines of the iframe");
    let docs = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/embedding.md")).unwrap();
    assert!(docs.contains(SANDBOX), "docs/embedding.md has another sandbox than the lines of the iframe");
    let frame = &scripts(&frames()["/embed/feed/"])[0];
    for promise in ["cast:height", "#\\?secret=", "\"height\"", "\"link\"", "\"ready\""] {
        assert!(frame.contains(promise), "{promise} is gone from the frames' script");
    }
}

#[test]
fn a_color_of_a_partner_is_judged_by_the_white_that_stands_on_it() {
    let tokens = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).unwrap();
    let white =
        tokens.split("--paper-bright:").nth(1).and_then(|rest| rest.split(';').next()).unwrap().trim();
    for script in
        [&scripts(&frames()["/embed/feed/"])[0], &scripts(&pages()[&Route::Embed.address()]).join("")]
    {
        assert!(
            script.contains(&format!("ON_ACCENT = \"{white}\"")),
            "contrast.js has another white than {white}"
        );
    }
}

#[test]
fn without_scripts_the_page_for_partners_has_the_lines_and_nothing_that_needs_one() {
    let pages = pages();
    let page = &pages[&Route::Embed.address()];
    for hidden in
        [".embed-builder", "[data-preview]", "[data-command]", "[data-snippet=wordpress]:has(code:empty)"]
    {
        let found = all(page, hidden);
        assert!(!found.is_empty(), "{hidden} is not there");
        assert!(found.iter().all(|element| element.attr("hidden").is_some()), "{hidden}");
    }
    assert_eq!(all(page, "[data-snippet]").len(), 3);
    // This site does not know its own address, so the page says what to put in its place.
    let placeholder = "https://this-site.example";
    assert!(text(page, ".without-scripts").contains(placeholder));
    for name in ["element", "iframe"] {
        let snippet = format!("[data-snippet={name}]:not([hidden])");
        let lines = text(page, &format!("{snippet} code"));
        assert!(lines.contains(&format!("src=\"{placeholder}/embed/")) && !lines.contains('{'), "{lines}");
        assert_eq!(text(page, &format!("{snippet} .snippet__size")), format!("{} bytes", lines.len()));
    }
}
