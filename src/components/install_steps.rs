//! How to install the app by hand.
//! Invariant: without scripts the steps for every browser are in sight; a script folds those of other browsers away.

use leptos::prelude::*;

use super::fold::Fold;
use crate::{
    messages::document_messages,
    still::{IntoStill, Still},
};

/// The steps by browser, and a fold for those of other browsers.
#[component]
pub fn InstallSteps() -> Still {
    let words = document_messages();
    let ios = [words.app_steps_ios_share, words.app_steps_ios_choose, words.app_steps_add];
    let firefox = [words.app_steps_firefox_menu, words.app_steps_firefox_choose, words.app_steps_confirm];
    let chromium = [words.app_steps_chromium_menu, words.app_steps_chromium_choose, words.app_steps_confirm];
    let mac = [words.app_steps_mac_menu, words.app_steps_mac_choose, words.app_steps_add];
    view! {
        <div class="install-steps">
            {steps("ios", words.app_steps_ios, ios, None)}
            {steps("firefox", words.app_steps_firefox, firefox, Some(words.app_steps_firefox_computer))}
            {steps("chromium", words.app_steps_chromium, chromium, None)}
            {steps("mac", words.app_steps_mac, mac, None)}
            <div class="install-steps__others" hidden>
                <Fold title=words.app_steps_others text=().into_still() />
            </div>
        </div>
    }
    .into_still()
}

/// The steps for the browsers that the script calls `browser`, and what else there is to know.
fn steps(
    browser: &'static str,
    name: &'static str,
    steps: [&'static str; 3],
    note: Option<&'static str>,
) -> Still {
    view! {
        <div data-browser=browser>
            <h3>{name}</h3>
            <ol>{steps.map(|step| view! { <li>{step}</li> }).into_iter().collect_view()}</ol>
            {note.map(|note| view! { <p>{note}</p> })}
        </div>
    }
    .into_still()
}
