//! Leaving the site by its exit, in each situation in which somebody may need it.
//! What is seen is held against `measured/leaving.json`, from which `/safety/` tells it to readers.

pub mod at_once;
pub mod erasing;

use count_me_in::model::{Seen, Situation};

use super::offline::visit_once;
use crate::{
    edition::Edition,
    engine::Engine,
    ensure,
    leaving::{self, By, Way},
    sentences,
    site::{Paths, SAID, StandIn, WEATHER},
    visit::{Outcome, Visit},
};

sentences![
    leaving_a_tab_shows_no_page_of_ours_by_back_or_forward_whatever_was_read_before,
    leaving_a_tab_shows_no_page_of_ours_by_back_or_forward_however_pages_were_gone_through,
    leaving_a_tab_of_a_browser_that_knows_its_entries_but_not_whence_one_comes,
    leaving_a_partners_frame,
    leaving_a_partners_frame_by_the_shift_key,
    leaving_a_frame_in_the_sandbox_of_wordpress,
    leaving_offline,
    after_leaving_whoever_opens_the_site_on_purpose_sees_it,
    a_page_that_was_left_stays_blank_when_it_is_loaded_anew,
];

/// What leaving is meant to do, and does wherever scripts run and the network answers.
const EVERYTHING: Seen = Seen { blank: true, destination: true, history: true, storage: true };

/// Serves the site with its own worker, which keeps where the exit leads; the folder is there as long as the result.
async fn serve_own_edition(visit: &mut Visit<'_>) -> Outcome<Edition> {
    let edition = Edition::make(&format!("{}{WEATHER}", visit.elsewhere.origin()), "")?;
    visit.site.renew(edition.router()).await?;
    visit.site.let_the_worker_work();
    Ok(edition)
}

async fn leaving_a_tab_shows_no_page_of_ours_by_back_or_forward_whatever_was_read_before(
    visit: &mut Visit<'_>,
) -> Outcome {
    let ways = [
        (Way::BeforeTheApp, By::Click),
        (Way::Articles(0), By::Click),
        (Way::Articles(1), By::Shift),
        (Way::Articles(12), By::Click),
    ];
    if !visit.engine.has_app_windows() {
        leaving::enter(visit, Situation::AppWindow, None)?;
    }
    leave_a_tab(visit, &ways).await
}

async fn leaving_a_tab_shows_no_page_of_ours_by_back_or_forward_however_pages_were_gone_through(
    visit: &mut Visit<'_>,
) -> Outcome {
    let ways = [
        (Way::BackInBetween, By::Click),
        (Way::BackToTheStart, By::Click),
        (Way::Reloaded, By::Click),
        (Way::PagesAnew, By::Click),
        (Way::PagesAnewAndBack, By::Shift),
    ];
    leave_a_tab(visit, &ways).await
}

/// Whoever leaves leaves nothing behind, so each of these is a first visit, with the worker just being installed.
async fn leave_a_tab(visit: &mut Visit<'_>, ways: &[(Way, By)]) -> Outcome {
    let _edition = serve_own_edition(visit).await?;
    let sight = leaving::see(visit, Situation::Tab, ways).await?;
    sight.ensure(EVERYTHING)?;
    leaving::enter(visit, Situation::Tab, Some(sight.seen))
}

/// Chromium was so for two years, and Firefox can be made so; the same is seen, but no row of the table is about it.
async fn leaving_a_tab_of_a_browser_that_knows_its_entries_but_not_whence_one_comes(
    visit: &mut Visit<'_>,
) -> Outcome {
    let ways =
        [(Way::Articles(2), By::Click), (Way::Reloaded, By::Click), (Way::PagesAnewAndBack, By::Shift)];
    // Every page comes from the server, because the worker's have no stand-in.
    visit.site.stand_in_for(StandIn::NoActivation);
    visit.page.open_live("/").await?;
    if visit.engine != Engine::WebKit {
        ensure!(
            visit.page.ask("Boolean(navigation.currentEntry) && !('activation' in navigation)").await?,
            "this browser is as it was"
        );
    }
    leaving::see(visit, Situation::Tab, &ways).await?.ensure(EVERYTHING)
}

/// Each of the four frames, as partners show them.
const IN_FRAMES: [(Way, By); 4] = [
    (Way::InFrame(0), By::Click),
    (Way::InFrame(1), By::Click),
    (Way::InFrame(2), By::Click),
    (Way::InFrame(3), By::Click),
];

/// What a frame cannot do: the page around it stays until it makes way, and what the site has stored is kept from it.
const IN_PART: Seen = Seen { blank: false, storage: false, ..EVERYTHING };

async fn leaving_a_partners_frame(visit: &mut Visit<'_>) -> Outcome {
    // The browser's own words: a script's own click, with which the first moment is looked at, may not move the partner's page,
    // and the sandbox has no storage.
    visit.expected = |_| true;
    let unlimited = [0, 1, 2, 3].map(|number| (Way::InUnlimitedFrame(number), By::Click));
    let ways = [IN_FRAMES, unlimited].concat();
    let sight = leaving::see(visit, Situation::Frame, &ways).await?;
    sight.ensure(IN_PART)?;
    leaving::enter(visit, Situation::Frame, Some(sight.seen))
}

