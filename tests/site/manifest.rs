//! What the finished site says to those who install it, and what it never asks them for.

use std::{fs, path::Path, process::Command};

use count_me_in::routes::{self, Route};
use serde_json::{Value, json};

use crate::{attributes, dist, pages, picture::Picture, root};

fn manifest() -> Value {
    serde_json::from_str(&fs::read_to_string(dist().join(&routes::MANIFEST[1..])).unwrap()).unwrap()
}

/// The text of a member, or of one below it.
fn word<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("{pointer} is missing in {value}"))
}

fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    value[member].as_array().unwrap_or_else(|| panic!("{member} is missing in {value}"))
}

/// The pictures of a list, checked to be as large as they say.
fn pictures(entries: &[Value]) -> Vec<Picture> {
    let picture = |entry: &Value| {
        assert_eq!(entry["type"], "image/png", "{entry}");
        let picture = Picture::read(word(entry, "/src"));
        assert_eq!(word(entry, "/sizes"), format!("{}x{}", picture.width, picture.height), "{entry}");
        picture
    };
    entries.iter().map(picture).collect()
}

/// The icons of a purpose.
fn icons(purpose: &str) -> Vec<Picture> {
    let manifest = manifest();
    let entries: Vec<Value> =
        list(&manifest, "icons").iter().filter(|icon| icon["purpose"] == purpose).cloned().collect();
    pictures(&entries)
}

#[test]
fn the_manifest_has_every_member() {
    let manifest = manifest();
    let home = Route::HOME.address();
    for (member, expected) in [
        ("id", json!(home)),
        ("scope", json!(home)),
        ("start_url", json!(home)),
        ("name", json!("Count Me In")),
        ("short_name", json!("Count Me In")),
        ("lang", json!("en")),
        ("dir", json!("ltr")),
        ("categories", json!(["news"])),
        ("display", json!("standalone")),
        ("display_override", json!(["standalone", "minimal-ui"])),
        ("launch_handler", json!({ "client_mode": ["navigate-existing", "auto"] })),
    ] {
        assert_eq!(manifest[member], expected, "{member}");
    }
    assert_ne!(word(&manifest, "/description"), "");
}

/// The type is <https://www.w3.org/TR/appmanifest/> and its registries, as `DefinitelyTyped` keeps it; the one member
/// that it does not know yet is the proposal <https://github.com/w3c/manifest/issues/975>.
#[test]
fn the_manifest_has_no_member_and_no_value_that_its_standard_does_not_know() {
    let check = |manifest: &Value| {
        // Inside the project, because there the compiler finds the type.
        let desk = tempfile::tempdir_in(root().join("node_modules")).unwrap();
        let file = desk.path().join("manifest.ts");
        let scheme = "{ color_scheme_dark?: { theme_color: string; background_color: string } }";
        let text = format!(
            "import type {{ WebAppManifest }} from \"web-app-manifest\";\n\
             export const manifest: WebAppManifest & {scheme} = {manifest};\n"
        );
        fs::write(&file, text).unwrap();
        let result = Command::new(root().join("node_modules/.bin/tsc"))
            .args(["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck"])
            .arg(&file)
            .output()
            .expect("tsc is missing: run bin/setup");
        (result.status.success(), String::from_utf8_lossy(&result.stdout).into_owned())
    };
    let mut manifest = manifest();
    let (is_valid, report) = check(&manifest);
    assert!(is_valid, "{report}");
    manifest["display"] = json!("windowed");
    assert!(!check(&manifest).0, "the check finds nothing");
}

#[test]
fn the_app_says_nothing_about_its_reader_to_whoever_holds_the_phone() {
    let text = manifest().to_string().to_lowercase();
    for word in ["traffic", "slave", "victim", "survivor", "abuse", "escape"] {
        assert!(!text.contains(word), "the manifest says \"{word}\"");
    }
}

#[test]
fn every_page_leads_to_the_manifest_and_has_its_colors() {
    let manifest = manifest();
    for (address, page) in &pages() {
        assert_eq!(attributes(page, "link[rel=manifest]", "href"), [routes::MANIFEST], "{address}");
        assert_eq!(attributes(page, "link[rel=apple-touch-icon]", "href").len(), 1, "{address}");
        let colors = ["light", "dark"].map(|scheme| {
            let meta = format!("meta[name=theme-color][media='(prefers-color-scheme: {scheme})']");
            attributes(page, &meta, "content").concat()
        });
        let expected =
            ["/theme_color", "/color_scheme_dark/theme_color"].map(|member| word(&manifest, member));
        assert_eq!(colors, expected, "{address}: put the colors of --night into index.html");
    }
    let grounds =
        ["/background_color", "/color_scheme_dark/background_color"].map(|member| word(&manifest, member));
    assert_ne!(grounds[0], grounds[1]);
}

