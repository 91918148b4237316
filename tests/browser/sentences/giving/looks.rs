//! The form on a phone and on a wide screen: empty, filled and failed. `PICTURES=1` keeps Chromium's pictures of it in
//! `docs/screenshots/` (`bin/screenshots` does that).

use std::{env, fs, io::Cursor, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{DONATE, go_on, type_amount};
use crate::{
    engine::Engine,
    ensure_eq, sentences,
    visit::{Outcome, Stop, Visit},
};

sentences![the_form_fits_a_phone_and_a_wide_screen_empty_filled_and_failed];

/// What is wider than the window, or touched and smaller than a fingertip.
const FLAWS: &str = "(() => {
    const page = document.documentElement;
    const flaws = page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} wide`] : [];
    for (const control of document.querySelectorAll('.giving-form :is(label:has(input), input[type=text], .hand-off__go)')) {
        if (!control.checkVisibility()) continue;
        const { left, right, height } = control.getBoundingClientRect();
        if (left < 0 || right > page.clientWidth) flaws.push(`out of view: ${control.outerHTML.slice(0, 60)}`);
        if (height < 44) flaws.push(`${height} high: ${control.outerHTML.slice(0, 60)}`);
    }
    return flaws;
})()";

async fn the_form_fits_a_phone_and_a_wide_screen_empty_filled_and_failed(visit: &mut Visit<'_>) -> Outcome {
    if visit.engine != Engine::Chromium {
        return Err(Stop::Impossible(format!("no window of {} gets so small", visit.engine)));
    }
    for (width, height) in [(320, 700), (1440, 900)] {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width == 320 });
        visit.page.ask_developer_tools("Emulation.setDeviceMetricsOverride", size).await?;
        let outcome = look_at_each(visit, width).await;
        visit.page.ask_developer_tools("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        outcome?;
    }
    Ok(())
}

async fn look_at_each(visit: &Visit<'_>, width: u32) -> Outcome {
    visit.page.open_live(DONATE).await?;
    look_at(visit, "empty", width).await?;
    visit.page.open_live(&format!("{DONATE}?amount=37.50&frequency=monthly")).await?;
    look_at(visit, "filled", width).await?;
    visit.page.open_live(DONATE).await?;
    type_amount(visit, "fifty").await?;
    go_on(visit).await?;
    look_at(visit, "failed", width).await
}

async fn look_at(visit: &Visit<'_>, state: &str, width: u32) -> Outcome {
    let flaws: Vec<String> = visit.page.ask(FLAWS).await?;
    ensure_eq!(flaws, Vec::<String>::new(), "the {state} form at {width}");
    if env::var_os("PICTURES").is_some() {
        let size: (f64, f64, f64, f64) = visit
            .page
            .ask("(({ x, y, width, height }) => [x + scrollX - 8, y + scrollY - 8, width + 16, height + 16])(document.querySelector('.giving-form').getBoundingClientRect())")
            .await?;
        let clip =
            json!({ "x": size.0.max(0.0), "y": size.1, "width": size.2, "height": size.3, "scale": 1 });
        let wish = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = visit.page.ask_developer_tools("Page.captureScreenshot", wish).await?;
        let picture = STANDARD.decode(picture["data"].as_str().unwrap_or_default())?;
        png::Decoder::new(Cursor::new(&picture)).read_info()?;
        let file = format!("docs/screenshots/giving-{state}-{width}.png");
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(file), picture)?;
    }
    Ok(())
}
