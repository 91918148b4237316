//! The page that Trunk wrote, as the frame of every page of ours.

use std::{fs, path::Path};

use sha2::{Digest, Sha256};

use super::{Failure, Files, policy::policy};
use crate::routes::APP_FILES;

/// How much of a hash a file name carries: 64 bits, which no two builds of one site share.
const HASH_LENGTH: usize = 16;

/// The loader of the app, before the names of the app's files are known.
const LOADER: &str = include_str!("loader.js");

/// Trunk's page, cut at its marks, with everything that all pages share.
pub struct Shell {
    pub(super) before_policy: String,
    pub(super) before_head: String,
    pub(super) before_body: String,
    pub(super) after_body: String,
    pub(super) style: String,
    pub(super) loader: String,
    pub(super) policy: String,
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
    pub fn read(staging: &Path, style: String) -> Result<Self, Failure> {
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
        let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let hash = &hash[..HASH_LENGTH];
        let names = ["js", "wasm"].map(|ending| format!("{}{hash}.{ending}", &APP_FILES[1..]));
        let loader = LOADER
            .replace("APP_JS", &format!("/{}", names[0]))
            .replace("APP_WASM", &format!("/{}", names[1]));
        let loader: String =
            loader.lines().filter(|line| !line.trim_start().starts_with("//")).map(str::trim).collect();
        Ok(Self {
            before_policy: condense(&before_policy),
            before_head: condense(&before_head),
            // Trunk's development server talks to its pages over a socket.
            policy: policy(&style, &loader, html.contains("WebSocket")),
            before_body: condense(&before_body),
            after_body: after_body.trim_end().to_owned(),
            style,
            loader,
            assets: names.into_iter().zip(bytes).collect(),
            originals,
        })
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
