//! The whole newsroom without a connection, after one visit. Offline means that the server is stopped.

use std::time::{Duration, Instant};

use count_me_in::routes;
use serde_json::{Map, Value, json};

use super::{HOTLINE, navigation};
use crate::{
    content,
    edition::{Edition, old_slug},
    engine::Engine,
    ensure, ensure_eq,
    pauses::Pauses,
    sentences,
    site::Paths,
    visit::{Outcome, Stop, Visit},
};

sentences![
    everything_opens_offline_after_the_first_visit,
    what_is_not_kept_says_so_offline_and_keeps_the_hotline,
    an_article_that_was_never_opened_can_be_reached_offline_inside_the_app,
    of_a_large_archive_the_newest_items_and_those_that_were_opened_are_kept,
    nothing_hinders_the_browser_to_install_the_site,
];

/// Where every part of the copy for reading offline begins.
pub const COPY: Paths = Paths::Under(routes::OFFLINE_FILES);

/// How long keeping everything may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// What is kept, for a message about what should have been.
const KEPT: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
        const { installing, waiting, active } = await navigator.serviceWorker.getRegistration() ?? {};
        return { workers: [installing, waiting, active].map((worker) => worker?.state), caches: await caches.keys() };
    })().then(done, (error) => done(String(error)));";

/// Whether nothing is kept, and no worker is at work.
pub const NOTHING_KEPT: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return !registration?.active && !registration?.installing && (await caches.keys()).length === 0;
    })().then(done, () => done(false));";

/// Comes for the first time and waits until everything is kept.
pub async fn visit_once(visit: &mut Visit<'_>) -> Outcome {
    visit.site.let_the_worker_work();
    visit.page.open_live("/").await?;
    wait_until_kept(visit).await
}

/// Waits until the page has been told of its worker, which may still be on its way.
pub async fn wait_for_keeper(visit: &Visit<'_>) -> Outcome {
    visit.page.wait_for("the page to know of its worker", "window.keeper").await
}

/// Waits until the worker answers for the page and has all of one build.
pub async fn wait_until_kept(visit: &Visit<'_>) -> Outcome {
    let kept = whole_builds("Boolean(navigator.serviceWorker.controller) && whole === 1");
    wait_until(visit, "the worker to have everything", &kept).await
}

/// A script that asks whether something holds of the number of `whole` builds that are kept, and of the `registration`.
pub fn whole_builds(condition: &str) -> String {
    format!(
        "const done = arguments[arguments.length - 1];
        (async () => {{
            const registration = await navigator.serviceWorker.getRegistration();
            const builds = (await caches.keys()).filter((name) => name.startsWith('build-'));
            // Nothing is opened, because that would make anew what has just been erased.
            const marks = await Promise.all(builds.map((cacheName) => caches.match('/whole', {{ cacheName }})));
            const whole = marks.filter(Boolean).length;
            return {condition};
        }})().then(done, () => done(false));"
    )
}

/// Waits until a script, which ends with an answer, answers with yes.
pub async fn wait_until(visit: &Visit<'_>, what: &str, script: &str) -> Outcome {
    let deadline = Instant::now() + PATIENCE;
    let mut pauses = Pauses::begin();
    while visit.page.client().execute_async(script, Vec::new()).await? != true {
        if Instant::now() > deadline {
            let kept = visit.page.client().execute_async(KEPT, Vec::new()).await?;
            return Err(Stop::Failed(format!("waited {} s for {what}; instead: {kept}", PATIENCE.as_secs())));
        }
        pauses.pause().await;
    }
    Ok(())
}

/// Waits until something is kept under this address.
pub async fn wait_until_there(visit: &Visit<'_>, address: &str) -> Outcome {
    let there = format!(
        "const done = arguments[arguments.length - 1];
        caches.match('{address}').then((found) => done(Boolean(found)), () => done(false));"
    );
    wait_until(visit, &format!("{address} to be kept"), &there).await
}

/// Takes everything off the net.
pub async fn go_offline(visit: &mut Visit<'_>) {
    visit.site.stop().await;
    visit.elsewhere.stop().await;
}

/// Ends the worker, as browsers do with one that has had nothing to do for a while. Only Chromium can be brought to do it.
async fn end_the_worker(visit: &Visit<'_>) -> Outcome {
    if visit.engine == Engine::Chromium {
        visit.page.ask_developer_tools("ServiceWorker.enable", json!({})).await?;
        visit.page.ask_developer_tools("ServiceWorker.stopAllWorkers", json!({})).await?;
    }
    Ok(())
}

