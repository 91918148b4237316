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
    pages::{ArticlePage, DocumentPage, FeedPage, HelpPage, MissingPage},
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
    let newsroom = use_newsroom();
    view! {
        <SiteFrame site=newsroom.site() built=newsroom.built() here>
            <FlatRoutes fallback=|| view! { <MissingPage route=Route::NotFound /> }>
                <RoutePath path=path!("/") view=FeedPage />
                <RoutePath path=path!("/page/:page") view=FeedPage />
                <RoutePath path=path!("/topics/:topic") view=FeedPage />
                <RoutePath path=path!("/topics/:topic/page/:page") view=FeedPage />
                <RoutePath path=path!("/news/:slug") view=ArticlePage />
                <RoutePath path=path!("/donate") view=|| view! { <DocumentPage route=Route::Donate /> } />
                <RoutePath path=path!("/donate/thanks") view=|| view! { <DocumentPage route=Route::Thanks /> } />
                <RoutePath path=path!("/help") view=HelpPage />
                <RoutePath path=path!("/offline") view=|| view! { <MissingPage route=Route::Offline /> } />
                <RoutePath path=path!("/safety") view=|| view! { <DocumentPage route=Route::Safety /> } />
                <RoutePath path=path!("/app") view=|| view! { <DocumentPage route=Route::App /> } />
                <RoutePath path=path!("/embed") view=|| view! { <DocumentPage route=Route::Embed /> } />
            </FlatRoutes>
        </SiteFrame>
    }
}
