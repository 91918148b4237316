//! Firefox's console, by WebDriver `BiDi`: the console API, uncaught errors and rejections, policy violations.

use serde_json::{Value, json};

use super::{
    Entry, Level,
    socket::{Heard, Socket},
};

pub async fn listen(address: &str) -> Result<Socket<Entry>, String> {
    let greeting =
        json!({ "id": 1, "method": "session.subscribe", "params": { "events": ["log.entryAdded"] } });
    Socket::open(address, Some(greeting), understand).await
}

fn understand(message: &Value) -> Heard<Entry> {
    if message["method"] != "log.entryAdded" {
        return Heard { news: None, answer: None };
    }
    let entry = &message["params"];
    let news = Entry {
        level: match entry["level"].as_str() {
            Some("error") => Level::Error,
            Some("warn") => Level::Warning,
            _ => Level::Note,
        },
        source: entry["type"].as_str().unwrap_or_default().to_owned(),
        text: entry["text"].as_str().unwrap_or_default().to_owned(),
        address: entry["stackTrace"]["callFrames"][0]["url"].as_str().unwrap_or_default().to_owned(),
    };
    Heard { news: Some(news), answer: None }
}
