//! What no schema can see: whether files fit each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    files::{ChannelFile, NewsFile, OrganisationFile, TopicsFile},
    problem::Problem,
};
use crate::model::{ChannelKind, Service, Slug};

/// Whether the news items fit each other; `names` are the names of all files, so that a file that cannot
/// be read does not make every mention of it a problem of its own.
pub(super) fn news(
    news: &BTreeMap<String, NewsFile>,
    names: &[String],
    topics: Option<&TopicsFile>,
    problems: &mut Vec<Problem>,
) {
    let mut orders: BTreeMap<u32, &str> = BTreeMap::new();
    let mut slugs: BTreeMap<&Slug, &str> = BTreeMap::new();
    for (path, item) in news {
        if let Some(other) = orders.insert(item.order, path) {
            let found = format!("{}, which content/{other} has too", item.order);
            problems.push(Problem::new(path, "order", &found, "Write a number that no other item has"));
        }
        if let Some(other) = slugs.insert(&item.slug, path) {
            let found = format!("\"{}\", which content/{other} has too", item.slug);
            problems.push(Problem::new(path, "slug", &found, "Write a name that no other item has"));
        }
    }
    let is_item = |slug: &Slug| slugs.contains_key(slug) || names.contains(&format!("{slug}.json"));
    for (path, item) in news {
        let mut report = |place: &str, found: &str, remedy: &str| {
            problems.push(Problem::new(path, place, found, remedy));
        };
        if *path != format!("news/{}.json", item.slug) {
            report(
                "slug",
                &format!("\"{}\"", item.slug),
                "Write the name of the file without .json, or rename the file",
            );
        }
        for (index, topic) in item.topics.iter().enumerate() {
            if topics.is_some_and(|topics| topics.topics.iter().all(|known| known.slug != *topic)) {
                let known: Vec<&str> = topics
                    .into_iter()
                    .flat_map(|file| &file.topics)
                    .map(|known| known.slug.as_str())
                    .collect();
                let remedy = format!("Write a topic of content/topics.json: {}", known.join(", "));
                report(&format!("topics[{index}]"), &format!("\"{topic}\", an unknown topic"), &remedy);
            }
        }
        for (index, related) in item.related.iter().enumerate() {
            if *related == item.slug || !is_item(related) {
                let found = format!("\"{related}\", which is no other item");
                report(
                    &format!("related[{index}]"),
                    &found,
                    "Write the slug of another item in content/news/",
                );
            }
        }
        if let Some(misprint) = &item.title_misprint
            && !item.title.contains(&misprint.printed)
        {
            let found = format!("\"{}\", which is not in the title", misprint.printed);
            report(
                "title_misprint.printed",
                &found,
                "Write the misprinted words exactly as the title has them",
            );
        }
    }
}

pub(super) fn topics(file: &TopicsFile, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (index, topic) in file.topics.iter().enumerate() {
        if !seen.insert(&topic.slug) {
            let found = format!("\"{}\" a second time", topic.slug);
            let place = format!("topics[{index}].slug");
            problems.push(Problem::new("topics.json", &place, &found, "Write each topic once"));
        }
    }
}

pub(super) fn organisation(file: &OrganisationFile, problems: &mut Vec<Problem>) {
    let mut report = |place: String, found: &str, remedy: &str| {
        problems.push(Problem::new("organisation.json", &place, found, remedy));
    };
    let first_is_own = file
        .help
        .first()
        .is_some_and(|channel| channel.service == Service::Cast && channel.kind == ChannelKind::Call);
    if !first_is_own {
        report(
            "help[0]".to_owned(),
            "another service",
            "Write the organization's own hotline first: it is in the bar of every page",
        );
    }
    if file.exit.host() == file.website.host() {
        let found = format!("\"{}\"", file.exit.as_str());
        report("exit".to_owned(), &found, "Write an address on a host that is not the organization's own");
    }
    for (index, channel) in file.help.iter().enumerate() {
        let scheme = scheme(channel.kind);
        if !channel.href.starts_with(scheme) {
            let found = format!("\"{}\" for the kind {:?}", channel.href, channel.kind);
            let remedy = format!("Write a link that starts with `{scheme}`, or mend the kind");
            report(format!("help[{index}].href"), &found, &remedy);
        } else if !is_the_number_that_it_shows(channel) {
            let found = format!("\"{}\" under the label \"{}\"", channel.href, channel.label);
            report(format!("help[{index}].href"), &found, "Write the digits of the label, or mend the label");
        } else if let Some(vanity) = &channel.vanity
            && !spells_the_number(vanity, &digits(&channel.label))
        {
            let found = format!("\"{vanity}\" for the label \"{}\"", channel.label);
            report(
                format!("help[{index}].vanity"),
                &found,
                "Write letters on the keys of the label's digits",
            );
        }
    }
}

/// How the link of a channel starts: a text that would call, or a call that would open a page, gives somebody away.
fn scheme(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Call | ChannelKind::Tty => "tel:",
        ChannelKind::Text => "sms:",
        ChannelKind::Chat => "https://",
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether the letters lead to the number that is dialed; telephones ignore what is too long.
fn spells_the_number(vanity: &str, number: &str) -> bool {
    let key = |letter: char| match letter.to_ascii_uppercase() {
        digit @ '0'..='9' => Some(digit),
        'A'..='C' => Some('2'),
        'D'..='F' => Some('3'),
        'G'..='I' => Some('4'),
        'J'..='L' => Some('5'),
        'M'..='O' => Some('6'),
        'P'..='S' => Some('7'),
        'T'..='V' => Some('8'),
        'W'..='Z' => Some('9'),
        _ => None,
    };
    vanity.chars().filter_map(key).collect::<String>().starts_with(number)
}

/// A wrong digit here could cost a life: the number that is dialed must be the one that is read.
fn is_the_number_that_it_shows(channel: &ChannelFile) -> bool {
    if channel.kind == ChannelKind::Chat {
        return channel.href.strip_prefix("https://") == Some(channel.label.as_str());
    }
    let (shown, dialed) = (digits(&channel.label), digits(&channel.href));
    dialed == shown || dialed.strip_prefix('1') == Some(shown.as_str())
}
