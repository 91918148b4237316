//! What partner sites can show of this one: choosing it, seeing it, and the lines to copy.
//! Invariant: the lines are made from templates that stand here once, whoever fills them in.

use leptos::prelude::*;

use super::{frames, list};
use crate::{
    components::{
        advice::Advice,
        embed_builder::{Choice, EmbedBuilder},
        embed_preview::EmbedPreview,
        notice::Notice,
        snippet::Snippet,
    },
    messages::document_messages,
    model::{Site, Story},
    routes::{Frame, PARTNER_SCRIPT, Route},
    still::{IntoStill, Still},
};

/// What a frame may do: run its script, open links in tabs of their own that are not held to this, and take the window to
/// the neutral site when somebody leaves.
pub const SANDBOX: &str =
    "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/// What stands for the site's address where that is not known, for readers to replace; nobody has it
/// (<https://www.rfc-editor.org/rfc/rfc2606#section-2>).
const PLACEHOLDER: &str = "https://this-site.example";

/// How high a frame stands that nothing makes fit, in px: it scrolls by itself.
const HEIGHT: u32 = 600;

/// What is offered to partners.
pub struct Offer<'a> {
    /// Where the site is published, if that is known.
    pub origin: Option<&'a str>,
    /// All stories, newest first.
    pub stories: &'a [&'a Story],
}

/// The text of the page for partners below its title. What needs scripts is hidden; `src/prerender/embed_page.js` shows it.
pub fn text(site: &Site, offer: &Offer<'_>) -> Still {
    let words = document_messages();
    let element = element();
    let iframe = iframe();
    let origin = offer.origin.unwrap_or(PLACEHOLDER);
    let [element_lines, iframe_lines] =
        [&element, &iframe].map(|template| Some(fill(template, origin, &choices(site)[0])));
    let without_scripts = match offer.origin {
        Some(_) => words.embed_without_scripts.to_owned(),
        None => words.embed_without_scripts_unknown(PLACEHOLDER),
    };
    let article = offer.origin.zip(offer.stories.first());
    let article =
        article.map(|(origin, story)| format!("{origin}{}", Route::Article(story.slug.clone()).address()));
    let wordpress =
        if offer.origin.is_some() { words.embed_wordpress } else { words.embed_wordpress_not_yet };
    let never = [words.embed_never_cookies, words.embed_never_strangers, words.embed_never_frames];
    let leaving = [words.embed_leaving_click, words.embed_leaving_shift, words.embed_leaving_kept];
    let own_policy = [words.embed_policy_element, words.embed_policy_iframe];
    view! {
        <div class="without-scripts">
            <Notice text=without_scripts />
        </div>
        <Advice id="choose" title=words.embed_choose_heading text=builder(site, offer) />
        <Advice id="preview" title=words.embed_preview_heading text=preview(offer.origin) />
        <Advice
            id="element"
            title=words.embed_element_heading
            text=recipe(words.embed_element, snippet("element", "copy-element", element, element_lines))
        />
        <Advice
            id="iframe"
            title=words.embed_iframe_heading
            text=recipe(words.embed_iframe, snippet("iframe", "copy-iframe", iframe, iframe_lines))
        />
        <Advice
            id="wordpress"
            title=words.embed_wordpress_heading
            text=recipe(wordpress, snippet("wordpress", "copy-wordpress", "{page}".to_owned(), article))
        />
        <Advice id="leaving" title=words.embed_leaving_heading text=list(&leaving, None) />
        <Advice id="policy" title=words.embed_policy_heading text=list(&own_policy, None) />
        <Advice id="never" title=words.embed_never_heading text=list(&never, None) />
    }
    .into_still()
}

/// The element: a script once a page, and the element wherever the news shall stand.
fn element() -> String {
    format!(
        "<script src=\"{{origin}}{PARTNER_SCRIPT}\"{{pin}} referrerpolicy=\"no-referrer\" async></script>\n\
         <cast-news{{attributes}}><a href=\"{{link}}\">{{text}}</a></cast-news>"
    )
}

/// The frame alone.
fn iframe() -> String {
    format!(
        "<iframe src=\"{{frame}}\" title=\"{{title}}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\" \
         referrerpolicy=\"no-referrer\" sandbox=\"{SANDBOX}\"></iframe>"
    )
}

/// The lines for somebody who has chosen nothing.
fn fill(template: &str, origin: &str, choice: &Choice) -> String {
    let frame = format!("{origin}{}", Frame::Feed(None).address());
    let link = format!("{origin}{}", choice.link);
    let places = [
        ("{origin}", origin),
        ("{pin}", ""),
        ("{attributes}", ""),
        ("{link}", &link),
        ("{text}", &choice.text),
        ("{frame}", &frame),
        ("{title}", choice.title),
    ];
    places.into_iter().fold(template.to_owned(), |lines, (place, value)| lines.replace(place, value))
}

fn choices(site: &Site) -> Vec<Choice> {
    let words = document_messages();
    let titles = frames::titles();
    let title = |name| titles.iter().find(|(other, _)| *other == name).map_or("", |(_, title)| *title);
    let hotline = site.organisation.help.first();
    let number = hotline.map(|channel| channel.label.clone()).unwrap_or_default();
    let choice = |name, label, link, text| Choice { name, label, title: title(name), link, text };
    vec![
        choice("feed", words.builder_show_feed, Route::HOME.address(), words.embed_link_feed.to_owned()),
        choice("article", words.builder_show_article, String::new(), String::new()),
        // The number can be called even when nothing of ours can be loaded.
        choice(
            "hotline",
            words.builder_show_hotline,
            hotline.map(|channel| channel.href.clone()).unwrap_or_default(),
            words.embed_link_hotline(&number),
        ),
        choice(
            "donate",
            words.builder_show_donate,
            Route::Donate.address(),
            words.embed_link_donate.to_owned(),
        ),
    ]
}

fn builder(site: &Site, offer: &Offer<'_>) -> Still {
    // As many as a frame has, so that this page does not grow with the archive either.
    let articles = offer
        .stories
        .iter()
        .take(frames::MOST_STORIES)
        .map(|story| (story.slug.to_string(), story.marked_title()));
    let topics = site.topics.iter().map(|topic| (topic.slug.to_string(), topic.name.clone()));
    view! {
        <EmbedBuilder
            origin=offer.origin.map(str::to_owned)
            choices=choices(site)
            articles=articles.collect()
            topics=topics.collect()
        />
    }
    .into_still()
}

fn preview(origin: Option<&str>) -> Still {
    view! { <EmbedPreview address=origin.map(|origin| format!("{origin}{}", Route::Embed.address())) /> }
        .into_still()
}

fn recipe(lead: &'static str, snippet: Still) -> Still {
    view! {
        <p>{lead}</p>
        {snippet}
    }
    .into_still()
}

fn snippet(name: &'static str, command: &'static str, template: String, lines: Option<String>) -> Still {
    view! { <Snippet name command template lines /> }.into_still()
}
