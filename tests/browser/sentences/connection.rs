//! The connection goes and comes back while somebody reads.

use serde_json::json;

use super::navigation;
use crate::{
    console::Entry,
    engine::Engine,
    ensure, ensure_eq, sentences,
    visit::{Outcome, Visit},
};

sentences![
    a_page_that_failed_offline_loads_by_itself_when_the_connection_comes_back,
    nothing_moves_when_the_connection_goes_and_comes_back,
];

/// Tells the page that the connection has gone, or come back. Chromium can be brought to say so itself.
async fn tell_connection(visit: &Visit<'_>, is_online: bool) -> Outcome {
    if visit.engine == Engine::Chromium {
        let conditions = json!({
            "offline": !is_online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1
        });
        visit.page.ask_developer_tools("Network.emulateNetworkConditions", conditions).await?;
    } else {
        let name = if is_online { "online" } else { "offline" };
        visit
            .page
            .run(&format!(
                "Object.defineProperty(navigator, 'onLine', {{ value: {is_online}, configurable: true }});
                dispatchEvent(new Event('{name}'));"
            ))
            .await?;
    }
    let connection = if is_online { "on" } else { "off" };
    let told = format!("document.documentElement.dataset.connection === '{connection}'");
    visit.page.wait_for("the page to notice", &told).await
}

async fn a_page_that_failed_offline_loads_by_itself_when_the_connection_comes_back(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    let item = navigation::item(0)?;
    visit.page.open_live("/").await?;
    visit.site.stop().await;
    tell_connection(visit, false).await?;
    visit.page.click(&navigation::card_link(&item)).await?;
    visit.page.wait_for("the failure", "document.querySelector('.failure')").await?;
    visit.site.start().await?;
    tell_connection(visit, true).await?;
    navigation::wait_for_article(visit, &item).await
}

async fn nothing_moves_when_the_connection_goes_and_comes_back(visit: &mut Visit<'_>) -> Outcome {
    const PLACES: &str = "JSON.stringify([scrollY, ...[...document.querySelectorAll('main *')].map((part) =>
        Math.round(part.getBoundingClientRect().top))])";
    const LINE: &str = "getComputedStyle(document.querySelector('.site-status__offline')).display !== 'none'";
    visit.page.open_live(&navigation::item(0)?.address()).await?;
    visit.page.run("scrollTo({ top: 400, behavior: 'instant' })").await?;
    let before: String = visit.page.ask(PLACES).await?;
    ensure!(before.starts_with("[400,"), "the page cannot be scrolled: {before}");
    for (is_online, shows_line) in [(false, true), (true, false)] {
        tell_connection(visit, is_online).await?;
        ensure_eq!(visit.page.ask::<bool>(LINE).await?, shows_line, "whether the line is there");
        ensure_eq!(visit.page.ask::<String>(PLACES).await?, before, "places of what is read");
    }
    Ok(())
}
