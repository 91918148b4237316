//! Trunk's part of a build, for tests that let the generator make a site of their own.

use std::{fs, io, path::Path};

/// The project's `index.html` as Trunk would hand it over: without Trunk's own lines, and with the app at `/a.js` and
/// `/b.wasm`.
///
/// # Errors
///
/// When the file cannot be read.
pub fn shell() -> io::Result<String> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html"))?;
    let page: String = page.lines().filter(|line| !line.contains("data-trunk")).collect();
    Ok(page.replace("<!--head-->", "<!--head--><!--app /a.js /b.wasm-->"))
}
