//! What only the test server serves: the probe in every page, pages that complain on purpose, and pages of others.

use axum::{
    http::{StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};

use url::form_urlencoded;

use super::fault;

/// A page that has nothing to do with the site.
pub const BEFORE: &str = "/__before.html";

/// The neutral page where leaving leads.
pub const WEATHER: &str = "/__weather.html";

/// A page of the site's origin that runs none of its scripts.
pub const STORAGE: &str = "/__storage.html";

/// Where a partner's page writes down what the frame in it says.
pub const SAID: &str = "/__said/";

/// What the probe says of a page that somebody has left and that is seen all the same.
pub const LEFT_AND_SEEN: &str = "/__said/left-and-seen";

/// A page with a frame.
pub const PARTNER: &str = "/__partner.html";

const PROBE: &str = r#"<script src="/__probe.js"></script>"#;

/// A page that asks other hosts for pictures.
pub const CALLS_STRANGERS: &str = "/__calls_strangers.html";

/// What stands in, before anything else of a page runs, for what a browser cannot be brought to do.
#[derive(Clone, Copy, Debug)]
pub enum StandIn {
    /// A visitor who asks to save data.
    SavesData,
    /// A browser that is set to store nothing.
    RefusesStorage,
    /// A device that takes longer than anybody waits to say what is stored.
    CountsSlowly,
    /// A device that has a dialog for sharing.
    Shares,
    /// A browser that can neither share nor copy.
    SharesNothing,
    /// A browser with a part of the Navigation API only.
    NoActivation,
}

impl StandIn {
    /// What it runs.
    pub const fn script(self) -> &'static str {
        match self {
            Self::SavesData => include_str!("saves_data.js"),
            Self::RefusesStorage => include_str!("refuses_storage.js"),
            Self::CountsSlowly => "CacheStorage.prototype.keys = () => new Promise(() => {});",
            Self::Shares => include_str!("shares.js"),
            Self::SharesNothing => include_str!("shares_nothing.js"),
            Self::NoActivation => include_str!("no_activation.js"),
        }
    }
}

/// A worker that does nothing but be registered.
const WORKER: &str = "
    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('message', (event) => event.waitUntil(registration.unregister()));";

/// A worker in the place of the site's own.
pub fn worker() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript")], WORKER).into_response()
}

/// One of the test server's own pages.
pub fn find(address: &Uri, stand_in: Option<StandIn>) -> Option<Response> {
    let script = |text: &str| ([(header::CONTENT_TYPE, "text/javascript")], text.to_owned()).into_response();
    match address.path() {
        "/__probe.js" => {
            let stand_in = stand_in.map(StandIn::script).unwrap_or_default();
            Some(script(&format!("{stand_in}\n{}", include_str!("probe.js"))))
        }
        "/__complaints.js" => Some(script(include_str!("complaints.js"))),
        "/__complaints.html" => Some(Html(include_str!("complaints.html")).into_response()),
        // Browsers ask for one wherever a page names none.
        "/favicon.ico" => Some(StatusCode::NO_CONTENT.into_response()),
        path if path.starts_with(SAID) => Some(StatusCode::NO_CONTENT.into_response()),
        BEFORE => Some(Html(include_str!("before.html")).into_response()),
        WEATHER => Some(Html(include_str!("weather.html")).into_response()),
        CALLS_STRANGERS => Some(Html(include_str!("calls_strangers.html")).into_response()),
        STORAGE => Some(Html(include_str!("storage.html")).into_response()),
        PARTNER => Some(partner(address.query().unwrap_or_default()).into_response()),
        _ => None,
    }
}

/// A site that has one page at every address.
pub fn hosted() -> axum::Router {
    axum::Router::new().fallback(|| async { Html(include_str!("hosted.html")) })
}

/// A page that frames another, as its query says: `src`, and `sandbox` and `height` if there are any.
fn partner(query: &str) -> Html<String> {
    let wishes: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let wish = |name: &str| wishes.iter().find(|(wish, _)| wish == name).map(|(_, value)| value.as_str());
    let sandbox = wish("sandbox").map(|sandbox| format!("sandbox=\"{sandbox}\"")).unwrap_or_default();
    let page = include_str!("partner.html");
    let page = page.replace("SOURCE", wish("src").unwrap_or_default()).replace("SANDBOX", &sandbox);
    Html(page.replace("HEIGHT", wish("height").unwrap_or("256")))
}

/// Lets every page load the probe before anything else. Some minifiers drop the head's tag, but never the root's.
pub async fn with_probe(response: Response) -> Response {
    fault::change_page(response, |page| {
        let after = |tag| page.find(tag).and_then(|start| Some(start + page[start..].find('>')? + 1));
        match after("<head").or_else(|| after("<html")) {
            Some(place) => format!("{}{PROBE}{}", &page[..place], &page[place..]),
            None => page.to_owned(),
        }
    })
    .await
}
