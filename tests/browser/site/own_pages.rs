//! What only the test server serves: the probe in every page, and pages that complain on purpose.

use axum::{
    http::header,
    response::{Html, IntoResponse, Response},
};

use super::fault;

const PROBE: &str = r#"<script src="/__probe.js"></script>"#;

/// What a page reads of a visitor who asks to save data, for engines that have no such wish.
const SAVES_DATA: &str = r#"Object.defineProperty(navigator, "connection", { value: { saveData: true } });"#;

/// One of the test server's own pages.
pub fn find(path: &str, saves_data: bool) -> Option<Response> {
    let script = |text: &str| ([(header::CONTENT_TYPE, "text/javascript")], text.to_owned()).into_response();
    match path {
        "/__probe.js" if saves_data => Some(script(&format!("{SAVES_DATA}\n{}", include_str!("probe.js")))),
        "/__probe.js" => Some(script(include_str!("probe.js"))),
        "/__complaints.js" => Some(script(include_str!("complaints.js"))),
        "/__complaints.html" => Some(Html(include_str!("complaints.html")).into_response()),
        _ => None,
    }
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
