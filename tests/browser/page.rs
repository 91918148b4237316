//! What a reader does in the browser's tab, and what can be seen there.

mod commands;
mod hands;

use std::time::{Duration, Instant};

use commands::Command;
use fantoccini::{Client, Locator, elements::Element, error::CmdError};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    pauses::{PATIENCE, Pauses},
    visit::{Outcome, Stop},
};

/// The application has taken over the page.
const LIVE: &str = "document.documentElement?.dataset.app === 'live'";

/// The tab, and the site's origin.
pub struct Page {
    client: Client,
    origin: String,
}

impl Page {
    pub const fn new(client: Client, origin: String) -> Self {
        Self { client, origin }
    }

    /// The WebDriver connection, for what has no name here.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Loads an address of the site as a document.
    pub async fn open(&self, address: &str) -> Outcome {
        self.go(&format!("{}{address}", self.origin)).await
    }

    /// Loads any address as a document.
    pub async fn go(&self, address: &str) -> Outcome {
        self.client.goto(address).await?;
        // Not every session's driver waits for that by itself.
        let there = format!("location.href === '{address}' && document.readyState === 'complete'");
        if self.is_waited_for() { Ok(()) } else { self.wait_for("the document", &there).await }
    }

    /// Whether the driver answers when the document is complete. WebKit's may do so while it is still loading.
    fn is_waited_for(&self) -> bool {
        let capability = |name| self.client.capabilities().and_then(|capabilities| capabilities.get(name));
        capability("pageLoadStrategy").is_none_or(|strategy| strategy != "none")
            && capability("browserName").is_none_or(|name| name != "MiniBrowser")
    }

    /// Loads an address and waits until the application has taken over.
    pub async fn open_live(&self, address: &str) -> Outcome {
        self.open(address).await?;
        self.wait_until_live().await
    }

    /// Waits until the application has taken over.
    pub async fn wait_until_live(&self) -> Outcome {
        self.wait_for("the application to take over", LIVE).await
    }

    /// Goes into the page's only frame, for what is asked and done from now on.
    pub async fn enter_frame(&self) -> Outcome {
        self.client.issue_cmd(Command::ToFrame(0.into())).await?;
        Ok(())
    }

    /// Goes into the frame whose element this JavaScript expression is.
    pub async fn enter_frame_of(&self, element: &str) -> Outcome {
        let element = self.client.execute(&format!("return {element}"), Vec::new()).await?;
        self.client.issue_cmd(Command::ToFrame(element)).await?;
        Ok(())
    }

    /// Goes to the page itself, even where the frame is gone.
    pub async fn leave_frame(&self) -> Outcome {
        self.client.issue_cmd(Command::ToFrame(Value::Null)).await?;
        Ok(())
    }

    /// Goes where there is no page at all.
    pub async fn leave(&self) -> Outcome {
        self.go("about:blank").await
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_for(&self, what: &str, condition: &str) -> Outcome {
        self.wait_within(PATIENCE, what, condition).await
    }

    /// Waits, with a patience of its own, until a JavaScript expression is true.
    pub async fn wait_within(&self, patience: Duration, what: &str, condition: &str) -> Outcome {
        let deadline = Instant::now() + patience;
        let mut pauses = Pauses::begin();
        let script = format!("return Boolean({condition})");
        loop {
            // While one document makes way for another there is nobody to ask, which is as good as "not yet".
            let answer = self.client.execute(&script, Vec::new()).await;
            if matches!(answer, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let asked =
                    answer.err().map(|reason| format!("\n  asking failed: {reason}")).unwrap_or_default();
                let waited = patience.as_secs();
                return Err(Stop::Failed(format!(
                    "waited {waited} s for {what}; instead:{}{asked}",
                    self.sight().await
                )));
            }
            pauses.pause().await;
        }
    }

    /// The value of a JavaScript expression.
    pub async fn ask<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        let value = self.client.execute(&format!("return {expression}"), Vec::new()).await?;
        serde_json::from_value(value).map_err(|reason| Stop::Failed(format!("{expression}: {reason}")))
    }

