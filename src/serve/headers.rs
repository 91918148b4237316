//! What a host should send with each address: as this project's own server does it, and as `_headers` tells it to hosts
//! that read such a file.
//! Invariant: no two rules for one address name the same header, because hosts join what they find.

use crate::routes::{self, APP_FILES, Frame, KEEPER_FILES, OFFLINE_FILES, PARTNER_SCRIPT, Route};

/// The file by which several static hosts are told.
pub const HEADERS_FILE: &str = "_headers";

/// Which addresses, with `*` for whatever follows, and what is sent with them.
type Rule = (String, &'static [(&'static str, &'static str)]);

/// No address of ours is told to other sites, nobody guesses types, and browsers that can are asked to keep the visit out
/// of their history (`Request-OTR`, <https://brave.com/privacy-updates/26-request-off-the-record/>).
const EVERYWHERE: &[(&str, &str)] =
    &[("referrer-policy", "no-referrer"), ("request-otr", "1"), ("x-content-type-options", "nosniff")];

/// What is named by its content never changes.
const FOR_EVER: &[(&str, &str)] = &[("cache-control", "public, max-age=31536000, immutable")];

/// Nobody may put a page of the app into a frame and something else over it. In a `<meta>` browsers ignore this
/// (<https://www.w3.org/TR/CSP3/#directive-frame-ancestors>), so where a host sends no headers `framed.js` sees to it.
pub const NOT_FRAMED: &[(&str, &str)] = &[("content-security-policy", "frame-ancestors 'self'")];

/// What is made for frames.
const FRAMED: &[(&str, &str)] = &[("content-security-policy", "frame-ancestors *")];

/// Other sites may read it, which checking a script by its hash needs
/// (<https://www.w3.org/TR/SRI/#cross-origin-data-leakage>).
const FOR_OTHERS: &[(&str, &str)] = &[("access-control-allow-origin", "*")];

fn rules() -> Vec<Rule> {
    let all_below = |address: &str| format!("{address}*");
    let file = |route: &Route| format!("/{}", route.file());
    let mut rules = vec![("/*".to_owned(), EVERYWHERE)];
    rules.extend([APP_FILES, KEEPER_FILES, OFFLINE_FILES].map(|start| (all_below(start), FOR_EVER)));
    for route in [Route::HOME, Route::Embed] {
        rules.extend([(route.address(), NOT_FRAMED), (file(&route), NOT_FRAMED)]);
    }
    for route in [Route::Donate, Route::Help, Route::Safety, Route::App, Route::Offline] {
        rules.push((all_below(&route.address()), NOT_FRAMED));
    }
    rules.push((Route::NotFound.address(), NOT_FRAMED));
    rules.extend(routes::FOLDERS.map(|folder| (all_below(folder), NOT_FRAMED)));
    rules.extend(Frame::FOLDERS.map(|folder| (all_below(folder), FRAMED)));
    rules.extend([(PARTNER_SCRIPT.to_owned(), FOR_OTHERS), (all_below(routes::OEMBED_FOLDER), FOR_OTHERS)]);
    rules
}

/// The headers for a path, in lower case, with their values.
pub fn headers_of(path: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == pattern,
    };
    let fitting = rules().into_iter().filter(|(pattern, _)| fits(pattern)).collect::<Vec<_>>();
    fitting.into_iter().flat_map(|(_, headers)| headers.iter().copied())
}

/// The text of `_headers`.
pub fn headers_file() -> String {
    rules()
        .iter()
        .map(|(pattern, headers)| {
            let lines: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
            format!("{pattern}\n{lines}")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn value(path: &str, header: &str) -> Option<&'static str> {
        headers_of(path).find(|(name, _)| *name == header).map(|(_, value)| value)
    }

    #[test]
    fn only_frames_may_be_framed() {
        for page in
            ["/", "/index.html", "/page/2/", "/topics/media/", "/news/a/", "/donate/", "/embed/", "/404.html"]
        {
            assert_eq!(value(page, "content-security-policy"), Some("frame-ancestors 'self'"), "{page}");
        }
        for frame in
            ["/embed/feed/", "/embed/topics/media/", "/embed/news/a/", "/embed/hotline/", "/embed/donate/"]
        {
            assert_eq!(value(frame, "content-security-policy"), Some("frame-ancestors *"), "{frame}");
        }
    }

    #[test]
    fn other_sites_read_what_is_made_for_them_and_nothing_else() {
        for path in ["/embed/v1.js", "/oembed/a.json"] {
            assert_eq!(value(path, "access-control-allow-origin"), Some("*"), "{path}");
        }
        for path in ["/", "/data/feed/1.json", "/embed/feed/", "/sw.js"] {
            assert_eq!(value(path, "access-control-allow-origin"), None, "{path}");
        }
    }

    #[test]
    fn no_address_gets_a_header_twice() {
        for path in
            ["/", "/news/a/", "/embed/", "/embed/feed/", "/embed/v1.js", "/app-1.js", "/app/", "/offline/"]
        {
            let names: Vec<_> = headers_of(path).map(|(name, _)| name).collect();
            assert_eq!(names.len(), names.iter().collect::<BTreeSet<_>>().len(), "{path}: {names:?}");
        }
    }

    #[test]
    fn hosts_are_told_what_this_server_sends() {
        let file = headers_file();
        assert!(file.starts_with("/*\n  referrer-policy: no-referrer\n"), "{file}");
        assert!(file.contains("/embed/\n  content-security-policy: frame-ancestors 'self'\n"), "{file}");
        assert!(file.contains("/embed/news/*\n  content-security-policy: frame-ancestors *\n"), "{file}");
    }
}
