//! What every page knows: who CAST is, where help is, which topics there are.

use serde::{Deserialize, Serialize};

use super::{Language, Slug, WebAddress};

/// The parts of the content that belong to no single page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Site {
    /// Who speaks here.
    pub organisation: Organisation,
    /// The topics, in the order in which they are offered.
    pub topics: Vec<Topic>,
}

impl Site {
    /// The topic of that name.
    #[must_use]
    pub fn topic(&self, slug: &Slug) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.slug == *slug)
    }
}

/// The organization behind the news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its name: Coalition to Abolish Slavery & Trafficking.
    pub name: String,
    /// Its short name: CAST.
    pub short_name: String,
    /// Where it works.
    pub place: String,
    /// Its own site.
    pub website: WebAddress,
    /// Where "Leave this site" leads: neutral, quick, on a host that is not ours.
    pub exit: WebAddress,
    /// A supporter's words.
    pub voice: Voice,
    /// Ways to get help, the organization's own hotline first.
    pub help: Vec<Channel>,
}

/// A supporter's words for the masthead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The words, without quotation marks.
    pub quote: String,
    /// Who said them.
    pub by: String,
}

/// A way to get help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Channel {
    /// Who answers.
    pub service: Service,
    /// How they are reached.
    pub kind: ChannelKind,
    /// What to read: `888-539-2373`, `233733`, `humantraffickinghotline.org/chat`.
    pub label: String,
    /// The same in letters: `888-KEY-2-FREE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vanity: Option<String>,
    /// Where the link leads: `tel:`, `sms:` or `https:`.
    pub href: String,
    /// The languages in which they answer.
    pub languages: Vec<Language>,
    /// Whether interpreters for other languages can join.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub interpreters: bool,
}

/// Who answers a call for help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// CAST's own hotline.
    Cast,
    /// The National Human Trafficking Hotline.
    National,
    /// The emergency services, 911.
    Emergency,
}

impl Service {
    /// All services, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Cast, Self::National, Self::Emergency];
}

/// How a service is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// By voice.
    Call,
    /// By text message.
    Text,
    /// By text telephone or relay.
    Tty,
    /// By chat on a web page.
    Chat,
}

impl ChannelKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Call, Self::Text, Self::Tty, Self::Chat];
}

/// A topic of the news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name for readers.
    pub name: String,
}
