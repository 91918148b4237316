//! How to give, as editors write it: the file, and whether it fits the provider.
//! Invariant: the description of a field says what to write, because error messages quote it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    problem::Problem,
    schema::{formats, names},
};
use crate::model::{
    Amount, Chosen, Currency, FixedLink, Frequency, Giving, HandOff, LinkTemplate, Preset, Provider, Sourced,
};

/// `content/giving.json`: how to give.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivingFile {
    /// Write `giving.schema.json`, so that your editor can help.
    #[serde(default, rename = "$schema")]
    pub _schema: Option<String>,
    /// Write whose page takes the gift: every-org, givebutter, paypal, stripe, donorbox, or plain-page for any other. `docs/giving.md` shows each.
    #[schemars(schema_with = "names::provider")]
    pub provider: Provider,
    /// Write the name by which donors know that page, such as `Mightycause`.
    #[schemars(schema_with = "formats::text")]
    pub name: String,
    /// Write the `https://` address of that page, with `{amount}`, `{frequency}`, `{lang}` and `{source}` as values of its query where the provider takes them over; leave the field out for stripe.
    #[schemars(schema_with = "formats::text")]
    #[serde(default)]
    pub template: Option<String>,
    /// Write a link for each preset and each frequency: `{ "amount": 5000, "frequency": "once", "url": "https://buy.stripe.com/…" }`, and one with the frequency `once` and no amount, where donors choose; leave the field out for all but stripe.
    #[serde(default)]
    pub links: Vec<LinkFile>,
    /// Write `USD`: all amounts are in cents of a US dollar.
    #[schemars(schema_with = "names::currency")]
    #[serde(rename = "currency")]
    pub _currency: Currency,
    /// Write one to six amounts in cents, smallest first: `{ "amount": 5000 }` is $50. Add an `effect` only where somebody else says what the amount does: `{ "text": "…", "source": "https://…" }`.
    #[schemars(length(min = 1, max = 6))]
    pub presets: Vec<PresetFile>,
    /// Write the least that can be given, in cents: a whole number from 1 to 999999999.
    #[schemars(schema_with = "formats::amount")]
    pub minimum: Amount,
    /// Write the most that can be given, in cents: a whole number from 1 to 999999999.
    #[schemars(schema_with = "formats::amount")]
    pub maximum: Amount,
    /// Write `once` and, if they can be given, monthly, quarterly, yearly, each once.
    #[schemars(schema_with = "names::frequencies")]
    pub frequencies: Vec<Frequency>,
    /// Write what a donor should know of the organization, each sentence with its source: `{ "text": "…", "source": "https://…" }`.
    #[schemars(schema_with = "formats::sourced_list")]
    pub facts: Vec<Sourced>,
}

/// An amount that is offered.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PresetFile {
    /// Write the amount in cents: `5000` is $50.
    #[schemars(schema_with = "formats::amount")]
    pub amount: Amount,
    /// Write what the amount does, in the words of `source`, or leave the field out: `{ "text": "…", "source": "https://…" }`.
    #[schemars(schema_with = "formats::sourced")]
    #[serde(default)]
    pub effect: Option<Sourced>,
}

/// A link for one choice.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkFile {
    /// Write the preset in cents, or leave the field out where donors choose the amount.
    #[schemars(schema_with = "formats::amount")]
    #[serde(default)]
    pub amount: Option<Amount>,
    /// Write one of: once, monthly, quarterly, yearly.
    #[schemars(schema_with = "names::frequency")]
    pub frequency: Frequency,
    /// Write the link as the provider gave it, such as `https://buy.stripe.com/…`.
    #[schemars(schema_with = "formats::text")]
    pub url: String,
}

/// The file as what it says, if nothing is wrong with it.
pub(super) fn checked(file: GivingFile, problems: &mut Vec<Problem>) -> Option<Giving> {
    let mut report = |place: &str, found: &str, remedy: &str| {
        problems.push(Problem::new("giving.json", place, found, remedy));
    };
    amounts(&file, &mut report);
    frequencies(&file, &mut report);
    let hand_off = match (file.provider, &file.template) {
        (Provider::Stripe, _) => links(&file, &mut report).map(HandOff::Links),
        (_, Some(text)) => template(&file, text, &mut report).map(HandOff::Template),
        (_, None) => {
            report("template", "nothing", "Write the address of the provider's page");
            None
        }
    }?;
    Some(Giving {
        provider: file.provider,
        name: file.name,
        hand_off,
        presets: file
            .presets
            .into_iter()
            .map(|preset| Preset { amount: preset.amount, effect: preset.effect })
            .collect(),
        minimum: file.minimum,
        maximum: file.maximum,
        frequencies: file.frequencies,
        facts: file.facts,
    })
}

