//! WebKit, by `WebKitWebDriver` and `MiniBrowser` on a virtual screen, with its Web Inspector socket for its console.
//!
//! The browser is started here and not by the driver, because only so can it be given an inspector port.
//! Its sandbox is off: it does not start as root, and the pages are ours.

use std::{
    collections::HashSet,
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::Command,
    time::Duration,
};

use serde_json::json;
use tokio::{
    task,
    time::{sleep, timeout},
};

use super::{
    Kind, NotOpened, STARTING, Session, connect,
    process::{self, Process},
    proxy::Proxy,
};
use crate::{console::EngineLog, ports};

const ADVICE: &str = "apt install webkit2gtk-driver xvfb";

pub async fn open(kind: Kind, proxy: Proxy) -> Result<Session, NotOpened> {
    let driver = process::find(&["WebKitWebDriver"], ADVICE)?;
    let browser = mini_browser()?;
    let (screen, display) = open_screen().await?;

    let inspector = ports::free().await?;
    let mut command = Command::new(browser);
    command
        .args(["--automation", "--enable-developer-extras=true"])
        .arg(format!("--enable-javascript={}", kind != Kind::ScriptsOff))
        .arg(format!("--proxy=http://{}", proxy.address()))
        .arg("--ignore-host=127.0.0.0/8")
        .env("DISPLAY", display)
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("WEBKIT_INSPECTOR_HTTP_SERVER", format!("127.0.0.1:{inspector}"));
    let browser = Process::start(&mut command, &format!("minibrowser-{inspector}"))?;
    let automation = automation_port(&browser, inspector).await?;

    let port = ports::free().await?;
    let mut command = Command::new(driver);
    command.arg(format!("--port={port}")).arg(format!("--target=127.0.0.1:{automation}"));
    let driver = Process::start(&mut command, &format!("webkitwebdriver-{port}"))?;
    let client = connect(&driver, port, kind, json!({})).await?;
    let log = EngineLog::webkit(inspector).await.map_err(NotOpened::Broken)?;
    // In the order in which they are to end.
    Ok(Session { client, log, proxy, processes: vec![driver, browser, screen] })
}

/// The test browser that comes with `WebKitGTK`, which is not on the PATH.
fn mini_browser() -> Result<PathBuf, NotOpened> {
    let folders =
        ["/usr/lib", "/usr/libexec"].into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let nested =
        folders.flatten().flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten());
    nested
        .map(|folder| folder.path().join("MiniBrowser"))
        .find(|program| program.is_file())
        .ok_or_else(|| NotOpened::Missing(format!("MiniBrowser is not installed: {ADVICE}")))
}

/// A virtual screen on the first display number that is free.
async fn open_screen() -> Result<(Process, String), NotOpened> {
    let program = process::find(&["Xvfb"], ADVICE)?;
    let mut command = Command::new(program);
    command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
    let (screen, stdout) = Process::start_and_read(&mut command, "xvfb")?;
    let number = task::spawn_blocking(move || {
        let mut number = String::new();
        stdout.map(|stdout| BufReader::new(stdout).read_line(&mut number)).transpose().map(|_| number)
    })
    .await
    .map_err(|reason| NotOpened::Broken(reason.to_string()))??;
    if number.trim().is_empty() {
        return Err(NotOpened::Broken(format!("Xvfb does not start; see {}", screen.log().display())));
    }
    Ok((screen, format!(":{}", number.trim())))
}

/// With an inspector port, `MiniBrowser` chooses its automation port by itself and tells nobody; the system knows it.
async fn automation_port(browser: &Process, inspector: u16) -> Result<u16, NotOpened> {
    let found = async {
        loop {
            let sockets = sockets_of(browser.id());
            let listens = |socket: &&Socket| socket.state == LISTENING && socket.local != inspector;
            if let Some(Socket { local: port, .. }) = sockets.iter().find(listens) {
                // The browser's own two connections have to come first, its pages' and its inspector's: a driver that is
                // quicker takes the place of one, and the inspector then lists no page.
                let own = sockets.iter().filter(|socket| socket.state == CONNECTED && socket.remote == *port);
                if own.count() == 2 {
                    return *port;
                }
            }
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(STARTING, found).await.map_err(|_| {
        NotOpened::Broken(format!("MiniBrowser opens no automation port; see {}", browser.log().display()))
    })
}

/// The system's words for two states of a socket.
const LISTENING: &str = "0A";
const CONNECTED: &str = "01";

/// A line of the system's table of sockets.
struct Socket {
    local: u16,
    remote: u16,
    state: String,
}

fn sockets_of(process: u32) -> Vec<Socket> {
    let own: HashSet<String> = fs::read_dir(format!("/proc/{process}/fd"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|file| fs::read_link(file.path()).ok()?.to_str().map(str::to_owned))
        .collect();
    let table = fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    table.lines().skip(1).filter_map(|line| socket(line, &own)).collect()
}

/// Columns 1, 2, 3 and 9 are the local and the remote address, the state, and the socket's number.
fn socket(line: &str, own: &HashSet<String>) -> Option<Socket> {
    let columns: Vec<&str> = line.split_whitespace().collect();
    let port = |column: usize| u16::from_str_radix(columns.get(column)?.split_once(':')?.1, 16).ok();
    let is_own = own.contains(&format!("socket:[{}]", columns.get(9)?));
    let state = (*columns.get(3)?).to_owned();
    is_own.then_some(Socket { local: port(1)?, remote: port(2)?, state })
}
