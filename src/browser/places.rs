//! Where a reader was on each page of this visit: how far down, and on which link.
//! Invariant: nothing of it is stored; it lives in memory and, as a bare number, in the history entry.

#[cfg(target_arch = "wasm32")]
mod platform {
    use std::{cell::RefCell, collections::HashMap};

    use leptos::prelude::set_timeout;
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use web_sys::{Element, Event, FocusOptions, History, HtmlElement, ScrollRestoration};

    use crate::browser::document::{document, path, window};

    /// The key of an entry in `history.state`; a number that no other page load gives.
    const ENTRY: &str = "place";

    #[derive(Clone, Default)]
    struct Place {
        top: f64,
        link: Option<Link>,
    }

    /// A link that can be found again when the page has been made anew: its address, and which of the
    /// links to that address it is.
    #[derive(Clone)]
    struct Link {
        href: String,
        nth: usize,
    }

    #[derive(Default)]
    struct Visit {
        /// The entry on screen; none while a new one is on its way into the history.
        current: Option<f64>,
        last_given: f64,
        /// How often the reader has gone back or forward.
        traversals: u32,
        places: HashMap<u64, Place>,
    }

    thread_local! {
        static VISIT: RefCell<Option<Visit>> = const { RefCell::new(None) };
    }

    /// Receives a reader on a page: at its start with the focus on its heading when it is new, where they
    /// left it when they come back. Returns `false` for the first page of a visit, where the browser
    /// has done that.
    pub fn arrive(address: &str) -> bool {
        let Some(history) = window().and_then(|window| window.history().ok()) else {
            return false;
        };
        if is_first() {
            watch();
            take_over_scrolling();
            VISIT.set(Some(Visit { last_given: js_sys::Date::now(), ..Visit::default() }));
            give_key(&history);
            return false;
        }
        let entry = key(&history);
        let known = with_visit(|visit| {
            let entry = entry.filter(|entry| visit.current != Some(*entry))?;
            visit.current = Some(entry);
            Some(visit.places.get(&entry.to_bits()).cloned().unwrap_or_default())
        });
        if let Some(place) = known {
            go_back_to(&place);
        } else {
            with_visit(|visit| visit.current.take());
            start_at_heading();
            let address = address.to_owned();
            let traversals = traversals();
            // The router puts the page into the history after it has been rendered. A reader on a slow phone may have
            // gone back by then, and the entry is another page's.
            let enter_if_there = move || {
                if traversals == self::traversals() {
                    enter(&address);
                }
            };
            set_timeout(enter_if_there, std::time::Duration::ZERO);
        }
        true
    }

    /// Whether no page of this visit has been arrived on yet.
    pub(in crate::browser) fn is_first() -> bool {
        VISIT.with_borrow(Option::is_none)
    }

    fn with_visit<T>(read: impl FnOnce(&mut Visit) -> Option<T>) -> Option<T> {
        VISIT.with_borrow_mut(|visit| visit.as_mut().and_then(read))
    }

    fn traversals() -> Option<u32> {
        with_visit(|visit| Some(visit.traversals))
    }

    fn key(history: &History) -> Option<f64> {
        js_sys::Reflect::get(&history.state().ok()?, &ENTRY.into()).ok()?.as_f64()
    }

    /// Makes sure that the address bar names the page, and gives its entry a key.
    fn enter(address: &str) {
        let Some(history) = window().and_then(|window| window.history().ok()) else {
            return;
        };
        // After Back and Forward, leptos_router 0.8 can take a link to an earlier page for a link to the
        // current one and leave the address as it was.
        if address.ends_with('/') && path() != address {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
        }
        give_key(&history);
    }

    fn give_key(history: &History) {
        let key = with_visit(|visit| {
            visit.last_given += 1.0;
            visit.current = Some(visit.last_given);
            visit.current
        });
        let state = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&state, &ENTRY.into(), &key.into());
        let _ = history.replace_state(&state, "");
    }

    fn start_at_heading() {
        focus(heading());
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    fn go_back_to(place: &Place) {
        let link = place.link.as_ref().and_then(|link| links_to(&link.href).into_iter().nth(link.nth));
        focus(link.or_else(heading));
        if let Some(window) = window() {
            window.scroll_to_with_x_and_y(0.0, place.top);
        }
    }

    fn heading() -> Option<Element> {
        document()?.query_selector("main h1").ok().flatten()
    }

    fn focus(element: Option<Element>) {
        let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }

    fn links_to(href: &str) -> Vec<Element> {
        let links = document().and_then(|document| document.query_selector_all("a[href]").ok());
        let Some(links) = links else {
            return Vec::new();
        };
        (0..links.length())
            .filter_map(|index| links.get(index)?.dyn_into::<Element>().ok())
            .filter(|link| link.get_attribute("href").as_deref() == Some(href))
            .collect()
    }

    /// Scrolling back is ours while the app runs: the router changes the page before it changes the history,
    /// so the browser would keep the new page's place for the old one. Whoever leaves and returns gets the
    /// browser's own restoring.
    fn take_over_scrolling() {
        let Some(window) = window() else { return };
        let set = Closure::<dyn Fn(Event)>::new(|event: Event| set_restoring(event.type_() == "pagehide"));
        set_restoring(false);
        for name in ["pagehide", "pageshow"] {
            let _ = window.add_event_listener_with_callback(name, set.as_ref().unchecked_ref());
        }
        set.forget();
    }

    fn set_restoring(by_browser: bool) {
        let way = if by_browser { ScrollRestoration::Auto } else { ScrollRestoration::Manual };
        if let Some(history) = window().and_then(|window| window.history().ok()) {
            // Refused only for a document that is no longer on screen.
            let _ = history.set_scroll_restoration(way);
        }
    }

    /// Keeps the place of the current page up to date, because after a click it is too late to ask, and counts how often
    /// the reader goes back or forward.
    fn watch() {
        let Some(target) = window() else { return };
        let count = Closure::<dyn Fn()>::new(|| {
            with_visit(|visit| {
                visit.traversals += 1;
                Some(())
            });
        });
        let _ = target.add_event_listener_with_callback("popstate", count.as_ref().unchecked_ref());
        count.forget();
        let note = Closure::<dyn Fn(Event)>::new(|event: Event| {
            with_visit(|visit| {
                let place = visit.places.entry(visit.current?.to_bits()).or_default();
                if event.type_() == "scroll" {
                    place.top = window()?.scroll_y().ok()?;
                } else {
                    place.link = event.target().and_then(|target| named_link(&target.dyn_into().ok()?));
                }
                Some(())
            });
        });
        // Some engines do not focus a link that is clicked, so both are noted.
        for name in ["scroll", "focusin", "click"] {
            let _ =
                target.add_event_listener_with_callback_and_bool(name, note.as_ref().unchecked_ref(), true);
        }
        note.forget();
    }

    fn named_link(target: &Element) -> Option<Link> {
        let link = target.closest("a[href]").ok().flatten()?;
        let href = link.get_attribute("href")?;
        let nth = links_to(&href).iter().position(|other| *other == link)?;
        Some(Link { href, nth })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    /// Natively nobody arrives.
    #[must_use]
    pub fn arrive(_: &str) -> bool {
        false
    }
}

pub use platform::arrive;
#[cfg(target_arch = "wasm32")]
pub(super) use platform::is_first;
