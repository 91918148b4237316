//! Chromium, by chromedriver.

use std::process::Command;

use serde_json::json;

use super::{NotOpened, Scripts, Session, connect, process};
use crate::console::EngineLog;

const ADVICE: &str = "apt install chromium chromium-driver";

/// Without a sandbox, because root has none and the pages are ours; without the requests that Chromium makes for itself.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Chromium's number for a site permission that is denied.
const DENIED: u8 = 2;

pub async fn open(scripts: Scripts) -> Result<Session, NotOpened> {
    let driver = process::find(&["chromedriver"], ADVICE)?;
    let browser = process::find(&["chromium", "chromium-browser", "google-chrome"], ADVICE)?;
    let preferences = match scripts {
        Scripts::On => json!({}),
        Scripts::Off => json!({ "profile.managed_default_content_settings.javascript": DENIED }),
    };
    let port = process::free_port()?;
    let driver = process::Process::start(
        Command::new(driver).arg(format!("--port={port}")),
        &format!("chromedriver-{port}"),
    )?;
    let capabilities = json!({
        "goog:chromeOptions": { "binary": browser, "args": FLAGS, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let client = connect(&driver, port, capabilities).await?;
    Ok(Session { client, log: EngineLog::chromium(), processes: vec![driver] })
}