async fn leaving_a_partners_frame_by_the_shift_key(visit: &mut Visit<'_>) -> Outcome {
    // The browser's own words about the way that is barred.
    visit.expected = |_| true;
    let limited = [0, 1, 2, 3].map(|number| (Way::InFrame(number), By::Shift));
    let ways = [&limited[..], &[(Way::InUnlimitedFrame(0), By::Shift)]].concat();
    let sight = leaving::see(visit, Situation::FrameByShift, &ways).await?;
    leaving::enter(visit, Situation::FrameByShift, Some(sight.seen))
}

async fn leaving_a_frame_in_the_sandbox_of_wordpress(visit: &mut Visit<'_>) -> Outcome {
    // The browser's own words about the way that is barred.
    visit.expected = |_| true;
    let sight = leaving::see(visit, Situation::SandboxedFrame, &IN_FRAMES).await?;
    sight.ensure(Seen { destination: false, ..IN_PART })?;
    leaving::enter(visit, Situation::SandboxedFrame, Some(sight.seen))
}

async fn leaving_offline(visit: &mut Visit<'_>) -> Outcome {
    // The browsers' own words about what they cannot ask for: pages, the worker's script, icons.
    visit.expected = |_| true;
    let ways = [
        (Way::Articles(0), By::Click),
        (Way::Articles(1), By::Shift),
        (Way::Articles(12), By::Click),
        (Way::BackInBetween, By::Click),
        (Way::PagesAnew, By::Click),
    ];
    let meant = Seen { destination: false, ..EVERYTHING };
    let _edition = serve_own_edition(visit).await?;
    let sight = leaving::see(visit, Situation::Offline, &ways).await?;
    sight.ensure(meant)?;
    leaving::enter(visit, Situation::Offline, Some(sight.seen))
}

async fn after_leaving_whoever_opens_the_site_on_purpose_sees_it(visit: &mut Visit<'_>) -> Outcome {
    for way in [Way::Articles(0), Way::Articles(1), Way::PagesAnew] {
        leaving::come(visit, Situation::Tab, way).await?;
        leaving::leave(visit, By::Click).await?;
        ensure!(leaving::is_at_destination(visit).await?, "the exit leads nowhere");
        visit.page.open_live("/").await?;
        ensure!(visit.page.shows("main h1").await?, "the page stays blank");
    }
    Ok(())
}

async fn a_page_that_was_left_stays_blank_when_it_is_loaded_anew(visit: &mut Visit<'_>) -> Outcome {
    const BLANK: &str = "'left' in document.documentElement.dataset && !document.body.checkVisibility()";
    const NOWHERE: Paths = Paths::Under(SAID);
    // An answer without content lets every browser stay where it is, as on a connection that breaks off.
    visit.site.lead_the_exit_to(format!("{}{SAID}", visit.elsewhere.origin()));
    for (index, way) in [Way::Articles(0), Way::Articles(1)].into_iter().enumerate() {
        leaving::come(visit, Situation::Tab, way).await?;
        leaving::leave(visit, By::Click).await?;
        visit.elsewhere.wait_until_asked(NOWHERE, 2 * index + 1).await?;
        visit.page.client().refresh().await?;
        ensure!(visit.page.ask(BLANK).await?, "after {way:?} the page that was left is shown");
        visit.elsewhere.wait_until_asked(NOWHERE, 2 * index + 2).await?;
    }
    Ok(())
}

/// With scripts off the exit is a link.
pub mod with_scripts_off {
    use super::{By, Outcome, Seen, Situation, Visit, Way, leaving};

    crate::sentences![with scripts off: leaving_with_scripts_off];

    async fn leaving_with_scripts_off(visit: &mut Visit<'_>) -> Outcome {
        let ways = [(Way::Articles(0), By::Click), (Way::Articles(2), By::Click)];
        let sight = leaving::see(visit, Situation::ScriptsOff, &ways).await?;
        sight.ensure(Seen { blank: false, destination: true, history: false, storage: false })?;
        leaving::enter(visit, Situation::ScriptsOff, Some(sight.seen))
    }
}

/// The window of an installed app.
pub mod in_an_app_window {
    use super::{
        By, EVERYTHING, Outcome, Situation, Visit, Way, ensure, leaving, serve_own_edition, visit_once,
    };

    crate::sentences![in an app window: leaving_an_app_window];

    async fn leaving_an_app_window(visit: &mut Visit<'_>) -> Outcome {
        let ways = [
            (Way::BeforeTheApp, By::Click),
            (Way::Articles(0), By::Click),
            (Way::Articles(1), By::Shift),
            (Way::Articles(12), By::Click),
            (Way::BackInBetween, By::Click),
            (Way::PagesAnew, By::Shift),
        ];
        let _edition = serve_own_edition(visit).await?;
        visit_once(visit).await?;
        ensure!(
            visit.page.ask("matchMedia('(display-mode: standalone)').matches").await?,
            "the window is not an app's"
        );
        let sight = leaving::see(visit, Situation::AppWindow, &ways).await?;
        sight.ensure(EVERYTHING)?;
        leaving::enter(visit, Situation::AppWindow, Some(sight.seen))
    }
}
