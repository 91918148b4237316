//! What the worker erases when the page that is left is gone before it can.

use super::{By, Outcome, Visit, ensure, leaving, serve_own_edition, visit_once};
use crate::{
    leaving::storage,
    sentences::offline::{COPY, wait_for_keeper},
    site::Fault,
};

crate::sentences![
    the_worker_erases_what_a_page_that_is_gone_at_once_has_no_time_for,
    the_worker_erases_so_even_while_it_is_being_installed,
];

/// Leaves by a page that has no time to ask for caches, so that is the worker's to do.
async fn ensure_the_worker_leaves_nothing(visit: &Visit<'_>) -> Outcome {
    storage::keep(visit).await?;
    visit.page.run("caches.keys = () => new Promise(() => {})").await?;
    leaving::leave(visit, By::Click).await?;
    ensure!(leaving::is_at_destination(visit).await?, "the exit leads nowhere");
    let left = storage::left_behind(visit).await?;
    ensure!(left.is_empty(), "{left:?} is left");
    Ok(())
}

async fn the_worker_erases_what_a_page_that_is_gone_at_once_has_no_time_for(
    visit: &mut Visit<'_>,
) -> Outcome {
    let _edition = serve_own_edition(visit).await?;
    visit_once(visit).await?;
    ensure_the_worker_leaves_nothing(visit).await
}

async fn the_worker_erases_so_even_while_it_is_being_installed(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    let _edition = serve_own_edition(visit).await?;
    visit.site.break_with(COPY, Fault::Held);
    visit.page.open_live("/").await?;
    visit.site.wait_until_asked(COPY, 1).await?;
    wait_for_keeper(visit).await?;
    ensure_the_worker_leaves_nothing(visit).await
}
