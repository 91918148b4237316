//! No page asks another host for anything, whatever a reader does there, as the browser's own proxy sees it.

use std::time::Instant;

use super::policy::UNKNOWN;
use crate::{
    content, ensure, ensure_eq,
    pauses::{PATIENCE, Pauses},
    sentences,
    site::CALLS_STRANGERS,
    visit::{Outcome, Visit},
};

sentences![no_page_asks_another_host_for_anything];

/// Whom the page of the test server asks that asks other hosts.
pub const STRANGERS: [&str; 2] = ["http://stranger.example", "https://stranger.example"];

/// Opens the page that asks other hosts and waits until the proxy has heard of it, so that nothing older is on its way.
pub async fn call_strangers(visit: &Visit<'_>) -> Outcome {
    let before = visit.proxy.asked().len();
    visit.page.go(&format!("{}{CALLS_STRANGERS}", visit.elsewhere.origin())).await?;
    let deadline = Instant::now() + PATIENCE;
    let mut pauses = Pauses::begin();
    loop {
        let asked = visit.proxy.asked().split_off(before);
        if STRANGERS.iter().all(|stranger| asked.iter().any(|asked| asked == stranger)) {
            return Ok(());
        }
        ensure!(Instant::now() < deadline, "the proxy hears of no stranger, but of {asked:?}");
        pauses.pause().await;
    }
}

/// The hosts that were asked since the proxy's record was so long, but for those that the browser asks for itself.
pub fn strangers_since(visit: &Visit<'_>, before: usize) -> Vec<String> {
    let mut asked = visit.proxy.asked().split_off(before);
    asked.retain(|asked| !visit.engine.asks_for_itself(asked));
    asked
}

async fn no_page_asks_another_host_for_anything(visit: &mut Visit<'_>) -> Outcome {
    // What a proxy is not asked for: names that a page lets the browser look up, and hosts that the browser's maker has.
    const NAMED: &str = "[
        ...performance.getEntriesByType('resource').map((entry) => entry.name),
        ...[...document.querySelectorAll('link:not([rel~=canonical], [rel~=alternate])')].map((link) => link.href),
        ...[...document.querySelectorAll('script[src], img, iframe, source, video, audio')].map((element) => element.src),
    ].filter((address) => address && !address.startsWith(location.origin + '/') && !address.startsWith('data:'))";
    visit.expected = |entry| entry.is_about_a_failed_request();
    visit.site.leave_the_exit_as_it_is();
    let before = visit.proxy.asked().len();
    let mut known = Vec::new();
    for address in content::addresses()?.into_iter().chain([UNKNOWN.to_owned()]) {
        visit.page.open_live(&address).await?;
        read_with_mouse_and_keyboard(visit, &mut known).await.map_err(|stop| stop.at(&address))?;
        ensure_eq!(strangers_since(visit, before), Vec::<String>::new(), "{address} asks another host");
        let named: Vec<String> = visit.page.ask(NAMED).await?;
        ensure_eq!(named, Vec::<String>::new(), "{address} names another host");
    }
    ensure!(known.len() > 100, "the mouse came over {} links only", known.len());
    call_strangers(visit).await?;
    let mut asked = strangers_since(visit, before);
    asked.retain(|asked| !STRANGERS.contains(&asked.as_str()));
    ensure_eq!(asked, Vec::<String>::new(), "a page asks another host, after a while");
    Ok(())
}

/// Goes through the whole page, points at every link on the way that no page before has had, and gives the focus to each.
async fn read_with_mouse_and_keyboard(visit: &Visit<'_>, known: &mut Vec<String>) -> Outcome {
    // Tells where links are that the mouse has not been over.
    const PLACES: &str = "[...document.querySelectorAll('a, button, label')].flatMap((control) => {
        const { x, y, width, height } = control.getBoundingClientRect();
        const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
        const found = document.elementFromPoint(...middle)?.closest('a, button, label');
        return found === control && !hovered.has(control) && !known.has(control.outerHTML) ? [middle] : [];
    })";
    // Scrolls by a screen, but for what the help bar may hide, and tells whether the page goes on.
    const SCROLL: &str = "(() => {
        const top = scrollY;
        scrollBy({ top: innerHeight - 200, behavior: 'instant' });
        return scrollY > top;
    })()";
    const FOCUS: &str =
        "for (const control of document.querySelectorAll('a, button, input')) control.focus();";
    let listen = format!(
        "window.known = new Set({});
        window.hovered = new Set();
        addEventListener('mouseover', ({{ target }}) => hovered.add(target.closest?.('a, button, label')));",
        serde_json::to_string(known)?
    );
    visit.page.run(&listen).await?;
    let mut tries = 0;
    loop {
        // WebKit does not tell the page of every move right after it has scrolled, so what was missed is tried again.
        let places: Vec<(f64, f64)> = visit.page.ask(PLACES).await?;
        if places.is_empty() {
            if !visit.page.ask::<bool>(SCROLL).await? {
                break;
            }
            tries = 0;
        } else {
            ensure!(tries < 20, "the page notices no mouse at {places:?}");
            visit.page.point_at(&places).await?;
            tries += 1;
        }
    }
    let new: Vec<String> =
        visit.page.ask("[...hovered].filter(Boolean).map((control) => control.outerHTML)").await?;
    known.extend(new);
    visit.page.run(FOCUS).await
}
