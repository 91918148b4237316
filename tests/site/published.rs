//! What the finished site says of its own address: nothing false without one, and to partners what they need with one.

use std::{fs, io::Write, path::Path};

use count_me_in::{
    editorial,
    prerender::Build,
    routes::{self, Frame, Route},
};
use scraper::Html;
use serde_json::{Value, json};

use crate::{all, articles, attributes, dist, library, pages, root, shell, text};

/// A site made of the real content, published at that address.
fn published_at(origin: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (content, staging) = (folder.path().join("content"), folder.path().join("site"));
    copy(&root().join("content"), &content);
    let file = content.join("organisation.json");
    let mut organisation: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    organisation["published_at"] = json!(origin);
    fs::write(&file, organisation.to_string()).unwrap();
    fs::create_dir(&staging).unwrap();
    fs::write(staging.join("index.html"), shell::shell().unwrap()).unwrap();
    fs::write(staging.join("a.js"), "").unwrap();
    fs::write(staging.join("b.wasm"), "").unwrap();
    let build = Build {
        content: &content,
        leaving: &root().join("measured/leaving.json"),
        style: &root().join("style/main.css"),
        staging: &staging,
        is_release: false,
    };
    build.finish().unwrap_or_else(|failure| panic!("{failure}"));
    folder
}

/// How many bytes a page has when it is sent.
fn packed(html: &str) -> usize {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(html.as_bytes()).unwrap();
    packed.len()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn an_article_s_address_is_described_to_wordpress_where_the_site_knows_its_own() {
    let origin = "https://news.castla.org";
    let folder = published_at(&format!("{origin}/"));
    let site = folder.path().join("site");
    for article in articles() {
        let route = Route::Article(article.story.slug.clone());
        let html = fs::read_to_string(site.join(route.file())).unwrap();
        let weight = packed(&html);
        assert!(weight <= 12 * 1024, "{} has {weight} bytes, more than an article may", route.address());
        let head = &html[..html.find("</head>").unwrap()];
        assert!(head.len() < 150 * 1024, "WordPress reads no further than 150 kB");
        let page = Html::parse_document(&html);
        assert_eq!(
            attributes(&page, "link[rel=canonical]", "href"),
            [format!("{origin}{}", route.address())]
        );
        let found = attributes(&page, "head link[type='application/json+oembed']", "href");
        assert_eq!(found, [format!("{origin}{}", routes::oembed(&article.story.slug))]);
        let file = site.join(&routes::oembed(&article.story.slug)[1..]);
        let described: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        assert_eq!((&described["version"], &described["type"]), (&json!("1.0"), &json!("rich")));
        assert_eq!(described["title"], json!(article.story.marked_title()));
        assert!(described["width"].as_u64() > Some(0) && described["height"].as_u64() > Some(0));
        let html = Html::parse_fragment(described["html"].as_str().unwrap());
        let frame = Frame::Article(article.story.slug.clone()).address();
        assert_eq!(attributes(&html, "iframe", "src"), [format!("{origin}{frame}")]);
        assert_eq!(attributes(&html, "blockquote > a", "href"), [format!("{origin}{}", route.address())]);
        assert_eq!(text(&html, "blockquote"), article.story.marked_title());
        assert!(site.join(&frame[1..]).join("index.html").is_file());
    }
    let html = fs::read_to_string(site.join("embed/index.html")).unwrap();
    assert!(packed(&html) <= 17 * 1024, "the page for partners weighs {} bytes", packed(&html));
    let page = Html::parse_document(&html);
    assert_eq!(all(&page, "[name=article] option").len(), 10, "the page grows with the archive");
    let lines = text(&page, "[data-snippet=element] code");
    assert!(
        lines.contains("src=\"https://news.castla.org/embed/v1.js\" referrerpolicy=\"no-referrer\" async"),
        "{lines}"
    );
    assert!(!lines.contains('{') && all(&page, "[data-snippet][hidden]").is_empty(), "{lines}");
    assert!(
        !page.html().contains("this-site.example"),
        "the page says what to put in the place of the address"
    );
}

#[test]
fn a_site_that_does_not_know_its_address_says_nothing_false_of_it() {
    assert!(!dist().join("oembed").exists() || library().origin().is_some());
    for (address, page) in pages() {
        let links = attributes(&page, "link[rel=canonical], link[rel=alternate]", "href");
        assert!(links.is_empty() || library().origin().is_some(), "{address}: {links:?}");
    }
}

#[test]
fn an_address_that_is_no_origin_is_reported() {
    for wrong in ["https://castla.org/news/", "castla.org", "https://castla.org/?a"] {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("content"), folder.path());
        let file = folder.path().join("organisation.json");
        let mut organisation: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        organisation["published_at"] = json!(wrong);
        fs::write(&file, organisation.to_string()).unwrap();
        let problems = editorial::read(folder.path()).err().unwrap_or_default();
        assert_eq!(problems.len(), 1, "{wrong}: {problems:?}");
        assert!(problems[0].to_string().contains("https://news.castla.org"), "{problems:?}");
    }
}
