//! What is on the screen, even while the next page is on its way.

use std::{
    io::Cursor,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::Client;
use serde_json::{Value, json};

use crate::{
    console::socket::{Heard, Socket},
    engine::{Engine, process},
    ensure,
    pauses::Pauses,
    visit::{Outcome, Stop},
};

/// How long a change may take to be painted on a busy machine; the network is held for as long as it is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// The tab's screen.
pub enum Screen {
    /// Chromium answers no question while a page makes way for one of another site, but shows each frame that it paints
    /// to whoever has asked before (Chrome `DevTools` Protocol, `Page.startScreencast`). The last frame is kept.
    Watched(Socket<String>, Option<String>),
    /// The others can be asked at any time.
    Asked(Client),
}

impl Screen {
    /// Starts to watch.
    pub async fn watch(engine: Engine, client: &Client) -> Outcome<Self> {
        if engine != Engine::Chromium {
            return Ok(Self::Asked(client.clone()));
        }
        let capabilities = client.capabilities();
        let port = capabilities
            .and_then(|capabilities| capabilities["goog:chromeOptions"]["debuggerAddress"].as_str())
            .and_then(|address| address.rsplit(':').next()?.parse().ok())
            .ok_or_else(|| Stop::Failed("Chromium has no debugger".into()))?;
        let list = process::answer(port, "/json/list").await.map_err(|reason| reason.to_string())?;
        let list: Vec<Value> = serde_json::from_str(&list)?;
        let page = list.iter().find(|target| target["type"] == "page");
        let socket = page
            .and_then(|page| page["webSocketDebuggerUrl"].as_str())
            .ok_or_else(|| Stop::Failed(format!("Chromium lists no page, but {list:?}")))?;
        let greeting = json!({ "id": 0, "method": "Page.startScreencast", "params": { "format": "png" } });
        Ok(Self::Watched(Socket::open(socket, Some(greeting), frame).await?, None))
    }

    /// Waits until the screen has one color only, or something else than that; whether it comes to that in time.
    pub async fn comes_to_be_of_one_color(&mut self, wanted: bool) -> Outcome<bool> {
        let deadline = Instant::now() + PATIENCE;
        let mut pauses = Pauses::begin();
        loop {
            if self.is_of_one_color().await? == Some(wanted) {
                return Ok(true);
            }
            if Instant::now() > deadline {
                return Ok(false);
            }
            pauses.pause().await;
        }
    }

    /// Whether every pixel has the same color; `None` when nothing has been painted yet.
    async fn is_of_one_color(&mut self) -> Outcome<Option<bool>> {
        let picture = match self {
            // Firefox has none to give in the moment in which one page takes the place of another.
            Self::Asked(client) => match client.screenshot().await {
                Ok(picture) => picture,
                Err(_) => return Ok(None),
            },
            Self::Watched(socket, last) => {
                *last = socket.news().pop().or(last.take());
                let Some(frame) = last else { return Ok(None) };
                STANDARD.decode(frame)?
            }
        };
        let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let size = reader.next_frame(&mut pixels)?.color_type.samples();
        ensure!(pixels.len() > size, "the picture is empty");
        Ok(Some(pixels.chunks(size).all(|pixel| pixel == &pixels[..size])))
    }
}

/// A painted frame, which has to be acknowledged before the next is sent.
fn frame(message: &Value) -> Heard<String> {
    if message["method"] != "Page.screencastFrame" {
        return Heard { news: None, answer: None };
    }
    let session = json!({ "sessionId": message["params"]["sessionId"] });
    Heard {
        news: message["params"]["data"].as_str().map(str::to_owned),
        answer: Some(json!({ "id": 0, "method": "Page.screencastFrameAck", "params": session })),
    }
}
