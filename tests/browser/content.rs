//! What the site is expected to hold: the editor's files and the addresses of the finished build.

use std::{
    fs,
    path::{Path, PathBuf},
};

use count_me_in::routes::Frame;
use serde::Deserialize;

use crate::{ensure, visit::Outcome};

/// As much of a news item as the tests compare.
#[derive(Deserialize)]
pub struct Item {
    pub slug: String,
    pub order: u32,
    /// As the page shows it.
    pub title: String,
    title_misprint: Option<Misprint>,
}

/// A mistake of the original, which the page marks.
#[derive(Deserialize)]
struct Misprint {
    printed: String,
}

impl Item {
    /// Where its article leads those who want to give.
    pub fn donate_address(&self) -> String {
        format!("/donate/?from={}", self.slug)
    }

    /// Where its article stands.
    pub fn address(&self) -> String {
        format!("/news/{}/", self.slug)
    }
}

/// The news items in the page's own order, as the editor wrote them.
pub fn items() -> Outcome<Vec<Item>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/news");
    let mut items = Vec::new();
    for file in fs::read_dir(&folder)? {
        let mut item: Item = serde_json::from_slice(&fs::read(file?.path())?)?;
        if let Some(Misprint { printed }) = &item.title_misprint {
            item.title = item.title.replace(printed, &format!("{printed} [sic]"));
        }
        items.push(item);
    }
    items.sort_by_key(|item| item.order);
    ensure!(items.len() == 14, "content/news holds {} items, not fourteen", items.len());
    Ok(items)
}

/// The finished build.
pub fn dist() -> Outcome<PathBuf> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    ensure!(
        dist.join("index.html").is_file(),
        "there is no finished build in dist: run bin/test, or trunk build --release"
    );
    Ok(dist)
}

/// Every address of the build that is a page, in order.
pub fn addresses() -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    walk(&dist()?, "/", &mut found)?;
    found.retain(|address| !is_frame(address));
    found.sort();
    Ok(found)
}

/// Adds the addresses of all pages below a folder.
fn walk(folder: &Path, address: &str, found: &mut Vec<String>) -> Outcome {
    if folder.join("index.html").is_file() {
        found.push(address.to_owned());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{address}{}/", entry.file_name().to_string_lossy()), found)?;
        }
    }
    Ok(())
}

fn is_frame(address: &str) -> bool {
    Frame::FOLDERS.iter().any(|folder| address.starts_with(folder))
}

/// Every address of the build that is made for a frame, in order.
pub fn frames() -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    walk(&dist()?, "/", &mut found)?;
    found.retain(|address| is_frame(address));
    found.sort();
    Ok(found)
}
