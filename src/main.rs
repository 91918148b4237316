//! One name, two programs: in the browser the app, elsewhere the generator of its pages.

#[cfg(target_arch = "wasm32")]
fn main() {
    use count_me_in::{app::App, browser, content::PageData, routes::Route};
    use leptos::{mount, prelude::*};

    browser::fall_back_to_plain_pages_on_panic();
    let Some(data) = browser::embedded_data().and_then(|text| PageData::parse(&text)) else {
        return;
    };
    let on_screen = Route::parse(&data.address);
    if on_screen == Route::parse(&browser::path()) {
        browser::use_canonical_address(&on_screen.address());
        mount::hydrate_body(move || view! { <App data /> });
    } else {
        browser::clear_body();
        mount::mount_to_body(move || view! { <App data /> });
    }
    browser::mark_live();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    count_me_in::prerender::command_line()
}
