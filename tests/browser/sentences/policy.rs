//! What no page may do: complain, break its own policy, or leave a reader without a way on.

use axum::http::StatusCode;

use super::HOTLINE;
use crate::{
    console, content, ensure, ensure_eq, sentences,
    site::{Fate, Paths},
    visit::{Outcome, Visit},
};

sentences![no_page_complains_or_breaks_its_policy, an_unknown_address_has_the_hotline_and_a_way_back,];

/// Where nothing is.
pub const UNKNOWN: &str = "/there/is-no-such-page/";

async fn no_page_complains_or_breaks_its_policy(visit: &mut Visit<'_>) -> Outcome {
    for address in content::addresses()? {
        visit.page.open_live(&address).await?;
        console::ensure_quiet(visit).await.map_err(|stop| stop.at(&address))?;
    }
    Ok(())
}

async fn an_unknown_address_has_the_hotline_and_a_way_back(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |entry| entry.is_about_a_failed_request() && entry.address.ends_with(UNKNOWN);
    visit.page.open_live(UNKNOWN).await?;
    visit.site.wait_for(Paths::Under(UNKNOWN), Fate::Answered(StatusCode::NOT_FOUND)).await?;
    ensure_eq!(visit.page.address().await?, UNKNOWN, "the address bar");
    ensure!(visit.page.shows("main h1").await?, "no heading");
    ensure!(visit.page.shows(HOTLINE).await?, "no hotline");
    visit.page.follow("main a[href='/']", "/").await?;
    visit.page.wait_for("the feed", "document.querySelector('.story-card')").await
}
