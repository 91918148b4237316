//! What the installed app is called, looks like and opens (Web Application Manifest,
//! <https://www.w3.org/TR/appmanifest/>).
//! Invariant: it says only Count Me In. An icon, its name and its menu are seen by whoever holds the phone.

use serde::Serialize;

use super::{
    Failure,
    icons::{Icon, Purpose},
};
use crate::{
    messages::{document_messages, messages},
    routes::{self, Route},
};

/// The members. What no other address stands with is explained at `https://www.w3.org/TR/appmanifest/#<name>-member`.
#[derive(Serialize)]
struct Manifest {
    /// What the browser knows the app by, whatever else here changes.
    id: String,
    /// The app is the whole site.
    scope: String,
    /// Where it opens. Nothing in it tells an installed app from a page: nobody counts them.
    start_url: String,
    /// Its name.
    name: &'static str,
    /// Its name where there is little room: the same, for it is short.
    short_name: &'static str,
    /// The language of all words here.
    lang: &'static str,
    /// Their direction.
    dir: &'static str,
    /// What it is, for those who install it (<https://www.w3.org/TR/manifest-app-info/#description-member>).
    description: &'static str,
    /// Where a store would put it (<https://www.w3.org/TR/manifest-app-info/#categories-member>).
    categories: [&'static str; 1],
    /// A window of its own, for browsers that do not know the next member.
    display: Display,
    /// The same, and what else would do (<https://wicg.github.io/manifest-incubations/#display_override-member>): a
    /// window with a few buttons of the browser. Never a window that puts its own buttons over our bar, nor one with
    /// tabs: "Leave this site" stays in reach, and takes everything away that is open.
    display_override: [Display; 2],
    /// What surrounds the page by day (`theme_color`, `background_color`).
    #[serde(flatten)]
    by_day: Colors,
    /// The same by night; a page says it too, for engines that do not know this member yet.
    color_scheme_dark: Colors,
    /// Its icons.
    icons: Vec<Picture>,
    /// What happens when it is opened once more.
    launch_handler: LaunchHandler,
    /// The menu of its icon.
    shortcuts: [Shortcut; 3],
    /// How it looks, for those who install it (<https://www.w3.org/TR/manifest-app-info/#screenshots-member>).
    screenshots: Vec<Picture>,
}

/// How much of a browser is around the page.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Display {
    Standalone,
    MinimalUi,
}

/// The colors before and around the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Colors {
    theme_color: String,
    background_color: String,
}

/// A picture and what it is for (<https://www.w3.org/TR/image-resource/>).
#[derive(Serialize)]
struct Picture {
    src: String,
    sizes: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form_factor: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'static str>,
}

/// A page that the icon's menu leads to.
#[derive(Serialize)]
struct Shortcut {
    name: &'static str,
    url: String,
    icons: [Picture; 1],
}

