//! The browser engines: finding, starting and ending them.

mod chromium;
mod firefox;
pub mod process;
mod webkit;

use std::{fmt, time::Duration};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use process::Process;
use serde_json::Value;
use tokio::time::{sleep, timeout};

use crate::console::EngineLog;

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

/// Whether a session's pages run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scripts {
    On,
    Off,
}

impl fmt::Display for Scripts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::On => "scripts on",
            Self::Off => "scripts off",
        })
    }
}

/// Why there is no session.
pub enum NotOpened {
    /// Something is not installed; the text says what, and how to get it.
    Missing(String),
    /// It is installed and does not start.
    Broken(String),
}

impl fmt::Display for NotOpened {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Missing(reason) | Self::Broken(reason)) = self;
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

    /// Starts the engine's driver and browser.
    pub async fn open(self, scripts: Scripts) -> Result<Session, NotOpened> {
        match self {
            Self::Chromium => chromium::open(scripts).await,
            Self::Firefox => firefox::open(scripts).await,
            Self::WebKit => webkit::open(scripts).await,
        }
    }
}

/// Waits until the driver answers and opens a window of one size for all engines.
async fn connect(driver: &Process, port: u16, capabilities: Value) -> Result<Client, NotOpened> {
    let broken = |what: &str| NotOpened::Broken(format!("{what}; see {}", driver.log().display()));
    let answers = async {
        while process::answer(port, "/status").await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(20), answers).await.map_err(|_| broken("the driver does not answer"))?;

    let Value::Object(capabilities) = capabilities else {
        return Err(broken("capabilities are a JSON object"));
    };
    let capabilities: Capabilities = capabilities;
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    let driver_address = format!("http://127.0.0.1:{port}");
    let client = timeout(Duration::from_secs(90), builder.connect(&driver_address))
        .await
        .map_err(|_| broken("the browser does not start"))?
        .map_err(|reason| broken(&reason.to_string()))?;
    timeout(Duration::from_secs(20), client.set_window_rect(0, 0, 1280, 1000))
        .await
        .map_err(|_| broken("the window cannot be sized"))?
        .map_err(|reason| broken(&reason.to_string()))?;
    Ok(client)
}
