//! What "Leave this site" does, as the browser tests saw it.
//! Invariant: nobody writes this by hand; the tests make it, and fail when it no longer fits what they see.

use serde::{Deserialize, Serialize};

use super::Edtf;

/// All findings of one run of the tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaving {
    /// The day of the run.
    pub tested: Edtf,
    /// The SHA-256 hash of the exit's code, as a Content-Security-Policy writes it (`sha256-…`, in base64).
    pub code: String,
    /// One for each situation and browser.
    pub findings: Vec<Finding>,
}

/// What leaving does in one situation and one browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// How the site was open.
    pub situation: Situation,
    /// The engine's name and its major version: `Firefox 153`.
    pub browser: String,
    /// What was seen; absent where the browser cannot be in this situation on the machine of the tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
}

/// How the site is open when somebody leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Situation {
    /// In a tab, after any way through the site.
    Tab,
    /// In a window of its own, as an installed app has.
    AppWindow,
    /// In a frame of a partner's page, as this site tells partners to make it.
    Frame,
    /// The same, by the Shift key, which gives a frame no right to move the page around it.
    FrameByShift,
    /// In a frame that may run scripts and nothing else, as `WordPress` makes it.
    SandboxedFrame,
    /// Without a connection.
    Offline,
    /// With JavaScript switched off.
    ScriptsOff,
}

impl Situation {
    /// All situations, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Tab,
        Self::AppWindow,
        Self::Frame,
        Self::FrameByShift,
        Self::SandboxedFrame,
        Self::Offline,
        Self::ScriptsOff,
    ];
}

/// Four questions about leaving, and what the tests saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "four questions, each with yes or no")]
pub struct Seen {
    /// Whether nothing of this site is on the screen, and its title is gone, in the frame of the press.
    pub blank: bool,
    /// Whether the neutral site opens.
    pub destination: bool,
    /// Whether Back and Forward, ten times each, show nothing of this site.
    pub history: bool,
    /// Whether what this site stored on the device is erased.
    pub storage: bool,
}
