//! The finished site on a port of this machine, as a good static host would serve it.

use std::{io, net::Ipv4Addr, path::Path};

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, Response, header},
    middleware::{self, Next},
};
use tower_http::services::{ServeDir, ServeFile};

use crate::routes::APP_FILES;

/// Everything in a folder, with `404.html` for what is not there.
pub fn router(dist: &Path) -> Router {
    let not_found = ServeFile::new(dist.join("404.html"));
    let files = ServeDir::new(dist).precompressed_br().not_found_service(not_found);
    Router::new().fallback_service(files).layer(middleware::from_fn(add_headers))
}

/// What a host should send: files named by their content are kept for ever, everything else is asked for
/// again, no address is told to other sites, and nobody guesses types.
async fn add_headers(request: Request, next: Next) -> axum::response::Response {
    let is_named_by_content = request.uri().path().starts_with(APP_FILES);
    let mut response: Response<_> = next.run(request).await;
    let keep = if is_named_by_content && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
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
