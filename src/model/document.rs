//! Text that is finished natively and never changes: the app shows it without knowing what is in it.

use serde::Serialize;

/// The part of a page below its title, as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Document {
    /// HTML that the build has made from components, so every text in it is escaped. Empty in the data of the page
    /// that has it on screen.
    pub html: String,
}
