//! What is kept on the device, when the device has spoiled or lost some of it.

use super::{
    HOTLINE, navigation,
    offline::{go_offline, visit_once, wait_until},
};
use crate::{
    ensure, sentences,
    visit::{Outcome, Visit},
};

sentences![
    a_spoiled_entry_is_replaced_and_never_shown,
    a_lost_entry_is_kept_again,
    without_a_connection_a_spoiled_page_takes_no_other_away,
];

/// What becomes of an entry.
const SPOILED: &str =
    "await cache.put(request, new Response('spoiled', { headers: (await cache.match(request)).headers }))";
const LOST: &str = "await cache.delete(request)";

/// A script that does something with each entry whose address matches, or asks something of it, and answers with how many
/// there are.
fn of_each(matching: &str, what: &str) -> String {
    format!(
        "const done = arguments[arguments.length - 1];
        (async () => {{
            const [name] = (await caches.keys()).filter((name) => name.startsWith('build-'));
            const cache = await caches.open(name);
            let found = 0;
            for (const request of await cache.keys()) {{
                if (!(({{ url }}) => {matching})(request)) continue;
                {what};
                found += 1;
            }}
            return found;
        }})().then(done, () => done(0));"
    )
}

/// Does this to the entries; how many there are.
async fn damage(visit: &Visit<'_>, matching: &str, what: &str) -> Outcome<u64> {
    let found = visit.page.client().execute_async(&of_each(matching, what), Vec::new()).await?;
    let found = found.as_u64().unwrap_or_default();
    ensure!(found > 0, "nothing is kept whose {matching}");
    Ok(found)
}

/// Waits until all of the entries are what they were.
async fn wait_until_mended(visit: &Visit<'_>, matching: &str, entries: u64) -> Outcome {
    let sound =
        of_each(matching, "if (await (await cache.match(request)).clone().text() === 'spoiled') continue");
    let mended = sound.replace("then(done,", &format!("then((found) => done(found === {entries}),"));
    wait_until(visit, &format!("what was damaged, whose {matching}"), &mended).await
}

/// Damages what matches; then an article opens as it should, and after that without a connection, too.
async fn ensure_mended(visit: &mut Visit<'_>, matching: &str, what: &str) -> Outcome {
    visit.start_over().await?;
    visit_once(visit).await?;
    let item = navigation::item(0)?;
    let entries = damage(visit, matching, what).await?;
    visit.page.open_live(&item.address()).await?;
    navigation::wait_for_article(visit, &item).await?;
    wait_until_mended(visit, matching, entries).await?;
    go_offline(visit).await;
    visit.page.open_live(&item.address()).await?;
    navigation::wait_for_article(visit, &item).await
}

async fn a_spoiled_entry_is_replaced_and_never_shown(visit: &mut Visit<'_>) -> Outcome {
    for matching in ["url.includes('/part/news/')", "url.endsWith('.wasm')", "url.endsWith('/shell')"] {
        ensure_mended(visit, matching, SPOILED).await?;
    }
    Ok(())
}

async fn a_lost_entry_is_kept_again(visit: &mut Visit<'_>) -> Outcome {
    // Without the last entry a copy is one whose making was broken off.
    for matching in ["url.includes('/part/news/')", "url.includes('/app-')", "/[/](shell|whole)$/.test(url)"]
    {
        ensure_mended(visit, matching, LOST).await?;
    }
    Ok(())
}

async fn without_a_connection_a_spoiled_page_takes_no_other_away(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    visit_once(visit).await?;
    let [spoiled, other] = [navigation::item(0)?, navigation::item(1)?];
    damage(visit, &format!("url.endsWith('/part{}')", spoiled.address()), SPOILED).await?;
    go_offline(visit).await;
    visit.page.open(&spoiled.address()).await?;
    ensure!(visit.page.shows(HOTLINE).await?, "there is no hotline");
    let body: String = visit.page.ask("document.body.innerText").await?;
    ensure!(!body.contains("spoiled"), "what is spoiled is shown");
    visit.page.open_live(&other.address()).await?;
    navigation::wait_for_article(visit, &other).await
}
