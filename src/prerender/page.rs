//! One finished page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use super::{
    edition::Edition,
    head::{escape, head, script_safe},
    policy::own_script,
    shell::Shell,
};
use crate::{
    app::App,
    browser::DATA_ID,
    components::head::{HeadSlot, HeadText},
    content::{PageData, Payload},
    model::WebAddress,
    routes::Route,
};

/// What a page has for itself; the rest is the same on all pages.
pub struct Parts {
    /// What its policy allows beyond that of all pages: its own script, if it has one.
    pub policy: String,
    /// Its part of `<head>`.
    pub head: String,
    /// What is seen.
    pub body: String,
    /// The data that it was made from, for a script element.
    pub json: String,
}

impl Parts {
    /// Makes a page's own parts; `origin` is where the site is published, if that is known.
    pub fn of(data: PageData, shell: &Shell, origin: Option<&str>) -> Self {
        let json = script_safe(&serde_json::to_string(&data.clone().embedded()).unwrap_or_default());
        let (text, mut body) = render(data.clone());
        let route = Route::parse(&data.address);
        let mut policy = String::new();
        if let (Some(id), Some(script)) = (route.script(), shell.script_of(&route)) {
            policy = own_script(script);
            body += &format!("<script id=\"{id}\">{}</script>", script.code);
        }
        let mut head = head(&text, &data, origin);
        if matches!(data.payload, Payload::Document(_)) {
            head += &format!("<style>{}</style>", shell.document_style);
        }
        Self { policy, head, body, json }
    }

    /// The whole HTML: complete to read and to use before anything else is loaded.
    pub fn whole(&self, [before, rest, middle, data, after]: &[String; 5]) -> String {
        let Self { policy, head, body, json } = self;
        [before, policy, rest, head, middle, body, data, json, after].map(String::as_str).concat()
    }
}

/// What all pages of a build share: before, between and after their own parts.
pub fn shared(shell: &Shell, edition: &Edition, destination: &WebAddress) -> [String; 5] {
    let [policy, rest_of_policy] = &shell.policy;
    [
        format!(
            "{before_policy}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}",
            before_policy =
                shell.before_policy.replacen("<html", &format!("<html{}", edition.attributes()), 1),
        ),
        // The exit stands before the title, which it can so take away before the tab shows it.
        format!(
            "{rest_of_policy}\"><script data-destination=\"{destination}\">{exit}</script>\
             <script>{before_paint}</script>{before_head}",
            destination = escape(destination.as_str()),
            exit = shell.exit.code,
            before_paint = shell.before_paint.code,
            before_head = shell.before_head,
        ),
        format!("<style>{}</style>{}", shell.style, shell.before_body),
        format!("<script type=\"application/json\" id=\"{DATA_ID}\">"),
        format!("</script><script type=\"module\">{}</script>{}", shell.loader.code, shell.after_body),
    ]
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