/// Where the app opens when it is open already (<https://wicg.github.io/web-app-launch/>): in the same window. A second
/// one would stay on the screen when somebody leaves the first.
#[derive(Serialize)]
struct LaunchHandler {
    client_mode: [&'static str; 2],
}

/// The pictures of the app that `bin/screenshots` makes: name, form, pixels, and which of two pages.
const SCREENSHOTS: [(&str, &str, &str, Shown); 4] = [
    ("help-narrow", "narrow", "390x844", Shown::Help),
    ("donate-narrow", "narrow", "390x844", Shown::Donate),
    ("help-wide", "wide", "1280x800", Shown::Help),
    ("donate-wide", "wide", "1280x800", Shown::Donate),
];

/// What a picture of the app shows: pages without a headline.
enum Shown {
    Help,
    Donate,
}

/// The whole manifest, as JSON.
///
/// # Errors
///
/// When the style has lost one of the tokens whose colors are needed.
pub fn json(style: &str) -> Result<String, Failure> {
    let words = messages();
    let home = Route::HOME.address();
    let [by_day, color_scheme_dark] = colors(style)?;
    let shortcut =
        |name, route: Route, icon| Shortcut { name, url: route.address(), icons: [picture(&icon)] };
    let manifest = Manifest {
        id: home.clone(),
        scope: home.clone(),
        start_url: home,
        name: words.site_name,
        short_name: words.site_name,
        lang: words.language().tag(),
        dir: "ltr",
        description: document_messages().manifest_description,
        categories: ["news"],
        display: Display::Standalone,
        display_override: [Display::Standalone, Display::MinimalUi],
        by_day,
        color_scheme_dark,
        icons: Icon::APP.iter().map(picture).collect(),
        launch_handler: LaunchHandler { client_mode: ["navigate-existing", "auto"] },
        shortcuts: [
            shortcut(document_messages().manifest_latest, Route::HOME, Icon::LATEST),
            shortcut(words.nav_help, Route::Help, Icon::HELP),
            shortcut(words.count_me_in, Route::Donate, Icon::COUNT_ME_IN),
        ],
        screenshots: screenshots(),
    };
    // A structure of texts and lists has nothing that JSON could not say.
    Ok(serde_json::to_string(&manifest).unwrap_or_default())
}

/// An icon as the manifest names it.
fn picture(icon: &Icon) -> Picture {
    Picture {
        src: icon.address(),
        sizes: format!("{0}x{0}", icon.side),
        r#type: PNG,
        purpose: Some(match icon.purpose {
            Purpose::Any => "any",
            Purpose::Maskable => "maskable",
            Purpose::Monochrome => "monochrome",
        }),
        form_factor: None,
        label: None,
    }
}

fn screenshots() -> Vec<Picture> {
    let words = document_messages();
    let picture = |(name, form, sizes, shown): (&str, _, &str, _)| Picture {
        src: routes::screenshot(name),
        sizes: sizes.to_owned(),
        r#type: PNG,
        purpose: None,
        form_factor: Some(form),
        label: Some(match shown {
            Shown::Help => words.manifest_screenshot_of_help,
            Shown::Donate => words.manifest_screenshot_of_donate,
        }),
    };
    SCREENSHOTS.into_iter().map(picture).collect()
}

const PNG: &str = "image/png";

/// The colors of the bar at the top and of the page below it, by day and by night, from the style itself.
fn colors(style: &str) -> Result<[Colors; 2], Failure> {
    let token = |name: &str| {
        both(style, name).ok_or_else(|| {
            Failure::Style(format!(
                "style/tokens.css: the manifest needs --{name} as light-dark(var(--…), var(--…)) of two raw colors"
            ))
        })
    };
    let ([theme, dark_theme], [ground, dark_ground]) = (token("night")?, token("ground")?);
    Ok([(theme, ground), (dark_theme, dark_ground)]
        .map(|(theme_color, background_color)| Colors { theme_color, background_color }))
}

/// The two raw colors behind a token that differs by day and by night.
fn both(style: &str, name: &str) -> Option<[String; 2]> {
    let (day, night) = value(style, name)?.strip_prefix("light-dark(")?.strip_suffix(')')?.split_once(',')?;
    let raw = |reference: &str| {
        let name = reference.trim().strip_prefix("var(--")?.strip_suffix(')')?;
        value(style, name).filter(|color| color.starts_with('#')).map(str::to_owned)
    };
    Some([raw(day)?, raw(night)?])
}

/// What a token is first set to.
fn value<'a>(style: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = style.split_once(&format!("--{name}:"))?;
    rest.split([';', '}']).next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: &str = ":root{--blue:#00f;--navy:#008;--paper:#fff;--coal:#111;\
        --night:light-dark(var(--blue), var(--navy));--ground:light-dark(var(--paper),var(--coal))}";

    #[test]
    fn colors_come_from_the_style() {
        let colors = colors(STYLE).unwrap();
        let expected = [("#00f", "#fff"), ("#008", "#111")].map(|(theme, ground)| Colors {
            theme_color: theme.to_owned(),
            background_color: ground.to_owned(),
        });
        assert_eq!(colors, expected);
    }

    #[test]
    fn a_token_that_has_gone_fails_the_build_by_name() {
        for (there, instead) in
            [("--night:", "--dusk:"), ("--navy:", "--sea:"), ("light-dark(var(--blue),", "x(")]
        {
            let failure = json(&STYLE.replace(there, instead)).unwrap_err().to_string();
            assert!(failure.contains("--night") && failure.contains("style/tokens.css"), "{failure}");
        }
    }
}
