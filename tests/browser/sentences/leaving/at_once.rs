//! What is on the screen while the neutral page is still on its way.

use super::{By, Outcome, Visit, ensure, leaving};
use crate::{
    engine::Engine,
    screen::Screen,
    sentences::navigation::{card_link, item, wait_for_article},
    site::{Fault, Paths, WEATHER},
    visit::Stop,
};

/// Why a picture cannot be had. That the page is blank in the moment of leaving is asked of it in all engines.
const MUTE: &str = "the driver may answer nothing while one page makes way for another";

crate::sentences![without waiting:
    leaving_blanks_the_screen_while_the_network_is_held,
    back_to_a_page_that_was_left_shows_a_blank_screen_while_the_network_is_held,
];

async fn leaving_blanks_the_screen_while_the_network_is_held(visit: &mut Visit<'_>) -> Outcome {
    if visit.engine == Engine::WebKit {
        return Err(Stop::Impossible(MUTE.into()));
    }
    visit.elsewhere.break_with(Paths::Under(WEATHER), Fault::Held);
    visit.page.open_live("/").await?;
    let mut screen = Screen::watch(visit.engine, visit.page.client()).await?;
    ensure!(screen.comes_to_be_of_one_color(false).await?, "the page is blank before anybody leaves");
    leaving::leave(visit, By::Click).await?;
    ensure!(screen.comes_to_be_of_one_color(true).await?, "the page is seen after leaving");
    visit.elsewhere.repair();
    ensure!(leaving::is_at_destination(visit).await?, "the exit leads nowhere");
    Ok(())
}

async fn back_to_a_page_that_was_left_shows_a_blank_screen_while_the_network_is_held(
    visit: &mut Visit<'_>,
) -> Outcome {
    if visit.engine != Engine::Firefox {
        return Err(Stop::Impossible(MUTE.into()));
    }
    let item = item(0)?;
    visit.page.open_live("/").await?;
    visit.page.click(&card_link(&item)).await?;
    wait_for_article(visit, &item).await?;
    leaving::leave(visit, By::Click).await?;
    ensure!(leaving::is_at_destination(visit).await?, "the exit leads nowhere");
    let mut screen = Screen::watch(visit.engine, visit.page.client()).await?;
    ensure!(screen.comes_to_be_of_one_color(false).await?, "the neutral page is blank");
    visit.elsewhere.break_with(Paths::Under(WEATHER), Fault::Held);
    visit.page.back().await?;
    ensure!(screen.comes_to_be_of_one_color(true).await?, "Back shows something of the page that was left");
    visit.elsewhere.repair();
    ensure!(leaving::is_at_destination(visit).await?, "the page that was left does not make way");
    Ok(())
}
