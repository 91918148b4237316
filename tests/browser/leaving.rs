//! Leaving the site: what is seen in the moment of leaving, and what is left of the site afterwards.

mod coming;
pub mod storage;
mod table;
mod trail;

use std::time::{Duration, Instant};

use axum::http::StatusCode;
pub use coming::{Way, come};
use count_me_in::{
    model::{Seen, Situation},
    routes::Route,
};
use fantoccini::key::Key;
pub use table::enter;

use crate::{
    ensure, ensure_eq,
    pauses::Pauses,
    sentences::offline::wait_until_kept,
    site::{Fate, Fault, LEFT_AND_SEEN, Paths, SAID, STORAGE, WEATHER},
    visit::{Outcome, Visit},
};

/// The link that leaves.
pub const EXIT: &str = ".help-bar__exit";

/// What is in the neutral page, and in no browser's own word about it.
const DESTINATION: &str = "#weather";

/// How often Back and Forward are pressed after leaving.
const PRESSES: usize = 10;

/// How long a page that somebody has left may take to make way.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it is waited for what is not expected: that a blank page shows something after all, or that without a connection
/// there is a way to the neutral page.
const SURPRISE: Duration = Duration::from_secs(5);

/// How they leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By a click on the link.
    Click,
    /// By three presses of Shift.
    Shift,
}

/// Whether the page is blank, and its title neutral, in the moment of leaving, before anything else happens. A frame has to be
/// so itself, but whether nothing at all is seen depends on the page around it. Nothing, when a driver has put the question to
/// the page that came next, as Chromium's does when it has not heard from this one before it was gone.
async fn is_blank_at_once(visit: &Visit<'_>, situation: Situation) -> Outcome<Option<bool>> {
    let moment = format!(
        "(() => {{
            const exit = document.querySelector('{EXIT}');
            if (!exit) return null;
            exit.click();
            const display = getComputedStyle(document.body).display;
            return `${{display}}/${{document.querySelector('title').textContent}}`;
        }})()"
    );
    let blank = format!("none/{}", visit.elsewhere.origin().trim_start_matches("http://"));
    if coming::sandbox(situation).is_none() {
        return Ok(visit.page.ask::<Option<String>>(&moment).await?.map(|found| found == blank));
    }
    // The partner's page may else be gone before a driver hears from the frame, so the frame tells the page, and it the server.
    visit.elsewhere.break_with(Paths::Under(WEATHER), Fault::Held);
    visit.page.run(&format!("setTimeout(() => parent.postMessage({moment}, '*'))")).await?;
    visit.elsewhere.wait_for(Paths::Under(SAID), Fate::Answered(StatusCode::NO_CONTENT)).await?;
    visit.elsewhere.repair();
    let said = visit.elsewhere.asked_of(Paths::Under(SAID));
    let is_seen = format!("{SAID}{blank}/partner-is-seen");
    for said in &said {
        ensure!(said.path.starts_with(&format!("{SAID}{blank}")), "the frame is not blank at once: {said:?}");
    }
    Ok(Some(said.iter().all(|said| said.path != is_seen)))
}

/// Leaves as a reader does.
pub async fn leave(visit: &Visit<'_>, by: By) -> Outcome {
    match by {
        By::Click => visit.page.click(EXIT).await,
        By::Shift => {
            for _ in 0..3 {
                visit.page.press(Key::Shift).await?;
            }
            Ok(())
        }
    }
}

/// Waits until the neutral page is open; whether it is. Offline, the address bar may name it where it is not.
pub async fn is_at_destination(visit: &Visit<'_>) -> Outcome<bool> {
    let destination = format!("{}{WEATHER}", visit.elsewhere.origin());
    let patience = if visit.elsewhere.is_stopped() { SURPRISE } else { PATIENCE };
    let deadline = Instant::now() + patience;
    let mut pauses = Pauses::begin();
    while visit.page.client().current_url().await?.as_str() != destination
        || visit.page.find_all(DESTINATION).await?.is_empty()
    {
        if Instant::now() > deadline {
            return Ok(false);
        }
        pauses.pause().await;
    }
    let name: String = visit.page.ask("window.name").await?;
    ensure!(name.is_empty(), "the neutral page finds the tab called {name:?}");
    Ok(true)
}

