//! The finished site on a port of this machine, as a good static host would serve it.

mod headers;

use std::{io, net::Ipv4Addr, path::Path};

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, Response, StatusCode, header},
    middleware::{self, Next},
};
use tower_http::services::{ServeDir, ServeFile};

pub use headers::{HEADERS_FILE, headers_file, headers_of};

/// Everything in a folder, with `404.html` for what is not there.
pub fn router(dist: &Path) -> Router {
    let not_found = ServeFile::new(dist.join("404.html"));
    let files = ServeDir::new(dist).precompressed_br().not_found_service(not_found);
    Router::new().fallback_service(files).layer(middleware::from_fn(add_headers))
}

/// What a host should send (see [`headers`]); what no rule keeps for ever is asked for again.
async fn add_headers(request: Request, next: Next) -> axum::response::Response {
    let rules: Vec<_> = headers_of(request.uri().path()).collect();
    let mut response: Response<_> = next.run(request).await;
    // What is answered then is a page of the app, whatever was asked for.
    let not_found = if response.status() == StatusCode::NOT_FOUND { headers::NOT_FRAMED } else { &[] };
    let is_there = response.status().is_success();
    let headers = response.headers_mut();
    for (name, value) in rules.into_iter().chain(not_found.iter().copied()) {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !is_there || !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    response
}

/// Serves a folder until the process is stopped.
///
/// # Errors
///
/// When the folder is not a finished site, or the port is taken.
pub fn run(dist: &Path, port: u16) -> io::Result<()> {
    if !dist.join("index.html").is_file() {
        return Err(io::Error::other("There is no finished site yet: run bin/serve, which builds it first."));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
            io::Error::other(format!(
                "Port {port} cannot be used ({error}): stop what uses it, then try again."
            ))
        })?;
        println!("The site is at http://{}/ (Ctrl+C stops it)", listener.local_addr()?);
        axum::serve(listener, router(dist)).await
    })
}
