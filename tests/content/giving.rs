//! Each mistake that can be made in how to give, and each provider's example, which has none.

use count_me_in::{editorial, model::Provider};
use serde_json::{Value, json};

use super::{
    desk::Desk,
    examples::{examples, put},
};

const FILE: &str = "giving.json";

/// The example of a provider.
fn example(provider: &str) -> Value {
    examples().into_iter().find(|example| example["provider"] == provider).unwrap()
}

/// Changes the example of a provider and expects exactly one problem: its place, what was found, what to write.
fn expect(provider: &str, place: &str, found: &str, remedy: &str, change: impl FnOnce(&mut Value)) {
    let desk = Desk::new();
    desk.edit(FILE, |file| {
        put(&example(provider), file);
        change(file);
    });
    let problems = desk.problems();
    let [problem] = problems.as_slice() else {
        panic!("expected one problem at {place}, got {problems:#?}");
    };
    assert_eq!((problem.file.as_str(), problem.place.as_str()), (FILE, place), "{problem}");
    assert!(problem.found.contains(found), "{problem}");
    assert!(problem.remedy.contains(remedy), "{problem}");
}

#[test]
fn each_provider_has_an_example_that_is_right() {
    let examples = examples();
    let names: Vec<&Value> = examples.iter().map(|example| &example["provider"]).collect();
    for provider in Provider::ALL {
        assert!(names.contains(&&serde_json::to_value(provider).unwrap()), "{provider:?} has no example");
    }
    for example in &examples {
        let desk = Desk::new();
        desk.edit(FILE, |file| put(example, file));
        assert_eq!(desk.report(), Vec::<String>::new(), "{example}");
        assert_eq!(
            serde_json::to_value(editorial::read(desk.folder()).unwrap().giving().provider).unwrap(),
            example["provider"]
        );
    }
}

#[test]
fn a_gift_never_goes_over_an_open_line() {
    expect("plain-page", "template", "http://www.mightycause.com/", "starts with https://", |file| {
        file["template"] = json!("http://www.mightycause.com/");
    });
    expect("stripe", "links[0].url", "http://buy.stripe.com/a", "starts with https://", |file| {
        file["links"][0]["url"] = json!("http://buy.stripe.com/a");
    });
}

#[test]
fn a_template_that_lacks_what_its_provider_needs_is_reported() {
    for (provider, template, found, remedy) in [
        ("every-org", "https://www.every.org/castla?amount={amount}#/donate", "no frequency", "{frequency}"),
        (
            "every-org",
            "https://www.every.org/castla?amount={amount}&frequency={frequency}",
            "no #/donate",
            "#/donate",
        ),
        (
            "every-org",
            "https://www.every.org/?amount={amount}&frequency={frequency}#/donate",
            "no name of the organization",
            "its name",
        ),
        ("givebutter", "https://givebutter.com/castla?frequency={frequency}", "no amount", "amount={amount}"),
        ("paypal", "https://www.paypal.com/donate?amount={amount}", "no hosted_button_id", "the button's id"),
        ("paypal", "https://www.paypal.com/give?hosted_button_id=A&amount={amount}", "/give", "/donate"),
        ("donorbox", "https://donorbox.org/castla", "no default_interval", "default_interval={frequency}"),
    ] {
        expect(provider, "template", found, remedy, |file| file["template"] = json!(template));
    }
}

#[test]
fn a_template_that_leads_to_somebody_else_is_reported() {
    for (provider, template) in [
        ("every-org", "https://www.every.org.evil.com/castla?amount={amount}&frequency={frequency}#/donate"),
        ("paypal", "https://www.paypa1.com/donate?hosted_button_id=ABC123&amount={amount}"),
        ("donorbox", "https://donorbox.com/castla?default_interval={frequency}"),
    ] {
        expect(provider, "template", "the host", "Write https://", |file| file["template"] = json!(template));
    }
    // Every link is on that host, so that nothing else is wrong with them.
    let desk = Desk::new();
    desk.edit(FILE, |file| {
        put(&example("stripe"), file);
        for link in file["links"].as_array_mut().unwrap() {
            link["url"] = json!(link["url"].as_str().unwrap().replace("stripe", "stirpe"));
        }
    });
    let report = desk.report();
    assert_eq!(report.len(), 5, "{report:#?}");
    assert!(report.iter().all(|line| line.contains("https://buy.stripe.com/")), "{report:#?}");
}

