//! The copy for reading offline, where hosts, readers and devices are not as one would wish.

use count_me_in::routes;

use super::{
    HOTLINE,
    offline::{COPY, PATIENCE, go_offline, visit_once, wait_until_kept, wait_until_there},
    updates::{OFFERED, look_again},
};
use crate::{
    edition::{Edition, old_slug},
    ensure, ensure_eq, sentences,
    site::{Fault, Paths},
    visit::{Outcome, Visit},
};

/// The worker's own file.
const WORKER: Paths = Paths::Ending(routes::WORKER);

sentences![
    a_host_that_calls_files_by_other_types_is_no_hindrance,
    whoever_goes_on_while_the_copy_is_made_has_it_all_the_same,
    whoever_goes_on_while_the_worker_is_fetched_has_a_copy_all_the_same,
    where_the_app_never_starts_one_copy_is_made_and_stays,
    data_of_a_build_that_is_gone_is_not_shown_and_not_asked_for_again_and_again,
    data_of_a_build_that_nobody_has_accepted_yet_is_not_kept_for_the_one_before,
];

async fn a_host_that_calls_files_by_other_types_is_no_hindrance(visit: &mut Visit<'_>) -> Outcome {
    // The browser's own word about WASM that is not called so.
    visit.expected = |entry| entry.text.contains("MIME") || entry.text.contains("instantiateStreaming");
    visit.site.break_with(Paths::Under(routes::APP_FILES), Fault::OtherTypes);
    visit_once(visit).await?;
    go_offline(visit).await;
    visit.page.open_live("/help/").await
}

/// A page begins to make the copy and is gone before this has come; another one then has all of it.
async fn ensure_kept_for_who_goes_on_before_there_is(what: Paths, visit: &mut Visit<'_>) -> Outcome {
    visit.site.let_the_worker_work();
    visit.site.break_with(what, Fault::Held);
    visit.page.open_live("/").await?;
    visit.site.wait_until_asked(what, 1).await?;
    // Another document.
    visit.page.open_live("/donate/").await?;
    visit.site.repair();
    wait_until_kept(visit).await?;
    go_offline(visit).await;
    visit.page.open_live("/help/").await
}

async fn whoever_goes_on_while_the_copy_is_made_has_it_all_the_same(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    ensure_kept_for_who_goes_on_before_there_is(COPY, visit).await
}

async fn whoever_goes_on_while_the_worker_is_fetched_has_a_copy_all_the_same(
    visit: &mut Visit<'_>,
) -> Outcome {
    ensure_kept_for_who_goes_on_before_there_is(WORKER, visit).await
}

async fn where_the_app_never_starts_one_copy_is_made_and_stays(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    let edition = Edition::with_a_broken_app()?;
    visit.site.renew(edition.router()).await?;
    visit.site.let_the_worker_work();
    for address in ["/", "/help/", "/donate/"] {
        visit.page.open(address).await?;
        wait_until_kept(visit).await?;
        let broken = "document.documentElement.dataset.app === 'broken'";
        visit.page.wait_for("the app to be given up", broken).await?;
    }
    ensure_eq!(visit.site.asked_of(COPY).len(), 1, "copies that were fetched");
    go_offline(visit).await;
    visit.page.open("/news/").await?;
    ensure!(visit.page.shows(HOTLINE).await?, "there is no hotline");
    Ok(())
}

async fn data_of_a_build_that_is_gone_is_not_shown_and_not_asked_for_again_and_again(
    visit: &mut Visit<'_>,
) -> Outcome {
    const ITEMS: usize = 230;
    visit.expected = |_| true;
    let editions = [Edition::with_archive(ITEMS)?, Edition::with_archive(ITEMS - 1)?];
    let item = format!("/news/{}/", old_slug(ITEMS - 2));
    visit.site.renew(editions[0].router()).await?;
    visit_once(visit).await?;
    // A step inside the app asks for the item's data alone.
    let page = ITEMS.div_ceil(20);
    visit.page.open_live(&format!("/page/{page}/")).await?;
    visit.page.click(&format!(".story-card__title a[href='{item}']")).await?;
    visit.page.wait_for("the item", "document.querySelector('.story-body')").await?;
    let data = routes::article_data(&old_slug(ITEMS - 2).parse()?);
    wait_until_there(visit, &data).await?;
    // The page of the item is never loaded as such.
    visit.page.open_live("/").await?;
    visit.site.renew(editions[1].router()).await?;
    look_again(visit).await?;
    visit.page.wait_within(PATIENCE, "the offer", OFFERED).await?;
    visit.page.run("window.__before = true").await?;
    visit.page.click("[data-do=update]").await?;
    visit.page.wait_for("the newer version", "!window.__before").await?;
    wait_until_kept(visit).await?;
    go_offline(visit).await;
    visit.page.open(&item).await?;
    visit.page.wait_for("the word that it is missing", "document.querySelector('.failure')").await
}

async fn data_of_a_build_that_nobody_has_accepted_yet_is_not_kept_for_the_one_before(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.expected = |_| true;
    let [first, second] = [14, 15].map(old_slug);
    let [opened, reached] = [&first, &second].map(|slug| format!("/news/{slug}/"));
    let newer = Edition::with_archive(16)?;
    visit_once(visit).await?;
    visit.site.renew(newer.router()).await?;
    // The worker of the build before has none of the two, so the page comes from the network, and goes on from there.
    visit.page.open_live(&opened).await?;
    visit.page.click(&format!("nav.neighbours a[href='{reached}']")).await?;
    let is_there = format!("location.pathname === '{reached}' && document.querySelector('.story-body')");
    visit.page.wait_for("the item", &is_there).await?;
    // Kept after what came before it.
    visit.page.open_live(&opened).await?;
    wait_until_there(visit, &opened).await?;
    go_offline(visit).await;
    visit.page.open(&reached).await?;
    visit.page.wait_for("the word that it is missing", "document.querySelector('.failure')").await
}
