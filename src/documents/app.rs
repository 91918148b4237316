//! The app on this device: installing it, what it stores, and deleting all of it.
//! Invariant: that an icon will be seen stands before the first button, and no other page has these buttons.

use leptos::prelude::*;

use super::list;
use crate::{
    components::{
        advice::Advice, command::Command, fold::Fold, install_steps::InstallSteps, notice::Notice,
        stored::Stored,
    },
    messages::document_messages,
    still::{IntoStill, Still},
};

/// The text of the app's page below its title. What needs scripts is hidden; `src/prerender/app_page.js` shows it.
pub fn text() -> Still {
    let words = document_messages();
    view! {
        <Notice text=words.app_icon_notice />
        <div class="without-scripts">
            <Notice text=words.app_without_scripts />
        </div>
        <Advice id="install" title=words.app_install_heading text=install() />
        <Advice id="offline" title=words.app_offline_heading text=offline() />
        <Advice id="stored" title=words.app_stored_heading text=stored() />
        <Advice id="staying" title=words.app_staying_heading text=staying() />
        <Advice id="version" title=words.app_version_heading text=version() />
    }
    .into_still()
}

fn install() -> Still {
    let words = document_messages();
    view! {
        <p>{words.app_install_lead}</p>
        <Command
            name="install"
            text=words.app_install
            busy=words.app_install_busy
            done=words.app_install_done
            failed=words.app_install_failed
        />
        <InstallSteps />
    }
    .into_still()
}

fn offline() -> Still {
    let words = document_messages();
    view! {
        <p>{words.app_offline_lead}</p>
        <p>{words.app_offline_when}</p>
        <Command
            name="keep"
            text=words.app_keep
            busy=words.app_keep_busy
            done=words.app_keep_done
            failed=words.app_keep_failed
        />
    }
    .into_still()
}

fn stored() -> Still {
    let words = document_messages();
    let settings = [
        words.app_settings_chromium,
        words.app_settings_firefox,
        words.app_settings_ios,
        words.app_settings_mac,
    ];
    view! {
        <p>{words.app_stored_lead}</p>
        <Stored />
        <Command
            name="delete"
            text=words.app_delete
            busy=words.app_delete_busy
            done=words.app_delete_done
            failed=words.app_delete_failed
        />
        <Fold title=words.app_settings_heading text=list(&settings, None) />
    }
    .into_still()
}

fn staying() -> Still {
    let words = document_messages();
    let staying = [words.app_staying_history, words.app_staying_icon, words.app_staying_copies];
    list(&staying, None)
}

/// The build is named and dated only when all its pages are made, so a script fills in both.
fn version() -> Still {
    let words = document_messages();
    view! {
        <p data-version=words.app_version("{date}", "{id}") hidden></p>
        <p>{words.app_version_renewal}</p>
    }
    .into_still()
}
