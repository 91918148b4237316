//! Visitors who ask to save data get the finished page and no WASM.

use std::time::Duration;

use axum::http::Method;
use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use serde_json::json;
use tokio::time::sleep;
use url::{ParseError, Url};

use crate::{
    engine::Engine,
    ensure, ensure_eq, sentences,
    site::Paths,
    visit::{Outcome, Stop, Visit},
};

sentences![
    a_wish_of_the_browser_to_save_data_keeps_the_wasm_away,
    a_stand_in_for_the_wish_to_save_data_keeps_the_wasm_away
];

/// Switches Chromium's data saver on or off, by the driver's way to the developer tools.
#[derive(Debug)]
struct DataSaver(bool);

impl WebDriverCompatibleCommand for DataSaver {
    fn endpoint(&self, driver: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        driver.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let command =
            json!({ "cmd": "Emulation.setDataSaverOverride", "params": { "dataSaverEnabled": self.0 } });
        (Method::POST, Some(command.to_string()))
    }
}

async fn a_wish_of_the_browser_to_save_data_keeps_the_wasm_away(visit: &mut Visit<'_>) -> Outcome {
    if visit.engine != Engine::Chromium {
        let reason = format!("{} has neither navigator.connection nor prefers-reduced-data", visit.engine);
        return Err(Stop::Impossible(reason));
    }
    let client: Client = visit.page.client().clone();
    client.issue_cmd(DataSaver(true)).await?;
    let outcome = ensure_no_wasm(visit).await;
    client.issue_cmd(DataSaver(false)).await?;
    outcome
}

async fn a_stand_in_for_the_wish_to_save_data_keeps_the_wasm_away(visit: &mut Visit<'_>) -> Outcome {
    visit.site.stand_in_for_saving_data();
    ensure_no_wasm(visit).await
}

async fn ensure_no_wasm(visit: &Visit<'_>) -> Outcome {
    visit.page.open("/").await?;
    ensure!(visit.page.ask("navigator.connection.saveData").await?, "the page does not know of the wish");
    // Something that never happens cannot be waited for. On other visits the request comes right after the first paint.
    sleep(Duration::from_secs(1)).await;
    let asked: Vec<_> =
        visit.site.asked_of(Paths::Ending(".wasm")).into_iter().map(|asked| asked.path).collect();
    ensure_eq!(asked, Vec::<String>::new(), "asked for all the same");
    Ok(())
}
