//! Every link is the template with the choice in it, byte for byte, and can be nothing else.

use count_me_in::model::{
    Amount, Chosen, Currency, FixedLink, Frequency, Giving, HandOff, LinkTemplate, LinkTemplateError, Place,
    Provider,
};
use proptest::prelude::*;
use url::Url;

fn giving(provider: Provider, template: &str) -> Giving {
    Giving {
        provider,
        name: "A page".to_owned(),
        hand_off: HandOff::Template(template.parse().unwrap()),
        presets: Vec::new(),
        minimum: Amount::from_minor(1),
        maximum: Amount::LARGEST,
        frequencies: Frequency::ALL.to_vec(),
        facts: Vec::new(),
    }
}

#[test]
fn each_provider_gets_the_link_of_its_documentation() {
    let fifty = Chosen::Preset(Amount::from_minor(5_000));
    let odd = Chosen::Preset(Amount::from_minor(1_250));
    for (provider, template, chosen, frequency, link) in [
        (
            Provider::EveryOrg,
            "https://www.every.org/castla?amount={amount}&frequency={frequency}#/donate",
            fifty,
            Frequency::Monthly,
            "https://www.every.org/castla?amount=50&frequency=monthly#/donate",
        ),
        (
            Provider::EveryOrg,
            "https://www.every.org/castla?amount={amount}&frequency={frequency}#/donate",
            Chosen::Other,
            Frequency::Once,
            "https://www.every.org/castla?frequency=once#/donate",
        ),
        (
            Provider::Givebutter,
            "https://givebutter.com/castla?amount={amount}&frequency={frequency}",
            odd,
            Frequency::Once,
            "https://givebutter.com/castla?amount=12.50",
        ),
        (
            Provider::Givebutter,
            "https://givebutter.com/castla?amount={amount}&frequency={frequency}",
            Chosen::Other,
            Frequency::Quarterly,
            "https://givebutter.com/castla?frequency=quarterly",
        ),
        (
            Provider::Paypal,
            "https://www.paypal.com/donate?hosted_button_id=ABC123&amount={amount}",
            odd,
            Frequency::Monthly,
            "https://www.paypal.com/donate?hosted_button_id=ABC123&amount=12.50",
        ),
        (
            Provider::Donorbox,
            "https://donorbox.org/castla?default_interval={frequency}",
            fifty,
            Frequency::Monthly,
            "https://donorbox.org/castla?default_interval=m",
        ),
        (
            Provider::Donorbox,
            "https://donorbox.org/castla?default_interval={frequency}&amount={amount}",
            fifty,
            Frequency::Once,
            "https://donorbox.org/castla?default_interval=o&amount=50",
        ),
        (
            Provider::PlainPage,
            "https://www.mightycause.com/organization/Cast",
            fifty,
            Frequency::Yearly,
            "https://www.mightycause.com/organization/Cast",
        ),
    ] {
        assert_eq!(provider.flaws(&template.parse().unwrap()), Vec::new(), "{template}");
        let found = giving(provider, template).link(chosen, frequency, "en");
        assert_eq!(found.as_deref(), Some(link), "{provider:?}");
    }
}

#[test]
fn language_and_source_go_along_where_the_template_has_a_place_for_them() {
    let template =
        "https://givebutter.com/castla?amount={amount}&frequency={frequency}&locale={lang}&ref={source}";
    let giving = giving(Provider::Givebutter, template);
    let base = "https://givebutter.com/castla?amount=25&frequency=yearly&locale=es";
    // The build knows no source; in the browser `giving.js` puts it in.
    let amount = Chosen::Preset(Amount::from_minor(2_500));
    assert_eq!(giving.link(amount, Frequency::Yearly, "es").as_deref(), Some(base));
    let link = giving.template().unwrap().fill(|place| match place {
        Place::Amount => Some("25"),
        Place::Frequency => Some("yearly"),
        Place::Lang => Some("es"),
        Place::Source => Some("budget-deal-2018"),
    });
    assert_eq!(link, format!("{base}&ref=budget-deal-2018"));
}

