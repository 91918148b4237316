//! What Back and Forward show after somebody has left.

use std::time::{Duration, Instant};

use count_me_in::model::Situation;
use fantoccini::wd::TimeoutConfiguration;

use super::{PATIENCE, PRESSES, SURPRISE};
use crate::{
    ensure,
    pauses::Pauses,
    site::{PARTNER, WEATHER},
    visit::{Outcome, Visit},
};

/// How long a driver may wait for a step to end. Some wait for the tab's page where only a frame in it goes back.
const LONGEST_STEP: Duration = Duration::from_secs(2);

/// WebDriver's own patience with a page (section 9.2 of <https://www.w3.org/TR/webdriver2/>).
const USUAL_PATIENCE: Duration = Duration::from_secs(300);

/// Goes Back and Forward; where each step led, and whether it showed something of ours.
pub async fn walk(visit: &Visit<'_>, situation: Situation) -> Outcome<Vec<(String, bool)>> {
    let be_patient = |page_load| {
        let timeouts = TimeoutConfiguration::new(None, Some(page_load), None);
        visit.page.client().update_timeouts(timeouts)
    };
    be_patient(LONGEST_STEP).await?;
    let mut trail = Vec::new();
    for press in 0..2 * PRESSES {
        // Where there is nothing more, or no connection, a driver may complain; what the tab then shows is what counts.
        let _ = if press < PRESSES { visit.page.back().await } else { visit.page.forward().await };
        trail.push(look(visit, situation).await?);
    }
    be_patient(USUAL_PATIENCE).await?;
    Ok(trail)
}

/// What the tab shows once a page that somebody has left has made way.
async fn look(visit: &Visit<'_>, situation: Situation) -> Outcome<(String, bool)> {
    let partner = format!("{}{PARTNER}", visit.elsewhere.origin());
    let begin = Instant::now();
    let (deadline, calm) = (begin + PATIENCE, begin + SURPRISE);
    let mut pauses = Pauses::begin();
    loop {
        let address = visit.page.client().current_url().await?.to_string();
        // With scripts off nothing makes way, so there is nothing to wait for.
        let is_final = Instant::now() > deadline || situation == Situation::ScriptsOff;
        if address.starts_with(&partner) {
            visit.page.enter_frame().await?;
            let text = visit.page.text_of("body").await?;
            visit.page.leave_frame().await?;
            if text.trim().is_empty() || is_final {
                return Ok((address, !text.trim().is_empty()));
            }
        } else if address.starts_with(&visit.site.origin()) {
            if is_final || Instant::now() > calm {
                // There may be nobody to ask while one page makes way for another.
                match shows_us(visit).await {
                    Ok(shows_us) if is_final || !shows_us => return Ok((address, shows_us)),
                    Err(reason) if is_final => return Err(reason),
                    _ => {}
                }
            }
        // Firefox says so of a tab whose next page is still on its way.
        } else if address != "about:blank" || is_final {
            return Ok((address, false));
        }
        pauses.pause().await;
    }
}

/// Whether there is something to read of ours. The browser's own word that there is no connection is at our address, too.
async fn shows_us(visit: &Visit<'_>) -> Outcome<bool> {
    let is_ours = !visit.page.find_all("html[data-build]").await?.is_empty();
    Ok(is_ours && !visit.page.text_of("body").await?.trim().is_empty())
}

/// First the neutral page, then what was open before, and nothing else.
pub fn ensure_order(visit: &Visit<'_>, trail: &[(String, bool)]) -> Outcome {
    let (weather, elsewhere) = (format!("{}{WEATHER}", visit.elsewhere.origin()), visit.elsewhere.origin());
    let back: Vec<&str> = trail.iter().take(PRESSES).map(|(address, _)| address.as_str()).collect();
    let then = back.iter().position(|address| *address != weather);
    let is_before = |address: &&str| address.starts_with(&elsewhere);
    ensure!(
        then.is_some_and(|then| back[then..].iter().all(is_before)),
        "Back shows neither the destination nor what was before: {back:#?}"
    );
    Ok(())
}
