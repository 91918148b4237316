//! Readers who use the keyboard.

use fantoccini::key::Key;

use crate::{
    ensure, sentences,
    visit::{Outcome, Visit},
};

sentences![the_skip_link_comes_first_and_leads_into_the_main_part];

/// Presses Tab, Enter and Tab again on a page that has just been loaded.
pub async fn ensure_skip_link_works(visit: &Visit<'_>) -> Outcome {
    const FOCUS: &str = "document.activeElement.outerHTML.slice(0, 120)";
    visit.page.press(Key::Tab).await?;
    let focus: String = visit.page.ask(FOCUS).await?;
    ensure!(
        visit.page.ask("document.activeElement.matches('a.skip-link')").await?,
        "Tab leads first to {focus}"
    );
    visit.page.press(Key::Enter).await?;
    visit.page.wait_for("the address of the main part", "location.hash === '#main'").await?;
    visit.page.press(Key::Tab).await?;
    let focus: String = visit.page.ask(FOCUS).await?;
    ensure!(
        visit.page.ask("Boolean(document.activeElement.closest('#main'))").await?,
        "then Tab leads to {focus}"
    );
    Ok(())
}

async fn the_skip_link_comes_first_and_leads_into_the_main_part(visit: &mut Visit<'_>) -> Outcome {
    visit.page.open_live("/").await?;
    ensure_skip_link_works(visit).await
}
