//! One request for data, with every way in which it can fail told apart.

use gloo_net::http::Request;
use leptos::prelude::set_timeout_with_handle;

use super::{FromJson, PATIENCE};
use crate::{
    browser::{self, Abort, Json},
    error::LoadError,
};

/// Fetches JSON from an address of this site; a second try goes around the browser's cache, which may have
/// kept what was damaged.
///
/// # Errors
///
/// [`LoadError`] says which of the ways it went wrong; an abort by the reader's leaving also ends in
/// an error, which nobody is there to see.
pub(super) async fn get<T: FromJson>(address: &str, abort: &Abort, is_retry: bool) -> Result<T, LoadError> {
    let timer = set_timeout_with_handle(
        {
            let abort = abort.clone();
            move || abort.for_silence()
        },
        PATIENCE,
    );
    let answer = exchange(address, abort, is_retry).await;
    if let Ok(timer) = timer {
        timer.clear();
    }
    let json = Json::parse(&answer?).ok_or(LoadError::Unreadable)?;
    let build = json.field("build").text().ok_or(LoadError::Unreadable)?;
    if Some(build) != browser::build() {
        // The site has been renewed since this page was loaded. One build's app never shows another's data: the page
        // that the reader is on its way to is loaded as a page.
        browser::reload();
        return std::future::pending().await;
    }
    T::from_json(&json.field("content")).ok_or(LoadError::Unreadable)
}

async fn exchange(address: &str, abort: &Abort, is_retry: bool) -> Result<String, LoadError> {
    let broken = |_| {
        if abort.was_for_silence() {
            LoadError::Silent
        } else if browser::is_online() {
            LoadError::Unreachable
        } else {
            LoadError::Offline
        }
    };
    let mut request = Request::get(address);
    if is_retry {
        request = request.cache(browser::around_the_cache());
    }
    let response = request.abort_signal(abort.signal().as_ref()).send().await.map_err(broken)?;
    match response.status() {
        404 | 410 => return Err(LoadError::Missing),
        _ if !response.ok() => return Err(LoadError::Server),
        _ => {}
    }
    response.text().await.map_err(broken)
}
