//! What an engine complains about: its own console, and what the page itself can hear.
//!
//! The engine's console is read up to a fence, a message written on purpose, so that nothing is still on its way.

mod chromium;
mod firefox;
pub mod socket;
mod webkit;

use std::{
    fmt,
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use fantoccini::Client;
use serde::Deserialize;
use serde_json::json;
use socket::Socket;
use tokio::time::sleep;

use crate::{
    ensure,
    pauses::PATIENCE,
    site::Site,
    visit::{Outcome, Visit},
};

/// How serious a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Note,
    Warning,
    Error,
}

/// A message on the console.
#[derive(Clone, Debug)]
pub struct Entry {
    pub level: Level,
    /// Who says it: `network`, `security`, `javascript`, `console-api`, …, in the engine's own words.
    pub source: String,
    pub text: String,
    /// The address it is about, where the engine tells.
    pub address: String,
}

impl Entry {
    /// Whether it is the browser's own word about a request that failed, which no page can prevent.
    pub fn is_about_a_failed_request(&self) -> bool {
        // The second is about the worker's own script.
        self.source == "network"
            && ["Failed to load resource", "error occurred when fetching the script"]
                .iter()
                .any(|words| self.text.contains(words))
    }

    /// Whether it is the browser's own word about having no connection.
    fn is_about_no_connection(&self) -> bool {
        self.is_about_a_failed_request()
            || ["FetchEvent.respondWith", "Fetch API cannot load"]
                .iter()
                .any(|words| self.text.contains(words))
    }

    /// Whether it is the browser's word about a request of the page's own that ended with the page because the reader went on.
    fn is_about_a_page_that_is_gone(&self, site: &Site) -> bool {
        // WebKit's, as about the worker's script. Nothing is checked where a site asks itself, so it cannot mean what it says.
        // It may come late, about the site of the sentence before: all are on one host.
        let is_webkit_s = self.text.contains(&format!("annot load http://{}:", site.host()))
            && self.text.contains("due to access control checks");
        // Firefox's, about what the worker had answered already, as with the WASM of its copy, and what was still on its way
        // into the page. It then has no address to name; it names that of every request which the worker itself fails.
        let is_firefox_s = self.text.contains("Failed to load ‘’. A ServiceWorker intercepted the request");
        is_webkit_s || is_firefox_s
    }

    /// Whether Chromium had no time for the manifest's icon: it fetches it whenever a page is loaded, and complains when
    /// the page, or the server, is gone by then. That the icon is there is tested on the finished site.
    fn is_about_a_late_icon(&self) -> bool {
        self.text.contains("use the following icon from the Manifest")
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} [{}] {} {}", self.level, self.source, self.text, self.address)
    }
}

/// An engine's own console.
pub enum EngineLog {
    /// Asked for through the driver.
    Chromium,
    /// WebDriver `BiDi`, `log.entryAdded`: the console API and script errors, no network messages.
    Firefox(Socket<Entry>),
    /// Web Inspector, `Console.messageAdded`: all of them.
    WebKit(Socket<Entry>),
}

impl EngineLog {
    /// Chromium's, which needs no connection of its own.
    pub const fn chromium() -> Self {
        Self::Chromium
    }

    /// Firefox's, at the session's `BiDi` socket.
    pub async fn firefox(socket: &str) -> Result<Self, String> {
        firefox::listen(socket).await.map(Self::Firefox)
    }

    /// WebKit's, at the browser's inspector port.
    pub async fn webkit(inspector: u16) -> Result<Self, String> {
        webkit::listen(inspector).await.map(Self::WebKit)
    }

    /// Everything said since the last call.
    pub async fn since_last(&mut self, client: &Client) -> Outcome<Vec<Entry>> {
        static FENCES: AtomicU32 = AtomicU32::new(0);
        let fence = format!("fence {} of the browser tests", FENCES.fetch_add(1, Ordering::Relaxed));
        client.execute("console.info(arguments[0])", vec![json!(fence)]).await?;
        let mut entries: Vec<Entry> = Vec::new();
        let deadline = Instant::now() + PATIENCE;
        while !entries.iter().any(|entry| entry.text.contains(&fence)) {
            ensure!(
                Instant::now() < deadline,
                "the engine's console does not show the message written to it"
            );
            match self {
                Self::Chromium => entries.extend(chromium::entries(client).await?),
                Self::Firefox(socket) | Self::WebKit(socket) => entries.extend(socket.news()),
            }
            sleep(Duration::from_millis(5)).await;
        }
        Ok(entries)
    }
}

/// What the page's probe hears; see `site/probe.js`.
#[derive(Deserialize)]
struct Heard {
    kind: String,
    text: String,
}

/// What the probe of the current document has heard.
pub async fn heard_by_the_page(client: &Client) -> Outcome<Vec<Entry>> {
    let heard = client.execute("return window.__heard ?? []", Vec::new()).await?;
    let heard: Vec<Heard> = serde_json::from_value(heard)?;
    Ok(heard
        .into_iter()
        .map(|Heard { kind, text }| Entry { level: Level::Error, source: kind, text, address: String::new() })
        .collect())
}

/// Ends the sentence if anything was said that it does not expect.
pub async fn ensure_quiet(visit: &mut Visit<'_>) -> Outcome {
    let client = visit.page.client();
    let mut entries = visit.log.since_last(client).await?;
    entries.extend(heard_by_the_page(client).await?);
    let is_expected = |entry: &Entry| {
        (visit.expected)(entry)
            || entry.is_about_a_late_icon()
            || entry.is_about_a_page_that_is_gone(&visit.site)
            || (visit.site.was_stopped() && entry.is_about_no_connection())
    };
    let complaints: Vec<String> = entries
        .iter()
        .filter(|entry| entry.level >= Level::Warning && !is_expected(entry))
        .map(ToString::to_string)
        .collect();
    ensure!(complaints.is_empty(), "the console is not quiet:\n  {}", complaints.join("\n  "));
    Ok(())
}
