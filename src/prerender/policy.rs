//! What a page may load and run (Content Security Policy Level 3, <https://www.w3.org/TR/CSP3/>).
//! Invariant: no `unsafe-inline`; whatever is inline is named by its hash.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::script::Script;
use crate::model::LinkTemplate;

/// The policy for pages with these styles and these scripts, of which one may hand over a plain form: before and after the
/// place of a script that only one page has ([`own_script`]).
pub fn policy<'a>(
    styles: [&str; 2],
    scripts: impl IntoIterator<Item = &'a Script>,
    form: Option<&LinkTemplate>,
    is_live_reloading: bool,
) -> [String; 2] {
    let styles = styles.map(|style| format!("'{}'", hash(style))).join(" ");
    let scripts: String = scripts.into_iter().map(own_script).collect();
    // Trunk's development server adds a script and a socket of its own, and fills in the nonce when it
    // sends the page; a release has neither.
    let (script, socket) =
        if is_live_reloading { (" 'nonce-{{__TRUNK NONCE__}}'", " ws:") } else { ("", "") };
    let form = form.map_or("'none'".to_owned(), |form| format!("https://{}", form.host()));
    // The manifest is allowed by the default, because WebKitGTK 2.50 complains of `manifest-src`.
    [
        format!("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        format!(
            "{script}; style-src {styles}; connect-src 'self'{socket}; \
             font-src 'none'; media-src 'none'; object-src 'none'; base-uri 'none'; form-action {form}"
        ),
    ]
}

/// How a policy names one more script.
pub fn own_script(script: &Script) -> String {
    format!(" '{}'", script.hash)
}

/// The policy for the frames in partners' pages: their own style and script, and nothing else from anywhere.
pub fn frame_policy(style: &str, script: &Script) -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        script.hash,
        hash(style)
    )
}

/// The hash of inline text or of a file, as policies and integrity attributes write it, without quotation marks.
pub fn hash(text: impl AsRef<[u8]>) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
