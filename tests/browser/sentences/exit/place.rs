//! Where the exit is: in view, whole and large enough wherever one reads, and never over what has the focus.

use std::{env, fs, path::Path};

use serde_json::json;

use super::{SHIFT, TAB};
use crate::{
    engine::Engine,
    ensure, ensure_eq, sentences,
    sentences::{navigation::item, policy::UNKNOWN},
    site::PARTNER,
    visit::{Outcome, Stop, Visit},
};

sentences![
    the_exit_is_in_view_and_whole_at_every_height_of_a_page_on_320_pixels,
    the_exit_is_in_view_and_whole_at_every_height_of_a_page_at_400_percent,
    what_has_the_focus_is_never_under_the_help_bar_at_400_percent,
    the_exit_is_whole_on_a_phone_of_320_pixels,
];

/// What is wrong with the exit at the top of the page, in its middle and at its end, if anything is.
const FLAWS: &str = "(() => {
    const flaws = [];
    const page = document.documentElement;
    const exit = document.querySelector('.help-bar__exit');
    if (innerWidth !== 320) flaws.push(`the window is ${innerWidth} wide`);
    if (page.scrollWidth > page.clientWidth) flaws.push(`the page is ${page.scrollWidth} wide`);
    for (const part of [0, 0.5, 1]) {
        scrollTo({ top: (page.scrollHeight - innerHeight) * part, behavior: 'instant' });
        const { left, top, right, bottom, width, height } = exit.getBoundingClientRect();
        const place = `at ${Math.round(scrollY)}: [${[left, top, right, bottom]}]`;
        if (width < 44 || height < 44) flaws.push(`too small ${place}`);
        if (left < 0 || top < 0 || right > page.clientWidth || bottom > innerHeight) flaws.push(`out of view ${place}`);
        // Corners are round: the first point inside is three tenths of the radius from both edges.
        const inset = 0.3 * parseFloat(getComputedStyle(exit).borderStartStartRadius) + 1;
        const xs = [left + inset, (left + right) / 2, right - inset];
        const ys = [top + inset, (top + bottom) / 2, bottom - inset];
        for (const x of xs) for (const y of ys) {
            const seen = document.elementFromPoint(x, y);
            if (!exit.contains(seen)) flaws.push(`covered by ${seen?.outerHTML.slice(0, 60)} ${place}`);
        }
    }
    return flaws;
})()";

/// A page of each kind, the unknown one among them.
fn pages() -> Outcome<[String; 6]> {
    Ok([
        "/".into(),
        item(0)?.address(),
        "/donate/".into(),
        "/help/".into(),
        "/safety/".into(),
        UNKNOWN.into(),
    ])
}

/// Opens a page in a frame of 320 pixels by this height, because no window of these browsers gets so small.
async fn open_in_a_small_frame(visit: &Visit<'_>, address: &str, height: u16) -> Outcome {
    visit.page.leave_frame().await?;
    visit.page.open(&format!("{PARTNER}?height={height}&src={address}")).await?;
    visit.page.enter_frame().await?;
    visit.page.wait_until_live().await
}

async fn ensure_whole_on_every_page(visit: &mut Visit<'_>, height: u16) -> Outcome {
    visit.expected = |entry| entry.is_about_a_failed_request() && entry.address.ends_with(UNKNOWN);
    for address in pages()? {
        open_in_a_small_frame(visit, &address, height).await?;
        let size: (u16, u16) = visit.page.ask("[innerWidth, innerHeight]").await?;
        ensure_eq!(size, (320, height), "the size of the frame");
        let flaws: Vec<String> = visit.page.ask(FLAWS).await?;
        ensure_eq!(flaws, Vec::<String>::new(), "the exit of {address}");
    }
    visit.page.leave_frame().await
}

async fn the_exit_is_in_view_and_whole_at_every_height_of_a_page_on_320_pixels(
    visit: &mut Visit<'_>,
) -> Outcome {
    ensure_whole_on_every_page(visit, 568).await
}

