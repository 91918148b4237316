//! The route table, inside the frame that all pages share.
//! Invariant: the first render is a function of the address and the page's data alone.

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route as RoutePath, Router},
    hooks::use_location,
    path,
};

use crate::{
    components::site_frame::{Announcement, SiteFrame},
    content::{Newsroom, PageData, use_newsroom},
    pages::{ArticlePage, DonatePage, FeedPage, HelpPage, NotFoundPage},
    routes::Route,
};

/// The whole site, from the data of the page on screen.
#[component]
pub fn App(
    /// What the page on screen was rendered from.
    data: PageData,
) -> impl IntoView {
    provide_context(Newsroom::new(data));
    provide_context(Announcement::default());
    view! {
        <Router>
            <Pages />
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    let pathname = use_location().pathname;
    let here = Memo::new(move |_| pathname.with(|path| Route::parse(path)));
    view! {
        <SiteFrame site=use_newsroom().site() here>
            <FlatRoutes fallback=NotFoundPage>
                <RoutePath path=path!("/") view=FeedPage />
                <RoutePath path=path!("/page/:page") view=FeedPage />
                <RoutePath path=path!("/topics/:topic") view=FeedPage />
                <RoutePath path=path!("/topics/:topic/page/:page") view=FeedPage />
                <RoutePath path=path!("/news/:slug") view=ArticlePage />
                <RoutePath path=path!("/donate") view=DonatePage />
                <RoutePath path=path!("/help") view=HelpPage />
            </FlatRoutes>
        </SiteFrame>
    }
}
