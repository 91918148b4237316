//! What arrives at each provider's page for each choice, byte for byte, as a server on another host records it.
//! The examples are those of `docs/giving.md`.

use count_me_in::model::Amount;
use serde_json::{Value, json};

use super::{
    DONATE, choose,
    expected::{Choice, Expected, expected},
    go_on, type_amount, wait_for_hosted_page_at, way_on,
};
use crate::{
    edition::Edition,
    ensure, ensure_eq,
    examples::{examples, put},
    sentences,
    site::{Paths, Site},
    visit::{Outcome, Stop, Visit},
};

sentences![
    each_choice_arrives_at_a_plain_page,
    each_choice_arrives_at_every_org,
    each_choice_arrives_at_givebutter,
    each_choice_arrives_at_paypal,
    each_choice_arrives_at_stripe,
    each_choice_arrives_at_donorbox,
];

/// What a donor types where another amount is asked for, and how a link has it.
const TYPED: (&str, &str) = ("37.50", "37.50");

/// The presets of the file, as links have them.
fn presets(file: &Value) -> Vec<String> {
    let presets = file["presets"].as_array().into_iter().flatten();
    let minor = presets.filter_map(|preset| u32::try_from(preset["amount"].as_u64()?).ok());
    minor.map(|minor| Amount::from_minor(minor).to_decimal()).collect()
}

/// The example of a provider in `docs/giving.md`.
pub fn example(provider: &str) -> Outcome<Value> {
    let found = examples().into_iter().find(|example| example["provider"] == provider);
    found.ok_or_else(|| Stop::Failed(format!("docs/giving.md has no example of {provider}")))
}

/// Goes through all choices of the provider's example.
async fn ensure_each_choice_arrives(visit: &mut Visit<'_>, provider: &str, runs_scripts: bool) -> Outcome {
    let example = example(provider)?;
    let mut file = Value::Null;
    let edition = Edition::giving(|content| {
        put(&example, content);
        // Two presets, one of them with cents, are enough to see; Stripe's example has its own.
        if example["presets"].is_null() {
            content["presets"] = json!([{ "amount": 1250 }, { "amount": 5000 }]);
        }
        file = content.clone();
    })?;
    let hosted = Site::open_hosted_page().await?;
    let Expected { origin, rest, has_form, takes_typed, said } = expected(provider);
    visit.site.lead(origin, hosted.origin());
    visit.site.renew(edition.router()).await?;
    let frequencies: Vec<String> = serde_json::from_value(file["frequencies"].clone())?;
    let mut amounts: Vec<Option<String>> = presets(&file).into_iter().map(Some).collect();
    amounts.push(None);
    for frequency in &frequencies {
        for (index, preset) in amounts.iter().enumerate() {
            visit.page.open(DONATE).await?;
            let is_typed = preset.is_none() && (runs_scripts || has_form);
            let choice = preset.as_ref().map_or("amount-other".into(), |_| format!("amount-{}", index + 1));
            choose(visit, &choice).await?;
            choose(visit, frequency).await?;
            if is_typed {
                type_amount(visit, TYPED.0).await?;
            } else if preset.is_none() {
                let field = visit.page.find(super::FIELD).await?;
                ensure!(!field.is_displayed().await?, "a field is shown that goes nowhere");
            }
            let carried = match preset {
                Some(amount) => Some(amount.as_str()),
                None if is_typed && takes_typed => Some(TYPED.1),
                None => None,
            };
            let Some(rest) = rest(carried, frequency) else {
                ensure_impossible(visit, runs_scripts).await?;
                continue;
            };
            let words = way_on(visit).await?.text().await?;
            let amount = match preset {
                Some(amount) => format!("${amount}"),
                None if is_typed && runs_scripts => format!("${}", TYPED.1),
                None => "an amount of your choice".into(),
            };
            let beginning = format!("Continue to give {amount} ");
            let how_often = words.strip_prefix(&beginning).ok_or_else(|| format!("{words} for {amount}"))?;
            let choice = Choice { amount: &amount, is_own: preset.is_none(), how_often, runs_scripts };
            let told = visit.page.text_of(".hand-off > p").await?;
            ensure!(told.ends_with(&format!("this site. {}", said(&choice))), "{told:?} is said for {words}");
            go_on(visit).await?;
            let link = format!("{}{rest}", hosted.origin());
            wait_for_hosted_page_at(visit, &link).await.map_err(|stop| stop.at(&words))?;
            let asked = hosted.asked_of(Paths::All);
            let last = asked.iter().rev().find(|asked| asked.is_for_a_page);
            let arrived = last.map(|asked| match &asked.query {
                Some(query) => format!("{}?{query}", asked.path),
                None => asked.path.clone(),
            });
            ensure_eq!(arrived.as_deref(), rest.split('#').next(), "what arrived for {words}");
        }
    }
    Ok(())
}

