//! When the application cannot start, or finds a page that is not as it was built: the site works as pages.

use super::{GIVE, app_page};
use crate::{
    console::Entry,
    content, ensure, ensure_eq, sentences,
    site::{Fate, Fault, Paths},
    visit::{Outcome, Visit},
};
use axum::http::StatusCode;

sentences![
    with_the_wasm_blocked_every_link_loads_a_page,
    with_the_wasm_corrupt_every_link_loads_a_page,
    a_page_that_an_extension_changed_stays_readable_and_its_links_work,
    buttons_work_on_a_page_whose_app_has_broken,
];

const WASM: Paths = Paths::Ending(".wasm");

/// From the feed to an article, to the next one and to the donate page, by clicks.
async fn read_on(visit: &Visit<'_>) -> Outcome {
    const WHOLE: &str = "document.querySelector('main h1')?.textContent.trim()
        && !document.querySelector('.pending, .failure')";
    // A click before that would break off the request, which an engine may complain about.
    const WASM_CAME: &str =
        "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))";
    let items = content::items()?;
    let steps = [
        (format!(".story-card a[href='{}']", items[0].address()), items[0].address()),
        (format!("nav.neighbours a[href='{}']", items[1].address()), items[1].address()),
        (GIVE.to_owned(), items[1].donate_address()),
    ];
    for (link, address) in steps {
        visit.page.wait_for("the WASM, such as it is", WASM_CAME).await?;
        visit.page.follow(&link, &address).await?;
        visit.page.wait_for("the whole page", WHOLE).await?;
    }
    visit.page.wait_for("the WASM, such as it is", WASM_CAME).await
}

async fn ensure_works_as_pages(visit: &Visit<'_>, fate: StatusCode) -> Outcome {
    visit.page.open("/").await?;
    visit.site.wait_for(WASM, Fate::Answered(fate)).await?;
    read_on(visit).await?;
    ensure!(
        !visit.page.ask::<bool>("document.documentElement.dataset.app === 'live'").await?,
        "the application started"
    );
    ensure_eq!(visit.site.pages_loaded(), 4, "documents asked of the server");
    Ok(())
}

async fn with_the_wasm_blocked_every_link_loads_a_page(visit: &mut Visit<'_>) -> Outcome {
    visit.expected = Entry::is_about_a_failed_request;
    visit.site.break_with(WASM, Fault::Status(404));
    ensure_works_as_pages(visit, StatusCode::NOT_FOUND).await
}

async fn with_the_wasm_corrupt_every_link_loads_a_page(visit: &mut Visit<'_>) -> Outcome {
    visit.site.break_with(WASM, Fault::Corrupt);
    ensure_works_as_pages(visit, StatusCode::OK).await
}

async fn a_page_that_an_extension_changed_stays_readable_and_its_links_work(
    visit: &mut Visit<'_>,
) -> Outcome {
    // The application may find that the page is not its own, say so and leave it alone.
    visit.expected = |entry| entry.text.contains("panicked at");
    visit.site.break_with(Paths::All, Fault::Mangled);
    visit.page.open("/").await?;
    let settled = "document.documentElement.dataset.app === 'live' || window.__heard.length > 0";
    visit.page.wait_for("the application to take over or to complain", settled).await?;
    ensure_eq!(visit.page.find_all(".story-card").await?.len(), 14, "cards on the page");
    ensure!(visit.page.shows("main h1").await?, "no heading");
    read_on(visit).await
}

async fn buttons_work_on_a_page_whose_app_has_broken(visit: &mut Visit<'_>) -> Outcome {
    // Hydration panics on a page without the nodes that it looks for.
    visit.expected = |_| true;
    visit.site.break_with(Paths::All, Fault::Mangled);
    visit.page.open("/app/").await?;
    visit
        .page
        .wait_for("the application to break", "document.documentElement.dataset.app === 'broken'")
        .await?;
    app_page::press(visit, "delete").await
}
