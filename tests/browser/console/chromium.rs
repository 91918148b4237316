//! Chromium's console: chromedriver keeps it and hands over what is new.

use axum::http::Method;
use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use serde::Deserialize;
use serde_json::json;
use url::{ParseError, Url};

use super::{Entry, Level};
use crate::visit::Outcome;

/// The driver's own command for the browser's log.
#[derive(Debug)]
struct TakeLog;

impl WebDriverCompatibleCommand for TakeLog {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

#[derive(Deserialize)]
struct Line {
    level: String,
    source: String,
    message: String,
}

/// What is new on the console. The address stands at the head of the message.
pub async fn entries(client: &Client) -> Outcome<Vec<Entry>> {
    let lines: Vec<Line> = serde_json::from_value(client.issue_cmd(TakeLog).await?)?;
    Ok(lines
        .into_iter()
        .map(|line| Entry {
            level: match line.level.as_str() {
                "SEVERE" => Level::Error,
                "WARNING" => Level::Warning,
                _ => Level::Note,
            },
            source: line.source,
            address: line.message.split(' ').next().unwrap_or_default().to_owned(),
            text: line.message,
        })
        .collect())
}
