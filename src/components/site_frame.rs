//! What surrounds every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    count_me_in::CountMeIn, help_bar::HelpBar, masthead::Masthead, safe_reading::SafeReading,
    site_footer::SiteFooter, site_nav::SiteNav, site_status::SiteStatus,
};
use crate::{
    messages::messages,
    model::{Edtf, Site},
    routes::{MAIN_ANCHOR, MAIN_ID, Route},
    still::{IntoStill, Still},
};

/// What screen readers are told after a route change.
#[derive(Clone, Copy, Default)]
pub struct Announcement(RwSignal<String>);

impl Announcement {
    /// Says it, once and politely.
    pub fn say(self, text: String) {
        self.0.set(text);
    }
}

/// The help bar, the masthead, the sections, the page itself, the invitation and the footer.
#[component]
pub fn SiteFrame(
    /// What every page knows.
    site: Arc<Site>,
    /// The day of the build.
    built: Edtf,
    /// The page that is on screen.
    here: Memo<Route>,
    /// The page itself.
    children: Children,
) -> Still {
    let announcement = expect_context::<Announcement>().0;
    // `target` keeps the router away: a skip link has to move the focus, as browsers do natively.
    view! {
        <div class="site-frame">
            <a class="skip-link" href=MAIN_ANCHOR target="_self">
                {messages().skip_to_content}
            </a>
            <a
                class="skip-link"
                href=site.organisation.exit.as_str().to_owned()
                rel="noreferrer nofollow"
                data-exit=""
            >
                {messages().exit_this_page}
            </a>
            <HelpBar
                site=site.clone()
                presses=[messages().exit_after_one_press, messages().exit_after_two_presses]
            />
            <Masthead site=site.clone() />
            <SiteNav site=site.clone() here />
            <SafeReading here />
            <main id=MAIN_ID class="main" tabindex="-1">
                {children()}
            </main>
            <CountMeIn here />
            <SiteFooter site />
            <SiteStatus built />
            <div id="announcer" class="visually-hidden" role="status">
                {announcement}
            </div>
        </div>
    }
    .into_still()
}
