//! The providers of pages that take gifts, and what each wants its links to look like.
//! `docs/giving.md` says where each rule is known from.

use serde::{Deserialize, Serialize};

use super::{
    Frequency,
    link_template::{LinkTemplate, Place, Value},
};

/// Whose page takes the gift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provider {
    /// Every.org.
    EveryOrg,
    /// Givebutter, on the page that holds its widget.
    Givebutter,
    /// A hosted button of `PayPal`.
    Paypal,
    /// Payment Links of Stripe, which carry no amount: one link for each preset and frequency.
    Stripe,
    /// Donorbox.
    Donorbox,
    /// Any other page, which is only opened.
    PlainPage,
}

/// What a provider's links look like.
struct Rules {
    host: Option<&'static str>,
    /// Each without its first slash.
    path: Option<&'static str>,
    fragment: Option<&'static str>,
    /// The parameters by which it takes over a choice, and whether a link without them is of no use.
    carries: &'static [(&'static str, Place, bool)],
    /// A parameter without which there is no page.
    fixed: Option<&'static str>,
}

impl Provider {
    /// All providers.
    pub const ALL: [Self; 6] =
        [Self::EveryOrg, Self::Givebutter, Self::Paypal, Self::Stripe, Self::Donorbox, Self::PlainPage];

    const fn rules(self) -> Rules {
        const ANY: Rules = Rules { host: None, path: None, fragment: None, carries: &[], fixed: None };
        const BOTH: &[(&str, Place, bool)] =
            &[("amount", Place::Amount, true), ("frequency", Place::Frequency, true)];
        match self {
            Self::EveryOrg => {
                Rules { host: Some("www.every.org"), fragment: Some("donate"), carries: BOTH, ..ANY }
            }
            Self::Givebutter => Rules { carries: BOTH, ..ANY },
            Self::Paypal => Rules {
                host: Some("www.paypal.com"),
                path: Some("donate"),
                carries: &[("amount", Place::Amount, true)],
                fixed: Some("hosted_button_id"),
                ..ANY
            },
            Self::Donorbox => Rules {
                host: Some("donorbox.org"),
                carries: &[("default_interval", Place::Frequency, true), ("amount", Place::Amount, false)],
                ..ANY
            },
            Self::Stripe | Self::PlainPage => ANY,
        }
    }

    /// The provider's own word for a frequency, which is empty where it has none and takes a gift to be so;
    /// `None` where it cannot be given so.
    #[must_use]
    pub const fn word(self, frequency: Frequency) -> Option<&'static str> {
        match (self, frequency) {
            (Self::EveryOrg, Frequency::Once) => Some("once"),
            (Self::EveryOrg | Self::Givebutter, Frequency::Monthly) => Some("monthly"),
            (Self::EveryOrg | Self::Givebutter, Frequency::Yearly) => Some("yearly"),
            (Self::Givebutter, Frequency::Quarterly) => Some("quarterly"),
            (Self::Donorbox, Frequency::Once) => Some("o"),
            (Self::Donorbox, Frequency::Monthly) => Some("m"),
            (Self::EveryOrg | Self::Donorbox, _) => None,
            (Self::Givebutter, Frequency::Once) | (Self::Paypal | Self::Stripe | Self::PlainPage, _) => {
                Some("")
            }
        }
    }

    /// What is wrong with a template for this provider: the part that it is about, and what to write.
    #[must_use]
    pub fn flaws(self, template: &LinkTemplate) -> Vec<(String, String)> {
        let Rules { host, path, fragment, carries, fixed } = self.rules();
        let mut flaws = Vec::new();
        let page = template.page().trim_start_matches("https://");
        let own_path = page.split_once('/').map_or("", |(_, path)| path);
        if let Some(host) = host.filter(|host| *host != template.host()) {
            flaws.push((format!("the host \"{}\"", template.host()), format!("write https://{host}/")));
        }
        if let Some(path) = path.filter(|path| *path != own_path) {
            flaws.push((format!("the path \"/{own_path}\""), format!("write /{path}")));
        } else if host.is_some() && own_path.is_empty() {
            flaws
                .push(("no name of the organization".to_owned(), "write its name after the host".to_owned()));
        }
        let own_fragment = template.fragment().and_then(|fragment| fragment.strip_prefix('/'));
        if let Some(wanted) = fragment.filter(|wanted| own_fragment != Some(*wanted)) {
            flaws.push((format!("no #/{wanted} at the end"), format!("end with #/{wanted}")));
        }
        if let Some(name) = fixed
            && !template
                .query()
                .iter()
                .any(|(other, value)| other == name && matches!(value, Value::Fixed(_)))
        {
            flaws.push((format!("no {name}"), format!("write {name}= and the button's id")));
        }
        for (name, place, is_needed) in carries {
            if *is_needed && template.parameter(*place) != Some(*name) {
                flaws.push((format!("no {name}={}", place.mark()), format!("write {name}={}", place.mark())));
            }
        }
        for (name, value) in template.query() {
            let Value::Of(place) = value else { continue };
            let is_carried = carries.iter().any(|(own, of, _)| own == name && of == place);
            let is_free = matches!(place, Place::Lang | Place::Source) && self != Self::PlainPage;
            let is_told = carries.iter().any(|(_, of, is_needed)| of == place && *is_needed);
            if !is_carried && !is_free && !is_told {
                flaws.push((
                    format!("{name}={}", place.mark()),
                    "remove it: this provider takes nothing over by it".to_owned(),
                ));
            }
        }
        flaws
    }
}
