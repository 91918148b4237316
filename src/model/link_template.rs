//! The address of a page that takes gifts, with places for what a donor has chosen.
//! Invariant: a place is a whole value of the query, and everything else is of characters that no part of an address
//! takes for anything else. So no choice can change host, path or fragment, and browsers write the link as we do.

use std::{fmt, str::FromStr};

/// A secure address such as `https://www.every.org/castla?amount={amount}&frequency={frequency}#/donate`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTemplate {
    text: String,
    /// How much of the text stands before the query and the fragment.
    end_of_path: usize,
    query: Vec<Parameter>,
    fragment: Option<String>,
}

/// A parameter of the query: its name and what it has.
pub type Parameter = (String, Value);

/// What a parameter of the query has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Always the same text.
    Fixed(String),
    /// Something of the gift.
    Of(Place),
}

/// What can be put into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// How much: `50` or `12.50`.
    Amount,
    /// How often, in the provider's own word.
    Frequency,
    /// The language of the page: `en`.
    Lang,
    /// The article or the partner that the donor comes from.
    Source,
}

impl Place {
    /// All places.
    pub const ALL: [Self; 4] = [Self::Amount, Self::Frequency, Self::Lang, Self::Source];

    /// How a template writes it.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Amount => "{amount}",
            Self::Frequency => "{frequency}",
            Self::Lang => "{lang}",
            Self::Source => "{source}",
        }
    }
}

/// Why a text is not a [`LinkTemplate`]; its words say what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTemplateError {
    /// It does not start with `https://`.
    NotSecure,
    /// After that comes no plain host and path.
    NoPage,
    /// A part of the query, or what comes after it, is not plain.
    NotPlain(String),
    /// A parameter stands there twice.
    Twice(String),
}

impl LinkTemplate {
    /// The template as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The address without its query and its fragment.
    #[must_use]
    pub fn page(&self) -> &str {
        &self.text[..self.end_of_path]
    }

    /// The host: `www.every.org`.
    #[must_use]
    pub fn host(&self) -> &str {
        self.page()["https://".len()..].split('/').next().unwrap_or_default()
    }

    /// The parameters of the query, in their order.
    #[must_use]
    pub fn query(&self) -> &[Parameter] {
        &self.query
    }

    /// What stands after `#`.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.fragment.as_deref()
    }

    /// The parameter in which this is carried.
    #[must_use]
    pub fn parameter(&self, place: Place) -> Option<&str> {
        self.query.iter().find(|(_, value)| *value == Value::Of(place)).map(|(name, _)| name.as_str())
    }

    /// The parameters before the amount's, and those from there on.
    #[must_use]
    pub fn around_amount(&self) -> (&[Parameter], &[Parameter]) {
        let place = self.query.iter().position(|(_, value)| *value == Value::Of(Place::Amount));
        self.query.split_at(place.unwrap_or(0))
    }

    /// The link, with these values in their places; a parameter without one is left out.
    #[must_use]
    pub fn fill<'a>(&'a self, value: impl Fn(Place) -> Option<&'a str>) -> String {
        let query: Vec<String> = self
            .query
            .iter()
            .filter_map(|(name, part)| {
                let text = match part {
                    Value::Fixed(text) => text,
                    Value::Of(place) => value(*place).filter(|text| is_plain(text, ""))?,
                };
                Some(format!("{name}={text}"))
            })
            .collect();
        let mut link = self.page().to_owned();
        if !query.is_empty() {
            link += &format!("?{}", query.join("&"));
        }
        match &self.fragment {
            Some(fragment) => format!("{link}#{fragment}"),
            None => link,
        }
    }
}

/// Characters that `application/x-www-form-urlencoded` leaves as they are
/// (<https://url.spec.whatwg.org/#application-x-www-form-urlencoded-percent-encode-set>), and these others.
fn is_plain(text: &str, others: &str) -> bool {
    let is_fine = |character: char| {
        character.is_ascii_alphanumeric() || "-._*".contains(character) || others.contains(character)
    };
    !text.is_empty() && text.chars().all(is_fine)
}

/// A host and a path that every browser writes as they stand here.
fn is_page(text: &str) -> bool {
    let Some((host, path)) = text.split_once('/') else {
        return false;
    };
    let is_label = |label: &str| {
        let is_fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        label.bytes().all(is_fine) && !label.is_empty() && !label.starts_with("xn--")
    };
    let labels: Vec<&str> = host.split('.').collect();
    let ends_in_letters = labels
        .last()
        .is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_lowercase()) && last.len() > 1);
    let is_segment = |segment: &str| is_plain(segment, "~") && segment.trim_matches('.') == segment;
    let path = path.strip_suffix('/').unwrap_or(path);
    labels.len() > 1
        && labels.into_iter().all(is_label)
        && ends_in_letters
        && (path.is_empty() || path.split('/').all(is_segment))
}

impl FromStr for LinkTemplate {
    type Err = LinkTemplateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.strip_prefix("https://").ok_or(LinkTemplateError::NotSecure)?;
        let (rest, fragment) = match rest.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment.to_owned())),
            None => (rest, None),
        };
        let (page, query) = match rest.split_once('?') {
            Some((page, query)) => (page, Some(query)),
            None => (rest, None),
        };
        if !is_page(page) {
            return Err(LinkTemplateError::NoPage);
        }
        if let Some(fragment) = fragment.as_deref().filter(|fragment| !is_plain(fragment, "/")) {
            return Err(LinkTemplateError::NotPlain(fragment.to_owned()));
        }
        let mut parameters: Vec<Parameter> = Vec::new();
        for part in query.into_iter().flat_map(|query| query.split('&')) {
            let (name, value) =
                part.split_once('=').ok_or_else(|| LinkTemplateError::NotPlain(part.to_owned()))?;
            let value = match Place::ALL.into_iter().find(|place| place.mark() == value) {
                Some(place) => Value::Of(place),
                None if is_plain(value, "") => Value::Fixed(value.to_owned()),
                None => return Err(LinkTemplateError::NotPlain(part.to_owned())),
            };
            if !is_plain(name, "") {
                return Err(LinkTemplateError::NotPlain(part.to_owned()));
            }
            let is_place = matches!(value, Value::Of(_));
            if parameters.iter().any(|(other, of)| *other == name || (is_place && *of == value)) {
                return Err(LinkTemplateError::Twice(part.to_owned()));
            }
            parameters.push((name.to_owned(), value));
        }
        let end_of_path = "https://".len() + page.len();
        Ok(Self { text: text.to_owned(), end_of_path, query: parameters, fragment })
    }
}

impl fmt::Display for LinkTemplateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSecure => formatter.write_str("write an address that starts with https://"),
            Self::NoPage => formatter.write_str(
                "write a host in lower-case letters and a path of letters, digits and - . _ ~, as in https://www.every.org/castla",
            ),
            Self::NotPlain(part) => write!(
                formatter,
                "mend `{part}`: write name=value with letters, digits and - . _ * alone, and one of {{amount}}, {{frequency}}, {{lang}}, {{source}} as a whole value",
            ),
            Self::Twice(part) => write!(formatter, "write `{part}` once"),
        }
    }
}

impl std::error::Error for LinkTemplateError {}