#[test]
fn fixed_links_are_found_by_the_whole_choice() {
    let link = |amount: Option<u32>, frequency, url: &str| FixedLink {
        amount: amount.map(Amount::from_minor),
        frequency,
        link: url.parse().unwrap(),
    };
    let mut giving = giving(Provider::Stripe, "https://buy.stripe.com/unused");
    giving.hand_off = HandOff::Links(vec![
        link(Some(5_000), Frequency::Once, "https://buy.stripe.com/a50"),
        link(Some(5_000), Frequency::Monthly, "https://buy.stripe.com/m50"),
        link(None, Frequency::Once, "https://buy.stripe.com/any"),
    ]);
    let fifty = Chosen::Preset(Amount::from_minor(5_000));
    let found = |chosen, frequency| giving.link(chosen, frequency, "en");
    assert_eq!(found(fifty, Frequency::Monthly).as_deref(), Some("https://buy.stripe.com/m50"));
    assert_eq!(found(Chosen::Other, Frequency::Once).as_deref(), Some("https://buy.stripe.com/any"));
    assert_eq!(found(Chosen::Other, Frequency::Monthly), None);
    assert_eq!(serde_json::to_value(Currency::UsDollar).unwrap(), "USD");
}

#[test]
fn a_template_that_could_lead_elsewhere_is_refused() {
    for (text, error) in [
        ("http://www.every.org/castla", LinkTemplateError::NotSecure),
        ("javascript:alert(1)", LinkTemplateError::NotSecure),
        ("//www.every.org/castla", LinkTemplateError::NotSecure),
        ("https://www.every.org", LinkTemplateError::NoPage),
        ("https://www.every.org@evil.org/", LinkTemplateError::NoPage),
        ("https://www.every.org:443/castla", LinkTemplateError::NoPage),
        ("https://WWW.every.org/castla", LinkTemplateError::NoPage),
        ("https://www.every.org/../castla", LinkTemplateError::NoPage),
        ("https://www.every.org/%2e%2e/castla", LinkTemplateError::NoPage),
        ("https://www.every.org\\@evil.org/", LinkTemplateError::NoPage),
        ("https://127.0.0.1/castla", LinkTemplateError::NoPage),
        ("https://{source}.evil.org/", LinkTemplateError::NoPage),
        ("https://www.every.org/{amount}", LinkTemplateError::NoPage),
        ("https://xn--vry-9pa.org/castla", LinkTemplateError::NoPage),
        ("https://www.evéry.org/castla", LinkTemplateError::NoPage),
        ("https://a.org/?a=x{amount}", LinkTemplateError::NotPlain("a=x{amount}".into())),
        ("https://a.org/?a={amounts}", LinkTemplateError::NotPlain("a={amounts}".into())),
        ("https://a.org/?{amount}=a", LinkTemplateError::NotPlain("{amount}=a".into())),
        ("https://a.org/?a", LinkTemplateError::NotPlain("a".into())),
        ("https://a.org/?a=\"><script>", LinkTemplateError::NotPlain("a=\"><script>".into())),
        ("https://a.org/?a=b#{source}", LinkTemplateError::NotPlain("{source}".into())),
        ("https://a.org/?a={amount}&a=b", LinkTemplateError::Twice("a=b".into())),
        ("https://a.org/?a={amount}&b={amount}", LinkTemplateError::Twice("b={amount}".into())),
    ] {
        assert_eq!(text.parse::<LinkTemplate>(), Err(error), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

    /// Whatever passes as a template: a browser writes its link as we do, on the host that the editor wrote.
    #[test]
    fn a_browser_reads_each_link_as_it_was_written(
        text in "https://[a-z0-9.-]{1,8}\\.(org|com)/[a-z~._/-]{0,6}(\\?[ab]=(\\{amount\\}|\\{source\\}|[!-~]{1,3})(&c=(\\{lang\\}|[!-~]{1,2}))?)?(#[!-~]{1,3})?",
        minor in 0..=Amount::LARGEST.to_minor(),
        source in "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}",
    ) {
        let Ok(template) = text.parse::<LinkTemplate>() else { return Ok(()) };
        let amount = Amount::from_minor(minor).to_decimal();
        let link = template.fill(|place| match place {
            Place::Amount => Some(&amount),
            Place::Source => Some(&source),
            Place::Frequency | Place::Lang => Some("monthly"),
        });
        let read = Url::parse(&link).unwrap();
        prop_assert_eq!(read.as_str(), &link);
        prop_assert_eq!(read.host_str(), Some(template.host()));
        prop_assert_eq!(read.fragment(), template.fragment());
        // And a form, or URLSearchParams, writes the query as we do.
        if let Some(query) = read.query() {
            let pairs = url::form_urlencoded::parse(query.as_bytes());
            let written = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            prop_assert_eq!(written, query);
        }
    }
}
