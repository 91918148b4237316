//! Strings that try to break out of their place: they appear as text, everywhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

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
    const TEXTS: [&str; 16] = [
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
        "provider",
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
    let shell = fs::read_to_string(root().join("index.html")).unwrap();
    let shell: String = shell.lines().filter(|line| !line.contains("data-trunk")).collect();
    fs::write(
        staging.join("index.html"),
        shell.replace("<!--head-->", "<!--head--><!--app /a.js /b.wasm-->"),
    )
    .unwrap();
    for name in ["a.js", "b.wasm"] {
        fs::write(staging.join(name), "").unwrap();
    }
    let style = root().join("style/main.css");
    let build = Build { content: &content, style: &style, staging: &staging, is_release: false };
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
        assert_eq!(found.len(), 24);
        // What an HTML parser makes of characters that no document may have.
        let expected = hostile.replace('\u{0}', "");
        for (path, page) in found {
            let place = format!("{hostile:?} in {}", path.display());
            assert_eq!(count(&page, "iframe, img, svg, object, embed, [onerror], [onload]"), 0, "{place}");
            assert_eq!(count(&page, "style"), 1, "{place}");
            assert_eq!(count(&page, "title"), 1, "{place}");
            let scripts = 2 + usize::from(path.components().any(|part| part.as_os_str() == "news"));
            assert_eq!(count(&page, "script"), scripts, "{place}");
            let body: String =
                page.select(&Selector::parse("body").unwrap()).flat_map(|body| body.text()).collect();
            assert!(body.contains(&expected), "{place}");
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
