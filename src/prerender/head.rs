//! The part of `<head>` that each page has for itself.
//! Invariant: every text is escaped here, because the shell is spliced as text.

use serde_json::json;

use crate::{
    components::head::HeadText,
    content::{PageData, Payload},
    messages::messages,
    model::Edtf,
    routes::{self, Route},
};

/// Title, description, what shared links show, and structured data.
pub fn head(text: &HeadText, data: &PageData, origin: Option<&str>) -> String {
    let title = escape(&text.title);
    let description = escape(&text.description);
    let kind = if matches!(data.payload, Payload::Article(_)) { "article" } else { "website" };
    let site = escape(messages().site_name);
    format!(
        "<title>{title}</title>\
         <meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:type\" content=\"{kind}\">\
         <meta property=\"og:site_name\" content=\"{site}\">{}{}",
        origin.map(|origin| links(&Route::parse(&data.address), origin)).unwrap_or_default(),
        structured_data(data).unwrap_or_default()
    )
}

/// What a page is called from outside, and where programs that embed an article find its description
/// (<https://oembed.com/>, section 4); only whole addresses will do there.
fn links(route: &Route, origin: &str) -> String {
    let origin = escape(origin);
    match route {
        Route::NotFound | Route::Offline => String::new(),
        Route::Article(slug) => format!(
            "<link rel=\"canonical\" href=\"{origin}{}\">\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{origin}{}\">",
            route.address(),
            routes::oembed(slug)
        ),
        _ => format!("<link rel=\"canonical\" href=\"{origin}{}\">", route.address()),
    }
}

/// What search engines are told of an article (<https://schema.org/Article>).
fn structured_data(data: &PageData) -> Option<String> {
    let Payload::Article(article) = &data.payload else {
        return None;
    };
    let organisation = &data.site.organisation;
    let mut json = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.story.title,
        "inLanguage": article.story.lang.tag(),
        "publisher": { "@type": "Organization", "name": organisation.name, "url": organisation.website },
    });
    if let Some(url) = &article.source.url {
        json["isBasedOn"] = json!(url);
    }
    // A date that is not exact would be read as one that is.
    if let Some(date) = article.story.published.filter(|date| date.day().is_some() && !date.is_approximate())
    {
        json["datePublished"] = json!(Edtf::to_machine(date));
    }
    Some(format!("<script type=\"application/ld+json\">{}</script>", script_safe(&json.to_string())))
}

/// Text for element content and for double-quoted attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// JSON for a script element: only `<` can end one or open a comment in it (HTML, section 4.12.1.3).
pub fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}
