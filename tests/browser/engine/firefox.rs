//! Firefox, by geckodriver, with a WebDriver `BiDi` socket for its console.

use std::process::Command;

use serde_json::{Value, json};

use super::{Kind, NotOpened, Session, connect, process, proxy::Proxy};
use crate::{console::EngineLog, ports};

const ADVICE: &str = "apt install firefox-esr, cargo install geckodriver";

pub async fn open(kind: Kind, proxy: Proxy) -> Result<Session, NotOpened> {
    let driver = process::find(&["geckodriver"], ADVICE)?;
    let browser = process::find(&["firefox-esr", "firefox"], ADVICE)?;
    let port = ports::free().await?;
    let mut command = Command::new(driver);
    let marionette = ports::free().await?;
    command.args(["--port", &port.to_string(), "--marionette-port", &marionette.to_string()]);
    // Port 0 lets Firefox choose a free one for the socket, and say so in the session's capabilities.
    command.args(["--websocket-port", "0"]);
    let driver = process::Process::start(&mut command, &format!("geckodriver-{port}"))?;
    let capabilities = json!({
        "proxy": proxy.capability(),
        "webSocketUrl": true,
        "moz:firefoxOptions": {
            "binary": browser,
            "args": ["-headless"],
            // Beyond the silence that geckodriver sees to by itself.
            "prefs": {
                "javascript.enabled": kind != Kind::ScriptsOff,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "browser.safebrowsing.update.enabled": false,
                // A mouse, which is fine and can hover, though no machine of the tests has one.
                "ui.primaryPointerCapabilities": 6,
                "ui.allPointerCapabilities": 6,
                "services.settings.server": "data:,",
                // In KiB, for all sites together; -1 is the usual, a part of the device's free space.
                "dom.quotaManager.temporaryStorage.fixedLimit": if kind == Kind::FullDevice { 512 } else { -1 },
            },
        },
    });
    let client = connect(&driver, port, kind, capabilities).await?;
    let socket = client
        .capabilities()
        .and_then(|capabilities| capabilities.get("webSocketUrl"))
        .and_then(Value::as_str)
        .ok_or_else(|| NotOpened::Broken("Firefox offers no WebDriver BiDi socket".into()))?;
    let log = EngineLog::firefox(socket).await.map_err(NotOpened::Broken)?;
    Ok(Session { client, log, proxy, processes: vec![driver] })
}
