//! The line about safe reading, and that nothing is stored but that it was dismissed.

use super::{
    GIVE, HOTLINE,
    navigation::{card_link, item, wait_for_article},
};
use crate::{
    ensure, ensure_eq,
    leaving::storage,
    sentences,
    site::{Fate, Fault, Paths, StandIn},
    visit::{Outcome, Visit},
};

sentences![
    the_line_about_safe_reading_is_in_the_flow_of_the_page_that_was_entered_and_takes_no_focus,
    after_a_click_inside_the_line_about_safe_reading_is_gone,
    dismissing_the_line_about_safe_reading_is_remembered_by_one_key_and_nothing_else,
    the_line_about_safe_reading_can_be_dismissed_for_good_before_the_app_has_come,
    with_storage_refused_the_line_about_safe_reading_can_be_dismissed_for_this_page,
    a_plain_visit_stores_nothing_but_the_copy_for_reading_offline,
];

const LINE: &str = ".safe-reading";
const DISMISS: &str = ".safe-reading button";
const HEADING_HAS_FOCUS: &str = "document.activeElement.matches('main h1')";

async fn ensure_shown(visit: &Visit<'_>, wanted: bool, when: &str) -> Outcome {
    ensure_eq!(visit.page.shows(LINE).await?, wanted, "whether the line is shown {when}");
    Ok(())
}

async fn the_line_about_safe_reading_is_in_the_flow_of_the_page_that_was_entered_and_takes_no_focus(
    visit: &mut Visit<'_>,
) -> Outcome {
    const FLAWS: &str = "(() => {
        const line = document.querySelector('.safe-reading');
        const { left, top, right, bottom, width, height } = line.getBoundingClientRect();
        const flaws = [];
        for (const other of ['.help-bar', '.masthead', '.site-nav', 'main', 'main h1']) {
            const its = document.querySelector(other).getBoundingClientRect();
            if (left < its.right && its.left < right && top < its.bottom && its.top < bottom)
                flaws.push(`it overlaps ${other}`);
        }
        if (!(width > 300 && height >= 44)) flaws.push(`it is ${width} by ${height}`);
        if (!['static', 'relative'].includes(getComputedStyle(line).position)) flaws.push('it is out of the flow');
        if (line.closest('dialog, [role~=dialog], [role~=alertdialog], [role~=alert], [aria-modal], [popover]'))
            flaws.push('it is a dialog');
        if (document.activeElement !== document.body) flaws.push(`the focus is on ${document.activeElement.outerHTML}`);
        return flaws;
    })()";
    for address in ["/".to_owned(), item(0)?.address(), "/donate/".into(), "/help/".into()] {
        // Who comes by an address typed into a tab of their own has come from no page of ours.
        visit.start_over().await?;
        visit.page.open_live(&address).await?;
        ensure_shown(visit, true, &format!("at {address}")).await?;
        let flaws: Vec<String> = visit.page.ask(FLAWS).await?;
        ensure_eq!(flaws, Vec::<String>::new(), "the line at {address}");
    }
    visit.start_over().await?;
    visit.page.open_live("/safety/").await?;
    ensure_shown(visit, false, "at the advice itself").await
}

async fn after_a_click_inside_the_line_about_safe_reading_is_gone(visit: &mut Visit<'_>) -> Outcome {
    let item = item(0)?;
    visit.page.open_live("/").await?;
    ensure_shown(visit, true, "where somebody enters").await?;
    visit.page.click(&card_link(&item)).await?;
    wait_for_article(visit, &item).await?;
    ensure_shown(visit, false, "after a click inside").await?;
    // A page of its own, which is loaded as a document.
    visit.page.follow(".site-footer a[href='/app/']", "/app/").await?;
    visit.page.wait_until_live().await?;
    ensure_shown(visit, false, "on a page that was loaded after a click inside").await
}

/// Dismisses the line, holds it against what is then stored, and loads the page again.
async fn dismiss_for_good(visit: &Visit<'_>) -> Outcome {
    const KEYS: &str = "[Object.entries(localStorage), Object.keys(sessionStorage)]";
    ensure_shown(visit, true, "where somebody enters").await?;
    ensure_eq!(
        storage::kept_besides_the_copy(visit).await?,
        Vec::<String>::new(),
        "kinds of storage used before"
    );
    visit.page.click(DISMISS).await?;
    ensure_shown(visit, false, "when it is dismissed").await?;
    ensure!(visit.page.ask(HEADING_HAS_FOCUS).await?, "the focus is lost with the button");
    let stored: (Vec<(String, String)>, Vec<String>) = visit.page.ask(KEYS).await?;
    let one_key = vec![("safe-reading".to_owned(), "dismissed".to_owned())];
    ensure_eq!(stored, (one_key, Vec::new()), "what is stored");
    ensure_eq!(storage::kept_besides_the_copy(visit).await?, ["localStorage"], "kinds of storage used after");
    Ok(())
}

