//! What is kept on a device for reading without a connection, and the worker that keeps it.
//! Invariant: the set is bounded, however large the archive is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Failure, Files, edition::Edition, icons, page::Parts, policy::hash, script::Script};
use crate::{
    content::PageData,
    editorial::Library,
    routes::{self, Route},
    serve,
};

/// How many of the newest items are kept; older ones when somebody has opened them.
const NEWEST_ITEMS: usize = 200;

/// How many pages of a feed are kept: those that the newest items fill.
const FEED_PAGES: u32 = 10;

/// All pages and data in one file: they have so much in common that together they weigh a fifth.
#[derive(Serialize)]
struct Bundle<'a> {
    /// What all pages share.
    shell: &'a [String; 5],
    /// Each page's own parts, by its address.
    pages: BTreeMap<String, [&'a str; 4]>,
    /// Other files' types and texts, by their addresses.
    files: BTreeMap<String, [&'a str; 2]>,
}

/// What the worker needs to know.
#[derive(Serialize)]
struct OfflineSet {
    build: String,
    bundle: Asset,
    app: Vec<Asset>,
    /// What a page is sent with.
    headers: BTreeMap<&'static str, &'static str>,
}

/// A file's address, type and hash.
type Asset = (String, &'static str, String);

/// Whether a page is kept on a device.
fn is_kept(route: &Route, library: &Library) -> bool {
    match route {
        Route::Article(slug) => {
            library.articles().iter().take(NEWEST_ITEMS).any(|article| article.story.slug == *slug)
        }
        Route::Feed(key) => key.page.get() <= FEED_PAGES,
        _ => true,
    }
}

/// The files for reading offline: the bundle and the worker.
///
/// # Errors
///
/// When the worker's script is not fit to be sent.
pub fn files(
    edition: &Edition,
    shell: &[String; 5],
    pages: &[(PageData, Parts)],
    files: &Files,
    library: &Library,
) -> Result<Files, Failure> {
    let mut bundle = Bundle { shell, pages: BTreeMap::new(), files: BTreeMap::new() };
    for (page, Parts { policy, head, body, json }) in pages {
        let route = Route::parse(&page.address);
        if !is_kept(&route, library) {
            continue;
        }
        bundle.pages.insert(page.address.clone(), [policy, head, body, json]);
        if let Some(address) = super::shard_address(page)
            && let Some(text) = files.get(&address[1..]).and_then(|bytes| std::str::from_utf8(bytes).ok())
        {
            bundle.files.insert(address, ["application/json", text]);
        }
    }
    bundle.files.insert(routes::ICON.to_owned(), ["image/svg+xml", icons::DRAWING]);
    if let Some(manifest) =
        files.get(&routes::MANIFEST[1..]).and_then(|bytes| std::str::from_utf8(bytes).ok())
    {
        bundle.files.insert(routes::MANIFEST.to_owned(), ["application/manifest+json", manifest]);
    }
    let text = serde_json::to_string(&bundle).map_err(std::io::Error::from)?;
    let name = format!("{}{}.json", routes::OFFLINE_FILES, edition.id);
    // Browsers look at one icon of the manifest whenever a page is loaded.
    let shown = icons::Icon::APP[0].address();
    let is_code = |address: &str| {
        [routes::APP_FILES, routes::KEEPER_FILES].iter().any(|start| address.starts_with(start))
    };
    let app = files.iter().filter_map(|(name, bytes)| {
        let address = format!("/{name}");
        let kind = match name.rsplit_once('.')?.1 {
            _ if !is_code(&address) && address != shown => return None,
            "wasm" => "application/wasm",
            "png" => "image/png",
            _ => "text/javascript",
        };
        Some((address, kind, hash(bytes)))
    });
    let set = OfflineSet {
        build: edition.id.clone(),
        bundle: (name.clone(), "application/json", hash(&text)),
        app: app.collect(),
        headers: serve::headers_of(&Route::HOME.address())
            .chain([("content-type", "text/html; charset=utf-8")])
            .collect(),
    };
    let worker = Script::worker(&serde_json::to_string(&set).map_err(std::io::Error::from)?)?;
    Ok(BTreeMap::from([
        (name[1..].to_owned(), text.into_bytes()),
        (routes::WORKER[1..].to_owned(), worker.code.into_bytes()),
    ]))
}
