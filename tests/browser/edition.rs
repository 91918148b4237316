//! Editions of the site that differ: the real generator makes them from the real app and changed content.

use std::{fs, path::Path};

use count_me_in::prerender::Build;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    content, shell,
    visit::{Outcome, Stop},
};

/// A finished site in a folder of its own.
pub struct Edition(TempDir);

impl Edition {
    /// Makes the site anew, with another way out, and with these words before the title of the first item.
    pub fn make(exit: &str, words: &str) -> Outcome<Self> {
        Self::of(words, |content| {
            change(&content.join("organisation.json"), |file| file["exit"] = json!(exit))?;
            let first = content::items()?.swap_remove(0);
            change(&content.join(format!("news/{}.json", first.slug)), |file| {
                file["title"] = json!(format!("{words}{}", first.title));
            })
        })
    }

    /// Makes a site with so many items: copies of the last one, under other slugs, behind all others.
    pub fn with_archive(count: usize) -> Outcome<Self> {
        Self::of("archive", |content| {
            let items = content::items()?;
            let last = items.last().ok_or_else(|| Stop::Failed("there are no items".into()))?;
            for number in items.len()..count {
                let copy = content.join(format!("news/{}.json", old_slug(number)));
                fs::copy(content.join(format!("news/{}.json", last.slug)), &copy)?;
                change(&copy, |file| {
                    file["slug"] = json!(old_slug(number));
                    file["order"] = json!(1000 + number);
                    file["title"] = json!(format!("{} ({number})", last.title));
                })?;
            }
            Ok(())
        })
    }

    /// Makes the site anew, with another way to give.
    pub fn giving(edit: impl FnOnce(&mut Value)) -> Outcome<Self> {
        Self::of("", |content| change(&content.join("giving.json"), edit))
    }

    /// Makes the site anew, as one that knows the address under which it is published.
    pub fn published_at(origin: &str, exit: &str) -> Outcome<Self> {
        Self::of("", |content| {
            change(&content.join("organisation.json"), |file| {
                file["published_at"] = json!(origin);
                file["exit"] = json!(exit);
            })
        })
    }

    /// Makes the site anew, with an app that no browser starts.
    pub fn with_a_broken_app() -> Outcome<Self> {
        Self::with_app(b"no WASM", |_| Ok(()))
    }

    /// Makes the site anew from changed content, with an app that bears this mark.
    fn of(mark: &str, edit: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        // A custom section that nobody reads: another build of the app has other bytes and so another name.
        let mut wasm = fs::read(app_file("wasm")?)?;
        let mark = [mark.as_bytes(), b"-"].concat();
        wasm.extend([0, u8::try_from(mark.len() + 1)?, u8::try_from(mark.len())?]);
        wasm.extend(mark);
        Self::with_app(&wasm, edit)
    }

    /// Makes the site anew from changed content, with this app.
    fn with_app(wasm: &[u8], edit: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = TempDir::new()?;
        let (content, staging) = (folder.path().join("content"), folder.path().join("site"));
        copy(&root.join("content"), &content)?;
        edit(&content)?;
        copy(&root.join("public"), &staging)?;
        // Trunk's part: the shell, and the app, which the build has renamed.
        fs::write(staging.join("index.html"), shell::shell()?)?;
        fs::copy(app_file("js")?, staging.join("a.js"))?;
        fs::write(staging.join("b.wasm"), wasm)?;
        let build = Build {
            content: &content,
            leaving: &root.join("measured/leaving.json"),
            style: &root.join("style/main.css"),
            staging: &staging,
            is_release: false,
        };
        build.finish().map_err(|failure| failure.to_string())?;
        Ok(Self(folder))
    }

    /// The text of the one file whose address begins like this.
    pub fn read(&self, beginning: &str) -> Outcome<String> {
        let mut found = fs::read_dir(self.0.path().join("site"))?.flatten();
        let file = found.find(|entry| {
            let name = entry.file_name();
            name.to_string_lossy().starts_with(&beginning[1..])
                && Path::new(&name).extension().is_some_and(|kind| kind == "json")
        });
        let file = file.ok_or_else(|| Stop::Failed(format!("the site has no {beginning}")))?;
        Ok(fs::read_to_string(file.path())?)
    }

    /// Where it stands.
    pub fn router(&self) -> axum::Router {
        count_me_in::serve::router(&self.0.path().join("site"))
    }
}

/// The slug of an item of an archive, by its place.
pub fn old_slug(number: usize) -> String {
    format!("an-old-story-{number}")
}

/// The app's file in the finished build.
fn app_file(ending: &str) -> Outcome<std::path::PathBuf> {
    let mut names = fs::read_dir(content::dist()?)?.flatten().map(|entry| entry.path());
    names
        .find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("app-") && name.ends_with(&format!(".{ending}"))
        })
        .ok_or_else(|| Stop::Failed(format!("the finished build has no app-….{ending}")))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        } else {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

fn change(file: &Path, change: impl FnOnce(&mut Value)) -> Outcome {
    let mut value = serde_json::from_slice(&fs::read(file)?)?;
    change(&mut value);
    Ok(fs::write(file, value.to_string())?)
}