async fn dismissing_the_line_about_safe_reading_is_remembered_by_one_key_and_nothing_else(
    visit: &mut Visit<'_>,
) -> Outcome {
    visit.page.open_live("/").await?;
    dismiss_for_good(visit).await?;
    visit.page.client().refresh().await?;
    visit.page.wait_until_live().await?;
    ensure_shown(visit, false, "after a reload").await?;
    visit.page.leave().await?;
    visit.page.open_live("/donate/").await?;
    ensure_shown(visit, false, "at another page later").await
}

async fn the_line_about_safe_reading_can_be_dismissed_for_good_before_the_app_has_come(
    visit: &mut Visit<'_>,
) -> Outcome {
    const WASM: Paths = Paths::Ending(".wasm");
    visit.site.break_with(WASM, Fault::Held);
    visit.page.open("/").await?;
    visit.site.wait_for(WASM, Fate::Open).await?;
    dismiss_for_good(visit).await?;
    visit.page.client().refresh().await?;
    ensure_shown(visit, false, "after a reload").await?;
    ensure!(visit.page.ask("document.documentElement.dataset.app !== 'live'").await?, "the app has come");
    visit.site.repair();
    visit.page.wait_until_live().await?;
    ensure_shown(visit, false, "once the app has come").await
}

async fn with_storage_refused_the_line_about_safe_reading_can_be_dismissed_for_this_page(
    visit: &mut Visit<'_>,
) -> Outcome {
    const REFUSED: &str = "['localStorage', 'sessionStorage'].map((store) => {
        try { return typeof window[store]; } catch ({ name }) { return name; }
    })";
    visit.site.stand_in_for(StandIn::RefusesStorage);
    visit.page.open_live("/").await?;
    let refused: Vec<String> = visit.page.ask(REFUSED).await?;
    ensure_eq!(refused, ["SecurityError", "SecurityError"], "what asking for a store comes to");
    ensure_shown(visit, true, "where somebody enters").await?;
    visit.page.click(DISMISS).await?;
    ensure_shown(visit, false, "when it is dismissed").await?;
    ensure!(visit.page.ask(HEADING_HAS_FOCUS).await?, "the focus is lost with the button");
    // That nothing complains is seen after every sentence.
    Ok(())
}

async fn a_plain_visit_stores_nothing_but_the_copy_for_reading_offline(visit: &mut Visit<'_>) -> Outcome {
    const KEEP_THE_REST: &str = "
        const done = arguments[arguments.length - 1];
        document.cookie = 'a=b';
        indexedDB.open('a').onsuccess = ({ target }) => { target.result.close(); done(); };";
    let item = item(0)?;
    visit.page.open_live("/").await?;
    visit.page.click(&card_link(&item)).await?;
    wait_for_article(visit, &item).await?;
    visit.page.follow(GIVE, &item.donate_address()).await?;
    visit.page.wait_for("the donate page", "document.querySelector('main .giving-form')").await?;
    visit.page.back().await?;
    wait_for_article(visit, &item).await?;
    visit.page.open_live("/help/").await?;
    ensure!(visit.page.shows(HOTLINE).await?, "the visit leads nowhere");
    ensure_eq!(storage::kept_besides_the_copy(visit).await?, Vec::<String>::new(), "kinds of storage used");
    let cookies = visit.page.client().get_all_cookies().await?;
    ensure!(cookies.is_empty(), "cookies: {cookies:?}");
    // That each kind would be found is proven by finding it once it is there.
    storage::keep(visit).await?;
    visit.page.client().execute_async(KEEP_THE_REST, Vec::new()).await?;
    let kinds = ["localStorage", "sessionStorage", "caches", "serviceWorker", "cookies", "indexedDB"];
    ensure_eq!(storage::kept_here(visit).await?, kinds, "kinds of storage used when all are");
    ensure_eq!(visit.page.client().get_all_cookies().await?.len(), 1, "cookies");
    Ok(())
}
