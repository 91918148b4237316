//! The editor's files: each mistake is reported with its place and what to write, all in one run, and
//! what is right reaches the browser as it was written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

mod desk;
#[path = "../giving/examples.rs"]
mod examples;
mod giving;
mod help;

use std::fs;

use count_me_in::{
    content::{PageData, Payload},
    editorial::{self, Library},
    model::{Edtf, Leaving},
    prerender,
};
use serde_json::{Value, json};

use desk::{Desk, root};

const VISAS: &str = "news/harder-for-survivors-to-get-visas.json";
const BUDGET: &str = "news/budget-deal-cuts-trafficking-funding.json";

/// The content of the site.
fn published() -> Library {
    editorial::read(&root().join("content")).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The day of a build.
fn today() -> Edtf {
    "2026-11-23".parse().unwrap()
}

/// What the browser tests have measured.
fn leaving() -> Leaving {
    prerender::leaving(&root().join("measured/leaving.json")).unwrap_or_else(|failure| panic!("{failure}"))
}

/// Spoils one field of one item and expects exactly one problem: its file, its place, and a piece of what
/// to write.
fn expect(place: &str, found: &str, remedy: &str, change: impl FnOnce(&mut Value)) {
    let desk = Desk::new();
    desk.edit(VISAS, change);
    let problems = desk.problems();
    let [problem] = problems.as_slice() else {
        panic!("expected one problem at {place}, got {problems:#?}");
    };
    assert_eq!((problem.file.as_str(), problem.place.as_str()), (VISAS, place));
    assert!(problem.found.contains(found), "{problem}");
    assert!(problem.remedy.contains(remedy), "{problem}");
}

#[test]
fn the_content_is_right_as_it_is() {
    assert_eq!(Desk::new().report(), Vec::<String>::new());
}

#[test]
fn a_date_that_no_calendar_has_is_reported() {
    expect("published", "2018-02-30", "2018-01-30", |item| item["published"] = json!("2018-02-30"));
    expect("updates[0].date", "last week", "2018-08-31", |item| {
        item["updates"][0]["date"] = json!("last week");
    });
}

#[test]
fn a_title_that_says_nothing_is_reported() {
    expect("title", "\"\"", "title as it was published", |item| item["title"] = json!(""));
    expect("title", "\" \"", "title as it was published", |item| item["title"] = json!(" "));
}

#[test]
fn an_unknown_field_is_reported_with_the_known_ones() {
    expect("subtitel", "unknown field", "subtitle", |item| item["subtitel"] = json!("x"));
    expect("source.link", "unknown field", "outlet", |item| item["source"]["link"] = json!("x"));
}

#[test]
fn a_missing_field_is_reported_with_what_to_write() {
    expect("summary", "nothing", "one or two sentences", |item| {
        item.as_object_mut().unwrap().remove("summary");
    });
}

#[test]
fn a_value_of_the_wrong_kind_is_reported() {
    expect("order", "\"one\"", "whole number", |item| item["order"] = json!("one"));
    expect("kind", "\"gossip\"", "press-release", |item| item["kind"] = json!("gossip"));
    expect("body[0].text", "7", "blocks", |item| item["body"][0]["text"] = json!(7));
}

#[test]
fn a_source_that_is_no_whole_web_address_is_reported() {
    for address in ["/news", "theappeal.org/story", "javascript:alert(1)", "ftp://theappeal.org/"] {
        expect("source.url", address, "https://", |item| item["source"]["url"] = json!(address));
    }
}

#[test]
fn a_topic_that_does_not_exist_is_reported_with_those_that_do() {
    expect("topics[1]", "weather", "legislation, survivors", |item| item["topics"][1] = json!("weather"));
}

#[test]
fn a_related_item_that_does_not_exist_is_reported() {
    expect("related[0]", "nowhere", "slug of another item", |item| item["related"][0] = json!("nowhere"));
}

#[test]
fn a_misprint_that_is_not_in_the_title_is_reported() {
    expect("title_misprint.printed", "Makes", "exactly as the title", |item| {
        item["title_misprint"] = json!({ "printed": "Makes", "meant": "Make" });
    });
}

#[test]
fn two_items_cannot_have_one_place_in_the_feed() {
    expect("order", "content/news/budget-deal", "no other item", |item| item["order"] = json!(2));
}

#[test]
fn two_items_cannot_have_one_name() {
    let desk = Desk::new();
    desk.edit(BUDGET, |item| item["slug"] = json!("harder-for-survivors-to-get-visas"));
    let report = desk.report().join("\n");
    assert!(
        report.contains("which content/news/budget-deal-cuts-trafficking-funding.json has too"),
        "{report}"
    );
    assert!(report.contains("rename the file"), "{report}");
}

#[test]
fn invalid_json_is_reported_with_line_and_column() {
    let desk = Desk::new();
    desk.write(VISAS, "{\n  \"slug\": \"a\",\n  \"order\": 1,,\n}\n");
    let problems = desk.problems();
    let broken = problems.iter().find(|problem| problem.file == VISAS).unwrap();
    assert_eq!(broken.place, "line 3, column 14");
}

#[test]
fn all_problems_of_all_files_are_reported_in_one_run() {
    let desk = Desk::new();
    desk.edit(VISAS, |item| {
        item["title"] = json!("");
        item["published"] = json!("soon");
        item["source"]["url"] = json!("nowhere");
        item["colour"] = json!("red");
    });
    desk.edit(BUDGET, |item| item["summary"] = json!(""));
    desk.write("topics.json", "{");
    let report = desk.report().join("\n");
    for piece in [
        "visas.json: title: ",
        "visas.json: published: ",
        "visas.json: source.url: ",
        "visas.json: colour: ",
        "funding.json: summary: ",
        "topics.json: line 1, column 1: ",
    ] {
        assert!(report.contains(piece), "{piece} is missing in\n{report}");
    }
}

#[test]
fn a_long_feed_is_cut_into_pages_of_twenty_that_know_their_number() {
    let desk = Desk::new();
    for number in 15..=45 {
        let file = format!("news/copy-{number}.json");
        desk.write(&file, &fs::read_to_string(desk.path(BUDGET)).unwrap());
        desk.edit(&file, |item| {
            item["slug"] = json!(format!("copy-{number}"));
            item["order"] = json!(number);
        });
    }
    let library = editorial::read(desk.folder()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let home: Vec<_> = library.feeds().into_iter().filter(|(key, _)| key.topic.is_none()).collect();
    let sizes: Vec<usize> = home.iter().map(|(_, feed)| feed.stories.len()).collect();
    assert_eq!(sizes, [20, 20, 5]);
    assert!(home.iter().all(|(key, feed)| key.page == feed.page && feed.pages.get() == 3));
    let addresses: Vec<String> =
        prerender::pages(&library, &leaving(), today()).into_iter().map(|page| page.address).collect();
    for address in ["/", "/page/2/", "/page/3/", "/topics/legislation/page/2/", "/news/copy-45/"] {
        assert!(addresses.iter().any(|other| other == address), "{address}");
    }
}

#[test]
fn the_schemas_for_editors_are_those_of_the_types() {
    for (name, schema) in editorial::schemas().files() {
        let kept = fs::read_to_string(root().join("content").join(name)).unwrap_or_default();
        assert!(kept == schema, "content/{name} is old: run `cargo run -- schemas` and commit it");
    }
}

#[test]
fn what_the_generator_writes_is_what_the_browser_reads() {
    for page in prerender::pages(&published(), &leaving(), today()) {
        let text = serde_json::to_string(&page).unwrap();
        assert_eq!(PageData::parse(&text).as_ref(), Some(&page), "{}", page.address);
    }
}

#[test]
fn damaged_data_is_refused_and_never_half_read() {
    let pages = prerender::pages(&published(), &leaving(), today());
    let safety = pages.iter().find(|page| matches!(page.payload, Payload::Document(_))).unwrap();
    let damage: [(&PageData, &str, Value); 7] = [
        (&pages[0], "/payload/feed/page", json!(0)),
        (&pages[0], "/payload/feed/page", json!(1.5)),
        (&pages[0], "/payload/feed/stories/0/slug", json!("../x")),
        (&pages[0], "/payload/feed/stories/0/kind", json!("gossip")),
        (&pages[0], "/payload/feed/stories/0/published", json!("2018-13")),
        (&pages[0], "/site/organisation/exit", json!("javascript:alert(1)")),
        (safety, "/payload/document/html", json!(["<p>"])),
    ];
    for (page, place, value) in damage {
        let mut page = serde_json::to_value(page).unwrap();
        *page.pointer_mut(place).unwrap() = value;
        assert_eq!(PageData::parse(&page.to_string()), None, "{place}");
    }
    let text = serde_json::to_string(&pages[0]).unwrap();
    assert_eq!(PageData::parse(&text[..text.len() / 2]), None);
}
