//! How the content's types are read in the browser; the mirror of their `Serialize`.
//! Invariant: what serde writes natively is read here as the same value (tests below), and anything
//! else is refused. Reading with serde would make the app a tenth larger.

use std::str::FromStr;

use super::{PageData, Payload};
use crate::{
    browser::Json,
    model::{
        Article, Basis, BasisKind, Block, Channel, ChannelKind, Document, Edtf, Feed, Figure, Headline, Kind,
        Language, Misprint, Organisation, PageNumber, Person, Service, Site, Slug, Source, Story, Topic,
        Update, Voice, WebAddress,
    },
};

/// A type that arrives as JSON.
pub trait FromJson: Sized {
    /// Reads it; `None` when the JSON is something else.
    fn from_json(json: &Json) -> Option<Self>;
}

impl FromJson for String {
    fn from_json(json: &Json) -> Option<Self> {
        json.text()
    }
}

/// A flag that is false is not written.
impl FromJson for bool {
    fn from_json(json: &Json) -> Option<Self> {
        if json.is_nothing() { Some(false) } else { json.flag() }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Option<Self> {
        if json.is_nothing() { Some(None) } else { T::from_json(json).map(Some) }
    }
}

/// A list that is empty may be left out.
impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Option<Self> {
        if json.is_nothing() {
            return Some(Self::new());
        }
        json.entries()?.iter().map(T::from_json).collect()
    }
}

impl FromJson for PageNumber {
    fn from_json(json: &Json) -> Option<Self> {
        Self::new(json.number()?)
    }
}

/// Types that parse themselves from text.
macro_rules! from_text {
    ($($type:ident),*) => {
        $(impl FromJson for $type {
            fn from_json(json: &Json) -> Option<Self> {
                Self::from_str(&json.text()?).ok()
            }
        })*
    };
}

/// Types that are one of a few names.
macro_rules! one_of {
    ($type:ident { $($name:literal => $value:ident),* }) => {
        impl FromJson for $type {
            fn from_json(json: &Json) -> Option<Self> {
                match json.text()?.as_str() {
                    $($name => Some(Self::$value),)*
                    _ => None,
                }
            }
        }
    };
}

/// Types that are objects with the same fields.
macro_rules! object {
    ($type:ident { $($field:ident),* }) => {
        impl FromJson for $type {
            fn from_json(json: &Json) -> Option<Self> {
                Some(Self { $($field: FromJson::from_json(&json.field(stringify!($field)))?),* })
            }
        }
    };
}

from_text!(Slug, Edtf, WebAddress);

one_of!(Kind {
    "news-article" => NewsArticle,
    "statement" => Statement,
    "event" => Event,
    "video" => Video,
    "press-release" => PressRelease,
    "action-alert" => ActionAlert
});
one_of!(BasisKind {
    "stated" => Stated,
    "derived" => Derived,
    "found" => Found,
    "inferred" => Inferred,
    "unknown" => Unknown
});
one_of!(Language { "en" => English, "es" => Spanish });
one_of!(Service { "cast" => Cast, "national" => National, "emergency" => Emergency });
one_of!(ChannelKind { "call" => Call, "text" => Text, "tty" => Tty, "chat" => Chat });

object!(PageData { address, built, site, payload });
object!(Site { organisation, topics });
object!(Organisation { name, short_name, place, website, exit, voice, help });
object!(Voice { quote, by });
object!(Channel { service, kind, label, vanity, href, languages, interpreters });
object!(Topic { slug, name });
object!(Feed { page, pages, stories });
object!(Story { slug, title, misprint, subtitle, kind, outlet, published, summary, outcome, lang });
object!(Misprint { printed, meant });
object!(Headline { slug, title });
object!(Article { story, topics, basis, source, body, figures, people, updates, related, previous, next });
object!(Basis { how, note, url });
object!(Source { url, author, repost });
object!(Figure { number, counts });
object!(Person { name, role });
object!(Update { date, text, url });
object!(Document { html });

impl FromJson for Block {
    fn from_json(json: &Json) -> Option<Self> {
        let text = || json.field("text").text();
        Some(match json.field("type").text()?.as_str() {
            "paragraph" => Self::Paragraph { text: text()? },
            "heading" => Self::Heading { text: text()? },
            "quote" => Self::Quote { text: text()?, by: json.field("by").text()? },
            "list" => Self::List { items: FromJson::from_json(&json.field("items"))? },
            "link" => Self::Link { text: text()?, url: FromJson::from_json(&json.field("url"))? },
            _ => return None,
        })
    }
}

impl FromJson for Payload {
    fn from_json(json: &Json) -> Option<Self> {
        let [feed, article, document] = ["feed", "article", "document"].map(|name| json.field(name));
        if !feed.is_nothing() {
            Feed::from_json(&feed).map(Self::Feed)
        } else if !article.is_nothing() {
            Article::from_json(&article).map(|article| Self::Article(Box::new(article)))
        } else if !document.is_nothing() {
            Document::from_json(&document).map(Self::Document)
        } else {
            (json.text()? == "nothing").then_some(Self::Nothing)
        }
    }
}
