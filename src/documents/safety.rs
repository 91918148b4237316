//! How to read this site safely: what leaving does and does not do, and what the site keeps.
//! Invariant: nothing is promised here that the tests have not seen.

use std::sync::Arc;

use leptos::prelude::*;

use super::list;
use crate::{
    components::{advice::Advice, leaving_table::LeavingTable, notice::Notice},
    messages::document_messages,
    model::{Leaving, Site},
    routes::Route,
    still::{IntoStill, Still},
};

/// Where to read more: the safety tips of the National Network to End Domestic Violence.
const MORE: &str = "https://www.techsafety.org/";

/// The text of the safety page below its title.
pub fn text(site: &Site, leaving: &Leaving) -> Still {
    let words = document_messages();
    let host = site.organisation.exit.host();
    let doing = [
        &words.safety_leave_press(host),
        words.safety_leave_shift,
        words.safety_leave_back,
        &words.safety_leave_frame(host),
    ];
    let reading = [words.safety_reading_private, words.safety_reading_close, words.safety_reading_icon];
    let privacy = [
        words.safety_privacy_cookies,
        words.safety_privacy_hosts,
        words.safety_privacy_copy,
        words.safety_privacy_note,
        words.safety_privacy_erasing,
    ];
    let leaving = Arc::new(leaving.clone());
    view! {
        <Advice id="leaving" title=words.safety_leave_heading text=list(&doing, None) />
        <Advice id="limits" title=words.safety_limits_heading text=limits() />
        <Advice id="tested" title=words.leaving_heading text=tested(leaving) />
        <Advice id="reading" title=words.safety_reading_heading text=list(&reading, Some(more())) />
        <Advice id="privacy" title=words.safety_privacy_heading text=list(&privacy, Some(stored())) />
    }
    .into_still()
}

fn limits() -> Still {
    let words = document_messages();
    let limits = [
        words.safety_limits_history,
        words.safety_limits_tab,
        words.safety_limits_tabs,
        words.safety_limits_slow,
        words.safety_limits_frames,
        words.safety_limits_logs,
        words.safety_limits_spyware,
        words.safety_limits_calls,
    ];
    view! {
        <p>{words.safety_limits_lead}</p>
        {list(&limits, None)}
        <Notice text=words.safety_limits_other_device />
    }
    .into_still()
}

fn tested(leaving: Arc<Leaving>) -> Still {
    let words = document_messages();
    view! {
        <p>{words.leaving_lead}</p>
        <p>{words.leaving_no_offline} " " {words.leaving_no_scripts}</p>
        <LeavingTable leaving />
    }
    .into_still()
}

fn more() -> Still {
    let words = document_messages();
    view! {
        {words.safety_reading_more}
        " "
        <a href=MORE rel="noreferrer">
            {words.safety_reading_more_link}
        </a>
    }
    .into_still()
}

/// Where what is stored can be seen; `target` has the page load with its script.
fn stored() -> Still {
    let words = document_messages();
    view! {
        {words.safety_privacy_stored}
        " "
        <a href=Route::App.address() target="_self">
            {words.safety_privacy_stored_link}
        </a>
    }
    .into_still()
}
