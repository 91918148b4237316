//! Firefox, by geckodriver, with a WebDriver `BiDi` socket for its console.

use std::process::Command;

use serde_json::{Value, json};

use super::{NotOpened, Scripts, Session, connect, process};
use crate::console::EngineLog;

const ADVICE: &str = "apt install firefox-esr, cargo install geckodriver";

pub async fn open(scripts: Scripts) -> Result<Session, NotOpened> {
    let driver = process::find(&["geckodriver"], ADVICE)?;
    let browser = process::find(&["firefox-esr", "firefox"], ADVICE)?;
    let port = process::free_port()?;
    let mut command = Command::new(driver);
    // Port 0 lets Firefox choose a free one for the socket, and say so in the session's capabilities.
    command.args(["--port", &port.to_string(), "--websocket-port", "0"]);
    let driver = process::Process::start(&mut command, &format!("geckodriver-{port}"))?;
    let capabilities = json!({
        "webSocketUrl": true,
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless"],
            // Beyond the silence that geckodriver sees to by itself.
            "prefs": {
                "javascript.enabled": scripts == Scripts::On,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "browser.safebrowsing.update.enabled": false,
                "services.settings.server": "data:,",
            },
        },
    });
    let client = connect(&driver, port, capabilities).await?;
    let socket = client
        .capabilities()
        .and_then(|capabilities| capabilities.get("webSocketUrl"))
        .and_then(Value::as_str)
        .ok_or_else(|| NotOpened::Broken("Firefox offers no WebDriver BiDi socket".into()))?;
    let log = EngineLog::firefox(socket).await.map_err(NotOpened::Broken)?;
    Ok(Session { client, log, processes: vec![driver] })
}