#[test]
fn icons_are_as_large_as_they_say() {
    let sides =
        |purpose: &str| icons(purpose).iter().map(|icon| (icon.width, icon.height)).collect::<Vec<_>>();
    assert_eq!(sides("any"), [(192, 192), (512, 512)]);
    assert_eq!(sides("maskable"), [(512, 512)]);
    assert_eq!(sides("monochrome"), [(512, 512)]);
    let pages = pages();
    let apple = Picture::read(&attributes(&pages["/"], "link[rel=apple-touch-icon]", "href")[0]);
    assert_eq!((apple.width, apple.height), (180, 180));
}

#[test]
fn an_icon_that_is_cut_loses_only_its_ground() {
    let pages = pages();
    let apple = Picture::read(&attributes(&pages["/"], "link[rel=apple-touch-icon]", "href")[0]);
    for icon in icons("maskable").iter().chain([&apple]) {
        assert!(icon.pixels.iter().all(|pixel| pixel[3] == u8::MAX), "the ground has a hole");
        // The safe zone (https://www.w3.org/TR/appmanifest/#icon-masks) has a radius of two fifths.
        let reach = icon.reach();
        assert!((0.3..=0.4).contains(&reach), "the sign reaches {reach}");
    }
}

#[test]
fn the_monochrome_icon_is_a_silhouette() {
    for icon in icons("monochrome") {
        let opacities = icon.pixels.iter().map(|pixel| pixel[3]);
        assert_eq!((opacities.clone().min(), opacities.max()), (Some(0), Some(u8::MAX)));
        assert!(icon.pixels.iter().all(|pixel| pixel[..3] == [0, 0, 0]), "it has more than one color");
    }
}

#[test]
fn shortcuts_lead_to_pages() {
    let (manifest, pages) = (manifest(), pages());
    let shortcuts = list(&manifest, "shortcuts");
    let names: Vec<&str> = shortcuts.iter().map(|shortcut| word(shortcut, "/name")).collect();
    assert_eq!(names, ["Latest", "Get help", "Count me in"]);
    let addresses: Vec<&str> = shortcuts.iter().map(|shortcut| word(shortcut, "/url")).collect();
    assert_eq!(addresses, [Route::HOME, Route::Help, Route::Donate].map(|route| route.address()));
    assert!(addresses.iter().all(|address| pages.contains_key(*address)));
    for shortcut in shortcuts {
        assert_eq!(pictures(list(shortcut, "icons"))[0].width, 96, "{shortcut}");
    }
}

/// What Chromium asks of screenshots: sides of 320 to 3840 pixels, the longer at most 2.3 times the shorter, and one
/// shape for all of a form (<https://web.dev/patterns/web-apps/richer-install-ui>).
#[test]
fn screenshots_are_fit_for_the_dialog_that_installs() {
    let manifest = manifest();
    let all = list(&manifest, "screenshots");
    for (form, size) in [("narrow", (390, 844)), ("wide", (1280, 800))] {
        let shown: Vec<Value> = all.iter().filter(|shot| shot["form_factor"] == form).cloned().collect();
        let sizes: Vec<_> = pictures(&shown).iter().map(|picture| (picture.width, picture.height)).collect();
        assert_eq!(sizes, [size, size], "make them anew: bin/screenshots");
        assert!(shown.iter().all(|shot| !word(shot, "/label").is_empty()));
    }
    assert_eq!(all.len(), 4);
}

#[test]
fn only_the_manifest_names_the_screenshots() {
    let folder = routes::screenshot("").trim_end_matches(".png").to_owned();
    let mut count = 0;
    each_file(&dist(), &mut |name, text| {
        count += 1;
        assert!(
            // What is kept for reading offline has the manifest's text, and the pictures nowhere.
            !text.contains(&folder)
                || name.contains(routes::MANIFEST)
                || (name.contains(routes::OFFLINE_FILES) && text.matches(&folder).count() == 4),
            "{name} would load the screenshots"
        );
    });
    assert!(count > 20);
}

#[test]
fn nothing_asks_to_push_to_count_or_to_wake() {
    let never = [
        "PushManager",
        "pushManager",
        "AppBadge",
        "eriodicSync",
        "Notification",
        "requestPermission",
        "\"push\"",
    ];
    let mut count = 0;
    each_file(&root().join("src"), &mut |name, text| {
        count += 1;
        for word in never {
            assert!(!text.contains(word), "{name} names {word}");
        }
    });
    assert!(count > 50);
}

/// Hands every file below a folder to a check, with its name.
fn each_file(folder: &Path, check: &mut impl FnMut(&str, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, check);
        } else {
            check(&path.to_string_lossy(), &String::from_utf8_lossy(&fs::read(&path).unwrap()));
        }
    }
}
