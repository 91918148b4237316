//! The frames that partner sites show.
//! Invariant: a frame is complete without scripts, and as large however many stories there are.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::{embed_frame::EmbedFrame, hotline::Hotline, notice::Notice, story_grid::StoryGrid},
    messages::{document_messages, messages},
    model::{Service, Site, Story},
    routes::{Frame, Route},
    still::{IntoStill, Still},
};

/// The most stories that a partner may ask for; 3 are shown to those who do not ask.
pub const MOST_STORIES: usize = 10;

/// What a frame shows.
pub struct FrameText {
    /// Where.
    pub frame: Frame,
    /// What it is called.
    pub title: String,
    /// What is seen, as HTML.
    pub html: String,
}

/// What the frames of each sort are called, by the names that partners write for them.
#[must_use]
pub fn titles() -> [(&'static str, &'static str); 4] {
    let words = document_messages();
    [
        ("article", words.frame_title_article),
        ("donate", words.frame_title_donate),
        ("feed", words.frame_title_feed),
        ("hotline", words.frame_title_hotline),
    ]
}

/// Makes a frame with these stories, of which others than feeds and articles have none.
#[must_use]
pub fn text(site: &Arc<Site>, frame: Frame, stories: Vec<Story>) -> FrameText {
    let (words, own) = (messages(), document_messages());
    let title = match (&frame, stories.first()) {
        (Frame::Article(_), Some(story)) => words.title_of_page(&story.marked_title()),
        (Frame::Article(_), None) => own.frame_title_article.to_owned(),
        (Frame::Feed(_), _) => own.frame_title_feed.to_owned(),
        (Frame::Hotline, _) => own.frame_title_hotline.to_owned(),
        (Frame::Donate, _) => own.frame_title_donate.to_owned(),
    };
    let organisation = &site.organisation;
    let whose = words.site_tagline(&organisation.name, &organisation.place, &organisation.short_name);
    let topic = match &frame {
        Frame::Feed(Some(topic)) => site.topic(topic),
        _ => None,
    };
    let (lead, more) = match &frame {
        Frame::Feed(_) => (
            topic.map_or(whose, |topic| words.description_of_topic(&topic.name)),
            topic.map_or((Route::HOME, own.frame_more_feed), |topic| {
                (Route::topic(topic.slug.clone()), own.frame_more_topic)
            }),
        ),
        Frame::Article(_) => (whose, (Route::HOME, own.frame_more_feed)),
        Frame::Hotline => (words.help_lead.to_owned(), (Route::Help, words.help_title)),
        Frame::Donate => (whose, (Route::Donate, words.count_me_in)),
    };
    let html = super::html(|| {
        let content = match frame {
            Frame::Feed(_) | Frame::Article(_) => view! { <StoryGrid stories has_lead=false /> }.into_still(),
            Frame::Hotline => hotlines(site),
            Frame::Donate => invitation(),
        };
        view! { <EmbedFrame site=Arc::clone(site) lead content more /> }.into_still()
    });
    FrameText { frame, title, html }
}

fn hotlines(site: &Site) -> Still {
    let words = messages();
    let hotlines = Service::ALL.map(|service| {
        let channels = site.organisation.help.iter();
        let channels = channels.filter(|channel| channel.service == service).cloned();
        view! { <Hotline service channels=channels.collect() /> }
    });
    view! {
        <Notice text=words.help_log_warning more=(Route::Safety, words.safety_title) />
        <div class="hotlines">{hotlines.into_iter().collect_view()}</div>
    }
    .into_still()
}

fn invitation() -> Still {
    let words = messages();
    view! {
        <section class="embed-frame__invitation">
            <h2>{words.count_me_in}</h2>
            <p>{words.donate_lead}</p>
            <p>{words.invitation_text}</p>
        </section>
    }
    .into_still()
}
