//! The sections of the site.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    messages::messages,
    model::Site,
    routes::{Route, donate_from},
    still::{IntoStill, Still},
};

/// One row: the news, its topics, help, and "Count me in".
#[component]
pub fn SiteNav(
    /// What every page knows.
    site: Arc<Site>,
    /// The page that is on screen.
    here: Memo<Route>,
) -> Still {
    let words = messages();
    let topics = site
        .topics
        .iter()
        .map(|topic| entry(Route::topic(topic.slug.clone()), topic.name.clone(), here))
        .collect_view();
    // `target` keeps the router away: the page about giving comes with a script of its own.
    view! {
        <nav class="site-nav" aria-label=words.nav_label>
            <ul class="site-nav__sections">
                {entry(Route::HOME, words.nav_news.to_owned(), here)}
                {entry(Route::Help, words.nav_help.to_owned(), here)} {topics}
            </ul>
            <a
                class="site-nav__give"
                href=move || here.with(donate_from)
                target="_self"
                aria-current=current(Route::Donate, here)
            >
                {words.count_me_in}
            </a>
        </nav>
    }
    .into_still()
}

fn entry(route: Route, name: String, here: Memo<Route>) -> Still {
    view! {
        <li>
            <a href=route.address() aria-current=current(route, here)>
                {name}
            </a>
        </li>
    }
    .into_still()
}

fn current(route: Route, here: Memo<Route>) -> impl Fn() -> Option<&'static str> + Clone + Send {
    move || here.with(|here| *here == route).then_some("page")
}