/// Another amount can be given once only, and that is said.
async fn ensure_impossible(visit: &Visit<'_>, runs_scripts: bool) -> Outcome {
    const WORDS: &str = "An amount of your own can be given once";
    if runs_scripts {
        go_on(visit).await?;
        let said = visit.page.text_of(".error-summary a").await?;
        ensure!(said.starts_with(WORDS), "said: {said}");
        let own = visit.page.text_of("fieldset:has(#once) .error-message").await?;
        ensure!(own.contains(WORDS), "at the question stands {own}");
        visit.page.click(".error-summary a").await?;
        ensure!(visit.page.ask("document.activeElement.id === 'monthly'").await?, "the link leads elsewhere");
    } else {
        ensure!(visit.page.text_of(".hand-off__ways").await?.starts_with(WORDS), "nothing is said");
    }
    Ok(())
}

async fn each_choice_arrives_at_a_plain_page(visit: &mut Visit<'_>) -> Outcome {
    ensure_each_choice_arrives(visit, "plain-page", true).await
}

async fn each_choice_arrives_at_every_org(visit: &mut Visit<'_>) -> Outcome {
    ensure_each_choice_arrives(visit, "every-org", true).await
}

async fn each_choice_arrives_at_givebutter(visit: &mut Visit<'_>) -> Outcome {
    ensure_each_choice_arrives(visit, "givebutter", true).await
}

async fn each_choice_arrives_at_paypal(visit: &mut Visit<'_>) -> Outcome {
    ensure_each_choice_arrives(visit, "paypal", true).await
}

async fn each_choice_arrives_at_stripe(visit: &mut Visit<'_>) -> Outcome {
    ensure_each_choice_arrives(visit, "stripe", true).await
}

async fn each_choice_arrives_at_donorbox(visit: &mut Visit<'_>) -> Outcome {
    ensure_each_choice_arrives(visit, "donorbox", true).await
}

/// The same without scripts.
pub mod with_scripts_off {
    use super::{Outcome, Visit, ensure_each_choice_arrives};

    crate::sentences![with scripts off:
        with_scripts_off_each_choice_arrives_at_a_plain_page_and_every_org,
        with_scripts_off_each_choice_arrives_at_givebutter,
        with_scripts_off_each_choice_arrives_at_paypal_stripe_and_donorbox,
        with_scripts_off_a_form_refuses_what_is_no_number,
    ];

    async fn with_scripts_off_each_choice_arrives_at_a_plain_page_and_every_org(
        visit: &mut Visit<'_>,
    ) -> Outcome {
        ensure_each_choice_arrives(visit, "plain-page", false).await?;
        ensure_each_choice_arrives(visit, "every-org", false).await
    }

    async fn with_scripts_off_each_choice_arrives_at_givebutter(visit: &mut Visit<'_>) -> Outcome {
        ensure_each_choice_arrives(visit, "givebutter", false).await
    }

    async fn with_scripts_off_each_choice_arrives_at_paypal_stripe_and_donorbox(
        visit: &mut Visit<'_>,
    ) -> Outcome {
        for provider in ["paypal", "stripe", "donorbox"] {
            ensure_each_choice_arrives(visit, provider, false).await?;
        }
        Ok(())
    }

    async fn with_scripts_off_a_form_refuses_what_is_no_number(visit: &mut Visit<'_>) -> Outcome {
        super::ensure_refused(visit).await
    }
}

/// Without scripts the browser itself holds what is typed against the field's pattern.
async fn ensure_refused(visit: &mut Visit<'_>) -> Outcome {
    let example = example("every-org")?;
    let edition = Edition::giving(|file| put(&example, file))?;
    let hosted = Site::open_hosted_page().await?;
    visit.site.lead("https://www.every.org", hosted.origin());
    visit.site.renew(edition.router()).await?;
    for typed in ["", "fifty", "1,000", "-5", "1e3", "12.345"] {
        visit.page.open(DONATE).await?;
        type_amount(visit, typed).await?;
        go_on(visit).await?;
        let is_refused =
            "document.querySelector('#other-amount:invalid') && location.pathname === '/donate/'";
        ensure!(visit.page.ask(&format!("Boolean({is_refused})")).await?, "{typed:?} is taken");
    }
    ensure!(hosted.asked_of(Paths::All).is_empty(), "something was sent");
    Ok(())
}