#[test]
fn a_place_that_the_provider_does_not_take_over_is_reported() {
    for (provider, template) in [
        ("plain-page", "https://www.mightycause.com/cast?amount={amount}"),
        ("plain-page", "https://www.mightycause.com/cast?ref={source}"),
        ("paypal", "https://www.paypal.com/donate?hosted_button_id=A&amount={amount}&often={frequency}"),
        ("donorbox", "https://donorbox.org/castla?default_interval={frequency}&sum={amount}"),
    ] {
        expect(provider, "template", "{", "Remove it", |file| file["template"] = json!(template));
    }
    expect("plain-page", "template", "amounts", "{amount}", |file| {
        file["template"] = json!("https://www.mightycause.com/cast?a={amounts}");
    });
}

#[test]
fn presets_and_limits_have_to_fit_each_other() {
    expect("plain-page", "presets[0].amount", "2500", "3000 to 10000000", |file| {
        file["minimum"] = json!(3000);
    });
    expect("plain-page", "presets[3].amount", "25000", "100 to 20000", |file| {
        file["maximum"] = json!(20_000);
    });
    expect("plain-page", "presets[1].amount", "2500", "smallest first", |file| {
        file["presets"][1]["amount"] = json!(2500);
    });
    expect("plain-page", "presets[0].amount", "\"25\"", "in cents", |file| {
        file["presets"][0]["amount"] = json!("25");
    });
    expect("plain-page", "maximum", "1000000000", "999999999", |file| file["maximum"] = json!(1_000_000_000));
    expect("plain-page", "currency", "\"EUR\"", "USD", |file| file["currency"] = json!("EUR"));
    expect("plain-page", "presets[0].effect.source", "nothing", "source", |file| {
        file["presets"][0]["effect"] = json!({ "text": "A meal" });
    });
}

#[test]
fn a_frequency_has_to_be_one_that_the_provider_offers_and_once_is_always_among_them() {
    expect("donorbox", "frequencies[1]", "yearly", "another provider", |file| {
        file["frequencies"] = json!(["once", "yearly"]);
    });
    expect("every-org", "frequencies[1]", "quarterly", "another provider", |file| {
        file["frequencies"] = json!(["once", "quarterly"]);
    });
    expect("plain-page", "frequencies", "no `once`", "Write `once` too", |file| {
        file["frequencies"] = json!(["monthly"]);
    });
    expect("plain-page", "frequencies[1]", "\"weekly\"", "monthly", |file| {
        file["frequencies"] = json!(["once", "weekly"]);
    });
}

#[test]
fn links_have_to_be_there_for_each_choice_and_for_nothing_else() {
    expect("stripe", "links", "no link for 50, monthly", "Add the provider's link", |file| {
        file["links"].as_array_mut().unwrap().remove(3);
    });
    expect("stripe", "links", "an amount of the donor's own, once", "Add the provider's link", |file| {
        file["links"].as_array_mut().unwrap().remove(4);
    });
    expect("stripe", "links[5]", "not offered", "Remove it", |file| {
        let links = file["links"].as_array_mut().unwrap();
        links.push(json!({ "amount": 700, "frequency": "once", "url": "https://buy.stripe.com/o7" }));
    });
    expect("stripe", "links[5]", "second link", "one link for each", |file| {
        let links = file["links"].as_array_mut().unwrap();
        links.push(json!({ "frequency": "once", "url": "https://buy.stripe.com/other" }));
    });
    expect("stripe", "links[4].url", "donate.stripe.com", "one host", |file| {
        file["links"][4]["url"] = json!("https://donate.stripe.com/any");
    });
    expect("stripe", "template", "a template", "write `links`", |file| {
        file["template"] = json!("https://buy.stripe.com/any");
    });
    expect("every-org", "links", "beside a template", "only stripe", |file| {
        file["links"] = json!([{ "frequency": "once", "url": "https://buy.stripe.com/any" }]);
    });
    expect("every-org", "template", "nothing", "address of the provider", |file| {
        file.as_object_mut().unwrap().remove("template");
    });
}