/// Stores what can be stored and leaves; what was stored, and whether the page was blank at once.
async fn leave_with_something_kept(
    visit: &mut Visit<'_>,
    situation: Situation,
    way: Way,
) -> Outcome<(Vec<String>, Option<bool>)> {
    let is_framed = coming::sandbox(situation).is_some();
    // A frame may have no way to what the site itself has stored, so that is stored by the site itself.
    let kept = if is_framed { storage::keep_on_a_visit(visit).await? } else { Vec::new() };
    come(visit, situation, way).await?;
    let (kept, least) = match situation {
        _ if is_framed => (kept, 3),
        Situation::ScriptsOff => (storage::keep_notes(visit).await?, 2),
        _ => (storage::keep(visit).await?, 3),
    };
    ensure!(kept.len() >= least, "too little can be stored to prove anything: {kept:?}");
    if situation == Situation::Offline {
        visit.site.stop().await;
    }
    let blank = is_blank_at_once(visit, situation).await?;
    if !is_framed {
        // Nothing of the page that is left shall be under way when the next one is opened.
        is_at_destination(visit).await?;
    }
    if situation == Situation::Offline {
        visit.site.start().await?;
    }
    Ok((kept, blank))
}

/// What was seen of leaving, and in what it was less than everything.
pub struct Sight {
    pub seen: Seen,
    remarks: Vec<String>,
}

impl Sight {
    /// Ends the sentence unless exactly that was seen.
    pub fn ensure(&self, meant: Seen) -> Outcome {
        ensure_eq!(self.seen, meant, "what was seen\n  {}", self.remarks.join("\n  "));
        Ok(())
    }
}

/// Leaves in that situation after each of these ways, and says what was seen of all of them.
pub async fn see(visit: &mut Visit<'_>, situation: Situation, ways: &[(Way, By)]) -> Outcome<Sight> {
    let mut remarks = Vec::new();
    let mut seen = Seen { blank: true, destination: true, history: true, storage: true };
    for (way, by) in ways {
        if situation == Situation::Offline {
            // By a page that is not met again, so that the worker, and no cache of the browser's, has all others.
            visit.page.open_live(&Route::Safety.address()).await?;
            wait_until_kept(visit).await?;
        }
        come(visit, situation, *way).await?;
        if situation == Situation::Offline {
            visit.site.stop().await;
            visit.elsewhere.stop().await;
        }
        // A driver may complain of what is meant to happen: the way out leads offline, and takes its frame away.
        let left = leave(visit, *by).await;
        ensure!(
            left.is_ok() || situation == Situation::Offline || coming::sandbox(situation).is_some(),
            "nobody can leave after {way:?} by {by:?}"
        );
        visit.page.leave_frame().await?;
        let is_there = is_at_destination(visit).await?;
        let mut trail = trail::walk(visit, situation).await?;
        if situation == Situation::Offline {
            // What could not be shown before can be shown once the connection is back.
            visit.site.start().await?;
            visit.elsewhere.start().await?;
            trail.extend(trail::walk(visit, situation).await?);
        }
        let flashes = visit.site.asked_of(Paths::Under(LEFT_AND_SEEN));
        ensure!(flashes.is_empty(), "{way:?}: a page that was left is seen for a moment");
        let is_clean = trail.iter().all(|(_, shows_us)| !shows_us);
        seen.destination &= is_there;
        seen.history &= is_clean;
        if is_there && is_clean {
            trail::ensure_order(visit, &trail).map_err(|stop| stop.at(&format!("{way:?} {by:?}")))?;
        } else if situation != Situation::ScriptsOff {
            let ours: Vec<_> = trail.iter().filter(|(_, shows_us)| *shows_us).collect();
            remarks.push(format!("{way:?} {by:?}: the destination {is_there}, of ours {ours:?}"));
        }
        visit.site.repair();
    }
    let way = ways.first().map_or(Way::Articles(0), |(way, _)| *way);
    let mut looks = 0;
    let (kept, blank) = loop {
        let (kept, blank) = leave_with_something_kept(visit, situation, way).await?;
        looks += 1;
        if let Some(blank) = blank {
            break (kept, blank);
        }
        ensure!(looks < 3, "no driver hears from the page that is left");
    };
    seen.blank = blank;
    let left = if situation == Situation::ScriptsOff {
        visit.page.open(STORAGE).await?;
        storage::notes(visit).await?
    } else {
        storage::left_behind(visit).await?
    };
    seen.storage = left.is_empty();
    if !seen.storage {
        remarks.push(format!("{left:?} of {kept:?} is left"));
    }
    Ok(Sight { seen, remarks })
}
