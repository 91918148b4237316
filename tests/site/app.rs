//! What the finished pages say about the app on a device: installing it, what it stores, deleting it.

use std::fs;

use count_me_in::{routes::Route, serve::headers_of};

use crate::{all, attributes, dist, pages, text};

/// What `src/prerender/app_page.js` does, by the names that it has for its buttons.
const COMMANDS: [&str; 3] = ["install", "keep", "delete"];

#[test]
fn that_an_icon_will_be_seen_is_said_before_anything_can_be_pressed() {
    let pages = pages();
    let page = &pages[&Route::App.address()];
    let first = all(page, "main .notice, main [data-command], main [data-browser]")[0];
    let words: String = first.text().collect();
    assert_eq!(first.attr("class"), Some("notice"));
    assert!(words.contains("icon") && words.contains("visible"), "{words}");
    assert!(words.contains(&text(page, ".masthead__name")), "{words}");
    assert_eq!(attributes(page, "main [data-command]", "data-command"), COMMANDS);
}

#[test]
fn installing_is_offered_on_no_other_page() {
    let address = Route::App.address();
    for (other, page) in pages().iter().filter(|(other, _)| **other != address) {
        let commands = COMMANDS.map(|name| format!("[data-command={name}], ")).concat();
        assert_eq!(all(page, &format!("{commands}[data-browser], .stored")).len(), 0, "{other}");
    }
}

#[test]
fn without_scripts_the_page_has_no_button_that_does_nothing() {
    let pages = pages();
    let page = &pages[&Route::App.address()];
    for out_of_sight in ["[data-command]", ".stored", "[data-version]", ".install-steps__others"] {
        let found = all(page, &format!("main {out_of_sight}"));
        assert!(!found.is_empty(), "{out_of_sight}");
        assert!(found.iter().all(|element| element.attr("hidden").is_some()), "{out_of_sight}");
    }
    assert_eq!(all(page, "main button:not([hidden])").len(), 0);
    let steps = all(page, ".install-steps > [data-browser]");
    assert_eq!(steps.len(), 4);
    assert!(steps.iter().all(|steps| steps.attr("hidden").is_none()));
    assert_eq!(all(page, ".without-scripts[hidden]").len(), 0);
}

#[test]
fn each_button_says_what_it_does_what_came_of_it_and_what_to_do_otherwise() {
    let pages = pages();
    let page = &pages[&Route::App.address()];
    for name in COMMANDS {
        let said = format!("[data-command={name}] + [role=status]");
        for what in ["data-busy", "data-done", "data-failed"] {
            assert!(attributes(page, &said, what).iter().all(|text| text.len() > 10), "{name}: {what}");
        }
        assert!(!text(page, &format!("[data-command={name}]")).is_empty(), "{name}");
    }
}

#[test]
fn links_to_pages_with_a_script_of_their_own_load_it() {
    let mut found = 0;
    for address in [Route::App, Route::Embed].map(|route| route.address()) {
        for (from, page) in &pages() {
            for link in all(page, &format!("a[href^='{address}']")) {
                assert_eq!(link.attr("target"), Some("_self"), "{from}");
                found += 1;
            }
            assert_eq!(all(page, &format!(".site-footer a[href='{address}']")).len(), 1, "{from}");
        }
    }
    assert!(found > 2 * pages().len(), "the page about safe reading links to the app's, too");
}

#[test]
fn a_page_that_the_device_has_kept_comes_with_the_headers_of_the_host() {
    let worker = fs::read_to_string(dist().join("sw.js")).unwrap();
    for (name, value) in headers_of(&Route::HOME.address()) {
        let header = format!(r#"\"{name}\":\"{value}\""#);
        assert!(worker.contains(&header), "{header}");
    }
}
