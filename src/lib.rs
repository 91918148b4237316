//! Count Me In: the news app of CAST, the Coalition to Abolish Slavery & Trafficking.
//!
//! The compile target is the mode: `wasm32` hydrates and routes in the browser, everything else
//! writes the finished pages. The modules, each in a line:
//!
//! * [`app`]: the route table inside the frame that all pages share.
//! * [`pages`]: one component an address; they load, and show what is loading, loaded or failed.
//! * [`components`]: what pages are composed of; pure functions of their props.
//! * [`content`]: the news that a visit has so far, and how it gets more.
//! * [`routes`]: every address of the site.
//! * [`messages`]: every word of the interface.
//! * [`model`]: the types of the content.
//! * [`error`]: why something did not load, in the reader's words.
//! * [`still`]: views that are made once, which keeps the WASM small.
//! * [`browser`]: all that touches the browser.
//! * `documents` (native): texts that the app shows without carrying what makes them.
//! * `editorial` (native): the editor's files, checked and cut into shards.
//! * `prerender` (native): the finished site, file by file.
//! * `serve` (native): the finished site on a local port.

pub mod app;
pub mod browser;
pub mod components;
pub mod content;
pub mod error;
pub mod messages;
pub mod model;
pub mod pages;
pub mod routes;
pub mod still;

#[cfg(not(target_arch = "wasm32"))]
pub mod documents;
#[cfg(not(target_arch = "wasm32"))]
pub mod editorial;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
#[cfg(not(target_arch = "wasm32"))]
pub mod serve;
