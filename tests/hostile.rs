//! Strings that try to break out of their place: they appear as text, everywhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

#[path = "common/shell.rs"]
mod shell;

use std::{
    fs,
    path::{Path, PathBuf},
};

use count_me_in::prerender::Build;
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// Each tries another way out: of the title, of an attribute, of a script, of a style, of a comment; the
/// last two turn the direction of reading and need four bytes a character.
const HOSTILE: [&str; 7] = [
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script><!--<script>",
    "</style><svg onload=alert(1)>",
    "--><iframe src=javascript:alert(1)></iframe>",
    "\u{202e}thgir ot tfel\u{2066} {{7*7}} ${7*7} &lt;b&gt;",
    "👩🏽‍🚒 𝕳𝖊𝖑𝖕 \u{0}\u{7f}'`",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Replaces every text for readers in a file by the hostile one.
fn spoil(value: &mut Value, hostile: &str) {
    const TEXTS: [&str; 15] = [
        "title",
        "subtitle",
        "summary",
        "text",
        "by",
        "note",
        "outlet",
        "author",
        "number",
        "counts",
        "name",
        "role",
        "quote",
        "short_name",
        "place",
    ];
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if TEXTS.contains(&key.as_str()) && value.is_string() {
                    *value = json!(hostile);
                } else if key == "items" {
                    *value = json!([hostile]);
                } else {
                    spoil(value, hostile);
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| spoil(entry, hostile)),
        _ => {}
    }
}

fn spoil_file(from: &Path, to: &Path, hostile: &str) {
    let mut value: Value = serde_json::from_str(&fs::read_to_string(from).unwrap()).unwrap();
    if let Some(fields) = value.as_object_mut() {
        fields.remove("title_misprint");
    }
    spoil(&mut value, hostile);
    fs::write(to, value.to_string()).unwrap();
}

/// A finished site whose every text is hostile.
fn site(hostile: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (content, staging) = (folder.path().join("content"), folder.path().join("site"));
    fs::create_dir_all(content.join("news")).unwrap();
    fs::create_dir_all(&staging).unwrap();
    for file in ["topics.json", "organisation.json", "giving.json"] {
        spoil_file(&root().join("content").join(file), &content.join(file), hostile);
    }
    for entry in fs::read_dir(root().join("content/news")).unwrap() {
        let path = entry.unwrap().path();
        spoil_file(&path, &content.join("news").join(path.file_name().unwrap()), hostile);
    }
    let file = content.join("organisation.json");
    let mut organisation: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    organisation["published_at"] = json!("https://news.example.org");
    fs::write(&file, organisation.to_string()).unwrap();
    fs::write(staging.join("index.html"), shell::shell().unwrap()).unwrap();
    for name in ["a.js", "b.wasm"] {
        fs::write(staging.join(name), "").unwrap();
    }
    let style = root().join("style/main.css");
    let leaving = root().join("measured/leaving.json");
    let build =
        Build { content: &content, leaving: &leaving, style: &style, staging: &staging, is_release: false };
    build.finish().map_err(|failure| failure.to_string()).unwrap();
    folder
}

fn pages(folder: &Path, found: &mut Vec<(PathBuf, Html)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            let html = fs::read_to_string(&path).unwrap();
            found.push((path, Html::parse_document(&html)));
        }
    }
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn hostile_text_stays_text_on_every_page() {
    for hostile in HOSTILE {
        let site = site(hostile);
        let mut found = Vec::new();
        pages(&site.path().join("site"), &mut found);
        assert_eq!(found.len(), 52);
        // What an HTML parser makes of characters that no document may have.
        let expected = hostile.replace('\u{0}', "");
        let is_frame = |path: &Path| {
            let below = path.strip_prefix(site.path().join("site/embed"));
            below.is_ok_and(|below| below.components().count() > 1)
        };
        for (path, page) in found {
            let place = format!("{hostile:?} in {}", path.display());
            assert_eq!(count(&page, "iframe, img, svg, object, embed, [onerror], [onload]"), 0, "{place}");
            // A document comes with a style of its own.
            let styles = 1 + count(&page, ".document");
            assert_eq!(count(&page, "style"), styles, "{place}");
            assert_eq!(count(&page, "title"), 1, "{place}");
            // The exit, what is decided before the first paint, the data, the loader; some pages have one more. A frame
            // has one.
            let own = ["news", "app", "donate", "embed"];
            let has_more = path.components().any(|part| own.iter().any(|name| part.as_os_str() == *name));
            let scripts = if is_frame(&path) { 1 } else { 4 + usize::from(has_more) };
            assert_eq!(count(&page, "script"), scripts, "{place}");
            let body: String =
                page.select(&Selector::parse("body").unwrap()).flat_map(|body| body.text()).collect();
            // The hotlines have no text of which an editor writes more than the number.
            assert!(body.contains(&expected) || path.ends_with("embed/hotline/index.html"), "{place}");
            for script in page.select(&Selector::parse("script[type$=json]").unwrap()) {
                let json: String = script.text().collect();
                let value: Result<Value, _> = serde_json::from_str(&json);
                assert!(
                    value.is_ok_and(|value| value.to_string().contains(&json!(hostile).to_string())),
                    "{place}"
                );
            }
        }
    }
}

#[test]
fn hostile_text_stays_text_in_what_wordpress_is_told() {
    for hostile in HOSTILE {
        let site = site(hostile);
        for entry in fs::read_dir(site.path().join("site/oembed")).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            let described: Value = serde_json::from_str(&text).unwrap();
            let html = Html::parse_fragment(described["html"].as_str().unwrap());
            assert_eq!(count(&html, "*"), 4, "{hostile:?}: {described}");
            assert_eq!(
                count(&html, "blockquote > a[href^='https://news.example.org/news/']"),
                1,
                "{described}"
            );
            assert_eq!(count(&html, "iframe[src^='https://news.example.org/embed/news/']"), 1, "{described}");
        }
    }
}

#[test]
fn hostile_titles_reach_the_title_and_the_description_whole() {
    let hostile = HOSTILE[0];
    let site = site(hostile);
    let mut found = Vec::new();
    pages(&site.path().join("site/news"), &mut found);
    for (path, page) in found {
        let title: String =
            page.select(&Selector::parse("title").unwrap()).flat_map(|title| title.text()).collect();
        assert!(title.starts_with(hostile), "{} has the title {title:?}", path.display());
        let meta = Selector::parse("meta[name=description]").unwrap();
        let description = page.select(&meta).next().and_then(|meta| meta.attr("content"));
        assert_eq!(description, Some(hostile), "{}", path.display());
    }
}
