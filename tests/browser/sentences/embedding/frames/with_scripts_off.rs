//! The frames with scripts off.

use super::{Outcome, Visit, ensure, ensure_eq, iframe, partner};
use crate::leaving::{self, By};

crate::sentences![with scripts off: without_scripts_a_frame_is_whole_and_its_exit_takes_the_window_along];

async fn without_scripts_a_frame_is_whole_and_its_exit_takes_the_window_along(
    visit: &mut Visit<'_>,
) -> Outcome {
    // WebKit says so of what it then does.
    visit.expected = |entry| entry.text.contains("'allow-top-navigation' flag is not set");
    for frame in partner::frames()? {
        let address = frame.address();
        partner::open(visit, &iframe(visit, &address, 600)).await?;
        visit.page.enter_frame().await?;
        let mut cards = 0;
        for card in visit.page.find_all(".story-card").await? {
            cards += usize::from(card.is_displayed().await?);
        }
        let wanted = if address == "/embed/feed/" { 3 } else { usize::from(address.contains("news")) };
        ensure_eq!(cards, wanted, "stories in {address}");
        ensure!(visit.page.text_of("main").await?.len() > 100, "{address} is empty");
        leaving::leave(visit, By::Click).await?;
        visit.page.leave_frame().await?;
        ensure!(leaving::is_at_destination(visit).await?, "{address}: the exit leads nowhere");
    }
    Ok(())
}
