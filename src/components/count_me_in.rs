//! The invitation at the end of a page.

use leptos::prelude::*;

use crate::{
    messages::messages,
    routes::Route,
    still::{IntoStill, Still},
};

/// A heading, a sentence and one link to the donate page, which itself does without.
#[component]
pub fn CountMeIn(
    /// The page that is on screen.
    here: Memo<Route>,
) -> Still {
    let words = messages();
    let is_elsewhere = move || here.with(|here| *here != Route::Donate);
    let invitation = move || {
        is_elsewhere().then(|| {
            view! {
                <section class="count-me-in" aria-labelledby="count-me-in">
                    <div class="count-me-in__line">
                        <h2 id="count-me-in">{words.count_me_in}</h2>
                        <p>{words.invitation_text}</p>
                        <a class="count-me-in__link" href=Route::Donate.address()>
                            {words.count_me_in}
                        </a>
                    </div>
                </section>
            }
        })
    };
    invitation.into_still()
}