    /// Runs JavaScript statements for what they do.
    pub async fn run(&self, statements: &str) -> Outcome {
        self.client.execute(statements, Vec::new()).await?;
        Ok(())
    }

    /// The address after the origin, as the address bar has it.
    pub async fn address(&self) -> Outcome<String> {
        let address = self.client.current_url().await?;
        Ok(address.as_str().trim_start_matches(&self.origin).to_owned())
    }

    /// The first element that matches.
    pub async fn find(&self, selector: &str) -> Outcome<Element> {
        match self.client.find(Locator::Css(selector)).await {
            Ok(element) => Ok(element),
            Err(reason) => {
                Err(Stop::Failed(format!("no {selector}: {reason}; instead:{}", self.sight().await)))
            }
        }
    }

    /// All elements that match.
    pub async fn find_all(&self, selector: &str) -> Outcome<Vec<Element>> {
        Ok(self.client.find_all(Locator::Css(selector)).await?)
    }

    /// Does something with the first element that matches. The app may put another in its place meanwhile, as when it takes
    /// over the page; then it is done with that.
    async fn with<T>(&self, selector: &str, act: impl AsyncFn(Element) -> Result<T, CmdError>) -> Outcome<T> {
        loop {
            match act(self.find(selector).await?).await {
                Err(reason) if reason.is_stale_element_reference() => {}
                outcome => return Ok(outcome?),
            }
        }
    }

    /// What can be read in the first element that matches.
    pub async fn text_of(&self, selector: &str) -> Outcome<String> {
        self.with(selector, async |element: Element| element.text().await).await
    }

    /// Whether the first element that matches can be seen.
    pub async fn shows(&self, selector: &str) -> Outcome<bool> {
        self.with(selector, async |element: Element| element.is_displayed().await).await
    }

    /// The name by which assistive technology calls the element.
    pub async fn name_of(&self, element: &Element) -> Outcome<String> {
        let element = element.element_id().to_string();
        let name = self.client.issue_cmd(Command::ComputedName { element }).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks the first element that matches, as a reader with a mouse does.
    pub async fn click(&self, selector: &str) -> Outcome {
        self.with(selector, async |element: Element| element.click().await).await
    }

    /// Clicks a link and waits until the browser has gone to its address.
    ///
    /// The browser is asked, and not the page: WebKit's driver never answers a question to a document that is just
    /// being replaced. Once the address is the new one, the driver waits for the new document by itself.
    pub async fn follow(&self, link: &str, address: &str) -> Outcome {
        self.click(link).await?;
        self.wait_for_address(&format!("{}{address}", self.origin)).await.map_err(|stop| stop.at(link))
    }

    /// Waits until the browser has gone to an address, on whatever site. See [`Page::follow`] for why the browser is asked.
    pub async fn wait_for_address(&self, address: &str) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        let mut pauses = Pauses::begin();
        while self.client.current_url().await?.as_str() != address {
            if Instant::now() > deadline {
                return Err(Stop::Failed(format!(
                    "nobody gets to {address}; instead:{}",
                    self.sight().await
                )));
            }
            pauses.pause().await;
        }
        Ok(())
    }

    /// Asks the developer tools of Chromium, which no other engine has.
    pub async fn ask_developer_tools(&self, name: &'static str, parameters: Value) -> Outcome<Value> {
        Ok(self.client.issue_cmd(Command::DeveloperTools { name, parameters }).await?)
    }

    /// Goes back in the tab's history.
    pub async fn back(&self) -> Outcome {
        Ok(self.client.back().await?)
    }

    /// Goes forward in the tab's history.
    pub async fn forward(&self) -> Outcome {
        Ok(self.client.forward().await?)
    }

    /// What the tab shows, for a message about what it should have shown.
    async fn sight(&self) -> String {
        let address = self.client.current_url().await.map(String::from).unwrap_or_default();
        let title = self.client.title().await.unwrap_or_default();
        let body = match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(reason) => reason.to_string(),
        };
        let body: String = body.chars().take(400).collect();
        format!("\n  address: {address}\n  title: {title}\n  body: {}", body.replace('\n', " / "))
    }
}
