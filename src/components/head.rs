//! What a page says of itself to the tab, to search engines and to screen readers.
//! Invariant: natively the head is collected for the generator, which escapes it; in the browser a
//! route change sets title, then focus, then one announcement, in that order.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::site_frame::Announcement;
use crate::browser;

/// The title and description of a page, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadText {
    /// For `<title>`.
    pub title: String,
    /// For `<meta name="description">`.
    pub description: String,
}

/// Where a native render leaves the head of its page.
#[derive(Clone, Default)]
pub struct HeadSlot(Arc<Mutex<HeadText>>);

impl HeadSlot {
    /// What the page has said.
    #[must_use]
    pub fn take(&self) -> HeadText {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, head: HeadText) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = head;
    }
}

/// The head of a page: nothing to see, but the tab's title, the focus and the announcement follow it.
#[component]
pub fn Head(
    /// The title of the tab.
    #[prop(into)]
    title: Signal<String>,
    /// A sentence or two for search engines and shared links.
    #[prop(into)]
    description: Signal<String>,
    /// The page's canonical address.
    address: String,
    /// Whether the reader has the page, or knows that it cannot be had.
    #[prop(optional, into)]
    settled: Option<Signal<bool>>,
) -> impl IntoView {
    if let Some(slot) = use_context::<HeadSlot>() {
        slot.put(HeadText { title: title.get_untracked(), description: description.get_untracked() });
    }
    let announcement = expect_context::<Announcement>();
    // The page's own HTML says it, and by now may say more: that there is an error.
    let mut is_said = Owner::current_shared_context().is_some_and(|context| context.during_hydration());
    // Whether the announcement is still owed; `None` before the first run.
    Effect::new(move |owed: Option<bool>| {
        let (title, description) = (title.get(), description.get());
        if !std::mem::take(&mut is_said) {
            browser::set_title(&title);
            browser::set_description(&description);
        }
        let owed = owed.unwrap_or_else(|| browser::arrive(&address));
        if owed && settled.is_none_or(|settled| settled.get()) {
            announcement.say(title);
            return false;
        }
        owed
    });
}
