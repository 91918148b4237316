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

    /// The HTML of the document that the page shows.
    #[must_use]
    pub fn html_of_document() -> Option<String> {
        // Safe: it is read and not written.
        Some(document()?.get_element_by_id(crate::browser::DOCUMENT_ID)?.inner_html())
    }

    /// The build that the page belongs to.
    #[must_use]
    pub fn build() -> Option<String> {
        document()?.document_element()?.get_attribute("data-build")
    }

    /// Loads the page of the current address anew.
    pub fn reload() {
        if let Some(window) = window() {
            let _ = window.location().reload();
        }
    }

    /// Loads the page of the current address anew if it is this one and the document lacks an element that only the page's
    /// own HTML has. Not on the first page of a visit, so that a page which comes without it is never loaded in a circle.
    pub fn reload_without(id: &str, address: &str) {
        let Some(document) = document() else { return };
        let has_left = document.document_element().is_some_and(|root| root.has_attribute("data-left"));
        if !has_left
            && !crate::browser::places::is_first()
            && path() == address
            && document.get_element_by_id(id).is_none()
        {
            reload();
        }
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

    fn is_on_link(event: &web_sys::Event) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        target.is_some_and(|target| target.closest("a[href]").is_ok_and(|link| link.is_some()))
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
                if event.type_() == "popstate" {
                    reload();
                // Buttons are worked by the page's own scripts, which know nothing of the app.
                } else if !is_on_link(&event) {
                    return;
                }
                event.stop_immediate_propagation();
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

    /// Natively nothing is loaded.
    pub fn reload_without(_: &str, _: &str) {}

    /// Natively there is no description.
    pub fn set_description(_: &str) {}
}

pub use platform::*;
