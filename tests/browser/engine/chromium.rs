//! Chromium, by chromedriver.

use std::process::Command;

use serde_json::json;

use super::{Kind, NotOpened, Session, connect, process, proxy::Proxy};
use crate::{console::EngineLog, ports};

const ADVICE: &str = "apt install chromium chromium-driver";

/// Without a sandbox, because root has none and the pages are ours; without the requests that Chromium makes for itself.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A mouse, which is fine and can hover, though no machine of the tests has one.
    "--blink-settings=primaryPointerType=4,availablePointerTypes=4,primaryHoverType=2,availableHoverTypes=2",
];

/// Chromium's number for a site permission that is denied.
const DENIED: u8 = 2;

pub async fn open(kind: Kind, proxy: Proxy) -> Result<Session, NotOpened> {
    let driver = process::find(&["chromedriver"], ADVICE)?;
    let browser = process::find(&["chromium", "chromium-browser", "google-chrome"], ADVICE)?;
    let preferences = match kind {
        Kind::ScriptsOff => json!({ "profile.managed_default_content_settings.javascript": DENIED }),
        _ => json!({}),
    };
    let mut flags = FLAGS.to_vec();
    if kind == Kind::AppWindow {
        flags.push("--app=data:text/html,");
    }
    let port = ports::free().await?;
    let driver = process::Process::start(
        Command::new(driver).arg(format!("--port={port}")),
        &format!("chromedriver-{port}"),
    )?;
    let capabilities = json!({
        "proxy": proxy.capability(),
        "goog:chromeOptions": { "binary": browser, "args": flags, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let client = connect(&driver, port, kind, capabilities).await?;
    Ok(Session { client, log: EngineLog::chromium(), proxy, processes: vec![driver] })
}
