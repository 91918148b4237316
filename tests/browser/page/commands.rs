//! WebDriver commands that the client has no method for.

use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command that a session's driver is sent.
#[derive(Debug)]
pub enum Command {
    /// Says by which name assistive technology calls the element.
    ComputedName { element: String },
    /// Goes to a frame by its number or its element, or by `null` to the page itself from wherever one is.
    ToFrame(Value),
    /// Asks Chromium's developer tools (<https://chromedevtools.github.io/devtools-protocol/>).
    DeveloperTools { name: &'static str, parameters: Value },
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let command = match self {
            Self::ComputedName { element } => format!("element/{element}/computedlabel"),
            Self::ToFrame(_) => "frame".to_owned(),
            Self::DeveloperTools { .. } => "goog/cdp/execute".to_owned(),
        };
        driver.join(&format!("session/{}/{command}", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match self {
            Self::ComputedName { .. } => (Method::GET, None),
            Self::ToFrame(frame) => (Method::POST, Some(json!({ "id": frame }).to_string())),
            Self::DeveloperTools { name, parameters } => {
                (Method::POST, Some(json!({ "cmd": name, "params": parameters }).to_string()))
            }
        }
    }
}
