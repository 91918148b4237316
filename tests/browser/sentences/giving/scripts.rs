//! Pages that have a script of their own, when somebody comes back to one after another page has been loaded anew: the app
//! then draws it in a document that has not its script.

use count_me_in::routes::Route;

use crate::{
    ensure, ensure_eq, sentences,
    visit::{Outcome, Visit},
};

sentences![
    back_after_a_reload_loads_the_page_with_its_script,
    a_page_that_comes_without_its_script_is_loaded_once_more_and_no_more,
];

/// The pages, and what is there once their scripts have run.
const PAGES: [(Route, &str); 4] = [
    (Route::Donate, ".giving-form[data-live]"),
    (Route::Thanks, "[data-share]:not([hidden])"),
    (Route::App, "#app-script"),
    (Route::Embed, "#embed-script"),
];

/// Goes on to the help page inside the app, and loads that anew.
async fn go_to_help_and_reload(visit: &Visit<'_>, address: &str) -> Outcome {
    visit.page.open_live(address).await?;
    visit.page.follow(".site-nav a[href='/help/']", "/help/").await?;
    visit.page.wait_for("the hotlines", "document.querySelector('main .hotline')").await?;
    visit.page.run("window.__before = true; location.reload()").await?;
    visit.page.wait_for("the help page, anew", "!window.__before").await?;
    visit.page.wait_until_live().await
}

async fn go_back(visit: &Visit<'_>) -> Outcome {
    visit.page.run("window.__before = true").await?;
    visit.page.back().await?;
    visit.page.wait_for("another document", "!window.__before").await?;
    visit.page.wait_until_live().await
}

async fn back_after_a_reload_loads_the_page_with_its_script(visit: &mut Visit<'_>) -> Outcome {
    for (route, sign) in PAGES {
        let address = route.address();
        go_to_help_and_reload(visit, &address).await?;
        go_back(visit).await.map_err(|stop| stop.at(&address))?;
        ensure_eq!(visit.page.address().await?, address, "the address");
        let is_there = format!("document.querySelector('{sign}')");
        visit.page.wait_for("its script at work", &is_there).await.map_err(|stop| stop.at(&address))?;
    }
    Ok(())
}

async fn a_page_that_comes_without_its_script_is_loaded_once_more_and_no_more(
    visit: &mut Visit<'_>,
) -> Outcome {
    // Such as another page, which a worker answers with for one that it does not have.
    visit.site.lead("id=\"giving-script\"", "id=\"other-script\"".into());
    let address = Route::Donate.address();
    go_to_help_and_reload(visit, &address).await?;
    let loaded = visit.site.pages_loaded();
    go_back(visit).await?;
    visit.page.wait_for("the form", "document.querySelector('.giving-form')").await?;
    ensure!(visit.page.ask("!document.querySelector('#giving-script')").await?, "the script is there");
    ensure_eq!(visit.site.pages_loaded() - loaded, 1, "documents loaded");
    Ok(())
}
