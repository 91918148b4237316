//! The rules of the house, as code: what may use what, what may stand where, what things are called.
//! Each rule is one of `ARCHITECTURE.md`; a message says the file and what to do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

#[path = "tidy/source.rs"]
mod source;

use std::{collections::BTreeSet, fs};

use source::{Source, files, root, sources};

/// Which module may use which. A file of `src/x/` belongs to `x`.
const ARROWS: &[(&str, &[&str])] = &[
    ("main", &["app", "browser", "content", "prerender", "routes"]),
    ("lib", &[]),
    ("app", &["components", "content", "pages", "routes", "still"]),
    ("pages", &["browser", "components", "content", "messages", "model", "routes", "still"]),
    ("components", &["browser", "error", "messages", "model", "routes", "still"]),
    ("content", &["browser", "error", "model", "routes"]),
    ("documents", &["components", "messages", "model", "routes", "still"]),
    ("editorial", &["content", "model", "routes"]),
    (
        "prerender",
        &[
            "app",
            "browser",
            "components",
            "content",
            "documents",
            "editorial",
            "messages",
            "model",
            "routes",
            "serve",
        ],
    ),
    ("routes", &["model"]),
    ("error", &["messages"]),
    ("messages", &["model"]),
    ("serve", &["routes"]),
    ("browser", &[]),
    ("model", &[]),
    ("still", &[]),
];

/// A file over this has two rooms in it.
const MOST_LINES: usize = 250;

/// Fails with all offenders at once.
fn none(what_to_do: &str, offenders: Vec<String>) {
    assert!(offenders.is_empty(), "{what_to_do}:\n  {}", offenders.join("\n  "));
}

#[test]
fn arrows_between_modules_never_point_up() {
    let mut offenders = Vec::new();
    for source in sources() {
        let module = source.module();
        let allowed = ARROWS.iter().find(|(name, _)| *name == module).map(|(_, allowed)| *allowed);
        let Some(allowed) = allowed else {
            offenders.push(format!("{}: `{module}` is not in the picture", source.name()));
            continue;
        };
        for (other, _) in ARROWS {
            if *other != module && !allowed.contains(other) && source.uses(other) {
                offenders.push(format!("{}: `{module}` must not use `{other}`", source.name()));
            }
        }
    }
    none("Move the code down, or hand the value over as a prop", offenders);
}

#[test]
fn the_rule_about_arrows_sees_each_way_to_import() {
    let source = |text: &str| Source { path: root().join("src/model.rs"), text: text.to_owned() };
    assert!(source("use crate::pages::FeedPage;").uses("pages"));
    assert!(source("use crate::{\n    model::Slug,\n    pages::{A, B},\n};\n").uses("pages"));
    assert!(source("fn x() { crate::pages::y() }").uses("pages"));
    assert!(!source("use crate::{\n    components::{pages::A},\n};\n").uses("pages"));
    assert!(!source("// crate::pages\nuse crate::pages_of;").uses("pages"));
}

#[test]
fn only_pages_load() {
    let offenders = sources()
        .into_iter()
        .filter(|source| !["pages", "content"].contains(&source.module().as_str()))
        .filter(|source| {
            ["load::<", "Resource::", "<Suspense", "<Await"].iter().any(|way| source.code().contains(way))
        })
        .map(|source| source.name());
    none("Load in a page and hand the value over as a prop", offenders.collect());
}

#[test]
fn only_the_browser_module_touches_the_browser() {
    let offenders = sources()
        .into_iter()
        .filter(|source| source.module() != "browser")
        .filter(|source| {
            ["web_sys", "js_sys", "wasm_bindgen::"].iter().any(|name| source.code().contains(name))
        })
        .map(|source| source.name());
    none("Add a function to src/browser.rs that exists on both targets", offenders.collect());
}

#[test]
fn the_target_is_asked_for_in_few_places() {
    let places = ["main", "lib", "browser", "content", "still"];
    let offenders = sources()
        .into_iter()
        .filter(|source| !places.contains(&source.module().as_str()) && source.code().contains("target_arch"))
        .map(|source| source.name());
    none("Let src/browser.rs hide the difference", offenders.collect());
}

#[test]
fn raw_html_says_why_it_is_safe() {
    let mut offenders = Vec::new();
    for source in sources() {
        let lines: Vec<&str> = source.text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let has_reason = index > 0 && lines[index - 1].contains("// Safe:");
            if line.contains("inner_html") && !line.trim_start().starts_with("//") && !has_reason {
                offenders.push(format!("{}:{}", source.name(), index + 1));
            }
        }
    }
    none("Write `// Safe:` and the reason on the line above", offenders);
}

