//! The finished site, made from Trunk's output, the content and the app itself.
//! Invariant: the whole output is a map from file name to bytes before the first byte is written.

mod edition;
mod failure;
mod frames;
mod head;
mod icons;
mod manifest;
mod measured;
mod offline;
mod page;
mod policy;
mod report;
mod script;
mod shell;
mod style;

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    content::{PageData, Payload},
    documents::{self, Offer},
    editorial::{self, Library},
    model::{Document, Edtf, Leaving, Story},
    routes::{self, Route},
    serve,
};
use edition::Edition;
pub use failure::Failure;
use frames::Partners;
pub use measured::leaving;
use page::Parts;
use script::Script;
use serde_json::json;
use shell::Shell;

/// The hash of the exit's code, as a Content-Security-Policy writes it.
///
/// # Errors
///
/// When the code is not fit to be sent.
pub fn exit_hash() -> Result<String, Failure> {
    Script::exit().map(|script| script.hash)
}

/// What a build writes: names relative to the site's root, and bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// The port of `bin/serve`.
const PORT: u16 = 8080;

/// Runs the command of the command line: `prerender`, `schemas` or `serve`.
#[must_use]
pub fn command_line() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let command = env::args().nth(1);
    let outcome = match command.as_deref() {
        Some("prerender") => hook(root),
        Some("schemas") => write_schemas(&root.join("content")).map_err(Failure::from),
        Some("serve") => serve::run(&root.join("dist"), PORT).map_err(Failure::from),
        _ => Err(Failure::Usage),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Trunk's `post_build` hook: finishes the site in the folder that Trunk names.
fn hook(root: &Path) -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Failure::Usage)?;
    let build = Build {
        content: &root.join("content"),
        leaving: &root.join("measured/leaving.json"),
        style: &root.join("style/main.css"),
        staging: &staging,
        is_release: env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release"),
    };
    let pages = build.finish()?;
    println!("{pages} pages are finished.");
    Ok(())
}

/// What a site is made from.
pub struct Build<'a> {
    /// The folder of the editor's files.
    pub content: &'a Path,
    /// What the tests saw when they left the site.
    pub leaving: &'a Path,
    /// The style sheet of all pages; `documents.css` and `frames.css` stand beside it.
    pub style: &'a Path,
    /// The folder that Trunk has filled, and that becomes the site.
    pub staging: &'a Path,
    /// Whether files are compressed and weighed.
    pub is_release: bool,
}

impl Build<'_> {
    /// Finishes the site and returns the number of its pages.
    ///
    /// # Errors
    ///
    /// When the content or the style is wrong, a budget is exceeded, or a file cannot be read or written.
    pub fn finish(&self) -> Result<usize, Failure> {
        let library = editorial::read(self.content).map_err(Failure::Content)?;
        let built = edition::today()?;
        let sheet = |name: &str| style::bundle(&self.style.with_file_name(name));
        let styles = [style::bundle(self.style)?, sheet("documents.css")?];
        let shell = Shell::read(self.staging, styles, library.giving())?;
        let partners = Partners::new(sheet("frames.css")?)?;
        let pages: Vec<(PageData, Parts)> = pages(&library, &leaving(self.leaving)?, built)
            .into_iter()
            .map(|data| (data.clone(), Parts::of(data, &shell, library.origin())))
            .collect();
        let mut files = site(&library, &pages, &shell, built)?;
        files.extend(partners.files(&library));
        files.insert(serve::HEADERS_FILE.to_owned(), serve::headers_file().into_bytes());
        if self.is_release {
            files.extend(report::compress_and_report(&files, &shell, &partners)?);
        }
        shell.remove_originals(self.staging)?;
        for (name, bytes) in &files {
            let path = self.staging.join(name);
            fs::create_dir_all(path.parent().unwrap_or(self.staging))?;
            fs::write(path, bytes)?;
        }
        Ok(pages.len())
    }
}

/// The data of every page of the site.
#[must_use]
pub fn pages(library: &Library, leaving: &Leaving, built: Edtf) -> Vec<PageData> {
    let site = library.site();
    let stories: Vec<&Story> = library.stories(None).collect();
    let offer = Offer { origin: library.origin(), stories: &stories };
    let documents = documents::all(site, library.giving(), leaving, &offer);
    let documents = documents.into_iter().map(|(route, document)| PageData {
        address: route.address(),
        built,
        site: site.clone(),
        payload: Payload::Document(document),
    });
    library.pages(built).into_iter().chain(documents).collect()
}

/// Every file of the site.
fn site(
    library: &Library,
    pages: &[(PageData, Parts)],
    shell: &Shell,
    built: Edtf,
) -> Result<Files, Failure> {
    let manifest = manifest::json(&shell.style)?;
    let shared_texts = shell.texts().into_iter().chain([manifest.as_str(), icons::DRAWING]);
    let edition = Edition::of(built, shared_texts, pages.iter().map(|(_, parts)| parts));
    let shared = page::shared(shell, &edition, &library.site().organisation.exit);
    let mut files = shell.assets();
    for (data, parts) in pages {
        if let (Some(address), Some(json)) = (shard_address(data), shard(&edition, shell, data)) {
            files.insert(address[1..].to_owned(), json);
        }
        files.insert(Route::parse(&data.address).file(), parts.whole(&shared).into_bytes());
    }
    files.extend(icons::files(icons::DRAWING)?);
    files.insert(routes::MANIFEST[1..].to_owned(), manifest.into_bytes());
    files.extend(offline::files(&edition, &shared, pages, &files, library)?);
    Ok(files)
}

/// Where a page's data is, for readers who come by a link inside the app.
fn shard_address(data: &PageData) -> Option<String> {
    match (Route::parse(&data.address), &data.payload) {
        (Route::Feed(key), Payload::Feed(_)) => Some(routes::feed_data(&key)),
        (Route::Article(slug), Payload::Article(_)) => Some(routes::article_data(&slug)),
        (route, Payload::Document(_)) => Some(routes::document_data(&route)),
        _ => None,
    }
}

/// A page's data, with the build that it belongs to; a document's comes with its style.
fn shard(edition: &Edition, shell: &Shell, data: &PageData) -> Option<Vec<u8>> {
    let content = match &data.payload {
        Payload::Feed(feed) => serde_json::to_value(feed),
        Payload::Article(article) => serde_json::to_value(article),
        Payload::Document(document) => serde_json::to_value(Document {
            html: format!("<style>{}</style>{}", shell.document_style, document.html),
        }),
        Payload::Nothing => return None,
    };
    serde_json::to_vec(&json!({ "build": edition.id, "content": content.ok()? })).ok()
}

/// Writes the JSON schemas for editors.
fn write_schemas(content: &Path) -> io::Result<()> {
    for (name, text) in editorial::schemas().files() {
        fs::write(content.join(name), text)?;
    }
    Ok(())
}
