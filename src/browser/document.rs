//! The document: its address, its embedded data, its head.

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use web_sys::{Document, Window};

    pub(in crate::browser) fn window() -> Option<Window> {
        web_sys::window()
    }

    pub(in crate::browser) fn document() -> Option<Document> {
        window()?.document()
    }

    /// The data that the page carries.
    #[must_use]
    pub fn embedded_data() -> Option<String> {
        document()?.get_element_by_id(crate::browser::DATA_ID)?.text_content()
    }

    /// The path of the current address.
    #[must_use]
    pub fn path() -> String {
        window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
    }

    /// Gives a page that a server answered for `/a` or `/a/index.html` the one address that it has,
    /// because the router compares paths letter by letter. `404.html` answers for any address: there the
    /// reader's own stays.
    pub fn use_canonical_address(address: &str) {
        let Some(window) = window() else { return };
        if !address.ends_with('/') || path() == address {
            return;
        }
        let location = window.location();
        let rest = location.search().unwrap_or_default() + &location.hash().unwrap_or_default();
        if let Ok(history) = window.history() {
            // Refused only for another origin, which a path of our own cannot name.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{address}{rest}")));
        }
    }

    /// Empties the body, for a page that is not the one of the address.
    pub fn clear_body() {
        if let Some(body) = document().and_then(|document| document.body()) {
            body.set_text_content(None);
        }
    }

    /// Says in the document that the app runs: `<html data-app="live">`.
    pub fn mark_live() {
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("data-app", "live");
        }
    }

    /// Sets the title of the tab.
    pub fn set_title(title: &str) {
        if let Some(document) = document() {
            document.set_title(title);
        }
    }

    /// Sets the description that sharing and bookmarking use.
    pub fn set_description(text: &str) {
        let meta =
            document().and_then(|document| document.query_selector("meta[name=description]").ok().flatten());
        if let Some(meta) = meta {
            let _ = meta.set_attribute("content", text);
        }
    }

    /// Whether the device believes that it has a connection.
    #[must_use]
    pub fn is_online() -> bool {
        window().is_none_or(|window| window.navigator().on_line())
    }

    /// How a request asks the server again, whatever the browser's cache has.
    #[must_use]
    pub fn around_the_cache() -> web_sys::RequestCache {
        web_sys::RequestCache::Reload
    }

    /// Makes a broken app step aside: from a panic on, links load pages and Back reloads, as they would
    /// without WASM.
    pub fn fall_back_to_plain_pages_on_panic() {
        std::panic::set_hook(Box::new(|panic| {
            web_sys::console::error_1(&panic.to_string().into());
            let Some(target) = window() else { return };
            if let Some(root) = document().and_then(|document| document.document_element()) {
                let _ = root.set_attribute("data-app", "broken");
            }
            let stop = Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
                event.stop_immediate_propagation();
                if event.type_() == "popstate"
                    && let Some(window) = window()
                {
                    let _ = window.location().reload();
                }
            });
            for name in ["click", "popstate"] {
                let _ = target.add_event_listener_with_callback_and_bool(
                    name,
                    stop.as_ref().unchecked_ref(),
                    true,
                );
            }
            stop.forget();
        }));
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    /// Natively there is no title.
    pub fn set_title(_: &str) {}

    /// Natively there is no description.
    pub fn set_description(_: &str) {}
}

pub use platform::*;
