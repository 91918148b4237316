//! What surrounds every page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    count_me_in::CountMeIn, help_bar::HelpBar, masthead::Masthead, site_footer::SiteFooter, site_nav::SiteNav,
};
use crate::{
    messages::messages,
    model::Site,
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
            <HelpBar site=site.clone() />
            <Masthead site=site.clone() />
            <SiteNav site=site.clone() here />
            <main id=MAIN_ID class="main" tabindex="-1">
                {children()}
            </main>
            <CountMeIn here />
            <SiteFooter site />
            <div id="announcer" class="visually-hidden" role="status">
                {announcement}
            </div>
        </div>
    }
    .into_still()
}
