//! How to give: what a donor can choose, and the link that each choice becomes.
//! Invariant: every link is one of the editor's own, with a checked amount and words of ours in it, and nothing else.

use serde::{Deserialize, Serialize};

use super::{
    Amount, WebAddress,
    link_template::{LinkTemplate, Place},
    provider::Provider,
};

/// How often a gift is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// One time.
    Once,
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every year.
    Yearly,
}

impl Frequency {
    /// All frequencies, in the order in which a donor is offered them.
    pub const ALL: [Self; 4] = [Self::Once, Self::Monthly, Self::Quarterly, Self::Yearly];

    /// Its name in addresses and in the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::Yearly => "yearly",
        }
    }
}

/// The currency of all amounts (ISO 4217).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Currency {
    /// The US dollar, in cents.
    #[serde(rename = "USD")]
    UsDollar,
}

impl Currency {
    /// All currencies.
    pub const ALL: [Self; 1] = [Self::UsDollar];
}

/// A sentence with where it can be checked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Sourced {
    /// The sentence.
    pub text: String,
    /// Where it can be checked.
    pub source: WebAddress,
}

/// An amount that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// How much.
    pub amount: Amount,
    /// What it does, where somebody says so.
    pub effect: Option<Sourced>,
}

/// How much somebody gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// An amount that is offered.
    Preset(Amount),
    /// An amount of their own, which is said on the hosted page.
    Other,
}

/// What leads to the hosted page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOff {
    /// One address with places.
    Template(LinkTemplate),
    /// A link for each preset and frequency; without an amount, the page asks for it.
    Links(Vec<FixedLink>),
}

/// A link for one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedLink {
    /// How much; `None` where the page asks.
    pub amount: Option<Amount>,
    /// How often.
    pub frequency: Frequency,
    /// The link, which has no places.
    pub link: LinkTemplate,
}

/// How to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giving {
    /// Whose page takes the gift.
    pub provider: Provider,
    /// The name by which donors know that page: Mightycause.
    pub name: String,
    /// What leads there.
    pub hand_off: HandOff,
    /// The amounts that are offered, smallest first.
    pub presets: Vec<Preset>,
    /// The least that can be given.
    pub minimum: Amount,
    /// The most that can be given.
    pub maximum: Amount,
    /// The frequencies that are offered; `once` is among them.
    pub frequencies: Vec<Frequency>,
    /// What a donor should know of the organization.
    pub facts: Vec<Sourced>,
}

impl Giving {
    /// The template, where there is one.
    #[must_use]
    pub fn template(&self) -> Option<&LinkTemplate> {
        match &self.hand_off {
            HandOff::Template(template) => Some(template),
            HandOff::Links(_) => None,
        }
    }

    /// The hosted page's host, as donors know it: `mightycause.com`.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = match &self.hand_off {
            HandOff::Template(template) => template.host(),
            HandOff::Links(links) => links.first().map_or("", |link| link.link.host()),
        };
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether the hosted page takes over what was chosen of this among what is offered.
    #[must_use]
    pub fn carries(&self, place: Place) -> bool {
        match &self.hand_off {
            HandOff::Template(template) => template.parameter(place).is_some(),
            HandOff::Links(_) => matches!(place, Place::Amount | Place::Frequency),
        }
    }

    /// Whether the hosted page takes over an amount of the donor's own, too, where scripts run or where they do not.
    #[must_use]
    pub fn carries_own_amount(&self, is_scripted: bool) -> bool {
        let has_place =
            || self.template().is_some_and(|template| template.parameter(Place::Amount).is_some());
        if is_scripted { has_place() } else { self.plain_form().is_some() }
    }

    /// The link of a choice, for a page in that language; `None` when it cannot be given so.
    #[must_use]
    pub fn link(&self, chosen: Chosen, frequency: Frequency, lang: &str) -> Option<String> {
        let amount = match chosen {
            Chosen::Preset(amount) => Some(amount),
            Chosen::Other => None,
        };
        match &self.hand_off {
            HandOff::Template(template) => {
                let amount = amount.map(Amount::to_decimal);
                Some(template.fill(|place| match place {
                    Place::Amount => amount.as_deref(),
                    Place::Frequency => self.provider.word(frequency),
                    Place::Lang => Some(lang),
                    // Only the address of the visit says it, so `giving.js` puts it in.
                    Place::Source => None,
                }))
            }
            HandOff::Links(links) => links
                .iter()
                .find(|link| link.amount == amount && link.frequency == frequency)
                .map(|link| link.link.as_str().to_owned()),
        }
    }

    /// The template, where a browser can hand over an amount of the donor's own without scripts: by a plain form, which
    /// sends every parameter that it has.
    #[must_use]
    pub fn plain_form(&self) -> Option<&LinkTemplate> {
        let has_words =
            || self.frequencies.iter().all(|frequency| self.provider.word(*frequency) != Some(""));
        let template = self.template()?;
        template.parameter(Place::Amount)?;
        (template.parameter(Place::Frequency).is_none() || has_words()).then_some(template)
    }
}
