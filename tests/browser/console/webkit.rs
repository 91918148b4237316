//! WebKit's console, by the Web Inspector protocol, which wraps what a page says in messages of its "target".

use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::time::sleep;

use super::{
    Entry, Level,
    socket::{Heard, Socket},
};
use crate::{engine::process, pauses::PATIENCE};

/// Finds the page's socket on the inspector's list and listens there.
pub async fn listen(inspector: u16) -> Result<Socket<Entry>, String> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let list = process::answer(inspector, "/").await.unwrap_or_else(|reason| reason.to_string());
        if let Some(path) = page_socket(&list) {
            return Socket::open(&format!("ws://127.0.0.1:{inspector}{path}"), None, understand).await;
        }
        if Instant::now() > deadline {
            return Err(format!("WebKit's inspector lists no page, but: {list}"));
        }
        sleep(Duration::from_millis(20)).await;
    }
}

fn page_socket(list: &str) -> Option<&str> {
    let start = list.find("/socket/")?;
    let end = list[start..].find('\'')?;
    Some(&list[start..start + end])
}

fn understand(message: &Value) -> Heard<Entry> {
    let answer = (message["method"] == "Target.targetCreated").then(|| {
        let enable = json!({ "id": 1, "method": "Console.enable" });
        let target = &message["params"]["targetInfo"]["targetId"];
        let params = json!({ "targetId": target, "message": enable.to_string() });
        json!({ "id": 1, "method": "Target.sendMessageToTarget", "params": params })
    });
    let news = (message["method"] == "Target.dispatchMessageFromTarget")
        .then(|| serde_json::from_str(message["params"]["message"].as_str()?).ok())
        .flatten()
        .and_then(|message: Value| entry(&message));
    Heard { news, answer }
}

fn entry(message: &Value) -> Option<Entry> {
    if message["method"] != "Console.messageAdded" {
        return None;
    }
    let message = &message["params"]["message"];
    Some(Entry {
        level: match message["level"].as_str() {
            Some("error") => Level::Error,
            Some("warning") => Level::Warning,
            _ => Level::Note,
        },
        source: message["source"].as_str()?.to_owned(),
        text: message["text"].as_str()?.to_owned(),
        address: message["url"].as_str().unwrap_or_default().to_owned(),
    })
}
