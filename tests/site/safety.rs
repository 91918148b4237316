//! What the finished pages say about reading safely and finding help.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use count_me_in::{
    messages::{document_messages, messages},
    model::{ChannelKind, Finding, Seen, Service, Situation},
    routes::{Frame, Route},
};
use scraper::{ElementRef, Html, Selector};

use crate::{all, attributes, dist, leaving, library, pages, text};

#[test]
fn every_page_offers_to_read_safely() {
    let address = Route::Safety.address();
    let [app, embed] = [Route::App, Route::Embed].map(|route| route.address());
    for (page_address, page) in &pages() {
        let expected = [(".safe-reading", vec![&address]), (".site-footer", vec![&address, &app, &embed])];
        for (place, expected) in expected {
            let links = attributes(page, &format!("{place} a[href^='/']"), "href");
            assert_eq!(links.iter().collect::<Vec<_>>(), expected, "{page_address}: {place}");
        }
        assert_eq!(all(page, ".safe-reading button[data-dismiss=safe-reading]").len(), 1, "{page_address}");
        let is_put_away = all(page, ".safe-reading[hidden]").len() == 1;
        assert_eq!(is_put_away, *page_address == address, "{page_address}");
    }
}

/// By situation and browser, the questions of the table's head with their answers; none where it could not be tried.
type Answers = BTreeMap<(usize, String), Vec<(String, String)>>;

/// What a reader sees in the table.
fn told(page: &Html) -> Answers {
    let words = |place: ElementRef<'_>| place.text().collect::<String>().replace('\u{a0}', " ");
    let select = |place: ElementRef<'_>, selector: &str| -> Vec<String> {
        place.select(&Selector::parse(selector).unwrap()).map(words).collect()
    };
    let questions: Vec<String> = all(page, ".leaving-table th[scope=col]").into_iter().map(words).collect();
    let mut told = Answers::new();
    for (situation, body) in all(page, ".leaving-table tbody").into_iter().enumerate() {
        for row in body.select(&Selector::parse("tr").unwrap()).skip(1) {
            let answers = select(row, "td:not([colspan]) span[class]");
            assert!(answers.is_empty() || answers.len() == questions.len() - 1, "{answers:?}");
            let answers: Vec<_> = questions[1..].iter().cloned().zip(answers).collect();
            for browser in select(row, "th").iter().flat_map(|browsers| browsers.split(", ")) {
                told.insert((situation, browser.to_owned()), answers.clone());
            }
        }
    }
    told
}

/// What the tests found, in the table's words.
fn found(findings: &[Finding]) -> Answers {
    let words = document_messages();
    let answers = |seen: &Seen| {
        let seen = [
            (words.leaving_blank, seen.blank),
            (words.leaving_destination, seen.destination),
            (words.leaving_history, seen.history),
            (words.leaving_storage, seen.storage),
        ];
        seen.map(|(question, is_so)| (question.to_owned(), if is_so { "Yes" } else { "No" }.to_owned()))
    };
    let place = |situation| Situation::ALL.iter().position(|other| *other == situation).unwrap();
    findings
        .iter()
        .map(|finding| {
            let seen = finding.seen.as_ref().map(|seen| answers(seen).to_vec()).unwrap_or_default();
            ((place(finding.situation), finding.browser.clone()), seen)
        })
        .collect()
}

#[test]
fn a_page_goes_blank_in_browsers_without_layers_or_nesting() {
    for address in [Route::HOME.address(), Frame::Hotline.address()] {
        let file = fs::read_to_string(dist().join(format!("{}index.html", &address[1..]))).unwrap();
        let style = file.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        let rule = "[data-left]>body{display:none!important}";
        let before = style.split_once(rule).unwrap_or_else(|| panic!("{address} lacks {rule}")).0;
        assert_eq!(before.matches('{').count(), before.matches('}').count(), "{address}: it is in another");
    }
}

#[test]
fn the_table_tells_all_that_the_tests_saw_and_nothing_else() {
    let pages = pages();
    let page = &pages[&Route::Safety.address()];
    let leaving = leaving();
    let table = text(page, ".leaving-table table");
    assert_eq!(told(page), found(&leaving.findings));
    assert!(table.contains(&messages().date(leaving.tested)), "{table}");
    assert_eq!(attributes(page, ".leaving-table code", "title"), [leaving.code.as_str()]);
    let browsers: BTreeSet<&str> = leaving.findings.iter().map(|finding| finding.browser.as_str()).collect();
    let missing: Vec<(Situation, &str)> = Situation::ALL
        .into_iter()
        .flat_map(|situation| browsers.iter().map(move |browser| (situation, *browser)))
        .filter(|case| leaving.findings.iter().all(|finding| (finding.situation, &*finding.browser) != *case))
        .collect();
    assert_eq!(missing, [], "measure what is missing: REMEASURE=1 cargo test --test browser -- leaving");
    assert_eq!(all(page, ".leaving-table tbody").len(), Situation::ALL.len());
}

#[test]
fn the_safety_page_names_where_leaving_leads() {
    let library = library();
    let pages = pages();
    let words = text(&pages[&Route::Safety.address()], "main");
    assert!(words.contains(library.site().organisation.exit.host()), "{words}");
}

#[test]
fn every_way_to_get_help_says_its_hours_its_languages_and_what_stays_on_the_phone() {
    let library = library();
    let pages = pages();
    let page = &pages[&Route::Help.address()];
    let ways = all(page, ".hotline li");
    assert_eq!(ways.len(), library.site().organisation.help.len());
    for channel in &library.site().organisation.help {
        let way = ways.iter().find(|way| {
            let words: String = way.text().collect();
            words.contains(&channel.label) && way.inner_html().contains(&channel.href)
        });
        let words: String = way.unwrap_or_else(|| panic!("{} is missing", channel.label)).text().collect();
        let trace = match channel.kind {
            ChannelKind::Call | ChannelKind::Tty => "call log",
            ChannelKind::Text => "messages",
            ChannelKind::Chat => "history",
        };
        assert!(words.contains(trace) && words.contains("Languages: "), "{words}");
        assert_eq!(words.contains("24 hours"), channel.service != Service::Emergency, "{words}");
    }
    assert_eq!(attributes(page, "main .notice a", "href"), [Route::Safety.address()]);
}