#[test]
fn addresses_are_built_in_routes_alone() {
    let mut offenders = Vec::new();
    for source in sources().into_iter().filter(|source| source.module() != "routes") {
        for line in source.code().lines().filter(|line| !line.contains("path=path!(")) {
            let is_address = line
                .match_indices("\"/")
                .any(|(at, _)| line[at + 2..].starts_with(|next: char| next.is_ascii_lowercase()));
            if is_address && !line.contains("include!(") {
                offenders.push(format!("{}: {}", source.name(), line.trim()));
            }
        }
    }
    none("Add a Route, or a function to src/routes.rs", offenders);
}

#[test]
fn a_component_has_one_name_in_four_places() {
    let mut offenders = Vec::new();
    let sheets = ["main", "documents", "frames"]
        .map(|name| fs::read_to_string(root().join(format!("style/{name}.css"))).unwrap());
    let components = files(&root().join("src/components"), "rs");
    for source in &components {
        let stem = source.stem();
        let class = stem.replace('_', "-");
        let name: String = stem.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        if !source.text.contains(&format!("pub fn {name}(")) {
            offenders.push(format!("{}: has no component `{name}`", source.name()));
        }
        // What a reader cannot see needs no style.
        if !source.text.contains("class=\"") {
            continue;
        }
        let css = root().join(format!("style/components/{stem}.css"));
        if !source.text.contains(&format!("class=\"{class}")) {
            offenders.push(format!("{}: has no element of the class `{class}`", source.name()));
        }
        if !fs::read_to_string(&css).is_ok_and(|text| text.contains(&format!(".{class}"))) {
            offenders.push(format!("{}: has no style in style/components/{stem}.css", source.name()));
        }
        if !sheets.iter().any(|sheet| sheet.contains(&format!("components/{stem}.css"))) {
            offenders.push(format!(
                "style/main.css: does not import components/{stem}.css, nor do documents.css and frames.css"
            ));
        }
    }
    let stems: BTreeSet<String> = components.iter().map(Source::stem).collect();
    for sheet in files(&root().join("style/components"), "css") {
        if !stems.contains(&sheet.stem()) {
            offenders.push(format!("{}: has no component", sheet.name()));
        }
    }
    none("Give the four the same name", offenders);
}

#[test]
fn every_file_opens_with_its_purpose_and_is_one_room() {
    // A style sheet opens with the list of its layers, and so with its place.
    let kinds = [("rs", Some("//!")), ("js", Some("// ")), ("css", None)];
    let mut offenders = Vec::new();
    for (ending, opening) in kinds {
        for source in ["src", "style", "tests"].iter().flat_map(|folder| files(&root().join(folder), ending))
        {
            if let Some(opening) = opening.filter(|opening| !source.text.starts_with(opening)) {
                offenders.push(format!("{}: does not open with `{opening}`", source.name()));
            }
            if source.text.lines().count() > MOST_LINES {
                offenders.push(format!("{}: has more than {MOST_LINES} lines", source.name()));
            }
            if source.stem() == "mod" {
                offenders.push(format!("{}: is called mod.rs", source.name()));
            }
        }
    }
    none("Say what the file is for, divide it, or name it like its folder", offenders);
}

#[test]
fn whoever_is_new_reads_no_more_than_they_can_keep() {
    for (name, most) in [("README.md", 100), ("ARCHITECTURE.md", 150)] {
        let lines = fs::read_to_string(root().join(name)).unwrap().lines().count();
        assert!(lines <= most, "{name} has {lines} lines, more than {most}: move what few need to docs/");
    }
}

#[test]
fn every_message_is_used() {
    let catalogues = files(&root().join("locales"), "json");
    let keys = catalogues.iter().flat_map(|catalogue| {
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&catalogue.text).unwrap()
    });
    let code: String = sources().iter().map(Source::code).collect();
    let words: BTreeSet<&str> = code.split(|part: char| !part.is_alphanumeric() && part != '_').collect();
    let unused = keys.map(|(key, _)| key).filter(|key| !words.contains(key.as_str()));
    none("Remove the key from every file of locales/", unused.collect());
}

#[test]
fn nothing_says_where_it_was_made() {
    let folders = [("src", "rs"), ("tests", "rs"), ("style", "css"), ("content", "json")];
    let homes = ["home", "root", "Users"].map(|home| format!("/{home}/"));
    let offenders = folders
        .iter()
        .flat_map(|(folder, ending)| files(&root().join(folder), ending))
        .filter(|source| homes.iter().any(|home| source.text.contains(home)))
        .map(|source| source.name());
    none("Write the path relative to the repository", offenders.collect());
}
