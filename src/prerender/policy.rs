//! What a page may load and run (Content Security Policy Level 3, <https://www.w3.org/TR/CSP3/>).
//! Invariant: no `unsafe-inline`; whatever is inline is named by its hash.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The policy for pages with this style and this loader.
pub fn policy(style: &str, loader: &str, is_live_reloading: bool) -> String {
    let (style, loader) = (source(style), source(loader));
    // Trunk's development server adds a script and a socket of its own, and fills in the nonce when it
    // sends the page; a release has neither.
    let (script, socket) =
        if is_live_reloading { (" 'nonce-{{__TRUNK NONCE__}}'", " ws:") } else { ("", "") };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {loader}{script}; style-src {style}; \
         img-src 'self'; connect-src 'self'{socket}; base-uri 'none'; form-action 'none'"
    )
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
