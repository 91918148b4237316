//! The scripts that stand in every page, because WASM comes too late for what they do.

use super::{Failure, policy::hash};

/// A script as a page carries it.
pub struct Script {
    /// Its code, without comments.
    pub code: String,
    /// Its hash, as a Content-Security-Policy writes it.
    pub hash: String,
}

impl Script {
    /// Leaves the exit ready before the first paint.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn exit() -> Result<Self, Failure> {
        Self::new(include_str!("exit.js"))
    }

    /// Decides before the first paint whether the page is shown at all, and whether the line about safe reading is.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn before_paint() -> Result<Self, Failure> {
        Self::new(concat!(include_str!("framed.js"), include_str!("safe_reading.js")))
    }

    /// Installs, keeps, counts and deletes, on the page about the app alone.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn app_page() -> Result<Self, Failure> {
        Self::new(include_str!("app_page.js"))
    }

    /// Hands over what a donor has chosen, and shares, on the pages about giving alone.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn giving() -> Result<Self, Failure> {
        Self::new(concat!(include_str!("amounts.js"), include_str!("giving.js"), include_str!("sharing.js")))
    }

    /// Makes the lines that partners copy, on the page about that alone.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn embed_page() -> Result<Self, Failure> {
        Self::new(concat!(include_str!("contrast.js"), include_str!("embed_page.js")))
    }

    /// All that a frame in a partner's page does: leaving, and getting on with that page.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn frame() -> Result<Self, Failure> {
        Self::new(concat!(include_str!("exit.js"), include_str!("contrast.js"), include_str!("frame.js")))
    }

    /// The element for partners' pages, whose frames have these titles, as JSON, and stand in this sandbox.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn partner(titles: &str, sandbox: &str) -> Result<Self, Failure> {
        let text = serde_json::to_string(titles).map_err(std::io::Error::from)?;
        let code = include_str!("v1.js").replace("\"FRAME_TITLES\"", &text);
        Self::new(&code.replace("FRAME_SANDBOX", sandbox))
    }

    /// Starts the app after the first paint, and what keeps the site on the device after the page.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn loader([app_js, app_wasm, keeper]: [&str; 3]) -> Result<Self, Failure> {
        let code = include_str!("loader.js").replace("APP_JS", app_js).replace("APP_WASM", app_wasm);
        Self::new(&code.replace("KEEPER_JS", keeper))
    }

    /// Keeps the site on the device: a file of its own, because a page that is read once has no use for it.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn keeper() -> Result<Self, Failure> {
        Self::new(include_str!("keeper.js"))
    }

    /// The service worker for a build.
    ///
    /// # Errors
    ///
    /// See [`Script::new`].
    pub fn worker(offline_set: &str) -> Result<Self, Failure> {
        // As a text in quotation marks, in which JSON stands as it is read.
        let text = serde_json::to_string(offline_set).map_err(std::io::Error::from)?;
        Self::new(&include_str!("worker/sw.js").replace("\"OFFLINE_SET\"", &text))
    }

    /// Takes out what only readers of the source need: indentation, lines of comment, and types. A comment
    /// in any other place would go out to every visitor, so it is refused.
    fn new(source: &str) -> Result<Self, Failure> {
        let mut code = String::new();
        for line in source.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            let mut rest = line;
            while let Some((before, comment)) = rest.split_once("/**") {
                code += before.trim_end();
                rest =
                    comment.split_once("*/").ok_or_else(|| Failure::Script(line.to_owned()))?.1.trim_start();
            }
            code += rest;
            if !rest.is_empty() {
                code.push('\n');
            }
        }
        if code.contains("/*") || code.contains(" // ") || code.contains("</") {
            return Err(Failure::Script(code));
        }
        let hash = hash(&code);
        Ok(Self { code, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_comments_stay_at_home() {
        let source = "// @ts-check\n  // Why.\n  const a = /** @type {A} */ (b);\n  /** What. */\n  c();\n";
        assert_eq!(
            Script::new(source).map(|script| script.code).ok().as_deref(),
            Some("const a =(b);\nc();\n")
        );
    }

    #[test]
    fn what_would_be_sent_by_mistake_is_refused() {
        for source in ["a(); // why", "a(); /* why */", "/** a\nb */", "\"</script>\""] {
            assert!(Script::new(source).is_err(), "{source}");
        }
    }
}
