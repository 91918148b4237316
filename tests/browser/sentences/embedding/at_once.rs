//! Before the partner's page has come to its end.

use super::{Fate, Fault, Outcome, PARTNER_SCRIPT, Paths, Visit, ensure, ensure_eq, partner};

crate::sentences![without waiting: the_script_holds_up_no_page_and_adds_no_name_to_it];

/// Opens a page that writes down which names it has before anything else, and does not wait for its end.
async fn open(visit: &Visit<'_>, title: &str, body: &str) -> Outcome {
    let page = format!(
        "<!doctype html><title>{title}</title><link rel=icon href=data:,>
         <script>window.before = []; window.before = Object.getOwnPropertyNames(window);</script>
         {body}<p id=after>After it</p>"
    );
    visit.elsewhere.publish(partner::PAGE, page);
    let address = format!("{}{}", visit.elsewhere.origin(), partner::PAGE);
    visit.page.run(&format!("setTimeout(() => location.assign('{address}'))")).await?;
    let is_parsed = format!("document.title === '{title}' && document.querySelector('#after')");
    visit.page.wait_for("the page's last line", &is_parsed).await
}

/// The names that the page did not have at its start. Some are the engine's own, made when they are first asked for.
async fn added(visit: &Visit<'_>) -> Outcome<Vec<String>> {
    visit.page.ask("Object.getOwnPropertyNames(window).filter((name) => !before.includes(name)).sort()").await
}

async fn the_script_holds_up_no_page_and_adds_no_name_to_it(visit: &mut Visit<'_>) -> Outcome {
    visit.site.break_with(Paths::Under(PARTNER_SCRIPT), Fault::Held);
    // The page's end waits for the script, so nobody waits for the page's end.
    let element = partner::element("show=donate");
    open(visit, "With the script", &(partner::script(visit) + &element)).await?;
    ensure!(visit.page.ask("!customElements.get('cast-news')").await?, "the script was not held");
    visit.site.repair();
    visit.site.wait_for(Paths::Under(PARTNER_SCRIPT), Fate::Answered(axum::http::StatusCode::OK)).await?;
    partner::wait_until_shown(visit, 0).await?;
    let with_script = added(visit).await?;
    open(visit, "Without it", &element).await?;
    ensure_eq!(with_script, added(visit).await?, "names that were added");
    Ok(())
}
