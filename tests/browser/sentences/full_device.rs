//! A device that has no room left for the copy of the site.

use serde_json::json;

use super::{
    navigation,
    offline::{COPY, NOTHING_KEPT, PATIENCE, go_offline, visit_once, wait_until, whole_builds},
    updates::{FIRST, OFFERED, ensure_edition, look_again},
};
use crate::{
    edition::Edition,
    engine::Engine,
    sentences,
    site::{REAL_EXIT, STORAGE},
    visit::{Outcome, Stop, Visit},
};

sentences![on a full device:
    a_device_without_room_keeps_nothing_and_the_pages_work,
    an_update_that_finds_no_room_leaves_what_is_kept,
    an_update_that_a_reader_asks_for_and_that_finds_no_room_comes_from_the_network,
];

/// Fewer bytes than the copy of the site has.
const ROOM: u32 = 100_000;

/// Leaves the site that many bytes in Chromium; Firefox is started with as little room, for all sites.
async fn leave_room(visit: &Visit<'_>, bytes: u32) -> Outcome {
    if visit.engine == Engine::Chromium {
        let quota = json!({ "origin": visit.site.origin(), "quotaSize": bytes });
        visit.page.ask_developer_tools("Storage.overrideQuotaForOrigin", quota).await?;
    }
    Ok(())
}

async fn a_device_without_room_keeps_nothing_and_the_pages_work(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    visit.site.let_the_worker_work();
    // No page of the site has been loaded yet.
    visit.page.open(STORAGE).await?;
    leave_room(visit, ROOM).await?;
    visit.page.open_live("/donate/").await?;
    // All of it has arrived, and only then there is no room.
    visit.site.wait_until_asked(COPY, 1).await?;
    wait_until(visit, "nothing to be kept", NOTHING_KEPT).await?;
    for address in ["/help/", "/"] {
        visit.page.open_live(address).await?;
    }
    visit.page.click(&navigation::card_link(&navigation::item(0)?)).await?;
    navigation::wait_for_article(visit, &navigation::item(0)?).await
}

/// Keeps a first edition on a device that has no room for a second, and puts that on the server.
async fn renew_on_a_full_device(visit: &mut Visit<'_>) -> Outcome<[Edition; 2]> {
    const USED: &str = "
        const done = arguments[arguments.length - 1];
        navigator.storage.estimate().then(({ usage }) => done(usage), () => done(null));";
    if visit.engine != Engine::Chromium {
        return Err(Stop::Impossible("its room is fixed when it starts".into()));
    }
    visit.expected = |_| true;
    let editions = [Edition::make(REAL_EXIT, "One ")?, Edition::make(REAL_EXIT, "Two ")?];
    visit.site.renew(editions[0].router()).await?;
    visit_once(visit).await?;
    let used: u32 = serde_json::from_value(visit.page.client().execute_async(USED, Vec::new()).await?)?;
    leave_room(visit, used + ROOM).await?;
    visit.site.renew(editions[1].router()).await?;
    look_again(visit).await?;
    Ok(editions)
}

async fn an_update_that_finds_no_room_leaves_what_is_kept(visit: &mut Visit<'_>) -> Outcome {
    let _editions = renew_on_a_full_device(visit).await?;
    visit.site.wait_until_asked(COPY, 2).await?;
    let given_up = "registration.active && !registration.waiting && !registration.installing
        && whole === 1 && builds.length === 1";
    wait_until(visit, "the update to be given up", &whole_builds(given_up)).await?;
    go_offline(visit).await;
    visit.page.open_live("/").await?;
    ensure_edition(visit, "One ").await
}

async fn an_update_that_a_reader_asks_for_and_that_finds_no_room_comes_from_the_network(
    visit: &mut Visit<'_>,
) -> Outcome {
    let _editions = renew_on_a_full_device(visit).await?;
    visit.page.wait_within(PATIENCE, "the offer", OFFERED).await?;
    ensure_edition(visit, "One ").await?;
    visit.page.click("[data-do=update]").await?;
    visit.page.wait_within(PATIENCE, "the second edition", &format!("{FIRST}.startsWith('Two ')")).await?;
    visit.page.wait_until_live().await
}
