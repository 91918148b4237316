//! New builds, and what is kept on the device when something goes wrong with it.

use axum::http::StatusCode;

use super::{
    navigation,
    offline::{
        COPY, NOTHING_KEPT, PATIENCE, go_offline, visit_once, wait_until, wait_until_kept, whole_builds,
    },
};
use crate::{
    edition::Edition,
    ensure, ensure_eq, sentences,
    site::{Fate, Fault, Paths, REAL_EXIT},
    visit::{Outcome, Visit},
};

sentences![
    three_builds_never_mix_and_the_reader_decides_when_the_new_one_is_shown,
    a_page_left_open_across_three_releases_still_works,
    an_update_whose_transfer_breaks_leaves_what_is_kept_and_can_be_asked_for_again,
    a_page_left_open_without_a_worker_loads_the_page_when_the_site_has_been_renewed,
    a_worker_that_cannot_have_everything_keeps_nothing_and_the_pages_work,
    an_app_that_does_not_start_twice_leaves_pages_that_work,
    a_missing_file_of_the_app_is_missing_and_no_page,
];

/// The title of the first card, which tells the edition.
pub const FIRST: &str = "document.querySelector('.story-card__title').textContent.trim()";

/// Whether the page offers a newer version.
pub const OFFERED: &str = "document.documentElement.hasAttribute('data-update')";

/// Whether so many builds are kept, and the newest waits for the reader's word.
fn waiting(count: usize) -> String {
    whole_builds(&format!("Boolean(registration.waiting) && !registration.installing && whole === {count}"))
}

/// Looks at the tab again, as after days, so that the page asks whether there is something newer.
pub async fn look_again(visit: &Visit<'_>) -> Outcome {
    visit.page.run("document.dispatchEvent(new Event('visibilitychange'))").await
}

/// Puts this edition on the server, and waits until it is the last of so many on the device and the page offers it.
async fn renew_and_wait_for_the_offer(
    visit: &mut Visit<'_>,
    edition: &Edition,
    words: &str,
    count: usize,
) -> Outcome {
    visit.site.renew(edition.router()).await?;
    look_again(visit).await?;
    wait_until(visit, &format!("{words} to be whole and to wait"), &waiting(count)).await?;
    visit.page.wait_for(&format!("the offer of {words}"), OFFERED).await
}

/// Ends the sentence unless the feed on screen is of the edition with these words.
pub async fn ensure_edition(visit: &Visit<'_>, words: &str) -> Outcome {
    let title: String = visit.page.ask(FIRST).await?;
    ensure!(title.starts_with(words), "the page is not of the edition {words:?}: {title}");
    Ok(())
}

async fn three_builds_never_mix_and_the_reader_decides_when_the_new_one_is_shown(
    visit: &mut Visit<'_>,
) -> Outcome {
    let editions = [
        Edition::make(REAL_EXIT, "One ")?,
        Edition::make(REAL_EXIT, "Two ")?,
        Edition::make(REAL_EXIT, "Three ")?,
    ];
    let item = navigation::item(0)?;
    let article = format!("main h1, .story-card__title a[href='{}']", item.address());
    visit.site.renew(editions[0].router()).await?;
    visit_once(visit).await?;
    ensure_edition(visit, "One ").await?;
    for (count, (edition, words)) in (2..).zip(editions[1..].iter().zip(["Two ", "Three "])) {
        renew_and_wait_for_the_offer(visit, edition, words, count).await?;
        // Nobody has accepted yet: page, data and app are of the first build, and so is what is loaded anew.
        visit.page.click(&navigation::card_link(&item)).await?;
        visit.page.wait_for("the article", "document.querySelector('.story-body')").await?;
        let title = visit.page.text_of(&article).await?;
        ensure!(title.starts_with("One "), "the builds are mixed in the app: {title:?}");
        visit.page.open_live("/").await?;
        ensure_edition(visit, "One ").await?;
        visit.page.wait_for(&format!("the offer of {words}, once more"), OFFERED).await?;
    }
    visit.page.click("[data-do=update]").await?;
    visit.page.wait_for("the third edition", &format!("{FIRST}.startsWith('Three ')")).await?;
    visit.page.wait_until_live().await?;
    wait_until_kept(visit).await?;
    go_offline(visit).await;
    visit.page.open_live("/").await?;
    ensure_edition(visit, "Three ").await
}

async fn a_page_left_open_across_three_releases_still_works(visit: &mut Visit<'_>) -> Outcome {
    let editions = [
        Edition::make(REAL_EXIT, "One ")?,
        Edition::make(REAL_EXIT, "Two ")?,
        Edition::make(REAL_EXIT, "Three ")?,
    ];
    visit.site.renew(editions[0].router()).await?;
    visit_once(visit).await?;
    let item = navigation::item(0)?;
    visit.page.run("window.__sameDocument = true").await?;
    for (count, (edition, words)) in (2..).zip(editions[1..].iter().zip(["Two ", "Three "])) {
        renew_and_wait_for_the_offer(visit, edition, words, count).await?;
        visit.page.click(&navigation::card_link(&item)).await?;
        navigation::wait_for_article(visit, &item).await?;
        visit.page.back().await?;
        visit.page.wait_for("the feed", "document.querySelectorAll('.story-card').length === 14").await?;
        ensure_edition(visit, "One ").await?;
    }
    ensure!(visit.page.ask("window.__sameDocument === true").await?, "the document was loaded anew");
    visit.page.click("[data-do=update]").await?;
    visit.page.wait_for("the third edition", &format!("{FIRST}.startsWith('Three ')")).await?;
    wait_until_kept(visit).await
}