async fn everything_opens_offline_after_the_first_visit(visit: &mut Visit<'_>) -> Outcome {
    const LINE: &str = "document.querySelector('.site-status__offline')";
    // What partners show needs their connection, so its preview is not kept; the page says how to embed all the same.
    visit.expected = |entry| entry.text.contains("/embed/v1.js");
    visit_once(visit).await?;
    ensure!(
        !visit.page.ask::<bool>(&format!("{LINE}.checkVisibility()")).await?,
        "it is said that there is no connection"
    );
    visit.page.leave().await?;
    end_the_worker(visit).await?;
    go_offline(visit).await;
    for address in content::addresses()? {
        visit.page.open_live(&address).await.map_err(|stop| stop.at(&address))?;
        let heading = visit.page.text_of("main h1").await?;
        ensure!(!heading.trim().is_empty(), "{address} has no heading offline");
        ensure!(visit.page.shows(HOTLINE).await?, "{address} has no hotline offline");
        ensure!(
            visit.page.find_all(".failure, .pending").await?.is_empty(),
            "{address} is not whole offline"
        );
        let says_so =
            format!("{LINE}.checkVisibility() && {LINE}.textContent.includes('This is the site as of')");
        visit
            .page
            .wait_for("the word that there is no connection", &says_so)
            .await
            .map_err(|stop| stop.at(&address))?;
    }
    visit.page.run("window.__before = true; location.reload()").await?;
    visit.page.wait_for("the page after loading it anew", "!window.__before").await?;
    visit.page.wait_until_live().await
}

async fn what_is_not_kept_says_so_offline_and_keeps_the_hotline(visit: &mut Visit<'_>) -> Outcome {
    visit_once(visit).await?;
    go_offline(visit).await;
    for address in ["/news/an-old-story/", "/no/page/of/ours/"] {
        visit.page.open_live(address).await?;
        ensure!(!visit.page.text_of("main h1").await?.trim().is_empty(), "{address} has no heading offline");
        ensure!(visit.page.shows(HOTLINE).await?, "{address} has no hotline offline");
        ensure_eq!(visit.page.address().await?, address, "the address bar");
    }
    Ok(())
}

async fn an_article_that_was_never_opened_can_be_reached_offline_inside_the_app(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit_once(visit).await?;
    go_offline(visit).await;
    for index in [0, 13] {
        let item = navigation::item(index)?;
        visit.page.open_live("/").await?;
        // Where the line about the connection does not stand.
        let link = navigation::card_link(&item);
        visit.page.run("window.__sameDocument = true").await?;
        visit.page.bring_into_view(&link).await?;
        visit.page.click(&link).await?;
        navigation::wait_for_article(visit, &item).await?;
        ensure!(visit.page.ask("window.__sameDocument === true").await?, "the document was loaded anew");
    }
    Ok(())
}

async fn of_a_large_archive_the_newest_items_and_those_that_were_opened_are_kept(
    visit: &mut Visit<'_>,
) -> Outcome {
    const ITEMS: usize = 230;
    const NEWEST: usize = 200;
    // What was opened is kept with the test server's own script.
    visit.expected = |entry| entry.text.contains("/__probe.js");
    let edition = Edition::with_archive(ITEMS)?;
    let bundle: Value = serde_json::from_str(&edition.read(routes::OFFLINE_FILES)?)?;
    let pages: Vec<&String> = bundle["pages"].as_object().into_iter().flat_map(Map::keys).collect();
    let items = pages.iter().filter(|address| address.starts_with("/news/")).count();
    ensure_eq!(items, NEWEST, "items that are kept");
    for address in content::addresses()? {
        ensure!(pages.contains(&&address), "{address} is not kept");
    }
    visit.site.renew(edition.router()).await?;
    visit_once(visit).await?;
    let [opened, never_opened] = [ITEMS - 1, NEWEST].map(|number| format!("/news/{}/", old_slug(number)));
    visit.page.open_live(&opened).await?;
    wait_until_there(visit, &opened).await?;
    go_offline(visit).await;
    visit.page.open_live(&opened).await?;
    ensure!(visit.page.shows(".story-body").await?, "what was opened is not whole");
    visit.page.open_live(&never_opened).await?;
    visit.page.wait_for("the word that it is missing", "document.querySelector('.failure')").await?;
    ensure!(visit.page.shows(HOTLINE).await?, "there is no hotline");
    Ok(())
}

async fn nothing_hinders_the_browser_to_install_the_site(visit: &mut Visit<'_>) -> Outcome {
    if visit.engine != Engine::Chromium {
        return Err(Stop::Impossible(format!("the driver of {} cannot be asked", visit.engine)));
    }
    visit_once(visit).await?;
    let manifest = visit.page.ask_developer_tools("Page.getAppManifest", json!({})).await?;
    ensure_eq!(manifest["errors"], json!([]), "what is wrong with the manifest");
    ensure!(
        manifest["url"].as_str().is_some_and(|url| url.ends_with("/manifest.webmanifest")),
        "no manifest"
    );
    let hindrances = visit.page.ask_developer_tools("Page.getInstallabilityErrors", json!({})).await?;
    ensure_eq!(hindrances["installabilityErrors"], json!([]), "what hinders installing");
    Ok(())
}
