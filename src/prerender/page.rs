//! One finished page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use super::{
    head::{head, script_safe},
    shell::Shell,
};
use crate::{
    app::App,
    browser::DATA_ID,
    components::head::{HeadSlot, HeadText},
    content::PageData,
};

/// The whole HTML of a page: complete to read and to use before anything else is loaded.
pub fn html(shell: &Shell, data: PageData) -> String {
    let json = script_safe(&serde_json::to_string(&data).unwrap_or_default());
    let (text, body) = render(data.clone());
    format!(
        "{before_policy}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{before_head}\
         {head}<style>{style}</style>{before_body}{body}\
         <script type=\"application/json\" id=\"{DATA_ID}\">{json}</script>\
         <script type=\"module\">{loader}</script>{after_body}",
        before_policy = shell.before_policy,
        policy = shell.policy,
        before_head = shell.before_head,
        head = head(&text, &data),
        style = shell.style,
        before_body = shell.before_body,
        loader = shell.loader,
        after_body = shell.after_body,
    )
}

/// The app's own HTML for a page, with the marks that hydration needs.
pub fn render(data: PageData) -> (HeadText, String) {
    // Only the first call sets it; leptos wants an executor even where nothing is ever spawned.
    let _ = any_spawner::Executor::init_tokio();
    let slot = HeadSlot::default();
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new())));
    let body = owner.with(|| {
        provide_context(slot.clone());
        provide_context(RequestUrl::new(&data.address));
        view! { <App data /> }.to_html()
    });
    owner.unset();
    // The same node to every parser, and valid HTML (section 13.1.6); text and attributes have no raw `<`.
    (slot.take(), body.replace("<!>", "<!---->"))
}
