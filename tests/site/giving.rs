//! What the finished pages say about giving, and where they lead.

use std::collections::BTreeSet;

use count_me_in::{
    messages::document_messages,
    model::Chosen,
    routes::{Route, donate_from},
};

use crate::{all, articles, attributes, library, pages, text};

#[test]
fn nothing_is_chosen_beforehand_that_costs_more_than_meant() {
    let pages = pages();
    let page = &pages[&Route::Donate.address()];
    assert_eq!(attributes(page, "input[checked]", "id"), ["amount-other", "once"]);
    assert_eq!(attributes(page, "input[type=text]", "value"), Vec::<String>::new());
}

#[test]
fn without_scripts_there_is_one_way_for_each_choice_and_each_says_what_it_does() {
    let pages = pages();
    let page = &pages[&Route::Donate.address()];
    let library = library();
    let giving = library.giving();
    let amounts = giving.presets.iter().map(|preset| Chosen::Preset(preset.amount)).chain([Chosen::Other]);
    // Without a plain form, another amount is a link, too, where it can be given so.
    let is_link = |chosen: &Chosen| *chosen != Chosen::Other || giving.plain_form().is_none();
    let expected: Vec<String> = giving
        .frequencies
        .iter()
        .flat_map(|frequency| amounts.clone().filter(is_link).map(move |chosen| (chosen, *frequency)))
        .filter_map(|(chosen, frequency)| giving.link(chosen, frequency, "en"))
        .collect();
    assert_eq!(attributes(page, ".hand-off a[data-amount]", "href"), expected);
    let words: BTreeSet<String> =
        all(page, ".hand-off a[data-amount]").iter().map(|link| link.text().collect()).collect();
    assert_eq!(words.len(), expected.len());
    let first = document_messages().money(giving.presets[0].amount);
    assert!(words.contains(&format!("Continue to give {first} once")), "{words:?}");
    // A form sends something only where it can be all of the choice.
    assert_eq!(all(page, "form[action]").len(), usize::from(giving.plain_form().is_some()));
    assert!(text(page, ".hand-off").contains(giving.host()));
}

#[test]
fn every_fact_has_its_source() {
    let pages = pages();
    let page = &pages[&Route::Donate.address()];
    let library = library();
    let facts = &library.giving().facts;
    assert_ne!(facts.as_slice(), []);
    let sources: Vec<&str> = facts.iter().map(|fact| fact.source.as_str()).collect();
    assert_eq!(attributes(page, ".giving-facts a", "href"), sources);
    assert!(facts.iter().all(|fact| text(page, ".giving-facts").contains(&fact.text)));
    let effects = library.giving().presets.iter().filter_map(|preset| preset.effect.as_ref());
    let sources: Vec<&str> = effects.map(|effect| effect.source.as_str()).collect();
    assert_eq!(attributes(page, "p.giving-form__note[data-amount] a", "href"), sources);
}

#[test]
fn links_to_giving_load_its_script_and_carry_the_article_s_name_alone() {
    let mut carried = 0;
    for (address, page) in &pages() {
        let expected = donate_from(&Route::parse(address));
        for link in all(page, "a[href^='/donate/']") {
            assert_eq!(link.attr("target"), Some("_self"), "{address}");
            assert_eq!(link.attr("href"), Some(expected.as_str()), "{address}");
            carried += usize::from(expected.contains("?from="));
        }
    }
    assert_eq!(carried, 2 * articles().len());
}

#[test]
fn the_thanks_name_neither_amount_nor_person_and_ask_for_nothing() {
    let pages = pages();
    let page = &pages[&Route::Thanks.address()];
    let words = text(page, "main");
    assert!(words.contains("Thank you"), "{words}");
    assert!(!words.contains('$') && !words.contains("receipt"), "{words}");
    assert_eq!(all(page, "main input, main form, .count-me-in").len(), 0);
    assert_eq!(all(page, ".help-bar a[href='tel:+18885392373'], main a[href='tel:+18885392373']").len(), 2);
}

#[test]
fn what_is_shared_is_the_site_s_own_address_and_out_of_sight_without_scripts() {
    for address in [Route::Donate, Route::Thanks].map(|route| route.address()) {
        let pages = pages();
        let page = &pages[&address];
        assert_eq!(attributes(page, "[data-share]", "data-share"), ["/"], "{address}");
        assert_eq!(
            all(page, "[data-share]:not([hidden]), [data-command]:not([hidden])").len(),
            0,
            "{address}"
        );
        assert_eq!(attributes(page, "[data-command]", "data-command"), ["share", "copy"], "{address}");
    }
}
