//! The invitation at the end of a page.

use leptos::prelude::*;

use crate::{
    messages::messages,
    routes::{Route, donate_from},
    still::{IntoStill, Still},
};

/// A heading, a sentence and one link to the donate page, which itself does without, as the thanks do.
#[component]
pub fn CountMeIn(
    /// The page that is on screen.
    here: Memo<Route>,
) -> Still {
    let words = messages();
    let is_elsewhere = move || here.with(|here| !matches!(here, Route::Donate | Route::Thanks));
    let invitation = move || {
        is_elsewhere().then(|| {
            view! {
                <section class="count-me-in" aria-labelledby="count-me-in">
                    <div class="count-me-in__line">
                        <h2 id="count-me-in">{words.count_me_in}</h2>
                        <p>{words.invitation_text}</p>
                        <a class="count-me-in__link" href=here.with(donate_from) target="_self">
                            {words.count_me_in}
                        </a>
                    </div>
                </section>
            }
        })
    };
    invitation.into_still()
}
