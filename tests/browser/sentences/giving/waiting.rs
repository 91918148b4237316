//! What the page does while it looks for a connection, as it does where a copy of it is kept on the device.

use count_me_in::routes;

use super::{DONATE, MIGHTYCAUSE, choose, go_on, open_hosted_page, type_amount, wait_for_hosted_page};
use crate::{
    ensure, ensure_eq, sentences,
    sentences::offline,
    site::{Fault, Paths, Site},
    visit::{Outcome, Visit},
};

sentences![
    whoever_turns_to_something_else_while_the_page_waits_is_not_taken_along,
    the_hosted_page_can_be_reached_when_this_site_alone_cannot,
    a_browser_that_sets_requests_no_limit_of_time_can_give,
];

/// Counts the answers to the page's question, each once the page has done what it does then, and takes its patience for
/// endless, so that nothing depends on how busy the machine is.
const WATCH: &str = "
    const [ask, later] = [window.fetch, window.setTimeout];
    window.__answers = 0;
    window.fetch = (...asked) => {
        const answer = ask(...asked);
        const count = () => later(() => { window.__answers += 1; });
        if (asked[1]?.method === 'HEAD') answer.then(count, count);
        return answer;
    };
    window.setTimeout = (what, time, ...rest) => time === 3000 ? 0 : later(what, time, ...rest);";

const HELP: &str = ".site-nav a[href='/help/']";

/// A page that the worker has kept leads to the real place: what passes the server is changed on its way, this is not.
async fn lead_to(visit: &Visit<'_>, hosted: &Site) -> Outcome {
    let (real, other) = (MIGHTYCAUSE, hosted.origin());
    let lead = format!(
        "const form = document.querySelector('.giving-form');
        form.dataset.template = form.dataset.template.replace('{real}', '{other}');
        for (const link of form.querySelectorAll('.hand-off a')) link.href = link.href.replace('{real}', '{other}');"
    );
    visit.page.run(&lead).await
}

async fn open_kept_form(visit: &Visit<'_>, hosted: &Site) -> Outcome {
    visit.page.open_live(DONATE).await?;
    lead_to(visit, hosted).await?;
    type_amount(visit, "20").await
}

async fn whoever_turns_to_something_else_while_the_page_waits_is_not_taken_along(
    visit: &mut Visit<'_>,
) -> Outcome {
    let (hosted, _edition) = open_hosted_page(visit).await?;
    offline::visit_once(visit).await?;
    for turn in ["goes to another page", "chooses something else", "leaves"] {
        open_kept_form(visit, &hosted).await?;
        visit.page.run(WATCH).await?;
        visit.site.break_with(Paths::Under(routes::MANIFEST), Fault::Held);
        go_on(visit).await?;
        let said = "document.querySelector('[data-wait]').textContent.includes('looking for a connection')";
        visit.page.wait_for("the words about waiting", said).await?;
        match turn {
            "goes to another page" => {
                visit.page.bring_into_view(HELP).await?;
                visit.page.follow(HELP, "/help/").await?;
                visit.page.wait_for("the hotlines", "document.querySelector('main .hotline')").await?;
            }
            "chooses something else" => {
                choose(visit, "monthly").await?;
                let is_silent = "document.querySelector('[data-wait]').textContent === ''";
                visit.page.wait_for("an end of waiting", is_silent).await?;
            }
            // As the exit does first; the rest of it would hide what is looked for here.
            _ => visit.page.run("document.documentElement.dataset.left = ''").await?,
        }
        let before: String = visit.page.ask("location.href").await?;
        visit.site.repair();
        visit.page.wait_for("the answer", "window.__answers === 1").await?;
        let round = "const done = arguments[0]; fetch('/sw.js').then(() => done(location.href), done);";
        let after = visit.page.client().execute_async(round, Vec::new()).await?;
        ensure_eq!(after, before.as_str(), "where somebody is who {turn}");
        ensure!(hosted.asked_of(Paths::All).is_empty(), "somebody who {turn} is taken along");
    }
    // Whoever stays goes there.
    open_kept_form(visit, &hosted).await?;
    go_on(visit).await?;
    wait_for_hosted_page(visit, &hosted).await
}

async fn the_hosted_page_can_be_reached_when_this_site_alone_cannot(visit: &mut Visit<'_>) -> Outcome {
    const LINK: &str = ".hand-off__offline a[rel=noreferrer]";
    visit.expected = |_| true;
    let (hosted, _edition) = open_hosted_page(visit).await?;
    offline::visit_once(visit).await?;
    open_kept_form(visit, &hosted).await?;
    visit.page.wait_for("the connection", "document.documentElement.dataset.connection === 'on'").await?;
    offline::go_offline(visit).await;
    go_on(visit).await?;
    visit.page.wait_for("the link", &format!("document.querySelector('{LINK}').checkVisibility()")).await?;
    ensure_eq!(visit.page.text_of(LINK).await?, "Open Mightycause without your choice", "the link");
    visit.page.bring_into_view(LINK).await?;
    visit.page.click(LINK).await?;
    wait_for_hosted_page(visit, &hosted).await
}

async fn a_browser_that_sets_requests_no_limit_of_time_can_give(visit: &mut Visit<'_>) -> Outcome {
    let (hosted, _edition) = open_hosted_page(visit).await?;
    offline::visit_once(visit).await?;
    open_kept_form(visit, &hosted).await?;
    visit.page.run("Reflect.deleteProperty(AbortSignal, 'timeout')").await?;
    go_on(visit).await?;
    wait_for_hosted_page(visit, &hosted).await
}
