//! An absolute web address from content.
//! Invariant: a [`WebAddress`] starts with `http://` or `https://` and a host, and holds no character
//! that would end an attribute or a line.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// An absolute `http` or `https` address (RFC 3986, section 4.3), kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebAddress(String);

/// Why a text is not a [`WebAddress`]; its words say what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebAddressError;

impl WebAddress {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without a leading `www.`, as readers know a site: `laist.com`.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = host_of(&self.0).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Scheme, host and port, as a Content-Security-Policy names a source: `https://laist.com`.
    #[must_use]
    pub fn origin(&self) -> &str {
        let start = self.0.find("://").map_or(0, |scheme| scheme + "://".len());
        let end = self.0[start..].find(['/', '?', '#']).map_or(self.0.len(), |host| start + host);
        &self.0[..end]
    }
}

fn host_of(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    (host.contains('.') && host.split('.').all(is_label) && port.parse::<u16>().is_ok()).then_some(host)
}

impl FromStr for WebAddress {
    type Err = WebAddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
        if is_plain && host_of(text).is_some() { Ok(Self(text.to_owned())) } else { Err(WebAddressError) }
    }
}

impl TryFrom<String> for WebAddress {
    type Error = WebAddressError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.0
    }
}

impl fmt::Display for WebAddressError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("write a whole address, such as https://laist.com/news/story")
    }
}

impl std::error::Error for WebAddressError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_knows_its_host_and_origin() {
        let address: WebAddress = "https://www.castla.org/about/?a=b#c".parse().unwrap();
        assert_eq!(address.host(), "castla.org");
        assert_eq!(address.origin(), "https://www.castla.org");
        let address: WebAddress = "http://127.0.0.2:8080/about/".parse().unwrap();
        assert_eq!(address.host(), "127.0.0.2");
        assert_eq!(address.origin(), "http://127.0.0.2:8080");
    }

    #[test]
    fn what_is_not_absolute_http_is_refused() {
        for bad in [
            "",
            "/news",
            "castla.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://a.org",
            "https://",
            "https:///x",
            "https://localhost/",
            "https://a.org/\"x",
            "https://a .org",
            "https://user@a.org/",
            "https://a.org:b/",
            "https://a.org:70000/",
        ] {
            assert_eq!(bad.parse::<WebAddress>(), Err(WebAddressError), "{bad:?}");
        }
    }
}
