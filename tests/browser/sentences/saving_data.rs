//! Visitors who ask to save data, or whose connection is next to none, get the finished page and nothing more.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::{
    app_page::press,
    navigation,
    offline::{COPY, PATIENCE, go_offline, visit_once, wait_for_keeper, wait_until_kept},
    updates::{FIRST, OFFERED, ensure_edition, look_again},
};
use crate::{
    edition::Edition,
    engine::Engine,
    ensure, ensure_eq, sentences,
    site::{Paths, REAL_EXIT, StandIn},
    visit::{Outcome, Stop, Visit},
};

sentences![
    a_wish_of_the_browser_to_save_data_keeps_the_app_and_the_copy_away,
    a_stand_in_for_the_wish_to_save_data_keeps_the_app_and_the_copy_away,
    a_connection_of_the_second_generation_keeps_the_app_and_the_copy_away,
    whoever_saves_data_keeps_the_news_when_they_ask_for_it,
    whoever_saves_data_is_asked_before_a_newer_version_is_fetched,
];

async fn a_wish_of_the_browser_to_save_data_keeps_the_app_and_the_copy_away(
    visit: &mut Visit<'_>,
) -> Outcome {
    const WISH: &str = "Emulation.setDataSaverOverride";
    let (wish, none) = (json!({ "dataSaverEnabled": true }), json!({ "dataSaverEnabled": false }));
    ensure_only_pages_with(visit, "navigator.connection.saveData", WISH, [wish, none]).await
}

async fn a_connection_of_the_second_generation_keeps_the_app_and_the_copy_away(
    visit: &mut Visit<'_>,
) -> Outcome {
    const CONDITIONS: &str = "Network.emulateNetworkConditions";
    // Bytes in a second and milliseconds; what the type means: <https://wicg.github.io/netinfo/#effective-connection-types>.
    let slow =
        json!({ "offline": false, "latency": 1500, "downloadThroughput": 6000, "uploadThroughput": 6000 });
    let usual = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    let is_slow = "/2g/.test(navigator.connection.effectiveType)";
    ensure_only_pages_with(visit, is_slow, CONDITIONS, [slow, usual]).await
}

/// Lets Chromium have the wish or the connection that the page then knows of.
async fn ensure_only_pages_with(
    visit: &Visit<'_>,
    known: &str,
    command: &'static str,
    [with, without]: [Value; 2],
) -> Outcome {
    if visit.engine != Engine::Chromium {
        let reason = format!("{} has neither navigator.connection nor prefers-reduced-data", visit.engine);
        return Err(Stop::Impossible(reason));
    }
    visit.page.ask_developer_tools(command, with).await?;
    let outcome = ensure_only_pages(visit, known).await;
    visit.page.ask_developer_tools(command, without).await?;
    outcome
}

async fn a_stand_in_for_the_wish_to_save_data_keeps_the_app_and_the_copy_away(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.site.stand_in_for(StandIn::SavesData);
    ensure_only_pages(visit, "navigator.connection.saveData").await
}

async fn ensure_only_pages(visit: &Visit<'_>, known: &str) -> Outcome {
    visit.site.let_the_worker_work();
    visit.page.open("/").await?;
    ensure!(visit.page.ask(known).await?, "the page does not know of the wish");
    // Something that never happens cannot be waited for. On other visits the requests come right after the first paint, or,
    // where a browser tells of none, a second after all is loaded.
    sleep(Duration::from_millis(2500)).await;
    for paths in [Paths::Ending(".wasm"), Paths::Under("/sw.js"), COPY] {
        let asked: Vec<_> = visit.site.asked_of(paths).into_iter().map(|asked| asked.path).collect();
        ensure_eq!(asked, Vec::<String>::new(), "asked for all the same");
    }
    Ok(())
}

async fn whoever_saves_data_keeps_the_news_when_they_ask_for_it(visit: &mut Visit<'_>) -> Outcome {
    visit.site.stand_in_for(StandIn::SavesData);
    visit.site.let_the_worker_work();
    visit.page.open("/app/").await?;
    press(visit, "keep").await?;
    wait_until_kept(visit).await?;
    go_offline(visit).await;
    let item = navigation::item(0)?;
    visit.page.open(&item.address()).await?;
    ensure!(visit.page.shows(".story-body").await?, "the article is not whole offline");
    Ok(())
}

async fn whoever_saves_data_is_asked_before_a_newer_version_is_fetched(visit: &mut Visit<'_>) -> Outcome {
    const WORDS: [&str; 3] = ["One ", "Two ", "Three "];
    // The browser's own word about the newer worker, which does not install itself.
    visit.expected = |entry| entry.text.contains("saves data");
    let editions = [
        Edition::make(REAL_EXIT, WORDS[0])?,
        Edition::make(REAL_EXIT, WORDS[1])?,
        Edition::make(REAL_EXIT, WORDS[2])?,
    ];
    visit.site.renew(editions[0].router()).await?;
    visit_once(visit).await?;
    visit.site.stand_in_for(StandIn::SavesData);
    // More than once, because whoever has asked once has not asked for good.
    for fetched in 1..editions.len() {
        let (before, words) = (WORDS[fetched - 1], WORDS[fetched]);
        visit.site.renew(editions[fetched].router()).await?;
        visit.page.open("/").await?;
        wait_for_keeper(visit).await?;
        look_again(visit).await?;
        visit.page.wait_for(&format!("the offer of {words}"), OFFERED).await?;
        ensure_edition(visit, before).await?;
        ensure_eq!(visit.site.asked_of(COPY).len(), fetched, "copies before anybody asked for {words}");
        visit.page.click("[data-do=update]").await?;
        let renewed = format!("{FIRST}.startsWith('{words}')");
        visit.page.wait_within(PATIENCE, &format!("the edition {words}"), &renewed).await?;
        wait_until_kept(visit).await?;
        ensure_eq!(visit.site.asked_of(COPY).len(), fetched + 1, "copies that were fetched");
        ensure!(!visit.page.ask::<bool>(OFFERED).await?, "what is shown is offered");
    }
    Ok(())
}
