//! The ways in which the server can be made to fail.

use std::{future, io};

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use futures_util::stream;
use tokio::{sync::watch, task};

/// Which requests a fault is for.
#[derive(Clone, Copy, Debug)]
pub enum Paths {
    All,
    Under(&'static str),
    Ending(&'static str),
}

impl Paths {
    /// Whether this path is one of them.
    pub fn include(self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::Under(folder) => path.starts_with(folder),
            Self::Ending(ending) => path.ends_with(ending),
        }
    }
}

/// A way to fail.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Answers with this status and nothing to read.
    Status(u16),
    /// Answers with a page where data was asked for, as a captive portal does.
    HtmlInsteadOfJson,
    /// Sends a whole answer with half of the text.
    Truncated,
    /// Promises the whole answer, sends half of it and closes the connection.
    BrokenTransfer,
    /// Takes the request and says nothing.
    Silence,
    /// Answers as usual, but not before the site is repaired.
    Held,
    /// Turns every byte but the first four into another, so that it still looks like its kind.
    Corrupt,
    /// Says nothing by header of who may frame what, as a host does that cannot be told.
    NoPolicy,
    /// Calls the app's files what some hosts call them.
    OtherTypes,
    /// Puts an element at the start of the body, as browser extensions do.
    Mangled,
}

impl Fault {
    /// What it does before there is an answer.
    pub async fn delay(self, held: &watch::Sender<bool>) {
        match self {
            Self::Silence => future::pending().await,
            Self::Held => {
                // The sender lives as long as the site, so this ends only by being released.
                let _ = held.subscribe().wait_for(|held| !held).await;
            }
            _ => {}
        }
    }

    /// What it does to the answer.
    pub async fn apply(self, response: Response) -> Response {
        match self {
            Self::Silence | Self::Held => response,
            Self::NoPolicy => {
                let mut response = response;
                response.headers_mut().remove(header::CONTENT_SECURITY_POLICY);
                response
            }
            Self::OtherTypes => {
                let mut response = response;
                let kind = response.headers().get(header::CONTENT_TYPE);
                let is_script = kind.is_some_and(|kind| kind.as_bytes().ends_with(b"javascript"));
                let other = if is_script { "application/javascript" } else { "application/octet-stream" };
                response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(other));
                response
            }
            Self::Status(status) => {
                StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
            }
            Self::HtmlInsteadOfJson => {
                Html("<!doctype html><title>Welcome</title><p>Please log in.</p>").into_response()
            }
            Self::Truncated => replace(response, |whole| whole[..whole.len() / 2].to_vec()).await,
            Self::Corrupt => {
                let spoil = |(index, byte): (usize, &u8)| if index < 4 { *byte } else { !byte };
                replace(response, |whole| whole.iter().enumerate().map(spoil).collect()).await
            }
            Self::Mangled => mangle(response).await,
            Self::BrokenTransfer => break_off(response).await,
        }
    }
}

async fn mangle(response: Response) -> Response {
    const STRANGER: &str = r#"<div id="stranger">Put here by an extension</div>"#;
    change_page(response, |page| {
        let body =
            page.find("<body").and_then(|start| Some(start + page[start..].find('>')? + 1)).unwrap_or(0);
        format!("{}{STRANGER}{}", &page[..body], &page[body..])
    })
    .await
}

/// Changes the text of a page; what is no page stays as it is.
pub async fn change_page(response: Response, change: impl FnOnce(&str) -> String) -> Response {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    replace(response, |page| change(&String::from_utf8_lossy(page)).into_bytes()).await
}

/// Puts a text before the body.
pub async fn put_before(text: &str, response: Response) -> Response {
    replace(response, |body| [text.as_bytes(), body].concat()).await
}

/// Changes the body, and leaves it to the server to say how long it now is.
async fn replace(response: Response, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Response {
    let (mut head, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(change(&whole)))
}

async fn break_off(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    head.headers.insert(header::CONTENT_LENGTH, whole.len().into());
    let half = whole.slice(..whole.len() / 2);
    let halves = stream::unfold(Some(half), |half| async {
        if let Some(half) = half {
            return Some((Ok::<Bytes, io::Error>(half), None));
        }
        // Lets the first half leave before the connection does.
        for _ in 0..8 {
            task::yield_now().await;
        }
        Some((Err(io::Error::other("broken off on purpose")), None))
    });
    Response::from_parts(head, Body::from_stream(halves))
}
