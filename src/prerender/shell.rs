//! The page that Trunk wrote, as the frame of every page of ours.

use std::{fs, path::Path};

use sha2::{Digest, Sha256};

use super::{Failure, Files, edition, policy::policy, script::Script};
use crate::{
    model::Giving,
    routes::{APP_FILES, KEEPER_FILES, Route},
};

/// Trunk's page, cut at its marks, with everything that all pages share.
pub struct Shell {
    pub(super) before_policy: String,
    pub(super) before_head: String,
    pub(super) before_body: String,
    pub(super) after_body: String,
    pub(super) style: String,
    pub(super) document_style: String,
    pub(super) exit: Script,
    pub(super) before_paint: Script,
    pub(super) app_page: Script,
    pub(super) giving: Script,
    pub(super) embed_page: Script,
    pub(super) loader: Script,
    pub(super) policy: [String; 2],
    assets: Files,
    originals: [String; 2],
}

impl Shell {
    /// Reads what Trunk has written.
    ///
    /// Trunk names the WASM by its bytes before `wasm-opt` ran, so two builds that differ can have one
    /// name; here both files get the hash of the final bytes.
    ///
    /// # Errors
    ///
    /// When a file or a mark is missing.
    pub fn read(
        staging: &Path,
        [style, document_style]: [String; 2],
        giving: &Giving,
    ) -> Result<Self, Failure> {
        let html = fs::read_to_string(staging.join("index.html"))?;
        let missing =
            |mark: &str| Failure::Shell(format!("index.html has lost its mark {mark}: put it back"));
        let cut = |text: &str, mark: &str| -> Result<(String, String), Failure> {
            text.split_once(mark)
                .map(|(before, after)| (before.to_owned(), after.to_owned()))
                .ok_or_else(|| missing(mark))
        };
        let (before, rest) = cut(&html, "<!--app ")?;
        let (names, after) = cut(&rest, "-->")?;
        let (js, wasm) = cut(&names, " ")?;
        let html = before + &after;
        let (before_policy, rest) = cut(&html, "<!--policy-->")?;
        let (before_head, rest) = cut(&rest, "<!--head-->")?;
        let (before_body, after_body) = cut(&rest, "<!--body-->")?;

        let originals = [js, wasm].map(|name| name.trim_start_matches(['/', '.']).to_owned());
        let bytes = [fs::read(staging.join(&originals[0]))?, fs::read(staging.join(&originals[1]))?];
        let mut hash = Sha256::new();
        for bytes in &bytes {
            hash.update(bytes);
        }
        let hash = edition::name(hash);
        let names = ["js", "wasm"].map(|ending| format!("{}{hash}.{ending}", &APP_FILES[1..]));
        let [exit, before_paint] = [Script::exit()?, Script::before_paint()?];
        let [app_page, embed_page] = [Script::app_page()?, Script::embed_page()?];
        let giving_script = Script::giving()?;
        let keeper = Script::keeper()?.code;
        let keeper_name = format!("{KEEPER_FILES}{}.js", edition::name(Sha256::new_with_prefix(&keeper)));
        let [app_js, app_wasm] = [0, 1].map(|file| format!("/{}", names[file]));
        let loader = Script::loader([&app_js, &app_wasm, &keeper_name])?;
        Ok(Self {
            before_policy: condense(&before_policy),
            before_head: condense(&before_head),
            // Trunk's development server talks to its pages over a socket.
            policy: policy(
                [&style, &document_style],
                [&exit, &before_paint, &loader],
                giving.plain_form(),
                html.contains("WebSocket"),
            ),
            before_body: condense(&before_body),
            after_body: after_body.trim_end().to_owned(),
            style,
            document_style,
            exit,
            before_paint,
            app_page,
            giving: giving_script,
            embed_page,
            loader,
            assets: names
                .into_iter()
                .zip(bytes)
                .chain([(keeper_name[1..].to_owned(), keeper.into_bytes())])
                .collect(),
            originals,
        })
    }

    /// All that makes one build's shell differ from another's.
    pub(super) fn texts(&self) -> [&str; 11] {
        [
            &self.before_policy,
            &self.before_head,
            &self.before_body,
            &self.after_body,
            &self.style,
            &self.exit.code,
            &self.before_paint.code,
            &self.app_page.code,
            &self.giving.code,
            &self.embed_page.code,
            &self.loader.code,
        ]
    }

    /// The script that only some pages have.
    pub(super) fn script_of(&self, route: &Route) -> Option<&Script> {
        match route {
            Route::App => Some(&self.app_page),
            Route::Embed => Some(&self.embed_page),
            Route::Donate | Route::Thanks => Some(&self.giving),
            _ => None,
        }
    }

    /// The files that pages load.
    pub(super) fn assets(&self) -> Files {
        self.assets.clone()
    }

    /// Removes the files whose names Trunk chose.
    pub(super) fn remove_originals(&self, staging: &Path) -> std::io::Result<()> {
        self.originals.iter().try_for_each(|name| fs::remove_file(staging.join(name)))
    }
}

/// Drops the indentation; the shell has no text in which it could matter.
fn condense(html: &str) -> String {
    html.lines().map(str::trim).collect()
}
