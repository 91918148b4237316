//! The browser engines: finding, starting and ending them.

mod chromium;
mod firefox;
pub mod process;
pub mod proxy;
mod webkit;

use std::{fmt, time::Duration};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use process::Process;
use proxy::Proxy;
use serde_json::Value;
use tokio::time::{sleep, timeout};

use crate::console::EngineLog;

/// How long a step of starting a browser may take, but for the longest, the start of a session.
const STARTING: Duration = Duration::from_secs(60);

/// A browser engine that the site has to work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// What a session is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A tab, as most readers have it.
    Tab,
    /// A tab with scripts switched off.
    ScriptsOff,
    /// A tab whose driver waits for no page, so that one which is still on its way can be looked at.
    Impatient,
    /// The window of an installed app.
    AppWindow,
    /// A tab on a device that is full, as far as the browser can be brought to believe so.
    FullDevice,
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Tab => "a tab",
            Self::ScriptsOff => "a tab with scripts off",
            Self::Impatient => "a tab that is not waited for",
            Self::AppWindow => "an app window",
            Self::FullDevice => "a tab on a full device",
        })
    }
}

/// Why there is no session.
pub enum NotOpened {
    /// Something is not installed; the text says what, and how to get it.
    Missing(String),
    /// This engine has no such session; the text says why.
    Impossible(String),
    /// It is installed and does not start.
    Broken(String),
}

impl fmt::Display for NotOpened {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Missing(reason) | Self::Impossible(reason) | Self::Broken(reason)) = self;
        out.write_str(reason)
    }
}

impl From<std::io::Error> for NotOpened {
    fn from(reason: std::io::Error) -> Self {
        Self::Broken(reason.to_string())
    }
}

/// An open browser. Dropping it ends the browser and its driver.
pub struct Session {
    /// The WebDriver connection.
    pub client: Client,
    /// What the engine itself writes to its console.
    pub log: EngineLog,
    /// What it reaches other hosts by.
    pub proxy: Proxy,
    processes: Vec<Process>,
}

impl Session {
    /// Lets the browser quit by itself and ends whatever is left.
    pub async fn close(self) {
        // A browser that hangs is ended below, so how this ends does not matter.
        let _ = timeout(Duration::from_secs(5), self.client.close()).await;
        drop(self.processes);
    }
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Whether the browser of the tests can show a site in a window of its own, as an installed app.
    pub const fn has_app_windows(self) -> bool {
        matches!(self, Self::Chromium)
    }

    /// Whether the browser asks this origin for itself, for its settings and such, and not for a page.
    ///
    /// Chromium's are whole hosts, because its maker has fonts and counters beside them that pages ask for.
    pub fn asks_for_itself(self, origin: &str) -> bool {
        let own: &[&str] = match self {
            Self::Chromium => &[
                "accounts.google.com",
                "android.clients.google.com",
                "clients2.google.com",
                "content-autofill.googleapis.com",
                "optimizationguide-pa.googleapis.com",
                "safebrowsing.googleapis.com",
                "update.googleapis.com",
            ],
            Self::Firefox => &[".mozilla.com", ".mozilla.net", ".mozilla.org", ".firefox.com"],
            Self::WebKit => &[],
        };
        let host = origin.rsplit('/').next().unwrap_or(origin);
        own.iter().any(|own| host == *own || own.starts_with('.') && host.ends_with(own))
    }

    /// Starts the engine's driver and browser.
    pub async fn open(self, kind: Kind) -> Result<Session, NotOpened> {
        if kind == Kind::AppWindow && !self.has_app_windows() {
            return Err(NotOpened::Impossible(format!("{self} has no app windows here")));
        }
        if kind == Kind::FullDevice && self == Self::WebKit {
            return Err(NotOpened::Impossible("webkit's room cannot be limited from outside".into()));
        }
        let proxy = Proxy::open().await?;
        match self {
            Self::Chromium => chromium::open(kind, proxy).await,
            Self::Firefox => firefox::open(kind, proxy).await,
            Self::WebKit => webkit::open(kind, proxy).await,
        }
    }
}

/// Waits until the driver answers and opens a window of one size for all engines.
async fn connect(driver: &Process, port: u16, kind: Kind, capabilities: Value) -> Result<Client, NotOpened> {
    let broken = |what: &str| NotOpened::Broken(format!("{what}; see {}", driver.log().display()));
    let answers = async {
        while process::answer(port, "/status").await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(STARTING, answers).await.map_err(|_| broken("the driver does not answer"))?;

    let Value::Object(mut capabilities) = capabilities else {
        return Err(broken("capabilities are a JSON object"));
    };
    if kind == Kind::Impatient {
        capabilities.insert("pageLoadStrategy".into(), "none".into());
    }
    let capabilities: Capabilities = capabilities;
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    let driver_address = format!("http://127.0.0.1:{port}");
    let client = timeout(Duration::from_secs(90), builder.connect(&driver_address))
        .await
        .map_err(|_| broken("the browser does not start"))?
        .map_err(|reason| broken(&reason.to_string()))?;
    timeout(STARTING, client.set_window_rect(0, 0, 1280, 1000))
        .await
        .map_err(|_| broken("the window cannot be sized"))?
        .map_err(|reason| broken(&reason.to_string()))?;
    Ok(client)
}
