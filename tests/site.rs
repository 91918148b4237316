//! The finished site in `dist/`, as a reader without scripts, a search engine and a validator see it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

#[path = "site/app.rs"]
mod app;
#[path = "site/embedding.rs"]
mod embedding;
#[path = "site/giving.rs"]
mod giving;
#[path = "site/loading.rs"]
mod loading;
#[path = "site/manifest.rs"]
mod manifest;
#[path = "site/picture.rs"]
mod picture;
#[path = "site/published.rs"]
mod published;
#[path = "site/safety.rs"]
mod safety;
#[path = "common/shell.rs"]
mod shell;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use count_me_in::{
    editorial::{self, Library},
    model::{Article, Edtf, Leaving},
    prerender,
    routes::{Frame, Route},
};
use scraper::{Html, Selector};

/// Every page of the site by its address; what is made for frames is none.
fn pages() -> BTreeMap<String, Html> {
    let mut pages = BTreeMap::new();
    collect(&dist(), &mut pages);
    pages.retain(|address, _| !is_frame(address));
    pages
}

fn is_frame(address: &str) -> bool {
    Frame::FOLDERS.iter().any(|folder| address.starts_with(folder))
}

fn articles() -> Vec<Article> {
    library().articles().to_vec()
}

fn library() -> Library {
    editorial::read(&root().join("content")).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The day of a build.
fn today() -> Edtf {
    "2026-11-23".parse().unwrap()
}

fn leaving() -> Leaving {
    prerender::leaving(&root().join("measured/leaving.json")).unwrap_or_else(|failure| panic!("{failure}"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn dist() -> PathBuf {
    let dist = root().join("dist");
    assert!(dist.join("index.html").is_file(), "There is no finished site: run bin/test, which builds it");
    dist
}

fn collect(folder: &Path, pages: &mut BTreeMap<String, Html>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, pages);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            let below = path.strip_prefix(dist()).unwrap().to_string_lossy().into_owned();
            let address = format!("/{}", below.trim_end_matches("index.html"));
            pages.insert(address, Html::parse_document(&fs::read_to_string(&path).unwrap()));
        }
    }
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    all(page, selector).iter().filter_map(|element| element.attr(name).map(str::to_owned)).collect()
}

fn text(page: &Html, selector: &str) -> String {
    let text: String = all(page, selector).iter().flat_map(scraper::ElementRef::text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_is_valid_html() {
    let result = Command::new(root().join("node_modules/.bin/html-validate"))
        .args(["--config", "tests/html-validate.json", "--ext", "html", "dist"])
        .current_dir(root())
        .output()
        .expect("html-validate is missing: run bin/setup");
    let report = String::from_utf8_lossy(&result.stdout);
    assert!(result.status.success(), "{report}{}", String::from_utf8_lossy(&result.stderr));
}

#[test]
fn every_page_has_the_hotline_the_way_out_and_one_heading_before_any_script() {
    for (address, page) in &pages() {
        let numbers = attributes(page, ".help-bar a[href^='tel:']", "href");
        assert_eq!(numbers, ["tel:+18885392373"], "{address}");
        assert_eq!(attributes(page, ".help-bar__exit", "href"), ["https://www.weather.gov/"], "{address}");
        assert_eq!(all(page, "main h1").len(), 1, "{address}");
        assert_eq!(all(page, "h1").len(), 1, "{address}");
        assert!(!text(page, "title").is_empty(), "{address}");
        assert!(!attributes(page, "meta[name=description]", "content")[0].is_empty(), "{address}");
        assert_eq!(all(page, "script[src]").len(), 0, "{address}");
        assert!(all(page, "a[href^='/donate/']").len() >= usize::from(*address != "/donate/"), "{address}");
    }
}

#[test]
fn every_address_of_the_site_is_a_page() {
    let library = library();
    let expected: BTreeSet<String> =
        prerender::pages(&library, &leaving(), today()).into_iter().map(|page| page.address).collect();
    assert_eq!(pages().into_keys().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn home_lists_all_items_in_the_editors_order() {
    let pages = pages();
    let home = &pages["/"];
    let expected: Vec<String> =
        articles().iter().map(|article| Route::Article(article.story.slug.clone()).address()).collect();
    assert_eq!(expected.len(), 14);
    assert_eq!(attributes(home, ".story-card__title a", "href"), expected);
    let titles: Vec<String> =
        all(home, ".story-card__title a").iter().map(|link| link.text().collect()).collect();
    let published: Vec<String> = articles().iter().map(|article| article.story.marked_title()).collect();
    assert_eq!(titles, published);
    assert!(text(home, ".masthead").contains("CNN Freedom Project"));
    for (link, title) in all(home, ".story-card__more").iter().zip(published) {
        let name: String = link.text().collect();
        assert!(name.starts_with("Read more") && name.contains(&title), "{name}");
    }
}

#[test]
fn an_article_shows_everything_that_its_file_has() {
    let pages = pages();
    for article in &articles() {
        let address = Route::Article(article.story.slug.clone()).address();
        let page = &pages[&address];
        let main = text(page, "main");
        let has = |piece: &str| {
            let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(main.contains(&piece), "{address} lacks {piece:?}");
        };
        has(&article.story.marked_title());
        has(&article.story.summary);
        has(&article.basis.note);
        article
            .story
            .subtitle
            .iter()
            .chain(&article.story.outlet)
            .chain(&article.source.author)
            .for_each(|text| has(text));
        article.figures.iter().flat_map(|figure| [&figure.number, &figure.counts]).for_each(|text| has(text));
        article.people.iter().flat_map(|person| [&person.name, &person.role]).for_each(|text| has(text));
        article.related.iter().for_each(|headline| has(&headline.title));
        let links: BTreeSet<String> = attributes(page, "main a[href]", "href").into_iter().collect();
        let updates = article.updates.iter().map(|update| &update.url);
        for url in
            article.source.url.iter().chain(&article.source.repost).chain(&article.basis.url).chain(updates)
        {
            assert!(links.contains(url.as_str()), "{address} lacks a link to {}", url.as_str());
        }
        article.updates.iter().for_each(|update| has(&update.text));
        assert!(
            page.html().contains(&format!("<p>{}", ""))
                && all(page, ".story-text > *").len() == article.body.len()
        );
    }
}

#[test]
fn a_misprint_in_a_title_is_marked_wherever_the_title_stands() {
    let marked = "ACTION ALERT: Makes Calls [sic] to Support";
    let pages = pages();
    let (address, page) = pages.iter().find(|(address, _)| address.contains("action-alert")).unwrap();
    assert!(text(page, "h1").starts_with(marked), "{address}");
    assert!(text(page, "title").starts_with(marked), "{address}");
    for (address, page) in &pages {
        // The data behind the page, in its script, keeps the title as it was published.
        let shown = format!("{} {}", text(page, "main"), text(page, "title"));
        assert!(!shown.contains("Makes Calls to"), "{address}");
    }
}

#[test]
fn every_internal_link_leads_to_a_page_and_every_anchor_to_a_place() {
    let pages = pages();
    for (address, page) in &pages {
        for link in attributes(page, "a[href]", "href") {
            if let Some(anchor) = link.strip_prefix('#') {
                assert_eq!(all(page, &format!("[id='{anchor}']")).len(), 1, "{address}: {link}");
            } else if link.starts_with('/') {
                let page = link.split('?').next().unwrap_or_default();
                assert!(pages.contains_key(page), "{address}: {link}");
            } else {
                let is_known =
                    ["https://", "http://", "tel:", "sms:"].iter().any(|start| link.starts_with(start));
                assert!(is_known, "{address}: {link}");
            }
        }
        for file in attributes(page, "link[href]", "href") {
            assert!(dist().join(file.trim_start_matches('/')).is_file(), "{address}: {file}");
        }
    }
}
