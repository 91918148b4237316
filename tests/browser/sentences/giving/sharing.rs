//! Sharing: by the device's own dialog, else by copying, and never with anything beside the site's own address.

use count_me_in::routes::Route;
use fantoccini::key::Key;
use serde_json::json;

use super::{DONATE, FIELD};
use crate::{
    engine::Engine,
    ensure, ensure_eq, sentences,
    site::StandIn,
    visit::{Outcome, Stop, Visit},
};

sentences![
    a_device_with_a_dialog_shares_the_address_alone,
    a_browser_without_one_copies_the_address,
    where_neither_can_be_done_the_address_stands_there_to_be_copied_by_hand,
];

const SHARE: &str = "[data-command=share]";
const COPY: &str = "[data-command=copy]";

async fn is_offered(visit: &Visit<'_>, button: &str) -> Outcome<bool> {
    visit.page.shows(button).await
}

async fn wait_until_said(visit: &Visit<'_>, button: &str, words: &str) -> Outcome {
    let said = format!("document.querySelector('{button} + [role=status]').textContent === '{words}'");
    visit.page.wait_for(words, &said).await
}

async fn a_device_with_a_dialog_shares_the_address_alone(visit: &mut Visit<'_>) -> Outcome {
    visit.site.stand_in_for(StandIn::Shares);
    for address in [format!("{DONATE}?from=a-partner&amount=50"), Route::Thanks.address()] {
        visit.page.open_live(&address).await?;
        ensure!(
            is_offered(visit, SHARE).await? && !is_offered(visit, COPY).await?,
            "{address}: not by dialog"
        );
        visit.page.run("window.__closesDialog = true").await?;
        visit.page.bring_into_view(SHARE).await?;
        visit.page.click(SHARE).await?;
        wait_until_said(visit, SHARE, "").await?;
        visit.page.run("window.__closesDialog = false").await?;
        visit.page.bring_into_view(SHARE).await?;
        visit.page.click(SHARE).await?;
        wait_until_said(visit, SHARE, "It is shared.").await?;
        let shared: serde_json::Value = visit.page.ask("window.__shared").await?;
        ensure_eq!(shared, json!({ "url": format!("{}/", visit.site.origin()) }), "what is shared");
    }
    Ok(())
}

async fn a_browser_without_one_copies_the_address(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live(&format!("{DONATE}?from=a-partner")).await?;
    if visit.page.ask("'share' in navigator").await? {
        return Err(Stop::Impossible(format!("{} has a dialog of its own", visit.engine)));
    }
    ensure!(is_offered(visit, COPY).await? && !is_offered(visit, SHARE).await?, "not by copying");
    visit.page.bring_into_view(COPY).await?;
    visit.page.click(COPY).await?;
    wait_until_said(visit, COPY, "The address is copied.").await?;
    if visit.engine == Engine::Firefox {
        // Its headless clipboard is its own; what was said is what the browser answered.
        return Ok(());
    }
    visit.page.bring_into_view(FIELD).await?;
    visit.page.click(FIELD).await?;
    visit.page.press_together(&[Key::Control.into(), 'v']).await?;
    let pasted = format!("document.querySelector('{FIELD}').value === location.origin + '/'");
    visit.page.wait_for("what was copied, pasted", &pasted).await
}

async fn where_neither_can_be_done_the_address_stands_there_to_be_copied_by_hand(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.site.stand_in_for(StandIn::SharesNothing);
    visit.page.open_live(&Route::Thanks.address()).await?;
    ensure!(
        !is_offered(visit, COPY).await? && !is_offered(visit, SHARE).await?,
        "a button that does nothing"
    );
    let shown = visit.page.text_of("[data-share]").await?;
    ensure!(shown.ends_with(&format!("{}/", visit.site.origin())), "shown: {shown}");
    Ok(())
}