/// 1280 by 1024 pixels at 400 % are 320 by 256 of the page's own.
async fn the_exit_is_in_view_and_whole_at_every_height_of_a_page_at_400_percent(
    visit: &mut Visit<'_>,
) -> Outcome {
    ensure_whole_on_every_page(visit, 256).await
}

/// The help bar, and every stop of the tabulator in order; the first has the focus.
const STOPS: &str = "window.bar = document.querySelector('.help-bar');
    window.stops = [...document.querySelectorAll('a[href], button')].filter((stop) => stop.checkVisibility());
    stops[0].focus();";

/// Whether what has the focus is seen beside the help bar, for as much as a fingertip (24 pixels) if it is so high.
/// Chromium and WebKit bring it into view as a whole; Firefox is content when some of it is below `scroll-padding`.
const SEEN: &str = "(() => {
    const control = document.activeElement.getBoundingClientRect();
    const { top, bottom } = bar.getBoundingClientRect();
    const above = Math.min(control.bottom, top) - Math.max(control.top, 0);
    const below = Math.min(control.bottom, innerHeight) - Math.max(control.top, bottom);
    return bar.contains(document.activeElement) || Math.max(above, below) >= Math.min(control.height, 24);
})()";

async fn what_has_the_focus_is_never_under_the_help_bar_at_400_percent(visit: &mut Visit<'_>) -> Outcome {
    open_in_a_small_frame(visit, &item(0)?.address(), 256).await?;
    visit.page.run(STOPS).await?;
    go_to(visit, &[TAB], "stops.at(-1)").await?;
    go_to(visit, &[SHIFT, TAB], "stops[0]").await?;
    visit.page.leave_frame().await
}

/// Presses these keys until that stop has the focus, and looks at every stop on the way.
async fn go_to(visit: &Visit<'_>, keys: &[char], last: &str) -> Outcome {
    let note = format!(
        "(() => {{
            passed.add(document.activeElement);
            return [document.activeElement === {last}, document.activeElement.outerHTML.slice(0, 80)];
        }})()"
    );
    visit.page.run("window.passed = new Set([document.activeElement])").await?;
    let count: usize = visit.page.ask("stops.length").await?;
    ensure!(count > 20, "{count} stops are too few to prove anything");
    // Firefox stops at what scrolls, too.
    for _ in 0..count + 5 {
        visit.page.press_together(keys).await?;
        let (is_last, stop): (bool, String) = visit.page.ask(&note).await?;
        visit.page.wait_for(&format!("{stop} to be seen"), SEEN).await?;
        let stays = "bar.getBoundingClientRect().bottom >= 44";
        ensure!(visit.page.ask(stays).await?, "the help bar is gone at {stop}");
        if is_last {
            let missed: Vec<String> = visit
                .page
                .ask("stops.filter((stop) => !passed.has(stop)).map((stop) => stop.outerHTML)")
                .await?;
            ensure_eq!(missed, Vec::<String>::new(), "what the tabulator does not stop at");
            return Ok(());
        }
    }
    Err(Stop::Failed(format!("{keys:?} never leads to {last}")))
}

async fn the_exit_is_whole_on_a_phone_of_320_pixels(visit: &mut Visit<'_>) -> Outcome {
    if visit.engine != Engine::Chromium {
        let reason = format!("the driver of {} gives the page no size but its window's", visit.engine);
        return Err(Stop::Impossible(reason));
    }
    let size = json!({ "width": 320, "height": 568, "deviceScaleFactor": 2, "mobile": true });
    visit.page.ask_developer_tools("Emulation.setDeviceMetricsOverride", size).await?;
    let outcome = ensure_whole_on_a_phone(visit).await;
    visit.page.ask_developer_tools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    outcome
}

/// Keeps a picture, too, where what the browsers show is kept anew.
async fn ensure_whole_on_a_phone(visit: &Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    let flaws: Vec<String> = visit.page.ask(FLAWS).await?;
    ensure_eq!(flaws, Vec::<String>::new(), "the exit on a phone");
    if env::var_os("REMEASURE").is_some() {
        visit.page.run("scrollTo({ top: 0, behavior: 'instant' })").await?;
        let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots/exit-320.png");
        fs::write(picture, visit.page.client().screenshot().await?)?;
    }
    Ok(())
}