async fn an_update_whose_transfer_breaks_leaves_what_is_kept_and_can_be_asked_for_again(
    visit: &mut Visit<'_>,
) -> Outcome {
    const FAILED: &str = "document.documentElement.dataset.update === 'failed'";
    visit.expected = |_| true;
    let editions = [Edition::make(REAL_EXIT, "One ")?, Edition::make(REAL_EXIT, "Two ")?];
    visit.site.renew(editions[0].router()).await?;
    visit_once(visit).await?;
    visit.site.renew(editions[1].router()).await?;
    visit.site.break_with(COPY, Fault::BrokenTransfer);
    look_again(visit).await?;
    visit.page.wait_for("the offer", OFFERED).await?;
    ensure!(!visit.page.shows(".site-status__failed").await?, "it failed unasked");
    // One press after the other, because a browser asks only once for a worker that it knows.
    for _ in 0..2 {
        visit.page.run("document.documentElement.dataset.update = ''").await?;
        visit.page.click("[data-do=update]").await?;
        visit.page.wait_for("the word that it has failed", FAILED).await?;
        ensure!(visit.page.shows(".site-status__failed").await?, "nothing is said");
    }
    wait_until(visit, "one whole build", &whole_builds("whole === 1 && builds.length === 1")).await?;
    visit.site.repair();
    visit.page.open_live("/").await?;
    ensure_edition(visit, "One ").await?;
    look_again(visit).await?;
    visit.page.wait_for("the offer, once more", OFFERED).await?;
    visit.page.click("[data-do=update]").await?;
    visit.page.wait_within(PATIENCE, "the second edition", &format!("{FIRST}.startsWith('Two ')")).await?;
    wait_until_kept(visit).await
}

async fn a_page_left_open_without_a_worker_loads_the_page_when_the_site_has_been_renewed(
    visit: &mut Visit<'_>,
) -> Outcome {
    let editions = [Edition::make(REAL_EXIT, "One ")?, Edition::make(REAL_EXIT, "Two ")?];
    let item = navigation::item(0)?;
    visit.site.renew(editions[0].router()).await?;
    visit.page.open_live("/").await?;
    visit.site.renew(editions[1].router()).await?;
    visit.page.click(&navigation::card_link(&item)).await?;
    let renewed =
        format!("location.pathname === '{}' && document.querySelector('.story-body')", item.address());
    visit.page.wait_for("the page of the second edition", &renewed).await?;
    visit.site.wait_for_pages(2).await?;
    let title = visit.page.text_of("main h1").await?;
    ensure!(title.starts_with("Two "), "the builds are mixed: {title}");
    Ok(())
}

async fn a_worker_that_cannot_have_everything_keeps_nothing_and_the_pages_work(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.expected = |_| true;
    let faults = [
        Fault::Status(404),
        Fault::HtmlInsteadOfJson,
        Fault::Truncated,
        Fault::BrokenTransfer,
        Fault::Corrupt,
    ];
    for fault in faults {
        visit.start_over().await?;
        visit.site.let_the_worker_work();
        visit.site.break_with(COPY, fault);
        visit.page.open_live("/").await?;
        visit.site.wait_until_asked(COPY, 1).await?;
        wait_until(visit, &format!("nothing to be kept after {fault:?}"), NOTHING_KEPT).await?;
        visit.page.open_live("/help/").await?;
    }
    Ok(())
}

async fn an_app_that_does_not_start_twice_leaves_pages_that_work(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = |_| true;
    visit.site.let_the_worker_work();
    visit.site.break_with(Paths::Ending(".wasm"), Fault::Corrupt);
    visit.page.open("/").await?;
    visit
        .page
        .wait_for("the second try to fail", "document.documentElement.dataset.app === 'broken'")
        .await?;
    ensure_eq!(visit.site.asked_of(Paths::Ending(".wasm")).len() >= 2, true, "tried twice");
    let item = navigation::item(0)?;
    visit.page.follow(&navigation::card_link(&item), &item.address()).await?;
    visit.page.wait_for("the article", "document.querySelector('.story-body')").await
}

async fn a_missing_file_of_the_app_is_missing_and_no_page(visit: &mut Visit<'_>) -> Outcome {
    const MISSING: &str = "
        const done = arguments[arguments.length - 1];
        import('/app-0123456789abcdef.js').then(() => done(false), () => done(true));";
    visit.expected = |_| true;
    visit_once(visit).await?;
    wait_until(visit, "the file to be missing", MISSING).await?;
    visit.site.wait_for(Paths::Under("/app-0123456789abcdef.js"), Fate::Answered(StatusCode::NOT_FOUND)).await
}