fn amounts(file: &GivingFile, report: &mut impl FnMut(&str, &str, &str)) {
    let (minimum, maximum) = (file.minimum.to_minor(), file.maximum.to_minor());
    if minimum > maximum {
        report("minimum", &minimum.to_string(), &format!("Write at most {maximum}, which is the maximum"));
    }
    let mut least = minimum;
    for (index, preset) in file.presets.iter().enumerate() {
        let (place, amount) = (format!("presets[{index}].amount"), preset.amount.to_minor());
        if amount < minimum || amount > maximum {
            report(
                &place,
                &amount.to_string(),
                &format!("Write {minimum} to {maximum}, the minimum to the maximum"),
            );
        } else if index > 0 && amount <= least {
            report(&place, &amount.to_string(), "Write the presets smallest first, each once");
        }
        least = amount;
    }
}

fn frequencies(file: &GivingFile, report: &mut impl FnMut(&str, &str, &str)) {
    if !file.frequencies.contains(&Frequency::Once) {
        report("frequencies", "no `once`", "Write `once` too: nobody has to bind themselves to give");
    }
    for (index, frequency) in file.frequencies.iter().enumerate() {
        if file.provider.word(*frequency).is_none() {
            let found = format!("\"{}\", which this provider does not offer", frequency.name());
            report(&format!("frequencies[{index}]"), &found, "Remove it, or choose another provider");
        }
    }
}

fn template(
    file: &GivingFile,
    text: &str,
    report: &mut impl FnMut(&str, &str, &str),
) -> Option<LinkTemplate> {
    if !file.links.is_empty() {
        report("links", "links beside a template", "Remove them: only stripe has them");
    }
    let template: LinkTemplate =
        text.parse().map_err(|error| report("template", &format!("\"{text}\""), &sentence(&error))).ok()?;
    for (found, remedy) in file.provider.flaws(&template) {
        report("template", &format!("{found} in \"{text}\""), &capitalized(&remedy));
    }
    Some(template)
}

/// The links of a provider that has one for each choice, all on its own host.
fn links(file: &GivingFile, report: &mut impl FnMut(&str, &str, &str)) -> Option<Vec<FixedLink>> {
    if file.template.is_some() {
        report(
            "template",
            "a template",
            "Remove it and write `links`: stripe takes over no amount from an address",
        );
    }
    let mut links: Vec<FixedLink> = Vec::new();
    for (index, LinkFile { amount, frequency, url }) in file.links.iter().enumerate() {
        let place = format!("links[{index}]");
        let link: LinkTemplate = match url.parse() {
            Ok(link) => link,
            Err(error) => {
                report(&format!("{place}.url"), &format!("\"{url}\""), &sentence(&error));
                return None;
            }
        };
        if !link.host().ends_with(".stripe.com") || url.contains('{') {
            let remedy =
                "Write a link of https://buy.stripe.com/ or another host of stripe.com, without places";
            report(&format!("{place}.url"), &format!("\"{url}\""), remedy);
        }
        let is_offered =
            amount.is_none_or(|amount| file.presets.iter().any(|preset| preset.amount == amount));
        if !is_offered || !file.frequencies.contains(frequency) {
            report(
                &place,
                "a choice that is not offered",
                "Remove it, or add its amount and frequency to the others",
            );
        }
        if links.iter().any(|other| other.amount == *amount && other.frequency == *frequency) {
            report(&place, "a second link for one choice", "Write one link for each choice");
        }
        if links.first().is_some_and(|first| first.link.host() != link.host()) {
            report(
                &format!("{place}.url"),
                &format!("\"{url}\""),
                "Write all links with one host, which donors are told",
            );
        }
        links.push(FixedLink { amount: *amount, frequency: *frequency, link });
    }
    let presets = file.presets.iter().map(|preset| Chosen::Preset(preset.amount));
    let needed = presets
        .flat_map(|chosen| file.frequencies.iter().map(move |frequency| (chosen, *frequency)))
        .chain([(Chosen::Other, Frequency::Once)]);
    for (chosen, frequency) in needed {
        let amount = match chosen {
            Chosen::Preset(amount) => Some(amount),
            Chosen::Other => None,
        };
        if !links.iter().any(|link| link.amount == amount && link.frequency == frequency) {
            let amount = amount.map_or("an amount of the donor's own".to_owned(), Amount::to_decimal);
            report(
                "links",
                &format!("no link for {amount}, {}", frequency.name()),
                "Add the provider's link for it",
            );
        }
    }
    Some(links)
}

fn sentence(error: &impl ToString) -> String {
    capitalized(&error.to_string())
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
