//! What the site stores on the device, before and after somebody leaves.

use std::time::Instant;

use super::PATIENCE;
use crate::{
    ensure_eq,
    pauses::Pauses,
    site::STORAGE,
    visit::{Outcome, Visit},
};

/// Stores something of every kind that the browser lets the page store, and says what.
const KEEP: &str = "
    const done = arguments[arguments.length - 1];
    const kept = [];
    const attempt = async (kind, store) => { try { await store(); kept.push(kind); } catch { return; } };
    (async () => {
        await attempt('localStorage', () => localStorage.setItem('a', 'b'));
        await attempt('sessionStorage', () => sessionStorage.setItem('a', 'b'));
        await attempt('caches', async () => (await caches.open('a')).put('/a', new Response('b')));
        // The page registers its own, where that is not refused.
        await attempt('serviceWorker', async () => {
            const end = Date.now() + 3000;
            while (!(await navigator.serviceWorker.getRegistrations()).length) {
                if (Date.now() > end) throw new Error('there is none');
            }
        });
        done(kept);
    })();";

/// Says what is stored.
const KEPT: &str = "
    const done = arguments[arguments.length - 1];
    const kept = [];
    const look = async (kind, count) => { try { if (await count() > 0) kept.push(kind); } catch { return; } };
    (async () => {
        await look('localStorage', () => localStorage.length);
        await look('sessionStorage', () => sessionStorage.length);
        await look('caches', async () => (await caches.keys()).length);
        await look('serviceWorker', async () => (await navigator.serviceWorker.getRegistrations()).length);
        await look('cookies', () => document.cookie.length);
        await look('indexedDB', async () => (await indexedDB.databases()).length);
        done(kept);
    })();";

/// Stores something of every kind, and says what could be stored.
pub async fn keep(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    let kept: Vec<String> =
        serde_json::from_value(visit.page.client().execute_async(KEEP, Vec::new()).await?)?;
    ensure_eq!(kept_here(visit).await?, kept, "what can be stored and what can be found");
    Ok(kept)
}

/// Stores something of every kind on an ordinary visit to the site, and says what could be stored.
pub async fn keep_on_a_visit(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    visit.page.open_live("/").await?;
    keep(visit).await
}

/// Stores notes, as a visit with scripts on may have left them; with scripts off, Firefox lets a driver do no more.
pub async fn keep_notes(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    visit.page.run("localStorage.setItem('a', 'b'); sessionStorage.setItem('a', 'b')").await?;
    notes(visit).await
}

/// What kinds of notes are stored.
pub async fn notes(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    visit.page.ask("['localStorage', 'sessionStorage'].filter((kind) => window[kind].length > 0)").await
}

/// What kinds of storage are used at present.
pub async fn kept_here(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(visit.page.client().execute_async(KEPT, Vec::new()).await?)?)
}

/// What kinds of storage are used beside the copy of the site for reading offline: the worker and its cache.
pub async fn kept_besides_the_copy(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    let kinds = kept_here(visit).await?;
    Ok(kinds.into_iter().filter(|kind| !["serviceWorker", "caches"].contains(&kind.as_str())).collect())
}

/// Waits until nothing of the site is stored on the device; what is left when it takes too long.
pub async fn left_behind(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    visit.page.leave_frame().await?;
    visit.page.open(STORAGE).await?;
    let deadline = Instant::now() + PATIENCE;
    let mut pauses = Pauses::begin();
    loop {
        let left = kept_here(visit).await?;
        if left.is_empty() || Instant::now() > deadline {
            return Ok(left);
        }
        pauses.pause().await;
    }
}
