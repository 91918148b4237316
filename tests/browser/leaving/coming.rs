//! How somebody comes to the site, and what they do there before they leave.

use count_me_in::{documents::SANDBOX, model::Situation};

use super::PRESSES;
use crate::{
    partner,
    sentences::{
        navigation::{card_link, item, wait_for_article},
        offline::wait_for_keeper,
    },
    site::{BEFORE, Fault, PARTNER, Paths},
    visit::{Outcome, Visit},
};

/// What somebody has done on the site before leaving it.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// Read so many articles, one after the other.
    Articles(usize),
    /// Read two articles and gone Back to the first.
    BackInBetween,
    /// Read an article and gone Back to where they came in.
    BackToTheStart,
    /// Read an article and loaded it anew, so that the page where they came in is another document.
    Reloaded,
    /// Opened three pages by their addresses, in the app, and anew.
    PagesAnew,
    /// The same, and gone Back.
    PagesAnewAndBack,
    /// Seen the frame of a partner's page with that number, of the four sorts.
    InFrame(usize),
    /// Seen the frame of a partner who has left out the limits that they are told to set.
    InUnlimitedFrame(usize),
    /// Nothing; the app has not even arrived.
    BeforeTheApp,
}

/// Comes from elsewhere, goes that way through the site, and is about to leave.
pub async fn come(visit: &Visit<'_>, situation: Situation, way: Way) -> Outcome {
    for number in 0..PRESSES {
        go_elsewhere(visit, &format!("{BEFORE}?{number}")).await?;
    }
    if matches!(way, Way::BeforeTheApp) {
        visit.site.break_with(Paths::Ending(".wasm"), Fault::Held);
    }
    if let Some(sandbox) = sandbox(situation) {
        let (number, sandbox) = match way {
            Way::InFrame(number) => (number, sandbox),
            Way::InUnlimitedFrame(number) => (number, String::new()),
            _ => return Err("nobody goes through the site in a frame".into()),
        };
        let address = partner::frames()?[number].address();
        let frame = format!("{PARTNER}?src={}{address}{sandbox}", visit.site.origin());
        go_elsewhere(visit, &frame).await?;
        visit.page.enter_frame().await?;
        visit.page.wait_for("the frame", "'counted' in document.documentElement.dataset").await?;
    } else {
        visit.page.open("/").await?;
    }
    if runs_the_app(situation) && !matches!(way, Way::BeforeTheApp) {
        visit.page.wait_until_live().await?;
    }
    if runs_the_app(situation) && visit.site.has_a_working_worker() {
        // WebKit never ends an install whose page is gone before the browser has told it of the worker. A neutral site that is
        // farther away than a test's leaves keeper.js the time to hear of it and to erase it.
        wait_for_keeper(visit).await?;
    }
    match way {
        Way::BeforeTheApp | Way::InFrame(_) | Way::InUnlimitedFrame(_) => Ok(()),
        Way::Articles(count) => read(visit, count).await,
        Way::BackInBetween => {
            read(visit, 2).await?;
            visit.page.back().await?;
            wait_for_article(visit, &item(0)?).await
        }
        Way::BackToTheStart => {
            read(visit, 1).await?;
            visit.page.back().await?;
            visit.page.wait_for("the feed", "location.pathname === '/'").await
        }
        Way::Reloaded => {
            read(visit, 1).await?;
            visit.page.client().refresh().await?;
            visit.page.wait_until_live().await
        }
        Way::PagesAnew | Way::PagesAnewAndBack => {
            visit.page.open_live(&item(3)?.address()).await?;
            visit.page.click(".site-nav a[href='/help/']").await?;
            visit.page.wait_for("the help page", "location.pathname === '/help/'").await?;
            visit.page.open_live("/donate/").await?;
            if matches!(way, Way::PagesAnewAndBack) {
                visit.page.back().await?;
                visit.page.wait_for("the help page", "location.pathname === '/help/'").await?;
                visit.page.wait_until_live().await?;
            }
            Ok(())
        }
    }
}

/// Reads the first articles, from the feed to the first and from each to the next.
async fn read(visit: &Visit<'_>, count: usize) -> Outcome {
    for index in 0..count {
        let item = item(index)?;
        let link = match index {
            0 => card_link(&item),
            _ => format!("nav.neighbours a[href='{}']", item.address()),
        };
        visit.page.click(&link).await?;
        wait_for_article(visit, &item).await?;
    }
    Ok(())
}

/// Whether the site is in a frame, and with what permissions: the end of the partner page's query.
pub fn sandbox(situation: Situation) -> Option<String> {
    match situation {
        Situation::Frame | Situation::FrameByShift => Some(format!("&sandbox={}", SANDBOX.replace(' ', "+"))),
        Situation::SandboxedFrame => Some("&sandbox=allow-scripts".to_owned()),
        Situation::Tab | Situation::AppWindow | Situation::Offline | Situation::ScriptsOff => None,
    }
}

/// A frame has no app.
fn runs_the_app(situation: Situation) -> bool {
    sandbox(situation).is_none() && situation != Situation::ScriptsOff
}

pub async fn go_elsewhere(visit: &Visit<'_>, address: &str) -> Outcome {
    visit.page.go(&format!("{}{address}", visit.elsewhere.origin())).await
}
